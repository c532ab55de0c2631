"""HTML: a page that carries both views of an edition, in one file unless told otherwise."""

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.findings import Finding
from toolkit.rendering import transform
from toolkit.rendering.stylesheets import stylesheet, text_of
from toolkit.rendering.views import View, ViewName, view_of
from toolkit.rendering.words import choose_language, words_of_page

HTML: Final = "urn:tei-toolkit:html"
ASSETS: Final = ("edition.css", "edition.js")
"""The files beside the pages, when they share style and script."""


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page and what was found while it was drawn."""

    html: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What all pages of an edition have in common.

    ``language`` is that of the pages' own words, by default the text's.
    With ``assets_href`` style and script are linked from that folder (see ``assets``), else they
    are in each page. ``own_style`` is CSS that comes after ours, ``own_stylesheet`` an XSLT file
    whose templates win over ours.
    """

    language: str = ""
    assets_href: str = ""
    own_style: str = ""
    own_stylesheet: Path | None = None


def render_html(
    source: "etree._ElementTree | etree._Element | bytes",
    *,
    view: ViewName = "reading",
    settings: PageSettings | None = None,
    tei_href: str = "",
    address: str = "",
    file: str = "",
) -> Page:
    """The page of a TEI document, given as a tree or as bytes.

    ``view`` is shown first; ``tei_href`` is where the TEI file is offered, ``address`` the page's
    canonical address; ``file`` names the edition in the findings. SourceError if the bytes are
    not XML, SaxonError if a stylesheet fails.
    """
    seen = view_of(source, view=view, file=file)
    return draw(seen, settings=settings, tei_href=tei_href, address=address, file=file)


def draw(
    seen: View,
    *,
    settings: PageSettings | None = None,
    tei_href: str = "",
    address: str = "",
    file: str = "",
) -> Page:
    """The page of a view that was made before; the options are those of ``render_html``."""
    asked = settings or PageSettings()
    outcome = transform.run(
        stylesheet("html"),
        seen.node,
        mode=f"{{{HTML}}}page",
        parameters=_parameters(asked, choose_language(asked.language or seen.language))
        | {"tei-href": tei_href, "address": address},
        own=asked.own_stylesheet,
        file=file,
    )
    return Page(outcome.value, seen.findings + outcome.findings)


def _parameters(asked: PageSettings, language: str) -> dict[str, transform.Parameter]:
    """What the stylesheet is told: words, and style and script or where they are."""
    files = assets(asked.own_style)
    told: dict[str, transform.Parameter] = {"words": words_of_page(language), "language": language}
    if asked.assets_href:
        folder_href = asked.assets_href.rstrip("/")
        hrefs = [f"{folder_href}/{name}" for name in ASSETS]
        told |= {"style-href": hrefs[0], "script-href": hrefs[1]}
        return told | {"policy": _policy("'self'", "'self'")}
    style, script = (files[name] for name in ASSETS)
    return told | {
        "style": style,
        "script": script,
        "policy": _policy(_digest(style), _digest(script)),
    }


def assets(own_style: str = "") -> dict[str, str]:
    """The shared files by name, for a folder of pages rendered with ``assets_href``."""
    return {
        ASSETS[0]: text_of("html/edition.css") + own_style,
        ASSETS[1]: text_of("html/edition.js"),
    }


def _policy(style_from: str, script_from: str) -> str:
    """The Content-Security-Policy: nothing runs and nothing is fetched but what we put there."""
    return (
        f"default-src 'none'; style-src {style_from}; script-src {script_from}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
