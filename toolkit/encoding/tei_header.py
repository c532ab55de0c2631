"""Header: the ``teiHeader``, from the metadata of the transcription and of the edition (HD)."""

import re

from lxml import etree

from toolkit import __version__
from toolkit.edition import Edition
from toolkit.edition.revision import Revision
from toolkit.encoding.encoding_desc import encoding_desc
from toolkit.encoding.ms_desc import Manuscript, ms_desc
from toolkit.encoding.profile_desc import profile_desc
from toolkit.encoding.responsibility import RELATOR, RESP, split_names
from toolkit.encoding.source_desc import source_statement
from toolkit.encoding.tree_builder import element
from toolkit.namespaces import CREATIVE_COMMONS, RELATORS, SPDX_LICENCES, tei
from toolkit.text import Annotation, Document
from toolkit.text.line_heuristics import without_marker

RESPONSIBLE = ("translator", "transcriber", "encoder", "proofreader")

_CREATIVE_COMMONS = re.compile(
    r"CC-(?P<terms>BY(?:-NC)?(?:-SA|-ND)?)-(?P<version>\d\.\d)", re.IGNORECASE
)


def header(
    root: etree._Element,
    doc: Document,
    nested: tuple[Annotation, ...],
    edition: Edition,
    *,
    stem: str,
    revisions: tuple[Revision, ...] = (),
) -> None:
    """Put a complete ``teiHeader`` into a ``TEI`` element.

    What the metadata block says goes where TEI wants it; the block itself is kept, to the
    letter, as ``xenoData``, so that nothing of it is lost whatever was not understood.
    """
    tei_header = element(root, "teiHeader")
    title = title_of(doc, nested, edition, stem)
    file_desc = element(tei_header, "fileDesc")
    _title_stmt(file_desc, doc, edition, title)
    _deciding_editors(file_desc[0], edition, revisions)
    _extent(file_desc, doc)
    publication_stmt(file_desc, doc, edition)
    _source_desc(file_desc, doc, title, stem)
    encoding_desc(tei_header, doc, nested, edition, version=__version__)
    profile_desc(tei_header, doc, nested)
    for block in doc.annotations("xenoData"):
        element(tei_header, "xenoData", block.span.of(doc.text), {"type": "transcription"})
    revision = element(tei_header, "revisionDesc")
    for change in revisions:
        attributes = {"who": f"#{change.who}", "when": change.when}
        element(revision, "change", change.words, attributes)
    words = f"Encoded from the transcription {_file_name(doc, stem)} by tei-toolkit {__version__}."
    element(revision, "change", words, {"who": "#tei-toolkit"})
    _indent(tei_header)


def title_of(doc: Document, nested: tuple[Annotation, ...], edition: Edition, stem: str) -> str:
    """The title: from the metadata, else the first heading, else the edition's, else the file's."""
    named = (a for a in nested if a.element in ("head", "titlePart"))
    heads = (" ".join(a.span.of(doc.text).split()) for a in named)
    head = without_marker(next(heads, "")).rstrip()
    return doc.field("title") or head or edition.title or stem.replace("-", " ").replace("_", " ")


def licence_address(licence: str) -> str:
    """The address of a licence: ``CC-BY-4.0`` is the deed of Creative Commons."""
    if re.match(r"https?://", licence):
        return licence
    if match := _CREATIVE_COMMONS.fullmatch(licence):
        return f"{CREATIVE_COMMONS}licenses/{match['terms'].lower()}/{match['version']}/"
    if licence.upper() == "CC0-1.0":
        return f"{CREATIVE_COMMONS}publicdomain/zero/1.0/"
    return f"{SPDX_LICENCES}{licence}.html" if re.fullmatch(r"[\w.+-]+", licence) else ""


def _title_stmt(file_desc: etree._Element, doc: Document, edition: Edition, title: str) -> None:
    statement = element(file_desc, "titleStmt")
    element(statement, "title", title)
    if subtitle := doc.field("subtitle"):
        element(statement, "title", subtitle, {"type": "sub"})
    for author in split_names(doc.field("author")):
        element(statement, "author", author)
    for editor in split_names(doc.field("editor")):
        element(statement, "editor", editor)
    for person in edition.editors:
        if person.role == "editor":
            element(statement, "editor", person.name, {"ref": person.ref})
    for found in doc.fields:
        if found.key in RESPONSIBLE:
            _resp_stmt(
                statement, found.key, found.label or RESP[found.key], split_names(found.value)
            )
    for person in edition.editors:
        if person.role != "editor":
            _resp_stmt(statement, "", person.role, (person.name,), ref=person.ref)


