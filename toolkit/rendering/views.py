"""Make the views of a text: TEI trees that all outputs are drawn from (``xslt/view.xsl``)."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from toolkit.edition import EditionText
from toolkit.edition.choices import ViewName
from toolkit.findings import Finding
from toolkit.memo import remember
from toolkit.namespaces import XML_ID, XML_LANG, local_name, tei
from toolkit.rendering import transform
from toolkit.rendering.many_attributes import fold_attributes
from toolkit.rendering.stylesheets import stylesheet
from toolkit.vocabulary import elements

VIEW: Final = "urn:tei-toolkit:view"
VIEW_ID: Final = f"{{{VIEW}}}id"

_CITABLE: Final = frozenset(tei(name) for name in elements("citable"))
_CONTAINERS: Final = frozenset(
    tei(name) for name in (*elements("division"), "text", "floatingText")
)
_RESERVED: Final = "ed."
"""The beginning of the ids that a page uses for itself."""
_HASHED: Final = 400
"""Characters of a division that go into its id: its heading and beginning."""


@dataclass(frozen=True, slots=True)
class View:
    """A view of an edition: a Saxon document node (see ``xslt/view.xsl``) and what was found.

    ``language`` is the main language of the text as encoded, empty if none is given.
    """

    name: ViewName
    language: str
    node: Any
    findings: tuple[Finding, ...]


Source = EditionText | etree._ElementTree | etree._Element | bytes
"""A TEI document: one on its way through the steps, a tree, or the bytes of a file."""


def view_of(source: Source, *, view: ViewName = ViewName.READING, file: str = "") -> View:
    """Return a view of a TEI document; that of an ``EditionText`` is made once.

    ``file`` names bytes and trees in findings. SourceError if the bytes are not XML, SaxonError
    if the stylesheet fails, ValueError if there is no such view.
    """
    return _make_view(text_of(source, file), ViewName(view))


def text_of(source: Source, file: str = "") -> EditionText:
    """Return a TEI document as the value that travels through the steps."""
    if isinstance(source, EditionText):
        return source
    if isinstance(source, bytes):
        return EditionText(source, file)
    root = source if isinstance(source, etree._Element) else source.getroot()
    return EditionText(_serialise(root), file)


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False)


@remember
def _make_view(text: EditionText, view: ViewName) -> View:
    node = _identified(text)
    mode = f"{{{VIEW}}}{view}"
    outcome = transform.run_to_node(stylesheet("view"), node, mode=mode, file=text.file)
    return View(view, _language_of(text.tree.getroot()), outcome.value, outcome.findings)


@remember
def _identified(text: EditionText) -> Any:
    """The Saxon node of a text with a ``view:id`` on everything that can be cited."""
    ids = " ".join(_choose_ids(text.tree.getroot()))
    mode = f"{{{VIEW}}}ids"
    parameters = {"ids": ids}
    return transform.run_to_node(
        stylesheet("ids"), _saxon_node(text), mode=mode, parameters=parameters, file=text.file
    ).value


def _saxon_node(text: EditionText) -> Any:
    folded = fold_attributes(text.tree.getroot())
    if folded is None:
        return text.saxon_node
    return transform.parse(etree.tostring(folded, encoding="unicode", with_tail=False))


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


def _choose_ids(root: etree._Element) -> Iterator[str]:
    """Choose a unique ``view:id`` for everything that can be cited or pointed at.

    One for each element in the order of the document; it is empty for what needs none.

    An ``xml:id`` is kept, unless it begins as the page's own do. Repeated ids and elements without
    one get an id made of their text, which does not change when text is inserted elsewhere.
    """
    taken = set(_xml_ids(root))
    met: set[str] = set()
    repeated: Counter[str] = Counter()
    for element in root.iter(etree.Element):
        own = "".join((element.get(XML_ID) or "").split())
        if own and own not in met and not own.startswith(_RESERVED):
            met.add(own)
            yield own
        elif own or (element.tag in _CITABLE and _in_text(element)):
            identifier = _free(_name_of(element), taken, repeated)
            taken.add(identifier)
            yield identifier
        else:
            yield ""


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
