"""Validate a document in one pass, event by event, against the automaton."""

from collections.abc import Iterator
from typing import Any, Final
from xml.parsers import expat

from toolkit.closed_room import ClosedRoom
from toolkit.findings import Finding, Place
from toolkit.namespaces import XML
from toolkit.rng import codes
from toolkit.rng.automaton import ANY_TEXT, NO_TEXT, SOME_TEXT, State, automaton_of
from toolkit.rng.byte_chunks import Chunks, Source, open_source
from toolkit.rng.event_source import Feed, parse
from toolkit.rng.grammar import Grammar
from toolkit.rng.nameclass import SEPARATOR
from toolkit.rng.recover import Recovery
from toolkit.rng.reporter import Reporter

MAX_DEPTH: Final = 5_000
"""The maximum depth of elements; the deepest edition known to us has 40 levels."""

_XML_ID: Final = f"{XML}{SEPARATOR}id"


def validate(  # noqa: PLR0913 - the options are independent of each other
    grammar: Grammar,
    source: Source,
    *,
    file: str = "",
    ids: bool = True,
    inclusions: ClosedRoom | None = None,
    entities: ClosedRoom | None = None,
    limit: int | None = None,
) -> Iterator[Finding]:
    """Yield the findings in a document while it is read, in document order.

    - ``source``: a path, the bytes of the document, or a stream of them.
    - ``file``: what findings call it; by default the path.
    - ``ids``: whether ``xml:id`` (and whatever else the schema types as ID) must be unique.
    - ``inclusions``: where included files may be read from, None to leave inclusions alone;
      findings are placed in the included file.
    - ``entities``: where the files of external entities may be read from, None to read none.
    - ``limit``: how many findings to give before stopping; the last one says so.

    SourceError if the file cannot be read; bad XML is a finding.
    """
    name = file or (str(source) if not isinstance(source, bytes) else "")
    with open_source(source, name) as stream:
        chunks = Chunks(stream)
        feed = Feed(name, chunks.encoding, inclusions=inclusions, entities=entities)
        reader = _Reader(grammar, feed, ids=ids, encoding=chunks.encoding)
        for given, finding in enumerate(reader.findings(chunks)):
            if limit is not None and given >= limit:
                yield codes.TOO_MANY.at(
                    finding.place, f"there are more than {limit} findings; the rest is not shown"
                )
                return
            yield finding


class _Reader:
    """Drives expat over one document."""

    def __init__(self, grammar: Grammar, feed: Feed, *, ids: bool, encoding: str | None) -> None:
        self._feed = feed
        self._frames: list[Any] = []
        automaton = automaton_of(grammar)
        self._reporter = Reporter(feed, self._frames, encoding=encoding)
        self._recovery = Recovery(automaton, self._reporter, self._frames, ids=ids)
        connect_handlers(feed, automaton.start, self._frames, self._recovery)

    def findings(self, chunks: Chunks) -> Iterator[Finding]:
        """Yield the findings as the chunks are read."""
        found = self._reporter.findings
        try:
            for _ in parse(self._feed, chunks):
                yield from found
                found.clear()
                if len(self._frames) > MAX_DEPTH:
                    yield self._refused(f"elements nest more than {MAX_DEPTH} deep")
                    return
        except expat.ExpatError as error:
            yield from found
            yield self._not_well_formed(error)
            return
        except (LookupError, ValueError) as error:
            yield from found
            place = Place(self._feed.file)
            yield codes.NOT_WELL_FORMED.at(place, f"the file cannot be decoded: {error}")
            return
        self._recovery.unresolved_references()
        yield from found

    def _refused(self, message: str) -> Finding:
        return codes.REFUSED.at(self._reporter.here(), message)

    def _not_well_formed(self, error: expat.ExpatError) -> Finding:
        message = expat.ErrorString(error.code) or "not well-formed"
        place = self._reporter.place(error.lineno, error.offset + 1)
        if "amplification" in message:
            return codes.REFUSED.at(place, "its entities expand to more than can be text")
        return codes.NOT_WELL_FORMED.at(place, f"not well-formed XML: {_describe_error(message)}")


def _describe_error(message: str) -> str:
    return {
        "not well-formed (invalid token)": "a character that cannot stand here",
        "mismatched tag": "an end tag that does not fit the element that is open",
        "no element found": "the file ends before its elements do",
        "unclosed token": "the file ends inside a tag, a comment or a reference",
    }.get(message, message)


def connect_handlers(  # noqa: C901, PLR0915 - the handlers share their state, which is fastest so
    feed: Feed, state: State, frames: list[Any], recovery: Recovery
) -> None:
    """Set the handlers of expat: the inner loop of validation.

    ``frames`` holds the open elements: the step that led into each, its name, its number among
    siblings of that name, how often each child name was seen in its parent, its ``xml:id``.
    Everything that is not the usual case is left to ``recovery``.
    """
    counts: dict[str, int] = {}
    texts: list[str] = []
    marks = recovery.marks.by_depth
    reporter = recovery.reporter
    push, pop = frames.append, frames.pop

    def start(name: str, attributes: dict[str, str]) -> None:  # noqa: C901 - as above
        nonlocal state, counts
        if texts:
            state = recovery.text_before_element(state, texts)
        counts[name] = number = counts.get(name, 0) + 1
        step = state.steps.get(name) or state.step(name)
        if step is None:
            step = recovery.element(state, name, number)
            if step is None:
                skip()
                return
        tag = step.tag
        if attributes:
            push((step, name, number, counts, attributes.get(_XML_ID)))
            for key, value in attributes.items():
                take = tag.take(key)
                if take is None:
                    tag = recovery.attribute(tag, key, attributes)
                elif take.tag is not None:
                    tag = take.tag
                else:
                    following = take.given(value, reporter)
                    if following is None:
                        following = recovery.value(take, key, value)
                    elif take.ids:
                        recovery.identifier(take.ids, key, value)
                    tag = following
        else:
            push((step, name, number, counts, None))
        counts = {}
        state = tag.closed
        if state.dead:
            state = recovery.missing_attributes(tag)

    def end(_: str) -> None:
        nonlocal state, counts
        accepted = state.accepts
        if state.text == SOME_TEXT:
            accepted = recovery.text_at_end(state, texts, counts)
        elif not accepted:
            accepted = recovery.incomplete(state)
        if marks:
            marks.pop(len(frames), None)
        step, _name, _number, counts, _id = pop()
        state = step.back(accepted)

    def characters(text: str) -> None:
        kind = state.text
        if kind == ANY_TEXT:
            return
        if kind == NO_TEXT:
            if text.strip(" \t\r\n"):
                recovery.text(state, text)
        else:
            recovery.remember_text(texts, text)

    def skip() -> None:
        """Skip an element and its content."""
        depth = 1

        def deeper(_name: str, _attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1

        def higher(_name: str) -> None:
            nonlocal depth
            depth -= 1
            if not depth:
                feed.handle(start, end, characters)

        feed.handle(deeper, higher, None)

    feed.handle(start, end, characters)
