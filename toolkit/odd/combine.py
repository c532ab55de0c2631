"""Combine a customisation and its sources into one schema (Guidelines: TDbuild, IM)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from toolkit.exceptions import SchemaError
from toolkit.findings import Finding
from toolkit.namespaces import TEI
from toolkit.odd import problems
from toolkit.odd.apply_changes import join_changes, merge_specs
from toolkit.odd.customisation import (
    Customisation,
    Item,
    Missing,
    ModuleRef,
    Reference,
    resolve_file,
)
from toolkit.odd.read_rng import add_prefix, parse_definitions, read_grammar
from toolkit.odd.rng_patterns import Pattern
from toolkit.odd.schema import Schema, add_members
from toolkit.odd.specs import AttDef, AttList, Classes, Kind, Mode, Source, Spec

Key = tuple[Kind, str]
Resolve = Callable[[str, str, int], Source]
"""Resolves @source, given the ODD's file and the line, to specifications."""

_FIRST_MODULES = ("tei", "core")
"""Modules combined first, since the order of members matters in sequences of a class."""


def combine(odd: Customisation, resolve: Resolve) -> tuple[Schema, list[Finding]]:
    """Return the schema that an ODD describes, and the findings on the ODD."""
    work = _Combination(odd, resolve)
    for item in _sort_items(odd.items):
        work.take(item)
    work.change()
    return work.schema(), work.findings


def _sort_items(items: Iterable[Item]) -> list[Item]:
    """Sort the modules first, beginning with ``tei`` and ``core``; keep the order of the rest."""

    def rank(item: Item) -> int:
        if not isinstance(item, ModuleRef):
            return len(_FIRST_MODULES) + 1
        key = item.key
        return _FIRST_MODULES.index(key) if key in _FIRST_MODULES else len(_FIRST_MODULES)

    return sorted(items, key=rank)


def unique_name(spec: Spec, namespace: str) -> str:
    """Return the ident of a TEI element, the Clark name of another one."""
    own = namespace if spec.namespace is None else spec.namespace
    return spec.ident if own == TEI or spec.kind is not Kind.ELEMENT else f"{{{own}}}{spec.ident}"


