"""Align a transcription with the running text of a TEI file and the pieces that were moved.

The main text has the words of the transcription in their order, except for pieces (notes, the
metadata block): each is one run of whole words of the transcription that was moved elsewhere.
The alignment finds a place for each piece so that the rest of the transcription is the main text.

The search walks through both texts. Where a piece matches, the piece may begin or the main text
may go on; a state that has failed once is not visited again, and a piece that has to be found at
every place where it matches is never passed over. The number of steps is bounded, so the time
grows with the length of the texts, whatever repeats in them.
"""

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from toolkit.text.character_stream import CharacterStream

STEPS_PER_PLACE: Final = 64
"""How many steps the search may take for each place where a piece matches."""

_AHEAD: Final = 16
"""How many characters must agree before the main text is followed past a matching piece."""

_FIRST: Final = 4
"""How many characters of a piece decide whether a place is looked at more closely."""

_COMPARED: Final = 64
"""How many characters are compared first, since pieces may be very long."""

_HIGHEST: Final = chr(0x10FFFF)

_Chain = tuple["_Chain | None", int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """``starts`` has for each piece the index of its first character in the transcription.

    Indexes count the characters of streams, so white space does not count. A piece without
    characters starts at -1.
    """

    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Where the texts differ: the furthest indexes reached in the transcription and main text.

    ``piece`` is the number of a piece that the transcription lacks, if that is the reason.
    """

    transcription: int
    main: int
    piece: int | None = None


def align(
    transcription: CharacterStream, main: CharacterStream, pieces: Sequence[CharacterStream]
) -> Alignment | Mismatch:
    """Find the place of each piece, or where the texts differ first."""
    groups = _Groups(transcription, pieces)
    lacking = groups.lacking()
    if lacking is not None:
        at = _common_length(transcription, 0, main, 0, len(transcription))
        return Mismatch(at, at, lacking)
    return _Search(transcription, main, groups).run()


class _Groups:
    """Pieces with equal characters form a group; all places in the transcription by group."""

    def __init__(self, text: CharacterStream, pieces: Sequence[CharacterStream]) -> None:
        self.text = text
        self.pieces = pieces
        self.members: dict[tuple[str, bytes], list[int]] = {}
        for number, piece in enumerate(pieces):
            if piece.characters:
                key = (piece.characters, piece.boundaries)
                self.members.setdefault(key, []).append(number)
        self.keys = sorted(self.members)
        self.streams = [CharacterStream(*key) for key in self.keys]
        self.needed = [len(self.members[key]) for key in self.keys]
        self.places: list[list[int]] = [[] for _ in self.keys]
        self.at: dict[int, list[int]] = {}
        for index, group in self._matches():
            self.at.setdefault(index, []).append(group)
            self.places[group].append(index)
        self.events = sorted(self.at)
        dice = random.Random(len(self.keys))  # noqa: S311 - keys of states, no secret
        self.tokens = [dice.getrandbits(64) for _ in self.keys]
        self.contested = [len(p) > n for p, n in zip(self.places, self.needed, strict=True)]

    @cached_property
    def _prefix(self) -> Mapping[int, int]:
        """For each group the longest other group whose characters it begins with."""
        parents: dict[int, int] = {}
        open_groups: list[int] = []
        for number, (characters, _) in enumerate(self.keys):
            while open_groups and not characters.startswith(self.keys[open_groups[-1]][0]):
                open_groups.pop()
            if open_groups:
                parents[number] = open_groups[-1]
            open_groups.append(number)
        return parents

    def _matches(self) -> Iterator[tuple[int, int]]:
        """Every place where a group matches as whole words, in the order of the text."""
        if not self.keys:
            return
        firsts = {key[0][:_FIRST] for key in self.keys}
        lengths = sorted({len(first) for first in firsts})
        longest = max(len(key[0]) for key in self.keys)
        names = [key[0] for key in self.keys]
        for index in self._word_starts():
            characters = self.text.characters
            if not any(characters[index : index + length] in firsts for length in lengths):
                continue
            group: int | None = self._last_before(names, index, longest)
            while group is not None and group >= 0:
                if self._fits(group, index):
                    yield index, group
                group = self._prefix.get(group)

    def _last_before(self, names: list[str], index: int, longest: int) -> int:
        """Find the last name that sorts no later than the text from an index on.

        Every other name with which the text begins there is a beginning of that name.
        """
        start = self.text.characters[index : index + _COMPARED]
        last = bisect_right(names, start + _HIGHEST) - 1
        if last < 0 or not names[last].startswith(start):
            return last
        return bisect_right(names, self.text.characters[index : index + longest]) - 1

    def _word_starts(self) -> Iterator[int]:
        boundaries = self.text.boundaries
        index = boundaries.find(1)
        while 0 <= index < len(self.text):
            yield index
            index = boundaries.find(1, index + 1)

    def _fits(self, group: int, index: int) -> bool:
        stream = self.streams[group]
        end = index + len(stream)
        if end > len(self.text) or not self.text.boundaries[end]:
            return False
        return stream.agrees(0, self.text, index, len(stream))

    def left(self, group: int, index: int) -> int:
        """Count the places of a group from an index on."""
        places = self.places[group]
        return len(places) - bisect_left(places, index)

    def lacking(self) -> int | None:
        """Return the number of a piece for which the transcription has too few places."""
        for group, places in enumerate(self.places):
            if len(places) < self.needed[group]:
                return self.members[self.keys[group]][len(places)]
        return None


@dataclass(frozen=True, slots=True)
class _State:
    """Both texts agree up to ``index`` and ``main``; ``used`` identifies the pieces so far."""

    index: int
    main: int
    used: int
    counts: Mapping[int, int]
    chain: "_Chain | None"
    event: int


class _Search:
    """A depth-first search through states, each visited once."""

    def __init__(self, text: CharacterStream, main: CharacterStream, groups: _Groups) -> None:
        self.text, self.main, self.groups = text, main, groups
        self.target = sum(
            token * needed for token, needed in zip(groups.tokens, groups.needed, strict=True)
        )
        self.furthest = Mismatch(0, 0)

    def run(self) -> Alignment | Mismatch:
        groups = self.groups
        states = [_State(0, 0, 0, {}, None, 0)]
        seen: set[tuple[int, int, int]] = set()
        for _ in range(STEPS_PER_PLACE * (len(groups.events) + 1)):
            if not states:
                break
            state = states.pop()
            key = (state.index, state.used, state.event)
            if key in seen:
                continue
            seen.add(key)
            ended = self._step(state, states)
            if ended is not None:
                return self._alignment(ended)
        return self.furthest

    def _step(self, state: _State, states: list[_State]) -> _State | None:
        """Follow the main text to the next place of a piece; return the state if all is done."""
        events = self.groups.events
        event = bisect_left(events, state.index, state.event)
        end = events[event] if event < len(events) else len(self.text)
        length = end - state.index
        if not self._agrees(state, length):
            return None
        main = state.main + length
        if event == len(events):
            done = main == len(self.main) and state.used == self.target
            if not done:
                self._note(end, main)
            return state if done else None
        self._branch(_State(end, main, state.used, state.counts, state.chain, event), states)
        return None

    def _agrees(self, state: _State, length: int) -> bool:
        if self.main.agrees(state.main, self.text, state.index, length):
            return True
        common = _common_length(self.text, state.index, self.main, state.main, length)
        self._note(state.index + common, state.main + common)
        return False

    def _branch(self, state: _State, states: list[_State]) -> None:
        """Push what can follow at the place of a piece; what is tried first comes last."""
        must_begin = False
        for group in self.groups.at[state.index]:
            needed = self.groups.needed[group] - self._count(state, group)
            left = self.groups.left(group, state.index)
            if needed > left:
                self._note(state.index, state.main)
                return
            must_begin = must_begin or needed == left
            if needed:
                states.append(self._begin(state, group))
        if not must_begin and self._may_go_on(state):
            states.append(replace(state, event=state.event + 1))

    def _count(self, state: _State, group: int) -> int:
        """Count how many pieces of a group have begun: all places so far, if none is to spare."""
        if self.groups.contested[group]:
            return state.counts.get(group, 0)
        return bisect_left(self.groups.places[group], state.index)

    def _begin(self, state: _State, group: int) -> _State:
        counts = state.counts
        if self.groups.contested[group]:
            counts = {**counts, group: counts.get(group, 0) + 1}
        return _State(
            state.index + len(self.groups.streams[group]),
            state.main,
            state.used + self.groups.tokens[group],
            counts,
            (state.chain, group, state.index),
            state.event,
        )

    def _may_go_on(self, state: _State) -> bool:
        length = min(_AHEAD, len(self.text) - state.index)
        if self.main.agrees(state.main, self.text, state.index, 1):
            characters = self.main.characters[state.main : state.main + length]
            if self.text.characters.startswith(characters, state.index):
                return True
            common = _common_length(self.text, state.index, self.main, state.main, length)
            if any(e > state.index for e in self._events_within(state, common)):
                return True
            self._note(state.index + common, state.main + common)
            return False
        self._note(state.index, state.main)
        return False

    def _events_within(self, state: _State, length: int) -> Sequence[int]:
        events = self.groups.events
        return events[state.event + 1 : bisect_right(events, state.index + length)]

    def _note(self, index: int, main: int) -> None:
        if (index, main) > (self.furthest.transcription, self.furthest.main):
            self.furthest = Mismatch(index, main)

    def _alignment(self, state: _State) -> Alignment:
        starts = [-1] * len(self.groups.pieces)
        found: dict[int, list[int]] = {}
        chain = state.chain
        while chain is not None:
            before, group, index = chain
            found.setdefault(group, []).append(index)
            chain = before
        for group, indexes in found.items():
            numbers = self.groups.members[self.groups.keys[group]]
            for number, index in zip(numbers, reversed(indexes), strict=True):
                starts[number] = index
        return Alignment(tuple(starts))


def _common_length(
    text: CharacterStream, index: int, main: CharacterStream, at: int, length: int
) -> int:
    """Count the characters from two indexes on that agree, boundaries included."""
    low, high = 0, min(length, len(text) - index, len(main) - at)
    while low < high:
        middle = (low + high + 1) // 2
        if main.agrees(at + low, text, index + low, middle - low):
            low = middle
        else:
            high = middle - 1
    return low
