"""Build HTML pages as trees, so that text can never become markup.

Pages whose content is data (reports, schema documentation) are built here; the pages of texts are
made by the stylesheets. Both kinds take their Content-Security-Policy from this module.
"""

import base64
import hashlib
from collections.abc import Iterable
from typing import Final, TypeAlias

from lxml import etree

from toolkit.text.xml_characters import NOT_XML

Content: TypeAlias = "str | etree._Element | Iterable[Content] | None"
"""The content of an element: text, elements, or sequences of both; None adds nothing."""

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_WEB: Final = ("https:", "http:", "mailto:")


def element(tag: str, *content: Content, **attributes: str | None) -> etree._Element:
    """Create an element. In attribute names ``_`` stands for a hyphen; a last ``_`` is dropped.

    An attribute that is None is left out. Characters that XML cannot hold are replaced.
    """
    created = etree.Element(tag)
    for name, value in attributes.items():
        if value is not None:
            created.set(name.removesuffix("_").replace("_", "-"), _clean(value))
    append(created, content)
    return created


def append(parent: etree._Element, content: Content) -> None:
    """Append content to an element."""
    if content is None:
        return
    if isinstance(content, str):
        _append_text(parent, _clean(content))
    elif isinstance(content, etree._Element):
        parent.append(content)
    else:
        for part in content:
            append(parent, part)


def link(address: str, *content: Content) -> Content:
    """Create a link to the web or within the page; other addresses give the content alone.

    So a program in an address (``javascript:``) never becomes a link.
    """
    scheme, colon, _ = address.lower().partition(":")
    is_safe = address.startswith("#") or f"{scheme}{colon}".strip() in _WEB
    return element("a", *content, href=address) if is_safe else content


def page(
    title: str, *body: Content, language: str = "en", style: str = "", script: str = "", kind: str
) -> str:
    """Build a complete page of its own. ``kind`` is the class of its body.

    The policy allows this style and this script and nothing else. Both are the toolkit's own:
    ValueError if one could end its element.
    """
    if "</" in style + script:
        raise ValueError("a style or script with an end tag cannot be part of a page")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element(
            "meta",
            http_equiv="Content-Security-Policy",
            content=content_security_policy(digest(style), digest(script) if script else "'none'"),
        ),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="tei-toolkit"),
        element("title", title),
        element("style", style),
    )
    whole = element("body", body, element("script", script) if script else None, class_=kind)
    return write_html(element("html", head, whole, lang=language))


def write_html(root: etree._Element) -> str:
    """Serialise a page as HTML."""
    markup = etree.tostring(root, method="html", encoding="unicode", doctype="<!DOCTYPE html>")
    return f"{markup.rstrip()}\n"


def content_security_policy(
    style_source: str, script_source: str, *, has_pictures: bool = False
) -> str:
    """Return the policy of a page: nothing is fetched, and only these styles and scripts apply.

    A source is a ``digest``, ``'self'`` or ``'none'``. ``has_pictures`` allows pictures that are
    part of the page itself.
    """
    pictures = "img-src data:; " if has_pictures else ""
    return (
        f"default-src 'none'; style-src {style_source}; script-src {script_source}; {pictures}"
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """Return the source expression that allows exactly this style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _append_text(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _clean(text: str) -> str:
    return NOT_XML.sub(_REPLACEMENT, text)
