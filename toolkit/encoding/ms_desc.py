"""Manuscript: what a line of the metadata says of an archive and a shelfmark (MS)."""

import re
from dataclasses import dataclass

from lxml import etree

from toolkit.encoding.reference_patterns import load_patterns
from toolkit.encoding.tree_builder import element

_TOWN = re.compile(r"[A-Z\u00c0-\u00de][\w.'\u2019-]+(?: [A-Z][\w.-]+)?")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Where a manuscript is kept: ``msIdentifier`` and the leaves as ``locus``."""

    settlement: str = ""
    repository: str = ""
    collection: str = ""
    shelfmark: str = ""
    leaves: str = ""


def read_manuscript(reference: str) -> Manuscript | None:
    """Archive, shelfmark and leaves of a reference; None if it is not one to a manuscript.

    ``Bodleian Library, MS. Abinger c. 45, fols 10-12``: a piece that names an archive, or begins
    like a shelfmark, and nothing that belongs to print.
    """
    pieces, patterns = pieces_of(reference), load_patterns()
    keeper = next((n for n, piece in enumerate(pieces) if patterns.archive.search(piece)), None)
    if patterns.printed.search(reference) or not (pieces and _is_kept(pieces, keeper)):
        return None
    repository = pieces[keeper] if keeper is not None else ""
    leaves = [piece for piece in pieces[1:] if patterns.leaves.fullmatch(piece)]
    left = [piece for piece in pieces if piece not in (repository, *leaves)]
    collection = [piece for piece in left if patterns.collection.search(piece)]
    near = pieces[max(0, keeper - 1) : keeper + 2] if keeper is not None else ()
    town = [p for p in near if p in left and p not in collection and _TOWN.fullmatch(p)][:1]
    mark = [piece for piece in left if piece not in (*collection, *town)]
    return Manuscript(
        "".join(town), repository, ", ".join(collection), ", ".join(mark), ", ".join(leaves)
    )


def pieces_of(reference: str) -> list[str]:
    """What stands between the commas and semicolons of a reference."""
    pieces = (piece.strip(" .") for piece in re.split(r"\s*[,;]\s+", reference))
    return [piece for piece in pieces if piece]


def ms_desc(parent: etree._Element, manuscript: Manuscript, *, title: str) -> None:
    """An ``msDesc`` of a manuscript, in which the text of this title stands."""
    desc = element(parent, "msDesc")
    identifier = element(desc, "msIdentifier")
    for name in ("settlement", "repository", "collection"):
        if words := getattr(manuscript, name):
            element(identifier, name, words)
    if manuscript.shelfmark:
        element(identifier, "idno", manuscript.shelfmark, {"type": "shelfmark"})
    if manuscript.leaves:
        item = element(element(desc, "msContents"), "msItem")
        element(item, "locus", manuscript.leaves, _range(manuscript.leaves))
        element(item, "title", title)


def _is_kept(pieces: list[str], keeper: int | None) -> bool:
    """An archive with a shelfmark, or something that can only be a shelfmark."""
    patterns = load_patterns()
    marks = [p for n, p in enumerate(pieces) if n != keeper and patterns.shelfmark.match(p)]
    leaves = any(patterns.leaves.fullmatch(piece) for piece in pieces[1:])
    collected = any(map(patterns.collection.search, pieces))
    if keeper is not None:
        return bool(marks or leaves or collected)
    return bool(marks or collected) and (leaves or bool(patterns.manuscript.match(pieces[0])))


def _range(leaves: str) -> dict[str, str]:
    """``@from`` and ``@to`` of leaves: ``fols 10-12``."""
    found = load_patterns().leaves.fullmatch(leaves)
    if not found:
        return {}
    first = found["from"].replace(" ", "")
    return {"from": first, "to": (found["to"] or first).replace(" ", "")}
