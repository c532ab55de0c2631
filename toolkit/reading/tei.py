"""TEI: what is marked in a TEI file, as annotations over the transcription it was made from.

The characters of the file (of a ``choice`` the source's) and those of the transcription are the
same, white space aside; that is how marks find their place. Notes and the metadata block stand
elsewhere in the file than in the transcription, each in one piece.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from toolkit.exceptions import SourceError
from toolkit.namespaces import XML, tei
from toolkit.text import Annotation, Attributes, Cert, Document, Span
from toolkit.text.alignment import Mismatch, align
from toolkit.text.annotation import ALTERNATIVES
from toolkit.text.character_stream import (
    CharacterStream,
    StreamBuilder,
    offsets_of,
    stream_of,
)
from toolkit.trees import begins_with_label, declared_characters, path_of, tei_name
from toolkit.vocabulary import elements

_WRAPPERS = elements("text-part") | {"choice", "anchor", "g"}
_SOURCE = frozenset(ALTERNATIVES)
_EDITORS = frozenset(ALTERNATIVES.values())


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in a TEI file; ``foreign`` are the paths of what is no mark on the text."""

    annotations: tuple[Annotation, ...]
    foreign: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Point:
    """A place between two characters that are no white space; before the space, or after it."""

    index: int
    after_space: bool


class _Stream:
    """Characters in a row, and the marks over them.

    The label of a note comes first in its stream where the text of the note has none of its own.
    """

    def __init__(self, label: str = "") -> None:
        self.text = StreamBuilder()
        self.marks: list[tuple[_Point, _Point, Annotation, _Stream | None]] = []
        self.add(label)
        self.label_length = self.text.length
        if label:
            self.text.add_edge()

    def add(self, text: str | None) -> None:
        """Append text."""
        self.text.add(text)

    def point(self) -> _Point:
        """Return the place of the next character."""
        return _Point(self.text.length, self.text.after_space)


def read_marks(tree: etree._ElementTree, doc: Document, file: str) -> Marked:
    """Read the marks of a TEI file as annotations over its transcription.

    SourceError if the file has other words than the transcription (``validation/fidelity.py``
    reports the first difference).
    """
    reader = _Reader(declared_characters(tree))
    main = _Stream()
    for text in tree.getroot().iterchildren(tei("text")):
        reader.read(text, main)
    placed = _place(doc, main, reader.notes, _metadata(tree))
    if placed is None:
        raise SourceError(f"{file}: the text is not that of the transcription {doc.file}")
    annotations = tuple(
        annotation
        for stream in (main, *reader.notes)
        for annotation in _annotations(stream, placed)
    )
    return Marked(annotations, tuple(reader.foreign))


def _metadata(tree: etree._ElementTree) -> list[CharacterStream]:
    blocks = [b for b in tree.iter(tei("xenoData")) if b.get("type") == "transcription"]
    return [stream_of(block.text or "") for block in blocks]


def _place(
    doc: Document, main: _Stream, notes: Sequence[_Stream], metadata: Sequence[CharacterStream]
) -> dict[int, list[int]] | None:
    """Find the offsets in the transcription of the characters of each stream, by its ``id``.

    Word boundaries are left to the proof of fidelity.
    """
    pieces = [note.text.build(loose=True) for note in notes]
    aligned = align(stream_of(doc.text), main.text.build(loose=True), [*pieces, *metadata])
    if isinstance(aligned, Mismatch):
        return None
    offsets = list(offsets_of(doc.text))
    placed = {}
    moved = bytearray(len(offsets))
    for start, piece in zip(aligned.starts, [*pieces, *metadata], strict=True):
        if len(piece):
            moved[start : start + len(piece)] = b"\1" * len(piece)
    for start, piece, note in zip(aligned.starts, pieces, notes, strict=False):
        placed[id(note)] = offsets[start : start + len(piece)] if len(piece) else []
    placed[id(main)] = [
        offset for offset, is_moved in zip(offsets, moved, strict=True) if not is_moved
    ]
    return placed


