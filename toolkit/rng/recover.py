"""Recovery: after an error, one finding and a state to read on from, so that nothing follows.

One mistake makes one finding. An element in the wrong place is validated by itself while its
parent goes on as if it had not stood there; one that is unknown but resembles what is expected
is taken for that; one that comes too early goes on after what is missing before it; what stands
where something else was required is taken to stand for it. The same mistake of the same kind
in the same element is reported once.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

from toolkit.rng import codes, expectations, messages
from toolkit.rng import pattern as p
from toolkit.rng.automaton import Automaton, State, Step, Tag, Take
from toolkit.rng.derive import without_attributes
from toolkit.rng.error_suppression import Mark, Marks
from toolkit.rng.identifiers import Identifiers
from toolkit.rng.nameclass import AnyName, local_of, namespace_of
from toolkit.rng.positions import Position
from toolkit.rng.reporter import Reporter
from toolkit.rng.restrictions import elements_in

_XML_SPACE: Final = " \t\r\n"


def _anything() -> p.Pattern:
    attributes = p.zero_or_more(p.attribute(AnyName(), p.text))
    return p.group((attributes, p.text))


_ANYTHING: Final = p.element(AnyName(), _anything)
"""Stands for an element that the schema does not know."""


class Recovery:
    """Makes the findings of one document, and says how to go on after each."""

    def __init__(
        self,
        automaton: Automaton,
        reporter: Reporter,
        frames: list[Any],
        *,
        ids: bool,
    ) -> None:
        self.reporter = reporter
        self.marks = Marks(frames)
        self._automaton = automaton
        self._frames = frames
        self._identifiers = Identifiers() if ids else None
        self._text_start: Position | None = None

    # elements

    def element(self, state: State, name: str, number: int) -> Step | None:
        """A child that is not allowed: the step to take instead, or None to skip it."""
        mark = self.marks.innermost()
        known = tuple(self._automaton.grammar.elements(name))
        if name in mark.missing and known:
            return self._automaton.step_into(known, state)
        step = self._automaton.step(state, name, skipping=True)
        if step is not None and (messages.missing(state) or mark.at is state):
            self._too_early(state, name, number, mark)
            return step
        if known:
            return self._misplaced(state, name, number, known)
        return self._unknown(state, name, number)

    def _too_early(self, state: State, name: str, number: int, mark: Mark) -> None:
        missing = messages.missing(state)
        stood_for = mark.at is state
        mark.missing.update(missing)
        if stood_for or not missing or not self.marks.first_time("missing", missing[0]):
            return
        source = self.reporter.source(name)
        needed = messages.one_of(missing, name)
        where = f" in {expectations.tag(self.reporter.parent)}" if self._frames else ""
        self.reporter.report(
            codes.MISSING_ELEMENT,
            self.reporter.at(source.position, (name, number)),
            f"{needed} is missing{where}, before <{source.name}>",
            about=self.reporter.parent,
        )

    def _misplaced(
        self, state: State, name: str, number: int, known: tuple[p.Element, ...]
    ) -> Step:
        inside = bool(self._frames)
        if self.marks.first_time("element", name):
            source = self.reporter.source(name)
            where = f" in {expectations.tag(self.reporter.parent)}" if inside else " as the root"
            here = self._automaton.said(
                ("here", self._frames[-1][0] if inside else None, name),
                lambda: " at this point" if self._allowed_elsewhere(name) else "",
            )
            instead = self._automaton.said(
                ("instead", state, name), lambda: messages.instead(state, name, root=not inside)
            )
            self.reporter.report(
                codes.ELEMENT,
                self.reporter.at(source.position, (name, number)),
                f"<{source.name}> is not allowed{where}{here}{instead}",
                about=self.reporter.parent or name,
            )
        self.marks.innermost().at = state
        if inside:
            self.marks.quieten_next()
        return self._automaton.step_into(known, state)

    def _allowed_elsewhere(self, name: str) -> bool:
        """Whether the open element can hold such a child, only not here."""
        if not self._frames:
            return False
        elements = self._frames[-1][0].elements
        return any(
            getattr(child.names, "name", None) == name
            for element in elements
            for child in elements_in(element.pattern)
        )

    def _unknown(self, state: State, name: str, number: int) -> Step | None:
        source = self.reporter.source(name)
        place = self.reporter.at(source.position, (name, number))
        parent = self.reporter.parent
        same = self._automaton.said(("same", state, name), lambda: messages.same_local(state, name))
        if same:
            if self.marks.first_time("namespace"):
                self.reporter.report(
                    codes.NAMESPACE, place, messages.wrong_namespace(source.name, name, same)
                )
            self.marks.innermost().at = state
            return None
        close = self._automaton.said(
            ("near", state, name), lambda: messages.meant_element(state, name)
        )
        if close:
            if self.marks.first_time("unknown", name):
                said = f"<{source.name}> is not an element of the schema"
                meant = f"; did you mean {expectations.tag(close)}?"
                self.reporter.report(codes.UNKNOWN_ELEMENT, place, said + meant, about=close)
            return self._automaton.step(state, close)
        foreign = bool(parent) and namespace_of(name) != namespace_of(parent)
        if self.marks.first_time("unknown", name):
            where = f" in {expectations.tag(parent)}" if parent else " as the root"
            said = f"<{source.name}> is not allowed{where}: the schema has no such element"
            if not foreign:
                said += self._unknown_instead(state, name)
            hint = messages.unknown_hint(name)
            self.reporter.findings.append(codes.UNKNOWN_ELEMENT.at(place, said, hint=hint))
        self.marks.innermost().at = state
        if foreign:
            return None
        self.marks.quieten_next()
        return self._automaton.step_into((_ANYTHING,), state)

    def _unknown_instead(self, state: State, name: str) -> str:
        root = not self._frames
        return self._automaton.said(
            ("unknown", state, name), lambda: self._find_known(state, name, root=root)
        )

    def _find_known(self, state: State, name: str, *, root: bool) -> str:
        known = self._automaton.grammar.names()
        everywhere = expectations.near_miss(name, known, least=_SURELY_MEANT)
        if everywhere is not None and namespace_of(everywhere) == namespace_of(name):
            return f"; there is {expectations.tag(everywhere)}"
        return messages.instead(state, name, root=root)

    def incomplete(self, state: State) -> int:
        """An element that ends too early: what to assume for its parent."""
        everything: int = self._frames[-1][0].everything
        mark = self.marks.known()
        if mark is not None and (mark.quiet or mark.at is state):
            return everything
        missing = tuple(name for name in messages.missing(state))
        if mark is not None and mark.missing.intersection(missing):
            return everything
        name = self.reporter.parent
        needed = messages.one_of(missing, name) or "content"
        source = self.reporter.source(name)
        self.reporter.report(
            codes.MISSING_ELEMENT,
            self.reporter.at(source.position),
            f"{needed} is missing in {expectations.tag(name)}",
            about=name,
        )
        return everything

    # text

    def remember_text(self, texts: list[str], text: str) -> None:
        """Keep text that will matter, and where its first character stands."""
        if not texts or self._text_start is None:
            self._text_start = self.reporter.position()
        texts.append(text)

    def text(self, state: State, text: str) -> None:
        """Text where none is allowed."""
        if not self.marks.first_time("text"):
            return
        start = self.reporter.position().after(text[: len(text) - len(text.lstrip(_XML_SPACE))])
        self._text_not_allowed(state, text, start)

    def _text_not_allowed(self, state: State, text: str, start: Position) -> None:
        parent = self.reporter.parent
        key = ("instead", state, "")
        instead = self._automaton.said(key, lambda: messages.instead(state, "", root=False))
        self.reporter.report(
            codes.TEXT,
            self.reporter.at(start),
            f"text is not allowed in {expectations.tag(parent)}: "
            f"{expectations.quoted(text)}{instead}",
            about=parent,
        )

    def text_before_element(self, state: State, texts: list[str]) -> State:
        """The state after text that mattered, when an element follows it."""
        text = "".join(texts)
        texts.clear()
        if not text.strip(_XML_SPACE):
            return state
        following = state.after_text(text, self.reporter)
        if not following.dead:
            return following
        if self.marks.first_time("text"):
            self._text_not_allowed(state, text, self._text_start or self.reporter.position())
        return state

    def text_at_end(self, state: State, texts: list[str], counts: dict[str, int]) -> int:
        """What an element accepts at its end, where its text matters."""
        text = "".join(texts)
        texts.clear()
        if counts and not text.strip(_XML_SPACE):
            return state.accepts or self.incomplete(state)
        if counts:
            following = state.after_text(text, self.reporter)
            return following.accepts or self._wrong_text(state, text)
        return state.accepts_text(text, self.reporter) or self._wrong_text(state, text)

    def _wrong_text(self, state: State, text: str) -> int:
        everything: int = self._frames[-1][0].everything
        blank = not text.strip(_XML_SPACE)
        has_values = any(part.values for part in state.patterns)
        if blank and not has_values:
            return self.incomplete(state)
        if not self.marks.first_time("text"):
            return everything
        name = self.reporter.parent
        start = self.reporter.position() if blank else self._text_start or self.reporter.position()
        allowed = expectations.described(state.patterns)
        must = f"; it must be {allowed}" if allowed else ""
        says = "has no text" if blank else f"has the text {expectations.quoted(text)}"
        if has_values:
            message = f"{expectations.tag(name)} {says}{must}"
            self.reporter.report(codes.CONTENT_VALUE, self.reporter.at(start), message, about=name)
        else:
            self._text_not_allowed(state, text, start)
        return everything

    # attributes

    def attribute(self, tag: Tag, key: str, given: Iterable[str]) -> Tag:
        """An attribute that is not allowed: the tag to go on with."""
        if not self.marks.counts_as_attribute():
            return tag
        name = self.reporter.parent
        source = self.reporter.source(name)
        position, written = source.attribute(key) or (source.position, local_of(key))
        step: Step = self._frames[-1][0]
        others = tuple(islice(given, _MOST_COMPARED))
        close = self._automaton.said(
            ("close", tag, key, others), lambda: messages.meant_attribute(tag, key, others)
        )
        message = f"@{written} is not allowed on <{source.name}>"
        if step.tag.take(key) is not None:
            message += " beside its other attributes"
        elif close:
            message += f"; did you mean {expectations.attribute(close)}?"
        else:
            message += self._automaton.said(
                ("attributes", tag, key), lambda: messages.allowed_attributes(tag, key)
            )
        self.reporter.report(codes.ATTRIBUTE, self.reporter.at(position), message, about=name)
        take = tag.take(close) if close else None
        return take.forgiving() if take is not None else tag

    def value(self, take: Take, key: str, value: str) -> Tag:
        """A value that is not allowed: the tag to go on with."""
        name = self.reporter.parent
        source = self.reporter.source(name)
        position, written = source.attribute(key) or (source.position, local_of(key))
        allowed = self._automaton.said(
            ("value", take.values), lambda: expectations.described(take.values)
        )
        close = ""
        if len(value) < _LONGEST_COMPARED:
            close = self._automaton.said(
                ("literal", take.values, value),
                lambda: expectations.near_miss(value, expectations.literals(take.values)) or "",
            )
        message = f"@{written} on <{source.name}> is {expectations.quoted(value)}"
        if close:
            message += f'; did you mean "{close}"?'
        elif allowed:
            message += f"; it must be {allowed}"
        self.reporter.report(codes.ATTRIBUTE_VALUE, self.reporter.at(position), message, about=name)
        return take.forgiving()

    def missing_attributes(self, tag: Tag) -> State:
        """Required attributes that are not given: the state to go on with."""
        forgiven = (without_attributes(part, forgiving=True) for part in tag.patterns)
        following = self._automaton.state(tuple(forgiven))
        if not self.marks.first_time("attributes"):
            return following
        name = self.reporter.parent
        source = self.reporter.source(name)
        needed = next(filter(None, map(expectations.missing_attributes, tag.patterns)), ())
        lacks = " and ".join(
            expectations.alternatives(names, "", expectations.attribute) for names in needed[:4]
        )
        message = f"<{source.name}> needs the attribute {lacks or 'that the schema requires'}"
        self.reporter.report(
            codes.MISSING_ATTRIBUTE, self.reporter.at(source.position), message, about=name
        )
        return following

    # identifiers

    def identifier(self, kind: str, key: str, value: str) -> None:
        """An identifier that is declared, or referred to."""
        if self._identifiers is None:
            return
        if kind != "ID":
            self._identifiers.refer(value, self.reporter.here())
            return
        position = self.reporter.position()
        first = self._identifiers.declare(value.strip(_XML_SPACE), position)
        if first is None:
            return
        source = self.reporter.source(self.reporter.parent)
        position, written = source.attribute(key) or (source.position, local_of(key))
        self.reporter.report(
            codes.DUPLICATE_ID,
            self.reporter.at(position),
            f"@{written} {expectations.quoted(value)} is used before, in line {first.line}, "
            f"column {first.column}",
        )

    def unresolved_references(self) -> None:
        """Report the IDREFs without an ID, at the end of the document."""
        if self._identifiers is not None:
            for name, place in self._identifiers.unresolved():
                message = f'no element has the identifier "{name}"'
                self.reporter.findings.append(codes.UNKNOWN_IDREF.at(place, message))


_MOST_COMPARED: Final = 50
"""So many of the attributes given are left out when the one that was meant is sought."""

_LONGEST_COMPARED: Final = 100
"""Values so long are not compared with those that are allowed."""

_SURELY_MEANT: Final = 0.85
"""How alike a name must be to be named although it is not allowed here."""
