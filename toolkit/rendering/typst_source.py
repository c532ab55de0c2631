"""Typst: from a view to a Typst document, where the edition's text is in string literals only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.findings import Finding
from toolkit.rendering import transform
from toolkit.rendering.pdf_settings import PdfSettings
from toolkit.rendering.stylesheets import stylesheet
from toolkit.rendering.views import View
from toolkit.rendering.words import choose_language, words_of_print

TYPST: Final = "urn:tei-toolkit:typst"


@dataclass(frozen=True, slots=True)
class TypstSource:
    """The body of a Typst document: it needs the functions of ``edition.typ`` before it."""

    text: str
    findings: tuple[Finding, ...]


def typst_of(
    view: View,
    *,
    settings: PdfSettings | None = None,
    pictures: Mapping[str, str] | None = None,
    file: str = "",
) -> TypstSource:
    """The Typst document of a view.

    ``pictures`` gives, for an address in ``graphic/@url`` or ``pb/@facs``, the file beside the
    Typst document that holds the picture. SaxonError if the stylesheet fails.
    """
    chosen = settings or PdfSettings()
    outcome = transform.run(
        stylesheet("typst"),
        view.node.head,
        mode=f"{{{TYPST}}}document",
        parameters={
            "language": chosen.language,
            "words": words_of_print(choose_language(chosen.language or view.language)),
            "line-numbers": chosen.line_numbers,
            "title-page": chosen.title_page,
            "apparatus": chosen.apparatus,
            "facsimiles": chosen.facsimiles,
            "pictures": dict(pictures or {}),
        },
        file=file,
    )
    return TypstSource(outcome.value, (*view.findings, *outcome.findings))


def string(text: str) -> str:
    """A Typst string literal: the Python twin of ``f:string`` in ``xslt/typst/functions.xsl``."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
