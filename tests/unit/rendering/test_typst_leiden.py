"""Inscriptions and papyri on paper: the same signs as on the page."""

import pytest

from tests.unit.rendering.documents import tei_of
from toolkit.rendering.typst_source import typst_of
from toolkit.rendering.views import ViewName, view_of


def body_of(encoded: str, view: ViewName = "reading") -> str:
    """The Typst code of a line of an edited inscription."""
    tei = tei_of(f"<div type='edition'><ab>{encoded}</ab></div>")
    text = typst_of(view_of(tei, view=view)).text
    return text[text.index("title-block") : text.index("back-matter")]


@pytest.mark.parametrize(
    ("gap", "sign"),
    [
        ("reason='lost' quantity='3' unit='character'", "[...]"),
        ("reason='lost' extent='3' unit='chars'", "[...]"),
        ("reason='lost' quantity='25' unit='character'", "[c. 25]"),
        ("reason='lost' extent='unknown' unit='line'", "[- - - - - -]"),
        ("reason='illegible' quantity='2' unit='character'", ".."),
    ],
)
def test_a_gap_has_the_signs_of_the_page(gap: str, sign: str) -> None:
    assert f'leiden-gap("{sign}");' in body_of(f"<gap {gap}/>")


@pytest.mark.parametrize(
    ("encoded", "drawn"),
    [
        ("<space quantity='2' unit='character'/>", 'vacat("vac. 2");'),
        (
            "<supplied reason='lost' cert='low'>a</supplied>",
            'supplied(kind:"lost",doubtful:true,parallel:false,{[];"a";});',
        ),
        (
            "<supplied reason='omitted'>a</supplied>",
            'supplied(kind:"omitted",doubtful:false,parallel:false,{[];"a";});',
        ),
        (
            "<supplied reason='subaudible'>a</supplied>",
            'supplied(kind:"understood",doubtful:false,parallel:false,{[];"a";});',
        ),
        (
            "<supplied reason='lost' evidence='parallel'><unclear>a</unclear></supplied>",
            'parallel:true,{[];unclear-inside({[];"a";});});',
        ),
        ("<del rend='erased'>a</del>", 'erased({[];"a";});'),
        ("<add place='above'>a</add>", 'added-above({[];"a";});'),
        ("<add place='overstrike'>a</add>", 'written-over({[];"a";});'),
        ("<orig>a</orig>", 'not-understood({[];"a";});'),
        ("<w><abbr>a</abbr></w>", '"a";not-expanded;'),
        (
            "<expan><abbr>a</abbr><ex cert='low'>b</ex></expan>",
            'expansion(doubtful:true,{[];"b";});',
        ),
    ],
)
def test_what_the_editor_did_has_its_own_sign(encoded: str, drawn: str) -> None:
    assert drawn in body_of(encoded)


def test_a_correction_has_angle_brackets_in_the_reading_text_alone() -> None:
    choice = "<choice><sic>a</sic><corr>b</corr></choice>"
    assert 'correction({[];supplied(kind:"omitted",{[];"b";});});' in body_of(choice)
    assert 'correction({[];"a";});' in body_of(choice, "diplomatic")


def test_a_part_and_a_column_say_which_they_are() -> None:
    part = "<div type='textpart' subtype='side' n='b'><ab><cb n='1'/><lb n='1'/>a</ab></div>"
    text = typst_of(view_of(tei_of(f"<div type='edition'>{part}</div>"))).text
    assert 'part-label("side b");' in text
    assert 'part-label-inside("Column 1");line-begin("1");"a";' in text


def test_elsewhere_letters_lost_are_counted_from_any_number() -> None:
    text = typst_of(view_of(tei_of("<p><gap extent='4' unit='chars'/></p>"))).text
    assert "lost-letters(4);" in text
