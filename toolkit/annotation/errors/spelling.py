"""Spelling: unknown words, and words that do not fit their context.

The classifier weighs what is more probable: that a suspect word is right and merely unknown (a
name, a foreign or a rare word), or that another word was misread or mistyped. The noise of the
text is a feature: where many words are plainly misread, a suspect one is more probably misread.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.annotation.errors.candidates import Candidate, prefetch_candidates
from toolkit.annotation.errors.classifier import TextProfile, compute_log_odds, profile_text
from toolkit.annotation.errors.currency import find_misread_sums
from toolkit.annotation.errors.detection import SuspectWord, find_suspects
from toolkit.annotation.errors.garbled import find_garbled_strings
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.misread_function_words import find_misread_function_words
from toolkit.annotation.errors.ocr_noise import COMMON
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.split_words import find_split_words
from toolkit.annotation.errors.words import Block, Word, is_title_case, match_case
from toolkit.text import Cert

PROBABLE = 0.0
"""Log-odds from which on an error is as likely as not."""

PROPOSED, LENIENCE = -0.3, 1.1
"""Log-odds from which on an error is proposed (one to two), and how much lower a noisy text has
them."""

EXPLAINED = 1.5
"""Gain from which on a candidate is proposed as the correction of an unknown word."""

LEADING = 0.3
"""Margin from which on the best candidate is more than a guess."""

EVIDENT = 0.5
"""Log-odds from which on an error is evident in a noisy text: three to one."""

LONELY, RARE = 2.0, 4.0
"""Margin that suffices for a rare word, and the Zipf value below which it is rare."""

MUCH, CLEARLY = 2.4, 2.9
"""Gains of a correction that is likelier by far: of an unknown word, and of a rare one."""

BY_FAR, SCARCE = 2.6, 3.0
"""Margin that suffices for a very rare word (one in a million), and its Zipf value."""

SEVERAL = 5
"""Letters from which on few other words are like a word."""

RIVALLED, UNRIVALLED = 0.7, 1.0
"""Margins below which another known word, or any other word, might be meant as well."""

EVERYDAY = 4.5
"""Zipf value from which on a word is too common to be a misreading: thirty in a million."""

NOUN, SHORT_NOUN = 8, 6
"""Letters from which on a capitalised noun, or first word of a sentence, is hardly a name; and
the same if an everyday word looks like it."""

SHORT = 3
"""Letters of a word that too many other words are like."""

NOISY = 0.7
"""Bonus of the noise from which on a known word is suspect for any edit."""

MACHINE = 1.0
"""Bonus of the noise from which on similar signs are confused often enough to be corrected."""

REPEATED = 3
"""Occurrences from which on the spelling of a word is deliberate."""

UNEXPLAINED = 0.002
"""Share of plainly misread words from which on words without a correction are proposed."""

GARBLED = 0.002
"""Share of misread words from which on odd strings are taken for misread ones too."""

_EXPLANATIONS = {
    "sure": "signs of the same shape make it",
    "likely": "similar signs make it",
    "twice": "two misread signs make it",
    "accent": "with other accents it is",
    "slip": "one letter makes it",
    "division": "a space makes it",
}


def find_misspellings(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, named: set[int]
) -> Iterator[Proposal]:
    """Yield proposals for misspelt words; ``named`` are the offsets of words in names."""
    profile, suspects = profile_text(text, blocks, lexicon, named)
    noise = profile.noise
    if noise.bonus >= NOISY:
        prefetch_candidates(profile.counts, lexicon, noisy=True)
        suspects = [s for block in blocks for s in find_suspects(block, lexicon, noisy=True)]
    if noise.weighted >= UNEXPLAINED:
        yield from find_garbled_strings(text, blocks, lexicon)
    if noise.weighted >= GARBLED:
        yield from find_split_words(text, blocks, lexicon)
        yield from find_misread_function_words(text, blocks, lexicon)
        yield from find_misread_sums(text, blocks, lexicon)
    least = PROPOSED - min(LENIENCE, noise.bonus)
    for suspect in suspects:
        log_odds = compute_log_odds(suspect, profile)
        if log_odds >= least and not _is_consistent(suspect, profile):
            yield from _propose(suspect, log_odds, profile)


def _is_consistent(suspect: SuspectWord, profile: TextProfile) -> bool:
    """Whether a text that no machine read spells an unknown word in the same way throughout."""
    repeated = profile.counts[suspect.word.key] >= REPEATED
    return repeated and suspect.is_unknown and not profile.noise.is_machine_read


@dataclass(frozen=True, slots=True)
class Correction:
    """A suspect word with the candidate that may replace it, and the log-odds of an error."""

    suspect: SuspectWord
    best: Candidate
    log_odds: float
    profile: TextProfile

    @property
    def word(self) -> Word:
        """The suspect word."""
        return self.suspect.word

    @property
    def zipf(self) -> float:
        """The Zipf value of the word."""
        return self.profile.lexicon.zipf(self.word.key)


Condition = Callable[[Correction], bool]


def _propose(suspect: SuspectWord, log_odds: float, profile: TextProfile) -> Iterator[Proposal]:
    if suspect.best is None:
        yield from _propose_unexplained(suspect, log_odds, profile)
        return
    correction = Correction(suspect, suspect.best, log_odds, profile)
    if not suspect.is_unknown:
        if _is_outside_names(correction):
            yield _propose_unfitting(correction)
    elif not _is_name_without_genitive(correction):
        if suspect.gain >= EXPLAINED:
            yield _propose_unknown(correction)
        else:
            yield from _propose_unexplained(suspect, log_odds, profile)


def _propose_unexplained(
    suspect: SuspectWord, log_odds: float, profile: TextProfile
) -> Iterator[Proposal]:
    """Point out an unknown word, in a text with misread ones."""
    word = suspect.word
    if profile.noise.weighted < UNEXPLAINED or not _is_own_word(suspect, profile):
        return
    among = ", in a text with misread ones" if profile.noise.bonus >= NOISY else ""
    reason = f'"{word.text}" is no known word{among}'
    yield Proposal(word.span, None, Cert.LOW, "unknown-word", reason, log_odds)


def _is_own_word(suspect: SuspectWord, profile: TextProfile) -> bool:
    """Whether it may be a word of the language: no name, and in no foreign script or phrase."""
    word = suspect.word
    return (
        profile.noise.plain > 0
        or profile.noise.bonus >= MACHINE
        or (
            profile.lexicon.spells(word.key)
            and not suspect.foreign_neighbours
            and not (word.start in profile.named and is_title_case(word.text))
        )
    )


def _propose_unknown(correction: Correction) -> Proposal:
    word, how = correction.word, correction.best.how
    replacement = match_case(word.text, correction.best.word)
    reason = f'"{word.text}" is no known word; {_EXPLANATIONS[how]} "{replacement}"'
    cert = _rate_unknown(correction)
    return Proposal(word.span, replacement, cert, f"unknown-{how}", reason, correction.log_odds)


def _propose_unfitting(correction: Correction) -> Proposal:
    word, how = correction.word, correction.best.how
    replacement = match_case(word.text, correction.best.word)
    reason = f'"{word.text}" does not go with its neighbours; {_EXPLANATIONS[how]} "{replacement}"'
    cert = Cert.MEDIUM if correction.log_odds >= PROBABLE else Cert.LOW
    for conditions in (EVIDENT_CONDITIONS, RARE_CONDITIONS):
        if all(condition(correction) for condition in conditions):
            cert = Cert.HIGH
    return Proposal(word.span, replacement, cert, "unfitting-word", reason, correction.log_odds)


def _is_name_without_genitive(correction: Correction) -> bool:
    """Whether the correction only takes the s from a capitalised word, as from *Petrovs*."""
    word = correction.word
    return is_title_case(word.text) and f"{correction.best.word}s" == word.key


def _rate_unknown(correction: Correction) -> Cert:
    if all(condition(correction) for condition in PLAIN_CONDITIONS) and (
        _differs_in_shape(correction) or _is_machine_error(correction)
    ):
        return Cert.HIGH
    if all(condition(correction) for condition in NOISY_CONDITIONS):
        return Cert.HIGH
    probable = correction.log_odds >= PROBABLE and correction.suspect.margin >= LEADING
    return Cert.MEDIUM if probable else Cert.LOW


def _differs_in_shape(correction: Correction) -> bool:
    """Whether signs of the same shape were confused, in known words or by a machine."""
    lonely = not correction.suspect.unknown_neighbours
    return correction.best.how == "sure" and (lonely or correction.profile.noise.is_machine_read)


def _is_machine_error(correction: Correction) -> bool:
    """Whether similar signs were confused in a noisy text."""
    return (
        correction.best.how in ("likely", "twice")
        and correction.log_odds >= EVIDENT
        and correction.profile.noise.bonus >= MACHINE
    )


def _is_unrivalled(correction: Correction) -> bool:
    return correction.suspect.margin >= UNRIVALLED


def _is_no_name_by_case(correction: Correction) -> bool:
    """Whether it has small letters, or a capital that it would have as a noun or first word."""
    word = correction.word
    if word.text.islower():
        return True
    expected = word.initial or correction.profile.lexicon.language.traits.capitalises_nouns
    least = SHORT_NOUN if correction.best.zipf >= EVERYDAY else NOUN
    return expected and is_title_case(word.text) and len(word.key) >= least


def _is_long(correction: Correction) -> bool:
    return len(correction.word.key) > SHORT


def _has_one_apostrophe(correction: Correction) -> bool:
    return correction.word.key.count("'") < 2


def _has_common_candidate(correction: Correction) -> bool:
    return correction.best.zipf >= COMMON


def _occurs_once(correction: Correction) -> bool:
    return correction.profile.counts[correction.word.key] == 1


def _is_not_foreign(correction: Correction) -> bool:
    return not correction.profile.is_foreign(correction.word.key)


def _is_outside_names(correction: Correction) -> bool:
    return correction.word.start not in correction.profile.named


def _is_undivided(correction: Correction) -> bool:
    return not correction.word.divided


PLAIN_CONDITIONS: tuple[Condition, ...] = (
    _is_unrivalled,
    _is_no_name_by_case,
    _is_long,
    _has_one_apostrophe,
    _has_common_candidate,
    _occurs_once,
    _is_not_foreign,
    _is_outside_names,
    _is_undivided,
)
"""What an unknown word needs for a correction that is encoded by default."""


def _is_evident(correction: Correction) -> bool:
    return correction.log_odds >= EVIDENT


def _is_in_noisy_text(correction: Correction) -> bool:
    return correction.profile.noise.bonus >= MACHINE


def _leads_widely(correction: Correction) -> bool:
    return correction.suspect.margin >= LONELY


def _is_much_likelier(correction: Correction) -> bool:
    return correction.suspect.gain >= MUCH


def _has_several_letters(correction: Correction) -> bool:
    return len(correction.word.key) >= SEVERAL


def _has_uniform_case(correction: Correction) -> bool:
    text = correction.word.text
    return text.islower() or text.isupper() or is_title_case(text)


def _keeps_first_letter(correction: Correction) -> bool:
    """Whether it is no edit at the beginning, where the rest of a longer word may be missing."""
    key, best = correction.word.key, correction.best
    return best.how != "slip" or key[0] == best.word[0]


def _differs_in_letters(correction: Correction) -> bool:
    return correction.best.how not in ("division", "accent")


def _has_few_unknown_neighbours(correction: Correction) -> bool:
    return correction.suspect.unknown_neighbours < 2


NOISY_CONDITIONS: tuple[Condition, ...] = (
    _is_in_noisy_text,
    _is_evident,
    _leads_widely,
    _is_much_likelier,
    _has_common_candidate,
    _has_several_letters,
    _has_uniform_case,
    _keeps_first_letter,
    _differs_in_letters,
    _has_few_unknown_neighbours,
    _is_not_foreign,
    _is_undivided,
    _is_outside_names,
)
"""The same in a noisy text, for a word that is likelier by far, whatever the error."""


def _is_in_machine_read_text(correction: Correction) -> bool:
    return correction.profile.noise.is_machine_read


def _has_clear_lead(correction: Correction) -> bool:
    """Whether the candidate leads among known neighbours, or by far for a rare word."""
    suspect = correction.suspect
    clear = suspect.margin >= RIVALLED and not suspect.unknown_neighbours
    rare = suspect.margin >= LONELY and suspect.unknown_neighbours < 2 and correction.zipf < RARE
    return clear or rare


def _differs_by_confusion(correction: Correction) -> bool:
    return correction.best.how in ("sure", "likely", "division")


def _has_no_letter_alone(correction: Correction) -> bool:
    return min(map(len, correction.best.word.split())) > 1


def _is_lower_case(correction: Correction) -> bool:
    return correction.word.text.islower()


def _is_clearly_likelier(correction: Correction) -> bool:
    return correction.suspect.gain >= CLEARLY


def _leads_by_far(correction: Correction) -> bool:
    return correction.suspect.margin >= BY_FAR


def _is_rare(correction: Correction) -> bool:
    return correction.zipf < SCARCE


def _is_not_everyday(correction: Correction) -> bool:
    return correction.zipf < EVERYDAY


EVIDENT_CONDITIONS: tuple[Condition, ...] = (
    _is_in_machine_read_text,
    _is_evident,
    _has_clear_lead,
    _differs_by_confusion,
    _has_no_letter_alone,
    _is_lower_case,
    _is_not_everyday,
)
"""What a known word that does not fit needs for a correction that is encoded by default."""

RARE_CONDITIONS: tuple[Condition, ...] = (
    _is_in_noisy_text,
    _is_rare,
    _leads_by_far,
    _is_clearly_likelier,
    _differs_in_letters,
    _is_lower_case,
)
"""The same for a word that is so rare that it is hardly meant in a noisy text."""
