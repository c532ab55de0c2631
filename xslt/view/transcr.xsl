<?xml version="1.0" encoding="UTF-8"?>
<!-- What the source shows and the reader of the text does not need. Module transcr, PHAD and PHPF. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Deleted text is not in the reading text, unless the deletion was revoked. -->
  <xsl:template match="del[f:is-only-trace(.)] | surplus[f:is-only-trace(.)] | fw | metamark | handShift" mode="view:reading" as="element(view:aside)">
    <view:aside of="diplomatic" kind="{f:kind-of-trace(.)}"><xsl:sequence select="f:copied(., 'diplomatic')"/></view:aside>
  </xsl:template>
  <xsl:template match="del[f:is-only-trace(.)] | surplus[f:is-only-trace(.)] | fw | metamark | handShift" mode="view:diplomatic" as="element(view:shown)">
    <view:shown of="diplomatic" kind="{f:kind-of-trace(.)}"><xsl:sequence select="f:copied(., 'diplomatic')"/></view:shown>
  </xsl:template>

  <!-- By the Leiden conventions, erased and superfluous letters stand in the text, in their brackets; what was written over does not. What a
       witness deleted is part of its variant. -->
  <xsl:function name="f:is-only-trace" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::subst) or not(exists($element/parent::restore) or f:by-leiden($element)
        or $element/ancestor::rdg[1][not(. is f:reading-in-text(ancestor::app[1]))])"/>
  </xsl:function>

  <!-- A deletion that crosses other elements is marked at its ends, delSpan and what @spanTo names: all words between are deleted. One that
       has no end deletes nothing. PHADSP. -->
  <xsl:key name="fp:by-id" match="*[@xml:id]" use="string(@xml:id)"/>
  <xsl:accumulator name="fp:deletions" as="xs:string*" initial-value="()">
    <xsl:accumulator-rule match="delSpan[fp:end-of-span(.)]" select="$value, string(fp:end-of-span(.)/@xml:id)"/>
    <xsl:accumulator-rule match="*[@xml:id]" phase="end" select="$value[. ne current()/@xml:id]"/>
  </xsl:accumulator>
  <xsl:function name="fp:end-of-span" as="element()?">
    <xsl:param name="span" as="element()"/>
    <xsl:sequence select="(f:local-targets($span/@spanTo) ! key('fp:by-id', ., root($span)))[. >> $span][1]"/>
  </xsl:function>
  <xsl:function name="fp:is-in-deletion" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/accumulator-before('fp:deletions')) and empty($node/(ancestor::del | ancestor::rdg))"/>
  </xsl:function>
  <xsl:template match="text()[normalize-space()][fp:is-in-deletion(.)]" mode="view:reading" priority="6" as="element(view:aside)">
    <view:aside of="diplomatic" kind="deletion"><del xmlns="http://www.tei-c.org/ns/1.0"><xsl:next-match/></del></view:aside>
  </xsl:template>
  <xsl:template match="text()[normalize-space()][fp:is-in-deletion(.)]" mode="view:diplomatic" priority="6" as="element(view:shown)">
    <view:shown of="diplomatic" kind="deletion"><del xmlns="http://www.tei-c.org/ns/1.0"><xsl:next-match/></del></view:shown>
  </xsl:template>

  <!-- An expansion without a choice around it: the letters that the editor adds are in the reading text, the mark that stands for them in
       the diplomatic text. PHAB. -->
  <xsl:template match="expan[not(ancestor::choice)]/ex" mode="view:reading" as="element(view:shown)">
    <view:shown of="reading" kind="abbreviation"><xsl:sequence select="f:copied(., 'reading')"/></view:shown>
  </xsl:template>
  <xsl:template match="expan[not(ancestor::choice)]/ex" mode="view:diplomatic" as="element(view:aside)">
    <view:aside of="reading" kind="abbreviation"><xsl:sequence select="f:copied(., 'reading')"/></view:aside>
  </xsl:template>

  <xsl:template match="expan[ex]/am" mode="view:reading" as="element(view:aside)">
    <view:aside of="diplomatic" kind="abbreviation"><xsl:sequence select="f:copied(., 'diplomatic')"/></view:aside>
  </xsl:template>
  <xsl:template match="expan[ex]/am" mode="view:diplomatic" as="element(view:shown)">
    <view:shown of="diplomatic" kind="abbreviation"><xsl:sequence select="f:copied(., 'diplomatic')"/></view:shown>
  </xsl:template>

  <xsl:function name="f:copied" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:element name="{name($element)}" namespace="{namespace-uri($element)}">
      <xsl:sequence select="$element/@*, f:viewed($element/node(), $view)"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="f:kind-of-trace" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map{'del': 'deletion', 'surplus': 'surplus', 'fw': 'forme', 'metamark': 'addition-mark',
        'handShift': 'hand'}(local-name($element))"/>
  </xsl:function>
</xsl:stylesheet>
