"""Annotators: what a function must do to propose annotations, and how one is added.

How to add an annotator:

1. Write a function that takes a ``Document`` and the ``Edition`` and yields ``Annotation``
   values: spans of ``doc.text``, the element, its attributes, ``rule``, ``reason`` and ``cert``.
   It changes nothing, and reads what earlier annotators found from ``doc.layers``.
2. Make it known: ``ships = Annotator("ships", find_ships, after=("structure",))``.
3. Name it in your package's metadata, in the entry-point group ``tei_toolkit.annotators``:
   ``ships = "my_edition.ships:ships"``. Ours are in the same group (``pyproject.toml``).
4. Test it with a ``Document`` of one sentence.

An annotator that needs what another found names it in ``after``; the order is otherwise that
of the names, so that a run is the same on every machine.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import entry_points

from toolkit.edition import Edition
from toolkit.exceptions import ToolkitError
from toolkit.text import Annotation, Document, Layer

GROUP = "tei_toolkit.annotators"

Annotate = Callable[[Document, Edition], Iterable[Annotation]]


@dataclass(frozen=True, slots=True)
class Annotator:
    """A function that proposes annotations, its name, and the annotators it builds upon."""

    name: str
    annotate: Annotate
    after: tuple[str, ...] = ()


def run(doc: Document, edition: Edition, annotators: Iterable[Annotator]) -> Document:
    """The document with one layer for each annotator, made in an order that respects ``after``."""
    for annotator in in_order(annotators):
        proposed = (_signed(a, annotator.name) for a in annotator.annotate(doc, edition))
        doc = doc.with_layer(Layer(annotator.name, tuple(proposed)))
    return doc


def in_order(annotators: Iterable[Annotator]) -> tuple[Annotator, ...]:
    """The annotators, each after those it builds upon. ToolkitError if that is circular."""
    known = {annotator.name: annotator for annotator in annotators}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name in sorted(known):
        sorter.add(name, *(other for other in sorted(known[name].after) if other in known))
    try:
        return tuple(known[name] for name in sorter.static_order())
    except CycleError as error:
        raise ToolkitError(f"annotators wait for one another: {error.args[1]}") from error


@cache
def installed() -> tuple[Annotator, ...]:
    """Every annotator of the entry-point group, ours and those of other packages."""
    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        annotator = point.load()
        if not isinstance(annotator, Annotator):
            raise ToolkitError(f"entry point {point.name} = {point.value} is not an Annotator")
        found.append(annotator)
    return tuple(found)


def _signed(annotation: Annotation, name: str) -> Annotation:
    return annotation if annotation.origin else replace(annotation, origin=name)
