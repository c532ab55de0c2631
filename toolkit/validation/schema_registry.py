"""Schemas on this machine, by name or by the address that documents give.

``tei_all`` and ``edition`` come with the toolkit (``tei/schema``, compiled from ODD). Others are
added by the user and lie in a folder of the user's data, with an index.
"""

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from toolkit.closed_room import ClosedRoomError, read_regular
from toolkit.exceptions import SchemaError
from toolkit.files import create_file, locked, replace_file, write_error
from toolkit.findings import Severity, at_or_above
from toolkit.rng import Grammar, load
from toolkit.rng.schema_xml import read_file
from toolkit.validation.addresses import file_exists, split_address
from toolkit.validation.prolog import Prolog, read_prolog

DEFAULT: Final = "tei_all"
BUILT_IN: Final = ("tei_all", "edition")
_INDEX: Final = "index.json"
_LOCK: Final = ".lock"
_TEI_HOSTS: Final = ("tei-c.org", "www.tei-c.org", "vault.tei-c.de", "vault.tei-c.org")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]*")


@dataclass(frozen=True, slots=True)
class NamedSchema:
    """A schema with a name, its file, and the addresses that mean it.

    ``file`` is empty for what comes with the toolkit.
    """

    name: str
    file: str = ""
    addresses: tuple[str, ...] = ()


def user_folder() -> Path:
    """Return the folder of the user's schemas, or the one that ``TEI_SCHEMAS`` names."""
    named = os.environ.get("TEI_SCHEMAS")
    return Path(named) if named else _data_home() / "tei-toolkit" / "schemas"


def _data_home() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def named_schemas() -> tuple[NamedSchema, ...]:
    """Return all schemas with a name, those of the toolkit first."""
    return (*(NamedSchema(name) for name in BUILT_IN), *_user_schemas())


