"""Build the tree of a document with its XInclude inclusions carried out."""

from pathlib import Path
from typing import Any
from xml.parsers import expat

from lxml import etree

from toolkit.closed_room import ClosedRoom
from toolkit.exceptions import SourceError
from toolkit.rng.byte_chunks import Chunks, open_source
from toolkit.rng.event_source import Fault, Feed, parse
from toolkit.rng.nameclass import SEPARATOR


def merge_inclusions(
    source: Path | bytes, file: str, inclusions: ClosedRoom, *, fault: Fault = lambda _: None
) -> etree._Element:
    """Return the root of a document with its inclusions; failed ones are left out.

    ``fault`` is told the reason of each failure. SourceError if the document is not well-formed.
    """
    with open_source(source, file) as stream:
        chunks = Chunks(stream)
        feed = Feed(file, chunks.encoding, inclusions=inclusions)
        feed.fault = fault
        builder = _Builder(feed)
        try:
            for _ in parse(feed, chunks):
                pass
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise SourceError(f"{file}: not well-formed XML: {error}") from error
    return builder.root()


class _Builder:
    """Builds a tree from the events of a feed, with the prefixes of the source."""

    def __init__(self, feed: Feed) -> None:
        self._builder: Any = etree.TreeBuilder()
        self._declared: dict[str | None, str] = {}
        feed.prepare = self._prepare
        self._prepare(feed.parser)
        feed.handle(self._start, self._end, self._builder.data)

    def root(self) -> etree._Element:
        """Return the root after the last event."""
        root: etree._Element = self._builder.close()
        return root

    def _prepare(self, parser: expat.XMLParserType) -> None:
        parser.StartNamespaceDeclHandler = self._declare

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        if uri:
            self._declared[prefix] = uri

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        clark = {_clark_name(key): value for key, value in attributes.items()}
        self._builder.start(_clark_name(name), clark, self._declared)
        self._declared = {}

    def _end(self, name: str) -> None:
        self._builder.end(_clark_name(name))


def _clark_name(name: str) -> str:
    return f"{{{name}" if SEPARATOR in name else name
