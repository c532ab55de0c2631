<?xml version="1.0" encoding="UTF-8"?>
<!-- Functions that write Typst: string literals, calls, blocks of code. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A Typst string literal: the one way from the edition's text into Typst code. Only the backslash and the double quote mean
       anything inside it. White space counts as one space, as in all XML text; letters and their accents are composed, which
       fonts and the readers of PDF files need; the byte order mark as a character is the word joiner that Unicode has for it. -->
  <xsl:function name="f:string" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:variable name="plain" as="xs:string" select="normalize-unicode(translate(normalize-space($text), '&#xFEFF;', '&#x2060;'))"/>
    <xsl:sequence select="'&quot;' || (
        if (contains($plain, '&quot;') or contains($plain, '\')) then replace($plain, '([\\&quot;])', '\\$1') else $plain) || '&quot;'"/>
  </xsl:function>

  <!-- A stretch of text: the space at its edges is collapsible, as it may meet another one. -->
  <xsl:function name="f:text" as="xs:string*">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:if test="$text">
      <xsl:variable name="spaced" as="xs:string" select="translate($text, '&#x9;&#xA;&#xD;', '   ')"/>
      <xsl:variable name="is-text" as="xs:boolean" select="normalize-space($spaced) != ''"/>
      <xsl:sequence select="
          if (starts-with($spaced, ' ')) then 'sp;' else (),
          if ($is-text) then f:string($text) || ';' else (),
          if ($is-text and ends-with($spaced, ' ')) then 'sp;' else ()"/>
    </xsl:if>
  </xsl:function>

  <!-- A block of code that always has a value: even nothing is content. -->
  <xsl:function name="f:block" as="xs:string">
    <xsl:param name="statements" as="xs:string*"/>
    <xsl:sequence select="'{[];' || string-join($statements) || '}'"/>
  </xsl:function>

  <!-- A call as a statement; the arguments are Typst already. -->
  <xsl:function name="f:call" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="arguments" as="xs:string*"/>
    <xsl:sequence select="$name || '(' || string-join($arguments, ',') || ');'"/>
  </xsl:function>

  <!-- A Typst array of expressions; the comma at the end makes one of a single entry too. -->
  <xsl:function name="f:array" as="xs:string">
    <xsl:param name="entries" as="xs:string*"/>
    <xsl:sequence select="'(' || string-join($entries ! (. || ',')) || ')'"/>
  </xsl:function>

  <xsl:function name="f:boolean" as="xs:string">
    <xsl:param name="value" as="xs:boolean"/>
    <xsl:sequence select="if ($value) then 'true' else 'false'"/>
  </xsl:function>

  <!-- The words of an element without those of its notes, index entries, apparatus and what the view leaves out. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="apart" as="element()*" select="$nodes/descendant-or-self::*[self::note[@view:as = 'anchored'] or self::index or self::view:aside]"/>
    <xsl:sequence select="normalize-space(string-join(
        if (empty($apart)) then $nodes/string() else $nodes/descendant-or-self::text()[empty(ancestor::* intersect $apart)]))"/>
  </xsl:function>

  <!-- The language of a passage as Typst has it: an ISO 639 code of two or three letters, and a region. -->
  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="code" as="xs:string" select="lower-case(tokenize($tag, '[-_]')[1])"/>
    <xsl:sequence select="if (matches($code, '^[a-z]{2,3}$')) then $code else 'und'"/>
  </xsl:function>
  <xsl:function name="f:region" as="xs:string">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="(tokenize($tag, '[-_]')[position() gt 1][matches(., '^[A-Za-z]{2}$')] ! lower-case(.), '')[1]"/>
  </xsl:function>
</xsl:stylesheet>
