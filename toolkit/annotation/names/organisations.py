"""Organisations: well-known bodies, names around a noun for a body, and names of firms."""

from collections.abc import Iterator

from toolkit.annotation.names.gazetteer import gazetteer, is_common, is_forename, nouns
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tagger_features import starts_sentence
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind
from toolkit.text import Cert

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
MOST_WORDS = 9
"""How many words such a name may have at most."""
_MOST_MODIFIERS = 4
"""How many words may stand before the noun for the body."""


def known_bodies(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Bodies known by their name alone: ``Gestapo``, ``Reuter``."""
    texts = words.texts
    for i in words.where(vocabulary.known_organisations):
        given = i > 0 and not words.breaks[i] and is_forename(texts[i - 1])
        if not given and not vocabulary.member_nouns.intersection(texts[i + 1 : i + 2]):
            yield _body(i, i, "known body", "a body of this name is well known")


def bodies(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Organisations: a noun for a body with what it is called or what it is for.

    ``Council of People's Commissars``, ``Swiss Red Cross``, ``Conseil national``,
    ``Wiener Kultusgemeinde``, ``Kultusgemeinde Wien``.
    """
    for i in words.capitals:
        if not _is_head(words.texts[i], vocabulary):
            continue
        first = _modifiers(words, i, vocabulary)
        last = _complement(words, i, vocabulary)
        if last is not None and not _may_take_complement(words.texts[i], vocabulary):
            last = None
        named = first < i and words.texts[i] not in vocabulary.ambiguous_organisation_nouns
        if last is not None or named or _names_itself(words, i, vocabulary):
            yield _body(first, last or i, "body", f'"{words.texts[i]}" is a noun for a body')


def _names_itself(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a German compound is the name of a body: ``der Weltpostverein``; not ``ein``."""
    if not vocabulary.organisation_suffixes or len(words.texts[at]) < _COMPOUND:
        return False
    if not words.texts[at].lower().endswith(tuple(vocabulary.organisation_suffixes)):
        return False
    return (
        not at
        or words.breaks[at] > 0
        or words.texts[at - 1].lower() not in vocabulary.common_noun_determiners
    )


_COMPOUND = 10
"""How many letters such a compound has at least."""


def firms(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Firms that bear persons' names: ``Haasenstein & Vogler``, ``G. Davis & Co.``.

    Where the text writes "&" for every "and", only what ends as a firm's name does.
    """
    signs = words.where(("&",))
    for_and = any(_joins_common_words(words, i) for i in signs)
    for i in signs:
        if not 0 < i < len(words) - 1 or words.breaks[i] or words.breaks[i + 1]:
            continue
        first = _capitals_before(words, i, vocabulary, initials=True)
        last = i + 1
        if first == i or not words.texts[last][0].isupper():
            continue
        while last + 1 < len(words) and words.texts[last + 1][0].isupper():
            if words.breaks[last + 1] or words.texts[last + 1] in vocabulary.non_names:
                break
            last += 1
        company = words.texts[last] in vocabulary.company_forms
        if f"{words.texts[last]}." in vocabulary.company_forms and words.texts[
            last + 1 : last + 2
        ] == (".",):
            last += 1
        titled = not vocabulary.titles.isdisjoint(words.texts[max(0, first - 2) : last + 1])
        if not company and (for_and or titled):
            continue
        yield _body(first, last, "firm", '"&" joins the names of a firm')


def _joins_common_words(words: Words, at: int) -> bool:
    """Whether "&" stands beside a word written small: ``kind & good``, not ``&c.``."""
    near = (*words.texts[max(0, at - 1) : at], *words.texts[at + 1 : at + 2])
    return any(text.islower() and len(text) > 1 for text in near)


def _body(first: int, last: int, rule: str, reason: str) -> Mention:
    return Mention(first, last, Kind.ORGANISATION, Source.RULE, rule, reason, Cert.MEDIUM)


def _is_head(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is a noun for a body; in German the end of a compound may be one."""
    if text in vocabulary.organisation_nouns or text in vocabulary.organisation_heads:
        return True
    if not vocabulary.capitalises_nouns:
        return False
    return text.lower().endswith(tuple(noun.lower() for noun in vocabulary.organisation_heads))


def _may_take_complement(text: str, vocabulary: Vocabulary) -> bool:
    """Whether what follows a noun for a body belongs to its name; not ``Kirche in Bern``."""
    return text in vocabulary.organisation_heads or text not in vocabulary.organisation_nouns


def _modifiers(words: Words, head: int, vocabulary: Vocabulary) -> int:
    """The first of the words before the head that belong to its name; the head, if none does.

    A word that begins a sentence and is a common one does not.
    """
    first = head
    for i in range(head - 1, max(-1, head - 1 - _MOST_MODIFIERS), -1):
        text = words.texts[i]
        if words.breaks[i + 1] or not text[0].isupper() or len(text) < 2:
            break
        if text in vocabulary.non_names and text not in vocabulary.demonyms:
            break
        if text in vocabulary.titles or text.endswith(".") or text.isdigit():
            break
        if vocabulary.capitalises_nouns and not _is_adjective(text, vocabulary):
            break
        if starts_sentence(words, i, vocabulary) and is_common(text.lower(), vocabulary.code):
            break
        first = i
    return first


def _is_adjective(text: str, vocabulary: Vocabulary) -> bool:
    """Whether it may stand before the noun for a body: ``Wiener``, ``Geheimen``."""
    lower = text.lower()
    return lower.endswith(vocabulary.adjective_endings) and lower not in nouns(vocabulary.code)


def _complement(words: Words, head: int, vocabulary: Vocabulary) -> int | None:
    """The last word of what follows the head and belongs to its name; None if nothing does."""
    if vocabulary.capitalises_nouns:
        return _noun_complement(words, head, vocabulary)
    texts = words.texts
    at, last = head + 1, None
    if (
        vocabulary.adjectives_follow_nouns
        and at < len(words)
        and not words.breaks[at]
        and _is_after(texts[at], vocabulary)
    ):
        at, last = at + 1, at
    while at < min(head + MOST_WORDS, len(words)) and words.breaks[at] == 0:
        text = texts[at]
        if text[0].isupper() and text not in vocabulary.non_names and len(text) > 1:
            if at == head + 1 and not vocabulary.adjectives_follow_nouns:
                return None
            last = at
        elif text in _POSSESSIVE:
            if last is None or at + 1 >= len(words) or not texts[at + 1][0].isupper():
                break
        elif text not in vocabulary.organisation_links:
            break
        at += 1
    return last


def _is_after(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a French adjective follows the noun for a body: ``national``, ``fédérale``."""
    return text.islower() and len(text) > 3 and text.endswith(vocabulary.adjective_endings)


def _noun_complement(words: Words, head: int, vocabulary: Vocabulary) -> int | None:
    """``Kultusgemeinde (in) Wien``, ``Ministerium des Innern``, ``für jüdische Auswanderung``."""
    texts = words.texts
    after = texts[head + 1 : head + 4]
    if not after or words.breaks[head + 1]:
        return None
    if gazetteer().kinds.get(after[0]):
        return head + 1
    if after[0] == "in" and any(gazetteer().kinds.get(city) in ("C", "L") for city in after[1:2]):
        return head + 2
    return (
        _purpose(words, head + 1, vocabulary) if after[0] in vocabulary.organisation_links else None
    )


def _purpose(words: Words, link: int, vocabulary: Vocabulary) -> int | None:
    """The noun after ``des``, ``für``, one adjective between them; None if there is none."""
    for i in range(link + 1, min(link + 3, len(words))):
        text = words.texts[i]
        if words.breaks[i] or text in vocabulary.non_names or not text.isalpha():
            return None
        if text[0].isupper():
            return i
        if not text.endswith(vocabulary.adjective_endings):
            return None
    return None


def _capitals_before(
    words: Words, head: int, vocabulary: Vocabulary, *, initials: bool = False
) -> int:
    """The first of the capitalised words right before the head."""
    first = head
    while first > 0 and head - first < MOST_WORDS and not words.breaks[first]:
        before = words.texts[first - 1]
        if not before[0].isupper() or len(before) < 2:
            break
        if before in vocabulary.non_names or before in vocabulary.titles:
            break
        if before.endswith(".") and not initials:
            break
        first -= 1
    return first
