"""Typst: from a view to a Typst document, where the edition's text is in string literals only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from toolkit.findings import Finding
from toolkit.render import saxon
from toolkit.render.stylesheets import stylesheet
from toolkit.render.views import View

TYPST: Final = "urn:tei-toolkit:typst"
LineNumbers = Literal["auto", "page", "none"]
TitlePage = Literal["auto", "yes", "no"]


@dataclass(frozen=True, slots=True)
class TypstSource:
    """The body of a Typst document: it needs the functions of ``edition.typ`` before it."""

    text: str
    findings: tuple[Finding, ...]


def typst_of(
    view: View,
    *,
    language: str = "",
    line_numbers: LineNumbers = "auto",
    title_page: TitlePage = "auto",
    pictures: Mapping[str, str] | None = None,
    file: str = "",
) -> TypstSource:
    """The Typst document of a view.

    ``language`` (BCP 47) overrides what the file says of itself. ``pictures`` gives, for an
    address in ``graphic/@url``, the file beside the Typst document that holds the picture.
    SaxonError if the stylesheet fails.
    """
    outcome = saxon.run(
        stylesheet("typst"),
        view.node.head,
        mode=f"{{{TYPST}}}document",
        parameters={
            "language": language,
            "line-numbers": line_numbers,
            "title-page": title_page,
            "pictures": dict(pictures or {}),
        },
        file=file,
    )
    return TypstSource(outcome.value, (*view.findings, *outcome.findings))


def string(text: str) -> str:
    """A Typst string literal: the Python twin of ``f:string`` in ``xslt/typst/functions.xsl``."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
