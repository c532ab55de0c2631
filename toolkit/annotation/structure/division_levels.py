"""Levels: what the word or the number of a heading says about its division (DSDIV)."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.text.line_heuristics import ends_sentence, roman_value, without_marker

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

UNIT: Final = "|".join(map(re.escape, sorted(LEVELS, key=len, reverse=True)))
"""A word of a heading, as a pattern."""
_NUMBER: Final = (
    rf"(?:\d{{1,3}}|[ivxlcdm]{{1,8}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
)
_CHAPTER: Final = re.compile(
    rf"(?:(?P<unit>{UNIT})\.?[ \t]*(?:the[ \t]+)?(?P<n>{_NUMBER})\b|"
    rf"(?:the[ \t]+|der[ \t]+|die[ \t]+|das[ \t]+)?(?P<n2>{_NUMBER})\.?[ \t]+(?P<unit2>{UNIT})\b)"
    r"(?P<title>\W*|[ \t]*[.:,;\u2013\u2014-]+[ \t]*\S.*|[ \t]+(?-i:[^a-zß-ÿ\s]).*)",
    re.IGNORECASE,
)
_FURTHER: Final = re.compile(rf"\b(?P<unit>{UNIT})\.?[ \t]+{_NUMBER}\b", re.IGNORECASE)
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

LONG: Final = 120
"""Characters from which on a block is surely no heading."""

LONGEST: Final = 400
"""Characters of a heading at most that says what happens in a chapter."""

SERIES: Final = 3
"""So many blocks with one word and rising numbers are headings, whatever the word."""

WORDS: Final = 16
"""So many words the title after a chapter's number may have."""


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
    if not rest and (match := _DECIMAL.match(words)) and is_title(words[match.end() :]):
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


def is_title(words: str) -> bool:
    """Whether words can be the title after a number: short, and no sentence."""
    few = len(words) <= 80 and not ends_sentence(words) and ": " not in words
    return few and not words.endswith((",", ";", "-"))


def number_of(words: str) -> int:
    """The value of a bare number, Roman or not; 0 if it is none."""
    bare = without_marker(words).strip("[]().: ")
    return int(bare) if bare.isascii() and bare.isdecimal() else roman_value(bare)


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


def is_caption(words: str) -> bool:
    """Whether words are those under a picture or above a table, with its number."""
    match = _SERIAL.fullmatch(words)
    return match is not None and match["word"].casefold() in _NO_SERIES
