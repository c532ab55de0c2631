"""Fidelity: the proof that a TEI file has the characters of its transcription, all and no others.

The rule. Of every ``choice`` the reading of the source counts (``sic``, ``orig``, ``abbr``).
White space (space, tab, line feed, carriage return, form feed) counts only as the boundary of
words: any run of it is one boundary, and so is the edge of a block. Three things may stand
elsewhere than in the transcription, each in one piece: the metadata block (``xenoData`` of the
header), and notes, which may stand at their markers. The marker of a note is its ``@n``; so is
the label of its text, where the text has no ``label`` of its own. Everything else stands in the
order of the transcription. A ``g`` that points to a declared code point is that character.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from os.path import commonprefix

from lxml import etree

from toolkit.findings import Finding, Place, Severity, code
from toolkit.namespaces import TEI, local_name, tei
from toolkit.text.whitespace import SPACE, collapsed
from toolkit.trees import declared_characters

TEXT_DIFFERS = code(
    "FID001",
    Severity.ERROR,
    """The TEI file does not have the characters of its transcription.

    Why: text was lost, added or altered outside ``choice``, where nobody would notice.
    Right: encode again, or mark the change as ``choice`` with the reading of the transcription.
    """,
)

_MILESTONES = ("lb", "pb", "cb", "milestone", "anchor")
_SOURCE_READINGS = ("sic", "orig", "abbr")
_EDITORS = ("corr", "reg", "expan")
_BLOCKS = frozenset(
    "ab argument bibl byline castItem castList cell closer dateline div docAuthor docImprint "
    "epigraph head item l label lg list listBibl note opener p postscript quote row salute signed "
    "sp speaker stage table titlePage titlePart trailer xenoData".split()
)
_HINT = "mark the change as choice with sic and corr, or restore the words"
_TRIES = 32
"""In so many ways pieces that stand more than once are taken out before the text differs."""


@dataclass(frozen=True, slots=True)
class _Note:
    """A note that was lifted out of the running text: its marker or label, and its words."""

    label: str
    words: str

    @property
    def forms(self) -> tuple[str, ...]:
        """How it may stand in the transcription: white space after the label, or none."""
        return (_words(f"{self.label} {self.words}"), _words(self.label + self.words))


@dataclass(slots=True)
class _Stream:
    """The characters of the running text, and the notes; ``edge`` stands for a block's edge."""

    edge: str
    chars: list[str] = field(default_factory=list)
    notes: list[_Note] = field(default_factory=list)


def fidelity(tree: etree._ElementTree, transcription: str, file: str = "") -> tuple[Finding, ...]:
    """What differs between a TEI tree and its transcription; nothing if the text is intact.

    One finding, at the first difference, with the words of both.
    """
    found = _compare(tree, transcription, edge="", file=file)
    return found and _compare(tree, transcription, edge=" ", file=file)


def _compare(
    tree: etree._ElementTree, transcription: str, *, edge: str, file: str
) -> tuple[Finding, ...]:
    """Take the pieces that stand elsewhere out of the transcription, and compare the rest."""
    stream = _running_text(tree, edge)
    found = _words("".join(stream.chars))
    pieces = [(_words(block),) for block in _metadata(tree)] + [n.forms for n in stream.notes]
    text = f" {_words(transcription)} "
    rest = _without_in_order(text, pieces)
    if rest is not None and _words(rest) == found:
        return ()
    missing = next((p for p in pieces if not any(_places(text, form) for form in p)), None)
    if missing:
        message = f'the TEI file has "{missing[0][:60]}", which the transcription has not'
        return (TEXT_DIFFERS.at(Place(file), message, hint=_HINT),)
    text, doubtful = _without_single(text, pieces)
    expected = ""
    for rest in map(_words, islice(_rests(text, doubtful), _TRIES)):
        if rest == found:
            return ()
        expected = expected or rest
    return (_difference(expected or text, found, transcription, file),)


def _difference(expected: str, found: str, transcription: str, file: str) -> Finding:
    at = len(commonprefix([expected, found]))  # noqa: RUF071  # characters are meant
    start = expected.rfind(" ", 0, at) + 1
    message = (
        f'the transcription has "{expected[start : start + 40]}" '
        f'where the TEI file has "{found[start : start + 40]}"'
    )
    line = _line_of(transcription, expected[start : start + 60])
    return TEXT_DIFFERS.at(Place(file, transcription=line), message, hint=_HINT)


def _line_of(transcription: str, words: str) -> int | None:
    """The line of the transcription where words begin, if they stand there once."""
    parts = [re.escape(part) for part in words.split()[:6]]
    found = list(re.finditer(r"\s+".join(parts), transcription)) if parts else []
    return transcription.count("\n", 0, found[0].start()) + 1 if len(found) == 1 else None


