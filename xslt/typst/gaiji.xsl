<?xml version="1.0" encoding="UTF-8"?>
<!-- Characters that the character set has not. Module gaiji, WD. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="f:character" match="char | glyph" use="@xml:id"/>

  <!-- The text of g, else a mapping of its character to text, else its name. Hyphens at the ends of lines are often encoded so,
       without a description: in the reading text they only allow a break. -->
  <xsl:template match="g" mode="typst:body" as="xs:string*">
    <xsl:variable name="character" as="element()?" select="f:local-targets(@ref)[1] ! key('f:character', ., root(current()))[1]"/>
    <xsl:variable name="mapped" as="xs:string?" select="($character/mapping[@type = ('standard', 'normalized', 'Unicode', 'modern')], $character/mapping)[normalize-space()][1]"/>
    <xsl:choose>
      <xsl:when test="node()"><xsl:sequence select="f:inside(.)"/></xsl:when>
      <xsl:when test="$mapped"><xsl:sequence select="f:text($mapped)"/></xsl:when>
      <xsl:when test="matches(@ref, 'hyphen', 'i')">
        <xsl:sequence select="f:text(if (matches(@ref, 'unhyphen', 'i')) then '' else if (f:is-diplomatic(.)) then '-' else '&#xAD;')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:call('missing-glyph', f:string(f:shortened((
            $character/(charName | glyphName | localProp/@value | unicodeProp/@value | localProp | desc)[normalize-space()] ! normalize-space(.),
            replace(@ref, '^.*[#:]', '')[. != ''], string(@type), 'g')[. != ''][1], 40)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Characters with their reading above them. WD (ruby). -->
  <xsl:template match="ruby[rb][rt]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('ruby', (f:block(rb ! f:inside(.)), f:block(rt ! f:inside(.))))"/>
  </xsl:template>
</xsl:stylesheet>
