"""Organisations: well-known names, names around a noun for an organisation, and firms."""

from collections.abc import Callable, Iterator
from typing import Final

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.gazetteer import (
    gazetteer,
    is_common,
    is_forename,
    is_large_place,
    nouns,
)
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tagger_features import starts_sentence
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind
from toolkit.text import Cert

_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
MOST_WORDS = 9
"""Most words of the name of an organisation."""
_MOST_MODIFIERS = 4
"""Most words before the noun."""
_LEAST_COMPOUND = 10
"""Fewest letters of a compound that names an organisation by itself."""
_LEAST_ADJECTIVE = 4
"""Fewest letters of an adjective after the noun."""


def find_known_organisations(context: Context) -> Iterator[Mention]:
    """Find organisations known by one word: ``Gestapo``, ``Reuter``."""
    words, vocabulary = context.words, context.vocabulary
    for at in words.where(vocabulary.known_organisations):
        before = words.before(at)
        given = bool(before) and is_forename(before)
        if not given and vocabulary.member_nouns.isdisjoint(words.texts[at + 1 : at + 2]):
            yield _organisation(at, at, "known body", "a body of this name is well known")


def find_organisations(context: Context) -> Iterator[Mention]:
    """Find names made of a noun for an organisation and what belongs to it.

    ``Council of People's Commissars``, ``Swiss Red Cross``, ``Conseil national``,
    ``Wiener Kultusgemeinde``, ``Kultusgemeinde Wien``.
    """
    words, vocabulary = context.words, context.vocabulary
    for at in words.capitals:
        text = words.texts[at]
        if not is_organisation_noun(text, vocabulary):
            continue
        first = modifiers_start(words, at, vocabulary)
        takes = text in vocabulary.organisation_heads or text not in vocabulary.organisation_nouns
        last = complement_end(words, at, vocabulary) if takes else None
        named = first < at and text not in vocabulary.ambiguous_organisation_nouns
        if last is not None or named or names_itself(words, at, vocabulary):
            yield _organisation(first, last or at, "body", f'"{text}" is a noun for a body')


def _organisation(first: int, last: int, rule: str, reason: str) -> Mention:
    return Mention(first, last, Kind.ORGANISATION, Source.RULE, rule, reason, Cert.MEDIUM)


