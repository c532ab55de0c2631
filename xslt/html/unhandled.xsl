<?xml version="1.0" encoding="UTF-8"?>
<!-- The rule for everything else: shown, marked and reported. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Below every other rule, hence the priority. -->
  <xsl:template match="*" mode="html:body" priority="-10" as="element()">
    <xsl:message><finding code="XSL001" at="{f:place(.)}">no rule for {name()}</finding></xsl:message>
    <span class="unhandled {local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:if test="not(normalize-space())"><xsl:value-of select="f:label(.), f:told-attributes(.)"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>
  <!-- A part of the edition that lies in another file and was not fetched: a link to it, and what the file says instead of it. -->
  <xsl:template match="xi:include" mode="html:body" as="element()" xmlns:xi="http://www.w3.org/2001/XInclude">
    <xsl:variable name="href" as="xs:string?" select="f:safe-address(@href, .)"/>
    <div class="elsewhere" xsl:exclude-result-prefixes="#all">
      <xsl:choose>
        <xsl:when test="$href"><a href="{$href}">{f:word('part-elsewhere')} {f:file-name($href)}</a></xsl:when>
        <xsl:otherwise>{f:word('part-elsewhere')} {@href}</xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="xi:fallback/node()" mode="#current"/>
    </div>
  </xsl:template>
  <xsl:template match="text()" mode="html:body" as="text()?">
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="html:body" as="empty-sequence()"/>
</xsl:stylesheet>
