<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables, pictures and formulae. Module figures, FT. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="table" mode="typst:body" as="xs:string*">
    <xsl:variable name="caption" as="xs:string*"><xsl:apply-templates select="head" mode="#current"/></xsl:variable>
    <xsl:variable name="rows" as="xs:string*"><xsl:apply-templates select="row" mode="typst:cells"/></xsl:variable>
    <xsl:sequence select="f:anchor(.), f:own-language(., f:block($caption) || ';')"/>
    <xsl:if test="exists($rows)">
      <xsl:sequence select="f:own-language(., f:call('grid-table', (f:string(f:table-alt(.)), f:array($rows))))"/>
    </xsl:if>
    <xsl:apply-templates select="* except (head, row)" mode="#current"/>
  </xsl:template>
  <xsl:function name="f:table-alt" as="xs:string">
    <xsl:param name="table" as="element(table)"/>
    <xsl:sequence select="(f:shortened(f:plain($table/head), 120), f:word('table'))[. != ''][1]"/>
  </xsl:function>
  <xsl:template match="row" mode="typst:cells" as="xs:string">
    <xsl:variable name="cells" as="xs:string*"><xsl:apply-templates select="cell" mode="#current"/></xsl:variable>
    <xsl:sequence select="f:array($cells)"/>
  </xsl:template>
  <xsl:template match="cell" mode="typst:cells" as="xs:string">
    <xsl:sequence select="f:array((f:span(@cols), f:span(@rows), f:boolean((@role, ../@role) = 'label'), f:block((f:anchor(.), f:inside(.)))))"/>
  </xsl:template>
  <xsl:function name="f:span" as="xs:string">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="if (matches($value, '^[1-9][0-9]{0,3}$')) then string($value) else '1'"/>
  </xsl:function>

  <!-- A picture at hand stands between paragraphs; what is not at hand is described. -->
  <xsl:function name="f:is-plate" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::figure]/(* except (graphic | media | binaryObject | formula))) or exists($element/descendant-or-self::graphic[map:contains($pictures, string(@url))])"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>
  <xsl:template match="figure" mode="typst:body" as="xs:string*">
    <xsl:variable name="caption" as="xs:string*"><xsl:apply-templates select="* except graphic" mode="#current"/></xsl:variable>
    <xsl:variable name="graphics" as="xs:string*"><xsl:apply-templates select="graphic" mode="#current"/></xsl:variable>
    <xsl:sequence select="f:anchor(.), $graphics, if (f:is-plate(.)) then f:call('picture-missing', f:block($caption)) else $caption"/>
  </xsl:template>
  <xsl:template match="graphic" mode="typst:body" as="xs:string*">
    <xsl:variable name="file" as="xs:string?" select="$pictures(string(@url))"/>
    <xsl:variable name="alt" as="xs:string" select="(f:plain((desc, ../figDesc, ../head)[1]), '')[1]"/>
    <xsl:if test="$file">
      <xsl:sequence select="f:call('picture', (f:string($file), f:string(if ($alt = '') then f:word('figure') else f:shortened($alt, 400))))"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="figDesc" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('description', f:block(f:inside(.)))"/>
  </xsl:template>

  <!-- Pictures of the source's pages, where they are at hand: plates at the end, in the order of the page breaks. PHFAX. -->
  <xsl:key name="f:facsimile" match="surface | zone | graphic" use="@xml:id"/>
  <xsl:function name="f:facsimile" as="xs:string?">
    <xsl:param name="facs" as="attribute(facs)?"/>
    <xsl:variable name="pointed" as="element()*" select="for $id in f:local-targets($facs) return key('f:facsimile', $id, root($facs))"/>
    <xsl:sequence select="((tokenize($facs), $pointed/descendant-or-self::graphic/@url, $pointed/ancestor::surface[1]/graphic/@url) ! $pictures(string(.)))[1]"/>
  </xsl:function>
  <xsl:function name="f:plates" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="plates" as="xs:string*" select="if ($facsimiles = 'end') then $edition//text//pb ! f:plate(.) else ()"/>
    <xsl:if test="exists($plates)">
      <xsl:sequence select="f:call('plates', (f:string(f:word('facsimiles')), $plates ! ('(' || . || ')')))"/>
    </xsl:if>
  </xsl:function>
  <!-- The file of a page's picture and the words below it, as two arguments. -->
  <xsl:function name="f:plate" as="xs:string?">
    <xsl:param name="page" as="element(pb)"/>
    <xsl:variable name="file" as="xs:string?" select="f:facsimile($page/@facs)"/>
    <xsl:variable name="name" as="xs:string" select="normalize-space(f:word('page') || ' ' || f:shortened($page/@n, 24))"/>
    <xsl:sequence select="$file ! (f:string(.) || ',' || f:string(f:word('facsimile') || ', ' || $name))"/>
  </xsl:function>

  <!-- What a division holds, each block followed by the pictures of the pages that begin in it, if they stand between the text. -->
  <xsl:function name="f:inside-with-plates" as="xs:string*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="flows" as="xs:boolean" select="$facsimiles = 'between' and (every $above in $part/ancestor-or-self::*
        satisfies ($above/self::TEI or $above/self::teiCorpus or fp:has-role($above, ('division', 'text-part'))))"/>
    <xsl:for-each select="$part/node()">
      <xsl:apply-templates select="." mode="typst:body"/>
      <xsl:if test="$flows and not(self::text or self::group or self::front or self::body or self::back or matches(local-name(), '^div\d?$'))">
        <xsl:sequence select="descendant-or-self::pb ! f:plate(.) ! f:call('plate', .)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- Examples of XML are shown as code. -->
  <xsl:template match="eg:egXML" mode="typst:body" as="xs:string*" xmlns:eg="http://www.tei-c.org/ns/Examples">
    <xsl:sequence select="f:call('code-block', f:array(
        tokenize(serialize(node(), map{'method': 'xml', 'omit-xml-declaration': true()}), '\n') ! f:string(replace(., ' xmlns(:\w+)?=&quot;(http://www.tei-c.org/ns/Examples|urn:tei-toolkit:[a-z]+)&quot;', ''))))"/>
  </xsl:template>
  <xsl:template match="eg" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('code-block', f:array(tokenize(., '\n') ! f:string(.)))"/>
  </xsl:template>
  <xsl:template _match="{$fp:code}" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('code-inline', f:block(f:inside(.)))"/>
  </xsl:template>
</xsl:stylesheet>
