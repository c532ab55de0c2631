"""The settings of a printed edition."""

from dataclasses import dataclass
from pathlib import Path

from toolkit.edition.choices import Apparatus, Facsimiles, LineNumbers, PageFormat, TitlePage


@dataclass(frozen=True, slots=True)
class PdfSettings:
    """The settings of a PDF.

    ``page_format``: A4, A5, US Letter, or a book of 6 by 9 inches with inner and outer margins.
    ``line_numbers``: "auto" numbers the lines of a page if an apparatus refers to them.
    ``title_page``: "auto" gives one to long texts.
    ``apparatus``: "foot" prints it under the text, after the notes of the page; "end" prints a
    list after the text, by page and line.
    ``facsimiles``: pictures of the source's pages that are at hand are printed as plates at the
    end, or between the pages of the text, each after the paragraph in which its page begins.
    ``language`` (BCP 47) overrides the file's own.
    ``folder``: where pictures are looked for, and nothing else. ``fonts``: folders with font files.
    ``layout``: a Typst file whose functions replace those of ``xslt/typst/*.typ``.
    ``seconds``: the longest that one document may take.
    """

    page_format: PageFormat = PageFormat.A4
    line_numbers: LineNumbers = LineNumbers.AUTO
    title_page: TitlePage = TitlePage.AUTO
    apparatus: Apparatus = Apparatus.FOOT
    facsimiles: Facsimiles = Facsimiles.END
    language: str = ""
    folder: Path | None = None
    fonts: tuple[Path, ...] = ()
    layout: Path | None = None
    seconds: float = 900.0
