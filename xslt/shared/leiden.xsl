<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in place of letters by the Leiden conventions, alike on the page and on paper. docs/leiden.md. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Letters lost or illegible: a dot for each if their number is known, their number if it is not sure, else strokes; whole lines: six
       strokes. Lost ones stand in brackets, omitted ones in angle brackets. "circa" is the word for about. -->
  <xsl:function name="f:leiden-gap" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:param name="circa" as="xs:string"/>
    <xsl:variable name="brackets" as="xs:string+" select="f:leiden-brackets($gap)"/>
    <xsl:sequence select="$brackets[1] || f:leiden-extent($gap, $circa) || $brackets[2]"/>
  </xsl:function>

  <xsl:function name="f:leiden-brackets" as="xs:string+">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="
        if ($gap/@reason = ('illegible', 'ellipsis')) then ('', '')
        else if ($gap/@reason = 'omitted') then ('⟨', '⟩')
        else ('[', ']')"/>
  </xsl:function>

  <xsl:function name="f:leiden-extent" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:param name="circa" as="xs:string"/>
    <xsl:variable name="count" as="xs:integer?" select="f:counted($gap)"/>
    <xsl:variable name="range" as="xs:string?" select="string-join($gap/(@atLeast, @atMost), '–')[.]"/>
    <xsl:choose>
      <xsl:when test="$gap/@reason = 'ellipsis'">…</xsl:when>
      <xsl:when test="$gap/@unit = 'line'">- - - - - -</xsl:when>
      <xsl:when test="$range">{$circa} {$range}</xsl:when>
      <xsl:when test="exists($count) and ($gap/(@precision = 'low' or precision) or not($count = 1 to 9))">{$circa} {$count}</xsl:when>
      <xsl:when test="exists($count)">{string-join((1 to $count) ! '.')}</xsl:when>
      <xsl:otherwise>- - -</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Blank space on the stone: vacat. -->
  <xsl:function name="f:leiden-blank" as="xs:string">
    <xsl:param name="space" as="element(space)"/>
    <xsl:param name="vacat" as="xs:string"/>
    <xsl:param name="lines" as="xs:string"/>
    <xsl:sequence select="string-join(($vacat, $space/@quantity, $space/@unit[. = 'line'] ! $lines), ' ')"/>
  </xsl:function>

  <!-- A part of the text without a heading has its kind and number above it. -->
  <xsl:function name="f:textpart-label" as="xs:string">
    <xsl:param name="part" as="element(div)"/>
    <xsl:sequence select="normalize-space(string-join(($part/@subtype ! translate(., '_-', '  '), $part/@n), ' '))"/>
  </xsl:function>

  <!-- The parts of the edition of an inscription (its text, apparatus, translation, commentary, bibliography) have their kind above them, if
       they have no heading and there are several. -->
  <xsl:function name="f:needs-label" as="xs:boolean">
    <xsl:param name="part" as="element(div)"/>
    <xsl:sequence select="exists($part[@type][not(head)]/parent::body[count(div[@type]) gt 1][div[@type = 'edition']])"/>
  </xsl:function>

  <xsl:function name="f:label-of-part" as="xs:string">
    <xsl:param name="part" as="element(div)"/>
    <xsl:variable name="type" as="xs:string" select="translate($part/@type, '_-', '  ')"/>
    <xsl:sequence select="($words('tei-div-' || $part/@type), upper-case(substring($type, 1, 1)) || substring($type, 2))[1]"/>
  </xsl:function>

  <!-- How many letters, lines or the like are missing, if that is a number; and letters, in any text. -->
  <xsl:function name="f:counted" as="xs:integer?">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="$gap/(@quantity, @extent)[. castable as xs:integer][1] ! xs:integer(.)"/>
  </xsl:function>
  <xsl:function name="f:letters-lost" as="xs:integer?">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="f:counted($gap)[$gap/@unit = ('character', 'characters', 'chars', 'char', 'letter', 'letters')][. gt 0]"/>
  </xsl:function>
</xsl:stylesheet>