def _words(text: str) -> str:
    """Text with every run of white space as one space, none at the ends."""
    return collapsed(text).strip(" ")


def _metadata(tree: etree._ElementTree) -> Iterator[str]:
    for block in tree.iter(tei("xenoData")):
        if block.get("type") == "transcription":
            yield block.text or ""


def _without_in_order(text: str, pieces: Sequence[tuple[str, ...]]) -> str | None:
    """The text without the pieces, if each stands there after the one before.

    That is how notes mostly stand, and it takes one walk through the text. Where it proves
    nothing, the pieces are looked for everywhere.
    """
    kept, at, usual = [], 0, 0
    for forms in pieces:
        for number in sorted(range(len(forms)), key=lambda number: number != usual):
            start = text.find(f" {forms[number]} ", at) if forms[number] else -1
            if start >= 0:
                break
        else:
            return None
        kept.append(text[at:start])
        at, usual = start + len(forms[number]) + 1, number
    return " ".join((*kept, text[at:]))


def _without_single(
    text: str, pieces: Sequence[tuple[str, ...]]
) -> tuple[str, list[tuple[str, ...]]]:
    """The text without the pieces that stand in it once, and the pieces that stand there more."""
    doubtful: list[tuple[str, ...]] = []
    for forms in pieces:
        places = [(at, form) for form in forms for at in _places(text, form)]
        if len(places) == 1 or (places and len(doubtful) >= _TRIES):
            at, form = places[0]
            text = _cut(text, at, form)
        else:
            doubtful.append(forms)
    return text, doubtful


def _cut(text: str, at: int, piece: str) -> str:
    return text[:at] + " " + text[at + len(piece) + 2 :] if piece else text


def _rests(text: str, pieces: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The text without these pieces, in every way in which each can be taken out once."""
    if not pieces:
        yield text
        return
    for form in pieces[0]:
        for at in _places(text, form):
            yield from _rests(_cut(text, at, form), pieces[1:])


def _places(text: str, piece: str) -> tuple[int, ...]:
    """Where a piece stands as whole words, the last place first, since notes follow the text."""
    if not piece:
        return (0,)
    found: list[int] = []
    at = text.rfind(f" {piece} ")
    while at >= 0 and len(found) < _TRIES:
        found.append(at)
        at = text.rfind(f" {piece} ", 0, at + len(piece) + 1)
    return tuple(found)


def _running_text(tree: etree._ElementTree, edge: str) -> _Stream:
    characters = declared_characters(tree)
    stream = _Stream(edge)
    for text in tree.getroot().iterchildren(tei("text")):
        _read(text, stream, characters)
    return stream


def _read(element: etree._Element, stream: _Stream, characters: dict[str, str]) -> None:
    """Read an element and what follows the elements in it, in the order of the document."""
    name = _name(element)
    if name == "g" and element.get("ref", "") in characters:
        stream.chars.append(characters[element.get("ref", "")])
        return
    if name == "note" and element.get("n"):
        _read_note(element, stream, characters)
        return
    edge = stream.edge if name in _BLOCKS else ""
    stream.chars.append(edge + (element.text or ""))
    for child in element:
        if isinstance(child.tag, str) and not _is_editors(child):
            _read(child, stream, characters)
        stream.chars.append(child.tail or "")
    stream.chars.append(edge)


def _read_note(note: etree._Element, stream: _Stream, characters: dict[str, str]) -> None:
    """A note at its marker: the marker stays in the text, the note is a piece of its own."""
    marker = note.get("n", "")
    inner = _Stream(stream.edge, [note.text or ""])
    for child in note:
        if isinstance(child.tag, str) and not _is_editors(child):
            _read(child, inner, characters)
        inner.chars.append(child.tail or "")
    first = next((child for child in note if _name(child) not in _MILESTONES), None)
    labelled = first is not None and _name(first) == "label" and not (note.text or "").strip()
    stream.notes.append(_Note("" if labelled else marker, "".join(inner.chars).lstrip(SPACE)))
    stream.notes.extend(inner.notes)
    parent = note.getparent()
    if parent is not None and _name(parent) not in ("div", "back"):
        stream.chars.append(marker)


def _is_editors(element: etree._Element) -> bool:
    """Whether an element is the editor's half of a ``choice``."""
    parent = element.getparent()
    if _name(element) not in _EDITORS or parent is None or _name(parent) != "choice":
        return False
    return any(_name(other) in _SOURCE_READINGS for other in parent)


def _name(element: etree._Element) -> str:
    tag = element.tag
    return local_name(tag) if isinstance(tag, str) and tag.startswith(f"{{{TEI}}}") else ""
