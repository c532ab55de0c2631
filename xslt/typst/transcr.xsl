<?xml version="1.0" encoding="UTF-8"?>
<!-- What scribe and editor did to the text, and what a view leaves out. Module transcr, PH. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Inside a line through or under the words there is no second one: see edition.typ. -->
  <xsl:function name="f:is-lined" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::del[not(f:by-leiden(.))] or self::unclear or f:draws-line(.)])"/>
  </xsl:function>
  <xsl:function name="f:draws-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="matches(f:rend($element), 'underlin|strike|line-through|overlin|supraline|^(u|ul|line)$', 'i')
        or exists($element[self::supplied][@evidence = 'parallel'][f:by-leiden(.)])"/>
  </xsl:function>
  <xsl:function name="f:hi" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="rend" as="xs:string"/>
    <xsl:sequence select="f:call('hi', (f:string($rend), if (f:is-lined($element)) then 'lines:false' else (), f:block(f:inside($element))))"/>
  </xsl:function>

  <xsl:template match="unclear" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call(if (f:is-lined(.)) then 'unclear-inside' else 'unclear', f:block(f:inside(.)))"/>
  </xsl:template>
  <xsl:template match="supplied | surplus | ex" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call(if (self::ex) then 'expansion' else local-name(), f:block(f:inside(.)))"/>
  </xsl:template>
  <!-- What the writer left out and the editor adds has angle brackets in any text. -->
  <xsl:template match="supplied[@reason = 'omitted']" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('supplied', ('kind:' || f:string('omitted'), f:block(f:inside(.))))"/>
  </xsl:template>
  <xsl:template match="del" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call(if (f:is-lined(.)) then 'deleted-inside' else 'deleted', f:block(f:inside(.)))"/>
  </xsl:template>
  <!-- Additions stand in the reading text like the rest; the diplomatic text marks them and their place. -->
  <xsl:template match="add" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), if (not(f:is-diplomatic(.))) then f:inside(.)
        else f:call(if (matches(@place, '^(above|supralinear|over)')) then 'above-line' else 'added', f:block(f:inside(.)))"/>
  </xsl:template>
  <xsl:function name="f:is-diplomatic" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="root($node)/*/@view:of = 'diplomatic'"/>
  </xsl:function>

  <xsl:template match="gap" mode="typst:body" as="xs:string*">
    <xsl:variable name="extent" as="xs:string" select="string-join((@quantity, @extent[not(../@quantity)], @unit), ' ')"/>
    <xsl:sequence select="f:anchor(.), (
        if (normalize-space()) then f:call('gap', f:block(f:inside(.)))
        else if (f:letters-lost(.) lt 10000) then f:call('lost-letters', string(f:letters-lost(.)))
        else if (@extent = 'unknown') then f:call('gap', f:block(f:text('– – –')))
        else f:call('gap', f:block(f:text(if ($extent = '') then '…' else '… ' || $extent))))"/>
  </xsl:template>
  <xsl:template match="space" mode="typst:body" as="xs:string*">
    <xsl:if test="normalize-space() or not(f:among-blocks(.))">
      <xsl:sequence select="f:call('blank', (if (matches(@quantity, '^[0-9]{1,3}$') and starts-with(@unit, 'char')) then string(@quantity) else '4', f:block(f:inside(.))))"/>
    </xsl:if>
  </xsl:template>
  <!-- A sign of the transcriber is no reading that the notes tell of. -->
  <xsl:template match="fw[@type = 'sign'][ancestor::view:aside]" mode="typst:body" as="empty-sequence()" priority="2"/>
  <xsl:template match="fw" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:call('forme-work', f:block(f:inside(.)))"/>
  </xsl:template>

  <!-- A correction: the editor's word in the text, the transcription's at the foot and in the list. An error nobody mended is marked. -->
  <xsl:template match="choice[view:shown/@kind = 'correction']" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('correction', f:block(view:shown ! f:inside(.))),
        f:call('correction-mark', (f:string(f:key-of(.)), f:string(f:place-in-notes(.))))"/>
    <xsl:apply-templates select="view:aside" mode="#current"/>
  </xsl:template>
  <xsl:template match="sic[not(ancestor::choice)]" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:call('not-corrected', f:block(f:inside(.)))"/>
  </xsl:template>
  <!-- A correction in a note has no line: its place is the note. -->
  <xsl:function name="f:place-in-notes" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="note" as="element(note)?" select="$element/ancestor::note[@view:as = 'anchored'][1]"/>
    <xsl:sequence select="if ($note) then f:word('note') || ' ' || f:note-marker($note) else ''"/>
  </xsl:function>
  <xsl:function name="f:key-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string($element/accumulator-before('fp:choice-number') - count($element/self::choice))"/>
  </xsl:function>
  <xsl:accumulator name="fp:choice-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="choice" select="$value + 1"/>
  </xsl:accumulator>

  <!-- What the view leaves out: told at the foot if a reader of the text will ask for it. -->
  <xsl:function name="f:told-at-foot" as="xs:boolean">
    <xsl:param name="aside" as="element(view:aside)"/>
    <xsl:sequence select="$aside/@kind = ('correction', 'deletion', 'surplus', 'variant') and empty($aside/ancestor::view:aside)
        and empty($aside/ancestor::note) and empty($aside/ancestor::head)"/>
  </xsl:function>
  <xsl:template match="view:aside" mode="typst:body" as="xs:string*">
    <xsl:if test="f:told-at-foot(.) and empty(f:verse-of(.))">
      <xsl:sequence select="f:call('apparatus', (f:string(f:source-line(.)), f:lemma(.), f:block(f:entry(.)))), f:space-again(.)"/>
    </xsl:if>
  </xsl:template>

  <!-- The number of the source's line, where the text keeps lines and numbers them. -->
  <xsl:accumulator name="f:source-line" as="xs:string" initial-value="''">
    <xsl:accumulator-rule match="lb[@n][not(ancestor::view:aside)]" select="string(@n)"/>
    <xsl:accumulator-rule match="div | ab | text" select="''"/>
  </xsl:accumulator>
  <xsl:function name="f:keeps-lines" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="count(key('f:kept-line', true(), root($node))) gt 3"/>
  </xsl:function>
  <xsl:key name="f:kept-line" match="lb[@n][not(ancestor::view:aside)]" use="true()"/>
  <xsl:function name="f:source-line" as="xs:string">
    <xsl:param name="aside" as="element(view:aside)"/>
    <xsl:sequence select="if (f:keeps-lines($aside)) then $aside/accumulator-before('f:source-line') else ''"/>
  </xsl:function>

  <!-- The entry for something left out, and the word of the text it belongs to. -->
  <xsl:function name="f:entry" as="xs:string*">
    <xsl:param name="aside" as="element(view:aside)"/>
    <xsl:apply-templates select="$aside" mode="typst:entry"/>
  </xsl:function>
  <xsl:template match="view:aside[@kind = 'correction']" mode="typst:entry" as="xs:string*">
    <xsl:variable name="said" as="xs:string" select="
        if (f:is-diplomatic(.)) then 'corrected' else if (normalize-space()) then 'transcription' else 'missing'"/>
    <xsl:sequence select="f:inside(.), f:call('by-editor', f:block(f:text(f:word($said))))"/>
  </xsl:template>
  <xsl:template match="view:aside" mode="typst:entry" as="xs:string*">
    <xsl:sequence select="(if (@kind = 'deletion') then del ! f:inside(.) else f:inside(.)),
        f:word-for-kind(@kind) ! f:call('by-editor', f:block(f:text(f:word(.))))"/>
  </xsl:template>
  <xsl:function name="f:word-for-kind" as="xs:string?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="map{'deletion': 'deleted', 'surplus': 'surplus', 'forme': 'forme', 'hand': 'hand', 'addition-mark': 'forme',
        'variant': 'textual-notes'}($kind)"/>
  </xsl:function>
  <xsl:function name="f:lemma" as="xs:string">
    <xsl:param name="aside" as="element(view:aside)"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($aside/parent::choice) then f:plain($aside/../(view:shown, * except view:aside)[1])
        else if ($aside/parent::subst) then f:plain($aside/../(add | view:shown))
        else if ($aside/parent::app) then string-join((f:verses-of($aside/..), $aside/../(* except view:aside)[not(.//l)]) ! f:plain(.), ' ')
        else f:words-before($aside)"/>
    <xsl:sequence select="if ($words = '') then (if ($aside/parent::app/(* except view:aside)[.//gap or .//space]) then f:string('…') else 'none') else f:string(f:lemma-shortened($words))"/>
  </xsl:function>
  <xsl:function name="f:words-before" as="xs:string">
    <xsl:param name="aside" as="element(view:aside)"/>
    <xsl:variable name="before" as="xs:string" select="f:plain($aside/preceding-sibling::node()[position() le 2])"/>
    <xsl:sequence select="(tokenize($before)[last()], '')[1]"/>
  </xsl:function>
  <xsl:function name="f:lemma-shortened" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="tokens" as="xs:string*" select="tokenize($words)"/>
    <xsl:sequence select="if (string-length($words) le 50 or count($tokens) lt 4) then f:shortened($words, 80)
        else string-join($tokens[position() le 2], ' ') || ' … ' || $tokens[last()]"/>
  </xsl:function>

  <!-- The list of corrections at the end: place, word, what stood there, who says so and how surely. -->
  <xsl:function name="f:corrections" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="rows" as="xs:string*">
      <xsl:for-each select="$edition//text//choice[view:aside/@kind = 'correction' and view:shown][not(ancestor::view:aside)]">
        <xsl:sequence select="f:array((f:string(f:key-of(.)),
            f:block(f:text(f:plain(if (f:is-diplomatic(.)) then view:aside/node() else view:shown))),
            f:block(f:correction-source(.)), f:block(f:correction-reason(.))))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exists($rows)">
      <xsl:sequence select="f:call('corrections', (f:string(f:word('corrections')), f:string(f:word('page')),
          f:array(('place', 'in-this-edition', 'in-the-source', 'by') ! f:string(f:word(.))), $rows))"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="f:correction-source" as="xs:string*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="source" as="element()" select="if (f:is-diplomatic($choice)) then $choice/view:shown[1] else $choice/view:aside[1]"/>
    <xsl:sequence select="if (normalize-space($source)) then f:text(normalize-space($source))
        else f:call('by-editor', f:block(f:text(f:word('missing'))))"/>
  </xsl:function>
  <xsl:function name="f:correction-reason" as="xs:string*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="resp" as="xs:string*" select="($choice/@resp, $choice//corr/@resp)[1] ! tokenize(.) ! replace(., '^#', '')"/>
    <xsl:variable name="note" as="xs:string*" select="$choice//note ! f:line(.)"/>
    <xsl:sequence select="f:text(string-join(($note, $resp, ($choice/@cert, $choice//corr/@cert)[1], ($choice/@source)[1]), ', '))"/>
  </xsl:function>

  <!-- Variants of a heading or a note have no line to be keyed to: the words they vary stand before them. -->
  <xsl:function name="f:variant-with-lemma" as="xs:string*">
    <xsl:param name="aside" as="element(view:aside)"/>
    <xsl:sequence select="f:text(f:plain($aside/../(* except view:aside)) || '] '), f:entry($aside)"/>
  </xsl:function>

  <!-- What is neither in the text nor at the foot: running heads and the like, once, in order. -->
  <xsl:function name="f:left-out" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:variable name="rows" as="xs:string*">
      <xsl:for-each-group select="$edition//text//view:aside[@kind = ('forme', 'hand', 'addition-mark', 'deletion', 'surplus', 'variant')][not(f:told-at-foot(.))][not(fw/@type = ('rule', 'sign', 'edge'))]
          [not(ancestor::view:aside)][normalize-space()]" group-by="@kind">
        <xsl:variable name="said" as="xs:string*" select="current-group() ! f:block(if (@kind = 'variant') then f:variant-with-lemma(.) else f:inside(.))"/>
        <xsl:sequence select="f:array((f:string(f:word(if (current-grouping-key() = 'variant') then 'apparatus' else f:word-for-kind(current-grouping-key()))), f:block(f:joined($said))))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:if test="exists($rows)">
      <xsl:sequence select="f:call('colophon', (f:string(f:word('textual-notes')), $rows))"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
