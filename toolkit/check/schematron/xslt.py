"""To XSLT: a Schematron schema as an XSLT 3.0 stylesheet that reports in SVRL.

One walk over the document serves all patterns: at each node the rules of the first pattern are
tried, then ``xsl:next-match`` goes on to the next pattern. In a pattern the first rule that
matches a node is the only one (ISO/IEC 19757-3, 6.5).
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from toolkit.check.schematron.read import BINDINGS, S
from toolkit.errors import SchemaError
from toolkit.names import XML, XSLT

X: Final = f"{{{XSLT}}}"
SVRL: Final = "http://purl.oclc.org/dsdl/svrl"
V: Final = f"{{{SVRL}}}"
_XS: Final = "http://www.w3.org/2001/XMLSchema"
_LANG: Final = f"{{{XML}}}lang"
_REPORTED: Final = ("id", "role", "flag", "see", "icon", "fpi", _LANG)
_PREDICATE = re.compile(r"\[[^\[\]]*\]")
_ADDRESS: Final = "resolve-uri(string(.), base-uri(root(.)))"
_NAME = r"(?![\w.\-])"


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern that is not abstract: where its rules stand, what its parameters stand for."""

    number: int
    ident: str
    body: etree._Element
    instance: etree._Element
    params: Mapping[str, str] = field(default_factory=dict)

    def text(self, expression: str) -> str:
        """An expression with the parameters put in."""
        for name in sorted(self.params, key=len, reverse=True):
            put_in = self.params[name].replace("\\", r"\\")
            expression = re.sub(rf"\${re.escape(name)}{_NAME}", put_in, expression)
        return expression


def to_xslt(schema: etree._Element, *, phase: str = "", trace: bool = False) -> bytes:
    """The stylesheet.

    - ``phase``: which patterns are active; the default phase of the schema if empty, ``#ALL`` for
      all of them.
    - ``trace``: whether active patterns and fired rules are reported too, as SVRL has them.

    SchemaError if an abstract pattern or rule, or a phase, is missing.
    """
    return _Writer(schema, phase, trace=trace).written()


