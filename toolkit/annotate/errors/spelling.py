"""Spelling: words that are none, and words that do not go with their neighbours.

A word is judged by what is more probable: that it is right and merely unknown (a name, a foreign
or a rare word), or that another word was misread or mistyped. How noisy the text is counts: where
many words are plainly misread, a doubtful one is more probably misread too.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.annotate.errors.candidates import Candidate
from toolkit.annotate.errors.doubts import Doubt, doubts
from toolkit.annotate.errors.garbled import garbled
from toolkit.annotate.errors.lexicon import Lexicon
from toolkit.annotate.errors.noise import COMMON, Noise, noise
from toolkit.annotate.errors.particles import misread_particles
from toolkit.annotate.errors.pieces import torn_words
from toolkit.annotate.errors.proposal import Proposal
from toolkit.annotate.errors.words import Block, Word, in_the_case_of, is_abbreviated, is_title
from toolkit.text import Cert

EXPECTED = 3.0
"""Gain that a candidate needs to be likelier than an unknown word, in a text without noise."""

UNEXPLAINED = -0.4
"""Odds that an unknown word without a good candidate is an error, in a text without noise."""

COMPOUNDING = 1.0
"""How much less they are in a language that makes words by joining words."""

LETTER, LENGTHY = 0.3, 1.5
"""How much each letter after the fifth adds to the odds, and how much all may add."""

UNFITTING = 4.0
"""Gain that a candidate needs to be likelier than a known word, in a text without noise."""

FOREIGN_COMPANY = 0.4
"""How much less the odds are for each unknown word beside: words of a foreign language keep."""

NAMELY = 0.8
"""How much less they are for a known word with a capital, which may be a name."""

FOREIGN = 0.8
"""How much less they are for a known word that is common in another language."""

EVIDENT = 2.0
"""Odds from which an error is evident, in a noisy text."""

LIKELY, LONELY, RARE = 1.5, 2.0, 4.0
"""Odds and margin that do for a rare word (ten in a million), and how rare it must be."""

RIVALLED, UNRIVALLED = 0.7, 1.0
"""Margins below which another known word, or another word at all, might be meant as well."""

EVERYDAY = 4.5
"""Zipf value of a word that nobody writes by a slip of the eye: thirty in a million."""

NOUN = 8
"""Letters of a word with a capital, in German or where a sentence begins, that is hardly a name."""

LENIENCE = 0.6
"""How far below even the odds of a proposal may be in a noisy text, which is read closely."""

CLOSELY = 0.7
"""Power of noise from which on known words are doubted for any slip."""

NOISY = 0.002
"""Share of plainly misread words from which on odd strings are taken for misread ones too."""

_HOW = {
    "sure": "signs of the same shape make it",
    "likely": "similar signs make it",
    "twice": "two misread signs make it",
    "accent": "with other accents it is",
    "slip": "one letter makes it",
    "division": "a space makes it",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the judgement of a word needs to know of its text.

    ``counts``: how often each key stands in the text; ``named``: the offsets inside names.
    """

    text: str
    lexicon: Lexicon
    counts: Counter[str]
    noise: Noise
    named: frozenset[int]

    @property
    def least(self) -> float:
        """The odds from which an error is proposed."""
        return -LENIENCE if self.noise.bonus >= 1 else 0.0

    def bonus(self, doubt: Doubt) -> float:
        """How much likelier an error is for what the rest of the text is like."""
        return self.noise.beside(doubt, self.lexicon.language)

    def is_foreign(self, key: str) -> bool:
        """Whether the word, or a letter of it, belongs to another language."""
        return self.lexicon.is_foreign(key) or not self.lexicon.spells(key)


def misspelt(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, named: set[int]
) -> Iterator[Proposal]:
    """Proposals for words that are probably another; ``named`` are the offsets inside names."""
    counts = Counter(word.key for block in blocks for word in block.words)
    found = [doubt for block in blocks for doubt in doubts(block.words, lexicon)]
    level = noise(found, counts.total(), lexicon.language)
    setting = Setting(text, lexicon, counts, level, frozenset(named))
    if level.bonus >= CLOSELY:
        found = [d for block in blocks for d in doubts(block.words, lexicon, closely=True)]
    if level.weighted >= NOISY:
        yield from garbled(text, blocks, lexicon)
        yield from torn_words(text, blocks, lexicon)
        yield from misread_particles(text, blocks, lexicon)
    for doubt in found:
        if doubt.unknown:
            yield from _unknown(doubt, setting)
        elif doubt.best and doubt.word.start not in named:
            yield from _unfitting(doubt, doubt.best, setting)


