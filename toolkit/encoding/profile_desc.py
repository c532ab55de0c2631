"""Write the ``profileDesc``: creation, language, and correspondents (HD4)."""

from babel import Locale
from lxml import etree

from toolkit.encoding.correspondence import find_receivers, find_senders
from toolkit.encoding.encoding_desc import describe_calendar, list_calendars
from toolkit.encoding.tree_builder import add_element
from toolkit.text import Annotation, Document, Field


def add_profile_desc(
    tei_header: etree._Element, doc: Document, nested: tuple[Annotation, ...]
) -> None:
    """Add a ``profileDesc`` to the header."""
    desc = add_element(tei_header, "profileDesc")
    written = next((f for f in doc.header_fields if f.key == "date"), None)
    if written:
        creation = add_element(desc, "creation")
        _date(creation, written)
    usage = add_element(desc, "langUsage")
    add_element(usage, "language", _english_name(doc.language), {"ident": doc.language})
    declared = list_calendars(doc, nested)
    if declared:
        calendar_desc = add_element(desc, "calendarDesc")
        for identifier in declared:
            calendar = add_element(calendar_desc, "calendar", attributes={"xml:id": identifier})
            add_element(calendar, "p", describe_calendar(identifier))
    _corresp_desc(desc, doc, nested, written)


def _english_name(tag: str) -> str:
    """Return the English name of a language, as CLDR has it; empty if its code is unknown."""
    names = Locale("en").languages
    return str(names.get(tag.partition("-")[0], "")) if tag != "und" else ""


def _corresp_desc(
    desc: etree._Element,
    doc: Document,
    nested: tuple[Annotation, ...],
    written: Field | None,
) -> None:
    """Add sender and addressees if both are known, from the metadata or the text."""
    senders = find_senders(doc, nested)
    receivers = find_receivers(doc, nested)
    if not senders or not receivers:
        return
    corresp = add_element(desc, "correspDesc")
    sent = add_element(corresp, "correspAction", attributes={"type": "sent"})
    for name, ref in senders:
        add_element(sent, "persName", name, {"ref": ref})
    for place, ref in _places(doc):
        add_element(sent, "placeName", place, {"ref": ref})
    if written:
        _date(sent, written)
    received = add_element(corresp, "correspAction", attributes={"type": "received"})
    for kind, name, ref in receivers:
        add_element(received, kind, name, {"ref": ref})


def _places(doc: Document) -> tuple[tuple[str, str], ...]:
    """Return the places of writing with their addresses; of the text's own fields the first."""
    places = tuple((f.value, f.ref) for f in doc.header_fields if f.key == "place")
    return places if any(f.key == "place" for f in doc.overrides) else places[:1]


def _date(parent: etree._Element, written: Field) -> None:
    if written.dates:
        dated = written.dates[0]
        add_element(parent, "date", dated.span.of(written.value), dict(dated.attributes))
    else:
        add_element(parent, "date", written.value)
