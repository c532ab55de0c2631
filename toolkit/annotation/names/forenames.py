"""Persons by their forename: ``Hanna Brackwede``, ``FEDRIDT Rudolf``, registers, pseudonyms."""

from collections.abc import Iterator
from dataclasses import replace

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.gazetteer import gazetteer, is_forename, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.titled_names import name_end, title_end
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary, is_conjunction
from toolkit.annotation.names.word_features import ROMAN, may_name
from toolkit.edition import Kind
from toolkit.text import Cert

_LEAST_REGISTER = 3
"""Fewest items of a register."""


def find_by_forename(context: Context) -> Iterator[Mention]:
    """Find names with a known forename first, or after a surname in capitals."""
    words, vocabulary = context.words, context.vocabulary
    done = -1
    for first in words.capitals:
        text = words.texts[first]
        if first < done or not (
            is_clear_forename(text, words.small, vocabulary)
            or is_month_forename(words, first, vocabulary)
        ):
            continue
        if is_surname_in_capitals(words.before(first)):
            yield _mention(first - 1, first, text)
            continue
        last = _surname_end(words, first, vocabulary)
        if last is not None:
            yield _mention(first, last, text)
            done = last + 1


def _surname_end(words: Words, forename: int, vocabulary: Vocabulary) -> int | None:
    """Return the last word of the name that a forename begins; None if nothing follows."""
    is_month = words.texts[forename] in vocabulary.month_forenames
    last = name_end(words, forename + 1 if is_month else forename, vocabulary)
    if last is None or last == forename or words.texts[last].isupper():
        return None
    others = words.texts[forename + 1 : last + 1]
    return last if all(may_name(text, words.small, vocabulary) for text in others) else None


def _mention(first: int, last: int, forename: str) -> Mention:
    reason = f"{forename} is a forename"
    return Mention(first, last, Kind.PERSON, Source.HINT, "forename", reason, Cert.MEDIUM)


def is_clear_forename(text: str, small: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether a word is a forename, and neither a place nor a common word of the text."""
    if not text[0].isupper() or text.isupper() or text in gazetteer().kinds:
        return False
    is_listed = people().get(text.lower(), "S") != "S" and text.lower() not in small
    return is_listed and may_name(text, small, vocabulary)


def is_month_forename(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the name of a month is a forename: a surname follows, and no date is possible."""
    if words.texts[at] not in vocabulary.month_forenames:
        return False
    before, surname = words.before(at), words.after(at)
    dated = before[:1].isdigit() or before.lower() in vocabulary.strong_place_cues
    return not dated and surname[:1].isupper() and surname.lower() in people()


def is_surname_in_capitals(text: str) -> bool:
    """Whether a word is in capitals and no Roman numeral: ``FEDRIDT``."""
    return len(text) > 2 and text.isupper() and text.isalpha() and not ROMAN.fullmatch(text)


def find_in_capitals(context: Context) -> Iterator[Mention]:
    """Find a forename and a surname in capitals: ``BY KARL VEXLEY AND ANNA BRACKWADE``."""
    words, vocabulary = context.words, context.vocabulary
    for at in words.capitals:
        text = words.texts[at]
        if not text.isupper() or len(text) < 2:
            continue
        surname = words.after(at)
        if not is_surname_in_capitals(surname) or not begins_phrase(words, at, vocabulary):
            continue
        if not is_forename(text) or text.lower() in words.small:
            continue
        if may_name(surname.capitalize(), words.small, vocabulary):
            yield _mention(at, at + 1, text)


def begins_phrase(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether no word in capitals precedes, apart from a conjunction or a preposition (BY)."""
    before = words.before(at)
    joined = is_conjunction(before, vocabulary)
    return joined or not before.isupper() or before.lower() in vocabulary.authorship_prepositions


def find_after_particle(context: Context) -> Iterator[Mention]:
    """Find surnames after a particle that is no word of the language: ``met von Hardegg``."""
    words, vocabulary = context.words, context.vocabulary
    particles = frozenset(t for t in vocabulary.particles if is_foreign_particle(t, vocabulary))
    for particle in words.where(particles):
        at = particle + 1
        if not may_follow_particle(words.after(particle), words.small, vocabulary):
            continue
        first = particle
        while words.before(first) in particles:
            first -= 1
        if not words.before(first)[:1].isupper():
            reason = f'the particle "{words.texts[first]}" stands before it'
            yield Mention(first, at, Kind.PERSON, Source.HINT, "particle", reason, Cert.MEDIUM)


def may_follow_particle(text: str, small: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether a word may be a surname, and neither a place nor a noun."""
    if not text[:1].isupper() or text in gazetteer().kinds:
        return False
    if vocabulary.capitalises_nouns and text.lower() not in people():
        return False
    return may_name(text, small, vocabulary)


def is_foreign_particle(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is a particle of names, and no preposition or article of the language."""
    if text not in vocabulary.particles or not text.isalpha():
        return False
    return text not in vocabulary.function_words and text not in vocabulary.determiners


def find_in_registers(context: Context) -> Iterator[Mention]:
    """Find persons of a register, surname first: ``5. Kohn Hugo, 6. Deutsch Robert, ...``."""
    items = [at for at in context.words.capitals if is_register_item(context, at)]
    if len(items) >= _LEAST_REGISTER:
        reason = "it is an item of a register"
        for at in items:
            yield Mention(at, at + 1, Kind.PERSON, Source.RULE, "register", reason, Cert.MEDIUM)


def is_register_item(context: Context, at: int) -> bool:
    """Whether an item of a list consists of a surname and a forename."""
    words, vocabulary = context.words, context.vocabulary
    forename = words.after(at)
    if not forename or not is_clear_forename(forename, words.small, vocabulary):
        return False
    if not _begins_item(words, at) or not _ends_item(words, at + 1):
        return False
    return _may_be_surname(words.texts[at]) and title_end(words, at, vocabulary) == at


def _may_be_surname(text: str) -> bool:
    return text.isalpha() and len(text) > 2 and people().get(text.lower()) != "F"


def _begins_item(words: Words, at: int) -> bool:
    before = words.before(at)
    return not before or before in "./)-–,;" or before.isdigit()


def _ends_item(words: Words, last: int) -> bool:
    return words.ends_line(last) or words.texts[last + 1] in ",;.("


def join_pseudonyms(mentions: list[Mention], context: Context) -> Iterator[Mention]:
    """Extend persons by their other name in brackets: ``V. Ulyanov (Lenin)``."""
    words = context.words
    persons = {words.texts[m.last] for m in mentions if m.kind is Kind.PERSON}
    for mention in mentions:
        other = bracketed_word(words, mention.last) if mention.kind is Kind.PERSON else ""
        if not other or other not in persons or other in mention.words(words):
            continue
        if may_name(other, frozenset(), context.vocabulary):
            yield replace(mention, last=mention.last + 3)


def bracketed_word(words: Words, at: int) -> str:
    """Return the single word in round brackets after a word, in the same line."""
    inner = words.texts[at + 1 : at + 4]
    if len(inner) < 3 or any(words.breaks[at + 1 : at + 4]):
        return ""
    return inner[1] if (inner[0], inner[2]) == ("(", ")") else ""
