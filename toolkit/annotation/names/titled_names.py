"""Titles: ranks, offices and courtesy titles before a name, and the names after them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from toolkit.annotation.names.gazetteer import gazetteer, is_noun
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind

_TITLE_WORDS = 16
"""How many words and full stops the titles before a name have at most."""
_PARTS = re.compile("[-'’‘]")
_ABBREVIATED = 5
"""How many letters an abbreviated title has at most; after a longer one the sentence ends."""
MOST_WORDS = 5
"""How many words a name after a title may have at most, initials and particles counted."""


def titled(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Persons with a title before their name: ``Commander-in-Chief Dukhonin``, ``Dr. K. Ball``."""
    done = -1
    for i in sorted({*words.capitals, *words.where(vocabulary.lowercase_titles)}):
        if i < done:
            continue
        name = title_end(words, i, vocabulary)
        if name == i or _is_kin_of(words, name, vocabulary):
            continue
        done = name
        last = name_end(words, name, vocabulary)
        if last is not None and not _common(words, i, name, last, vocabulary):
            yield Mention(
                i, last, Kind.PERSON, Source.RULE, "titled", "a title stands before it", name=name
            )
            done = last + 1


def _is_kin_of(words: Words, name: int, vocabulary: Vocabulary) -> bool:
    """Whether the name is of somebody's kin: ``le frère de Briant``, not ``le comte de Briant``."""
    of = name < len(words) and words.texts[name].lower() in vocabulary.particles
    return of and words.texts[name - 1] in vocabulary.kinship_titles


def title_end(words: Words, index: int, vocabulary: Vocabulary) -> int:
    """The index of the first word after the titles that begin at ``index``; it, if none does."""
    at = index
    while at < min(len(words), index + _TITLE_WORDS) and (at == index or not words.breaks[at]):
        length = _title_length(words, at, vocabulary)
        if not length:
            break
        at += length
    return at


def title_start(words: Words, index: int, vocabulary: Vocabulary) -> int:
    """The index of the first word of the titles that end just before ``index``."""
    at = index
    while at > 0 and index - at < MOST_WORDS and not words.breaks[at]:
        if not _may_end_title(words.texts[at - 1], vocabulary):
            break
        for length in (4, 3, 2, 1):
            start = at - length
            if start >= 0 and _title_length(words, start, vocabulary) == length:
                at = start
                break
        else:
            break
    return at


def name_end(words: Words, index: int, vocabulary: Vocabulary) -> int | None:
    """The last word of the personal name that begins at ``index``; None if none begins there."""
    last = None
    for at in range(index, min(index + MOST_WORDS, len(words))):
        text = words.texts[at]
        if words.breaks[at] and at > index:
            break
        if text[0].isupper():
            if text in vocabulary.non_names or text in vocabulary.organisation_nouns:
                break
            if not text.endswith("."):
                last = at
        elif text not in vocabulary.particles or _leads_on(words, at, vocabulary):
            break
    return last


