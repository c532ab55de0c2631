"""Elements with hundreds of attributes: none is lost, and those of TEI are obeyed."""

import pytest
from lxml import etree

from toolkit.namespaces import XML_ID
from toolkit.rendering.html import render_html
from toolkit.rendering.many_attributes import MANY, fold_attributes, unfold_attributes
from toolkit.rendering.text import flatten
from toolkit.rendering.views import view_of


def _paragraph(number: int, last: str = "") -> bytes:
    attributes = " ".join(f'a{n}="{n}&lt;"' for n in range(number))
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>'
        f"<p {attributes} {last}>One.</p></body></text></TEI>"
    ).encode()


@pytest.mark.parametrize("number", [2, MANY, MANY + 1, 1000])
def test_an_export_has_all_attributes(number: int) -> None:
    (mark,) = (m for m in flatten(view_of(_paragraph(number))).marks if m.element == "p")
    assert {f"a{n}": f"{n}<" for n in range(number)} == dict(mark.attributes)


def test_the_attributes_of_tei_stay_where_stylesheets_find_them() -> None:
    page = render_html(_paragraph(1000, 'xml:id="last" xml:lang="fr"')).data.decode()
    assert 'id="last"' in page
    assert 'lang="fr"' in page


def test_only_what_is_too_much_is_folded() -> None:
    assert fold_attributes(etree.fromstring(_paragraph(MANY))) is None
    folded = fold_attributes(etree.fromstring(_paragraph(MANY, 'xml:id="x"')))
    assert folded is not None
    assert "x" == folded[1][0][0].get(XML_ID)
    assert MANY + 1 == len(folded[1][0][0].attrib)
    assert MANY + 1 == len(dict(unfold_attributes(folded[1][0][0])))


def test_the_file_itself_is_not_changed() -> None:
    root = etree.fromstring(_paragraph(1000))
    fold_attributes(root)
    assert 1000 == len(root[1][0][0].attrib)


def test_many_long_attributes_with_references_are_read() -> None:
    page = f'<pb facs="https://a.b/c?{"d&amp;" * 100}"/>'
    data = _paragraph(2).replace(b"One.", page.encode() * 1_000 + b"One.")
    assert "One." in flatten(view_of(data)).text
