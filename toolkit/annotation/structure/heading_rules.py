"""Rules for headings that have neither a word nor a number, each a predicate of its own."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.datelines import is_dateline
from toolkit.annotation.structure.division_levels import LONG, is_caption
from toolkit.annotation.structure.letter_closers import is_farewell
from toolkit.annotation.structure.letter_openers import is_salute
from toolkit.annotation.structure.memoranda import is_memo_label
from toolkit.annotation.structure.wording import Wording, score_name
from toolkit.text.line_heuristics import MOST_NAME_WORDS, ends_sentence

SHORT: Final = 60
"""Characters at most of a heading in capitals with a full stop."""

LONGEST_LINE: Final = 70
"""Characters of a heading in small letters at most."""

MOST_WORDS: Final = 10
"""Words of a heading in small letters at most."""

MOST_LINES: Final = 2
"""Lines of a heading at most."""

FEWEST_LETTERS: Final = 4
"""Characters of a heading in capitals at least."""

FEWEST_TITLE_WORDS: Final = 4
"""Words of an editor's title above a dateline at least."""

MOST_TITLE_WORDS: Final = 40
"""Words of an editor's title above a dateline at most."""

_NEAR: Final = 4
"""Blocks above an addressee among which is the head of a telegram."""

_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d\b")
_FIGURE_OR_SENTENCES: Final = re.compile(r"\d|\.\s")
_UNFINISHED: Final = (",", ";", "-")


@dataclass(frozen=True, slots=True)
class Place:
    """A block that may be a heading, with its neighbours.

    ``taken`` tells which blocks, by index, are something else.
    """

    text: str
    blocks: Sequence[Block]
    index: int
    taken: Callable[[int], bool]
    wording: Wording

    @property
    def block(self) -> Block:
        """The block itself."""
        return self.blocks[self.index]

    @property
    def words(self) -> str:
        """The text of the block."""
        return self.block.span.of(self.text)

    @property
    def before(self) -> str:
        """The text of the block before, empty at the beginning."""
        return self.blocks[self.index - 1].span.of(self.text) if self.index else ""

    @property
    def following(self) -> str | None:
        """The text of the block after, None at the end."""
        after = self.index + 1
        return self.blocks[after].span.of(self.text) if after < len(self.blocks) else None


Rule = Callable[[Place], bool]


def is_plain_heading(place: Place) -> bool:
    """Whether a block is a short line between paragraphs that does not end like a sentence."""
    return all(rule(place) for rule in PLAIN_RULES) and (
        _heads_paper(place) or all(rule(place) for rule in BETWEEN_PARAGRAPHS)
    )


def has_a_following_block(place: Place) -> bool:
    """Something follows that can be headed."""
    return place.following is not None


def has_few_lines(place: Place) -> bool:
    """A heading has a line or two."""
    return len(place.block.lines) <= MOST_LINES and len(place.words) <= LONG


def is_finished(place: Place) -> bool:
    """A heading does not break off in the middle of a sentence."""
    return not place.words.endswith(_UNFINISHED)


def begins_with_a_word(place: Place) -> bool:
    """A heading begins with a letter or a figure, not with a bracket or a dash."""
    return place.words[0].isalnum()


def is_no_dateline(place: Place) -> bool:
    """A dateline is part of an opener."""
    return not is_dateline(place.words, place.wording)


def is_no_label(place: Place) -> bool:
    """A label of a memorandum, such as SUBJECT, is followed by its text."""
    return not is_memo_label(place.words.strip(" .:"), place.wording)


def is_no_signature(place: Place) -> bool:
    """A name with initials signs what comes before."""
    return score_name(place.words, place.wording) < 2


def is_no_caption(place: Place) -> bool:
    """The number of a figure belongs to a picture."""
    return not is_caption(place.words, place.wording)


def is_no_addressee(place: Place) -> bool:
    """A name with a title below the head of a telegram is that of its addressee: MR HALL."""
    words = place.words.split()
    if len(words) > MOST_NAME_WORDS or not _has_title(words[0], place.wording):
        return True
    above = place.blocks[max(0, place.index - _NEAR) : place.index]
    first = (block.span.of(place.text).partition(":") for block in above)
    return not any(colon and is_memo_label(label, place.wording) for label, colon, _ in first)


def _has_title(word: str, wording: Wording) -> bool:
    return word.strip(".").casefold() in wording.words.speaker_titles


