"""TEI: what is marked in a TEI file, as annotations over the transcription it was made from.

The characters of the file (of a ``choice`` the source's) and those of the transcription are the
same, white space aside; that is how marks find their place. Notes and the metadata block stand
elsewhere in the file than in the transcription, each in one piece.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from toolkit.exceptions import SourceError
from toolkit.namespaces import TEI, XML, local_name, tei
from toolkit.text import Annotation, Attributes, Cert, Document, Span
from toolkit.text.annotation import ALTERNATIVES
from toolkit.text.whitespace import SPACE
from toolkit.trees import declared_characters, path_of

_WRAPPERS = frozenset(("text", "front", "body", "back", "group", "choice", "anchor", "g"))
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


@dataclass(slots=True)
class _Stream:
    """Characters in a row, without white space, and the marks over them."""

    chars: list[str] = field(default_factory=list)
    marks: list[tuple[_Point, _Point, Annotation, "_Stream | None"]] = field(default_factory=list)
    label: str = ""
    after_space: bool = True

    def add(self, text: str | None) -> None:
        """Put characters at the end."""
        for char in text or "":
            self.after_space = char in SPACE
            if not self.after_space:
                self.chars.append(char)

    def point(self) -> _Point:
        """Where the next character will be."""
        return _Point(len(self.chars), self.after_space)


def read_marks(tree: etree._ElementTree, doc: Document, file: str) -> Marked:
    """What is marked in a TEI file, as annotations over a transcription.

    SourceError if the file has other characters than the transcription; say first what differs
    (``check/fidelity.py``).
    """
    reader = _Reader(declared_characters(tree))
    main = _Stream()
    for text in tree.getroot().iterchildren(tei("text")):
        reader.read(text, main)
    rest = _Rest(doc)
    placed = {id(note): rest.take(note) for note in reader.notes}
    offsets = rest.left()
    if [doc.text[offset] for offset in offsets] != main.chars or None in placed.values():
        raise SourceError(f"{file}: the text is not that of the transcription {doc.file}")
    placed[id(main)] = offsets
    annotations = tuple(
        annotation
        for stream in (main, *reader.notes)
        for annotation in _annotations(stream, placed)
    )
    return Marked(annotations, tuple(reader.foreign))


class _Reader:
    """Reads elements into streams: the running text, and each note into one of its own."""

    def __init__(self, declared: Mapping[str, str]) -> None:
        self.declared = declared
        self.notes: list[_Stream] = []
        self.foreign: list[str] = []

    def read(self, element: etree._Element, stream: _Stream) -> None:
        name = _name(element)
        if name == "note":
            self._note(element, stream)
        elif name == "g" and element.get("ref", "") in self.declared:
            stream.add(self.declared[element.get("ref", "")])
        elif name in _EDITORS and _is_in_choice(element):
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
                end = stream.point() if len(stream.chars) > start.index else start
                stream.marks.insert(at, (start, end, annotation, None))

    def _content(self, element: etree._Element, stream: _Stream) -> None:
        stream.add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.read(child, stream)
            stream.add(child.tail)

    def _note(self, element: etree._Element, stream: _Stream) -> None:
        """A note whose marker (``@n``) is in the text is of the source, others are the editor's."""
        marker, annotation = element.get("n", ""), _annotation(element, "note")
        if not marker or annotation is None:
            self.foreign.append(path_of(element))
            return
        note = _Stream(label="".join(marker.split()))
        self._content(element, note)
        self.notes.append(note)
        parent = element.getparent()
        if parent is not None and _name(parent) not in ("div", "back"):
            start = stream.point()
            stream.add(marker)
            stream.marks.append((start, stream.point(), annotation, note))


class _Rest:
    """The characters of a transcription that have not been found in the TEI file yet."""

    def __init__(self, doc: Document) -> None:
        metadata = [block.span for block in doc.annotations("xenoData")]
        self._offsets = [
            offset
            for offset, char in enumerate(doc.text)
            if char not in SPACE and not any(s.start <= offset < s.end for s in metadata)
        ]
        self._chars = "".join(doc.text[offset] for offset in self._offsets)

    def take(self, note: _Stream) -> list[int] | None:
        """The offsets of a note's characters: after its label, and as late as can be."""
        words = "".join(note.chars)
        at = self._chars.rfind(note.label + words)
        start = at + len(note.label) if at >= 0 else self._chars.rfind(words)
        if start < 0:
            return None
        first, end = at if at >= 0 else start, start + len(words)
        offsets = self._offsets[start:end]
        self._offsets = self._offsets[:first] + self._offsets[end:]
        self._chars = self._chars[:first] + self._chars[end:]
        return offsets

    def left(self) -> list[int]:
        """The offsets of all that has not been taken."""
        return self._offsets


def _annotations(stream: _Stream, placed: Mapping[int, list[int] | None]) -> Iterator[Annotation]:
    offsets = placed[id(stream)] or []
    for start, end, annotation, note in stream.marks:
        span = _span(offsets, start, end)
        if note is None:
            yield _at(annotation, span)
        elif inner := placed[id(note)]:
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
        others = [e for e in element.itersiblings() if _name(e) == ALTERNATIVES[name]]
        others += [
            e for e in element.itersiblings(preceding=True) if _name(e) == ALTERNATIVES[name]
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
    return parent is not None and _name(parent) == "choice"


def _is_generated(element: etree._Element) -> bool:
    """Whether the encoder made an element for a note in the back matter."""
    name, kind = _name(element), element.get("type")
    return (name == "ref" and kind == "note") or (name == "div" and kind == "notes")


def _name(element: etree._Element) -> str:
    tag = element.tag
    return local_name(tag) if isinstance(tag, str) and tag.startswith(f"{{{TEI}}}") else ""
