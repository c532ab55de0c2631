"""Turn text outside all blocks into paragraphs, so that none of it is lost."""

import re
from collections.abc import Iterator, Sequence

from toolkit.encoding.nest import STRUCTURE
from toolkit.text import Annotation, Span
from toolkit.text.whitespace import SPACE
from toolkit.vocabulary import elements

_CONTAINERS = elements("elements-only")
_ASIDE = ("fw", "figure")


def find_uncovered(text: str, annotations: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield a ``p`` for each stretch of text between blank lines that no block contains.

    A stretch without a visible character, such as a no-break space alone, is an ``fw``: a
    paragraph before a heading would not be valid, and readers would see an empty one.
    """
    taken = sorted(a.span for a in annotations if _covers(a))
    at = 0
    for span in (*taken, Span(len(text), len(text))):
        if span.start > at:
            yield from _paragraphs(text, Span(at, span.start))
        at = max(at, span.end)


def _covers(annotation: Annotation) -> bool:
    name = annotation.element
    if name == "fw" and annotation.get("type") == "sign":
        return False  # a sign of the transcriber, within a paragraph
    return (name in STRUCTURE and name not in _CONTAINERS) or name in ("xenoData", *_ASIDE)


def _paragraphs(text: str, gap: Span) -> Iterator[Annotation]:
    for match in re.finditer(rf"[^{SPACE}](?:[^\n\f]|\n(?![ \t]*(?:\n|\Z)))*", gap.of(text)):
        start = gap.start + match.start()
        span = Span(start, start + len(match[0].rstrip(SPACE)))
        element = "fw" if match[0].isspace() else "p"
        yield Annotation(span, element, origin="encode", rule="uncovered")
