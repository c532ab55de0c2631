"""Write the ``profileDesc``: creation, language, and correspondents (HD4)."""

from collections.abc import Iterator

from babel import Locale
from lxml import etree

from toolkit.encoding.encoding_desc import describe_calendar, list_calendars
from toolkit.encoding.reference_patterns import load_patterns
from toolkit.encoding.responsibility import split_names
from toolkit.encoding.tree_builder import add_element
from toolkit.text import Annotation, Document, Field, Span


def add_profile_desc(
    tei_header: etree._Element, doc: Document, nested: tuple[Annotation, ...]
) -> None:
    """Add a ``profileDesc`` to the header."""
    desc = add_element(tei_header, "profileDesc")
    written = next((f for f in doc.fields if f.key == "date"), None)
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
    senders = _senders(doc, nested)
    receivers = _receivers(doc, nested)
    if not senders or not receivers:
        return
    corresp = add_element(desc, "correspDesc")
    sent = add_element(corresp, "correspAction", attributes={"type": "sent"})
    for name, ref in senders:
        add_element(sent, "persName", name, {"ref": ref})
    if place := doc.field("place"):
        add_element(sent, "placeName", place)
    if written:
        _date(sent, written)
    received = add_element(corresp, "correspAction", attributes={"type": "received"})
    for kind, name, ref in receivers:
        add_element(received, kind, name, {"ref": ref})


def _senders(doc: Document, nested: tuple[Annotation, ...]) -> list[tuple[str, str]]:
    """Return the senders as words and reference.

    A signature may be shorter than the name: if the metadata name an addressee, this is a letter,
    and its author is the sender, unless several people signed.
    """
    named = [(name, "") for name in split_names(doc.field("sender"))]
    signed = [(_words(doc, a.span), a.get("ref")) for a in _within(nested, "persName", "signed")]
    authors = split_names(doc.field("author"))
    if named or len(signed) > 1 or not (authors and doc.field("recipient")):
        return named or signed
    return [(author, signed[0][1] if signed else "") for author in authors]


def _receivers(doc: Document, nested: tuple[Annotation, ...]) -> list[tuple[str, str, str]]:
    """Return the addressees as element, words and reference."""
    named = [("persName", name, "") for name in split_names(doc.field("recipient"))]
    if named:
        return named
    saluted = [
        ("persName", _words(doc, a.span), a.get("ref"))
        for a in _within(nested, "persName", "salute")
    ]
    if saluted:
        return saluted
    markers = [a.anchor for a in nested if a.anchor]
    for salute in (a for a in nested if a.element == "salute"):
        words = _words(doc, _without(salute.span, markers))
        address = load_patterns().address
        if address.match(words):
            return [("rs", address.sub("", words), "")]
    return []


def _within(nested: tuple[Annotation, ...], inner: str, outer: str) -> Iterator[Annotation]:
    """Yield the annotations of one element inside those of another, each person once."""
    spans = [a.span for a in nested if a.element == outer]
    seen: set[str] = set()
    for annotation in nested:
        if annotation.element == inner and any(s.contains(annotation.span) for s in spans):
            ref = annotation.get("ref")
            if not ref or ref not in seen:
                seen.add(ref)
                yield annotation


def _without(span: Span, markers: list[Span]) -> Span:
    """Return a span without the note marker at its end."""
    end = next((m.start for m in markers if m.end == span.end and m.start > span.start), span.end)
    return Span(span.start, end)


def _date(parent: etree._Element, written: Field) -> None:
    if written.dates:
        dated = written.dates[0]
        add_element(parent, "date", dated.span.of(written.value), dict(dated.attributes))
    else:
        add_element(parent, "date", written.value)


def _words(doc: Document, span: Span) -> str:
    return " ".join(span.of(doc.text).split())