def _leads_on(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a particle leads from the name to an office: ``Ebner von der Geheimen Polizei``."""
    after = at
    while after < len(words) and words.texts[after] in vocabulary.particles:
        after += 1
    following = words.texts[after : after + 2]
    if len(following) == 2 and after - at > 1 and following[1][0].isupper():
        return not words.breaks[after + 1]
    return bool(following) and is_noun(following[0].lower(), vocabulary.code)


def with_titles(mention: Mention, words: Words, vocabulary: Vocabulary) -> Mention:
    """The mention of a person with the titles before it, and those at its beginning apart."""
    if mention.kind is not Kind.PERSON:
        return mention if mention.name == mention.first else replace(mention, name=mention.first)
    name = title_end(words, mention.first, vocabulary)
    if name > mention.last:
        name = mention.first
    first, name = title_start(words, mention.first, vocabulary), max(name, mention.name)
    if _is_kin_of(words, mention.first, vocabulary):
        first = mention.first
    if (first, name) == (mention.first, mention.name):
        return mention
    return replace(mention, first=first, name=name)


def is_title(mention: Mention, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether what was taken for a name is titles alone: ``Commander-in-Chief``."""
    if mention.source is Source.AUTHORITY:
        return False
    return title_end(words, mention.first, vocabulary) > mention.last


def _title_length(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """How many words the single title that begins at ``at`` has, its full stop counted."""
    texts = words.texts
    for phrase in vocabulary.title_phrases_by_first.get(texts[at], ()):
        found = _phrase_length(texts, at, phrase)
        if found:
            return found + _stop(words, at + found)
    return 1 + _stop(words, at + 1) if _is_title_word(texts[at], vocabulary) else 0


@lru_cache(2**15)
def _is_title_word(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is a title by itself."""
    plain = text.replace("’", "'").replace("‘", "'")
    return (
        plain in vocabulary.titles
        or plain in vocabulary.lowercase_titles
        or _compound(plain, vocabulary)
    )


def _may_end_title(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a title may end with this word or sign; a quick test before the full one."""
    return (
        text == "."
        or "-" in text
        or text in vocabulary.title_endings
        or _ends_as_title(text, vocabulary)
    )


def _phrase_length(texts: tuple[str, ...], at: int, phrase: tuple[str, ...]) -> int:
    """The length of a title of several words, which may have full stops between them."""
    start = at
    for word in phrase:
        if at < len(texts) and at > start and texts[at] == ".":
            at += 1
        if at >= len(texts) or texts[at].rstrip(".").replace("’", "'") != word:
            return 0
        at += 1
    return at - start


def _compound(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a compound is a title: ``SS-Hauptsturmführer``, ``Oberrichter``."""
    if "-" not in text:
        return _ends_as_title(text, vocabulary)
    before, _, last = text.rpartition("-")
    return before[:1].isupper() and last in vocabulary.titles and len(last) > 3


def _ends_as_title(text: str, vocabulary: Vocabulary) -> bool:
    if not vocabulary.title_suffixes or not text[0].isupper() or len(text) < _COMPOUND:
        return False
    return text.lower().endswith(tuple(vocabulary.title_suffixes))


_COMPOUND = 8
"""How many letters a compound has at least."""


def _is_known_place(text: str) -> bool:
    """Whether what is ruled is a country or a city: ``roi de Danemark``."""
    return gazetteer().kinds.get(text) in ("C", "L")


def _stop(words: Words, at: int) -> int:
    """1 if a full stop follows at once that abbreviates the title, else 0."""
    if at >= len(words) or words.texts[at] != ".":
        return 0
    *_, last = _PARTS.split(words.texts[at - 1])
    if len(last) > _ABBREVIATED:
        return 0
    return int(words.ends[at - 1] == words.starts[at])


def _common(words: Words, first: int, name: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows the title is a common word, or a title alone: ``General Staff``."""
    parts = (text for text in words.texts[name : last + 1] if text[0].isupper() and len(text) > 2)
    if any(text.lower() in words.small for text in parts):
        return True
    if words.texts[last] in vocabulary.place_nouns:
        return True
    compound = _ends_as_title(words.texts[name - 1], vocabulary)
    if compound and words.texts[last] in gazetteer().kinds:
        return True
    rules = not words.texts[name][0].isupper() and _is_known_place(words.texts[last])
    if rules or is_noun(words.texts[last].lower(), vocabulary.code):
        return True
    return words.breaks[name] > 0 and not words.texts[first].endswith(".")


def offices(mentions: list[Mention], words: Words, vocabulary: Vocabulary) -> Iterator[range]:
    """The words that give the office under a signature: ``N. Krylenko, / People's Commissar``.

    The name begins a line, a comma follows it, and the office goes on to the end of its line.
    """
    for mention in mentions:
        comma = mention.last + 1
        start = comma + 1
        if (
            mention.kind is not Kind.PERSON
            or not words.breaks[mention.first]
            or start >= len(words)
            or words.texts[comma] != ","
            or words.breaks[comma]
            or words.breaks[start] == 2
            or title_end(words, start, vocabulary) == start
        ):
            continue
        stop = start + 1
        while stop < len(words) and not words.breaks[stop]:
            stop += 1
        if _is_end(words, stop):
            while words.texts[stop - 1] in ".,;":
                stop -= 1
            yield range(start, stop)


def _is_end(words: Words, at: int) -> bool:
    """Whether a block ends here, or a line by intention."""
    return at >= len(words) or words.breaks[at] > 0
