"""The outputs for other programs: plain text, JSON, JSON Lines, CSV and CoNLL of one view."""

from collections.abc import Callable
from typing import Final

from toolkit.edition import EditionText
from toolkit.rendering.export.conll import conll
from toolkit.rendering.export.records import csv_header, csv_rows, json_line, json_text
from toolkit.rendering.output_names import CONLL, CSV, JSON, JSONL, TXT
from toolkit.rendering.protocol import Artifact, Output, Render, RenderRequest
from toolkit.rendering.text import flatten
from toolkit.rendering.views import view_of
from toolkit.text.text_view import Viewed


def _render_with(write: Callable[[Viewed], str]) -> Render:
    """Return the function of an output whose file is a text written from the flattened view."""

    def render(text: EditionText, request: RenderRequest) -> Artifact:
        view = view_of(text, view=request.view)
        viewed = flatten(view, file=text.file)
        return Artifact(write(viewed).encode(), view.findings)

    return render


def plain_text(viewed: Viewed) -> str:
    """Return the words alone, with a line feed at the end."""
    return f"{viewed.text}\n"


def csv_table(viewed: Viewed) -> str:
    """Return a table with a header and a row for each annotation."""
    return "".join((csv_header(), *csv_rows(viewed)))


def conll_lines(viewed: Viewed) -> str:
    """Return the tokens, one a line."""
    return "".join(conll(viewed))


OUTPUTS: Final = (
    Output(TXT, ".txt", "text/plain", "The text alone.", _render_with(plain_text)),
    Output(
        JSON,
        ".json",
        "application/json",
        "The text and its annotations, with offsets.",
        _render_with(json_text),
    ),
    Output(
        JSONL,
        ".jsonl",
        "application/jsonl",
        "The same as JSON, one text a line.",
        _render_with(json_line),
        joined="texts.jsonl",
    ),
    Output(
        CSV,
        ".csv",
        "text/csv",
        "A table with a row for each annotation.",
        _render_with(csv_table),
        joined="annotations.csv",
        header=csv_header().encode(),
    ),
    Output(
        CONLL,
        ".conll",
        "text/tab-separated-values",
        "One token a line, with names and dates as IOB2 tags.",
        _render_with(conll_lines),
    ),
)
