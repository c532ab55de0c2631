"""Manuscript: what a line of the metadata says of an archive and a shelfmark (MS)."""

import re
from dataclasses import dataclass

from lxml import etree

from toolkit.encoding.tree_builder import element

_REPOSITORY = re.compile(
    r"\b(?:librar(?:y|ies)|archives?|record office|museum|muniments?|athen(?:a)?eum|"
    r"\w*bibliothek|\w*archiv|\w*museum|"
    r"biblioth[eè]que|archives|mus[eé]e|biblioteca|archivio)\b",
    re.IGNORECASE,
)
_SHELFMARK = re.compile(
    r"\b(?:MSS?|Mss?|Hs|Hss|Cod|Ms|Add(?:itional)?|Sign(?:atur)?|Cote|Rep|Inv|Akz|NAF|FO|"
    r"[A-Z]{1,6})\b\.?[ /]?.*\d|\b(?:box|folder|item|kasten|karton|konvolut|mappe|carton|liasse|"
    r"pi[eè]ce|dossier)\s+\d|^[A-Z]{1,3}/\d",
)
_COLLECTION = re.compile(
    r"\b(?:papers|collection|fonds|nachlass|nachla\u00df|nachl|sammlung|autographen)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"(?:ff?|fols?|foll?|folios?|leaves|lvs|Bl|Bll|Blatt|feuillets?|f\u00b0)\.?\s*"
    r"(?P<from>\d+\s?[rv]?)(?:\s*[-\u2013]\s*(?P<to>\d*\s?[rv]?))?",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"https?:|\b(?:pp?|S|Seiten?|pages?)\.? ?\d|\b(?:vol|volume|bd|band|tome|press|verlag|"
    r"publishers?|\u00e9ditions?|internet|online|digital|gutenberg|wikisource)\b",
    re.IGNORECASE,
)
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
    pieces = pieces_of(reference)
    keeper = next((n for n, piece in enumerate(pieces) if _REPOSITORY.search(piece)), None)
    if _PRINTED.search(reference) or not (pieces and _is_kept(pieces, keeper)):
        return None
    repository = pieces[keeper] if keeper is not None else ""
    leaves = [piece for piece in pieces[1:] if _LEAVES.fullmatch(piece)]
    left = [piece for piece in pieces if piece not in (repository, *leaves)]
    collection = [piece for piece in left if _COLLECTION.search(piece)]
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
    marks = [piece for n, piece in enumerate(pieces) if n != keeper and _SHELFMARK.match(piece)]
    leaves = any(_LEAVES.fullmatch(piece) for piece in pieces[1:])
    collected = any(map(_COLLECTION.search, pieces))
    if keeper is not None:
        return bool(marks or leaves or collected)
    return bool(marks or collected) and (
        leaves or bool(re.match(r"MSS?\b|Mss?\b|Hs\b|Cod\b", pieces[0]))
    )


def _range(leaves: str) -> dict[str, str]:
    """``@from`` and ``@to`` of leaves: ``fols 10-12``."""
    found = _LEAVES.fullmatch(leaves)
    if not found:
        return {}
    first = found["from"].replace(" ", "")
    return {"from": first, "to": (found["to"] or first).replace(" ", "")}
