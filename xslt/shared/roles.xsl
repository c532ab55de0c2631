<?xml version="1.0" encoding="UTF-8"?>
<!-- The roles of TEI elements. Generated: python -m toolkit.odd.vocabulary_tables -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:fp="urn:tei-toolkit:functions:private"
    version="3.0" exclude-result-prefixes="#all">

  <!-- For match patterns and steps, as in _match="{$fp:division}". -->
  <xsl:variable name="fp:before-title" static="yes" as="xs:string" select="'
    byline | div | docAuthor | docImprint | docTitle | head | titlePage | titlePart'"/>
  <xsl:variable name="fp:block" static="yes" as="xs:string" select="'
    ab | annotationBlock | argument | back | body | castGroup | castList | closer | div | div1 | div2 | div3 |
    div4 | div5 | div6 | div7 | divGen | eg | egXML | entry | entryFree | epigraph | epilogue | event |
    facsimile | floatingText | front | group | head | lg | list | listApp | listBibl | listEvent | listNym |
    listObject | listOrg | listPerson | listPlace | listRelation | listWit | msDesc | nym | object | opener |
    org | p | performance | person | personGrp | persona | place | post | postscript | prologue | set |
    sourceDoc | sp | spGrp | standOff | superEntry | surface | surfaceGrp | table | text | titlePage | trailer
    | zone'"/>
  <xsl:variable name="fp:block-line" static="yes" as="xs:string" select="'
    castItem | docEdition | docImprint | imprimatur | item | relation | titlePart | u | witness'"/>
  <xsl:variable name="fp:block-or-phrase" static="yes" as="xs:string" select="'
    address | bibl | camera | caption | cit | desc | figure | floatingText | graphic | meeting | move | note |
    q | quote | said | sound | stage | tech | view'"/>
  <xsl:variable name="fp:certainty" static="yes" as="xs:string" select="'
    certainty | precision | respons'"/>
  <xsl:variable name="fp:citable" static="yes" as="xs:string" select="'
    ab | app | argument | byline | castList | closer | dateline | div | div1 | div2 | div3 | div4 | div5 |
    div6 | div7 | entry | entryFree | epigraph | figure | floatingText | head | item | l | lg | list | note |
    opener | p | pb | postscript | quote | salute | signed | sp | stage | superEntry | table | text |
    titlePage | trailer | u'"/>
  <xsl:variable name="fp:code" static="yes" as="xs:string" select="'
    att | code | gi | ident | tag | val'"/>
  <xsl:variable name="fp:dated" static="yes" as="xs:string" select="'
    date | time'"/>
  <xsl:variable name="fp:datum" static="yes" as="xs:string" select="'
    accMat | acquisition | actor | addName | additional | additions | addrLine | adminInfo | affiliation | age
    | altIdentifier | analytic | author | availability | bibl | biblFull | biblScope | biblStruct | binding |
    bindingDesc | birth | bloc | case | catchwords | cit | citedRange | climate | collation | collection |
    colloc | colophon | condition | country | custodialHist | date | death | decoDesc | decoNote | def | depth
    | dictScrap | dimensions | distributor | district | edition | editor | education | entryFree | etym |
    event | eventName | explicit | extent | faith | filiation | finalRubric | floruit | foliation | forename |
    form | funder | gen | genName | gender | geogFeat | geogName | gram | gramGrp | handDesc | height |
    heraldry | history | hom | hyph | iType | idno | imprint | incipit | institution | label | lang |
    langKnowledge | layout | layoutDesc | lbl | listBibl | listEvent | listRelation | location | locus |
    locusGrp | material | meeting | monogr | mood | msContents | msDesc | msFrag | msIdentifier | msItem |
    msItemStruct | msName | msPart | musicNotation | name | nameLink | nationality | note | num | number |
    oRef | objectDesc | objectIdentifier | objectName | objectType | occupation | offset | orgName | origDate
    | origPlace | origin | orth | pRef | per | persName | persPronouns | persona | placeName | population |
    pos | postBox | postCode | principal | pron | provenance | pubPlace | publisher | quote | recordHist |
    region | relatedItem | repository | residence | resp | respStmt | role | roleDesc | roleName | rs | rubric
    | scriptDesc | seal | sealDesc | secFol | sense | series | settlement | sex | signatures | socecStatus |
    sponsor | stamp | state | street | stress | subc | summary | superEntry | support | supportDesc | surname
    | surrogates | syll | terrain | textLang | title | tns | trait | typeDesc | usg | watermark | width | xr'"/>
  <xsl:variable name="fp:dictionary-entry" static="yes" as="xs:string" select="'
    entry | entryFree | superEntry'"/>
  <xsl:variable name="fp:dictionary-part" static="yes" as="xs:string" select="'
    case | colloc | def | etym | form | gen | gram | gramGrp | hyph | iType | lang | lbl | mood | number |
    oRef | orth | pRef | per | pos | pron | stress | subc | syll | tns | usg | xr'"/>
  <xsl:variable name="fp:division" static="yes" as="xs:string" select="'
    div | div1 | div2 | div3 | div4 | div5 | div6 | div7'"/>
  <xsl:variable name="fp:drama-part" static="yes" as="xs:string" select="'
    castList | epilogue | performance | prologue | set'"/>
  <xsl:variable name="fp:editorial" static="yes" as="xs:string" select="'
    abbr | am | corr | ex | expan | gap | orig | reg | sic | supplied | unclear'"/>
  <xsl:variable name="fp:editors-half" static="yes" as="xs:string" select="'
    corr | ex | expan | reg'"/>
  <xsl:variable name="fp:elements-only" static="yes" as="xs:string" select="'
    TEI | abstract | additional | address | adminInfo | altGrp | altIdentifier | alternate | analytic |
    annotation | annotationBlock | app | appInfo | application | arc | argument | attDef | attList |
    availability | back | biblFull | biblStruct | bicond | binding | bindingDesc | body | broadcast |
    cRefPattern | calendar | calendarDesc | castGroup | castList | category | certainty | char | charDecl |
    choice | cit | citeStructure | classDecl | classSpec | classes | climate | cond | constraintDecl |
    constraintSpec | content | correction | correspAction | correspContext | correspDesc | custodialHist |
    dataRef | dataSpec | datatype | decoDesc | dimensions | div | div1 | div2 | div3 | div4 | div5 | div6 |
    div7 | divGen | docTitle | eLeaf | eTree | editionStmt | editorialDecl | elementSpec | ellipsis |
    encodingDesc | entry | epigraph | epilogue | equipment | event | exemplum | fDecl | fLib | facsimile |
    figure | fileDesc | floatingText | forest | front | fs | fsConstraints | fsDecl | fsdDecl | fvLib | gap |
    glyph | graph | graphic | group | handDesc | handNotes | history | hom | hyphenation | iNode | if |
    imprint | incident | index | interleave | interpGrp | interpretation | join | joinGrp | keywords | kinesic
    | langKnowledge | langUsage | layoutDesc | leaf | lg | linkGrp | list | listAnnotation | listApp |
    listBibl | listChange | listEvent | listForest | listNym | listObject | listOrg | listPerson | listPlace |
    listPrefixDef | listRef | listRelation | listTranspose | listWit | location | locusGrp | macroSpec | media
    | metDecl | model | modelGrp | modelSequence | moduleRef | moduleSpec | monogr | msContents | msDesc |
    msFrag | msIdentifier | msItem | msItemStruct | msPart | namespace | node | normalization | notatedMusic |
    noteGrp | notesStmt | nym | object | objectDesc | objectIdentifier | org | paramList | paramSpec |
    particDesc | performance | person | personGrp | persona | physDesc | place | population | postscript |
    precision | prefixDef | profileDesc | projectDesc | prologue | publicationStmt | punctuation | quotation |
    rdgGrp | recordHist | recording | recordingStmt | refsDecl | relatedItem | relation | remarks | respStmt |
    respons | revisionDesc | root | row | ruby | samplingDecl | schemaRef | schemaSpec | scriptDesc |
    scriptStmt | seal | sealDesc | segmentation | sequence | seriesStmt | set | setting | settingDesc |
    sourceDesc | sourceDoc | sp | spGrp | space | spanGrp | specGrp | specList | standOff | state | stdVals |
    styleDefDecl | subst | substJoin | superEntry | supportDesc | surface | surfaceGrp | table | tagsDecl |
    taxonomy | teiCorpus | teiHeader | terrain | text | textClass | textDesc | timeline | titlePage |
    titleStmt | trait | transcriptionDesc | transpose | tree | triangle | typeDesc | unitDecl | unitDef | vAlt
    | vColl | vDefault | vLabel | vMerge | vNot | vRange | valItem | valList | vocal'"/>
  <xsl:variable name="fp:forme" static="yes" as="xs:string" select="'
    fw | handShift | metamark'"/>
  <xsl:variable name="fp:frame" static="yes" as="xs:string" select="'
    address | argument | byline | closer | dateline | docAuthor | docDate | docEdition | docImprint | docTitle
    | epigraph | imprimatur | meeting | opener | postscript | salute | signed | titlePart | trailer'"/>
  <xsl:variable name="fp:grammar" static="yes" as="xs:string" select="'
    case | gen | gram | iType | lbl | mood | number | per | pos | subc | tns | usg'"/>
  <xsl:variable name="fp:holder" static="yes" as="xs:string" select="'
    argument | back | body | castGroup | castList | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 |
    epigraph | epilogue | figure | floatingText | front | group | lg | list | listBibl | performance |
    postscript | prologue | set | sourceDoc | sp | spGrp | surface | surfaceGrp | text | titlePage | zone'"/>
  <xsl:variable name="fp:line" static="yes" as="xs:string" select="'
    addrLine | biblFull | biblStruct | byline | castItem | dateline | docAuthor | docDate | docEdition |
    docImprint | docTitle | headItem | headLabel | imprimatur | incident | item | kinesic | l | label | line |
    relation | row | salute | signed | speaker | titlePart | u | vocal | witness | writing'"/>
  <xsl:variable name="fp:lineated" static="yes" as="xs:string" select="'
    addrLine | address | argument | byline | cell | closer | dateline | docAuthor | docDate | docEdition |
    docImprint | docTitle | epigraph | figure | head | imprimatur | l | label | line | opener | salute |
    signed | speaker | titlePage | titlePart | trailer | zone'"/>
  <xsl:variable name="fp:list" static="yes" as="xs:string" select="'
    list | listApp | listBibl | listEvent | listNym | listObject | listOrg | listPerson | listPlace |
    listRelation | listWit | table'"/>
  <xsl:variable name="fp:metadata" static="yes" as="xs:string" select="'
    alt | altGrp | annotation | certainty | classSpec | constraintSpec | dataSpec | elementSpec | fLib |
    facsimile | figDesc | fs | fsdDecl | fvLib | index | interp | interpGrp | join | joinGrp | link | linkGrp
    | listAnnotation | listApp | listRelation | listTranspose | listWit | macroSpec | moduleSpec |
    outputRendition | precision | respons | schemaSpec | spanGrp | specGrp | specGrpRef | standOff | substJoin
    | teiHeader | timeline | witDetail | xenoData'"/>
  <xsl:variable name="fp:milestone" static="yes" as="xs:string" select="'
    anchor | cb | gb | lb | milestone | pb'"/>
  <xsl:variable name="fp:name" static="yes" as="xs:string" select="'
    bloc | country | district | eventName | geogName | name | objectName | orgName | persName | placeName |
    region | rs | settlement'"/>
  <xsl:variable name="fp:name-part" static="yes" as="xs:string" select="'
    addName | forename | genName | nameLink | roleName | surname'"/>
  <xsl:variable name="fp:note-as-block" static="yes" as="xs:string" select="'
    analytic | annotationBlock | back | biblStruct | body | castItem | castList | div | div1 | div2 | div3 |
    div4 | div5 | div6 | div7 | entry | entryFree | event | figure | front | group | listApp | listBibl |
    listEvent | listNym | listObject | listOrg | listPerson | listPlace | listRelation | listWit | monogr |
    msDesc | msFrag | msItem | msItemStruct | msPart | noteGrp | nym | object | org | person | personGrp |
    persona | place | relation | sense | sp | spGrp | superEntry | table | u | witness'"/>
  <xsl:variable name="fp:one-line" static="yes" as="xs:string" select="'
    addrLine | bibl | castItem | cit | item | l | label | row | speaker | stage'"/>
  <xsl:variable name="fp:opening-or-closing" static="yes" as="xs:string" select="'
    address | argument | byline | closer | dateline | docAuthor | docDate | epigraph | head | meeting | opener
    | postscript | salute | signed | trailer'"/>
  <xsl:variable name="fp:paragraph" static="yes" as="xs:string" select="'
    ab | p'"/>
  <xsl:variable name="fp:passage" static="yes" as="xs:string" select="'
    closer | head | lg | list | opener | p | postscript | quote | table'"/>
  <xsl:variable name="fp:place-name" static="yes" as="xs:string" select="'
    bloc | country | district | geogName | placeName | region | settlement'"/>
  <xsl:variable name="fp:prose" static="yes" as="xs:string" select="'
    ab | desc | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | item | note | p | quote | stage'"/>
  <xsl:variable name="fp:publishing-agency" static="yes" as="xs:string" select="'
    authority | distributor | publisher'"/>
  <xsl:variable name="fp:record" static="yes" as="xs:string" select="'
    event | nym | object | org | person | personGrp | persona | place | relation'"/>
  <xsl:variable name="fp:record-list" static="yes" as="xs:string" select="'
    listBibl | listEvent | listNym | listObject | listOrg | listPerson | listPlace | listRelation | listWit'"/>
  <xsl:variable name="fp:running-text" static="yes" as="xs:string" select="'
    ab | abbr | accMat | acquisition | activity | actor | add | addName | additions | addrLine | affiliation |
    age | author | authority | bibl | biblScope | birth | bloc | byline | camera | caption | case | castItem |
    catDesc | catchwords | cell | change | channel | citedRange | cl | classCode | closer | collation |
    collection | colloc | colophon | condition | constitution | corr | country | creation | custEvent | damage
    | date | dateline | death | decoNote | def | del | derivation | desc | dictScrap | distinct | distributor
    | district | docAuthor | docDate | docEdition | docImprint | domain | edition | editor | education | eg |
    email | emph | entryFree | etym | eventName | expan | explicit | extent | fDescr | factuality | faith |
    figDesc | filiation | finalRubric | floruit | foliation | foreign | forename | form | formula | fsDescr |
    funder | fw | gen | genName | gender | geoDecl | geogFeat | geogName | gloss | gram | gramGrp | handNote |
    head | headItem | headLabel | heraldry | hi | hyph | iType | imprimatur | incipit | institution |
    interaction | item | l | label | lang | langKnown | language | layout | lbl | lem | licence | line |
    locale | locus | m | material | measure | meeting | mentioned | metSym | metamark | mod | mood |
    musicNotation | name | nameLink | nationality | note | num | number | objectName | objectType | occupation
    | offset | opener | orgName | orig | origDate | origPlace | origin | orth | p | per | persName |
    persPronouns | phr | placeName | pos | post | preparedness | principal | pron | provenance | pubPlace |
    publisher | purpose | q | quote | rb | rdg | ref | reg | region | rendition | repository | residence |
    resp | restore | retrace | rhyme | role | roleDesc | roleName | rs | rt | rubric | s | said | salute |
    scriptNote | secFol | secl | seg | sense | settlement | sex | sic | signatures | signed | soCalled |
    socecStatus | sound | source | span | speaker | sponsor | stage | stamp | street | stress | subc | summary
    | supplied | support | surname | surplus | surrogates | syll | tagUsage | tech | term | textLang | time |
    title | titlePart | tns | trailer | typeNote | u | unclear | unit | usg | valDesc | view | w | watermark |
    wit | witDetail | witness | writing | xr | zone'"/>
  <xsl:variable name="fp:segment" static="yes" as="xs:string" select="'
    c | cl | m | pc | phr | s | seg | w'"/>
  <xsl:variable name="fp:set-apart" static="yes" as="xs:string" select="'
    address | byline | cit | dateline | docAuthor | docDate | docTitle | label | meeting | q | quote | said |
    salute | signed | speaker | stage'"/>
  <xsl:variable name="fp:specification" static="yes" as="xs:string" select="'
    classSpec | dataSpec | elementSpec | macroSpec | schemaSpec | specGrp'"/>
  <xsl:variable name="fp:specification-reference" static="yes" as="xs:string" select="'
    anyElement | attRef | classRef | dataRef | elementRef | empty | listRef | macroRef | memberOf | moduleRef
    | specDesc | specGrpRef | specList | textNode'"/>
  <xsl:variable name="fp:spoken-event" static="yes" as="xs:string" select="'
    incident | kinesic | pause | shift | vocal | writing'"/>
  <xsl:variable name="fp:stage-direction" static="yes" as="xs:string" select="'
    camera | caption | move | sound | stage | tech | view'"/>
  <xsl:variable name="fp:surface-part" static="yes" as="xs:string" select="'
    facsimile | sourceDoc | surface | surfaceGrp | zone'"/>
  <xsl:variable name="fp:text-part" static="yes" as="xs:string" select="'
    back | body | front | group | text'"/>
  <xsl:variable name="fp:title-page-part" static="yes" as="xs:string" select="'
    argument | byline | docAuthor | docDate | docEdition | docImprint | docTitle | epigraph | imprimatur |
    titlePart'"/>
  <xsl:variable name="fp:transcription-phrase" static="yes" as="xs:string" select="'
    am | corr | damage | ex | fw | line | listTranspose | metamark | mod | path | redo | restore | retrace |
    secl | subst | substJoin | supplied | surplus | transpose | unclear | undo'"/>
  <xsl:variable name="fp:within-word" static="yes" as="xs:string" select="'
    abbr | add | am | c | choice | cl | corr | damage | del | ex | expan | g | handShift | hi | m | mod | orig
    | pc | phr | redo | reg | restore | retrace | s | secl | seg | sic | subst | supplied | surplus | unclear
    | undo | w'"/>

  <!-- A hyphen at the end of a line, as a regular expression. -->
  <xsl:variable name="fp:hyphen" as="xs:string" select="'[-&#8208;&#11799;&#11840;&#1418;&#173;&#172;=&#8209;]'"/>

  <!-- For functions: the roles that an element has, by its local name. -->
  <xsl:variable name="fp:roles" as="map(xs:string, xs:string*)" select="map{
    'TEI': ('elements-only'),
    'ab': ('block', 'citable', 'paragraph', 'prose', 'running-text'),
    'abbr': ('editorial', 'running-text', 'within-word'),
    'abstract': ('elements-only'),
    'accMat': ('datum', 'running-text'),
    'acquisition': ('datum', 'running-text'),
    'activity': ('running-text'),
    'actor': ('datum', 'running-text'),
    'add': ('running-text', 'within-word'),
    'addName': ('datum', 'name-part', 'running-text'),
    'additional': ('datum', 'elements-only'),
    'additions': ('datum', 'running-text'),
    'addrLine': ('datum', 'line', 'lineated', 'one-line', 'running-text'),
    'address': ('block-or-phrase', 'elements-only', 'frame', 'lineated', 'opening-or-closing', 'set-apart'),
    'adminInfo': ('datum', 'elements-only'),
    'affiliation': ('datum', 'running-text'),
    'age': ('datum', 'running-text'),
    'alt': ('metadata'),
    'altGrp': ('elements-only', 'metadata'),
    'altIdentifier': ('datum', 'elements-only'),
    'alternate': ('elements-only'),
    'am': ('editorial', 'transcription-phrase', 'within-word'),
    'analytic': ('datum', 'elements-only', 'note-as-block'),
    'anchor': ('milestone'),
    'annotation': ('elements-only', 'metadata'),
    'annotationBlock': ('block', 'elements-only', 'note-as-block'),
    'anyElement': ('specification-reference'),
    'app': ('citable', 'elements-only'),
    'appInfo': ('elements-only'),
    'application': ('elements-only'),
    'arc': ('elements-only'),
    'argument': ('block', 'citable', 'elements-only', 'frame', 'holder', 'lineated', 'opening-or-closing', 'title-page-part'),
    'att': ('code'),
    'attDef': ('elements-only'),
    'attList': ('elements-only'),
    'attRef': ('specification-reference'),
    'author': ('datum', 'running-text'),
    'authority': ('publishing-agency', 'running-text'),
    'availability': ('datum', 'elements-only'),
    'back': ('block', 'elements-only', 'holder', 'note-as-block', 'text-part'),
    'bibl': ('block-or-phrase', 'datum', 'one-line', 'running-text'),
    'biblFull': ('datum', 'elements-only', 'line'),
    'biblScope': ('datum', 'running-text'),
    'biblStruct': ('datum', 'elements-only', 'line', 'note-as-block'),
    'bicond': ('elements-only'),
    'binding': ('datum', 'elements-only'),
    'bindingDesc': ('datum', 'elements-only'),
    'birth': ('datum', 'running-text'),
    'bloc': ('datum', 'name', 'place-name', 'running-text'),
    'body': ('block', 'elements-only', 'holder', 'note-as-block', 'text-part'),
    'broadcast': ('elements-only'),
    'byline': ('before-title', 'citable', 'frame', 'line', 'lineated', 'opening-or-closing', 'running-text', 'set-apart', 'title-page-part'),
    'c': ('segment', 'within-word'),
    'cRefPattern': ('elements-only'),
    'calendar': ('elements-only'),
    'calendarDesc': ('elements-only'),
    'camera': ('block-or-phrase', 'running-text', 'stage-direction'),
    'caption': ('block-or-phrase', 'running-text', 'stage-direction'),
    'case': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'castGroup': ('block', 'elements-only', 'holder'),
    'castItem': ('block-line', 'line', 'note-as-block', 'one-line', 'running-text'),
    'castList': ('block', 'citable', 'drama-part', 'elements-only', 'holder', 'note-as-block'),
    'catDesc': ('running-text'),
    'catchwords': ('datum', 'running-text'),
    'category': ('elements-only'),
    'cb': ('milestone'),
    'cell': ('lineated', 'running-text'),
    'certainty': ('certainty', 'elements-only', 'metadata'),
    'change': ('running-text'),
    'channel': ('running-text'),
    'char': ('elements-only'),
    'charDecl': ('elements-only'),
    'choice': ('elements-only', 'within-word'),
    'cit': ('block-or-phrase', 'datum', 'elements-only', 'one-line', 'set-apart'),
    'citeStructure': ('elements-only'),
    'citedRange': ('datum', 'running-text'),
    'cl': ('running-text', 'segment', 'within-word'),
    'classCode': ('running-text'),
    'classDecl': ('elements-only'),
    'classRef': ('specification-reference'),
    'classSpec': ('elements-only', 'metadata', 'specification'),
    'classes': ('elements-only'),
    'climate': ('datum', 'elements-only'),
    'closer': ('block', 'citable', 'frame', 'lineated', 'opening-or-closing', 'passage', 'running-text'),
    'code': ('code'),
    'collation': ('datum', 'running-text'),
    'collection': ('datum', 'running-text'),
    'colloc': ('datum', 'dictionary-part', 'running-text'),
    'colophon': ('datum', 'running-text'),
    'cond': ('elements-only'),
    'condition': ('datum', 'running-text'),
    'constitution': ('running-text'),
    'constraintDecl': ('elements-only'),
    'constraintSpec': ('elements-only', 'metadata'),
    'content': ('elements-only'),
    'corr': ('editorial', 'editors-half', 'running-text', 'transcription-phrase', 'within-word'),
    'correction': ('elements-only'),
    'correspAction': ('elements-only'),
    'correspContext': ('elements-only'),
    'correspDesc': ('elements-only'),
    'country': ('datum', 'name', 'place-name', 'running-text'),
    'creation': ('running-text'),
    'custEvent': ('running-text'),
    'custodialHist': ('datum', 'elements-only'),
    'damage': ('running-text', 'transcription-phrase', 'within-word'),
    'dataRef': ('elements-only', 'specification-reference'),
    'dataSpec': ('elements-only', 'metadata', 'specification'),
    'datatype': ('elements-only'),
    'date': ('dated', 'datum', 'running-text'),
    'dateline': ('citable', 'frame', 'line', 'lineated', 'opening-or-closing', 'running-text', 'set-apart'),
    'death': ('datum', 'running-text'),
    'decoDesc': ('datum', 'elements-only'),
    'decoNote': ('datum', 'running-text'),
    'def': ('datum', 'dictionary-part', 'running-text'),
    'del': ('running-text', 'within-word'),
    'depth': ('datum'),
    'derivation': ('running-text'),
    'desc': ('block-or-phrase', 'prose', 'running-text'),
    'dictScrap': ('datum', 'running-text'),
    'dimensions': ('datum', 'elements-only'),
    'distinct': ('running-text'),
    'distributor': ('datum', 'publishing-agency', 'running-text'),
    'district': ('datum', 'name', 'place-name', 'running-text'),
    'div': ('before-title', 'block', 'citable', 'division', 'elements-only', 'holder', 'note-as-block', 'prose'),
    'div1': ('block', 'citable', 'division', 'elements-only', 'holder', 'note-as-block', 'prose'),
    'div2': ('block', 'citable', 'division', 'elements-only', 'holder', 'note-as-block', 'prose'),
    'div3': ('block', 'citable', 'division', 'elements-only', 'holder', 'note-as-block', 'prose'),
    'div4': ('block', 'citable', 'division', 'elements-only', 'holder', 'note-as-block', 'prose'),
    'div5': ('block', 'citable', 'division', 'elements-only', 'holder', 'note-as-block', 'prose'),
    'div6': ('block', 'citable', 'division', 'elements-only', 'holder', 'note-as-block', 'prose'),
    'div7': ('block', 'citable', 'division', 'elements-only', 'holder', 'note-as-block', 'prose'),
    'divGen': ('block', 'elements-only'),
    'docAuthor': ('before-title', 'frame', 'line', 'lineated', 'opening-or-closing', 'running-text', 'set-apart', 'title-page-part'),
    'docDate': ('frame', 'line', 'lineated', 'opening-or-closing', 'running-text', 'set-apart', 'title-page-part'),
    'docEdition': ('block-line', 'frame', 'line', 'lineated', 'running-text', 'title-page-part'),
    'docImprint': ('before-title', 'block-line', 'frame', 'line', 'lineated', 'running-text', 'title-page-part'),
    'docTitle': ('before-title', 'elements-only', 'frame', 'line', 'lineated', 'set-apart', 'title-page-part'),
    'domain': ('running-text'),
    'eLeaf': ('elements-only'),
    'eTree': ('elements-only'),
    'edition': ('datum', 'running-text'),
    'editionStmt': ('elements-only'),
    'editor': ('datum', 'running-text'),
    'editorialDecl': ('elements-only'),
    'education': ('datum', 'running-text'),
    'eg': ('block', 'running-text'),
    'egXML': ('block'),
    'elementRef': ('specification-reference'),
    'elementSpec': ('elements-only', 'metadata', 'specification'),
    'ellipsis': ('elements-only'),
    'email': ('running-text'),
    'emph': ('running-text'),
    'empty': ('specification-reference'),
    'encodingDesc': ('elements-only'),
    'entry': ('block', 'citable', 'dictionary-entry', 'elements-only', 'note-as-block'),
    'entryFree': ('block', 'citable', 'datum', 'dictionary-entry', 'note-as-block', 'running-text'),
    'epigraph': ('block', 'citable', 'elements-only', 'frame', 'holder', 'lineated', 'opening-or-closing', 'title-page-part'),
    'epilogue': ('block', 'drama-part', 'elements-only', 'holder'),
    'equipment': ('elements-only'),
    'etym': ('datum', 'dictionary-part', 'running-text'),
    'event': ('block', 'datum', 'elements-only', 'note-as-block', 'record'),
    'eventName': ('datum', 'name', 'running-text'),
    'ex': ('editorial', 'editors-half', 'transcription-phrase', 'within-word'),
    'exemplum': ('elements-only'),
    'expan': ('editorial', 'editors-half', 'running-text', 'within-word'),
    'explicit': ('datum', 'running-text'),
    'extent': ('datum', 'running-text'),
    'fDecl': ('elements-only'),
    'fDescr': ('running-text'),
    'fLib': ('elements-only', 'metadata'),
    'facsimile': ('block', 'elements-only', 'metadata', 'surface-part'),
    'factuality': ('running-text'),
    'faith': ('datum', 'running-text'),
    'figDesc': ('metadata', 'running-text'),
    'figure': ('block-or-phrase', 'citable', 'elements-only', 'holder', 'lineated', 'note-as-block'),
    'fileDesc': ('elements-only'),
    'filiation': ('datum', 'running-text'),
    'finalRubric': ('datum', 'running-text'),
    'floatingText': ('block', 'block-or-phrase', 'citable', 'elements-only', 'holder'),
    'floruit': ('datum', 'running-text'),
    'foliation': ('datum', 'running-text'),
    'foreign': ('running-text'),
    'forename': ('datum', 'name-part', 'running-text'),
    'forest': ('elements-only'),
    'form': ('datum', 'dictionary-part', 'running-text'),
    'formula': ('running-text'),
    'front': ('block', 'elements-only', 'holder', 'note-as-block', 'text-part'),
    'fs': ('elements-only', 'metadata'),
    'fsConstraints': ('elements-only'),
    'fsDecl': ('elements-only'),
    'fsDescr': ('running-text'),
    'fsdDecl': ('elements-only', 'metadata'),
    'funder': ('datum', 'running-text'),
    'fvLib': ('elements-only', 'metadata'),
    'fw': ('forme', 'running-text', 'transcription-phrase'),
    'g': ('within-word'),
    'gap': ('editorial', 'elements-only'),
    'gb': ('milestone'),
    'gen': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'genName': ('datum', 'name-part', 'running-text'),
    'gender': ('datum', 'running-text'),
    'geoDecl': ('running-text'),
    'geogFeat': ('datum', 'running-text'),
    'geogName': ('datum', 'name', 'place-name', 'running-text'),
    'gi': ('code'),
    'gloss': ('running-text'),
    'glyph': ('elements-only'),
    'gram': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'gramGrp': ('datum', 'dictionary-part', 'running-text'),
    'graph': ('elements-only'),
    'graphic': ('block-or-phrase', 'elements-only'),
    'group': ('block', 'elements-only', 'holder', 'note-as-block', 'text-part'),
    'handDesc': ('datum', 'elements-only'),
    'handNote': ('running-text'),
    'handNotes': ('elements-only'),
    'handShift': ('forme', 'within-word'),
    'head': ('before-title', 'block', 'citable', 'lineated', 'opening-or-closing', 'passage', 'running-text'),
    'headItem': ('line', 'running-text'),
    'headLabel': ('line', 'running-text'),
    'height': ('datum'),
    'heraldry': ('datum', 'running-text'),
    'hi': ('running-text', 'within-word'),
    'history': ('datum', 'elements-only'),
    'hom': ('datum', 'elements-only'),
    'hyph': ('datum', 'dictionary-part', 'running-text'),
    'hyphenation': ('elements-only'),
    'iNode': ('elements-only'),
    'iType': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'ident': ('code'),
    'idno': ('datum'),
    'if': ('elements-only'),
    'imprimatur': ('block-line', 'frame', 'line', 'lineated', 'running-text', 'title-page-part'),
    'imprint': ('datum', 'elements-only'),
    'incident': ('elements-only', 'line', 'spoken-event'),
    'incipit': ('datum', 'running-text'),
    'index': ('elements-only', 'metadata'),
    'institution': ('datum', 'running-text'),
    'interaction': ('running-text'),
    'interleave': ('elements-only'),
    'interp': ('metadata'),
    'interpGrp': ('elements-only', 'metadata'),
    'interpretation': ('elements-only'),
    'item': ('block-line', 'citable', 'line', 'one-line', 'prose', 'running-text'),
    'join': ('elements-only', 'metadata'),
    'joinGrp': ('elements-only', 'metadata'),
    'keywords': ('elements-only'),
    'kinesic': ('elements-only', 'line', 'spoken-event'),
    'l': ('citable', 'line', 'lineated', 'one-line', 'running-text'),
    'label': ('datum', 'line', 'lineated', 'one-line', 'running-text', 'set-apart'),
    'lang': ('datum', 'dictionary-part', 'running-text'),
    'langKnowledge': ('datum', 'elements-only'),
    'langKnown': ('running-text'),
    'langUsage': ('elements-only'),
    'language': ('running-text'),
    'layout': ('datum', 'running-text'),
    'layoutDesc': ('datum', 'elements-only'),
    'lb': ('milestone'),
    'lbl': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'leaf': ('elements-only'),
    'lem': ('running-text'),
    'lg': ('block', 'citable', 'elements-only', 'holder', 'passage'),
    'licence': ('running-text'),
    'line': ('line', 'lineated', 'running-text', 'transcription-phrase'),
    'link': ('metadata'),
    'linkGrp': ('elements-only', 'metadata'),
    'list': ('block', 'citable', 'elements-only', 'holder', 'list', 'passage'),
    'listAnnotation': ('elements-only', 'metadata'),
    'listApp': ('block', 'elements-only', 'list', 'metadata', 'note-as-block'),
    'listBibl': ('block', 'datum', 'elements-only', 'holder', 'list', 'note-as-block', 'record-list'),
    'listChange': ('elements-only'),
    'listEvent': ('block', 'datum', 'elements-only', 'list', 'note-as-block', 'record-list'),
    'listForest': ('elements-only'),
    'listNym': ('block', 'elements-only', 'list', 'note-as-block', 'record-list'),
    'listObject': ('block', 'elements-only', 'list', 'note-as-block', 'record-list'),
    'listOrg': ('block', 'elements-only', 'list', 'note-as-block', 'record-list'),
    'listPerson': ('block', 'elements-only', 'list', 'note-as-block', 'record-list'),
    'listPlace': ('block', 'elements-only', 'list', 'note-as-block', 'record-list'),
    'listPrefixDef': ('elements-only'),
    'listRef': ('elements-only', 'specification-reference'),
    'listRelation': ('block', 'datum', 'elements-only', 'list', 'metadata', 'note-as-block', 'record-list'),
    'listTranspose': ('elements-only', 'metadata', 'transcription-phrase'),
    'listWit': ('block', 'elements-only', 'list', 'metadata', 'note-as-block', 'record-list'),
    'locale': ('running-text'),
    'location': ('datum', 'elements-only'),
    'locus': ('datum', 'running-text'),
    'locusGrp': ('datum', 'elements-only'),
    'm': ('running-text', 'segment', 'within-word'),
    'macroRef': ('specification-reference'),
    'macroSpec': ('elements-only', 'metadata', 'specification'),
    'material': ('datum', 'running-text'),
    'measure': ('running-text'),
    'media': ('elements-only'),
    'meeting': ('block-or-phrase', 'datum', 'frame', 'opening-or-closing', 'running-text', 'set-apart'),
    'memberOf': ('specification-reference'),
    'mentioned': ('running-text'),
    'metDecl': ('elements-only'),
    'metSym': ('running-text'),
    'metamark': ('forme', 'running-text', 'transcription-phrase'),
    'milestone': ('milestone'),
    'mod': ('running-text', 'transcription-phrase', 'within-word'),
    'model': ('elements-only'),
    'modelGrp': ('elements-only'),
    'modelSequence': ('elements-only'),
    'moduleRef': ('elements-only', 'specification-reference'),
    'moduleSpec': ('elements-only', 'metadata'),
    'monogr': ('datum', 'elements-only', 'note-as-block'),
    'mood': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'move': ('block-or-phrase', 'stage-direction'),
    'msContents': ('datum', 'elements-only'),
    'msDesc': ('block', 'datum', 'elements-only', 'note-as-block'),
    'msFrag': ('datum', 'elements-only', 'note-as-block'),
    'msIdentifier': ('datum', 'elements-only'),
    'msItem': ('datum', 'elements-only', 'note-as-block'),
    'msItemStruct': ('datum', 'elements-only', 'note-as-block'),
    'msName': ('datum'),
    'msPart': ('datum', 'elements-only', 'note-as-block'),
    'musicNotation': ('datum', 'running-text'),
    'name': ('datum', 'name', 'running-text'),
    'nameLink': ('datum', 'name-part', 'running-text'),
    'namespace': ('elements-only'),
    'nationality': ('datum', 'running-text'),
    'node': ('elements-only'),
    'normalization': ('elements-only'),
    'notatedMusic': ('elements-only'),
    'note': ('block-or-phrase', 'citable', 'datum', 'prose', 'running-text'),
    'noteGrp': ('elements-only', 'note-as-block'),
    'notesStmt': ('elements-only'),
    'num': ('datum', 'running-text'),
    'number': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'nym': ('block', 'elements-only', 'note-as-block', 'record'),
    'oRef': ('datum', 'dictionary-part'),
    'object': ('block', 'elements-only', 'note-as-block', 'record'),
    'objectDesc': ('datum', 'elements-only'),
    'objectIdentifier': ('datum', 'elements-only'),
    'objectName': ('datum', 'name', 'running-text'),
    'objectType': ('datum', 'running-text'),
    'occupation': ('datum', 'running-text'),
    'offset': ('datum', 'running-text'),
    'opener': ('block', 'citable', 'frame', 'lineated', 'opening-or-closing', 'passage', 'running-text'),
    'org': ('block', 'elements-only', 'note-as-block', 'record'),
    'orgName': ('datum', 'name', 'running-text'),
    'orig': ('editorial', 'running-text', 'within-word'),
    'origDate': ('datum', 'running-text'),
    'origPlace': ('datum', 'running-text'),
    'origin': ('datum', 'running-text'),
    'orth': ('datum', 'dictionary-part', 'running-text'),
    'outputRendition': ('metadata'),
    'p': ('block', 'citable', 'paragraph', 'passage', 'prose', 'running-text'),
    'pRef': ('datum', 'dictionary-part'),
    'paramList': ('elements-only'),
    'paramSpec': ('elements-only'),
    'particDesc': ('elements-only'),
    'path': ('transcription-phrase'),
    'pause': ('spoken-event'),
    'pb': ('citable', 'milestone'),
    'pc': ('segment', 'within-word'),
    'per': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'performance': ('block', 'drama-part', 'elements-only', 'holder'),
    'persName': ('datum', 'name', 'running-text'),
    'persPronouns': ('datum', 'running-text'),
    'person': ('block', 'elements-only', 'note-as-block', 'record'),
    'personGrp': ('block', 'elements-only', 'note-as-block', 'record'),
    'persona': ('block', 'datum', 'elements-only', 'note-as-block', 'record'),
    'phr': ('running-text', 'segment', 'within-word'),
    'physDesc': ('elements-only'),
    'place': ('block', 'elements-only', 'note-as-block', 'record'),
    'placeName': ('datum', 'name', 'place-name', 'running-text'),
    'population': ('datum', 'elements-only'),
    'pos': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'post': ('block', 'running-text'),
    'postBox': ('datum'),
    'postCode': ('datum'),
    'postscript': ('block', 'citable', 'elements-only', 'frame', 'holder', 'opening-or-closing', 'passage'),
    'precision': ('certainty', 'elements-only', 'metadata'),
    'prefixDef': ('elements-only'),
    'preparedness': ('running-text'),
    'principal': ('datum', 'running-text'),
    'profileDesc': ('elements-only'),
    'projectDesc': ('elements-only'),
    'prologue': ('block', 'drama-part', 'elements-only', 'holder'),
    'pron': ('datum', 'dictionary-part', 'running-text'),
    'provenance': ('datum', 'running-text'),
    'pubPlace': ('datum', 'running-text'),
    'publicationStmt': ('elements-only'),
    'publisher': ('datum', 'publishing-agency', 'running-text'),
    'punctuation': ('elements-only'),
    'purpose': ('running-text'),
    'q': ('block-or-phrase', 'running-text', 'set-apart'),
    'quotation': ('elements-only'),
    'quote': ('block-or-phrase', 'citable', 'datum', 'passage', 'prose', 'running-text', 'set-apart'),
    'rb': ('running-text'),
    'rdg': ('running-text'),
    'rdgGrp': ('elements-only'),
    'recordHist': ('datum', 'elements-only'),
    'recording': ('elements-only'),
    'recordingStmt': ('elements-only'),
    'redo': ('transcription-phrase', 'within-word'),
    'ref': ('running-text'),
    'refsDecl': ('elements-only'),
    'reg': ('editorial', 'editors-half', 'running-text', 'within-word'),
    'region': ('datum', 'name', 'place-name', 'running-text'),
    'relatedItem': ('datum', 'elements-only'),
    'relation': ('block-line', 'elements-only', 'line', 'note-as-block', 'record'),
    'remarks': ('elements-only'),
    'rendition': ('running-text'),
    'repository': ('datum', 'running-text'),
    'residence': ('datum', 'running-text'),
    'resp': ('datum', 'running-text'),
    'respStmt': ('datum', 'elements-only'),
    'respons': ('certainty', 'elements-only', 'metadata'),
    'restore': ('running-text', 'transcription-phrase', 'within-word'),
    'retrace': ('running-text', 'transcription-phrase', 'within-word'),
    'revisionDesc': ('elements-only'),
    'rhyme': ('running-text'),
    'role': ('datum', 'running-text'),
    'roleDesc': ('datum', 'running-text'),
    'roleName': ('datum', 'name-part', 'running-text'),
    'root': ('elements-only'),
    'row': ('elements-only', 'line', 'one-line'),
    'rs': ('datum', 'name', 'running-text'),
    'rt': ('running-text'),
    'rubric': ('datum', 'running-text'),
    'ruby': ('elements-only'),
    's': ('running-text', 'segment', 'within-word'),
    'said': ('block-or-phrase', 'running-text', 'set-apart'),
    'salute': ('citable', 'frame', 'line', 'lineated', 'opening-or-closing', 'running-text', 'set-apart'),
    'samplingDecl': ('elements-only'),
    'schemaRef': ('elements-only'),
    'schemaSpec': ('elements-only', 'metadata', 'specification'),
    'scriptDesc': ('datum', 'elements-only'),
    'scriptNote': ('running-text'),
    'scriptStmt': ('elements-only'),
    'seal': ('datum', 'elements-only'),
    'sealDesc': ('datum', 'elements-only'),
    'secFol': ('datum', 'running-text'),
    'secl': ('running-text', 'transcription-phrase', 'within-word'),
    'seg': ('running-text', 'segment', 'within-word'),
    'segmentation': ('elements-only'),
    'sense': ('datum', 'note-as-block', 'running-text'),
    'sequence': ('elements-only'),
    'series': ('datum'),
    'seriesStmt': ('elements-only'),
    'set': ('block', 'drama-part', 'elements-only', 'holder'),
    'setting': ('elements-only'),
    'settingDesc': ('elements-only'),
    'settlement': ('datum', 'name', 'place-name', 'running-text'),
    'sex': ('datum', 'running-text'),
    'shift': ('spoken-event'),
    'sic': ('editorial', 'running-text', 'within-word'),
    'signatures': ('datum', 'running-text'),
    'signed': ('citable', 'frame', 'line', 'lineated', 'opening-or-closing', 'running-text', 'set-apart'),
    'soCalled': ('running-text'),
    'socecStatus': ('datum', 'running-text'),
    'sound': ('block-or-phrase', 'running-text', 'stage-direction'),
    'source': ('running-text'),
    'sourceDesc': ('elements-only'),
    'sourceDoc': ('block', 'elements-only', 'holder', 'surface-part'),
    'sp': ('block', 'citable', 'elements-only', 'holder', 'note-as-block'),
    'spGrp': ('block', 'elements-only', 'holder', 'note-as-block'),
    'space': ('elements-only'),
    'span': ('running-text'),
    'spanGrp': ('elements-only', 'metadata'),
    'speaker': ('line', 'lineated', 'one-line', 'running-text', 'set-apart'),
    'specDesc': ('specification-reference'),
    'specGrp': ('elements-only', 'metadata', 'specification'),
    'specGrpRef': ('metadata', 'specification-reference'),
    'specList': ('elements-only', 'specification-reference'),
    'sponsor': ('datum', 'running-text'),
    'stage': ('block-or-phrase', 'citable', 'one-line', 'prose', 'running-text', 'set-apart', 'stage-direction'),
    'stamp': ('datum', 'running-text'),
    'standOff': ('block', 'elements-only', 'metadata'),
    'state': ('datum', 'elements-only'),
    'stdVals': ('elements-only'),
    'street': ('datum', 'running-text'),
    'stress': ('datum', 'dictionary-part', 'running-text'),
    'styleDefDecl': ('elements-only'),
    'subc': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'subst': ('elements-only', 'transcription-phrase', 'within-word'),
    'substJoin': ('elements-only', 'metadata', 'transcription-phrase'),
    'summary': ('datum', 'running-text'),
    'superEntry': ('block', 'citable', 'datum', 'dictionary-entry', 'elements-only', 'note-as-block'),
    'supplied': ('editorial', 'running-text', 'transcription-phrase', 'within-word'),
    'support': ('datum', 'running-text'),
    'supportDesc': ('datum', 'elements-only'),
    'surface': ('block', 'elements-only', 'holder', 'surface-part'),
    'surfaceGrp': ('block', 'elements-only', 'holder', 'surface-part'),
    'surname': ('datum', 'name-part', 'running-text'),
    'surplus': ('running-text', 'transcription-phrase', 'within-word'),
    'surrogates': ('datum', 'running-text'),
    'syll': ('datum', 'dictionary-part', 'running-text'),
    'table': ('block', 'citable', 'elements-only', 'list', 'note-as-block', 'passage'),
    'tag': ('code'),
    'tagUsage': ('running-text'),
    'tagsDecl': ('elements-only'),
    'taxonomy': ('elements-only'),
    'tech': ('block-or-phrase', 'running-text', 'stage-direction'),
    'teiCorpus': ('elements-only'),
    'teiHeader': ('elements-only', 'metadata'),
    'term': ('running-text'),
    'terrain': ('datum', 'elements-only'),
    'text': ('block', 'citable', 'elements-only', 'holder', 'text-part'),
    'textClass': ('elements-only'),
    'textDesc': ('elements-only'),
    'textLang': ('datum', 'running-text'),
    'textNode': ('specification-reference'),
    'time': ('dated', 'running-text'),
    'timeline': ('elements-only', 'metadata'),
    'title': ('datum', 'running-text'),
    'titlePage': ('before-title', 'block', 'citable', 'elements-only', 'holder', 'lineated'),
    'titlePart': ('before-title', 'block-line', 'frame', 'line', 'lineated', 'running-text', 'title-page-part'),
    'titleStmt': ('elements-only'),
    'tns': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'trailer': ('block', 'citable', 'frame', 'lineated', 'opening-or-closing', 'running-text'),
    'trait': ('datum', 'elements-only'),
    'transcriptionDesc': ('elements-only'),
    'transpose': ('elements-only', 'transcription-phrase'),
    'tree': ('elements-only'),
    'triangle': ('elements-only'),
    'typeDesc': ('datum', 'elements-only'),
    'typeNote': ('running-text'),
    'u': ('block-line', 'citable', 'line', 'note-as-block', 'running-text'),
    'unclear': ('editorial', 'running-text', 'transcription-phrase', 'within-word'),
    'undo': ('transcription-phrase', 'within-word'),
    'unit': ('running-text'),
    'unitDecl': ('elements-only'),
    'unitDef': ('elements-only'),
    'usg': ('datum', 'dictionary-part', 'grammar', 'running-text'),
    'vAlt': ('elements-only'),
    'vColl': ('elements-only'),
    'vDefault': ('elements-only'),
    'vLabel': ('elements-only'),
    'vMerge': ('elements-only'),
    'vNot': ('elements-only'),
    'vRange': ('elements-only'),
    'val': ('code'),
    'valDesc': ('running-text'),
    'valItem': ('elements-only'),
    'valList': ('elements-only'),
    'view': ('block-or-phrase', 'running-text', 'stage-direction'),
    'vocal': ('elements-only', 'line', 'spoken-event'),
    'w': ('running-text', 'segment', 'within-word'),
    'watermark': ('datum', 'running-text'),
    'width': ('datum'),
    'wit': ('running-text'),
    'witDetail': ('metadata', 'running-text'),
    'witness': ('block-line', 'line', 'note-as-block', 'running-text'),
    'writing': ('line', 'running-text', 'spoken-event'),
    'xenoData': ('metadata'),
    'xr': ('datum', 'dictionary-part', 'running-text'),
    'zone': ('block', 'holder', 'lineated', 'running-text', 'surface-part')}"/>
</xsl:stylesheet>
