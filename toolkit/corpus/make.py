"""Make: what becomes of one input, in memory: its files, and the report on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.corpus.inputs import Input
from toolkit.errors import ToolkitError
from toolkit.findings import Finding
from toolkit.pipeline import Encoded, check_tei, encode_file, render_tei
from toolkit.publish.report import FileReport
from toolkit.trees import read_bytes


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
    files: dict[str, bytes] = {}
    mentions: tuple[str, ...] = ()
    report = FileReport(item.name, {}, ())
    try:
        encoded = encode_file(item.path, item.edition, language=language)
        files["xml"] = encoded.tei
        report = _report(item, encoded)
        mentions = encoded.mentions
        name = f"{item.stem}.xml"
        if checked:
            found = check_tei(encoded.tei, name)
            report = replace(report, findings=(*report.findings, *found))
        for kind in formats:
            rendering = render_tei(encoded.tei, kind, edition=item.edition, view=view, file=name)
            files[kind] = rendering.data
            report = replace(report, findings=(*report.findings, *rendering.findings))
    except ToolkitError as error:
        report = replace(report, failed=str(error))
    return Made(item.stem, files, report, mentions)


def make_renderings(item: Input, *, formats: Sequence[str], view: str = "") -> Made:
    """Render one TEI file in these formats."""
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    failed = ""
    try:
        tei = read_bytes(item.path)
        for kind in formats:
            rendering = render_tei(tei, kind, edition=item.edition, view=view, file=item.name)
            files[kind] = rendering.data
            findings.extend(rendering.findings)
    except ToolkitError as error:
        failed = str(error)
    return Made(item.stem, files, FileReport(item.name, {}, tuple(findings), failed=failed))


def _report(item: Input, encoded: Encoded) -> FileReport:
    return FileReport(
        item.name,
        {},
        encoded.findings,
        language=encoded.doc.language,
        elements=encoded.elements,
        intact=encoded.intact,
        characters=len(encoded.doc.text),
    )
