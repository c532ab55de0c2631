"""Write the ``teiHeader`` from the metadata of the transcription and of the edition (HD)."""

import re
from dataclasses import fields

from lxml import etree

from toolkit import __version__
from toolkit.edition import Edition
from toolkit.edition.revision import Revision
from toolkit.encoding.encoding_desc import add_encoding_desc
from toolkit.encoding.given_source import add_given_source, is_superseded
from toolkit.encoding.ms_desc import Manuscript, add_ms_desc
from toolkit.encoding.profile_desc import add_profile_desc
from toolkit.encoding.responsibility import RELATOR, RESP, header_names, split_names
from toolkit.encoding.source_desc import add_source
from toolkit.encoding.title import choose_title, find_authors
from toolkit.encoding.tree_builder import add_element
from toolkit.namespaces import CREATIVE_COMMONS, RELATORS, SPDX_LICENCES, tei
from toolkit.text import Annotation, Document

RESPONSIBLE = ("translator", "transcriber", "encoder", "proofreader")

_CREATIVE_COMMONS = re.compile(
    r"CC-(?P<terms>BY(?:-NC)?(?:-SA|-ND)?)-(?P<version>\d\.\d)", re.IGNORECASE
)


def add_header(
    root: etree._Element,
    doc: Document,
    nested: tuple[Annotation, ...],
    edition: Edition,
    *,
    stem: str,
    revisions: tuple[Revision, ...] = (),
) -> None:
    """Add a complete ``teiHeader`` to a ``TEI`` element.

    The metadata fields go to their elements; the metadata block itself is kept, to the letter, as
    ``xenoData``, so that nothing that was not understood is lost.
    """
    tei_header = add_element(root, "teiHeader")
    title, authors = choose_title(doc, nested), find_authors(doc, nested)
    file_desc = add_element(tei_header, "fileDesc")
    _title_stmt(file_desc, doc, edition, title, authors)
    _deciding_editors(file_desc[0], edition, revisions)
    _extent(file_desc, doc)
    add_publication_stmt(file_desc, doc, edition)
    _series_stmt(file_desc, doc)
    _source_desc(file_desc, doc, title, stem)
    add_encoding_desc(tei_header, doc, nested, edition, version=__version__)
    add_profile_desc(tei_header, doc, nested)
    for block in doc.annotations("xenoData"):
        add_element(tei_header, "xenoData", block.span.of(doc.text), {"type": "transcription"})
    revision = add_element(tei_header, "revisionDesc")
    for change in revisions:
        attributes = {"who": f"#{change.who}", "when": change.when}
        add_element(revision, "change", change.words, attributes)
    words = f"Encoded from the transcription {_file_name(doc, stem)} by tei-toolkit {__version__}."
    add_element(revision, "change", words, {"who": "#tei-toolkit"})
    _indent(tei_header)


def licence_address(licence: str) -> str:
    """Return the address of a licence: ``CC-BY-4.0`` is the deed of Creative Commons."""
    if re.match(r"https?://", licence):
        return licence
    if match := _CREATIVE_COMMONS.fullmatch(licence):
        return f"{CREATIVE_COMMONS}licenses/{match['terms'].lower()}/{match['version']}/"
    if licence.upper() == "CC0-1.0":
        return f"{CREATIVE_COMMONS}publicdomain/zero/1.0/"
    return f"{SPDX_LICENCES}{licence}.html" if re.fullmatch(r"[\w.+-]+", licence) else ""


def _title_stmt(
    file_desc: etree._Element,
    doc: Document,
    edition: Edition,
    title: str,
    authors: tuple[tuple[str, str], ...],
) -> None:
    statement = add_element(file_desc, "titleStmt")
    add_element(statement, "title", title)
    if subtitle := doc.field("subtitle"):
        add_element(statement, "title", subtitle, {"type": "sub"})
    for author, ref in authors:
        add_element(statement, "author", author, {"ref": ref})
    for editor, ref in header_names(doc, "editor"):
        add_element(statement, "editor", editor, {"ref": ref})
    for person in edition.editors:
        if person.role == "editor":
            add_element(statement, "editor", person.name, {"ref": person.ref})
    _credits(statement, doc)
    for person in edition.editors:
        if person.role != "editor":
            _resp_stmt(statement, "", person.role, (person.name,), ref=person.ref)


def _credits(statement: etree._Element, doc: Document) -> None:
    """Add those who translated, transcribed, encoded or proofread the text."""
    for found in doc.header_fields:
        if found.key in RESPONSIBLE:
            words = found.label or RESP[found.key]
            whole = found in doc.overrides
            names = (found.value,) if whole else split_names(found.value)
            _resp_stmt(statement, found.key, words, names, ref=found.ref)


