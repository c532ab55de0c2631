"""How long a PDF takes as a whole process, from TEI to file, in processor seconds.

For comparison, on a quiet machine: a text of 360,000 words and 500 notes took Typst 5 s, FOP 7 s
from ready-made FO, WeasyPrint 33 s from HTML.
"""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

RUN = """
import sys
from pathlib import Path
from toolkit.rendering.pdf import render_pdf
source, output = map(Path, sys.argv[1:])
output.write_bytes(render_pdf(source.read_bytes(), file=source.name).data)
"""


def seconds(source: Path, output: Path) -> float:
    """The processor time of one PDF, the better of two runs."""
    return min(_once([sys.executable, "-c", RUN, source, output]) for _ in range(2))


def _once(command: list[object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def novel(paragraphs: int) -> str:
    """A novel of so many paragraphs of 90 words, in chapters of fifty."""
    words = "the of a morning garden letter sister walked quietly towards and her".split()
    text = " ".join(words[i * i % 11] for i in range(90)) + "."
    chapters = (
        f"<div><head>Chapter {n}</head>"
        + "".join(f"<p>In {n}, {k}, {text}</p>" for k in range(50))
        + "</div>"
        for n in range(1, paragraphs // 50 + 1)
    )
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        "<title>A novel</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>"
        f"<p/></sourceDesc></fileDesc></teiHeader><text><body>{''.join(chapters)}</body></text></TEI>"
    )


@pytest.mark.slow
def test_the_sample_edition_takes_a_second_of_processor_time(root: Path, tmp_path: Path) -> None:
    sample = root / "tei" / "wireless-message" / "wireless-message.xml"
    assert 1.2 > seconds(sample, tmp_path / "sample.pdf")


@pytest.mark.slow
def test_a_novel_of_a_megabyte_takes_seconds(shared: Path, tmp_path: Path) -> None:
    source = shared / "rendering" / "01-ENG18470_Aguilar.xml"
    assert 12.0 > seconds(source, tmp_path / "novel.pdf")


@pytest.mark.slow
def test_time_grows_with_the_pages_and_not_faster(tmp_path: Path) -> None:
    times = []
    for paragraphs in (1_000, 4_000):
        source = tmp_path / f"{paragraphs}.xml"
        source.write_text(novel(paragraphs))
        times.append(seconds(source, tmp_path / "novel.pdf"))
    assert times[1] < 5 * times[0]


@pytest.mark.slow
def test_a_novel_takes_weasyprint_five_times_as_long(shared: Path, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="WeasyPrint is not installed", exc_type=OSError)
    from toolkit.rendering.html import render_html

    source = shared / "rendering" / "01-ENG18470_Aguilar.xml"
    page = tmp_path / "page.html"
    page.write_text(render_html(source.read_bytes()).text)
    ours = seconds(source, tmp_path / "ours.pdf")
    weasyprint = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
    theirs = _once([sys.executable, "-c", weasyprint, page, tmp_path / "theirs.pdf"])
    print(f"ours {ours:.1f} s, WeasyPrint {theirs:.1f} s: {theirs / ours:.1f} times")
    assert theirs > 5 * ours


@pytest.mark.slow
def test_a_novel_takes_fop_at_least_as_long(shared: Path, tmp_path: Path) -> None:
    """The TEI Stylesheets are in no registry: FOP is given a plain document of its language."""
    fop = shutil.which("fop")
    if fop is None:
        pytest.skip("FOP is not installed")
    source = shared / "rendering" / "01-ENG18470_Aguilar.xml"
    to_fo = etree.XSLT(etree.parse(Path(__file__).with_name("plain_fo.xsl")))
    (tmp_path / "novel.fo").write_bytes(bytes(to_fo(etree.parse(source))))
    ours = seconds(source, tmp_path / "ours.pdf")
    command: list[object] = [fop, "-q", tmp_path / "novel.fo", tmp_path / "theirs.pdf"]
    theirs = min(_once(command) for _ in range(2))
    print(f"ours {ours:.1f} s, FOP {theirs:.1f} s: {theirs / ours:.1f} times")
    assert theirs >= ours
