<?xml version="1.0" encoding="UTF-8"?>
<!-- The header: source, responsibility, licence and principles as rows of a colophon. Module header, HD. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="f:colophon" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="header" as="element()?" select="$edition/teiHeader"/>
    <xsl:variable name="file" as="element()?" select="$header/fileDesc"/>
    <xsl:variable name="rows" as="xs:string*">
      <xsl:sequence select="f:row('author', $edition, f:joined($file/titleStmt/author ! f:array-of-text(f:name-of(.))))"/>
      <xsl:sequence select="$file/titleStmt/editor ! f:row('editor', ., f:text(f:name-of(.)))"/>
      <xsl:sequence select="f:row('responsibility', $edition, f:joined($file/titleStmt/respStmt ! f:block(f:responsibility(.))))"/>
      <xsl:sequence select="f:row('edition', $edition, f:said($file/editionStmt))"/>
      <xsl:sequence select="$file/sourceDesc/* ! f:row((('source-' || @type)[map:contains($words, .)], 'source')[1], ., f:said(.))"/>
      <xsl:sequence select="f:row('publisher', $edition, f:joined(
          $file/publicationStmt/(*[fp:has-role(., 'publishing-agency')] | pubPlace | address | date) ! f:block(f:said(.))))"/>
      <xsl:sequence select="f:row('licence', $edition, f:in-order($file/publicationStmt/availability/(licence | p)))"/>
      <xsl:sequence select="f:row('identifier', $edition, f:joined($file/publicationStmt/idno[normalize-space()] ! f:array-of-text(.)))"/>
      <xsl:sequence select="$header/profileDesc/correspDesc/correspAction ! f:row((('letter-' || @type)[map:contains($words, .)], 'correspondence')[1], ., f:said(.))"/>
      <xsl:sequence select="f:row('principles', $edition, f:in-order($header/encodingDesc/(projectDesc | editorialDecl)/*))"/>
    </xsl:variable>
    <xsl:if test="exists($rows)">
      <xsl:sequence select="if ($edition/parent::*) then f:call('text-colophon', $rows)
          else f:call('colophon', (f:string(f:word('about')), $rows))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:row" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:param name="statements" as="xs:string*"/>
    <xsl:if test="exists($statements)">
      <xsl:sequence select="f:array((f:string(f:word($key)), f:block($statements)))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:array-of-text" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="f:block(f:text(normalize-space($text)))"/>
  </xsl:function>

  <!-- Parts of the header one after the other, each with its own address. -->
  <xsl:function name="f:in-order" as="xs:string*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="$elements[normalize-space() or @target]">
      <xsl:if test="position() gt 1">sp;</xsl:if>
      <xsl:sequence select="if (@target) then f:linked(., @target) else f:said(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Blocks of code one after another, with a semicolon between what they print. -->
  <xsl:function name="f:joined" as="xs:string*">
    <xsl:param name="blocks" as="xs:string*"/>
    <xsl:for-each select="$blocks">
      <xsl:if test="position() gt 1">"; ";</xsl:if>
      <xsl:sequence select=". || ';'"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What a part of the header says, as running text: its words in order, parts with a full stop between them. -->
  <xsl:function name="f:said" as="xs:string*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:apply-templates select="$nodes" mode="typst:header"/>
  </xsl:function>
  <xsl:template match="rubric | incipit | explicit | finalRubric" mode="typst:header" as="xs:string*">
    <xsl:sequence select="f:text(f:word('tei-' || local-name()) || ': ')"/>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="*" mode="typst:header" as="xs:string*">
    <xsl:choose>
      <xsl:when test="text()[normalize-space()]"><xsl:apply-templates mode="#current"/></xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="*[normalize-space()]">
          <xsl:if test="position() gt 1">
            <xsl:sequence select="if (matches(normalize-space(preceding-sibling::*[normalize-space()][1]), '[.,;:!?]$')) then 'sp;' else '&quot;, &quot;;'"/>
          </xsl:if>
          <xsl:apply-templates select="." mode="#current"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="text()" mode="typst:header" as="xs:string*">
    <xsl:sequence select="f:text(.)"/>
  </xsl:template>
  <xsl:template match="title" mode="typst:header" as="xs:string*">
    <xsl:sequence select="f:call(if (@level = 'a') then 'article-title' else 'work-title', f:block(f:text(f:plain(.))))"/>
  </xsl:template>
  <xsl:template match="ref[@target] | ptr[@target]" mode="typst:header" as="xs:string*">
    <xsl:sequence select="f:linked(., @target)"/>
  </xsl:template>
  <xsl:template match="processing-instruction() | comment()" mode="typst:header" as="empty-sequence()"/>

  <!-- A printed source: author, title, then what is known of its publication. COBICO. -->
  <xsl:template match="biblStruct" mode="typst:header" as="xs:string*">
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each select="f:reference-parts(.)">
        <xsl:variable name="said" as="xs:string*"><xsl:apply-templates select="." mode="#current"/></xsl:variable>
        <xsl:sequence select="f:block($said)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1">", ";</xsl:if>
      <xsl:sequence select=". || ';'"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="biblScope[@unit]" mode="typst:header" as="xs:string*">
    <xsl:sequence select="f:text(f:scope(.))"/>
  </xsl:template>

  <!-- Text that leads to an address, which is printed if the text says nothing else. -->
  <xsl:function name="f:linked" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:apply-templates select="$element/node()" mode="typst:header"/>
    </xsl:variable>
    <xsl:variable name="words" as="xs:string*" select="if (normalize-space($element)) then $said else f:text($target)"/>
    <xsl:sequence select="if (f:is-web-address($target)) then f:call('out', (f:string($target), f:block($words))) else $words"/>
  </xsl:function>

  <xsl:function name="f:is-web-address" as="xs:boolean">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:sequence select="matches($target, '^(https?|mailto|doi):\S+$') and string-length($target) le 2000"/>
  </xsl:function>

  <!-- "Translated by N. N.": the statement in its own order, the work and the name apart. -->
  <xsl:function name="f:responsibility" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="works" as="xs:string" select="string-join($statement/resp ! normalize-space(.), ', ')"/>
    <xsl:variable name="names" as="xs:string" select="string-join($statement/(* except (resp | note)) ! f:name-of(.), ', ')"/>
    <xsl:sequence select="if ($statement/self::respStmt)
        then f:text(string-join(($works, $names)[. != ''], if (ends-with($works, ':')) then ' ' else ': '))
        else f:text(f:word('editor') || ': ' || f:name-of($statement))"/>
  </xsl:function>
  <!-- Publisher, place, year and licence, as a title page has them; a long licence is given by its address. -->
  <xsl:function name="f:imprint" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="($statement/(publisher | distributor | pubPlace), $statement/date[1])[normalize-space()] ! f:array-of-text(f:name-of(.)),
        $statement/availability/licence[normalize-space() or @target] ! f:block(
          if (string-length(normalize-space()) gt 160) then f:text((@target, f:shortened(normalize-space(), 160))[1]) else f:linked(., @target))"/>
  </xsl:function>
</xsl:stylesheet>
