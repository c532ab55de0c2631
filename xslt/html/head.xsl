<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of the page: policy, metadata for readers of bibliographies (Zotero, Dublin Core, schema.org), styles. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="f:page-head" as="element()">
    <head>
      <meta charset="utf-8"/>
      <xsl:if test="$policy"><meta http-equiv="Content-Security-Policy" content="{$policy}"/></xsl:if>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>{string-join(($f:authors[1] ! f:person(.), $f:title), ': ')}</title>
      <meta name="generator" content="TEI toolkit"/>
      <meta name="citation_title" content="{$f:title}"/>
      <xsl:for-each select="$f:authors"><meta name="citation_author" content="{f:person(.)}"/></xsl:for-each>
      <xsl:for-each select="$f:editors"><meta name="citation_editor" content="{f:person(.)}"/></xsl:for-each>
      <xsl:if test="$f:published-date"><meta name="citation_publication_date" content="{translate($f:published-date, '-', '/')}"/></xsl:if>
      <xsl:if test="$f:publisher"><meta name="citation_publisher" content="{$f:publisher}"/></xsl:if>
      <xsl:if test="$f:doi"><meta name="citation_doi" content="{$f:doi}"/></xsl:if>
      <xsl:if test="$f:address"><meta name="citation_public_url" content="{$f:address}"/></xsl:if>
      <meta name="citation_language" content="{$f:language}"/>
      <meta name="DC.title" content="{$f:title}"/>
      <xsl:for-each select="$f:authors"><meta name="DC.creator" content="{f:person(.)}"/></xsl:for-each>
      <xsl:for-each select="$f:editors"><meta name="DC.contributor" content="{f:person(.)}"/></xsl:for-each>
      <xsl:if test="$f:publisher"><meta name="DC.publisher" content="{$f:publisher}"/></xsl:if>
      <xsl:if test="$f:published-date"><meta name="DC.date" content="{$f:published-date}"/></xsl:if>
      <xsl:if test="$f:licence"><meta name="DC.rights" content="{$f:licence}"/></xsl:if>
      <xsl:for-each select="$f:header/fileDesc/sourceDesc[1]/*[normalize-space()][1]"><meta name="DC.source" content="{f:reference(.)}"/></xsl:for-each>
      <meta name="DC.language" content="{$f:language}"/>
      <meta name="DC.type" content="Text"/>
      <xsl:if test="$f:address"><link rel="canonical" href="{$f:address}"/></xsl:if>
      <xsl:if test="$f:licence"><link rel="license" href="{$f:licence}"/></xsl:if>
      <xsl:if test="$tei-href"><link rel="alternate" type="application/tei+xml" href="{$tei-href}"/></xsl:if>
      <script type="application/ld+json"><xsl:value-of select="f:json($f:linked-data)"/></script>
      <xsl:choose>
        <xsl:when test="$style-href"><link rel="stylesheet" href="{$style-href}"/></xsl:when>
        <xsl:otherwise><style><xsl:value-of select="$style"/></style></xsl:otherwise>
      </xsl:choose>
    </head>
  </xsl:function>

  <xsl:variable name="f:linked-data" as="map(*)" select="map:merge((
      map{'@context': 'https://schema.org', '@type': 'CreativeWork', 'name': $f:title, 'inLanguage': $f:language},
      $f:authors[1] ! map{'author': array{$f:authors ! map{'@type': 'Person', 'name': f:person(.)}}},
      $f:editors[1] ! map{'editor': array{$f:editors ! map{'@type': 'Person', 'name': f:person(.)}}},
      $f:publisher ! map{'publisher': map{'@type': 'Organization', 'name': .}},
      $f:published-date ! map{'datePublished': .},
      $f:version ! map{'version': .},
      $f:licence ! map{'license': .},
      $f:address[.] ! map{'url': .}))"/>
</xsl:stylesheet>
