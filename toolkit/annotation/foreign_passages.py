"""Find paragraphs and quotations that are surely in another language (CHSH, COHQHF).

A missing mark is soon added, and a false one misleads; so uncertain passages are left alone: short
ones, names, and languages that are close to each other.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from toolkit.text import Annotation, Document, Span
from toolkit.text.function_words import clear_language, function_words, words_of

BLOCKS: Final = ("p", "head", "quote", "lg", "item")
"""Elements that carry ``xml:lang`` if all of their text is in another language."""

SHORTEST: Final = 8
"""Words that a passage needs: with fewer, a name or a title looks like another language."""

DIFFERENT: Final = 4
"""Different function words that a passage needs: "de la" in names are two, however often."""

OWN_SHARE: Final = 0.1
"""The share of function words of the text's own language above which a passage is in it."""

_QUOTED: Final = re.compile(
    "\u201c([^\u201c\u201d]{30,600})\u201d|\u201e([^\u201c\u201d\u201e]{30,600})[\u201c\u201d]"
    '|\u00ab([^\u00ab\u00bb]{30,600})\u00bb|"([^"\\n]{30,600})"'
)


def in_other_languages(doc: Document, described: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield the annotations of a text, with ``xml:lang`` on those in another language.

    Quotations in another language within a paragraph become ``foreign``.
    """
    for annotation in described:
        if annotation.element not in BLOCKS:
            yield annotation
            continue
        tag = other_language(annotation.span.of(doc.text), doc.language)
        if tag:
            yield annotation.with_attributes(xml_lang=tag)
            continue
        yield annotation
        if annotation.element == "p":
            yield from _quotations(doc, annotation.span)


def other_language(text: str, own: str) -> str:
    """Return the tag of the language of a passage if it is surely not ``own``; else empty."""
    known = function_words().get(own.partition("-")[0])
    if known is None:
        return ""
    rough = text.lower().split()  # with their punctuation: enough to tell most passages
    if sum(map(known.__contains__, rough)) > OWN_SHARE * len(rough):
        return ""
    words = words_of(text)
    if len(words) < SHORTEST or sum(map(known.__contains__, words)) > OWN_SHARE * len(words):
        return ""
    tag = clear_language(words)
    return tag if tag and len(function_words()[tag].intersection(words)) >= DIFFERENT else ""


def _quotations(doc: Document, block: Span) -> Iterator[Annotation]:
    for match in _QUOTED.finditer(doc.text, block.start, block.end):
        span = Span(*match.span(match.lastindex or 0))
        tag = other_language(span.of(doc.text), doc.language)
        if tag:
            reason = f"its function words are those of the language {tag}"
            yield Annotation(span, "foreign", (("xml:lang", tag),), rule="quoted", reason=reason)
