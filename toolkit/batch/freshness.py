"""Status: whether what was made of an input is what would be made now, and if not, why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.batch.task import Task, causes, mentioned
from toolkit.findings import Severity
from toolkit.publishing.file_version import Stamp
from toolkit.publishing.manifest import Record, Stamped

_SAID: Final = {
    "input": "the transcription changed",
    "settings": "the settings of the edition changed",
    "names": "the names in the authority lists changed",
    "decisions": "the decisions changed",
    "looks": "the edition's style, templates, layout or fonts changed",
    "tool": "the toolkit changed",
}
"""What is said of each cause. The options of the command that made it are left as they were."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is out of date.

    ``cause`` is one of ``input``, ``settings``, ``names``, ``decisions``, ``looks``, ``tool``,
    ``entry``, ``result`` and ``new``; ``message`` says it in words.
    """

    cause: str
    message: str


@dataclass(frozen=True, slots=True)
class Status:
    """The state of one input: why it is out of date, and its findings when it was made.

    ``findings`` counts them by severity; ``codes`` are theirs, each once.
    """

    file: str
    reasons: tuple[Reason, ...]
    findings: Mapping[Severity, int]
    codes: tuple[str, ...] = ()

    @property
    def is_current(self) -> bool:
        """Whether nothing has to be made again."""
        return not self.reasons


def status_of(task: Task, record: Record | None, results: Stamped) -> Status:
    """The state of an input, by its record in the manifest and the ``results`` as they are."""
    if record is None:
        never = Reason("new", "nothing was made of it yet, or it failed")
        return Status(task.item.name, (never,), dict.fromkeys(Severity, 0))
    found = record.report.get("findings", ())
    severities = [finding["severity"] for finding in found]
    return Status(
        task.item.name,
        tuple(_reasons(task, record, results)),
        {severity: severities.count(severity.value) for severity in Severity},
        tuple(sorted({finding["code"] for finding in found})),
    )


def left_over(tasks: Collection[Task], manifest: Iterable[Record]) -> list[str]:
    """The results of texts that are not among these, as their records name them, in order."""
    known = {task.key for task in tasks} | {f"{task.key} rendered" for task in tasks}
    return sorted(name for record in manifest if record.key not in known for name in record.outputs)


def _reasons(task: Task, record: Record, results: Stamped) -> Iterator[Reason]:
    before = dict(part.split(":", 1) for part in record.fingerprint.split() if ":" in part)
    for cause, value in causes(task).items():
        if cause in _SAID and before.get(cause) != value:
            yield Reason(cause, _SAID[cause])
    now = mentioned(task.item.edition, record.mentions)
    for entry, value in record.mentions.items():
        if now.get(entry) != value:
            yield Reason("entry", f"the entry {entry} {'changed' if entry in now else 'is gone'}")
    for name, left in record.outputs.items():
        if problem := _problem(results.stamp(name), left):
            yield Reason("result", f"{name} {problem}")


def _problem(found: Stamp | None, left: Stamp) -> str:
    if found is None:
        return "is missing"
    return "" if found == left else "was changed since it was made"
