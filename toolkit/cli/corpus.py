"""``tei corpus``: check contributions to corpora, and make the files that corpora require."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from toolkit.cli import options
from toolkit.cli.parameters import FilePattern
from toolkit.validation.profiles import MODULES

if TYPE_CHECKING:
    from toolkit.edition import Edition

Command = TypeVar("Command", bound=Callable[..., Any])


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
    """Report what FILEs lack for a contribution to a corpus.

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


_INDEX_OPTIONS: Final = (
    click.option("--title", default="", help="Title of the index."),
    click.option("--editor", default="", help="Editor of the index."),
    click.option("--email", default="", help="The editor's e-mail address."),
    click.option("--publisher", default="", help="Publisher of the index, named in citations."),
    click.option("--publisher-url", default="", metavar="URL", help="The publisher's address."),
    click.option("--url", default="", metavar="URL", help="Future address of the index."),
    click.option("--date", default="", metavar="DAY", help="Day of its last change: YYYY-MM-DD."),
    click.option("--licence", default="CC-BY-4.0", show_default=True, help="CC-BY-4.0 or CC0-1.0."),
    click.option("--edition", default="", help="Full reference to the edition of the letters."),
    click.option(
        "--kind",
        default="online",
        show_default=True,
        type=click.Choice(["online", "print", "hybrid"]),
        help="Kind of the edition.",
    ),
    click.option(
        "--letters-at",
        default="",
        metavar="URL",
        help="Address of a letter; {id} is its file name.",
    ),
)
"""The options with the metadata of an index; their names are the fields of ``Index``."""


def _index_options(function: Command) -> Command:
    """Add the options that describe an index; the command receives them as one mapping."""
    for option in reversed(_INDEX_OPTIONS):
        function = option(function)
    return function


@command.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...", type=FilePattern())
@click.option("--profile", required=True, type=click.Choice(["cmif"]), help="A CMIF index.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="File for the index.",
)
@_index_options
@options.force
@options.fail_on
@options.as_json
def export(
    *,
    inputs: tuple[str, ...],
    profile: str,
    output: Path,
    force: bool,
    fail_on: str,
    as_json: bool,
    **metadata: str,
) -> None:
    """Make the CMIF index of the letters in FILEs, for correspSearch.

    Values without an option are taken from the edition.toml of the first letter.
    """
    from toolkit.batch.inputs import edition_of
    from toolkit.cli.console import finish, show_reports
    from toolkit.edition import Edition
    from toolkit.publishing.cmif_index import Index, Letter, cmif
    from toolkit.publishing.local_output import write_output
    from toolkit.publishing.report import FileReport
    from toolkit.trees import parse_file
    from toolkit.validation.inputs import find_documents

    paths = [path for path in find_documents(inputs) if path.resolve() != output.resolve()]
    letters = [Letter(str(path), parse_file(path)) for path in paths]
    edition = edition_of(paths[0], {}) if paths else Edition()
    index = Index(**_with_defaults(metadata, edition))
    data, findings = cmif(letters, index)
    path = write_output(output, data, force=force, inputs=find_documents(inputs))
    reports = [FileReport(str(output), {profile: str(path)}, findings)]
    show_reports(reports, as_json=as_json)
    finish(reports, fail_on=fail_on)


def _with_defaults(metadata: Mapping[str, str], edition: "Edition") -> dict[str, str]:
    """Fill in the metadata without an option from an edition."""
    defaults = {
        "title": edition.title,
        "editor": "".join(person.name for person in edition.editors[:1]),
        "publisher": edition.publisher,
        "date": edition.date,
    }
    return {name: value or defaults.get(name, "") for name, value in metadata.items()}
