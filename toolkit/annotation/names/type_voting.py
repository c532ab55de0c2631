"""Entity types by vote: the evidence of the whole document on words that occur alone.

Each kind of evidence has a weight; the type with the greatest sum overrules the tagger where it is
clearly stronger.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from toolkit.annotation.names.gazetteer import gazetteer, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.person_evidence import SHOWN_BY_VERB, is_object, is_subject
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind

_GAZETTEER = {"C": 3.0, "L": 2.0, "M": 0.5, "S": 0.2}
"""Weight of a place of the gazetteer, by its class."""
_PEOPLE = {"F": 1.0, "B": 1.0, "S": 0.3}
"""Weight of a personal name of the lexicon, by its class."""
_RULE = 3.0
_MODEL = 1.0
"""Weight of a rule, and the most that the tagger adds, however often it tags the word."""
_KNOWN_PERSON = 10.0
"""Weight of a surname known otherwise: that of a speaker or the author."""
_STRONG_CUE, _WEAK_CUE, _TITLE_CUE, _VERB_CUE, _PREDICATE = 1.0, 0.5, 2.0, 1.0, 3.0
_LEAST_SHARE = 0.15
"""Neighbours at a smaller share of a word's occurrences are chance."""
_OVERRULE = 1.5
"""Ratio from which on the evidence overrules the tagger."""

Votes = defaultdict[str, defaultdict[Kind, float]]


def vote_on_types(
    mentions: Iterable[Mention],
    words: Words,
    vocabulary: Vocabulary,
    *,
    persons: frozenset[str] = frozenset(),
) -> list[Mention]:
    """Give words that the tagger marked alone the type for which most evidence speaks.

    ``persons`` are surnames known otherwise: of speakers, of the author and the addressee.
    """
    mentions = list(mentions)
    names = {words.texts[m.last] for m in mentions if is_open(m)}
    votes = _count_votes(mentions, names, words, vocabulary)
    for name in names & persons:
        votes[name][Kind.PERSON] += _KNOWN_PERSON
    return [
        decide_type(m, votes[words.texts[m.last]], words, vocabulary) if is_open(m) else m
        for m in mentions
    ]


def is_open(mention: Mention) -> bool:
    """Whether the type of a mention may change: a single word that no rule or list found."""
    return mention.source <= Source.TAGGER and mention.first == mention.last


def decide_type(
    mention: Mention, votes: Mapping[Kind, float], words: Words, vocabulary: Vocabulary
) -> Mention:
    """Return the mention with the type for which the votes clearly speak, if one does."""
    best, weight = max(votes.items(), key=lambda item: (item[1], item[0]))
    if best is mention.kind or weight < _OVERRULE * votes.get(mention.kind, 0.0):
        return mention
    if best is Kind.PERSON and count_predicates(words.texts[mention.last], words, vocabulary):
        return replace(mention, kind=best, rule="predicate", reason=SHOWN_BY_VERB)
    reason = f"elsewhere in this text it is a {best}"
    return replace(mention, kind=best, rule="agreed", reason=reason)


def _count_votes(
    mentions: list[Mention], names: set[str], words: Words, vocabulary: Vocabulary
) -> Votes:
    votes = _count_mentions(mentions, words)
    for name in names:
        for kind, weight in weigh_lexicons(name, vocabulary):
            votes[name][kind] += weight
    organisations = {words.texts[m.last] for m in mentions if m.kind is Kind.ORGANISATION}
    for name in names - organisations:  # an organisation says things too
        votes[name][Kind.PERSON] += _PREDICATE * count_predicates(name, words, vocabulary)
    for name, cues in _count_neighbours(names, words, vocabulary).items():
        least = _LEAST_SHARE * len(words.places[name])
        for kind, weight in cues.items():
            if weight > least:
                votes[name][kind] += weight
    return votes


def _count_mentions(mentions: list[Mention], words: Words) -> Votes:
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        vote = votes[words.texts[mention.last]]
        if mention.source > Source.TAGGER:
            vote[mention.kind] += _RULE
        elif vote[mention.kind] < _MODEL:
            vote[mention.kind] += _MODEL / 2
    return votes


def count_predicates(name: str, words: Words, vocabulary: Vocabulary) -> int:
    """Count the occurrences of a word beside a verb that shows a person."""
    return sum(
        is_subject(words, at, vocabulary) or is_object(words, at, vocabulary)
        for at in words.places[name]
    )


def weigh_lexicons(name: str, vocabulary: Vocabulary) -> Iterator[tuple[Kind, float]]:
    """Yield the types of a word in the gazetteer and the lexicon of names, with their weights."""
    place = gazetteer().kinds.get(name)
    person = people().get(name.lower())
    if person is None and place is None and "s" in vocabulary.name_endings:
        person = people().get(name.lower().removesuffix("s"))
    yield Kind.PLACE, _GAZETTEER[place] if place else 0.0
    yield Kind.PERSON, _PEOPLE[person] if person else 0.0


def _count_neighbours(names: set[str], words: Words, vocabulary: Vocabulary) -> Votes:
    cues: Votes = defaultdict(lambda: defaultdict(float))
    for at in words.capitals:
        text = words.texts[at]
        if text in names and not words.breaks[at]:
            for kind, weight in weigh_neighbours(words, at, vocabulary):
                cues[text][kind] += weight
    return cues


def weigh_neighbours(words: Words, at: int, vocabulary: Vocabulary) -> Iterator[tuple[Kind, float]]:
    """Yield the types that the words before and after a name show, with their weights."""
    kind, weight = _weigh_word_before(words, at, vocabulary)
    if kind:
        yield kind, weight
    if at + 1 < len(words) and words.texts[at + 1] in vocabulary.person_verbs:
        yield Kind.PERSON, _VERB_CUE


def _weigh_word_before(words: Words, at: int, vocabulary: Vocabulary) -> tuple[Kind | None, float]:
    before = words.texts[at - 2] if words.texts[at - 1] == "." and at > 1 else words.texts[at - 1]
    if follows_place_noun(words, at, before, vocabulary):
        return Kind.PLACE, _MODEL * _OVERRULE
    if before.lower() in vocabulary.strong_place_cues or before in vocabulary.place_appositions:
        return Kind.PLACE, _STRONG_CUE
    if before in vocabulary.weak_place_cues:
        return Kind.PLACE, _WEAK_CUE
    if is_title_or_occupation(before, vocabulary):
        return Kind.PERSON, _TITLE_CUE
    return None, 0.0


def follows_place_noun(words: Words, at: int, before: str, vocabulary: Vocabulary) -> bool:
    """Whether a noun for a place and its preposition precede: ``das Lager von Brackwede``."""
    linked = at > 1 and before in vocabulary.place_links
    return linked and words.texts[at - 2] in vocabulary.place_appositions


def is_title_or_occupation(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word before a name shows a person."""
    titles = text in vocabulary.titles or text in vocabulary.lowercase_titles
    return titles or text in vocabulary.occupations
