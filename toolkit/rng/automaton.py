"""The automaton of a grammar: states and transitions, computed lazily and then looked up.

A ``State`` is where an element's content stands, a ``Tag`` how far its start tag is read, a
``Step`` leads from a parent's state into a child and back. Where a name could mean several
elements of the grammar, their patterns stand side by side in one state; the end tag decides.
"""

from collections.abc import Callable, Hashable
from typing import Final

from toolkit.rng import pattern as p
from toolkit.rng.datatypes import Context
from toolkit.rng.derive import Derivatives, close_start_tag, consume_text, matches
from toolkit.rng.grammar import Grammar
from toolkit.rng.nameclass import is_open, single_names
from toolkit.rng.pattern import Pattern
from toolkit.rng.restrictions import attribute_names

ANY_TEXT: Final = 0
"""Text is allowed everywhere in this state and does not change it."""
NO_TEXT: Final = 1
"""Only white space between elements is allowed."""
SOME_TEXT: Final = 2
"""The characters of the text matter."""

_LONGEST_REMEMBERED: Final = 100
_MOST_VALUES: Final = 5_000
_MOST_STATES: Final = 50_000

Patterns = tuple[Pattern, ...]


class State:
    """The content that may follow in an element: one pattern for each candidate element."""

    __slots__ = ("_texted", "accepts", "automaton", "dead", "patterns", "steps", "text")

    def __init__(self, automaton: "Automaton", patterns: Patterns) -> None:
        self.automaton = automaton
        self.patterns = patterns
        self.steps: dict[str, Step] = {}
        self.accepts = sum(1 << i for i, part in enumerate(patterns) if part.nullable)
        """Bits of the patterns that may end here, if no text is left to match."""
        self.text = _text_kind(patterns)
        self.dead = all(part is p.not_allowed for part in patterns)
        """Whether nothing may follow, not even the end, because of an earlier error."""
        self._texted: State | None = None

    def step(self, name: str) -> "Step | None":
        """Return the transition into a child element; None if it is not allowed here."""
        return self.automaton.step(self, name)

    def after_text(self, text: str, context: Context) -> "State":
        """Return the state after a text node between elements."""
        if self._texted is not None:
            return self._texted
        found = self.automaton.state(
            tuple(consume_text(part, text, context) for part in self.patterns)
        )
        if not any(map(_has_values, self.patterns)):
            self._texted = found
        return found

    def accepts_text(self, text: str, context: Context) -> int:
        """Return the bits of the patterns that may end with this text as their only content."""
        return sum(1 << i for i, part in enumerate(self.patterns) if matches(part, text, context))


class Step:
    """A transition from a state of the parent into a child, and back."""

    __slots__ = ("_back", "_rests", "automaton", "elements", "tag")

    def __init__(
        self,
        automaton: "Automaton",
        elements: tuple[p.Element, ...],
        rests: tuple[tuple[Pattern, ...], ...],
    ) -> None:
        self.automaton = automaton
        self.elements = elements
        self._rests = rests
        self._back: dict[int, State] = {}
        self.tag = automaton.tag(tuple(element.pattern for element in elements))

    def with_content(self, element: p.Element) -> "Step":
        """Return the same transition of the parent, with the content of another element."""
        rests = tuple((p.choice(row),) for row in self._rests)
        return Step(self.automaton, (element,), rests)

    def back(self, accepted: int) -> State:
        """Return the parent's state after the child, given the bits of the patterns that ended."""
        known = self._back.get(accepted)
        if known is None:
            known = self._back[accepted] = self.automaton.state(
                tuple(
                    p.choice(rest for i, rest in enumerate(row) if accepted >> i & 1)
                    for row in self._rests
                )
            )
        return known

    @property
    def everything(self) -> int:
        """Bits of all patterns of the child, assumed to have ended after an error in it."""
        return (1 << len(self.elements)) - 1


