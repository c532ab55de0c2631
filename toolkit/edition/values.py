"""Read values of settings, and refuse what does not fit their type."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Final

from toolkit.edition.edition import PLACEHOLDER, Responsible
from toolkit.edition.forms import expand_identifier
from toolkit.edition.header_name import HeaderName
from toolkit.edition.setting import Setting
from toolkit.text.xml_characters import NOT_XML


def read_value(setting: Setting, value: Any) -> Any:
    """Return the value of a setting. ValueError, with the form that it should have, if wrong."""
    if setting.allowed:
        return _read_choice(setting, value)
    if setting.form:
        return _read_form(setting, value)
    return _READERS[str(setting.kind)](value)


def _read_choice(setting: Setting, value: Any) -> Any:
    if value not in setting.allowed:
        raise ValueError
    kind = setting.kind if isinstance(setting.kind, type) else type(setting.example)
    return kind(value)


def _read_form(setting: Setting, value: Any) -> str:
    """Read a text of a certain form; whole numbers of TOML are texts too."""
    text = str(value) if type(value) is int else _read_text(value)
    if text and setting.form and not setting.form.accepts(text):
        raise ValueError
    return text


def _read_text(value: Any) -> str:
    """Read a text that XML can hold; dates of TOML are texts too."""
    if isinstance(value, str):
        return _xml_text(value)
    if not hasattr(value, "isoformat"):
        raise ValueError
    return str(value.isoformat())


def _read_texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError
    return tuple(map(_xml_text, value))


def _xml_text(value: str) -> str:
    """Return a text. ValueError if it has a character that XML cannot hold."""
    if NOT_XML.search(value):
        raise ValueError("a text without control characters")
    return value


def _read_switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError  # noqa: TRY004 - as above
    return value


def _read_editors(value: Any) -> tuple[Responsible, ...]:
    """Read the editors; the one of the example is nobody."""
    if not isinstance(value, list) or not all(map(_is_responsible, value)):
        raise ValueError
    if not all(re.fullmatch(r"[^\W\d][\w.-]*|", item.get("id", "")) for item in value):
        raise ValueError('a list in which each id is an xml:id: id = "jd"')
    for text in (text for item in value for text in item.values()):
        _xml_text(text)
    return tuple(Responsible(**item) for item in value if item["name"] != PLACEHOLDER)


def _is_responsible(item: Any) -> bool:
    known = {field.name for field in fields(Responsible)}
    return (
        isinstance(item, dict)
        and "name" in item
        and set(item) <= known
        and all(isinstance(text, str) for text in item.values())
    )


def _read_names(value: Any) -> tuple[HeaderName, ...]:
    """Read a name, a table with a name and its identifiers, or a list of these."""
    return tuple(map(_read_name, value if isinstance(value, list) else [value]))


def _read_name(value: Any) -> HeaderName:
    item = {"name": value} if isinstance(value, str) else value
    if not isinstance(item, dict) or set(item) - {"name", "ref"} or not item.get("name"):
        raise ValueError
    refs = item.get("ref", [])
    refs = _read_texts([refs] if isinstance(refs, str) else refs)
    return HeaderName(
        " ".join(_read_text(item["name"]).split()), " ".join(map(expand_identifier, refs))
    )


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    str(str): _read_text,
    str(tuple[str, ...]): _read_texts,
    str(tuple[tuple[str, bool], ...]): _read_switch,
    str(tuple[Responsible, ...]): _read_editors,
    str(tuple[HeaderName, ...]): _read_names,
}
"""The reader of each type of setting that has no fixed list of values."""
