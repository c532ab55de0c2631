<?xml version="1.0" encoding="UTF-8"?>
<!-- The page: bar, contents, text, notes, apparatus, corrections, indexes, what the header says, how to cite. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="document-node()" mode="html:page" as="document-node()">
    <xsl:variable name="drawn" as="element()"><xsl:sequence select="f:page(.)"/></xsl:variable>
    <xsl:document>
      <xsl:apply-templates select="$drawn" mode="html:fit"/>
    </xsl:document>
  </xsl:template>

  <xsl:function name="f:page" as="element()">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="contents" as="element()*"><xsl:apply-templates select="$root/*" mode="html:contents"/></xsl:variable>
    <html lang="{$language}">
      <xsl:if test="$root/*/@view:of = 'diplomatic'"><xsl:attribute name="data-first" select="'diplomatic'"/></xsl:if>
      <xsl:sequence select="f:page-head()"/>
      <body>
        <a class="skip" href="#ed.text">{f:word('skip')}</a>
        <xsl:sequence select="f:bar($root, $contents)"/>
        <div class="sheet">
          <xsl:if test="count($contents/descendant-or-self::*:li) gt 1">
            <nav class="toc" id="ed.contents" popover="auto" aria-label="{f:word('contents')}">
              <ol><xsl:sequence select="f:language-of-text($root), $contents"/></ol>
            </nav>
          </xsl:if>
          <main id="ed.text">
            <article>
              <xsl:sequence select="f:language-of-text($root)"/>
              <xsl:sequence select="f:masthead()"/>
              <xsl:sequence select="f:transcription($root)"/>
            </article>
            <xsl:sequence select="f:notes-section($root), f:apparatus-section($root)"/>
            <div class="supplements">
              <xsl:sequence select="f:corrections-section($root), f:index-section('person'), f:index-section('place'), f:index-section('org'),
                  f:index-section('other'), f:chronology($root), f:standing-off($root), f:about-section($root), f:cite-section()"/>
            </div>
          </main>
        </div>
        <script type="application/json" id="ed.words"><xsl:value-of select="f:json(map:merge(('close', 'copy', 'copied', 'more', 'passage', 'link-to-passage') ! map{.: f:word(.)}))"/></script>
        <xsl:choose>
          <xsl:when test="$script-href"><script src="{$script-href}" defer="defer"></script></xsl:when>
          <xsl:when test="$script"><script><xsl:value-of select="$script"/></script></xsl:when>
        </xsl:choose>
      </body>
    </html>
  </xsl:function>

  <!-- What is read: the texts, and transcriptions by page, of every TEI in the document. -->
  <xsl:function name="f:transcription" as="item()*">
    <xsl:param name="root" as="document-node()"/>
    <xsl:choose>
      <xsl:when test="$root/(TEI | teiCorpus)">
        <xsl:apply-templates select="$root//(TEI | teiCorpus)[not(ancestor::text)]/(* except (teiHeader | TEI | teiCorpus | standOff))
            [not(self::facsimile) or .//*[normalize-space()]]" mode="html:body"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$root/*" mode="html:body"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:language-of-text" as="attribute()*">
    <xsl:param name="root" as="document-node()"/>
    <xsl:if test="$f:language ne 'und'">
      <xsl:attribute name="lang" select="$f:language"/>
    </xsl:if>
    <xsl:if test="$f:language ne 'und' or $f:document-direction eq 'rtl'">
      <xsl:attribute name="dir" select="$f:document-direction"/>
    </xsl:if>
  </xsl:function>

  <!-- A title may be in another language than the text, or in another script. -->
  <xsl:function name="f:language-of-title" as="attribute()*">
    <xsl:variable name="code" as="attribute(xml:lang)?" select="$f:title-element/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
    <xsl:variable name="tag" as="xs:string?" select="$code[normalize-space()] ! f:language-tag(.)"/>
    <xsl:variable name="direction" as="xs:string?" select="f:text-direction($f:title-element, $tag)"/>
    <xsl:if test="$tag ne $f:language"><xsl:attribute name="lang" select="$tag"/></xsl:if>
    <xsl:if test="$direction ne $f:document-direction"><xsl:attribute name="dir" select="$direction"/></xsl:if>
  </xsl:function>

  <!-- Author and title above the text, unless the text begins with its title. -->
  <xsl:function name="f:masthead" as="element()?">
    <xsl:if test="empty($f:title-in-text)">
      <header class="masthead">
        <xsl:if test="exists($f:authors)"><p class="by"><xsl:value-of select="$f:authors ! f:person(.)" separator=", "/></p></xsl:if>
        <h1><xsl:sequence select="f:language-of-title()"/><xsl:if test="string-length($f:title) gt 48"><xsl:attribute name="class" select="if (string-length($f:title) gt 140) then 'long longest' else 'long'"/></xsl:if>{$f:title}</h1>
        <xsl:for-each select="$f:subtitles"><p class="subtitle">{.}</p></xsl:for-each>
      </header>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:bar" as="element()">
    <xsl:param name="root" as="document-node()"/>
    <xsl:param name="contents" as="element()*"/>
    <xsl:variable name="views" as="xs:boolean" select="exists($root//text//view:*[@of = ('reading', 'diplomatic')])"/>
    <header class="bar">
      <a class="running-title" href="#ed.text"><xsl:sequence select="f:language-of-text($root)[not(name() = f:language-of-title()/name())], f:language-of-title()"/>{$f:title}</a>
      <xsl:if test="count($contents/descendant-or-self::*:li) gt 1">
        <button type="button" class="for-contents" popovertarget="ed.contents">{f:word('contents')}</button>
      </xsl:if>
      <xsl:if test="$views">
        <fieldset class="views">
          <legend class="hidden">{f:word('view')}</legend>
          <xsl:for-each select="'reading', 'diplomatic'">
            <label><input type="radio" name="view" value="{.}"><xsl:if test=". = $root/*/@view:of"><xsl:attribute name="checked" select="'checked'"/></xsl:if></input><span>{f:word('view-' || .)}</span></label>
          </xsl:for-each>
        </fieldset>
      </xsl:if>
      <button type="button" popovertarget="ed.display">{f:word('display')}</button>
      <div id="ed.display" class="panel" popover="auto">
        <fieldset class="theme">
          <legend>{f:word('theme')}</legend>
          <xsl:for-each select="'auto', 'light', 'dark'">
            <label><input type="radio" name="theme" value="{.}"><xsl:if test=". = 'auto'"><xsl:attribute name="checked" select="'checked'"/></xsl:if></input><span>{f:word('theme-' || .)}</span></label>
          </xsl:for-each>
        </fieldset>
        <fieldset class="size">
          <legend>{f:word('size')}</legend>
          <xsl:for-each select="'small', 'medium', 'large'">
            <label><input type="radio" name="size" value="{.}"><xsl:if test=". = 'medium'"><xsl:attribute name="checked" select="'checked'"/></xsl:if></input><span>{f:word('size-' || .)}</span></label>
          </xsl:for-each>
        </fieldset>
        <fieldset class="marks">
          <legend>{f:word('marks')}</legend>
          <xsl:for-each select="'corrections', 'names', 'pages', 'variants'[$root//text//app/view:aside]">
            <label><input type="checkbox" name="{.}"><xsl:if test=". = ('pages', 'variants')"><xsl:attribute name="checked" select="'checked'"/></xsl:if></input><span>{f:word('marks-' || .)}</span></label>
          </xsl:for-each>
        </fieldset>
      </div>
      <a class="to-cite" href="#ed.cite">{f:word('cite-short')}</a>
    </header>
  </xsl:function>

  <!-- What stands off the text and is no index: annotations, notes, interpretations, links. SASO. -->
  <xsl:function name="f:standing-off" as="element()?">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="rest" as="item()*"><xsl:apply-templates select="$root//standOff[not(ancestor::text)]/(* except (listPerson | listPlace | listOrg))" mode="html:body"/></xsl:variable>
    <xsl:if test="exists($rest[normalize-space()])">
      <section class="standing-off" aria-labelledby="ed.standing-off">
        <h2 id="ed.standing-off">{f:word('standing-off')}</h2>
        <xsl:sequence select="$rest"/>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:about-section" as="element()?">
    <xsl:param name="root" as="document-node()"/>
    <xsl:if test="$root//teiHeader/*">
      <section class="about" aria-labelledby="ed.about">
        <h2 id="ed.about">{f:word('about')}</h2>
        <xsl:apply-templates select="$root//teiHeader" mode="html:body"/>
      </section>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
