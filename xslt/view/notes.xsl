<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: which have a mark in the text and which stand where they are. Module core, COHQ. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Running numbers for the notes that bring no mark of their own. -->
  <xsl:accumulator name="f:note-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note[f:note-stands(.) = 'anchored'][not(normalize-space(@n))]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="text//note" mode="view:reading view:diplomatic" as="element(note)">
    <xsl:variable name="as" as="xs:string" select="f:note-stands(.)"/>
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <xsl:attribute name="view:as" select="$as"/>
      <xsl:if test="$as = 'anchored'">
        <xsl:attribute name="view:n" select="(normalize-unicode(normalize-space(@n), 'NFKC')[.], string(accumulator-before('f:note-number')))[1]"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- A note inside running text is anchored there; inside another note or the apparatus it stands inline. A note that points to its text (@target), or that stands among paragraphs,
       entries or readings, is a block of its own. -->
  <xsl:function name="f:note-stands" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        if ($note/@place = ('inline', 'inspace')) then 'inline'
        else if (exists($note/ancestor::*[self::app | self::lem | self::rdg | self::note | self::witDetail][1][not(self::lem)])) then 'inline'
        else if (fp:has-role($note/.., 'note-as-block')) then
          (if (f:marks-a-place($note)) then 'anchored' else 'block')
        else 'anchored'"/>
  </xsl:function>

  <!-- A note between blocks still has a mark if it says which one, or that it is at the foot, at the end or in the margin. -->
  <xsl:function name="f:marks-a-place" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="empty($note/@target) and $note/@place = ('foot', 'bottom', 'end', 'margin', 'left', 'right')
        and exists($note/parent::*[self::sp | self::u | self::table | self::figure])"/>
  </xsl:function>
</xsl:stylesheet>
