"""HTML: a page that carries both views of an edition, in one file unless told otherwise."""

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.findings import Finding
from toolkit.names import XML_LANG
from toolkit.render import saxon
from toolkit.render.stylesheets import folder, stylesheet, text_of
from toolkit.render.views import View, ViewName, view_of
from toolkit.trees import parser

HTML: Final = "urn:tei-toolkit:html"
DEFAULT_LANGUAGE: Final = "en"
ASSETS: Final = ("edition.css", "edition.js")
"""The files beside the pages, when they share style and script."""


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page and what was found while it was drawn."""

    html: str
    findings: tuple[Finding, ...]


def render_html(
    source: "etree._ElementTree | etree._Element | bytes",
    *,
    view: ViewName = "reading",
    language: str | None = None,
    tei_href: str = "",
    address: str = "",
    assets_href: str = "",
    own_style: str = "",
    own_stylesheet: Path | None = None,
    file: str = "",
) -> Page:
    """The page of a TEI document, given as a tree or as bytes.

    ``view`` is shown first; ``language`` (``en``, ``de``, ``fr``) is that of the page's own words,
    by default the text's; ``tei_href`` is where the TEI file is offered, ``address`` the page's
    canonical address. With ``assets_href`` style and script are linked from that folder (see
    ``assets``), else they are in the page. ``own_style`` is CSS that comes after ours,
    ``own_stylesheet`` an XSLT file whose templates win over ours. ``file`` names the edition in
    the findings. SourceError if the bytes are not XML, SaxonError if a stylesheet fails.
    """
    seen = view_of(source, view=view, file=file)
    return draw(
        seen,
        language=language,
        tei_href=tei_href,
        address=address,
        assets_href=assets_href,
        own_style=own_style,
        own_stylesheet=own_stylesheet,
        file=file,
    )


def draw(
    seen: View,
    *,
    language: str | None = None,
    tei_href: str = "",
    address: str = "",
    assets_href: str = "",
    own_style: str = "",
    own_stylesheet: Path | None = None,
    file: str = "",
) -> Page:
    """The page of a view that was made before; the options are those of ``render_html``."""
    spoken = page_language(language or seen.language)
    style, script = text_of("html/edition.css") + own_style, text_of("html/edition.js")
    linked = bool(assets_href)
    folder_href = assets_href.rstrip("/")
    outcome = saxon.run(
        stylesheet("html"),
        seen.node,
        mode=f"{{{HTML}}}page",
        parameters={
            "words": words(spoken),
            "language": spoken,
            "style": "" if linked else style,
            "script": "" if linked else script,
            "style-href": f"{folder_href}/{ASSETS[0]}" if linked else "",
            "script-href": f"{folder_href}/{ASSETS[1]}" if linked else "",
            "policy": _policy(style, script, linked=linked),
            "tei-href": tei_href,
            "address": address,
        },
        own=own_stylesheet,
        file=file,
    )
    return Page(outcome.value, seen.findings + outcome.findings)


def assets(own_style: str = "") -> dict[str, str]:
    """The shared files by name, for a folder of pages rendered with ``assets_href``."""
    return {
        ASSETS[0]: text_of("html/edition.css") + own_style,
        ASSETS[1]: text_of("html/edition.js"),
    }


def page_language(wanted: str) -> str:
    """The language of the page's own words: the one wanted if we have its words, else English."""
    code = wanted.replace("_", "-").partition("-")[0].lower()
    return code if code in languages() else DEFAULT_LANGUAGE


@cache
def languages() -> frozenset[str]:
    """The languages that we have words for, as codes of BCP 47."""
    return frozenset(file.stem for file in (folder() / "shared" / "words").glob("*.xml"))


@cache
def words(language: str) -> dict[str, str]:
    """The words that the renderings add, by key; a missing one is English."""
    root = etree.fromstring(text_of(f"shared/words/{language}.xml").encode(), parser())
    own = {w.get("key", ""): w.text or "" for w in root.iter("word")}
    if root.get(XML_LANG) == DEFAULT_LANGUAGE:
        return own
    return {**words(DEFAULT_LANGUAGE), **own}


def _policy(style: str, script: str, *, linked: bool) -> str:
    """The Content-Security-Policy: nothing runs and nothing is fetched but what we put there."""
    style_from, script_from = (
        ("'self'", "'self'") if linked else (_digest(style), _digest(script))
    )
    return (
        f"default-src 'none'; style-src {style_from}; script-src {script_from}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
