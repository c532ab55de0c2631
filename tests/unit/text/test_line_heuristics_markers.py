"""Note markers at the end of a line."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit.text.line_heuristics import without_marker

_ALL_MARKERS = re.compile(r"(\[(?!\d{4}\])\w{1,4}\]|[\u00b9\u00b2\u00b3\u2070-\u2079*\u2020])+$")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Navy[1]", "Navy"),
        ("Navy [12][a]* ", "Navy "),
        ("Navy[1823]", "Navy[1823]"),
        ("Navy[1823][1]", "Navy[1823]"),
        ("Navy[abcde]", "Navy[abcde]"),
        ("[1]", ""),
        ("", ""),
    ],
)
def test_the_markers_at_the_end_go(line: str, expected: str) -> None:
    assert expected == without_marker(line)


@given(st.text("[]1a2*\u00b9 ", max_size=30))
@example("[1][1][1")
def test_all_markers_at_the_end_go_and_nothing_else(line: str) -> None:
    assert _ALL_MARKERS.sub("", line.rstrip()) == without_marker(line)


def test_a_line_of_nothing_but_markers_takes_no_longer_than_its_length() -> None:
    assert "[1]" * 100_000 + "[1" == without_marker("[1]" * 100_000 + "[1")
    assert "" == without_marker("[1]" * 100_000)
