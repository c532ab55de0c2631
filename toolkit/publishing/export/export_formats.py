"""Formats: which files an export writes, and what is in them.

txt, json and conll give a file for each text; csv and jsonl one for all: ``annotations.csv`` and
``texts.jsonl``, written as the texts come, so that a corpus of any size fits in memory.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from toolkit.publishing.export.conll import conll
from toolkit.publishing.export.records import csv_header, csv_rows, json_line, json_text
from toolkit.text.text_view import Viewed

EACH: Final = ("txt", "json", "conll")
"""The formats with a file for each text."""

TOGETHER: Final = {"csv": "annotations.csv", "jsonl": "texts.jsonl"}
"""The formats with one file for all texts, and its name."""

FORMATS: Final = (*EACH, *TOGETHER)


def one(viewed: Viewed, kind: str) -> bytes:
    """The file of one text: its words alone (txt), or with what is marked in them."""
    if kind == "txt":
        return f"{viewed.text}\n".encode()
    if kind == "json":
        return json_text(viewed).encode()
    return "".join(conll(viewed)).encode()


def together(texts: Iterable[Viewed], kind: str) -> Iterator[bytes]:
    """The file of all texts, piece by piece."""
    if kind == "csv":
        yield csv_header().encode()
    for viewed in texts:
        pieces = csv_rows(viewed) if kind == "csv" else iter((json_line(viewed),))
        yield "".join(pieces).encode()
