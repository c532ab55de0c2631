"""Stray characters: brackets, figures and letters of another script inside a word.

``Repub]ic``, ``wor1d``, a Cyrillic ``а`` in a Latin word: no word of any language has them.
"""

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from toolkit.annotation.errors.candidates import Candidate, find_look_alikes
from toolkit.annotation.errors.confusions import load_shapes
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word, match_case
from toolkit.text import Cert

KNOWN = 2.5
"""Zipf value that the corrected word needs: three in ten million."""

COMMON = 4.0
"""Zipf value of a word that may follow a number without a space: ten in a million."""

MARGIN = 1.0
"""By how much the best correction must lead, as base-10 log-odds."""

LIKELY = 3.0
"""Log-odds of a proposal for a stray character."""

SHORT = 4
"""Letters of a word that a letter for the sign makes by chance."""

REACH = 400
"""Characters in which the partner of a bracket is looked for: time stays linear."""

_FOREIGN_SIGN = re.compile(r"(?<=[^\W\d_])[\]\[{}|\\!$£€¡¦](?=[^\W\d_])")
_SIGN = re.compile(r"[^\w']|[\d_]")
_SENTENCE_INSIDE = re.compile(r"![^\W\d_a-zà-ÿ]")
_FIGURE = re.compile(r"(?<=[^\W\d_])[0-9](?=[^\W\d_])|^[0-9](?=[^\W\d_]{3})")
_PAIRS = MappingProxyType({"]": "[", "}": "{", "[": "]", "{": "}"})
_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u03ff\u0400-\u04ff]")


class _Rule(NamedTuple):
    """The name of a rule, and the fault that it finds."""

    name: str
    fault: str


_SIGN_RULE = _Rule("foreign-sign", "a sign that no word has")
_FIGURE_RULE = _Rule("figure-in-word", "a figure in a word")


def find_stray_characters(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, names: Container[str]
) -> Iterator[Proposal]:
    """Yield words with a sign or a figure inside, with their corrections.

    ``names`` are the keys of the words in names of the document and of the authority lists.
    """
    for block in blocks:
        for at, read in enumerate(block.texts):
            if read.isalpha():
                continue
            word = block.word(at)
            rule = _find_rule(text, block, word, lexicon)
            if rule and (proposal := _correct(word, lexicon, names, rule)):
                yield proposal


def _find_rule(text: str, block: Block, word: Word, lexicon: Lexicon) -> _Rule | None:
    if _has_foreign_sign(text, block, word):
        return _SIGN_RULE
    if _has_figure(word, lexicon) and not _lacks_space(word, lexicon):
        return _FIGURE_RULE
    return None


