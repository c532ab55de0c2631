"""Prove that a TEI file has the characters of its transcription, all of them and no others.

The rule. In every ``choice`` the reading of the source counts (``sic``, ``orig``, ``abbr``).
White space (space, tab, line feed, carriage return, form feed) counts only as a word boundary: any
run of it is one boundary, and the edge of a block may be one. Two things may be in another place
than in the transcription, each in one piece: the metadata block (``xenoData`` of the header), and
notes, which may be at their markers. The marker of a note is its ``@n``; so is the label of its
text, if the text has no ``label`` of its own. Everything else keeps the order of the
transcription. A ``g`` that points to a declared code point is that character.

The reader of this module is small and independent of the encoder on purpose. The search for the
place of each piece is ``toolkit.text.alignment``, which taking back hand-edited files uses too.
"""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from toolkit.findings import Finding, Place
from toolkit.namespaces import tei
from toolkit.text import Document
from toolkit.text.alignment import Alignment, Mismatch, align
from toolkit.text.character_stream import CharacterStream, StreamBuilder, offsets_of, stream_of
from toolkit.trees import begins_with_label, declared_characters, tei_name
from toolkit.validation.codes import TEXT_DIFFERS
from toolkit.vocabulary import elements

_SOURCE_READINGS = ("sic", "orig", "abbr")
_EDITORS = ("corr", "reg", "expan")
_BLOCKS = elements("block", "line", "block-or-phrase") | {"cell", "xenoData"}
"""Elements whose edges end a word. The only knowledge shared with the renderings: how the text is
read is written here a second time on purpose, so that one mistake cannot hide another."""
_HINT = "mark the change as choice with sic and corr, or restore the words"
_SHOWN = 40
"""How many characters of a difference are quoted."""


class _Reader:
    """Collects the running text and, apart, the notes that were lifted out of it."""

    def __init__(self, tree: etree._ElementTree) -> None:
        self.declared = declared_characters(tree)
        self.notes: list[StreamBuilder] = []
        self.main = StreamBuilder()
        for text in tree.getroot().iterchildren(tei("text")):
            self.read(text, self.main)

    def read(self, element: etree._Element, stream: StreamBuilder) -> None:
        """Read an element and its content in document order."""
        name = tei_name(element)
        if name == "g" and element.get("ref", "") in self.declared:
            stream.add(self.declared[element.get("ref", "")])
        elif name == "note" and element.get("n"):
            self._read_note(element, stream)
        elif name in _BLOCKS:
            stream.add_edge()
            self._read_content(element, stream)
            stream.add_edge()
        else:
            self._read_content(element, stream)

    def _read_content(self, element: etree._Element, stream: StreamBuilder) -> None:
        stream.add(element.text)
        for child in element:
            if isinstance(child.tag, str) and not _is_editors(child):
                self.read(child, stream)
            stream.add(child.tail)

    def _read_note(self, note: etree._Element, stream: StreamBuilder) -> None:
        """Read a note: its marker stays in the text, the note is a piece of its own."""
        marker, own = note.get("n", ""), StreamBuilder()
        if not begins_with_label(note):
            own.add(marker)
            own.add_edge()
        self.notes.append(own)
        self._read_content(note, own)
        parent = note.getparent()
        if parent is not None and tei_name(parent) not in ("div", "back"):
            stream.add(marker)


def check_fidelity(
    tree: etree._ElementTree, transcription: str, file: str = ""
) -> tuple[Finding, ...]:
    """Compare a TEI tree with its transcription; return nothing if the text is intact.

    One finding, at the first difference, quotes both texts.
    """
    reader = _Reader(tree)
    text, main = stream_of(transcription), reader.main.build()
    pieces = [*map(stream_of, _metadata(tree)), *(note.build() for note in reader.notes)]
    aligned = align(text, main, pieces)
    if isinstance(aligned, Alignment):
        return ()
    if aligned.piece is not None:
        piece = pieces[aligned.piece]
        message = (
            f'the TEI file has "{piece.words(0, 60)}", which the transcription '
            "does not have as often, or not in one piece"
        )
        return (TEXT_DIFFERS.at(Place(file), message, hint=_HINT),)
    return (_describe_difference(aligned, text, main, Document(transcription, file)),)


def _describe_difference(
    differs: Mismatch, text: CharacterStream, main: CharacterStream, doc: Document
) -> Finding:
    start = text.word_start(min(differs.transcription, len(text) - 1)) if len(text) else 0
    at = max(0, differs.main - (differs.transcription - start))
    message = (
        f'the transcription has "{text.words(start, _SHOWN)}" '
        f'where the TEI file has "{main.words(at, _SHOWN)}"'
    )
    offset = next(islice(offsets_of(doc.text), start, None), 0)
    line = doc.text.count("\n", 0, offset) + 1
    return TEXT_DIFFERS.at(Place(doc.file, transcription=line), message, hint=_HINT)


def _metadata(tree: etree._ElementTree) -> Iterator[str]:
    for block in tree.iter(tei("xenoData")):
        if block.get("type") == "transcription":
            yield block.text or ""


def _is_editors(element: etree._Element) -> bool:
    """Whether an element is the editor's half of a ``choice``."""
    parent = element.getparent()
    if tei_name(element) not in _EDITORS or parent is None or tei_name(parent) != "choice":
        return False
    return any(tei_name(other) in _SOURCE_READINGS for other in parent)
