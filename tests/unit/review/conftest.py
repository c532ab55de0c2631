"""An edition with a few texts, for whoever reviews it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from toolkit.annotation.protocol import Annotator, annotations_of
from toolkit.edition import Edition
from toolkit.edition.settings import read_edition
from toolkit.review.session import Session
from toolkit.text import Annotation, Cert, Document, Span

LETTER = (
    "Wireless Message\n\nIn the name of the Government of the Repub]ic, the assembly of Paris\n"
    "met on 9 November 1917. Colonel Martin was sent to Paris with 30 men \U0001f4dc.\n\n"
    "The Repub]ic thanked Colonel Martin on 12 November 1917.\n"
)
OTHER = "Second Message\n\nLong live the Repub]ic, said Colonel Martin in Paris.\n"


RULES = (
    ("sic", r"Repub\]ic", {"alternative": "Republic", "cert": Cert.MEDIUM, "reason": "A sign."}),
    ("persName", r"Colonel Martin", {"reason": "A rank and a name."}),
    ("placeName", r"Paris", {"cert": Cert.MEDIUM}),
    ("date", r"\d+ November 1917", {"attributes": (("when", "1917-11"),)}),
)


def propose(doc: Document, edition: Edition) -> Iterator[Annotation]:
    for element, pattern, values in RULES:
        for match in re.finditer(pattern, doc.text):
            yield Annotation(Span(*match.span()), element, rule="test", **values)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of an edition whose threshold lets nothing uncertain pass."""
    (tmp_path / "edition.toml").write_text(
        '[edition]\ntitle = "Letters"\nlanguage = "en"\n'
        'editors = [{ name = "Jane Doe", id = "jd" }, { name = "Ann Lee", id = "al" }]\n',
        encoding="utf-8",
    )
    texts = tmp_path / "transcriptions"
    texts.mkdir()
    (texts / "first.txt").write_text(LETTER, encoding="utf-8")
    (texts / "second.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def open_session(folder: Path, by: str = "jd") -> Session:
    paths = sorted((folder / "transcriptions").glob("*.txt"))
    annotators = [Annotator("rules", annotations_of(propose))]
    return Session(read_edition(folder), paths, by=by, annotators=annotators)


@pytest.fixture
def session(folder: Path) -> Session:
    """Jane's session."""
    return open_session(folder)


@pytest.fixture
def reopened(folder: Path) -> Callable[[], Session]:
    """Opens Jane's session anew, as it is then."""
    return lambda: open_session(folder)


@pytest.fixture
def other_session(folder: Path) -> Session:
    """Ann's session on the same edition."""
    return open_session(folder, "al")
