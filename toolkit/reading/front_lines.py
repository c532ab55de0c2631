"""Read author, title and source from the first lines of a text that has no metadata block.

The lines stay in the text; only a source in brackets goes to the header. Since nothing labels
them, each rule needs a proof elsewhere in the text.
"""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.languages.structure import UNDETERMINED, structure_of
from toolkit.reading.metadata_labels import Labels
from toolkit.text import Field, Span
from toolkit.text.line_heuristics import ends_sentence, score_name, without_marker
from toolkit.text.reference_patterns import load_patterns
from toolkit.text.whitespace import SPACE

_MOST_LINES: Final = 6
"""Lines before a text, at most, among which author and title are looked for."""

_LONGEST: Final = 120
"""Characters of such a line, at most."""

_END: Final = 300
"""Characters at the end of a text in which its signature is."""

_BLOCK: Final = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_AUTHOR_AND_TITLE: Final = re.compile(r"(?P<author>[^:\n]{3,60}):[ \t]+(?P<title>\S[^\n]{4,})")
_BRACKETED: Final = re.compile(r"\[[^\[\]]{12,400}\]")
_YEAR: Final = re.compile(r"(?:1[4-9]|20)\d\d")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def find_front_lines(text: str) -> tuple[Field, ...]:
    """Return author and title of a text signed by its author, from the lines above it.

    Either one line has both (``Edwin Farrow: Telegram to the Board``), or the title follows a
    line that is a name. The proof is that the name occurs again at the end of the text.
    """
    lines = list(_front_lines(text))
    for number, line in enumerate(lines):
        match = _AUTHOR_AND_TITLE.fullmatch(line.of(text)) if not number else None
        if match and _signs(text, match["author"], line.end):
            return _author_and_title(line, match["author"], line, match["title"])
        if number + 1 == len(lines):
            break
        title = lines[number + 1]
        if _signs(text, line.of(text), title.end) and _is_title(title.of(text)):
            return _author_and_title(line, line.of(text), title, title.of(text))
    return ()


def find_short_lines(text: str) -> list[Span]:
    """Return the first blocks of a text that are one short line and no sentence."""
    return list(_front_lines(text))


def find_bracketed_source(text: str) -> tuple[Field, ...]:
    """Return the reference in brackets below a title, if it names pages, a volume or an archive."""
    blocks = list(_blocks(text, 3))
    patterns = load_patterns()
    for block in blocks[1:]:
        words = block.of(text)
        if _BRACKETED.fullmatch(words) and _YEAR.search(words):
            parts = (patterns.pages, patterns.volume, patterns.archive, patterns.leaves)
            if any(part.search(words) for part in parts):
                return (Field("source", "", " ".join(words[1:-1].split()), block),)
        if len(block) > _LONGEST:
            break
    return ()


def is_byline(line: str, labels: Labels) -> bool:
    """Whether a line is a preposition and a name: ``By Ann Brown``, ``von KARL MAY``."""
    match = labels.byline.match(line)
    name = line[match.end() :] if match else ""
    return bool(name) and (rate_name(name) > 0 or name.isupper())


def rate_name(line: str) -> int:
    """Rate how much a line looks like a personal name, in any language: 2, 1 or 0."""
    return score_name(line, structure_of(UNDETERMINED))


def _author_and_title(author: Span, name: str, title: Span, words: str) -> tuple[Field, ...]:
    """Return the fields of a name and a title, which may share a line."""
    return (
        Field("author", "", " ".join(name.split()), author),
        Field("title", "", " ".join(without_marker(words).split()), title),
    )


def _front_lines(text: str) -> Iterator[Span]:
    """Yield the first blocks as long as each is one short line and no sentence."""
    for block in _blocks(text, _MOST_LINES):
        words = block.of(text)
        if "\n" in words or len(words) > _LONGEST or ends_sentence(words) or words[-1] in ",;":
            return
        yield block


def _blocks(text: str, most: int) -> Iterator[Span]:
    for number, match in enumerate(_BLOCK.finditer(text)):
        if number == most:
            return
        words = match[0]
        start = match.start() + len(words) - len(words.lstrip(SPACE))
        yield Span(start, match.start() + len(words.rstrip(SPACE)))


def _signs(text: str, name: str, after: int) -> bool:
    """Whether a line is a name whose last word occurs at the end of the text, as a signature."""
    if not rate_name(name):
        return False
    surname = name.rsplit(maxsplit=1)[-1].strip(".,")
    end = text[max(after, len(text) - _END) :]
    lines = [line.strip() for line in end.splitlines() if surname.casefold() in line.casefold()]
    return any(len(line) <= 40 for line in lines[-1:])


def _is_title(words: str) -> bool:
    """Whether a line can be a title: it begins with a capital, and is no name and no date."""
    return (
        words[0].isupper()
        and not rate_name(words)
        and not _YEAR.search(words[-5:])
        and len(_WORD.findall(words)) >= 2
    )
