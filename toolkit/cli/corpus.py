"""``tei corpus``: what a contribution to a corpus lacks, and the files that corpora ask for."""

import sys
from pathlib import Path

import click

from toolkit.cli import options
from toolkit.cli.parameters import FilePattern
from toolkit.validation.profiles import MODULES


@click.group("corpus")
def command() -> None:
    """Contribute to corpora: ELTeC, DTABf, DraCor, correspSearch (CMIF), TEI simplePrint."""


@command.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...", type=FilePattern())
@click.option(
    "--profile",
    required=True,
    type=click.Choice(list(MODULES), case_sensitive=False),
    help="The corpus.",
)
@options.fail_on
@options.as_json
def check(*, inputs: tuple[str, ...], profile: str, fail_on: str, as_json: bool) -> None:
    """Say what FILEs lack for a contribution to a corpus, and what to write where.

    FILE may be a file, a folder (all xml, tei and odd files in it), a pattern such as '*.xml', or
    - for standard input.
    """
    from toolkit.cli.console import finish, show_reports
    from toolkit.exceptions import describe_error, printable
    from toolkit.publishing.report import FileReport
    from toolkit.trees import read_bytes
    from toolkit.validation.inputs import STANDARD_INPUT, find_documents
    from toolkit.validation.profiles.check_profile import check_profile

    reports = []
    for path in find_documents(inputs):
        try:
            data = sys.stdin.buffer.read() if path == STANDARD_INPUT else read_bytes(path)
            reports.append(FileReport(str(path), {}, check_profile(data, str(path), profile)))
        except Exception as error:  # one bad file never stops the others
            failed = describe_error(error, path)
            reports.append(FileReport(printable(str(path)), {}, (), failed=failed))
    show_reports(reports, as_json=as_json)
    if not as_json:
        ready = sum(not (report.failed or report.findings) for report in reports)
        click.echo(f"{ready} of {len(reports)} without findings for {profile}")
    finish(reports, fail_on=fail_on)


@command.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...", type=FilePattern())
@click.option(
    "--profile", required=True, type=click.Choice(["cmif"]), help="What is made: a CMIF index."
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The index.",
)
@click.option("--title", default="", help="Title of the index.")
@click.option("--editor", default="", help="Who answers for the index.")
@click.option("--email", default="", help="The editor's e-mail address.")
@click.option("--publisher", default="", help="Who publishes the index; named when it is cited.")
@click.option("--publisher-url", default="", metavar="URL", help="The publisher's address.")
@click.option("--url", default="", metavar="URL", help="Where the index will be.")
@click.option("--date", default="", metavar="DAY", help="Day of its last change: YYYY-MM-DD.")
@click.option(
    "--licence", default="CC-BY-4.0", show_default=True, help="CC-BY-4.0 or CC0-1.0, of the index."
)
@click.option("--edition", default="", help="Full reference to the edition of the letters.")
@click.option(
    "--kind", default="online", show_default=True, type=click.Choice(["online", "print", "hybrid"]),
    help="What kind of edition it is.",
)  # fmt: skip
@click.option(
    "--letters-at", default="", metavar="URL", help="Address of a letter; {id} is its file name."
)
@options.force
@options.fail_on
@options.as_json
def export(
    *,
    inputs: tuple[str, ...],
    profile: str,
    output: Path,
    title: str,
    editor: str,
    email: str,
    publisher: str,
    publisher_url: str,
    url: str,
    date: str,
    licence: str,
    edition: str,
    kind: str,
    letters_at: str,
    force: bool,
    fail_on: str,
    as_json: bool,
) -> None:
    """Make the CMIF index of the letters in FILEs, for correspSearch.

    What the options do not say is taken from the edition.toml of the first letter.
    """
    from toolkit.batch.inputs import edition_of
    from toolkit.cli.console import finish, show_reports
    from toolkit.publishing.cmif_index import Index, Letter, cmif
    from toolkit.publishing.local_output import write_output
    from toolkit.publishing.report import FileReport
    from toolkit.trees import parse_file
    from toolkit.validation.inputs import find_documents

    paths = [path for path in find_documents(inputs) if path.resolve() != output.resolve()]
    letters = [Letter(str(path), parse_file(path)) for path in paths]
    settings = edition_of(paths[0], {}) if paths else None
    first = settings.editors[0].name if settings and settings.editors else ""
    index = Index(
        title=title or (settings.title if settings else ""),
        editor=editor or first,
        email=email,
        publisher=publisher or (settings.publisher if settings else ""),
        publisher_url=publisher_url,
        url=url,
        date=date or (settings.date if settings else ""),
        licence=licence,
        edition=edition,
        kind=kind,
        letters_at=letters_at,
    )
    data, findings = cmif(letters, index)
    path = write_output(output, data, force=force, inputs=find_documents(inputs))
    reports = [FileReport(str(output), {profile: str(path)}, findings)]
    show_reports(reports, as_json=as_json)
    finish(reports, fail_on=fail_on)
