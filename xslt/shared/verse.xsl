<?xml version="1.0" encoding="UTF-8"?>
<!-- The numbers of verses, where the file has none: counted through a play, and in other texts through each part. VE. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:accumulator name="f:verse-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text | (div | div1 | lg)[not(ancestor::div | ancestor::div1 | ancestor::lg)][not(.//sp)]" select="0"/>
    <xsl:accumulator-rule match="l[not(@part = ('M', 'F'))][not(ancestor::view:aside)]" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:key name="f:numbered-lines" match="l[@n]" use="true()"/>

  <xsl:function name="f:verse-number" as="xs:string">
    <xsl:param name="line" as="element(l)"/>
    <xsl:sequence select="
        if ($line/@n) then substring(f:line($line/@n), 1, 12)
        else if (exists(key('f:numbered-lines', true(), root($line))) or $line/ancestor::note or $line/ancestor::view:aside) then ''
        else if ($line/@part = ('M', 'F')) then ''
        else string($line/accumulator-before('f:verse-number'))"/>
  </xsl:function>

  <!-- The lines that have variants as a whole, and their numbers: "18–19". -->
  <xsl:function name="f:verses-of" as="element(l)*">
    <xsl:param name="app" as="element()?"/>
    <xsl:sequence select="$app/(* except view:aside)/descendant-or-self::l[not(ancestor::view:aside)]"/>
  </xsl:function>
  <xsl:function name="f:verse-range" as="xs:string">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="string-join(distinct-values(f:verses-of($app)[position() = (1, last())] ! f:verse-number(.))[. != ''], '–')"/>
  </xsl:function>
</xsl:stylesheet>
