"""Import a TEI file that was edited by hand as decisions."""

from dataclasses import dataclass
from pathlib import Path, PurePath

from lxml import etree

from toolkit.decisions.codes import NOT_A_DECISION
from toolkit.decisions.decision import Decision, now
from toolkit.decisions.manual_edits import Author, diff_annotations
from toolkit.decisions.resolve import decide
from toolkit.decisions.text_quote import Words
from toolkit.encoding.tei_document import encode
from toolkit.exceptions import SourceError
from toolkit.findings import Finding, Place
from toolkit.namespaces import tei
from toolkit.reading.tei import Marked, read_marks
from toolkit.review.session import Session
from toolkit.text import Document
from toolkit.trees import parse_file, place_of
from toolkit.validation.fidelity import check_fidelity

_ELSEWHERE = {
    "titleStmt": "the metadata of the transcription, or edition.toml",
    "publicationStmt": "edition.toml",
    "sourceDesc": "the metadata of the transcription",
    "projectDesc": "edition.toml",
    "standOff": "the authority lists",
}
"""Parts of the file that are not about words of the text, and where the edition keeps them."""

_ROUNDS = 4
"""Rounds of comparison: one decision can make room for an annotation that another excluded."""


@dataclass(frozen=True, slots=True)
class ManualEdits:
    """The decisions in a hand-edited file, and findings on edits that cannot be decisions."""

    file: str
    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...]


def read_manual_edits(session: Session, path: Path, *, why: str = "") -> ManualEdits:
    """Compare a TEI file with a fresh encoding of its transcription; nothing is written.

    SourceError if it is not TEI, is of no text of the edition, or has other words than its
    transcription: words are changed in the transcription, or by ``choice``.
    """
    tree = parse_file(path)
    name = _transcription(session, tree, path)
    doc = session.view(name).doc
    if different := check_fidelity(tree, doc.text, str(path)):
        raise SourceError(f"{path}: {different[0].message}; {different[0].hint}")
    wanted = read_marks(tree, doc, str(path))
    held = session.decisions(name)
    others = tuple(person.key for person in session.edition.editors)
    author = Author(session.by, now(), name, why, others)
    made: tuple[Decision, ...] = ()
    fresh = _encoded(session, doc, held)
    left = _differences(doc, fresh, wanted, author)
    for _ in range(_ROUNDS):
        new = tuple(decision for decision in left if decision not in made)
        if not new:
            break
        made = (*made, *new)
        left = _differences(doc, _encoded(session, doc, (*held, *made)), wanted, author)
    findings = [
        *_foreign(wanted, path),
        *_edited_elsewhere(fresh, tree, path),
        *(_not_kept(decision, path) for decision in left),
    ]
    return ManualEdits(name, _last(made), tuple(findings))


def _encoded(
    session: Session, doc: Document, decisions: tuple[Decision, ...]
) -> etree._ElementTree:
    """Encode a text with these decisions."""
    edition = session.edition
    decided = decide(doc, decisions, threshold=edition.threshold, uncorrected=edition.uncorrected)
    return encode(doc, decided.accepted, edition).tree


def _differences(
    doc: Document, tree: etree._ElementTree, wanted: Marked, author: Author
) -> tuple[Decision, ...]:
    """Return the differences between an encoding and the edited file as decisions."""
    made = read_marks(tree, doc, doc.file)
    return diff_annotations(Words.of(doc.text), made.annotations, wanted.annotations, author)


def _last(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Keep only the last decision on each target."""
    return tuple({decision.target: decision for decision in decisions}.values())


def _transcription(session: Session, tree: etree._ElementTree, path: Path) -> str:
    """Return the transcription of a TEI file, from its header or by its name."""
    named = [str(idno.text) for idno in tree.iter(tei("idno")) if idno.get("type") == "file"]
    same = [name for name in session.names if PurePath(name).stem == path.stem]
    found = [name for name in (*named, *same) if name in session.names]
    if not found:
        known = ", ".join(session.names[:5])
        raise SourceError(f"{path}: made from no text of this edition ({known})")
    return found[0]


def _foreign(marked: Marked, path: Path) -> list[Finding]:
    return [
        NOT_A_DECISION.at(
            Place(str(path), path=where),
            f"{where} is no mark on words of the transcription",
            hint="put it into the transcription, edition.toml or an authority list",
        )
        for where in marked.foreign
    ]


def _edited_elsewhere(
    fresh: etree._ElementTree, edited: etree._ElementTree, path: Path
) -> list[Finding]:
    """Report edits outside the text, which the next encoding would overwrite."""
    found = []
    for name, where in _ELSEWHERE.items():
        made, there = fresh.find(f".//{tei(name)}"), edited.find(f".//{tei(name)}")
        if _content(made) != _content(there):
            message = f"{name} was edited; the next encoding makes it anew from {where}"
            place = Place(str(path)) if there is None else place_of(there, str(path))
            found.append(NOT_A_DECISION.at(place, message, hint=f"put it into {where}"))
    return found


def _content(part: etree._Element | None) -> list[tuple[str, list[tuple[str, str]], list[str]]]:
    """Return the content of an element without white space and responsibility statements."""
    if part is None:
        return []
    own = [e for e in part.iter(tei("*")) if not _is_responsibility(e)]
    return [
        (str(e.tag), sorted((str(k), str(v)) for k, v in e.attrib.items()), (e.text or "").split())
        for e in own
    ]


def _is_responsibility(element: etree._Element) -> bool:
    return any(e.tag == tei("respStmt") for e in (element, *element.iterancestors()))


def _not_kept(decision: Decision, path: Path) -> Finding:
    what = f'{decision.outcome} "{decision.target.quote}"'
    return NOT_A_DECISION.at(
        Place(str(path)), f"the next encoding would not have {what} as in the edited file"
    )
