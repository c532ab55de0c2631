"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from toolkit.edition.settings import FORMATS, VIEWS
from toolkit.findings import Severity
from toolkit.storage import Location, Url, location

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
        """The location that a text means."""
        if not isinstance(value, str):
            return value  # type: ignore[no-any-return]  # converted already
        place = location(value)
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
    "--language", default="", metavar="CODE", help="Language of the texts (BCP 47), not detected."
)
force = click.option(
    "--force", is_flag=True, help="Overwrite results that were edited by hand since they were made."
)
view = click.option(
    "--view", type=click.Choice(VIEWS), default=None, help="The view that a reader sees first."
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
    help="Give up a file that takes longer; the first of a process has 20 seconds more.",
)
cluster = click.option(
    "--cluster",
    default="",
    metavar="ADDRESS",
    help="Let the workers of a Dask scheduler do the work: tcp://host:8786.",
)
corpus = click.option(
    "--corpus", is_flag=True, help="Also put all texts into one teiCorpus: corpus.xml."
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


def formats(command: Command) -> Command:
    """``--to html,pdf``: what is rendered."""
    return click.option(
        "--to",
        "formats",
        callback=_formats,
        default=None,
        metavar="FORMATS",
        help=f"What to render, divided by commas: {', '.join(FORMATS)}.",
    )(command)


def _formats(
    ctx: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    if value is None:
        return None
    chosen = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))
    unknown = [name for name in chosen if name not in FORMATS]
    if unknown:
        raise click.BadParameter(f"unknown format {unknown[0]}; known are {', '.join(FORMATS)}")
    return chosen


def runs(command: Command) -> Command:
    """The options of a command that makes files of many inputs: where, how, and what is said."""
    for option in (as_json, fail_on, cluster, timeout, jobs, force, output_folder):
        command = option(command)
    return command
