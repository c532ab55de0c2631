"""Memoranda: the lines at the head that say from whom, to whom, when and about what (COLI)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.text import Annotation, Span

_LABELS: Final = frozenset(
    "to from through thru via cc bcc copy copies date subject subj re ref reference references "
    "attention attn time place location participants present distribution classification "
    "an von über durch datum betreff betrifft betr bezug abschrift verteiler teilnehmer anwesend "
    "à de par copie objet réf référence destinataire expéditeur participants présents "
    "кому от дата тема копия".split()
)
"""Words that label a line of such a head, in English, German, French and Russian."""

_SENT: Final = frozenset(
    "to from subject subj re an von betreff betrifft betr à de objet кому от тема".split()
)
"""Those without which there is no memorandum."""

_LINE: Final = re.compile(r"(?P<label>(?P<word>[^\W\d_]{1,14})\.?[ \t]?:)(?P<gap>[ \t]+)(?=\S)")
LONGEST: Final = 300
"""Characters of what stands under a label at most."""


def is_memo_label(word: str) -> bool:
    """Whether a word labels a line at the head of a memorandum."""
    return word.casefold() in _LABELS


def begins_memo(text: str, block: Block) -> bool:
    """Whether a block begins with such a label: ``To: the Director``."""
    return _labelled(text, block.lines[0]) is not None


def memo_head(text: str, found: Sequence[Block]) -> tuple[list[Annotation], int]:
    """The head that the first of these blocks make, and how many blocks it takes.

    It is a ``list`` of ``label`` and ``item`` (``type="gloss"``), since that is what the
    Guidelines have for words that say what the words beside them are (COLI). ``opener`` would
    have no place for the labels. Guidelines on letters (DSDTB) keep it for dateline and salute.
    """
    items: list[tuple[Span, Span]] = []
    words: set[str] = set()
    used = 0
    while used < len(found):
        taken = list(_items(text, found[used])) or _below(text, found[used : used + 2])
        if not taken:
            break
        items += taken
        words |= {label.of(text).rstrip(" .:").casefold() for label, _ in taken}
        used += 1 if taken[0][1].end <= found[used].span.end else 2
    if len(items) < 2 or not words & _SENT:
        return [], 0
    span = Span(items[0][0].start, items[-1][1].end)
    parts = [Annotation(span, "list", (("type", "gloss"),), rule="memorandum")]
    for label, item in items:
        parts += [
            Annotation(label, "label", rule="memorandum"),
            Annotation(item, "item", rule="memorandum"),
        ]
    return parts, used


def _items(text: str, block: Block) -> Iterator[tuple[Span, Span]]:
    """Label and words of each line of a block; nothing if the first has no label.

    Lines without a label go on with the one before.
    """
    matches = [_labelled(text, line) for line in block.lines]
    starts = [number for number, match in enumerate(matches) if match]
    if not starts or starts[0] or len(block.lines) > 4 * len(starts):
        return
    for number, following in zip(starts, [*starts[1:], len(matches)], strict=True):
        match = matches[number]
        if match:
            end = block.lines[following - 1].end
            yield Span(*match.span("label")), Span(match.end(), end)


def _below(text: str, found: Sequence[Block]) -> list[tuple[Span, Span]]:
    """Label and words where the label stands above them: ``SUBJECT``, and then the subject."""
    if len(found) < 2:
        return []
    label, words = (block.span.of(text) for block in found)
    bare = label.rstrip(" .:")
    if not is_memo_label(bare) or not (label.isupper() or label.endswith(":")):
        return []
    few = len(words) <= LONGEST and not is_memo_label(words.rstrip(" .:"))
    return [(found[0].span, found[1].span)] if few else []


def _labelled(text: str, line: Span) -> re.Match[str] | None:
    match = _LINE.match(text, line.start, line.end)
    return match if match and is_memo_label(match["word"]) else None
