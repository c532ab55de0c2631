"""Tell dialogues from other texts with labels (CODR, DRSP).

Labels name speakers only together: those of one form, of at least two speakers who recur, who
take turns, and whose labels begin most of the blocks between the first and the last of them.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.annotation.blocks import Block, make_block
from toolkit.annotation.structure.dialogue_rules import DIALOGUE_RULES, Stretch
from toolkit.annotation.structure.speakers import Candidate, Label, find_candidates
from toolkit.annotation.structure.wording import Wording

WIDEST: Final = 40
"""Blocks of a speech at most where the labels are plain: a debate has long speeches."""

WIDE: Final = 6
"""The same where they are not."""

DENSE: Final = 0.8
"""Share of blocks with labels above which those that occur once are labels too."""


MOST_LETTERS: Final = 12
"""Different labels at most where single letters ask and answer."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The blocks of a text, divided so that each speech begins one.

    ``labels``: the labels of the speeches, by the offset where their block begins.
    """

    blocks: tuple[Block, ...]
    labels: dict[int, Label]


def find_dialogue(text: str, blocks: Sequence[Block], wording: Wording) -> Dialogue | None:
    """Find the speeches of a text; None unless there is a certain dialogue."""
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
    """Return the labels of a dialogue, single ones included; empty for other texts."""
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
