"""Pipeline: the steps in order, from a transcription to a TEI file that is proved to be intact."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from toolkit.annotation.notes import diagnose
from toolkit.annotation.protocol import Annotator, installed, run
from toolkit.decisions.codes import PROPOSAL_WAITS
from toolkit.decisions.decision import Decision
from toolkit.decisions.ledger import read_ledger
from toolkit.decisions.resolve import Decided, decide
from toolkit.edition import Edition, Entry
from toolkit.edition.settings import inside
from toolkit.encoding.serialise import serialise
from toolkit.encoding.tei_corpus import corpus
from toolkit.encoding.tei_document import encode
from toolkit.findings import Finding, Place
from toolkit.reading.plain import Reading, read_plain, read_text
from toolkit.text import Annotation, Document
from toolkit.trees import parse_bytes
from toolkit.validation.fidelity import fidelity

ViewName = Literal["reading", "diplomatic"]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A TEI file, the document it was made from, and all that a person should know about it.

    ``nested`` are the annotations that became elements; ``waiting`` are the proposals that nobody
    has decided on.
    """

    tei: bytes
    doc: Document
    nested: tuple[Annotation, ...]
    waiting: tuple[Annotation, ...]
    findings: tuple[Finding, ...]

    @property
    def intact(self) -> bool:
        """Whether the TEI file was proved to have every character of the transcription."""
        return not any(finding.code.startswith("FID") for finding in self.findings)

    @property
    def mentions(self) -> tuple[str, ...]:
        """The ids of the entries that the text refers to."""
        refs = {ref for a in self.nested for ref in a.get("ref").split()}
        return tuple(sorted(ref.removeprefix("#") for ref in refs if ref.startswith("#")))

    @property
    def elements(self) -> Mapping[str, int]:
        """How often each element was marked."""
        counts = Counter(a.element for a in self.nested if a.element != "xenoData")
        return dict(sorted(counts.items()))


def encode_file(path: Path, edition: Edition, *, language: str = "") -> Encoded:
    """Read, annotate, decide and encode one transcription, and prove that its text is intact."""
    reading = read_plain(path, language=language or edition.language)
    return encode_reading(reading, edition, stem=path.stem)


def encode_bytes(data: bytes, file: str, edition: Edition, *, language: str = "") -> Encoded:
    """The same for a transcription in memory; ``file`` names it."""
    reading = read_text(data, file, language=language or edition.language)
    return encode_reading(reading, edition, stem=Path(file).stem)


def encode_reading(
    reading: Reading,
    edition: Edition,
    *,
    stem: str,
    annotators: Iterable[Annotator] | None = None,
) -> Encoded:
    """The same for what has been read, with all installed annotators or with these."""
    doc = annotate_reading(reading, edition, annotators=annotators)
    decided = decide(
        doc,
        decisions_of(edition),
        threshold=edition.threshold,
        uncorrected=edition.uncorrected,
    )
    tei, nested = _written(doc, decided, edition, stem=stem)
    findings = (
        *reading.findings,
        *diagnose(doc),
        *decided.findings,
        *fidelity(parse_bytes(tei, doc.file), doc.text, doc.file),
        *(_waits(doc, annotation) for annotation in decided.waiting),
    )
    return Encoded(tei, doc, nested, decided.waiting, findings)


def persons_in(path: Path, edition: Edition, *, language: str = "") -> tuple[Entry, ...]:
    """Entries for the persons of a transcription whom no authority list has."""
    from toolkit.annotation.names.entity_clustering import (  # noqa: PLC0415  # loads all about names
        proposed_persons,
    )

    reading = read_plain(path, language=language or edition.language)
    doc = annotate_reading(reading, edition)
    return proposed_persons(doc, doc.annotations())


def corpus_of(texts: Iterable[bytes], edition: Edition, *, name: str) -> bytes:
    """The ``teiCorpus`` of TEI files."""
    trees = (parse_bytes(text, name) for text in texts)
    return serialise(corpus(trees, edition, name=name))


def annotate_reading(
    reading: Reading, edition: Edition, *, annotators: Iterable[Annotator] | None = None
) -> Document:
    """What has been read, with a layer of proposals from each annotator."""
    chosen = installed() if annotators is None else tuple(annotators)
    return run(_with_dated_fields(reading.doc, edition, chosen), edition, chosen)


def ledger_of(edition: Edition) -> Path | None:
    """Where an edition keeps its decisions; None for a text without an ``edition.toml``."""
    if edition.folder is None:
        return None
    return inside(edition.folder, edition.decisions, edition.folder / "edition.toml")


def decisions_of(edition: Edition) -> tuple[Decision, ...]:
    """The decisions in an edition's ledger, oldest first."""
    path = ledger_of(edition)
    return read_ledger(path) if path else ()


