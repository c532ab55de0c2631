"""Inscriptions and papyri: the signs of the Leiden conventions in place of letters."""

import pytest

from tests.unit.rendering.documents import page


def signs(encoded: str) -> str:
    """What stands for ``encoded`` in a line of an edited inscription."""
    tree = page(f"<div type='edition'><ab>a {encoded} b</ab></div>")
    text = tree.xpath("string(//p[contains(@class, 'ab')])")
    return " ".join(text.split()).removeprefix("¶ ")


@pytest.mark.parametrize(
    ("gap", "sign"),
    [
        ("reason='lost' quantity='3' unit='character'", "[...]"),
        ("reason='lost' extent='3' unit='chars'", "[...]"),
        ("reason='lost' quantity='3' unit='character' precision='low'", "[c. 3]"),
        ("reason='lost' quantity='25' unit='character'", "[c. 25]"),
        ("reason='lost' atLeast='3' atMost='5' unit='character'", "[c. 3–5]"),
        ("reason='lost' extent='unknown' unit='character'", "[- - -]"),
        ("reason='lost' extent='unknown' unit='line'", "[- - - - - -]"),
        ("reason='illegible' quantity='2' unit='character'", ".."),
        ("reason='illegible' extent='unknown' unit='character'", "- - -"),
        ("reason='omitted' extent='unknown' unit='character'", "⟨- - -⟩"),
        ("reason='ellipsis'", "…"),
    ],
)
def test_a_gap_says_what_is_missing_as_epigraphers_do(gap: str, sign: str) -> None:
    assert f"a {sign} b" == signs(f"<gap {gap}/>")


def test_a_blank_is_a_vacat() -> None:
    assert "a (vac. 2) b" == signs("<space quantity='2' unit='character'/>")


def test_outside_an_edited_inscription_gaps_keep_their_brackets() -> None:
    tree = page("<p>a <gap reason='illegible' quantity='2' unit='character'/></p>")
    assert "[..]" == tree.xpath("string(//span[contains(@class, 'gap')])")


def test_a_part_without_a_heading_says_which_it_is() -> None:
    tree = page("<div type='edition'><div type='textpart' subtype='column' n='2'><ab/></div></div>")
    assert "column 2" == tree.xpath("string(//p[@class='textpart-label'])")


def test_the_division_is_marked_for_the_style_sheet() -> None:
    tree = page("<div type='edition'><ab><unclear>a</unclear></ab></div>")
    assert 1 == len(tree.xpath("//section[contains(@class, 'leiden')]//span[@class='unclear']"))
