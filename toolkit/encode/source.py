"""Source: what a line says of a printed source becomes a ``biblStruct`` (COBI)."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from toolkit.encode.tree import element
from toolkit.text import Field

_PAGES = re.compile(
    r"(?:pp?|pages?|S|Seiten?)\.?\s*(?P<from>\d+)(?:\s*[-\u2013\u2014]\s*(?P<to>\d+))?"
)
_VOLUME = re.compile(r"(?:vol(?:ume|\.)?|band|bd\.?|tome|t\.)\s*(?P<n>\d+|[IVXLC]+)", re.IGNORECASE)
_ISSUE = re.compile(
    r"(?:no\.?|nr\.?|n°|nº|number|nummer|numéro|heft|issue)\s*(?P<n>\d+\w?)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_PUBLISHER = re.compile(
    r"\b(?:publish(?:ers?|ing)|press|books|verlag|éditions?|editions?|house|edizioni|editorial|"
    r"presses|buchhandlung|druckerei|imprimerie|librairie|printing|& co\.?|& sons?|brothers|"
    r"gmbh|ltd\.?|inc\.?)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:in|aus|dans|from|first published in|zuerst in)[:\s]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """What could be understood of a reference; ``rest`` is what could not."""

    title: str = ""
    publisher: str = ""
    place: str = ""
    volume: str = ""
    issue: str = ""
    year: str = ""
    pages: tuple[str, str] = ("", "")
    rest: tuple[str, ...] = field(default=())


def read_source(reference: str) -> Source:
    """Understand a reference, piece by piece between its commas.

    ``Lenin's Collected Works, Progress Publishers, Moscow, Volume 26, 1972, pp. 312-313`` has
    title, publisher, place, volume, year and pages. The first piece that is none of the others
    is the title; one word with a capital, beside the publisher or the year, is the place.
    """
    source = Source()
    for piece in re.split(r"\s*[,;]\s+", _LEADING.sub("", reference.strip()).rstrip(".")):
        source = _understand(source, piece.strip(" .") if piece else "")
    return source


def bibl_struct(
    parent: etree._Element, kind: str, reference: Field, *, title: str = "", author: str = ""
) -> None:
    """A ``biblStruct`` of one reference; ``title`` and ``author`` are those of the text in it.

    The reference as it was written is kept as a ``note`` where a piece was not understood.
    """
    source = read_source(_without_dates(reference))
    bibl = element(parent, "biblStruct", attributes={"type": kind})
    if title and source.title:
        analytic = element(bibl, "analytic")
        if author:
            element(analytic, "author", author)
        element(analytic, "title", title, {"level": "a"})
    monogr = element(bibl, "monogr")
    level = "j" if source.issue else "m"
    element(monogr, "title", source.title or title or reference.value, {"level": level})
    imprint = element(monogr, "imprint")
    if source.publisher:
        element(imprint, "publisher", source.publisher)
    if source.place:
        element(imprint, "pubPlace", source.place)
    _date(imprint, reference, source)
    _scopes(imprint, source)
    if source.rest:
        element(bibl, "note", reference.value, {"type": "reference"})


def _without_dates(reference: Field) -> str:
    """The words of a reference without its dates, which have been understood already."""
    words = reference.value
    for dated in sorted(reference.dates, key=lambda a: a.span, reverse=True):
        if len(dated.span) > len("1972"):
            words = words[: dated.span.start] + ", " + words[dated.span.end :]
    return re.sub(r"(,\s*)+", ", ", words).strip(" ,.")


def _date(imprint: etree._Element, reference: Field, source: Source) -> None:
    if reference.dates:
        dated = reference.dates[-1]
        element(imprint, "date", dated.span.of(reference.value), dict(dated.attributes))
    elif source.year:
        element(imprint, "date", source.year, {"when": source.year})
    else:
        element(imprint, "date", "undated")


def _scopes(imprint: etree._Element, source: Source) -> None:
    for unit, number in (("volume", source.volume), ("issue", source.issue)):
        if number:
            element(imprint, "biblScope", number, {"unit": unit, "n": number})
    first, last = source.pages
    if first:
        words = f"{first}\u2013{last}" if last and last != first else first
        element(imprint, "biblScope", words, {"unit": "page", "from": first, "to": last or first})


def _understand(source: Source, piece: str) -> Source:
    """One piece of a reference, put where it belongs; a title may carry an issue number."""
    if pages := _PAGES.fullmatch(piece):
        return replace(source, pages=(pages["from"], pages["to"] or ""))
    if volume := _VOLUME.fullmatch(piece):
        return replace(source, volume=volume["n"])
    if not piece or _YEAR.fullmatch(piece):
        return replace(source, year=piece or source.year)
    if issue := _ISSUE.search(piece):
        before = piece[: issue.start()].strip(" ,")
        return replace(source, issue=issue["n"], title=source.title or before)
    if _PUBLISHER.search(piece) and source.title:
        return _publisher(source, piece)
    return _other(source, piece)


def _publisher(source: Source, piece: str) -> Source:
    """``Harper Press`` or ``Moscow: Progress Publishers``, with a year perhaps."""
    year = _YEAR.search(piece)
    bare = _YEAR.sub("", piece).strip(" ,()")
    place, colon, name = bare.partition(":")
    if colon:
        source = replace(source, place=place.strip(), publisher=name.strip())
    else:
        source = replace(source, publisher=bare)
    return replace(source, year=year[0]) if year else source


def _other(source: Source, piece: str) -> Source:
    """A title, a place (with its year: ``Berlin 1990``), or what is not understood."""
    if not source.title:
        return replace(source, title=piece)
    place = re.fullmatch(
        r"(?P<place>[^\W\d_][\w.'\u2019-]*(?: [A-Z][\w.-]*)?)(?: (?P<year>\d{4}))?", piece
    )
    if place and not source.place and place["place"][0].isupper():
        return replace(source, place=place["place"], year=place["year"] or source.year)
    if re.fullmatch(r"\d{1,2}\.? [^\W\d_]+|[^\W\d_]+ \d{1,2}|\d{1,2}\.? [^\W\d_]+ \d{4}", piece):
        return source
    return replace(source, rest=(*source.rest, piece))
