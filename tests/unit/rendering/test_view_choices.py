"""What the two views show of choices, deletions, lines and letters."""

import pytest

from tests.unit.rendering.documents import NAMESPACES, view_tree


def shown(body: str, view: str) -> str:
    """The text of the view without what it leaves out."""
    tree = view_tree(body, view)
    for aside in tree.xpath(".//v:aside", namespaces=NAMESPACES):
        tail = aside.tail or ""
        before = aside.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            aside.getparent().text = (aside.getparent().text or "") + tail
        aside.getparent().remove(aside)
    body_element = tree.find(".//t:body", NAMESPACES)
    return " ".join("".join(body_element.itertext()).split())


@pytest.mark.parametrize(
    ("body", "reading", "diplomatic"),
    [
        ("<p>a <choice><sic>wrod</sic><corr>word</corr></choice></p>", "a word", "a wrod"),
        ("<p>a <choice><orig>vp</orig><reg>up</reg></choice></p>", "a up", "a vp"),
        ("<p>a <choice><abbr>Mr</abbr><expan>Mister</expan></choice></p>", "a Mister", "a Mr"),
        ("<p>a<choice><sic/><corr>,</corr></choice> b</p>", "a, b", "a b"),
        ("<p>a <del>gone</del> b</p>", "a b", "a gone b"),
        ("<p>a <surplus>twice</surplus> b</p>", "a b", "a twice b"),
        ("<p>a <restore><del>kept</del></restore></p>", "a kept", "a kept"),
        ("<p>a <subst><del>x</del><add>y</add></subst></p>", "a y", "a xy"),
        ("<p>Congreſs</p>", "Congress", "Congreſs"),
        ("<p>some-\n<lb break='no'/>thing</p>", "something", "some-thing"),
        ("<p>some<lb/>thing</p>", "some thing", "some thing"),
        ("<p>天地<lb/>玄黃</p>", "天地玄黃", "天地玄黃"),
        ("<p>know<g ref='char:EOLhyphen'/>ledge</p>", "knowledge", "know-ledge"),
        ("<p>a <expan>c<am>~</am><ex>um</ex></expan></p>", "a cum", "a c~"),
        ("<div type='edition'><ab>a <del>b</del></ab></div>", "a b", "a b"),
        ("<div type='edition'><ab>a <surplus>b</surplus></ab></div>", "a b", "a b"),
        (
            "<div type='edition'><ab><subst><del>b</del><add>c</add></subst></ab></div>",
            "c",
            "bc",
        ),
    ],
)
def test_each_view_shows_its_half(body: str, reading: str, diplomatic: str) -> None:
    assert (reading, diplomatic) == (shown(body, "reading"), shown(body, "diplomatic"))


def test_what_a_view_leaves_out_is_kept_aside_with_its_kind() -> None:
    tree = view_tree("<p><choice><sic>wrod</sic><corr>word</corr></choice></p>")
    aside = tree.find(".//v:aside", NAMESPACES)
    assert ("diplomatic", "correction", "wrod") == (
        aside.get("of"),
        aside.get("kind"),
        "".join(aside.itertext()),
    )


def test_choices_inside_choices_are_viewed_too() -> None:
    body = (
        "<p><choice><sic>an <choice><abbr>Mr</abbr><expan>Mister</expan></choice></sic>"
        "<corr>a <choice><abbr>Mr</abbr><expan>Mister</expan></choice></corr></choice></p>"
    )
    assert ("a Mister", "an Mr") == (shown(body, "reading"), shown(body, "diplomatic"))


@pytest.mark.parametrize("view", ["reading", "diplomatic"])
@pytest.mark.parametrize(
    ("halves", "word", "variant"),
    [
        ("<unclear>here</unclear><unclear>hear</unclear>", "here", "hear"),
        ("<unclear cert='low'>here</unclear><unclear>hear</unclear>", "hear", "here"),
        ("<unclear cert='low'>a</unclear><unclear cert='medium'>b</unclear>", "b", "a"),
    ],
)
def test_of_alternatives_of_one_side_the_surest_is_shown(
    halves: str, word: str, variant: str, view: str
) -> None:
    body = f"<p><choice>{halves}</choice></p>"
    assert word == shown(body, view)
    aside = view_tree(body, view).xpath(
        "string(.//v:aside[@kind='variant'])", namespaces=NAMESPACES
    )
    assert variant == aside


def test_of_two_corrections_the_surer_is_shown_and_the_other_is_a_variant() -> None:
    body = "<p><choice><sic>a</sic><corr cert='low'>b</corr><corr>c</corr></choice></p>"
    assert ("c", "a") == (shown(body, "reading"), shown(body, "diplomatic"))
    tree = view_tree(body)
    assert "b" == tree.xpath("string(.//v:aside[@of='apparatus'])", namespaces=NAMESPACES)


def test_lines_of_headings_and_signatures_break_in_both_views() -> None:
    tree = view_tree("<div><head>Wireless<lb/>Message</head><p>a<lb/>b</p></div>")
    kept = tree.xpath(".//t:head/t:lb", namespaces=NAMESPACES)
    aside = tree.xpath(".//t:p/v:aside[@kind='line']/t:lb", namespaces=NAMESPACES)
    assert (1, 1) == (len(kept), len(aside))


def test_the_header_is_the_same_in_both_views() -> None:
    reading = view_tree("<p>a</p>").find("t:teiHeader", NAMESPACES)
    diplomatic = view_tree("<p>a</p>", "diplomatic").find("t:teiHeader", NAMESPACES)
    assert "".join(reading.itertext()) == "".join(diplomatic.itertext())
