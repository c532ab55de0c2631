"""Spelling: words that are none, and words that do not go with their neighbours.

A word is judged by what is more probable: that it is right and merely unknown (a name, a foreign
or a rare word), or that another word was misread or mistyped (``evidence.py``). How noisy the text
is counts: where many words are plainly misread, a doubtful one is more probably misread too.
"""

from collections.abc import Iterator, Sequence

from toolkit.annotation.errors.candidates import Candidate, meet
from toolkit.annotation.errors.classifier import Setting, odds, setting_of
from toolkit.annotation.errors.currency import misread_sums
from toolkit.annotation.errors.detection import Doubt, doubts
from toolkit.annotation.errors.garbled import garbled
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.misread_function_words import misread_particles
from toolkit.annotation.errors.ocr_noise import COMMON
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.split_words import torn_words
from toolkit.annotation.errors.words import Block, Word, in_the_case_of, is_title
from toolkit.text import Cert

PROBABLE = 0.0
"""Odds from which an error is as likely as not."""

PROPOSED, LENIENCE = -0.3, 1.1
"""Odds from which an error is proposed (one to two), and how much lower a noisy text has them."""

EXPLAINED = 1.5
"""Gain that a candidate needs to be what was meant by an unknown word."""

EVIDENT = 0.5
"""Odds from which an error is evident, in a noisy text: three to one."""

LONELY, RARE = 2.0, 4.0
"""Margin that does for a rare word (ten in a million), and how rare it must be."""

RIVALLED, UNRIVALLED = 0.7, 1.0
"""Margins below which another known word, or another word at all, might be meant as well."""

EVERYDAY = 4.5
"""Zipf value of a word that nobody writes by a slip of the eye: thirty in a million."""

NOUN = 8
"""Letters of a word with a capital, in German or where a sentence begins, that is hardly a name."""

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


def misspelt(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, named: set[int]
) -> Iterator[Proposal]:
    """Proposals for words that are probably another; ``named`` are the offsets inside names."""
    setting, found = setting_of(text, blocks, lexicon, named)
    level = setting.noise
    least = PROPOSED - min(LENIENCE, level.bonus)
    if level.bonus >= CLOSELY:
        meet(setting.counts, lexicon.language, closely=True)
        found = [d for block in blocks for d in doubts(block, lexicon, closely=True)]
    if level.weighted >= NOISY:
        yield from garbled(text, blocks, lexicon)
        yield from torn_words(text, blocks, lexicon)
        yield from misread_particles(text, blocks, lexicon)
        yield from misread_sums(text, blocks, lexicon.language)
    for doubt in found:
        likely = odds(doubt, setting)
        if likely < least:
            continue
        if doubt.unknown:
            yield from _unknown(doubt, likely, setting)
        elif doubt.best and doubt.word.start not in named:
            yield _unfitting(doubt, doubt.best, likely, setting)


def _unknown(doubt: Doubt, likely: float, setting: Setting) -> Iterator[Proposal]:
    """A proposal for a word that no lexicon has."""
    word, best = doubt.word, doubt.best
    if best is not None and is_title(word.text) and f"{best.word}s" == word.key:
        return
    if best is None or doubt.gain < EXPLAINED:
        beside = ", in a text with misread ones" if setting.noise.bonus >= CLOSELY else ""
        reason = f'"{word.text}" is no known word{beside}'
        yield Proposal(word.span, None, Cert.LOW, "unknown-word", reason, likely)
        return
    correction = in_the_case_of(word.text, best.word)
    reason = f'"{word.text}" is no known word; {_HOW[best.how]} "{correction}"'
    cert = _certainty(doubt, best, likely, setting)
    yield Proposal(word.span, correction, cert, f"unknown-{best.how}", reason, likely)


def _certainty(doubt: Doubt, best: Candidate, likely: float, setting: Setting) -> Cert:
    if doubt.margin >= UNRIVALLED and _is_plain(doubt.word, best, setting):
        if best.how == "sure" and (not doubt.company or setting.noise.is_print):
            return Cert.HIGH
        if best.how in ("likely", "twice") and likely >= EVIDENT and setting.noise.bonus >= 1:
            return Cert.HIGH
    return Cert.MEDIUM if likely >= PROBABLE and doubt.margin >= 0.3 else Cert.LOW


def _is_plain(word: Word, best: Candidate, setting: Setting) -> bool:
    """Whether it is no name and no foreign word, stands once, and what was meant is common."""
    may_have_capital = word.initial or setting.lexicon.language == "de"
    common = may_have_capital and is_title(word.text) and len(word.key) >= NOUN
    return (
        (word.text.islower() or common)
        and len(word.key) > 3
        and word.key.count("'") < 2
        and best.zipf >= COMMON
        and setting.counts[word.key] == 1
        and not setting.is_foreign(word.key)
        and word.start not in setting.named
        and not word.divided
    )


def _unfitting(doubt: Doubt, best: Candidate, likely: float, setting: Setting) -> Proposal:
    """A proposal for a word that exists, where another that looks like it goes much better."""
    word = doubt.word
    correction = in_the_case_of(word.text, best.word)
    reason = f'"{word.text}" does not go with its neighbours; {_HOW[best.how]} "{correction}"'
    cert = Cert.MEDIUM if likely >= PROBABLE else Cert.LOW
    if _is_evident(doubt, best, likely, setting):
        cert = Cert.HIGH
    return Proposal(word.span, correction, cert, "unfitting-word", reason, likely)


def _is_evident(doubt: Doubt, best: Candidate, likely: float, setting: Setting) -> bool:
    """Whether all else speaks for an error too: a text read by machine, a rare word, no rival."""
    rarity = setting.lexicon.zipf(doubt.word.key)
    clear = doubt.margin >= RIVALLED and not doubt.company
    alone = doubt.margin >= LONELY and doubt.company < 2 and rarity < RARE
    return (
        setting.noise.is_print
        and likely >= EVIDENT
        and (clear or alone)
        and best.how in ("sure", "likely", "division")
        and min(map(len, best.word.split())) > 1
        and doubt.word.text.islower()
        and rarity < EVERYDAY
    )
