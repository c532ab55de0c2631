"""Carried: names that a document has introduced are found again wherever they stand alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from toolkit.annotation.names.gazetteer import gazetteer, is_acronym, is_forename, is_noun
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tagger_features import starts_sentence
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind
from toolkit.text import Cert, Document

_PERSONS = ("author", "sender", "recipient")
_LONGEST = 5
"""How many words a name in the metadata has at most; more is a description."""
SHARE = 0.4
"""From this share of its capitalised places on, a word that was marked is marked everywhere."""


def introduced(doc: Document) -> frozenset[str]:
    """The surnames of those whom the metadata block names as author, sender or recipient."""
    names = (f.value.split("(")[0].split() for f in doc.fields if f.key in _PERSONS)
    return frozenset(
        name[-1] for name in names if 1 < len(name) <= _LONGEST and name[-1][0].isupper()
    )


def carried(
    mentions: list[Mention],
    words: Words,
    vocabulary: Vocabulary,
    *,
    introduced: frozenset[str] = frozenset(),
) -> Iterator[Mention]:
    """Further mentions of persons by surname, and of places by name.

    ``introduced`` are surnames that are known to be persons' before the text begins.
    """
    weights = _weights(mentions, words)
    for surname in introduced:
        weights[surname][Kind.PERSON] += _STRONG
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    total = Counter(words.texts[i] for i in words.capitals)
    for i in words.capitals:
        if i in taken or len(words.texts[i]) < 3 or words.texts[i] in vocabulary.non_names:
            continue
        if is_acronym(words.texts[i]):
            continue
        name = _known(words.texts[i], weights, vocabulary)
        if name is None:
            continue
        kind, weight = weights[name].most_common(1)[0]
        strong = weight >= _STRONG
        if not strong and weight < SHARE * total[name]:
            continue
        if _is_another(name, kind, i, words, vocabulary, strong=strong):
            continue
        given = i and not words.breaks[i] and i - 1 not in taken and kind is Kind.PERSON
        first = i - 1 if given and is_forename(words.texts[i - 1]) else i
        yield Mention(
            first, i, kind, Source.CARRIED, "carried", f"{name} is named elsewhere in this text",
            Cert.HIGH if strong else Cert.MEDIUM,
        )  # fmt: skip


def _is_another(
    name: str, kind: Kind, at: int, words: Words, vocabulary: Vocabulary, *, strong: bool
) -> bool:
    """Whether the word may stand here for something else: a common noun, a city, the body."""
    if kind is Kind.ORGANISATION:
        return True
    small = name.lower() in words.small
    common = small or is_noun(name.lower(), vocabulary.code)
    article = words.texts[max(0, at - 1)].lower() in vocabulary.articles
    begins = small and starts_sentence(words, at, vocabulary)
    if common and (not strong or article or begins):
        return True
    city = gazetteer().kinds.get(name) in ("C", "L")
    return kind is Kind.PERSON and city and not strong


_STRONG = 100


def _weights(mentions: list[Mention], words: Words) -> dict[str, Counter[Kind]]:
    """For each last word of a name, how often it names what; much, if that is beyond doubt."""
    weights: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for mention in mentions:
        name = mention.words(words)
        if mention.kind is Kind.PERSON:
            sure = mention.source >= Source.RULE
            weights[name[-1]][mention.kind] += _STRONG if sure else 1
        elif len(name) == 1:
            weights[name[0]][mention.kind] += 1
    return weights


def _known(text: str, weights: dict[str, Counter[Kind]], vocabulary: Vocabulary) -> str | None:
    if text in weights:
        return text
    if text.isupper() and text.capitalize() in weights:
        return text.capitalize()
    if text.upper() in weights and len(text) > 3 and text[1:].islower():
        return text.upper()
    if "s" in vocabulary.name_endings and text.endswith("s") and text[:-1] in weights:
        return text[:-1]
    return None
