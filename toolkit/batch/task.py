"""Work: one input as a task that any process can do, and whether it has to be done again."""

import hashlib
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from toolkit import __version__
from toolkit.batch.build import Made, make, make_renderings
from toolkit.batch.input import Input
from toolkit.batch.task_bundle import to_carry, unpack
from toolkit.edition import Edition, Entry
from toolkit.exceptions import SourceError
from toolkit.publishing.manifest import Record, Stamped, is_as_left

_MOST_KNOWN: Final = 8
"""So many editions are remembered."""


@dataclass(frozen=True, slots=True)
class Task:
    """One input, and what is to be made of it.

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
    carried: Mapping[str, bytes] | None = None

    @property
    def key(self) -> str:
        """What the manifest knows the task by."""
        return self.item.stem if self.encoded else f"{self.item.stem} rendered"

    @property
    def outputs(self) -> tuple[str, ...]:
        """The names of the files that come of it."""
        kinds = (*(("xml",) if self.encoded else ()), *self.formats)
        return tuple(f"{self.item.stem}.{kind}" for kind in kinds)


def perform(task: Task) -> Made:
    """Do a task. What is wrong with the input is said in the report."""
    if task.carried is None:
        return _performed(task)
    with tempfile.TemporaryDirectory(prefix="tei-edition-") as name:
        unpacked, folder = Path(name), task.item.edition.folder
        unpack(task.carried, unpacked)
        edition = replace(task.item.edition, folder=folder and unpacked)
        made = _performed(replace(task, item=replace(task.item, edition=edition)))
        failed = made.report.failed.replace(name, str(folder))  # the folder as its editors know it
    return replace(made, report=replace(made.report, failed=failed))


def self_contained(task: Task) -> Task:
    """The task with the bytes of all that it reads: any machine can do it."""
    try:
        data = task.item.read()
    except SourceError:
        return task  # it will fail there as it would here
    item = replace(task.item, data=data)
    return replace(task, item=item, carried=to_carry(item, pictures="pdf" in task.formats))


def _performed(task: Task) -> Made:
    if task.encoded:
        return make(
            task.item,
            formats=task.formats,
            view=task.view,
            language=task.language,
            checked=task.checked,
        )
    return make_renderings(task.item, formats=task.formats, view=task.view)


def fingerprint(task: Task) -> str:
    """A hash for each of the ``causes``, as one string."""
    return " ".join(f"{cause}:{value}" for cause, value in causes(task).items())


def causes(task: Task) -> dict[str, str]:
    """A hash of each thing that the result depends on, but for the authority entries' contents.

    ``input``, the file; ``options`` of the command; ``settings``, those of the edition; ``names``,
    those that its authority lists know; ``decisions``; ``looks``, the edition's own style,
    templates, layout and fonts; ``tool``, its version and its files.
    """
    options = (task.formats, task.view, task.language, task.encoded, task.checked)
    return {
        "input": _state(task.item),
        "options": _hash(repr(options).encode()),
        **_shared(task.item.edition).causes,
        "tool": _hash(_tool().encode()),
    }


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all tasks of an edition have in common: their causes, and the entries by their ids."""

    edition: Edition
    causes: Mapping[str, str]
    entries: Mapping[str, Entry]


_known: dict[int, _Shared] = {}
"""What was found of editions, by their identity: their lists may be long, their texts many."""


def _shared(edition: Edition) -> _Shared:
    if id(edition) not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        entries = {entry.id: entry for entry in edition.authority}
        _known[id(edition)] = _Shared(edition, _causes(edition), entries)
    return _known[id(edition)]


def _causes(edition: Edition) -> dict[str, str]:
    names = [(entry.id, entry.kind, entry.names) for entry in edition.authority]
    settings = replace(edition, authority=(), folder=None)
    return {
        "settings": _hash(repr(settings).encode()),
        "names": _hash(repr(names).encode()),
        "decisions": _hash(b"\0".join(_content(path) for path in _decisions(edition))),
        "looks": _hash(b"\0".join(_content(path) for path in _looks(edition))),
    }


def _state(item: Input) -> str:
    """A hash of the file, or, of one in a store, of the mark that changes with it."""
    return _hash(_content(item.path) if isinstance(item.path, Path) else item.mark.encode())


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def mentioned(edition: Edition, ids: Iterable[str]) -> dict[str, str]:
    """A hash for each of the authority entries with these ids."""
    entries = _shared(edition).entries
    return {
        name: hashlib.sha256(entries[name].xml.encode()).hexdigest()
        for name in sorted(set(ids))
        if name in entries
    }


def is_up_to_date(task: Task, record: Record | None, results: Stamped) -> bool:
    """Whether what was made is what would be made, and is still there as it was left."""
    if record is None or set(record.outputs) != set(task.outputs):
        return False
    mentions: Mapping[str, str] = mentioned(task.item.edition, record.mentions)
    return (
        dict(record.mentions) == mentions
        and record.fingerprint == fingerprint(task)
        and is_as_left(results, record.outputs)
    )


def _decisions(edition: Edition) -> tuple[Path, ...]:
    return (edition.folder / edition.decisions,) if edition.folder else ()


def _looks(edition: Edition) -> tuple[Path, ...]:
    """The files of the edition that its renderings are made with, its fonts among them."""
    if not edition.folder:
        return ()
    names = (edition.style, edition.stylesheet, edition.layout)
    fonts = sorted((edition.folder / edition.fonts).rglob("*")) if edition.fonts else []
    return (*(edition.folder / name for name in names if name), *fonts)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@cache
def _tool() -> str:
    """The version of the toolkit, and the state of its files, for those who change them."""
    package = Path(__file__).resolve().parents[1]
    folders = (package, package.parent / "xslt")
    files = sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in (".py", ".xsl", ".xml", ".typ", ".css", ".js", ".toml")
    )
    states = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return f"{__version__} {hashlib.sha256(repr(states).encode()).hexdigest()}"