def is_organisation_noun(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is a noun for an organisation, or a compound that ends with one."""
    if text in vocabulary.organisation_nouns or text in vocabulary.organisation_heads:
        return True
    if not vocabulary.capitalises_nouns:
        return False
    return text.lower().endswith(tuple(noun.lower() for noun in vocabulary.organisation_heads))


def names_itself(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a compound is a name: ``der Weltpostverein``, unlike ``ein Weltpostverein``."""
    text = words.texts[at]
    if len(text) < _LEAST_COMPOUND or not vocabulary.organisation_suffixes:
        return False
    if not text.lower().endswith(tuple(vocabulary.organisation_suffixes)):
        return False
    return words.before(at).lower() not in vocabulary.common_noun_determiners


def modifiers_start(words: Words, head: int, vocabulary: Vocabulary) -> int:
    """Return the first of the words before the noun that belong to its name."""
    first = head
    for at in range(head - 1, max(-1, head - 1 - _MOST_MODIFIERS), -1):
        if words.breaks[at + 1] or not is_modifier(words, at, vocabulary):
            break
        first = at
    return first


def is_modifier(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word before a noun for an organisation may belong to its name."""
    text = words.texts[at]
    if not text[0].isupper() or len(text) < 2:
        return False
    return not any(objects(words, at, vocabulary) for objects in MODIFIER_OBJECTIONS)


def is_non_name(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word is never part of a name: ``The``; ``Jewish`` may be."""
    text = words.texts[at]
    return text in vocabulary.non_names and text not in vocabulary.demonyms


def is_title_or_initial(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word belongs to a person: a title, an initial."""
    return words.texts[at] in vocabulary.titles or words.texts[at].endswith(".")


def is_common_noun(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether, in a language that capitalises nouns, a word is a noun and no adjective."""
    return vocabulary.capitalises_nouns and not is_adjective(words.texts[at], vocabulary)


def begins_sentence(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a common word begins the sentence, and has its capital from that."""
    common = is_common(words.texts[at].lower(), vocabulary.code)
    return common and starts_sentence(words, at, vocabulary)


MODIFIER_OBJECTIONS: Final[tuple[Callable[[Words, int, Vocabulary], bool], ...]] = (
    is_non_name,
    is_title_or_initial,
    is_common_noun,
    begins_sentence,
)
"""Reasons against a modifier; one is enough."""


def is_adjective(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word has the ending of an adjective and is no noun: ``Wiener``, ``Geheimen``."""
    lower = text.lower()
    return lower.endswith(vocabulary.adjective_endings) and lower not in nouns(vocabulary.code)


def complement_end(words: Words, head: int, vocabulary: Vocabulary) -> int | None:
    """Return the last word of what follows the noun and belongs to its name, or None."""
    if vocabulary.capitalises_nouns:
        return _noun_complement_end(words, head, vocabulary)
    at, last = head + 1, None
    if vocabulary.adjectives_follow_nouns and is_following_adjective(words, at, vocabulary):
        at, last = at + 1, at
    elif not vocabulary.adjectives_follow_nouns and _is_name_part(words, at, vocabulary):
        return None
    while at < min(head + MOST_WORDS, len(words)) and words.breaks[at] == 0:
        if _is_name_part(words, at, vocabulary):
            last = at
        elif not _links_name(words, at, vocabulary, begun=last is not None):
            break
        at += 1
    return last


def _is_name_part(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word in the same line is capitalised and may be part of a name."""
    text = words.after(at - 1)
    return text[:1].isupper() and len(text) > 1 and text not in vocabulary.non_names


def _links_name(words: Words, at: int, vocabulary: Vocabulary, *, begun: bool) -> bool:
    """Whether a word joins two parts of a name: ``of``, or a possessive before a capital."""
    text = words.texts[at]
    if text in _POSSESSIVES:
        return begun and words.texts[at + 1 : at + 2] != () and words.texts[at + 1][0].isupper()
    return text in vocabulary.organisation_links


def is_following_adjective(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the word after the noun is an adjective: ``national``, ``fédérale``."""
    text = words.after(at - 1)
    long_enough = text.islower() and len(text) >= _LEAST_ADJECTIVE
    return long_enough and text.endswith(vocabulary.adjective_endings)


def _noun_complement_end(words: Words, head: int, vocabulary: Vocabulary) -> int | None:
    """Return the end of ``(in) Wien``, ``des Innern``, ``für jüdische Auswanderung``."""
    after = words.texts[head + 1 : head + 4]
    if not after or words.breaks[head + 1]:
        return None
    if gazetteer().kinds.get(after[0]):
        return head + 1
    if after[0] in vocabulary.organisation_place_cues and any(map(is_large_place, after[1:2])):
        return head + 2
    if after[0] in vocabulary.organisation_links:
        return _purpose_end(words, head + 1, vocabulary)
    return None


def _purpose_end(words: Words, link: int, vocabulary: Vocabulary) -> int | None:
    """Return the noun after ``des`` or ``für``, with or without an adjective between them."""
    for at in range(link + 1, min(link + 3, len(words))):
        text = words.texts[at]
        if words.breaks[at] or text in vocabulary.non_names or not text.isalpha():
            return None
        if text[0].isupper():
            return at
        if not text.endswith(vocabulary.adjective_endings):
            return None
    return None


def find_firms(context: Context) -> Iterator[Mention]:
    """Find firms that bear persons' names: ``Haasenstein & Vogler``, ``G. Davis & Co.``.

    Where the text writes "&" for every "and", only what ends as a firm's name does is one.
    """
    words, vocabulary = context.words, context.vocabulary
    ampersands = words.where(("&",))
    is_conjunction = any(joins_common_words(words, at) for at in ampersands)
    for at in ampersands:
        span = firm_span(words, at, vocabulary)
        if span is None:
            continue
        is_company = words.texts[span[1]] in vocabulary.company_forms
        if is_company or not (is_conjunction or has_title(words, span, vocabulary)):
            last = _with_full_stop(words, span[1], vocabulary) if is_company else span[1]
            yield _organisation(span[0], last, "firm", '"&" joins the names of a firm')


def firm_span(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return the capitalised words before and after an ampersand, if both are in its line."""
    if not words.before(at) or not words.after(at)[:1].isupper():
        return None
    first, last = _firm_start(words, at, vocabulary), at + 1
    while words.after(last)[:1].isupper() and words.after(last) not in vocabulary.non_names:
        last += 1
    return (first, last) if first < at else None


def _with_full_stop(words: Words, last: int, vocabulary: Vocabulary) -> int:
    """Return the full stop after an abbreviation such as ``Co``, or the word itself."""
    abbreviated = f"{words.texts[last]}." in vocabulary.company_forms
    return last + 1 if abbreviated and words.texts[last + 1 : last + 2] == (".",) else last


def has_title(words: Words, span: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether a title is in or just before a span: two persons, no firm."""
    near = words.texts[max(0, span[0] - 2) : span[1] + 1]
    return not vocabulary.titles.isdisjoint(near)


def joins_common_words(words: Words, at: int) -> bool:
    """Whether a word without capital is beside "&": ``kind & good``, unlike ``&c.``."""
    near = (*words.texts[max(0, at - 1) : at], *words.texts[at + 1 : at + 2])
    return any(text.islower() and len(text) > 1 for text in near)


def _firm_start(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Return the first of the capitalised words and initials before an ampersand."""
    first = at
    while at - first < MOST_WORDS:
        before = words.before(first)
        if not before[:1].isupper() or len(before) < 2:
            break
        if before in vocabulary.non_names or before in vocabulary.titles:
            break
        first -= 1
    return first
