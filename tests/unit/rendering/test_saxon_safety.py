"""Stylesheets reach nothing outside, and say what went wrong."""

from pathlib import Path

import pytest

from tests.unit.rendering.documents import tei_of
from toolkit.exceptions import SaxonError
from toolkit.rendering import transform
from toolkit.rendering.html import PageSettings, render_html
from toolkit.trees import MAX_DEPTH

HEAD = (
    '<xsl:package xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0" '
    'package-version="1" name="urn:test" declared-modes="yes">'
    '<xsl:mode name="go" on-no-match="shallow-skip" visibility="public"/>'
)


def outcome(folder: Path, body: str, *, doc: str = "<a/>") -> transform.Outcome:
    file = folder / "test.xsl"
    file.write_text(f"{HEAD}<xsl:template match='/' mode='go'>{body}</xsl:template></xsl:package>")
    return transform.run(file, transform.parse(doc), mode="go", file="x.xml")


@pytest.mark.parametrize(
    "call",
    [
        "doc('file:///etc/passwd')",
        "unparsed-text('file:///etc/passwd')",
        "collection('file:///etc')",
        "doc('https://example.org/')",
        "document('file:///etc/passwd')",
        "json-doc('file:///etc/passwd')",
        "unparsed-text-lines('file:///etc/passwd')",
        "uri-collection('file:///etc')",
        "transform(map{'stylesheet-location': 'file:///etc/passwd', 'source-node': .})",
    ],
)
def test_nothing_outside_can_be_read(tmp_path: Path, call: str) -> None:
    with pytest.raises(SaxonError):
        outcome(tmp_path, f'<out><xsl:copy-of select="{call}"/></out>')


def test_documents_may_nest_as_deep_as_they_may_be_read() -> None:
    assert transform.parse("<a>" * MAX_DEPTH + "</a>" * MAX_DEPTH)


def test_the_environment_cannot_be_read(tmp_path: Path) -> None:
    made = outcome(tmp_path, "<out><xsl:value-of select=\"environment-variable('PATH')\"/></out>")
    assert "/bin" not in made.value


def test_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "written.xml"
    with pytest.raises(SaxonError):
        outcome(
            tmp_path, f'<xsl:result-document href="{target.as_uri()}"><a/></xsl:result-document>'
        )
    assert not target.exists()


def test_computed_expressions_are_off(tmp_path: Path) -> None:
    with pytest.raises(SaxonError):
        outcome(tmp_path, "<out><xsl:evaluate xpath=\"'1+1'\"/></out>")


def test_a_message_becomes_a_finding_with_its_place(tmp_path: Path) -> None:
    body = '<xsl:message><finding code="XSL001" at="#p1/hi">no rule</finding></xsl:message><out/>'
    (finding,) = outcome(tmp_path, body).findings
    assert ("XSL001", "x.xml", "p1", "hi", "no rule") == (
        finding.code,
        finding.place.file,
        finding.place.id,
        finding.place.path,
        finding.message,
    )


def test_a_message_of_no_known_form_is_passed_on(tmp_path: Path) -> None:
    (finding,) = outcome(tmp_path, "<xsl:message>hello</xsl:message><out/>").findings
    assert ("XSL900", "hello") == (finding.code, finding.message)


def test_a_stylesheet_that_does_not_compile_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaxonError, match=r"test\.xsl: does not compile"):
        outcome(tmp_path, '<xsl:apply-templates mode="unheard-of"/>')


def test_parameters_of_each_kind_arrive(tmp_path: Path) -> None:
    file = tmp_path / "test.xsl"
    file.write_text(
        f"{HEAD}<xsl:param name='s'/><xsl:param name='b'/>"
        "<xsl:param name='n'/><xsl:param name='m'/>"
        "<xsl:output method='text'/><xsl:template match='/' mode='go'>"
        "<xsl:value-of select=\"$s, $b, $n, $m('k')\"/></xsl:template></xsl:package>"
    )
    given: dict[str, transform.Parameter] = {"s": "text", "b": True, "n": 7, "m": {"k": "value"}}
    made = transform.run(file, transform.parse("<a/>"), mode="go", parameters=given)
    assert "text true 7 value" == made.value


def test_an_included_file_must_lie_beside_the_edition_s_own(tmp_path: Path) -> None:
    inside = tmp_path / "edition"
    inside.mkdir()
    (tmp_path / "other.xsl").write_text("<a/>")
    own = inside / "own.xsl"
    own.write_text(
        '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0">'
        '<xsl:include href="../other.xsl"/></xsl:stylesheet>'
    )
    with pytest.raises(SaxonError, match="may include only files in"):
        transform.run(own, transform.parse("<a/>"), mode="go")


@pytest.mark.parametrize("element", ["import", "include", "use-package"])
def test_nothing_elsewhere_is_brought_into_an_edition_s_own(tmp_path: Path, element: str) -> None:
    inside = tmp_path / "edition"
    inside.mkdir()
    other = tmp_path / "other.xsl"
    other.write_text(f"{HEAD}<xsl:template match='/' mode='go'><out/></xsl:template></xsl:package>")
    own = inside / "own.xsl"
    own.write_text(
        '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0">'
        f'<xsl:{element} href="{other.as_uri()}" name="{other.as_uri()}"/></xsl:stylesheet>'
    )
    with pytest.raises(SaxonError):
        transform.run(own, transform.parse("<a/>"), mode="go")


def test_an_entity_in_text_that_is_parsed_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden")
    entity = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]><a>&e;</a>'
    escaped = entity.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    made = outcome(tmp_path, f"<out><xsl:copy-of select=\"parse-xml('{escaped}')\"/></out>")
    assert "hidden" not in made.value


_XSL = "http://www.w3.org/1999/XSL/Transform"


@pytest.mark.parametrize(
    ("root", "template"),
    [
        ('xmlns:tei="http://www.tei-c.org/ns/1.0"', '<xsl:template match="tei:hi" mode="h:body">'),
        (
            'xpath-default-namespace="http://www.tei-c.org/ns/1.0"',
            '<xsl:template match="hi" mode="h:body">',
        ),
    ],
)
def test_an_own_stylesheet_keeps_the_prefixes_and_defaults_of_its_root(
    root: str, template: str, tmp_path: Path
) -> None:
    own = tmp_path / "own.xsl"
    own.write_text(
        f'<xsl:stylesheet xmlns:xsl="{_XSL}" xmlns:h="urn:tei-toolkit:html" version="3.0" {root}>'
        f"{template}<b>{{not}} expanded</b></xsl:template></xsl:stylesheet>",
        encoding="utf-8",
    )
    settings = PageSettings(own_stylesheet=own)
    page = render_html(tei_of("<p><hi>a</hi></p>"), settings=settings).text
    assert "<b>{not} expanded</b>" in page


def test_a_stylesheet_that_includes_itself_is_refused_with_the_way_round(tmp_path: Path) -> None:
    for name, other in (("own", "more"), ("more", "own")):
        (tmp_path / f"{name}.xsl").write_text(
            f'<xsl:stylesheet xmlns:xsl="{_XSL}" version="3.0"><xsl:include href="{other}.xsl"/>'
            "</xsl:stylesheet>",
            encoding="utf-8",
        )
    settings = PageSettings(own_stylesheet=tmp_path / "own.xsl")
    with pytest.raises(SaxonError, match=r"own\.xsl includes more\.xsl includes own\.xsl"):
        render_html(tei_of("<p>a</p>"), settings=settings)
