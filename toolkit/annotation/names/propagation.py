"""Propagation of names: what a text names once is recognised wherever it occurs alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from toolkit.annotation.names.gazetteer import is_acronym, is_forename, is_large_place, is_noun
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tagger_features import starts_sentence
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind
from toolkit.text import Cert, Document

_PERSON_FIELDS = ("author", "sender", "recipient")
_LONGEST_NAME = 5
"""Most words of a name in the metadata; more is a description."""
LEAST_SHARE = 0.4
"""From this share of its capitalised occurrences on, a recognised word is recognised everywhere."""
_CERTAIN = 100
"""The weight of a person that a rule or the metadata names."""
_LEAST_LETTERS = 3

Weights = dict[str, Counter[Kind]]


def metadata_surnames(doc: Document) -> frozenset[str]:
    """Return the surnames of the author, sender and recipient in the metadata block."""
    names = (f.value.split("(")[0].split() for f in doc.header_fields if f.key in _PERSON_FIELDS)
    return frozenset(
        name[-1] for name in names if 1 < len(name) <= _LONGEST_NAME and name[-1][0].isupper()
    )


def propagate(
    mentions: list[Mention],
    words: Words,
    vocabulary: Vocabulary,
    *,
    surnames: frozenset[str] = frozenset(),
) -> Iterator[Mention]:
    """Find further mentions of persons by surname, and of places by name.

    ``surnames`` are known to be persons' before the text begins.
    """
    weights = weigh_names(mentions, words, surnames)
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    total = Counter(words.texts[i] for i in words.capitals)
    for at in words.capitals:
        name = find_form(words.texts[at], weights, vocabulary) if at not in taken else None
        if name is None or not may_propagate(words.texts[at], vocabulary):
            continue
        kind, weight = weights[name].most_common(1)[0]
        certain = weight >= _CERTAIN
        if weight < LEAST_SHARE * total[name] and not certain:
            continue
        if not is_other_use(name, kind, at, words, vocabulary, certain=certain):
            yield _mention(_forename_start(words, at, kind, taken), at, kind, name, certain=certain)


def may_propagate(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is long enough for a name, and neither an acronym nor a non-name."""
    long_enough = len(text) >= _LEAST_LETTERS
    return long_enough and text not in vocabulary.non_names and not is_acronym(text)


def _forename_start(words: Words, at: int, kind: Kind, taken: set[int]) -> int:
    """Return the index of the forename before a surname, or of the surname itself."""
    before = words.before(at)
    given = bool(before) and at - 1 not in taken and kind is Kind.PERSON
    return at - 1 if given and is_forename(before) else at


def _mention(first: int, last: int, kind: Kind, name: str, *, certain: bool) -> Mention:
    cert = Cert.HIGH if certain else Cert.MEDIUM
    reason = f"{name} is named elsewhere in this text"
    return Mention(first, last, kind, Source.PROPAGATED, "carried", reason, cert)


def is_other_use(
    name: str, kind: Kind, at: int, words: Words, vocabulary: Vocabulary, *, certain: bool
) -> bool:
    """Whether the word may be something else here: an organisation, common noun or city."""
    if kind is Kind.ORGANISATION:
        return True
    if _is_common_use(name, at, words, vocabulary, certain=certain):
        return True
    return kind is Kind.PERSON and is_large_place(name) and not certain


def _is_common_use(
    name: str, at: int, words: Words, vocabulary: Vocabulary, *, certain: bool
) -> bool:
    """Whether a word that is a common noun too is one here."""
    small = name.lower() in words.small
    if not small and not is_noun(name.lower(), vocabulary.code):
        return False
    article = words.texts[max(0, at - 1)].lower() in vocabulary.articles
    return not certain or article or (small and starts_sentence(words, at, vocabulary))


def weigh_names(
    mentions: list[Mention], words: Words, surnames: frozenset[str] = frozenset()
) -> Weights:
    """Count the entity types of the last word of each name; a rule's person is certain."""
    weights: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for mention in mentions:
        name = mention.words(words)
        if mention.kind is Kind.PERSON:
            weights[name[-1]][mention.kind] += _CERTAIN if mention.source >= Source.RULE else 1
        elif len(name) == 1:
            weights[name[0]][mention.kind] += 1
    for surname in surnames:
        weights[surname][Kind.PERSON] += _CERTAIN
    return weights


def find_form(text: str, weights: Weights, vocabulary: Vocabulary) -> str | None:
    """Return the known form of a word: with other capitals, or without a genitive ending."""
    if text in weights:
        return text
    if text.isupper() and text.capitalize() in weights:
        return text.capitalize()
    if text.upper() in weights and len(text) > 3 and text[1:].islower():
        return text.upper()
    if "s" in vocabulary.name_endings and text.endswith("s") and text[:-1] in weights:
        return text[:-1]
    return None
