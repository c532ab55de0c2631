"""Find the sender and the addressees of a letter, in its metadata or in the letter itself."""

from collections.abc import Iterator

from toolkit.encoding.responsibility import header_names
from toolkit.text import Annotation, Document, Span
from toolkit.text.reference_patterns import load_patterns


def find_senders(doc: Document, nested: tuple[Annotation, ...]) -> list[tuple[str, str]]:
    """Return the senders as words and reference.

    A signature may have less than the whole name: if the metadata name an addressee, the text is
    a letter, and its author is the sender, unless several signed.
    """
    named = list(header_names(doc, "sender"))
    signed = [(_words(doc, a.span), a.get("ref")) for a in _within(nested, "persName", "signed")]
    authors = header_names(doc, "author")
    if named or len(signed) > 1 or not (authors and doc.field("recipient")):
        return named or signed
    return [(author, ref or (signed[0][1] if signed else "")) for author, ref in authors]


def find_receivers(doc: Document, nested: tuple[Annotation, ...]) -> list[tuple[str, str, str]]:
    """Return the addressees as element, words and reference."""
    named = [("persName", name, ref) for name, ref in header_names(doc, "recipient")]
    if named:
        return named
    saluted = [
        ("persName", _words(doc, a.span), a.get("ref"))
        for a in _within(nested, "persName", "salute")
    ]
    if saluted:
        return saluted
    markers = [a.anchor for a in nested if a.anchor]
    address = load_patterns().address
    for salute in (a for a in nested if a.element == "salute"):
        words = _words(doc, _without_marker(salute.span, markers))
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


def _without_marker(span: Span, markers: list[Span]) -> Span:
    """Return a span without the note marker at its end."""
    end = next((m.start for m in markers if m.end == span.end and m.start > span.start), span.end)
    return Span(span.start, end)


def _words(doc: Document, span: Span) -> str:
    return " ".join(span.of(doc.text).split())
