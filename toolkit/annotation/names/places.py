"""Places: streets, states, names of the gazetteer, and positions in which a place is named."""

import re
from collections.abc import Iterator

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.gazetteer import (
    LONGEST_PLACE,
    adjectives,
    gazetteer,
    is_common,
    is_forename,
    people,
)
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tagger_features import starts_sentence
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import ROMAN, shape
from toolkit.edition import Kind
from toolkit.text import Annotation, Cert

_LEAST_STREET_LETTERS = 8
"""Fewest letters of a compound that names a street."""
_MOST_STREET_WORDS = 4
"""Most words of the name of a street, without the noun."""
_MOST_DATELINE_WORDS = 4
"""Most words of a place before the day of a dateline."""
_LEAST_LETTERS = 4
"""Fewest letters of an unknown place."""
_DATELINE_SIGNS = frozenset(",.;:-–—")
_DAY = re.compile(r"(?:[0-9]{4}|-)-[0-9]{2}-[0-9]{2}")
_NAME_SHAPES = ("Xx", "XX", "X-x")


def _place(span: tuple[int, int], source: Source, rule: str, reason: str) -> Mention:
    return Mention(*span, Kind.PLACE, source, rule, reason, Cert.MEDIUM)


def find_streets(context: Context) -> Iterator[Mention]:
    """Find streets and squares: ``Adelphi Terrace``, ``Seitenstettengasse``, ``rue de la Paix``."""
    vocabulary = context.vocabulary
    if vocabulary.street_suffixes:
        found = _compound_streets(context)
    elif vocabulary.street_noun_first:
        found = _streets_after_noun(context)
    else:
        found = _streets_before_noun(context)
    for span, noun in found:
        reason = f'"{noun}" names a street or a building'
        yield _place(span, Source.RULE, "street", reason)


def _compound_streets(context: Context) -> Iterator[tuple[tuple[int, int], str]]:
    for at in context.words.capitals:
        text = context.words.texts[at]
        if is_compound_street(text, context.vocabulary):
            yield (at, at), text


def _streets_after_noun(context: Context) -> Iterator[tuple[tuple[int, int], str]]:
    words, vocabulary = context.words, context.vocabulary
    for at in words.where(vocabulary.street_nouns):
        last = street_end(words, at, vocabulary)
        if last is not None:
            yield (at, last), words.texts[at]


def _streets_before_noun(context: Context) -> Iterator[tuple[tuple[int, int], str]]:
    words, vocabulary = context.words, context.vocabulary
    for at in words.capitals:
        if is_hyphenated_street(words.texts[at], vocabulary):
            yield (at, at), words.texts[at]
    for at in words.where(vocabulary.place_nouns | vocabulary.street_nouns):
        first = street_start(words, at, vocabulary)
        if first is not None:
            yield (first, at), words.texts[at]


