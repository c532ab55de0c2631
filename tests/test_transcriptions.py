"""Ten texts of other kinds than the first: each becomes valid TEI that is intact, and a page."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from toolkit import check, encode, render
from toolkit.findings import Severity
from toolkit.pipeline import Encoded

FOLDER = Path(__file__).parent / "transcriptions"
TEXTS = sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def _encoded(name: str) -> Encoded:
    return encode(FOLDER / f"{name}.txt")


def _found(name: str, path: str) -> list[str]:
    root = etree.fromstring(_encoded(name).tei)
    return [" ".join("".join(e.itertext()).split()) for e in root.findall(path)]


def test_there_are_ten() -> None:
    assert 10 == len(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_intact_and_valid(name: str) -> None:
    assert _encoded(name).intact
    findings = check(_encoded(name).tei, name=f"{name}.xml")
    assert [] == [str(f) for f in findings if f.severity is Severity.ERROR]


@pytest.mark.parametrize("name", TEXTS)
def test_it_becomes_a_page(name: str) -> None:
    assert b"<html" in render(_encoded(name).tei, name=f"{name}.xml").data


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("english-letter", ".//{*}titleStmt/{*}title", ["Letter to her Sister"]),
        ("english-letter", ".//{*}opener/{*}salute", ["My dear Edith,"]),
        ("english-letter", ".//{*}opener/{*}dateline", ["Helstone, March 14th, 1851."]),
        ("english-letter", ".//{*}correspAction[@type='received']/{*}persName", ["Edith Shaw"]),
        ("english-letter", ".//{*}postscript/{*}p",
         ["P.S. Captain Lennox sends his love to the General."]),
        ("german-letter", ".//{*}titleStmt/{*}author", ["Johanna Weber"]),
        ("german-letter", ".//{*}opener/{*}salute", ["Liebe Großeltern!"]),
        ("french-letter", ".//{*}opener/{*}salute", ["Mon cher Paul,"]),
        ("speech", ".//{*}titleStmt/{*}editor", ["Tom Mann"]),
        ("speech", ".//{*}closer/{*}signed/{*}roleName", ["Secretary of the Union"]),
        ("novel-chapter", ".//{*}body//{*}div/{*}head", ["CHAPTER I", "CHAPTER II"]),
        ("poem", ".//{*}titleStmt/{*}title", ["The Ferry"]),
        ("telegram", ".//{*}opener/{*}dateline", ["Petrograd, November 7, 1917, 5 p.m."]),
        ("memorandum", ".//{*}list/{*}label", ["1.", "2.", "3."]),
        ("report-of-pages", ".//{*}fw", ["[p. 311]", "[p. 312]"]),
    ],
)  # fmt: skip
def test_it_has_its_structure(name: str, path: str, expected: list[str]) -> None:
    assert expected == _found(name, path)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("speech", {"note": 2}),
        ("german-letter", {"note": 1}),
        ("french-letter", {"note": 1}),
        ("poem", {"lg": 2, "l": 8}),
        ("memorandum", {"item": 3, "row": 3, "cell": 9}),
        ("report-of-pages", {"pb": 2}),
    ],
)
def test_nothing_of_it_is_missed(name: str, counts: dict[str, int]) -> None:
    assert counts == {element: _encoded(name).elements.get(element) for element in counts}


def test_the_language_is_detected() -> None:
    found = {name: _encoded(name).doc.language for name in TEXTS}
    assert ("de", "fr", "ru") == (
        found["german-letter"], found["french-letter"], found["russian-letter"]
    )  # fmt: skip
