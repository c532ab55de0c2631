"""Write the page of documentation that explains every setting of an edition."""

from typing import Final

from toolkit.edition.setting import Setting, format_value
from toolkit.edition.settings import edition_settings

_HEAD: Final = """# Settings

The settings of an edition are the keys of its `edition.toml`, a [TOML](https://toml.io) file in the
edition's folder. All of them can be left out. `tei new FOLDER` writes a file in which each is
explained. This page is made by `tei explain --settings`.
"""

_TABLES: Final = {
    "edition": "What the edition is.",
    "files": "Where its files are, relative to its folder.",
    "outputs": "What `tei build` renders, and how. `tei outputs` lists the outputs.",
    "encoding": "How texts are encoded.",
    "annotators": "Which annotators run. `tei annotators` lists them.",
}


def settings_page() -> str:
    """Write the page ``docs/reference/settings.md``."""
    tables = dict.fromkeys(setting.table for setting in edition_settings())
    return "\n".join([_HEAD, *(_table(table, _TABLES[table]) for table in tables)])


def _table(table: str, about: str) -> str:
    head = f"## [{table}]\n\n{about}\n\n| key | value | default | meaning |\n|---|---|---|---|\n"
    rows = (_row(setting) for setting in edition_settings() if setting.table == table)
    return head + "".join(rows)


def _row(setting: Setting) -> str:
    cells = (f"`{setting.key}`", _value(setting), _default(setting), setting.meaning)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _value(setting: Setting) -> str:
    if setting.allowed:
        return ", ".join(f"`{value}`" for value in setting.allowed)
    return setting.type if "{" not in setting.type else f"`{setting.type}`"


def _default(setting: Setting) -> str:
    return f"`{format_value(setting.default)}`" if setting.default else ""
