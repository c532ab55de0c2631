"""Mention replacement: training texts with other names in place of their own.

A tagger memorises the names of its texts, but editions name other people. Each text is therefore
trained a second time, with unknown names for its persons and places. After Dai
and Adel, "An analysis of simple data augmentation for named entity recognition", COLING 2020.
"""

import random
from bisect import bisect_right
from functools import cache
from typing import Any

from toolkit.annotation.names.gazetteer import gazetteer, people
from toolkit.annotation.names.vocabulary import Vocabulary

CHANGED = 0.4
"""Share of names in which a letter is changed, so that they are in no lexicon."""
_LETTERS = "aeioulnrstkvzmbd"
_WORD_SIGNS = " \n.,-'’"


def renamed(data: dict[str, Any], vocabulary: Vocabulary, chance: random.Random) -> dict[str, Any]:
    """Return a document with new names for persons and places, each used consistently."""
    text, new_names = data["text"], {}
    edits: list[tuple[int, int, str]] = []
    for key, rename in (("persName", _person_word), ("placeName", _place)):
        for start, end, *_ in data["gold"].get(key) or ():
            pieces = _pieces(text, start, end) if key == "persName" else [(start, end)]
            for first, last in pieces:
                old = text[first:last]
                if old not in new_names:
                    new_names[old] = rename(old, vocabulary, chance)
                if new_names[old] != old:
                    edits.append((first, last, new_names[old]))
    return _edited(data, sorted(edits))


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the words of a name."""
    found, at = [], start
    for i in range(start, end + 1):
        if i == end or text[i] in _WORD_SIGNS:
            if i > at:
                found.append((at, i))
            at = i + 1
    return found


def _person_word(old: str, vocabulary: Vocabulary, chance: random.Random) -> str:
    """Return another forename for a forename, another surname for a surname."""
    title = old in vocabulary.titles or old in vocabulary.particles or old in vocabulary.non_names
    if title or len(old) < 3 or not old[0].isupper() or not old.isalpha():
        return old
    forenames, surnames = _pools()
    pool = forenames if people().get(old.lower()) == "F" else surnames
    return _like(old, _changed(chance.choice(pool), chance))


def _place(old: str, vocabulary: Vocabulary, chance: random.Random) -> str:  # noqa: ARG001  # as above
    """Return another town for a place of one word; countries and longer names are kept."""
    if not old.isalpha() or not old[0].isupper() or gazetteer().kinds.get(old) == "C":
        return old
    return _like(old, _changed(chance.choice(_towns()), chance))


def _changed(name: str, chance: random.Random) -> str:
    if chance.random() > CHANGED or len(name) < 4:
        return name
    at = chance.randrange(1, len(name))
    return name[:at] + chance.choice(_LETTERS) + name[at + 1 :]


def _like(old: str, new: str) -> str:
    return new.upper() if old.isupper() and len(old) > 3 else new


@cache
def _pools() -> tuple[list[str], list[str]]:
    names = sorted(people().items())
    forenames = [name.capitalize() for name, kind in names if kind in ("F", "B")]
    return forenames, [name.capitalize() for name, kind in names if kind in ("S", "B")]


@cache
def _towns() -> list[str]:
    names = sorted(gazetteer().kinds.items())
    return [name for name, kind in names if kind in ("M", "S", "L") and name.isalpha()]


def _edited(data: dict[str, Any], edits: list[tuple[int, int, str]]) -> dict[str, Any]:
    """Apply the edits, and move all spans with the text."""
    parts, at, shifts, total = [], 0, [(0, 0)], 0
    for start, end, new in edits:
        parts += [data["text"][at:start], new]
        at = end
        total += len(new) - (end - start)
        shifts.append((end, total))
    places = [place for place, _ in shifts]

    def moved(offset: int) -> int:
        return int(offset + shifts[bisect_right(places, offset) - 1][1])

    def spans(part: dict[str, Any] | None) -> dict[str, Any]:
        return {k: [[moved(s), moved(e)] for s, e, *_ in v] for k, v in (part or {}).items()}

    text = "".join([*parts, data["text"][at:]])
    return {**data, "text": text, "gold": spans(data["gold"]), "ignore": spans(data.get("ignore"))}
