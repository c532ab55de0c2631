<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes that every drawn element may have: class, id, language; and addresses that a page may follow. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Class (the TEI name, its rendering, and what the caller adds), id, language. -->
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:attributes($element, ())"/>
  </xsl:function>
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:attribute name="class" select="local-name($element), $classes, f:looks($element)"/>
    <xsl:sequence select="f:identity($element)"/>
  </xsl:function>

  <xsl:function name="f:identity" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@view:id">
      <xsl:attribute name="id" select="$element/@view:id"/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$element/@xml:lang"><xsl:sequence select="f:language($element/@xml:lang)"/></xsl:when>
      <xsl:when test="f:block-direction($element)"><xsl:attribute name="dir" select="f:block-direction($element)"/></xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- HTML's lang and dir for an xml:lang; a code that is not registered is reported. -->
  <xsl:function name="f:language" as="attribute()*">
    <xsl:param name="code" as="attribute(xml:lang)?"/>
    <xsl:variable name="tag" as="xs:string?" select="$code[normalize-space()] ! f:language-tag(.)"/>
    <xsl:choose>
      <xsl:when test="$tag">
        <xsl:attribute name="lang" select="$tag"/>
        <xsl:attribute name="dir" select="f:text-direction($code/.., $tag)"/>
      </xsl:when>
      <xsl:when test="normalize-space($code)">
        <xsl:message><finding code="XSL004" at="{f:place($code/..)}">"{$code}" is not a registered language</finding></xsl:message>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The looks that @rend, @style and @rendition ask for, as classes that the style sheet knows. Values are only compared with the
       words below and never reach the page. -->
  <xsl:function name="f:looks" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="asked" as="xs:string" select="lower-case(string-join(($element/(@rend, @style), f:rendition($element/@rendition)), ' '))"/>
    <xsl:if test="$asked">
      <xsl:sequence select="f:looks-of($asked)"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="f:looks-of" as="xs:string*" cache="yes">
    <xsl:param name="asked" as="xs:string"/>
    <xsl:sequence select="sort(map:keys($f:looks-asked)[matches($asked, $f:looks-asked(.))])"/>
  </xsl:function>

  <!-- The text of the renditions pointed at: the CSS of a local one, the name of one with a prefix (simple:italic). -->
  <xsl:function name="f:rendition" as="xs:string?">
    <xsl:param name="pointers" as="attribute(rendition)?"/>
    <xsl:sequence select="string-join(tokenize($pointers) ! (if (starts-with(., '#'))
        then string(key('f:by-id', substring(., 2), root($pointers))[1]) else substring-after(., ':')), ' ')[.]"/>
  </xsl:function>

  <xsl:variable name="f:looks-asked" as="map(xs:string, xs:string)" select="map{
      'italic': '(^|\W)(italics?|ital?|i|kursiv|italique|oblique|slanted)(\W|$)',
      'bold': '(^|\W)(bold(er)?|b|bf|fett|gras|font-weight:\s*[6-9]00)(\W|$)',
      'small-caps': '(^|\W)(small[-_ ]?caps?|sc|smcp|smallcaps|kapit(ae|ä)lchen|k)(\W|$)',
      'caps': '(^|\W)(all[-_ ]?caps|caps|capital(s|es)?|upper-?case|uc)(\W|$)',
      'superscript': '(^|\W)(super(script)?|sup|exponent|hochgestellt|above-the-line)(\W|$)',
      'subscript': '(^|\W)(sub(script)?|tiefgestellt)(\W|$)',
      'underline': '(^|\W)(underlin(e|ed)|u|ul|unterstrichen|soulign(é|e)|underscore|overunder)(\W|$)',
      'double-underline': '(double[-_ ]?underlin|underline\s*\(\s*2|doubleunderline)',
      'overline': '(^|\W)(overlin(e|ed)|supraline|overstrike|top)(\W|$)',
      'ligature': '(^|\W)ligature(\W|$)',
      'strike': '(^|\W)(strike(-?through)?|line-through|struck|crossed|s|durchgestrichen)(\W|$)',
      'spaced': '(^|\W)(spaced|letter-?spac(ed|ing)|gesperrt|g|sperr|spaced[-_]?out|wide)(\W|$)',
      'large': '(^|\W)(large(r)?|big|x-large|larger-font)(\W|$)',
      'small': '(^|\W)(small(er)?|x-small)(\s|;|\)|,|$)',
      'centre': '(^|\W)(cent(er|re)(ed)?|align\(center\)|zentriert|c|middle)(\W|$)',
      'right': '(^|\W)(right|flush-?right|align\(right\)|rechts|rightjustified)(\W|$)',
      'left': '(^|\W)(left|flush-?left|align\(left\)|links(bündig)?)(\W|$)',
      'justify': '(^|\W)(justif(y|ied))(\W|$)',
      'indent': '(^|\W)(indent(ed)?(1|\(1\))?|inset|text-indent|einzug)(\W|$)',
      'indent-2': '(^|\W)(indent-?(2|\(2\))|double-?indent)(\W|$)',
      'hanging': '(^|\W)(hang(ing)?|outdent)(\W|$)',
      'blackletter': '(^|\W)(black-?letter|gothic|fraktur|fr)(\W|$)',
      'roman': '(^|\W)(roman|antiqua|upright|aq|normal)(\W|$)',
      'red': '(^|\W)(red|rubric(ated)?|rubrica|rot)(\W|$)',
      'initial': '(^|\W)(initial|drop-?cap|init)(\W|$)',
      'mono': '(^|\W)(mono(space)?|tt|typewriter|code|teletype)(\W|$)',
      'quoted': '(^|\W)(quot(ed|es?)|pre\([“&quot;«„]\))',
      'block': '(^|\W)(block|blockquote|display)(\W|$)',
      'vertical': '(^|\W)(vertical|vertical-rl)(\W|$)'}"/>

  <!-- An address a page may follow: web, mail, or a path within the edition. Everything else is refused and reported. -->
  <xsl:function name="f:safe-address" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="clean" as="xs:string" select="translate(normalize-space($address), ' ', '')"/>
    <xsl:choose>
      <xsl:when test="$clean = ''"/>
      <xsl:when test="matches($clean, '^(https?://[^/]|mailto:)', 'i')"><xsl:sequence select="f:escaped($clean)"/></xsl:when>
      <xsl:when test="matches($clean, '^(doi|hdl):', 'i')">
        <xsl:sequence select="f:escaped((if (starts-with(lower-case($clean), 'doi')) then 'https://doi.org/' else 'https://hdl.handle.net/')
            || replace(substring-after($clean, ':'), '^/+', ''))"/>
      </xsl:when>
      <xsl:when test="not(matches($clean, '^[^/?#]*:')) and not(starts-with($clean, '//')) and not(contains($clean, '\'))">
        <xsl:sequence select="f:escaped($clean)"/>
      </xsl:when>
      <xsl:when test="matches($clean, '^(javascript|data|vbscript|file|blob):', 'i') or contains($clean, '\') or starts-with($clean, '//')">
        <xsl:message><finding code="XSL002" at="{f:place($element)}">address not followed: {substring($clean, 1, 80)}</finding></xsl:message>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- Characters that no URL may contain, percent-encoded; what is encoded already stays. -->
  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="encoded" as="xs:string" select="
        translate(replace(replace(iri-to-uri($address), '%([0-9A-Fa-f]{2})', '&#xE000;$1'), '%', '%25'), '&#xE000;', '%')"/>
    <xsl:variable name="fragment" as="xs:string" select="substring-after($encoded, '#')"/>
    <xsl:sequence select="
        if ($fragment) then substring-before($encoded, '#') || '#' || replace($fragment, '#', '%23') else $encoded"/>
  </xsl:function>

  <!-- Where a TEI pointer leads in this page: a local target by its id, else a safe address. -->
  <xsl:key name="f:by-id" match="*[@xml:id]" use="string(@xml:id)"/>
  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="target" as="element()?"
        select="if (starts-with($pointer, '#')) then key('f:by-id', substring($pointer, 2), root($element))[1] else ()"/>
    <xsl:choose>
      <xsl:when test="starts-with($pointer, '#') and exists($target)">
        <xsl:sequence select="'#' || encode-for-uri(f:drawn($target)/@view:id)"/>
      </xsl:when>
      <xsl:when test="starts-with($pointer, '#')">
        <xsl:message><finding code="XSL003" at="{f:place($element)}">no element "{$pointer}" in this file</finding></xsl:message>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:safe-address(f:expanded($pointer, $element), $element)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A pointer with a private prefix (prefixDef): the address it stands for. SAPU. -->
  <xsl:function name="f:expanded" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="definition" as="element(prefixDef)?"
        select="if (contains($pointer, ':')) then (key('f:prefixes', substring-before($pointer, ':'), root($element)))[1] else ()"/>
    <xsl:try>
      <xsl:sequence select="if ($definition)
          then replace(substring-after($pointer, ':'), '^' || $definition/@matchPattern || '$', $definition/@replacementPattern)
          else $pointer"/>
      <xsl:catch select="$pointer"/>
    </xsl:try>
  </xsl:function>
  <xsl:key name="f:prefixes" match="prefixDef[@matchPattern][@replacementPattern]" use="string(@ident)"/>

  <!-- The nearest element at or above that has an id in the page. -->
  <xsl:function name="f:drawn" as="element()">
    <xsl:param name="target" as="element()"/>
    <xsl:sequence select="($target/ancestor-or-self::*[@view:id])[last()]"/>
  </xsl:function>

  <!-- The name of an element, as a label: from the words, else the TEI name with its humps as words. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:variable name="apart" as="xs:string" select="lower-case(replace($name, '([a-z])([A-Z])', '$1 $2'))"/>
    <xsl:sequence select="($words('tei-' || $name || '-' || $element/@type), $words('tei-' || $name), upper-case(substring($apart, 1, 1)) || substring($apart, 2))[1]"/>
  </xsl:function>
</xsl:stylesheet>
