"""Numbers of verses, alike on the page and on paper."""

import re

import pytest

from tests.unit.rendering.documents import page, tei_of
from toolkit.rendering.typst_source import typst_of
from toolkit.rendering.views import view_of


def numbers_on_paper(body: str) -> list[str]:
    return re.findall(r'verse\("([^"]*)"', typst_of(view_of(tei_of(body))).text)


ACT = "<div><sp><l>a</l><l part='I'>b</l></sp><sp><l part='F'>c</l></sp></div>"
POEM = "<div><lg><l>a</l><l>b</l></lg></div>"


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        (POEM * 2, ["1", "2", "1", "2"]),
        ("<lg><l n='7'>a</l><l>b</l></lg>", ["7", ""]),
        (ACT * 2, ["1", "2", "", "3", "4", ""]),
    ],
)
def test_verses_are_counted_through_a_play_and_each_poem_unless_the_file_numbers_them(
    body: str, numbers: list[str]
) -> None:
    assert numbers == numbers_on_paper(body)


def test_every_fifth_verse_has_its_number_on_the_page() -> None:
    tree = page("<div><lg>" + "<l>a</l>" * 11 + "</lg></div>")
    assert ["5", "10"] == tree.xpath("//a[contains(@class, 'fifth')]/@data-n")