class _Index:
    """A source's specifications by module and by name."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.modules: dict[str, list[Spec]] = {}
        self.names: dict[Key, list[Spec]] = {}
        for spec in source.specs:
            self.modules.setdefault(spec.module, []).append(spec)
            self.names.setdefault((spec.kind, spec.ident), []).append(spec)


class _Combination:
    """The state of a combination: the specifications selected so far, and the findings."""

    def __init__(self, odd: Customisation, resolve: Resolve) -> None:
        self.odd = odd
        self.findings: list[Finding] = []
        self._resolve = resolve
        self._indexes: dict[str, _Index] = {}
        self._selected: dict[Key, Spec] = {}
        self._external: dict[str, Pattern] = {}
        specs = [item for item in odd.items if isinstance(item, Spec)]
        self._deleted = {self._key(spec) for spec in specs if spec.mode is Mode.DELETE}
        self._specs = specs
        self._referred = {(i.kind, i.key) for i in odd.items if isinstance(i, Reference)}

    def take(self, item: Item) -> None:
        """Select the specifications of an item; changes are applied later."""
        if isinstance(item, ModuleRef):
            if item.url:
                self._take_grammar(item)
            else:
                self._take_module(item)
        elif isinstance(item, Reference):
            self._take_reference(item)
        elif isinstance(item, Missing):
            self._unknown(item.file, item.line, item.message)
        elif item.mode is Mode.ADD:
            self._add(item)

    def change(self) -> None:
        """Apply the specifications in mode delete, replace and change to the selected ones."""
        changes: dict[Key, Spec] = {}
        for spec in self._specs:
            key = self._key(spec)
            if spec.mode is Mode.ADD:
                continue
            if key not in self._selected:
                self._report_unselected(spec, key)
            elif spec.mode is Mode.REPLACE:
                module = spec.module or self._selected[key].module
                type_ = spec.type or self._selected[key].type
                self._selected[key] = replace(spec, mode=Mode.ADD, module=module, type=type_)
            elif spec.mode is Mode.CHANGE:
                changes[key] = join_changes(changes[key], spec) if key in changes else spec
        for key, spec in changes.items():
            self._report_attributes(spec)
            self._selected[key] = merge_specs(spec, self._selected[key])
        for key in self._deleted:
            self._selected.pop(key, None)

    def schema(self) -> Schema:
        """Return the selected specifications as a schema."""
        selected = {key: self._settled(spec) for key, spec in self._selected.items()}
        groups = {kind: _select_kind(selected, kind) for kind in Kind}
        modules = tuple(dict.fromkeys(s.module for s in selected.values() if s.module))
        index = self._index(self.odd.source, self.odd.file, 0)
        sources = [each.source for each in self._indexes.values()]
        namespaces = dict(pair for each in sources for pair in each.namespaces)
        namespaces.update(self.odd.namespaces)
        shared = tuple(xml for each in sources for xml in each.declarations)
        schema = Schema(
            ident=self.odd.ident,
            start=(),
            elements=groups[Kind.ELEMENT],
            classes=groups[Kind.CLASS],
            macros=groups[Kind.MACRO],
            data=groups[Kind.DATA],
            modules=modules,
            namespace=self.odd.namespace,
            exceptions=self.odd.exceptions,
            constraints=self.odd.constraints,
            namespaces=tuple(namespaces.items()),
            declarations=(*shared, *self.odd.declarations),
            release=index.source.release,
            docs=self.odd.docs,
            external=self._external,
        )
        return add_members(replace(schema, start=self._start(schema)))

    def _start(self, schema: Schema) -> tuple[str, ...]:
        """Return the start elements: @start, or ``TEI`` and, if selected, ``teiCorpus``."""
        if self.odd.start is None:
            return tuple(name for name in ("TEI", "teiCorpus") if schema.element(name))
        names = tuple(self._start_name(name, schema) for name in self.odd.start)
        known = tuple(name for name in names if schema.element(name))
        place = problems.place_of_spec(self.odd.file, 0, self.odd.ident)
        for name in names:
            if name not in known:
                message = f'the schema starts with "{name}", which it does not have'
                self.findings.append(problems.NO_START.at(place, message))
        return known

    def _start_name(self, name: str, schema: Schema) -> str:
        """Resolve a name in @start, which may have the prefix of patterns in other schemas."""
        return name if schema.element(name) else name.removeprefix(self.odd.prefix)

    def _settled(self, spec: Spec) -> Spec:
        """Drop the memberships in classes that the schema does not have."""
        if spec.classes is None:
            return spec
        known = tuple(m for m in spec.classes.members if (Kind.CLASS, m.key) in self._selected)
        if len(known) == len(spec.classes.members):
            return spec
        return replace(spec, classes=Classes(known))

    def _index(self, source: str, file: str, line: int) -> _Index:
        if source not in self._indexes:
            self._indexes[source] = _Index(self._resolve(source, file, line))
        return self._indexes[source]

    def _key(self, spec: Spec) -> Key:
        return spec.kind, unique_name(spec, self.odd.namespace)

    def _take_module(self, item: ModuleRef) -> None:
        index = self._index(item.source or self.odd.source, item.file, item.line)
        specs = index.modules.get(item.key)
        if specs is None:
            self._unknown(item.file, item.line, f'no module "{item.key}" in the source')
            return
        idents = {spec.ident for spec in specs if spec.kind is Kind.ELEMENT}
        for name in (*(item.include or ()), *item.exclude):
            if name not in idents:
                message = f'module "{item.key}" has no element "{name}"'
                self._unknown(item.file, item.line, message)
        for spec in sorted(specs, key=lambda s: s.kind is Kind.ELEMENT):
            if (spec.kind, spec.ident) not in self._referred and _is_included(spec, item):
                self._select(spec)

    def _take_grammar(self, item: ModuleRef) -> None:
        """Include a grammar from a file; nothing is fetched."""
        try:
            path = resolve_file(Path(item.file), item.url)
            grammar = read_grammar(path, self.odd.namespace)
        except SchemaError as error:
            place = problems.place_of_spec(item.file, item.line)
            self.findings.append(problems.NO_GRAMMAR.at(place, str(error)))
            return
        self._external.update(add_prefix(grammar, item.prefix))
        if item.xml:
            self._external.update(parse_definitions(item.xml, self.odd.namespace))

    def _take_reference(self, item: Reference) -> None:
        index = self._index(item.source or self.odd.source, item.file, item.line)
        specs = index.names.get((item.kind, item.key), [])
        if not specs:
            self._unknown(item.file, item.line, f'no {item.kind} "{item.key}" in the source')
        for spec in specs:
            self._select(_restrict_class(spec, item))

    def _select(self, spec: Spec) -> None:
        key = self._key(spec)
        if key not in self._deleted:
            self._selected[key] = spec

    def _add(self, spec: Spec) -> None:
        key = self._key(spec)
        if key in self._selected and key not in self._deleted:
            message = f'{spec.kind} "{spec.ident}" is there already'
            place = problems.place_of_spec(spec.file, spec.line, spec.ident)
            hint = 'to alter it, say mode="change" or mode="replace"'
            self.findings.append(problems.DUPLICATE.at(place, message, hint=hint))
        self._selected[key] = replace(spec, mode=Mode.ADD)

    def _unknown(self, file: str, line: int, message: str) -> None:
        self.findings.append(problems.UNKNOWN.at(problems.place_of_spec(file, line), message))

    def _report_unselected(self, spec: Spec, key: Key) -> None:
        if spec.mode is Mode.DELETE and key in self._deleted and self._in_source(spec):
            return
        place = problems.place_of_spec(spec.file, spec.line, spec.ident)
        message = f'{spec.kind} "{spec.ident}" in mode {spec.mode} is not selected'
        self.findings.append(problems.NOT_SELECTED.at(place, message))

    def _in_source(self, spec: Spec) -> bool:
        index = self._index(self.odd.source, spec.file, spec.line)
        found = index.names.get((spec.kind, spec.ident), [])
        modules = {i.key for i in self.odd.items if isinstance(i, ModuleRef)}
        return any(original.module in modules for original in found)

    def _report_attributes(self, spec: Spec) -> None:
        """Report changes of attributes without effect."""
        own = self._selected[self._key(spec)].attributes
        declared = {attribute.ident for attribute in own.attributes()} if own else set()
        for attribute in spec.attributes.attributes() if spec.attributes else ():
            place = problems.place_of_spec(spec.file, attribute.line or spec.line, spec.ident)
            if attribute.mode is not Mode.ADD and not self._has_attribute(spec, attribute.ident):
                message = f'"{spec.ident}" has no attribute "{attribute.ident}" to {attribute.mode}'
                self.findings.append(problems.NO_ATTRIBUTE.at(place, message))
            elif _is_mute(attribute) and attribute.ident in declared:
                message = f'the values of @{attribute.ident} of "{spec.ident}" have no mode'
                self.findings.append(problems.NO_MODE.at(place, message))

    def _has_attribute(self, spec: Spec, ident: str) -> bool:
        """Whether the element or class has the attribute, before or after a change of classes."""
        old = self._selected[self._key(spec)]
        return self._declares(old, ident, set()) or self._declares(spec, ident, set(), own=False)

    def _declares(self, spec: Spec, ident: str, seen: set[str], *, own: bool = True) -> bool:
        attributes: tuple[AttDef, ...] = spec.attributes.attributes() if spec.attributes else ()
        if own and any(attribute.ident == ident for attribute in attributes):
            return True
        for key in spec.keys:
            owner = self._selected.get((Kind.CLASS, key))
            if owner and key not in seen and self._declares(owner, ident, {*seen, key}):
                return True
        return False


def _is_mute(attribute: AttDef) -> bool:
    """Whether the attribute is changed by a list of values without a mode."""
    values = attribute.values
    return attribute.mode is Mode.CHANGE and values is not None and not values.moded


def _select_kind(selected: Mapping[Key, Spec], kind: Kind) -> dict[str, Spec]:
    return {name: spec for (k, name), spec in selected.items() if k is kind}


def _is_included(spec: Spec, item: ModuleRef) -> bool:
    """Whether a module reference selects the specification; include and exclude name elements."""
    if spec.kind is not Kind.ELEMENT:
        return True
    if item.include is not None:
        return spec.ident in item.include
    return spec.ident not in item.exclude


def _restrict_class(spec: Spec, item: Reference) -> Spec:
    """Restrict a class to the attributes that a ``classRef`` selects."""
    if spec.attributes is None or not (item.include or item.exclude):
        return spec

    def taken(ident: str) -> bool:
        return ident in item.include if item.include else ident not in item.exclude

    items = tuple(
        attribute
        for attribute in spec.attributes.items
        if not isinstance(attribute, AttDef) or taken(attribute.ident)
    )
    return replace(spec, attributes=AttList(items, spec.attributes.choice))
