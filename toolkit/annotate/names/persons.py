"""Persons: what marks a person in a text: initials, cues, salutations, signatures, series."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from toolkit.annotate.names.features import ROMAN
from toolkit.annotate.names.language import Language
from toolkit.annotate.names.lexicon import adjectives, gazetteer, is_noun, people
from toolkit.annotate.names.mention import Mention, Source
from toolkit.annotate.names.titles import name_end, title_end
from toolkit.annotate.names.words import Words
from toolkit.edition import Kind
from toolkit.text import Cert, Document

SIGNED = ("signed", "docAuthor", "byline")
_AND = frozenset(("and", "und", "et", ",", "e", "y", "&"))
_NOTE_MARKS = frozenset("[(*†")
_SHORT = 12
"""How many words a block at the end of a letter has at most."""
_CLOSING = 6
"""How many such blocks there are at most."""
_SIGNATURE = 5
"""How many words the name under a letter has at most."""


def with_initials(doc: Document, words: Words, language: Language) -> Iterator[Mention]:
    """Surnames after initials: ``N. Krylenko``, ``J.-P. Sartre``; not ``A. Introduction``."""
    inside = {t for i, t in enumerate(words.texts) if not words.breaks[i] and t[0].isupper()}
    small = {text for text in words.texts if text.islower()}
    signed = {i for a in doc.annotations(*SIGNED) for i in words.within(a.span)}
    i = 0
    while i < len(words):
        after = i
        while after < len(words) and _initial(words, after, first=after == i):
            after += 1
        last = name_end(words, after, language) if i < after < len(words) else None
        if last is None or words.breaks[after] or not words.texts[after][0].isupper():
            i = max(after, i + 1)
            continue
        surname = words.texts[last]
        numbers = words.breaks[i] > 0 and after == i + 1 and i not in signed
        known = surname in inside or surname.lower() in people()
        counted = ROMAN.fullmatch(words.texts[i]) and after == i + 1 and language.code == "de"
        place = gazetteer().kinds.get(surname) in ("C", "L") and surname.lower() not in people()
        sure = known | (not numbers) and not counted and not place
        if sure and _may_name(surname, small, language):
            yield Mention(
                i, last, Kind.PERSON, Source.RULE, "initials", "initials stand before the surname",
                Cert.HIGH if surname.lower() in people() or after > i + 1 else Cert.MEDIUM,
            )  # fmt: skip
        i = last + 1


def cued(words: Words, language: Language) -> Iterator[Mention]:
    """Names after a word that announces one: ``a corporal called Vörös``, ``Lieber Tillich``."""
    small = {text for text in words.texts if text.islower()}
    for i in range(1, len(words)):
        before = words.texts[i - 1]
        if words.breaks[i] or not words.texts[i][0].isupper():
            continue
        greeted = before in language.salutes and _begins_line(words, i - 1, language)
        if not greeted and (before not in language.announcing or words.texts[i - 2] == "so"):
            continue
        name = title_end(words, i, language)
        last = name_end(words, name, language) if name < len(words) else None
        if last is None or not _may_name(words.texts[name], small, language):
            continue
        if greeted and not _ends_line(words, last):
            continue
        if not greeted and language.place_words.intersection(words.texts[max(0, i - 4) : i]):
            continue
        yield Mention(
            i, last, Kind.PERSON, Source.RULE if greeted else Source.HINT,
            "greeted" if greeted else "announced", f'"{before}" stands before it',
            Cert.HIGH if greeted else Cert.MEDIUM, name=name,
        )  # fmt: skip


def with_forenames(words: Words, language: Language) -> Iterator[Mention]:
    """Names with a known forename first, or after a surname in capitals: ``FEDRIDT Rudolf``."""
    small = {text for text in words.texts if text.islower()}
    i = 0
    while i < len(words):
        first, i = i, i + 1
        text = words.texts[first]
        if not _is_forename(text, small, language):
            continue
        if first and not words.breaks[first] and _in_capitals(words.texts[first - 1]):
            yield _by_forename(first - 1, first, text)
            continue
        last = name_end(words, first, language)
        if last is None or last == first or words.texts[last].isupper():
            continue
        if all(_may_name(words.texts[k], small, language) for k in range(i, last + 1)):
            yield _by_forename(first, last, text)
            i = last + 1


def _by_forename(first: int, last: int, forename: str) -> Mention:
    reason = f"{forename} is a forename"
    return Mention(first, last, Kind.PERSON, Source.HINT, "forename", reason, Cert.MEDIUM)


def _is_forename(text: str, small: set[str], language: Language) -> bool:
    return (
        text[0].isupper()
        and not text.isupper()
        and people().get(text.lower(), "S") != "S"
        and text not in gazetteer().kinds
        and text.lower() not in small
        and _may_name(text, small, language)
    )


def _in_capitals(text: str) -> bool:
    return len(text) > 2 and text.isupper() and text.isalpha() and not ROMAN.fullmatch(text)


def signed(doc: Document, words: Words, language: Language) -> Iterator[Mention]:
    """Names that stand alone on their line where a letter ends, or where it was signed."""
    small = {text for text in words.texts if text.islower()}
    marked = {i for a in doc.annotations(*SIGNED) for i in words.within(a.span)}
    closing = _closing(words)
    for i in range(len(words)):
        if not words.breaks[i] or (i not in marked and i not in closing):
            continue
        name = title_end(words, i, language)
        last = name_end(words, name, language) if name < len(words) else None
        if last is None or last - i >= _SIGNATURE or not _line_is_over(words, last):
            continue
        if all(_may_name(words.texts[k], small, language) for k in range(name, last + 1)):
            yield Mention(
                i, last, Kind.PERSON, Source.RULE, "signature", "it stands alone under the text",
                Cert.HIGH if i in marked else Cert.MEDIUM, name=name,
            )  # fmt: skip


def with_pseudonyms(mentions: list[Mention], words: Words, language: Language) -> Iterator[Mention]:
    """Persons with their other name in brackets after the first: ``V. Ulyanov (Lenin)``."""
    persons = {words.texts[m.last] for m in mentions if m.kind is Kind.PERSON}
    for mention in mentions:
        close = mention.last + 3
        inner = words.texts[mention.last + 1 : close + 1]
        if (
            mention.kind is Kind.PERSON
            and len(inner) == 3
            and (inner[0], inner[2]) == ("(", ")")
            and inner[1] in persons
            and inner[1] not in mention.words(words)
            and _may_name(inner[1], set(), language)
            and not any(words.breaks[mention.last + 1 : close + 1])
        ):
            yield replace(mention, last=close)


def in_series(mentions: list[Mention], words: Words, language: Language) -> Iterator[Mention]:
    """Single words in a series with persons: of ``Lenin, Stalin and Krylenko`` the second."""
    persons = {words.texts[m.last] for m in mentions if m.kind is Kind.PERSON}
    sure = {i for m in mentions if m.source > Source.TAGGER for i in range(m.first, m.last + 1)}
    texts = words.texts
    for i in range(2, len(words) - 2):
        if (
            i not in sure
            and texts[i][0].isupper()
            and _may_name(texts[i], set(), language)
            and gazetteer().kinds.get(texts[i]) != "C"
            and texts[i - 1] == ","
            and texts[i - 2] in persons
            and texts[i + 1] in _AND
            and texts[i + 2] in persons
            and not any(words.breaks[i - 1 : i + 3])
        ):
            yield Mention(
                i, i, Kind.PERSON, Source.RULE, "series", "it stands in a series of persons",
                Cert.MEDIUM,
            )  # fmt: skip


def _may_name(text: str, small: set[str], language: Language) -> bool:
    """Whether a word may be part of a person's name at all."""
    if text in language.particles or (len(text) == 2 and text.endswith(".")):
        return True
    if text.lower() in small and text.lower() not in people():
        return False
    return (
        len(text) > 2
        and text[0].isupper()
        and text not in language.never
        and text not in language.peoples
        and text not in language.place_nouns
        and text not in language.organisations
        and text not in language.titles
        and text not in adjectives()
        and not ROMAN.fullmatch(text)
        and not (language.code == "de" and is_noun(text.lower()))
    )


