"""Titles, ranks and offices before a name, and the extent of the name after them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.gazetteer import gazetteer, is_large_place, is_noun
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import BLOCK, Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind

_TITLE_WORDS = 16
"""Most words and full stops of the titles before a name."""
_PARTS = re.compile("[-'’‘]")
_ABBREVIATED = 5
"""Most letters of an abbreviated title; a full stop after a longer one ends the sentence."""
MOST_WORDS = 5
"""Most words of a personal name, initials and particles included."""


def find_titled(context: Context) -> Iterator[Mention]:
    """Find persons with a title before their name: ``Commander-in-Chief Dukhonin``."""
    words, vocabulary = context.words, context.vocabulary
    done = -1
    for i in sorted({*words.capitals, *words.where(vocabulary.lowercase_titles)}):
        if i < done:
            continue
        name = title_end(words, i, vocabulary)
        if name == i or _is_kin_of(words, name, vocabulary):
            continue
        done = name
        last = name_end(words, name, vocabulary)
        if last is not None and not is_no_person(words, i, name, last, vocabulary):
            yield Mention(
                i, last, Kind.PERSON, Source.RULE, "titled", "a title stands before it", name=name
            )
            done = last + 1


def _is_kin_of(words: Words, name: int, vocabulary: Vocabulary) -> bool:
    """Whether a title is one of kin: ``le frère de Briant``, unlike ``le comte de Briant``."""
    of = name < len(words) and words.texts[name].lower() in vocabulary.particles
    return of and words.texts[name - 1] in vocabulary.kinship_titles


def title_end(words: Words, index: int, vocabulary: Vocabulary) -> int:
    """Return the index of the first word after the titles that begin at ``index``.

    Without a title this is ``index`` itself.
    """
    at = index
    while at < min(len(words), index + _TITLE_WORDS) and (at == index or not words.breaks[at]):
        length = _title_length(words, at, vocabulary)
        if not length:
            break
        at += length
    return at


def title_start(words: Words, index: int, vocabulary: Vocabulary) -> int:
    """Return the index of the first word of the titles that end just before ``index``."""
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
    """Return the last word of the personal name that begins at ``index``, or None."""
    last = None
    for at in range(index, min(index + MOST_WORDS, len(words))):
        text = words.texts[at]
        if words.breaks[at] and at > index:
            break
        if text[0].isupper():
            if ends_name(text, vocabulary, is_first=at == index):
                break
            if not text.endswith("."):
                last = at
        elif text not in vocabulary.particles or _leads_on(words, at, vocabulary):
            break
    return last


def ends_name(text: str, vocabulary: Vocabulary, *, is_first: bool) -> bool:
    """Whether a capitalised word is no part of a name, or a title after it: ``Esq``."""
    if text in vocabulary.postposed_titles and not is_first:
        return True
    return text in vocabulary.non_names or text in vocabulary.organisation_nouns


def _leads_on(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a particle leads from the name to an office: ``Ebner von der Geheimen Polizei``."""
    after = at
    while after < len(words) and words.texts[after] in vocabulary.particles:
        after += 1
    following = words.texts[after : after + 2]
    if len(following) == 2 and after - at > 1 and following[1][0].isupper():
        return not words.breaks[after + 1]
    return bool(following) and is_noun(following[0].lower(), vocabulary.code)


def attach_titles(mention: Mention, words: Words, vocabulary: Vocabulary) -> Mention:
    """Extend the mention of a person to its titles, and mark where the name itself begins."""
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
    """Whether a mention consists of titles only: ``Commander-in-Chief``."""
    if mention.source is Source.AUTHORITY:
        return False
    return title_end(words, mention.first, vocabulary) > mention.last


def _title_length(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Return the number of words of the title that begins at ``at``, with its full stop."""
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
    """Whether a title may end with this word or sign: a quick test before the full one."""
    return (
        text == "."
        or "-" in text
        or text in vocabulary.title_endings
        or _ends_as_title(text, vocabulary)
    )


def _phrase_length(texts: tuple[str, ...], at: int, phrase: tuple[str, ...]) -> int:
    """Return the length of a title of several words, full stops between them included."""
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
"""Fewest letters of a compound title."""


def _stop(words: Words, at: int) -> int:
    """Return 1 if a full stop directly follows that abbreviates the title, otherwise 0."""
    if at >= len(words) or words.texts[at] != ".":
        return 0
    *_, last = _PARTS.split(words.texts[at - 1])
    if len(last) > _ABBREVIATED:
        return 0
    return int(words.ends[at - 1] == words.starts[at])


def is_no_person(words: Words, first: int, name: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows titles is no personal name; each reason is a predicate below."""
    return (
        has_common_word(words, name, last)
        or names_place(words, name, last, vocabulary)
        or is_noun(words.texts[last].lower(), vocabulary.code)
        or begins_line(words, first, name)
        or begins_with_article(words, name, vocabulary)
    )


def has_common_word(words: Words, name: int, last: int) -> bool:
    """Whether the text has a part of the name without capital too: ``General Staff``."""
    parts = (text for text in words.texts[name : last + 1] if text[0].isupper() and len(text) > 2)
    return any(text.lower() in words.small for text in parts)


def names_place(words: Words, name: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether a title is the office of a place or part of its name: ``roi de Danemark``."""
    text = words.texts[last]
    if text in vocabulary.place_nouns:
        return True
    if _ends_as_title(words.texts[name - 1], vocabulary) and text in gazetteer().kinds:
        return True
    return not words.texts[name][0].isupper() and is_large_place(text)


def begins_line(words: Words, first: int, name: int) -> bool:
    """Whether the name begins a line that the unabbreviated title does not."""
    return words.breaks[name] > 0 and not words.texts[first].endswith(".")


def begins_with_article(words: Words, name: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun and its article follow the title, in a language with capitalised nouns.

    ``Rat der Stadt`` is no person; ``Graf von der Goltz`` is one.
    """
    return vocabulary.capitalises_nouns and words.texts[name] in vocabulary.articles


def find_offices(mentions: list[Mention], context: Context) -> Iterator[range]:
    """Find offices under signatures: ``N. Krylenko, / People's Commissar``.

    The name begins a line, a comma follows it, and the office goes on to the end of its line.
    """
    words = context.words
    for mention in mentions:
        if mention.kind is not Kind.PERSON or not words.breaks[mention.first]:
            continue
        start = _office_start(words, mention.last)
        if start is None or title_end(words, start, context.vocabulary) == start:
            continue
        stop = start + 1
        while stop < len(words) and not words.breaks[stop]:
            stop += 1
        while words.texts[stop - 1] in ".,;":
            stop -= 1
        yield range(start, stop)


def _office_start(words: Words, last: int) -> int | None:
    """Return the first word after the comma that follows a name, in the same block."""
    start = last + 2
    if words.after(last) != "," or start >= len(words) or words.breaks[start] == BLOCK:
        return None
    return start
