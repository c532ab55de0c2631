"""Every condition of a certain correction has its bound: met on one side, not on the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from toolkit.annotation.errors import spelling
from toolkit.annotation.errors.candidates import Candidate
from toolkit.annotation.errors.classifier import TextProfile
from toolkit.annotation.errors.detection import SuspectWord
from toolkit.annotation.errors.misspelt_names import is_inflected, is_one_letter_apart
from toolkit.annotation.errors.ocr_noise import Noise, weigh_suspect
from toolkit.annotation.errors.punctuation import Balance, balance_curved, balance_straight
from toolkit.annotation.errors.spelling import Condition, Correction
from toolkit.annotation.errors.words import Word
from toolkit.languages import find_language

from .error_lexicons import lexicon_of

CLEAN = Noise(0.0, 0.0, 0.01)
MACHINE_READ = Noise(0.05, 0.05, 0.01)
NOISY = Noise(0.0, 0.006, 0.01)


@dataclass(frozen=True)
class Case:
    """A correction that meets the conditions, with what is changed in it."""

    text: str = "whiehe"
    key: str = ""
    initial: bool = False
    divided: bool = False
    unknown_neighbours: int = 0
    gain: float = 3.0
    margin: float = 3.0
    best: str = "which"
    zipf: float = 5.0
    how: str = "sure"
    log_odds: float = 0.5
    count: int = 1
    named: bool = False
    noise: Noise = CLEAN
    language: str = "en"

    def build(self) -> Correction:
        """Return the correction."""
        key = self.key or self.text.lower()
        word = Word(0, len(self.text), self.text, key, self.initial, self.divided)
        best = Candidate(self.best, self.zipf, 0.0, self.how)
        suspect = SuspectWord(
            word, True, self.unknown_neighbours, 0, best, gain=self.gain, margin=self.margin
        )
        named = {0} if self.named else set[int]()
        counts = Counter({key: self.count})
        lexicon = lexicon_of(self.language)
        profile = TextProfile(self.text, lexicon, counts, self.noise, named)
        return Correction(suspect, best, self.log_odds, profile)


def _unmet(conditions: Sequence[Condition], case: Case) -> list[str]:
    correction = case.build()
    return [c.__name__ for c in conditions if not c(correction)]


PLAIN = Case(margin=1.0, zipf=3.5)


@pytest.mark.parametrize(
    ("changes", "unmet"),
    [
        ({}, []),
        ({"margin": 0.99}, ["_is_unrivalled"]),
        ({"text": "Whiehe"}, ["_is_no_name_by_case"]),
        ({"text": "Whiehe", "initial": True}, ["_is_no_name_by_case"]),
        ({"text": "Whieheab", "initial": True}, []),
        ({"text": "Whiehea", "initial": True}, ["_is_no_name_by_case"]),
        ({"text": "Whiehe", "initial": True, "zipf": 4.5}, []),
        ({"text": "Whieh", "initial": True, "zipf": 4.5}, ["_is_no_name_by_case"]),
        ({"text": "Whieheab"}, ["_is_no_name_by_case"]),
        ({"text": "Whieheab", "language": "de"}, []),
        ({"text": "whie"}, []),
        ({"text": "whh"}, ["_is_long"]),
        ({"text": "wh'ehe"}, []),
        ({"text": "wh'e'e"}, ["_has_one_apostrophe"]),
        ({"zipf": 3.49}, ["_has_common_candidate"]),
        ({"count": 2}, ["_occurs_once"]),
        ({"text": "whiéhe"}, ["_is_not_foreign"]),
        ({"named": True}, ["_is_outside_names"]),
        ({"divided": True}, ["_is_undivided"]),
    ],
)
def test_a_plain_correction_of_an_unknown_word(changes: dict[str, Any], unmet: list[str]) -> None:
    assert unmet == _unmet(spelling.PLAIN_CONDITIONS, replace(PLAIN, **changes))


IN_NOISE = Case(margin=2.0, gain=2.4, zipf=3.5, noise=NOISY, how="slip", best="wheel")


@pytest.mark.parametrize(
    ("changes", "unmet"),
    [
        ({}, []),
        ({"noise": CLEAN}, ["_is_in_noisy_text"]),
        ({"noise": Noise(0.0, 0.0049, 0.01)}, ["_is_in_noisy_text"]),
        ({"noise": Noise(0.0, 0.0051, 0.01)}, []),
        ({"log_odds": 0.49}, ["_is_evident"]),
        ({"margin": 1.99}, ["_leads_widely"]),
        ({"gain": 2.39}, ["_is_much_likelier"]),
        ({"zipf": 3.49}, ["_has_common_candidate"]),
        ({"text": "whieh"}, []),
        ({"text": "whih"}, ["_has_several_letters"]),
        ({"text": "Whiehe"}, []),
        ({"text": "WHIEHE"}, []),
        ({"text": "wHiehe"}, ["_has_uniform_case"]),
        ({"text": "hiehe"}, ["_keeps_first_letter"]),
        ({"text": "hiehe", "how": "sure"}, []),
        ({"how": "division"}, ["_differs_in_letters"]),
        ({"how": "accent"}, ["_differs_in_letters"]),
        ({"unknown_neighbours": 1}, []),
        ({"unknown_neighbours": 2}, ["_has_few_unknown_neighbours"]),
        ({"text": "whiéhe"}, ["_is_not_foreign"]),
        ({"divided": True}, ["_is_undivided"]),
        ({"named": True}, ["_is_outside_names"]),
    ],
)
def test_a_correction_in_a_noisy_text(changes: dict[str, Any], unmet: list[str]) -> None:
    assert unmet == _unmet(spelling.NOISY_CONDITIONS, replace(IN_NOISE, **changes))


EVIDENT = Case(text="hinds", margin=0.7, noise=MACHINE_READ)


@pytest.mark.parametrize(
    ("changes", "unmet"),
    [
        ({}, []),
        ({"noise": NOISY}, ["_is_in_machine_read_text"]),
        ({"log_odds": 0.49}, ["_is_evident"]),
        ({"margin": 0.69}, ["_has_clear_lead"]),
        ({"unknown_neighbours": 1}, ["_has_clear_lead"]),
        ({"unknown_neighbours": 1, "margin": 2.0}, []),
        ({"unknown_neighbours": 1, "margin": 1.99}, ["_has_clear_lead"]),
        ({"unknown_neighbours": 2, "margin": 2.0}, ["_has_clear_lead"]),
        ({"how": "slip"}, ["_differs_by_confusion"]),
        ({"how": "division", "best": "hi nds"}, []),
        ({"how": "division", "best": "h inds"}, ["_has_no_letter_alone"]),
        ({"text": "Hinds"}, ["_is_lower_case"]),
        ({"text": "house"}, ["_is_not_everyday"]),
    ],
)
def test_an_evident_correction_of_a_known_word(changes: dict[str, Any], unmet: list[str]) -> None:
    assert unmet == _unmet(spelling.EVIDENT_CONDITIONS, replace(EVIDENT, **changes))


RARE = Case(text="yeats", margin=2.6, gain=2.9, noise=NOISY, how="slip", best="years")


@pytest.mark.parametrize(
    ("changes", "unmet"),
    [
        ({}, []),
        ({"noise": CLEAN}, ["_is_in_noisy_text"]),
        ({"text": "house"}, ["_is_rare"]),
        ({"margin": 2.59}, ["_leads_by_far"]),
        ({"gain": 2.89}, ["_is_clearly_likelier"]),
        ({"how": "accent"}, ["_differs_in_letters"]),
        ({"text": "Yeats"}, ["_is_lower_case"]),
    ],
)
def test_a_correction_of_a_rare_word(changes: dict[str, Any], unmet: list[str]) -> None:
    assert unmet == _unmet(spelling.RARE_CONDITIONS, replace(RARE, **changes))


@pytest.mark.parametrize(
    ("changes", "weight"),
    [
        ({}, 1.0),
        ({"how": "likely"}, 0.7),
        ({"how": "division"}, 0.4),
        ({"how": "accent"}, 0.0),
        ({"how": "slip"}, 0.4),
        ({"zipf": 3.49}, 0.4),
        ({"zipf": 3.49, "text": "WHIEHE"}, 0.2),
        ({"zipf": 3.49, "language": "de"}, 0.05),
        ({"text": "Whiehe"}, 0.0),
    ],
)
def test_an_unknown_word_is_noise_by_its_confusion(changes: dict[str, Any], weight: float) -> None:
    case = replace(Case(zipf=3.5), **changes)

    assert weight == weigh_suspect(case.build().suspect, lexicon_of(case.language))


@pytest.mark.parametrize(
    ("gain", "how", "weight"),
    [(4.0, "sure", 1.0), (3.99, "sure", 0.4), (3.0, "slip", 0.4), (2.99, "sure", 0.0),
     (4.0, "slip", 0.0)],
)  # fmt: skip
def test_a_known_word_is_noise_by_its_gain(gain: float, how: str, weight: float) -> None:
    suspect = replace(Case(gain=gain, how=how).build().suspect, is_unknown=False)

    assert weight == weigh_suspect(suspect, lexicon_of("en"))


@pytest.mark.parametrize(
    ("name", "target", "apart"),
    [
        ("Kerensky", "Kerenskys", True),
        ("Kerensky", "Kerenski", True),
        ("Keresnky", "Kerensky", True),
        ("Kerensky", "Kerensky", False),
        ("Kerensky", "Karenski", False),
        ("Kerensky", "Kereny", False),
        ("nKerensk", "Kerenskn", False),
    ],
)
def test_two_names_are_one_letter_apart(name: str, target: str, apart: bool) -> None:
    assert apart == is_one_letter_apart(name, target)


@pytest.mark.parametrize(
    ("name", "target", "language", "inflected"),
    [
        ("Petrov", "Petrovs", "en", True),
        ("Petrov", "Petrovn", "en", False),
        ("Petrov", "Petrovn", "de", True),
        ("Petrov", "Petrovn", "la", True),
        ("Petrova", "Petrov", "en", True),
        ("Petrova", "Petrovo", "en", True),
        ("Petrova", "Petrovl", "en", False),
    ],
)
def test_two_names_may_be_forms_of_one(
    name: str, target: str, language: str, inflected: bool
) -> None:
    assert inflected == is_inflected(name, target, find_language(language))


@pytest.mark.parametrize(
    ("passage", "balance"),
    [
        ('He said "yes" twice.', Balance(None, stays_open=False)),
        ('He said "yes twice.', Balance(None, stays_open=True)),
        ('He said yes" twice.', Balance(11, stays_open=False)),
        ('"One" and yes" twice.', Balance(13, stays_open=False)),
        ('He" said yes" twi" ce.', Balance(None, stays_open=False)),
        ('He said y"es.', Balance(None, stays_open=False)),
        ('"One "two "three" four.', Balance(None, stays_open=True)),
    ],
)
def test_straight_marks_are_balanced(passage: str, balance: Balance) -> None:
    assert balance == balance_straight(passage)


@pytest.mark.parametrize(
    ("passage", "balance"),
    [
        ("He said “yes” twice.", Balance(None, stays_open=False)),
        ("He said “yes twice.", Balance(None, stays_open=True)),
        ("He said yes” twice.", Balance(11, stays_open=False)),
        ("He said «yes” twice.", Balance(None, stays_open=False)),
        ("He” said yes” twice.", Balance(None, stays_open=False)),
    ],
)
def test_curved_marks_are_balanced(passage: str, balance: Balance) -> None:
    assert balance == balance_curved(passage, "“", "”")
