"""Findings (problems of an edition, as values) and the table of their codes.

How to add a finding:

1. Choose the subject's three letters and the next free number (``docs/findings.md`` lists them).
2. In ``codes.py`` of the package that finds it, write at top level
   ``NO_ANCHOR = code("NOT001", Severity.WARNING, '''A note has no marker in the text. ...''')``:
   the first sentence names the problem, the rest explains why it matters and what would be right.
   A new module of codes is added to ``MODULES`` below.
3. Where it is found: ``yield NO_ANCHOR.at(place, 'note "[3]" has no marker', hint="...")``.
4. Add a small faulty file to the tests that makes the code fire.
5. Regenerate the page of all codes: ``tei explain --codes > docs/findings.md``.
"""

import enum
import importlib
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Final

MODULES: Final = (
    "toolkit.annotation.codes",
    "toolkit.decisions.codes",
    "toolkit.edition.codes",
    "toolkit.encoding.codes",
    "toolkit.odd.problems",
    "toolkit.publishing.codes",
    "toolkit.reading.codes",
    "toolkit.rendering.codes",
    "toolkit.rng.codes",
    "toolkit.schematron.codes",
    "toolkit.validation.codes",
    "toolkit.validation.profiles.check_profile",
    "toolkit.validation.profiles.cmif",
    "toolkit.validation.profiles.dracor",
    "toolkit.validation.profiles.dtabf",
    "toolkit.validation.profiles.eltec",
    "toolkit.validation.profiles.simple_print",
)
"""The modules that declare finding codes. ``codes`` imports them, so a code is known to every
process, whichever commands it has run."""


class Severity(enum.StrEnum):
    """The severity of a finding; by default, ``error`` makes a command exit with code 1."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """The position of a finding. Lines and columns count from 1, columns in code points.

    ``id`` is the nearest ``xml:id`` at or above the place, ``path`` an XPath to the element (local
    names with positions), ``transcription`` the line in the transcription of the TEI file.
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
    """One problem of an edition, or a fact worth knowing about it."""

    code: str
    severity: Severity
    message: str
    place: Place = Place()
    hint: str = ""

    def in_file(self, file: str) -> "Finding":
        """Return the same finding with its place in ``file``."""
        return replace(self, place=replace(self.place, file=file))

    def __str__(self) -> str:
        """Format the finding as one line, with the hint indented below it."""
        first = f"{self.place} {self.code} {self.message}".lstrip()
        return f"{first}\n    {self.hint}" if self.hint else first


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: code, default severity, explanation."""

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
        """Return a finding of this kind."""
        return Finding(self.code, severity or self.severity, message, place, hint)


_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")


def code(name: str, severity: Severity, explanation: str) -> Code:
    """Declare a finding code. A code is unique and is never reused with another meaning."""
    if not _CODE.fullmatch(name):
        raise ValueError(f"a finding code is three capitals and three digits, not {name!r}")
    return Code(name, severity, inspect.cleandoc(explanation))


@cache
def codes() -> Mapping[str, Code]:
    """Return every finding code of the toolkit by name, in alphabetical order."""
    declared: dict[str, Code] = {}
    for module in map(importlib.import_module, MODULES):
        for value in vars(module).values():
            if isinstance(value, Code) and declared.setdefault(value.code, value) is not value:
                raise ValueError(f"the finding code {value.code} is declared twice")
    return MappingProxyType(dict(sorted(declared.items())))


def at_or_above(findings: Iterable[Finding], severity: Severity) -> Iterator[Finding]:
    """Yield the findings of at least this severity."""
    return (finding for finding in findings if finding.severity.rank >= severity.rank)
