<?xml version="1.0" encoding="UTF-8"?>
<!-- Module header: the header as the part 'About this edition'. HD. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="teiHeader" mode="html:body" as="element()">
    <div class="teiHeader">
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>
  <!-- Foreign metadata is shown as it stands, folded: XML as its source, the transcription's own block line by line. HD9. -->
  <xsl:template match="xenoData" mode="html:body" as="element()">
    <details class="record xenoData">
      <summary>{f:label(.)}</summary>
      <pre tabindex="0"><xsl:value-of select="if (*) then f:source-of(*) else ."/></pre>
    </details>
  </xsl:template>
  <xsl:function name="f:source-of" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="string-join($elements ! serialize(., map{'method': 'xml', 'indent': true(), 'omit-xml-declaration': true()}), '&#10;')"/>
  </xsl:function>
  <xsl:template match="licence[@target] | availability/p/ref[@type = 'licence']" mode="html:body" as="element()">
    <div class="record licence">
      <span class="key">{f:label(.)}</span>
      <xsl:text> </xsl:text>
      <xsl:variable name="href" as="xs:string?" select="f:safe-address(@target, .)"/>
      <xsl:choose>
        <xsl:when test="$href"><a rel="license" href="{$href}"><xsl:value-of select="(f:line(.)[. and not(current()/*)], f:line(@target))[1]"/></a><xsl:if test="*"><xsl:text> </xsl:text><xsl:apply-templates mode="#current"/></xsl:if></xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>
  <!-- A source says which it is: the one transcribed, the first publication, the transcription itself. HD3. -->
  <xsl:template match="(bibl | biblStruct)[parent::sourceDesc][map:contains($words, 'source-' || @type)]" mode="html:body" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'record')"/>
      <span class="key">{f:word('source-' || @type)}</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>
  <!-- "Translated by: N. N." -->
  <xsl:template match="resp[parent::respStmt[parent::titleStmt | parent::editionStmt]][following-sibling::*][matches(., '[\p{L}\p{N})]\s*$')]" mode="html:body" as="node()+">
    <xsl:sequence select="f:phrase(.)"/>
    <xsl:text>: </xsl:text>
  </xsl:template>
  <!-- An identifier leads to the authority that gave it. -->
  <xsl:template match="idno" mode="html:body" as="node()+">
    <xsl:variable name="href" as="xs:string?" select="f:authority-address(.)"/>
    <span>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="@type[normalize-space()]"><span class="key">{@type}</span><xsl:text> </xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="$href and not(*)"><a href="{$href}"><xsl:apply-templates mode="#current"/></a></xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:variable name="f:authorities" as="map(xs:string, xs:string)" select="map{
      'wikidata': 'https://www.wikidata.org/wiki/', 'viaf': 'https://viaf.org/viaf/', 'gnd': 'https://d-nb.info/gnd/',
      'geonames': 'https://www.geonames.org/', 'orcid': 'https://orcid.org/', 'isni': 'https://isni.org/isni/',
      'doi': 'https://doi.org/', 'handle': 'https://hdl.handle.net/', 'lccn': 'https://lccn.loc.gov/',
      'pleiades': 'https://pleiades.stoa.org/places/', 'tgn': 'https://vocab.getty.edu/tgn/'}"/>
  <xsl:function name="f:authority-address" as="xs:string?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="value" as="xs:string" select="normalize-space($idno)"/>
    <xsl:variable name="base" as="xs:string?" select="$f:authorities(lower-case(normalize-space($idno/@type)))"/>
    <xsl:sequence select="
        if (matches($value, '^https?://\S+$')) then f:safe-address($value, $idno)
        else if ($base and matches($value, '^[A-Za-z0-9./_()-]+$')) then f:escaped($base || $value)
        else ()"/>
  </xsl:function>
  <!-- Roles and names of those responsible stand in one line. -->
  <xsl:template match="titleStmt/title | titleStmt/author | titleStmt/editor | seriesStmt/title | publicationStmt/publisher | publicationStmt/date
      | publicationStmt/pubPlace | publicationStmt/address | titleStmt/meeting" mode="html:body" as="element()">
    <div class="record {local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <span class="key">{f:label(.)}</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="self::date and not(normalize-space())">{f:told-date(.)}</xsl:if>
    </div>
  </xsl:template>
</xsl:stylesheet>
