<?xml version="1.0" encoding="UTF-8"?>
<!-- Modules spoken and cmc: utterances and posts with their speakers; what is not speech in brackets. TS, CMC. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="u | annotationBlock | post" mode="html:body" as="element()">
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="@who"><span class="who"><xsl:value-of select="tokenize(@who) ! f:name-of-pointer(., current())" separator=", "/>: </span></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>
  <xsl:template match="vocal | kinesic | incident | writing | shift" mode="html:body" as="element()">
    <span>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="not(normalize-space())">{string-join((f:label(.), @type, @feature, @new), ' ')}</xsl:if>
      <xsl:text>] </xsl:text>
    </span>
  </xsl:template>
  <xsl:template match="pause" mode="html:body" as="element()">
    <span title="{string-join((f:label(.), @dur, @type), ' ')}"><xsl:sequence select="f:attributes(.)"/>…</span>
  </xsl:template>
</xsl:stylesheet>
