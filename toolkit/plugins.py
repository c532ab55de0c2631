"""Plug-ins: objects of other packages and of an edition's own folder, loaded by name.

Three sources feed each registry: a tuple of the toolkit's own objects, an entry-point group of
installed packages, and files that an edition names in its ``edition.toml``. A file of an edition
is code of the edition's owner and runs with the rights of whoever runs the toolkit; nothing in an
edition's folder is run unless its ``edition.toml`` names it.
"""

import importlib.util
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoints, entry_points
from pathlib import Path
from typing import Any, Generic, TypeVar

from toolkit.exceptions import SettingsError, ToolkitError

Value = TypeVar("Value")

BUILT_IN = "built-in"


@dataclass(frozen=True, slots=True)
class Plugin(Generic[Value]):
    """An object of a registry and its origin: built-in, a package, or a file of the edition."""

    value: Value
    origin: str = BUILT_IN


def find_entry_points(group: str) -> EntryPoints:
    """Find the entry points of a group; the installed packages are looked through once."""
    found: EntryPoints = _entry_points().select(group=group)
    return found


@cache
def _entry_points() -> Any:  # its type has another name from Python 3.12 on
    return entry_points()


def forget_installed() -> None:
    """Look through the installed packages again when an entry point is next asked for."""
    _entry_points.cache_clear()


def load_installed(group: str, kind: type[Value]) -> Iterator[Plugin[Value]]:
    """Load the objects of an entry-point group, ordered by name.

    ToolkitError if one cannot be imported or is not of this kind.
    """
    for point in sorted(find_entry_points(group), key=lambda point: point.name):
        if point.module.partition(".")[0] == __package__:
            continue  # an older installation of the toolkit, whose own objects are built in
        described = f"entry point {point.name} = {point.value}"
        try:
            value = point.load()
        except Exception as error:  # whatever a package raises when it is imported
            raise ToolkitError(f"{described} cannot be loaded: {error}") from error
        if not isinstance(value, kind):
            raise ToolkitError(f"{described} is not of the type {kind.__name__}")
        yield Plugin(value, point.dist.name if point.dist else point.value)


def load_own(
    folder: Path, references: Iterable[str], kind: type[Value], *, place: str
) -> Iterator[Plugin[Value]]:
    """Load the objects that an edition names, ``"outputs/plain.py:plain"`` relative to its folder.

    ``place`` names the setting in messages. SettingsError if a file is missing, lies outside the
    folder or fails, or if the object is missing or not of this kind.
    """
    for reference in references:
        yield Plugin(_load(folder, reference, kind, place), f"edition: {reference}")


def _load(folder: Path, reference: str, kind: type[Value], place: str) -> Value:
    name, _, attribute = reference.partition(":")
    path = (folder / name).resolve()
    if not attribute.isidentifier() or path.suffix != ".py":
        raise SettingsError(f'{place}: "{reference}" should be of the form "file.py:object"')
    if not path.is_relative_to(folder.resolve()):
        raise SettingsError(f'{place}: "{name}" leads out of the edition\'s folder')
    if not path.is_file():
        raise SettingsError(f'{place}: there is no file "{name}"')
    try:
        value = getattr(_import_file(path), attribute)
    except Exception as error:  # whatever the code of an edition raises
        message = f"{type(error).__name__}: {error}"
        raise SettingsError(f'{place}: "{reference}" cannot be loaded: {message}') from error
    if not isinstance(value, kind):
        raise SettingsError(f'{place}: "{reference}" is not of the type {kind.__name__}')
    return value


def _import_file(path: Path) -> object:
    """Import a file as a module of its own; again only if its content has changed."""
    import hashlib  # noqa: PLC0415  # loads OpenSSL; an edition seldom has files of its own

    digest = hashlib.sha256(str(path).encode() + b"\0" + path.read_bytes()).hexdigest()[:16]
    name = f"tei_edition_{digest}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up while they are made
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