class Tag:
    """The state within a start tag: one pattern for each candidate element."""

    __slots__ = ("_closed", "_names", "_takes", "_wild", "automaton", "patterns")

    def __init__(self, automaton: "Automaton", patterns: Patterns) -> None:
        self.automaton = automaton
        self.patterns = patterns
        self._takes: dict[str, Take | None] = {}
        self._closed: State | None = None
        self._names: frozenset[str] | None = None

    @property
    def names(self) -> frozenset[str]:
        """The names of the attributes that may still occur; wildcards are left out."""
        if self._names is None:
            classes = [names for part in self.patterns for names in attribute_names(part)]
            self._names = frozenset(name for names in classes for name in single_names(names))
            self._wild = any(map(is_open, classes))
        return self._names

    def take(self, name: str) -> "Take | None":
        """Return the transition for an attribute; None if it is not allowed here."""
        try:
            return self._takes[name]
        except KeyError:
            if name not in self.names and not self._wild:
                return None
            if len(self._takes) > _MOST_VALUES:
                self._takes.clear()
            found = self._takes[name] = self.automaton.take(self, name)
            return found

    @property
    def closed(self) -> State:
        """Return the state after the start tag; it is dead if a required attribute is missing."""
        if self._closed is None:
            self._closed = self.automaton.state(tuple(map(close_start_tag, self.patterns)))
        return self._closed


class Take:
    """The transition for an attribute in a start tag: its allowed values, and the next state."""

    __slots__ = ("_choices", "_remember", "_values", "automaton", "ids", "tag")

    def __init__(
        self, automaton: "Automaton", choices: tuple[tuple[tuple[Pattern, Pattern], ...], ...]
    ) -> None:
        self.automaton = automaton
        self._choices = choices
        self._values: dict[str, Tag | None] = {}
        self.ids = next(filter(None, map(_id_kind, self.values)), "")
        """``ID``, ``IDREF`` or ``IDREFS`` if the value has that type, else empty."""
        self._remember = not self.ids and not any(map(_is_contextual, self.values))
        free = all(value is p.text for row in choices for value, _ in row)
        self.tag = self.forgiving() if free else None
        """The state after any value; None if the value matters."""

    def given(self, value: str, context: Context) -> Tag | None:
        """Return the state after a value; None if the value is not allowed."""
        if self.tag is not None:
            return self.tag
        known = self._values.get(value, _UNKNOWN)
        if known is not _UNKNOWN:
            return known  # type: ignore[return-value]  # what is not the marker is a tag
        rests = tuple(
            p.choice(rest for pattern, rest in row if matches(pattern, value, context))
            for row in self._choices
        )
        found = self.automaton.tag(rests) if any(r is not p.not_allowed for r in rests) else None
        if len(value) <= _LONGEST_REMEMBERED and self._remember:
            if len(self._values) > _MOST_VALUES:
                self._values.clear()
            self._values[value] = found
        return found

    def forgiving(self) -> Tag:
        """Return the state as if the value were allowed."""
        return self.automaton.tag(tuple(p.choice(rest for _, rest in row) for row in self._choices))

    @property
    def values(self) -> tuple[Pattern, ...]:
        """The patterns of the allowed values."""
        return tuple(dict.fromkeys(value for row in self._choices for value, _ in row))


_UNKNOWN: Final = object()


