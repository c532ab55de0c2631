"""Error recovery: report once, then resume in a state that avoids cascading errors.

One mistake makes one finding. An element in the wrong place is validated by itself while its
parent goes on as if it had not stood there; one that is unknown but resembles what is expected,
or is the name for it in HTML, DocBook or TEI P4, is taken for that by its parent, and its own
attributes and text are not checked; one that comes too early goes on after what is missing before
it; what stands where something else was required is taken to stand for it. The same mistake of the
same kind in the same element is reported once.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

from toolkit.findings import Place
from toolkit.rng import codes, expectations, messages
from toolkit.rng import pattern as p
from toolkit.rng.automaton import Automaton, State, Step, Tag, Take
from toolkit.rng.derive import close_start_tag
from toolkit.rng.equivalents import Equivalent, find_equivalents
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
"""The pattern used for an element that the schema does not have."""


class Recovery:
    """Reports the findings of one document and chooses the state to resume in."""

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
        """Report a child that is not allowed; return the step to take, or None to skip it."""
        mark = self.marks.innermost()
        known = tuple(self._automaton.grammar.elements(name))
        if name in mark.missing and known:
            return self._automaton.step_into(known, state)
        step = self._automaton.step(state, name, skipping=True)
        if step is not None and (messages.required_elements(state) or mark.at is state):
            self._too_early(state, name, number, mark)
            return step
        if known:
            return self._misplaced(state, name, number, known)
        return self._unknown(state, name, number)

    def _too_early(self, state: State, name: str, number: int, mark: Mark) -> None:
        missing = messages.required_elements(state)
        stood_for = mark.at is state
        mark.missing.update(missing)
        if stood_for or not missing or not self.marks.first_time("missing", missing[0]):
            return
        source = self.reporter.source(name)
        needed = messages.join_required(missing, name)
        where = f" in {expectations.format_tag(self.reporter.parent)}" if self._frames else ""
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
            where = (
                f" in {expectations.format_tag(self.reporter.parent)}" if inside else " as the root"
            )
            here = self._automaton.cached_message(
                ("here", self._frames[-1][0] if inside else None, name),
                lambda: " at this point" if self._allowed_elsewhere(name) else "",
            )
            instead = self._automaton.cached_message(
                ("instead", state, name),
                lambda: messages.describe_allowed(state, name, root=not inside),
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
        """Whether the open element may contain such a child in another place."""
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
        same = self._automaton.cached_message(
            ("same", state, name), lambda: messages.find_same_local(state, name)
        )
        if same:
            if self.marks.first_time("namespace"):
                self.reporter.report(
                    codes.NAMESPACE, place, messages.describe_namespace(source.name, name, same)
                )
            self.marks.innermost().at = state
            return None
        equivalents = find_equivalents(name, self._automaton.grammar.elements)
        if equivalents:
            return self._from_elsewhere(state, name, place, equivalents[0])
        close = self._automaton.cached_message(
            ("near", state, name), lambda: messages.suggest_element(state, name)
        )
        if close:
            if self.marks.first_time("unknown", name):
                said = f"<{source.name}> is not an element of the schema"
                meant = f"; did you mean {expectations.format_tag(close)}?"
                self.reporter.report(codes.UNKNOWN_ELEMENT, place, said + meant, about=close)
            return self._step_around(state, close)
        foreign = bool(parent) and namespace_of(name) != namespace_of(parent)
        if self.marks.first_time("unknown", name):
            where = f" in {expectations.format_tag(parent)}" if parent else " as the root"
            said = f"<{source.name}> is not allowed{where}: the schema has no such element"
            if not foreign:
                said += self._unknown_instead(state, name)
            hint = messages.hint_for_unknown(name)
            self.reporter.findings.append(codes.UNKNOWN_ELEMENT.at(place, said, hint=hint))
        self.marks.innermost().at = state
        if foreign:
            return None
        self.marks.quieten_next()
        return self._automaton.step_into((_ANYTHING,), state)

    def _from_elsewhere(
        self, state: State, name: str, place: Place, meant: Equivalent
    ) -> Step | None:
        """Report an element of another vocabulary."""
        if self.marks.first_time("unknown", name):
            said = f"<{self.reporter.source(name).name}> is {meant.vocabulary}"
            tag = expectations.format_tag(meant.name)
            self.reporter.report(
                codes.UNKNOWN_ELEMENT,
                place,
                f"{said}; in this schema it is {tag}",
                advice=f"write <{meant.tag}>" if " " in meant.tag else "",
                about=meant.name,
            )
        if self._automaton.step(state, meant.name) is None:
            self.marks.innermost().at = state
        if namespace_of(name) != namespace_of(meant.name):
            return None
        return self._step_around(state, meant.name)

    def _step_around(self, state: State, meant: str) -> Step:
        """Return a step into an unknown element that its parent takes for another.

        Nothing in it is checked as the content of the other.
        """
        self.marks.quieten_next()
        step = self._automaton.step(state, meant)
        if step is None:
            return self._automaton.step_into((_ANYTHING,), state)
        return step.with_content(_ANYTHING)

    def _unknown_instead(self, state: State, name: str) -> str:
        root = not self._frames
        return self._automaton.cached_message(
            ("unknown", state, name), lambda: self._find_known(state, name, root=root)
        )

    def _find_known(self, state: State, name: str, *, root: bool) -> str:
        known = self._automaton.grammar.names()
        everywhere = expectations.find_near_miss(name, known, least=_SURELY_MEANT)
        if everywhere is not None and namespace_of(everywhere) == namespace_of(name):
            return f"; there is {expectations.format_tag(everywhere)}"
        return messages.describe_allowed(state, name, root=root)

    def incomplete(self, state: State) -> int:
        """Report an element that ends too early; return the bits to assume for its parent."""
        everything: int = self._frames[-1][0].everything
        mark = self.marks.known()
        if mark is not None and (mark.quiet or mark.at is state):
            return everything
        missing = tuple(name for name in messages.required_elements(state))
        if mark is not None and mark.missing.intersection(missing):
            return everything
        name = self.reporter.parent
        needed = messages.join_required(missing, name) or "content"
        source = self.reporter.source(name)
        self.reporter.report(
            codes.MISSING_ELEMENT,
            self.reporter.at(source.position),
            f"{needed} is missing in {expectations.format_tag(name)}",
            about=name,
        )
        return everything

    # text

    def remember_text(self, texts: list[str], text: str) -> None:
        """Store text whose characters matter, and the position of its first character."""
        if not texts or self._text_start is None:
            self._text_start = self.reporter.position()
        texts.append(text)

    def text(self, state: State, text: str) -> None:
        """Report text where no text is allowed."""
        if not self.marks.first_time("text"):
            return
        start = self.reporter.position().after(text[: len(text) - len(text.lstrip(_XML_SPACE))])
        self._text_not_allowed(state, text, start)

    def _text_not_allowed(self, state: State, text: str, start: Position) -> None:
        parent = self.reporter.parent
        key = ("instead", state, "")
        instead = self._automaton.cached_message(
            key, lambda: messages.describe_allowed(state, "", root=False)
        )
        self.reporter.report(
            codes.TEXT,
            self.reporter.at(start),
            f"text is not allowed in {expectations.format_tag(parent)}: "
            f"{expectations.quote_value(text)}{instead}",
            about=parent,
        )

    def text_before_element(self, state: State, texts: list[str]) -> State:
        """Return the state after stored text that an element follows."""
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
        """Return the bits that an element accepts at its end, if its text matters."""
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
        allowed = expectations.describe_values(state.patterns)
        must = f"; it must be {allowed}" if allowed else ""
        says = "has no text" if blank else f"has the text {expectations.quote_value(text)}"
        if has_values:
            message = f"{expectations.format_tag(name)} {says}{must}"
            self.reporter.report(codes.CONTENT_VALUE, self.reporter.at(start), message, about=name)
        else:
            self._text_not_allowed(state, text, start)
        return everything

    # attributes

    def attribute(self, tag: Tag, key: str, given: Iterable[str]) -> Tag:
        """Report an attribute that is not allowed; return the tag state to resume in."""
        if not self.marks.counts_as_attribute():
            return tag
        name = self.reporter.parent
        source = self.reporter.source(name)
        position, written = source.attribute(key) or (source.position, local_of(key))
        step: Step = self._frames[-1][0]
        others = tuple(islice(given, _MOST_COMPARED))
        close = self._automaton.cached_message(
            ("close", tag, key, others), lambda: messages.suggest_attribute(tag, key, others)
        )
        message = f"@{written} is not allowed on <{source.name}>"
        if step.tag.take(key) is not None:
            message += " beside its other attributes"
        elif close:
            message += f"; did you mean {expectations.format_attribute(close)}?"
        else:
            message += self._automaton.cached_message(
                ("attributes", tag, key), lambda: messages.describe_allowed_attributes(tag, key)
            )
        self.reporter.report(codes.ATTRIBUTE, self.reporter.at(position), message, about=name)
        take = tag.take(close) if close else None
        return take.forgiving() if take is not None else tag

    def value(self, take: Take, key: str, value: str) -> Tag:
        """Report a value that is not allowed; return the tag state to resume in."""
        name = self.reporter.parent
        source = self.reporter.source(name)
        position, written = source.attribute(key) or (source.position, local_of(key))
        allowed = self._automaton.cached_message(
            ("value", take.values), lambda: expectations.describe_values(take.values)
        )
        close = ""
        if len(value) < _LONGEST_COMPARED:
            close = self._automaton.cached_message(
                ("literal", take.values, value),
                lambda: (
                    expectations.find_near_miss(value, expectations.enumerated_values(take.values))
                    or ""
                ),
            )
        message = f"@{written} on <{source.name}> is {expectations.quote_value(value)}"
        if close:
            message += f'; did you mean "{close}"?'
        elif allowed:
            message += f"; it must be {allowed}"
        self.reporter.report(codes.ATTRIBUTE_VALUE, self.reporter.at(position), message, about=name)
        return take.forgiving()

    def missing_attributes(self, tag: Tag) -> State:
        """Report missing required attributes; return the state to resume in."""
        forgiven = (close_start_tag(part, forgiving=True) for part in tag.patterns)
        following = self._automaton.state(tuple(forgiven))
        if not self.marks.first_time("attributes"):
            return following
        name = self.reporter.parent
        source = self.reporter.source(name)
        needed = next(filter(None, map(expectations.missing_attributes, tag.patterns)), ())
        lacks = " and ".join(
            expectations.join_similar_first(names, "", expectations.format_attribute)
            for names in needed[:4]
        )
        message = f"<{source.name}> needs the attribute {lacks or 'that the schema requires'}"
        self.reporter.report(
            codes.MISSING_ATTRIBUTE, self.reporter.at(source.position), message, about=name
        )
        return following

    # identifiers

    def identifier(self, kind: str, key: str, value: str) -> None:
        """Record an ID or a reference to one."""
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
            f"@{written} {expectations.quote_value(value)} is used before, in line {first.line}, "
            f"column {first.column}",
        )

    def unresolved_references(self) -> None:
        """Report the IDREFs without an ID, at the end of the document."""
        if self._identifiers is not None:
            for name, place in self._identifiers.unresolved():
                message = f'no element has the identifier "{name}"'
                self.reporter.findings.append(codes.UNKNOWN_IDREF.at(place, message))


_MOST_COMPARED: Final = 50
"""How many of the given attributes are excluded from the search for a misspelling."""

_LONGEST_COMPARED: Final = 100
"""The length from which values are not compared with the allowed ones."""

_SURELY_MEANT: Final = 0.85
"""The similarity from which a name is suggested although it is not allowed here."""
