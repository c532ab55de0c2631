"""Positions of tags and attributes in the source, by line and column."""

import re
from dataclasses import dataclass

from toolkit.rng.nameclass import local_of

_TAG = re.compile(r"""</?([^\s/>"'=]++)(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>?""")
_ATTRIBUTE = re.compile(r"""([^\s=/<>"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_WINDOWS = (2_000, 200_000)
"""How many bytes are searched for the end of a tag; of a longer tag only the start is known."""


@dataclass(frozen=True, slots=True)
class Position:
    """A line and a column, both from 1; columns count code points."""

    line: int
    column: int

    def after(self, text: str) -> "Position":
        """Return the position at the end of a text that starts here."""
        lines = text.count("\n")
        if not lines:
            return Position(self.line, self.column + len(text))
        return Position(self.line + lines, len(text) - text.rindex("\n"))


@dataclass(frozen=True, slots=True)
class SourceTag:
    """A tag as written in the document: its text, its name with prefix, its start."""

    text: str
    name: str
    start: Position

    @property
    def position(self) -> Position:
        """Return the position to report: the start, or the end of a tag over several lines.

        That is the line which every SAX parser, and so every other validator, gives for it.
        """
        return self.start.after(self.text) if "\n" in self.text else self.start

    def attribute(self, name: str) -> tuple[Position, str] | None:
        """Return the position of an attribute in the tag, and its name as written."""
        local = local_of(name)
        inside = len(self.name) + 1
        for found in _ATTRIBUTE.finditer(self.text, inside):
            if found[1] == local or found[1].endswith(f":{local}"):
                return self.start.after(self.text[: found.start()]), found[1]
        return None


def source_tag(context: bytes | None, encoding: str, start: Position, name: str) -> SourceTag:
    """Return the tag at the parser's current position.

    ``name`` is used where the source does not show the tag, as within an entity.
    """
    for window in _WINDOWS:
        text = (context or b"")[:window].decode(encoding, errors="replace")
        found = _TAG.match(text)
        if found and found[0].endswith(">"):
            break
    if not found or not found[1].endswith(local_of(name)):
        return SourceTag("", local_of(name), start)
    return SourceTag(found[0].replace("\r\n", "\n").replace("\r", "\n"), found[1], start)
