"""Rank headings by their word or number (DSDIV)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.wording import Wording, compile_start
from toolkit.languages.phrases import compile_phrases, pattern_of
from toolkit.text.line_heuristics import ends_sentence, roman_value, without_marker

KNOWN: Final = 1
CHAPTER: Final = 30
ROMAN: Final = 35
DECIMAL: Final = 36
OTHER: Final = 90
"""Levels: a part of a book with a title of its own, a chapter, a bare number, ``1.2.3`` (one more
for each point), and a heading with neither word nor number. The larger the division, the smaller
its level."""

LONG: Final = 120
"""Characters of a heading at most."""

LONGEST: Final = 400
"""Characters at most of a heading that summarises its chapter."""

SERIES: Final = 3
"""Blocks with one word and rising numbers that are headings, whatever the word."""

MOST_TITLE_WORDS: Final = 16
"""Words of the title after a chapter's number at most."""

LONGEST_TITLE: Final = 80
"""Characters of the title after a number at most."""

_BARE: Final = re.compile(r"(?:[IVXLC]{1,8}|[ivxlc]{1,8}|[1-9]\d{0,2})[.:]?")
_DECIMAL: Final = re.compile(
    r"(?:§[ \t]*)?(?P<n>[1-9]\d?(?:\.\d{1,2}){0,3})\.?[ \t]+(?=[^\W\d_a-zß-ÿа-я])"
)
_SERIAL: Final = re.compile(
    r"(?P<word>[^\W\d_]{3,})\.?[ \t]+(?P<n>\d{1,3}|[IVXLC]{1,8})\b(?P<title>\W*|\W+\S.*)"
)
_PARTED: Final = re.compile(r"\s*[.:\u2013\u2014]")
_TITLE: Final = r"(?P<title>\W*|[ \t]*[.:,;\u2013\u2014-]+[ \t]*\S.*|[ \t]+(?-i:[^a-zß-ÿ\s]).*)"


@cache
def unit_levels(wording: Wording) -> Mapping[str, int]:
    """Return the level of each word that numbers divisions: ``part``, ``chapter``, ``§``."""
    words = wording.words
    ranks = (words.volumes, words.parts, words.chapters, (*words.sections, "§"))
    return {word: 10 * rank for rank, units in enumerate(ranks, 1) for word in units}


def unit_pattern(wording: Wording) -> str:
    """Return a pattern of any word that numbers divisions."""
    return "|".join(map(re.escape, sorted(unit_levels(wording), key=len, reverse=True)))


@dataclass(frozen=True, slots=True, eq=False)
class _Patterns:
    """The patterns of headings in one language."""

    chapter: re.Pattern[str]
    further: re.Pattern[str]
    cited: re.Pattern[str]
    known: re.Pattern[str]


@cache
def _patterns(wording: Wording) -> _Patterns:
    words = wording.words
    unit = unit_pattern(wording)
    numerals = "|".join(map(re.escape, sorted(words.numerals, key=len, reverse=True)))
    number = rf"(?:\d{{1,3}}|[ivxlcdm]{{1,8}}{'|' if numerals else ''}{numerals})"
    article = rf"(?:{pattern_of(words.articles)}[ \t]+)?"
    any_article = pattern_of((*words.articles, *words.indefinite_articles))
    chapter = (
        rf"(?:(?P<unit>{unit})\.?[ \t]*{article}(?P<n>{number})\b|"
        rf"{article}(?P<n2>{number})\.?[ \t]+(?P<unit2>{unit})\b){_TITLE}"
    )
    further = rf"\b(?P<unit>{unit})\.?[ \t]+{number}\b"
    appendix = rf"{pattern_of(words.appendices)}(?: \w{{1,4}})?"
    known = rf"(?:{any_article}\s+)?(?:{pattern_of(words.part_titles)}|{appendix})[.:]?"
    return _Patterns(
        re.compile(chapter, re.IGNORECASE),
        re.compile(further, re.IGNORECASE),
        compile_start(words.citations, before=r"\b", after=r"\.[ ]?\d"),
        re.compile(known, re.IGNORECASE),
    )


def rank_heading(words: str, wording: Wording) -> int:
    """Return the level that a word or a number gives a heading; 0 if it has neither."""
    bare = words[1:-1] if words[:1] == "[" and words[-1:] == "]" else words
    first, _, rest = bare.partition("\n")
    patterns = _patterns(wording)
    if match := patterns.chapter.fullmatch(first):
        return _rank_chapter(match, rest, wording)
    if len(first) > LONG or (rest and not rest.isupper()):
        return 0
    if patterns.known.fullmatch(words.strip()):
        return KNOWN
    if _BARE.fullmatch(words):
        return ROMAN
    if not rest and (match := _DECIMAL.match(words)) and is_title(words[match.end() :]):
        return DECIMAL + match["n"].count(".")
    return 0


