"""Persons introduced by the words before them: greeted, called, makers of works, responsible."""

from collections.abc import Iterator

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.gazetteer import gazetteer, is_large_place, is_rare, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.titled_names import name_end, title_end
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary, is_conjunction
from toolkit.annotation.names.word_features import may_name
from toolkit.edition import Kind
from toolkit.text import Cert

_APOSTROPHES = frozenset("'’")
_STOPS = frozenset(".!?,;:–—-")
_REACH = 4
"""Words before ``called`` among which a noun for a place shows that a place is named."""


def find_greeted(context: Context) -> Iterator[Mention]:
    """Find the addressee of a salutation, which ends its line: ``Lieber Tillich!``."""
    words, vocabulary = context.words, context.vocabulary
    for at in words.capitals:
        before = words.before(at)
        if before not in vocabulary.salutations or not opens_line(words, at - 1, vocabulary):
            continue
        span = read_name(words, at, vocabulary)
        if span is None or not _closes_salutation(words, span[1]):
            continue
        if words.texts[span[0]] not in vocabulary.address_nouns:
            yield _introduced(at, span, Source.RULE, "greeted", before, Cert.HIGH)


def find_announced(context: Context) -> Iterator[Mention]:
    """Find names after a naming word or an occupation: ``a corporal called Vörös``."""
    words, vocabulary = context.words, context.vocabulary
    for at in words.capitals:
        before = words.before(at)
        if not before or _opens_salutation(words, at, vocabulary):
            continue
        if _follows_naming_word(words, at, vocabulary) or follows_occupation(words, at, vocabulary):
            span = read_name(words, at, vocabulary)
            if span:
                yield _introduced(at, span, Source.HINT, "announced", before, Cert.MEDIUM)


def _opens_salutation(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    before = words.before(at)
    return before in vocabulary.salutations and opens_line(words, at - 1, vocabulary)


def read_name(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return the first and last word of the name at ``at``, after its titles, if there is one."""
    name = title_end(words, at, vocabulary)
    last = name_end(words, name, vocabulary) if name < len(words) else None
    if last is None or not may_name(words.texts[name], words.small, vocabulary):
        return None
    return name, last


def _introduced(
    first: int, span: tuple[int, int], source: Source, rule: str, before: str, cert: Cert
) -> Mention:
    reason = f'"{before}" stands before it'
    return Mention(first, span[1], Kind.PERSON, source, rule, reason, cert, name=span[0])


def opens_line(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a line or a clause begins here, or with words of greeting: ``Mein lieber Paul``."""
    greeting = vocabulary.salutations | vocabulary.salutation_modifiers
    while at > 0 and not words.breaks[at]:
        if words.texts[at - 1] not in greeting:
            return words.texts[at - 1] in _STOPS
        at -= 1
    return True


def _closes_salutation(words: Words, last: int) -> bool:
    return words.ends_line(last) or words.texts[last + 1] in "!,.:;["


def _is_part_of_word(words: Words, at: int) -> bool:
    """Whether the word is the rest of one: ``dem heil'gen Haine``."""
    return words.texts[at - 1] in _APOSTROPHES


def _follows_naming_word(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the word before names somebody: ``called``; not a place, nor ``so called``."""
    if words.before(at) not in vocabulary.naming_words or _is_part_of_word(words, at - 1):
        return False
    near = words.texts[max(0, at - _REACH) : at]
    names_place = not vocabulary.place_appositions.isdisjoint(near)
    return not names_place and words.texts[at - 2] not in vocabulary.so_called


def follows_occupation(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an occupation precedes (``engineer``), and the word is no large place."""
    before = words.before(at)
    if before not in vocabulary.occupations or before in vocabulary.naming_words:
        return False
    return not _is_part_of_word(words, at - 1) and not is_large_place(words.texts[at])


def find_makers(context: Context) -> Iterator[Mention]:
    """Find makers of works: ``Oper von Gounod``, ``Lustspiel von Flers und Caillavet``."""
    words, vocabulary = context.words, context.vocabulary
    for at in words.where(vocabulary.work_nouns):
        preposition = words.texts[at + 1] if at + 1 < len(words) else ""
        if preposition in vocabulary.authorship_prepositions:
            reason = f'"{words.texts[at]} {preposition}" stands before it'
            for first, last in _joined_names(words, at + 2, vocabulary):
                yield Mention(first, last, Kind.PERSON, Source.RULE, "maker", reason, Cert.MEDIUM)


def _joined_names(words: Words, first: int, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the names from a word on that conjunctions join, in the same line."""
    while first < len(words) and not words.breaks[first]:
        last = name_end(words, first, vocabulary)
        if last is None or is_large_place(words.texts[first]):
            return
        if not may_name(words.texts[last], words.small, vocabulary):
            return
        yield first, last
        if not is_conjunction(words.after(last), vocabulary):
            return
        first = last + 2


def find_responsible(context: Context) -> Iterator[Mention]:
    """Find who did something, as records have it in a line: ``Recorded by: Brackwed``."""
    words, vocabulary = context.words, context.vocabulary
    for at in words.where(vocabulary.authorship_prepositions):
        labelled = words.after(at) in (":", "\u2013")
        if not labelled and words.texts[at] in vocabulary.particles:
            continue
        span = _line_end_name(words, at + 1 + labelled, vocabulary)
        if span is None or not (labelled or words.texts[span[0]].isalpha()):
            continue
        if _is_surname(words, span, vocabulary):
            reason = f'"{words.texts[at]}" stands before it, and the line ends'
            yield Mention(*span, Kind.PERSON, Source.HINT, "responsible", reason, Cert.MEDIUM)


def _line_end_name(words: Words, first: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return the name that begins at a word and ends its line."""
    if first >= len(words) or words.breaks[first]:
        return None
    if not words.texts[first][0].isupper():
        return None
    last = name_end(words, first, vocabulary)
    return (first, last) if last is not None and words.closes_line(last) else None


def _is_surname(words: Words, span: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether a name ends with a known surname or a rare word, and does not begin with a place."""
    surname = words.texts[span[1]]
    known = surname.lower() in people() or is_rare(surname.lower(), vocabulary.code)
    place = words.texts[span[0]] in gazetteer().kinds
    return known and not place and may_name(surname, words.small, vocabulary)