class Automaton:
    """All states of a grammar reached so far; dropped and recomputed beyond a limit."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.derivatives = Derivatives()
        self.skipping = Derivatives(skipping=True)
        self.sentences: dict[Hashable, str] = {}
        """Parts of messages, cached by key, since the same error may occur thousands of times."""
        self._states: dict[Patterns, State] = {}
        self._tags: dict[Patterns, Tag] = {}

    @property
    def start(self) -> State:
        """Return the state before the root element."""
        return self.state((self.grammar.start,))

    def state(self, patterns: Patterns) -> State:
        """Return the state of these patterns."""
        known = self._states.get(patterns)
        if known is None:
            if len(self._states) > _MOST_STATES:
                self._forget()
            known = self._states[patterns] = State(self, patterns)
        return known

    def tag(self, patterns: Patterns) -> Tag:
        """Return the start-tag state of these patterns."""
        known = self._tags.get(patterns)
        if known is None:
            if len(self._tags) > _MOST_STATES:
                self._forget()
            known = self._tags[patterns] = Tag(self, patterns)
        return known

    def _forget(self) -> None:
        """Empty the caches; states in use stay valid but are no longer shared."""
        for state in self._states.values():
            state.steps.clear()
        self._states.clear()
        self._tags.clear()
        self.sentences.clear()

    def step(self, state: State, name: str, *, skipping: bool = False) -> Step | None:
        """Return the transition into a child; ``skipping`` skips required content before it."""
        if not skipping and name in state.steps:
            return state.steps[name]
        derivatives = self.skipping if skipping else self.derivatives
        rows = [dict(derivatives.starts(part, name)) for part in state.patterns]
        elements = tuple(dict.fromkeys(element for row in rows for element in row))
        if not elements:
            return None
        rests = tuple(
            tuple(row.get(element, p.not_allowed) for element in elements) for row in rows
        )
        step = Step(self, elements, rests)
        if not skipping:
            state.steps[name] = step
        return step

    def step_into(self, elements: tuple[p.Element, ...], state: State) -> Step:
        """Return a transition into misplaced elements; the parent's state does not change."""
        rests = tuple((part,) * len(elements) for part in state.patterns)
        return Step(self, elements, rests)

    def cached_message(self, key: Hashable, say: Callable[[], str]) -> str:
        """Return a part of a message, computed once for each key."""
        known = self.sentences.get(key)
        if known is None:
            if len(self.sentences) > _MOST_VALUES:
                self.sentences.clear()
            known = self.sentences[key] = say()
        return known

    def take(self, tag: Tag, name: str) -> Take | None:
        """Return the transition for an attribute."""
        rows = tuple(
            tuple((found.pattern, rest) for found, rest in self.derivatives.takes(part, name))
            for part in tag.patterns
        )
        return Take(self, rows) if any(rows) else None


def automaton_of(grammar: Grammar) -> Automaton:
    """Return the automaton of a grammar, which all documents share."""
    known = grammar.states.get("automaton")
    if not isinstance(known, Automaton):
        known = grammar.states["automaton"] = Automaton(grammar)
    return known


def _text_kind(patterns: Patterns) -> int:
    alive = [part for part in patterns if part is not p.not_allowed]
    if any(_has_values(part) for part in alive):
        return SOME_TEXT
    after = [consume_text(part, "", _NO_CONTEXT) for part in alive]
    if all(rest is part for part, rest in zip(alive, after, strict=True)):
        return ANY_TEXT if alive else NO_TEXT
    return NO_TEXT if all(rest is p.not_allowed for rest in after) else SOME_TEXT


def _has_values(pattern: Pattern) -> bool:
    return pattern.values


def _id_kind(pattern: Pattern) -> str:
    return pattern.type.kind.ids if isinstance(pattern, p.Data) else ""


def _is_contextual(pattern: Pattern) -> bool:
    match pattern:
        case p.Data() | p.Value():
            return pattern.type.kind.contextual
        case p.Choice() | p.Interleave() | p.Attributes():
            return any(map(_is_contextual, pattern.members))
        case p.Group():
            return _is_contextual(pattern.left) or _is_contextual(pattern.right)
        case p.OneOrMore() | p.List():
            return _is_contextual(pattern.pattern)
    return False


class _NoContext:
    def namespace(self, prefix: str) -> str | None:  # noqa: ARG002 - the protocol has it
        return None

    def is_unparsed_entity(self, name: str) -> bool:  # noqa: ARG002 - the protocol has it
        return False


_NO_CONTEXT: Final = _NoContext()
