<?xml version="1.0" encoding="UTF-8"?>
<!-- Forms: the elements that need no rule of their own, by the plain form in which they are drawn. A rule elsewhere wins. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- phrase: words in a line. piece: a phrase that is data, kept apart from the next. fact: a piece whose attributes speak when it is
       empty. block: a division of its own. record: a block with its name as a label (a phrase within running text). -->
  <xsl:variable name="f:forms-by-module" as="element()*">
    <!-- analysis -->
    <form xmlns="" name="block">interpGrp spanGrp</form>
    <!-- core -->
    <form xmlns="" name="block">address bibl biblStruct divGen headItem headLabel item listBibl sp</form>
    <form xmlns="" name="phrase">abbr addrLine choice distinct ellipsis expan gloss hi measure measureGrp mentioned num orig rb reg sic
      soCalled term unit</form>
    <form xmlns="" name="piece">analytic author biblScope citedRange desc editor email imprint meeting monogr postBox postCode pubPlace publisher
      relatedItem resp respStmt series street textLang</form>
    <!-- corpus -->
    <form xmlns="" name="record">activity channel constitution derivation domain factuality interaction locale particDesc preparedness purpose
      setting settingDesc textDesc</form>
    <!-- dictionaries -->
    <form xmlns="" name="block">dictScrap entry entryFree hom superEntry</form>
    <!-- drama -->
    <form xmlns="" name="block">castGroup castItem castList epilogue performance prologue set spGrp</form>
    <form xmlns="" name="phrase">actor role roleDesc</form>
    <!-- figures -->
    <form xmlns="" name="phrase">figDesc notatedMusic</form>
    <!-- gaiji -->
    <form xmlns="" name="record">char charDecl glyph localProp mapping unicodeProp unihanProp</form>
    <!-- header -->
    <form xmlns="" name="block">biblFull</form>
    <form xmlns="" name="record">abstract appInfo application authority availability cRefPattern calendar calendarDesc catDesc catRef category
      change citeData citeStructure classCode classDecl conversion correction correspAction correspContext
      correspDesc creation distributor edition editionStmt editorialDecl encodingDesc extent fileDesc funder geoDecl
      handNote hyphenation interpretation keywords langUsage language licence listChange listPrefixDef namespace
      normalization notesStmt prefixDef principal profileDesc projectDesc publicationStmt punctuation quotation
      refState refsDecl rendition revisionDesc samplingDecl schemaRef scriptNote segmentation seriesStmt sourceDesc
      sponsor stdVals styleDefDecl tagUsage tagsDecl taxonomy textClass titleStmt unitDecl unitDef xenoData</form>
    <!-- iso-fs -->
    <form xmlns="" name="fact">binary default numeric string symbol vAlt vColl vLabel vMerge vNot</form>
    <form xmlns="" name="record">bicond cond f fDecl fDescr fLib fs fsConstraints fsDecl fsDescr fsdDecl fsdLink fvLib if iff then vDefault
      vRange</form>
    <!-- linking -->
    <form xmlns="" name="block">altGrp annotation joinGrp linkGrp listAnnotation standOff timeline</form>
    <!-- msdescription -->
    <form xmlns="" name="fact">catchwords collection depth dim dimensions height heraldry institution locus locusGrp material msName
      objectType origPlace repository secFol signatures stamp watermark width</form>
    <form xmlns="" name="record">accMat acquisition additional additions adminInfo altIdentifier binding bindingDesc collation colophon
      condition custEvent custodialHist decoDesc decoNote explicit filiation finalRubric foliation handDesc history
      incipit layout layoutDesc msContents msDesc msFrag msIdentifier msItem msItemStruct msPart musicNotation
      objectDesc origin physDesc provenance recordHist rubric scriptDesc seal sealDesc source summary support
      supportDesc surrogates typeDesc typeNote</form>
    <!-- namesdates -->
    <form xmlns="" name="block">listEvent listNym listObject listOrg listPerson listPlace listRelation</form>
    <form xmlns="" name="piece">addName affiliation age birth climate death education event faith floruit forename genName gender geo geogFeat
      langKnowledge langKnown location nameLink nationality nym object objectIdentifier occupation offset org
      persPronouns person personGrp persona place population residence roleName sex socecStatus state surname
      terrain trait</form>
    <!-- nets -->
    <form xmlns="" name="record">arc eLeaf eTree forest graph iNode leaf listForest node root tree triangle</form>
    <!-- spoken -->
    <form xmlns="" name="record">broadcast equipment recording recordingStmt scriptStmt transcriptionDesc</form>
    <!-- tagdocs -->
    <form xmlns="" name="phrase">ident</form>
    <form xmlns="" name="record">altIdent alternate attDef attList classSpec classes constraint constraintDecl constraintSpec content dataFacet
      dataSpec datatype defaultVal elementSpec equiv exemplum interleave macroSpec model modelGrp modelSequence
      moduleSpec outputRendition param paramList paramSpec remarks schemaSpec sequence specGrp valDesc valItem
      valList</form>
    <!-- textcrit -->
    <form xmlns="" name="block">listApp listWit</form>
    <form xmlns="" name="phrase">lem rdg rdgGrp wit witDetail</form>
    <!-- textstructure -->
    <form xmlns="" name="block">argument back body byline closer dateline docAuthor docDate docEdition docImprint docTitle epigraph front
      group imprimatur opener postscript salute signed text titlePage titlePart trailer</form>
    <!-- transcr -->
    <form xmlns="" name="block">facsimile sourceDoc surface surfaceGrp zone</form>
    <form xmlns="" name="record">handNotes</form>
    <!-- verse -->
    <form xmlns="" name="phrase">rhyme</form>
    <form xmlns="" name="record">metDecl metSym</form>
  </xsl:variable>
  <xsl:variable name="f:forms" as="map(xs:string, xs:string)" select="map:merge(
      for $form in $f:forms-by-module, $name in tokenize($form) return map:entry($name, string($form/@name)))"/>

  <!-- One rule for all of them, since Saxon compiles the body of a rule once for every name in its pattern, which made half of the
       start-up time; below all rules for names, hence the priority. -->
  <xsl:template match="*[map:contains($f:forms, local-name())][namespace-uri() = 'http://www.tei-c.org/ns/1.0']" mode="html:body" priority="-5" as="node()+">
    <xsl:variable name="form" as="xs:string" select="$f:forms(local-name())"/>
    <xsl:choose>
      <xsl:when test="$form = 'phrase'"><xsl:sequence select="f:phrase(.)"/></xsl:when>
      <xsl:when test="$form = 'piece'"><xsl:sequence select="f:phrase(.), f:space-after(.)"/></xsl:when>
      <xsl:when test="$form = 'fact'"><xsl:sequence select="f:fact(.)"/></xsl:when>
      <xsl:when test="$form = 'record'"><xsl:sequence select="f:record(.)"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="f:block(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
