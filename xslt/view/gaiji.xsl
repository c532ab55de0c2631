<?xml version="1.0" encoding="UTF-8"?>
<!-- Characters that Unicode lacks: what a g stands for. Module gaiji, WD. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="fp:described-character" match="char | glyph" use="@xml:id"/>

  <!-- An empty g gets the text that its description maps it to, so that every output has the same characters. WDNE. -->
  <xsl:template match="g[not(* or normalize-space())]" mode="view:reading view:diplomatic" as="element(g)">
    <xsl:copy>
      <xsl:sequence select="@*, fp:mapped(.)"/>
    </xsl:copy>
  </xsl:template>

  <!-- The character in Unicode if there is one, else the one that an editor would print, else any. -->
  <xsl:function name="fp:mapped" as="text()?">
    <xsl:param name="character" as="element(g)"/>
    <xsl:variable name="described" as="element()?" select="
        f:local-targets($character/@ref)[1] ! key('fp:described-character', ., root($character))[1]"/>
    <xsl:variable name="mappings" as="element(mapping)*" select="$described/mapping[normalize-space()]"/>
    <xsl:value-of select="(
        for $type in ('Unicode', 'unicode', 'standard', 'simplified') return $mappings[@type = $type],
        $mappings)[1] ! normalize-space()"/>
  </xsl:function>
</xsl:stylesheet>