def _deciding_editors(
    statement: etree._Element, edition: Edition, revisions: tuple[Revision, ...]
) -> None:
    """Declare the editors whom ``@resp`` and ``change`` point to."""
    for who in sorted({revision.who for revision in revisions}):
        person = edition.editor(who)
        stmt = element(statement, "respStmt")
        element(stmt, "resp", "decisions on what tei-toolkit proposed")
        attributes = {"xml:id": who, "ref": person.ref if person else ""}
        element(stmt, "name", person.name if person else who, attributes)


def _extent(file_desc: etree._Element, doc: Document) -> None:
    """How long the text is, in words as white space parts them, without its metadata (HD22)."""
    words = doc.count_words()
    extent = element(file_desc, "extent")
    attributes = {"unit": "words", "quantity": str(words)}
    element(extent, "measure", f"{words} words", attributes)


def _resp_stmt(
    statement: etree._Element, key: str, words: str, names: tuple[str, ...], *, ref: str = ""
) -> None:
    stmt = element(statement, "respStmt")
    relator = RELATORS + RELATOR[key] if key in RELATOR else ""
    element(stmt, "resp", words, {"ref": relator})
    for name in names:
        element(stmt, "name", name, {"ref": ref})


def publication_stmt(file_desc: etree._Element, doc: Document, edition: Edition) -> None:
    """The publisher is the edition's; without one, its editors answer for it."""
    statement = element(file_desc, "publicationStmt")
    if edition.publisher:
        element(statement, "publisher", edition.publisher)
    else:
        names = [person.name for person in edition.editors]
        element(statement, "authority", ", ".join(names) or "unpublished")
    if edition.date:
        element(statement, "date", edition.date, {"when": edition.date})
    availability = element(statement, "availability")
    if edition.licence:
        availability.set("status", "free")
        target = licence_address(edition.licence)
        element(availability, "licence", edition.licence, {"target": target})
    else:
        availability.set("status", "unknown")
        element(availability, "p", "No licence has been stated for this encoding.")
    for rights in doc.fields:
        if rights.key == "licence":
            element(availability, "p", f"{rights.label} of the source: {rights.value}".lstrip())


def _source_desc(file_desc: etree._Element, doc: Document, title: str, stem: str) -> None:
    source_desc = element(file_desc, "sourceDesc")
    author = doc.field("author")
    kinds = {"source": "source", "published": "firstPublication", "online": "digitalSource"}
    for key, kind in kinds.items():
        for found in doc.fields:
            if found.key == key:
                source_statement(source_desc, kind, found, title=title, author=author)
    _manuscript(source_desc, doc, title)
    transcription = element(source_desc, "bibl", attributes={"type": "transcription"})
    element(transcription, "title", title)
    element(transcription, "idno", _file_name(doc, stem), {"type": "file"})
    for found in doc.fields:
        if found.key in ("identifier", "note", "publisher", "subject"):
            words = f"{found.label}: {found.value}" if found.label else found.value
            element(transcription, "note", words, {"type": found.key})
        elif not found.key and any(map(str.isalnum, found.value)):
            words = f"{found.label}: {found.value}" if found.label else found.value
            element(transcription, "note", words, {"type": "metadata"})


def _manuscript(source_desc: etree._Element, doc: Document, title: str) -> None:
    """Archive and shelfmark, where the metadata name them (MS)."""
    kept = Manuscript(repository=doc.field("repository"), shelfmark=doc.field("shelfmark"))
    if kept != Manuscript():
        ms_desc(source_desc, kept, title=title)


def _file_name(doc: Document, stem: str) -> str:
    return re.split(r"[\\/]", doc.file)[-1] if doc.file else stem


def _indent(tei_header: etree._Element) -> None:
    """Indent the header, which is ours; mixed content and the metadata block stay as they are."""
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
