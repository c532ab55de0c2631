<?xml version="1.0" encoding="UTF-8"?>
<!-- Module textcrit: readings and the critical apparatus. TC. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:accumulator name="f:app-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="app[view:aside] | choice[view:aside/@kind = 'variant']" select="$value + 1"/>
  </xsl:accumulator>

  <!-- In the text: the reading chosen by the view, with a mark that leads to its variants. TCAPPS. -->
  <xsl:template match="app[view:aside] | choice[view:aside/@kind = 'variant']" mode="html:body" as="element()">
    <xsl:variable name="number" as="xs:integer" select="accumulator-before('f:app-number')"/>
    <span>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
      <a class="app-mark has-more" id="ed.read.{$number}" href="#ed.app.{$number}" aria-label="{f:word('variant')} {$number}" data-mark="{f:letters-for($number)}"></a>
    </span>
  </xsl:template>
  <!-- A choice of one of the kinds that have rules of their own keeps them; its further halves are variants. Hence the priority. -->
  <xsl:template match="choice[view:aside/@kind = 'variant'][view:*/@kind = 'correction']" mode="html:body" priority="1" as="element()">
    <xsl:variable name="number" as="xs:integer" select="accumulator-before('f:app-number')"/>
    <span>
      <xsl:next-match/>
      <a class="app-mark has-more" id="ed.read.{$number}" href="#ed.app.{$number}" aria-label="{f:word('variant')} {$number}" data-mark="{f:letters-for($number)}"></a>
    </span>
  </xsl:template>
  <xsl:function name="f:letters-for" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:number value="($number - 1) mod 26 + 1" format="a"/>
  </xsl:function>

  <!-- In the apparatus: lemma, its witnesses, the variants with theirs. -->
  <xsl:template match="app[view:aside] | choice[view:aside/@kind = 'variant']" mode="html:variants" as="element()">
    <xsl:variable name="number" as="xs:integer" select="accumulator-before('f:app-number')"/>
    <li id="ed.app.{$number}" class="app">
      <a class="return" href="#ed.read.{$number}">{f:place-in-text(.)}</a>
      <xsl:text> </xsl:text>
      <span class="lemma" data-copy="yes">
        <xsl:apply-templates select="(* except view:aside)/node()" mode="html:body"/>
        <xsl:if test="empty((* except view:aside)[normalize-space() or .//gap or .//space])">{f:word('om.')}</xsl:if>
      </span>
      <xsl:apply-templates select="(* except view:aside)" mode="html:variants"/>
      <span class="bracket">] </span>
      <xsl:apply-templates select="view:aside[@kind = 'variant']/node()" mode="html:variants"/>
    </li>
  </xsl:template>
  <xsl:function name="f:place-in-text" as="xs:string">
    <xsl:param name="app" as="element()"/>
    <xsl:variable name="line" as="element()?" select="$app/ancestor::*[self::l | self::p | self::ab | self::div][self::l or @n][1]"/>
    <xsl:variable name="number" as="xs:string?" select="(f:verse-range($app)[.], $line/self::l ! f:verse-number(.)[.], $line/@n/f:line(.)[.])[1]"/>
    <xsl:variable name="part" as="attribute()?" select="$app/ancestor::div[@n][1]/@n[not($number = .)][normalize-space()]"/>
    <xsl:sequence select="string-join(($part, $number), ', ') || ' '[$part or $number] || f:letters-for($app/accumulator-before('f:app-number'))"/>
  </xsl:function>

  <xsl:template match="lem | rdg" mode="html:variants" as="node()+">
    <span>
      <xsl:sequence select="f:attributes(., ('reading', @type ! ('type-' || f:token(.))))"/>
      <xsl:if test="not(parent::app[view:aside])">
        <xsl:apply-templates mode="html:body"/>
        <xsl:if test="not(normalize-space()) and empty(*)">{f:word('om.')}</xsl:if>
      </xsl:if>
      <xsl:sequence select="f:sigla(.)"/>
    </span>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="app[view:aside]/lem | app[view:aside]/rdg | app[view:aside]/rdgGrp" mode="html:variants" as="element()*">
    <xsl:sequence select="f:sigla((self::lem | self::rdg | self::rdgGrp)/(., lem, rdg)[last()])"/>
  </xsl:template>
  <xsl:template match="rdgGrp" mode="html:variants" as="node()+">
    <span><xsl:sequence select="f:attributes(., @type ! ('type-' || f:token(.)))"/><xsl:apply-templates mode="#current"/></span>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="text()" mode="html:variants" as="text()?">
    <xsl:if test="normalize-space()"><xsl:value-of select="."/></xsl:if>
  </xsl:template>
  <!-- Notes, details of witnesses, witness lists: as they are drawn elsewhere. Below the readings, hence the priority. -->
  <xsl:template match="*" mode="html:variants" priority="-1" as="item()*">
    <xsl:apply-templates select="." mode="html:body"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Witnesses by the siglum that the list of witnesses gives them, else by the pointer. TCAPLW. -->
  <xsl:function name="f:sigla" as="element()?">
    <xsl:param name="reading" as="element()?"/>
    <xsl:variable name="pointers" as="xs:string*" select="$reading/(@wit, @source) ! tokenize(.)"/>
    <xsl:if test="exists($pointers)">
      <span class="sigla">
        <xsl:for-each select="$pointers">
          <xsl:text> </xsl:text>
          <xsl:sequence select="f:siglum(., $reading)"/>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:function>
  <xsl:function name="f:siglum" as="element()">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="target" as="element()?" select="key('f:by-id', substring-after($pointer, '#'), root($reading))[1]"/>
    <xsl:variable name="name" as="xs:string" select="($target/(@n, idno[@type = 'siglum'], abbr[@type = 'siglum'], label)/f:line(.), replace($pointer, '^.*#', ''))[normalize-space()][1]"/>
    <xsl:choose>
      <xsl:when test="$target"><a href="#{encode-for-uri(f:drawn($target)/@view:id)}">{$name}</a></xsl:when>
      <xsl:otherwise><span>{$name}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A siglum stands apart from the name it is short for. -->
  <xsl:template match="abbr[@type = 'siglum']" mode="html:body" as="node()+">
    <xsl:sequence select="f:phrase(., 'type-siglum')"/>
    <xsl:if test="matches(following-sibling::node()[1], '^\S')"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- Entries that stand outside the text: where they are. TCAPLR, TCAPDE. -->
  <xsl:template match="app" mode="html:body" as="element()">
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="@loc | @from | @to"><span class="loc"><xsl:sequence select="f:location(.)"/></span></xsl:if>
      <xsl:apply-templates select="lem" mode="html:variants"/>
      <xsl:if test="not(lem) and f:words-pointed-at(.)"><span class="lemma">{f:words-pointed-at(.)}</span></xsl:if>
      <xsl:if test="lem or f:words-pointed-at(.)"><span class="bracket">] </span></xsl:if>
      <xsl:apply-templates select="node() except lem" mode="html:variants"/>
    </div>
  </xsl:template>
  <xsl:function name="f:location" as="item()*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:value-of select="$app/@loc"/>
    <xsl:variable name="href" as="xs:string?" select="$app/@from[starts-with(., '#')] ! f:href(., $app)"/>
    <xsl:if test="$href"><a href="{$href}">↑</a></xsl:if>
    <xsl:text> </xsl:text>
  </xsl:function>
  <xsl:template match="witness" mode="html:body" as="element()">
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="not(normalize-space()) or @n | @xml:id"><span class="siglum">{(@n, @xml:id)[1]} </span></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>
  <xsl:template match="witStart | witEnd | lacunaStart | lacunaEnd" mode="html:body" as="element()">
    <span title="{string-join((f:label(.), @wit), ' ')}"><xsl:sequence select="f:attributes(., 'point')"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>
  <!-- In a reading, where a witness begins or breaks off is told in words. TCAPMI. -->
  <xsl:template match="rdg/witStart | rdg/witEnd | rdg/lacunaStart | rdg/lacunaEnd" mode="html:body" as="element()">
    <span><xsl:sequence select="f:attributes(., 'told')"/>{f:label(.)}<xsl:apply-templates mode="#current"/></span>
  </xsl:template>
  <!-- How the apparatus is linked is told in the header. -->
  <xsl:template match="variantEncoding" mode="html:body" as="element()">
    <div class="variantEncoding"><span class="key">{f:label(.)}</span> {@method}, {@location}</div>
  </xsl:template>
</xsl:stylesheet>
