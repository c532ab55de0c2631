"""Speakers: the names at the beginning of speeches, in plays, debates and interviews (CODR, DRSP).

One line that looks like a name with a colon proves nothing. So labels count only together: those
of one form, of at least two speakers who come again, that take turns, and that begin most of the
blocks between the first and the last of them.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block, block_of
from toolkit.annotation.dates.vocabulary import load_vocabulary
from toolkit.annotation.structure.division_levels import level_of
from toolkit.annotation.structure.memoranda import is_memo_label
from toolkit.text import Span
from toolkit.text.line_heuristics import PARTICLES

_TITLES: Final = (
    "mr mrs ms miss messrs dr prof sir st hon rev capt col gen lt maj sgt adm brig cmdr amb gov "
    "pres min sec sen rep senator ambassador secretary chairman m mm mme mlle hr herr frau "
    "fräulein abg sig don"
).split()
_BEFORE: Final = (*_TITLES, *"donna lord lady king queen the der die das le la les el il".split())
"""Words before a name: of the titles some end with a full stop that ends no label."""
_NO_NAMES: Final = frozenset(_BEFORE) - {"chairman", "senator", "ambassador", "king", "queen",
                                         "lady", "lord", "secretary", "m"}  # fmt: skip
"""Words that name nobody alone; a king may."""
_SMALL: Final = frozenset((*PARTICLES, "of", "the", "and", "und", "et", "e", "o", "in", "at"))
"""Words in small letters that a speaker's name may have."""

_DIRECTION: Final = r"(?:\([^()\n]{1,160}\)|\[[^\[\]\n]{2,160}\])"
_WORD: Final = r"(?:[^\W\d_][\w'\u2019\u2011-]*|\d{1,2}|&)"
_LABEL: Final = re.compile(
    rf"(?P<name>(?:\d{{1,2}}\.?[ \t])?(?:(?:{'|'.join(_BEFORE)})\.?[ \t])*"
    rf"[^\W\d_][\w'\u2019\u2011-]*(?:[ \t]{_WORD}){{0,4}}?)"
    rf"(?P<how>,[ \t][^\n.:;!?()\[\]]{{2,60}})?"
    rf"(?:[ \t]?(?P<before>{_DIRECTION}))?"
    rf"(?:(?P<mark>\.?:|\.)(?:[ \t]?(?P<after>{_DIRECTION}[.:]?))?[ \t]?[\u2013\u2014-]{{0,2}}"
    r"(?:[ \t]+|(?<=[\u2013\u2014-])|\Z)|(?<=[)\]])[ \t]+|\Z)",
    re.IGNORECASE,
)
"""The name, how it is said (``, aside``; ``(rising)``), a full stop or a colon; then the speech."""

_HEADS: Final = re.compile(
    r"(?:act|scene|scena|actus|acte|scène|akt|aufzug|auftritt|szene|atto|acto|escena|chapter|chap|"
    r"part|book|canto|article|section|sect|figure|fig|table|letter|vol|"
    r"kapitel|teil|chapitre|partie|exit|exeunt|enter|curtain)\b",
    re.IGNORECASE,
)
_LETTERS: Final = frozenset("qafrdvpв о".replace(" ", ""))
"""Single letters that name who asks and who answers."""

_TITLED: Final = re.compile(rf"\A(?:{'|'.join((*_TITLES, 'the'))})\b\.?\s", re.IGNORECASE)
_ROMAN: Final = re.compile(r"[IVXLCDM]{2,}")
_CALLS: Final = re.compile(r"[?!]")
LONGEST: Final = 80
"""Characters of a label that has a line of its own, at most."""
ENOUGH: Final = 4
"""So many labels, of speakers who come again, make a dialogue where the labels are plain."""
WIDEST: Final = 40
"""So many blocks a speech may have where the labels are plain: a debate has long speeches."""
WIDE: Final = 6
"""The same where they are not."""
DENSE: Final = 0.8
"""Where labels begin more of the blocks than this, those that stand there once are labels too."""
ENOUGH_UNSURE: Final = 6
"""The same where they look like the first words of sentences: ``Peter. I come.``"""


@dataclass(frozen=True, slots=True)
class Label:
    """What may name a speaker at the beginning of a line.

    ``name`` includes its full stop or colon; ``how`` is what is said of the manner, if anything;
    ``rest`` is where the speech begins, the end of the line for a label on a line of its own.
    """

    key: str
    form: str
    name: Span
    how: Span | None
    rest: int

    @property
    def plain(self) -> bool:
        """Whether the label can hardly be anything else: in capitals, or with a title."""
        return self.form.endswith("+")


