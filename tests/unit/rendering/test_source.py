"""Files of several parts: inclusions, chapters behind entities, entities that nobody declares."""

from pathlib import Path

import pytest

from toolkit.api import render
from toolkit.batch.fingerprint import Fingerprints
from toolkit.batch.inputs import tei_files
from toolkit.batch.task import Task
from toolkit.exceptions import SourceError
from toolkit.rendering.source import complete_text

P = 'xmlns="http://www.tei-c.org/ns/1.0"'
XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'


def _book(folder: Path, body: str, doctype: str = "") -> Path:
    path = folder / "book.xml"
    header = (
        "<teiHeader><fileDesc><titleStmt><title>A book</title></titleStmt><publicationStmt><p/>"
        "</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    )
    path.write_text(
        f"{doctype}<TEI {P} {XI}>{header}<text><body>{body}</body></text></TEI>", encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("output", ["html", "txt"])
def test_an_included_chapter_is_part_of_every_output(tmp_path: Path, output: str) -> None:
    (tmp_path / "two.xml").write_text(f"<div {P}><p>The tide turned.</p></div>")
    book = _book(tmp_path, '<div><p>At noon.</p></div><xi:include href="two.xml"/>')
    assert "The tide turned." in render(book, to=output).text


def test_a_fallback_stands_in_for_a_chapter_that_is_not_there(tmp_path: Path) -> None:
    fallback = "<xi:fallback><p>Chapter two is lost.</p></xi:fallback>"
    book = _book(tmp_path, f'<xi:include href="two.xml">{fallback}</xi:include>')
    assert "Chapter two is lost." in render(book, to="txt").text


@pytest.mark.parametrize("address", ["none.xml", "/etc/hostname", "https://example.org/two.xml"])
def test_a_chapter_that_cannot_be_read_is_refused(tmp_path: Path, address: str) -> None:
    book = _book(tmp_path, f'<p>At noon.</p><xi:include href="{address}"/>')
    with pytest.raises(SourceError, match="the inclusion fails"):
        render(book, to="html")


def test_bytes_that_lie_nowhere_include_nothing(tmp_path: Path) -> None:
    book = _book(tmp_path, '<xi:include href="book.xml"/>')
    with pytest.raises(SourceError, match="the inclusion fails"):
        render(book.read_bytes(), to="html")


def test_a_chapter_behind_an_entity_is_read(tmp_path: Path) -> None:
    (tmp_path / "two.xml").write_bytes(
        "<?xml version='1.0' encoding='iso-8859-1'?><p>Après &amp; <hi>avant</hi></p>\n".encode(
            "iso-8859-1"
        )
    )
    doctype = '<!DOCTYPE TEI [<!ENTITY two SYSTEM "two.xml"><!ENTITY own "Own">]>'
    book = _book(tmp_path, "<p>&own; words.</p>&two;<p>Later.</p>", doctype)
    assert "Own words.\n\nAprès & avant\n\nLater." in render(book, to="txt").text


def test_a_chapter_behind_an_entity_that_is_elsewhere_is_refused(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE TEI [<!ENTITY two SYSTEM "../two.xml">]>'
    with pytest.raises(SourceError, match="which is not read"):
        render(_book(tmp_path, "&two;", doctype), to="html")


def test_an_undeclared_entity_is_a_visible_placeholder_and_a_finding(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE TEI SYSTEM "letters.dtd">'
    book = _book(tmp_path, "<p>&eacute;t&eacute; &rrot;<hi>&rrot;</hi>osa</p>", doctype)
    artifact = render(book, to="txt")
    assert "été &rrot;&rrot;osa" in artifact.text
    assert ["XML002"] * 4 == [finding.code for finding in artifact.findings]


def test_an_undeclared_entity_without_a_dtd_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="not well-formed"):
        render(_book(tmp_path, "<p>&rrot;</p>"), to="txt")


def test_a_file_without_parts_stays_as_it_is() -> None:
    data = f"<TEI {P}><!-- <xi:include/> http://www.w3.org/2001/XInclude --></TEI>".encode()
    assert complete_text(data, "a.xml")[0].data == data


def test_a_changed_chapter_is_noticed(tmp_path: Path) -> None:
    chapter = tmp_path / "parts" / "two.xml"
    chapter.parent.mkdir()
    chapter.write_text(f"<p {P}>One way.</p>")
    book = _book(tmp_path, '<xi:include href="parts/two.xml"/>')
    task = Task(tei_files([book])[0], formats=("html",), encoded=False)
    before = Fingerprints().fingerprint(task)
    assert before == Fingerprints().fingerprint(task)
    chapter.write_text(f"<p {P}>Another way.</p>")
    assert before != Fingerprints().fingerprint(task)


PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
    b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)


def test_a_picture_beside_the_file_is_part_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(PICTURE)
    figure = '<figure><graphic url="{}"/><figDesc>The <hi>old</hi> port</figDesc></figure>'
    made = render(_book(tmp_path, figure.format("map.png")), to="html").text
    assert 'src="data:image/png;base64,' in made
    assert 'alt="The old port"' in made
    assert "img-src data:;" in made


@pytest.mark.parametrize("address", ["none.png", "../map.png", "https://example.org/map.png"])
def test_a_picture_from_elsewhere_is_a_link(tmp_path: Path, address: str) -> None:
    (tmp_path / "map.png").write_bytes(PICTURE)
    inner = tmp_path / "texts"
    inner.mkdir()
    made = render(_book(inner, f'<figure><graphic url="{address}"/></figure>'), to="html").text
    assert "<img" not in made
    assert "img-src" not in made
    assert f'href="{address}"' in made
