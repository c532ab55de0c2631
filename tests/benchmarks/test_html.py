"""How long pages take: a small edition as a whole process, and longer texts in proportion."""

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from toolkit.render.html import render_html

pytestmark = pytest.mark.slow

PARAGRAPH = (
    "<p>On the night of <date when='1917-11-07'>November 7</date> the <orgName>Council</orgName> "
    "sent a <choice><sic>mesage</sic><corr>message</corr></choice>"
    "<note n='1'>By wireless.</note> to <persName ref='https://example.org/d'>Dukhonin</persName>.</p>"
)


def _novel(paragraphs: int) -> bytes:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        "<title>A novel</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>"
        "</sourceDesc></fileDesc></teiHeader><text><body><div><head>One</head>"
        f"{PARAGRAPH * paragraphs}</div></body></text></TEI>"
    ).encode()


def _seconds(data: bytes) -> float:
    """Seconds of processor time for one page; the stylesheets are compiled before."""
    started = time.process_time()
    render_html(data)
    return time.process_time() - started


def test_time_grows_no_faster_than_the_text() -> None:
    render_html(_novel(1))
    short = min(_seconds(_novel(500)) for _ in range(3))
    long = min(_seconds(_novel(2000)) for _ in range(3))
    assert long / short < 4 * 1.5


def test_a_small_edition_takes_less_than_a_second_of_processor_time(root: Path) -> None:
    """Measured: 0.33 s on two cores of 2026, of which 0.16 s compile the stylesheets."""
    edition = root / "tei" / "wireless-message" / "wireless-message.xml"
    program = (
        "import sys, pathlib; from toolkit.render.html import render_html; "
        "render_html(pathlib.Path(sys.argv[1]).read_bytes())"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program, str(edition)], check=True, cwd=root)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1
