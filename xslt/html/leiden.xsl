<?xml version="1.0" encoding="UTF-8"?>
<!-- The Leiden conventions for inscriptions and papyri, as EpiDoc encodes them: in a division of the type "edition" (f:by-leiden), whose class
     is "leiden". What is a bracket around letters is drawn by the style sheet; here is what stands in place of letters. docs/leiden.md. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="gap[f:by-leiden(.)][not(desc[normalize-space()])]" mode="html:body" as="element()">
    <span title="{f:told-of-gap(.)}">
      <xsl:sequence select="f:attributes(., @reason ! tokenize(.)[matches(., '^[a-z]+$')] ! ('reason-' || .))"/>
      <xsl:text>{f:leiden-gap(., f:word('circa'))}</xsl:text>
    </span>
  </xsl:template>

  <!-- Blank space on the stone: vacat. -->
  <xsl:template match="space[f:by-leiden(.)]" mode="html:body" as="element()">
    <span title="{f:told-of-gap(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:text>({f:leiden-blank(., f:word('vacat'), f:word('lines'))})</xsl:text>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="body/div[f:needs-label(.)]" mode="html:body" priority="1" as="element()">
    <xsl:variable name="drawn" as="element()"><xsl:next-match/></xsl:variable>
    <section>
      <xsl:sequence select="$drawn/@*"/>
      <h2 class="head part-label">{f:label-of-part(.)}</h2>
      <xsl:sequence select="$drawn/node()"/>
    </section>
  </xsl:template>

  <!-- A part of the text without a heading has its kind and number above it. -->
  <xsl:template match="div[@type = 'textpart'][@n][not(head)]" mode="html:body" as="element()">
    <section>
      <xsl:sequence select="f:attributes(., 'type-textpart')"/>
      <p class="textpart-label">{f:textpart-label(.)}</p>
      <xsl:apply-templates mode="#current"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
