<?xml version="1.0" encoding="UTF-8"?>
<!-- Module gaiji: characters that Unicode lacks. WD. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The text of g, else the mapping of its character, else a sign that stands for it, with its name. WDNE. -->
  <xsl:template match="g" mode="html:body" as="element()">
    <xsl:variable name="described" as="element()?" select="f:local-targets(@ref)[1] ! key('f:by-id', ., root(current()))[1]"/>
    <span>
      <xsl:if test="empty($described) and @ref"><xsl:attribute name="title" select="f:line(@ref)"/></xsl:if>
      <xsl:if test="$described/(desc | charName | glyphName | localProp[@name = 'Name'] | unicodeProp[@name = 'Name'])">
        <xsl:attribute name="title" select="f:line(($described/(desc, localProp[@name = 'Name']/@value, unicodeProp[@name = 'Name']/@value))[1])"/>
      </xsl:if>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:choose>
        <xsl:when test="normalize-space() or *"><xsl:apply-templates mode="#current"/></xsl:when>
        <xsl:when test="$described/mapping[normalize-space()]"><xsl:value-of select="f:best-mapping($described)"/></xsl:when>
        <xsl:otherwise>▯</xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>
  <xsl:function name="f:best-mapping" as="xs:string">
    <xsl:param name="character" as="element()"/>
    <xsl:sequence select="f:line(($character/mapping[@type = ('Unicode', 'unicode')], $character/mapping[@type = 'standard'],
        $character/mapping[@type = 'simplified'], $character/mapping)[normalize-space()][1])"/>
  </xsl:function>
</xsl:stylesheet>
