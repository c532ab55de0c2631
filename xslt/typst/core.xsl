<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs, lists, quotations, emphasis, references, breaks. Module core, CO. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- What breaks the paragraph it stands in. Where it holds such a block, running text does too. -->
  <xsl:function name="f:is-block" as="xs:boolean" cache="no">
    <xsl:param name="node" as="node()"/>
    <xsl:apply-templates select="$node" mode="typst:is-block"/>
  </xsl:function>
  <xsl:mode name="typst:is-block" on-no-match="fail"/>
  <xsl:template match="text() | comment() | processing-instruction()" mode="typst:is-block" as="xs:boolean">
    <xsl:sequence select="false()"/>
  </xsl:template>
  <xsl:template match="*" mode="typst:is-block" as="xs:boolean">
    <xsl:sequence select="some $child in * satisfies f:is-block($child)"/>
  </xsl:template>
  <xsl:template match="note[@view:as = 'anchored'] | view:aside" mode="typst:is-block" as="xs:boolean">
    <xsl:sequence select="false()"/>
  </xsl:template>
  <xsl:template _match="{$fp:block} | {$fp:block-line} | eg:egXML | TEI | teiCorpus" mode="typst:is-block" as="xs:boolean"
      xmlns:eg="http://www.tei-c.org/ns/Examples">
    <xsl:sequence select="true()"/>
  </xsl:template>
  <!-- These break it if they are what they can be. -->
  <xsl:template match="l[not(ancestor::note[@view:as = 'inline'] or ancestor::view:aside)] | (figure | graphic)[f:is-plate(.)]"
      mode="typst:is-block" as="xs:boolean">
    <xsl:sequence select="true()"/>
  </xsl:template>
  <xsl:template match="note[@view:as = 'block'] | app[f:stands-apart(.)] | biblStruct[parent::listBibl] | bibl[parent::listBibl or parent::div]"
      mode="typst:is-block" as="xs:boolean">
    <xsl:sequence select="true()"/>
  </xsl:template>
  <xsl:template _match="({$fp:set-apart})[f:among-blocks(.)]"
      mode="typst:is-block" as="xs:boolean">
    <xsl:sequence select="true()"/>
  </xsl:template>

  <!-- Standing beside blocks, not inside running text. A signature or salutation has its own line even if the closing words do not. -->
  <xsl:function name="f:among-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::signed or self::salute or self::dateline or self::address][parent::opener or parent::closer])
        or not(f:among-words($element)) and exists($element/parent::*[fp:has-role(., 'holder')
        or self::opener or self::closer or self::quote or self::table or (self::cit | self::view:shown)[f:among-blocks(.)]])"/>
  </xsl:function>

  <!-- The statements for what an element holds. -->
  <xsl:function name="f:inside" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="$element/node()" mode="typst:body"/>
  </xsl:function>

  <!-- An anchor, if something in this document points to the element. -->
  <xsl:key name="f:pointer" match="@target | @corresp | @sameAs | @next | @prev" use="f:local-targets(.)"/>
  <xsl:function name="f:anchor" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id and exists(key('f:pointer', $element/@xml:id, root($element)))">
      <xsl:sequence select="f:call('anchor', f:string($element/@xml:id))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:own-language" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="statements" as="xs:string*"/>
    <xsl:variable name="language" as="xs:string?" select="$element/@xml:lang ! f:language(.)"/>
    <xsl:variable name="direction" as="xs:string?" select="if ($language) then f:text-direction($element, $element/@xml:lang) else f:block-direction($element)"/>
    <xsl:choose>
      <xsl:when test="$language ne f:language($element/ancestor::*[@xml:lang][1]/@xml:lang)">
        <xsl:sequence select="f:call('lang', (f:string($language), f:string(f:region($element/@xml:lang)), f:block($statements), $direction[. eq 'rtl'] ! 'direction:rtl'))"/>
      </xsl:when>
      <xsl:when test="$direction ne $f:document-direction or $f:runs-leftward and $direction">
        <xsl:sequence select="f:call('directed', ($direction, f:block($statements)))"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$statements"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="text()" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:text(.)"/>
  </xsl:template>
  <xsl:template match="processing-instruction() | comment()" mode="typst:body" as="empty-sequence()"/>

  <!-- Index entries are no text to be read. COIN. -->
  <xsl:template match="index" mode="typst:body" as="xs:string?">
    <xsl:sequence select="f:anchor(.)"/>
  </xsl:template>

  <!-- What belongs to this view is drawn; what it leaves out is told at the foot or at the end, see transcr.xsl. -->
  <xsl:template match="view:shown" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:inside(.)"/>
  </xsl:template>

  <xsl:template match="p | ab" mode="typst:body" as="xs:string*">
    <xsl:variable name="statements" as="xs:string*" select="f:anchor(.), f:section-number(.) ! f:call('section-number', f:string(.)), f:inside(.)"/>
    <xsl:sequence select="f:own-language(., (
        if (some $child in * satisfies f:is-block($child)) then f:call('flow', f:block($statements))
        else if (@rend or @rendition) then f:call('p-rend', (f:string(f:rend(.)), f:block($statements)))
        else if (self::ab) then f:call('p-plain', f:block($statements))
        else f:call('p', f:block($statements))))"/>
  </xsl:template>
  <xsl:template match="seg[f:section-number(.)]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., (f:call('part-number', f:string(f:section-number(.))), f:inside(.)))"/>
  </xsl:template>
  <!-- In a note the first paragraph follows the number on its line. -->
  <xsl:template match="note/p | note/ab" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:inside(.), 'parbreak();'"/>
  </xsl:template>

  <!-- How something looked, as the file says it: words of @rend, CSS, or the rendition it points to. -->
  <xsl:key name="f:rendition" match="rendition" use="@xml:id"/>
  <xsl:function name="f:rend" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="renditions" as="xs:string*" select="
        for $pointer in tokenize($element/@rendition) return
          if (starts-with($pointer, '#')) then (key('f:rendition', substring($pointer, 2), root($element))/string(), substring($pointer, 2))
          else substring-after($pointer, ':')"/>
    <xsl:sequence select="normalize-space(string-join(($element/@rend, $element/@style, $renditions), ' '))"/>
  </xsl:function>

  <xsl:template match="hi" mode="typst:body" as="xs:string*">
    <xsl:variable name="rend" as="xs:string" select="f:rend(.)"/>
    <xsl:sequence select="f:anchor(.), f:own-language(., f:hi(., if ($rend = '') then 'italic' else $rend))"/>
  </xsl:template>
  <!-- The siglum at the head of an entry stands apart from what it stands for. -->
  <xsl:template match="abbr[@type = 'siglum'][empty(preceding-sibling::node()[normalize-space()])]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:inside(.), 'sp;'"/>
  </xsl:template>
  <xsl:template match="emph | mentioned | distinct | title[not(@level = 'a')]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., if (@rend or @rendition)
        then f:hi(., f:rend(.))
        else f:call(if (self::title) then 'work-title' else 'emphasis', f:block(f:inside(.))))"/>
  </xsl:template>
  <!-- Words in another alphabet differ as they are. -->
  <xsl:template match="foreign | term | gloss" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., if (@rend or @rendition)
        then f:hi(., f:rend(.))
        else if (self::foreign and not(matches(., '[A-Za-zÀ-ɏ]'))) then f:inside(.)
        else f:call(local-name(), f:block(f:inside(.))))"/>
  </xsl:template>

  <!-- Quotation marks are added only where the transcription did not keep them. COHQU. -->
  <xsl:template match="quote | q | said | soCalled" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., if (f:has-marks(.)) then f:inside(.) else f:call('quoted', f:block(f:inside(.))))"/>
  </xsl:template>
  <xsl:template match="(quote | q | said | soCalled)[f:is-block(.)] | cit[f:is-block(.)]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., f:call(if (self::said) then 'div' else 'quotation', f:block(f:inside(.))))"/>
  </xsl:template>

  <!-- References: inside the document to the page, outside to the address. -->
  <xsl:template match="ref | ptr" mode="typst:body" as="xs:string*">
    <xsl:variable name="target" as="xs:string?" select="tokenize(@target)[1]"/>
    <xsl:variable name="words" as="xs:string*" select="if (exists(node())) then f:inside(.) else f:text(@target)"/>
    <xsl:sequence select="f:anchor(.), (
        if (f:is-web-address($target)) then f:call('out', (f:string($target), f:block($words)))
        else if (not(matches($target, '^#.'))) then $words
        else if (exists(node())) then f:call('to', (f:string(substring($target, 2)), f:block($words)))
        else f:call('to-page', (f:string(substring($target, 2)), f:string(f:word('page')), f:block($words))))"/>
  </xsl:template>

  <!-- Lists keep their order; what stands between items (page breaks, notes) divides them into runs. -->
  <xsl:template match="list" mode="typst:body" as="xs:string*">
    <xsl:variable name="list" as="element(list)" select="."/>
    <xsl:variable name="statements" as="xs:string*">
      <xsl:sequence select="f:anchor(.)"/>
      <xsl:for-each-group select="*" group-adjacent="if (self::item or self::label and following-sibling::*[1][self::item]) then 'items' else local-name()">
        <xsl:choose>
          <!-- A label that is more than words in a line stands above its item. -->
          <xsl:when test="current-grouping-key() = 'items' and (every $part in current-group()/self::label/* satisfies not(f:is-block($part)))">
            <xsl:sequence select="f:items($list, current-group())"/>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="current-group()" mode="#current"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="f:own-language(., f:call('div', f:block($statements)))"/>
  </xsl:template>
  <xsl:function name="f:items" as="xs:string">
    <xsl:param name="list" as="element(list)"/>
    <xsl:param name="children" as="element()*"/>
    <xsl:variable name="manner" as="xs:string" select="string-join(($list/@type, f:rend($list)), ' ')"/>
    <xsl:choose>
      <xsl:when test="count($list/ancestor::list) gt 7">
        <xsl:sequence select="f:call('deep-items', $children ! f:block((f:anchor(.), f:item-number(.), f:inside(.))))"/>
      </xsl:when>
      <xsl:when test="$children/self::label">
        <xsl:sequence select="f:call('labelled-items', $children/self::item ! f:array((
            f:block(preceding-sibling::*[1]/self::label ! f:inside(.)), f:block((f:anchor(.), f:inside(.))))))"/>
      </xsl:when>
      <xsl:when test="matches($manner, 'order|number|arabic|roman|alpha', 'i') and empty($children/@n)">
        <xsl:sequence select="f:call('numbered-items', (
            'start:' || (1 + count($children[1]/preceding-sibling::item)), $children ! f:block((f:anchor(.), f:inside(.)))))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:call('items', (
            'bulleted:' || f:boolean(matches($manner, 'bullet|disc|unordered', 'i')), $children ! f:block((f:anchor(.), f:item-number(.), f:inside(.)))))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="f:item-number" as="xs:string*">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="$item/@n[not(starts-with(normalize-space($item), .))] ! (f:text(.), 'sp;')"/>
  </xsl:function>
  <xsl:template match="item" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('plain-item', f:block((f:anchor(.), f:inside(.))))"/>
  </xsl:template>

  <xsl:template _match="{$fp:record-list} | castGroup | set | performance" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:own-language(., f:call('div', f:block(f:inside(.))))"/>
  </xsl:template>
  <xsl:template match="bibl[parent::listBibl or parent::div] | biblStruct[parent::listBibl] | witness" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('entry', f:block((f:anchor(.), f:inside-apart(.))))"/>
  </xsl:template>
  <xsl:template _match="{$fp:record}" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('data-entry', f:block((f:anchor(.), f:inside-apart(.))))"/>
  </xsl:template>
  <xsl:template match="idno" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('identifier', f:block(f:inside(.)))"/>
  </xsl:template>
  <!-- Parts of a record that touch one another in the file have a space between them on paper. -->
  <xsl:function name="f:inside-apart" as="xs:string*">
    <xsl:param name="record" as="element()"/>
    <xsl:for-each select="$record/node()">
      <xsl:if test="self::* and preceding-sibling::node()[1][self::*]">sp;</xsl:if>
      <xsl:apply-templates select="." mode="typst:body"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Line, page and column ends of the source. -->
  <xsl:template match="lb" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:hyphen(.), if (@n) then f:call('line-begin', f:string(f:shortened(@n, 16))) else 'break-line;'"/>
  </xsl:template>
  <!-- In the apparatus and other text on its side, lines run on. -->
  <xsl:template match="lb[ancestor::view:aside]" mode="typst:body" priority="2" as="xs:string*">
    <xsl:sequence select="f:text(if (@break = 'no') then '|' else ' | ')"/>
  </xsl:template>
  <!-- Between paragraphs or lines of verse there is nothing to break: the mark alone. -->
  <xsl:template match="lb[f:among-blocks(.)]" mode="typst:body" priority="1" as="xs:string*">
    <xsl:if test="@n"><xsl:sequence select="f:call('line-apart', f:string(f:shortened(@n, 16)))"/></xsl:if>
  </xsl:template>
  <!-- The first line of a block needs no break before it. -->
  <xsl:template match="lb[f:opens-block(.)]" mode="typst:body" as="xs:string*">
    <xsl:if test="@n"><xsl:sequence select="f:call('line-mark', f:string(f:shortened(@n, 16)))"/></xsl:if>
  </xsl:template>
  <!-- A word that goes on in the next line has a hyphen, unless the source's own is there. -->
  <xsl:function name="f:hyphen" as="xs:string?">
    <xsl:param name="line" as="element(lb)"/>
    <xsl:variable name="before" as="xs:string" select="normalize-space(string-join(
        ($line/parent::view:shown, $line)[1]/preceding-sibling::node()[position() le 3][not(self::view:aside)]))"/>
    <xsl:if test="$line/@break = 'no' and not(matches($before, $fp:hyphen || '$'))">line-hyphen;</xsl:if>
  </xsl:function>
  <xsl:function name="f:opens-block" as="xs:boolean">
    <xsl:param name="line" as="element()"/>
    <xsl:variable name="child" as="element()" select="($line/parent::view:shown, $line)[1]"/>
    <xsl:sequence select="empty($child/preceding-sibling::node()[self::* or normalize-space()][not(self::pb | self::cb[not(f:by-leiden(.))] | self::gb | self::milestone | self::fw | self::view:aside)])"/>
  </xsl:function>
  <xsl:template match="pb | gb" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call(if (f:among-blocks(.)) then 'page-begin-apart' else 'page-begin', f:string(f:shortened(f:break-label(.), 24)))"/>
  </xsl:template>
  <xsl:template match="cb" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('column-begin', (f:string(f:word('column')), f:string(f:shortened(f:break-label(.), 12))))"/>
  </xsl:template>
  <xsl:template match="milestone | anchor" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), if (self::milestone and @n) then f:call('milestone', f:string(f:shortened(@n, 16)))
        else if (self::milestone[f:among-blocks(.)]) then 'ornament;' else ()"/>
  </xsl:template>
</xsl:stylesheet>
