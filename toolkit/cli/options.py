"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from toolkit.cli.parameters import FilePattern, LanguageTag
from toolkit.edition.choices import ViewName
from toolkit.findings import Severity
from toolkit.storage import Location, Url, location

if TYPE_CHECKING:
    from toolkit.edition import Edition

Command = TypeVar("Command", bound=Callable[..., Any])


class Place(click.ParamType[Location]):
    """A file or folder of this machine, or an address in a store (``s3://bucket/letters``)."""

    name = "path"

    def __init__(self, *, folder: bool = False) -> None:
        """``folder``: it must not be a file."""
        self.path = click.Path(path_type=Path, file_okay=not folder)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Location:
        """Return the location that a text denotes."""
        if not isinstance(value, str):
            return value  # type: ignore[no-any-return]  # converted already
        place = location(FilePattern().convert(value, param, ctx))
        if isinstance(place, Url):
            return place
        found: Path = self.path.convert(str(place), param, ctx)
        return found


places = click.argument("inputs", nargs=-1, required=True, type=Place())
output_folder = click.option(
    "-o",
    "--output",
    type=Place(folder=True),
    default="build",
    show_default=True,
    help="Folder for the results.",
)
language = click.option(
    "--language",
    default="",
    type=LanguageTag(),
    metavar="CODE",
    help="Language of the texts (BCP 47), not detected.",
)
force = click.option(
    "--force", is_flag=True, help="Overwrite results that were edited by hand since they were made."
)
view = click.option(
    "--view",
    type=click.Choice([name.value for name in ViewName]),
    default=None,
    help="The view shown first.",
)
fail_on = click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), "never"]),
    default=Severity.ERROR.value,
    show_default=True,
    help="The least severe finding that makes the exit code 1.",
)
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    help="Number of processes; by default one for each core.",
)
timeout = click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=None,
    metavar="SECONDS",
    help="Abort a file after SECONDS; the first file of each worker gets 20 s for start-up.",
)
cluster = click.option(
    "--cluster",
    default="",
    metavar="ADDRESS",
    help="Run on the workers of a Dask scheduler: tcp://host:8786.",
)
corpus = click.option(
    "--corpus", is_flag=True, help="Also put all texts into one teiCorpus: corpus.xml."
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


class _FormatsOption(click.Option):
    """An option whose help lists the installed outputs, looked up only when help is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from toolkit.rendering.output_names import list_output_names

        names = ", ".join(list_output_names())
        self.help = f"Outputs to render, comma-separated: {names}, or one of the edition's own."
        return super().get_help_record(ctx)


def formats(command: Command) -> Command:
    """Add ``--to html,pdf``, the outputs to render."""
    return click.option(
        "--to",
        "formats",
        cls=_FormatsOption,
        callback=_formats,
        default=None,
        metavar="OUTPUTS",
    )(command)


def _formats(
    ctx: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    if value is None:
        return None
    return tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))


def formats_for(edition: "Edition", formats: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the names of the outputs to render: those asked for, else those of the edition.

    BadParameter if there is no output of that name, SettingsError if the edition's are wrong.
    """
    from toolkit.exceptions import SettingsError
    from toolkit.rendering.outputs import choose_outputs

    if formats is None:
        return tuple(output.name for output in choose_outputs(edition))
    try:
        return tuple(output.name for output in choose_outputs(edition, formats))
    except SettingsError as error:
        raise click.BadParameter(str(error), param_hint="--to") from error


def runs(command: Command) -> Command:
    """Add the options of a command that makes files of many inputs."""
    for option in (as_json, fail_on, cluster, timeout, jobs, force, output_folder):
        command = option(command)
    return command