def find_mixed_scripts(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """Yield Latin words with Cyrillic or Greek letters of the same shape, and the reverse."""
    for block in blocks:
        if not _GREEK_OR_CYRILLIC.search(text, block.span.start, block.span.end):
            continue
        for word in block.words:
            if _GREEK_OR_CYRILLIC.search(word.text) and (correction := _unify_script(word.text)):
                yield _propose_script(word, correction)


def _has_foreign_sign(text: str, block: Block, word: Word) -> bool:
    """Whether there is one sign in the word that no editor put there, as in ``Repub[lic]``."""
    signs = [*_FOREIGN_SIGN.finditer(word.text)]
    if len(signs) != 1:
        return False
    sign = signs[0].group()
    return sign not in _PAIRS or _is_unpaired(text, block, word.start + signs[0].start(), sign)


def _is_unpaired(text: str, block: Block, at: int, sign: str) -> bool:
    """Whether a bracket has no partner before or after it in its block."""
    if sign in "]}":
        reach = text[max(block.span.start, at - REACH) : at]
    else:
        reach = text[at + 1 : min(block.span.end, at + REACH)]
    return reach.count(_PAIRS[sign]) <= reach.count(sign)


def _has_figure(word: Word, lexicon: Lexicon) -> bool:
    if len(re.findall(r"[0-9]", word.text)) > 1 or _number_pattern(lexicon).fullmatch(word.key):
        return False
    figure = _FIGURE.search(word.text)
    letters = word.text.replace(figure.group(), "", 1) if figure else ""
    return letters.replace("'", "").isalpha() and not letters.isupper()


@cache
def _number_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    suffixes = "|".join(("[a-zäöü]{1,2}", *lexicon.vocabulary.number_suffixes))
    return re.compile(rf"[0-9]+(?:{suffixes})")


def _lacks_space(word: Word, lexicon: Lexicon) -> bool:
    """Whether a number and a common word have run together, as in ``1und``."""
    return word.text[0].isdigit() and lexicon.zipf(word.key[1:]) >= COMMON


def _correct(word: Word, lexicon: Lexicon, names: Container[str], rule: _Rule) -> Proposal | None:
    """Propose what looks like the word, or the only word that a letter for the sign makes.

    Without either, a figure before a word and an exclamation mark before a capital are no errors.
    """
    ranked = [
        c for c in find_look_alikes(word.key, lexicon) if c.word.isalpha() and c.zipf >= KNOWN
    ]
    if ranked and _is_sure(word, ranked):
        return _propose(word, ranked[0].word, Cert.HIGH, rule)
    fillings = _fill_sign(word.key, lexicon, names)
    if len(fillings) == 1:
        return _propose(word, fillings.pop(), Cert.HIGH, rule)
    if ranked:
        return _propose(word, ranked[0].word, Cert.MEDIUM, rule)
    if word.text[0].isdigit() or _SENTENCE_INSIDE.search(word.text):
        return None
    reason = f'"{word.text}" has {rule.fault}'
    return Proposal(word.span, None, Cert.LOW, rule.name, reason, LIKELY)


def _propose(word: Word, meant: str, cert: Cert, rule: _Rule) -> Proposal:
    correction = match_case(word.text, meant)
    reason = f'"{word.text}" has {rule.fault}; it should be "{correction}"'
    return Proposal(word.span, correction, cert, rule.name, reason, LIKELY + cert.rank)


def _fill_sign(key: str, lexicon: Lexicon, names: Container[str]) -> set[str]:
    """Return the known words and names with a letter, or nothing, for the sign or figure.

    In a short word chance would make one.
    """
    signs = [*_SIGN.finditer(key)]
    if len(signs) != 1 or len(key) <= SHORT:
        return set()
    at = signs[0].start()
    letters = (*lexicon.vocabulary.alphabet, *([""] if at else []))
    words = (key[:at] + letter + key[at + 1 :] for letter in letters)
    return {word for word in words if lexicon.zipf(word) >= KNOWN or word in names}


def _is_sure(word: Word, ranked: Sequence[Candidate]) -> bool:
    second = ranked[1].score if len(ranked) > 1 else 0.0
    return len(word.key) > 3 and ranked[0].score - second >= MARGIN


def _unify_script(text: str) -> str:
    """Return the word in the script of most of its letters, empty if that cannot be told."""
    scripts = [*map(_script_of, filter(str.isalpha, text))]
    latin = scripts.count("LATIN")
    other = scripts.count("CYRILLIC") + scripts.count("GREEK")
    if not latin or not other or latin == other:
        return ""
    table = _look_alikes_in("latin" if latin > other else "cyrillic")
    unified = "".join(table.get(char, char) for char in text)
    return unified if len(_scripts_of(unified)) == 1 else ""


@cache
def _look_alikes_in(script: str) -> Mapping[str, str]:
    shapes = load_shapes()
    pair = shapes.other_to_latin if script == "latin" else shapes.latin_to_cyrillic
    return MappingProxyType(dict(zip(*pair, strict=True)))


def _propose_script(word: Word, correction: str) -> Proposal:
    script = _script_of(next(filter(str.isalpha, correction))).capitalize()
    reason = f"letters of another script look the same here; all of the word is {script}"
    return Proposal(word.span, correction, Cert.HIGH, "mixed-scripts", reason, 5.0)


def _scripts_of(text: str) -> set[str]:
    return {_script_of(char) for char in text if char.isalpha()}


def _script_of(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]
