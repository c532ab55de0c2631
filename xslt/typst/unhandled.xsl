<?xml version="1.0" encoding="UTF-8"?>
<!-- Everything without a rule of its own: shown in its place, and reported if it is not TEI. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Data between elements, such as a person's dates, reads as words with spaces; inline elements read on. -->
  <xsl:template match="*" mode="typst:body" as="xs:string*" priority="-10">
    <xsl:sequence select="f:anchor(.), f:own-language(., if (some $child in * satisfies f:is-block($child))
        then f:call('flow', f:block(f:inside(.))) else f:inside(.))"/>
  </xsl:template>
  <xsl:template match="*[namespace-uri() != 'http://www.tei-c.org/ns/1.0'][namespace-uri() != 'urn:tei-toolkit:view']" mode="typst:body" as="xs:string*" priority="-9">
    <xsl:message><finding code="XSL001" at="{f:place(.)}">no rule for {name()}</finding></xsl:message>
    <xsl:sequence select="f:call('unhandled', (f:string(local-name()), f:block(f:inside(.))))"/>
  </xsl:template>
</xsl:stylesheet>
