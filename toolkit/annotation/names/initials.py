"""Surnames after initials and abbreviated forenames: ``N. Krylenko``, ``Thos. Lindt``.

A letter before a capitalised word may also number a list, abbreviate a word or count a division.
Each of these is a named objection.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.gazetteer import gazetteer, is_common, is_large_place, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.titled_names import name_end, title_end
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import ROMAN, may_name
from toolkit.edition import Kind
from toolkit.text import Cert

_MOST_INITIALS = 6
"""Most words and full stops that the initials before a surname have."""


@dataclass(frozen=True, slots=True)
class Initialled:
    """A candidate: the first initial, the first and the last word of the surname."""

    first: int
    surname: int
    last: int

    @property
    def is_single(self) -> bool:
        """Whether there is one initial only."""
        return self.surname == self.first + 1


def find_after_initials(context: Context) -> Iterator[Mention]:
    """Find surnames after initials or an abbreviated forename."""
    done = -1
    for at in context.words.capitals:
        if at < done:
            continue
        candidate = read_initials(context.words, at, context.vocabulary)
        if candidate is None:
            continue
        done = candidate.last + 1
        if not any(objects(candidate, context) for objects in OBJECTIONS):
            yield _mention(candidate, context.words)


def read_initials(words: Words, at: int, vocabulary: Vocabulary) -> Initialled | None:
    """Return the initials that begin at a word and the surname after them, in the same line.

    A title is no surname: ``P.S. Captain Lennox`` is a postscript.
    """
    surname = _initials_end(words, at, vocabulary)
    if surname == at or surname >= len(words) or words.breaks[surname]:
        return None
    last = name_end(words, surname, vocabulary)
    if last is None or not words.texts[surname][0].isupper():
        return None
    if title_end(words, surname, vocabulary) > surname:
        return None
    return Initialled(at, surname, last)


def _initials_end(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Return the index of the first word after the initials that begin at ``at``."""
    end = at
    while end < min(len(words), at + _MOST_INITIALS):
        length = _initial_length(words, end, vocabulary, is_first=end == at)
        if not length:
            break
        end += length
    return end


def _initial_length(words: Words, at: int, vocabulary: Vocabulary, *, is_first: bool) -> int:
    """Return the number of words and signs of an initial, or 0."""
    text = words.texts[at]
    if not is_first and (words.breaks[at] or ROMAN.fullmatch(text)):
        return 0
    if text in vocabulary.abbreviated_forenames:
        return 2 if words.after(at) in (".", ":") else 0
    return int(is_initial(text))


def is_initial(text: str) -> bool:
    """Whether a word is a capital letter, or several, with a full stop: ``V.``, ``Kr.``."""
    letters = text[:-1]
    return text.endswith(".") and letters.isalpha() and text[0].isupper()


def follows_article(candidate: Initialled, context: Context) -> bool:
    """Whether an article precedes the initials: ``die K.G. Wien`` is no person."""
    return context.words.before(candidate.first).lower() in context.vocabulary.articles


def is_abbreviation(candidate: Initialled, context: Context) -> bool:
    """Whether the initials are an abbreviation of the language: ``z. B. Paris``."""
    words = context.words
    initial = words.texts[candidate.first]
    before = words.texts[candidate.first - 1] if candidate.first else ""
    return not context.vocabulary.initialisms.isdisjoint((initial, f"{before} {initial}"))


def numbers_division(candidate: Initialled, context: Context) -> bool:
    """Whether the initial is the number of a division: ``Act V. Hamlet``."""
    words = context.words
    before = words.texts[candidate.first - 1] if candidate.first else ""
    numbered = before.lower() in context.vocabulary.numbered_divisions
    return numbered and ROMAN.fullmatch(words.texts[candidate.first]) is not None


def is_list_item(candidate: Initialled, context: Context) -> bool:
    """Whether the initial is the letter of a heading or a list item: ``B. While it rained``."""
    words = context.words
    begins_line = words.breaks[candidate.first] > 0 and candidate.is_single
    if not begins_line or candidate.first in context.signed:
        return False
    name = words.texts[candidate.surname : candidate.last + 1]
    return names_place(name) or any(
        is_common(text.lower(), context.vocabulary.code) for text in name
    )


def names_place(name: tuple[str, ...]) -> bool:
    """Whether a name is, or ends with, a place of the gazetteer that is no surname."""
    if gazetteer().phrase(name):
        return True
    listed = name[-1] in gazetteer().kinds
    return listed and (len(name) > 1 or name[-1].lower() not in people())


def is_ordinal(candidate: Initialled, context: Context) -> bool:
    """Whether the initial is an ordinal number: ``III. Abteilung``."""
    roman = ROMAN.fullmatch(context.words.texts[candidate.first])
    return bool(roman) and candidate.is_single and context.vocabulary.ordinal_full_stop


def is_place(candidate: Initialled, context: Context) -> bool:
    """Whether the name is a country or large city, and no surname."""
    surname = context.words.texts[candidate.last]
    return is_large_place(surname) and surname.lower() not in people()


def is_no_surname(candidate: Initialled, context: Context) -> bool:
    """Whether the last word cannot be part of a name."""
    surname = context.words.texts[candidate.last]
    return not may_name(surname, context.words.small, context.vocabulary)


OBJECTIONS: Final[tuple[Callable[[Initialled, Context], bool], ...]] = (
    follows_article,
    is_abbreviation,
    numbers_division,
    is_list_item,
    is_ordinal,
    is_place,
    is_no_surname,
)
"""Reasons against a person; one is enough."""


def _mention(candidate: Initialled, words: Words) -> Mention:
    listed = words.texts[candidate.last].lower() in people()
    cert = Cert.HIGH if listed or not candidate.is_single else Cert.MEDIUM
    reason = "initials stand before the surname"
    return Mention(
        candidate.first, candidate.last, Kind.PERSON, Source.RULE, "initials", reason, cert
    )
