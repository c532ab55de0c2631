"""Lines: how a letter opens and closes that was typed line by line, without blank lines (DSOC)."""

import re
from collections.abc import Sequence
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.letters import bids_farewell, is_salute, tells_day
from toolkit.text import Annotation, Span
from toolkit.text.line_heuristics import name_score

FEWEST: Final = 6
"""So many lines a block has at least that is a letter as a whole."""
DEEPEST: Final = 12
"""Before so many lines a letter salutes."""
WIDEST: Final = 60
"""Characters of the lines above the salute at most: address, date, whom it is for."""
LAST: Final = 5
"""How many lines a closer has at most."""
NARROW: Final = 45
"""Characters of the lines of a closer at most."""

_DEAR: Final = re.compile(
    r"(?:my |our |very )*(?:dear(?:est)?|sirs?|madam|gentlemen|reverend|revd?\.? |hon\.? |"
    r"honoured|a chara)\b|(?:mein[e]? |sehr |hoch|wohl)*(?:liebe[rsn]?|liebste[rs]?|teure[rs]?|"
    r"geehrte[rns]?|verehrte[rns]?)\b|(?:mon |ma |mes |bien )*(?:ch[eè]re?s?|monsieur|madame)\b",
    re.IGNORECASE,
)
_FAREWELL: Final = re.compile(
    r"(?<=[.!?] )(?:Yours? (?:\w+ ){0,3}(?:\w+ly|ever|aff|obedient|loving)|I (?:am|remain)|Ihre?r?|"
    r"Deine?|Hochachtungsvoll|Votre|Bien à)\b[^.!?;:]{0,40}$"
)
"""A farewell after the last sentence of a line."""
_NAME: Final = re.compile(r"\W*[^\W\d_][\w.'\u2019-]*(?:\s[^\W\d_][\w.'\u2019-]*){0,3}[.,]?")


def opening_lines(text: str, block: Block, tag: str) -> list[Annotation]:
    """The opener that the first lines of a block make; empty if they do not surely make one.

    They have a date and then a salute on a line of its own, or begin with the salute.
    """
    lines = block.lines[: DEEPEST + 1]
    if len(block.lines) < FEWEST:
        return []
    salute = next((i for i, line in enumerate(lines) if _salutes(line.of(text))), None)
    if salute is None or any(len(line) > WIDEST for line in lines[:salute]):
        return []
    dated = [i for i in range(salute) if tells_day(lines[i].of(text), tag)]
    if salute and not dated:
        return []
    parts = [Annotation(Span(lines[0].start, lines[salute].end), "opener", rule="opening-lines")]
    if dated:
        day = dated[0]
        first = 0 if day < LAST else day
        span = Span(lines[first].start, lines[day].end)
        parts.append(Annotation(span, "dateline", rule="opening-lines"))
        parts += _address(lines[day + 1 : salute])
    parts.append(Annotation(lines[salute], "salute", rule="opening-lines"))
    return parts


def closing_lines(text: str, block: Block) -> list[Annotation]:
    """The closer that the last lines of a block make; empty if they do not surely make one.

    A line bids farewell, and one to three lines with a name follow.
    """
    lines = block.lines
    if len(lines) < FEWEST:
        return []
    for start in range(len(lines) - LAST, len(lines) - 1):
        after = lines[start + 1 :]
        late = _FAREWELL.search(text, lines[start].start, lines[start].end)
        if late and _are_names(text, after):
            return _closer(Span(late.start(), lines[start].end), after)
        name = next((i for i, line in enumerate(after) if not _farewell(line.of(text))), None)
        if name is None or not _farewell(lines[start].of(text)):
            continue
        if _are_names(text, after[name:]):
            salute = Span(lines[start].start, (lines[start], *after)[name].end)
            return _closer(salute, after[name:])
    return []


def _closer(salute: Span, signed: Sequence[Span]) -> list[Annotation]:
    end = signed[-1].end
    return [
        Annotation(Span(salute.start, end), "closer", rule="closing-lines"),
        Annotation(salute, "salute", rule="closing-lines"),
        Annotation(Span(signed[0].start, end), "signed", rule="closing-lines"),
    ]


def _address(lines: Sequence[Span]) -> list[Annotation]:
    """The lines between the date and the salute: for whom the letter is."""
    if not lines:
        return []
    span = Span(lines[0].start, lines[-1].end)
    address = Annotation(span, "address", rule="opening-lines")
    return [address, *(Annotation(line, "addrLine", rule="opening-lines") for line in lines)]


def _salutes(words: str) -> bool:
    few = len(words) <= NARROW and len(words.split()) <= 6
    return few and _DEAR.match(words) is not None and is_salute(words)


def _farewell(words: str) -> bool:
    few = len(words) <= NARROW and len(words.split()) <= 7
    return few and words[0].isupper() and bids_farewell(words) and name_score(words) < 2


def _are_names(text: str, lines: Sequence[Span]) -> bool:
    """Whether one to three short lines are a name and what stands under it."""
    words = [line.of(text) for line in lines]
    few = 0 < len(words) <= 3 and all(len(w) <= NARROW for w in words)
    capital = all(w.lstrip("(")[:1].isupper() for w in words)
    return few and capital and _NAME.fullmatch(words[0]) is not None
