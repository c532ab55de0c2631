"""Find the labels of speakers in plays, debates and interviews (CODR, DRSP).

A single line that looks like a name with a colon proves nothing. Labels count only together:
see ``dialogues``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.dates.vocabulary import load_vocabulary
from toolkit.annotation.structure.division_levels import begins_like_heading, rank_heading
from toolkit.annotation.structure.memoranda import is_memo_label
from toolkit.annotation.structure.wording import Wording
from toolkit.languages.phrases import pattern_of
from toolkit.text import Span

LONGEST: Final = 80
"""Characters of a label on a line of its own at most."""

_DIRECTION: Final = r"(?:\([^()\n]{1,160}\)|\[[^\[\]\n]{2,160}\])"
_WORD: Final = r"(?:[^\W\d_][\w'\u2019\u2011-]*|\d{1,2}|&)"
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w'\u2019\u2011-]*")
_ITALIC: Final = re.compile(rf"_(?P<name>{_WORD}(?:[ \t]{_WORD}){{0,4}})[.:]?_[.:]?")
_ROMAN: Final = re.compile(r"[IVXLCDM]{2,}")
_KEY_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Label:
    """A possible name of a speaker at the beginning of a line.

    ``key`` identifies the speaker; ``form`` is the mark after the name (``.``, ``:``, ``(``) or
    ``own`` or ``alone`` for a label that fills its line or its block, with a ``+`` if it is plain.
    ``name`` includes its full stop or colon; ``manner`` is a direction (``, aside``); ``rest`` is
    the offset where the speech begins, the end of the line for a label on a line of its own.
    """

    key: str
    form: str
    name: Span
    manner: Span | None
    rest: int

    @property
    def plain(self) -> bool:
        """Whether the label can hardly be anything else: in capitals, or with a title."""
        return self.form.endswith("+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label with the indices of its block and of its line in the block.

    ``day``: its name is that of a weekday or a month.
    """

    block: int
    line: int
    label: Label
    day: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Patterns:
    """The patterns of labels in one language, and words that name nobody alone."""

    label: re.Pattern[str]
    titled: re.Pattern[str]
    no_names: frozenset[str]
    small: frozenset[str]


@cache
def _patterns(wording: Wording) -> _Patterns:
    words = wording.words
    titles = pattern_of((*words.speaker_titles, *words.speaker_offices, *words.articles))
    label = (
        rf"(?P<name>(?:\d{{1,2}}\.?[ \t])?(?:{titles}\.?[ \t])*"
        rf"[^\W\d_][\w'\u2019\u2011-]*(?:[ \t]{_WORD}){{0,4}}?)"
        rf"(?P<how>,[ \t][^\n.:;!?()\[\]]{{2,60}})?"
        rf"(?:[ \t]?(?P<before>{_DIRECTION}))?"
        rf"(?:(?P<mark>\.?:|\.)(?:[ \t]?(?P<after>{_DIRECTION}[.:]?))?[ \t]?[\u2013\u2014-]{{0,2}}"
        r"(?:[ \t]+|(?<=[\u2013\u2014-])|\Z)|(?<=[)\]])[ \t]+|\Z)"
    )
    return _Patterns(
        re.compile(label, re.IGNORECASE),
        re.compile(rf"\A{titles}\.?\s", re.IGNORECASE),
        frozenset((*words.speaker_titles, *words.articles)),
        frozenset((*words.name_particles, *words.name_connectives)),
    )


def find_candidates(text: str, blocks: Sequence[Block], wording: Wording) -> Iterator[Candidate]:
    """Yield the labels of all lines that may have one."""
    known = load_vocabulary(wording.tag).words
    for index, block in enumerate(blocks):
        for number, line in enumerate(block.lines):
            label = _read_label(text, line, wording, alone=len(block.lines) == 1)
            if label and not rank_heading(line.of(text), wording):
                word = known.get(label.name.of(text).rstrip(".: "))
                day = word is not None and word.kind in ("W", "M")
                yield Candidate(index, number, label, day)


def _read_label(text: str, line: Span, wording: Wording, *, alone: bool) -> Label | None:
    """Read the label at the start of a line; ``alone``: the line is all of its block."""
    italic = _ITALIC.fullmatch(text, line.start, line.end)
    if italic:
        return _read_italic(italic, wording, alone=alone)
    if text[line.start].islower():
        return None
    match = _patterns(wording).label.match(text, line.start, line.end)
    own = match is not None and match.end() == line.end
    if match is None or not _may_name(match, wording, own=own):
        return None
    name, mark = match["name"], (match["mark"] or "")[-1:]
    titled = _patterns(wording).titled.match(name)
    bare = name[titled.end() :] if titled else name
    form = ("alone" if alone else "own") if own else mark or "("
    plain = _is_capitals(bare, wording) or (titled is not None and mark == ":")
    key = " ".join(_KEY_WORD.findall(name.casefold()))
    return Label(key, form + ("+" if plain else ""), *_split_label(match))


def _read_italic(match: re.Match[str], wording: Wording, *, alone: bool) -> Label | None:
    """Read a label in italics that fills its line: ``_Miller._``."""
    name = match["name"]
    if _ROMAN.fullmatch(name) or begins_like_heading(name, wording) or not _is_name(name, wording):
        return None
    key = " ".join(_KEY_WORD.findall(name.casefold()))
    form = ("alone" if alone else "own") + "+"
    return Label(key, form, Span(*match.span()), None, match.end())


def _is_capitals(name: str, wording: Wording) -> bool:
    """Whether a name is in capitals but for its small words: ``ANNA and BEN``."""
    small = _patterns(wording).small
    words = [word for word in name.split() if word not in small]
    return all(map(str.isupper, words)) and len(name) > 1 and bool(words)


def _may_name(match: re.Match[str], wording: Wording, *, own: bool) -> bool:
    """Whether the start of a line is a name marked as one, and not the heading of a passage."""
    name = match["name"]
    return (
        _is_marked(match, own=own)
        and not (own and match.end() - match.start() > LONGEST)
        and not _ROMAN.fullmatch(name)
        and not begins_like_heading(name, wording)
        and not is_memo_label(name, wording)
        and _is_name(name, wording)
    )


def _is_marked(match: re.Match[str], *, own: bool) -> bool:
    """Whether a mark, a direction, or a line of its own sets a name off from a sentence."""
    name, mark, how = match["name"], (match["mark"] or "")[-1:], match["how"]
    capitals = name.isupper() and len(name) > 1
    if not (mark or own or (capitals and match["before"])):
        return False
    if how and not (capitals and how[2].islower()):
        return False
    return not (name[0].isdecimal() and mark == ":" and capitals)


def _split_label(match: re.Match[str]) -> tuple[Span, Span | None, int]:
    """Return the name with its mark, the manner if any, and the offset of the speech."""
    start, end = match.span("name")
    manner = next((part for part in ("how", "before", "after") if match[part]), None)
    stop = start + len(match[0].rstrip(" \t"))
    if manner is None:
        return Span(start, stop), None, match.end()
    begins = match.start(manner) + (1 if manner == "how" else 0)
    if manner == "how":
        end = match.start("how") + 1
    elif manner == "after":
        end = match.end("mark")
    else:
        end = max(end, begins - 1)
    text = match.string
    while text[begins] in " \t":
        begins += 1
    while text[end - 1] in " \t":
        end -= 1
    return Span(start, end), Span(begins, stop), match.end()


def _is_name(name: str, wording: Wording) -> bool:
    """Whether words name somebody: capitals but for particles, and not titles only."""
    words = _NAME_WORD.findall(name)
    patterns = _patterns(wording)
    if all(word.casefold() in patterns.no_names for word in words):
        return False
    return not words[0][0].islower() and all(
        not word[0].islower() or word in patterns.small for word in words
    )