class _Writer:
    def __init__(self, schema: etree._Element, phase: str, *, trace: bool) -> None:
        self._schema = schema
        self._trace = trace
        self._prefixes = {
            ns.get("prefix", ""): ns.get("uri", "") for ns in schema.iterchildren(f"{S}ns")
        }
        self._phase = self._chosen_phase(phase)
        self._patterns = tuple(self._active())
        self._diagnostics = _by_id(schema.iter(f"{S}diagnostic"))
        self._properties = _by_id(schema.iter(f"{S}property"))
        self._renamed = self._clashing_variables()

    # what is active

    def _chosen_phase(self, name: str) -> etree._Element | None:
        chosen = name or "#DEFAULT"
        if chosen == "#DEFAULT":
            chosen = self._schema.get("defaultPhase", "#ALL")
        if chosen == "#ALL":
            return None
        for phase in self._schema.iterchildren(f"{S}phase"):
            if phase.get("id") == chosen:
                return phase
        raise SchemaError(f'the Schematron schema has no phase "{chosen}"')

    def _active(self) -> Iterator[_Pattern]:
        names = None
        if self._phase is not None:
            active = self._phase.iterchildren(f"{S}active")
            names = {entry.get("pattern") for entry in active}
        abstract = _by_id(
            p for p in self._schema.iterchildren(f"{S}pattern") if p.get("abstract") == "true"
        )
        for number, pattern in enumerate(self._schema.iterchildren(f"{S}pattern"), 1):
            if pattern.get("abstract") == "true":
                continue
            if names is not None and pattern.get("id") not in names:
                continue
            yield _instance(number, pattern, abstract)

    def _clashing_variables(self) -> dict[tuple[int, str], str]:
        """New names for the variables of patterns that have the same name in another one."""
        seen: dict[str, int] = {
            let.get("name", ""): 0 for let in self._schema.iterchildren(f"{S}let")
        }
        renamed: dict[tuple[int, str], str] = {}
        for pattern in self._patterns:
            for let in pattern.body.iterchildren(f"{S}let"):
                name = let.get("name", "")
                if name in seen:
                    renamed[pattern.number, name] = f"{name}-pattern-{pattern.number}"
                seen[name] = pattern.number
        return renamed

    def _text(self, pattern: _Pattern | None, expression: str) -> str:
        if pattern is None:
            return expression
        expression = pattern.text(expression)
        for (number, name), new in self._renamed.items():
            if number == pattern.number:
                expression = re.sub(rf"\${re.escape(name)}{_NAME}", f"${new}", expression)
        return expression

    # the stylesheet

    def written(self) -> bytes:
        names = {"xsl": XSLT, "svrl": SVRL, "xs": _XS}
        names |= {p: u for p, u in self._prefixes.items() if p and p != "xml"}
        sheet = etree.Element(f"{X}stylesheet", nsmap=names, version="3.0")
        sheet.set("exclude-result-prefixes", "#all")
        for child in self._schema.iterchildren(f"{X}*"):
            sheet.append(_copy(child))
        scopes: list[tuple[_Pattern | None, etree._Element]] = [(None, self._schema)]
        scopes += [(None, self._phase)] if self._phase is not None else []
        scopes += [(pattern, pattern.body) for pattern in self._patterns]
        for pattern, scope in scopes:
            for let in scope.iterchildren(f"{S}let"):
                self._variable(sheet, let, pattern)
        groups: dict[str, list[_Pattern]] = {}
        for pattern in self._patterns:
            documents = pattern.instance.get("documents") or pattern.body.get("documents") or ""
            groups.setdefault(self._text(pattern, documents), []).append(pattern)
        self._main(sheet, groups)
        for number, patterns in enumerate(groups.values()):
            self._mode(sheet, f"documents-{number}", patterns)
        return etree.tostring(sheet, xml_declaration=True, encoding="utf-8")

    def _main(self, sheet: etree._Element, groups: Mapping[str, list[_Pattern]]) -> None:
        main = _sub(sheet, "template", match="/")
        output = etree.SubElement(main, f"{V}schematron-output")
        if self._phase is not None:
            output.set("phase", _literal(self._phase.get("id", "")))
        if self._schema.get("schemaVersion"):
            output.set("schemaVersion", _literal(self._schema.get("schemaVersion", "")))
        for prefix, uri in self._prefixes.items():
            entry = etree.SubElement(output, f"{V}ns-prefix-in-attribute-values")
            entry.set("prefix", _literal(prefix))
            entry.set("uri", _literal(uri))
        start = self._phase.get("from") if self._phase is not None else None
        for number, (documents, patterns) in enumerate(groups.items()):
            if self._trace:
                self._active_patterns(output, patterns, documents)
            if documents:
                each = _sub(output, "for-each", select=documents)
                within = _sub(each, "for-each", select=f"doc({_ADDRESS})")
            else:
                within = output
            select = f"outermost(//({start}))" if start else "."
            _sub(within, "apply-templates", select=select, mode=f"documents-{number}")

    def _active_patterns(
        self, parent: etree._Element, patterns: Iterable[_Pattern], documents: str
    ) -> None:
        listed = f"({documents}) ! {_ADDRESS}" if documents else "document-uri(/)"
        for pattern in patterns:
            entry = etree.SubElement(parent, f"{V}active-pattern")
            if pattern.ident:
                entry.set("id", _literal(pattern.ident))
            entry.set("documents", f"{{{listed}}}")

    def _mode(self, sheet: etree._Element, mode: str, patterns: list[_Pattern]) -> None:
        """The templates of all rules that look at the same documents."""
        contexts = ""
        rules = [(p, list(_rules(p.body))) for p in patterns]
        left = sum(len(many) for _, many in rules)
        for pattern, many in rules:
            for rule in many:
                context = self._text(pattern, rule.get("context", ""))
                contexts += f" {context}"
                template = _sub(sheet, "template", match=context, mode=mode)
                template.set("priority", str(left))
                left -= 1
                template = _prefixed(template, self._own_prefixes(rule))
                self._rule(template, pattern, rule, alone=len(many) == 1)
        _sub(sheet, "mode", name=mode, **{"on-no-match": "shallow-skip"})
        walker = _sub(sheet, "template", match="node()|document-node()|@*", mode=mode)
        walker.set("priority", "-1")
        _sub(walker, "apply-templates", select=_children(contexts), mode="#current")

    def _rule(
        self, template: etree._Element, pattern: _Pattern, rule: etree._Element, *, alone: bool
    ) -> None:
        _sub(template, "param", name="patterns-done", **{"as": "xs:integer*"})
        go_on = "$patterns-done"
        body = template
        if not alone:
            choose = _sub(template, "choose")
            body = _sub(choose, "when", test=f"not($patterns-done = {pattern.number})")
            go_on = f"($patterns-done, {pattern.number})"
        if self._trace:
            fired = etree.SubElement(body, f"{V}fired-rule")
            _attributes(fired, rule, ("context", *_REPORTED))
            fired.set("document", "{document-uri(/)}")
        visited = rule.get("visit-each")
        for child in _parts(pattern.body, rule):
            if child.tag == f"{S}let":
                self._variable(body, child, pattern)
        inner = body
        if visited:
            _sub(body, "variable", name="rule-context", select=".")
            inner = _sub(body, "for-each", select=self._text(pattern, visited))
        for child in _parts(pattern.body, rule):
            if child.tag in (f"{S}assert", f"{S}report"):
                self._check(inner, pattern, rule, child)
        following = _sub(template, "next-match")
        _sub(following, "with-param", name="patterns-done", select=go_on)

    def _check(
        self,
        parent: etree._Element,
        pattern: _Pattern,
        rule: etree._Element,
        check: etree._Element,
    ) -> None:
        test = self._text(pattern, check.get("test", ""))
        asserted = check.tag == f"{S}assert"
        attempt = _sub(parent, "try")
        attempt = _prefixed(attempt, self._own_prefixes(check))
        condition = _sub(attempt, "if", test=f"not({test})" if asserted else test)
        found = etree.SubElement(
            condition, f"{V}{'failed-assert' if asserted else 'successful-report'}"
        )
        _attributes(found, check, _REPORTED)
        if "role" not in check.attrib and rule.get("role"):
            found.set("role", _literal(rule.get("role", "")))
        language = next(
            (e.get(_LANG) for e in (check, *check.iterancestors()) if e.get(_LANG)), None
        )
        if language:
            found.set(_LANG, _literal(language))
        self._locate(found, pattern, rule, check)
        found.set("test", _literal(test))
        self._said(etree.SubElement(found, f"{V}text"), check, pattern)
        self._references(found, check, pattern)
        caught = _sub(attempt, "catch")
        failure = etree.SubElement(
            caught, f"{V}error", nsmap={"err": "http://www.w3.org/2005/xqt-errors"}
        )
        failure.set("test", _literal(test))
        self._locate(failure, pattern, rule, check)
        _sub(failure, "value-of", select="$err:description")

    def _locate(
        self,
        found: etree._Element,
        pattern: _Pattern,
        rule: etree._Element,
        check: etree._Element,
    ) -> None:
        node = "$rule-context" if rule.get("visit-each") else "."
        subject = check.get("subject") or rule.get("subject")
        if subject and not rule.get("visit-each"):
            node = f"(({self._text(pattern, subject)})[. instance of node()], .)[1]"
        found.set("location", f"{{path({node})}}")
        found.set("document", f"{{document-uri(root({node}))}}")

    def _references(self, found: etree._Element, check: etree._Element, pattern: _Pattern) -> None:
        kinds = (("diagnostic", self._diagnostics), ("property", self._properties))
        for kind, known in kinds:
            names = "diagnostics" if kind == "diagnostic" else "properties"
            for name in (check.get(names) or "").split():
                if name not in known:
                    raise SchemaError(f'the Schematron schema has no {kind} "{name}"')
                entry = known[name]
                reference = etree.SubElement(found, f"{V}{kind}-reference")
                reference.set(kind, _literal(name))
                _attributes(reference, entry, ("role", "scheme"))
                text = etree.SubElement(reference, f"{V}text")
                _attributes(text, entry, ("see", "icon", "fpi", _LANG))
                self._said(text, entry, pattern)

    def _said(self, target: etree._Element, source: etree._Element, pattern: _Pattern) -> None:
        """The message: text, and what is computed in it; no space at its ends."""
        _text_node(target, source.text if len(source) == 0 else _started(source.text))
        for child in source:
            if child.tag == f"{S}value-of":
                select = self._text(pattern, child.get("select", ""))
                _sub(target, "value-of", select=select, separator=" ")
            elif child.tag == f"{S}name":
                select = self._text(pattern, child.get("path") or "name()")
                _sub(target, "value-of", select=select)
            elif isinstance(child.tag, str) and child.tag.startswith(X):
                target.append(self._instruction(child, pattern))
            elif isinstance(child.tag, str):
                self._said(target, child, pattern)
            last = child.getnext() is None
            _text_node(target, child.tail if not last or (child.tail or "").strip() else None)

    def _instruction(self, element: etree._Element, pattern: _Pattern) -> etree._Element:
        copy = _copy(element)
        for inner in copy.iter(etree.Element):
            for name, value in inner.attrib.items():
                inner.set(name, self._text(pattern, str(value)))
        return copy

    def _variable(
        self, parent: etree._Element, let: etree._Element, pattern: _Pattern | None
    ) -> None:
        name = let.get("name", "")
        if pattern is not None and let.getparent() is pattern.body:
            name = self._renamed.get((pattern.number, name), name)
        variable = _prefixed(_sub(parent, "variable", name=name), self._own_prefixes(let))
        if let.get("as"):
            variable.set("as", let.get("as", ""))
        if let.get("value") is not None:
            variable.set("select", self._text(pattern, let.get("value", "")))
            return
        if (self._schema.get("queryBinding") or "").lower() != "xslt" and not let.get("as"):
            variable.set("as", "node()*")
        _constructed(variable, let)

    def _own_prefixes(self, element: etree._Element) -> dict[str, str]:
        """The prefixes that an included part brings along."""
        for holder in (element, *element.iterancestors()):
            if holder.get(BINDINGS):
                found: dict[str, str] = json.loads(holder.get(BINDINGS, "{}"))
                return {p: u for p, u in found.items() if self._prefixes.get(p) != u}
        return {}


