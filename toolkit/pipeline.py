"""The steps in order: read, annotate, decide, encode, prove; then check and render.

    transcription -> Reading -> Document with layers -> accepted layer -> EditionText -> artifacts

Each step is a function from values to values; ``batch`` runs them for many texts and
``publishing`` writes the files.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.annotation.annotators import annotators_of
from toolkit.annotation.protocol import Annotator, annotate_document
from toolkit.decisions.ledger import read_decisions
from toolkit.decisions.resolve import decide, report_waiting
from toolkit.edition import Edition, EditionText
from toolkit.edition.text_settings import TextSettings, fields_of
from toolkit.edition.text_settings_file import read_text_settings
from toolkit.encoding.serialise import serialise
from toolkit.encoding.tei_corpus import build_corpus
from toolkit.encoding.tei_document import encode
from toolkit.encoding.title import find_missing_title
from toolkit.findings import Finding
from toolkit.reading.plain import Reading, read_plain, read_text
from toolkit.text import Annotation, Document
from toolkit.trees import parse_bytes
from toolkit.validation.fidelity import check_fidelity


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded text, the document it was made from, and the findings of all steps.

    ``nested`` are the annotations that became elements; ``waiting`` are the proposals without a
    decision.
    """

    text: EditionText
    doc: Document
    nested: tuple[Annotation, ...]
    waiting: tuple[Annotation, ...]
    findings: tuple[Finding, ...]

    @property
    def tei(self) -> bytes:
        """The bytes of the TEI file."""
        return self.text.data

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
    reading = read_transcription(path, edition, language=language)
    return encode_reading(reading, edition, stem=path.stem)


def read_transcription(path: Path, edition: Edition, *, language: str = "") -> Reading:
    """Read a transcription with its settings, of ``NAME.toml`` and of the edition."""
    settings = read_text_settings(edition, path)
    return read_plain(
        path,
        language=language or settings.language or edition.language,
        overrides=fields_of(settings),
    )


def encode_bytes(
    data: bytes,
    file: str,
    edition: Edition,
    *,
    language: str = "",
    tei_file: str = "",
    settings: TextSettings | None = None,
) -> Encoded:
    """Encode a transcription in memory.

    ``file`` names the transcription, ``tei_file`` the TEI that is made of it. ``settings`` are
    those of the text; without them, those that the edition has for it.
    """
    settings = edition.text(Path(file).stem) if settings is None else settings
    reading = read_text(
        data,
        file,
        language=language or settings.language or edition.language,
        overrides=fields_of(settings),
    )
    return encode_reading(reading, edition, stem=Path(file).stem, tei_file=tei_file)


def encode_reading(
    reading: Reading,
    edition: Edition,
    *,
    stem: str,
    tei_file: str = "",
    annotators: Iterable[Annotator] | None = None,
) -> Encoded:
    """Encode what has been read, with the annotators of the edition or with these."""
    doc, annotating = annotate_reading(reading, edition, annotators=annotators)
    decided = decide(
        doc,
        read_decisions(edition),
        threshold=edition.threshold,
        uncorrected=edition.uncorrected,
    )
    encoding = encode(doc, decided.accepted, edition, stem=stem, revisions=decided.revisions)
    text = EditionText(serialise(encoding.tree), tei_file or f"{stem}.xml", doc)
    findings = (
        *reading.findings,
        *annotating,
        *find_missing_title(doc, encoding.nested),
        *decided.findings,
        *check_fidelity(text.tree, doc.text, doc.file),  # of the file as serialised
        *report_waiting(doc, decided.waiting),
    )
    return Encoded(text, doc, encoding.nested, decided.waiting, findings)


def annotate_reading(
    reading: Reading, edition: Edition, *, annotators: Iterable[Annotator] | None = None
) -> tuple[Document, tuple[Finding, ...]]:
    """Add a layer of proposals from each annotator, and collect their findings."""
    chosen = annotators_of(edition) if annotators is None else annotators
    return annotate_document(reading.doc, edition, chosen)


def check_text(text: EditionText, *, transcription: str | None = None) -> tuple[Finding, ...]:
    """Check a TEI file against the schema that it names, its rules and its pointers.

    With the ``transcription`` it was made from, the findings also give the line there, and the
    text is proved to be intact.
    """
    from toolkit.validation.run import check  # noqa: PLC0415  # loads the schema

    return check(text, transcription=transcription).findings


def corpus_of(texts: Iterable[bytes], edition: Edition, *, name: str) -> bytes:
    """Put TEI files into one ``teiCorpus``."""
    trees = (parse_bytes(text, name) for text in texts)
    return serialise(build_corpus(trees, edition, name=name))
