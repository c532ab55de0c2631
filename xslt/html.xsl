<?xml version="1.0" encoding="UTF-8"?>
<!-- HTML: draws a view (see view.xsl) as one page that carries both views, with notes, apparatus, corrections, indexes and the header.

  Modes     html:page    the whole page, from the root of the view; the one that Python starts
            html:body    the text and everything that is read like text
            html:note    anchored notes, as end notes
            html:variants the entries of the critical apparatus
            html:contents the table of contents
            html:plain   the reading text alone as a string of words, for headings in lists and for metadata
            html:fit     from the drawn page to a page that keeps HTML's rules of nesting: the last step
  An edition's own stylesheet may hold templates for any of these; they win over the ones here.
-->
<xsl:package xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    name="urn:tei-toolkit:html" package-version="1.0" version="3.0" declared-modes="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="html:page" on-no-match="fail" warning-on-multiple-match="no" use-accumulators="#all" visibility="public"/>
  <xsl:mode name="html:body" on-no-match="fail" warning-on-multiple-match="no" visibility="public"/>
  <xsl:mode name="html:note" on-no-match="fail" warning-on-multiple-match="no"/>
  <xsl:mode name="html:variants" on-no-match="fail" warning-on-multiple-match="no"/>
  <xsl:mode name="html:contents" on-no-match="deep-skip" warning-on-multiple-match="no"/>
  <xsl:mode name="html:plain" on-no-match="text-only-copy" warning-on-multiple-match="no"/>
  <xsl:mode name="html:fit" on-no-match="shallow-copy" warning-on-multiple-match="no"/>
  <xsl:mode name="html:fit-copy" on-no-match="shallow-copy" warning-on-multiple-match="no"/>

  <!-- The words the page adds, in its language (toolkit/languages/CODE/words.toml), the style sheet and the script, both whole, and where the TEI file is. -->
  <xsl:param name="words" as="map(xs:string, xs:string)" select="map{}"/>
  <xsl:param name="language" as="xs:string" select="'en'"/>
  <xsl:param name="style" as="xs:string" select="''"/>
  <xsl:param name="script" as="xs:string" select="''"/>
  <xsl:param name="style-href" as="xs:string" select="''"/>
  <xsl:param name="script-href" as="xs:string" select="''"/>
  <xsl:param name="policy" as="xs:string" select="''"/>
  <xsl:param name="tei-href" as="xs:string" select="''"/>
  <!-- The pictures that the page shows: for an address in graphic/@url, a data: address. -->
  <xsl:param name="pictures" as="map(xs:string, xs:string)" select="map{}"/>
  <xsl:param name="address" as="xs:string" select="''"/>

  <xsl:output method="html" version="5.0" indent="no" encoding="UTF-8" include-content-type="no"/>

  <xsl:include href="shared/functions.xsl"/>
  <xsl:include href="shared/indexes.xsl"/>
  <xsl:include href="shared/references.xsl"/>
  <xsl:include href="shared/leiden.xsl"/>
  <xsl:include href="shared/verse.xsl"/>
  <xsl:include href="shared/languages.xsl"/>
  <xsl:include href="shared/direction.xsl"/>
  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/head.xsl"/>
  <xsl:include href="html/attributes.xsl"/>
  <xsl:include href="html/citation.xsl"/>
  <xsl:include href="html/contents.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/indexes.xsl"/>
  <xsl:include href="html/core.xsl"/>
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/textstructure.xsl"/>
  <xsl:include href="html/transcr.xsl"/>
  <xsl:include href="html/leiden.xsl"/>
  <xsl:include href="html/textcrit.xsl"/>
  <xsl:include href="html/namesdates.xsl"/>
  <xsl:include href="html/verse.xsl"/>
  <xsl:include href="html/drama.xsl"/>
  <xsl:include href="html/figures.xsl"/>
  <xsl:include href="html/gaiji.xsl"/>
  <xsl:include href="html/linking.xsl"/>
  <xsl:include href="html/records.xsl"/>
  <xsl:include href="html/dictionaries.xsl"/>
  <xsl:include href="html/spoken.xsl"/>
  <xsl:include href="html/tagdocs.xsl"/>
  <xsl:include href="html/forms.xsl"/>
  <xsl:include href="html/unhandled.xsl"/>
  <xsl:include href="html/fit.xsl"/>
</xsl:package>