def _rank_chapter(match: re.Match[str], rest: str, wording: Wording) -> int:
    """Return the level of a word with a number; 0 if more than a title follows it.

    ``Act I, Scene 2`` has the level of its smaller division. A title after a full stop or a dash
    may be long, like that of a chapter that tells what happens in it.
    """
    title = f"{match['title']} {rest}"
    parted = _PARTED.match(title) is not None
    unit = (match["unit"] or match["unit2"]).lower()
    if title.rstrip().endswith(":") or (_is_clause(unit, wording) and ends_sentence(title)):
        return 0
    if len(title) > (LONGEST if parted else LONG) or _patterns(wording).cited.search(title):
        return 0
    if not parted and (len(title.split()) > MOST_TITLE_WORDS or _runs_on(rest)):
        return 0
    levels = unit_levels(wording)
    further = _patterns(wording).further.finditer(match["title"])
    return max(levels[unit], *(levels[m["unit"].lower()] for m in further), 0)


def _is_clause(unit: str, wording: Wording) -> bool:
    return unit == "§" or unit in wording.words.clauses


def _runs_on(rest: str) -> bool:
    """Whether the lines below a number are a sentence and no title."""
    return bool(rest) and ends_sentence(rest) and not rest.isupper()


def is_title(words: str) -> bool:
    """Whether words can be the title after a number: short, and no sentence."""
    few = len(words) <= LONGEST_TITLE and not ends_sentence(words) and ": " not in words
    return few and not words.endswith((",", ";", "-"))


def parse_number(words: str) -> int:
    """Return the value of a bare number, Roman or not; 0 if the words are no number."""
    bare = without_marker(words).strip("[]().: ")
    return int(bare) if bare.isascii() and bare.isdecimal() else roman_value(bare)


def find_series(text: str, blocks: Sequence[Block], wording: Wording) -> frozenset[int]:
    """Find the blocks that a word of their own numbers, by index: ``SONNET I``, ``SONNET II``."""
    numbered: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, word, number in _serial_blocks(text, blocks, wording):
        numbered[word].append((index, number))
    return frozenset(
        index
        for series in numbered.values()
        if len(series) >= SERIES and _rises([number for _, number in series])
        for index, _ in series
    )


def _serial_blocks(
    text: str, blocks: Sequence[Block], wording: Wording
) -> Iterator[tuple[int, str, int]]:
    """Yield the index, the word and the number of each block like ``SONNET I``."""
    known = unit_levels(wording)
    for index, block in enumerate(blocks[:-1]):
        words = without_marker(block.span.of(text)) if len(block.span) <= LONG else ""
        match = _SERIAL.fullmatch(words)
        if match is None or (match["title"].strip() and _is_sentence(words)):
            continue
        word = match["word"].casefold()
        if word not in known and word not in wording.words.captions:
            yield index, word, parse_number(match["n"])


def _is_sentence(words: str) -> bool:
    """Whether words end a sentence other than by a full stop, which many headings have."""
    return ends_sentence(words) and words[-1] != "."


def _rises(numbers: Sequence[int]) -> bool:
    """Whether numbers count up, three times in four at least, or begin again at one."""
    steps = [b == a + 1 or b == 1 for a, b in pairwise(numbers)]
    return numbers[0] == 1 and 4 * sum(steps) >= 3 * len(steps)


def is_caption(words: str, wording: Wording) -> bool:
    """Whether words are the caption of a picture or a table, with its number."""
    match = _SERIAL.fullmatch(words)
    return match is not None and match["word"].casefold() in wording.words.captions


@cache
def _bibliography(wording: Wording) -> re.Pattern[str]:
    return compile_start(wording.words.bibliographies, before=r"(?:\d[\d.]*\s+)?", after=r"\W*")


def heads_bibliography(words: str, wording: Wording) -> bool:
    """Whether a heading announces a list of books."""
    return _bibliography(wording).fullmatch(words) is not None


@cache
def _trailer(wording: Wording) -> re.Pattern[str]:
    verbs = pattern_of(wording.words.trailer_verbs)
    named = rf"(?:{unit_pattern(wording)})\b[^\n]{{0,30}} {verbs}"
    ends = rf"\W{{0,4}}(?:{pattern_of(wording.words.trailers)}|{named})\W{{0,4}}"
    return re.compile(ends, re.IGNORECASE)


def is_trailer(text: str, block: Block, wording: Wording) -> bool:
    """Whether a block marks the end of a text or a part: ``THE END``, ``End of Part I``."""
    if len(block.lines) != 1 or len(block.span) > LONG:
        return False
    return _trailer(wording).fullmatch(block.span.of(text)) is not None


@cache
def _labels(wording: Wording) -> re.Pattern[str]:
    words = wording.words
    units = (*unit_levels(wording), *words.captions, *words.stage_moves)
    return compile_phrases(units)


def begins_like_heading(words: str, wording: Wording) -> bool:
    """Whether words begin with a word of headings, captions or stage directions."""
    return _labels(wording).match(words) is not None
