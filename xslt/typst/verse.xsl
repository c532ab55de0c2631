<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse: stanzas, lines, and their numbers. Module verse, VE. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="lg" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:own-language(., f:call(if (ancestor::sp) then 'speech-stanza' else if (f:is-long(.)) then 'long-stanza' else 'stanza',
        f:block((f:anchor(.), f:inside(.)))))"/>
  </xsl:template>
  <!-- Longer than any page: some hundred lines. -->
  <xsl:function name="f:is-long" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-length($element) gt 6000"/>
  </xsl:function>

  <xsl:template match="l" mode="typst:body" as="xs:string*">
    <xsl:variable name="statements" as="xs:string*" select="f:anchor(.), f:inside(.), f:line-apparatus(.)"/>
    <xsl:sequence select="f:own-language(., if (some $child in * satisfies f:is-block($child))
        then f:call('flow', f:block($statements))
        else f:call('verse', (f:string(f:verse-number(.)), string(f:verse-step(.)), f:block($statements))))"/>
  </xsl:template>
  <!-- In a note that runs on, lines do too, and in the apparatus. -->
  <xsl:template match="note[@view:as = 'inline']//l" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:inside(.), f:text(' / ')"/>
  </xsl:template>
  <xsl:template match="view:aside//l" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:inside(.), if (following-sibling::l) then f:text(' / ') else ()"/>
  </xsl:template>

  <!-- How far a line begins from the margin, in em: an indent the file asks for, or the parts of a shared line before it. -->
  <xsl:function name="f:verse-step" as="xs:decimal">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="rend" as="xs:string" select="f:rend($line)"/>
    <xsl:sequence select="
        if ($line/@part = ('M', 'F')) then min((18, round(f:length-before($line, 0) * 0.42, 1)))
        else if (matches($rend, 'indent')) then 1.5 * min((8, max((1, (replace($rend, '^.*?indent\D{0,2}(\d)?.*$', '$1')[. != ''] ! xs:integer(.), 1)[1]))))
        else 0"/>
  </xsl:function>
  <xsl:function name="f:length-before" as="xs:double">
    <xsl:param name="line" as="element(l)"/>
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:variable name="before" as="element(l)?" select="$line/preceding::l[1][@part = ('I', 'M')]"/>
    <xsl:sequence select="if (empty($before) or $depth gt 5) then 0
        else string-length(f:plain($before)) + (if ($before/@part = 'M') then f:length-before($before, $depth + 1) else 0)"/>
  </xsl:function>

  <!-- The line of verse that an entry belongs to: the one it stands in, or the first of those that have variants as a whole. -->
  <xsl:function name="f:verse-of" as="element(l)?">
    <xsl:param name="aside" as="element(view:aside)"/>
    <xsl:sequence select="($aside/ancestor::l[1], f:verses-of($aside/parent::app)[1])[1]"/>
  </xsl:function>

  <!-- Entries about whole lines, then all that belong to the line together, under its number. -->
  <xsl:function name="f:line-apparatus" as="xs:string*">
    <xsl:param name="line" as="element(l)"/>
    <xsl:for-each select="$line/ancestor::app[f:verses-of(.)[1] is $line]/view:aside[f:told-at-foot(.)]">
      <xsl:sequence select="f:call('apparatus-line', (f:string(f:verse-range(..)), f:array((f:lemma(.), f:block(f:entry(.))))))"/>
    </xsl:for-each>
    <xsl:variable name="asides" as="element(view:aside)*" select="$line//view:aside[f:told-at-foot(.)]"/>
    <xsl:if test="exists($asides)">
      <xsl:sequence select="f:call('apparatus-line', (f:string(f:verse-number($line)), $asides ! f:array((f:lemma(.), f:block(f:entry(.))))))"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
