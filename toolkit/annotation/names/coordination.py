"""Series: names that are told together are names of the same kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.annotation.names.gazetteer import gazetteer, is_rare, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.possible import may_name
from toolkit.annotation.names.tagger_features import starts_sentence
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind
from toolkit.text import Cert


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of a series by its outermost words.

    ``mention`` is what it is known as, here or elsewhere in the text; None if nobody knows it.
    """

    first: int
    last: int
    mention: Mention | None


def in_series(
    mentions: Sequence[Mention], words: Words, vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Single words in a series with persons: of ``Lenin, Stalin and Krylenko`` the second.

    Where nouns have no capitals, one known person is enough: ``Krylenko and Brackwed``.
    """
    for series in _all_series(mentions, words, vocabulary):
        known = [member.mention for member in series if member.mention]
        if any(mention.kind is not Kind.PERSON for mention in known):
            continue
        sure = len(known) > 1 or any(mention.cert is Cert.HIGH for mention in known)
        alone = sure and not vocabulary.capitalises_nouns
        for at, member in enumerate(series):
            text = words.texts[member.first]
            if member.mention or not text.isalpha() or not may_name(text, words.small, vocabulary):
                continue
            if _stands_between(series, at, words) or (
                alone and _is_surname(words, member, vocabulary)
            ):
                yield Mention(
                    member.first, member.last, Kind.PERSON, Source.RULE, "series",
                    "it stands in a series of persons", Cert.MEDIUM,
                )  # fmt: skip


def _all_series(
    mentions: Sequence[Mention], words: Words, vocabulary: Vocabulary
) -> Iterator[list[_Member]]:
    """The longest series of mentions and single words with a capital, joined by an "and"."""
    known = {m.first: m for m in mentions if not _is_weak(m)}
    inside = {i for m in known.values() for i in range(m.first, m.last + 1)}
    surnames = {words.texts[m.last]: m for m in mentions if m.kind is Kind.PERSON}
    done = -1
    for start in sorted({*known, *words.capitals}):
        if start <= done or (start in inside and start not in known):
            continue
        series, joined = [], False
        at, by_and = start, False
        while at >= 0 and (at in known or words.texts[at][0].isupper()):
            mention = known.get(at)
            last = mention.last if mention else at
            series.append(_Member(at, last, mention or surnames.get(words.texts[at])))
            joined = joined or by_and
            at, by_and = _after_joint(last + 1, words, vocabulary)
        done = series[-1].last
        if joined:
            yield series


def _is_weak(mention: Mention) -> bool:
    """Whether a single word was taken for a place or an organisation by no rule."""
    person = mention.kind is Kind.PERSON
    return not person and mention.first == mention.last and mention.source <= Source.TAGGER


def _after_joint(at: int, words: Words, vocabulary: Vocabulary) -> tuple[int, bool]:
    """The word after a comma, an "and" or both, in the same line; -1 if there is none of them."""
    start, by_and = at, False
    if at < len(words) and words.texts[at] == ",":
        at += 1
    if at < len(words) and (words.texts[at] in vocabulary.conjunctions or words.texts[at] == "&"):
        at, by_and = at + 1, True
    if at == start or at >= len(words) or any(words.breaks[start : at + 1]):
        return -1, False
    return at, by_and


def _stands_between(series: Sequence[_Member], at: int, words: Words) -> bool:
    """Whether persons stand on both sides of a member, which is no country."""
    country = gazetteer().kinds.get(words.texts[series[at].first]) == "C"
    between = 0 < at < len(series) - 1 and all(series[i].mention for i in (at - 1, at + 1))
    return between and not country


def _is_surname(words: Words, member: _Member, vocabulary: Vocabulary) -> bool:
    """Whether a word can hardly be anything but a surname that stands by itself."""
    at, text = member.first, words.texts[member.first]
    after = words.texts[at + 1] if at + 1 < len(words) and not words.breaks[at + 1] else ""
    before = words.texts[at - 1] if at and not words.breaks[at] else ""
    parts = after[:1].isupper() or before[:1].isupper() or after in ("'s", "\u2019s")
    if parts or before.lower() in vocabulary.articles or text in gazetteer().kinds:
        return False
    if text.lower() in people() and not starts_sentence(words, at, vocabulary):
        return True
    return is_rare(text.lower(), vocabulary.code)
