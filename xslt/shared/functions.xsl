<?xml version="1.0" encoding="UTF-8"?>
<!-- Functions without output that the view and the renderings share. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:include href="roles.xsl"/>

  <!-- Has an element this role, or one of these (see toolkit/vocabulary/roles.toml)? -->
  <xsl:function name="fp:has-role" as="xs:boolean">
    <xsl:param name="element" as="node()?"/>
    <xsl:param name="roles" as="xs:string+"/>
    <xsl:sequence select="exists($element) and $fp:roles(local-name($element)) = $roles"/>
  </xsl:function>

  <!-- Are there words beside an element, in the element that holds both? Looked up, since siblings can be many. -->
  <xsl:key name="fp:with-words" match="*[text()[normalize-space()]]" use="generate-id()"/>
  <xsl:function name="f:among-words" as="xs:boolean">
    <xsl:param name="element" as="node()"/>
    <xsl:variable name="around" as="element()?" select="$element/parent::*"/>
    <xsl:sequence select="exists($around) and exists(key('fp:with-words', generate-id($around), root($around)))"/>
  </xsl:function>

  <!-- Where an element stands, for findings: the nearest id and the path down from it. -->
  <xsl:function name="f:place" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="anchor" as="element()?" select="$node/ancestor-or-self::*[@xml:id][1]"/>
    <xsl:variable name="below" as="element()*" select="$node/ancestor-or-self::*[empty($anchor) or . >> $anchor]"/>
    <xsl:sequence select="string-join(($anchor ! ('#' || @xml:id), $below/local-name()), '/')"/>
  </xsl:function>

  <!-- The targets of pointers that point into this document, without the number sign. -->
  <xsl:function name="f:local-targets" as="xs:string*">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence select="tokenize($pointers)[starts-with(., '#')] ! substring(., 2)"/>
  </xsl:function>

  <!-- Is the text edited by the Leiden conventions, as EpiDoc encodes them: does it stand in a division of the type "edition"? -->
  <xsl:function name="f:by-leiden" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor-or-self::div[@type = 'edition'])"/>
  </xsl:function>

  <!-- The number of a paragraph or of a section in it, by which works are cited, if the file gives one; not the name of it that a program
       reads. CORS. -->
  <xsl:function name="f:section-number" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[self::p or self::ab or self::seg][ancestor::text][empty(ancestor::note)]/@n
        ! normalize-space(.)[matches(., '^\s*[\p{Nd}IVXLCDMivxlcdm]+([.,–-]?[\p{Nd}]+)*[a-z]?\s*$')][string-length(.) le 10]"/>
  </xsl:function>

  <!-- The number of a page, column or milestone; where breaks of several editions or manuscripts stand side by side, with the name of its
       own. CORS. -->
  <xsl:function name="f:break-label" as="xs:string">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="editions" as="xs:string*" select="key('fp:break-of-edition', true(), root($break)) ! string(@ed)"/>
    <xsl:sequence select="normalize-space(string-join((
        $break/@ed[count(distinct-values($editions)) gt 1] ! fp:name-of-edition(.), $break/@n), ' '))"/>
  </xsl:function>
  <xsl:key name="fp:break-of-edition" match="(pb | cb | gb | milestone)[normalize-space(@ed)]" use="true()"/>
  <xsl:key name="fp:edition" match="(witness | bibl | biblStruct | msDesc | edition)[@xml:id]" use="string(@xml:id)"/>
  <xsl:function name="fp:name-of-edition" as="xs:string">
    <xsl:param name="pointers" as="attribute(ed)"/>
    <xsl:sequence select="string-join(tokenize($pointers) ! (
        let $named := key('fp:edition', substring-after(., '#'), root($pointers))[1]
        return ($named/@n, $named/abbr[@type = 'siglum'], replace(., '^.*#', ''))[normalize-space()][1]), ' ')"/>
  </xsl:function>

  <!-- The words of the text that an apparatus entry from outside points at, from one element to another. TCAPDE. -->
  <xsl:key name="fp:pointed-at" match="*[@xml:id]" use="string(@xml:id)"/>
  <xsl:function name="f:words-pointed-at" as="xs:string">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="ends" as="element()*" select="($app/@from, ($app/@to, $app/@from)[1]) ! f:local-targets(.)[1] ! key('fp:pointed-at', ., root($app))[1]"/>
    <xsl:variable name="passage" as="node()*" select="
        if (count($ends) ne 2) then ()
        else $ends[1]/(., following-sibling::node()[. &lt;&lt; $ends[2] or . is $ends[2]])"/>
    <xsl:sequence select="if ($passage[last()] is $ends[2]) then normalize-space(string-join($passage[not(self::view:aside or self::note)])) else ''"/>
  </xsl:function>

  <!-- Text for one line: white space normalised. -->
  <xsl:function name="f:line" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="normalize-space($text)"/>
  </xsl:function>

  <!-- Does a quotation bring its own marks? The header says so, or they stand at its beginning or directly before it, or @rend says how
       else it is set off. Where they are missing, a rendering adds them. COHQU. -->
  <xsl:key name="f:kept-marks" match="quotation[@marks = ('all', 'some')]" use="true()"/>
  <xsl:function name="f:has-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(@rend, @rendition, @direct[. = 'false'])) or exists(key('f:kept-marks', true(), root($element))) or matches($element, '^\s*[&quot;“”„‟«»‹›‘’‚‛「『《〈—–-]')
        or matches(string($element/preceding-sibling::node()[1]), '[&quot;“”„«»‹›‘‚「『]\s*$')"/>
  </xsl:function>
</xsl:stylesheet>
