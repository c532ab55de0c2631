<?xml version="1.0" encoding="UTF-8"?>
<!-- The Leiden conventions on paper, for what stands in a division of the type "edition" (f:by-leiden). docs/leiden.md. These rules are more
     special than those of the modules, hence their priority. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="gap[f:by-leiden(.)][not(desc[normalize-space()])]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('leiden-gap', f:string(f:leiden-gap(., f:word('circa'))))"/>
  </xsl:template>
  <xsl:template match="space[f:by-leiden(.)]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('vacat', f:string(f:leiden-blank(., f:word('vacat'), f:word('lines')))), f:inside(.)"/>
  </xsl:template>

  <xsl:template match="supplied[f:by-leiden(.)]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:variable name="kind" as="xs:string" select="
        if (@reason = ('subaudible', 'explanation')) then 'understood' else if (@reason = 'omitted') then 'omitted' else 'lost'"/>
    <xsl:sequence select="f:anchor(.), f:call('supplied', ('kind:' || f:string($kind), 'doubtful:' || f:boolean(@cert = 'low'),
        'parallel:' || f:boolean(f:draws-line(.) and not(f:is-lined(.))), f:block(f:inside(.))))"/>
  </xsl:template>
  <xsl:template match="ex[f:by-leiden(.)][@cert = 'low']" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('expansion', ('doubtful:true', f:block(f:inside(.))))"/>
  </xsl:template>
  <xsl:template match="abbr[f:by-leiden(.)][not(ancestor::expan or ancestor::choice)]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:inside(.), 'not-expanded;'"/>
  </xsl:template>
  <xsl:template match="corr[f:by-leiden(.)][ancestor::choice]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('supplied', ('kind:' || f:string('omitted'), f:block(f:inside(.))))"/>
  </xsl:template>
  <xsl:template match="orig[f:by-leiden(.)][not(ancestor::choice)]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('not-understood', f:block(f:inside(.)))"/>
  </xsl:template>
  <xsl:template match="del[f:by-leiden(.)]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('erased', f:block(f:inside(.)))"/>
  </xsl:template>
  <xsl:template match="add[f:by-leiden(.)]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:variable name="name" as="xs:string?" select="
        if (@place = ('above', 'supralinear')) then 'added-above' else if (@place = 'overstrike') then 'written-over' else ()"/>
    <xsl:sequence select="f:anchor(.), if ($name) then f:call($name, f:block(f:inside(.))) else f:inside(.)"/>
  </xsl:template>

  <xsl:template match="div[@type = 'textpart'][@n][not(head)]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:call('part-label', f:string(f:textpart-label(.)))"/>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="body/div[f:needs-label(.)]" mode="typst:body" priority="2" as="xs:string*">
    <xsl:variable name="label" as="xs:string" select="f:label-of-part(.)"/>
    <xsl:sequence select="f:head-call(1 + count(ancestor::teiCorpus), $label, f:text($label))"/>
    <xsl:next-match/>
  </xsl:template>
  <!-- A column of the stone begins with its number, on a line of its own. -->
  <xsl:template match="cb[f:by-leiden(.)][not(f:among-blocks(.))][following::node()[self::lb or self::text()[normalize-space()]][1][self::lb]]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), if (f:opens-block(.)) then () else 'break-line;',
        f:call('part-label-inside', f:string(normalize-space(string-join((f:word('column-label'), @n), ' '))))"/>
  </xsl:template>
</xsl:stylesheet>
