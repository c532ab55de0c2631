<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page, in the line, or as blocks of their own. Module core, COHQ. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="note[@view:as = 'anchored']" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('note', (f:string(f:marker(@view:n)), f:block(f:own-language(., f:inside(.)))))"/>
  </xsl:template>
  <!-- Brackets around a printed mark are not repeated: the mark is raised instead. -->
  <xsl:function name="f:marker" as="xs:string">
    <xsl:param name="mark" as="xs:string?"/>
    <xsl:sequence select="f:shortened(replace(normalize-space($mark), '^[\[(]\s*(\S+?)\s*[\])]$', '$1'), 12)"/>
  </xsl:function>

  <xsl:template match="note" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('note-inline', f:block(f:own-language(., f:inside(.))))"/>
  </xsl:template>
  <xsl:template match="note[@view:as = 'block']" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., f:call('note-block', (f:string(f:marker(@n)), f:block(f:inside(.)))))"/>
  </xsl:template>
</xsl:stylesheet>
