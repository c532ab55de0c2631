<?xml version="1.0" encoding="UTF-8"?>
<!-- References to books and manuscripts: the order of their parts, the words before numbers, and a whole reference as plain text. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="f:reference" on-no-match="fail"/>

  <!-- A word that the page or the PDF adds to the text, in its language; the key itself where there is none. -->
  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="($words($key), $key)[1]"/>
  </xsl:function>

  <!-- A source in one line of plain text, for the properties of a file, where nothing can be set in italics. COBI, MSIDS. -->
  <xsl:function name="f:reference" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$source" mode="f:reference"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($parts))"/>
  </xsl:function>

  <xsl:template match="*" mode="f:reference" as="xs:string*">
    <xsl:sequence select="if (text()[normalize-space()]) then f:name-of(.) else f:listed-parts(*)"/>
  </xsl:template>
  <xsl:template match="listBibl | listWit" mode="f:reference" as="xs:string*">
    <xsl:sequence select="string-join((* except head)[normalize-space()] ! f:reference(.), '; ')"/>
  </xsl:template>
  <xsl:template match="biblStruct" mode="f:reference" as="xs:string*">
    <xsl:sequence select="f:listed-parts(f:reference-parts(.))"/>
  </xsl:template>
  <!-- Of a manuscript, where it is kept, and which leaves. MSIDS. -->
  <xsl:template match="msDesc[msIdentifier]" mode="f:reference" as="xs:string*">
    <xsl:sequence select="f:listed-parts((msIdentifier/(* except (altIdentifier | msName)), msContents[count(.//locus) = 1]//locus))"/>
  </xsl:template>
  <xsl:template match="biblScope" mode="f:reference" as="xs:string*">
    <xsl:sequence select="f:scope(.)"/>
  </xsl:template>
  <xsl:template match="title[@level = 'a']" mode="f:reference" as="xs:string*">
    <xsl:sequence select="f:word('quote-open') || f:name-of(.) || f:word('quote-close')"/>
  </xsl:template>
  <xsl:function name="f:listed-parts" as="xs:string*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:for-each select="$parts[normalize-space()]">
      <xsl:sequence select="f:reference(.)"/>
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
    <xsl:variable name="text" as="xs:string" select="f:name-of($scope)"/>
    <xsl:variable name="unit" as="xs:string" select="if ($scope/@unit = 'page' and matches($text, '[–,-]')) then 'pages' else string($scope/@unit)"/>
    <xsl:variable name="before" as="xs:string?" select="$words('unit-' || $unit)[matches($text, '^[0-9IVXLCivxlc, –-]+$')]"/>
    <xsl:sequence select="string-join(($before, $text), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
