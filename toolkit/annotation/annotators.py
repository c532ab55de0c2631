"""The registry of annotators: the toolkit's own, those of installed packages, an edition's own."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from toolkit.annotation.protocol import Annotator
from toolkit.edition import Edition
from toolkit.edition.settings import FILE_NAME
from toolkit.exceptions import SettingsError, ToolkitError
from toolkit.memo import remember
from toolkit.plugins import Plugin, load_installed, load_own

GROUP: Final = "tei_toolkit.annotators"


@dataclass(frozen=True, slots=True)
class RegistryEntry:
    """An annotator of the registry: its origin, and whether the edition has it switched on."""

    annotator: Annotator
    origin: str
    enabled: bool = True


@cache
def built_in_annotators() -> tuple[Annotator, ...]:
    """Return the annotators of the toolkit, in the order in which they run."""
    # Imported here: their models and lexicons are not needed to check or to render.
    from toolkit.annotation.conventions import conventions  # noqa: PLC0415
    from toolkit.annotation.dates import dates  # noqa: PLC0415
    from toolkit.annotation.errors import errors  # noqa: PLC0415
    from toolkit.annotation.names import names  # noqa: PLC0415
    from toolkit.annotation.notes import notes  # noqa: PLC0415
    from toolkit.annotation.structure import structure  # noqa: PLC0415

    return (notes, conventions, structure, dates, names, errors)


@cache
def find_annotators() -> tuple[Plugin[Annotator], ...]:
    """Return the annotators of the toolkit and of installed packages."""
    return (*map(Plugin, built_in_annotators()), *load_installed(GROUP, Annotator))


@remember
def list_annotators(edition: Edition) -> tuple[RegistryEntry, ...]:
    """List all annotators that an edition can use, and whether each is switched on.

    A later annotator replaces an earlier one of the same name: an edition's own wins over a
    package's, a package's over the toolkit's. SettingsError if the edition switches one that does
    not exist.
    """
    known = {plugin.value.name: plugin for plugin in (*find_annotators(), *_own(edition))}
    switches = dict(edition.annotators)
    if unknown := [name for name in switches if name not in known]:
        raise SettingsError(
            f"{_place(edition)}: unknown annotator {unknown[0]}; known: {', '.join(known)}"
        )
    return tuple(
        RegistryEntry(plugin.value, plugin.origin, switches.get(name, True))
        for name, plugin in known.items()
    )


def annotators_of(edition: Edition) -> tuple[Annotator, ...]:
    """Return the annotators that an edition has switched on."""
    return tuple(entry.annotator for entry in list_annotators(edition) if entry.enabled)


def _own(edition: Edition) -> tuple[Plugin[Annotator], ...]:
    if edition.folder is None:
        return ()
    own = edition.own_annotators
    plugins = tuple(load_own(edition.folder, own, Annotator, place=_place(edition)))
    names = [plugin.value.name for plugin in plugins]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ToolkitError(f"{_place(edition)}: two annotators are called {twice[0]}")
    return plugins


def _place(edition: Edition) -> str:
    file = edition.folder / FILE_NAME if edition.folder else FILE_NAME
    return f"{file}: [annotators]"
