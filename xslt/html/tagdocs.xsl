<?xml version="1.0" encoding="UTF-8"?>
<!-- Module tagdocs: names of elements and attributes, examples, and specifications as records. TD. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="code | val" mode="html:body" as="element()">
    <code><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></code>
  </xsl:template>
  <!-- The style sheet adds the brackets and the sign. TDphrase. -->
  <xsl:template match="gi | att | tag" mode="html:body" as="element()">
    <code><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></code>
  </xsl:template>
  <xsl:template match="eg" mode="html:body" as="element()">
    <pre tabindex="0"><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></pre>
  </xsl:template>
  <!-- An example of TEI is shown as its source. -->
  <xsl:template match="eg:egXML" mode="html:body" as="element()" xmlns:eg="http://www.tei-c.org/ns/Examples">
    <pre tabindex="0" class="egXML" xsl:exclude-result-prefixes="#all"><xsl:apply-templates mode="#current"/></pre>
  </xsl:template>
  <xsl:template match="eg:*" mode="html:body" as="node()+" xmlns:eg="http://www.tei-c.org/ns/Examples">
    <xsl:text>&lt;{name()}</xsl:text>
    <xsl:for-each select="@* except @view:*"> {name()}="{.}"</xsl:for-each>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates mode="#current"/>
        <xsl:text>&lt;/{name()}&gt;</xsl:text>
      </xsl:when>
      <xsl:otherwise>/&gt;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template _match="{$fp:specification-reference}" mode="html:body" as="element()">
    <span>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="not(normalize-space())"><code>{f:told-attributes(.)}</code></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>
  <!-- Schema languages inside specifications: as source. -->
  <xsl:template match="rng:* | sch:* | xsl:* | constraint//*[f:is-foreign(.)] | content//*[f:is-foreign(.)] | datatype//*[f:is-foreign(.)]
      | outputRendition//*[f:is-foreign(.)]" mode="html:body" as="node()+" xmlns:rng="http://relaxng.org/ns/structure/1.0"
      xmlns:sch="http://purl.oclc.org/dsdl/schematron">
    <code class="schema" xsl:exclude-result-prefixes="#all">&lt;{string-join((name(), @* ! (name() || '="' || . || '"')), ' ')}&gt;</code>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:function name="f:is-foreign" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(namespace-uri($element) = ('http://www.tei-c.org/ns/1.0', 'http://www.tei-c.org/ns/Examples', 'urn:tei-toolkit:view'))"/>
  </xsl:function>
</xsl:stylesheet>
