<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to formatting objects, as plain as can be: paragraphs, heads, verse and footnotes in one built-in font. It asks less of
     FOP than a stylesheet for editions would, and is only there to be timed. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:t="http://www.tei-c.org/ns/1.0" version="1.0" exclude-result-prefixes="t">

  <xsl:template match="/">
    <fo:root font-family="serif" font-size="11pt" line-height="1.35">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="210mm" page-height="297mm"
            margin-left="42mm" margin-right="42mm" margin-top="20mm" margin-bottom="20mm">
          <fo:region-body margin-top="14mm" margin-bottom="14mm"/>
          <fo:region-after extent="10mm"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="page">
        <fo:static-content flow-name="xsl-region-after"><fo:block text-align="center"><fo:page-number/></fo:block></fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <fo:block><xsl:apply-templates select="//t:text"/></fo:block>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template match="t:p | t:ab | t:l | t:item | t:sp | t:stage | t:speaker | t:cell | t:bibl | t:salute | t:signed | t:closer | t:opener">
    <fo:block text-align="justify"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="t:head | t:titlePart">
    <fo:block font-size="13pt" space-before="14pt" space-after="8pt" text-align="center" keep-with-next="always"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="t:hi | t:emph | t:title | t:foreign">
    <fo:inline font-style="italic"><xsl:apply-templates/></fo:inline>
  </xsl:template>
  <xsl:template match="t:p//t:note">
    <fo:footnote>
      <fo:inline font-size="7pt" baseline-shift="super"><xsl:number level="any" count="t:p//t:note"/></fo:inline>
      <fo:footnote-body><fo:block font-size="9pt"><xsl:number level="any" count="t:p//t:note"/><xsl:text> </xsl:text><xsl:value-of select="."/></fo:block></fo:footnote-body>
    </fo:footnote>
  </xsl:template>
</xsl:stylesheet>
