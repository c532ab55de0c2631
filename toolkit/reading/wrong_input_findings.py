"""Report input that is not the plain text of its language, one finding for each kind."""

from collections.abc import Iterator

from toolkit.findings import Finding, Place
from toolkit.reading.codes import MARKDOWN_IN_TEXT, MARKUP_IN_TEXT, MOJIBAKE, OTHER_SCRIPT
from toolkit.text import Document
from toolkit.text.wrong_input import WrongInput, find_wrong_input

_CODES = {
    "mojibake": MOJIBAKE,
    "markup": MARKUP_IN_TEXT,
    "markdown": MARKDOWN_IN_TEXT,
    "script": OTHER_SCRIPT,
}


def report_wrong_input(doc: Document) -> Iterator[Finding]:
    """Yield a finding with its remedy for each kind of wrong input, at its first place."""
    for wrong in find_wrong_input(doc):
        line, column = doc.place(wrong.places[0].start)
        message, hint = _describe(wrong, doc)
        yield _CODES[wrong.kind].at(Place(doc.file, line, column), message, hint=hint)


def _describe(wrong: WrongInput, doc: Document) -> tuple[str, str]:
    """Return what is wrong and what to do."""
    count = len(wrong.places)
    where = "in 1 place" if count == 1 else f"in {count} places"
    match wrong.kind:
        case "mojibake":
            return (
                f'UTF-8 read as {wrong.detail} {where}: "{wrong.example}" for "{wrong.repaired}"',
                f"repair the file: iconv -f UTF-8 -t {wrong.detail} FILE > REPAIRED; "
                "or save the original again as UTF-8",
            )
        case "markup":
            return (
                f'HTML or XML mark-up {where}, taken as text: "{wrong.example}"',
                "export the text without tags, and replace entities such as &amp; by characters",
            )
        case "markdown":
            return (
                f'Markdown {where}, taken as text: "{wrong.example}"',
                "convert the file to plain text: pandoc -f markdown -t plain FILE",
            )
        case "script":
            return (
                f"the letters are {wrong.detail}, but the language {doc.language} is written in "
                f"{wrong.repaired} letters",
                "name the language of the text, with --language or a line such as "
                '"Language: ru"; for a transliteration add the script: ru-Latn',
            )
