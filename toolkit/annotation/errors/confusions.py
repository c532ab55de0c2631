"""Confusions: letters and signs that reading machines and typists take for one another.

They belong to type and keyboards, not to a language, so their tables are in ``data/shapes.toml``
beside this package rather than in ``toolkit/languages``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from toolkit.languages import key
from toolkit.languages.loading import read_topic

SURE, LIKELY = 0.0, 0.6
"""Cost of a confusion of the same shape and of a similar shape, as base-10 log-odds."""

Costly = tuple[str, float]
"""A string with the cost of the confusion that leads to it."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """``data/shapes.toml``: signs that look alike, in all languages."""

    sure: tuple[str, ...] = key("Confusions of signs of the same shape, meant and seen.")
    likely: tuple[str, ...] = key("Confusions of signs of a similar shape, meant and seen.")
    other_to_latin: tuple[str, ...] = key("Letters of other scripts, and the Latin look-alikes.")
    latin_to_cyrillic: tuple[str, ...] = key("Latin letters, and the Cyrillic look-alikes.")
    surname_prefixes: tuple[str, ...] = key("Beginnings of surnames with a capital inside.")
    letters_as_words: str = key("Letters that are a word in some language.")


@cache
def load_shapes() -> Shapes:
    """Return the tables of look-alikes."""
    return read_topic(Shapes, files(__package__).joinpath("data", "shapes.toml"))


@cache
def load_confusions() -> Mapping[tuple[str, str], float]:
    """Return the cost of each confusion, by what is seen and what was meant.

    A confusion of capitals counts for small letters too, as a likely one.
    """
    shapes = load_shapes()
    costs: dict[tuple[str, str], float] = {}
    for pairs, cost in ((shapes.likely, LIKELY), (shapes.sure, SURE)):
        for meant, seen in map(_split_pair, pairs):
            costs[seen, meant] = cost
            if (seen + meant).lower() != seen + meant:
                costs.setdefault((seen.lower(), meant.lower()), max(cost, LIKELY))
    return MappingProxyType(costs)


def undo_confusions(text: str, *, sure: bool = False) -> list[Costly]:
    """Return the word with one confusion undone, in every way, each with its cost.

    ``sure`` restricts this to signs of the same shape.
    """
    table = _load_table(sure)
    results: list[Costly] = []
    for start, first in enumerate(text):
        row = table.get(first)
        if row is None:
            continue
        head, tail = text[:start], text[start + 1 :]
        results += [(head + meant + tail, cost) for meant, cost in row.single]
        for seen, meant, cost in row.several:
            if text.startswith(seen, start):
                results.append((head + meant + text[start + len(seen) :], cost))
    return results


def confusions_by_sign(*, sure: bool = False) -> Iterator[tuple[str, tuple[Costly, ...]]]:
    """Yield what may be seen, one sign or several, with what was meant and its cost."""
    for first, row in _load_table(sure).items():
        if row.single:
            yield first, row.single
        yield from ((seen, ((meant, cost),)) for seen, meant, cost in row.several)


class _Row(NamedTuple):
    """The confusions that begin with one sign: of this sign alone, and of it and further ones."""

    single: tuple[Costly, ...]
    several: tuple[tuple[str, str, float], ...]


@cache
def _load_table(sure: bool) -> Mapping[str, _Row]:
    """Return the confusions by the first sign that is seen."""
    kept = [
        (seen, meant, cost)
        for (seen, meant), cost in sorted(load_confusions().items())
        if cost < LIKELY or not sure
    ]
    return {first: _row_of(first, kept) for first in {seen[0] for seen, _, _ in kept}}


def _row_of(first: str, kept: list[tuple[str, str, float]]) -> _Row:
    return _Row(
        tuple((meant, cost) for seen, meant, cost in kept if seen == first),
        tuple(entry for entry in kept if entry[0][0] == first and len(entry[0]) > 1),
    )


def _split_pair(pair: str) -> tuple[str, str]:
    """Split ``m:rn`` or ``l1`` into what was meant and what is seen."""
    if ":" in pair[1:]:
        meant, _, seen = pair.partition(":")
        return meant, seen
    return pair[0], pair[1:]
