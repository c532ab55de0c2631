<?xml version="1.0" encoding="UTF-8"?>
<!-- Fit: keeps HTML's rules of nesting. TEI puts lists into paragraphs and paragraphs into notes; HTML must not. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="f:blocks" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('address article aside blockquote details dd div dl dt fieldset figcaption
      figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre search section summary table tbody td tfoot th thead tr ul math-block') ! map{.: true()})"/>

  <xsl:function name="f:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element//*[map:contains($f:blocks, local-name())])"/>
  </xsl:function>

  <!-- A phrase or paragraph that holds a block is a division that looks like one; a heading stays a heading by its role. -->
  <xsl:template match="*:span[f:holds-block(.)] | *:p[f:holds-block(.)] | *:b[f:holds-block(.)] | *:i[f:holds-block(.)]
      | *:em[f:holds-block(.)] | *:cite[f:holds-block(.)] | *:code[f:holds-block(.)] | *:sub[f:holds-block(.)]
      | *:sup[f:holds-block(.)] | *:strong[f:holds-block(.)] | *:small[f:holds-block(.)] | *:time[f:holds-block(.)]
      | *:abbr[f:holds-block(.)] | *:dfn[f:holds-block(.)] | *:mark[f:holds-block(.)] | *:s[f:holds-block(.)]
      | *:u[f:holds-block(.)] | *:q[f:holds-block(.)] | *:pre[f:holds-block(.)]" mode="html:fit html:fit-copy" as="element()">
    <div>
      <xsl:apply-templates select="@* except @datetime, node()" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="*:h1[f:holds-block(.)] | *:h2[f:holds-block(.)] | *:h3[f:holds-block(.)] | *:h4[f:holds-block(.)]
      | *:h5[f:holds-block(.)] | *:h6[f:holds-block(.)]" mode="html:fit html:fit-copy" as="element()">
    <div role="heading" aria-level="{substring(local-name(), 2)}">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </div>
  </xsl:template>

  <!-- No link inside a link. -->
  <xsl:template match="*:a//*:a" mode="html:fit html:fit-copy" as="element()">
    <span>
      <xsl:apply-templates select="@* except (@href | @rel | @target | @role | @aria-label), node()" mode="#current"/>
    </span>
  </xsl:template>

  <!-- A copy of something that stands elsewhere has no ids. Its children keep the rules above, so this one comes first. -->
  <xsl:template match="*[@data-copy]" mode="html:fit" priority="1" as="element()">
    <xsl:element name="{if (f:holds-block(.)) then 'div' else local-name()}">
      <xsl:apply-templates select="@* except @data-copy, node()" mode="html:fit-copy"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="@id | @data-copy" mode="html:fit-copy" as="empty-sequence()"/>
</xsl:stylesheet>
