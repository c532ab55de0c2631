"""``tei render``: TEI files become HTML and PDF."""

from pathlib import Path

import click

from toolkit.cli import options
from toolkit.cli.output import finish, show_reports


@click.command("render")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.output_folder
@options.formats
@options.view
@options.force
@options.fail_on
@options.as_json
def command(
    *,
    inputs: tuple[Path, ...],
    output: Path,
    formats: tuple[str, ...] | None,
    view: str | None,
    force: bool,
    fail_on: str,
    as_json: bool,
) -> None:
    """Render TEI files as HTML or PDF; a folder stands for the .xml files in it."""
    from toolkit.cli.writing import write
    from toolkit.corpus.inputs import tei_files
    from toolkit.corpus.make import make_renderings
    from toolkit.publish.files import OutputFolder
    from toolkit.trees import read_bytes

    found = tei_files(inputs)
    folder = OutputFolder(output, force=force)
    reports = []
    for item in found:
        chosen = item.edition.formats if formats is None else formats
        made = make_renderings(item, read_bytes(item.path), formats=chosen, view=view or "")
        reports.append(write(made, folder))
    show_reports(reports, as_json=as_json)
    finish(reports, fail_on=fail_on)
