<?xml version="1.0" encoding="UTF-8"?>
<!-- Modules linking, analysis and certainty: segments, links, alignments, interpretations. SA, AI, CE. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A section of a paragraph has its number before it, drawn by the style sheet. -->
  <xsl:template match="seg[f:section-number(.)]" mode="html:body" priority="1" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., 'numbered')"/>
      <xsl:attribute name="data-n" select="f:section-number(.)"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>
  <xsl:template _match="{$fp:segment} | span | interp | timeline/when | alt | join | {$fp:certainty}" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(., @type ! ('type-' || f:token(.)))"/>
  </xsl:template>
  <!-- Points without words of their own. -->
  <xsl:template match="anchor" mode="html:body" as="element()">
    <span><xsl:sequence select="f:attributes(.)"/></span>
  </xsl:template>
  <xsl:template match="when | link" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(., 'point')"/>
  </xsl:template>
</xsl:stylesheet>