def _unknown(doubt: Doubt, setting: Setting) -> Iterator[Proposal]:
    """A proposal for a word that no lexicon has, if an error is likelier than a rare word."""
    word, best = doubt.word, doubt.best
    against = _reserve(word, setting) + FOREIGN_COMPANY * doubt.company - setting.bonus(doubt)
    if best is not None and is_title(word.text) and f"{best.word}s" == word.key:
        return
    gain = doubt.gain + _weight_of_length(doubt)
    if best is None or gain < EXPECTED + UNEXPLAINED:
        compounding = COMPOUNDING if setting.lexicon.language == "de" else 0.0
        odds = UNEXPLAINED - compounding - against
        if odds >= setting.least:
            reason = f'"{word.text}" is no known word, in a text with many misread ones'
            yield Proposal(word.span, None, Cert.LOW, "unknown-word", reason, odds)
        return
    odds = gain - EXPECTED - against
    cert = _certainty(doubt, best, odds, setting)
    if cert is not None:
        correction = in_the_case_of(word.text, best.word)
        reason = f'"{word.text}" is no known word; {_HOW[best.how]} "{correction}"'
        yield Proposal(word.span, correction, cert, f"unknown-{best.how}", reason, odds)


def _weight_of_length(doubt: Doubt) -> float:
    """How much the length of a word speaks for an error: few long words are alike by chance."""
    if not doubt.word.text.islower() or doubt.company:
        return 0.0
    return min(LENGTHY, max(0.0, LETTER * (len(doubt.word.key) - 5)))


def _reserve(word: Word, setting: Setting) -> float:
    """How much speaks for a word that no lexicon has: a name, a foreign word, a term used twice."""
    reserve = 0.0
    if word.start in setting.named:
        reserve += 0.5
    if is_title(word.text) and setting.lexicon.language != "de":
        reserve += 0.5 if word.initial else 0.8
    elif word.text.isupper():
        reserve += 0.3
    if setting.is_foreign(word.key):
        reserve += 1.5
    if is_abbreviated(setting.text, word):
        reserve += 0.8
    reserve += min(2.5, 0.7 * (setting.counts[word.key] - 1))
    if len(word.key) < 4:
        reserve += 0.8
    return reserve


def _certainty(doubt: Doubt, best: Candidate, odds: float, setting: Setting) -> Cert | None:
    if doubt.margin >= UNRIVALLED and _is_plain(doubt, best, setting):
        if best.how == "sure" and (not doubt.company or setting.noise.is_print):
            return Cert.HIGH
        if best.how in ("likely", "twice") and odds >= EVIDENT and setting.noise.bonus >= 1:
            return Cert.HIGH
    if odds >= 1.0 and doubt.margin >= 0.3:
        return Cert.MEDIUM
    return Cert.LOW if odds >= setting.least else None


def _is_plain(doubt: Doubt, best: Candidate, setting: Setting) -> bool:
    """Whether it is no name and no foreign word, stands once, and what was meant is common."""
    word = doubt.word
    may_have_capital = word.initial or setting.lexicon.language == "de"
    common = may_have_capital and is_title(word.text) and len(word.key) >= NOUN
    return (
        (word.text.islower() or common)
        and len(word.key) > 3
        and word.key.count("'") < 2
        and best.zipf >= COMMON - _weight_of_length(doubt) / 2
        and setting.counts[word.key] == 1
        and not setting.is_foreign(word.key)
        and word.start not in setting.named
        and not word.divided
    )


def _unfitting(doubt: Doubt, best: Candidate, setting: Setting) -> Iterator[Proposal]:
    """A proposal for a word that exists, where another that looks like it goes much better."""
    word = doubt.word
    odds = doubt.gain - UNFITTING + 1.5 * setting.bonus(doubt)
    if setting.counts[word.key] > 3:
        odds -= 0.5
    if not word.text.islower() and not word.initial:
        odds -= NAMELY
    if setting.lexicon.is_foreign(word.key):
        odds -= FOREIGN + FOREIGN_COMPANY * doubt.company
    if odds >= setting.least:
        correction = in_the_case_of(word.text, best.word)
        reason = f'"{word.text}" does not go with its neighbours; {_HOW[best.how]} "{correction}"'
        cert = Cert.MEDIUM if odds >= 1 else Cert.LOW
        if _is_evident(doubt, best, odds, setting):
            cert = Cert.HIGH
        yield Proposal(word.span, correction, cert, "unfitting-word", reason, odds)


def _is_evident(doubt: Doubt, best: Candidate, odds: float, setting: Setting) -> bool:
    """Whether all else speaks for an error too: a text read by machine, a rare word, no rival."""
    rarity = setting.lexicon.zipf(doubt.word.key)
    clear = odds >= EVIDENT and doubt.margin >= RIVALLED and not doubt.company
    alone = odds >= LIKELY and doubt.margin >= LONELY and doubt.company < 2 and rarity < RARE
    return (
        setting.noise.is_print
        and (clear or alone)
        and best.how in ("sure", "likely", "division")
        and min(map(len, best.word.split())) > 1
        and doubt.word.text.islower()
        and rarity < EVERYDAY
    )
