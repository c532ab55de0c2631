"""Plain text, the page and the PDF show the same words in the same order."""

import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.same_words import words_of_page, words_of_pdf, words_of_text
from toolkit.edition.choices import Facsimiles
from toolkit.rendering.html import draw
from toolkit.rendering.pdf import PdfSettings, render_pdf
from toolkit.rendering.text import flatten
from toolkit.rendering.typesetter_process import Typesetter
from toolkit.rendering.views import view_of

DOCUMENTS = 50
"""How many documents of the validation corpus are compared."""


OWN_WORDS = {
    "BIB-Bibliography.xml": "the page writes out dates and units that are attributes in the file",
    "detest.xml": "the page shows the attributes of elements without text",
    "testall.xml": "the page shows a transcription by page beside the text",
    "testdocbook4.xml": "the page shows a header in another namespace, as it has no rule for it",
    "testi18n.xml": "the page shows the header of a file whose text is empty",
    "testplus.xml": "the page draws SVG and MathML",
}
"""Documents for which the page adds words that no class tells from the text, with the reason."""


def _assert_same_words(data: bytes, name: str) -> None:
    view = view_of(data, file=name)
    viewed = flatten(view, file=name)
    page = draw(view, file=name)
    assert words_of_text(viewed) == words_of_page(page.text, viewed), name


PHENOMENA = sorted((Path(__file__).parents[1] / "tei" / "phenomena").glob("*.xml"))


@pytest.mark.parametrize("file", PHENOMENA, ids=lambda file: file.stem)
def test_the_text_has_the_words_of_the_page(file: Path) -> None:
    _assert_same_words(file.read_bytes(), file.name)


@pytest.mark.parametrize(
    "body",
    [
        "<p>gar-<pb/><lb break='no'/>den</p>",
        "<p><hi>gar-</hi>\n<lb break='no'/>\n <hi>den</hi></p>",
        "<p><choice><sic>a </sic><corr>b </corr></choice><lb/>c</p>",
        "<p>a<cit><quote>b</quote><bibl>c</bibl></cit></p>",
        "<listBibl><bibl><respStmt><resp>a</resp><name>b</name></respStmt></bibl></listBibl>",
        "<listBibl><bibl>a <title>b</title><editor>c</editor></bibl></listBibl>",
        "<p><persName><forename>A</forename><surname>B</surname></persName></p>",
        "<head>dank-<lb break='no'/>bar</head>",
        "<l><label>A</label>b</l>",
        "<p>a<choice><unclear>b</unclear><unclear>c</unclear></choice></p>",
    ],
)
def test_words_end_in_the_same_places(body: str) -> None:
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    _assert_same_words(source.encode(), body)


PRINTED = {
    "apparatus": "entries outside the text are printed where they stand",
    "corpus": "each text of a corpus has its title above it",
    "features": "feature structures are printed",
    "figures": "a caption follows its picture; what binary data hold is printed",
    "manuscript": "parts of a description touch",
    "prose": "items have their numbers, pointers the words they point at",
    "specifications": "examples of encoding are printed",
}
"""Phenomena of which a PDF prints more than the text, with the reason."""

UNREADABLE = {
    "05-L02880": "long addresses are broken over lines",
    "08-editio": "pointers without words print their addresses",
    "09-testapp2": "an apparatus outside the text is printed where it stands",
    "10-ISic001174": "lines of the stone end within words",
    "12-oclc_4770057679-i_6.TEIP5": "pdftotext changes the order of Arabic",
    "15-frus1969-76ve09p1": "captions of pictures that are missing are left out by the layout",
    "17-1805_tei": "notes in the line have brackets and numbers",
    "20-EHRI-ET-WL05320003_YI_EN": "pdftotext changes the order of Hebrew",
}
"""Editions whose PDF cannot be read back as words, with the reason."""

needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as process:
        yield process


def _assert_printed(data: bytes, name: str, typesetter: Typesetter) -> None:
    settings = PdfSettings(
        layout=Path(__file__).with_name("words_only.typ"), facsimiles=Facsimiles.NONE
    )
    pdf = render_pdf(data, settings=settings, file=name, typesetter=typesetter)
    expected = words_of_text(flatten(view_of(data, file=name)))
    assert expected == words_of_pdf(pdf.data), name


@needs_pdftotext
@pytest.mark.parametrize(
    "file", [file for file in PHENOMENA if file.stem not in PRINTED], ids=lambda file: file.stem
)
def test_the_text_has_the_words_of_the_pdf(file: Path, typesetter: Typesetter) -> None:
    _assert_printed(file.read_bytes(), file.name, typesetter)


@needs_pdftotext
@pytest.mark.slow
def test_real_editions_have_the_same_words_on_paper(shared: Path, typesetter: Typesetter) -> None:
    for file in sorted((shared / "rendering").glob("*.xml")):
        if file.stem not in UNREADABLE:
            _assert_printed(file.read_bytes(), file.name, typesetter)


@pytest.mark.slow
def test_real_editions_have_the_same_words(shared: Path) -> None:
    for file in sorted((shared / "rendering").glob("*.xml")):
        _assert_same_words(file.read_bytes(), file.name)


@pytest.mark.slow
def test_documents_of_many_projects_have_the_same_words(shared: Path) -> None:
    for name, data in _documents(shared):
        _assert_same_words(data, name)


def _is_original(member: tarfile.TarInfo) -> bool:
    path = Path(member.name)
    return path.suffix == ".xml" and member.size < 400_000 and path.name not in OWN_WORDS


def _documents(shared: Path) -> Iterator[tuple[str, bytes]]:
    """Documents spread over all projects of the corpus."""
    with tarfile.open(shared / "validation" / "documents.tar.gz") as archive:
        members = sorted(
            (m for m in archive if m.name.startswith("docs/") and _is_original(m)),
            key=lambda member: member.name,
        )
        for member in members[:: max(1, len(members) // DOCUMENTS)][:DOCUMENTS]:
            file = archive.extractfile(member)
            assert file is not None
            yield member.name, file.read()
