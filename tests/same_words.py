"""The words of a text as the outputs show them: plain text, the HTML page, the PDF."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator

from lxml import etree, html

from toolkit.text.text_view import Mark, Viewed
from toolkit.vocabulary import elements

ABOUT_TEXT = elements("metadata", "record", "spoken-event") | {
    "gap",
    "space",
    "egXML",
    "graphic",
    "media",
    "binaryObject",
}
"""Elements that describe the text or something beside it: their words are the outputs' own."""

NOT_TEXT = ABOUT_TEXT | frozenset(
    "in-diplomatic note-mark app-mark permalink n by-whom masthead line-number return witnesses "
    "sigla added caret plate key who told shift ptr specList textpart-label part-label".split()
)
"""Classes of what the page adds to the text, or shows in the other view only."""

_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong "
    "sub sup time u var wbr".split()
)
_IGNORED = frozenset(("script", "style", "nav", "button", "figcaption.desc"))


def words_of(text: str) -> list[str]:
    """Letters and digits in runs, case folded; each character of a script without spaces alone."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"[\[\](){}⟨⟩⟦⟧]", "", plain)  # Leiden brackets stand within words
    plain = re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", plain)
    return re.findall(r"[\u2e80-\u9fff\uf900-\ufaff]|[^\W_\u2e80-\u9fff\uf900-\ufaff]+", plain)


def words_of_text(viewed: Viewed) -> list[str]:
    """The words of a plain text, without its notes and what describes the text."""
    aside = [m.span for m in viewed.marks if m.anchor or m.element.rpartition("}")[2] in ABOUT_TEXT]
    kept, at = [], 0
    for span in sorted(aside):
        kept.append(viewed.text[at : max(at, span.start)] + (" " if len(span) else ""))
        at = max(at, span.end)
    return words_of("".join((*kept, viewed.text[at:])))


def words_of_pdf(pdf: bytes) -> list[str]:
    """The words of a PDF, in the order in which pdftotext reads them."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    return words_of(
        subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    )


def words_of_page(page: str, viewed: Viewed) -> list[str]:
    """The words of the article of a page, as the reading view shows them.

    ``viewed`` tells which pointers have no words: the page shows their addresses.
    """
    bare = {m.get("target").lstrip("#") for m in viewed.marks if _is_bare_pointer(m)}
    tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    article = tree.find(".//article")
    return [] if article is None else words_of("".join(_visible(article, bare)))


def _is_bare_pointer(mark: Mark) -> bool:
    return mark.element in ("ref", "ptr") and not len(mark.span)


def _visible(element: etree._Element, bare: set[str]) -> Iterator[str]:
    classes = set((element.get("class") or "").split())
    if element.tag in _IGNORED or classes & NOT_TEXT or _is_apparatus(element):
        yield " " if classes & {"space", "pause"} else ""
        return
    if element.tag == "a" and element.text in bare:
        return
    if element.tag == "br":
        yield "" if _is_within_word(element) else " "
        return
    if element.get("hidden") is not None:
        yield element.text or ""
        return
    edge = "" if element.tag in _INLINE else "\n"
    yield edge + (element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            yield from _visible(child, bare)
        yield child.tail or ""
    yield edge


def _is_apparatus(element: etree._Element) -> bool:
    """Whether an entry of an apparatus stands outside the text: it says where it belongs."""
    return len(element) > 0 and element[0].get("class") == "loc"


def _is_within_word(line: etree._Element) -> bool:
    before = line.getprevious()
    return before is not None and "line-hyphen" in (before.get("class") or "")
