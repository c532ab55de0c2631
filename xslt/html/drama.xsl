<?xml version="1.0" encoding="UTF-8"?>
<!-- Module drama, and speeches of core. DR. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="speaker" mode="html:body" as="element()">
    <p><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></p>
  </xsl:template>
  <xsl:template match="stage | move | sound | tech | view | camera | caption" mode="html:body" as="element()">
    <xsl:element name="{if (f:in-line(.)) then 'span' else 'p'}">
      <xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <xsl:function name="f:in-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::*[self::p | self::l | self::ab | self::speaker | self::head | self::stage | self::q | self::s | self::seg | self::hi | self::note | self::u])"/>
  </xsl:function>
</xsl:stylesheet>
