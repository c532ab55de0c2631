<?xml version="1.0" encoding="UTF-8"?>
<!-- Typst: from a view (see view.xsl) to a Typst document, whose functions are those of typst/edition.typ.

  HOW IT IS WRITTEN
  Every template of typst:body gives statements of Typst code, as strings: "text";  sp;  emphasis({...});
  Text of the edition is only ever inside a string literal, made by f:text and f:string: it cannot become code.
  Layout is in edition.typ alone: no measure, no mark, no colour here.

  HOW TO ADD A RULE
  1. Name a function for the thing in typst/edition.typ. 2. Write one template in the file of the element's module.
  3. If the element breaks the paragraph it stands in, add it to f:is-block. What has no rule is shown by unhandled.xsl.
-->
<xsl:package xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    name="urn:tei-toolkit:typst" package-version="1.0" version="3.0" declared-modes="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="typst:document" on-no-match="fail" visibility="public" use-accumulators="#all"/>
  <xsl:mode name="typst:body" on-no-match="fail" visibility="public" use-accumulators="#all"/>
  <xsl:mode name="typst:entry" on-no-match="fail"/>
  <xsl:mode name="typst:header" on-no-match="fail"/>
  <xsl:mode name="typst:cells" on-no-match="deep-skip"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- What the editor chose, the words that the PDF adds (toolkit/languages/CODE/words.toml), and which pictures are at hand: address in the text to file beside the Typst document. -->
  <xsl:param name="language" as="xs:string" select="''"/>
  <xsl:param name="words" as="map(xs:string, xs:string)" select="map{}"/>
  <xsl:param name="title-page" as="xs:string" select="'auto'"/>
  <xsl:param name="line-numbers" as="xs:string" select="'auto'"/>
  <xsl:param name="apparatus" as="xs:string" select="'foot'"/>
  <xsl:param name="facsimiles" as="xs:string" select="'end'"/>
  <xsl:param name="pictures" as="map(*)" select="map{}"/>

  <xsl:include href="shared/functions.xsl"/>
  <xsl:include href="shared/indexes.xsl"/>
  <xsl:include href="shared/references.xsl"/>
  <xsl:include href="shared/leiden.xsl"/>
  <xsl:include href="shared/verse.xsl"/>
  <xsl:include href="shared/direction.xsl"/>
  <xsl:include href="typst/functions.xsl"/>
  <xsl:include href="typst/document.xsl"/>
  <xsl:include href="typst/header.xsl"/>
  <xsl:include href="typst/textstructure.xsl"/>
  <xsl:include href="typst/core.xsl"/>
  <xsl:include href="typst/notes.xsl"/>
  <xsl:include href="typst/transcr.xsl"/>
  <xsl:include href="typst/leiden.xsl"/>
  <xsl:include href="typst/textcrit.xsl"/>
  <xsl:include href="typst/namesdates.xsl"/>
  <xsl:include href="typst/verse.xsl"/>
  <xsl:include href="typst/drama.xsl"/>
  <xsl:include href="typst/spoken.xsl"/>
  <xsl:include href="typst/dictionaries.xsl"/>
  <xsl:include href="typst/records.xsl"/>
  <xsl:include href="typst/figures.xsl"/>
  <xsl:include href="typst/gaiji.xsl"/>
  <xsl:include href="typst/unhandled.xsl"/>
</xsl:package>
