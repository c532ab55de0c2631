"""Encode the printed source that the settings of a text describe (``[source]``; HD3)."""

import re

from lxml import etree

from toolkit.encoding.ms_desc import read_manuscript
from toolkit.encoding.tree_builder import add_element
from toolkit.text import Document, Field

_PAGES = re.compile(r"(?P<first>\w+)\s*[-\u2013]\s*(?P<last>\w+)")
_PRINTED = ("title", "author", "editor", "publisher", "place", "year", "volume", "issue", "pages")


def is_superseded(doc: Document, source: Field) -> bool:
    """Whether the settings describe the source that a field of the text names.

    A description of the manuscript takes the place of a reference to a manuscript only.
    """
    tables = {field.key.partition(".")[0] for field in doc.overrides}
    return source.key == "source" and (
        "source" in tables or ("manuscript" in tables and bool(read_manuscript(source.value)))
    )


def add_given_source(parent: etree._Element, doc: Document, *, title: str) -> None:
    """Add the printed source of the settings: ``biblStruct`` if it has a title, else ``bibl``.

    ``title`` is that of the text. Archive and shelfmark belong to the ``msDesc``.
    """
    if not any(doc.field(f"source.{key}") for key in (*_PRINTED, "address")):
        return
    if doc.field("source.title"):
        _bibl_struct(parent, doc, title)
    else:
        made = add_element(parent, "bibl", attributes={"type": "source"})
        _responsible(made, doc)
        _imprint(made, doc)
        _address(made, doc)


def _bibl_struct(parent: etree._Element, doc: Document, title: str) -> None:
    made = add_element(parent, "biblStruct", attributes={"type": "source"})
    analytic = add_element(made, "analytic")
    for field in doc.header_fields:
        if field.key == "author":
            add_element(analytic, "author", field.value, {"ref": field.ref})
    add_element(analytic, "title", title, {"level": "a"})
    monogr = add_element(made, "monogr")
    _responsible(monogr, doc)
    level = "j" if doc.field("source.issue") else "m"
    add_element(monogr, "title", doc.field("source.title"), {"level": level})
    _address(monogr, doc)
    imprint = add_element(monogr, "imprint")
    _imprint(imprint, doc)
    if not doc.field("source.year"):
        add_element(imprint, "date", "undated")


def _responsible(parent: etree._Element, doc: Document) -> None:
    for key in ("author", "editor"):
        for field in doc.header_fields:
            if field.key == f"source.{key}":
                add_element(parent, key, field.value, {"ref": field.ref})


def _imprint(parent: etree._Element, doc: Document) -> None:
    for key, element in (("publisher", "publisher"), ("place", "pubPlace")):
        if words := doc.field(f"source.{key}"):
            add_element(parent, element, words)
    if year := doc.field("source.year"):
        add_element(parent, "date", year, {"when": year})
    for unit in ("volume", "issue"):
        if number := doc.field(f"source.{unit}"):
            add_element(parent, "biblScope", number, {"unit": unit})
    if pages := doc.field("source.pages"):
        add_element(parent, "biblScope", pages, {"unit": "page", **_range(pages)})


def _range(pages: str) -> dict[str, str]:
    """Return ``@from`` and ``@to`` of pages such as ``12-15`` or ``12``."""
    if match := _PAGES.fullmatch(pages.strip()):
        return {"from": match["first"], "to": match["last"]}
    single = pages.strip()
    return {"from": single, "to": single} if re.fullmatch(r"\w+", single) else {}


def _address(parent: etree._Element, doc: Document) -> None:
    if address := doc.field("source.address"):
        add_element(parent, "ptr", attributes={"target": address})
