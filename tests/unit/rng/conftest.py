"""A small schema in the manner of TEI, which the tests of validation share."""

import pytest

from toolkit.rng import Grammar, load

SCHEMA = b"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><ref name="TEI"/></start>
  <define name="TEI"><element name="TEI">
    <ref name="global"/><ref name="teiHeader"/><ref name="text"/>
  </element></define>
  <define name="teiHeader"><element name="teiHeader">
    <oneOrMore><ref name="title"/></oneOrMore>
    <zeroOrMore><ref name="author"/></zeroOrMore>
    <optional><ref name="date"/></optional>
  </element></define>
  <define name="title"><element name="title"><text/></element></define>
  <define name="author"><element name="author"><text/></element></define>
  <define name="date"><element name="date">
    <attribute name="when"><data type="date"/></attribute>
    <data type="integer"/>
  </element></define>
  <define name="text"><element name="text">
    <ref name="global"/><oneOrMore><ref name="div"/></oneOrMore>
  </element></define>
  <define name="div"><element name="div">
    <ref name="global"/>
    <optional><attribute name="type">
      <choice><value>chapter</value><value>section</value></choice>
    </attribute></optional>
    <optional><element name="head"><ref name="phrase"/></element></optional>
    <choice>
      <oneOrMore><ref name="div"/></oneOrMore>
      <oneOrMore><choice><ref name="p"/><ref name="lg"/></choice></oneOrMore>
    </choice>
  </element></define>
  <define name="p"><element name="p"><ref name="global"/><ref name="phrase"/></element></define>
  <define name="lg"><element name="lg">
    <ref name="global"/><oneOrMore><ref name="l"/></oneOrMore>
  </element></define>
  <define name="l"><element name="l"><ref name="phrase"/></element></define>
  <define name="phrase"><zeroOrMore><choice>
    <text/><ref name="hi"/><ref name="persName"/>
  </choice></zeroOrMore></define>
  <define name="hi"><element name="hi"><ref name="global"/><ref name="phrase"/></element></define>
  <define name="persName"><element name="persName">
    <attribute name="ref"><list><oneOrMore><data type="anyURI"/></oneOrMore></list></attribute>
    <ref name="phrase"/>
  </element></define>
  <define name="global">
    <optional><attribute name="xml:id"><data type="ID"/></attribute></optional>
    <optional><attribute name="n"><data type="token"/></attribute></optional>
  </define>
</grammar>"""


@pytest.fixture(scope="session")
def grammar() -> Grammar:
    """The small schema."""
    return load(SCHEMA, name="small.rng")
