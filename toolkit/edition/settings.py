"""Read the settings of an edition from its ``edition.toml``, and refuse what does not fit."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from toolkit.edition.authority import Entry, read_authority
from toolkit.edition.edition import Edition, inside
from toolkit.edition.setting import FILE_NAME, Setting, settings_of
from toolkit.edition.tables import Scope, parse_toml, read_tables
from toolkit.edition.text_settings_file import TEXTS, read_if_there, read_texts
from toolkit.exceptions import SettingsError

__all__ = ["FILE_NAME", "edition_settings", "inside", "read_edition"]


@cache
def edition_settings() -> tuple[Setting, ...]:
    """Return the settings of an edition, in the order of their declaration."""
    return settings_of(Edition)


def read_edition(folder: Path) -> Edition:
    """Read the edition in ``folder``: its ``edition.toml`` and authority lists; defaults without.

    No code of the edition is run. SettingsError for bad TOML, an unknown key (with the nearest
    known one) or a wrong value (with the allowed ones).
    """
    path = folder / FILE_NAME
    content = read_if_there(path)
    if content is None:
        return Edition()
    data = parse_toml(content, path)
    texts = read_texts(data.pop(TEXTS, {}), str(path))
    values = read_tables(data, Scope(str(path), edition_settings(), others=(TEXTS,)))
    lists = values.get("authority_lists", ())
    entries = [entry for name in lists for entry in read_authority(inside(folder, name, path))]
    _refuse_duplicates(entries, path)
    return Edition(folder=folder, authority=tuple(entries), texts=texts, **values)


def _refuse_duplicates(entries: Iterable[Entry], path: Path) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise SettingsError(f'{path}: two authority entries have the xml:id "{entry.id}"')
        seen.add(entry.id)
