<?xml version="1.0" encoding="UTF-8"?>
<!-- The document: what the header says of it, title, contents, text, and what editors add at the end. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="/" mode="typst:document" as="xs:string">
    <xsl:variable name="edition" as="element()" select="(/TEI | /teiCorpus | /*)[1]"/>
    <xsl:variable name="body" as="xs:string*">
      <xsl:apply-templates select="$edition" mode="typst:body"/>
      <xsl:sequence select="f:back-matter($edition)"/>
    </xsl:variable>
    <xsl:sequence select="string-join((
        '#let about = ' || f:about($edition), '&#10;#show: edition.with(about, settings)&#10;#', f:block($body), '&#10;'))"/>
  </xsl:template>

  <!-- What Typst and the reader of the file's properties need to know. -->
  <xsl:function name="f:about" as="xs:string">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="authors" as="xs:string*" select="f:authors($edition)"/>
    <xsl:variable name="title" as="xs:string" select="f:title($edition)"/>
    <xsl:variable name="short" as="xs:string" select="f:shortened($title, 60)"/>
    <xsl:sequence select="'(' || string-join((
        'title:' || f:string($title),
        'authors:' || f:array($authors ! f:string(.)),
        'description:' || f:string(f:shortened($edition/teiHeader/fileDesc/sourceDesc[1]/*[normalize-space()][1] ! f:reference(.), 400)),
        'date:' || f:date-of($edition),
        'language:' || f:string(f:edition-language($edition)),
        'direction:rtl'[$f:document-direction eq 'rtl'],
        'region:' || f:string(f:region(f:edition-tag($edition))),
        'running-left:' || f:string((f:shortened($authors[1], 60), $short)[. != ''][1]),
        'running-right:' || f:string($short),
        'line-numbers:' || f:boolean($line-numbers = 'page')), ',') || ')'"/>
  </xsl:function>

  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="titles" as="element(title)*" select="$edition/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:variable name="title" as="xs:string" select="f:plain(($titles[@level = 'a'][not(@type) or @type = 'main'],
        $titles[@type = 'main'][not(@level = 's')], $titles[not(@type)][not(@level = 's')], $titles)[normalize-space()][1])"/>
    <xsl:sequence select="(
        $title, f:plain(($edition//head)[1]), string($edition/@xml:id), f:word('untitled'))[. != ''][1]"/>
  </xsl:function>

  <xsl:function name="f:authors" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:sequence select="distinct-values($edition/teiHeader/fileDesc/titleStmt/author ! f:name-of(.))[. != '']"/>
  </xsl:function>

  <xsl:function name="f:edition-tag" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="top" as="element()?" select="root($node)/*"/>
    <xsl:sequence select="($language[. != ''], $top/@xml:lang, $top/text/@xml:lang, $top/text/body/@xml:lang,
        $top/teiHeader/profileDesc/langUsage/language/@ident, 'en')[1]"/>
  </xsl:function>
  <xsl:function name="f:edition-language" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="f:language(f:edition-tag($node))"/>
  </xsl:function>

  <!-- The last change, else the date of publication: never the day on which the page is made. -->
  <xsl:function name="f:date-of" as="xs:string">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="stated" as="xs:string*" select="
        (sort($edition/teiHeader/revisionDesc//change/@when/string())[last()],
        $edition/teiHeader/fileDesc/publicationStmt//date/@when/string())[matches(., '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?([T].*)?$')]"/>
    <xsl:variable name="day" as="xs:string" select="substring(substring($stated[1], 1, 10) || '-01-01', 1, 10)"/>
    <xsl:sequence select="if ($day castable as xs:date)
        then '(' || string-join(tokenize($day, '-') ! string(xs:integer(.)), ',') || ')' else 'none'"/>
  </xsl:function>

  <!-- Lines of prose are numbered in the parts whose apparatus or corrections refer to them: a division, or a text without any. -->
  <xsl:function name="f:numbers-lines" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$line-numbers = 'auto' and f:is-outermost-part($part) and not(f:keeps-lines($part))
        and exists($part//view:aside[f:told-at-foot(.)][empty(f:verse-of(.))])"/>
  </xsl:function>
  <xsl:function name="f:is-outermost-part" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part[self::div or self::div1][not(ancestor::div or ancestor::div1)])
        or exists($part[self::body or self::front or self::back][not(div or div1)])"/>
  </xsl:function>

  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:sequence select="if (string-length($text) le $length) then string($text)
        else replace(substring($text, 1, $length), '\s+\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- A book has a title page and contents; a short text has its title above it, unless it brings one. -->
  <xsl:template match="TEI" mode="typst:body" as="xs:string*">
    <xsl:sequence select="if (f:is-book(.)) then f:title-page(.) else f:title-block(.)"/>
    <xsl:apply-templates select="* except (teiHeader, standOff)" mode="#current"/>
  </xsl:template>
  <xsl:template match="teiCorpus" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:title-page(.)"/>
    <xsl:apply-templates select="* except (teiHeader, standOff)" mode="#current"/>
  </xsl:template>
  <!-- A text of a corpus, or a corpus in it, has a heading, and its own colophon after it. -->
  <xsl:template match="(TEI | teiCorpus)[parent::*]" mode="typst:body" as="xs:string*" priority="1">
    <xsl:sequence select="f:head-call(count(ancestor::teiCorpus | ancestor::TEI), f:title(.), f:text(f:title(.)))"/>
    <xsl:apply-templates select="* except (teiHeader, standOff)" mode="#current"/>
    <xsl:sequence select="f:colophon(.)"/>
  </xsl:template>

  <xsl:function name="f:is-book" as="xs:boolean">
    <xsl:param name="edition" as="element()"/>
    <xsl:sequence select="if ($title-page = 'auto') then string-length($edition/text[1]) gt 60000 else $title-page = 'yes'"/>
  </xsl:function>

  <xsl:function name="f:title-page" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="statements" as="element()*" select="$edition/teiHeader/fileDesc/titleStmt"/>
    <xsl:sequence select="f:call('title-page', (
        f:author-argument($edition), f:string(f:title($edition)), f:subtitle-argument($edition),
        f:array(($statements/editor, $statements/respStmt) ! f:block(f:responsibility(.))),
        f:array($edition/teiHeader/fileDesc/publicationStmt ! f:imprint(.))))"/>
    <xsl:if test="count($edition//text//head[parent::div or parent::div1]) gt 3">
      <xsl:sequence select="f:call('contents', f:string(f:word('contents'))), 'chapter-begin;'[$f:has-chapters]"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:title-block" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="own" as="xs:string*" select="$edition/text//(head | titlePart | docTitle)[position() le 5] ! lower-case(f:plain(.))"/>
    <xsl:variable name="title" as="xs:string" select="f:title($edition)"/>
    <xsl:sequence select="'[#metadata(none)&lt;first-page&gt;];'"/>
    <xsl:if test="not(lower-case($title) = $own)">
      <xsl:sequence select="f:call('title-block', (
          if ($edition/text//docAuthor) then 'none' else f:author-argument($edition), f:string($title), f:subtitle-argument($edition)))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:author-argument" as="xs:string">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="authors" as="xs:string" select="string-join(f:authors($edition), ', ')"/>
    <xsl:sequence select="if ($authors = '') then 'none' else f:string($authors)"/>
  </xsl:function>
  <xsl:function name="f:subtitle-argument" as="xs:string">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="titles" as="xs:string*" select="
        $edition/teiHeader/fileDesc/titleStmt/title[@type = ('sub', 'subtitle', 'alt')] ! f:plain(.)"/>
    <xsl:sequence select="if (empty($titles)) then 'none' else f:string(string-join($titles, '. '))"/>
  </xsl:function>

  <!-- What editors add at the end: corrections, what the view leaves out, indexes, and what the header says. -->
  <xsl:function name="f:back-matter" as="xs:string">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="parts" as="xs:string*" select="
        f:witness-list($edition), f:apparatus-list($edition), f:corrections($edition), f:left-out($edition), f:indexes($edition), f:colophon($edition), f:plates($edition)"/>
    <xsl:sequence select="f:call('back-matter', f:block($parts))"/>
  </xsl:function>
</xsl:stylesheet>
