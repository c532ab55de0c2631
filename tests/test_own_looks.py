"""An edition's own looks: a style sheet, templates and a layout, named in edition.toml."""

from pathlib import Path

import pytest

from toolkit import render

TEI = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>
</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
</teiHeader><text><body><p>One <term>word</term>.</p></body></text></TEI>"""

XSLT = """<xsl:transform xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0"
  xmlns:html="urn:tei-toolkit:html" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:template match="term" mode="html:body">
    <b><xsl:apply-templates mode="#current"/></b>
  </xsl:template>
</xsl:transform>"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    (tmp_path / "edition.toml").write_text(
        '[outputs]\nstyle = "own.css"\nstylesheet = "own.xsl"\naddress = "https://example.org/e"\n',
        encoding="utf-8",
    )
    (tmp_path / "own.css").write_text("p { color: rebeccapurple }", encoding="utf-8")
    (tmp_path / "own.xsl").write_text(XSLT, encoding="utf-8")
    return tmp_path


def test_own_style_and_templates_come_after_ours(edition: Path) -> None:
    page = render(TEI, edition=edition, name="t.xml").data.decode()
    assert "rebeccapurple" in page
    assert "<b>word</b>" in page
    assert "https://example.org/e/t.html" in page
