<?xml version="1.0" encoding="UTF-8"?>
<!-- Names as an index has them: how a person is headed and where the heading is sorted. ND. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A name in one line: its parts with spaces between them, a comma after a surname that stands first, without identifiers, notes, and what
       the view leaves out. -->
  <xsl:function name="f:name-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="texts" as="xs:string*" select="
        for $text in $element//text()[not(ancestor::*[. >> $element][self::idno or self::note or self::email or self::view:aside])]
        return (' '[f:begins-part($text, $element)], string($text), ','[f:ends-surname-first($text)])"/>
    <xsl:sequence select="replace(normalize-space(string-join($texts)), '\s+([,.;)])', '$1')"/>
  </xsl:function>
  <!-- Names as data often have the surname first, and nothing but white space after it; scripts without capitals write them so. -->
  <xsl:function name="f:ends-surname-first" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="surname" as="element(surname)?" select="$text/ancestor::surname[1][(.//text())[last()] is $text]"/>
    <xsl:sequence select="exists($surname[matches(., '\p{Lu}')][not(preceding-sibling::forename)]/following-sibling::node()[self::* or normalize-space()][1][self::forename])"/>
  </xsl:function>
  <!-- Does a text begin a part of its own that touches the part before, such as a surname, rather than letters marked within a word? -->
  <xsl:function name="f:begins-part" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($text/ancestor::*[. >> $element][preceding-sibling::node()[1][self::*]][not(.//text()[. &lt;&lt; $text])][f:is-name-part(.)])"/>
  </xsl:function>
  <xsl:function name="f:is-name-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not($element/self::view:* or fp:has-role($element, 'within-word'))"/>
  </xsl:function>

  <!-- The heading of a person: "Dukhonin, Nikolai Nikolayevich". The form that the edition made for sorting; else surname and forenames, where
       they are marked; else the first name, after the one word of the person's other names that it ends with; else the name as it is
       written. What stands between forename and surname goes with the forename: only the encoder knows where a name begins. NDPERS. -->
  <xsl:function name="f:person-heading" as="xs:string">
    <xsl:param name="names" as="element()*"/>
    <xsl:variable name="sorted" as="element()?" select="($names[@type = 'sort'], $names/reg)[normalize-space()][1]"/>
    <xsl:variable name="full" as="element()?" select="($names[not(@type = ('variant', 'alt'))], $names)[normalize-space()][1]"/>
    <xsl:sequence select="
        if ($sorted) then f:name-of($sorted)
        else if ($full//surname) then f:heading-of-parts($full)
        else if ($full) then f:surname-first(f:name-of($full), ($names except $full, $names//surname) ! f:name-of(.))
        else ''"/>
  </xsl:function>
  <xsl:function name="f:heading-of-parts" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="$name//*[fp:has-role(., 'name-part')]
        [not(ancestor::surname | ancestor::forename | ancestor::roleName | ancestor::addName)][normalize-space()]"/>
    <xsl:variable name="given" as="xs:string" select="string-join($parts[self::forename or self::nameLink] ! f:name-of(.), ' ')"/>
    <xsl:sequence select="string-join((string-join($parts[self::surname] ! f:name-of(.), ' '), $given[.],
        $parts[self::genName or self::addName or self::roleName] ! f:name-of(.)), ', ')"/>
  </xsl:function>
  <xsl:function name="f:surname-first" as="xs:string">
    <xsl:param name="full" as="xs:string"/>
    <xsl:param name="others" as="xs:string*"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($full)"/>
    <xsl:sequence select="
        if (count($words) gt 1 and $words[last()] = $others and not(contains($full, ',')))
        then $words[last()] || ', ' || string-join($words[position() lt last()], ' ')
        else $full"/>
  </xsl:function>

  <!-- Where a heading is sorted: word by word, in the order of the language, and a surname by itself before one that goes on. -->
  <xsl:function name="f:sorting-words" as="xs:string*">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:sequence select="tokenize(replace($heading, ',', ' , ')) ! translate(., ',', '')"/>
  </xsl:function>
  <xsl:function name="f:collation" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="'http://www.w3.org/2013/collation/UCA?lang=' || $language || ';strength=secondary;fallback=yes'"/>
  </xsl:function>
</xsl:stylesheet>
