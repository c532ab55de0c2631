"""Read the archive and the shelfmark of a manuscript from a line of the metadata (MS)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from lxml import etree

from toolkit.encoding.tree_builder import add_element
from toolkit.text.reference_patterns import load_patterns

_TOWN = re.compile(r"[A-Z\u00c0-\u00de][\w.'\u2019-]+(?: [A-Z][\w.-]+)?")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A manuscript: its location (``msIdentifier``), contents, physical form and history.

    ``leaves`` are those with the text.
    """

    settlement: str = ""
    repository: str = ""
    collection: str = ""
    shelfmark: str = ""
    leaves: str = ""
    summary: str = ""
    material: str = ""
    extent: str = ""
    condition: str = ""
    hand: str = ""
    origin: str = ""
    provenance: str = ""
    country: str = ""
    institution: str = ""


def read_manuscript(reference: str) -> Manuscript | None:
    """Read archive, shelfmark and leaves from a reference; None if it is not to a manuscript.

    ``Bodleian Library, MS. Abinger c. 45, fols 10-12``: a piece names an archive, or begins like a
    shelfmark, and none belongs to print.
    """
    pieces, patterns = split_reference(reference), load_patterns()
    archive = next((n for n, piece in enumerate(pieces) if patterns.archive.search(piece)), None)
    if patterns.printed.search(reference) or not (pieces and _is_manuscript(pieces, archive)):
        return None
    return _sort_pieces(pieces, archive)


def _sort_pieces(pieces: Sequence[str], archive: int | None) -> Manuscript:
    """Tell the pieces of a reference apart; ``archive`` is the index of the one that names it."""
    parts: dict[str, list[str]] = {field.name: [] for field in fields(Manuscript)}
    for number, piece in enumerate(pieces):
        part = _part_of(piece, number, archive)
        if part == "settlement" and parts[part]:
            part = "shelfmark"
        parts[part].append(piece)
    return Manuscript(**{name: ", ".join(found) for name, found in parts.items()})


def _part_of(piece: str, number: int, archive: int | None) -> str:
    patterns = load_patterns()
    if number == archive:
        return "repository"
    if number and patterns.leaves.fullmatch(piece):
        return "leaves"
    if patterns.collection.search(piece):
        return "collection"
    beside = archive is not None and abs(number - archive) == 1
    return "settlement" if beside and _TOWN.fullmatch(piece) else "shelfmark"


def split_reference(reference: str) -> list[str]:
    """Split a reference at its commas and semicolons."""
    pieces = (piece.strip(" .") for piece in re.split(r"\s*[,;]\s+", reference))
    return [piece for piece in pieces if piece]


def add_ms_desc(parent: etree._Element, manuscript: Manuscript, *, title: str) -> None:
    """Add an ``msDesc`` of a manuscript that contains the text of this title."""
    desc = add_element(parent, "msDesc")
    identifier = add_element(desc, "msIdentifier")
    for name in ("country", "settlement", "institution", "repository", "collection"):
        if words := getattr(manuscript, name):
            add_element(identifier, name, words)
    if manuscript.shelfmark:
        add_element(identifier, "idno", manuscript.shelfmark, {"type": "shelfmark"})
    if not len(identifier):  # an identifier without content is not valid
        add_element(identifier, "msName", title)
    _contents(desc, manuscript, title)
    _physical_form(desc, manuscript)
    _history(desc, manuscript)


def _contents(desc: etree._Element, manuscript: Manuscript, title: str) -> None:
    if not (manuscript.leaves or manuscript.summary):
        return
    contents = add_element(desc, "msContents")
    if manuscript.summary:
        add_element(contents, "summary", manuscript.summary)
    if manuscript.leaves:
        item = add_element(contents, "msItem")
        add_element(item, "locus", manuscript.leaves, _range(manuscript.leaves))
        add_element(item, "title", title)


def _physical_form(desc: etree._Element, manuscript: Manuscript) -> None:
    """Add material, extent, condition and hand (MSPH)."""
    support = (manuscript.material, manuscript.extent, manuscript.condition)
    if not (any(support) or manuscript.hand):
        return
    form = add_element(desc, "physDesc")
    if any(support):
        described = add_element(add_element(form, "objectDesc"), "supportDesc")
        if manuscript.material:
            add_element(add_element(described, "support"), "material", manuscript.material)
        if manuscript.extent:
            add_element(described, "extent", manuscript.extent)
        if manuscript.condition:
            add_element(described, "condition", manuscript.condition)
    if manuscript.hand:
        add_element(add_element(form, "handDesc"), "handNote", manuscript.hand)


def _history(desc: etree._Element, manuscript: Manuscript) -> None:
    if not (manuscript.origin or manuscript.provenance):
        return
    history = add_element(desc, "history")
    for name in ("origin", "provenance"):
        if words := getattr(manuscript, name):
            add_element(history, name, words)


def _is_manuscript(pieces: Sequence[str], archive: int | None) -> bool:
    """Whether there is an archive with a shelfmark, or a piece that can only be a shelfmark."""
    patterns = load_patterns()
    others = (piece for n, piece in enumerate(pieces) if n != archive)
    has_leaves = any(map(patterns.leaves.fullmatch, pieces[1:]))
    has_collection = any(map(patterns.collection.search, pieces))
    is_marked = any(map(patterns.shelfmark.match, others)) or has_collection
    if archive is not None:
        return is_marked or has_leaves
    return is_marked and (has_leaves or bool(patterns.manuscript.match(pieces[0])))


def _range(leaves: str) -> dict[str, str]:
    """Return ``@from`` and ``@to`` of leaves: ``fols 10-12``."""
    found = load_patterns().leaves.fullmatch(leaves)
    if not found:
        return {}
    first = found["from"].replace(" ", "")
    return {"from": first, "to": (found["to"] or first).replace(" ", "")}
