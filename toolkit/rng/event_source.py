"""The events of a document, with those of its XInclude inclusions, as one stream.

Without XInclude the handlers are expat's own, and nothing stands between. With it, an included
file is read by a parser of its own in the place of ``xi:include``, so that every event still
knows the file, line and column it came from.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final
from xml.parsers import expat

from toolkit.closed_room import ClosedRoom, ClosedRoomError
from toolkit.namespaces import XINCLUDE, XML
from toolkit.rng.byte_chunks import Chunks
from toolkit.rng.nameclass import SEPARATOR

OnStart = Callable[[str, dict[str, str]], None]
OnEnd = Callable[[str], None]
OnText = Callable[[str], None]
Prepare = Callable[[expat.XMLParserType], None]
Fault = Callable[[str], None]

_INCLUDE: Final = f"{XINCLUDE}{SEPARATOR}include"
_FALLBACK: Final = f"{XINCLUDE}{SEPARATOR}fallback"
_XML_ID: Final = f"{XML}{SEPARATOR}id"
_MOST_NESTED: Final = 20


class InclusionError(Exception):
    """An inclusion failed; the message is the reason."""


class Feed:
    """Drives expat over a document and its inclusions.

    - ``parser``, ``file``: where the present event comes from.
    - ``fault``: told what is wrong with an inclusion.
    - ``inclusions``: where included files may be read from; None leaves ``xi:include`` alone.
    - ``entities``: where the files of external entities may be read from; None reads none.
    - ``prepare``: gives each new parser its handlers for anything but elements and text.
    """

    def __init__(
        self,
        file: str,
        encoding: str | None,
        *,
        inclusions: ClosedRoom | None = None,
        entities: ClosedRoom | None = None,
    ) -> None:
        self.parser = expat.ParserCreate(encoding=encoding, namespace_separator=SEPARATOR)
        self.file = file
        self.prepare: Prepare = lambda _: None
        self.fault: Fault = lambda _: None
        self._entities = entities.enter() if entities is not None else None
        self._inclusions = _Inclusions(self, inclusions) if inclusions is not None else None

    def read_entity(self, context: str | None, system: str | None) -> None:
        """Read the file of an external entity in the place of the reference.

        InclusionError if it is not read, ExpatError if it is not well-formed.
        """
        if self._entities is None:
            raise InclusionError("it is not read")
        address = system or ""
        if ":" in address or address.startswith("/"):
            raise InclusionError("nothing is fetched from elsewhere")
        path = Path(self.file).parent / address
        try:
            data = self._entities.read(path)
        except ClosedRoomError as error:
            raise InclusionError(str(error)) from error
        outer = self.parser, self.file
        self.parser, self.file = self.parser.ExternalEntityParserCreate(context), str(path)
        self.parser.Parse(data, True)
        self.parser, self.file = outer

    def handle(self, start: OnStart, end: OnEnd, text: OnText | None) -> None:
        """Set the handlers of start tags, end tags and text."""
        if self._inclusions is not None:
            self._inclusions.handle(start, end, text)
            return
        self.parser.StartElementHandler = start
        self.parser.EndElementHandler = end
        self.parser.CharacterDataHandler = text


class _Inclusions:
    """Passes events on and opens inclusions; the other content of ``xi:include`` is dropped."""

    def __init__(self, feed: Feed, room: ClosedRoom) -> None:
        self._feed = feed
        self._reader = room.enter()
        self._files: list[tuple[Path, str]] = [(Path(feed.file).resolve(), "")]
        self._depth = 0
        self._failed: list[int] = []
        """The depths of failed inclusions, whose fallback is used."""
        self._skipping = 0

    def handle(self, start: OnStart, end: OnEnd, text: OnText | None) -> None:
        self._on_start, self._on_end, self._on_text = start, end, text
        if self._feed.parser.StartElementHandler is None:
            self._connect(self._feed.parser)

    def _connect(self, parser: expat.XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._feed.prepare(parser)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._skipping:
            return
        if name == _INCLUDE:
            try:
                self._include(attributes)
            except InclusionError as error:
                self._failed.append(self._depth)
                self._reason = str(error)
            else:
                self._skipping = self._depth
        elif name == _FALLBACK and self._failed and self._failed[-1] == self._depth - 1:
            self._reason = ""
        elif self._failed and self._failed[-1] == self._depth - 1:
            self._skipping = self._depth
        else:
            self._on_start(name, attributes)

    def _end(self, name: str) -> None:
        if self._skipping:
            if self._skipping == self._depth:
                self._skipping = 0
        elif name == _INCLUDE and self._failed and self._failed[-1] == self._depth:
            self._failed.pop()
            if self._reason:
                self._feed.fault(self._reason)
        elif name != _FALLBACK:
            self._on_end(name)
        self._depth -= 1

    def _text(self, text: str) -> None:
        between = self._failed and self._failed[-1] == self._depth
        if not self._skipping and not between and self._on_text is not None:
            self._on_text(text)

    def _include(self, attributes: dict[str, str]) -> None:
        path = self._path(attributes.get("href", ""))
        pointer = attributes.get("xpointer", "")
        if (path, pointer) in self._files or len(self._files) > _MOST_NESTED:
            raise InclusionError(f"{path.name} includes itself")
        try:
            data = self._reader.read(path)
        except ClosedRoomError as error:
            raise InclusionError(f"{path.name} is not included: {error}") from error
        if attributes.get("parse", "xml") == "text":
            encoding = attributes.get("encoding", "utf-8")
            try:
                self._text(data.decode(encoding))
            except (LookupError, UnicodeError) as error:
                raise InclusionError(f"{path.name} is not text in {encoding}") from error
            return
        self._files.append((path, pointer))
        self._parse(data, path, pointer)
        self._files.pop()

    def _path(self, href: str) -> Path:
        from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - slow to load

        try:
            parts = urlsplit(href)
        except ValueError as error:
            raise InclusionError(f"{href} is not an address") from error
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            raise InclusionError(f"{href} is not a relative address; nothing is fetched")
        if parts.fragment:
            raise InclusionError(f"{href}: a part of a file is named by xpointer, not after #")
        here = self._files[-1][0]
        try:
            return (here.parent / unquote(parts.path)).resolve() if parts.path else here
        except (OSError, ValueError) as error:
            raise InclusionError(f"{href} is not the name of a file") from error

    def _parse(self, data: bytes, path: Path, pointer: str) -> None:
        feed = self._feed
        outer, outer_file, skipping = feed.parser, feed.file, self._skipping
        feed.parser = expat.ParserCreate(namespace_separator=SEPARATOR)
        feed.file = str(path)
        self._connect(feed.parser)
        part = _Part(feed.parser, self, pointer) if pointer else None
        try:
            feed.parser.Parse(data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            message = f"{path.name}:{error.lineno}:{error.offset + 1}: not well-formed: {reason}"
            raise InclusionError(message) from error
        finally:
            feed.parser, feed.file, self._skipping = outer, outer_file, skipping
        if part is not None and not part.found:
            raise InclusionError(f'{path.name} has no element with the xml:id "{pointer}"')


class _Part:
    """Passes on only the element with a given ``xml:id`` and its content."""

    def __init__(self, parser: expat.XMLParserType, inner: _Inclusions, pointer: str) -> None:
        self._pointer = pointer.removeprefix("element(").removesuffix(")").partition("/")[0]
        self._inner = inner
        self._inside = 0
        self.found = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._inside or (not self.found and attributes.get(_XML_ID) == self._pointer):
            self.found = True
            self._inside += 1
            self._inner._start(name, attributes)

    def _end(self, name: str) -> None:
        if self._inside:
            self._inner._end(name)
            self._inside -= 1

    def _text(self, text: str) -> None:
        if self._inside:
            self._inner._text(text)


def parse(feed: Feed, chunks: Chunks) -> Iterable[None]:
    """Parse the outer document chunk by chunk; yields after each, so that results can be taken."""
    parser = feed.parser
    at = -1
    for chunk in chunks:
        parser.Parse(chunk, False)
        yield
        chunks.grow(stalled=parser.CurrentByteIndex == at)
        at = parser.CurrentByteIndex
    parser.Parse(b"", True)
    yield
