<?xml version="1.0" encoding="UTF-8"?>
<!-- The direction of a passage: that of the script its letters belong to. The language is asked only where letters do not tell: Arabic in
     Latin letters runs from left to right, Hebrew that no xml:lang announces from right to left. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="no" exclude-result-prefixes="#all">

  <!-- The letters of the scripts that run from right to left, as a range: Hebrew, Arabic, Syriac, Thaana, N'Ko and their like. -->
  <xsl:variable name="fp:leftward" as="xs:string" select="'&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;&#xFE70;-&#xFEFC;&#x10800;-&#x10FFF;&#x1E800;-&#x1EFFF;'"/>
  <!-- Most documents have no such letter, and none of their elements is asked. -->
  <xsl:variable name="f:runs-leftward" as="xs:boolean" select="matches(string(/), '[' || $fp:leftward || ']')"/>

  <xsl:function name="f:text-direction" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="letters" as="xs:string" select="
        if ($f:runs-leftward or $tag ! f:direction(.) = 'rtl') then replace(fp:own-words($element), '\P{L}', '') else ''"/>
    <xsl:variable name="leftward" as="xs:integer" select="string-length(replace($letters, '[^' || $fp:leftward || ']', ''))"/>
    <xsl:variable name="others" as="xs:integer" select="string-length($letters) - $leftward"/>
    <xsl:sequence select="if ($leftward = $others) then $tag ! f:direction(.) else if ($leftward gt $others) then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- The words of an element without those of passages in another language. -->
  <xsl:function name="fp:own-words" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="if (empty($element//*[@xml:lang])) then string($element)
        else string-join($element//text()[not(ancestor::*[@xml:lang][1] >> $element)])"/>
  </xsl:function>

  <!-- The direction of the text as a whole, and that of a block in it that no xml:lang announces and that differs, or may differ, from what
       is around it. -->
  <xsl:variable name="f:document-direction" as="xs:string" select="
      (f:text-direction(((//text)[1], /*)[1], (/*/@xml:lang, (//text)[1]/@xml:lang)[normalize-space()][1]), 'ltr')[1]"/>
  <xsl:function name="f:block-direction" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$f:runs-leftward and (fp:has-role($element, ('paragraph', 'line')) or $element[self::head or self::item or self::cell])">
      <xsl:sequence select="f:text-direction($element, ())[. ne $f:document-direction
          or exists($element/ancestor::*[@xml:lang][not(self::TEI or self::teiCorpus)])]"/>
    </xsl:if>
  </xsl:function>

  <!-- The direction of a language: that of the script in its tag, else of the script it is mostly written in. -->
  <xsl:function name="f:direction" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="script" as="xs:string?" select="tokenize($tag, '[-_]')[string-length() eq 4][1]"/>
    <xsl:sequence select="
        if ($script) then (if ($script = ('Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Samr', 'Mand', 'Adlm')) then 'rtl' else 'ltr')
        else if (lower-case(tokenize($tag, '[-_]')[1]) = ('ar', 'ara', 'he', 'heb', 'hbo', 'yi', 'yid', 'fa', 'fas', 'per', 'pes', 'prs',
            'ur', 'urd', 'ps', 'pus', 'sd', 'snd', 'ug', 'uig', 'dv', 'div', 'syr', 'syc', 'aii', 'arc', 'jpa', 'sam', 'ota', 'chg',
            'ckb', 'jrb', 'arb', 'arz', 'apc', 'ary', 'yhd', 'pal', 'xpr', 'nqo', 'ks', 'kas')) then 'rtl'
        else 'ltr'"/>
  </xsl:function>
</xsl:stylesheet>
