"""Carried: names that a document has introduced are found again wherever they stand alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from toolkit.annotate.names.language import Language
from toolkit.annotate.names.lexicon import gazetteer, is_noun
from toolkit.annotate.names.mention import Mention, Source
from toolkit.annotate.names.words import Words
from toolkit.edition import Kind

SHARE = 0.4
"""From this share of its capitalised places on, a word that was marked is marked everywhere."""
_ARTICLES = frozenset(
    "der die das des dem den ein eine einen einem einer the a an le la les un une".split()
)


def carried(mentions: list[Mention], words: Words, language: Language) -> Iterator[Mention]:
    """Further mentions of persons by surname, and of places by name."""
    weights = _weights(mentions, words)
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    total = Counter(text for text in words.texts if text[0].isupper())
    small = {text for text in words.texts if text.islower()}
    for i, text in enumerate(words.texts):
        if i in taken or not text[0].isupper() or len(text) < 3 or text in language.never:
            continue
        name = _known(text, weights, language)
        if name is None or (name.lower() in small and words.breaks[i]):
            continue
        kind, weight = weights[name].most_common(1)[0]
        strong = weight >= _STRONG
        if kind is Kind.ORGANISATION or (not strong and weight < SHARE * total[name]):
            continue
        common = name.lower() in small or (language.code == "de" and is_noun(name.lower()))
        if common and (not strong or words.texts[i - 1].lower() in _ARTICLES):
            continue
        if kind is Kind.PERSON and gazetteer().kinds.get(name) in ("C", "L") and not strong:
            continue
        yield Mention(
            i, i, kind, Source.CARRIED, "carried", f"{name} is named elsewhere in this text"
        )


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


def _known(text: str, weights: dict[str, Counter[Kind]], language: Language) -> str | None:
    if text in weights:
        return text
    if text.isupper() and text.capitalize() in weights:
        return text.capitalize()
    if language.code == "de" and text.endswith("s") and text[:-1] in weights:
        return text[:-1]
    return None
