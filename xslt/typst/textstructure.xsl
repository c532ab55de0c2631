<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, heads, openers and closers. Module textstructure, DS. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template _match="{$fp:text-part} | {$fp:division} | {$fp:surface-part} | floatingText | titlePage | standOff" mode="typst:body" as="xs:string*">
    <xsl:if test="f:opens-page(.)">chapter-begin;</xsl:if>
    <xsl:sequence select="f:own-language(., f:call(if (f:numbers-lines(.)) then 'numbered-div' else 'div', f:block((f:anchor(.), f:inside-with-plates(.)))))"/>
  </xsl:template>

  <!-- In a book whose main divisions are longer than some pages, each of them begins a page. -->
  <xsl:function name="f:opens-page" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part[self::div or self::div1][head]) and $f:has-chapters
        and empty($part/ancestor::*[not(self::TEI or fp:has-role(., 'text-part'))])
        and $f:first-words &lt;&lt; $part"/>
  </xsl:function>
  <!-- What opens the text stands on a new page already, and a mark of the source's page before it is no reason for another. -->
  <xsl:variable name="f:first-words" as="text()?" select="(/TEI/text//text()[normalize-space()])[1]"/>
  <xsl:variable name="f:has-chapters" as="xs:boolean" select="
      let $chapters := /TEI[f:is-book(.)]/text//(div | div1)[head][empty(ancestor::div | ancestor::div1)]
      return count($chapters) gt 1 and sum($chapters ! string-length(.)) div count($chapters) gt 12000"/>

  <!-- A head of a division is a heading, one level below the nearest division above that has a head. -->
  <xsl:template match="head[f:heads-division(.)]" mode="typst:body" as="xs:string*">
    <xsl:variable name="level" as="xs:integer" select="1 + count(../ancestor::*[head[f:heads-division(.)][. &lt;&lt; current()]]) + count(ancestor::teiCorpus)"/>
    <xsl:sequence select="f:anchor(.), f:head-call($level, f:plain(.), f:inside(.))"/>
  </xsl:template>
  <xsl:template match="head" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('small-head', f:block(f:inside(.)))"/>
  </xsl:template>
  <!-- A second head of the same division goes on where the first ended: the more special rule, hence the priority. -->
  <xsl:template match="head[f:heads-division(.)][preceding-sibling::head]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('sub-head', f:block(f:inside(.)))"/>
  </xsl:template>

  <xsl:function name="f:heads-division" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="fp:has-role($head/.., ('division', 'text-part')) and f:plain($head) != ''
        and empty($head/ancestor::floatingText | $head/ancestor::note | $head/ancestor::view:aside)"/>
  </xsl:function>
  <xsl:function name="f:head-call" as="xs:string">
    <xsl:param name="level" as="xs:integer"/>
    <xsl:param name="plain" as="xs:string"/>
    <xsl:param name="statements" as="xs:string*"/>
    <xsl:sequence select="f:call('head', (string($level), f:string($plain), f:block($statements)))"/>
  </xsl:function>

  <xsl:template _match="{$fp:frame} | label[f:is-block(.)]"
      mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., f:call(f:function-of(.), f:block(f:inside(.))))"/>
  </xsl:template>
  <xsl:template _match="({$fp:frame})[not(f:is-block(.))]"
      mode="typst:body" as="xs:string*" priority="1">
    <xsl:sequence select="f:anchor(.), f:inside(.)"/>
  </xsl:template>
  <xsl:function name="f:function-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="functions" as="map(xs:string, xs:string)" select="map{
        'docAuthor': 'byline', 'meeting': 'byline', 'docImprint': 'imprint', 'docDate': 'imprint', 'docEdition': 'imprint',
        'imprimatur': 'imprint', 'docTitle': 'div', 'titlePart': 'title-part', 'label': 'label-block', 'postscript': 'div'}"/>
    <xsl:sequence select="($functions(local-name($element)), local-name($element))[1]"/>
  </xsl:function>

  <xsl:template match="addrLine | line" mode="typst:body" as="xs:string*">
    <xsl:if test="preceding-sibling::*">
      <xsl:sequence select="'break-line;'"/>
    </xsl:if>
    <xsl:sequence select="f:inside(.)"/>
  </xsl:template>
</xsl:stylesheet>
