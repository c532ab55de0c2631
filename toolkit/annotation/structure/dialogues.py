"""Tell dialogues from other texts with labels (CODR, DRSP).

Labels name speakers only together: those of one form, of at least two speakers who recur, who
take turns, and whose labels begin most of the blocks between the first and the last of them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block, make_block
from toolkit.annotation.structure.speakers import Candidate, Label, find_candidates
from toolkit.annotation.structure.wording import Wording

ENOUGH: Final = 4
"""Labels of recurring speakers in a dialogue at least, where the labels are plain."""

ENOUGH_UNSURE: Final = 6
"""The same where labels look like the first words of sentences: ``Peter. I come.``"""

WIDEST: Final = 40
"""Blocks of a speech at most where the labels are plain: a debate has long speeches."""

WIDE: Final = 6
"""The same where they are not."""

DENSE: Final = 0.8
"""Share of blocks with labels above which those that occur once are labels too."""

COVERED: Final = 0.7
"""Share of recurring labels among all labels of a form at least, where they are not plain."""

MOST_LETTERS: Final = 12
"""Different labels at most where single letters ask and answer."""

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
class Dialogue:
    """The blocks of a text, divided so that each speech begins one.

    ``labels``: the labels of the speeches, by the offset where their block begins.
    """

    blocks: tuple[Block, ...]
    labels: dict[int, Label]


def find_dialogue(text: str, blocks: Sequence[Block], wording: Wording) -> Dialogue | None:
    """Find the speeches of a text; None if there are none, or none that are sure."""
    by_form: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in find_candidates(text, blocks, wording):
        by_form[candidate.label.form.rstrip("+")].append(candidate)
    letters = frozenset(wording.words.interview_letters)
    runs: list[list[Candidate]] = max(
        (_find_runs(text, blocks, group, letters) for group in by_form.values()),
        key=lambda runs: sum(map(len, runs)),
        default=[],
    )
    if not runs:
        return None
    every = [candidate for group in by_form.values() for candidate in group]
    return _divide(blocks, [_complete(run, every) for run in runs])


def _complete(run: Sequence[Candidate], every: Sequence[Candidate]) -> list[Candidate]:
    """Return a dialogue with further labels of its speakers.

    Those are plain labels of any form within it, and just before it or after it plain labels
    with the full name of a speaker: ``KARL BERG:`` where ``BERG:`` speaks.
    """
    known = {c.label.key for c in run}
    names = {key.split()[-1] for key in known}
    start, end = run[0].block, run[-1].block
    own = {(c.block, c.line) for c in run}
    plain = [c for c in every if c.label.plain and (c.block, c.line) not in own]
    added = [c for c in plain if start <= c.block <= end and c.label.key in known]
    form = run[0].label.form.rstrip("+")
    named = {
        c.block: c
        for c in plain
        if not c.line and c.label.form.rstrip("+") == form and c.label.key.split()[-1] in names
    }
    added += _adjacent(named, start, -1) + _adjacent(named, end, 1)
    return sorted((*run, *added), key=lambda c: (c.block, c.line))


def _adjacent(named: Mapping[int, Candidate], at: int, step: int) -> list[Candidate]:
    """Return the labels of the blocks right before or after the block ``at``."""
    found: list[Candidate] = []
    while (at := at + step) in named:
        found.append(named[at])
    return found


def _find_runs(
    text: str, blocks: Sequence[Block], group: Sequence[Candidate], letters: frozenset[str]
) -> list[list[Candidate]]:
    """Find the stretches of a text in which labels of one form surely name speakers."""
    counts = Counter(c.label.key for c in group)
    recurring = [
        c for c in group if counts[c.label.key] > 1 and _may_speak(c.label, len(counts), letters)
    ]
    plain = [c for c in recurring if c.label.plain]
    sure = _confirm_runs(text, blocks, plain, [c for c in group if c.label.plain])
    others = _confirm_runs(text, blocks, _outside(recurring, sure), _outside(group, sure))
    return sorted((*sure, *others), key=lambda run: (run[0].block, run[0].line))


def _may_speak(label: Label, different: int, letters: frozenset[str]) -> bool:
    """Whether a label is no mere initial: single letters are those of question and answer."""
    return len(label.key) > 1 or (label.key in letters and different <= MOST_LETTERS)


def _outside(labels: Sequence[Candidate], runs: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Return the labels outside dialogues, which are in order and do not overlap."""
    starts = [run[0].block for run in runs]
    places = ((c, bisect_right(starts, c.block) - 1) for c in labels)
    return [c for c, index in places if index < 0 or c.block > runs[index][-1].block]


def _confirm_runs(
    text: str,
    blocks: Sequence[Block],
    recurring: Sequence[Candidate],
    group: Sequence[Candidate],
) -> list[list[Candidate]]:
    """Return the dialogues among recurring labels of a ``group`` of one form.

    Between two dialogues a known speaker may say a single word.
    """
    plain = all(c.label.plain for c in recurring)
    near = list(_split_runs(recurring, WIDEST if plain else WIDE))
    runs = [_confirm(text, blocks, run, group) for run in near]
    sure = [index for index, run in enumerate(runs) if run]
    known = {c.label.key for index in sure for c in runs[index]}
    for index in range(sure[0], sure[-1]) if sure else ():
        runs[index] = runs[index] or [c for c in near[index] if c.label.key in known]
    return [run for run in runs if run]


def _split_runs(labels: Sequence[Candidate], most: int) -> Iterator[list[Candidate]]:
    """Split labels into runs: a new one begins after ``most`` blocks without any."""
    run: list[Candidate] = []
    for label in labels:
        if run and label.block - run[-1].block > most:
            yield run
            run = []
        run.append(label)
    if run:
        yield run


def _confirm(
    text: str, blocks: Sequence[Block], run: Sequence[Candidate], group: Sequence[Candidate]
) -> list[Candidate]:
    """Return the labels of a dialogue, with those that occur once; empty if it is none."""
    first = bisect_left(group, run[0].block, key=lambda c: c.block)
    last = bisect_right(group, run[-1].block, key=lambda c: c.block)
    stretch = Stretch(text, blocks, run, group[first:last])
    if not all(rule(stretch) for rule in DIALOGUE_RULES):
        return []
    speakers = {c.label.key for c in run}
    dense = stretch.share > DENSE
    return [
        c
        for c in stretch.inner
        if c.label.key in speakers or stretch.plain or (not c.line and dense)
    ]


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


def _divide(blocks: Sequence[Block], runs: Sequence[Sequence[Candidate]]) -> Dialogue:
    """Divide the blocks before each line with a label."""
    cuts: defaultdict[int, dict[int, Label]] = defaultdict(dict)
    for run in runs:
        for c in run:
            cuts[c.block][c.line] = c.label
    divided: list[Block] = []
    labels: dict[int, Label] = {}
    for index, block in enumerate(blocks):
        own = cuts.get(index, {})
        at = sorted({0, *own})
        for start, end in zip(at, [*at[1:], len(block.lines)], strict=True):
            if start in own:
                labels[block.lines[start].start] = own[start]
            divided.append(make_block(block.lines[start:end]))
    return Dialogue(tuple(divided), labels)
