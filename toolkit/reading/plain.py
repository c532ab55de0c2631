"""Read a plain transcription, typed or scanned, into a ``Document``."""

from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.findings import Finding
from toolkit.reading.charset import decode
from toolkit.reading.language_detection import detect_language, tag_of
from toolkit.reading.metadata import Block, find_metadata
from toolkit.reading.wrong_input_findings import report_wrong_input
from toolkit.text import Annotation, Document, Field, Layer, Span
from toolkit.text.xml_characters import foreign_to_xml
from toolkit.trees import read_bytes

LAYER = "read"


@dataclass(frozen=True, slots=True)
class Reading:
    """The document that was read, and the findings."""

    doc: Document
    findings: tuple[Finding, ...] = ()


def read_plain(path: Path, *, language: str = "", overrides: tuple[Field, ...] = ()) -> Reading:
    """Read a transcription. SourceError if the file has no readable text."""
    return read_text(read_bytes(path), str(path), language=language, overrides=overrides)


def read_text(
    data: bytes, file: str, *, language: str = "", overrides: tuple[Field, ...] = ()
) -> Reading:
    """Read a transcription from memory; ``file`` names it in messages.

    ``overrides`` are header fields that win over those of the text. The language is the one given,
    else the one named in the metadata block, else the detected one.
    The metadata block becomes an annotation ``xenoData``: its lines go to the header.
    """
    text, findings = decode(data, file)
    block = find_metadata(text)
    if any(foreign_to_xml(span.of(text)) for span in block.spans):
        # xenoData has no place for g: with such a character, a block is text like any other.
        block = Block()
    layer = Layer(
        LAYER,
        tuple(Annotation(span, "xenoData", origin=LAYER, rule="metadata") for span in block.spans),
    )
    doc = Document(text, file, fields=block.fields, layers=(layer,), overrides=overrides)
    named = tag_of(doc.field("language"))
    tag = language or named or detect_language(_body(text, block.spans))
    doc = replace(doc, language=tag)
    return Reading(doc, (*findings, *report_wrong_input(doc)))


def _body(text: str, spans: tuple[Span, ...]) -> str:
    """Return the text without its metadata."""
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return text
