<?xml version="1.0" encoding="UTF-8"?>
<!-- Records: what describes rather than is read, in one form: a label and what it says. Modules header, msdescription, corpus, iso-fs and nets. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A description among descriptions has its name as a label, in the page's language; within running text it is a phrase. HD, MS, CC, FS, GD. -->
  <xsl:template match="
      fileDesc | titleStmt | editionStmt | edition | extent | publicationStmt | seriesStmt | notesStmt | sourceDesc | distributor | authority
      | availability | licence | funder | sponsor | principal | encodingDesc | projectDesc | samplingDecl | editorialDecl | correction
      | normalization | punctuation | quotation | hyphenation | segmentation | stdVals | interpretation | tagsDecl | tagUsage | rendition
      | styleDefDecl | refsDecl | refState | cRefPattern | citeStructure | citeData | classDecl | taxonomy | category | catDesc | catRef
      | geoDecl | unitDecl | unitDef | conversion | appInfo | application | schemaRef | listPrefixDef | prefixDef | profileDesc | creation
      | langUsage | language | textClass | keywords | classCode | abstract | calendarDesc | calendar | correspDesc | correspAction
      | correspContext | handNotes | handNote | scriptNote | listChange | revisionDesc | change | xenoData | namespace
      | teiHeader//respStmt
      | accMat | acquisition | additional | additions | adminInfo | altIdentifier | binding | bindingDesc | collation | colophon | condition
      | custEvent | custodialHist | decoDesc | decoNote | explicit | filiation | finalRubric | foliation | handDesc | history | incipit
      | layout | layoutDesc | msContents | msDesc | msFrag | msIdentifier | msItem | msItemStruct | msPart | musicNotation | objectDesc
      | origin | physDesc | provenance | recordHist | rubric | scriptDesc | seal | sealDesc | source | summary | supportDesc | surrogates
      | typeDesc | typeNote | support
      | activity | channel | constitution | derivation | domain | factuality | interaction | locale | particDesc | preparedness | purpose
      | setting | settingDesc | textDesc
      | fs | f | fLib | fvLib | fsdDecl | fsDecl | fsDescr | fDecl | fDescr | fsdLink | fsConstraints | vRange | vDefault | bicond | cond
      | if | iff | then
      | graph | node | arc | tree | root | iNode | leaf | eTree | eLeaf | triangle | forest | listForest
      | transcriptionDesc | recordingStmt | recording | scriptStmt | equipment | broadcast
      | charDecl | char | glyph | mapping | localProp | unicodeProp | unihanProp | metDecl | metSym"
      mode="html:body" as="element()">
    <xsl:variable name="in-line" as="xs:boolean" select="f:among-words(.)"/>
    <xsl:element name="{if ($in-line) then 'span' else 'div'}">
      <xsl:sequence select="f:attributes(., 'record'[not($in-line)])"/>
      <xsl:if test="not($in-line)">
        <span class="label">{f:label(.)}</span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:variable name="told" as="xs:string" select="f:told-attributes(.)"/>
      <xsl:if test="$told"><span class="told">{$told}</span><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Small facts that stand in a line, by themselves or in prose. -->
  <xsl:template match="catchwords | collection | depth | dim | dimensions | height | heraldry | institution | locus | locusGrp | material
      | msName | objectType | origPlace | repository | secFol | signatures | stamp | watermark | width
      | binary | numeric | string | symbol | default | vAlt | vColl | vLabel | vMerge | vNot" mode="html:body" as="node()+">
    <span>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:variable name="told" as="xs:string" select="f:told-attributes(.)"/>
      <xsl:if test="$told and not(normalize-space())"><span class="told">{$told}</span></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </span>
    <xsl:if test="not(f:among-words(.))"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <xsl:function name="f:among-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $text in $element/../text() satisfies normalize-space($text)"/>
  </xsl:function>

  <!-- What attributes say that the content does not: always the ones that name or number; all of them if there is no content. -->
  <xsl:function name="f:told-attributes" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="naming" as="attribute()*" select="$element[not(self::respStmt)]/(@ident, @name, @n, @when, @version, @value)"/>
    <xsl:variable name="rest" as="attribute()*" select="
        if (normalize-space($element) or $element/*) then ()
        else $element/@*[namespace-uri() = ''][not(name() = ('resp', 'source', 'cert', 'copyOf', 'sameAs', 'decls', 'rend', 'style', 'rendition'))] except $naming"/>
    <xsl:sequence select="string-join(($naming ! f:line(.), $rest ! (f:label-of-attribute(name()) || ' ' || f:line(.)))[.], ', ')"/>
  </xsl:function>
</xsl:stylesheet>
