"""Ledger: all decisions of an edition, one a line, only ever added to."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from toolkit.decisions.decision import Decision, Target, Verdict
from toolkit.exceptions import OutputError, SourceError
from toolkit.text import Cert

_LOCKED_BYTE = 2**31 - 2
"""Where Windows locks: beyond any end, so that the file itself can be read meanwhile."""


def read_ledger(path: Path) -> tuple[Decision, ...]:
    """The decisions in a ledger, oldest first; none where there is no file.

    The date decides what is older, not the line: lines change places when branches are merged.
    An unfinished last line (a power cut) is passed over. SourceError names a line that is no
    decision.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}") from error
    whole = data[: _end_of_lines(data)]
    try:
        lines = whole.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8: {error}") from error
    return tuple(sorted(_decisions(lines, path), key=lambda decision: decision.moment))


def append(path: Path, decisions: Iterable[Decision]) -> None:
    """Add decisions at the end of a ledger, all or none; they are on the disk afterwards.

    Several programs may do so at once: each waits for the others. OutputError if it cannot be
    written.
    """
    lines = "".join(f"{to_json(decision)}\n" for decision in decisions)
    if not lines:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b", buffering=0) as file, _locked(file):
            file.seek(0)
            there = file.read()
            end = _end_of_lines(there)
            if end < len(there):
                file.truncate(end)
            unended = end > 0 and not there[:end].endswith(b"\n")
            _write(file, (b"\n" if unended else b"") + lines.encode("utf-8"))
            os.fsync(file.fileno())
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error


def to_json(decision: Decision) -> str:
    """A decision as one line of JSON; what has its usual value is left out."""
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
    """A target as a JSON object; what has its usual value is left out."""
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
    """A decision from a line of JSON. ValueError if it is none."""
    try:
        data = json.loads(line)
        return _decision(data)
    except KeyError as error:
        raise ValueError(f"{error} is missing") from error
    except (TypeError, AttributeError, RecursionError) as error:
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
    """A target from its JSON object. KeyError, TypeError or ValueError if it is none."""
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
    """Where the last line ends that was written to its end."""
    start = data.rfind(b"\n") + 1
    try:
        json.loads(data[start:] or b"0")
    except (ValueError, RecursionError):
        return start
    return len(data)


def _write(file: BinaryIO, data: bytes) -> None:
    """Write all of it: an unbuffered file may take less at a time."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


@contextmanager
def _locked(file: BinaryIO) -> Iterator[None]:
    """Keep other writers out; the lock ends with the process, so a crash leaves none behind."""
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415  # Windows only

        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl  # noqa: PLC0415  # everywhere else

        fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if os.name == "nt":
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
