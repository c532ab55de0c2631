<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines, hyphens at their ends, and letterforms: what the printer or scribe did, not the author. Modules core and transcr. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Lines of prose run on in the reading text and are kept in the diplomatic text. Elsewhere (headings, addresses,
       signatures, title pages, inscriptions) the line is part of the text's form, and both views keep it. CORS5. -->
  <xsl:template match="lb[f:runs-on(.)]" mode="view:reading" as="node()*">
    <xsl:sequence select="f:aside-line(.), f:space-for(.)"/>
  </xsl:template>
  <xsl:template match="lb[f:runs-on(.)]" mode="view:diplomatic" as="node()*">
    <view:shown of="diplomatic" kind="line"><xsl:sequence select="."/></view:shown>
    <xsl:sequence select="f:space-for(.)"/>
  </xsl:template>

  <xsl:function name="f:aside-line" as="element(view:aside)">
    <xsl:param name="line" as="element(lb)"/>
    <view:aside of="diplomatic" kind="line"><xsl:sequence select="$line"/></view:aside>
  </xsl:function>

  <xsl:function name="f:runs-on" as="xs:boolean">
    <xsl:param name="line" as="element(lb)"/>
    <xsl:variable name="block" as="element()?" select="$line/ancestor::*[self::p | self::ab | self::note | self::l | self::head
        | self::salute | self::signed | self::dateline | self::byline | self::opener | self::closer | self::address
        | self::addrLine | self::titlePage | self::titlePart | self::docImprint | self::docAuthor | self::imprimatur
        | self::epigraph | self::argument | self::trailer | self::label | self::item | self::cell | self::quote | self::div
        | self::zone | self::line | self::desc | self::stage | self::speaker | self::figure][1]"/>
    <xsl:sequence select="
        exists($block[self::p | self::ab | self::note | self::item | self::quote | self::div | self::desc | self::stage])
        and not(f:by-leiden($line))"/>
  </xsl:function>

  <!-- An lb between two letters, with no white space and no @break, still ends a word, except in scripts that write none. -->
  <xsl:function name="f:space-for" as="text()?">
    <xsl:param name="line" as="element(lb)"/>
    <xsl:variable name="before" as="xs:string" select="string($line/preceding-sibling::node()[not(self::comment())][1])"/>
    <xsl:variable name="after" as="xs:string" select="string($line/following-sibling::node()[not(self::comment())][1])"/>
    <xsl:if test="not($line/@break = 'no') and matches($before, '[^\s⺀-鿿]$') and matches($after, '^[^\s⺀-鿿]')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- The white space, and a hyphen, before a line that does not end a word. Before the letterforms, which this rule sees to itself,
       hence the priority. COPU-2. -->
  <xsl:template match="text()[f:before-broken-word(.)]" mode="view:reading" priority="1" as="node()*">
    <xsl:variable name="parts" as="xs:string+" select="f:split-hyphen(.)"/>
    <xsl:sequence select="f:letters($parts[1], 'reading')"/>
    <xsl:where-populated>
      <view:aside of="diplomatic" kind="hyphen">{$parts[2]}</view:aside>
    </xsl:where-populated>
  </xsl:template>
  <xsl:template match="text()[f:before-broken-word(.)]" mode="view:diplomatic" priority="1" as="node()*">
    <xsl:variable name="parts" as="xs:string+" select="f:split-hyphen(.)"/>
    <xsl:sequence select="f:letters($parts[1], 'diplomatic')"/>
    <xsl:where-populated>
      <view:shown of="diplomatic" kind="hyphen">{$parts[2]}</view:shown>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="pc[@force = 'weak'][f:before-broken-word(.)]" mode="view:reading" as="element(view:aside)">
    <view:aside of="diplomatic" kind="hyphen"><xsl:sequence select="."/></view:aside>
  </xsl:template>
  <xsl:template match="pc[@force = 'weak'][f:before-broken-word(.)]" mode="view:diplomatic" as="element(view:shown)">
    <view:shown of="diplomatic" kind="hyphen"><xsl:sequence select="."/></view:shown>
  </xsl:template>

  <!-- A hyphen at a line's end that is encoded as a character of its own, as in EEBO-TCP. WD. -->
  <xsl:template match="g[f:is-hyphen(.)]" mode="view:reading" as="element(view:aside)">
    <view:aside of="diplomatic" kind="hyphen">-</view:aside>
  </xsl:template>
  <xsl:template match="g[f:is-hyphen(.)]" mode="view:diplomatic" as="element(view:shown)">
    <view:shown of="diplomatic" kind="hyphen">-</view:shown>
  </xsl:template>
  <xsl:function name="f:is-hyphen" as="xs:boolean">
    <xsl:param name="character" as="element(g)"/>
    <xsl:sequence select="not($character/node()) and matches($character/@ref, 'hyphen$', 'i')"/>
  </xsl:function>

  <xsl:function name="f:before-broken-word" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="next" as="node()?" select="$node/following-sibling::node()[not(self::comment())][1]"/>
    <xsl:sequence select="exists($next[self::lb | self::pb | self::cb | self::gb][@break = 'no'])"/>
  </xsl:function>

  <!-- The text without trailing space and hyphen, and the hyphen ('' if there is none). -->
  <xsl:function name="f:split-hyphen" as="xs:string+">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="trimmed" as="xs:string" select="replace($text, '\s+$', '')"/>
    <xsl:variable name="stem" as="xs:string" select="replace($trimmed, '[-‐¬⸗&#xAD;]$', '')"/>
    <xsl:sequence select="$stem, substring($trimmed, string-length($stem) + 1)"/>
  </xsl:function>

  <!-- Long s: the reading text has the modern letter. -->
  <xsl:template match="text()[contains(., 'ſ')]" mode="view:reading" as="node()*">
    <xsl:sequence select="f:letters(., 'reading')"/>
  </xsl:template>
  <xsl:template match="text()[contains(., 'ſ')]" mode="view:diplomatic" as="node()*">
    <xsl:sequence select="f:letters(., 'diplomatic')"/>
  </xsl:template>

  <xsl:function name="f:letters" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:analyze-string select="$text" regex="[\p{{L}}\p{{M}}]*ſ[\p{{L}}\p{{M}}]*">
      <xsl:matching-substring>
        <xsl:variable name="modern" as="xs:string" select="translate(., 'ſ', 's')"/>
        <xsl:choose>
          <xsl:when test="$view = 'diplomatic'">
            <view:shown of="diplomatic" kind="letterform">{.}</view:shown>
            <view:aside of="reading" kind="letterform">{$modern}</view:aside>
          </xsl:when>
          <xsl:otherwise>
            <view:shown of="reading" kind="letterform">{$modern}</view:shown>
            <view:aside of="diplomatic" kind="letterform">{.}</view:aside>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:value-of select="."/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>
</xsl:stylesheet>
