"""The protocol of annotators: functions that propose annotations on a document.

How to add an annotator:

1. Write a function that takes a ``Document`` and the ``Edition`` and yields ``Annotation``
   values: spans of ``document.text``, the element, its attributes, ``rule``, ``reason`` and
   ``cert``. It changes nothing, and reads the results of earlier annotators from
   ``document.layers``.
2. Make it an annotator: ``ships = Annotator("ships", annotations_of(find_ships))``. One that also
   reports findings or dates metadata fields returns an ``Annotated`` value itself. One that needs
   the results of others names them: ``after=("structure",)``.
3. Register it: an edition's own in its ``edition.toml`` (``[annotators] own =
   ["annotators/ships.py:ships"]``), one of a package in the entry-point group
   ``tei_toolkit.annotators``, one of the toolkit in ``registry.py``.
4. Test it with a ``Document`` of one sentence.

Annotators run in the order that ``after`` demands, otherwise ordered by name, so that a run is the
same on every machine.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from toolkit.edition import Edition
from toolkit.exceptions import ToolkitError
from toolkit.findings import Finding
from toolkit.text import Annotation, Document, Field, Layer


@dataclass(frozen=True, slots=True)
class Annotated:
    """The result of an annotator: annotations, findings, and the metadata fields if it dated them.

    ``fields`` replace those of the document; None leaves them as they are.
    """

    annotations: tuple[Annotation, ...] = ()
    findings: tuple[Finding, ...] = ()
    fields: tuple[Field, ...] | None = None

    def __iter__(self) -> Iterator[Annotation]:
        """Iterate over the annotations."""
        return iter(self.annotations)


Annotate = Callable[[Document, Edition], Annotated]


@dataclass(frozen=True, slots=True)
class Annotator:
    """A function that proposes annotations, its name, and the annotators it builds upon."""

    name: str
    annotate: Annotate
    after: tuple[str, ...] = ()


def annotations_of(find: Callable[[Document, Edition], Iterable[Annotation]]) -> Annotate:
    """Make the function of an annotator from one that only yields annotations."""

    def annotate(document: Document, edition: Edition) -> Annotated:
        return Annotated(tuple(find(document, edition)))

    return annotate


def annotate_document(
    document: Document, edition: Edition, annotators: Iterable[Annotator]
) -> tuple[Document, tuple[Finding, ...]]:
    """Run annotators in an order that respects ``after``.

    Returns the document with one layer for each annotator, and the findings of all.
    """
    findings: list[Finding] = []
    for annotator in in_order(annotators):
        result = annotator.annotate(document, edition)
        signed = tuple(_sign(a, annotator.name) for a in result.annotations)
        if result.fields is not None:
            document = replace(document, fields=result.fields)
        document = document.with_layer(Layer(annotator.name, signed))
        findings.extend(result.findings)
    return document, tuple(findings)


def run(document: Document, edition: Edition, annotators: Iterable[Annotator]) -> Document:
    """Return the document with the layers of these annotators, without their findings."""
    return annotate_document(document, edition, annotators)[0]


def in_order(annotators: Iterable[Annotator]) -> tuple[Annotator, ...]:
    """Sort annotators, each after those it builds upon. ToolkitError if that is circular."""
    known = {annotator.name: annotator for annotator in annotators}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name in sorted(known):
        sorter.add(name, *(other for other in sorted(known[name].after) if other in known))
    try:
        return tuple(known[name] for name in sorter.static_order())
    except CycleError as error:
        raise ToolkitError(f"annotators wait for one another: {error.args[1]}") from error


def _sign(annotation: Annotation, name: str) -> Annotation:
    return annotation if annotation.origin else replace(annotation, origin=name)
