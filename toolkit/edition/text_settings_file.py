"""Read the settings of a text: ``NAME.toml`` beside it, and ``[texts."NAME"]`` of the edition."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from toolkit.edition.edition import Edition
from toolkit.edition.tables import Scope, parse_toml, read_tables
from toolkit.edition.text_settings import TextSettings, override_settings, text_settings
from toolkit.exceptions import SettingsError

TEXTS: Final = "texts"
"""The table of ``edition.toml`` with a table for each text."""

SUFFIX: Final = ".toml"
"""The suffix of the file beside a transcription; the rest of the name is that of the text."""


def read_texts(data: Any, file: str) -> tuple[tuple[str, TextSettings], ...]:
    """Read the table ``[texts]`` of an edition. SettingsError for what does not fit."""
    if not isinstance(data, Mapping):
        raise SettingsError(f'{file}: [{TEXTS}] should be tables [{TEXTS}."NAME"], not {data!r}')
    return tuple((name, _read_text(name, content, file)) for name, content in data.items())


def parse_text_settings(
    edition: Edition, name: str, content: bytes | None, file: str
) -> TextSettings:
    """Return the settings of a text of this name, without suffix.

    ``content`` is that of its ``NAME.toml`` (called ``file`` in messages), None if it has none;
    what it sets wins over the edition's settings for the text. SettingsError for what does not fit.
    """
    far = edition.text(name)
    if content is None:
        return far
    near = TextSettings(**read_tables(parse_toml(content, file), Scope(file, text_settings())))
    return override_settings(near, far)


def read_text_settings(edition: Edition, path: Path) -> TextSettings:
    """Return the settings of the transcription at ``path``; see ``parse_text_settings``."""
    beside = path.with_suffix(SUFFIX)
    return parse_text_settings(edition, path.stem, read_if_there(beside), str(beside))


def read_if_there(path: Path) -> bytes | None:
    """Read a file; None if it does not exist. SettingsError if it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error


def _read_text(name: str, data: Any, file: str) -> TextSettings:
    above = f'{TEXTS}."{name}"'
    if not isinstance(data, Mapping):
        raise SettingsError(f"{file}: [{above}] should be a table, not {data!r}")
    return TextSettings(**read_tables(data, Scope(file, text_settings(), above)))
