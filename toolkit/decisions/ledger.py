"""The ledger: an append-only file of all decisions of an edition, one JSON object a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from toolkit.decisions.codes import LEDGER_UNFINISHED
from toolkit.decisions.decision import Decision, Target, Verdict
from toolkit.edition import Edition
from toolkit.edition.settings import FILE_NAME, inside
from toolkit.exceptions import SourceError
from toolkit.files import append_lines, cut_file, locked, write_error
from toolkit.findings import Finding, Place
from toolkit.text import Cert

_QUOTED: Final = 60
"""Characters of an unfinished line that are quoted."""


def ledger_of(edition: Edition) -> Path | None:
    """Return the file of an edition's decisions; None for a text without an ``edition.toml``."""
    if edition.folder is None:
        return None
    return inside(edition.folder, edition.decisions, edition.folder / FILE_NAME)


def read_decisions(edition: Edition) -> tuple[Decision, ...]:
    """Return the decisions in an edition's ledger, oldest first."""
    path = ledger_of(edition)
    return read_ledger(path) if path else ()


def read_ledger(path: Path) -> tuple[Decision, ...]:
    """Return the decisions in a ledger, oldest first; none if the file does not exist.

    The date decides the order, not the line: lines change places when branches are merged. An
    unfinished last line is skipped; ``ledger_findings`` reports it. SourceError names a line that
    is not a decision.
    """
    data = _read(path)
    whole = data[: _end_of_lines(data)]
    try:
        lines = whole.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8: {error}") from error
    return tuple(sorted(_decisions(lines, path), key=lambda decision: decision.moment))


def append(path: Path, decisions: Iterable[Decision]) -> None:
    """Add decisions to the end of a ledger, all or none; they are on the disk afterwards.

    Several programs may do so at once: each waits for the others. OutputError if the ledger cannot
    be written.
    """
    with exclusive(path):
        append_exclusively(path, decisions)


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Keep other writers out of a ledger, to read it and to write what follows from that.

    OutputError if another program keeps us out for a minute. The lock ends with the process.
    """
    try:
        with locked(path.with_name(f".{path.name}.lock")):
            yield
    except OSError as error:
        raise write_error(path, error) from error


def append_exclusively(path: Path, decisions: Iterable[Decision]) -> None:
    """Add decisions to a ledger within ``exclusive``; see ``append``.

    An unfinished last line is moved to a file beside the ledger first.
    """
    lines = "".join(f"{to_json(decision)}\n" for decision in decisions)
    if not lines:
        return
    try:
        _set_aside_unfinished(path)
        append_lines(path, lines.encode("utf-8"), durable=True)
    except OSError as error:
        raise write_error(path, error) from error


def ledger_findings(path: Path) -> tuple[Finding, ...]:
    """Report an unfinished last line of a ledger, and unfinished lines that were set aside."""
    data = _read(path)
    end = _end_of_lines(data)
    findings = []
    if data[end:].strip():
        place = Place(str(path), data[:end].count(b"\n") + 1)
        words = f"the last line is unfinished: {_start_of(data[end:])}"
        hint = "complete the line, or decide again"
        findings.append(LEDGER_UNFINISHED.at(place, words, hint=hint))
    aside = _aside(path)
    if lines := _read(aside):
        words = f"an unfinished line was moved here from the ledger: {_start_of(lines)}"
        hint = "complete it and copy it back, or decide again; then delete this file"
        findings.append(LEDGER_UNFINISHED.at(Place(str(aside), 1), words, hint=hint))
    return tuple(findings)


def to_json(decision: Decision) -> str:
    """Format a decision as one line of JSON, without default values."""
    data: dict[str, Any] = {"verdict": decision.verdict.value, "by": decision.by}
    data |= {name: value for name in ("when", "why", "file") if (value := getattr(decision, name))}
    data["target"] = target_json(decision.target)
    if decision.element:
        data["element"] = decision.element
    if decision.alternative is not None:
        data["alternative"] = decision.alternative
    if decision.attributes:
        data["attributes"] = dict(decision.attributes)
    if decision.cert is not Cert.HIGH:
        data["cert"] = decision.cert.value
    return json.dumps(data, ensure_ascii=False)


def target_json(target: Target) -> dict[str, Any]:
    """Convert a target to a JSON object, without default values."""
    words: dict[str, Any] = {"element": target.element, "quote": target.quote}
    words |= {"before": target.before, "after": target.after}
    if target.until:
        words["until"] = target.until
    if target.total != 1:
        words |= {"number": target.number, "total": target.total}
    if target.marker:
        words["marker"] = True
    return words


def from_json(line: str) -> Decision:
    """Parse a decision from a line of JSON. ValueError if the line is not a decision."""
    try:
        data = json.loads(line)
        return _decision(data)
    except KeyError as error:
        raise ValueError(f"{error} is missing") from error
    except (TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError(str(error)) from error


def _decisions(lines: list[str], path: Path) -> Iterator[Decision]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield from_json(line)
            except ValueError as error:
                raise SourceError(f"{path}:{number}: not a decision: {error}") from error


def _decision(data: Mapping[str, Any]) -> Decision:
    alternative = data.get("alternative")
    return Decision(
        target=target_from(data["target"]),
        verdict=Verdict(data["verdict"]),
        by=_text(data["by"]),
        when=_text(data.get("when", "")),
        why=_text(data.get("why", "")),
        alternative=None if alternative is None else _text(alternative),
        attributes=tuple((k, _text(v)) for k, v in data.get("attributes", {}).items()),
        element=_text(data.get("element", "")),
        cert=Cert(data.get("cert", "high")),
        file=_text(data.get("file", "")),
    )


def target_from(data: Mapping[str, Any]) -> Target:
    """Parse a target from its JSON object.

    KeyError, TypeError, ValueError or OverflowError if the object is not a target.
    """
    return Target(
        element=_text(data["element"]),
        quote=_text(data["quote"]),
        before=_text(data.get("before", "")),
        after=_text(data.get("after", "")),
        until=_text(data.get("until", "")),
        number=int(data.get("number", 1)),
        total=int(data.get("total", 1)),
        marker=bool(data.get("marker", False)),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text was expected, not {value!r}")
    value.encode("utf-8")
    return value


def _end_of_lines(data: bytes) -> int:
    """Return the end of the last complete line."""
    start = data.rfind(b"\n") + 1
    try:
        json.loads(data[start:] or b"0")
    except (ValueError, RecursionError):
        return start
    return len(data)


def _set_aside_unfinished(path: Path) -> None:
    """Move an unfinished last line to a file beside the ledger."""
    data = _read(path)
    end = _end_of_lines(data)
    if unfinished := data[end:]:
        append_lines(_aside(path), unfinished.rstrip(b"\n") + b"\n", durable=True)
        cut_file(path, end)


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.name}.unfinished")


def _start_of(data: bytes) -> str:
    """Quote the beginning of an unfinished line."""
    text = data.decode("utf-8", "replace").strip()
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}\N{HORIZONTAL ELLIPSIS}"


def _read(path: Path) -> bytes:
    """Read a file; empty if it does not exist. SourceError if it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}") from error
