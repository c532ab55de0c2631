"""The registry of outputs: the toolkit's own, those of installed packages, an edition's own."""

from collections.abc import Iterable, Mapping
from functools import cache

from toolkit.edition import Edition
from toolkit.edition.settings import FILE_NAME
from toolkit.exceptions import SettingsError
from toolkit.memo import remember
from toolkit.plugins import Plugin, load_installed, load_own
from toolkit.rendering.output_names import GROUP
from toolkit.rendering.protocol import Output


@cache
def built_in_outputs() -> tuple[Output, ...]:
    """Return the outputs of the toolkit."""
    from toolkit.rendering import html, pdf  # noqa: PLC0415  # load lxml and fontTools
    from toolkit.rendering.export.export_formats import OUTPUTS  # noqa: PLC0415

    return (html.output, pdf.output, *OUTPUTS)


@cache
def find_outputs() -> tuple[Plugin[Output], ...]:
    """Return the outputs of the toolkit and of installed packages."""
    return (*map(Plugin, built_in_outputs()), *load_installed(GROUP, Output))


@remember
def outputs_of(edition: Edition) -> Mapping[str, Plugin[Output]]:
    """Return the outputs that an edition can use, by name.

    An edition's own wins over a package's of the same name, a package's over the toolkit's.
    """
    own: tuple[Plugin[Output], ...] = ()
    if edition.folder is not None:
        place = f"{_file(edition)}: [outputs] own"
        own = tuple(load_own(edition.folder, edition.own_outputs, Output, place=place))
    return {plugin.value.name: plugin for plugin in (*find_outputs(), *own)}


def choose_outputs(edition: Edition, names: Iterable[str] | None = None) -> tuple[Output, ...]:
    """Return the outputs with these names, or those that the edition's ``formats`` lists.

    SettingsError if there is no output of that name, or if two would write the same file.
    """
    known = outputs_of(edition)
    wanted = tuple(dict.fromkeys(edition.formats if names is None else names))
    place = f"{_file(edition)}: [outputs] formats: " if names is None else ""
    if unknown := [name for name in wanted if name not in known]:
        raise SettingsError(f'{place}unknown output "{unknown[0]}"; known: {", ".join(known)}')
    chosen = tuple(known[name].value for name in wanted)
    suffixes = [output.suffix for output in chosen]
    if twice := [output.name for output in chosen if suffixes.count(output.suffix) > 1]:
        raise SettingsError(f"{place}{' and '.join(twice)} would write the same file")
    return chosen


def _file(edition: Edition) -> str:
    return str(edition.folder / FILE_NAME) if edition.folder else FILE_NAME