@dataclass(frozen=True, slots=True)
class _Found:
    """A label, the indices of its block and of its line in that, and whether it is a day's name."""

    block: int
    line: int
    label: Label
    day: bool


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The blocks of a text, divided so that each speech begins one.

    ``labels``: the labels of the speeches, each under the offset where its block begins.
    """

    blocks: tuple[Block, ...]
    labels: dict[int, Label]


def dialogue_in(text: str, found: Sequence[Block], tag: str) -> Dialogue | None:
    """The speeches of a text; None where there are none, or none that are sure.

    ``tag`` is the language: weekdays and months are no speakers.
    """
    by_form: defaultdict[str, list[_Found]] = defaultdict(list)
    for candidate in _candidates(text, found, tag):
        by_form[candidate.label.form.rstrip("+")].append(candidate)
    chosen: list[list[_Found]] = max(
        (_dialogues(text, found, group) for group in by_form.values()),
        key=lambda runs: sum(map(len, runs)),
        default=[],
    )
    return _divided(found, chosen) if chosen else None


def _candidates(text: str, found: Sequence[Block], tag: str) -> Iterator[_Found]:
    """The labels of all lines that may have one."""
    known = load_vocabulary(tag).words
    for index, block in enumerate(found):
        for number, line in enumerate(block.lines):
            label = _label(text, line, alone=len(block.lines) == 1)
            if label and not level_of(line.of(text)):
                word = known.get(label.name.of(text).rstrip(".: "))
                yield _Found(index, number, label, word is not None and word.kind in ("W", "M"))


def _label(text: str, line: Span, *, alone: bool) -> Label | None:
    """What a line begins with, if that may name a speaker; ``alone``: it is all of its block."""
    match = None if text[line.start].islower() else _LABEL.match(text, line.start, line.end)
    if match is None or not _may_name(match, own=match.end() == line.end):
        return None
    name, mark = match["name"], (match["mark"] or "")[-1:]
    capitals = _TITLED.sub("", name).isupper() and len(name) > 1
    titled = _TITLED.match(name) is not None
    form = mark or "("
    if match.end() == line.end:
        form = "alone" if alone else "own"
    plain = "+" if capitals or (titled and mark == ":") else ""
    key = " ".join(re.findall(r"\w+", name.casefold()))
    return Label(key, form + plain, *_parts(match))


def _may_name(match: re.Match[str], *, own: bool) -> bool:
    """Whether what a line begins with is a name, marked as one, and not the head of a passage."""
    name, mark, how = match["name"], (match["mark"] or "")[-1:], match["how"]
    capitals = name.isupper() and len(name) > 1
    if not (mark or own or match["before"]) or (own and match.end() - match.start() > LONGEST):
        return False
    if (how and not (capitals and how[2].islower())) or not (mark or own or capitals):
        return False
    if name[0].isdecimal() and mark == ":" and capitals:
        return False
    known = _ROMAN.fullmatch(name) or _HEADS.match(name) or is_memo_label(name)
    return not known and _is_name(name)


def _parts(match: re.Match[str]) -> tuple[Span, Span | None, int]:
    """The name with its mark, the manner with what follows it, and where the speech begins."""
    start, end = match.span("name")
    manner = next((part for part in ("how", "before", "after") if match[part]), None)
    stop = start + len(match[0].rstrip(" \t"))
    if manner is None:
        return Span(start, stop), None, match.end()
    begins = match.start(manner) + (1 if manner == "how" else 0)
    name = Span(start, match.end("mark") if manner == "after" else max(end, begins - 1))
    if manner == "how":
        name = Span(start, match.start("how") + 1)
    while match.string[begins] in " \t":
        begins += 1
    text = match.string
    while text[name.end - 1] in " \t":
        name = Span(name.start, name.end - 1)
    return name, Span(begins, stop), match.end()


def _is_name(name: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'\u2019\u2011-]*", name)
    if all(word.casefold() in _NO_NAMES for word in words):
        return False
    return all(w[0].isupper() or not w[0].islower() or w in _SMALL for w in words) and (
        words[0][0].isupper() or not words[0][0].islower()
    )


def _dialogues(text: str, found: Sequence[Block], group: Sequence[_Found]) -> list[list[_Found]]:
    """The stretches of a text in which labels of one form surely name speakers.

    Between two of them a known speaker may say a single word.
    """
    counts = Counter(c.label.key for c in group)
    again = [c for c in group if counts[c.label.key] > 1 and _may_speak(c.label, counts)]
    plain = [c for c in again if c.label.plain]
    sure = _runs(text, found, plain, [c for c in group if c.label.plain])
    others = _outside(again, sure)
    runs = (*sure, *_runs(text, found, others, _outside(group, sure)))
    return sorted(runs, key=lambda run: (run[0].block, run[0].line))


def _outside(labels: Sequence[_Found], runs: Sequence[Sequence[_Found]]) -> list[_Found]:
    """The labels that stand in none of the dialogues, which are in order and do not overlap."""
    starts = [run[0].block for run in runs]
    places = ((c, bisect_right(starts, c.block) - 1) for c in labels)
    return [c for c, index in places if index < 0 or c.block > runs[index][-1].block]


def _runs(
    text: str, found: Sequence[Block], again: Sequence[_Found], group: Sequence[_Found]
) -> list[list[_Found]]:
    """The dialogues in which labels come again, among those of a ``group``."""
    plain = all(c.label.plain for c in again)
    near = list(_near(again, WIDEST if plain else WIDE))
    runs = [_run(text, found, run, group) for run in near]
    sure = [index for index, run in enumerate(runs) if run]
    known = {c.label.key for index in sure for c in runs[index]}
    for index in range(sure[0], sure[-1]) if sure else ():
        runs[index] = runs[index] or [c for c in near[index] if c.label.key in known]
    return [run for run in runs if run]


def _near(labels: Sequence[_Found], most: int) -> Iterator[list[_Found]]:
    """The labels in stretches: the next one begins after ``most`` blocks without any."""
    run: list[_Found] = []
    for label in labels:
        if run and label.block - run[-1].block > most:
            yield run
            run = []
        run.append(label)
    if run:
        yield run


def _run(
    text: str, found: Sequence[Block], run: Sequence[_Found], group: Sequence[_Found]
) -> list[_Found]:
    """The labels of a stretch, those too that stand there once; none if it is no dialogue."""
    plain = all(c.label.plain for c in run)
    form = run[0].label.form.rstrip("+")
    speakers = {c.label.key for c in run}
    enough = ENOUGH if plain and form not in ("own", "alone") else ENOUGH_UNSURE
    if len(speakers) < 2 or len(run) < enough or 2 * sum(c.day for c in run) >= len(run):
        return []
    inner = [c for c in group if run[0].block <= c.block <= run[-1].block]
    tight = sum(c.line > 0 for c in run) * 2 > len(run)
    share = _share(text, found, run, tight=tight)
    if share < _needed(form, plain=plain) or not _take_turns([c.label.key for c in run]):
        return []
    if (form == "alone" or not plain) and not _talks(text, found, run):
        return []
    if not plain and ((tight and form == ".") or len(run) < 0.7 * sum(not c.line for c in inner)):
        return []
    return [c for c in inner if c.label.key in speakers or plain or (not c.line and share > DENSE)]


def _share(text: str, found: Sequence[Block], run: Sequence[_Found], *, tight: bool) -> float:
    """The share of the blocks that begin a speech; if ``tight``, that have one in any line."""
    begun = {c.block for c in run if tight or not c.line}
    return len(begun) / len(_full(text, found, run[0].block, run[-1].block))


def _may_speak(label: Label, counts: Counter[str]) -> bool:
    """Whether a label is no mere initial: letters alone are those of question and answer."""
    return len(label.key) > 1 or (label.key in _LETTERS and len(counts) <= 12)


def _full(text: str, found: Sequence[Block], first: int, last: int) -> list[int]:
    """The blocks from the first label to the last that are not directions in brackets."""
    return [
        index
        for index in range(first, last + 1)
        if text[found[index].span.start] not in "([" or index in (first, last)
    ]


def _needed(form: str, *, plain: bool) -> float:
    """The share of the blocks that labels of a form must begin."""
    if form == "alone":
        return 0.4
    if plain:
        return 0.12 if form == ":" else 0.3
    return 0.4 if form == ":" else 0.6


def _take_turns(keys: Sequence[str]) -> bool:
    """Whether labels alternate, and not in a fixed order, as the fields of records do."""
    same = sum(a == b for a, b in pairwise(keys))
    if same * 4 > len(keys):
        return False
    following: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, other in pairwise(keys):
        following[key][other] += 1
    usual = sum(counter.most_common(1)[0][1] for counter in following.values())
    return len(set(keys)) < 3 or len(keys) < 8 or usual < 0.9 * (len(keys) - 1)


def _talks(text: str, found: Sequence[Block], run: Sequence[_Found]) -> bool:
    """Whether somebody asks or calls in every tenth of the speeches, as in talk they do."""
    ends = [found[min(c.block + (c.label.form[0] == "a"), len(found) - 1)].span.end for c in run]
    calling = sum(
        _CALLS.search(text, c.label.rest, end) is not None for c, end in zip(run, ends, strict=True)
    )
    return calling * 10 >= len(run)


def _divided(found: Sequence[Block], runs: Sequence[Sequence[_Found]]) -> Dialogue:
    """The blocks, divided before each line with a label."""
    cuts: defaultdict[int, dict[int, Label]] = defaultdict(dict)
    for run in runs:
        for c in run:
            cuts[c.block][c.line] = c.label
    blocks: list[Block] = []
    labels: dict[int, Label] = {}
    for index, block in enumerate(found):
        own = cuts.get(index, {})
        at = sorted({0, *own})
        for start, end in zip(at, [*at[1:], len(block.lines)], strict=True):
            if start in own:
                labels[block.lines[start].start] = own[start]
            blocks.append(block_of(block.lines[start:end]))
    return Dialogue(tuple(blocks), labels)
