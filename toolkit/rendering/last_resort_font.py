"""Glyphs: a font for the characters that no font at hand has; each shows its code in a box.

With it every character of a text is text on the page: it keeps its place in the line, and can be
searched, copied and read aloud, although it looks like its number.
"""

import io
import logging
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

_FAMILY: Final = "Codes of Characters"
_ASCENT: Final = 720
_DESCENT: Final = -200
_MARGIN: Final = 40
_STROKE: Final = 25
_DIGIT_STEP: Final = 200
_ROWS: Final = (340, -110)
_SEGMENTS: Final = {
    "a": (0, 300, 150, 330),
    "b": (120, 165, 150, 330),
    "c": (120, 0, 150, 165),
    "d": (0, 0, 150, 30),
    "e": (0, 0, 30, 165),
    "f": (0, 165, 30, 330),
    "g": (0, 150, 150, 180),
}
"""The seven strokes of a digit as left, bottom, right, top, in thousandths of the type size."""

_DIGITS: Final = dict(
    zip(
        "0123456789ABCDEF",
        "abcdef bc abdeg abcdg bcfg acdfg acdefg abc "
        "abcdefg abcdfg abcefg cdefg adef bcdeg adefg aefg".split(),
        strict=True,
    )
)

_BRACKETS: Final = {
    "\u3008": ((270, 760), (310, 740), (150, 260), (310, -220), (270, -240), (100, 260)),
    "\u3009": ((90, 760), (260, 260), (90, -240), (50, -220), (210, 260), (50, 740)),
}
DRAWN: Final = frozenset(_BRACKETS)
"""Angle brackets, which look like themselves. They stand in texts of all scripts, because Unicode
makes U+3008 and U+3009 of U+2329 and U+232A wherever text is normalised."""


def font_of_codes(characters: Iterable[str]) -> bytes:
    """A TrueType font with a glyph for each of ``characters``: its code point in two rows."""
    from fontTools.fontBuilder import FontBuilder  # noqa: PLC0415  # only when a glyph is missing
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415

    wanted = {ord(character): f"u{ord(character):04X}" for character in sorted(set(characters))}
    glyphs: dict[str, Any] = {".notdef": TTGlyphPen(None).glyph()}
    widths = {".notdef": (0, 0)}
    for code, name in wanted.items():
        pen = TTGlyphPen(None)
        widths[name] = _draw(pen, f"{code:04X}")
        glyphs[name] = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(wanted)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    # Typst takes no font without a PostScript name.
    builder.setupNameTable(
        {"familyName": _FAMILY, "styleName": "Regular", "psName": "CodesOfCharacters-Regular"}
    )
    builder.setupOS2(sTypoAscender=_ASCENT, sTypoDescender=_DESCENT)
    builder.setupPost()
    return _saved(builder)


def _draw(pen: "TTGlyphPen", code: str) -> tuple[int, int]:
    """Draw the character, else a box with the digits of its code; its width and left edge."""
    bracket = _BRACKETS.get(chr(int(code, 16)))
    if bracket:
        _outline(pen, bracket)
        return 360, min(x for x, _ in bracket)
    digits = code.rjust(len(code) + len(code) % 2, "0")
    row = len(digits) // 2
    right = 2 * _MARGIN + row * _DIGIT_STEP
    _rectangle(pen, (_MARGIN, _DESCENT, right, _ASCENT))
    inside = (_MARGIN + _STROKE, _DESCENT + _STROKE, right - _STROKE, _ASCENT - _STROKE)
    _rectangle(pen, inside, hole=True)
    for i, digit in enumerate(digits):
        x = 2 * _MARGIN + (i % row) * _DIGIT_STEP + _STROKE // 2
        y = _ROWS[i // row]
        for segment in _DIGITS[digit]:
            left, bottom, end, top = _SEGMENTS[segment]
            _rectangle(pen, (x + left, y + bottom, x + end, y + top))
    return right + _MARGIN, _MARGIN


def _rectangle(pen: "TTGlyphPen", edges: tuple[int, int, int, int], *, hole: bool = False) -> None:
    left, bottom, right, top = edges
    corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    _outline(pen, corners[::-1] if hole else corners)


def _outline(pen: "TTGlyphPen", corners: Sequence[tuple[int, int]]) -> None:
    first, *others = corners
    pen.moveTo(first)
    for corner in others:
        pen.lineTo(corner)
    pen.closePath()


def _saved(builder: Any) -> bytes:
    """The bytes of a font, which are the same on every day."""
    head = builder.font["head"]
    head.created = head.modified = 0
    log = logging.getLogger("fontTools.ttLib.tables._h_e_a_d")
    before, log.disabled = log.disabled, True
    try:
        data = io.BytesIO()
        builder.save(data)
    finally:
        log.disabled = before
    return data.getvalue()
