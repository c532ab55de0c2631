"""Any text is read without failing, in time that grows with its length, always the same."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.annotation.errors import errors
from toolkit.edition import Edition
from toolkit.text import Annotation, Document

PIECES = st.sampled_from(
    ["the", "The", "15", "alone", "authorised", "to", '"', "so-called ", "Repub]ic", "[1]", "[",
     "]",
     "\n\n", "\n", "-\n", " ", "1", "have", "and", "June 3, 2957", "ſ", "u\u0364", "\u0430", "é",
     "'", "Krylenko", "Krylenk", "«", "»", "|", "_", "\u200b", "\r\n", "—", "l'", "0f", "\x00",
     "\U0001f600"]
)  # fmt: skip


def _found(text: str, language: str) -> list[Annotation]:
    return list(errors.annotate(Document(text, language=language), Edition()).annotations)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)),
    st.sampled_from(["en", "de", "fr", "ru", "und"]),
)
def test_any_text_is_read_and_errors_do_not_overlap(text: str, language: str) -> None:
    found = _found(text, language)

    assert all(a.span.end <= len(text) for a in found)
    assert not any(a.span.overlaps(b.span) for a, b in pairwise(found))
    assert all(a.alternative != a.span.of(text) for a in found)
    assert found == _found(text, language)


@pytest.mark.parametrize(
    "piece",
    [
        "a", "ab]", "a]b ", '"', 'a" ', "so-called ", "1 have ", "x 15 alone noted to ", "\n",
        " \n",
        ". ", "....", "'\"", "aB1,", "Krylenko", "Krylenko Krylenk ", "l'", "a-\n", "[", "а" "a",
        "June 3, 2957 ", "the the ", "_", "é", "tbe ",
    ],
)  # fmt: skip
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    _found("warm up", "en")
    short, long = (_seconds(piece * (size // len(piece))) for size in (10_000, 80_000))

    assert long < 24 * max(short, 0.02)


def _seconds(text: str) -> float:
    start = time.process_time()
    _found(text, "en")
    return time.process_time() - start
