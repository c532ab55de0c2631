<?xml version="1.0" encoding="UTF-8"?>
<!-- Module drama, and speeches of core. DR. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="speaker" mode="html:body" as="element()">
    <p><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></p>
  </xsl:template>
  <xsl:template _match="{$fp:stage-direction}" mode="html:body" as="element()">
    <xsl:element name="{if (f:in-line(.)) then 'span' else 'p'}">
      <xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <xsl:function name="f:in-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::*[fp:has-role(., 'running-text')])"/>
  </xsl:function>
</xsl:stylesheet>
