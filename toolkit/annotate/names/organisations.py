"""Organisations: names around a noun for a body (``Council of ...``), and names of firms."""

from collections.abc import Iterator

from toolkit.annotate.names.language import Language
from toolkit.annotate.names.mention import Mention, Source
from toolkit.annotate.names.words import Words
from toolkit.edition import Kind
from toolkit.text import Cert

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
MOST_WORDS = 9
"""How many words such a name may have at most."""


def bodies(words: Words, language: Language) -> Iterator[Mention]:
    """Organisations: a body with what it is for (``Council of ...``), or named before it."""
    for i in words.where(language.heads):
        last = _complement(words, i, language)
        if last is not None:
            yield Mention(
                _modifiers(words, i, language), last, Kind.ORGANISATION, Source.RULE, "body",
                f'"{words.texts[i]}" with its complement names a body', Cert.MEDIUM,
            )  # fmt: skip


def firms(words: Words, language: Language) -> Iterator[Mention]:
    """Firms that bear persons' names: ``Haasenstein & Vogler``, ``G. Davis & Co.``."""
    for i in words.where(("&",)):
        if not 0 < i < len(words) - 1 or words.breaks[i] or words.breaks[i + 1]:
            continue
        first = _modifiers(words, i, language, initials=True)
        last = i + 1
        if first == i or not words.texts[last][0].isupper():
            continue
        while last + 1 < len(words) and words.texts[last + 1][0].isupper():
            if words.breaks[last + 1] or words.texts[last + 1] in language.never:
                break
            last += 1
        if words.texts[last] in _COMPANY and words.texts[last + 1 : last + 2] == (".",):
            last += 1
        yield Mention(
            first, last, Kind.ORGANISATION, Source.RULE, "firm", '"&" joins the names of a firm',
            Cert.MEDIUM,
        )  # fmt: skip


_COMPANY = frozenset(("Co", "Cie", "Comp", "Komp", "Bros", "Ltd", "Inc"))


def _complement(words: Words, head: int, language: Language) -> int | None:
    """The last word of ``of (the) Capitalised Words`` after a head; None if that is not there."""
    texts = words.texts
    at, last = head + 1, None
    while at < min(head + MOST_WORDS, len(words)) and words.breaks[at] == 0:
        text = texts[at]
        if text[0].isupper() and text not in language.never and len(text) > 1:
            if at == head + 1:
                return None
            last = at
        elif text in _POSSESSIVE:
            if last is None or at + 1 >= len(words) or not texts[at + 1][0].isupper():
                break
        elif text not in language.links:
            break
        at += 1
    return last


def _modifiers(words: Words, head: int, language: Language, *, initials: bool = False) -> int:
    """The first of the capitalised words right before the head."""
    first = head
    while first > 0 and head - first < MOST_WORDS and not words.breaks[first]:
        before = words.texts[first - 1]
        if not before[0].isupper() or len(before) < 2:
            break
        if before in language.never or before in language.titles:
            break
        if before.endswith(".") and not initials:
            break
        first -= 1
    return first
