"""Notes, readings and ids in the view."""

import pytest
from lxml import etree

from tests.unit.rendering.documents import NAMESPACES, tei_of, view_tree
from toolkit.exceptions import SourceError
from toolkit.rendering import transform
from toolkit.rendering.views import VIEW_ID, view_of

AS = f"{{{NAMESPACES['v']}}}as"
N = f"{{{NAMESPACES['v']}}}n"


@pytest.mark.parametrize(
    ("body", "stands"),
    [
        ("<p>a<note>b</note></p>", "anchored"),
        ("<p>a<note place='inline'>b</note></p>", "inline"),
        ("<div><p>a</p><note>b</note></div>", "block"),
        ("<div><p>a</p><note target='#x'>b</note></div>", "block"),
        ("<p><app><lem>a</lem><note>b</note></app></p>", "inline"),
        ("<p><app><lem>a<note>b</note></lem></app></p>", "anchored"),
    ],
)
def test_a_note_stands_where_its_surroundings_say(body: str, stands: str) -> None:
    assert stands == view_tree(body).find(".//t:note", NAMESPACES).get(AS)


def test_a_note_keeps_its_mark_and_others_are_numbered() -> None:
    tree = view_tree("<p>a<note n='*'>x</note> b<note>y</note> c<note>z</note></p>")
    assert ["*", "1", "2"] == [n.get(N) for n in tree.iterfind(".//t:note", NAMESPACES)]


def test_the_lemma_stands_in_the_text_and_the_readings_aside() -> None:
    tree = view_tree("<p><app><lem>a</lem><rdg wit='#B'>b</rdg></app></p>")
    app = tree.find(".//t:app", NAMESPACES)
    assert ["lem", "aside"] == [etree.QName(child).localname for child in app]


def test_without_a_lemma_the_first_reading_with_text_is_read() -> None:
    tree = view_tree("<p><app><rdg wit='#A'/><rdg wit='#B'>b</rdg></app></p>")
    assert "b" == tree.find(".//t:app", NAMESPACES)[0].text


def test_an_apparatus_outside_the_text_is_left_alone() -> None:
    tree = view_tree("<p>a</p><listApp><app loc='1'><lem>a</lem><rdg>b</rdg></app></listApp>")
    assert None is tree.find(".//v:aside", NAMESPACES)


def ids(body: str) -> list[str]:
    tree = view_tree(body)
    return [p.get(VIEW_ID) for p in tree.iterfind(".//t:body//t:p", NAMESPACES)]


def test_ids_do_not_move_when_text_is_inserted_before() -> None:
    assert ids("<p>one</p><p>two</p>") == ids("<p>new</p><p>one</p><p>two</p>")[1:]


def test_an_xml_id_is_kept_and_its_repetition_gets_another() -> None:
    first, second = ids("<p xml:id='a'>one</p><p xml:id='a'>two</p>")
    assert "a" == first
    assert first != second


def test_equal_paragraphs_have_different_ids() -> None:
    assert 2 == len(set(ids("<p>one</p><p>one</p>")))


def test_line_breaks_do_not_change_an_id() -> None:
    assert ids("<p>one two</p>") == ids("<p>one\n  two</p>")


def test_the_tree_given_is_not_changed() -> None:
    tree = etree.fromstring(tei_of("<p>one</p>"))
    before = etree.tostring(tree)
    view_of(tree)
    assert before == etree.tostring(tree)


def test_bytes_that_are_no_xml_are_refused() -> None:
    with pytest.raises(SourceError, match="not well-formed"):
        view_of(b"<TEI>")


def test_a_view_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="normal"):
        view_of(tei_of("<p/>"), view="normal")  # type: ignore[arg-type]


def test_the_text_of_a_view_is_serialised_without_new_space() -> None:
    assert "<p>a <hi>b</hi> </p>" in transform.serialised(transform.parse("<p>a <hi>b</hi> </p>"))


def test_many_equal_pieces_have_different_ids_in_little_time() -> None:
    tree = view_tree("<l>x</l>" * 20_000)
    identifiers = tree.xpath("//t:l/@v:id", namespaces=NAMESPACES)
    assert 20_000 == len(set(identifiers))
