"""Read credits, parties and the title of a telegram from the lines above a text.

These lines stay in the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from toolkit.languages import all_languages
from toolkit.languages.metadata import Metadata
from toolkit.languages.patterns import any_of
from toolkit.reading.front_lines import find_short_lines, is_byline, rate_name
from toolkit.reading.metadata_labels import Labels
from toolkit.text import Field, Span
from toolkit.text.line_heuristics import ends_sentence, without_marker

_CREDITED: Final = frozenset({"translator", "editor", "transcriber"})
_DATE_LINE: Final = re.compile(
    r"(?=[^\n]*\b(?:1[4-9]|20)\d\d\b)(?:[^\W\d_]+[.,]?\s+)?\d{0,2}[.,]?\s*(?:[^\W\d_]+[.,]?\s+)?"
    r"\d{1,4}[.,]?(?:\s*\d{4}\.?)?"
)
_YEAR_AT_END: Final = re.compile(r",[^,\n]*(?:,\s*)?\b(?:1[4-9]|20)\d\d\W*$")
_MEMO_LINE: Final = re.compile(r"(?P<label>[^\W\d_]{2,12})\s?:\s+\S[^\n]{0,80}")
_MEMO: Final = frozenset({"sender", "recipient", "subject"})
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MOST_ABOVE: Final = 3
"""Lines above a credit: title, subtitle, author."""
_NEAR: Final = 3
"""Blocks below a title among which the head of a memorandum is looked for."""


def read_credit(text: str, line: Span, labels: Labels) -> Field | None:
    """Return the translator, editor or transcriber that a line names; None if it names none."""
    match = labels.credit.fullmatch(line.of(text).strip())
    if not match or not rate_name(match["value"].split(" and ")[0]):
        return None
    words = match["label"].split()
    key = next((k for k in _keys(words, labels) if k in _CREDITED), "")
    if not key:
        return None
    return Field(key, " ".join(words), " ".join(match["value"].split()), line)


def _keys(words: list[str], labels: Labels) -> Iterator[str]:
    """Yield the fields of labels made of a word and the last one: ``translated ... by``."""
    for word in words[:-1]:
        yield labels.field_of(f"{word.strip(',')} {words[-1]}")


def find_credits(text: str, labels: Labels) -> tuple[Field, ...]:
    """Return the people that credits among the first lines name."""
    lines = find_short_lines(text)
    return tuple(field for line in lines if (field := read_credit(text, line, labels)))


def find_credited_title(text: str, credited: Sequence[Field], labels: Labels) -> tuple[Field, ...]:
    """Return title and author from the lines above a credit: a title, and perhaps a byline."""
    if not credited:
        return ()
    lines = [line for line in find_short_lines(text) if line.end <= credited[0].span.start]
    if not lines or len(lines) > _MOST_ABOVE or not lines[0].of(text)[0].isupper():
        return ()
    title = Field("title", "", " ".join(without_marker(lines[0].of(text)).split()), lines[0])
    if len(lines) == 1:
        return (title,)
    words = lines[-1].of(text)
    name = labels.byline.sub("", words) if is_byline(words, labels) else words
    if not rate_name(name):
        return (title,)
    return (title, Field("author", "", " ".join(name.split()), lines[-1]))


def find_parties(text: str, fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return sender and addressee of a letter from a line such as ``Ann Brown to Carl Dale``.

    The proof is a date with a year at its end. The line is the title among these ``fields``;
    without a title, it is one of the first lines, and becomes the title.
    """
    titles = [(field.value, field.span) for field in fields if field.key == "title"]
    lines = titles or [(line.of(text), line) for line in find_short_lines(text)[:2]]
    for words, span in lines:
        sender, receiver = _split_parties(words)
        if rate_name(sender) and rate_name(receiver):
            return (
                *(() if titles else (Field("title", "", " ".join(words.split()), span),)),
                Field("sender", "", sender, span),
                Field("recipient", "", receiver.partition(",")[0], span),
            )
    return ()


def _split_parties(words: str) -> tuple[str, str]:
    match = _to().search(words)
    if not match or not _YEAR_AT_END.search(words):
        return "", ""
    return words[: match.start()].rpartition(",")[2].strip(), words[match.end() :].strip()


@cache
def _to() -> re.Pattern[str]:
    """Return the pattern of the words before an addressee, in all languages."""
    topics = (language.topic(Metadata) for language in all_languages())
    words = {word.lower() for topic in topics for word in topic.address_words if len(word) > 1}
    return re.compile(rf"\s{any_of(sorted(words))}\s")


def find_dated_title(text: str, labels: Labels) -> tuple[Field, ...]:
    """Return the title of a telegram or memorandum that has a date above it.

    The proof is a line of the head below it, such as ``FROM: LISBON``.
    """
    lines = find_short_lines(text)
    if len(lines) <= 2 or not _DATE_LINE.fullmatch(lines[0].of(text)):
        return ()
    title = lines[1].of(text)
    below = (line.of(text) for line in lines[2 : 2 + _NEAR])
    if not _is_title(title) or not any(_is_memo_line(line, labels) for line in below):
        return ()
    return (Field("title", "", " ".join(title.split()), lines[1]),)


def _is_memo_line(line: str, labels: Labels) -> bool:
    match = _MEMO_LINE.fullmatch(line)
    return match is not None and labels.field_of(match["label"]) in _MEMO


def _is_title(words: str) -> bool:
    return (
        words[0].isupper()
        and ":" not in words
        and not ends_sentence(words)
        and not rate_name(words.replace(",", " "))
        and len(_WORD.findall(words)) > 1
    )
