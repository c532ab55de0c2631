<?xml version="1.0" encoding="UTF-8"?>
<!-- Choices, and the two wrappers that say what belongs to one view only. Module core. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- What only one view shows, drawn for the view at hand. -->
  <xsl:function name="f:shown" as="element(view:shown)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <view:shown of="{$of}" kind="{$kind}"><xsl:sequence select="f:viewed($nodes, $of)"/></view:shown>
  </xsl:function>

  <!-- What the view at hand leaves out, as the view that shows it would have it. -->
  <xsl:function name="f:aside" as="element(view:aside)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <view:aside of="{$of}" kind="{$kind}"><xsl:sequence select="f:viewed($nodes, $of)"/></view:aside>
  </xsl:function>

  <xsl:function name="f:viewed" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$view = 'diplomatic'"><xsl:apply-templates select="$nodes" mode="view:diplomatic"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$nodes" mode="view:reading"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="TEI | teiCorpus" mode="view:reading" as="element()">
    <xsl:copy>
      <xsl:attribute name="view:of" select="'reading'"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="TEI | teiCorpus" mode="view:diplomatic" as="element()">
    <xsl:copy>
      <xsl:attribute name="view:of" select="'diplomatic'"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- The header is not transcribed text: it is the same in both views. -->
  <xsl:template match="teiHeader" mode="view:reading view:diplomatic" as="element(teiHeader)">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="processing-instruction() | comment()" mode="view:reading view:diplomatic" as="empty-sequence()"/>

  <!-- Parts of a record, an entry or a reference that touch one another in the file are words of their own. Before the rules for what
       they are, hence the priority. -->
  <xsl:template match="*[fp:touches-datum(.)]" mode="view:reading view:diplomatic" priority="5" as="node()*">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>
  <xsl:function name="fp:touches-datum" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        fp:has-role($element, 'datum')
        and fp:has-role($element/preceding-sibling::node()[1][self::*], 'datum')
        and (fp:has-role($element/.., 'datum') or not(f:among-words($element)))"/>
  </xsl:function>

  <!-- Apparent errors, original spellings and abbreviations: the reading text shows the editor's half, the diplomatic text the
       source's. Of several halves on one side one is shown; the others are variants. COED. -->
  <xsl:template match="choice[f:of-editor(.)][f:of-source(.)]" mode="view:reading" as="element(choice)">
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:sequence select="f:shown(fp:surest(f:of-editor(.)), 'reading', f:kind-of-choice(.))"/>
      <xsl:sequence select="f:aside(fp:surest(f:of-source(.)), 'diplomatic', f:kind-of-choice(.))"/>
      <xsl:sequence select="fp:other-halves(., 'reading')"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="choice[f:of-editor(.)][f:of-source(.)]" mode="view:diplomatic" as="element(choice)">
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:sequence select="f:shown(fp:surest(f:of-source(.)), 'diplomatic', f:kind-of-choice(.))"/>
      <xsl:sequence select="f:aside(fp:surest(f:of-editor(.)), 'reading', f:kind-of-choice(.))"/>
      <xsl:sequence select="fp:other-halves(., 'diplomatic')"/>
    </xsl:copy>
  </xsl:template>
  <!-- Alternatives of one side only, such as two ways to read an unclear word: both views show the same. PHDA. -->
  <xsl:template match="choice" mode="view:reading" as="element(choice)">
    <xsl:copy>
      <xsl:sequence select="@*, f:viewed(fp:surest(f:halves(.)), 'reading'), fp:other-halves(., 'reading')"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="choice" mode="view:diplomatic" as="element(choice)">
    <xsl:copy>
      <xsl:sequence select="@*, f:viewed(fp:surest(f:halves(.)), 'diplomatic'), fp:other-halves(., 'diplomatic')"/>
    </xsl:copy>
  </xsl:template>

  <!-- The half of the highest @cert, then the first. -->
  <xsl:function name="fp:surest" as="element()?">
    <xsl:param name="halves" as="element()*"/>
    <xsl:sequence select="
        sort($halves, (), function($half as element()) as xs:integer {
          -($fp:rank-of-certainty(string($half/@cert)), 3)[1]
        })[1]"/>
  </xsl:function>
  <xsl:variable name="fp:rank-of-certainty" as="map(xs:string, xs:integer)" select="map{'high': 3, 'medium': 2, 'low': 1, 'unknown': 1}"/>

  <xsl:function name="fp:other-halves" as="element(view:aside)?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:variable name="sides" as="element()*" select="
        if (f:of-editor($choice) and f:of-source($choice))
        then (fp:surest(f:of-editor($choice)), fp:surest(f:of-source($choice)))
        else fp:surest(f:halves($choice))"/>
    <xsl:variable name="others" as="element()*" select="f:halves($choice) except $sides"/>
    <xsl:if test="exists($others)">
      <view:aside of="apparatus" kind="variant"><xsl:sequence select="f:viewed($others, $view)"/></view:aside>
    </xsl:if>
  </xsl:function>

  <!-- The halves of a choice. What is neither the one nor the other (unclear, seg, a nested choice) goes with the source. -->
  <xsl:function name="f:of-editor" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="f:halves($choice)[fp:has-role(., 'editors-half')]"/>
  </xsl:function>
  <xsl:function name="f:of-source" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="f:halves($choice)/(self::sic | self::orig | self::abbr | self::am)"/>
  </xsl:function>
  <!-- An expansion or a spelling that nobody filled in would blank the word: the other half stands for both. An empty corr or sic says
       that the source has a word too many or too few. -->
  <xsl:function name="f:halves" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="filled" as="element()*" select="$choice/*[normalize-space() or * or self::corr or self::sic]"/>
    <xsl:sequence select="if (exists($filled[normalize-space() or *])) then $filled else $choice/*"/>
  </xsl:function>

  <xsl:function name="f:kind-of-choice" as="xs:string">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="
        if ($choice/corr) then 'correction'
        else if ($choice/reg) then 'regularization'
        else 'abbreviation'"/>
  </xsl:function>
</xsl:stylesheet>
