<?xml version="1.0" encoding="UTF-8"?>
<!-- The critical apparatus: which reading stands in the text. Module textcrit, TCAP. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Parallel segmentation: the lemma, or else the first reading that has any text, stands in the text; the rest is for the
       apparatus. TCAPPS. -->
  <xsl:template match="app[not(f:stands-outside(.))]" mode="view:reading view:diplomatic" as="element(app)">
    <xsl:variable name="text" as="element()?" select="f:reading-in-text(.)"/>
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:apply-templates select="$text" mode="#current"/>
      <view:aside of="apparatus" kind="variant">
        <xsl:apply-templates select="node() except ($text | text())" mode="#current">
          <xsl:with-param name="in-text" as="element()?" select="$text" tunnel="yes"/>
        </xsl:apply-templates>
      </view:aside>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="f:reading-in-text" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="$app/(lem, (rdg | rdgGrp/(lem | rdg))[normalize-space()], rdg | rdgGrp/rdg)[1]"/>
  </xsl:function>

  <!-- The reading of a group that stands in the text is not told twice. -->
  <xsl:template match="rdgGrp/rdg | rdgGrp/lem" mode="view:reading view:diplomatic" as="element()?">
    <xsl:param name="in-text" as="element()?" tunnel="yes"/>
    <xsl:if test="not(. is $in-text)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <!-- The siglum at the head of an entry is a word of its own. TCAPLW. -->
  <xsl:template match="abbr[@type = 'siglum'][empty(preceding-sibling::node()[normalize-space()])]" mode="view:reading view:diplomatic"
      as="node()+">
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Location-referenced and double end-point attached entries point at the text from outside. TCAPLR, TCAPDE. -->
  <xsl:function name="f:stands-outside" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="exists($app/(@loc | @from | @to | parent::listApp | parent::standOff | parent::annotation))"/>
  </xsl:function>
</xsl:stylesheet>
