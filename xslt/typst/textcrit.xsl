<?xml version="1.0" encoding="UTF-8"?>
<!-- The critical apparatus: entries at the foot, keyed to lines. Module textcrit, TC. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="app" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.)"/>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <!-- In parallel segmentation the white space between readings is not text. -->
  <xsl:template match="app/text() | rdgGrp/text()" mode="typst:body" as="empty-sequence()"/>
  <xsl:template match="lem | rdg" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., f:inside(.))"/>
  </xsl:template>

  <!-- The entry: readings with their witnesses, then notes. -->
  <xsl:template match="view:aside[@kind = 'variant']" mode="typst:entry" as="xs:string*">
    <xsl:sequence select="f:witnesses(../(lem | rdg)), if (../(lem | rdg)/(@wit | @resp | @source)) then 'between-readings;' else ()"/>
    <xsl:sequence select="f:readings(.)"/>
  </xsl:template>
  <xsl:function name="f:readings" as="xs:string*">
    <xsl:param name="parent" as="element()"/>
    <xsl:for-each select="$parent/*">
      <xsl:if test="position() gt 1 and self::*[self::rdg or self::rdgGrp or self::lem]">between-readings;</xsl:if>
      <xsl:apply-templates select="." mode="typst:entry"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:template match="rdgGrp" mode="typst:entry" as="xs:string*">
    <xsl:sequence select="f:readings(.)"/>
  </xsl:template>
  <xsl:template match="rdg | lem" mode="typst:entry" as="xs:string*">
    <xsl:sequence select="
        if (normalize-space() or *) then f:inside(.) else f:call('by-editor', f:block(f:text(f:word('omitted')))),
        f:witnesses(.)"/>
  </xsl:template>
  <xsl:template match="*" mode="typst:entry" as="xs:string*">
    <xsl:sequence select="'sp;', f:inside(.)"/>
  </xsl:template>

  <!-- Sigla: the witness's own, else its id. -->
  <xsl:key name="f:witness" match="*[@xml:id]" use="@xml:id"/>
  <xsl:function name="f:witnesses" as="xs:string*">
    <xsl:param name="reading" as="element()*"/>
    <xsl:variable name="sigla" as="xs:string*" select="
        for $pointer in $reading[1]/(@wit, @resp, @source) ! tokenize(.) return f:siglum($pointer, $reading[1])"/>
    <xsl:if test="exists($sigla)">
      <xsl:sequence select="f:call('witnesses', f:string(string-join($sigla, ' ')))"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="f:siglum" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*#', '')"/>
    <xsl:variable name="witness" as="element()?" select="key('f:witness', $id, root($context))[1]"/>
    <xsl:sequence select="($witness/@n/string(), $witness/abbr[@type = 'siglum'] ! f:line(.), $id, $pointer)[. != ''][1]"/>
  </xsl:function>

  <xsl:function name="f:witness-list" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="witnesses" as="element(witness)*" select="$edition/teiHeader//listWit//witness[normalize-space()]"/>
    <xsl:if test="exists($witnesses)">
      <xsl:sequence select="f:call('colophon', (f:string(f:word('witnesses')), $witnesses ! f:array((
          '&quot;&quot;', f:block((f:call('siglum', f:string(f:siglum('#' || @xml:id, .))), 'sp;', f:said(.)))))))"/>
    </xsl:if>
  </xsl:function>

  <!-- The apparatus after the text, if the edition wants it there. -->
  <xsl:function name="f:apparatus-list" as="xs:string?">
    <xsl:param name="edition" as="element()"/>
    <xsl:if test="$apparatus = 'end'">
      <xsl:sequence select="f:call('apparatus-list', f:string(f:word('apparatus')))"/>
    </xsl:if>
  </xsl:function>

  <!-- An apparatus that stands apart from its text is a list of entries with their places. TCAPLR, TCAPDE. -->
  <xsl:function name="f:stands-apart" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="empty($app/view:aside)"/>
  </xsl:function>
  <xsl:template match="app[f:stands-apart(.)]" mode="typst:body" as="xs:string*">
    <xsl:variable name="place" as="xs:string" select="string((@loc, @n)[1])"/>
    <xsl:sequence select="f:call('entry', f:block((f:anchor(.), f:call('apparatus-entry', (
        if ($place = '') then 'none' else f:string($place),
        if (lem) then f:block(lem ! (f:inside(.), f:witnesses(.))) else (f:words-pointed-at(.)[.] ! f:string(.), 'none')[1],
        f:block(f:readings-apart(.)))))))"/>
  </xsl:template>
  <xsl:function name="f:readings-apart" as="xs:string*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:for-each select="$app/(* except lem)">
      <xsl:if test="position() gt 1">between-readings;</xsl:if>
      <xsl:apply-templates select="." mode="typst:entry"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:template match="listApp" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('div', f:block(f:inside(.)))"/>
  </xsl:template>
  <!-- In a reading, where a witness begins or breaks off is told in words. TCAPMI. -->
  <xsl:template match="rdg//witStart | rdg//witEnd | rdg//lacunaStart | rdg//lacunaEnd" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('by-editor', f:block(f:text(f:word('tei-' || local-name())))), 'sp;'"/>
  </xsl:template>
  <xsl:template match="wit" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('siglum', f:block(f:inside(.)))"/>
  </xsl:template>
</xsl:stylesheet>
