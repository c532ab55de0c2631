"""The page on languages is followed literally: its files make a language that works."""

import re
from pathlib import Path

import pytest

import toolkit
from tests.unit.languages.test_examples import occurs
from toolkit.languages import find_language, use_folder
from toolkit.languages.coverage import check_folder, coverage_of

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
CODE = "qnl"


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for block in blocks("toml"):
        path = tmp_path / block.partition("\n")[0].removeprefix("# ")
        path.parent.mkdir(exist_ok=True)
        path.write_text(block, encoding="utf-8")
    return tmp_path


def test_the_how_to_shows_files_a_letter_and_what_is_found() -> None:
    assert len(blocks("toml")) >= 5
    assert 1 == len(blocks("text"))
    assert len(blocks("elements")[0].splitlines()) >= 5


def test_the_files_of_the_how_to_fit_their_schemas(folder: Path) -> None:
    assert (CODE,) == check_folder(folder)
    with use_folder(folder):
        given = {topic.topic: topic.given for topic in coverage_of(find_language(CODE))}
    assert all(given[topic] for topic in ("metadata", "structure", "notes", "dates"))


def found(elements: list[str]) -> list[str]:
    encoded = toolkit.encode(blocks("text")[0].encode(), language=CODE)
    return [element for element in elements if occurs(element, encoded)]


def test_the_letter_of_the_how_to_has_its_elements(folder: Path) -> None:
    elements = blocks("elements")[0].splitlines()
    assert not [e for e in found(elements) if e.startswith(("date@", "signed"))]
    with use_folder(folder):
        assert elements == found(elements)


def test_every_topic_is_explained() -> None:
    from toolkit.languages.topics import TOPICS

    assert [] == [name for name, _ in TOPICS if f"`{name}.toml`" not in PAGE]
