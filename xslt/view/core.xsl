<?xml version="1.0" encoding="UTF-8"?>
<!-- Choices, and the two wrappers that say what belongs to one view only. Module core. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- What only one view shows, drawn for the view at hand. -->
  <xsl:function name="f:shown" as="element(view:shown)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <view:shown of="{$of}" kind="{$kind}"><xsl:sequence select="f:viewed($nodes, $of)"/></view:shown>
  </xsl:function>

  <!-- What the view at hand leaves out, as the view that shows it would have it. -->
  <xsl:function name="f:aside" as="element(view:aside)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <view:aside of="{$of}" kind="{$kind}"><xsl:sequence select="f:viewed($nodes, $of)"/></view:aside>
  </xsl:function>

  <xsl:function name="f:viewed" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$view = 'diplomatic'"><xsl:apply-templates select="$nodes" mode="view:diplomatic"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$nodes" mode="view:reading"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="TEI | teiCorpus" mode="view:reading" as="element()">
    <xsl:copy>
      <xsl:attribute name="view:of" select="'reading'"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="TEI | teiCorpus" mode="view:diplomatic" as="element()">
    <xsl:copy>
      <xsl:attribute name="view:of" select="'diplomatic'"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- The header is not transcribed text: it is the same in both views. -->
  <xsl:template match="teiHeader" mode="view:reading view:diplomatic" as="element(teiHeader)">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="processing-instruction() | comment()" mode="view:reading view:diplomatic" as="empty-sequence()"/>

  <!-- Apparent errors, original spellings and abbreviations: the reading text shows the editor's half, the diplomatic text the
       source's. A choice without both halves stays as it is. COED. -->
  <xsl:template match="choice[corr | reg | expan | ex][sic | orig | abbr | am]" mode="view:reading" as="element(choice)">
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:sequence select="f:shown(f:of-editor(.), 'reading', f:kind-of-choice(.))"/>
      <xsl:sequence select="f:aside(f:of-source(.), 'diplomatic', f:kind-of-choice(.))"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="choice[corr | reg | expan | ex][sic | orig | abbr | am]" mode="view:diplomatic" as="element(choice)">
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:sequence select="f:shown(f:of-source(.), 'diplomatic', f:kind-of-choice(.))"/>
      <xsl:sequence select="f:aside(f:of-editor(.), 'reading', f:kind-of-choice(.))"/>
    </xsl:copy>
  </xsl:template>

  <!-- The halves of a choice. What is neither the one nor the other (unclear, seg, a nested choice) goes with the source. -->
  <xsl:function name="f:of-editor" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice/(corr | reg | expan | ex)"/>
  </xsl:function>
  <xsl:function name="f:of-source" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice/(* except f:of-editor($choice))"/>
  </xsl:function>

  <xsl:function name="f:kind-of-choice" as="xs:string">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="
        if ($choice/corr) then 'correction'
        else if ($choice/reg) then 'regularization'
        else 'abbreviation'"/>
  </xsl:function>
</xsl:stylesheet>
