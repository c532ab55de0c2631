"""Records: a text and its marks as JSON and as rows of a table, and back.

JSON (format 1), one object a text: ``format``; ``file``, the name of the TEI file; ``title``;
``language``; ``view``; ``text``; ``annotations``, in the order of the text, each with ``start``
and ``end`` (code points from 0, the end outside), ``element``, ``text``, ``attributes`` (an
object), ``alternatives`` (what stands in the same place in another view or witness, each with
``element``, ``text``, ``attributes``) and ``anchor`` (``start`` and ``end`` of the place where a
note stands whose text is elsewhere, else null). Fields are added, never renamed. JSON Lines has
the same object on one line for each text.

CSV (RFC 4180, UTF-8, line feeds), one row an annotation: the columns of ``COLUMNS``; ``attributes``
and ``alternatives`` are JSON. The text is not in it: it is that of the txt export.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from toolkit.text import Attributes, Span
from toolkit.text.text_view import Alternative, Mark, Viewed

FORMAT: Final = 1

COLUMNS: Final = tuple(
    "file view start end element text ref attributes alternatives anchor_start anchor_end".split()
)


def to_json(viewed: Viewed) -> dict[str, Any]:
    """A text and its marks as the object described above."""
    return {
        "format": FORMAT,
        "file": viewed.file,
        "title": viewed.title,
        "language": viewed.language,
        "view": viewed.view,
        "text": viewed.text,
        "annotations": [_annotation(mark, viewed.text) for mark in viewed.marks],
    }


def from_json(data: Mapping[str, Any]) -> Viewed:
    """The text and the marks that ``to_json`` gave."""
    marks = tuple(_mark(entry) for entry in data["annotations"])
    known = (data[key] for key in ("view", "file", "title", "language"))
    return Viewed(data["text"], marks, *known)


def json_text(viewed: Viewed) -> str:
    """One JSON document, indented."""
    return json.dumps(to_json(viewed), ensure_ascii=False, indent=1) + "\n"


def json_line(viewed: Viewed) -> str:
    """The same on one line."""
    return json.dumps(to_json(viewed), ensure_ascii=False) + "\n"


def csv_header() -> str:
    """The first line of a table."""
    return _row(COLUMNS)


def csv_rows(viewed: Viewed) -> Iterator[str]:
    """The rows of one text."""
    for mark in viewed.marks:
        anchor = mark.anchor
        yield _row(
            (
                viewed.file,
                viewed.view,
                mark.span.start,
                mark.span.end,
                mark.element,
                mark.span.of(viewed.text),
                mark.get("ref"),
                _compact(dict(mark.attributes)),
                _compact([_alternative(other) for other in mark.alternatives]),
                anchor.start if anchor else "",
                anchor.end if anchor else "",
            )
        )


def _annotation(mark: Mark, text: str) -> dict[str, Any]:
    return {
        "start": mark.span.start,
        "end": mark.span.end,
        "element": mark.element,
        "text": mark.span.of(text),
        "attributes": dict(mark.attributes),
        "alternatives": [_alternative(other) for other in mark.alternatives],
        "anchor": {"start": mark.anchor.start, "end": mark.anchor.end} if mark.anchor else None,
    }


def _alternative(other: Alternative) -> dict[str, Any]:
    return {
        "element": other.element,
        "text": other.text,
        "attributes": dict(other.attributes),
    }


def _mark(data: Mapping[str, Any]) -> Mark:
    alternatives = tuple(
        Alternative(other["element"], other["text"], _attributes(other))
        for other in data["alternatives"]
    )
    anchor = Span(**data["anchor"]) if data["anchor"] else None
    span = Span(data["start"], data["end"])
    return Mark(span, data["element"], _attributes(data), alternatives, anchor)


def _attributes(data: Mapping[str, Any]) -> Attributes:
    return tuple(data["attributes"].items())


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""


def _row(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue()