def is_compound_street(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a compound names a street: ``Seitenstettengasse``."""
    long_enough = len(text) >= _LEAST_STREET_LETTERS
    return long_enough and text.lower().endswith(vocabulary.street_suffixes)


def is_hyphenated_street(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a hyphen joins name and noun, as in older English: ``Jermyn-street``."""
    name, _, noun = text.rpartition("-")
    return len(name) > 1 and noun.islower() and noun in vocabulary.street_nouns


def street_start(words: Words, noun: int, vocabulary: Vocabulary) -> int | None:
    """Return the first of the capitalised words before the noun of a street, or None."""
    first = noun
    while noun - first < _MOST_STREET_WORDS and _names_street(words.before(first), vocabulary):
        first -= 1
    if first == noun or len(words.texts[noun - 1]) < 3:
        return None
    if words.texts[noun - 1] in vocabulary.titles or is_person(words, first, noun):
        return None
    return first


def _names_street(text: str, vocabulary: Vocabulary) -> bool:
    if not text[:1].isupper() or text in vocabulary.non_names or text in adjectives():
        return False
    return text.lower() not in vocabulary.determiners


def is_person(words: Words, first: int, last: int) -> bool:
    """Whether a span begins with a forename and ends with a surname: ``Fanny Hill``."""
    return is_forename(words.texts[first]) and words.texts[last].lower() in people()


def street_end(words: Words, noun: int, vocabulary: Vocabulary) -> int | None:
    """Return the last word of the name after the noun of a street, or None.

    Articles and prepositions may precede the name; a title shows a person (à la place de Mme X).
    """
    last = None
    for at in range(noun + 1, min(noun + 1 + _MOST_STREET_WORDS, len(words))):
        text = words.texts[at]
        if words.breaks[at]:
            break
        if text in vocabulary.titles:
            return None
        if text[0].isupper():
            last = at
        elif text not in vocabulary.particles or last is not None:
            break
    return last


def find_states(context: Context) -> Iterator[Mention]:
    """Find states named after their people: ``Russian Republic``, ``Ottoman Empire``."""
    words, vocabulary = context.words, context.vocabulary
    for at in words.where(vocabulary.state_nouns):
        people_name = words.before(at)
        if people_name in adjectives() or people_name in vocabulary.demonyms:
            yield _place((at - 1, at), Source.HINT, "realm", "it is named after its people")


def find_in_gazetteer(context: Context) -> Iterator[Mention]:
    """Find names of the gazetteer after a preposition of place: ``at Petrograd``."""
    words, vocabulary = context.words, context.vocabulary
    for at in words.capitals:
        length = gazetteer_length(words, at)
        if not length or not follows_place_cue(words, at, length, vocabulary):
            continue
        if not starts_sentence(words, at, vocabulary) and may_place(words.texts[at], vocabulary):
            reason = "a place of this name is known"
            yield _place((at, at + length - 1), Source.HINT, "gazetteer", reason)


def gazetteer_length(words: Words, at: int) -> int:
    """Return the number of words of the longest name of the gazetteer that begins at a word."""
    table = gazetteer()
    if words.texts[at] in table.beginnings:
        for length in range(min(LONGEST_PLACE, len(words) - at), 1, -1):
            if table.phrase(words.texts[at : at + length]):
                return length
    return 1 if words.texts[at] in table.kinds else 0


def follows_place_cue(words: Words, at: int, length: int, vocabulary: Vocabulary) -> bool:
    """Whether a preposition precedes that is strong enough for the size of the place."""
    table = gazetteer()
    kind = table.phrase(words.texts[at : at + length]) or table.kinds.get(words.texts[at])
    cues = vocabulary.place_cues if kind in ("C", "L") else vocabulary.strong_place_cues
    return words.before(at).lower() in cues


def find_in_datelines(context: Context) -> Iterator[Mention]:
    """Find places before the day at the beginning of a line: ``Brackwede, den 3. Mai 1871``.

    In the dateline of a letter nothing else precedes the day, whoever has the same name.
    """
    headed = context.within("dateline")
    for date in context.doc.annotations("date"):
        span = dateline_place(date, context) if names_day(date) else None
        if span and is_dateline_place(context.words, *span, context.vocabulary):
            source = Source.RULE if span[0] in headed else Source.HINT
            yield _place(span, source, "dateline", "a day follows it in the line")


def names_day(date: Annotation) -> bool:
    """Whether a date is a day, with or without a year."""
    return any(_DAY.fullmatch(value) for name, value in date.attributes if name == "when")


def dateline_place(date: Annotation, context: Context) -> tuple[int, int] | None:
    """Return the words from the beginning of the line to the sign or word before the day."""
    words = context.words
    day = words.within(date.span)
    if not day:
        return None
    last = _skip_back_to_place(day[0], context)
    first = last
    while first > 0 and not words.breaks[first] and last - first < _MOST_DATELINE_WORDS - 1:
        first -= 1
    is_parted = last < day[0] - 1
    return (first, last) if is_parted and first >= 0 and words.breaks[first] else None


def _skip_back_to_place(day: int, context: Context) -> int:
    """Return the last word before a day that is no sign and leads to no day."""
    words, at = context.words, day - 1
    while at >= 0 and not words.breaks[at + 1] and _leads_to_day(words.texts[at], context):
        at -= 1
    return at


def _leads_to_day(text: str, context: Context) -> bool:
    return text in _DATELINE_SIGNS or text in context.vocabulary.dateline_words


def is_dateline_place(words: Words, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether the words before a day may name a place: one of the gazetteer, or no known word."""
    texts = words.texts[first : last + 1]
    if gazetteer().phrase(texts) or (len(texts) == 1 and texts[0] in gazetteer().kinds):
        return texts[0] not in vocabulary.non_names
    return shape(texts[-1]) in _NAME_SHAPES and all(
        _is_place_link(text, vocabulary) or _is_unknown_name(text, vocabulary) for text in texts
    )


def _is_place_link(text: str, vocabulary: Vocabulary) -> bool:
    return text == "." or text in vocabulary.particles or text in vocabulary.place_prefixes


def _is_unknown_name(text: str, vocabulary: Vocabulary) -> bool:
    if shape(text) not in _NAME_SHAPES or text.lower() in people():
        return False
    return may_place(text, vocabulary)


def find_after_place_cues(context: Context) -> Iterator[Mention]:
    """Find unknown capitalised words where a place is named: ``in the camp Sbonczyn``.

    Languages that capitalise nouns are left out.
    """
    words, vocabulary = context.words, context.vocabulary
    if vocabulary.capitalises_nouns:
        return
    for at in words.capitals:
        if is_lone_unknown(words, at, vocabulary) and is_place_position(words, at, vocabulary):
            reason = f'"{words.texts[at - 1]}" stands before it'
            yield _place((at, at), Source.HINT, "cued", reason)


def is_lone_unknown(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word may be a place, is no known person, and no capitalised word follows it."""
    lower = words.texts[at].lower()
    if lower in words.small or lower in people() or words.after(at)[:1].isupper():
        return False
    return may_place(words.texts[at], vocabulary)


def is_place_position(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a strong preposition or a noun for a place precedes: ``in``, ``the village of``."""
    before = words.before(at)
    if before.lower() in vocabulary.strong_place_cues or before in vocabulary.place_appositions:
        return True
    noun = words.texts[max(0, at - 2)]
    return before in vocabulary.place_links and noun in vocabulary.place_appositions


def may_place(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word may be the name of a place at all."""
    if len(text) < _LEAST_LETTERS or ROMAN.fullmatch(text) or text in adjectives():
        return False
    listed = (
        vocabulary.non_names,
        vocabulary.demonyms,
        vocabulary.titles,
        vocabulary.organisation_nouns,
    )
    return not any(text in words for words in listed) and not is_common(
        text.lower(), vocabulary.code
    )
