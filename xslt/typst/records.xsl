<?xml version="1.0" encoding="UTF-8"?>
<!-- Records: what describes rather than is read, such as a manuscript's description or a structure of features. Modules msdescription, MS;
     iso-fs, FS; nets, GD. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="f:record-names" as="xs:string*" select="tokenize('accMat acquisition additional additions adminInfo altIdentifier
      binding bindingDesc collation colophon condition custEvent custodialHist decoDesc decoNote explicit filiation finalRubric foliation
      handDesc handNote history incipit layout layoutDesc msContents msDesc msFrag msIdentifier msItem msItemStruct msPart musicNotation
      objectDesc origin physDesc provenance recordHist rubric scriptDesc seal sealDesc summary supportDesc surrogates typeDesc typeNote
      arc eLeaf eTree forest graph iNode leaf listForest node root tree triangle f fLib fs fvLib vDefault')"/>
  <xsl:variable name="f:records" as="map(xs:string, xs:boolean)" select="map:merge($f:record-names ! map:entry(., true()))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- Among other records it is a block; in running text it is words. -->
  <xsl:template match="*[$f:records(local-name())]" mode="typst:is-block" as="xs:boolean" priority="-0.3">
    <xsl:sequence select="empty(../text()[normalize-space()]) or (some $child in * satisfies f:is-block($child))"/>
  </xsl:template>
  <xsl:template match="*[$f:records(local-name())]" mode="typst:body" as="xs:string*" priority="-5">
    <xsl:variable name="statements" as="xs:string*" select="f:anchor(.), f:told(@name), f:told(@n), f:inside-apart(.)"/>
    <xsl:sequence select="f:own-language(., if (f:is-block(.)) then f:call('record', f:block($statements)) else $statements)"/>
  </xsl:template>
  <xsl:function name="f:told" as="xs:string*">
    <xsl:param name="name" as="attribute()?"/>
    <xsl:if test="normalize-space($name)"><xsl:sequence select="f:call('told', f:string($name)), 'sp;'"/></xsl:if>
  </xsl:function>

  <!-- Where a manuscript is kept, and how large it is: in one line, as catalogues have it. -->
  <xsl:template match="(msIdentifier | altIdentifier)[not(text()[normalize-space()])]" mode="typst:body" as="xs:string*">
    <xsl:variable name="statements" as="xs:string*" select="f:anchor(.), f:parts(*, ', ')"/>
    <xsl:sequence select="if (f:is-block(.)) then f:call('record', f:block($statements)) else $statements"/>
  </xsl:template>
  <xsl:template match="dimensions[not(text()[normalize-space()])]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:parts(*, ' × '), (@unit, height/@unit)[1] ! ('sp;', f:text(string(.)))"/>
  </xsl:template>
  <xsl:function name="f:parts" as="xs:string*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="between" as="xs:string"/>
    <xsl:for-each select="$parts[normalize-space()]">
      <xsl:if test="position() gt 1"><xsl:sequence select="f:text($between)"/></xsl:if>
      <xsl:apply-templates select="." mode="typst:body"/>
    </xsl:for-each>
  </xsl:function>

  <!-- How an item begins and ends. MSCO. -->
  <xsl:template match="(rubric | incipit | explicit | finalRubric)[normalize-space()]" mode="typst:body" priority="-3" as="xs:string*">
    <xsl:sequence select="f:call('told', f:string(f:word('tei-' || local-name()) || ':')), 'sp;'"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Values that are attributes. -->
  <xsl:template match="(symbol | numeric | binary)[not(node())]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:text(@value)"/>
  </xsl:template>
</xsl:stylesheet>
