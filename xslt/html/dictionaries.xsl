<?xml version="1.0" encoding="UTF-8"?>
<!-- Module dictionaries: entries as they are printed, one a paragraph. DI. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Senses have numbers; those inside senses are set in. DITPSE. -->
  <xsl:template match="sense | re" mode="html:body" as="element()">
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="@n and not(starts-with(normalize-space(), @n))"><span class="n">{@n} </span></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>
  <xsl:template _match="{$fp:dictionary-part}" mode="html:body" as="node()+">
    <span>
      <xsl:sequence select="f:attributes(., @type ! ('type-' || f:token(.)))"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="(self::oRef | self::pRef) and not(normalize-space())">~</xsl:if>
      <xsl:if test="self::gram and not(normalize-space())">{@value}</xsl:if>
    </span>
    <xsl:sequence select="f:space-after(.)"/>
  </xsl:template>

  <!-- Examples and translations stand in the line of their sense. DITPEG. -->
  <xsl:template match="sense//cit | sense//cit/quote | form//cit | form//cit/quote" mode="html:body" as="node()+">
    <xsl:sequence select="f:phrase(., @type ! ('type-' || f:token(.))), f:space-after(.)"/>
  </xsl:template>
</xsl:stylesheet>