def _instance(
    number: int, pattern: etree._Element, abstract: Mapping[str, etree._Element]
) -> _Pattern:
    name = pattern.get("is-a")
    ident = pattern.get("id", "")
    if not name:
        return _Pattern(number, ident, pattern, pattern)
    if name not in abstract:
        raise SchemaError(f'the Schematron schema has no abstract pattern "{name}"')
    body = abstract[name]
    params = {
        param.get("name", ""): param.get("value", "")
        for holder in (body, pattern)
        for param in holder.iterchildren(f"{S}param")
    }
    return _Pattern(number, ident, body, pattern, params)


def _rules(pattern: etree._Element) -> Iterator[etree._Element]:
    for rule in pattern.iter(f"{S}rule"):
        if rule.get("abstract") != "true":
            yield rule


def _parts(
    pattern: etree._Element, rule: etree._Element, seen: tuple[str, ...] = ()
) -> Iterator[etree._Element]:
    """The variables and checks of a rule, with those of the abstract rules it extends."""
    for child in rule:
        if child.tag != f"{S}extends":
            yield child
            continue
        name = child.get("rule", "")
        found = next((r for r in pattern.iter(f"{S}rule") if r.get("id") == name), None)
        if found is None or found.get("abstract") != "true" or name in seen:
            raise SchemaError(f'the pattern has no abstract rule "{name}" that could be extended')
        yield from _parts(pattern, found, (*seen, name))


