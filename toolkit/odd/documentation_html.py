"""Prose: the running text of an ODD and its descriptions as HTML."""

import textwrap
from collections.abc import Callable
from html import escape

from lxml import etree

from toolkit.namespaces import EGXML, TEI, XML_ID, tei
from toolkit.odd.specs import Text
from toolkit.trees import parse_bytes
from toolkit.vocabulary import elements

_BLOCKS = {"p": "p", "list": "ul", "item": "li", "table": "table", "row": "tr", "cell": "td"}
_INLINE = {"hi": "em", "emph": "em", "term": "em", "title": "cite", "foreign": "em", "label": "b"}
_CODE = {"gi": "<{}>", "att": "@{}", "val": '"{}"', "tag": "<{}>", "code": "{}", "ident": "{}"}
_SPECIFICATIONS = elements("specification")
_QUOTED = ("q", "quote", "soCalled", "mentioned")
MAX_HEADING = 6


def body(tree: etree._ElementTree) -> str:
    """The chapters of an ODD as HTML sections; its specifications are left to the reference."""
    holder = tree.getroot().find(f".//{tei('text')}")
    return "" if holder is None else _inside(holder, 1)


def description(texts: tuple[Text, ...], lang: str = "") -> str:
    """The description in one language, else the first, as HTML phrases."""
    chosen = next((t for t in texts if t.lang == lang), texts[0] if texts else None)
    return _inside(parse_bytes(chosen.xml.encode(), "").getroot(), 1) if chosen else ""


def example(text: Text) -> str:
    """An ``exemplum`` as HTML: its encodings as code."""
    return _inside(parse_bytes(text.xml.encode(), "").getroot(), 1)


def _inside(element: etree._Element, level: int) -> str:
    parts = [escape(element.text or "")]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(_element(child, level))
        parts.append(escape(child.tail or ""))
    return "".join(parts)


def _element(element: etree._Element, level: int) -> str:
    name = etree.QName(element)
    if name.namespace == EGXML:
        return f"<pre><code>{escape(_source(element))}</code></pre>"
    if name.namespace != TEI or name.localname in _SPECIFICATIONS:
        return ""
    local = name.localname
    if local in _CODE:
        return f"<code>{escape(_CODE[local].format(_plain(element)))}</code>"
    if local in _QUOTED:
        return f"“{_inside(element, level)}”"
    if local in _BLOCKS or local in _INLINE:
        tag = _BLOCKS.get(local) or _INLINE[local]
        return f"<{tag}>{_inside(element, level)}</{tag}>"
    special = _SPECIAL.get(local)
    return special(element, level) if special else _inside(element, level)


def _division(element: etree._Element, level: int) -> str:
    ident = element.get(XML_ID)
    named = f' id="{escape(ident)}"' if ident else ""
    return f"<section{named}>{_inside(element, level + 1)}</section>"


def _head(element: etree._Element, level: int) -> str:
    tag = f"h{min(max(level, 2), MAX_HEADING)}"
    return f"<{tag}>{_inside(element, level)}</{tag}>"


def _link(element: etree._Element, level: int) -> str:
    """A link, if it leads to the web or into this page; programs in links are shown as text."""
    target = element.get("target", "").strip()
    text = _inside(element, level) or escape(target)
    if target.lower().startswith(("https://", "http://", "#")):
        return f'<a href="{escape(target)}">{text}</a>'
    return text


def _verbatim(element: etree._Element, _: int) -> str:
    return f"<pre><code>{escape(_plain(element))}</code></pre>"


_SPECIAL: dict[str, Callable[[etree._Element, int], str]] = {
    "div": _division,
    "head": _head,
    "ref": _link,
    "ptr": _link,
    "eg": _verbatim,
    "lb": lambda *_: "<br>",
    "graphic": lambda *_: "",
}


def _plain(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _source(element: etree._Element) -> str:
    """The encoding in an ``egXML`` as it would stand in a file, its common indent taken off."""
    written = etree.tostring(element, encoding="unicode", with_tail=False)
    _, _, inside = written.partition(">")
    inside = inside.rpartition("</")[0].replace(f' xmlns="{EGXML}"', "")
    first, newline, rest = inside.partition("\n")
    if first.strip():
        return (first + newline + textwrap.dedent(rest)).strip()
    return textwrap.dedent(rest).strip()
