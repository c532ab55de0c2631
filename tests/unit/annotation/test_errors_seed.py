"""The four errors of the first real transcription, found by general rules, and nothing else."""

from pathlib import Path

import pytest

from toolkit.annotation.errors import errors
from toolkit.edition import Edition, Entry, Kind
from toolkit.text import Annotation, Cert, Document

ERRORS = {
    ("Repub]ic", "Republic"),
    ("Krylenk", "Krylenko"),
    ("15", "is"),
    ("", '"'),
}


@pytest.fixture
def text(shared: Path) -> str:
    return (shared / "seeds" / "wireless-message.txt").read_text(encoding="utf-8")


def _found(text: str, edition: Edition | None = None) -> list[Annotation]:
    return list(errors.annotate(Document(text, language="en"), edition or Edition()).annotations)


def test_the_errors_of_the_seed_are_found_and_nothing_else(text: str) -> None:
    assert ERRORS == {(a.span.of(text), a.alternative) for a in _found(text)}


def test_the_errors_of_the_seed_are_certain(text: str) -> None:
    assert {Cert.HIGH} == {a.cert for a in _found(text)}


def test_each_error_of_the_seed_has_a_rule_and_a_reason(text: str) -> None:
    assert all(a.rule and a.reason for a in _found(text))


def test_the_missing_quotation_mark_stands_before_the_quotation(text: str) -> None:
    point = next(a.span for a in _found(text) if not len(a.span))

    assert text[point.start :].startswith("soldiers' peace treaties\"")


def test_a_name_cut_short_is_compared_with_the_authority_list(text: str) -> None:
    once = text.replace("Stalin and Krylenko", "Stalin").replace("N. Krylenko,", "N. N.,")
    krylenko = Entry("krylenko", Kind.PERSON, ("Nikolai Krylenko",))

    found = {a.span.of(once): a.alternative for a in _found(once, Edition(authority=(krylenko,)))}

    assert "Krylenko" == found["Krylenk"]


def test_line_ends_of_windows_change_nothing(text: str) -> None:
    windows = text.replace("\n", "\r\n")

    assert ERRORS == {(a.span.of(windows), a.alternative) for a in _found(windows)}
