"""Certainty of mentions: how often such a mention is right, measured for each kind of evidence.

Of the mentions of ``Cert.HIGH`` 95 of 100 are right, of those of ``Cert.MEDIUM`` 75; a mention
of ``Cert.LOW`` waits for a decision. The figures are in docs/models/names.md, and
``tests/benchmarks/test_names_calibration.py`` prints them anew.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from toolkit.annotation.names.gazetteer import gazetteer, is_forename, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind
from toolkit.text import Cert

_OFTEN = 3
"""Mentions of a person or place from which on it is at least probable."""
_NAMED_ALIKE = (Kind.PERSON, Kind.PLACE)
_NEVER = 1.1
"""A bound that no probability reaches."""
_SUPPORT = 0.7
"""Least probability at which the model supports a rule."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The certainty of what a rule finds, with the support of the model and without."""

    supported: Cert
    alone: Cert


_CERTAIN = Levels(Cert.HIGH, Cert.HIGH)
_CLEAR = Levels(Cert.HIGH, Cert.MEDIUM)
_PROBABLE = Levels(Cert.MEDIUM, Cert.MEDIUM)
_DOUBTFUL = Levels(Cert.LOW, Cert.LOW)

RULES: Final[Mapping[tuple[Kind, str], Levels]] = MappingProxyType(
    {
        (Kind.PERSON, "titled"): _CLEAR,
        (Kind.PERSON, "initials"): _CLEAR,
        (Kind.PERSON, "greeted"): _CERTAIN,
        (Kind.PERSON, "register"): _CERTAIN,
        (Kind.PERSON, "taking leave"): _CERTAIN,
        (Kind.PERSON, "maker"): _CERTAIN,
        (Kind.PERSON, "signature"): _CLEAR,
        (Kind.PERSON, "forename"): _CLEAR,
        (Kind.PERSON, "agreed"): _DOUBTFUL,
        (Kind.PLACE, "street"): _CLEAR,
        (Kind.PLACE, "gazetteer"): _DOUBTFUL,
        (Kind.ORGANISATION, "agreed"): _DOUBTFUL,
    }
)
"""The certainty of rules; that of the others is ``Cert.MEDIUM``."""


def settle_certainty(
    mentions: Iterable[Mention], words: Words, vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Give each mention its certainty; all mentions of a name have that of the most certain."""
    assessed = [replace(m, cert=assess(m, words, vocabulary)) for m in mentions]
    counts = Counter(identity(mention, words) for mention in assessed)
    certain = {identity(m, words) for m in assessed if m.cert is Cert.HIGH}
    for mention in assessed:
        name = identity(mention, words)
        if name in certain:
            yield replace(mention, cert=Cert.HIGH)
        elif mention.cert is Cert.LOW and counts[name] >= _OFTEN and mention.kind in _NAMED_ALIKE:
            yield replace(mention, cert=Cert.MEDIUM)
        else:
            yield mention


def identity(mention: Mention, words: Words) -> tuple[Kind, tuple[str, ...]]:
    """Return what mentions of one name share: a person's surname, otherwise the whole name."""
    name = mention.words(words)
    return mention.kind, name[-1:] if mention.kind is Kind.PERSON else name


def assess(mention: Mention, words: Words, vocabulary: Vocabulary) -> Cert:
    """Return the certainty of a mention by the evidence for it alone."""
    if mention.source is Source.AUTHORITY:
        return mention.cert
    if mention.rule == "tagger":
        name = mention.words(words)
        return ASSESSORS[mention.kind](name, mention.probability, vocabulary)
    levels = RULES.get((mention.kind, mention.rule), _PROBABLE)
    return levels.supported if mention.probability >= _SUPPORT else levels.alone


def assess_person(name: tuple[str, ...], probability: float, vocabulary: Vocabulary) -> Cert:
    """Return the certainty of a person that the model alone finds.

    Several words that the lexicon does not know are often the title of a work or a firm, but less
    so where every noun is capitalised, since the model has to tell nouns from names there.
    """
    if len(name) > 1 and not has_personal_name(name):
        probable = vocabulary.probable_person if vocabulary.capitalises_nouns else 0.97
        return _level(probability, high=_NEVER, medium=probable)
    if len(name) > 1 and is_forename(name[0]):
        return _level(probability, high=0.85, medium=0.5)
    return _level(probability, high=0.985, medium=vocabulary.probable_person)


def assess_place(name: tuple[str, ...], probability: float, vocabulary: Vocabulary) -> Cert:
    """Return the certainty of a place that the model alone finds.

    The name of a country may also be its government or its team.
    """
    listed = gazetteer().phrase(name) or gazetteer().kinds.get(name[-1])
    if listed == "C":
        return _level(probability, high=_NEVER, medium=0.4)
    if listed:
        return _level(probability, high=0.92, medium=0.4)
    unknown = 0.8 if len(name) > 1 else 0.65 if vocabulary.capitalises_nouns else 0.5
    return _level(probability, high=0.99, medium=unknown)


def assess_organisation(
    _name: tuple[str, ...], probability: float, _vocabulary: Vocabulary
) -> Cert:
    """Return the certainty of an organisation that the model alone finds."""
    return _level(probability, high=_NEVER, medium=0.4)


def has_personal_name(name: tuple[str, ...]) -> bool:
    """Whether a word of a name is a forename or surname of the lexicon."""
    return any(text.lower() in people() for text in name)


def _level(probability: float, *, high: float, medium: float) -> Cert:
    if probability >= high:
        return Cert.HIGH
    return Cert.MEDIUM if probability >= medium else Cert.LOW


ASSESSORS: Final[Mapping[Kind, Callable[[tuple[str, ...], float, Vocabulary], Cert]]] = (
    MappingProxyType(
        {
            Kind.PERSON: assess_person,
            Kind.PLACE: assess_place,
            Kind.ORGANISATION: assess_organisation,
        }
    )
)
