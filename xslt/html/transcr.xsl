<?xml version="1.0" encoding="UTF-8"?>
<!-- Module transcr: what the scribe and time did to the page. PH. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Additions say where they stand; the style sheet raises those above the line in the diplomatic text. PHAD. -->
  <xsl:template match="add" mode="html:body" as="element()">
    <ins>
      <xsl:if test="@place"><xsl:attribute name="title" select="f:label(.) || ': ' || f:line(@place)"/></xsl:if>
      <xsl:sequence select="f:attributes(., @place ! tokenize(.)[matches(., '^[a-z]+$')] ! ('place-' || .))"/>
      <xsl:apply-templates mode="#current"/>
    </ins>
  </xsl:template>
  <xsl:template match="del" mode="html:body" as="element()">
    <del><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></del>
  </xsl:template>

  <!-- Supplied, unclear and damaged text keeps the brackets and dots of the Leiden conventions, which the style sheet adds. PHDA. -->
  <xsl:template _match="{$fp:transcription-phrase}" mode="html:body" as="element()">
    <xsl:sequence select="f:trace(.)"/>
  </xsl:template>
  <xsl:function name="f:trace" as="element()">
    <xsl:param name="element" as="element()"/>
    <span>
      <xsl:if test="f:circumstances($element)"><xsl:attribute name="title" select="f:circumstances($element)"/></xsl:if>
      <xsl:sequence select="f:attributes($element, ($element/@reason ! tokenize(.)[matches(., '^[a-z]+$')] ! ('reason-' || .),
          $element/@cert[. = ('low', 'medium', 'high')] ! ('cert-' || .), $element/@evidence[. = 'parallel'] ! 'evidence-parallel'))"/>
      <xsl:apply-templates select="$element/node()" mode="html:body"/>
    </span>
  </xsl:function>
  <xsl:function name="f:circumstances" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="told" as="xs:string*" select="$element/(@reason, @agent, @degree, @cert, @hand, @resp, @source, @place, @function)/
        (f:label-of-attribute(name()) || ' ' || f:line(.))"/>
    <xsl:if test="exists($told)">
      <xsl:sequence select="f:label($element) || ': ' || string-join($told, ', ')"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="f:label-of-attribute" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="($words('att-' || $name), $name)[1]"/>
  </xsl:function>

  <xsl:template match="space" mode="html:body" as="element()">
    <span title="{f:told-of-gap(.)}"><xsl:sequence select="f:attributes(.)"/><xsl:value-of select="f:blank(.)"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <!-- As many blanks as the source leaves characters free, if it says so. -->
  <xsl:function name="f:blank" as="xs:string">
    <xsl:param name="space" as="element(space)"/>
    <xsl:variable name="count" as="xs:integer?" select="$space/@quantity[. castable as xs:integer][starts-with(../@unit, 'char') or ../@unit = 'letters'] ! xs:integer(.)"/>
    <xsl:sequence select="if ($count = 1 to 40) then string-join((1 to $count) ! '&#xA0;') else '&#x2003;'"/>
  </xsl:function>

  <!-- Points: a change of hand, the ends of an addition, deletion or damage that crosses other markup. -->
  <xsl:template match="handShift | addSpan | delSpan | damageSpan | modSpan" mode="html:body" as="element()">
    <span title="{string-join((f:label(.), @new, @hand, @scribe, @medium, @agent), ' ')}"><xsl:sequence select="f:attributes(., 'point')"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <!-- A transcription by zones of the page. PHFAX. -->
  <xsl:template match="sourceDoc//line" mode="html:body" as="element()">
    <xsl:sequence select="f:block(.)"/>
  </xsl:template>
</xsl:stylesheet>
