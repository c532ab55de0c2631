"""Find metadata at the end of a text whose labels have lines of their own, without a colon.

    Source

    County Record Office, box 12

Since no sign marks such labels, several of them in a row are the proof.
"""

import re
from collections.abc import Sequence
from typing import Final

from toolkit.reading.metadata_labels import Labels
from toolkit.text import Field, Span
from toolkit.text.whitespace import SPACE

_LEAST: Final = 2
"""Labels in a row that prove each other."""
_MOST: Final = 40
"""Lines at the end of a text that are searched."""
_LONGEST: Final = 200
"""Characters of a line of a value, at most."""
_MOST_VALUE_LINES: Final = 4

_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")


def find_label_lines(text: str, labels: Labels) -> tuple[Field, ...]:
    """Return the fields of labels in lines of their own that end a text, each with its value.

    At least two such labels are needed, one of them a label that occurs in metadata only.
    """
    lines = _last_lines(text)
    names = [_label(line.of(text), labels) for line in lines]
    fields: list[Field] = []
    end = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        if names[number]:
            value = lines[number + 1 : end]
            if not _is_value(text, value):
                break
            key = labels.field_of(names[number])
            key = "" if key == "language" else key  # it may be that of a translated original
            fields.append(_field(text, key, names[number], lines[number], value))
            end = number
    found = tuple(reversed(fields))
    keys = {field.key for field in found}
    is_proved = len(keys) >= _LEAST and any(labels.is_strong(field.label) for field in found)
    return found if is_proved and found[0].span.start > len(text) // 2 else ()


def _last_lines(text: str) -> list[Span]:
    start = max(0, len(text) - _MOST * _LONGEST)
    lines = []
    for match in _LINE.finditer(text, start):
        words = match[0]
        first = match.start() + len(words) - len(words.lstrip(SPACE))
        lines.append(Span(first, match.start() + len(words.rstrip(SPACE))))
    return lines[-_MOST:]


def _label(line: str, labels: Labels) -> str:
    """Return the line if it is a label that begins with a capital, and nothing else."""
    name = line.rstrip(" :")
    return name if name[:1].isupper() and labels.field_of(name) else ""


def _is_value(text: str, lines: Sequence[Span]) -> bool:
    return 1 <= len(lines) <= _MOST_VALUE_LINES and all(
        len(line) <= _LONGEST and any(map(str.isalnum, line.of(text))) for line in lines
    )


def _field(text: str, key: str, label: str, line: Span, value: Sequence[Span]) -> Field:
    span = Span(line.start, value[-1].end)
    words = " ".join(Span(value[0].start, span.end).of(text).split())
    return Field(key, label, words, span)
