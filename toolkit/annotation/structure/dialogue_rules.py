"""Rules for dialogues, each a predicate of its own on a stretch of text with labels."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.speakers import Candidate

ENOUGH: Final = 4
"""Labels of recurring speakers in a dialogue at least, where the labels are plain."""

ENOUGH_UNSURE: Final = 6
"""The same where labels look like the first words of sentences: ``Peter. I come.``"""

COVERED: Final = 0.7
"""Share of recurring labels among all labels of a form at least, where they are not plain."""

SHARES: Final = {
    "alone": (0.4, 0.4),
    "own": (0.3, 0.6),
    ".": (0.3, 0.6),
    "(": (0.3, 0.6),
    ":": (0.12, 0.4),
}
"""Share of the blocks that labels of a form must begin: plain labels, and others."""

FEWEST_FOR_ORDER: Final = 8
"""Labels that show a fixed order at least."""

FEWEST_IN_ORDER: Final = 3
"""Different labels that have a fixed order at least: two always do."""

SAME_ORDER: Final = 0.9
"""Share of labels followed by their usual successor from which on the order is fixed."""

_CALLS: Final = re.compile(r"[?!]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text with the recurring labels of one form, and all labels of that form."""

    text: str
    blocks: Sequence[Block]
    run: Sequence[Candidate]
    inner: Sequence[Candidate]

    @property
    def plain(self) -> bool:
        """Whether each label is in capitals or has a title."""
        return all(c.label.plain for c in self.run)

    @property
    def form(self) -> str:
        """The form of the labels without the sign for plain ones."""
        return self.run[0].label.form.rstrip("+")

    @property
    def tight(self) -> bool:
        """Whether most speeches begin in the middle of a block, on a new line."""
        return sum(c.line > 0 for c in self.run) * 2 > len(self.run)

    @property
    def share(self) -> float:
        """The share of blocks with a label; directions in brackets do not count."""
        begun = {c.block for c in self.run if self.tight or not c.line}
        ends = (self.run[0].block, self.run[-1].block)
        full = sum(
            self.text[self.blocks[index].span.start] not in "([" or index in ends
            for index in range(ends[0], ends[1] + 1)
        )
        return len(begun) / full


def has_two_speakers(stretch: Stretch) -> bool:
    """Somebody answers."""
    return len({c.label.key for c in stretch.run}) > 1


def has_enough_labels(stretch: Stretch) -> bool:
    """Labels recur often enough: more often where they are not plain or have their own line."""
    sure = stretch.plain and stretch.form not in ("own", "alone")
    return len(stretch.run) >= (ENOUGH if sure else ENOUGH_UNSURE)


def is_no_calendar(stretch: Stretch) -> bool:
    """Fewer than half of the labels are days or months."""
    return 2 * sum(c.day for c in stretch.run) < len(stretch.run)


def begins_most_blocks(stretch: Stretch) -> bool:
    """Enough of the blocks begin with a label, by its form."""
    plain, other = SHARES[stretch.form]
    return stretch.share >= (plain if stretch.plain else other)


def takes_turns(stretch: Stretch) -> bool:
    """At most every fourth label repeats the one before."""
    keys = [c.label.key for c in stretch.run]
    return sum(a == b for a, b in pairwise(keys)) * 4 <= len(keys)


def has_no_fixed_order(stretch: Stretch) -> bool:
    """Labels do not recur in a fixed order, like the fields of records, where nobody asks."""
    keys = [c.label.key for c in stretch.run]
    if len(set(keys)) < FEWEST_IN_ORDER or len(keys) < FEWEST_FOR_ORDER:
        return True
    following: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, after in pairwise(keys):
        following[key][after] += 1
    usual = sum(counter.most_common(1)[0][1] for counter in following.values())
    return usual < SAME_ORDER * (len(keys) - 1) or (stretch.plain and _calls(stretch))


def has_questions(stretch: Stretch) -> bool:
    """Somebody asks or exclaims in every tenth speech; labels like sentences must show it."""
    return (stretch.plain and stretch.form != "alone") or _calls(stretch)


def _calls(stretch: Stretch) -> bool:
    """Whether every tenth speech has a question or an exclamation mark."""
    last = len(stretch.blocks) - 1
    below = stretch.form == "alone"
    calling = sum(
        _CALLS.search(
            stretch.text, c.label.rest, stretch.blocks[min(c.block + below, last)].span.end
        )
        is not None
        for c in stretch.run
    )
    return calling * 10 >= len(stretch.run)


def is_not_running_prose(stretch: Stretch) -> bool:
    """Names with a full stop at the start of lines within blocks are ends of sentences."""
    return stretch.plain or not (stretch.tight and stretch.form == ".")


def has_few_other_labels(stretch: Stretch) -> bool:
    """Most of the labels that begin a block recur, or they are first words of sentences."""
    begun = sum(not c.line for c in stretch.inner)
    return stretch.plain or len(stretch.run) >= COVERED * begun


DIALOGUE_RULES: Final[tuple[Callable[[Stretch], bool], ...]] = (
    has_two_speakers,
    has_enough_labels,
    is_no_calendar,
    begins_most_blocks,
    takes_turns,
    has_no_fixed_order,
    has_questions,
    is_not_running_prose,
    has_few_other_labels,
)
"""All must hold for a dialogue."""