def _user_schemas() -> Iterator[NamedSchema]:
    index = user_folder() / _INDEX
    try:
        entries = json.loads(index.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise SchemaError(f"{index}: the index of schemas cannot be read: {error}") from error
    for entry in entries:
        yield NamedSchema(entry["name"], entry["file"], tuple(entry["addresses"]))


def add_schema(
    file: Path, *, name: str = "", addresses: tuple[str, ...] = (), force: bool = False
) -> NamedSchema:
    """Copy a schema into the user's folder of schemas.

    A schema that includes others stays where it is, and the index points to it. SchemaError if it
    is faulty, or if its name belongs to another schema, which ``force`` replaces.
    """
    chosen = name or file.stem
    if not _NAME.fullmatch(chosen) or chosen in BUILT_IN:
        raise SchemaError(f'"{chosen}" cannot be the name of a schema; choose another with --name')
    data = read_regular(file)
    alone = _load_whole(data, str(file))[1]
    folder = user_folder()
    copy = folder / f"{chosen}.rng"
    stored = NamedSchema(chosen, str(copy if alone else file.resolve()), addresses)
    try:
        with locked(folder / _LOCK):
            known = tuple(_user_schemas())
            if not force:
                _refuse_another(stored, data, known)
            if alone:
                replace_file(copy, (data,))
            entries = [asdict(entry) for entry in (*_other_schemas(chosen, known), stored)]
            text = json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
            replace_file(folder / _INDEX, (text.encode(),))
    except OSError as error:
        raise write_error(folder, error) from error
    return stored


def _other_schemas(name: str, known: Iterable[NamedSchema]) -> Iterator[NamedSchema]:
    return (entry for entry in known if entry.name != name)


def _refuse_another(stored: NamedSchema, data: bytes, known: Iterable[NamedSchema]) -> None:
    """Raise SchemaError if the name belongs to a schema with different content."""
    for entry in known:
        if entry.name == stored.name and _read_content(entry.file) not in (None, data):
            raise SchemaError(
                f'"{entry.name}" is the name of another schema ({entry.file}); choose another with '
                "--name, or replace it with --force"
            )


def _read_content(file: str) -> bytes | None:
    try:
        return Path(file).read_bytes()
    except OSError:
        return None


def find_by_address(address: str, folder: Path | None) -> str | Path | None:
    """Find the schema that an address means: its name or file; None if it is not here.

    A relative address starts from the folder of the document. The addresses at which TEI
    publishes tei_all mean the one of the toolkit.
    """
    for stored in named_schemas():
        if address in stored.addresses:
            return stored.name
    parts = split_address(address)
    if parts is None:
        return None
    last = unquote(parts.path).rpartition("/")[2]
    if parts.hostname in _TEI_HOSTS:
        stem = last.rpartition(".")[0]
        return stem if stem in {stored.name for stored in named_schemas()} else None
    if parts.scheme not in ("", "file") and len(parts.scheme) > 1:
        return None
    path = Path(unquote(parts.path) if parts.scheme == "file" else unquote(address))
    if not path.is_absolute():
        if folder is None:
            return None
        path = folder / path
    return path if file_exists(path) else None


def find_named_in(prolog: Prolog, folder: Path | None) -> str | Path | None:
    """Find the first schema that a document names and that is here; None if there is no such."""
    found = (find_by_address(address, folder) for address in prolog.rng)
    return next((schema for schema in found if schema is not None), None)


def choose_for(file: Path) -> tuple[str | Path, str]:
    """Return the schema that a document is checked against, and the reason."""
    prolog = read_prolog(file)
    found = find_named_in(prolog, file.parent)
    if found is not None:
        return found, "the document names it"
    if prolog.rng:
        return DEFAULT, f"the document names {prolog.rng[0]}, which is not on this machine"
    return DEFAULT, "the document names no schema"


def load_grammar(schema: str | Path) -> Grammar:
    """Load the grammar of a schema by name or file. SchemaError if it is missing or faulty."""
    stored = next((s for s in named_schemas() if s.name == str(schema)), None)
    if stored is not None and not stored.file:
        return _load_built_in(stored.name)
    path = Path(stored.file if stored is not None else schema)
    if path.suffix.lower() == ".odd" and path.is_file():
        return _load_odd(path)
    try:
        data = read_regular(path)
    except ClosedRoomError as error:
        names = ", ".join(s.name for s in named_schemas())
        raise SchemaError(f"{schema}: no such schema ({error}); known names: {names}") from error
    return _load_bytes(data, str(path))


def is_rules(schema: str | Path) -> bool:
    """Whether a schema has Schematron rules only, and no grammar."""
    return Path(schema).suffix.lower() in (".sch", ".isosch")


@lru_cache(maxsize=8)
def _load_odd(path: Path) -> Grammar:
    """Compile an ODD to a grammar. SchemaError with the first of its errors, if it has any."""
    from toolkit.odd.spec_locations import compile_odd  # noqa: PLC0415 - only for an ODD
    from toolkit.odd.to_rng import write_rng  # noqa: PLC0415

    schema, findings = compile_odd(path)
    errors = at_or_above(findings, Severity.ERROR)
    for error in errors:
        raise SchemaError(f"{error.place}: {error.message} (tei odd compile lists all)")
    return load(write_rng(schema), name=str(path), check=False)


@lru_cache(maxsize=8)
def _load_bytes(data: bytes, name: str) -> Grammar:
    if name.endswith(".rnc"):
        raise SchemaError(f"{name}: convert the compact syntax to XML first (with trang)")
    mark = user_folder() / "checked" / hashlib.sha256(data).hexdigest()
    if mark.exists():
        return load(data, name=name, check=False)
    made, alone = _load_whole(data, name)
    if alone:
        with suppress(OSError):  # a home that cannot be written to: it is checked again next time
            create_file(mark, b"")
    return made


def _load_whole(data: bytes, name: str) -> tuple[Grammar, bool]:
    """Load a grammar; also return whether the schema is a single file, without references.

    That such a schema was found to be without fault is remembered by its hash.
    """
    others: list[str] = []

    def fetch(address: str) -> bytes:
        others.append(address)
        return read_file(address)

    made = load(data, name=name, fetch=fetch)
    return made, not others


@lru_cache(maxsize=2)
def _load_built_in(name: str) -> Grammar:
    """Load a schema of the toolkit; it is known to be correct, so it is compiled lazily."""
    file = _shipped_file(f"{name}.rng")
    return load(file.read_bytes(), name=file.name, check=False)


def _shipped_file(name: str) -> Path:
    """Return a file among the toolkit's own schemas, in the package or in the checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "data" / "tei" / "schema", package.parent / "tei" / "schema"):
        if (folder / name).is_file():
            return folder / name
    raise SchemaError(f"the schema {name} of the toolkit is missing; is the installation complete?")


def rules_file(schema: str | Path) -> Path:
    """Return the file with the Schematron rules of a schema, if it has any."""
    stored = next((s for s in named_schemas() if s.name == str(schema)), None)
    if stored is None or stored.file:
        return Path(stored.file if stored is not None else schema)
    return _shipped_file(f"{stored.name}.sch")