def _deciding_editors(
    statement: etree._Element, edition: Edition, revisions: tuple[Revision, ...]
) -> None:
    """Declare the editors whom ``@resp`` and ``change`` point to."""
    for who in sorted({revision.who for revision in revisions}):
        person = edition.editor(who)
        stmt = add_element(statement, "respStmt")
        add_element(stmt, "resp", "decisions on what tei-toolkit proposed")
        attributes = {"xml:id": who, "ref": person.ref if person else ""}
        add_element(stmt, "name", person.name if person else who, attributes)


def _extent(file_desc: etree._Element, doc: Document) -> None:
    """Add the length of the text in words, without its metadata (HD22)."""
    words = doc.count_words()
    extent = add_element(file_desc, "extent")
    attributes = {"unit": "words", "quantity": str(words)}
    add_element(extent, "measure", f"{words} words", attributes)


def _resp_stmt(
    statement: etree._Element, key: str, words: str, names: tuple[str, ...], *, ref: str = ""
) -> None:
    if not names:
        return
    stmt = add_element(statement, "respStmt")
    relator = RELATORS + RELATOR[key] if key in RELATOR else ""
    add_element(stmt, "resp", words, {"ref": relator})
    for name in names:
        add_element(stmt, "name", name, {"ref": ref})


def add_publication_stmt(file_desc: etree._Element, doc: Document, edition: Edition) -> None:
    """Add the publisher of the edition, else its editors as the authority, and the licence."""
    statement = add_element(file_desc, "publicationStmt")
    if edition.publisher:
        add_element(statement, "publisher", edition.publisher)
    else:
        names = [person.name for person in edition.editors]
        add_element(statement, "authority", ", ".join(names) or "unpublished")
    if edition.date:
        add_element(statement, "date", edition.date, {"when": edition.date})
    availability = add_element(statement, "availability")
    if licence := doc.field("encoding_licence") or edition.licence:
        availability.set("status", "free")
        target = licence_address(licence)
        add_element(availability, "licence", licence, {"target": target})
    else:
        availability.set("status", "unknown")
        add_element(availability, "p", "No licence has been stated for this encoding.")
    for rights in doc.header_fields:
        if rights.key == "licence":
            add_element(availability, "p", f"{rights.label} of the source: {rights.value}".lstrip())


def _series_stmt(file_desc: etree._Element, doc: Document) -> None:
    """Add the series to which the text belongs (HD27)."""
    title, number = doc.field("series.title"), doc.field("series.number")
    if title:
        statement = add_element(file_desc, "seriesStmt")
        add_element(statement, "title", title, {"level": "s"})
        if number:
            add_element(statement, "biblScope", number, {"unit": "volume"})


def _source_desc(file_desc: etree._Element, doc: Document, title: str, stem: str) -> None:
    source_desc = add_element(file_desc, "sourceDesc")
    author = doc.field("author")
    add_given_source(source_desc, doc, title=title)
    kinds = {"source": "source", "published": "firstPublication", "online": "digitalSource"}
    for key, kind in kinds.items():
        for found in doc.fields:
            if found.key == key and not is_superseded(doc, found):
                add_source(source_desc, kind, found, title=title, author=author)
    _manuscript(source_desc, doc, title)
    transcription = add_element(source_desc, "bibl", attributes={"type": "transcription"})
    add_element(transcription, "title", title)
    add_element(transcription, "idno", _file_name(doc, stem), {"type": "file"})
    for found in doc.fields:
        if found.key in ("identifier", "note", "publisher", "subject"):
            words = f"{found.label}: {found.value}" if found.label else found.value
            add_element(transcription, "note", words, {"type": found.key})
        elif not found.key and any(map(str.isalnum, found.value)):
            words = f"{found.label}: {found.value}" if found.label else found.value
            add_element(transcription, "note", words, {"type": "metadata"})


def _manuscript(source_desc: etree._Element, doc: Document, title: str) -> None:
    """Add the manuscript that the settings or the metadata describe (MS)."""
    parts = {part.name: doc.field(f"manuscript.{part.name}") for part in fields(Manuscript)}
    parts["repository"] = doc.field("manuscript.repository", "source.archive", "repository")
    parts["shelfmark"] = doc.field("manuscript.shelfmark", "source.shelfmark", "shelfmark")
    kept = Manuscript(**parts)
    if kept != Manuscript():
        add_ms_desc(source_desc, kept, title=title)


def _file_name(doc: Document, stem: str) -> str:
    return re.split(r"[\\/]", doc.file)[-1] if doc.file else stem


def _indent(tei_header: etree._Element) -> None:
    """Indent the header; mixed content and the metadata block stay as they are."""
    mixed = [e for e in tei_header.iter() if _is_mixed(e)]
    spaces = [(e.text, [child.tail for child in e]) for e in mixed]
    etree.indent(tei_header, "  ", level=1)
    for holder, (text, tails) in zip(mixed, spaces, strict=True):
        holder.text = text
        for child, tail in zip(holder, tails, strict=True):
            child.tail = tail


def _is_mixed(holder: etree._Element) -> bool:
    words = (holder.text, *(child.tail for child in holder))
    return holder.tag == tei("xenoData") or any(text and not text.isspace() for text in words)
