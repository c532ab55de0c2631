"""Findings: what is wrong with an edition, as values, and the register of their codes.

How to add a finding:

1. Choose the subject's three letters and the next free number (``docs/findings.md`` lists them).
2. In the module that finds it, write at top level
   ``NO_ANCHOR = code("NOT001", Severity.WARNING, '''A note has no marker in the text. ...''')``:
   the first sentence says what is wrong, the rest why it matters and what would be right.
3. Where it is found: ``yield NO_ANCHOR.at(place, 'note "[3]" has no marker', hint="...")``.
4. Add a small faulty file to the tests that makes the code fire.
"""

import enum
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


class Severity(enum.StrEnum):
    """How bad a finding is; ``error`` makes a command end with exit code 1 by default."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is. Lines and columns are counted from 1, columns in code points.

    ``id`` is the nearest ``xml:id`` at or above the place, ``path`` the way to the element
    as an XPath of local names with positions, ``transcription`` the line of the transcription
    that the TEI was made from.
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    id: str = ""
    path: str = ""
    transcription: int | None = None

    def __str__(self) -> str:
        position = ":".join(str(n) for n in (self.line, self.column) if n is not None)
        text = f"{self.file}:{position}" if position else self.file
        return f"{text} #{self.id}" if self.id else text


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with an edition, or worth knowing about it."""

    code: str
    severity: Severity
    message: str
    place: Place = Place()
    hint: str = ""

    def in_file(self, file: str) -> "Finding":
        """The same finding, placed in ``file``."""
        return replace(self, place=replace(self.place, file=file))

    def __str__(self) -> str:
        """One line for people, the hint indented below it."""
        first = f"{self.place} {self.code} {self.message}".lstrip()
        return f"{first}\n    {self.hint}" if self.hint else first


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: its code, its usual severity, and what it means."""

    code: str
    severity: Severity
    explanation: str

    @property
    def title(self) -> str:
        """The first sentence of the explanation."""
        return self.explanation.partition("\n")[0]

    def at(
        self, place: Place, message: str, *, hint: str = "", severity: Severity | None = None
    ) -> Finding:
        """A finding of this kind."""
        return Finding(self.code, severity or self.severity, message, place, hint)


_register: dict[str, Code] = {}
_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")


def code(name: str, severity: Severity, explanation: str) -> Code:
    """Register a finding code. Codes are unique and are never used again for another thing."""
    if not _CODE.fullmatch(name):
        raise ValueError(f"a finding code is three capitals and three digits, not {name!r}")
    if name in _register:
        raise ValueError(f"the finding code {name} is registered already")
    _register[name] = Code(name, severity, inspect.cleandoc(explanation))
    return _register[name]


def codes() -> Mapping[str, Code]:
    """All codes of the modules imported so far, by name."""
    return MappingProxyType(dict(sorted(_register.items())))


def at_or_above(findings: Iterable[Finding], severity: Severity) -> Iterator[Finding]:
    """The findings that are at least as bad as ``severity``."""
    return (finding for finding in findings if finding.severity.rank >= severity.rank)
