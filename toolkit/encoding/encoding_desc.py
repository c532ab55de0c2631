"""Describe the encoding of a text in the ``encodingDesc`` of its header (HD5)."""

from collections import Counter
from collections.abc import Collection, Iterable

from lxml import etree

from toolkit.edition import Edition
from toolkit.encoding.tree_builder import add_element, char_id
from toolkit.text import Annotation, Document
from toolkit.text.xml_characters import foreign_to_xml

_CALENDARS = {
    "julian": "Julian calendar; @when gives the day in the Gregorian calendar.",
    "frenchRepublican": "French Republican calendar; @when gives the Gregorian day.",
    "gregorian": "Gregorian calendar.",
}


def add_encoding_desc(
    tei_header: etree._Element,
    doc: Document,
    nested: tuple[Annotation, ...],
    edition: Edition,
    *,
    version: str,
) -> None:
    """Add an ``encodingDesc`` to the header; every number in it is counted."""
    desc = add_element(tei_header, "encodingDesc")
    if edition.description:
        add_element(add_element(desc, "projectDesc"), "p", edition.description)
    _editorial_decl(desc, nested, edition)
    app_info = add_element(desc, "appInfo")
    application = add_element(
        app_info,
        "application",
        attributes={"xml:id": "tei-toolkit", "ident": "tei-toolkit", "version": version},
    )
    add_element(application, "label", "tei-toolkit")
    _char_decl(desc, doc)


def list_calendars(doc: Document, nested: tuple[Annotation, ...]) -> tuple[str, ...]:
    """List the calendars that dates of the text or of its metadata point to, as ``xml:id``."""
    in_fields = (dated for field in doc.header_fields for dated in field.dates)
    named = {name for a in (*nested, *in_fields) for name in a.get("calendar").split()}
    return tuple(sorted(name.removeprefix("#") for name in named if name.startswith("#")))


def describe_calendar(identifier: str) -> str:
    """Return the description of a calendar for its ``calendar`` element."""
    return _CALENDARS.get(identifier, identifier)


def _editorial_decl(desc: etree._Element, nested: tuple[Annotation, ...], edition: Edition) -> None:
    decl = add_element(desc, "editorialDecl")
    for name, words in (
        ("correction", _correction(nested, edition)),
        (
            "normalization",
            "The words are those of the transcription, to the letter. Line ends are line feeds; "
            "other white space is kept.",
        ),
        ("hyphenation", _hyphenation(nested)),
        ("segmentation", _segmentation(nested)),
        ("interpretation", _interpretation(nested)),
    ):
        add_element(add_element(decl, name), "p", words)


def _correction(nested: tuple[Annotation, ...], edition: Edition) -> str:
    marked = [a for a in nested if a.element == "sic"]
    corrected = [a for a in marked if a.alternative is not None]
    decided = _count_decided(nested, ("sic",))
    if not marked:
        return "No error of the transcription has been marked."
    alone = len(marked) - len(corrected)
    without = f", and {alone} by sic alone, without a correction" if alone else ""
    how = {"high": "certain ones only", "medium": "certain and probable ones"}
    return (
        f"{_count(len(corrected), 'error')} of the transcription marked by choice, with the "
        f"reading of the transcription in sic and the correction in corr{without}; {decided} "
        f"decided by an editor, {len(marked) - decided} proposed by tei-toolkit "
        f"({how.get(edition.threshold.value, 'doubtful ones too')}) and marked by resp and cert."
    )


def _hyphenation(nested: tuple[Annotation, ...]) -> str:
    lines = [a for a in nested if a.element == "lb"]
    broken = sum(a.get("break") == "no" for a in lines)
    if not lines:
        return "The transcription has no line divisions within its paragraphs."
    own = sum(a.element == "pc" and a.get("force") == "strong" for a in nested)
    belonging = f'; in {own} of these it belongs to the word (pc force="strong")' if own else ""
    return (
        f"{_count(len(lines), 'line division')} of the transcription marked by lb; {broken} within "
        f'a word (break="no"), the hyphen kept{belonging}.'
    )


def _segmentation(nested: tuple[Annotation, ...]) -> str:
    counts = Counter(a.element for a in nested)
    named = (("p", "paragraph"), ("head", "heading"), ("lg", "stanza"), ("list", "list"),
             ("table", "table"), ("note", "note"))  # fmt: skip
    parts = [_count(counts[name], word) for name, word in named if counts[name]]
    return f"Marked: {', '.join(parts) or 'nothing'}. Notes stand at their markers."


def _interpretation(nested: tuple[Annotation, ...]) -> str:
    counts = Counter(a.element for a in nested)
    linked = sum(bool(a.get("ref")) for a in nested)
    named = (("persName", "name of a person", "names of persons"),
             ("orgName", "name of an organisation", "names of organisations"),
             ("placeName", "name of a place", "names of places"),
             ("date", "date", "dates"), ("time", "time", "times"))  # fmt: skip
    parts = [
        f"{counts[name]} {one if counts[name] == 1 else many}"
        for name, one, many in named
        if counts[name]
    ]
    if not parts:
        return "No names or dates have been marked."
    words = f"Marked: {', '.join(parts)}; {linked} of them linked to an entry of standOff by ref"
    decided = _count_decided(nested, {name for name, _, _ in named})
    return (
        f"{words}, {decided} decided by an editor and marked by resp." if decided else f"{words}."
    )


def _count_decided(nested: Iterable[Annotation], elements: Collection[str]) -> int:
    return sum(a.origin.startswith("editor:") for a in nested if a.element in elements)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _char_decl(desc: etree._Element, doc: Document) -> None:
    """Declare the characters that XML cannot hold, which ``g`` replaces (WDGAIJI)."""
    chars = sorted(foreign_to_xml(doc.text))
    if not chars:
        return
    decl = add_element(desc, "charDecl")
    for char in chars:
        declared = add_element(decl, "char", attributes={"xml:id": char_id(char)})
        point = f"U+{ord(char):04X}"
        add_element(declared, "localProp", attributes={"name": "codepoint", "value": point})
