"""Evidence: what a whole document says about the kind of a name that stands alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from toolkit.annotation.names.gazetteer import gazetteer, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind

_PLACES = {"C": 3.0, "L": 2.0, "M": 0.5, "S": 0.2}
_PEOPLE = {"F": 1.0, "B": 1.0, "S": 0.3}
_RULE = 3.0
_MODEL = 1.0
"""What a rule adds, and the most that the tagger adds, however often it marked the word."""
_SPEAKER = 10.0
"""What a speech adds: who speaks is no place."""
_SELDOM = 0.15
"""Neighbours that speak for a kind at fewer of a name's places than this are chance."""
Votes = defaultdict[str, defaultdict[Kind, float]]
_OVERRULE = 1.5
"""How many times stronger the evidence must be to overrule the tagger."""


def agreed(
    mentions: Iterable[Mention],
    words: Words,
    vocabulary: Vocabulary,
    *,
    speakers: frozenset[str] = frozenset(),
) -> list[Mention]:
    """The mentions, each word that the tagger marked alone of the kind it has in most places.

    ``speakers`` are the words above speeches: those are persons.
    """
    mentions = list(mentions)
    names = {words.texts[m.last] for m in mentions if _alone(m)}
    votes = _votes(mentions, names, words, vocabulary)
    for name in names & speakers:
        votes[name][Kind.PERSON] += _SPEAKER
    return [_agreed(m, votes[words.texts[m.last]]) if _alone(m) else m for m in mentions]


def _alone(mention: Mention) -> bool:
    return mention.source <= Source.TAGGER and mention.first == mention.last


def _agreed(mention: Mention, votes: dict[Kind, float]) -> Mention:
    best, weight = max(votes.items(), key=lambda item: (item[1], item[0]))
    if best is mention.kind or weight < _OVERRULE * votes[mention.kind]:
        return mention
    reason = f"elsewhere in this text it is a {best}"
    return replace(mention, kind=best, rule="agreed", reason=reason)


def _votes(mentions: list[Mention], names: set[str], words: Words, vocabulary: Vocabulary) -> Votes:
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        vote = votes[words.texts[mention.last]]
        if mention.source > Source.TAGGER:
            vote[mention.kind] += _RULE
        elif vote[mention.kind] < _MODEL:
            vote[mention.kind] += _MODEL / 2
    for name in names:
        place = gazetteer().kinds.get(name)
        person = people().get(name.lower())
        if person is None and place is None and "s" in vocabulary.name_endings:
            person = people().get(name.lower().removesuffix("s"))
        votes[name][Kind.PLACE] += _PLACES[place] if place else 0.0
        votes[name][Kind.PERSON] += _PEOPLE[person] if person else 0.0
    for name, cues in _cues(names, words, vocabulary).items():
        least = _SELDOM * len(words.places[name])
        for kind, weight in cues.items():
            if weight > least:
                votes[name][kind] += weight
    return votes


def _cues(names: set[str], words: Words, vocabulary: Vocabulary) -> Votes:
    """What the words before and after all places of the names say."""
    cues: Votes = defaultdict(lambda: defaultdict(float))
    for i in words.capitals:
        text = words.texts[i]
        if text in names and not words.breaks[i]:
            for kind, weight in _neighbours(words, i, vocabulary):
                cues[text][kind] += weight
    return cues


def _neighbours(words: Words, at: int, vocabulary: Vocabulary) -> Iterator[tuple[Kind, float]]:
    """What the words before and after a name say about its kind."""
    texts = words.texts
    before = texts[at - 2] if texts[at - 1] == "." and at > 1 else texts[at - 1]
    if (
        at > 1
        and before in vocabulary.place_links
        and texts[at - 2] in vocabulary.place_appositions
    ):
        yield Kind.PLACE, _MODEL * _OVERRULE
    elif before.lower() in vocabulary.strong_place_cues or before in vocabulary.place_appositions:
        yield Kind.PLACE, 1.0
    elif before in vocabulary.weak_place_cues:
        yield Kind.PLACE, 0.5
    elif (
        before in vocabulary.titles
        or before in vocabulary.occupations
        or before in vocabulary.lowercase_titles
    ):
        yield Kind.PERSON, 2.0
    if at + 1 < len(texts) and texts[at + 1] in vocabulary.person_verbs:
        yield Kind.PERSON, 1.0
