"""Write the pages of documentation that explain every setting of an edition and of a text."""

from collections.abc import Mapping, Sequence
from typing import Final

from toolkit.edition.forms import IDENTIFIER
from toolkit.edition.setting import Setting, format_value
from toolkit.edition.settings import edition_settings
from toolkit.edition.text_settings import text_settings

_HEAD: Final = """# Settings

The settings of an edition are the keys of its `edition.toml`, a [TOML](https://toml.io) file in the
edition's folder. All of them can be left out. `tei new FOLDER` writes a file in which each is
explained. This page is made by `tei explain --settings`.

The tables `[texts."NAME"]` set header fields of single texts: see
[Settings of a text](text-settings.md).
"""

_TABLES: Final = {
    "edition": "What the edition is.",
    "files": "Where its files are, relative to its folder.",
    "outputs": "What `tei build` renders, and how. `tei outputs` lists the outputs.",
    "encoding": "How texts are encoded.",
    "annotators": "Which annotators run. `tei annotators` lists them.",
}

_TEXT_HEAD: Final = """# Settings of a text

A file `NAME.toml` beside the transcription `NAME.txt` sets header fields of this text:

```toml
title = "The Mill"
author = { name = "Ann Brown", ref = ["viaf:12345", "wikidata:Q42"] }
date = 1850-05-03

[source]
title = "Papers of the Mill"
year = 1888
pages = "12-15"
```

The same can be written in `edition.toml`, in tables `[texts."NAME"]` and `[texts."NAME".source]`.
The `ref` of a name is {identifier}.
All keys can be left out, and an empty value counts as left out. For each field, the first of these
that has a value wins:

1. the command line (`--language`);
2. `NAME.toml`;
3. `[texts."NAME"]` in `edition.toml`;
4. the text: its metadata block, then the lines above it, then the letter itself;
5. the table `[edition]` of `edition.toml`. Its language wins over the one that a text names.

What the text has on a field stays where it is: the metadata block as `xenoData` in the header, a
title line as a heading. A `[source]` takes the place of the sources that the text names with
`Source:`; a `[manuscript]` replaces only a reference to a manuscript.

`tei status` reports a text as out of date when its settings change. This page is made by
`tei explain --text-settings`.
"""

_TEXT_TABLES: Final = {
    "": "Above all tables.",
    "source": "The source of the transcription: `biblStruct` or `msDesc`.",
    "manuscript": "More on a manuscript: the parts of `msDesc`.",
    "series": "The series of the edition to which the text belongs: `seriesStmt`.",
}


def settings_page() -> str:
    """Write the page ``docs/reference/settings.md``."""
    return _page(_HEAD, _TABLES, edition_settings())


def text_settings_page() -> str:
    """Write the page ``docs/reference/text-settings.md``."""
    head = _TEXT_HEAD.replace("{identifier}", IDENTIFIER.replace(", or", ",\nor", 1))
    return _page(head, _TEXT_TABLES, text_settings(), examples=True)


def _page(
    head: str, tables: Mapping[str, str], settings: Sequence[Setting], *, examples: bool = False
) -> str:
    """Write a page with a section for each table; ``examples`` takes the place of defaults."""
    names = dict.fromkeys(setting.table for setting in settings)
    sections = (
        _section(tables[name], [s for s in settings if s.table == name], examples=examples)
        for name in names
    )
    return "\n".join([head, *sections])


def _section(about: str, settings: Sequence[Setting], *, examples: bool) -> str:
    title = f"[{settings[0].table}]" if settings[0].table else "Keys"
    third = "example" if examples else "default"
    head = f"## {title}\n\n{about}\n\n| key | value | {third} | meaning |\n|---|---|---|---|\n"
    return head + "".join(_row(setting, examples=examples) for setting in settings)


def _row(setting: Setting, *, examples: bool) -> str:
    third = f"`{format_value(setting.example)}`" if setting.example else ""
    shown = third if examples else _default(setting)
    cells = (f"`{setting.key}`", _value(setting), shown, setting.meaning)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _value(setting: Setting) -> str:
    if setting.allowed:
        return ", ".join(f"`{value}`" for value in setting.allowed)
    return setting.type.partition("; ")[0].replace("{", "`{").replace("}", "}`")


def _default(setting: Setting) -> str:
    return f"`{format_value(setting.default)}`" if setting.default else ""
