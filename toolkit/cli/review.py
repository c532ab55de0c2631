"""``tei review``: decide on proposals."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from toolkit.review.session import Session

_KINDS = ("error", "name", "date", "note", "structure")


@click.command("review")
@click.argument("edition", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--by", default="", metavar="ID", help="Id of the editor, from edition.toml.")
@click.option("--terminal", is_flag=True, help="Decide at the prompt, not in the browser.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(_KINDS),
    help="With --terminal: the kind of proposal; errors by default.",
)
@click.option(
    "--export", "table", type=click.Path(path_type=Path), help="Write all proposals as CSV."
)
@click.option(
    "--import", "filled", type=click.Path(path_type=Path), help="Import the verdicts of such a CSV."
)
@click.option(
    "--force", is_flag=True, help="With --export: overwrite the file, even if it has verdicts."
)
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Port; any free one if 0.")
@click.option("--no-browser", is_flag=True, help="Print the address, open no browser.")
def command(
    *,
    edition: Path,
    by: str,
    terminal: bool,
    kinds: tuple[str, ...],
    table: Path | None,
    filled: Path | None,
    force: bool,
    port: int,
    no_browser: bool,
) -> None:
    """Accept, reject or change the proposals about the texts of EDITION.

    Opens a page in the browser, served to this machine only. Every decision is kept at once in
    the ledger of the edition; the next tei build applies it.
    """
    if sum((terminal, table is not None, filled is not None)) > 1:
        raise click.UsageError("--terminal, --export and --import exclude each other")
    if terminal and not sys.stdin.isatty():
        raise click.UsageError("--terminal needs a terminal; --export and --import do without")
    from toolkit.cli.edition_texts import open_session

    session = open_session(edition, by=by)
    if not table:
        _ = session.by
    if table:
        _export(session, table, force=force)
    elif filled:
        _import(session, filled)
    elif terminal:
        _at_prompt(session, kinds)
    else:
        _serve(session, port, browser=not no_browser)


def _export(session: "Session", table: Path, *, force: bool) -> None:
    """Write the table of proposals; verdicts in an earlier table of this name are kept."""
    from toolkit.exceptions import OutputError, SourceError
    from toolkit.files import replace_file, write_error
    from toolkit.review.csv_table import export_table
    from toolkit.trees import read_bytes

    previous = read_bytes(table) if table.exists() and not force else b""
    try:
        data = export_table(session, previous, str(table))
    except SourceError as error:
        raise OutputError(f"{error}; --force overwrites the file") from error
    try:
        replace_file(table, (data,))
    except OSError as error:
        raise write_error(table, error) from error
    click.echo(table)


def _import(session: "Session", filled: Path) -> None:
    from toolkit.review.csv_table import import_table
    from toolkit.trees import read_bytes

    imported = import_table(session, read_bytes(filled), str(filled))
    for problem in imported.problems:
        click.echo(problem, err=True)
    click.echo(f"{imported.decided} decided, {imported.unchanged} decided so before")
    sys.exit(1 if imported.problems else 0)


def _at_prompt(session: "Session", kinds: tuple[str, ...]) -> None:
    from toolkit.decisions.kinds import Kind
    from toolkit.review.terminal import review_at_prompt

    chosen = [Kind(kind) for kind in kinds] or [Kind.ERROR]
    decided = review_at_prompt(session, _ask, click.echo, kinds=chosen)
    click.echo(f"{decided} decided")


def _ask(words: str) -> str:
    answer: str = click.prompt(words, default="", show_default=False)
    return answer


def _serve(session: "Session", port: int, *, browser: bool) -> None:
    from toolkit.review.server import serve

    serve(session, port=port, browser=browser, say=lambda line: click.echo(line, err=True))