def _by_id(elements: Iterable[etree._Element]) -> dict[str, etree._Element]:
    return {element.get("id", ""): element for element in elements}


def _children(contexts: str) -> str:
    """What a walk must visit so that every context can match."""
    plain = contexts
    while _PREDICATE.search(plain):
        plain = _PREDICATE.sub("", plain)
    kinds = ["*"]
    if "@" in plain or "attribute" in plain:
        kinds.append("@*")
    if "node(" in plain:
        return "@*|node()"
    kinds += [f"{k}()" for k in ("text", "comment", "processing-instruction") if f"{k}(" in plain]
    return "|".join(kinds)


def _sub(parent: etree._Element, instruction: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{X}{instruction}", attributes)


def _prefixed(element: etree._Element, prefixes: Mapping[str, str]) -> etree._Element:
    """The element, made anew in its place with further prefixes in force."""
    for prefix, uri in prefixes.items():
        element = _with_prefix(element, prefix, uri)
    return element


def _with_prefix(element: etree._Element, prefix: str, uri: str) -> etree._Element:
    names = {key: value for key, value in element.nsmap.items() if key is not None}
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    new = etree.Element(element.tag, attributes, nsmap={**names, prefix: uri})
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, new)
    return new


def _literal(text: str) -> str:
    """A text for an attribute value template: braces doubled."""
    return text.replace("{", "{{").replace("}", "}}")


def _attributes(target: etree._Element, source: etree._Element, names: Iterable[str]) -> None:
    for name in names:
        value = source.get(name)
        if value is not None:
            target.set(name, _literal(value))


def _text_node(target: etree._Element, text: str | None) -> None:
    if text:
        _sub(target, "text").text = text


def _started(text: str | None) -> str | None:
    """The text before the first child of a message; space alone is left out."""
    return text if text and text.strip() else None


def _copy(element: etree._Element) -> etree._Element:

    copy = deepcopy(element)
    copy.tail = None
    return copy


def _constructed(target: etree._Element, source: etree._Element) -> None:
    """Instructions that make the contents of an element as they stand, executing nothing."""
    _text_node(target, source.text if (source.text or "").strip() else None)
    for child in source:
        if isinstance(child.tag, str) and child.tag != f"{S}let":
            name = etree.QName(child)
            made = _sub(target, "element", name=name.localname, namespace=name.namespace or "")
            for key, value in child.attrib.items():
                attribute = etree.QName(key)
                _sub(
                    made, "attribute", name=attribute.localname,
                    namespace=attribute.namespace or "",
                ).text = str(value)  # fmt: skip
            _constructed(made, child)
        _text_node(target, child.tail if (child.tail or "").strip() else None)
