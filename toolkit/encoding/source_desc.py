"""Encode a reference to a source in the form that fits it: msDesc, biblStruct or bibl (HD3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from toolkit.encoding.ms_desc import add_ms_desc, read_manuscript, split_reference
from toolkit.encoding.tree_builder import add_element, add_text
from toolkit.text import Annotation, Field, Span
from toolkit.text.reference_patterns import load_patterns

_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_PLACE = re.compile(r"(?P<place>[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*(?: [A-Z][\w.-]*)?)(?: (?P<year>\d{4}))?")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)\]]")


@dataclass(frozen=True, slots=True)
class Source:
    """The parts of a reference; ``rest`` are the pieces that were not understood."""

    title: str = ""
    publisher: str = ""
    place: str = ""
    volume: str = ""
    issue: str = ""
    year: str = ""
    pages: tuple[str, str] = ("", "")
    rest: tuple[str, ...] = field(default=())


def read_source(reference: str) -> Source:
    """Read a reference, piece by piece between its commas.

    ``Lenin's Collected Works, Progress Publishers, Moscow, Volume 26, 1972, pp. 312-313`` has
    title, publisher, place, volume, year and pages. The first piece that is none of the others
    is the title; a word with a capital, beside the publisher or the year or at the end, is the
    place.
    """
    words = load_patterns().opener.sub("", reference.strip()).rstrip(".")
    pieces = split_reference(words)
    source = Source()
    for number, piece in enumerate(pieces):
        beside = pieces[max(0, number - 1) : number] + pieces[number + 1 : number + 2]
        placed = number == len(pieces) - 1 or any(map(_dated_or_published, beside))
        source = _understand(source, piece, placed=placed)
    return source


def add_source(
    parent: etree._Element, kind: str, reference: Field, *, title: str = "", author: str = ""
) -> None:
    """Add a source named by the metadata in the form that fits it (HD3).

    A manuscript becomes ``msDesc``, what is understood to its last piece ``biblStruct``; of
    anything else the words stand in a ``bibl``, and what is sure in them is marked.
    """
    manuscript = read_manuscript(reference.value)
    source = read_source(_without_dates(reference))
    if manuscript:
        add_ms_desc(parent, manuscript, title=title)
    elif source.rest or not _says_more_than_a_title(source, reference):
        bibl(parent, kind, reference)
    else:
        _bibl_struct(parent, kind, reference, source, title=title, author=author)


def bibl(parent: etree._Element, kind: str, reference: Field) -> None:
    """A ``bibl`` with the words of a reference; dates, scopes and addresses in it are marked."""
    made = add_element(parent, "bibl", attributes={"type": kind})
    at = 0
    for span, name, attributes in sorted(_marks(reference)):
        if span.start >= at:
            add_text(made, reference.value[at : span.start])
            add_element(made, name, span.of(reference.value), attributes)
            at = span.end
    add_text(made, reference.value[at:])


def _says_more_than_a_title(source: Source, reference: Field) -> bool:
    return bool(
        source.title[:1].isalnum()
        and not _ADDRESS.search(source.title)
        and (reference.dates or replace(source, title="") != Source())
    )


def _marks(reference: Field) -> Iterator[tuple[Span, str, dict[str, str]]]:
    """Find the certain parts of a reference: place, element, and attributes."""
    words = reference.value
    for dated in reference.dates:
        yield dated.span, "date", dict(dated.attributes)
    for found in _ADDRESS.finditer(words):
        yield Span(*found.span()), "ref", {"target": found[0]}
    patterns = load_patterns()
    for unit, pattern in (("volume", patterns.volume), ("issue", patterns.issue)):
        for found in pattern.finditer(words):
            yield Span(*found.span()), "biblScope", {"unit": unit, "n": found["n"]}
    for found in patterns.pages.finditer(words):
        attributes = {"unit": "page", "from": found["from"], "to": found["to"] or found["from"]}
        yield Span(*found.span()), "biblScope", attributes


def _bibl_struct(
    parent: etree._Element, kind: str, reference: Field, source: Source, *, title: str, author: str
) -> None:
    """A ``biblStruct``; ``title`` and ``author`` are those of the text in it (COBI)."""
    made = add_element(parent, "biblStruct", attributes={"type": kind})
    if title:
        analytic = add_element(made, "analytic")
        if author:
            add_element(analytic, "author", author)
        add_element(analytic, "title", title, {"level": "a"})
    monogr = add_element(made, "monogr")
    periodical = source.issue or any(_is_day(dated) for dated in reference.dates)
    add_element(monogr, "title", source.title, {"level": "j" if periodical else "m"})
    imprint = add_element(monogr, "imprint")
    if source.publisher:
        add_element(imprint, "publisher", source.publisher)
    if source.place:
        add_element(imprint, "pubPlace", source.place)
    _date(imprint, reference, source)
    _scopes(imprint, source)


def _is_day(dated: Annotation) -> bool:
    return len(dated.get("when")) == len("1917-11-09")


def _without_dates(reference: Field) -> str:
    """The words of a reference without its dates, which have been understood already."""
    words = reference.value
    for dated in sorted(reference.dates, key=lambda a: a.span, reverse=True):
        if len(dated.span) > len("1972") and dated.get("when"):
            words = words[: dated.span.start] + ", " + words[dated.span.end :]
    return re.sub(r"(,\s*)+", ", ", words).strip(" ,.")


def _date(imprint: etree._Element, reference: Field, source: Source) -> None:
    if reference.dates:
        dated = reference.dates[-1]
        add_element(imprint, "date", dated.span.of(reference.value), dict(dated.attributes))
    elif source.year:
        add_element(imprint, "date", source.year, {"when": source.year})
    else:
        add_element(imprint, "date", "undated")


def _scopes(imprint: etree._Element, source: Source) -> None:
    for unit, number in (("volume", source.volume), ("issue", source.issue)):
        if number:
            add_element(imprint, "biblScope", number, {"unit": unit, "n": number})
    first, last = source.pages
    if first:
        words = f"{first}\u2013{last}" if last and last != first else first
        add_element(
            imprint, "biblScope", words, {"unit": "page", "from": first, "to": last or first}
        )


def _understand(source: Source, piece: str, *, placed: bool) -> Source:
    """One piece of a reference, put where it belongs; a title may carry an issue number.

    ``placed``: it stands where a place may stand.
    """
    patterns = load_patterns()
    if pages := patterns.pages.fullmatch(piece):
        return replace(source, pages=(pages["from"], pages["to"] or ""))
    if volume := patterns.volume_and_year.fullmatch(piece):
        return replace(source, volume=volume["n"], year=volume["year"] or source.year)
    if _YEAR.fullmatch(piece) and source.year in ("", piece):
        return replace(source, year=piece)
    if issue := patterns.issue.search(piece):
        return _issue(source, piece, issue)
    if patterns.publisher.search(piece) and source.title:
        return _publisher(source, piece)
    return _other(source, piece, placed=placed)


def _issue(source: Source, piece: str, issue: re.Match[str]) -> Source:
    """``No. 20`` or ``The Cock No. 3``; text after the number is not understood."""
    before, after = piece[: issue.start()].strip(" ,"), piece[issue.end() :].strip(" ,")
    dated = load_patterns().issue_date.fullmatch(after)
    rest = (after,) if after and not dated else ()
    if before and source.title:
        rest = (before, *rest)
    return replace(
        source, issue=issue["n"], title=source.title or before, rest=(*source.rest, *rest)
    )


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


def _other(source: Source, piece: str, *, placed: bool) -> Source:
    """A title, a place (with its year: ``Berlin 1990``), or what is not understood."""
    if not source.title:
        return replace(source, title=piece)
    place = _PLACE.fullmatch(piece)
    if place and not source.place and (placed or place["year"]):
        return replace(source, place=place["place"], year=place["year"] or source.year)
    return replace(source, rest=(*source.rest, piece))


def _dated_or_published(piece: str) -> bool:
    return bool(_YEAR.fullmatch(piece) or load_patterns().publisher.search(piece))
