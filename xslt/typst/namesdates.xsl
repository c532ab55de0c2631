<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, and the indexes made of them. Module namesdates, ND. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template _match="{$fp:name}" mode="typst:body" as="xs:string*">
    <xsl:sequence select="f:anchor(.), f:mention(.), f:own-language(., if (@rend or @rendition)
        then f:hi(., f:rend(.)) else f:inside(.))"/>
  </xsl:template>

  <!-- A mention counts for the index if its pointer leads to an entry of this file's lists. -->
  <xsl:key name="f:entity" match="person | personGrp | place | org" use="@xml:id"/>
  <xsl:function name="f:mention" as="xs:string*">
    <xsl:param name="name" as="element()"/>
    <xsl:for-each select="f:local-targets($name/@ref)[exists(key('f:entity', ., root($name)))]">
      <xsl:sequence select="f:call('mention', f:string(.))"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:indexes" as="xs:string*">
    <xsl:param name="edition" as="element()"/>
    <xsl:sequence select="
        f:index('persons', $edition//(person | personGrp)[@xml:id], $edition),
        f:index('places', $edition//place[@xml:id], $edition),
        f:index('organisations', $edition//org[@xml:id], $edition)"/>
  </xsl:function>
  <xsl:function name="f:index" as="xs:string*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="entities" as="element()*"/>
    <xsl:param name="edition" as="element()"/>
    <xsl:if test="exists($entities)">
      <xsl:sequence select="f:call('index', (f:string(f:word($key)),
          sort($entities, f:collation(f:edition-language($edition)), function($entity) { f:sorting-words(($entity/@sortKey, f:index-name($entity))[1]) })
            ! f:array((f:string(@xml:id), f:block(f:text(f:index-name(.))), f:index-note(.)))))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:index-name" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="name" as="element()?" select="
        ($entity/(placeName | orgName | name | geogName)[not(@type = ('variant', 'alt'))], $entity/*)[normalize-space()][1]"/>
    <xsl:sequence select="
        if ($entity/persName[normalize-space()]) then f:person-heading($entity/persName)
        else if ($name) then f:name-of($name) else string($entity/@xml:id)"/>
  </xsl:function>
  <xsl:function name="f:index-note" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="years" as="xs:string*" select="
        for $date in ($entity/birth[1], $entity/death[1]) return
          ($date/@when, $date/date/@when, $date/text(), $date/date/text())[matches(., '[0-9]{3}')][1] ! replace(normalize-space(.), '^([0-9]{4})-.*$', '$1')"/>
    <xsl:sequence select="if (empty($years)) then 'none' else f:string(f:shortened(string-join($years, '–'), 40))"/>
  </xsl:function>
</xsl:stylesheet>
