<?xml version="1.0" encoding="UTF-8"?>
<!-- Module core: paragraphs, lists, highlighting, links, breaks, bibliography. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The two views: what only one shows carries its name; the style sheet hides the other. Line ends and hyphens carry the kind too. -->
  <xsl:template match="view:shown | view:aside[@of = ('reading', 'diplomatic')]" mode="html:body" as="element()">
    <span class="in-{@of} {@kind}"><xsl:apply-templates mode="#current"/></span>
  </xsl:template>
  <!-- A hyphen at a line's end never stands between the letters of its word. -->
  <xsl:template match="view:*[@kind = 'hyphen']" mode="html:body" priority="2" as="element()">
    <span class="in-{@of} hyphen" data-text="{f:line(.)}"></span>
  </xsl:template>
  <!-- The other half of a choice would run into the first wherever styles are not applied. A blank that is never seen keeps whole
       words apart; the other half of a part of a word is not in the text at all, but drawn by the style sheet. More than the rule above, hence the priority. -->
  <xsl:template match="view:aside[@of = ('reading', 'diplomatic')][preceding-sibling::node()[1][self::view:shown]]" mode="html:body"
      priority="1" as="element()+">
    <xsl:variable name="whole" as="element()" select="(parent::choice, .)[1]"/>
    <xsl:variable name="first" as="element()" select="(parent::choice, preceding-sibling::view:shown[1])[1]"/>
    <xsl:choose>
      <xsl:when test="@kind = 'letterform' or empty(.//note) and (f:joined($first, 'before') or f:joined($whole, 'after'))">
        <span class="in-{@of} {@kind}" data-text="{f:line(.)}"></span>
      </xsl:when>
      <xsl:otherwise>
        <span hidden="hidden"><xsl:text> </xsl:text></span>
        <span class="in-{@of} {@kind}"><xsl:apply-templates mode="#current"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Does a letter stand directly before, or after, a node in its paragraph? -->
  <xsl:function name="f:joined" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:variable name="next" as="node()?" select="
        if ($side = 'before') then $node/preceding-sibling::node()[1] else $node/following-sibling::node()[1]"/>
    <xsl:variable name="text" as="xs:string" select="string($next)"/>
    <xsl:sequence select="
        if ($next[self::view:*[@kind = 'hyphen']]) then f:joined($next, $side)
        else if ($next[self::lb | self::note | self::view:*[@kind = 'line']]) then false()
        else if ($text) then matches(if ($side = 'before') then substring($text, string-length($text)) else substring($text, 1, 1), '[\p{L}\p{M}\p{N}]')
        else if ($next) then f:joined($next, $side)
        else if (fp:has-role($node/parent::*, ('block', 'line')) or $node/parent::*[self::cell | self::note | self::quote | self::stage])
        then false()
        else if ($node/parent::*) then f:joined($node/.., $side)
        else false()"/>
  </xsl:function>
  <!-- Variants are drawn in the apparatus. -->
  <xsl:template match="view:aside[@of = 'apparatus']" mode="html:body" as="empty-sequence()"/>

  <!-- Paragraphs and their like. A paragraph can be cited: it has a link to itself. COPA. -->
  <xsl:template match="p | ab" mode="html:body" as="element()">
    <p>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:sequence select="f:permalink(.)"/>
      <xsl:apply-templates mode="#current"/>
    </p>
  </xsl:template>
  <xsl:function name="f:permalink" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@view:id and empty($element/ancestor::*[self::note | self::teiHeader | self::standOff | self::item | self::cell])">
      <xsl:variable name="number" as="xs:string?" select="f:section-number($element)"/>
      <a class="{string-join(('permalink', 'section-number'[$number]), ' ')}" href="#{encode-for-uri($element/@view:id)}" tabindex="-1" aria-hidden="true">
        <xsl:choose>
          <xsl:when test="$number"><xsl:attribute name="data-n" select="$number"/></xsl:when>
          <xsl:otherwise>¶</xsl:otherwise>
        </xsl:choose>
      </a>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- The two plain forms that most elements have (see forms.xsl): a phrase, and a block, with the TEI name as a class. -->
  <xsl:function name="f:phrase" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:phrase($element, ())"/>
  </xsl:function>
  <xsl:function name="f:phrase" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <span>
      <xsl:sequence select="f:attributes($element, $classes)"/>
      <xsl:apply-templates select="$element/node()" mode="html:body"/>
    </span>
  </xsl:function>
  <xsl:function name="f:block" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:block($element, ())"/>
  </xsl:function>
  <xsl:function name="f:block" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <div>
      <xsl:sequence select="f:attributes($element, $classes)"/>
      <xsl:apply-templates select="$element/node()" mode="html:body"/>
    </div>
  </xsl:function>

  <!-- Quotations and labels in running text. -->
  <xsl:template match="label[f:is-phrase(.)]" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(.)"/>
  </xsl:template>
  <!-- Quotation marks are added, by the style sheet, only where the transcription did not keep them. COHQU. -->
  <xsl:template match="quote[f:is-phrase(.)] | q | said" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(., 'quoted'[not(f:has-marks(current()) or current()/*[fp:has-role(., ('block', 'line'))])])"/>
  </xsl:template>
  <xsl:template match="emph" mode="html:body" as="element()">
    <em><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></em>
  </xsl:template>
  <xsl:template match="title" mode="html:body" as="node()+">
    <cite><xsl:sequence select="f:attributes(., @level ! ('level-' || .[. = ('a', 'm', 'j', 's', 'u')]))"/><xsl:apply-templates mode="#current"/></cite>
    <xsl:sequence select="f:space-after(.)[current()/parent::*[self::bibl | self::monogr | self::analytic | self::series]]"/>
  </xsl:template>
  <xsl:template match="foreign" mode="html:body" as="element()">
    <i><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></i>
  </xsl:template>

  <!-- Is an element that can be either in running text: are there words beside it, or beside the citation that it is part of? -->
  <xsl:function name="f:is-phrase" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        (f:among-words($element) or exists($element/parent::cit[f:is-phrase(.)]))
        and empty($element/*[fp:has-role(., ('block', 'line'))])"/>
  </xsl:function>

  <!-- Quotations that are not in running text. COHQQ. -->
  <xsl:template match="quote | cit[not(f:is-phrase(.))]" mode="html:body" as="element()">
    <blockquote><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></blockquote>
  </xsl:template>
  <xsl:template match="cit[f:is-phrase(.)]" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(.)"/>
  </xsl:template>

  <!-- A corrected word leads to its line in the list of corrections. COEDCOR. -->
  <xsl:template match="choice[view:*/@kind = 'correction']" mode="html:body" as="element()">
    <xsl:variable name="number" as="xs:integer" select="accumulator-before('f:correction-number')"/>
    <a id="ed.corrected.{$number}" href="#ed.correction.{$number}">
      <xsl:sequence select="f:attributes(., ('has-more', @cert ! ('cert-' || .)))[name() ne 'id']"/>
      <xsl:apply-templates mode="#current"/>
    </a>
  </xsl:template>
  <!-- Where a half has nothing (a word left out, a word too many), a caret can be seen, pointed at and heard. More than the rules for
       halves, hence the priority. -->
  <xsl:template match="choice/view:*[@kind = 'correction'][not(normalize-space())]" mode="html:body" priority="3" as="element()">
    <span class="in-{@of} correction"><span class="caret">‸</span></span>
  </xsl:template>
  <xsl:accumulator name="f:correction-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="choice[view:*/@kind = 'correction']" select="$value + 1"/>
  </xsl:accumulator>

  <!-- Gaps: what is missing, how much, and why. COEDADD, PHDA. -->
  <xsl:template match="gap" mode="html:body" as="element()">
    <span title="{f:told-of-gap(.)}">
      <xsl:sequence select="f:attributes(., @reason ! tokenize(.)[matches(., '^[a-z]+$')] ! ('reason-' || .))"/>
      <xsl:text>[</xsl:text>
      <xsl:sequence select="f:gap-dots(.)"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>
  <xsl:function name="f:gap-dots" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="count" as="xs:integer?" select="f:letters-lost($gap)"/>
    <xsl:sequence select="
        if ($gap/desc[normalize-space()]) then ''
        else if ($count = 1 to 12)
        then string-join((1 to $count) ! '.')
        else '…'"/>
  </xsl:function>
  <xsl:function name="f:told-of-gap" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="string-join((f:label($gap), f:line(string-join($gap/(@extent, @quantity, @unit, @atLeast, @atMost), ' '))[.],
        $gap/@reason/f:line(.)), ', ')"/>
  </xsl:function>

  <!-- Breaks. Their numbers are drawn by the style sheet, so that they never stand between the letters of a word when the page is
       searched or copied. A page break leads to its picture if there is one. CORS. -->
  <xsl:template match="lb" mode="html:body" as="item()*">
    <xsl:if test="@break = 'no' and empty(parent::view:*)">
      <span class="{string-join(('line-hyphen', 'in-reading'[current()/preceding-sibling::node()[1]/@kind = 'hyphen']), ' ')}" aria-hidden="true"></span>
    </xsl:if>
    <br/>
    <xsl:variable name="number" as="xs:string?" select="if ($f:lines-have-numbers) then f:line(@n)[.] else string(accumulator-before('f:line-of-page'))"/>
    <xsl:if test="f:worth-a-number($number)">
      <span class="line-number{' in-diplomatic'[not($f:lines-have-numbers)]}" aria-hidden="true" data-n="{$number}"></span>
    </xsl:if>
  </xsl:template>
  <!-- Lines have the numbers they are given; if none has one, those of the source are counted on each page, for the diplomatic text.
       Every fifth is shown, and what is no plain number. -->
  <xsl:variable name="f:lines-have-numbers" as="xs:boolean" select="exists((//text//lb/@n)[normalize-space()][1])"/>
  <xsl:function name="f:worth-a-number" as="xs:boolean">
    <xsl:param name="number" as="xs:string?"/>
    <xsl:sequence select="exists($number) and (not($number castable as xs:integer) or xs:integer($number) mod 5 = 0)"/>
  </xsl:function>
  <!-- A page that begins with words has its first line before the first lb. -->
  <xsl:accumulator name="f:line-of-page" as="xs:integer" initial-value="1">
    <xsl:accumulator-rule match="text//pb | text//cb | text//gb" select="if (f:begins-with-line(.)) then 0 else 1"/>
    <xsl:accumulator-rule match="text//lb[not(ancestor::note | ancestor::fw | ancestor::view:*[@of = ('reading', 'apparatus')])]" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:function name="f:begins-with-line" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="exists($break/following::node()[self::lb or self::text()[normalize-space()]][1][self::lb])"/>
  </xsl:function>
  <xsl:template match="pb" mode="html:body" as="element()">
    <xsl:variable name="picture" as="xs:string?" select="f:picture(.)"/>
    <xsl:variable name="number" as="xs:string" select="f:break-label(.)"/>
    <xsl:choose>
      <xsl:when test="$picture">
        <a href="{$picture}" rel="noopener" aria-label="{f:line(f:word('page') || ' ' || $number)}, {f:word('image')}" data-n="{$number}"><xsl:sequence select="f:attributes(.)"/></a>
      </xsl:when>
      <xsl:otherwise>
        <span role="separator" aria-label="{f:line(f:word('page') || ' ' || $number)}" data-n="{$number}"><xsl:sequence select="f:attributes(.)"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:function name="f:picture" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="pointer" as="xs:string?" select="tokenize($element/@facs)[1]"/>
    <xsl:variable name="target" as="element()?"
        select="if (starts-with($pointer, '#')) then key('f:by-id', substring($pointer, 2), root($element))[1] else ()"/>
    <xsl:sequence select="
        if ($target) then ($target/(@url, graphic/@url, ancestor::surface[1]/graphic/@url, media/@url)[1] ! f:safe-address(., $element))
        else if ($pointer and not(starts-with($pointer, '#'))) then f:safe-address(f:expanded($pointer, $element), $element)
        else ()"/>
  </xsl:function>
  <xsl:template match="cb | gb | milestone" mode="html:body" as="element()">
    <span title="{string-join((f:label(.), @unit, @n), ' ')}" data-n="{(f:break-label(.)[.] ! (if (current()/self::cb) then f:label(current()) || ' ' || . else .), '|')[1]}">
      <xsl:sequence select="f:attributes(.)"/>
    </span>
  </xsl:template>

  <!-- Links. A pointer without text shows what it points at. COXR. -->
  <xsl:template match="ref" mode="html:body" as="element()">
    <xsl:sequence select="f:link(., tokenize(@target)[1])"/>
  </xsl:template>
  <xsl:template match="ptr" mode="html:body" as="item()*">
    <xsl:variable name="element" as="element()" select="."/>
    <xsl:for-each select="tokenize(@target)">
      <xsl:sequence select="' '[position() gt 1], f:link($element, ., position() eq 1)"/>
    </xsl:for-each>
    <xsl:if test="empty(@target)"><span class="ptr"><xsl:value-of select="@cRef"/></span></xsl:if>
    <xsl:sequence select="f:space-after(.)[not(f:among-words(current()))]"/>
  </xsl:template>
  <xsl:function name="f:link" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="f:link($element, $pointer, true())"/>
  </xsl:function>
  <!-- An element with several targets is drawn once for each: only the first has its id. -->
  <xsl:function name="f:link" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:variable name="attributes" as="attribute()*" select="f:attributes($element)[$first or name() ne 'id']"/>
    <xsl:variable name="href" as="xs:string?" select="f:href($pointer, $element)"/>
    <xsl:variable name="text" as="item()*"><xsl:apply-templates select="$element/node()" mode="html:body"/></xsl:variable>
    <xsl:variable name="shown" as="item()*" select="
        if (exists($text[normalize-space()]) or exists($element/*)) then $text
        else if (starts-with($pointer, '#')) then (f:name-of-target($pointer, $element)) else ($pointer, '→')[1]"/>
    <xsl:choose>
      <xsl:when test="$href">
        <a href="{$href}">
          <xsl:sequence select="$attributes"/>
          <xsl:if test="string-length(normalize-space(string-join($shown))) le 2"><xsl:attribute name="class" select="$attributes[name() = 'class'], 'short'"/></xsl:if>
          <xsl:sequence select="$shown"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span><xsl:sequence select="$attributes, $shown"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="f:name-of-target" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="target" as="element()?" select="key('f:by-id', substring($pointer, 2), root($element))[1]"/>
    <xsl:sequence select="f:line(($target/@n, $target/head[1]/string(), $target/@view:n, substring($pointer, 2))[normalize-space()][1])"/>
  </xsl:function>

  <!-- Lists. Labels make a description list; a list in running text stays there. COLI. -->
  <xsl:template match="list" mode="html:body" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., @type ! ('type-' || f:token(.)))"/>
      <xsl:apply-templates select="(* except (item | label[following-sibling::item] | headLabel | headItem))[not(preceding-sibling::item)]"
          mode="#current"/>
      <xsl:choose>
        <xsl:when test="label[following-sibling::item]"><xsl:sequence select="f:labelled(.)"/></xsl:when>
        <xsl:when test="contains(lower-case(@type || ' ' || @rend), 'number') or contains(@type, 'ordered') and not(contains(@type, 'un'))">
          <ol><xsl:sequence select="f:items(.)"/></ol>
        </xsl:when>
        <xsl:otherwise><ul><xsl:sequence select="f:items(.)"/></ul></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>
  <xsl:function name="f:items" as="element()*">
    <xsl:param name="list" as="element()"/>
    <xsl:for-each-group select="$list/(* except (* except item)[not(preceding-sibling::item)]) | $list/text()[normalize-space()]"
        group-starting-with="item">
      <li>
        <xsl:sequence select="self::item/f:attributes(.)"/>
        <xsl:if test="self::item/@n[normalize-space()] and not(starts-with(normalize-space(self::item), self::item/@n))">
          <span class="n">{@n} </span>
        </xsl:if>
        <xsl:apply-templates select="self::item/node()" mode="html:body"/>
        <xsl:apply-templates select="current-group()[not(self::item)]" mode="html:body"/>
      </li>
    </xsl:for-each-group>
  </xsl:function>
  <xsl:function name="f:labelled" as="element()">
    <xsl:param name="list" as="element()"/>
    <dl>
      <xsl:for-each-group select="$list/(item | label | headLabel | headItem | (* except (item | label | headLabel | headItem))[preceding-sibling::item])"
          group-starting-with="label | headLabel">
        <div>
          <xsl:for-each-group select="current-group()" group-starting-with="label | item | headLabel | headItem">
            <xsl:element name="{if (self::label | self::headLabel) then 'dt' else 'dd'}">
              <xsl:sequence select="f:attributes(.)"/>
              <xsl:apply-templates mode="html:body"/>
              <xsl:apply-templates select="tail(current-group())" mode="html:body"/>
            </xsl:element>
          </xsl:for-each-group>
        </div>
      </xsl:for-each-group>
    </dl>
  </xsl:function>
  <xsl:template match="label" mode="html:body" as="element()">
    <p><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></p>
  </xsl:template>
  <!-- Pieces of data that touch in the file do not touch in print. -->
  <xsl:function name="f:space-after" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/following-sibling::node()[not(self::comment())][1][self::*]"><xsl:text> </xsl:text></xsl:if>
  </xsl:function>

  <!-- A value as a class name. -->
  <xsl:function name="f:token" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="replace(lower-case(normalize-space($value)), '[^a-z0-9_-]+', '-')"/>
  </xsl:function>

  <!-- Ruby: the reading beside the base, and in brackets where it cannot be shown so. -->
  <xsl:template match="ruby" mode="html:body" as="element()">
    <ruby><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></ruby>
  </xsl:template>
  <xsl:template match="rt" mode="html:body" as="element()+">
    <rp>(</rp><rt><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></rt><rp>)</rp>
  </xsl:template>
  <xsl:template match="rt[not(parent::ruby)]" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(.)"/>
  </xsl:template>
  <xsl:template match="ruby/text()[not(normalize-space())]" mode="html:body" as="empty-sequence()"/>

  <!-- A bibliographic entry in running text is a phrase; elsewhere it is a line of its own. COBI. -->
  <xsl:template match="bibl[f:is-phrase(.) or parent::cit or parent::desc or parent::quote]" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(.)"/>
  </xsl:template>
  <!-- A structured entry is data: its parts are set apart by the style sheet, so the white space between them is not text. -->
  <xsl:template match="biblStruct//text()[not(normalize-space())][parent::biblStruct | parent::monogr | parent::analytic | parent::imprint
      | parent::series]" mode="html:body" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="biblStruct//biblScope[not(*)]" mode="html:body" as="node()+">
    <span><xsl:sequence select="f:attributes(.)"/>{f:scope(.)}</span>
    <xsl:sequence select="f:space-after(.)"/>
  </xsl:template>

  <xsl:template match="biblStruct//edition | biblStruct//extent | bibl/edition | bibl/extent" mode="html:body" as="node()+">
    <xsl:sequence select="f:phrase(.), f:space-after(.)"/>
  </xsl:template>

  <!-- Index entries are no text to be read; they are kept where they stand, out of sight. COIN. -->
  <xsl:template match="index" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(., 'off-text')"/>
  </xsl:template>

  <!-- A picture of the edition is part of the page, with the words that stand for it. FTGRA. -->
  <xsl:template match="graphic[map:contains($pictures, string(@url))]" mode="html:body" priority="1" as="element()">
    <img src="{$pictures(string(@url))}" alt="{f:alternative(.)}"><xsl:sequence select="f:attributes(.)"/></img>
  </xsl:template>
  <xsl:function name="f:alternative" as="xs:string">
    <xsl:param name="graphic" as="element(graphic)"/>
    <xsl:sequence select="(($graphic/desc, $graphic/../(figDesc, head)) ! f:line(.)[.], f:word('image') || ' ' || f:file-name($graphic/@url))[1]"/>
  </xsl:function>

  <!-- Other pictures and recordings are links: the page asks for nothing from elsewhere. COGR. -->
  <xsl:template match="graphic | media" mode="html:body" as="node()+">
    <xsl:variable name="href" as="xs:string?" select="f:safe-address(f:expanded(@url, .), .)"/>
    <span>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:choose>
        <xsl:when test="$href"><a href="{$href}">{f:word(if (self::media) then 'recording' else 'image')} {f:file-name($href)}</a></xsl:when>
        <xsl:otherwise>{f:word('image')}</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="node()"><xsl:text> </xsl:text><xsl:apply-templates mode="#current"/></xsl:if>
    </span>
    <xsl:sequence select="f:space-after(.)"/>
  </xsl:template>
  <xsl:function name="f:file-name" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="(tokenize($address, '[/?#]')[normalize-space()])[last()]"/>
  </xsl:function>
  <xsl:template match="binaryObject" mode="html:body" as="element()">
    <span class="binaryObject">{f:word('image')} ({@mimeType})</span>
  </xsl:template>
</xsl:stylesheet>
