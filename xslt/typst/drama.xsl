<?xml version="1.0" encoding="UTF-8"?>
<!-- Speeches, speakers and stage directions. Module drama, DR. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="sp | spGrp" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:own-language(., f:call(if (f:is-long(.)) then 'long-speech' else 'speech', f:block((f:anchor(.), f:inside(.)))))"/>
  </xsl:template>
  <xsl:template match="speaker" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call(if (f:is-block(.)) then 'speaker' else 'speaker-inline', f:block(f:inside(.)))"/>
  </xsl:template>
  <xsl:template match="stage" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., f:call(if (f:is-block(.)) then 'stage-block' else 'stage', f:block(f:inside(.))))"/>
  </xsl:template>
  <xsl:template match="castList" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:own-language(., f:call('div', f:block((f:anchor(.), f:inside(.)))))"/>
  </xsl:template>
  <xsl:template match="castItem" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('cast-item', f:block((f:anchor(.), f:inside-apart(.))))"/>
  </xsl:template>
</xsl:stylesheet>