PLAIN_RULES: Final[tuple[Rule, ...]] = (
    has_a_following_block,
    has_few_lines,
    is_finished,
    begins_with_a_word,
    is_no_dateline,
    is_no_label,
    is_no_signature,
    is_no_addressee,
    is_no_caption,
)
"""All must hold for a heading without word and number."""


def _heads_paper(place: Place) -> bool:
    """Whether a line in capitals, with a full stop perhaps, heads a paragraph of a paper."""
    following = place.following or ""
    if not is_in_capitals(place.text, place.block) or following.isupper():
        return False
    return len(following) > SHORT or place.taken(place.index + 1)


def ends_no_sentence(place: Place) -> bool:
    """A heading in small letters has no full stop."""
    return not ends_sentence(place.words)


def is_not_between_taken_blocks(place: Place) -> bool:
    """A line between two speeches belongs to them."""
    return not (place.index and place.taken(place.index - 1) and place.taken(place.index + 1))


def follows_a_sentence(place: Place) -> bool:
    """The paragraph before a heading is complete."""
    return not place.index or ends_sentence(place.before) or place.taken(place.index - 1)


def heads_a_paragraph(place: Place) -> bool:
    """A paragraph follows, or for a line in capitals perhaps a speech."""
    if len(place.following or "") > LONG:
        return is_brief(place) or is_all_capitals(place)
    return is_all_capitals(place) and place.taken(place.index + 1)


BETWEEN_PARAGRAPHS: Final[tuple[Rule, ...]] = (
    ends_no_sentence,
    is_not_between_taken_blocks,
    follows_a_sentence,
    heads_a_paragraph,
)
"""All must hold for a heading in small letters."""


def is_brief(place: Place) -> bool:
    """A heading in small letters has a capital at its start and few words."""
    words = place.words
    few = len(words) <= LONGEST_LINE and len(words.split()) <= MOST_WORDS
    return few and words[0].isupper()


def is_all_capitals(place: Place) -> bool:
    """A heading in capitals has a word at least."""
    return place.words.isupper() and len(place.words) >= FEWEST_LETTERS


def is_in_capitals(text: str, block: Block) -> bool:
    """Whether a block is a line in capitals, perhaps with a full stop, as papers have headings."""
    words = block.span.of(text)
    few = len(block.lines) == 1 and FEWEST_LETTERS <= len(words) <= SHORT
    return (
        few
        and words.isupper()
        and not _FIGURE_OR_SENTENCES.search(words)
        and not words.endswith((":", "!", "?"))
    )


def heads_document(place: Place) -> bool:
    """Whether an editor's title above a dateline names the document.

    The dateline has a year, and the document follows: addresses have neither.
    """
    return all(rule(place) for rule in DOCUMENT_TITLE)


def precedes_a_dateline(place: Place) -> bool:
    """A dateline of one line with a year follows."""
    following = place.following
    if following is None or len(place.blocks[place.index + 1].lines) > 1:
        return False
    return is_dateline(following, place.wording) and _YEAR.search(following) is not None


def precedes_a_document(place: Place) -> bool:
    """After the dateline comes a paragraph, a salute, or the head of a memorandum."""
    if place.index + 2 >= len(place.blocks):
        return False
    after = place.blocks[place.index + 2].span.of(place.text)
    label = after.split()[0].strip(" .:")
    return (
        len(after) > LONG or is_salute(after, place.wording) or is_memo_label(label, place.wording)
    )


def is_no_part_of_a_letter(place: Place) -> bool:
    """A dateline, a farewell or a signature is no title."""
    words, wording = place.words, place.wording
    return not is_dateline(words, wording) and not is_farewell(words, wording)


def has_words_of_a_title(place: Place) -> bool:
    """An editor's title has several words and begins with a capital."""
    count = len(place.words.split())
    return FEWEST_TITLE_WORDS <= count <= MOST_TITLE_WORDS and place.words[0].isupper()


def is_complete(place: Place) -> bool:
    """A title is neither a sentence nor the beginning of one."""
    return not ends_sentence(place.words) and not place.words.endswith(_UNFINISHED)


def follows_complete_lines(place: Place) -> bool:
    """The line before the title does not run on into it."""
    return not place.before.endswith(_UNFINISHED)


DOCUMENT_TITLE: Final[tuple[Rule, ...]] = (
    has_words_of_a_title,
    is_complete,
    follows_complete_lines,
    precedes_a_dateline,
    precedes_a_document,
    is_no_part_of_a_letter,
    is_no_signature,
)
"""All must hold for a title above a dateline."""
