"""Small TEI documents for the tests of views and pages."""

from lxml import etree, html

from toolkit.namespaces import TEI
from toolkit.rendering import transform
from toolkit.rendering.html import render_html
from toolkit.rendering.views import VIEW, ViewName, view_of
from toolkit.trees import parser

NAMESPACES = {"t": TEI, "v": VIEW}


def tei_of(body: str, *, title: str = "Letters", outside: str = "", header: str = "") -> bytes:
    """A TEI document around ``body``; ``outside`` is beside ``text``, ``header`` in the header."""
    return (
        f'<TEI xmlns="{TEI}" xml:lang="en"><teiHeader><fileDesc>'
        f"<titleStmt><title>{title}</title></titleStmt>"
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>"
        f"{header}</teiHeader>{outside}<text><body>{body}</body></text></TEI>"
    ).encode()


def view_tree(body: str, view: ViewName = "reading") -> etree._Element:
    """The view of ``body`` as an lxml tree."""
    node = view_of(tei_of(body), view=view).node
    return etree.fromstring(transform.serialised(node), parser())


def page(body: str, *, view: ViewName = "reading", outside: str = "", header: str = ""):
    """The page of ``body``, parsed as HTML."""
    made = render_html(tei_of(body, outside=outside, header=header), view=view)
    return html.document_fromstring(made.text)


def seen(tree, view: str) -> str:
    """The words of the article that a reader of ``view`` sees, white space normalised."""
    article = tree.find(".//article/div")
    hidden = {"reading": "in-diplomatic", "diplomatic": "in-reading"}[view]
    return " ".join("".join(_seen(article, hidden)).split())


def _seen(element, hidden: str):
    classes = (element.get("class") or "").split()
    if hidden in classes or "hidden" in element.attrib or "permalink" in classes:
        return
    yield element.get("data-text") or element.text or ""
    for child in element:
        yield from _seen(child, hidden)
        yield child.tail or ""
