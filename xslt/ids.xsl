<?xml version="1.0" encoding="UTF-8"?>
<!-- Ids: puts on every element the view:id that views.py chose for it, on the tree that all steps share and nobody changes. -->
<xsl:package xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:view="urn:tei-toolkit:view"
    name="urn:tei-toolkit:ids" package-version="1.0" version="3.0" declared-modes="yes"
    exclude-result-prefixes="#all">

  <xsl:mode name="view:ids" on-no-match="shallow-copy" visibility="public" use-accumulators="view:number"/>

  <!-- One word for each element in the order of the document, divided by single spaces; an empty word is no id. -->
  <xsl:param name="ids" as="xs:string" required="yes"/>
  <xsl:variable name="view:words" as="xs:string*" select="tokenize($ids, ' ')"/>

  <xsl:accumulator name="view:number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="*" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="/" mode="view:ids" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="*" mode="view:ids" as="element()">
    <xsl:variable name="number" as="xs:integer" select="accumulator-before('view:number')"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:where-populated>
        <xsl:attribute name="view:id" select="$view:words[$number]"/>
      </xsl:where-populated>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>
</xsl:package>
