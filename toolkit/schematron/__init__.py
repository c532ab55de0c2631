"""Schematron validation: rules beyond content models, run over documents."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.closed_room import ClosedRoom
from toolkit.edition import EditionText
from toolkit.exceptions import SaxonError, SourceError
from toolkit.findings import Finding, Place, Severity
from toolkit.rng.element_positions import Walker, walk
from toolkit.rng.nameclass import join_name
from toolkit.schematron import codes
from toolkit.schematron.compile_xslt import V, compile_to_xslt
from toolkit.schematron.isolation import run_isolated
from toolkit.schematron.runner import run
from toolkit.schematron.schema_reader import read_schematron

_STEP = re.compile(r"/Q\{([^}]*)\}([^\[/]+)\[(\d+)\]")
_ATTRIBUTE = re.compile(r"/@(?:Q\{([^}]*)\})?([^/\[]+)$")
_ROLES: Final = {
    "warning": Severity.WARNING,
    "warn": Severity.WARNING,
    "nonfatal": Severity.WARNING,
    "info": Severity.INFO,
    "information": Severity.INFO,
    "hint": Severity.INFO,
}
"""The severity of each role; a rule with no role or another one is an error."""

Steps = tuple[tuple[str, int], ...]


def check_rules(  # noqa: PLR0913 - the options are independent of each other
    source: Path | bytes | EditionText,
    file: str,
    rules: Iterable[Path | bytes],
    *,
    phase: str = "",
    plain: bool = True,
    inclusions: ClosedRoom | None = None,
    room: ClosedRoom | None = None,
    trusted: Collection[Path | bytes] = (),
) -> Iterator[Finding]:
    """Yield the findings of the rules of these schemas in a document, in its order.

    - ``plain``: the document has no DOCTYPE.
    - ``inclusions``: where included files may be read from, None to leave inclusions alone.
    - ``room``: where the rules may read other files.
    - ``trusted``: the schemas whose rules need no process of their own.

    SchemaError if a schema is faulty.
    """
    room = room or ClosedRoom(())
    found: list[etree._Element] = []
    for rule in rules:
        stylesheet = _stylesheet(rule, phase)
        if stylesheet is None:
            continue
        try:
            runs = run if rule in trusted else run_isolated
            svrl = runs(stylesheet, source, plain=plain, inclusions=inclusions, room=room)
        except SourceError as error:
            yield codes.RULE_FAILED.at(Place(file), str(error))
            return
        except SaxonError as error:
            yield codes.RULE_FAILED.at(Place(file), str(error), severity=Severity.ERROR)
            continue
        kinds = (f"{V}failed-assert", f"{V}successful-report", f"{V}error")
        found.extend(svrl.iterchildren(*kinds))
    locations = {entry.get("location", "") for entry in found}
    source = source.data if isinstance(source, EditionText) else source
    places = _find_places(source, file, locations, inclusions=inclusions)
    findings = [_finding(entry, places) for entry in found]
    yield from sorted(findings, key=lambda f: (f.place.line or 0, f.place.column or 0))


@lru_cache(maxsize=8)
def _stylesheet(rules: Path | bytes, phase: str) -> bytes | None:
    schema = read_schematron(rules)
    base = rules.resolve().as_uri() if isinstance(rules, Path) else ""
    return None if schema is None else compile_to_xslt(schema, phase=phase, base=base)


def _finding(entry: etree._Element, places: dict[str, Place]) -> Finding:
    place = places.get(entry.get("location", ""), Place())
    if entry.tag == f"{V}error":
        message = f"a rule could not be evaluated: {_text_of(entry)} (test: {entry.get('test')})"
        return codes.RULE_FAILED.at(place, message)
    message = _text_of(entry.find(f"{V}text")) or f"the test failed: {entry.get('test')}"
    further = [_text_of(text) for text in entry.iterfind(f"{V}diagnostic-reference/{V}text")]
    severity = _ROLES.get((entry.get("role") or "").lower(), Severity.ERROR)
    hint = " ".join(filter(None, further))
    return codes.RULE.at(place, message, severity=severity, hint=hint)


def _text_of(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def _find_places(
    source: Path | bytes, file: str, locations: set[str], *, inclusions: ClosedRoom | None
) -> dict[str, Place]:
    """Find the places of the locations in the report, in another pass over the document."""
    wanted: dict[Steps, list[tuple[str, str]]] = {}
    for location in locations:
        attribute = _ATTRIBUTE.search(location)
        steps = tuple(
            (join_name(namespace, name), int(number))
            for namespace, name, number in _STEP.findall(location)
        )
        name = join_name(attribute[1] or "", attribute[2]) if attribute else ""
        wanted.setdefault(steps or _ROOT, []).append((location, name))
    places: dict[str, Place] = {}
    deepest = max(map(len, wanted), default=0)

    def visit(_name: str, _attributes: dict[str, str], walker: Walker) -> None:
        if walker.depth > deepest:
            return
        for location, name in wanted.get(walker.steps, ()):
            places[location] = walker.attribute_place(name) if name else walker.place
        if walker.depth == 1:
            for location, _ in wanted.get(_ROOT, ()):
                places[location] = walker.place

    if wanted:
        walk(source, file, visit, inclusions=inclusions)
    return places


_ROOT: Final[Steps] = ()
