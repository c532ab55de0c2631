"""Freshness: whether the results of an input are up to date, and if not, why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.batch.fingerprint import Fingerprints
from toolkit.batch.task import Task
from toolkit.findings import Severity
from toolkit.publishing.file_version import FileVersion
from toolkit.publishing.manifest import Record, Versioned, are_unchanged

_MESSAGES: Final = {
    "input": "the transcription changed",
    "header": "the settings of the text changed",
    "pictures": "a picture changed",
    "settings": "the settings of the edition changed",
    "names": "the names in the authority lists changed",
    "decisions": "the decisions changed",
    "looks": "the edition's style, templates, layout or fonts changed",
    "annotators": "the edition's own annotators changed",
    "tool": "the toolkit, a library or a schema changed",
}
"""The message for each cause. Other options of the command do not make a result out of date."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a result is out of date.

    ``cause`` is a cause of ``Fingerprints.causes``, ``entry`` (an authority entry), ``result`` (a
    file that is missing or edited) or ``new``; ``message`` explains it to a person.
    """

    cause: str
    message: str


@dataclass(frozen=True, slots=True)
class Status:
    """The state of one input: why it is out of date, and the findings of its last run.

    ``findings`` counts them by severity; ``codes`` has each of their codes once.
    """

    file: str
    reasons: tuple[Reason, ...]
    findings: Mapping[Severity, int]
    codes: tuple[str, ...] = ()

    @property
    def is_current(self) -> bool:
        """Whether all results are up to date."""
        return not self.reasons


def is_up_to_date(
    task: Task, record: Record | None, results: Versioned, fingerprints: Fingerprints
) -> bool:
    """Whether a run would write the files that are there already, as they were left."""
    if record is None or set(record.outputs) != set(task.outputs):
        return False
    mentions = fingerprints.mentions(task.item.edition, record.mentions)
    return (
        dict(record.mentions) == mentions
        and record.fingerprint == fingerprints.fingerprint(task)
        and are_unchanged(results, record.outputs)
    )


def status_of(
    task: Task, record: Record | None, results: Versioned, fingerprints: Fingerprints
) -> Status:
    """Return the state of an input from its record in the manifest and its ``results``."""
    if record is None:
        never = Reason("new", "never built, or its last build failed")
        return Status(task.item.name, (never,), dict.fromkeys(Severity, 0))
    found = record.report.get("findings", ())
    severities = [finding["severity"] for finding in found]
    return Status(
        task.item.name,
        tuple(_reasons(task, record, results, fingerprints)),
        {severity: severities.count(severity.value) for severity in Severity},
        tuple(sorted({finding["code"] for finding in found})),
    )


def left_over(tasks: Collection[Task], manifest: Iterable[Record]) -> list[str]:
    """Return the results of texts without a task, as their records name them, in order."""
    known = {task.key for task in tasks} | {f"{task.key} rendered" for task in tasks}
    return sorted(name for record in manifest if record.key not in known for name in record.outputs)


def _reasons(
    task: Task, record: Record, results: Versioned, fingerprints: Fingerprints
) -> Iterator[Reason]:
    before = dict(part.split(":", 1) for part in record.fingerprint.split() if ":" in part)
    for cause, value in fingerprints.causes(task).items():
        if cause in _MESSAGES and before.get(cause, "") != value:
            yield Reason(cause, _MESSAGES[cause])
    now = fingerprints.mentions(task.item.edition, record.mentions)
    for entry, value in record.mentions.items():
        if now.get(entry) != value:
            yield Reason("entry", f"the entry {entry} {'changed' if entry in now else 'is gone'}")
    for name, left in record.outputs.items():
        if problem := _problem(results.version(name), left):
            yield Reason("result", f"{name} {problem}")


def _problem(found: FileVersion | None, left: FileVersion) -> str:
    if found is None:
        return "is missing"
    return "" if found == left else "was changed since it was made"
