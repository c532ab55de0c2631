<?xml version="1.0" encoding="UTF-8"?>
<!-- References to books and manuscripts: the order of their parts, the words before numbers, and a whole reference as plain text. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="f:reference" on-no-match="fail"/>

  <!-- A source in one line of plain text, for the properties of a file, where nothing can be set in italics. COBI, MSIDS. -->
  <xsl:function name="f:reference" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:apply-templates select="$source" mode="f:reference"><xsl:with-param name="language" select="$language"/></xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($said))"/>
  </xsl:function>

  <xsl:template match="*" mode="f:reference" as="xs:string*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="if (text()[normalize-space()]) then f:name-of(.) else f:listed-parts(*, $language)"/>
  </xsl:template>
  <xsl:template match="listBibl | listWit" mode="f:reference" as="xs:string*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="string-join((* except head)[normalize-space()] ! f:reference(., $language), '; ')"/>
  </xsl:template>
  <xsl:template match="biblStruct" mode="f:reference" as="xs:string*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="f:listed-parts(f:reference-parts(.), $language)"/>
  </xsl:template>
  <!-- Of a manuscript, where it is kept, and which leaves. MSIDS. -->
  <xsl:template match="msDesc[msIdentifier]" mode="f:reference" as="xs:string*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="f:listed-parts((msIdentifier/(* except (altIdentifier | msName)), msContents[count(.//locus) = 1]//locus), $language)"/>
  </xsl:template>
  <xsl:template match="biblScope" mode="f:reference" as="xs:string*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="f:scope(., $language)"/>
  </xsl:template>
  <xsl:template match="title[@level = 'a']" mode="f:reference" as="xs:string*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="marks" as="xs:string+" select="(map{'de': ('„', '“'), 'fr': ('«&#xA0;', '&#xA0;»')}($language), '“', '”')"/>
    <xsl:sequence select="$marks[1] || f:name-of(.) || $marks[2]"/>
  </xsl:template>
  <xsl:function name="f:listed-parts" as="xs:string*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:for-each select="$parts[normalize-space()]">
      <xsl:sequence select="f:reference(., $language)"/>
      <xsl:if test="position() != last()">{if (matches(., '[.,;:!?]\s*$')) then ' ' else ', '}</xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- The parts of a structured entry in the order of a reference: author, title, then what is known of its publication. COBICO. -->
  <xsl:function name="f:reference-parts" as="element()*">
    <xsl:param name="entry" as="element(biblStruct)"/>
    <xsl:sequence select="$entry ! ((analytic | monogr | series)/(author | editor | title | edition), monogr/imprint/(pubPlace | publisher | date | biblScope),
        monogr/(biblScope | extent), idno, ref, note, relatedItem)[normalize-space()]"/>
  </xsl:function>

  <!-- "pp. 312–313": a number by itself has a word before it. COBICOL. -->
  <xsl:function name="f:scope" as="xs:string">
    <xsl:param name="scope" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="f:name-of($scope)"/>
    <xsl:variable name="unit" as="xs:string" select="if ($scope/@unit = 'page' and matches($words, '[–,-]')) then 'pages' else string($scope/@unit)"/>
    <xsl:variable name="before" as="map(xs:string, xs:string)?" select="$f:words-of-scope($unit)"/>
    <xsl:sequence select="($before[matches($words, '^[0-9IVXLCivxlc, –-]+$')] ! ((.($language), .('en'))[1] || ' '), '')[1] || $words"/>
  </xsl:function>
  <xsl:variable name="f:words-of-scope" as="map(xs:string, map(xs:string, xs:string))" select="map{
      'page': map{'en': 'p.', 'de': 'S.', 'fr': 'p.'},
      'pages': map{'en': 'pp.', 'de': 'S.', 'fr': 'p.'},
      'volume': map{'en': 'vol.', 'de': 'Bd.', 'fr': 'vol.'},
      'issue': map{'en': 'no.', 'de': 'Nr.', 'fr': 'nᵒ'}}"/>
</xsl:stylesheet>
