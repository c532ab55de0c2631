<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of contents: the headings of the divisions, three deep. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="div | div1 | div2 | div3 | div4" mode="html:contents" as="element()*">
    <xsl:param name="depth" as="xs:integer" select="1"/>
    <xsl:variable name="inner" as="element()*">
      <xsl:if test="$depth lt 3">
        <xsl:apply-templates select="div | div1 | div2 | div3 | div4" mode="#current"><xsl:with-param name="depth" select="$depth + 1"/></xsl:apply-templates>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="head[normalize-space()]">
        <li>
          <a href="#{encode-for-uri(@view:id)}"><xsl:value-of select="f:heading(head[normalize-space()][1])"/></a>
          <xsl:where-populated><ol><xsl:sequence select="$inner"/></ol></xsl:where-populated>
        </li>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$inner"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template _match="{$fp:text-part} | document-node() | TEI | teiCorpus" mode="html:contents" as="element()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:function name="f:heading" as="xs:string">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="plain" as="xs:string"><xsl:value-of><xsl:apply-templates select="$head" mode="html:plain"/></xsl:value-of></xsl:variable>
    <xsl:variable name="line" as="xs:string" select="normalize-space($plain)"/>
    <xsl:sequence select="if (string-length($line) gt 120) then replace(substring($line, 1, 110), '\s\S*$', '') || ' …' else $line"/>
  </xsl:function>
</xsl:stylesheet>
