"""Signs: brackets, figures and letters of another script that stand inside a word.

``Repub]ic``, ``wor1d``, a Cyrillic ``а`` in a Latin word: whatever the language, no word has them.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from toolkit.annotation.errors.candidates import Candidate, look_alikes
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word, in_the_case_of
from toolkit.text import Cert

KNOWN = 2.5
"""Zipf value that the corrected word needs: three in ten million."""

COMMON = 4.0
"""Zipf value of a word that may follow a number without a space: ten in a million."""

MARGIN = 1.0
"""How much likelier the best correction must be than the next, a power of ten."""

REACH = 400
"""Characters in which the partner of a bracket is looked for: time stays linear."""

_FOREIGN_SIGN = re.compile(r"(?<=[^\W\d_])[\]\[{}|\\!$£€¡¦](?=[^\W\d_])")
_FIGURE = re.compile(r"(?<=[^\W\d_])[0-9](?=[^\W\d_])|^[0-9](?=[^\W\d_]{3})")
_ORDINAL = re.compile(
    r"[0-9]+(?:st|nd|rd|th|mo|vo|to|er|re|ère|ère|me|ème|ième|nde|te[nrs]?|[a-zäöü]{1,2}|bis|ter|"
    r"min|sec|hrs?|ft|lbs|cwt|fr|frs|mark|mal|fach|jähr\w*|tägig\w*|prozent\w*)"
)
_PAIRS = MappingProxyType({"]": "[", "}": "{", "[": "]", "{": "}"})

_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_LATIN_FROM = MappingProxyType(
    dict(
        zip(
            "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
            "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXov",
            strict=True,
        )
    )
)
_CYRILLIC_FROM = MappingProxyType(
    dict(zip("ABEKMHOPCTXaeopcyx", "АВЕКМНОРСТХаеорсух", strict=True))
)


def signs_in_words(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Words with a sign or a figure in them that is no letter, and what they should be."""
    for block in blocks:
        for at, read in enumerate(block.texts):
            if read.isalpha():
                continue
            word = block.word(at)
            if _has_foreign_sign(text, block, word):
                yield from _corrected(word, lexicon, "foreign-sign", "a sign that no word has")
            elif _has_figure(word) and not _lacks_a_space(word, lexicon):
                yield from _corrected(word, lexicon, "figure-in-word", "a figure in a word")


def mixed_scripts(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """Latin words with Cyrillic or Greek letters of the same shape, and the reverse."""
    for block in blocks:
        if not _GREEK_OR_CYRILLIC.search(text, block.span.start, block.span.end):
            continue
        for word in block.words:
            if _GREEK_OR_CYRILLIC.search(word.text) and (proposal := _in_one_script(word)):
                yield proposal


def _has_foreign_sign(text: str, block: Block, word: Word) -> bool:
    """Whether a sign stands in the word that no editor put there, as in ``Repub[lic]``."""
    sign = _FOREIGN_SIGN.search(word.text)
    if sign is None or len(_FOREIGN_SIGN.findall(word.text)) > 1:
        return False
    partner = _PAIRS.get(sign.group())
    at = word.start + sign.start()
    if partner is None:
        return True
    if sign.group() in "]}":
        before = text[max(block.span.start, at - REACH) : at]
        return before.count(partner) <= before.count(sign.group())
    after = text[at + 1 : min(block.span.end, at + REACH)]
    return after.count(partner) <= after.count(sign.group())


def _has_figure(word: Word) -> bool:
    if _ORDINAL.fullmatch(word.key) or len(re.findall(r"[0-9]", word.text)) > 1:
        return False
    figure = _FIGURE.search(word.text)
    letters = word.text.replace(figure.group(), "", 1) if figure else ""
    return bool(letters) and letters.replace("'", "").isalpha() and not letters.isupper()


def _lacks_a_space(word: Word, lexicon: Lexicon) -> bool:
    """Whether a number and a common word have run together, as in ``1und``."""
    return word.text[0].isdigit() and lexicon.zipf(word.key[1:]) >= COMMON


def _corrected(word: Word, lexicon: Lexicon, rule: str, what: str) -> Iterator[Proposal]:
    ranked = [c for c in look_alikes(word.key, lexicon.language) if c.word.isalpha()]
    if not ranked or ranked[0].zipf < KNOWN:
        return
    best = ranked[0]
    correction = in_the_case_of(word.text, best.word)
    cert = Cert.HIGH if _is_sure(word, ranked) else Cert.MEDIUM
    reason = f'"{word.text}" has {what}; what looks like it is "{correction}"'
    yield Proposal(word.span, correction, cert, rule, reason, best.score)


def _is_sure(word: Word, ranked: Sequence[Candidate]) -> bool:
    second = ranked[1].score if len(ranked) > 1 else 0.0
    return len(word.key) > 3 and ranked[0].score - second >= MARGIN


def _in_one_script(word: Word) -> Proposal | None:
    scripts = [_script(char) for char in word.text if char.isalpha()]
    latin, cyrillic, greek = (scripts.count(s) for s in ("LATIN", "CYRILLIC", "GREEK"))
    if not latin or not (cyrillic or greek) or latin == cyrillic + greek:
        return None
    table = _LATIN_FROM if latin > cyrillic + greek else _CYRILLIC_FROM
    correction = "".join(table.get(char, char) for char in word.text)
    if len({_script(char) for char in correction if char.isalpha()}) != 1:
        return None
    script = "Latin" if table is _LATIN_FROM else "Cyrillic"
    reason = f"letters of another script look the same here; all of the word is {script}"
    return Proposal(word.span, correction, Cert.HIGH, "mixed-scripts", reason, 5.0)


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]
