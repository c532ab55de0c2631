"""Names in a coordination ("A, B and C") share one entity type."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.annotation.names.gazetteer import gazetteer, is_rare, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tagger_features import starts_sentence
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary, is_conjunction
from toolkit.annotation.names.word_features import may_name
from toolkit.edition import Kind
from toolkit.text import Cert

_POSSESSIVES = ("'s", "\u2019s")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a coordination by its first and last word.

    ``mention`` is the name that it is here or elsewhere in the text, or None.
    """

    first: int
    last: int
    mention: Mention | None


def find_coordinated(
    mentions: Sequence[Mention], words: Words, vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Find single words coordinated with persons: in ``Lenin, Stalin and Krylenko`` the second.

    Where nouns have no capitals, one certain person is enough: ``Krylenko and Brackwed``.
    """
    reason = "it stands in a series of persons"
    for members in read_coordinations(mentions, words, vocabulary):
        known = [member.mention for member in members if member.mention]
        if {mention.kind for mention in known} - {Kind.PERSON}:
            continue
        alone = _is_sure(known) and not vocabulary.capitalises_nouns
        for at in _unknown_members(members, words, vocabulary):
            first, last = members[at].first, members[at].last
            if is_between_persons(members, at, words) or (
                alone and is_surname(words, first, vocabulary)
            ):
                yield Mention(first, last, Kind.PERSON, Source.RULE, "series", reason, Cert.MEDIUM)


def _unknown_members(
    members: Sequence[Member], words: Words, vocabulary: Vocabulary
) -> Iterator[int]:
    return (at for at, member in enumerate(members) if _may_be_person(member, words, vocabulary))


def _is_sure(known: Sequence[Mention]) -> bool:
    return len(known) > 1 or any(mention.cert is Cert.HIGH for mention in known)


def _may_be_person(member: Member, words: Words, vocabulary: Vocabulary) -> bool:
    text = words.texts[member.first]
    return not member.mention and text.isalpha() and may_name(text, words.small, vocabulary)


def read_coordinations(
    mentions: Sequence[Mention], words: Words, vocabulary: Vocabulary
) -> Iterator[list[Member]]:
    """Yield the longest series of names and capitalised words that a conjunction joins."""
    known = {m.first: m for m in mentions if not is_weak(m)}
    inside = {i for m in known.values() for i in range(m.first + 1, m.last + 1)}
    surnames = {words.texts[m.last]: m for m in mentions if m.kind is Kind.PERSON}
    done = -1
    for start in sorted({*known, *words.capitals} - inside):
        if start > done:
            members, joined = _read_members(start, known, surnames, words, vocabulary)
            done = members[-1].last
            if joined:
                yield members


def _read_members(
    start: int,
    known: Mapping[int, Mention],
    surnames: Mapping[str, Mention],
    words: Words,
    vocabulary: Vocabulary,
) -> tuple[list[Member], bool]:
    """Return the members of the series that begins with a word, and whether it is joined."""
    members: list[Member] = []
    joined = by_conjunction = False
    at = start
    while at >= 0 and (at in known or words.texts[at][0].isupper()):
        mention = known.get(at)
        last = mention.last if mention else at
        members.append(Member(at, last, mention or surnames.get(words.texts[at])))
        joined = joined or by_conjunction
        at, by_conjunction = next_member(last + 1, words, vocabulary)
    return members, joined


def is_weak(mention: Mention) -> bool:
    """Whether no rule but the model alone takes a single word for a place or organisation."""
    person = mention.kind is Kind.PERSON
    return not person and mention.first == mention.last and mention.source <= Source.TAGGER


def next_member(at: int, words: Words, vocabulary: Vocabulary) -> tuple[int, bool]:
    """Return the word after a comma, a conjunction or both, and whether there is a conjunction.

    The index is -1 if neither is in the same line.
    """
    start, by_conjunction = at, False
    if at < len(words) and words.texts[at] == ",":
        at += 1
    if at < len(words) and _is_conjunction(words.texts[at], vocabulary):
        at, by_conjunction = at + 1, True
    if at == start or at >= len(words) or any(words.breaks[start : at + 1]):
        return -1, False
    return at, by_conjunction


def _is_conjunction(text: str, vocabulary: Vocabulary) -> bool:
    return text == "&" or is_conjunction(text, vocabulary)


def is_between_persons(members: Sequence[Member], at: int, words: Words) -> bool:
    """Whether the members before and after one are persons, and it is no country."""
    country = gazetteer().kinds.get(words.texts[members[at].first]) == "C"
    between = 0 < at < len(members) - 1 and all(members[i].mention for i in (at - 1, at + 1))
    return between and not country


def is_surname(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word is by itself, and hardly anything but a surname."""
    text = words.texts[at]
    if is_part_of_phrase(words, at, vocabulary) or text in gazetteer().kinds:
        return False
    if text.lower() in people() and not starts_sentence(words, at, vocabulary):
        return True
    return is_rare(text.lower(), vocabulary.code)


def is_part_of_phrase(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the words beside belong to a word: a capitalised one, an article, a possessive."""
    before, after = words.before(at), words.after(at)
    if before[:1].isupper() or after[:1].isupper():
        return True
    return before.lower() in vocabulary.articles or after in _POSSESSIVES
