<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcribed speech: who speaks, and what is not words. Module spoken, TS. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="u" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:own-language(., f:call('utterance', (f:string(f:speakers(.)), f:block((f:anchor(.), f:inside(.))))))"/>
  </xsl:template>
  <!-- The persons of @who, of an utterance or of the block that annotates it, by the names that the file has for them, else by their ids. -->
  <xsl:function name="f:speakers" as="xs:string">
    <xsl:param name="speech" as="element()"/>
    <xsl:sequence select="string-join(for $pointer in tokenize(($speech/@who, $speech[empty(preceding-sibling::u)]/parent::annotationBlock/@who)[1]) return
        (key('f:entity', replace($pointer, '^.*#', ''), root($speech))[1] ! f:index-name(.), replace($pointer, '^.*#', ''), $pointer)[. != ''][1], ', ')"/>
  </xsl:function>

  <xsl:template match="vocal | kinesic | incident | writing" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('description', f:block(if (normalize-space()) then f:inside(.) else f:text((@type, '…')[1])))"/>
  </xsl:template>
  <xsl:template match="shift[@new]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('description', f:block(f:text(string-join((@feature, @new), ' '))))"/>
  </xsl:template>
  <xsl:template match="pause" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('description', f:block(f:text(if (@dur) then string(@dur) else '…')))"/>
  </xsl:template>
</xsl:stylesheet>
