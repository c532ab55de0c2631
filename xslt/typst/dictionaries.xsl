<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries: an entry is one paragraph, its senses run on. Module dictionaries, DI. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="entry | entryFree | superEntry" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:own-language(., f:call('entry', f:block((f:anchor(.), f:inside-apart(.)))))"/>
  </xsl:template>
  <xsl:template match="form | gramGrp | re | hom | cit[ancestor::entry or ancestor::entryFree]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., f:inside-apart(.))"/>
  </xsl:template>
  <xsl:template match="cit/quote[ancestor::entry or ancestor::entryFree]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., f:inside(.))"/>
  </xsl:template>
  <!-- Translations that follow one another have a semicolon between them. -->
  <xsl:template match="sense/cit[preceding-sibling::*[1][self::cit]][ancestor::entry or ancestor::entryFree]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:sequence select="'between-translations;'"/>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="sense" mode="typst:body" as="xs:string*">
    <xsl:variable name="number" as="xs:string" select="
        if (@n) then f:shortened(@n, 12)
        else if (../sense[2]) then string(count(preceding-sibling::sense) + 1) || '.' else ''"/>
    <xsl:sequence select="f:anchor(.), f:own-language(., f:call('sense', (f:string($number), f:block(f:inside-apart(.)))))"/>
  </xsl:template>
  <xsl:template match="orth[parent::form[parent::entry or parent::entryFree]]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('headword', f:block(f:own-language(., f:inside(.))))"/>
  </xsl:template>
  <xsl:template _match="{$fp:grammar}" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('grammar', f:block(f:inside(.)))"/>
  </xsl:template>
  <xsl:template match="etym" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('etymology', f:block(f:inside(.)))"/>
  </xsl:template>
</xsl:stylesheet>
