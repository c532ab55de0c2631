"""Render a text as an HTML page with both views, in one file unless assets are linked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.edition import EditionText
from toolkit.edition.choices import ViewName
from toolkit.files import read_text
from toolkit.html_page import content_security_policy, digest
from toolkit.namespaces import tei
from toolkit.rendering import output_names, transform
from toolkit.rendering.pictures import embed_pictures
from toolkit.rendering.protocol import Artifact, Output, RenderRequest
from toolkit.rendering.stylesheets import read_file, stylesheet
from toolkit.rendering.views import Source, View, text_of, view_of
from toolkit.rendering.words import choose_language, words_of_page

HTML: Final = "urn:tei-toolkit:html"
ASSETS: Final = ("edition.css", "edition.js")
"""The files next to the pages, if they share style and script."""


@dataclass(frozen=True, slots=True)
class PageSettings:
    """The settings that all pages of an edition share.

    ``language`` is the language of the pages' own words, by default that of the text.
    With ``assets_href`` style and script are linked from that folder (see ``assets``), else they
    are in each page. ``own_style`` is CSS that comes after ours, ``own_stylesheet`` an XSLT file
    whose templates win over ours. Pictures of the texts in ``folder`` become part of the page.
    """

    language: str = ""
    assets_href: str = ""
    own_style: str = ""
    own_stylesheet: Path | None = None
    folder: Path | None = None


def render_html(
    source: Source,
    *,
    view: ViewName = ViewName.READING,
    settings: PageSettings | None = None,
    tei_href: str = "",
    address: str = "",
    file: str = "",
) -> Artifact:
    """Render a TEI document as a page.

    ``view`` is shown first; ``tei_href`` is where the TEI file is offered, ``address`` the page's
    canonical address; ``file`` names bytes and trees in findings. SourceError if the bytes are
    not XML, SaxonError if a stylesheet fails.
    """
    text = text_of(source, file)
    seen = view_of(text, view=view)
    folder = settings.folder if settings else None
    pictures = embed_pictures(_addresses(text), folder) if folder else {}
    return draw(
        seen,
        settings=settings,
        tei_href=tei_href,
        address=address,
        file=text.file,
        pictures=pictures,
    )


def _addresses(text: EditionText) -> Iterator[str]:
    """Yield the addresses of the pictures in the text itself."""
    for graphic in text.tree.iter(tei("graphic")):
        if next(graphic.iterancestors(tei("text")), None) is not None:
            yield graphic.get("url", "")


def render(text: EditionText, request: RenderRequest) -> Artifact:
    """Render a text as a page of an edition, with its style and its stylesheet."""
    edition = request.edition
    style = edition.file(edition.style)
    settings = PageSettings(
        own_style=read_text(style) if style else "",
        own_stylesheet=edition.file(edition.stylesheet),
        folder=request.picture_folder,
    )
    name = text.file.rpartition("/")[2]
    page = f"{request.page or name.removesuffix('.xml')}.html"
    address = f"{edition.address.rstrip('/')}/{page}" if edition.address else ""
    return render_html(text, view=request.view, settings=settings, tei_href=name, address=address)


output: Final = Output(
    output_names.HTML,
    ".html",
    "text/html",
    "A web page with the reading and the diplomatic view.",
    render,
)


def draw(
    seen: View,
    *,
    settings: PageSettings | None = None,
    tei_href: str = "",
    address: str = "",
    file: str = "",
    pictures: Mapping[str, str] | None = None,
) -> Artifact:
    """Draw the page of a view; the options are those of ``render_html``.

    ``pictures`` gives, for an address in ``graphic/@url``, the one that the page shows.
    """
    asked = settings or PageSettings()
    outcome = transform.run(
        stylesheet("html"),
        seen.node,
        mode=f"{{{HTML}}}page",
        parameters=_parameters(
            asked,
            choose_language(asked.language or seen.language),
            pictures or {},
        )
        | {"tei-href": tei_href, "address": address},
        own=asked.own_stylesheet,
        file=file,
    )
    return Artifact(outcome.value.encode(), seen.findings + outcome.findings)


def _parameters(
    asked: PageSettings, language: str, pictures: Mapping[str, str]
) -> dict[str, transform.Parameter]:
    """Return the parameters of the stylesheet: words, and style and script or their addresses."""
    files = assets(asked.own_style)
    parameters: dict[str, transform.Parameter] = {
        "words": words_of_page(language),
        "language": language,
        "pictures": pictures,
    }
    has_pictures = bool(pictures)
    if asked.assets_href:
        folder_href = asked.assets_href.rstrip("/")
        hrefs = [f"{folder_href}/{name}" for name in ASSETS]
        parameters |= {"style-href": hrefs[0], "script-href": hrefs[1]}
        policy = content_security_policy("'self'", "'self'", has_pictures=has_pictures)
        return parameters | {"policy": policy}
    style, script = (files[name] for name in ASSETS)
    return parameters | {
        "style": style,
        "script": script,
        "policy": content_security_policy(digest(style), digest(script), has_pictures=has_pictures),
    }


def assets(own_style: str = "") -> dict[str, str]:
    """Return the shared files by name, for a folder of pages rendered with ``assets_href``."""
    return {
        ASSETS[0]: read_file("html/edition.css") + own_style,
        ASSETS[1]: read_file("html/edition.js"),
    }
