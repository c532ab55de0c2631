"""How long pages take: a small edition as a whole process, and longer texts in proportion."""

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from toolkit.rendering.html import render_html

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


def _process(file: Path, root: Path) -> tuple[float, int]:
    """Seconds of processor time and peak MB of a process that makes one page."""
    program = (
        "import pathlib, resource, sys; from toolkit.rendering.html import render_html; "
        "render_html(pathlib.Path(sys.argv[1]).read_bytes()); "
        "u = resource.getrusage(resource.RUSAGE_SELF); "
        "print(u.ru_utime + u.ru_stime, u.ru_maxrss // 1024)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        check=True,
        cwd=root,
        capture_output=True,
        text=True,
    )
    seconds, megabytes = ran.stdout.split()
    return float(seconds), int(megabytes)


def test_time_and_memory_are_linear_to_twenty_megabytes(root: Path, tmp_path: Path) -> None:
    """Measured on two cores of 2026: see the table that ``pytest -s`` prints."""
    measured = []
    for size in (1, 5, 20):
        file = tmp_path / f"{size}.xml"
        file.write_bytes(_novel(size * 1_000_000 // len(PARAGRAPH)))
        measured.append((size, *_process(file, root)))
        print("{} MB: {:.2f} s of processor time, {} MB at the peak".format(*measured[-1]))
    (_, _, least), (_, five_seconds, five), (_, seconds, most) = measured
    assert seconds < 4 * five_seconds * 1.5
    assert most - least < 4 * max(five - least, 50) * 1.5


def test_a_small_edition_takes_less_than_a_second_of_processor_time(root: Path) -> None:
    """Measured: 0.33 s on two cores of 2026, of which 0.16 s compile the stylesheets."""
    edition = root / "tei" / "wireless-message" / "wireless-message.xml"
    program = (
        "import sys, pathlib; from toolkit.rendering.html import render_html; "
        "render_html(pathlib.Path(sys.argv[1]).read_bytes())"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program, str(edition)], check=True, cwd=root)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1
