"""Tasks: one input with everything a process needs to turn it into results."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.batch.build import BuildResult, build_text, render_text
from toolkit.batch.input import Input
from toolkit.batch.task_bundle import bundle_files, unpack_files
from toolkit.exceptions import SettingsError, SourceError
from toolkit.rendering.outputs import choose_outputs
from toolkit.rendering.protocol import TEI


@dataclass(frozen=True, slots=True)
class Task:
    """One input and the results wanted from it.

    ``encoded``: a transcription is encoded; otherwise the input is TEI already. ``checked``: the
    TEI is checked against its schema. ``carried`` are the files of the edition's folder that it
    needs, by their paths in it, if it is done where that folder cannot be read.
    """

    item: Input
    formats: tuple[str, ...] = ()
    view: str = ""
    language: str = ""
    encoded: bool = True
    checked: bool = False
    bundle: Mapping[str, bytes] | None = None

    @property
    def key(self) -> str:
        """The key of the task in the manifest."""
        return self.item.stem if self.encoded else f"{self.item.stem} rendered"

    @property
    def files(self) -> Mapping[str, str]:
        """The names of the files that come of it, by the names of their outputs."""
        outputs = choose_outputs(self.item.edition, self.formats)
        suffixes = {TEI: ".xml"} if self.encoded else {}
        suffixes |= {output.name: output.suffix for output in outputs}
        return {name: f"{self.item.stem}{suffix}" for name, suffix in suffixes.items()}

    @property
    def outputs(self) -> tuple[str, ...]:
        """The names of the files that the task produces."""
        return tuple(self.files.values())


def perform_task(task: Task) -> BuildResult:
    """Perform a task. Problems of the input are part of the report."""
    if task.bundle is None:
        return _performed(task)
    with tempfile.TemporaryDirectory(prefix="tei-edition-") as name:
        unpacked, folder = Path(name), task.item.edition.folder
        unpack_files(task.bundle, unpacked)
        edition = replace(task.item.edition, folder=folder and unpacked)
        made = _performed(replace(task, item=replace(task.item, edition=edition)))
        failed = made.report.failed.replace(name, str(folder))  # the folder as its editors know it
    return replace(made, report=replace(made.report, failed=failed))


def bundle_task(task: Task) -> Task:
    """Return the task with the bytes of all files it reads, so that any machine can perform it."""
    try:
        data, settings = task.item.read(), task.item.read_settings_file()
    except (SourceError, SettingsError):
        return task  # it will fail there as it would here
    item = replace(task.item, data=data, settings_data=settings)
    return replace(task, item=item, bundle=bundle_files(item, pictures="pdf" in task.formats))


def _performed(task: Task) -> BuildResult:
    if task.encoded:
        return build_text(
            task.item,
            formats=task.formats,
            view=task.view,
            language=task.language,
            checked=task.checked,
        )
    return render_text(task.item, formats=task.formats, view=task.view)
