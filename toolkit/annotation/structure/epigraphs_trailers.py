"""Beginnings and endings of divisions: mottoes, and the words that say that it is over (DSDTB)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.division_levels import UNIT
from toolkit.annotation.structure.verse import begins_like_verse
from toolkit.text import Annotation, Span

_TRAILER: Final = re.compile(
    r"\W{0,4}(?:(?:the end|finis|explicit|ende|fin|fine|telos|τέλος|конец|"
    r"to be continued|fortsetzung folgt|à suivre|continua|продолжение следует|f ?i ?n ?i ?s)|"
    r"(?:here endeth|the end of|end of|ende des|ende der|fin (?:du|de la|de l'|des)|"
    r"fine (?:del|dell'|della)|fin del|конец)\b[^\n.!?]{2,80}|"
    rf"(?:{UNIT})\b[^\n]{{0,30}} (?:finis|ends|ended))\W{{0,4}}",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(r"(?:[\u2014\u2013]|--)[ \t]*(?=[^\W\d_])")
"""What the line begins with that says whose words a motto is."""

LONGEST: Final = 1200
"""Characters of a motto at most."""


def is_trailer(text: str, block: Block) -> bool:
    """Whether a block says that a text or a part of it ends: ``THE END``, ``End of Part I``."""
    return len(block.lines) == 1 and _TRAILER.fullmatch(block.span.of(text)) is not None


def epigraph(text: str, found: Sequence[Block]) -> tuple[list[Annotation], int]:
    """The motto that the first blocks after a heading make, and how many blocks it takes.

    It names its source in its last line, after a dash; without one it is a paragraph.
    """
    for used in (1, 2):
        if used > len(found) - 1:
            break
        last = found[used - 1].lines[-1]
        whole = Span(found[0].span.start, last.end)
        alone = used == 2 and len(found[1].lines) > 1
        named = _SOURCE.match(text, last.start, last.end)
        if not named or alone or len(whole) > LONGEST or len(last) > 70:
            continue
        if not text[named.end()].isupper():
            continue
        lines = [line for block in found[:used] for line in block.lines][:-1]
        if lines and not any(_SOURCE.match(text, line.start) for line in lines):
            return list(_epigraph(text, whole, lines, last)), used
    return [], 0


def _epigraph(text: str, whole: Span, lines: Sequence[Span], source: Span) -> Iterator[Annotation]:
    span = Span(lines[0].start, lines[-1].end)
    yield Annotation(whole, "epigraph", rule="motto")
    yield Annotation(whole, "cit", rule="motto")
    yield Annotation(span, "quote", rule="motto")
    if len(lines) > 1 and begins_like_verse([line.of(text) for line in lines]):
        for line in lines:
            yield Annotation(line, "l", rule="motto")
    else:
        yield Annotation(span, "p", rule="motto")
    yield Annotation(source, "bibl", rule="motto")
