"""Read the header template at the start of a page of Wikisource, in any language.

{{header | title = The Mill | author = Ann Brown | year = 1888 }}
"""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.reading.metadata_labels import Labels
from toolkit.text import Field, Span

_TEMPLATE: Final = re.compile(
    r"\s*(?P<template>\{\{[^{}|]{2,40}(?P<body>\|(?:[^{}]|\{\{[^{}]{0,400}\}\}){0,6000})\}\})"
)
_FIELD: Final = re.compile(
    r"\|\s*(?P<key>[^\W\d_][\w /-]{0,40}?)\s*=(?P<value>(?:\[\[[^\]]*\]\]|\{\{[^{}]*\}\}|[^|])*)"
)
_LINK: Final = re.compile(r"\[\[(?:[^\]|]*\|)?(?P<words>[^\]|]*)\]\]")


def find_wiki_frame(text: str, labels: Labels) -> tuple[Span, tuple[Field, ...]] | None:
    """Return the template that begins a text, and its fields; None if it names no title."""
    match = _TEMPLATE.match(text)
    if not match:
        return None
    fields = tuple(_fields(text, Span(*match.span("body")), labels))
    if not any(field.key == "title" for field in fields):
        return None
    return Span(*match.span("template")), fields


def _fields(text: str, body: Span, labels: Labels) -> Iterator[Field]:
    """Yield the parameters whose names are labels of metadata and that have a value."""
    for match in _FIELD.finditer(text, body.start, body.end):
        label = match["key"].replace("_", " ")
        value = " ".join(_LINK.sub(r"\g<words>", match["value"]).split()).strip("'")
        key = labels.field_of(label)
        if key and value:
            yield Field(key, label, value, Span(*match.span()))
