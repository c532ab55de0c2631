"""Collect the findings of a document with their places in the source."""

from collections import defaultdict
from typing import Any
from xml.parsers import expat

from toolkit.findings import Code, Finding, Place
from toolkit.rng import codes, expectations
from toolkit.rng.event_source import Feed, InclusionError
from toolkit.rng.nameclass import local_of
from toolkit.rng.positions import Position, SourceTag, source_tag


class Reporter:
    """Knows the position of the parser, and is the ``Context`` of values there.

    ``frames`` are the open elements as ``stream.py`` keeps them.
    """

    def __init__(self, feed: Feed, frames: list[Any], *, encoding: str | None) -> None:
        self.findings: list[Finding] = []
        self._feed = feed
        self._frames = frames
        self._encoding = encoding or "utf-8"
        self._prefixes: defaultdict[str, list[str]] = defaultdict(list)
        self._unparsed: set[str] = set()
        self._unread: set[str] = set()
        feed.prepare = self._prepare
        feed.fault = self._inclusion_failed
        self._prepare(feed.parser)

    def _prepare(self, parser: expat.XMLParserType) -> None:
        """Set the parser's handlers for everything but elements and text."""
        parser.StartNamespaceDeclHandler = self._bind
        parser.EndNamespaceDeclHandler = self._unbind
        parser.XmlDeclHandler = self._declare
        parser.UnparsedEntityDeclHandler = self._unparsed_entity
        parser.SkippedEntityHandler = self._skipped_entity
        parser.ExternalEntityRefHandler = self._external_entity

    # the context that values may depend on

    def namespace(self, prefix: str) -> str | None:
        """Return the namespace bound to a prefix here."""
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
            self._report_entity(name, f"the entity &{name}; is not declared")

    def _external_entity(
        self, context: str | None, _base: str | None, system: str | None, _public: str | None
    ) -> int:
        name = (context or "").rpartition("\f")[2]
        encoding = self._encoding
        self._encoding = "utf-8"
        try:
            self._feed.read_entity(context, system)
        except InclusionError:
            subject = f"the entity &{name}; refers to another file"
            self._report_entity(name, f"{subject}, which is not read: {system or ''}")
        finally:
            self._encoding = encoding
        return 1

    def _report_entity(self, name: str, message: str) -> None:
        """Report the first reference to an entity without text; the others are the same."""
        if name not in self._unread:
            self._unread.add(name)
            self.report(codes.ENTITY, self.here(), message)

    def _inclusion_failed(self, reason: str) -> None:
        self.report(codes.INCLUSION, self.here(), f"the inclusion fails: {reason}")

    # places

    def position(self) -> Position:
        """Return the start of the current event."""
        return Position(
            self._feed.parser.CurrentLineNumber, self._feed.parser.CurrentColumnNumber + 1
        )

    def source(self, name: str) -> SourceTag:
        """Return the tag of the current event, as written in the document."""
        context = self._feed.parser.GetInputContext()
        return source_tag(context, self._encoding, self.position(), name)

    def here(self) -> Place:
        """Return the place of the parser."""
        position = self.position()
        return self.place(position.line, position.column)

    def place(self, line: int, column: int, child: tuple[str, int] | None = None) -> Place:
        """Return a place in the innermost open element, or in a child not yet open."""
        nearest = next((frame[4] for frame in reversed(self._frames) if frame[4]), "")
        steps = [(frame[1], frame[2]) for frame in self._frames]
        steps += [child] if child else []
        path = "".join(
            f"/{local_of(name)}[{number}]" if depth else f"/{local_of(name)}"
            for depth, (name, number) in enumerate(steps)
        )
        return Place(self._feed.file, line, column, id=nearest or "", path=path)

    def at(self, position: Position, child: tuple[str, int] | None = None) -> Place:
        """Return the place of a position."""
        return self.place(position.line, position.column, child)

    def report(
        self, code: Code, place: Place, message: str, *, advice: str = "", about: str = ""
    ) -> None:
        """Add a finding; its hint is ``advice`` and the Guidelines page of an element."""
        page = expectations.guidelines_page(about)
        hints = filter(None, (advice, page and f"see {page}"))
        self.findings.append(code.at(place, message, hint="; ".join(hints)))

    @property
    def parent(self) -> str:
        """The name of the innermost open element; empty before the root."""
        return self._frames[-1][1] if self._frames else ""
