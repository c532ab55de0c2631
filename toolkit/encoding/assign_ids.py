"""Assign ids to passages that do not change when other passages are added or removed (SAXP).

An id is a letter for the element and a hash of its words, so that it can be cited: it changes
only when the passage itself does. Equal passages are numbered.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from toolkit.namespaces import XML_ID, local_name, tei
from toolkit.vocabulary import elements

_EDITORIAL = ("note", "corr", "reg", "expan")
_PASSAGES = elements("passage")


def assign_ids(text: etree._Element) -> None:
    """Give every passage of a ``text`` without an ``xml:id`` one."""
    seen = Counter(str(e.get(XML_ID)) for e in text.getroottree().iter() if e.get(XML_ID))
    for passage in text.iter(*(tei(name) for name in _PASSAGES)):
        if passage.get(XML_ID) is None:
            name = passage_id(passage)
            seen[name] += 1
            passage.set(XML_ID, name if seen[name] == 1 else f"{name}-{seen[name]}")


def passage_id(passage: etree._Element) -> str:
    """Return the id of a passage by its words: ``p-5c1a09e2``.

    Notes and corrections do not count: a passage keeps its id when they change.
    """
    words = " ".join("".join(_own_text(passage)).split()).casefold()
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{local_name(passage.tag)}-{digest[:8]}"


def _own_text(element: etree._Element) -> Iterator[str]:
    """Yield the characters of the source in an element, without the notes on it."""
    yield element.text or ""
    for child in element:
        if local_name(str(child.tag)) not in _EDITORIAL:
            yield from _own_text(child)
        yield child.tail or ""


def document_id(stem: str) -> str:
    """Make an ``xml:id`` of a file's name: letters, digits, hyphens; never empty."""
    name = re.sub(r"[^\w.-]+", "-", stem).strip("-.")
    return name if re.match(r"[^\W\d]", name) else f"text-{name}".rstrip("-")
