"""The PDF: standards, metadata, structure, embedded source, findings, and what must not happen."""

import io
import shutil
import struct
import subprocess
import sys
import unicodedata
import zlib
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.exceptions import SourceError, TypesettingError
from toolkit.rendering.fonts import fonts_for, missing_glyphs, packaged_fonts, script_of
from toolkit.rendering.last_resort_font import font_of_codes
from toolkit.rendering.pdf import PdfSettings, render_pdf
from toolkit.rendering.protocol import Artifact
from toolkit.rendering.typesetter_process import Typesetter


def _png() -> bytes:
    """A picture of one black pixel."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


PIXEL = _png()


@pytest.fixture(scope="module")
def typesetter() -> Any:
    with Typesetter() as process:
        yield process


def _tei(body: str, lang: str = "en") -> bytes:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{lang}"><teiHeader><fileDesc>'
        "<titleStmt><title>A title</title><author>N. N.</author></titleStmt>"
        '<publicationStmt><p><date when="1917-11-09"/></p></publicationStmt>'
        f"<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text>{body}</text></TEI>"
    ).encode()


def _pdf(body: str, typesetter: Typesetter, **chosen: Any) -> Artifact:
    return render_pdf(
        _tei(f"<body>{body}</body>"),
        settings=PdfSettings(**chosen),
        file="letter.xml",
        typesetter=typesetter,
    )


def _open(pdf: Artifact) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf.data))


def _text(pdf: Artifact, tmp_path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf.data)
    said = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    )
    return said.stdout.decode()


def _kinds(pdf: pikepdf.Pdf) -> list[str]:
    found: list[str] = []
    waiting: list[Any] = [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(node)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(str(node.S))
            if "/K" in node:
                waiting.append(node.K)
    return found


def test_the_pdf_is_for_the_archive_and_for_everybody(typesetter: Typesetter) -> None:
    pdf = _pdf("<p>Word.</p>", typesetter)
    with _open(pdf) as file, file.open_metadata() as metadata:
        assert ("3", "A", "1") == (
            metadata["pdfaid:part"],
            metadata["pdfaid:conformance"],
            metadata["pdfuaid:part"],
        )


def test_title_authors_language_and_date_are_those_of_the_header(typesetter: Typesetter) -> None:
    with _open(_pdf("<p>Word.</p>", typesetter)) as file:
        assert ("A title", "N. N.") == (str(file.docinfo.Title), str(file.docinfo.Author))
        assert "en" == str(file.Root.Lang)
        assert "D:19171109" == str(file.docinfo.CreationDate)[:10]


def test_the_tei_file_is_embedded_as_the_source(typesetter: Typesetter) -> None:
    with _open(_pdf("<p>Word.</p>", typesetter)) as file:
        assert (
            _tei("<body><p>Word.</p></body>")
            == file.attachments["letter.xml"].get_file().read_bytes()
        )
        assert "/Source" == str(file.Root.AF[0].AFRelationship)


def test_headings_notes_lists_and_tables_are_tagged(typesetter: Typesetter) -> None:
    pdf = _pdf(
        "<div><head>A head</head><p>Word<note place='foot'>A note.</note>.</p>"
        "<list><item>One</item></list><table><row><cell>1</cell></row></table></div>",
        typesetter,
    )
    with _open(pdf) as file:
        assert {"/H1", "/P", "/Note", "/L", "/LI", "/Table", "/TD"} <= set(_kinds(file))


def test_bookmarks_are_the_heads_without_their_notes(typesetter: Typesetter) -> None:
    with _open(
        _pdf("<div><head>A head<note place='foot'>no</note></head><p>x</p></div>", typesetter)
    ) as file:
        assert "A head" == file.open_outline().root[0].title


def test_the_same_input_gives_the_same_bytes(typesetter: Typesetter) -> None:
    first = _pdf("<p>Word <choice><sic>a</sic><corr>b</corr></choice>.</p>", typesetter)
    with Typesetter() as other:
        second = _pdf("<p>Word <choice><sic>a</sic><corr>b</corr></choice>.</p>", other)
    assert first.data == second.data


def test_an_apparatus_gives_the_line_on_the_page(typesetter: Typesetter, tmp_path: Path) -> None:
    filler = "<p>" + "word " * 60 + "</p>"
    body = filler + "<p><choice><sic>Repub]ic</sic><corr>Republic</corr></choice></p>"
    assert "Republic] Repub]ic transcription" in _text(_pdf(body, typesetter), tmp_path)


def test_an_apparatus_at_the_end_leaves_the_foot_to_the_notes(
    typesetter: Typesetter, tmp_path: Path
) -> None:
    body = (
        "<p>One<note>N.</note> <app><lem wit='#A'>two</lem><rdg wit='#B'>too</rdg></app>.</p>"
        "<l n='7'>a <app><lem>b</lem><rdg>c</rdg></app></l>"
    )
    pdf = _pdf(body, typesetter, apparatus="end")
    text = " ".join(_text(pdf, tmp_path).split())
    assert "1.1 two] A : too B 1.7 b] c" in text
    with _open(pdf) as file:
        assert 1 == _kinds(file).count("/Note")


def test_a_character_without_glyph_is_a_finding_with_its_place_and_a_remedy(
    typesetter: Typesetter,
) -> None:
    pdf = _pdf('<p xml:id="here">a \U000103a0 b</p>', typesetter)
    assert ["PDF001"] == [finding.code for finding in pdf.findings]
    assert "U+103A0" in pdf.findings[0].message
    assert "here" == pdf.findings[0].place.id
    assert "install" in pdf.findings[0].hint


def test_a_character_without_glyph_is_still_text_in_the_pdf(
    typesetter: Typesetter, tmp_path: Path
) -> None:
    pdf = _pdf("<head>\U000103a0</head><p>a \u0378 <hi rend='bold'>\U000103a0</hi></p>", typesetter)
    text = _text(pdf, tmp_path)
    assert (2, 1) == (text.count("\U000103a0"), text.count("\u0378"))
    assert "PDF002" not in [finding.code for finding in pdf.findings]


def test_a_text_in_a_script_without_font_keeps_its_form(
    typesetter: Typesetter, tmp_path: Path
) -> None:
    pdf = _pdf("<p>" + "\U000103a0\U000103a1 " * 2000 + "</p>", typesetter)
    assert {"PDF001"} == {finding.code for finding in pdf.findings}
    assert 2000 == _text(pdf, tmp_path).count("\U000103a1")


def test_angle_brackets_look_like_themselves(typesetter: Typesetter, tmp_path: Path) -> None:
    pdf = _pdf("<p>\u2329a\u232a</p>", typesetter)
    assert () == pdf.findings
    assert "\u3008a\u3009" in _text(pdf, tmp_path)


def test_the_font_of_codes_is_the_same_every_day() -> None:
    assert font_of_codes("\u0378\U000103a0") == font_of_codes("\U000103a0\u0378")


def test_a_private_character_costs_the_archive_standard(typesetter: Typesetter) -> None:
    pdf = _pdf("<p>a \ue0a1 b</p>", typesetter)
    assert "PDF002" in [finding.code for finding in pdf.findings] or "U+E0A1" in str(pdf.findings)


@pytest.mark.parametrize("depth", [45, 90])
def test_what_no_page_can_hold_is_printed_plainly(
    depth: int, typesetter: Typesetter, tmp_path: Path
) -> None:
    body = "<list><item>" * depth + "deep" + "</item></list>" * depth
    pdf = _pdf(body, typesetter)
    assert ["PDF003"] == [finding.code for finding in pdf.findings]
    assert "deep" in _text(pdf, tmp_path)


@pytest.mark.parametrize(
    "body",
    [
        "<table><row><cell cols='3' rows='9'>a</cell><cell>b</cell></row><row/>"
        "<row><cell>c</cell></row></table>",
        "<table><row><cell cols='999999999999'>a</cell></row></table>",
        "<p><ref target='#nowhere'>a</ref><ptr target='#nowhere'/></p>",
        "<p xml:id='x'>a</p><p xml:id='x'>a <ref target='#x'>b</ref></p>",
        "<p>a<note place='foot'>b<note place='foot'>c</note></note></p>",
        "<p/><list/><lg/><div/><table/>",
        "<head>a<lg><l>b</l></lg></head><p><hi rend='underline strike'><del>a</del></hi></p>",
        "<l>a<list><item>b</item></list></l><sp><speaker/><p>x</p></sp>",
        "<div><div><head>B</head><p>b</p></div><head>late</head></div>",
        "<p><hi rend='super'><list><item>a</item></list></hi></p>",
        "<figure><graphic url='https://example.org/a.png'/><head>h</head></figure>",
        "<list><label>a<p>b</p>c</label><item>d</item></list>",
        "<p><bibl>a <meeting>b</meeting></bibl> <soCalled>c<p>d</p></soCalled></p>",
        "<p><app><lem>a</lem><rdg><choice><sic>b</sic><corr>c</corr></choice></rdg></app></p>",
        "<p>a<app><rdg>b<app><rdg>c</rdg><rdg>d</rdg></app></rdg></app></p>",
    ],
)
def test_odd_encodings_are_typeset_whole(body: str, typesetter: Typesetter) -> None:
    pdf = _pdf(body, typesetter)
    assert () == pdf.findings


def test_a_corpus_in_a_corpus_has_one_title_page(typesetter: Typesetter, tmp_path: Path) -> None:
    text = _tei("<body><div><head>Chapter</head><p>Word.</p></div></body>").decode()
    header = text[text.index("<teiHeader>") : text.index("<text>")]
    corpus = f"<teiCorpus>{header}{text}</teiCorpus>"
    whole = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{header}{corpus}</teiCorpus>'
    pdf = render_pdf(whole.encode(), typesetter=typesetter)
    assert () == pdf.findings
    with _open(pdf) as file:
        assert {"/H1", "/H2", "/H3"} <= set(_kinds(file))


def test_the_title_page_names_the_licence(typesetter: Typesetter, tmp_path: Path) -> None:
    licence = (
        "<availability><licence target='https://example.org/by'>CC BY</licence></availability>"
    )
    source = _tei("<body><p>Word.</p></body>").replace(
        b'<p><date when="1917-11-09"/></p>', f"<publisher>A press</publisher>{licence}".encode()
    )
    pdf = render_pdf(source, settings=PdfSettings(title_page="yes"), typesetter=typesetter)
    assert "CC BY" in _text(pdf, tmp_path).split("\f")[0]


def test_a_local_picture_is_in_the_pdf(typesetter: Typesetter, tmp_path: Path) -> None:
    (tmp_path / "seal.png").write_bytes(PIXEL)
    body = "<figure><graphic url='seal.png'/><figDesc>A seal</figDesc></figure>"
    with _open(_pdf(body, typesetter, folder=tmp_path)) as file:
        assert "/Figure" in _kinds(file)


@pytest.mark.parametrize(
    "url", ["../seal.png", "/seal.png", "file:seal.png", "link.png", "seal.xml"]
)
def test_pictures_outside_the_folder_are_not_read(
    url: str, typesetter: Typesetter, tmp_path: Path
) -> None:
    edition = tmp_path / "edition"
    edition.mkdir()
    (tmp_path / "seal.png").write_bytes(PIXEL)
    (edition / "link.png").symlink_to(tmp_path / "seal.png")
    body = f"<figure><graphic url='{url}'/><figDesc>A seal</figDesc></figure>"
    pdf = _pdf(body, typesetter, folder=edition)
    assert ":" in url or url in pdf.findings[0].message
    with _open(pdf) as file:
        assert "/Figure" not in _kinds(file)


@pytest.mark.parametrize(("where", "pages"), [("none", 1), ("end", 3), ("between", 3)])
def test_facsimiles_stand_at_the_end_between_the_text_or_nowhere(
    where: Any, pages: int, typesetter: Typesetter, tmp_path: Path
) -> None:
    (tmp_path / "1.png").write_bytes(PIXEL)
    body = "<p>a <pb n='1' facs='1.png'/>b</p><pb n='2' facs='1.png'/><p>c</p>"
    pdf = _pdf(body, typesetter, folder=tmp_path, facsimiles=where)
    assert () == pdf.findings
    with _open(pdf) as file:
        assert pages == len(file.pages)
        assert (0 if where == "none" else 2) == _kinds(file).count("/Figure")


def test_a_broken_picture_is_a_finding(typesetter: Typesetter, tmp_path: Path) -> None:
    (tmp_path / "seal.png").write_bytes(b"no picture")
    body = "<figure><graphic url='seal.png'/><figDesc>A seal</figDesc></figure>"
    pdf = _pdf(body, typesetter, folder=tmp_path)
    assert ["PDF004"] == [finding.code for finding in pdf.findings]


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
_ENTITY = '<!DOCTYPE svg [<!ENTITY a "b">]>' + _SVG.format("<text>&a;&c;</text>")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("bad.svg", b"<svg", "parse"),
        ("bad.svg", _ENTITY.encode(), "parse"),
        ("bad.png", PIXEL[:40], ""),
        ("bad.jpg", b"\xff\xd8\xff\xe0", ""),
        ("bad.webp", b"RIFF", ""),
    ],
)
def test_a_picture_that_cannot_be_read_is_left_out_and_the_rest_stays(
    name: str, data: bytes, reason: str, typesetter: Typesetter, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.png").write_bytes(PIXEL)
    body = f"<p>a <emph>b</emph></p><figure><graphic url='{name}'/></figure>"
    body += "<figure><graphic url='good.png'/><figDesc>Good</figDesc></figure>"
    pdf = _pdf(body, typesetter, folder=tmp_path)
    (finding,) = (finding for finding in pdf.findings if finding.code == "PDF004")
    assert f"{name} is left out" in finding.message
    assert reason in finding.message
    assert "PDF003" not in {finding.code for finding in pdf.findings}
    with _open(pdf) as file:
        assert "/Figure" in _kinds(file)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 30_000, 30_000)),
        ("a.gif", b"GIF89a" + struct.pack("<HH", 30_000, 30_000)),
        (
            "a.jpg",
            b"\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x11\x08" + struct.pack(">HH", 30_000, 30_000),
        ),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (29_999).to_bytes(3, "little") * 2),
    ],
)
def test_a_picture_of_too_many_pixels_is_left_out(
    name: str, header: bytes, typesetter: Typesetter, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(header + bytes(40))
    pdf = _pdf(f"<p>a</p><figure><graphic url='{name}'/></figure>", typesetter, folder=tmp_path)
    (finding,) = (finding for finding in pdf.findings if finding.code == "PDF004")
    assert "30000 x 30000 pixels" in finding.message


def test_an_edition_brings_its_own_layout(typesetter: Typesetter, tmp_path: Path) -> None:
    layout = tmp_path / "own.typ"
    layout.write_text("#let emphasis(body) = upper(body)\n")
    pdf = _pdf("<p>a <emph>word</emph></p>", typesetter, layout=layout)
    assert "WORD" in _text(pdf, tmp_path)


@pytest.mark.parametrize(
    "layout",
    [
        '#import "@preview/cetz:0.3.0"',
        '#import "/../own.typ": *',
        '#let secret = read("/etc/passwd")',
        '#let secret = read("/../../etc/passwd")',
        '#let secret = read("link.txt")',
        "#let p(body) = { let n = 0; while true { n += 1 } }",
        "#let p(body) = p(body)",
    ],
)
def test_a_hostile_layout_is_refused(layout: str, tmp_path: Path) -> None:
    own = tmp_path / "own.typ"
    own.write_text(layout + "\n")
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    with Typesetter() as process, pytest.raises(TypesettingError):
        _pdf("<p>a</p>", process, layout=own, folder=tmp_path, seconds=20)


def test_a_layout_that_never_ends_is_stopped(tmp_path: Path) -> None:
    own = tmp_path / "own.typ"
    own.write_text("#let p(body) = for i in range(100000) { for j in range(100000) { [] } }\n")
    with Typesetter() as process, pytest.raises(TypesettingError):
        _pdf("<p>a</p>", process, layout=own, seconds=2)


def test_a_layout_that_needs_too_much_memory_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEI_LIMIT_MEMORY", "300")
    own = tmp_path / "own.typ"
    own.write_text('#let p(body) = { let s = "ab"; for i in range(40) { s = s + s }; s }\n')
    with Typesetter() as process, pytest.raises(TypesettingError, match="300 MiB of memory"):
        _pdf("<p>a</p>", process, layout=own)


@pytest.mark.parametrize("page_format", ["a4", "a5", "us-letter", "book"])
def test_pages_have_the_chosen_size(page_format: Any, typesetter: Typesetter) -> None:
    widths = {"a4": 595, "a5": 420, "us-letter": 612, "book": 432}
    with _open(_pdf("<p>a</p>", typesetter, page_format=page_format)) as file:
        assert widths[page_format] == round(float(file.pages[0].mediabox[2]))


def test_a_document_that_takes_too_long_is_stopped() -> None:
    with Typesetter() as process, pytest.raises(TypesettingError):
        _pdf("<p>word</p>" * 3000, process, seconds=0.01)


def test_bytes_that_are_not_xml_are_an_error(typesetter: Typesetter) -> None:
    with pytest.raises(SourceError):
        render_pdf(b"<TEI>", typesetter=typesetter)


def test_scripts_without_bundled_font_ask_for_one() -> None:
    assert () == fonts_for("Latin, Ελληνικά, русский, עברית")
    assert "Amiri" in fonts_for("كتاب")
    assert "Han" == script_of("中")


def test_fonts_of_installed_packages_are_found_without_running_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "pylopdf_fonts_jp"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert package in packaged_fonts()


def test_missing_glyphs_are_read_from_the_error() -> None:
    error = 'error: the text `"\\u{e0a1}中"` could not be displayed with font `"X"`'
    assert frozenset("\ue0a1中") == missing_glyphs(error)


def test_nothing_but_the_program_imports_typst() -> None:
    code = "import sys, toolkit.rendering.pdf; sys.exit('typst' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


_EASTWARD = st.characters(
    max_codepoint=0x52F,
    categories=("L", "N", "P", "S", "Z"),
    exclude_characters="\u037a\u0384\u0385",
)
_ANY = st.characters(categories=("L", "N", "P", "S", "Zs"))


@given(words=st.text(_EASTWARD, min_size=1, max_size=60))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_text_comes_back_from_the_pdf_word_by_word(
    words: str, typesetter: Typesetter, tmp_path: Path
) -> None:
    text = _letters(_text(_pdf(f"<p>{escape(words)}</p>", typesetter), tmp_path))
    assert all(_letters(word) in text for word in words.split())


@given(words=st.text(_ANY, min_size=1, max_size=60))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_every_character_is_in_the_pdf_whether_a_font_has_it_or_not(
    words: str, typesetter: Typesetter, tmp_path: Path
) -> None:
    pdf = _pdf(f"<p>{escape(words)}</p>", typesetter)
    assert set(_letters(words)) <= set(_letters(_text(pdf, tmp_path)))
    assert {"PDF001"} >= {finding.code for finding in pdf.findings}


def _letters(text: str) -> str:
    """What pdftotext keeps of a text: no spaces, no soft hyphens, compatibility forms resolved."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return "".join(
        c for c in plain if not c.isspace() and unicodedata.category(c) not in ("Mn", "Sk")
    )
