"""Headings: which blocks are headings, and which divisions they make, one within another (DSDIV).

What a division is within another can be told by its word (a chapter is in a part) and by its
number (1.2 is in 1); of other headings it cannot, so they stand beside one another, or within
what a word or a number has opened.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from toolkit.annotate.blocks import Block
from toolkit.annotate.letters import bids_farewell, is_dateline, is_salute
from toolkit.annotate.memoranda import is_memo_label
from toolkit.text import Annotation, Span
from toolkit.text.shapes import ends_sentence, name_score, without_marker

_WORDS: Final = (
    "volume vol tome tomo band bd том",
    "part teil theil partie parte book buch livre libro act akt actus aufzug acte atto acto "
    "handlung abteilung abtheilung liber pars часть книга действие",
    "chapter chap kapitel capitel cap caput hauptstück chapitre capitolo capítulo canto gesang "
    "chant letter brief lettre lettera carta scene scena scœna szene auftritt scène escena stave "
    "lecture vorlesung sermon predigt article artikel глава явление песнь письмо",
    "section abschnitt §",
)
"""The words of headings, a line for each level, from the largest division to the smallest."""

LEVELS: Final[Mapping[str, int]] = {
    word: 10 * level for level, words in enumerate(_WORDS, 1) for word in words.split()
}
ROMAN: Final = 35
DECIMAL: Final = 36
OTHER: Final = 90
"""Levels of bare numbers, of 1.2.3 (one more for each point), and of headings without either."""

_NUMBERS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty first second third fourth fifth sixth seventh "
    "eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth last "
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf erster erste erstes zweiter "
    "zweite zweites dritter dritte drittes vierter vierte viertes fünfter fünfte fünftes sechster "
    "sechste sechstes siebenter siebente siebentes siebter siebte siebtes achter achte achtes "
    "neunter neunte neuntes zehnter zehnte zehntes elfter elfte elftes zwölfter zwölfte zwölftes "
    "letzter letzte letztes "
    "premier première deuxième second seconde troisième quatrième cinquième sixième septième "
    "huitième neuvième dixième onzième douzième dernier dernière un une deux trois quatre cinq "
    "primo prima secondo seconda terzo terza quarto quarta quinto quinta sesto sesta "
    "primero primera segundo segunda tercero tercera cuarto cuarta "
    "primus prima primum secundus secunda secundum tertius tertia tertium quartus quarta quartum "
    "quintus quinta quintum sextus septimus octavus nonus decimus "
    "первый первая первое второй вторая второе третий третья третье четвёртый четвертый пятый"
).split()

_UNIT: Final = "|".join(map(re.escape, sorted(LEVELS, key=len, reverse=True)))
_NUMBER: Final = (
    rf"(?:\d{{1,3}}|[ivxlcdm]{{1,8}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
)
_CHAPTER: Final = re.compile(
    rf"(?:(?P<unit>{_UNIT})\.?[ \t]*(?:the[ \t]+)?(?P<n>{_NUMBER})\b|"
    rf"(?:the[ \t]+|der[ \t]+|die[ \t]+|das[ \t]+)?(?P<n2>{_NUMBER})\.?[ \t]+(?P<unit2>{_UNIT})\b)"
    r"(?P<title>\W*|[ \t]*[.:,;\u2013\u2014-]+[ \t]*\S.*|[ \t]+(?-i:[^a-zß-ÿ\s]).*)",
    re.IGNORECASE,
)
_FURTHER: Final = re.compile(rf"\b(?P<unit>{_UNIT})\.?[ \t]+{_NUMBER}\b", re.IGNORECASE)
_CLAUSES: Final = frozenset("section abschnitt § article artikel".split())
"""What laws are divided into: a sentence may follow their number, and is no title then."""
_CITED: Final = re.compile(r"\b(?:pp?|s|f|fol|no|nr)\.[ ]?\d", re.IGNORECASE)
"""What only a reference to a book has, and not its own heading."""
_BARE: Final = re.compile(r"(?:[IVXLC]{1,8}|[ivxlc]{1,8}|[1-9]\d{0,2})[.:]?")
_DECIMAL: Final = re.compile(
    r"(?:§[ \t]*)?(?P<n>[1-9]\d?(?:\.\d{1,2}){0,3})\.?[ \t]+(?=[^\W\d_a-zß-ÿа-я])"
)
_SERIAL: Final = re.compile(
    r"(?P<word>[^\W\d_]{3,})\.?[ \t]+(?P<n>\d{1,3}|[IVXLC]{1,8})\b(?P<title>\W*|\W+\S.*)"
)
_NO_SERIES: Final = frozenset(
    "figure fig table tab abb abbildung tabelle plate note page pages seite box item map tafel "
    "exhibit enclosure attachment".split()
)
"""What is counted too, but has no division under it."""

_KNOWN: Final = re.compile(
    r"(?:(?:the|an?|der|die|das|le|la|l')\s+)?(?:"
    r"(?:(?:author|translator|editor|publisher)'?s )?(?:preface|introduction|foreword|note)|"
    r"contents|table of contents|acknowledge?ments?|dedication|prologue|epilogue|argument|"
    r"conclusions?|appendix(?: \w{1,4})?|postscript|glossary|index|bibliography|references|"
    r"works cited|sources|abstract|summary|"
    r"vorwort|vorrede|vorbemerkung|einleitung|einführung|inhalt|inhaltsverzeichnis|widmung|prolog|"
    r"vorspiel|zwischenspiel|nachspiel|epilog|schluß|schluss|nachwort|anhang|literatur|"
    r"literaturverzeichnis|quellen|zusammenfassung|"
    r"préface|avant-propos|introduction|avertissement|au lecteur|dédicace|table des matières|"
    r"épilogue|conclusion|appendice|annexes?|postface|bibliographie|argument|"
    r"prefazione|introduzione|indice|conclusione|prólogo|prefacio|introducción|índice|epílogo|"
    r"предисловие|введение|заключение|содержание|эпилог|пролог"
    r")[.:]?",
    re.IGNORECASE,
)
"""Headings that say what a part of a book is, without a number."""

_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d\b")
_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
SHORT: Final = 60
"""Characters up to which a line in capitals is a heading."""

LONG: Final = 120
"""Characters from which on a block is surely no heading."""

LONGEST: Final = 400
"""Characters of a heading at most that says what happens in a chapter."""

SERIES: Final = 3
"""So many blocks with one word and rising numbers are headings, whatever the word."""

WORDS: Final = 16
"""So many words the title after a chapter's number may have."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that is a heading, by its index, with its level: the smaller, the larger a division.

    ``sure``: it has a word or a number, so that what stands under it may be said to be within.
    """

    index: int
    level: int
    sure: bool


def headings(
    text: str,
    found: Sequence[Block],
    taken: Callable[[int], bool],
    titles: Mapping[int, str] = MappingProxyType({}),
) -> tuple[Heading, ...]:
    """The headings among the blocks, in order; ``taken`` says which blocks are something else.

    ``titles`` are blocks that say the title again (``head``), or the author.
    """
    heads = []
    counted = series_in(text, found)
    for index in range(len(found)):
        if again := titles.get(index):
            heads += [Heading(index, OTHER, sure=False)] if again == "head" else []
        elif index in counted and not taken(index):
            heads.append(Heading(index, LEVELS["chapter"], sure=True))
        elif head := _heading(text, found, index, taken):
            heads.append(head)
        elif _is_subtitle(text, found, index, heads, taken):
            heads.append(Heading(index, OTHER, sure=False))
    heads = _in_sequence(text, found, heads)
    heads = _not_repeated(text, found, heads)
    return tuple(_with_text(heads))


def _is_subtitle(
    text: str,
    found: Sequence[Block],
    index: int,
    heads: Sequence[Heading],
    taken: Callable[[int], bool],
) -> bool:
    """Whether a short line right under a chapter's number is the chapter's title."""
    block = found[index]
    words = block.span.of(text)
    return (
        bool(heads)
        and heads[-1].sure
        and heads[-1].index == index - 1
        and index + 1 < len(found)
        and not taken(index)
        and len(block.lines) == 1
        and _is_title(words)
        and words[0].isupper()
        and not is_dateline(words)
        and not is_salute(words)
    )


def series_in(text: str, found: Sequence[Block]) -> frozenset[int]:
    """The blocks that a word of their own numbers, as ``SONNET I``, ``SONNET II`` and so on."""
    numbered: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, block in enumerate(found[:-1]):
        words = without_marker(block.span.of(text)) if len(block.span) <= LONG else ""
        match = _SERIAL.fullmatch(words)
        if match and not (match["title"].strip() and ends_sentence(words) and words[-1] != "."):
            word = match["word"].casefold()
            if word not in LEVELS and word not in _NO_SERIES:
                numbered[word].append((index, number_of(match["n"])))
    return frozenset(
        index
        for series in numbered.values()
        if len(series) >= SERIES and _rises([number for _, number in series])
        for index, _ in series
    )


def _rises(numbers: Sequence[int]) -> bool:
    """Whether numbers count up, three of four times at least, or begin again with one."""
    steps = [b == a + 1 or b == 1 for a, b in pairwise(numbers)]
    return numbers[0] == 1 and 4 * sum(steps) >= 3 * len(steps)


def _heading(
    text: str, found: Sequence[Block], index: int, taken: Callable[[int], bool]
) -> Heading | None:
    block = found[index]
    if taken(index) or index + 1 == len(found) or len(block.span) > LONGEST:
        return None
    level = level_of(without_marker(block.span.of(text)))
    if level and (level < DECIMAL or level >= OTHER or _has_text(text, found, index)):
        return Heading(index, level, sure=True)
    if _is_plain(text, found, index, taken) or _heads_document(text, found, index):
        return Heading(index, OTHER, sure=False)
    return None


def _has_text(text: str, found: Sequence[Block], index: int) -> bool:
    """Whether a paragraph, a dateline or a further number follows, as a heading has them."""
    follows = found[index + 1].span.of(text)
    if level_of(follows):
        return level_of(follows) > DECIMAL
    return len(follows) > SHORT or is_dateline(follows)


def _heads_document(text: str, found: Sequence[Block], index: int) -> bool:
    """Whether words stand above a dateline and say what the document is, as editors' titles do.

    The dateline has a year, and the document follows: addresses have neither.
    """
    if index + 2 >= len(found) or len(found[index + 1].lines) > 1:
        return False
    words, dateline, after = (found[index + i].span.of(text) for i in range(3))
    return (
        is_dateline(dateline)
        and _YEAR.search(dateline) is not None
        and (len(after) > LONG or is_salute(after) or is_memo_label(after.split()[0].strip(" .:")))
        and not (is_dateline(words) or bids_farewell(words) or name_score(words) > 1)
        and 4 <= len(words.split()) <= 40
        and words[0].isupper()
        and not ends_sentence(words)
        and not words.endswith((",", ";", "-"))
        and (index == 0 or not found[index - 1].span.of(text).endswith((",", ";", "-")))
    )


def _in_sequence(text: str, found: Sequence[Block], heads: Sequence[Heading]) -> list[Heading]:
    """The headings without numbers that do not count up from one, as those of pages do.

    Of the numbers with a title a single one proves nothing: it is a heading like any other.
    """
    dropped: set[int] = set()
    for level in (ROMAN, DECIMAL):
        last = kept = 0
        for head in heads:
            if head.level != level:
                continue
            value = number_of(found[head.index].span.of(text).split()[0])
            if value == 1 or last < value <= last + 2:
                last, kept = value, kept + 1
            else:
                dropped.add(head.index)
        if kept < 2:
            dropped |= {head.index for head in heads if head.level == level}
    return [
        Heading(h.index, OTHER, sure=False) if h.index in dropped else h
        for h in heads
        if h.index not in dropped or (h.level == DECIMAL and len(found[h.index + 1].span) > LONG)
    ]


def number_of(words: str) -> int:
    """The value of a bare number, Roman or not; 0 if it is none."""
    bare = without_marker(words).strip("[]().: ").upper()
    if bare.isascii() and bare.isdecimal():
        return int(bare)
    values = [_VALUES.get(char, 0) for char in bare]
    if not all(values):
        return 0
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _not_repeated(text: str, found: Sequence[Block], heads: Sequence[Heading]) -> list[Heading]:
    """The headings; "Introduction" is a part of the whole only if it stands there once."""
    names = Counter(found[h.index].span.of(text).casefold() for h in heads if h.level == 1)
    return [
        Heading(h.index, OTHER, sure=False)
        if h.level == 1 and names[found[h.index].span.of(text).casefold()] > 1
        else h
        for h in heads
    ]


def _with_text(heads: Sequence[Heading]) -> Iterator[Heading]:
    """The headings with something under them: not the lines of a table of contents.

    Of two together with numbers of one kind the second says more of the first. A heading without
    a number right above one with a number opens what is larger.
    """
    for group in _together(heads):
        for place, head in enumerate(group):
            following = group[place + 1] if place + 1 < len(group) else None
            before = group[place - 1] if place else None
            if head.sure and following and following.sure and following.level == head.level:
                if len(group) == 2:
                    yield head
            elif not head.sure and following and following.sure and following.level > 1:
                yield Heading(head.index, following.level - 1, sure=True)
            elif head.sure and before and before.sure and before.level == head.level:
                yield Heading(head.index, OTHER, sure=False) if len(group) == 2 else head
            else:
                yield head


def _together(heads: Sequence[Heading]) -> Iterator[list[Heading]]:
    """The headings in groups that have no text between them."""
    group: list[Heading] = []
    for head in heads:
        if group and head.index != group[-1].index + 1:
            yield group
            group = []
        group.append(head)
    if group:
        yield group


def level_of(words: str) -> int:
    """The level of a heading that has a word or a number; 0 if it has neither."""
    bare = words[1:-1] if words[:1] == "[" and words[-1:] == "]" else words
    first, _, rest = bare.partition("\n")
    if match := _CHAPTER.fullmatch(first):
        return _level_of_chapter(match, rest)
    if len(first) > LONG or (rest and not rest.isupper()):
        return 0
    if _KNOWN.fullmatch(words.strip()):
        return 1
    if _BARE.fullmatch(words):
        return ROMAN
    if not rest and (match := _DECIMAL.match(words)) and _is_title(words[match.end() :]):
        return DECIMAL + match["n"].count(".")
    return 0


def _level_of_chapter(match: re.Match[str], rest: str) -> int:
    """The level that a word with a number has; 0 if what follows is more than a title.

    Of ``Act I, Scene 2`` the smaller counts. A title after a full stop or a dash may be long, as
    that of a chapter that says what happens in it.
    """
    title = f"{match['title']} {rest}"
    parted = re.match(r"\s*[.:\u2013\u2014]", title) is not None
    most = LONGEST if parted else LONG
    unit = (match["unit"] or match["unit2"]).lower()
    if title.rstrip().endswith(":") or (unit in _CLAUSES and ends_sentence(title)):
        return 0
    if len(title) > most or _CITED.search(title) or not (parted or len(title.split()) <= WORDS):
        return 0
    if rest and not parted and ends_sentence(rest) and not rest.isupper():
        return 0
    more = [LEVELS[m["unit"].lower()] for m in _FURTHER.finditer(match["title"])]
    return max(LEVELS[unit], *more, 0)


def _is_title(words: str) -> bool:
    """Whether words can be the title after a number: short, and no sentence."""
    few = len(words) <= 80 and not ends_sentence(words) and ": " not in words
    return few and not words.endswith((",", ";", "-"))


def _is_plain(text: str, found: Sequence[Block], index: int, taken: Callable[[int], bool]) -> bool:
    """Whether a block is a short line between paragraphs that ends like no sentence."""
    block = found[index]
    words = block.span.of(text)
    if index + 1 == len(found) or len(block.lines) > 2 or len(words) > LONG:
        return False
    if words.endswith((",", ";", "-")) or not words[0].isalnum() or is_dateline(words):
        return False
    if is_memo_label(words.strip(" .:")) or name_score(words) > 1:
        return False
    follows = found[index + 1].span.of(text)
    if in_capitals(text, block) and not follows.isupper():
        return len(follows) > SHORT or taken(index + 1)
    if ends_sentence(words) or (index and taken(index - 1) and taken(index + 1)):
        return False
    before = index == 0 or ends_sentence(found[index - 1].span.of(text)) or taken(index - 1)
    capitals = words.isupper() and len(words) > 3
    short = len(words) <= 70 and words[0].isupper() and len(words.split()) <= 10
    return before and (
        (len(follows) > LONG and short) or (capitals and (len(follows) > LONG or taken(index + 1)))
    )


def in_capitals(text: str, block: Block) -> bool:
    """Whether a block is a line in capitals, with a full stop perhaps, as papers have headings."""
    words = block.span.of(text)
    few = len(block.lines) == 1 and len(words) <= SHORT and not re.search(r"\d|\.\s", words)
    return few and words.isupper() and len(words) > 3 and not words.endswith((":", "!", "?"))


def divisions(
    found: Sequence[Block], heads: Sequence[Heading], end: int | None = None
) -> Iterator[Annotation]:
    """The divisions that headings open, each up to the next heading that is not within it.

    A heading without word or number is within what stands open only if that has one. ``end`` is
    where the last ends, if that is not with the last of the blocks.
    """
    stack: list[Heading] = []
    end = end or (found[-1].span.end if found else 0)
    for head in sorted(set(owners(heads)), key=lambda head: head.index):
        before = found[head.index - 1].span.end if head.index else 0
        while stack and stack[-1].level >= head.level:
            yield _division(found, stack.pop(), before)
        stack.append(head)
    while stack:
        yield _division(found, stack.pop(), end)


def owners(heads: Sequence[Heading]) -> Iterator[Heading]:
    """For each heading the one whose division it heads: of two together the first.

    Unless the second has a word or a number, and so opens a smaller division.
    """
    last = owner = None
    for head in heads:
        follows = last is not None and head.index == last.index + 1
        owner = owner if owner and follows and not head.sure else head
        yield owner
        last = head


def _division(found: Sequence[Block], head: Heading, end: int) -> Annotation:
    return Annotation(Span(found[head.index].span.start, end), "div", rule="heading")
