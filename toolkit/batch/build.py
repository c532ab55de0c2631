"""Build one text in memory: its files, and the report on them."""

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.batch.input import Input
from toolkit.batch.statistics import count_features
from toolkit.edition import EditionText
from toolkit.edition.choices import ViewName
from toolkit.exceptions import describe_error
from toolkit.findings import Finding
from toolkit.pipeline import Encoded, check_text, encode_bytes
from toolkit.publishing.report import FileReport
from toolkit.rendering.outputs import choose_outputs
from toolkit.rendering.protocol import Artifact, RenderRequest
from toolkit.rendering.source import complete_text


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The files made from one input, by the suffix of their names, and the report on it.

    ``mentions`` are the ids of the authority entries that the text refers to.
    """

    stem: str
    files: Mapping[str, bytes]
    report: FileReport
    mentions: tuple[str, ...] = ()


def build_text(
    item: Input,
    *,
    formats: Sequence[str] = (),
    view: str = "",
    language: str = "",
    checked: bool = True,
) -> BuildResult:
    """Encode one transcription, check the result, and render it in these formats.

    A failure is part of the report; files made before it are kept.
    """
    files: dict[str, bytes] = {}
    mentions: tuple[str, ...] = ()
    report = FileReport(item.name, {}, ())
    try:
        _prepare(item, formats)
        data = item.read()
        name = f"{item.stem}.xml"
        with _without_garbage_collection():
            encoded = encode_bytes(
                data,
                str(item.path),
                item.edition,
                language=language,
                tei_file=name,
                settings=item.text_settings(),
            )
        files["xml"] = encoded.tei
        report = _report(item, encoded, data)
        mentions = encoded.mentions
        if checked:
            report = replace(report, findings=(*report.findings, *check_text(encoded.text)))
        for kind, artifact in _render(encoded.text, item, formats, view):
            files[kind] = artifact.data
            report = replace(report, findings=(*report.findings, *artifact.findings))
    except Exception as error:  # one bad file never stops the others
        report = replace(report, failed=describe_error(error, item.name))
    return BuildResult(item.stem, files, report, mentions)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Disable garbage collection: an encoding is many objects without cycles that all stay.

    Scanning them again and again takes a twentieth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def render_text(item: Input, *, formats: Sequence[str], view: str = "") -> BuildResult:
    """Render one TEI file in these formats."""
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    failed = ""
    try:
        _prepare(item, formats)
        path = item.path if isinstance(item.path, Path) else None
        text, found = complete_text(item.read(), item.name, path)
        findings.extend(found)
        for kind, artifact in _render(text, item, formats, view):
            files[kind] = artifact.data
            findings.extend(artifact.findings)
    except Exception as error:  # as above
        failed = describe_error(error, item.name)
    return BuildResult(item.stem, files, FileReport(item.name, {}, tuple(findings), failed=failed))


def _prepare(item: Input, formats: Sequence[str]) -> None:
    for output in choose_outputs(item.edition, formats):
        output.prepare()


def _render(
    text: EditionText, item: Input, formats: Sequence[str], view: str
) -> Iterator[tuple[str, Artifact]]:
    """Render a text in each of these formats, one after the other."""
    shown = ViewName(view) if view else item.edition.view
    beside = item.path.parent if isinstance(item.path, Path) else None
    request = RenderRequest(item.edition, shown, item.stem, beside)
    for output in choose_outputs(item.edition, formats):
        yield output.name, output.render(text, request)


def _report(item: Input, encoded: Encoded, data: bytes) -> FileReport:
    return FileReport(
        item.name,
        {},
        encoded.findings,
        language=encoded.doc.language,
        elements=encoded.elements,
        intact=encoded.intact,
        characters=len(encoded.doc.text),
        title=encoded.doc.field("title"),
        figures=count_features(encoded),
        source=hashlib.sha256(data).hexdigest(),
    )
