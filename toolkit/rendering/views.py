"""Views: from a TEI tree to what a view shows, as a TEI tree that HTML and PDF are drawn from."""

import copy
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from lxml import etree

from toolkit.findings import Finding
from toolkit.namespaces import XML_ID, XML_LANG, local_name, tei
from toolkit.rendering import transform
from toolkit.rendering.stylesheets import stylesheet
from toolkit.trees import parse_bytes
from toolkit.vocabulary import elements

ViewName = Literal["reading", "diplomatic"]
VIEW: Final = "urn:tei-toolkit:view"
VIEW_ID: Final = f"{{{VIEW}}}id"

_CITABLE: Final = frozenset(tei(name) for name in elements("citable"))
_CONTAINERS: Final = frozenset(
    tei(name) for name in (*elements("division"), "text", "floatingText")
)
_RESERVED: Final = "ed."
"""How the ids begin that the page itself needs."""
_HASHED: Final = 400
"""How many characters of a division tell it from others: its heading and beginning."""


@dataclass(frozen=True, slots=True)
class View:
    """A view of an edition: a Saxon document node (see ``xslt/view.xsl``) and what was found.

    ``language`` is the main language of the text as encoded, empty if none is given.
    """

    name: ViewName
    language: str
    node: Any
    findings: tuple[Finding, ...]


def view_of(
    source: "etree._ElementTree | etree._Element | bytes",
    *,
    view: ViewName = "reading",
    file: str = "",
) -> View:
    """The ``view`` of a TEI document, given as a tree or as bytes; the tree is not changed.

    SourceError if the bytes are not XML, SaxonError if the stylesheet fails.
    """
    if view not in get_args(ViewName):
        raise ValueError(f"a view is one of {get_args(ViewName)}, not {view!r}")
    root = copy.deepcopy(_root(source, file))
    _give_ids(root)
    node = transform.parse(etree.tostring(root, encoding="unicode", with_tail=False))
    mode = f"{{{VIEW}}}{view}"
    outcome = transform.run_to_node(stylesheet("view"), node, mode=mode, file=file)
    return View(view, _language_of(root), outcome.value, outcome.findings)


def _root(source: "etree._ElementTree | etree._Element | bytes", file: str) -> etree._Element:
    if isinstance(source, bytes):
        source = parse_bytes(source, file or "the document")
    return source if isinstance(source, etree._Element) else source.getroot()


def _language_of(root: etree._Element) -> str:
    """The language of the text: on ``TEI``, ``text``, ``body``, or the first in ``langUsage``."""
    text = root.find(f".//{tei('text')}")
    body = root.find(f"{tei('text')}/{tei('body')}")
    listed = root.find(f".//{tei('langUsage')}/{tei('language')}")
    given = (
        root.get(XML_LANG),
        text.get(XML_LANG) if text is not None else None,
        body.get(XML_LANG) if body is not None else None,
        listed.get("ident") if listed is not None else None,
    )
    return next((code.strip() for code in given if code and code.strip()), "")


def _give_ids(root: etree._Element) -> None:
    """Put a unique ``view:id`` on everything that can be cited or pointed at.

    An ``xml:id`` stays as it is, unless it begins as the page's own do; its repetitions, and what
    has none, get an id from their text, which does not change when something is inserted elsewhere.
    """
    taken = set(_xml_ids(root))
    met: set[str] = set()
    repeated: Counter[str] = Counter()
    for element in root.iter(etree.Element):
        own = "".join((element.get(XML_ID) or "").split())
        if own and own not in met and not own.startswith(_RESERVED):
            met.add(own)
            element.set(VIEW_ID, own)
        elif own or (element.tag in _CITABLE and _in_text(element)):
            identifier = _free(_name_of(element), taken, repeated)
            taken.add(identifier)
            element.set(VIEW_ID, identifier)


def _xml_ids(root: etree._Element) -> Iterator[str]:
    return ("".join((e.get(XML_ID) or "").split()) for e in root.iter(etree.Element))


def _in_text(element: etree._Element) -> bool:
    return next(element.iterancestors(tei("teiHeader")), None) is None


def _name_of(element: etree._Element) -> str:
    """``p3fa01b``: the element's name and the start of a hash of its words."""
    name = local_name(element.tag)
    if element.tag == tei("pb"):
        told = element.get("n") or (element.get("facs") or "").rstrip("/").rpartition("/")[2]
        safe = "".join(c for c in told if c.isalnum() or c in "-_.")
        return f"page-{safe}" if safe else "page"
    words = " ".join("".join(_told(element)).split())
    distinct = f"{element.get('type', '')}|{element.get('n', '')}|" if not words else ""
    digest = hashlib.sha256((distinct + words).encode()).hexdigest()
    return f"{name}{digest[:6]}"


def _told(element: etree._Element) -> Iterator[str]:
    if element.tag not in _CONTAINERS:
        yield from map(str, element.itertext())
        return
    length = 0
    for text in element.itertext():
        yield str(text)
        length += len(text)
        if length > _HASHED:
            return


def _free(wanted: str, taken: set[str], repeated: Counter[str]) -> str:
    """The id wanted, or with the next number; ``repeated`` counts, so that none is tried twice."""
    if wanted not in taken:
        return wanted
    repeated[wanted] += 1
    while f"{wanted}-{repeated[wanted] + 1}" in taken:
        repeated[wanted] += 1
    return f"{wanted}-{repeated[wanted] + 1}"
