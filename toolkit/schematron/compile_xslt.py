"""Compile a Schematron schema to an XSLT 3.0 stylesheet that reports in SVRL.

One walk over the document serves all patterns: at each node the rules of the first pattern are
tried, then ``xsl:next-match`` goes on to the next pattern. In a pattern the first rule that
matches a node is the only one (ISO/IEC 19757-3, 6.5).
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from toolkit.exceptions import SchemaError
from toolkit.namespaces import XML, XSLT
from toolkit.schematron.active_patterns import (
    NAME_ENDS,
    Pattern,
    choose_phase,
    concrete_rules,
    find_active_patterns,
    index_by_id,
    rename_clashing_variables,
    rule_parts,
)
from toolkit.schematron.room_functions import close_stylesheet
from toolkit.schematron.schema_reader import BINDINGS, S
from toolkit.schematron.stylesheet_builder import (
    X,
    add_prefixes,
    append_constructors,
    append_text,
    append_xsl,
    copy_attributes,
    copy_element,
    escape_braces,
    leading_text,
)

SVRL: Final = "http://purl.oclc.org/dsdl/svrl"
V: Final = f"{{{SVRL}}}"
_XS: Final = "http://www.w3.org/2001/XMLSchema"
_LANG: Final = f"{{{XML}}}lang"
_REPORTED: Final = ("id", "role", "flag", "see", "icon", "fpi", _LANG)
_PREDICATE = re.compile(r"\[[^\[\]]*\]")
_ADDRESS: Final = "resolve-uri(string(.), base-uri(root(.)))"


def compile_to_xslt(
    schema: etree._Element, *, phase: str = "", trace: bool = False, base: str = ""
) -> bytes:
    """Compile a schema to an XSLT stylesheet.

    - ``base``: the URI of the schema, from which addresses in its rules start.
    - ``phase``: which patterns are active; the default phase of the schema if empty, ``#ALL`` for
      all of them.
    - ``trace``: whether active patterns and fired rules are reported too, as SVRL has them.

    SchemaError if an abstract pattern or rule, or a phase, is missing.
    """
    sheet = _Writer(schema, phase, trace=trace).write()
    return etree.tostring(close_stylesheet(sheet, base), xml_declaration=True, encoding="utf-8")


class _Writer:
    def __init__(self, schema: etree._Element, phase: str, *, trace: bool) -> None:
        self._schema = schema
        self._trace = trace
        self._prefixes = {
            ns.get("prefix", ""): ns.get("uri", "") for ns in schema.iterchildren(f"{S}ns")
        }
        self._phase = choose_phase(schema, phase)
        self._patterns = tuple(find_active_patterns(schema, self._phase))
        self._diagnostics = index_by_id(schema.iter(f"{S}diagnostic"))
        self._properties = index_by_id(schema.iter(f"{S}property"))
        self._renamed = rename_clashing_variables(schema, self._patterns)

    def _text(self, pattern: Pattern | None, expression: str) -> str:
        if pattern is None:
            return expression
        expression = pattern.text(expression)
        for (number, name), new in self._renamed.items():
            if number == pattern.number:
                expression = re.sub(rf"\${re.escape(name)}{NAME_ENDS}", f"${new}", expression)
        return expression

    # the stylesheet

    def write(self) -> etree._Element:
        names = {"xsl": XSLT, "svrl": SVRL, "xs": _XS}
        names |= {p: u for p, u in self._prefixes.items() if p and p != "xml"}
        sheet = etree.Element(f"{X}stylesheet", nsmap=names, version="3.0")
        sheet.set("exclude-result-prefixes", "#all")
        for child in self._schema.iterchildren(f"{X}*"):
            sheet.append(copy_element(child))
        scopes: list[tuple[Pattern | None, etree._Element]] = [(None, self._schema)]
        scopes += [(None, self._phase)] if self._phase is not None else []
        scopes += [(pattern, pattern.body) for pattern in self._patterns]
        for pattern, scope in scopes:
            for let in scope.iterchildren(f"{S}let"):
                self._variable(sheet, let, pattern)
        groups: dict[str, list[Pattern]] = {}
        for pattern in self._patterns:
            documents = pattern.instance.get("documents") or pattern.body.get("documents") or ""
            groups.setdefault(self._text(pattern, documents), []).append(pattern)
        self._main(sheet, groups)
        for number, patterns in enumerate(groups.values()):
            self._mode(sheet, f"documents-{number}", patterns)
        return sheet

    def _main(self, sheet: etree._Element, groups: Mapping[str, list[Pattern]]) -> None:
        main = append_xsl(sheet, "template", match="/")
        output = etree.SubElement(main, f"{V}schematron-output")
        if self._phase is not None:
            output.set("phase", escape_braces(self._phase.get("id", "")))
        if self._schema.get("schemaVersion"):
            output.set("schemaVersion", escape_braces(self._schema.get("schemaVersion", "")))
        for prefix, uri in self._prefixes.items():
            entry = etree.SubElement(output, f"{V}ns-prefix-in-attribute-values")
            entry.set("prefix", escape_braces(prefix))
            entry.set("uri", escape_braces(uri))
        start = self._phase.get("from") if self._phase is not None else None
        for number, (documents, patterns) in enumerate(groups.items()):
            if self._trace:
                self._active_patterns(output, patterns, documents)
            if documents:
                each = append_xsl(output, "for-each", select=documents)
                within = append_xsl(each, "for-each", select=f"doc({_ADDRESS})")
            else:
                within = output
            select = f"outermost(//({start}))" if start else "."
            append_xsl(within, "apply-templates", select=select, mode=f"documents-{number}")

    def _active_patterns(
        self, parent: etree._Element, patterns: Iterable[Pattern], documents: str
    ) -> None:
        listed = f"({documents}) ! {_ADDRESS}" if documents else "(document-uri(/), base-uri(/))[1]"
        for pattern in patterns:
            entry = etree.SubElement(parent, f"{V}active-pattern")
            if pattern.ident:
                entry.set("id", escape_braces(pattern.ident))
            entry.set("documents", f"{{{listed}}}")

    def _mode(self, sheet: etree._Element, mode: str, patterns: list[Pattern]) -> None:
        """Write the templates of all rules that apply to the same documents."""
        contexts = ""
        owned = [(p, list(concrete_rules(p.body))) for p in patterns]
        left = sum(len(many) for _, many in owned)
        for pattern, many in owned:
            for rule in many:
                context = self._text(pattern, rule.get("context", ""))
                contexts += f" {context}"
                template = append_xsl(sheet, "template", match=context, mode=mode)
                template.set("priority", str(left))
                left -= 1
                template = add_prefixes(template, self._own_prefixes(rule))
                self._rule(template, pattern, rule, alone=len(many) == 1)
        append_xsl(sheet, "mode", name=mode, **{"on-no-match": "shallow-skip"})
        walker = append_xsl(sheet, "template", match="node()|document-node()|@*", mode=mode)
        walker.set("priority", "-1")
        append_xsl(walker, "apply-templates", select=_visited_nodes(contexts), mode="#current")

    def _rule(
        self, template: etree._Element, pattern: Pattern, rule: etree._Element, *, alone: bool
    ) -> None:
        append_xsl(template, "param", name="patterns-done", **{"as": "xs:integer*"})
        go_on = "$patterns-done"
        body = template
        if not alone:
            choose = append_xsl(template, "choose")
            body = append_xsl(choose, "when", test=f"not($patterns-done = {pattern.number})")
            go_on = f"($patterns-done, {pattern.number})"
        if self._trace:
            fired = etree.SubElement(body, f"{V}fired-rule")
            copy_attributes(fired, rule, ("context", *_REPORTED))
            fired.set("document", "{(document-uri(/), base-uri(/))[1]}")
        visited = rule.get("visit-each")
        for child in rule_parts(pattern.body, rule):
            if child.tag == f"{S}let":
                self._variable(body, child, pattern)
        inner = body
        if visited:
            append_xsl(body, "variable", name="rule-context", select=".")
            inner = append_xsl(body, "for-each", select=self._text(pattern, visited))
        for child in rule_parts(pattern.body, rule):
            if child.tag in (f"{S}assert", f"{S}report"):
                self._check(inner, pattern, rule, child)
        following = append_xsl(template, "next-match")
        append_xsl(following, "with-param", name="patterns-done", select=go_on)

    def _check(
        self,
        parent: etree._Element,
        pattern: Pattern,
        rule: etree._Element,
        check: etree._Element,
    ) -> None:
        test = self._text(pattern, check.get("test", ""))
        asserted = check.tag == f"{S}assert"
        attempt = append_xsl(parent, "try")
        attempt = add_prefixes(attempt, self._own_prefixes(check))
        condition = append_xsl(attempt, "if", test=f"not({test})" if asserted else test)
        found = etree.SubElement(
            condition, f"{V}{'failed-assert' if asserted else 'successful-report'}"
        )
        copy_attributes(found, check, _REPORTED)
        if "role" not in check.attrib and rule.get("role"):
            found.set("role", escape_braces(rule.get("role", "")))
        language = next(
            (e.get(_LANG) for e in (check, *check.iterancestors()) if e.get(_LANG)), None
        )
        if language:
            found.set(_LANG, escape_braces(language))
        self._locate(found, pattern, rule, check)
        found.set("test", escape_braces(test))
        self._said(etree.SubElement(found, f"{V}text"), check, pattern)
        self._references(found, check, pattern)
        caught = append_xsl(attempt, "catch")
        failure = etree.SubElement(
            caught, f"{V}error", nsmap={"err": "http://www.w3.org/2005/xqt-errors"}
        )
        failure.set("test", escape_braces(test))
        self._locate(failure, pattern, rule, check)
        append_xsl(failure, "value-of", select="$err:description")

    def _locate(
        self,
        found: etree._Element,
        pattern: Pattern,
        rule: etree._Element,
        check: etree._Element,
    ) -> None:
        node = "$rule-context" if rule.get("visit-each") else "."
        subject = check.get("subject") or rule.get("subject")
        if subject and not rule.get("visit-each"):
            node = f"(({self._text(pattern, subject)})[. instance of node()], .)[1]"
        found.set("location", f"{{path({node})}}")
        found.set("document", f"{{(document-uri(root({node})), base-uri(root({node})))[1]}}")

    def _references(self, found: etree._Element, check: etree._Element, pattern: Pattern) -> None:
        kinds = (("diagnostic", self._diagnostics), ("property", self._properties))
        for kind, known in kinds:
            names = "diagnostics" if kind == "diagnostic" else "properties"
            for name in (check.get(names) or "").split():
                if name not in known:
                    raise SchemaError(f'the Schematron schema has no {kind} "{name}"')
                entry = known[name]
                reference = etree.SubElement(found, f"{V}{kind}-reference")
                reference.set(kind, escape_braces(name))
                copy_attributes(reference, entry, ("role", "scheme"))
                text = etree.SubElement(reference, f"{V}text")
                copy_attributes(text, entry, ("see", "icon", "fpi", _LANG))
                self._said(text, entry, pattern)

    def _said(self, target: etree._Element, source: etree._Element, pattern: Pattern) -> None:
        """Write a message: its text and computed parts, trimmed at the ends."""
        append_text(target, source.text if len(source) == 0 else leading_text(source.text))
        for child in source:
            if child.tag == f"{S}value-of":
                select = self._text(pattern, child.get("select", ""))
                append_xsl(target, "value-of", select=select, separator=" ")
            elif child.tag == f"{S}name":
                select = self._text(pattern, child.get("path") or "name()")
                append_xsl(target, "value-of", select=select)
            elif isinstance(child.tag, str) and child.tag.startswith(X):
                target.append(self._instruction(child, pattern))
            elif isinstance(child.tag, str):
                self._said(target, child, pattern)
            last = child.getnext() is None
            append_text(target, child.tail if not last or (child.tail or "").strip() else None)

    def _instruction(self, element: etree._Element, pattern: Pattern) -> etree._Element:
        made = copy_element(element)
        for inner in made.iter(etree.Element):
            for name, value in inner.attrib.items():
                inner.set(name, self._text(pattern, str(value)))
        return made

    def _variable(
        self, parent: etree._Element, let: etree._Element, pattern: Pattern | None
    ) -> None:
        name = let.get("name", "")
        if pattern is not None and let.getparent() is pattern.body:
            name = self._renamed.get((pattern.number, name), name)
        variable = add_prefixes(append_xsl(parent, "variable", name=name), self._own_prefixes(let))
        if let.get("as"):
            variable.set("as", let.get("as", ""))
        if let.get("value") is not None:
            variable.set("select", self._text(pattern, let.get("value", "")))
            return
        if not self._schema.get("queryBinding") and not let.get("as"):
            # the conformance suite wants the nodes themselves without a binding, and the document
            # that holds them (a variable of XSLT) where one is named, as SchXslt does
            variable.set("as", "node()*")
        append_constructors(variable, let)

    def _own_prefixes(self, element: etree._Element) -> dict[str, str]:
        """Return the prefixes that are bound in the included part around an element."""
        for holder in (element, *element.iterancestors()):
            if holder.get(BINDINGS):
                found: dict[str, str] = json.loads(holder.get(BINDINGS, "{}"))
                return {p: u for p, u in found.items() if self._prefixes.get(p) != u}
        return {}


def _visited_nodes(contexts: str) -> str:
    """Return a pattern for the nodes that a walk must visit so that every context can match."""
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
