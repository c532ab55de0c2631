<?xml version="1.0" encoding="UTF-8"?>
<!-- Module textstructure: divisions, headings, openers and closers, title pages. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template _match="{$fp:division}" mode="html:body" as="element()">
    <section><xsl:sequence select="f:attributes(., ('div'[not(current()/self::div)], 'leiden'[current()/@type = 'edition'], @type ! ('type-' || f:token(.))))"/><xsl:apply-templates mode="#current"/></section>
  </xsl:template>
  <xsl:template match="floatingText" mode="html:body" as="element()">
    <blockquote><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></blockquote>
  </xsl:template>

  <!-- The first heading of a division is a heading of the page; further ones, and those of lists and stanzas, are lines of their own. DSHD. -->
  <xsl:template match="head" mode="html:body" as="element()">
    <p><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></p>
  </xsl:template>
  <xsl:template match="head[f:heads-division(.)]" mode="html:body" as="element()">
    <xsl:element name="h{f:level(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <xsl:function name="f:heads-division" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="fp:has-role($head/.., ('division', 'text-part'))
        and empty($head/preceding-sibling::head) and exists($head[normalize-space()])"/>
  </xsl:function>
  <!-- Levels go by the headings around, so that none is skipped: the page's title is the first. -->
  <xsl:function name="f:level" as="xs:integer">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="around" as="element()*" select="$head/ancestor::*[head[f:heads-division(.)]]"/>
    <xsl:sequence select="if ($head is $f:title-in-text) then 1
        else min((6, 1 + count($around except $f:title-in-text/..)))"/>
  </xsl:function>

  <!-- A heading at the very beginning that repeats the edition's title is the title of the page. -->
  <xsl:variable name="f:title-in-text" as="element()?" select="
      let $first := (/*[self::TEI]/text//(head | titlePage//titlePart | titlePage/docTitle))[position() le 4],
          $title := f:bare($f:title)
      return $first[f:bare(.) = $title][1][let $here := . return empty($first[self::head][. &lt;&lt; $here])]"/>
  <xsl:function name="f:bare" as="xs:string">
    <xsl:param name="text" as="item()?"/>
    <xsl:variable name="plain" as="xs:string">
      <xsl:choose>
        <xsl:when test="$text instance of node()"><xsl:value-of><xsl:apply-templates select="$text" mode="html:plain"/></xsl:value-of></xsl:when>
        <xsl:otherwise><xsl:sequence select="string($text)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="lower-case(replace($plain, '[^\p{L}\p{N}]+', ''))"/>
  </xsl:function>

  <xsl:template match="docTitle[. is $f:title-in-text] | titlePart[. is $f:title-in-text]" mode="html:body" as="element()">
    <h1><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></h1>
  </xsl:template>
  <!-- In running text these are phrases. -->
  <xsl:template match="p//dateline | p//salute | p//signed | p//docAuthor | p//docDate | dateline/docDate | byline/docAuthor | imprimatur/docDate | docImprint/docDate | signed/dateline | salute/dateline | titlePart/docAuthor | titlePart/docDate | docTitle/docAuthor"
      mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(.)"/>
  </xsl:template>

  <!-- The reading text as words, for lists and metadata. -->
  <xsl:template match="view:aside | note | fw | index | del" mode="html:plain" as="empty-sequence()"/>
  <xsl:template match="view:shown[@of = 'diplomatic']" mode="html:plain" as="text()*">
    <xsl:apply-templates select="following-sibling::view:aside[1][@of = 'reading']/node()" mode="#current"/>
  </xsl:template>
  <xsl:template match="lb[not(@break = 'no')] | cb | pb" mode="html:plain" as="text()"><xsl:text> </xsl:text></xsl:template>
</xsl:stylesheet>
