"""Places: streets, names of the gazetteer, and what stands where a place is named."""

import re
from collections.abc import Iterable, Iterator

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
from toolkit.text import Annotation, Cert, Document

_STREET_LETTERS = 7
"""More letters than this has a German street name, the word for the street counted."""
_STREET = 4
"""How many words the name of a street has at most, the word for the street left out."""


def streets(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Streets and squares: ``Adelphi Terrace``, ``Seitenstettengasse``, ``rue de la Paix``."""
    suffixes = vocabulary.street_suffixes
    if suffixes:
        spans: Iterable[tuple[int, int] | None] = (
            (i, i) for i in words.capitals if _is_street(words.texts[i], suffixes)
        )
    elif vocabulary.street_noun_first:
        spans = (_after(words, i, vocabulary) for i in words.where(vocabulary.street_nouns))
    else:
        nouns = vocabulary.place_nouns | vocabulary.street_nouns
        joined = ((i, i) for i in words.capitals if _is_joined_street(words.texts[i], vocabulary))
        spans = (*joined, *(_before(words, i, vocabulary) for i in words.where(nouns)))
    for span in spans:
        if span:
            text = words.texts[span[0] if vocabulary.street_noun_first else span[1]]
            yield _place(span, Source.RULE, "street", f'"{text}" names a street or a building')


def _is_street(text: str, suffixes: tuple[str, ...]) -> bool:
    return len(text) > _STREET_LETTERS and text.lower().endswith(suffixes)


def _is_joined_street(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a hyphen joins name and street, as English writers used to: ``Jermyn-street``."""
    name, _, noun = text.rpartition("-")
    return len(name) > 1 and noun.lower() in vocabulary.street_nouns and noun.islower()


def realms(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """States by their people: ``Russian Republic``, ``Ottoman Empire``."""
    for i in words.where(vocabulary.state_nouns):
        if i and not words.breaks[i]:
            nation = words.texts[i - 1]
            if nation in adjectives() or nation in vocabulary.demonyms:
                yield _place((i - 1, i), Source.HINT, "realm", "it is named after its people")


def in_gazetteer(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Names of the gazetteer after a word that stands before places: ``at Petrograd``."""
    table = gazetteer()
    for i in words.capitals:
        if words.breaks[i]:
            continue
        length = _gazetteer_length(words, i)
        before = words.texts[i - 1].lower()
        kind = table.phrase(words.texts[i : i + length]) or table.kinds.get(words.texts[i])
        if (
            length
            and not starts_sentence(words, i, vocabulary)
            and before
            in (vocabulary.place_cues if kind in ("C", "L") else vocabulary.strong_place_cues)
            and _may_place(words.texts[i], vocabulary)
        ):
            span = (i, i + length - 1)
            yield _place(span, Source.HINT, "gazetteer", "a place of this name is known")


def in_datelines(doc: Document, words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Places before the day at the beginning of a line: ``Brackwede, den 3. Mai 1871``.

    In the dateline of a letter nothing else stands there, whoever bears the same name.
    """
    headed = {i for a in doc.annotations("dateline") for i in words.within(a.span)}
    for date in doc.annotations("date"):
        if not _names_day(date):
            continue
        after = words.within(date.span)
        last = after[0] - 1 if after else -1
        while (
            last >= 0
            and not words.breaks[last + 1]
            and words.texts[last] in _DATELINE_SIGNS | vocabulary.dateline_words
        ):
            last -= 1
        first = last
        while first > 0 and not words.breaks[first] and last - first < _DATELINE:
            first -= 1
        parted = after and last < after[0] - 1
        if (
            parted
            and first >= 0
            and words.breaks[first]
            and _is_dateline(words, first, last, vocabulary)
        ):
            source = Source.RULE if first in headed else Source.HINT
            yield _place((first, last), source, "dateline", "a day follows it in the line")


_DATELINE_SIGNS = frozenset(",.;:-–—")
"""Signs between place and day."""
_DATELINE = 3
"""How many words the name of a place before a day has at most, less one."""
_DAY = re.compile(r"(?:[0-9]{4}|-)-[0-9]{2}-[0-9]{2}")


def _names_day(date: Annotation) -> bool:
    return any(_DAY.fullmatch(value) for name, value in date.attributes if name == "when")


def _is_dateline(words: Words, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether the words may be the name of a place, and no person's: known, or no word at all."""
    texts = words.texts[first : last + 1]
    if gazetteer().phrase(texts) or (len(texts) == 1 and texts[0] in gazetteer().kinds):
        return texts[0] not in vocabulary.non_names
    for text in texts:
        if text in vocabulary.particles or text in vocabulary.place_prefixes or text == ".":
            continue
        if shape(text) not in _NAME_SHAPES or text.lower() in people():
            return False
        if not _may_place(text, vocabulary):
            return False
    return shape(texts[-1]) in _NAME_SHAPES


_NAME_SHAPES = ("Xx", "XX", "X-x")


def cued(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Unknown capitalised words where a place is named: ``in the camp Sbonczyn``, ``in Ereda``.

    Not in German, where every noun is capitalised.
    """
    if vocabulary.capitalises_nouns:
        return
    for i in words.capitals:
        text = words.texts[i]
        if words.breaks[i] or not _may_place(text, vocabulary):
            continue
        if text.lower() in words.small or text.lower() in people():
            continue
        if i + 1 < len(words) and words.texts[i + 1][0].isupper() and not words.breaks[i + 1]:
            continue
        before = words.texts[i - 1]
        of_place = (
            before in vocabulary.place_links
            and words.texts[max(0, i - 2)] in vocabulary.place_appositions
        )
        if (
            before.lower() in vocabulary.strong_place_cues
            or before in vocabulary.place_appositions
            or of_place
        ):
            yield _place((i, i), Source.HINT, "cued", f'"{before}" stands before it')


def _place(span: tuple[int, int], source: Source, rule: str, reason: str) -> Mention:
    return Mention(*span, Kind.PLACE, source, rule, reason, Cert.MEDIUM)


def _before(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The capitalised words right before the word for a street."""
    first = at
    while first > 0 and not words.breaks[first] and at - first < _STREET:
        before = words.texts[first - 1]
        if not before[0].isupper() or before in vocabulary.non_names or before in adjectives():
            break
        if before.lower() in vocabulary.determiners:
            break
        first -= 1
    if first == at or len(words.texts[at - 1]) < 3 or words.texts[at - 1] in vocabulary.titles:
        return None
    person = is_forename(words.texts[first]) and words.texts[at].lower() in people()
    return None if person else (first, at)


def _after(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The name after the word for a street, articles and prepositions between them."""
    last = None
    for i in range(at + 1, min(at + 1 + _STREET, len(words))):
        text = words.texts[i]
        if words.breaks[i]:
            break
        if text in vocabulary.titles:  # à la place de Mme X
            return None
        if text[0].isupper():
            last = i
        elif text not in vocabulary.particles or last is not None:
            break
    return (at, last) if last is not None else None


def _gazetteer_length(words: Words, at: int) -> int:
    table = gazetteer()
    if words.texts[at] in table.beginnings:
        for length in range(min(LONGEST_PLACE, len(words) - at), 1, -1):
            if table.phrase(words.texts[at : at + length]):
                return length
    return 1 if words.texts[at] in table.kinds else 0


def _may_place(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word may be the name of a place at all."""
    return (
        len(text) > 3
        and text not in vocabulary.non_names
        and text not in vocabulary.demonyms
        and text not in vocabulary.titles
        and text not in vocabulary.organisation_nouns
        and text not in adjectives()
        and not ROMAN.fullmatch(text)
        and not is_common(text.lower(), vocabulary.code)
    )
