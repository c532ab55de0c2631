"""Recovery: after an error, one finding and a state to read on from, so that nothing follows.

One mistake makes one finding. An element in the wrong place is validated by itself while its
parent goes on as if it had not stood there; one that is unknown but resembles what is expected
is taken for that; one that comes too early goes on after what is missing before it; what stands
where something else was required is taken to stand for it. The same mistake of the same kind
in the same element is reported once.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from toolkit.findings import Code, Finding, Place
from toolkit.names import XINCLUDE
from toolkit.rng import codes, explain
from toolkit.rng import pattern as p
from toolkit.rng.automaton import Automaton, State, Step, Tag, Take
from toolkit.rng.derive import without_attributes
from toolkit.rng.identifiers import Identifiers
from toolkit.rng.nameclass import AnyName, local_of, namespace_of
from toolkit.rng.places import Position, SourceTag, source_tag
from toolkit.rng.restrictions import elements_in

_XML_SPACE: Final = " \t\r\n"


@dataclass(slots=True)
class _Mark:
    """What was found wrong inside one open element.

    - ``quiet``: its own place is wrong, so its direct contents are not reported;
    - ``reported``: the mistakes that need no repetition;
    - ``missing``: elements reported as missing, which may turn up later;
    - ``at``: a state in which something unexpected stood, perhaps for what was required.
    """

    quiet: bool = False
    reported: set[tuple[str, str]] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    at: State | None = None


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
        parser: expat.XMLParserType,
        frames: list[Any],
        file: str,
        *,
        ids: bool,
        encoding: str | None,
    ) -> None:
        self.findings: list[Finding] = []
        self.marks: dict[int, _Mark] = {}
        self._automaton = automaton
        self._parser = parser
        self._frames = frames
        self._file = file
        self._encoding = encoding or "utf-8"
        self._identifiers = Identifiers() if ids else None
        self._text_start: Position | None = None
        self._prefixes: defaultdict[str, list[str]] = defaultdict(list)
        self._unparsed: set[str] = set()
        parser.StartNamespaceDeclHandler = self._bind
        parser.EndNamespaceDeclHandler = self._unbind
        parser.XmlDeclHandler = self._declare
        parser.UnparsedEntityDeclHandler = self._unparsed_entity
        parser.SkippedEntityHandler = self._skipped_entity

    # the context that values may depend on

    def namespace(self, prefix: str) -> str | None:
        """The namespace bound to a prefix here."""
        bound = self._prefixes[prefix]
        return bound[-1] if bound else None if prefix else ""

    def is_unparsed_entity(self, name: str) -> bool:
        """Whether the document declares an unparsed entity of that name."""
        return name in self._unparsed

    def _bind(self, prefix: str | None, uri: str | None) -> None:
        self._prefixes[prefix or ""].append(uri or "")

    def _unbind(self, prefix: str | None) -> None:
        self._prefixes[prefix or ""].pop()

    def _declare(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and self._encoding == "utf-8":
            self._encoding = encoding

    def _unparsed_entity(self, name: str, *_: object) -> None:
        self._unparsed.add(name)

    def _skipped_entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._report(codes.ENTITY, self.here(), f"the entity &{name}; is not declared")

    # places

    def _position(self) -> Position:
        return Position(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _source(self, name: str) -> SourceTag:
        context = self._parser.GetInputContext()
        return source_tag(context, self._encoding, self._position(), name)

    def here(self) -> Place:
        """Where the parser stands."""
        position = self._position()
        return self.place(position.line, position.column)

    def place(self, line: int, column: int, child: tuple[str, int] | None = None) -> Place:
        """A place in the innermost open element, or in a child of it that is not open yet."""
        nearest = next((frame[4] for frame in reversed(self._frames) if frame[4]), "")
        steps = [(frame[1], frame[2]) for frame in self._frames]
        steps += [child] if child else []
        path = "".join(
            f"/{local_of(name)}[{number}]" if depth else f"/{local_of(name)}"
            for depth, (name, number) in enumerate(steps)
        )
        return Place(self._file, line, column, id=nearest or "", path=path)

    def _at(self, position: Position, child: tuple[str, int] | None = None) -> Place:
        return self.place(position.line, position.column, child)

    def _report(self, code: Code, place: Place, message: str, *, about: str = "") -> None:
        page = explain.guidelines(about)
        self.findings.append(code.at(place, message, hint=page and f"see {page}"))

    def _mark(self) -> _Mark:
        """The mark of the innermost open element."""
        return self.marks.setdefault(len(self._frames), _Mark())

    def _first_time(self, kind: str, name: str = "") -> bool:
        """Whether a mistake in the innermost open element is to be reported."""
        mark = self._mark()
        if mark.quiet or (kind, name) in mark.reported:
            return False
        mark.reported.add((kind, name))
        return True

    @property
    def _parent(self) -> str:
        return self._frames[-1][1] if self._frames else ""

    # elements

    def element(self, state: State, name: str, number: int, _counts: dict[str, int]) -> Step | None:
        """A child that is not allowed: the step to take instead, or None to skip it."""
        mark = self._mark()
        known = tuple(self._automaton.grammar.elements(name))
        if name in mark.missing and known:
            return self._automaton.step_into(known, state)
        step = self._automaton.step(state, name, skipping=True)
        if step is not None:
            self._too_early(state, name, number, mark)
            return step
        if known:
            return self._misplaced(state, name, number, known)
        return self._unknown(state, name, number)

    def _too_early(self, state: State, name: str, number: int, mark: _Mark) -> None:
        missing = _missing(state)
        stood_for = mark.at is state
        mark.missing.update(missing)
        if stood_for or not missing or not self._first_time("missing", missing[0]):
            return
        source = self._source(name)
        needed = _one_of(missing, name)
        where = f" in {explain.tag(self._parent)}" if self._frames else ""
        self._report(
            codes.MISSING_ELEMENT,
            self._at(source.position, (name, number)),
            f"{needed} is missing{where}, before <{source.name}>",
            about=self._parent,
        )

    def _misplaced(
        self, state: State, name: str, number: int, known: tuple[p.Element, ...]
    ) -> Step:
        inside = bool(self._frames)
        if self._first_time("element", name):
            source = self._source(name)
            where = f" in {explain.tag(self._parent)}" if inside else " as the root"
            here = self._automaton.said(
                ("here", self._frames[-1][0] if inside else None, name),
                lambda: " at this point" if self._allowed_elsewhere(name) else "",
            )
            instead = self._automaton.said(
                ("instead", state, name), lambda: _instead(state, name, root=not inside)
            )
            self._report(
                codes.ELEMENT,
                self._at(source.position, (name, number)),
                f"<{source.name}> is not allowed{where}{here}{instead}",
                about=self._parent or name,
            )
        self._mark().at = state
        if inside:
            self.marks[len(self._frames) + 1] = _Mark(quiet=True)
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
        source = self._source(name)
        place = self._at(source.position, (name, number))
        parent = self._parent
        same = self._automaton.said(("same", state, name), lambda: _same_local(state, name))
        if same:
            if self._first_time("namespace"):
                self._report(codes.NAMESPACE, place, _wrong_namespace(source.name, name, same))
            self._mark().at = state
            return None
        close = self._automaton.said(("near", state, name), lambda: _near(state, name))
        if close:
            if self._first_time("unknown", name):
                said = f"<{source.name}> is not an element of the schema"
                meant = f"; did you mean {explain.tag(close)}?"
                self._report(codes.UNKNOWN_ELEMENT, place, said + meant, about=close)
            return self._automaton.step(state, close)
        foreign = bool(parent) and namespace_of(name) != namespace_of(parent)
        if self._first_time("unknown", name):
            where = f" in {explain.tag(parent)}" if parent else " as the root"
            said = f"<{source.name}> is not allowed{where}: the schema has no such element"
            finding = codes.UNKNOWN_ELEMENT.at(
                place, said + self._unknown_instead(state, name), hint=_unknown_hint(name)
            )
            self.findings.append(finding)
        self._mark().at = state
        if foreign:
            return None
        self.marks[len(self._frames) + 1] = _Mark(quiet=True)
        return self._automaton.step_into((_ANYTHING,), state)

    def _unknown_instead(self, state: State, name: str) -> str:
        root = not self._frames
        return self._automaton.said(
            ("unknown", state, name), lambda: self._find_known(state, name, root=root)
        )

    def _find_known(self, state: State, name: str, *, root: bool) -> str:
        everywhere = explain.near_miss(name, self._automaton.grammar.names())
        if everywhere is not None and namespace_of(everywhere) == namespace_of(name):
            return f"; there is {explain.tag(everywhere)}"
        return _instead(state, name, root=root)

    def incomplete(self, state: State) -> int:
        """An element that ends too early: what to assume for its parent."""
        everything: int = self._frames[-1][0].everything
        mark = self.marks.get(len(self._frames))
        if mark is not None and (mark.quiet or mark.at is state):
            return everything
        missing = tuple(name for name in _missing(state))
        if mark is not None and mark.missing.intersection(missing):
            return everything
        name = self._parent
        needed = _one_of(missing, name) or "content"
        source = self._source(name)
        self._report(
            codes.MISSING_ELEMENT,
            self._at(source.position),
            f"{needed} is missing in {explain.tag(name)}",
            about=name,
        )
        return everything

    # text

    def remember_text(self, texts: list[str], text: str) -> None:
        """Keep text that will matter, and where its first character stands."""
        if not texts or self._text_start is None:
            self._text_start = self._position()
        texts.append(text)

    def text(self, state: State, text: str) -> None:
        """Text where none is allowed."""
        if not self._first_time("text"):
            return
        start = self._position().after(text[: len(text) - len(text.lstrip(_XML_SPACE))])
        self._text_not_allowed(state, text, start)

    def _text_not_allowed(self, state: State, text: str, start: Position) -> None:
        parent = self._parent
        key = ("instead", state, "")
        instead = self._automaton.said(key, lambda: _instead(state, "", root=False))
        self._report(
            codes.TEXT,
            self._at(start),
            f"text is not allowed in {explain.tag(parent)}: {explain.quoted(text)}{instead}",
            about=parent,
        )

    def text_before_element(self, state: State, texts: list[str]) -> State:
        """The state after text that mattered, when an element follows it."""
        text = "".join(texts)
        texts.clear()
        if not text.strip(_XML_SPACE):
            return state
        following = state.after_text(text, self)
        if not following.dead:
            return following
        if self._first_time("text"):
            self._text_not_allowed(state, text, self._text_start or self._position())
        return state

    def text_at_end(self, state: State, texts: list[str], counts: dict[str, int]) -> int:
        """What an element accepts at its end, where its text matters."""
        text = "".join(texts)
        texts.clear()
        if counts and not text.strip(_XML_SPACE):
            return state.accepts or self.incomplete(state)
        if counts:
            following = state.after_text(text, self)
            return following.accepts or self._wrong_text(state, text)
        return state.accepts_text(text, self) or self._wrong_text(state, text)

    def _wrong_text(self, state: State, text: str) -> int:
        everything: int = self._frames[-1][0].everything
        blank = not text.strip(_XML_SPACE)
        has_values = any(part.values for part in state.patterns)
        if blank and not has_values:
            return self.incomplete(state)
        if not self._first_time("text"):
            return everything
        name = self._parent
        start = self._position() if blank else self._text_start or self._position()
        allowed = explain.described(state.patterns)
        must = f"; it must be {allowed}" if allowed else ""
        says = "has no text" if blank else f"has the text {explain.quoted(text)}"
        if has_values:
            message = f"{explain.tag(name)} {says}{must}"
            self._report(codes.CONTENT_VALUE, self._at(start), message, about=name)
        else:
            self._text_not_allowed(state, text, start)
        return everything

    # attributes

    def attribute(self, tag: Tag, key: str, given: Iterable[str]) -> Tag:
        """An attribute that is not allowed: the tag to go on with."""
        name = self._parent
        source = self._source(name)
        position, written = source.attribute(key) or (source.position, local_of(key))
        step: Step = self._frames[-1][0]
        close = self._automaton.said(("close", tag, key, *given), lambda: _meant(tag, key, given))
        if not self._is_quiet_attribute():
            message = f"@{written} is not allowed on <{source.name}>"
            if step.tag.take(key) is not None:
                message += " beside its other attributes"
            elif close:
                message += f"; did you mean {explain.attribute(close)}?"
            else:
                message += self._automaton.said(
                    ("attributes", tag, key), lambda: _allowed(tag, key)
                )
            self._report(codes.ATTRIBUTE, self._at(position), message, about=name)
        take = tag.take(close) if close else None
        return take.forgiving() if take is not None else tag

    def _is_quiet_attribute(self) -> bool:
        """Whether enough attributes of this tag were reported."""
        mark = self._mark()
        if mark.quiet:
            return True
        count = sum(1 for kind, _ in mark.reported if kind == "attribute")
        mark.reported.add(("attribute", str(count)))
        return count >= _MOST_PER_TAG

    def value(self, take: Take, key: str, value: str) -> Tag:
        """A value that is not allowed: the tag to go on with."""
        name = self._parent
        source = self._source(name)
        position, written = source.attribute(key) or (source.position, local_of(key))
        allowed = self._automaton.said(
            ("value", take.values), lambda: explain.described(take.values)
        )
        close = self._automaton.said(
            ("literal", take.values, value),
            lambda: explain.near_miss(value, explain.literals(take.values)) or "",
        )
        message = f"@{written} on <{source.name}> is {explain.quoted(value)}"
        if close:
            message += f'; did you mean "{close}"?'
        elif allowed:
            message += f"; it must be {allowed}"
        self._report(codes.ATTRIBUTE_VALUE, self._at(position), message, about=name)
        return take.forgiving()

    def missing_attributes(self, tag: Tag) -> State:
        """Required attributes that are not given: the state to go on with."""
        forgiven = (without_attributes(part, forgiving=True) for part in tag.patterns)
        following = self._automaton.state(tuple(forgiven))
        if not self._first_time("attributes"):
            return following
        name = self._parent
        source = self._source(name)
        needed = next(filter(None, map(explain.missing_attributes, tag.patterns)), ())
        lacks = " and ".join(
            explain.alternatives(names, "", explain.attribute) for names in needed[:4]
        )
        message = f"<{source.name}> needs the attribute {lacks or 'that the schema requires'}"
        self._report(codes.MISSING_ATTRIBUTE, self._at(source.position), message, about=name)
        return following

    # identifiers

    def identifier(self, kind: str, key: str, value: str) -> None:
        """An identifier that is declared, or referred to."""
        if self._identifiers is None:
            return
        if kind != "ID":
            self._identifiers.refer(value, self.here())
            return
        position = self._position()
        first = self._identifiers.declare(value.strip(_XML_SPACE), position)
        if first is None:
            return
        source = self._source(self._parent)
        position, written = source.attribute(key) or (source.position, local_of(key))
        self._report(
            codes.DUPLICATE_ID,
            self._at(position),
            f"@{written} {explain.quoted(value)} is used before, in line {first.line}, "
            f"column {first.column}",
        )

    def unresolved_references(self) -> None:
        """Report the IDREFs without an ID, at the end of the document."""
        if self._identifiers is not None:
            for name, place in self._identifiers.unresolved():
                message = f'no element has the identifier "{name}"'
                self.findings.append(codes.UNKNOWN_IDREF.at(place, message))


_MOST_PER_TAG: Final = 10
"""So many attributes of one tag are reported as not allowed; the rest would say the same."""


def _instead(state: State, name: str, *, root: bool) -> str:
    """What is allowed instead, as the end of a sentence."""
    possible = explain.expected(state)
    if possible.names:
        return f"; expected {explain.alternatives(possible.names, name, explain.tag)}"
    if possible.wild:
        return ""
    if possible.text:
        return "; only text is"
    return "" if root else "; nothing may follow"


def _meant(tag: Tag, key: str, given: Iterable[str]) -> str:
    """The attribute that was probably meant by one that is not allowed; empty if none was."""
    possible = [name for name in explain.attributes_in(tag) if name not in given]
    return explain.near_miss(key, possible) or ""


def _allowed(tag: Tag, key: str) -> str:
    possible = explain.attributes_in(tag)
    options = explain.alternatives(possible, key, explain.attribute)
    return f"; allowed are {options}" if options else ""


def _same_local(state: State, name: str) -> str:
    """The expected element that has the same local name in another namespace, if any."""
    names = explain.expected(state).names
    return next((other for other in names if local_of(other) == local_of(name)), "")


def _near(state: State, name: str) -> str:
    """The expected element that an unknown one was probably meant to be, if any."""
    namespace = namespace_of(name)
    names = (n for n in explain.expected(state).names if namespace_of(n) == namespace)
    return explain.near_miss(name, names) or ""


def _one_of(names: tuple[str, ...], like: str) -> str:
    options = explain.alternatives(names, like, explain.tag)
    return f"one of {options}" if len(names) > 1 else options


def _missing(state: State) -> tuple[str, ...]:
    return next(filter(None, map(explain.missing_elements, state.patterns)), ())


def _wrong_namespace(written: str, name: str, right: str) -> str:
    has = f'the namespace "{namespace_of(name)}"' if namespace_of(name) else "no namespace"
    return f'<{written}> is in {has}; the schema wants "{namespace_of(right)}"'


def _unknown_hint(name: str) -> str:
    if namespace_of(name) == XINCLUDE:
        return "with XInclude processing, what it includes is checked in its place"
    return ""