@dataclass(frozen=True, slots=True)
class Rendering:
    """One rendering of a TEI file: its bytes, and what was found while it was made."""

    data: bytes
    findings: tuple[Finding, ...]


def render_tei(
    tei: bytes, kind: str, *, edition: Edition, view: str = "", file: str = "", page: str = ""
) -> Rendering:
    """Render a TEI file as ``html`` or ``pdf``; the edition says the page and the first view.

    ``page`` is what the page will be called among those of the edition, without its ending; by
    default the name of the file.
    """
    seen = cast(ViewName, view or edition.view)
    if kind == "html":
        return _page(tei, edition, seen, file, page)
    return _pdf(tei, edition, seen, file)


def get_ready(formats: Iterable[str]) -> None:
    """Start what takes its time to start, where it will be needed: the typesetter for ``pdf``."""
    if "pdf" in formats:
        from toolkit.rendering.typesetter_process import shared  # noqa: PLC0415  # only for PDF

        shared()


def _page(tei: bytes, edition: Edition, view: ViewName, file: str, page: str) -> Rendering:
    from toolkit.rendering.html import PageSettings, render_html  # noqa: PLC0415  # loads Saxon

    style = edition.file(edition.style)
    settings = PageSettings(
        own_style=style.read_text(encoding="utf-8") if style else "",
        own_stylesheet=edition.file(edition.stylesheet),
    )
    name = file.rpartition("/")[2]
    called = f"{page or name.removesuffix('.xml')}.html"
    address = f"{edition.address.rstrip('/')}/{called}" if edition.address else ""
    drawn = render_html(
        tei, view=view, settings=settings, file=file, tei_href=name, address=address
    )
    return Rendering(drawn.html.encode(), drawn.findings)


def _pdf(tei: bytes, edition: Edition, view: ViewName, file: str) -> Rendering:
    from toolkit.rendering.pdf import render_pdf  # noqa: PLC0415  # loads Saxon
    from toolkit.rendering.pdf_settings import (  # noqa: PLC0415
        Apparatus,
        Facsimiles,
        LineNumbers,
        PageFormat,
        PdfSettings,
        TitlePage,
    )
    from toolkit.rendering.typesetter_process import shared  # noqa: PLC0415

    fonts = edition.file(edition.fonts)
    settings = PdfSettings(
        page_format=cast(PageFormat, edition.page),
        apparatus=cast(Apparatus, edition.apparatus),
        facsimiles=cast(Facsimiles, edition.facsimiles),
        line_numbers=cast(LineNumbers, edition.line_numbers),
        title_page=cast(TitlePage, edition.title_page),
        folder=edition.folder,
        layout=edition.file(edition.layout),
        fonts=(fonts,) if fonts else (),
    )
    pdf = render_pdf(tei, view=view, settings=settings, file=file, typesetter=shared())
    return Rendering(pdf.data, pdf.findings)


def check_tei(tei: bytes, file: str, *, transcription: str | None = None) -> tuple[Finding, ...]:
    """Check a TEI file against the schema that it names, its rules and its pointers.

    With the ``transcription`` it was made from, findings tell the line there too, and the text
    is proved to be intact.
    """
    from toolkit.validation.run import check  # noqa: PLC0415  # loads the schema

    return check(tei, file=file, transcription=transcription).findings


def _with_dated_fields(
    doc: Document, edition: Edition, annotators: Iterable[Annotator]
) -> Document:
    """The document with the dates in its metadata found, as those in a text are."""
    dating = [a for a in annotators if a.name == "dates"]
    fields = []
    for field in doc.fields:
        value = Document(field.value, doc.file, doc.language)
        dates = tuple(run(value, edition, dating).annotations("date"))
        fields.append(replace(field, dates=dates))
    return replace(doc, fields=tuple(fields))


def _written(
    doc: Document, decided: Decided, edition: Edition, *, stem: str
) -> tuple[bytes, tuple[Annotation, ...]]:
    """The TEI file, and the annotations that are elements in it; the tree, which is large, goes."""
    encoding = encode(doc, decided.accepted, edition, stem=stem, revisions=decided.revisions)
    return serialise(encoding.tree), encoding.nested


def _waits(doc: Document, annotation: Annotation) -> Finding:
    line, column = doc.place(annotation.span.start)
    words = annotation.span.of(doc.text)
    proposal = f'"{words}"' if words else "something missing"
    if annotation.alternative is not None:
        proposal += f' \u2192 "{annotation.alternative}"'
    return PROPOSAL_WAITS.at(
        Place(doc.file, line, column, transcription=line),
        f"{proposal} ({annotation.cert}): {annotation.reason or annotation.rule}",
    )
