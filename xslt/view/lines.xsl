<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines, hyphens at their ends, and letterforms: what the printer or scribe did, not the author. Modules core and transcr. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Lines of prose run on in the reading text and are kept in the diplomatic text. Elsewhere (headings, addresses,
       signatures, title pages, inscriptions) the line is part of the text's form, and both views keep it. CORS5. -->
  <xsl:template match="lb[f:runs-on(.)]" mode="view:reading" as="node()*">
    <xsl:sequence select="f:aside-line(.), f:space-for(.)"/>
  </xsl:template>
  <xsl:template match="lb[f:runs-on(.)]" mode="view:diplomatic" as="node()*">
    <view:shown of="diplomatic" kind="line"><xsl:sequence select="."/></view:shown>
    <xsl:sequence select="f:space-for(.)"/>
  </xsl:template>

  <xsl:function name="f:aside-line" as="element(view:aside)">
    <xsl:param name="line" as="element(lb)"/>
    <view:aside of="diplomatic" kind="line"><xsl:sequence select="$line"/></view:aside>
  </xsl:function>

  <xsl:function name="f:runs-on" as="xs:boolean">
    <xsl:param name="line" as="element(lb)"/>
    <xsl:variable name="block" as="element()?" select="$line/ancestor::*[fp:has-role(., ('prose', 'lineated'))][1]"/>
    <xsl:sequence select="fp:has-role($block, 'prose') and not(f:by-leiden($line))"/>
  </xsl:function>

  <!-- An lb between two letters, with no white space and no @break, still ends a word, except in scripts that write none. -->
  <xsl:function name="f:space-for" as="text()?">
    <xsl:param name="line" as="element(lb)"/>
    <xsl:variable name="before" as="xs:string" select="fp:words-beside($line/preceding-sibling::node()[not(self::comment())][1])"/>
    <xsl:variable name="after" as="xs:string" select="fp:words-beside($line/following-sibling::node()[not(self::comment())][1])"/>
    <xsl:if test="not($line/@break = 'no') and matches($before, '[^\s⺀-鿿]$') and matches($after, '^[^\s⺀-鿿]')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- White space at the edges of an element may be that between the halves of a choice: it ends no word. -->
  <xsl:function name="fp:words-beside" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="if ($node instance of element()) then normalize-space($node) else string($node)"/>
  </xsl:function>

  <!-- The white space around a line end that does not end a word, and a hyphen before it. Before the letterforms, which this rule sees
       to itself, hence the priority. COPU-2. -->
  <xsl:template match="text()[fp:is-before-broken-word(.) or fp:is-after-broken-word(.)]" mode="view:reading" priority="1" as="node()*">
    <xsl:variable name="parts" as="xs:string+" select="fp:split-hyphen(.)"/>
    <xsl:sequence select="f:letters($parts[1], 'reading')"/>
    <xsl:where-populated>
      <view:aside of="diplomatic" kind="hyphen">{$parts[2]}</view:aside>
    </xsl:where-populated>
  </xsl:template>
  <xsl:template match="text()[fp:is-before-broken-word(.) or fp:is-after-broken-word(.)]" mode="view:diplomatic" priority="1" as="node()*">
    <xsl:variable name="parts" as="xs:string+" select="fp:split-hyphen(.)"/>
    <xsl:sequence select="f:letters($parts[1], 'diplomatic')"/>
    <xsl:where-populated>
      <view:shown of="diplomatic" kind="hyphen">{$parts[2]}</view:shown>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="pc[@force = 'weak'][fp:is-before-broken-word(.) or fp:is-after-broken-word(.)]" mode="view:reading" as="element(view:aside)">
    <view:aside of="diplomatic" kind="hyphen"><xsl:sequence select="."/></view:aside>
  </xsl:template>
  <xsl:template match="pc[@force = 'weak'][fp:is-before-broken-word(.) or fp:is-after-broken-word(.)]" mode="view:diplomatic" as="element(view:shown)">
    <view:shown of="diplomatic" kind="hyphen"><xsl:sequence select="."/></view:shown>
  </xsl:template>

  <!-- A hyphen at a line's end that is encoded as a character of its own, as in EEBO-TCP. WD. -->
  <xsl:template match="g[f:is-hyphen(.)]" mode="view:reading" as="element(view:aside)">
    <view:aside of="diplomatic" kind="hyphen">-</view:aside>
  </xsl:template>
  <xsl:template match="g[f:is-hyphen(.)]" mode="view:diplomatic" as="element(view:shown)">
    <view:shown of="diplomatic" kind="hyphen">-</view:shown>
  </xsl:template>
  <xsl:function name="f:is-hyphen" as="xs:boolean">
    <xsl:param name="character" as="element(g)"/>
    <xsl:sequence select="not($character/node()) and matches($character/@ref, 'hyphen$', 'i')"/>
  </xsl:function>

  <!-- Is the next thing in the text, over the ends of phrases and page breaks, a break within a word? -->
  <xsl:function name="fp:is-before-broken-word" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="next" as="node()?" select="$node/following-sibling::node()[not(self::comment() | self::processing-instruction())][1]"/>
    <xsl:sequence select="
        if (exists($next)) then fp:breaks-word($next) or fp:is-passed-over($next) and fp:is-before-broken-word($next)
        else fp:is-phrase($node/..) and fp:is-before-broken-word($node/..)"/>
  </xsl:function>
  <xsl:function name="fp:is-after-broken-word" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="before" as="node()?" select="$node/preceding-sibling::node()[not(self::comment() | self::processing-instruction())][1]"/>
    <xsl:sequence select="
        if (exists($before)) then fp:breaks-word($before) or fp:is-passed-over($before) and fp:is-after-broken-word($before)
        else fp:is-phrase($node/..) and fp:is-after-broken-word($node/..)"/>
  </xsl:function>
  <xsl:function name="fp:breaks-word" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/(self::lb | self::pb | self::cb | self::gb)/@break = 'no'"/>
  </xsl:function>
  <xsl:function name="fp:is-passed-over" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/(self::pb | self::cb | self::gb | self::fw | self::text()[not(normalize-space())]))"/>
  </xsl:function>
  <xsl:function name="fp:is-phrase" as="xs:boolean">
    <xsl:param name="element" as="node()"/>
    <xsl:sequence select="$element instance of element()
        and not($element/self::cell or fp:has-role($element, ('block', 'line', 'block-or-phrase')))"/>
  </xsl:function>

  <!-- The text without the space and hyphen at a break within a word, and the hyphen ('' if there is none). A hyphen that is part of the
       word (force="strong") stays. -->
  <xsl:function name="fp:split-hyphen" as="xs:string+">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="begun" as="xs:string" select="if (fp:is-after-broken-word($text)) then replace($text, '^\s+', '') else string($text)"/>
    <xsl:choose>
      <xsl:when test="fp:is-before-broken-word($text)">
        <xsl:variable name="trimmed" as="xs:string" select="replace($begun, '\s+$', '')"/>
        <xsl:variable name="stem" as="xs:string" select="if ($text/parent::pc/@force = 'strong') then $trimmed else replace($trimmed, $fp:hyphen || '$', '')"/>
        <xsl:sequence select="$stem, substring($trimmed, string-length($stem) + 1)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$begun, ''"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The line ends and indents at the edges of a phrase that was written over several lines of the file are no spaces where a bracket,
       an opening quotation mark or a point touches the phrase. -->
  <xsl:template match="text()[matches(., '^\s*\n|\n\s*$')][fp:opens-after-bracket(.) or fp:closes-before-point(.)]" mode="view:reading"
      priority="0.9" as="node()*">
    <xsl:sequence select="f:letters(fp:without-edges(.), 'reading')"/>
  </xsl:template>
  <xsl:template match="text()[matches(., '^\s*\n|\n\s*$')][fp:opens-after-bracket(.) or fp:closes-before-point(.)]" mode="view:diplomatic"
      priority="0.9" as="node()*">
    <xsl:sequence select="f:letters(fp:without-edges(.), 'diplomatic')"/>
  </xsl:template>
  <xsl:function name="fp:opens-after-bracket" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="matches($text, '^\s*\n') and matches(fp:touching($text, 'before'), '(\p{Ps}|(^|[\s\p{Ps}])[\p{Pi}\p{Pf}&quot;''¿¡])$')"/>
  </xsl:function>
  <xsl:function name="fp:closes-before-point" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="matches($text, '\n\s*$') and matches(fp:touching($text, 'after'), '^(\p{Pe}|[.,;:!?](\D|$)|[\p{Pi}\p{Pf}&quot;'']([\s\p{P}]|$))')"/>
  </xsl:function>
  <!-- The text or punctuation that touches the phrase, or the phrases, at whose edge a text stands; nothing if it stands at none. -->
  <xsl:function name="fp:touching" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:variable name="next" as="node()?" select="
        if ($side = 'before') then $node/preceding-sibling::node()[not(self::comment() | self::processing-instruction())][1]
        else $node/following-sibling::node()[not(self::comment() | self::processing-instruction())][1]"/>
    <xsl:sequence select="
        if (empty($next)) then (if (fp:is-phrase($node/..)) then fp:touching($node/.., $side) else '')
        else if ($next[self::text()[not(normalize-space())]]) then fp:touching($next, $side)
        else if ($node instance of element()) then string($next[self::text() or self::pc])
        else ''"/>
  </xsl:function>
  <xsl:function name="fp:without-edges" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="begun" as="xs:string" select="if (fp:opens-after-bracket($text)) then replace($text, '^\s+', '') else string($text)"/>
    <xsl:sequence select="if (fp:closes-before-point($text)) then replace($begun, '\s+$', '') else $begun"/>
  </xsl:function>

  <!-- Two tokens with nothing between them are two words, unless they are parts of one or joined. AILC. -->
  <xsl:template match="w[fp:touches-word(.)]" mode="view:reading view:diplomatic" priority="5" as="node()+">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>
  <xsl:function name="fp:touches-word" as="xs:boolean">
    <xsl:param name="word" as="element(w)"/>
    <xsl:variable name="before" as="element(w)?" select="$word/preceding-sibling::node()[1]/self::w"/>
    <xsl:sequence select="exists($before) and empty(($word/@part, $before/@part, $before/@join, $word/@join[. = ('left', 'both')]))"/>
  </xsl:function>
  <!-- White space beside a token that is joined there is not text, nor is that between a word and the point after it, or between a bracket
       and the word in it, where nothing says how tokens are joined. -->
  <xsl:template match="text()[not(normalize-space())][fp:is-joined-over(.)]" mode="view:reading view:diplomatic" priority="2"
      as="empty-sequence()"/>
  <xsl:function name="fp:is-joined-over" as="xs:boolean">
    <xsl:param name="space" as="text()"/>
    <xsl:sequence select="$space/preceding-sibling::*[1]/(self::w | self::pc)/@join = ('right', 'both')
        or $space/following-sibling::*[1]/(self::w | self::pc)/@join = ('left', 'both')
        or matches($space/preceding-sibling::*[1]/(self::w | self::pc)/following-sibling::*[1]/self::pc[empty(@join)], '^\s*[.,;:!?)\]}]')
        or matches($space/preceding-sibling::*[1]/self::pc[empty(@join)][following-sibling::*[1]/self::w], '^\s*[(\[{]\s*$')"/>
  </xsl:function>

  <!-- Long s: the reading text has the modern letter. -->
  <xsl:template match="text()[contains(., 'ſ')]" mode="view:reading" as="node()*">
    <xsl:sequence select="f:letters(., 'reading')"/>
  </xsl:template>
  <xsl:template match="text()[contains(., 'ſ')]" mode="view:diplomatic" as="node()*">
    <xsl:sequence select="f:letters(., 'diplomatic')"/>
  </xsl:template>

  <xsl:function name="f:letters" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:analyze-string select="$text" regex="[\p{{L}}\p{{M}}]*ſ[\p{{L}}\p{{M}}]*">
      <xsl:matching-substring>
        <xsl:variable name="modern" as="xs:string" select="translate(., 'ſ', 's')"/>
        <xsl:choose>
          <xsl:when test="$view = 'diplomatic'">
            <view:shown of="diplomatic" kind="letterform">{.}</view:shown>
            <view:aside of="reading" kind="letterform">{$modern}</view:aside>
          </xsl:when>
          <xsl:otherwise>
            <view:shown of="reading" kind="letterform">{$modern}</view:shown>
            <view:aside of="diplomatic" kind="letterform">{.}</view:aside>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:value-of select="."/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>
</xsl:stylesheet>
