"""Compare two corpus reports: new, changed and removed texts, new and settled findings.

The previous report comes from the last run that completed. While nothing changes, its differences
are kept: the same texts give the same report, however often it is made.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

Entry = Mapping[str, Any]
"""One text in ``report.json``."""


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """A finding identified by its message, not by its place, since lines shift."""

    file: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ReportDiff:
    """New, changed and removed texts; new findings, and findings that no longer occur."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    found: tuple[ReportedFinding, ...] = ()
    settled: tuple[ReportedFinding, ...] = ()

    def __bool__(self) -> bool:
        return any((self.new, self.changed, self.gone, self.found, self.settled))


def diff_reports(previous: bytes | None, entries: Sequence[Entry]) -> ReportDiff:
    """Compare the texts of a report with the previous report, if there is one."""
    try:
        report = json.loads(previous or b"")
        old = {entry["file"]: entry for entry in report["files"]}
        if list(old.values()) == [json.loads(json.dumps(entry)) for entry in entries]:
            return _from_json(report.get("since", {}))
        return _diff_entries(old, {entry["file"]: entry for entry in entries})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ReportDiff()


def diff_to_json(changes: ReportDiff) -> dict[str, Any]:
    """Convert a comparison to JSON."""
    return asdict(changes)


def _diff_entries(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> ReportDiff:
    before, now = _count_findings(old.values()), _count_findings(new.values())
    return ReportDiff(
        new=tuple(file for file in new if file not in old),
        changed=tuple(
            file
            for file in new
            if file in old and new[file].get("sha256") != old[file].get("sha256")
        ),
        gone=tuple(file for file in old if file not in new),
        found=tuple((now - before).elements()),
        settled=tuple((before - now).elements()),
    )


def _count_findings(entries: Iterable[Entry]) -> Counter[ReportedFinding]:
    return Counter(_findings_of(entries))


def _findings_of(entries: Iterable[Entry]) -> Iterator[ReportedFinding]:
    for entry in entries:
        for finding in entry["findings"]:
            yield ReportedFinding(entry["file"], finding["code"], finding["message"])


def _from_json(data: Mapping[str, Any]) -> ReportDiff:
    return ReportDiff(
        *(tuple(data.get(name, ())) for name in ("new", "changed", "gone")),
        *(
            tuple(ReportedFinding(**finding) for finding in data.get(name, ()))
            for name in ("found", "settled")
        ),
    )
