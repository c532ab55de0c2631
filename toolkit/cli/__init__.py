"""The command line: ``tei`` and its subcommands, each imported when it is called."""

import gc
import importlib
import sys
from collections.abc import Sequence
from typing import Any

import click

from toolkit import __version__
from toolkit.exceptions import describe_error

COMMANDS = {
    "build": ("build", "Make TEI, HTML and PDF from transcriptions."),
    "new": ("new", "Make the folder of a new edition."),
    "encode": ("encode", "Encode transcriptions as TEI."),
    "check": ("check", "Check TEI files against schema, rules and pointers."),
    "render": ("render", "Render TEI files as HTML or PDF."),
    "persons": ("persons", "Propose an authority list of the persons in transcriptions."),
    "export": ("export", "Export the text of TEI files and its annotations for programs."),
    "status": ("status", "List results that are out of date, with reasons and findings."),
    "review": ("review", "Decide on proposals: in the browser, at a prompt, in a table."),
    "decide": ("decide", "List decisions, or record those in a TEI file edited by hand."),
    "odd": ("odd", "Compile a customisation of TEI (ODD) to a schema."),
    "schema": ("schema", "List and add the schemas that tei check knows."),
    "corpus": ("corpus", "Contribute to corpora: requirements, and the index of letters."),
    "annotators": ("annotators", "List the annotators, their origin, and whether they are on."),
    "languages": ("languages", "List the data of each language, and what one lacks."),
    "outputs": ("outputs", "List the outputs that texts can be rendered to."),
    "explain": ("explain", "Explain an element, a class or a finding code."),
}
"""The subcommands: the module of each in this package, and its help line."""

FAILED = 3
"""Exit code for failures; 1 is for findings, 2 for wrong usage."""


class _Commands(click.Group):
    """A group that imports a subcommand only when it is needed, so that ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"toolkit.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            click.echo("tei: interrupted; files already written were kept", err=True)
            ctx.exit(FAILED)
        except Exception as error:  # a traceback is shown only with -v, by the log
            click.echo(f"tei: {describe_error(error)}", err=True)
            ctx.exit(FAILED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tei")
@click.option("-v", "--verbose", is_flag=True, help="Show progress messages and tracebacks.")
def group(*, verbose: bool) -> None:  # click knows \b only unescaped
    """Scholarly editions in TEI: from a transcription to TEI, HTML and PDF.

    \b
    tei build letter.txt          makes build/letter.xml, .html, .pdf and report.json
    tei build my-edition/         the same for every text of an edition

    Exit codes: 0 done and clean, 1 findings at or above --fail-on, 2 wrong usage, 3 the work
    could not be done.
    """
    import logging  # here, since help needs none

    logging.basicConfig(level=logging.INFO if verbose else logging.ERROR, format="%(message)s")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``tei``. Every failure is one line and an exit code; -v adds the traceback."""
    # Lexicons, schemas and models are many objects that stay: looking for garbage among them
    # again and again takes a twentieth of a build.
    gc.set_threshold(50_000, 20, 20)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    group.main(args=list(arguments) if arguments is not None else None, prog_name="tei")
