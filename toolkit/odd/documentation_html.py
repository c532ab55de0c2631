"""The prose and the descriptions of an ODD as HTML."""

import textwrap
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from toolkit.html_page import Content, element, link
from toolkit.namespaces import EGXML, TEI, XML_ID, tei
from toolkit.odd.specs import Text
from toolkit.trees import parse_bytes
from toolkit.vocabulary import elements

_BLOCKS: Final = {
    "p": "p", "list": "ul", "item": "li", "table": "table", "row": "tr", "cell": "td"
}  # fmt: skip
_INLINE: Final = {
    "hi": "em", "emph": "em", "term": "em", "title": "cite", "foreign": "em", "label": "b"
}  # fmt: skip
_CODE: Final = {
    "gi": "<{}>", "att": "@{}", "val": '"{}"', "tag": "<{}>", "code": "{}", "ident": "{}"
}  # fmt: skip
_SPECIFICATIONS: Final = elements("specification")
_QUOTED: Final = ("q", "quote", "soCalled", "mentioned")
MAX_HEADING: Final = 6


def body(tree: etree._ElementTree) -> Content:
    """Return the chapters of an ODD as sections; its specifications belong to the reference."""
    holder = tree.getroot().find(f".//{tei('text')}")
    return None if holder is None else list(_content(holder, 1))


def description(texts: tuple[Text, ...], language: str = "") -> Content:
    """Return the description in one language, or else the first, as phrases; None if none."""
    chosen = next((text for text in texts if text.lang == language), texts[0] if texts else None)
    return list(_content(_parse(chosen), 1)) if chosen else None


def example(text: Text) -> Content:
    """Return an ``exemplum`` with its encodings as code."""
    return list(_content(_parse(text), 1))


def _parse(text: Text) -> etree._Element:
    return parse_bytes(text.xml.encode(), "").getroot()


def _content(parent: etree._Element, level: int) -> Iterator[Content]:
    """Yield the content of an element; ``level`` is the level of its headings."""
    yield parent.text
    for child in parent:
        if isinstance(child.tag, str):
            yield _convert(child, level)
        yield child.tail


def _convert(source: etree._Element, level: int) -> Content:
    name = etree.QName(source)
    if name.namespace == EGXML:
        return element("pre", element("code", _encoding(source)))
    if name.namespace != TEI or name.localname in _SPECIFICATIONS:
        return None
    local = name.localname
    if local in _CODE:
        return element("code", _CODE[local].format(_plain(source)))
    if local in _QUOTED:
        return ("\N{LEFT DOUBLE QUOTATION MARK}", _content(source, level),
                "\N{RIGHT DOUBLE QUOTATION MARK}")  # fmt: skip
    if local in _BLOCKS or local in _INLINE:
        return element(_BLOCKS.get(local) or _INLINE[local], _content(source, level))
    convert = _CONVERTERS.get(local)
    return convert(source, level) if convert else _content(source, level)


def _division(source: etree._Element, level: int) -> Content:
    return element("section", _content(source, level + 1), id=source.get(XML_ID))


def _head(source: etree._Element, level: int) -> Content:
    return element(f"h{min(max(level, 2), MAX_HEADING)}", _content(source, level))


def _link(source: etree._Element, level: int) -> Content:
    """Link to the web or into this page; any other address is shown without a link."""
    target = source.get("target", "").strip()
    is_empty = not len(source) and not source.text
    return link(target, target if is_empty else _content(source, level))


def _verbatim(source: etree._Element, _: int) -> Content:
    return element("pre", element("code", _plain(source)))


_CONVERTERS: Final[dict[str, Callable[[etree._Element, int], Content]]] = {
    "div": _division,
    "head": _head,
    "ref": _link,
    "ptr": _link,
    "eg": _verbatim,
    "lb": lambda *_: element("br"),
    "graphic": lambda *_: None,
}


def _plain(source: etree._Element) -> str:
    return "".join(map(str, source.itertext()))


def _encoding(source: etree._Element) -> str:
    """Return the encoding in an ``egXML`` as in a file, without its common indent."""
    written = etree.tostring(source, encoding="unicode", with_tail=False)
    _, _, inside = written.partition(">")
    inside = inside.rpartition("</")[0].replace(f' xmlns="{EGXML}"', "")
    first, newline, rest = inside.partition("\n")
    if first.strip():
        return (first + newline + textwrap.dedent(rest)).strip()
    return textwrap.dedent(rest).strip()
