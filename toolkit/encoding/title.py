"""Name a text: title and author from the metadata, the headings, or the parties of a letter."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.encoding.codes import NO_TITLE
from toolkit.encoding.correspondence import find_receivers, find_senders
from toolkit.encoding.responsibility import header_names, split_names
from toolkit.findings import Finding, Place
from toolkit.languages import find_language
from toolkit.languages.structure import structure_of
from toolkit.languages.words import Words
from toolkit.text import Annotation, Document, Span
from toolkit.text.line_heuristics import without_marker
from toolkit.vocabulary import elements

_TITLES: Final = frozenset({"head", "titlePart"})
_BEFORE_TEXT: Final = elements("before-title")
"""Elements that may come before the title of a text, and contain it."""

_ONLY_YEAR: Final = re.compile(r"\W*(?:1[0-9]|20)\d\d\W*")
_LONGEST_SIGNATURE: Final = 40
"""Characters of a signature that is a name."""

_FIRST_WORDS: Final = 8
"""Words of the text that stand in for a title."""


def choose_title(doc: Document, nested: tuple[Annotation, ...]) -> str:
    """Return the title: of the metadata, else of the headings, else of the letter.

    A letter without a title is called by its parties and its date. Without any of these, the
    first words of the text take the place of a title (see ``find_missing_title``).
    """
    return (
        doc.field("title")
        or next(_headings(doc, nested), "")
        or _title_of_letter(doc, nested)
        or _first_words(doc)
    )


def find_authors(doc: Document, nested: tuple[Annotation, ...]) -> tuple[tuple[str, str], ...]:
    """Return the authors with ``@ref``: of the metadata, else of the byline above the text."""
    if named := header_names(doc, "author"):
        return named
    front = _front(nested)
    lines = [a.span.of(doc.text) for a in front if a.element in ("byline", "docAuthor")]
    words = structure_of(doc.language).byline_words
    start = re.compile(rf"(?:{'|'.join(map(re.escape, words)) or '(?!)'})\s+", re.IGNORECASE)
    names = (name for line in lines[:1] for name in split_names(start.sub("", line, count=1)))
    return tuple((name, "") for name in names)


def find_missing_title(doc: Document, nested: tuple[Annotation, ...]) -> Iterator[Finding]:
    """Report a text whose title had to be made of its first words."""
    if doc.field("title") or any(_headings(doc, nested)) or _title_of_letter(doc, nested):
        return
    yield NO_TITLE.at(
        Place(doc.file),
        f'no title found; the text is called by its first words, "{_first_words(doc)}"',
        hint='put a line "Title: ..." at the head of the transcription, or title = "..." '
        "into its settings (a file with the same name that ends in .toml)",
    )


def _headings(doc: Document, nested: tuple[Annotation, ...]) -> Iterator[str]:
    """Yield the headings above the text, without markers and signs; a year alone is none."""
    for annotation in _front(nested):
        if annotation.element in _TITLES:
            shown = _without_signs(doc.text, annotation.span, nested)
            words = " ".join(without_marker(shown).split())
            if words and not _ONLY_YEAR.fullmatch(words):
                yield words


def _without_signs(text: str, span: Span, nested: tuple[Annotation, ...]) -> str:
    """Return the words of a heading without the signs of the transcriber."""
    parts, at = [], span.start
    for annotation in nested:
        sign = annotation.element == "fw" and annotation.get("type") == "sign"
        if sign and span.contains(annotation.span) and annotation.span.start >= at:
            parts.append(text[at : annotation.span.start])
            at = annotation.span.end
    return "".join((*parts, text[at : span.end]))


def _front(nested: tuple[Annotation, ...]) -> Iterator[Annotation]:
    """Yield the structural annotations up to the first that belongs to the text itself."""
    ends = 0
    for annotation in nested:
        if annotation.element == "xenoData" or not len(annotation.span) or annotation.anchor:
            continue
        if annotation.span.start < ends:
            continue  # a phrase within a heading
        if annotation.element not in _BEFORE_TEXT:
            if annotation.element in ("fw", "opener", "epigraph", "figure"):
                continue
            return
        if annotation.element in _TITLES:
            ends = annotation.span.end
        yield annotation


def _title_of_letter(doc: Document, nested: tuple[Annotation, ...]) -> str:
    """Return a title like ``John Brown to Mr. Green, 3 March 1811``; empty if there is no party."""
    senders = [name for name, _ in find_senders(doc, nested)] or _signature(doc, nested)
    receivers = [name for _, name, _ in find_receivers(doc, nested)]
    parties = _join_parties(doc, senders, receivers)
    datelines = (a for a in nested if a.element == "dateline")
    dateline = next((" ".join(a.span.of(doc.text).split()) for a in datelines), "")
    date = (doc.field("date") or dateline).rstrip(".,")
    return ", ".join(filter(None, (parties, date))) if parties else ""


def _signature(doc: Document, nested: tuple[Annotation, ...]) -> list[str]:
    """Return the words of a signature that is no recognised name."""
    signed = (" ".join(a.span.of(doc.text).split()) for a in nested if a.element == "signed")
    names = (words.rpartition(":")[2].strip() for words in signed)
    return [name for name in names if name and len(name) <= _LONGEST_SIGNATURE][:1]


def _join_parties(doc: Document, senders: list[str], receivers: list[str]) -> str:
    preposition = find_language(doc.language).topic(Words).printed.get("to", "\u2013")
    both = (" / ".join(senders), " / ".join(receivers))
    return f" {preposition} ".join(filter(None, both))


def _first_words(doc: Document) -> str:
    """Return the first words of the text, after its metadata."""
    end = max((block.span.end for block in doc.annotations("xenoData")), default=0)
    start = 0 if end == len(doc.text.rstrip()) else end
    words = doc.text[start : start + 400].split()
    return " ".join(words[:_FIRST_WORDS]) + (" \u2026" if len(words) > _FIRST_WORDS else "")
