"""Walk over the start tags of a document and report the position of each."""

from collections.abc import Callable
from contextlib import suppress
from xml.parsers import expat

from toolkit.closed_room import ClosedRoom
from toolkit.findings import Place
from toolkit.namespaces import XML
from toolkit.rng.byte_chunks import Chunks, Source, open_source
from toolkit.rng.event_source import Feed, InclusionError, parse
from toolkit.rng.nameclass import SEPARATOR, local_of
from toolkit.rng.positions import Position, SourceTag, source_tag
from toolkit.rng.validator import MAX_DEPTH

XML_ID = f"{XML}{SEPARATOR}id"
Visit = Callable[[str, dict[str, str], "Walker"], None]
"""Called for each start tag with its name, its attributes, and the walker for its place."""


class Walker:
    """The open elements of a walk, each with its number among siblings of the same name."""

    def __init__(self, feed: Feed, visit: Visit, encoding: str | None) -> None:
        self._feed = feed
        self._visit = visit
        self._encoding = encoding or "utf-8"
        self._open: list[tuple[str, int, str]] = []
        self._counts: list[dict[str, int]] = [{}]
        feed.parser.XmlDeclHandler = self._declare
        feed.parser.ExternalEntityRefHandler = self._external_entity
        feed.handle(self._start, self._end, None)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        counts = self._counts[-1]
        counts[name] = number = counts.get(name, 0) + 1
        self._open.append((name, number, attributes.get(XML_ID, "")))
        self._counts.append({})
        self._visit(name, attributes, self)

    def _end(self, _: str) -> None:
        self._open.pop()
        self._counts.pop()

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """The path from the root, as names and numbers."""
        return tuple((name, number) for name, number, _ in self._open)

    @property
    def depth(self) -> int:
        """The number of open elements."""
        return len(self._open)

    @property
    def place(self) -> Place:
        """The place of the current start tag."""
        return self._place(self._tag().position)

    def attribute_place(self, name: str) -> Place:
        """Return the place of an attribute of the current start tag."""
        tag = self._tag()
        found = tag.attribute(name)
        return self._place(found[0] if found else tag.position)

    def _tag(self) -> SourceTag:
        start = Position(
            self._feed.parser.CurrentLineNumber, self._feed.parser.CurrentColumnNumber + 1
        )
        context = self._feed.parser.GetInputContext()
        return source_tag(context, self._encoding, start, self._open[-1][0])

    def _declare(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and self._encoding == "utf-8":
            self._encoding = encoding

    def _external_entity(
        self, context: str | None, _base: str | None, system: str | None, _public: str | None
    ) -> int:
        encoding = self._encoding
        self._encoding = "utf-8"
        with suppress(InclusionError):
            self._feed.read_entity(context, system)
        self._encoding = encoding
        return 1

    def _place(self, position: Position) -> Place:
        path = "".join(
            f"/{local_of(name)}[{number}]" if depth else f"/{local_of(name)}"
            for depth, (name, number, _) in enumerate(self._open)
        )
        nearest = next((own for _, _, own in reversed(self._open) if own), "")
        return Place(self._feed.file, position.line, position.column, id=nearest, path=path)


def walk(
    source: Source,
    file: str,
    visit: Visit,
    *,
    inclusions: ClosedRoom | None = None,
    entities: ClosedRoom | None = None,
) -> None:
    """Visit every start tag of a document, up to the first well-formedness error."""
    with open_source(source, file) as stream:
        chunks = Chunks(stream)
        feed = Feed(file, chunks.encoding, inclusions=inclusions, entities=entities)
        walker = Walker(feed, visit, chunks.encoding)
        with suppress(expat.ExpatError, LookupError, ValueError):
            for _ in parse(feed, chunks):
                if walker.depth > MAX_DEPTH:
                    return