class _Reader:
    """Reads elements into streams: the running text, and each note into one of its own."""

    def __init__(self, declared: Mapping[str, str]) -> None:
        self.declared = declared
        self.notes: list[_Stream] = []
        self.foreign: list[str] = []

    def read(self, element: etree._Element, stream: _Stream) -> None:
        name = tei_name(element)
        if name == "note":
            self._note(element, stream)
        elif name == "g" and element.get("ref", "") in self.declared:
            stream.add(self.declared[element.get("ref", "")])
        elif name in _EDITORS and _is_in_choice(element) and _has_source_reading(element):
            return
        else:
            self._marked(element, stream, name)

    def _marked(self, element: etree._Element, stream: _Stream, name: str) -> None:
        start, at = stream.point(), len(stream.marks)
        self._content(element, stream)
        if not name:
            self.foreign.append(path_of(element))
        elif name not in _WRAPPERS and not _is_generated(element):
            annotation = _annotation(element, name)
            if annotation is None:
                self.foreign.append(path_of(element))
            else:
                end = stream.point() if stream.text.length > start.index else start
                stream.marks.insert(at, (start, end, annotation, None))

    def _content(self, element: etree._Element, stream: _Stream) -> None:
        stream.add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.read(child, stream)
            stream.add(child.tail)

    def _note(self, element: etree._Element, stream: _Stream) -> None:
        """Read a note: one with a marker (``@n``) is of the source, others are the editor's."""
        marker, annotation = element.get("n", ""), _annotation(element, "note")
        if not marker or annotation is None:
            self.foreign.append(path_of(element))
        if not marker:
            self._content(element, stream)
            return
        note = _Stream("" if begins_with_label(element) else marker)
        self.notes.append(note)
        self._content(element, note)
        parent = element.getparent()
        if parent is not None and tei_name(parent) not in ("div", "back"):
            start = stream.point()
            stream.add(marker)
            if annotation is not None:
                stream.marks.append((start, stream.point(), annotation, note))


def _annotations(stream: _Stream, placed: Mapping[int, list[int]]) -> Iterator[Annotation]:
    offsets = placed[id(stream)]
    for start, end, annotation, note in stream.marks:
        span = _span(offsets, start, end)
        if note is None:
            yield _at(annotation, span)
        elif inner := placed[id(note)][note.label_length :]:
            yield _at(annotation, Span(inner[0], inner[-1] + 1), span)


def _at(annotation: Annotation, span: Span, anchor: Span | None = None) -> Annotation:
    return Annotation(
        span,
        annotation.element,
        annotation.attributes,
        annotation.alternative,
        anchor,
        annotation.origin,
        cert=annotation.cert,
    )


def _span(offsets: list[int], start: _Point, end: _Point) -> Span:
    if end.index > start.index:
        return Span(offsets[start.index], offsets[end.index - 1] + 1)
    if start.index == 0 or (start.after_space and start.index < len(offsets)):
        point = offsets[start.index] if offsets else 0
    else:
        point = offsets[start.index - 1] + 1
    return Span(point, point)


def _annotation(element: etree._Element, name: str) -> Annotation | None:
    """What an element says, without its place; None where we have no words for it."""
    alternative, said = None, element
    if name in _SOURCE and _is_in_choice(element):
        others = [e for e in element.itersiblings() if tei_name(e) == ALTERNATIVES[name]]
        others += [
            e for e in element.itersiblings(preceding=True) if tei_name(e) == ALTERNATIVES[name]
        ]
        if len(others) != 1 or len(others[0]):
            return None
        said, alternative = others[0], others[0].text or ""
    attributes = _attributes(element)
    cert = said.get("cert", "high")
    if attributes is None or cert not in list(Cert):
        return None
    who = said.get("resp", "").removeprefix("#")
    return Annotation(Span(0, 0), name, attributes, alternative, origin=who, cert=Cert(cert))


def _attributes(element: etree._Element) -> Attributes | None:
    """The attributes that say something about the text; None if one is of another namespace."""
    found = []
    for key, value in element.attrib.items():
        name = str(key).replace(f"{{{XML}}}", "xml:")
        if name.startswith("{"):
            return None
        if name not in ("xml:id", "resp", "cert"):
            found.append((name, str(value)))
    return tuple(found)


def _is_in_choice(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and tei_name(parent) == "choice"


def _has_source_reading(element: etree._Element) -> bool:
    """Whether the ``choice`` of an editor's reading has a reading of the source too."""
    parent = element.getparent()
    return parent is not None and any(tei_name(other) in _SOURCE for other in parent)


def _is_generated(element: etree._Element) -> bool:
    """Whether the encoder made an element for a note in the back matter."""
    name, kind = tei_name(element), element.get("type")
    return (name == "ref" and kind == "note") or (name == "div" and kind == "notes")
