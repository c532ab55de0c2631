"""Dates beside dateparser's ``search_dates``: how long a transcription takes, and how it grows."""

import time
from collections.abc import Callable

import pytest

from toolkit.annotation.dates import dates
from toolkit.edition import Edition
from toolkit.text import Document

pytestmark = pytest.mark.slow

LETTER = """Vienna, 9 November 1917

On the night of November 7 the message was sent to the commander, and on the 8th he had not
answered. Since the summer of 1914 nobody in the town had seen so many people in the streets, and
the old men said that there had been nothing like it since 1848. He came at 5.30 p.m., stayed until
the 12th inst., and went away again without a word to anyone.

"""
"""A letter of our own, with about as many dates as letters have."""


def seconds(run: Callable[[str], object], text: str) -> float:
    """The processor time that one run takes."""
    start = time.process_time()
    run(text)
    return time.process_time() - start


def annotate(text: str) -> int:
    """The number of dates that we find."""
    return sum(1 for _ in dates.annotate(Document(text, language="en"), Edition()))


def test_a_megabyte_takes_less_than_three_seconds_and_time_grows_with_length() -> None:
    annotate(LETTER)
    megabyte = LETTER * (1_000_000 // len(LETTER))
    short, long = seconds(annotate, megabyte[:250_000]), seconds(annotate, megabyte)
    print(f"\n250 kB {short:.2f} s, 1 MB {long:.2f} s")  # what a benchmark is for
    assert long < 3
    assert long < 4 * 2 * short


def test_we_are_several_times_as_fast_as_dateparser() -> None:
    search = pytest.importorskip("dateparser.search")

    def find(text: str) -> object:
        return search.search_dates(text, languages=["en"])

    find("5 May 1917")
    annotate(LETTER)
    text = LETTER * 10
    theirs, ours = seconds(find, text), seconds(annotate, text)
    print(f"\n{len(text)} characters: dateparser {theirs:.2f} s, ours {ours:.4f} s")
    assert theirs > 5 * ours
