<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page, in the line, or as blocks of their own. Module core, COHQ. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Where author and editors both have notes without marks of their own, the author's have signs and the editors' numbers. -->
  <xsl:key name="f:unmarked-note" match="note[@view:as = 'anchored'][not(normalize-space(@n))]" use="f:is-authorial(.)"/>
  <xsl:function name="f:is-authorial" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="matches(string-join(($note/@type, $note/@resp), ' '), '(^|[ #_-])author(ial)?($|[ _-])', 'i')"/>
  </xsl:function>
  <xsl:function name="f:note-marker" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="others" as="element(note)*" select="key('f:unmarked-note', not(f:is-authorial($note)), root($note))"/>
    <xsl:sequence select="
        if (normalize-space($note/@n) or empty($others)) then f:marker($note/@view:n)
        else if (f:is-authorial($note)) then f:sign($note/accumulator-before('fp:authorial-notes') - 1)
        else string($note/accumulator-before('fp:other-notes'))"/>
  </xsl:function>
  <xsl:accumulator name="fp:authorial-notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note[@view:as = 'anchored'][not(normalize-space(@n))][f:is-authorial(.)]" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="fp:other-notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note[@view:as = 'anchored'][not(normalize-space(@n))][not(f:is-authorial(.))]" select="$value + 1"/>
  </xsl:accumulator>
  <!-- Asterisk, dagger and so on; after the sixth they are doubled. -->
  <xsl:function name="f:sign" as="xs:string">
    <xsl:param name="before" as="xs:integer"/>
    <xsl:variable name="sign" as="xs:string" select="('*', '†', '‡', '§', '‖', '¶')[1 + $before mod 6]"/>
    <xsl:sequence select="string-join((1 to 1 + ($before idiv 6) mod 3) ! $sign)"/>
  </xsl:function>

  <xsl:template match="note[@view:as = 'anchored']" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('note', (f:string(f:note-marker(.)), f:block(f:own-language(., f:inside(.))))), f:space-again(.)"/>
  </xsl:template>
  <!-- The mark of a note is set close to the word before it: the space that stood there comes after the mark. -->
  <xsl:function name="f:space-again" as="xs:string?">
    <xsl:param name="mark" as="element()"/>
    <xsl:variable name="before" as="text()?" select="$mark/preceding::text()[not(ancestor::view:aside or ancestor::note)][1]"/>
    <xsl:if test="matches($before, '\s$')">sp;</xsl:if>
  </xsl:function>
  <!-- Brackets around a printed mark are not repeated: the mark is raised instead. -->
  <xsl:function name="f:marker" as="xs:string">
    <xsl:param name="mark" as="xs:string?"/>
    <xsl:sequence select="f:shortened(replace(normalize-space($mark), '^[\[(]\s*(\S+?)\s*[\])]$', '$1'), 12)"/>
  </xsl:function>

  <xsl:template match="note" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('note-inline', f:block(f:own-language(., f:inside(.))))"/>
  </xsl:template>
  <xsl:template match="note[@view:as = 'block']" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., f:call('note-block', (f:string(f:marker(@n)), f:block(f:inside(.)))))"/>
  </xsl:template>
</xsl:stylesheet>
