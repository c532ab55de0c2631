"""The active patterns and rules of a Schematron schema, with abstract ones instantiated."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from toolkit.exceptions import SchemaError
from toolkit.schematron.schema_reader import S

NAME_ENDS: Final = r"(?![\w.\-])"
"""Matches the end of a variable name in an expression."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A concrete pattern: the element with its rules, and the values of its parameters."""

    number: int
    ident: str
    body: etree._Element
    instance: etree._Element
    params: Mapping[str, str] = field(default_factory=dict)

    def text(self, expression: str) -> str:
        """Return an expression with the parameters replaced by their values."""
        for name in sorted(self.params, key=len, reverse=True):
            put_in = self.params[name].replace("\\", r"\\")
            expression = re.sub(rf"\${re.escape(name)}{NAME_ENDS}", put_in, expression)
        return expression


def choose_phase(schema: etree._Element, name: str) -> etree._Element | None:
    """Return the phase of this name, the default phase if empty; None if all patterns are active.

    SchemaError if the schema has no such phase.
    """
    chosen = name or "#DEFAULT"
    if chosen == "#DEFAULT":
        chosen = schema.get("defaultPhase", "#ALL")
    if chosen == "#ALL":
        return None
    for phase in schema.iterchildren(f"{S}phase"):
        if phase.get("id") == chosen:
            return phase
    raise SchemaError(f'the Schematron schema has no phase "{chosen}"')


def find_active_patterns(schema: etree._Element, phase: etree._Element | None) -> Iterator[Pattern]:
    """Yield the patterns of a phase, or all. SchemaError if an abstract pattern is missing."""
    names = None
    if phase is not None:
        names = {entry.get("pattern") for entry in phase.iterchildren(f"{S}active")}
    patterns = tuple(schema.iterchildren(f"{S}pattern"))
    abstract = index_by_id(p for p in patterns if p.get("abstract") == "true")
    for number, pattern in enumerate(patterns, 1):
        if pattern.get("abstract") == "true":
            continue
        if names is None or pattern.get("id") in names:
            yield _instance(number, pattern, abstract)


def rename_clashing_variables(
    schema: etree._Element, patterns: Iterable[Pattern]
) -> dict[tuple[int, str], str]:
    """Choose new names for pattern variables whose name is taken, by pattern number and name."""
    seen = {let.get("name", "") for let in schema.iterchildren(f"{S}let")}
    renamed: dict[tuple[int, str], str] = {}
    for pattern in patterns:
        for let in pattern.body.iterchildren(f"{S}let"):
            name = let.get("name", "")
            if name in seen:
                renamed[pattern.number, name] = f"{name}-pattern-{pattern.number}"
            seen.add(name)
    return renamed


def concrete_rules(pattern: etree._Element) -> Iterator[etree._Element]:
    """Yield the rules of a pattern that are not abstract."""
    for rule in pattern.iter(f"{S}rule"):
        if rule.get("abstract") != "true":
            yield rule


def rule_parts(
    pattern: etree._Element, rule: etree._Element, seen: tuple[str, ...] = ()
) -> Iterator[etree._Element]:
    """Yield the variables and checks of a rule, those of the rules it extends included."""
    for child in rule:
        if child.tag != f"{S}extends":
            yield child
            continue
        name = child.get("rule", "")
        found = next((r for r in pattern.iter(f"{S}rule") if r.get("id") == name), None)
        if found is None or found.get("abstract") != "true" or name in seen:
            raise SchemaError(f'the pattern has no abstract rule "{name}" that could be extended')
        yield from rule_parts(pattern, found, (*seen, name))


def index_by_id(elements: Iterable[etree._Element]) -> dict[str, etree._Element]:
    """Index elements by their ``id``."""
    return {element.get("id", ""): element for element in elements}


def _instance(
    number: int, pattern: etree._Element, abstract: Mapping[str, etree._Element]
) -> Pattern:
    name = pattern.get("is-a")
    ident = pattern.get("id", "")
    if not name:
        return Pattern(number, ident, pattern, pattern)
    if name not in abstract:
        raise SchemaError(f'the Schematron schema has no abstract pattern "{name}"')
    body = abstract[name]
    params = {
        param.get("name", ""): param.get("value", "")
        for holder in (body, pattern)
        for param in holder.iterchildren(f"{S}param")
    }
    return Pattern(number, ident, body, pattern, params)
