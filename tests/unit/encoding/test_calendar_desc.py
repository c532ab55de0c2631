"""Every calendar that a date points to is declared in ``calendarDesc`` (HDCDES)."""

import re

import pytest

import toolkit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on 3 January 1731/2.\n", {"julian"}),
        ("It was signed on 29 February 1700.\n", {"julian"}),
        ("It came on 27 October (9 November) 1917.\n", {"gregorian", "julian"}),
        ("Source: Moniteur, 18 Brumaire an VIII\n\nHe came.\n", {"frenchRepublican"}),
        ("Date: 5 March 1711/12\n\nHe came.\n", {"julian"}),
        ("It was signed on 3 March 1735.\n", set()),
    ],
)
def test_every_calendar_of_the_text_and_its_metadata_is_declared(
    text: str, expected: set[str]
) -> None:
    tei = toolkit.encode(text.encode(), language="en").tei.decode()
    used = {name for value in re.findall(r'calendar="([^"]*)"', tei) for name in value.split()}
    assert {f"#{name}" for name in expected} == used
    assert expected == set(re.findall(r'<calendar xml:id="(\w+)"', tei))
