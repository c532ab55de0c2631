<?xml version="1.0" encoding="UTF-8"?>
<!-- The Leiden conventions for inscriptions and papyri, as EpiDoc encodes them: in a division of the type "edition" (f:by-leiden), whose class
     is "leiden". What is a bracket around letters is drawn by the style sheet; here is what stands in place of letters. docs/leiden.md. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Letters lost or illegible: a dot for each if their number is known, their number if it is not sure, else strokes; whole lines: six
       strokes. Lost ones stand in brackets, omitted ones in angle brackets. -->
  <xsl:template match="gap[f:by-leiden(.)][not(desc[normalize-space()])]" mode="html:body" as="element()">
    <xsl:variable name="brackets" as="xs:string+" select="f:leiden-brackets(.)"/>
    <span title="{f:told-of-gap(.)}">
      <xsl:sequence select="f:attributes(., @reason ! tokenize(.)[matches(., '^[a-z]+$')] ! ('reason-' || .))"/>
      <xsl:text>{$brackets[1]}{f:leiden-extent(.)}{$brackets[2]}</xsl:text>
    </span>
  </xsl:template>

  <xsl:function name="f:leiden-brackets" as="xs:string+">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="
        if ($gap/@reason = ('illegible', 'ellipsis')) then ('', '')
        else if ($gap/@reason = 'omitted') then ('⟨', '⟩')
        else ('[', ']')"/>
  </xsl:function>

  <xsl:function name="f:leiden-extent" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="count" as="xs:integer?" select="$gap/(@quantity, @extent)[. castable as xs:integer][1] ! xs:integer(.)"/>
    <xsl:variable name="range" as="xs:string?" select="string-join($gap/(@atLeast, @atMost), '–')[.]"/>
    <xsl:choose>
      <xsl:when test="$gap/@reason = 'ellipsis'">…</xsl:when>
      <xsl:when test="$gap/@unit = 'line'">- - - - - -</xsl:when>
      <xsl:when test="$range">{f:word('circa')} {$range}</xsl:when>
      <xsl:when test="exists($count) and ($gap/(@precision = 'low' or precision) or not($count = 1 to 9))">{f:word('circa')} {$count}</xsl:when>
      <xsl:when test="exists($count)">{string-join((1 to $count) ! '.')}</xsl:when>
      <xsl:otherwise>- - -</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Blank space on the stone: vacat. -->
  <xsl:template match="space[f:by-leiden(.)]" mode="html:body" as="element()">
    <span title="{f:told-of-gap(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:text>({string-join((f:word('vacat'), @quantity, @unit[. = 'line'] ! f:word('lines')), ' ')})</xsl:text>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <!-- A part of the text without a heading has its kind and number above it. -->
  <xsl:template match="div[@type = 'textpart'][@n][not(head)]" mode="html:body" as="element()">
    <section>
      <xsl:sequence select="f:attributes(., 'type-textpart')"/>
      <p class="textpart-label">{string-join((@subtype ! translate(., '_-', '  '), @n), ' ')}</p>
      <xsl:apply-templates mode="#current"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
