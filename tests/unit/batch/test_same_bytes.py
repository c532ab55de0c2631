"""The number of processes changes nothing in the results."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.batch.runs import results

LETTER = (
    "To Ann Lee\n\nLondon, 3 May 1850\n\nDear Madam,\n\nWe recieved it.[1]\n\nYours,\nJohn Hall\n"
)
TEXTS = {
    "a-latin.txt": f"{LETTER}\nCaf\xe9.\n".encode("latin-1"),
    "b-notes.txt": f"{LETTER}\n[2] A note without a marker.\n".encode(),
    "c-glyph.txt": f"{LETTER}\nA hieroglyph: \U00013000.\n".encode(),
    "d-invalid.txt": f"{LETTER}\nThe words of the rule are here.\n".encode(),
    "e-binary.txt": b"\x00\x01\x02\xff",
}
STYLESHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:html="urn:tei-toolkit:html" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
<xsl:template match="salute" mode="html:body"><xsl:message>seen</xsl:message><xsl:next-match/>
</xsl:template></xsl:stylesheet>"""
REJECTION = {
    "verdict": "reject", "by": "jd", "when": "2026-01-01", "file": "b-notes.txt",
    "target": {"element": "sic", "quote": "words that are gone"},
}  # fmt: skip
ADDITION = {
    "verdict": "add", "by": "jd", "when": "2026-01-01", "file": "d-invalid.txt",
    "target": {"element": "persName", "quote": "words of the rule"},
    "attributes": {"onload": "x"},
}  # fmt: skip


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = tmp_path / "edition"
    (folder / "transcriptions").mkdir(parents=True)
    (folder / "decisions").mkdir()
    for name, data in TEXTS.items():
        (folder / "transcriptions" / name).write_bytes(data)
    (folder / "edition.toml").write_text(
        '[edition]\ntitle = "Letters"\neditors = [{ name = "Jane Doe", id = "jd" }]\n'
        '[outputs]\nstylesheet = "own.xsl"\n'
    )
    (folder / "own.xsl").write_text(STYLESHEET)
    lines = "".join(f"{json.dumps(decision)}\n" for decision in (REJECTION, ADDITION))
    (folder / "decisions" / "decisions.jsonl").write_text(lines, encoding="utf-8")
    return folder


def _build(edition: Path, out: Path, jobs: int) -> dict[str, bytes]:
    command = [sys.executable, "-m", "toolkit", "build", str(edition), "-o", str(out)]
    run = subprocess.run(
        [*command, "--jobs", str(jobs)], check=False, capture_output=True, text=True
    )
    assert 3 == run.returncode, run.stderr  # one of the texts is binary
    return results(out)


def test_one_process_and_two_write_the_same_bytes(edition: Path, tmp_path: Path) -> None:
    one = _build(edition, tmp_path / "one", 1)
    two = _build(edition, tmp_path / "two", 2)
    assert sorted(one) == sorted(two)
    assert [] == [name for name in one if one[name] != two[name]]
    page = one["index.html"].decode()
    for code in ("SRC001", "NOT001", "DEC001", "RNG004", "XSL900", "PDF001"):
        assert f'<tr id="{code}">' in page
        meaning = page.partition(f'<tr id="{code}">')[2].partition("</tr>")[0]
        assert "<td></td>" not in meaning
