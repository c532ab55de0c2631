<?xml version="1.0" encoding="UTF-8"?>
<!-- Records: what describes rather than is read, in one form: a label and what it says. Modules header, msdescription, corpus, iso-fs and nets. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A description among descriptions has its name as a label, in the page's language; within running text it is a phrase. HD, MS, CC, FS, GD. -->
  <xsl:function name="f:record" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="in-line" as="xs:boolean" select="f:among-words($element)"/>
    <xsl:variable name="told" as="xs:string" select="f:told-attributes($element)"/>
    <xsl:element name="{if ($in-line) then 'span' else 'div'}">
      <xsl:sequence select="f:attributes($element, 'record'[not($in-line)])"/>
      <xsl:if test="not($in-line)">
        <span class="key">{($element[self::f]/@name, $element[self::fs]/@type, f:label($element))[1]}</span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="$told"><span class="told">{$told}</span><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="$element/node()" mode="html:body"/>
    </xsl:element>
  </xsl:function>

  <xsl:template match="teiHeader//respStmt" mode="html:body" as="element()">
    <xsl:sequence select="f:record(.)"/>
  </xsl:template>

  <!-- Small facts that stand in a line, by themselves or in prose. -->
  <xsl:function name="f:fact" as="node()+">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="told" as="xs:string" select="f:told-attributes($element)"/>
    <span>
      <xsl:sequence select="f:attributes($element)"/>
      <xsl:if test="$told and not(normalize-space($element))"><span class="told">{$told}</span></xsl:if>
      <xsl:apply-templates select="$element/node()" mode="html:body"/>
    </span>
    <xsl:if test="not(f:among-words($element))"><xsl:text> </xsl:text></xsl:if>
  </xsl:function>

  <!-- What attributes say that the content does not: always the ones that name or number; all of them if there is no content. -->
  <xsl:function name="f:told-attributes" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="naming" as="attribute()*" select="$element[not(self::respStmt | self::f | self::fs)]/(@ident, @name, @n, @when, @version, @value)"/>
    <xsl:variable name="rest" as="attribute()*" select="
        if (normalize-space($element) or $element/*) then ()
        else $element/@*[namespace-uri() = ''][not(name() = ('resp', 'source', 'cert', 'copyOf', 'sameAs', 'decls', 'rend', 'style', 'rendition'))] except $naming"/>
    <xsl:sequence select="string-join(($naming ! f:line(.), $rest ! (f:label-of-attribute(name()) || ' ' || f:line(.)))[.], ', ')"/>
  </xsl:function>
</xsl:stylesheet>
