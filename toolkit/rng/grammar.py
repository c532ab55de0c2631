"""A grammar: its start pattern and its elements by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from toolkit.rng.pattern import Element, Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """A schema to validate against, made by ``load`` or another provider.

    - ``start``: the pattern of the root.
    - ``elements``: the elements of a name (``namespace}local``), wherever the grammar defines
      them; recovery needs it to read on after an element in the wrong place.
    - ``names``: the names of all elements, which near misses are sought among.
    - ``name``: what messages call the schema.
    """

    start: Pattern
    elements: Callable[[str], Iterable[Element]] = lambda _: ()
    names: Callable[[], Iterable[str]] = tuple
    name: str = "the schema"
    states: dict[object, object] = field(default_factory=dict, repr=False)
    """Data that validation shares between documents (``automaton.py``)."""
