"""Series: names that are told together are names of the same kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.annotate.errors.lexicon import LANGUAGES, frequencies
from toolkit.annotate.names.carried import ARTICLES
from toolkit.annotate.names.language import Language
from toolkit.annotate.names.lexicon import gazetteer, people
from toolkit.annotate.names.mention import Mention, Source
from toolkit.annotate.names.persons import may_name
from toolkit.annotate.names.words import Words
from toolkit.edition import Kind
from toolkit.text import Cert

RARE: Final = 600
"""Hundredths of a power of ten below certainty: one word in a million."""
_AND: Final = frozenset(("and", "und", "et", "e", "y", "&"))


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of a series by its outermost words; ``mention`` is None if nobody knows it."""

    first: int
    last: int
    mention: Mention | None


def in_series(mentions: Sequence[Mention], words: Words, language: Language) -> Iterator[Mention]:
    """Single words in a series with persons: of ``Lenin, Stalin and Krylenko`` the second.

    Where nouns have no capitals, one known person is enough: ``Murmelstein and Zucker``.
    """
    for series in _all_series(mentions, words):
        known = [member.mention for member in series if member.mention]
        sure = len(known) > 1 or any(mention.cert is Cert.HIGH for mention in known)
        if not sure or any(mention.kind is not Kind.PERSON for mention in known):
            continue
        for at, member in enumerate(series):
            unknown = member.mention is None and _may_be_surname(words, member.first, language)
            if unknown and (language.code != "de" or _stands_between(series, at)):
                yield Mention(
                    member.first, member.last, Kind.PERSON, Source.RULE, "series",
                    "it stands in a series of persons", Cert.MEDIUM,
                )  # fmt: skip


def _all_series(mentions: Sequence[Mention], words: Words) -> Iterator[list[_Member]]:
    """The longest series of mentions and single words with a capital, joined by an "and"."""
    known = {mention.first: mention for mention in mentions}
    inside = {i for m in mentions for i in range(m.first, m.last + 1)}
    done = -1
    for start in sorted({*known, *words.capitals}):
        if start <= done or (start in inside and start not in known):
            continue
        series, joined = _series(start, known, words)
        done = series[-1].last
        if joined and len(series) > 1:
            yield series


def _series(start: int, known: dict[int, Mention], words: Words) -> tuple[list[_Member], bool]:
    series, joined = [_member(start, known)], False
    while True:
        at, by_and = _after_joint(series[-1].last + 1, words)
        if not at or not (at in known or words.texts[at][0].isupper()):
            return series, joined
        series.append(_member(at, known))
        joined = joined or by_and


def _member(at: int, known: dict[int, Mention]) -> _Member:
    mention = known.get(at)
    return _Member(at, mention.last if mention else at, mention)


def _after_joint(at: int, words: Words) -> tuple[int, bool]:
    """The word after a comma, an "and" or both, in the same line; 0 if there is none of them."""
    start, by_and = at, False
    if at < len(words) and words.texts[at] == ",":
        at += 1
    if at < len(words) and words.texts[at] in _AND:
        at, by_and = at + 1, True
    if at == start or at >= len(words) or any(words.breaks[start : at + 1]):
        return 0, False
    return at, by_and


def _may_be_surname(words: Words, at: int, language: Language) -> bool:
    """Whether a word may be a surname, which stands by itself and is no place's."""
    text = words.texts[at]
    after = words.texts[at + 1] if at + 1 < len(words) and not words.breaks[at + 1] else ""
    before = words.texts[at - 1] if at and not words.breaks[at] else ""
    alone = not after[:1].isupper() and after not in ("'s", "\u2019s") and not before[:1].isupper()
    alone = alone and before.lower() not in ARTICLES
    place = text in gazetteer().kinds
    named = alone and not place and text.isalpha() and may_name(text, words.small, language)
    return named and _is_rare(text.lower(), language.code)


def _is_rare(lower: str, code: str) -> bool:
    """Whether a word is a known name, or so rare that it is hardly anything else."""
    if lower in people():
        return True
    level = frequencies(code).get(lower, RARE) if code in LANGUAGES else 0
    return level >= RARE


def _stands_between(series: Sequence[_Member], at: int) -> bool:
    """Whether persons stand on both sides of a member."""
    return 0 < at < len(series) - 1 and all(series[i].mention for i in (at - 1, at + 1))
