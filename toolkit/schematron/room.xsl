<?xml version="1.0" encoding="UTF-8"?>
<!-- The functions by which rules look at other files: see room_functions.py. Types and functions
     are named with Q{}, since the schema may bind any prefix. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei-toolkit-room="urn:tei-toolkit:room">
  <xsl:param name="tei-toolkit-files" as="map(Q{http://www.w3.org/2001/XMLSchema}string, item()?)" select="map {}"/>
  <xsl:function name="tei-toolkit-room:get" as="item()?">
    <xsl:param name="kind" as="Q{http://www.w3.org/2001/XMLSchema}string"/>
    <xsl:param name="address" as="Q{http://www.w3.org/2001/XMLSchema}string"/>
    <xsl:param name="base" as="Q{http://www.w3.org/2001/XMLSchema}string"/>
    <xsl:variable name="whole" as="Q{http://www.w3.org/2001/XMLSchema}string"
        select="replace(iri-to-uri(string(resolve-uri($address, $base))), '#.*$', '')"/>
    <xsl:variable name="key" as="Q{http://www.w3.org/2001/XMLSchema}string" select="$kind || ' ' || $whole"/>
    <xsl:sequence select="if (Q{http://www.w3.org/2005/xpath-functions/map}contains($tei-toolkit-files, $key)) then $tei-toolkit-files($key)
        else error(QName('urn:tei-toolkit:room', 'needs'), 'tei-toolkit needs ' || $key || ' ;')"/>
  </xsl:function>
  <xsl:function name="tei-toolkit-room:given" as="item()">
    <xsl:param name="kind" as="Q{http://www.w3.org/2001/XMLSchema}string"/>
    <xsl:param name="address" as="Q{http://www.w3.org/2001/XMLSchema}string"/>
    <xsl:param name="base" as="Q{http://www.w3.org/2001/XMLSchema}string"/>
    <xsl:variable name="found" as="item()?" select="tei-toolkit-room:get($kind, $address, $base)"/>
    <xsl:sequence select="if (exists($found)) then $found
        else error(QName('http://www.w3.org/2005/xqt-errors', 'FODC0002'),
            'the file ' || $address || ' is not read here')"/>
  </xsl:function>
  <xsl:function name="tei-toolkit-room:doc" as="document-node()?">
    <xsl:param name="address" as="Q{http://www.w3.org/2001/XMLSchema}string?"/>
    <xsl:sequence select="$address ! tei-toolkit-room:given('document', ., static-base-uri())"/>
  </xsl:function>
  <xsl:function name="tei-toolkit-room:doc-available" as="Q{http://www.w3.org/2001/XMLSchema}boolean">
    <xsl:param name="address" as="Q{http://www.w3.org/2001/XMLSchema}string?"/>
    <xsl:sequence select="exists($address ! tei-toolkit-room:get('document', ., static-base-uri()))"/>
  </xsl:function>
  <xsl:function name="tei-toolkit-room:document" as="node()*">
    <xsl:param name="addresses" as="item()*"/>
    <xsl:sequence select="$addresses ! tei-toolkit-room:given('document', string(.),
        string((if (. instance of node()) then base-uri(.) else (), static-base-uri())[1]))"/>
  </xsl:function>
  <xsl:function name="tei-toolkit-room:document" as="node()*">
    <xsl:param name="addresses" as="item()*"/>
    <xsl:param name="base" as="node()"/>
    <xsl:sequence select="$addresses ! tei-toolkit-room:given('document', string(.),
        string((base-uri($base), static-base-uri())[1]))"/>
  </xsl:function>
  <xsl:function name="tei-toolkit-room:unparsed-text" as="Q{http://www.w3.org/2001/XMLSchema}string?">
    <xsl:param name="address" as="Q{http://www.w3.org/2001/XMLSchema}string?"/>
    <xsl:sequence select="$address ! tei-toolkit-room:given('text', ., static-base-uri())"/>
  </xsl:function>
  <xsl:function name="tei-toolkit-room:unparsed-text-lines" as="Q{http://www.w3.org/2001/XMLSchema}string*">
    <xsl:param name="address" as="Q{http://www.w3.org/2001/XMLSchema}string?"/>
    <xsl:sequence select="tei-toolkit-room:unparsed-text($address) ! tokenize(., '\r\n|\r|\n')"/>
  </xsl:function>
  <xsl:function name="tei-toolkit-room:unparsed-text-available" as="Q{http://www.w3.org/2001/XMLSchema}boolean">
    <xsl:param name="address" as="Q{http://www.w3.org/2001/XMLSchema}string?"/>
    <xsl:sequence select="exists($address ! tei-toolkit-room:get('text', ., static-base-uri()))"/>
  </xsl:function>
</xsl:stylesheet>