def _initial(words: Words, at: int, *, first: bool) -> bool:
    text = words.texts[at]
    if (not first and words.breaks[at]) or (ROMAN.fullmatch(text) and not first):
        return False
    return text[0].isupper() and text.endswith(".") and len(text) > 1 and not text[:-1].isdigit()


def _begins_line(words: Words, at: int, language: Language) -> bool:
    """Whether nothing but other words of greeting stands before: ``Mein lieber Paul``."""
    while at > 0 and not words.breaks[at]:
        if words.texts[at - 1] not in language.salutes | language.before_salutes:
            return words.texts[at - 1] in _STOPS
        at -= 1
    return True


_STOPS = frozenset(".!?,;:–—-")


def _ends_line(words: Words, last: int) -> bool:
    after = last + 1
    return after >= len(words) or words.breaks[after] > 0 or words.texts[after] in "!,.:;["


def _line_is_over(words: Words, last: int) -> bool:
    """Whether the line ends after ``last``, or goes on after a comma or a full stop only."""
    after = last + 1
    if after < len(words) and words.texts[after] in ",." and not words.breaks[after]:
        after += 1
    return after >= len(words) or words.breaks[after] > 0


def _closing(words: Words) -> set[int]:
    """The words of the last blocks of the running text: those before the notes, at most six."""
    starts = [i for i in range(len(words)) if words.breaks[i] == 2]
    blocks = [range(start, stop) for start, stop in pairwise((*starts, len(words)))]
    while blocks and words.texts[blocks[-1].start] in _NOTE_MARKS:
        blocks.pop()
    last = islice(takewhile(lambda block: len(block) <= _SHORT, reversed(blocks)), _CLOSING)
    return {i for block in last for i in block}
