"""Persons: what marks a person in a text: initials, cues, salutations, forenames, registers."""

from collections.abc import Iterator
from dataclasses import replace

from toolkit.annotation.names.gazetteer import (
    gazetteer,
    is_common,
    is_rare,
    people,
)
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.possible import may_name
from toolkit.annotation.names.signatures import SIGNED, line_is_over
from toolkit.annotation.names.titled_names import name_end, title_end
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import ROMAN
from toolkit.edition import Kind
from toolkit.text import Cert, Document

_INITIALS = 6
"""How many initials stand before a surname at most."""
_APOSTROPHES = frozenset("'’")


def with_initials(doc: Document, words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Surnames after initials: ``N. Krylenko``, ``Thos. Lindt``; not ``A. Introduction``.

    No initials stand before a title: ``P.S. Captain Lennox`` is a postscript.
    """
    inside = {words.texts[i] for i in words.capitals if not words.breaks[i]}
    signed = {i for a in doc.annotations(*SIGNED) for i in words.within(a.span)}
    done = -1
    for i in words.capitals:
        if i < done:
            continue
        after = i
        while after < min(len(words), i + _INITIALS) and (
            length := _initial(words, after, vocabulary, first=after == i)
        ):
            after += length
        last = name_end(words, after, vocabulary) if i < after < len(words) else None
        if last is None or words.breaks[after] or not words.texts[after][0].isupper():
            continue
        if title_end(words, after, vocabulary) > after or _has_article(words, i, vocabulary):
            continue
        done = last + 1
        surname = words.texts[last]
        numbers = words.breaks[i] > 0 and after == i + 1 and i not in signed
        if _is_abbreviation(words, i, vocabulary) or (
            numbers and _is_heading(words.texts[after : last + 1], inside, vocabulary)
        ):
            continue
        counted = (
            ROMAN.fullmatch(words.texts[i]) and after == i + 1 and vocabulary.ordinal_full_stop
        )
        place = gazetteer().kinds.get(surname) in ("C", "L") and surname.lower() not in people()
        if not counted and not place and may_name(surname, words.small, vocabulary):
            yield Mention(
                i, last, Kind.PERSON, Source.RULE, "initials", "initials stand before the surname",
                Cert.HIGH if surname.lower() in people() or after > i + 1 else Cert.MEDIUM,
            )  # fmt: skip


def _is_abbreviation(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what looks like an initial is none: ``U.S. Army``, ``z. B. Paris``."""
    before = words.texts[at - 1] if at else ""
    if before.lower() in vocabulary.numbered_divisions and ROMAN.fullmatch(words.texts[at]):
        return True
    pair = f"{before} {words.texts[at]}"
    return not vocabulary.initialisms.isdisjoint((words.texts[at], pair))


def _is_heading(name: tuple[str, ...], inside: set[str], vocabulary: Vocabulary) -> bool:
    """Whether what follows a letter at the beginning of a line is a heading: ``B. While``.

    A surname is known as one, or stands within a line elsewhere (``inside``).
    """
    surname = name[-1]
    place = gazetteer().phrase(name) or (len(name) > 1 and surname in gazetteer().kinds)
    if place or any(is_common(text.lower(), vocabulary.code) for text in name):
        return True
    return surname.lower() not in people() and (
        surname not in inside or surname in gazetteer().kinds
    )


def _has_article(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an article stands before a word: ``die K.G. Wien`` is no person."""
    return at > 0 and not words.breaks[at] and words.texts[at - 1].lower() in vocabulary.articles


def cued(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Names after a word that announces one: ``a corporal called Vörös``, ``Lieber Tillich``."""
    for i in words.capitals:
        if words.breaks[i]:
            continue
        before = words.texts[i - 1]
        greeted = before in vocabulary.salutations and _begins_line(words, i - 1, vocabulary)
        if not greeted and not _announces(words, i, vocabulary):
            continue
        name = title_end(words, i, vocabulary)
        last = name_end(words, name, vocabulary) if name < len(words) else None
        if last is None or not may_name(words.texts[name], words.small, vocabulary):
            continue
        if greeted and (
            words.texts[name] in vocabulary.address_nouns or not _ends_line(words, last)
        ):
            continue
        yield Mention(
            i, last, Kind.PERSON, Source.RULE if greeted else Source.HINT,
            "greeted" if greeted else "announced", f'"{before}" stands before it',
            Cert.HIGH if greeted else Cert.MEDIUM, name=name,
        )  # fmt: skip


def _announces(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the word before names somebody (``called``) or says what he is (``engineer``)."""
    before = words.texts[at - 1]
    if words.texts[at - 2] in _APOSTROPHES:  # the rest of a word: "dem heil'gen Haine"
        return False
    if before in vocabulary.naming_words:
        place = vocabulary.place_appositions.intersection(words.texts[max(0, at - 4) : at])
        return not place and words.texts[at - 2] not in vocabulary.so_called
    known_place = gazetteer().kinds.get(words.texts[at]) in ("C", "L")
    return before in vocabulary.occupations and not known_place


def with_forenames(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Names with a known forename first, or after a surname in capitals: ``FEDRIDT Rudolf``."""
    done = -1
    for first in words.capitals:
        text = words.texts[first]
        if first < done or not _is_forename(text, words.small, vocabulary):
            continue
        if first and not words.breaks[first] and _in_capitals(words.texts[first - 1]):
            yield _by_forename(first - 1, first, text)
            continue
        last = name_end(words, first, vocabulary)
        if last is None or last == first or words.texts[last].isupper():
            continue
        if all(
            may_name(words.texts[k], words.small, vocabulary) for k in range(first + 1, last + 1)
        ):
            yield _by_forename(first, last, text)
            done = last + 1


def _by_forename(first: int, last: int, forename: str) -> Mention:
    reason = f"{forename} is a forename"
    return Mention(first, last, Kind.PERSON, Source.HINT, "forename", reason, Cert.MEDIUM)


def makers(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Those who made a work: ``Oper von Gounod``, ``Lustspiel von Flers und Caillavet``."""
    for i in words.where(vocabulary.work_nouns):
        first = i + 2
        if first >= len(words) or words.texts[i + 1] not in vocabulary.authorship_prepositions:
            continue
        while first < len(words) and not words.breaks[first]:
            last = name_end(words, first, vocabulary)
            city = gazetteer().kinds.get(words.texts[first]) in ("C", "L")
            if last is None or city or not may_name(words.texts[last], words.small, vocabulary):
                break
            yield Mention(
                first, last, Kind.PERSON, Source.RULE, "maker",
                f'"{words.texts[i]} {words.texts[i + 1]}" stands before it', Cert.MEDIUM,
            )  # fmt: skip
            if vocabulary.conjunctions.isdisjoint(words.texts[last + 1 : last + 2]):
                break
            first = last + 2


def responsible(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Who did something, as records say in a line: ``Recorded by: Brackwed``."""
    for i in words.where(vocabulary.authorship_prepositions):
        labelled = words.texts[i + 1 : i + 2] in ((":",), ("\u2013",))
        first = i + 2 if labelled else i + 1
        of = not labelled and words.texts[i] in vocabulary.particles
        if of or first >= len(words) or any(words.breaks[i + 1 : first + 1]):
            continue
        text = words.texts[first]
        last = name_end(words, first, vocabulary) if text[0].isupper() else None
        if last is None or not (labelled or text.isalpha()) or not line_is_over(words, last):
            continue
        surname = words.texts[last]
        known = surname.lower() in people() or is_rare(surname.lower(), vocabulary.code)
        if known and text not in gazetteer().kinds and may_name(surname, words.small, vocabulary):
            yield Mention(
                first, last, Kind.PERSON, Source.HINT, "responsible",
                f'"{words.texts[i]}" stands before it, and the line ends', Cert.MEDIUM,
            )  # fmt: skip


def in_register(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Persons of a register, surname first: ``5. Kohn Hugo, 6. Deutsch Robert, 7. Silber Max``.

    One alone may be chance; where three items of the text have this form, all are believed.
    """
    found = []
    for i in words.capitals:
        given = i + 1
        if (
            given < len(words)
            and not words.breaks[given]
            and words.texts[i].isalpha()
            and len(words.texts[i]) > 2
            and _begins_item(words, i)
            and _ends_item(words, given)
            and _is_forename(words.texts[given], words.small, vocabulary)
            and title_end(words, i, vocabulary) == i
            and people().get(words.texts[i].lower()) != "F"
        ):
            found.append(i)
    if len(found) >= _REGISTER:
        for i in found:
            yield Mention(
                i, i + 1, Kind.PERSON, Source.RULE, "register", "it is an item of a register",
                Cert.MEDIUM,
            )  # fmt: skip


_REGISTER = 3


def _begins_item(words: Words, at: int) -> bool:
    return words.breaks[at] > 0 or words.texts[at - 1] in "./)-–,;" or words.texts[at - 1].isdigit()


def _ends_item(words: Words, last: int) -> bool:
    after = last + 1
    return after >= len(words) or words.breaks[after] > 0 or words.texts[after] in ",;.("


def _is_forename(text: str, small: frozenset[str], vocabulary: Vocabulary) -> bool:
    return (
        text[0].isupper()
        and not text.isupper()
        and people().get(text.lower(), "S") != "S"
        and text not in gazetteer().kinds
        and text.lower() not in small
        and may_name(text, small, vocabulary)
    )


def _in_capitals(text: str) -> bool:
    return len(text) > 2 and text.isupper() and text.isalpha() and not ROMAN.fullmatch(text)


def with_pseudonyms(
    mentions: list[Mention], words: Words, vocabulary: Vocabulary
) -> Iterator[Mention]:
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
            and may_name(inner[1], frozenset(), vocabulary)
            and not any(words.breaks[mention.last + 1 : close + 1])
        ):
            yield replace(mention, last=close)


def _initial(words: Words, at: int, vocabulary: Vocabulary, *, first: bool) -> int:
    """How many words and signs an initial or a shortened forename has; 0 if there is none."""
    text = words.texts[at]
    if not first and (words.breaks[at] or ROMAN.fullmatch(text)):
        return 0
    if text in vocabulary.abbreviated_forenames:
        return 2 if words.texts[at + 1 : at + 2] in ((".",), (":",)) else 0
    return int(text[0].isupper() and text.endswith(".") and text[:-1].isalpha() and len(text) > 1)


def _begins_line(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether nothing but other words of greeting stands before: ``Mein lieber Paul``."""
    while at > 0 and not words.breaks[at]:
        if words.texts[at - 1] not in vocabulary.salutations | vocabulary.salutation_modifiers:
            return words.texts[at - 1] in _STOPS
        at -= 1
    return True


_STOPS = frozenset(".!?,;:–—-")


def _ends_line(words: Words, last: int) -> bool:
    after = last + 1
    return after >= len(words) or words.breaks[after] > 0 or words.texts[after] in "!,.:;["
