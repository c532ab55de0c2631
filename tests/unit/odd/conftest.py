"""What the tests of the ODD processor share: a small vocabulary, and compiling a small ODD."""

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.findings import Finding
from toolkit.odd.schema import Schema
from toolkit.odd.spec_locations import compile_odd

Compiled = tuple[Schema, list[Finding]]
Compile = Callable[..., Compiled]

HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron">'
MINIATURE = f"""{HEAD}
  <moduleSpec ident="m"/>
  <moduleSpec ident="n"/>
  <classSpec ident="att.all" type="atts" module="m">
    <classes><memberOf key="att.look"/></classes>
    <attList>
      <attDef ident="n"><datatype><dataRef name="string"/></datatype></attDef>
      <attDef ident="type"><datatype><dataRef key="teidata.word"/></datatype></attDef>
    </attList>
  </classSpec>
  <classSpec ident="att.look" type="atts" module="m">
    <attList>
      <attDef ident="rend"><datatype maxOccurs="unbounded"><dataRef key="teidata.word"/></datatype>
        <valList type="open"><valItem ident="bold"/><valItem ident="large"/></valList></attDef>
    </attList>
  </classSpec>
  <classSpec ident="model.part" type="model" module="m"/>
  <classSpec ident="model.phrase" type="model" module="m">
    <classes><memberOf key="model.part"/></classes>
  </classSpec>
  <macroSpec ident="macro.text" module="m">
    <content><alternate minOccurs="0" maxOccurs="unbounded">
      <textNode/><classRef key="model.phrase"/></alternate></content>
  </macroSpec>
  <dataSpec ident="teidata.word" module="m">
    <content><dataRef name="token" restriction="\\S+"/></content>
  </dataSpec>
  <elementSpec ident="TEI" module="m">
    <classes><memberOf key="att.all"/></classes>
    <content><sequence>
      <elementRef key="head" minOccurs="0"/><elementRef key="p" maxOccurs="unbounded"/>
    </sequence></content>
  </elementSpec>
  <elementSpec ident="head" module="m">
    <classes><memberOf key="att.all"/></classes>
    <content><macroRef key="macro.text"/></content>
  </elementSpec>
  <elementSpec ident="p" module="m">
    <classes><memberOf key="att.all"/><memberOf key="model.part"/></classes>
    <content><macroRef key="macro.text"/></content>
    <constraintSpec ident="p-full" scheme="schematron"><constraint>
      <sch:rule context="tei:p">
        <sch:assert test="node()">a paragraph is empty</sch:assert>
      </sch:rule>
    </constraint></constraintSpec>
  </elementSpec>
  <elementSpec ident="hi" module="n">
    <classes><memberOf key="att.all"/><memberOf key="model.phrase"/></classes>
    <content><macroRef key="macro.text"/></content>
    <attList>
      <attDef ident="level"><datatype><dataRef key="teidata.word"/></datatype>
        <valList type="closed"><valItem ident="one"/><valItem ident="two"/></valList></attDef>
    </attList>
  </elementSpec>
  <elementSpec ident="name" module="n">
    <classes><memberOf key="att.all"/><memberOf key="model.phrase"/></classes>
    <content><macroRef key="macro.text"/></content>
  </elementSpec>
</TEI>"""


@pytest.fixture
def compile_text(tmp_path: Path) -> Compile:
    """Compile the inside of a ``schemaSpec``, based on the small vocabulary above."""
    (tmp_path / "miniature.xml").write_text(MINIATURE, encoding="utf-8")

    def compile_(
        inside: str, attributes: str = "", before: str = "", start: str = "TEI"
    ) -> Compiled:
        path = tmp_path / "test.odd"
        schema = f'<schemaSpec ident="test" source="miniature.xml" start="{start}" {attributes}>'
        path.write_text(f"{HEAD}{before}{schema}{inside}</schemaSpec></TEI>", encoding="utf-8")
        return compile_odd(path)

    return compile_


@pytest.fixture
def miniature(tmp_path: Path) -> Path:
    """The small vocabulary as a file."""
    path = tmp_path / "miniature.xml"
    path.write_text(MINIATURE, encoding="utf-8")
    return path
