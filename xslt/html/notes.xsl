<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: the mark in the text, and the notes themselves at the end (beside the text on wide screens, by the script). CONO. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The mark in the text. Brackets of the mark as printed show in the diplomatic view. -->
  <xsl:template match="note[@view:as = 'anchored']" mode="html:body" as="element()+">
    <span hidden="hidden"><xsl:text> </xsl:text></span>
    <a class="note-mark has-more" role="doc-noteref" id="{f:mark-id(.)}" href="#{encode-for-uri(f:note-id(.))}"
        aria-label="{f:word('note')} {@view:n}"><xsl:sequence select="f:mark(@view:n)"/></a>
  </xsl:template>
  <xsl:function name="f:mark" as="item()*">
    <xsl:param name="printed" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string" select="replace($printed, '^[\[(]|[\])]$', '')"/>
    <xsl:choose>
      <xsl:when test="$bare and $bare ne $printed">
        <span class="in-diplomatic">{substring-before($printed, $bare)}</span>
        <xsl:value-of select="$bare"/>
        <span class="in-diplomatic">{substring-after($printed, $bare)}</span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$printed"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string($note/@view:id)"/>
  </xsl:function>
  <xsl:function name="f:mark-id" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="'ed.mark.' || $note/@view:id"/>
  </xsl:function>

  <!-- The note among the end notes, with its way back. -->
  <xsl:template match="note" mode="html:note" as="element()">
    <li>
      <xsl:sequence select="f:attributes(., (@place ! tokenize(.)[matches(., '^[a-z]+$')] ! ('place-' || .), @type ! ('type-' || f:token(.))))"/>
      <a class="return" role="doc-backlink" href="#{encode-for-uri(f:mark-id(.))}" aria-label="{f:word('back-to-text')} {@view:n}"><xsl:sequence select="f:mark(@view:n)"/></a>
      <div class="note-text"><xsl:apply-templates mode="html:body"/><xsl:sequence select="f:of-whom(.)"/></div>
    </li>
  </xsl:template>
  <xsl:function name="f:of-whom" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:if test="$note/@resp">
      <span class="by-whom"> [<xsl:value-of select="tokenize($note/@resp) ! f:name-of-pointer(., $note)" separator=", "/>]</span>
    </xsl:if>
  </xsl:function>
  <!-- Who or what a pointer in @resp names. -->
  <xsl:function name="f:name-of-pointer" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="target" as="element()?" select="if (starts-with($pointer, '#')) then key('f:by-id', substring($pointer, 2), root($element))[1] else ()"/>
    <xsl:sequence select="f:line(($target/(descendant-or-self::persName, descendant-or-self::name, label)[normalize-space()][1], $target[not(*)], replace($pointer, '^#', ''))[normalize-space()][1])"/>
  </xsl:function>

  <!-- Notes that stand where they are. -->
  <xsl:template match="note[@view:as = 'inline']" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(., 'inline')"/>
  </xsl:template>
  <xsl:template match="note | noteGrp" mode="html:body" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ('block', @type ! ('type-' || f:token(.))))"/>
      <xsl:if test="self::note/@n and not(starts-with(normalize-space(), @n))"><span class="n">{@n} </span></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>
  <xsl:template match="teiHeader//note | standOff//note" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(.)"/>
  </xsl:template>

  <xsl:function name="f:notes-section" as="element()?">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="notes" as="element(note)*" select="$root//text//note[@view:as = 'anchored']"/>
    <xsl:if test="exists($notes)">
      <section class="notes" role="doc-endnotes" aria-labelledby="ed.notes" id="ed.notes-section">
        <h2 id="ed.notes">{f:word('notes')}</h2>
        <ol><xsl:apply-templates select="$notes" mode="html:note"/></ol>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:apparatus-section" as="element()?">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="entries" as="element()*" select="$root//text//(app[view:aside] | choice[view:aside/@kind = 'variant'])"/>
    <xsl:if test="exists($entries)">
      <section class="apparatus" aria-labelledby="ed.apparatus">
        <h2 id="ed.apparatus">{f:word('apparatus')}</h2>
        <ol><xsl:apply-templates select="$entries" mode="html:variants"/></ol>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The corrections, with what the source has, how sure they are and who made them. -->
  <xsl:function name="f:corrections-section" as="element()?">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="corrections" as="element(choice)*" select="$root//text//choice[view:*/@kind = 'correction']"/>
    <xsl:if test="exists($corrections)">
      <section class="corrections" aria-labelledby="ed.corrections">
        <h2 id="ed.corrections">{f:word('corrections')}</h2>
        <div class="table-frame" tabindex="0" role="group" aria-label="{f:word('table')}: {f:word('corrections')}">
          <table>
            <thead><tr><th scope="col">{f:word('in-the-source')}</th><th scope="col">{f:word('in-this-edition')}</th><th scope="col">{f:word('certainty')}</th><th scope="col">{f:word('by')}</th></tr></thead>
            <tbody>
              <xsl:for-each select="$corrections">
                <xsl:variable name="number" as="xs:integer" select="accumulator-before('f:correction-number')"/>
                <tr id="ed.correction.{$number}">
                  <td class="sic"><xsl:sequence select="f:half(., 'diplomatic')"/></td>
                  <td class="corr"><a class="return" href="#ed.corrected.{$number}"><xsl:sequence select="f:half(., 'reading')"/></a></td>
                  <td>{(@cert, *//(corr | sic)/@cert)[1] ! f:word('cert-' || .)}</td>
                  <td><xsl:value-of select="(@resp, *//corr/@resp)[1] ! (for $p in tokenize(.) return f:name-of-pointer($p, current()))" separator=", "/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:function>
  <xsl:function name="f:half" as="element()">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:variable name="half" as="element()?" select="$choice/view:*[@of = $of][1]"/>
    <span data-copy="yes">
      <xsl:choose>
        <xsl:when test="normalize-space($half)"><xsl:apply-templates select="$half/node()" mode="html:body"/></xsl:when>
        <xsl:otherwise><span class="absent">{f:word('nothing')}</span></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:function>
</xsl:stylesheet>
