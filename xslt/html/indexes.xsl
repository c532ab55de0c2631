<?xml version="1.0" encoding="UTF-8"?>
<!-- Indexes: persons, places, organisations and dates, with what the edition knows of them and every mention. ND. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Who or what a name refers to: the first pointer, or the key. -->
  <xsl:function name="f:mentioned" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="(tokenize($name/@ref)[1], $name/@key/f:line(.)[.], tokenize($name/@corresp)[starts-with(., '#')][1])[1]"/>
  </xsl:function>
  <xsl:function name="f:in-reading" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::text) and empty($element/ancestor::*[self::listPerson | self::listPlace | self::listOrg
        | self::index])"/>
  </xsl:function>
  <xsl:accumulator name="f:mention-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule _match="({$fp:name})[ancestor::text][f:mentioned(.)]" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:function name="f:mention-id" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="($name/@view:id, 'ed.mention.' || $name/accumulator-before('f:mention-number'))[1]"/>
  </xsl:function>

  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="type" as="xs:string" select="lower-case($name/@type)"/>
    <xsl:sequence select="
        if ($name[self::persName | self::person | self::personGrp | self::persona] or starts-with($type, 'pers')) then 'person'
        else if ($name[self::orgName | self::org] or starts-with($type, 'org')) then 'org'
        else if ($name/self::place or fp:has-role($name, 'place-name')
            or starts-with($type, 'place') or starts-with($type, 'geo') or $type = ('city', 'country')) then 'place'
        else 'other'"/>
  </xsl:function>

  <!-- The names of the text that refer to somebody, by what they refer to. -->
  <xsl:variable name="f:mentions" as="element()*" select="//text//*[fp:has-role(., 'name')][f:mentioned(.)][f:in-reading(.)]"/>
  <!-- What the edition itself describes, outside the text. -->
  <xsl:variable name="f:described" as="element()*" select="//(standOff | teiHeader)//((listPerson | listPlace | listOrg | particDesc)/*[fp:has-role(., 'record')][not(self::relation | self::nym)] | place/place)
      [not(ancestor::person | ancestor::sourceDesc)]"/>

  <!-- Reference to id in the page: that of the entity described, else of an entry made for the reference. -->
  <xsl:variable name="f:index-ids" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each-group select="$f:mentions" group-by="f:mentioned(.)">
        <xsl:variable name="target" as="element()?" select="f:local-targets(current-grouping-key()) ! key('f:by-id', ., root(current()))[1]"/>
        <xsl:variable name="id" as="xs:string?" select="
            if ($target[ancestor::text]) then f:drawn($target)/@view:id
            else if ($target[@view:id] intersect $f:described) then $target/@view:id
            else 'ed.entry.' || position()"/>
        <xsl:map-entry key="current-grouping-key()" select="$id"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:key name="f:mentions-of" _match="text//({$fp:name})" use="f:mentioned(.)"/>

  <!-- What has an entry in an index and is told in the header too has its id in the index. -->
  <xsl:template match="teiHeader//*[@view:id][fp:has-role(., 'record')][. intersect $f:described][f:kind(.) = ('person', 'place', 'org', 'other')]" mode="html:body" priority="9" as="node()*">
    <xsl:variable name="drawn" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="$drawn ! (if (. instance of element()) then f:without-ids(.) else .)"/>
  </xsl:template>
  <xsl:function name="f:without-ids" as="element()">
    <xsl:param name="drawn" as="element()"/>
    <xsl:element name="{name($drawn)}" namespace="{namespace-uri($drawn)}">
      <xsl:sequence select="$drawn/@*[name() ne 'id'], $drawn/node() ! (if (. instance of element()) then f:without-ids(.) else .)"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="f:index-section" as="element()?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="entries" as="map(xs:string, item())*">
      <xsl:for-each select="$f:described[f:kind(.) = $kind]">
        <xsl:variable name="drawn" as="element()">
          <li><xsl:sequence select="f:attributes(., 'entity'), f:entry-content(.)"/></li>
        </xsl:variable>
        <xsl:sequence select="map{'sorted': string((@sortKey, f:entry-heading(.))[1]), 'drawn': $drawn}"/>
      </xsl:for-each>
      <!-- What is named as a person here and as a place there stands once, where it is named first. -->
      <xsl:for-each-group select="$f:mentions" group-by="f:mentioned(.)">
        <xsl:if test="f:kind(.) = $kind and starts-with($f:index-ids(current-grouping-key()), 'ed.entry.')">
          <xsl:variable name="heading" as="xs:string" select="if ($kind = 'person') then f:person-heading(current-group()) else f:heading(.)"/>
          <xsl:variable name="drawn" as="element()">
            <li id="{$f:index-ids(current-grouping-key())}" class="entity">
              <span class="headword">{$heading}</span>
              <xsl:text> </xsl:text>
              <xsl:for-each select="distinct-values((current-grouping-key(), current-group()/@ref ! tokenize(.)))">
                <xsl:sequence select="f:outside(., current-group()[1])"/>
                <xsl:text> </xsl:text>
              </xsl:for-each>
              <xsl:sequence select="f:mention-links(current-group())"/>
            </li>
          </xsl:variable>
          <xsl:sequence select="map{'sorted': $heading, 'drawn': $drawn}"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:if test="exists($entries)">
      <section class="register" aria-labelledby="ed.index.{$kind}">
        <h2 id="ed.index.{$kind}">{f:word('index-' || $kind)}</h2>
        <ul>
          <xsl:sequence select="sort($entries, f:collation($f:language), function($entry) { f:sorting-words($entry?sorted) }) ! ?drawn"/>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- An authority outside the edition. -->
  <xsl:function name="f:outside" as="element()?">
    <xsl:param name="reference" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="href" as="xs:string?" select="if (contains($reference, ':')) then f:safe-address(f:expanded($reference, $element), $element)[matches(., '^https?:')] else ()"/>
    <xsl:if test="$href"><a class="outside" href="{$href}">{replace($href, '^https?://(www\.)?', '')}</a></xsl:if>
  </xsl:function>

  <xsl:function name="f:mention-links" as="item()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:if test="exists($names)">
      <span class="mentions">
        <span class="key">{f:word('mentions')}</span>
        <xsl:for-each select="$names">
          <xsl:text> </xsl:text>
          <a href="#{encode-for-uri(f:mention-id(.))}" aria-label="{f:word('mention')} {position()}">{position()}</a>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:entry-name" as="element()?">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="($entity/persName[@type = 'sort'], $entity/persName[not(@type = ('variant', 'alt'))],
        $entity ! (persName, orgName, placeName, geogName, settlement, country, region, objectName, eventName, label, head, objectIdentifier, idno, p))[normalize-space()][1]"/>
  </xsl:function>
  <xsl:function name="f:entry-heading" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="
        if ($entity/persName[normalize-space()]) then f:person-heading($entity/persName)
        else (f:entry-name($entity) ! f:name-of(.), $entity/@n/string(), $entity/@xml:id/string(), f:label($entity))[. != ''][1]"/>
  </xsl:function>
  <!-- What is known of a person, place or organisation: name, years, and the rest as it is encoded. NDPERS, NDPLAC, NDORG. -->
  <xsl:function name="f:entry-content" as="item()*">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="name" as="element()?" select="f:entry-name($entity)"/>
    <xsl:variable name="heading" as="xs:string" select="f:entry-heading($entity)"/>
    <xsl:variable name="is-written-so" as="xs:boolean" select="exists($name) and f:name-of($name) = $heading"/>
    <!-- A name that is the surname of the heading is not told again. -->
    <xsl:variable name="told" as="element()*" select="$name,
        $entity/persName[not($is-written-so)][not(*) and not(@* except @view:*)][f:name-of(.) = substring-before($heading, ',')]"/>
    <span class="headword">
      <xsl:choose>
        <xsl:when test="$is-written-so"><xsl:apply-templates select="$name/node()" mode="html:body"/></xsl:when>
        <xsl:otherwise>{$heading}</xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:text> </xsl:text>
    <xsl:for-each select="$entity/(* except $told)">
      <xsl:choose>
        <xsl:when test="self::birth | self::death | self::floruit">
          <span class="{local-name()}"><span class="key">{f:label(.)}</span><xsl:text> </xsl:text><xsl:apply-templates mode="html:body"/>{f:told-date(.)[not(normalize-space(current()))]}</span>
        </xsl:when>
        <xsl:when test="self::sex | self::gender"><span class="{local-name()}"><xsl:value-of select="(f:line(.)[.], @value)[1]"/></span></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="html:body"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:if test="not($entity/*)"><xsl:apply-templates select="$entity/text()" mode="html:body"/></xsl:if>
    <xsl:if test="$entity/@xml:id">
      <xsl:sequence select="f:mention-links(key('f:mentions-of', '#' || $entity/@xml:id, root($entity))[f:in-reading(.)])"/>
    </xsl:if>
  </xsl:function>
  <!-- In the header, a list that the index draws is not drawn again. -->
  <xsl:template match="teiHeader//listPerson[* intersect $f:described] | teiHeader//listOrg[* intersect $f:described]
      | teiHeader//listPlace[* intersect $f:described]" mode="html:body" as="node()*">
    <xsl:apply-templates select="* except $f:described" mode="#current"/>
  </xsl:template>

  <!-- The dates of the text, in the order of time, each with its mentions. -->
  <xsl:function name="f:chronology" as="element()?">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="dates" as="element()*" select="$root//text//(date | origDate | docDate)[normalize-space()][f:told-date(.)][f:in-reading(.)]"/>
    <xsl:if test="exists($dates)">
      <section class="register chronology" aria-labelledby="ed.chronology">
        <h2 id="ed.chronology">{f:word('chronology')}</h2>
        <ul>
          <xsl:for-each-group select="$dates" group-by="f:told-date(.)">
            <xsl:sort select="f:sort-date(.)" data-type="number"/>
            <li id="{f:date-id(.)}">
              <span class="headword">{current-grouping-key()}</span>
              <xsl:for-each select="current-group()">
                <xsl:text> </xsl:text>
                <a class="as-printed" href="#ed.dated.{accumulator-before('f:date-number')}">{f:heading(.)}</a>
                <xsl:if test="@cert"><xsl:text> </xsl:text><span class="key">{f:word('cert-' || @cert)}</span></xsl:if>
                <xsl:if test="@calendar | @datingMethod"><xsl:text> </xsl:text><span class="key">{(@calendar, @datingMethod)[1] ! f:name-of-pointer(., current())}</span></xsl:if>
              </xsl:for-each>
            </li>
          </xsl:for-each-group>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>
  <!-- One id for all mentions of the same date. -->
  <xsl:function name="f:date-id" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="'ed.date.' || encode-for-uri(translate(string-join($date/(@when, @when-iso, @when-custom, @from, @from-iso, @from-custom, @to, @to-iso,
        @to-custom, @notBefore, @notBefore-iso, @notBefore-custom, @notAfter, @notAfter-iso, @notAfter-custom)/(replace(name(), '-.*', '') || f:line(.)), '.'), ' %', '_'))"/>
  </xsl:function>
  <!-- Years as numbers, so that those before our era sort right. -->
  <xsl:function name="f:sort-date" as="xs:double">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="value" as="xs:string?" select="$date/(@when, @from, @notBefore, @when-iso, @from-iso, @notBefore-iso, @to, @notAfter, @when-custom)[1]"/>
    <xsl:variable name="digits" as="xs:string*" select="analyze-string($value, '[0-9]+')/*:match/string()"/>
    <xsl:variable name="sign" as="xs:integer" select="if (starts-with($value, '-')) then -1 else 1"/>
    <xsl:sequence select="$sign * number(($digits[1], '9999')[1]) * 372 + (number(($digits[2], '1')[1]) - 1) * 31 + number(($digits[3], '1')[1])"/>
  </xsl:function>
</xsl:stylesheet>
