"""Make: what becomes of one input, in memory: its files, and the report on them."""

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from toolkit.batch.input import Input
from toolkit.batch.statistics import figures
from toolkit.exceptions import ToolkitError
from toolkit.findings import Finding
from toolkit.pipeline import Encoded, check_tei, encode_bytes, get_ready, render_tei
from toolkit.publishing.report import FileReport


@dataclass(frozen=True, slots=True)
class Made:
    """The files made of one input, by the ending of their names, and what is to be said.

    ``mentions`` are the ids of the authority entries that the text refers to.
    """

    stem: str
    files: Mapping[str, bytes]
    report: FileReport
    mentions: tuple[str, ...] = ()


def make(
    item: Input,
    *,
    formats: Sequence[str] = (),
    view: str = "",
    language: str = "",
    checked: bool = True,
) -> Made:
    """Encode one transcription, check the result, and render it in these formats.

    A failure (``ToolkitError``) is said in the report; what was made before it is kept.
    """
    get_ready(formats)
    files: dict[str, bytes] = {}
    mentions: tuple[str, ...] = ()
    report = FileReport(item.name, {}, ())
    try:
        data = item.read()
        with _no_looking_for_garbage():
            encoded = encode_bytes(data, str(item.path), item.edition, language=language)
        files["xml"] = encoded.tei
        report = _report(item, encoded, data)
        mentions = encoded.mentions
        name = f"{item.stem}.xml"
        if checked:
            found = check_tei(encoded.tei, name)
            report = replace(report, findings=(*report.findings, *found))
        for kind in formats:
            rendering = render_tei(
                encoded.tei, kind, edition=item.edition, view=view, file=name, page=item.stem
            )
            files[kind] = rendering.data
            report = replace(report, findings=(*report.findings, *rendering.findings))
    except ToolkitError as error:
        report = replace(report, failed=str(error))
    except OSError as error:  # no room for temporary files
        report = replace(report, failed=f"{item.path}: {error.strerror}")
    return Made(item.stem, files, report, mentions)


@contextmanager
def _no_looking_for_garbage() -> Iterator[None]:
    """Let Python's collector rest: what becomes of a text are many objects that all stay.

    They hold no cycles, and looking for them again and again takes a twentieth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def make_renderings(item: Input, *, formats: Sequence[str], view: str = "") -> Made:
    """Render one TEI file in these formats."""
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    failed = ""
    try:
        tei = item.read()
        for kind in formats:
            rendering = render_tei(
                tei, kind, edition=item.edition, view=view, file=item.name, page=item.stem
            )
            files[kind] = rendering.data
            findings.extend(rendering.findings)
    except ToolkitError as error:
        failed = str(error)
    except OSError as error:  # as above
        failed = f"{item.path}: {error.strerror}"
    return Made(item.stem, files, FileReport(item.name, {}, tuple(findings), failed=failed))


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
        figures=figures(encoded),
        source=hashlib.sha256(data).hexdigest(),
    )
