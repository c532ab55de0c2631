"""Fonts: which scripts need more than the bundled ones, and which characters no font has."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.findings import Finding, Place
from toolkit.plugins import find_entry_points
from toolkit.rendering.codes import NO_GLYPH
from toolkit.rendering.last_resort_font import DRAWN
from toolkit.trees import place_of

_FAMILIES: Final = "fontpkg.family"
"""The entry points by which the ``fontpkg`` packages name themselves."""

_PACKAGES: Final = tuple(
    f"pylopdf_fonts_{language}" for language in ("jp", "ko", "zh_cn", "zh_tw", "he", "th")
)
"""Packages that hold the Noto fonts of a script and name themselves nowhere."""

_SCRIPTS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (
        "Arabic",
        "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
        ("Amiri", "Scheherazade New", "Noto Naskh Arabic", "Arabic Typesetting", "Geeza Pro"),
    ),
    (
        "Syriac",
        "\u0700-\u074f",
        ("Noto Sans Syriac", "Noto Sans Syriac Eastern", "Estrangelo Edessa"),
    ),
    (
        "Devanagari",
        "\u0900-\u097f\ua8e0-\ua8ff",
        (
            "Noto Serif Devanagari",
            "Noto Sans Devanagari",
            "Lohit Devanagari",
            "Kohinoor Devanagari",
            "Nirmala UI",
        ),
    ),
    (
        "Ethiopic",
        "\u1200-\u139f\u2d80-\u2ddf",
        ("Noto Serif Ethiopic", "Abyssinica SIL", "Nyala", "Kefa"),
    ),
    (
        "kana",
        "\u3040-\u30ff\u31f0-\u31ff",
        ("Noto Serif CJK JP", "Noto Serif JP", "Hiragino Mincho ProN", "Yu Mincho", "MS Mincho"),
    ),
    (
        "hangul",
        "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
        ("Noto Serif CJK KR", "Noto Serif KR", "AppleMyungjo", "Batang"),
    ),
    (
        "Han",
        "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff",
        ("Noto Serif CJK SC", "Noto Serif CJK TC", "Noto Serif SC", "Songti SC", "SimSun"),
    ),
)
"""Scripts that the bundled fonts lack: name, characters, and the families to be preferred."""

_RARE_LETTERS: Final = ("Junicode", "Cardo", "Noto Serif", "Gentium", "DejaVu Serif")
"""Families for what no script above has: medieval abbreviations, Gothic, runes."""

_BUNDLED: Final = re.compile(
    "[\u0000-\u058f\u0590-\u05ff\u1c80-\u1c8f\u1d00-\u1dbf\u1e00-\u206f\u2070-\u214f"
    "\u2150-\u23ff\u2500-\u25ff\ufb00-\ufb4f]*"
)
_REPORTED: Final = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_LISTED: Final = 20


def fonts_for(text: str) -> tuple[str, ...]:
    """The families to be preferred for the scripts in ``text`` that the bundled fonts lack.

    Empty if the bundled fonts (Latin, Greek, Cyrillic, Hebrew) suffice.
    """
    if _BUNDLED.fullmatch(text):
        return ()
    found = [names for _, span, names in _SCRIPTS if re.search(f"[{span}]", text)]
    return tuple(name for names in found for name in names) or _RARE_LETTERS


def packaged_fonts() -> tuple[Path, ...]:
    """The folders of the fonts that were installed as Python packages; none is imported."""
    named = (point.value for point in find_entry_points(_FAMILIES))
    found = (find_spec(name) for name in sorted({*named, *_PACKAGES}) if name.isidentifier())
    return tuple(
        Path(folder)
        for spec in found
        if spec is not None
        for folder in spec.submodule_search_locations or ()
    )


def missing_glyphs(error: str) -> frozenset[str]:
    """The characters that the typesetter's error says no font has."""
    clusters = (_ESCAPED.sub(_unescaped, text) for text in _REPORTED.findall(error))
    return frozenset(character for cluster in clusters for character in cluster)


def without_glyph(
    characters: Iterable[str], tree: "etree._ElementTree", file: str
) -> Iterator[Finding]:
    """One finding for each script: its characters, where the first one stands, and what to do."""
    wanted = sorted(set(characters) - DRAWN, key=lambda c: (script_of(c), c))
    for script, group in groupby(wanted, key=script_of):
        lacking = tuple(group)
        shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in lacking[:_LISTED])
        more = f" and {len(lacking) - _LISTED} more" if len(lacking) > _LISTED else ""
        yield NO_GLYPH.at(
            _place_of_first(lacking, tree, file),
            f"no font has {shown}{more}: printed as codes",
            hint=_remedy(script),
        )


def script_of(character: str) -> str:
    """The script of a character as people call it: ``Arabic``, ``Han``, ``Latin``."""
    for name, span, _ in _SCRIPTS:
        if re.match(f"[{span}]", character):
            return name
    return unicodedata.name(character, "").partition(" ")[0].capitalize()


def _remedy(script: str) -> str:
    names = next((names for name, _, names in _SCRIPTS if name == script), ())
    such = f", such as {names[0]}" if names else ""
    what = f"for {script}" if script else "that has them"
    return (
        f"install tei-toolkit[fonts] or a font {what}{such}, "
        "or put one into the edition's folder of fonts"
    )


def _unescaped(found: "re.Match[str]") -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return {"n": "\n", "t": "\t", "r": "\r"}.get(found[2], found[2])


def _place_of_first(characters: tuple[str, ...], tree: "etree._ElementTree", file: str) -> Place:
    lacking = re.compile("[" + "".join(map(re.escape, characters)) + "]")
    for element in tree.iter(etree.Element):
        if lacking.search(element.text or ""):
            return place_of(element, file)
        parent = element.getparent()
        if parent is not None and lacking.search(element.tail or ""):
            return place_of(parent, file)
    return Place(file)
