<?xml version="1.0" encoding="UTF-8"?>
<!-- Module verse, and the verse lines of core. VE. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="lg" mode="html:body" as="element()">
    <xsl:sequence select="f:block(., @type ! ('type-' || f:token(.)))"/>
  </xsl:template>
  <!-- Every fifth line has its number, which is also the link to it; it is drawn by the style sheet, since it is no text. -->
  <xsl:template match="l" mode="html:body" as="element()">
    <xsl:variable name="number" as="xs:string" select="f:verse-number(.)"/>
    <div>
      <xsl:sequence select="f:attributes(., (@part[. = ('M', 'F', 'I')] ! ('part-' || .)))"/>
      <xsl:if test="@view:id">
        <a class="permalink{' fifth'[$number[. castable as xs:integer][xs:integer(.) mod 5 = 0]]}" href="#{encode-for-uri(@view:id)}" tabindex="-1" aria-hidden="true">
          <xsl:where-populated><xsl:attribute name="data-n" select="$number"/></xsl:where-populated>
          <xsl:text>{'¶'[$number = '']}</xsl:text>
        </a>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>
  <xsl:template match="caesura" mode="html:body" as="element()">
    <span class="caesura">&#x2003;</span>
  </xsl:template>
</xsl:stylesheet>
