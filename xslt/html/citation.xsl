<?xml version="1.0" encoding="UTF-8"?>
<!-- Citation: what the header says about the edition, and ways to cite it: text, BibTeX, RIS, CSL-JSON; schema.org and Dublin Core for the head. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="f:header" as="element(teiHeader)?" select="/*/teiHeader"/>
  <xsl:variable name="f:title" as="xs:string" select="
      ($f:title-element ! f:line(.), f:line((//text//head)[1])[.], f:word('untitled'))[1]"/>
  <xsl:variable name="f:title-element" as="element(title)?" select="
      ($f:header/fileDesc/titleStmt ! (title[@type = 'main'], title[@level = 'a'], title[not(@level = 's')], title, ../sourceDesc//title)[f:line(.)])[1]"/>
  <xsl:variable name="f:subtitles" as="xs:string*" select="$f:header/fileDesc/titleStmt/title[@type = ('sub', 'subordinate', 'alt')]/f:line(.)[.]"/>
  <xsl:variable name="f:authors" as="element()*" select="$f:header/fileDesc/titleStmt/author[normalize-space()]"/>
  <xsl:variable name="f:editors" as="element()*" select="$f:header/fileDesc/titleStmt/editor[normalize-space()]"/>
  <xsl:variable name="f:publisher" as="xs:string?" select="($f:header/fileDesc/publicationStmt/(publisher, authority, distributor)/f:line(.)[.])[1]"/>
  <xsl:variable name="f:published" as="xs:string?" select="
      ($f:header/fileDesc/publicationStmt/(date, */date)/string((@when, @when-iso, @to, @notAfter, .)[1])[matches(., '[0-9]{3}')])[1]"/>
  <xsl:variable name="f:published-date" as="xs:string?" select="analyze-string($f:published, '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?')/*:match[1]/string()"/>
  <xsl:variable name="f:version" as="xs:string?" select="($f:header/fileDesc/editionStmt/(edition/@n, edition, p)/f:line(.)[.])[1]"/>
  <xsl:variable name="f:licence" as="xs:string?" select="
      ($f:header/fileDesc/publicationStmt/availability//(licence/@target, ref/@target) ! f:safe-address(., ..))[matches(., '^https?:')][1]"/>
  <xsl:variable name="f:doi" as="xs:string?" select="($f:header/fileDesc/publicationStmt//idno[lower-case(@type) = 'doi'])[1]/replace(f:line(.), '^(https?://(dx\.)?doi\.org/|doi:)', '')"/>
  <xsl:variable name="f:address" as="xs:string" select="
      ($address[.], $f:doi ! f:escaped('https://doi.org/' || .), ($f:header/fileDesc/publicationStmt//idno[lower-case(@type) = ('url', 'uri', 'purl', 'handle', 'urlweb')])[1]
        ! f:safe-address(., .)[matches(., '^https?:')], '')[1]"/>

  <!-- Several parts of a name in one line; a name written "Surname, Forename" stays so. -->
  <xsl:function name="f:person" as="xs:string">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="f:name-of(($person/(persName, name, orgName)[normalize-space()][1], $person)[1])"/>
  </xsl:function>
  <xsl:function name="f:csl-name" as="map(*)">
    <xsl:param name="person" as="element()"/>
    <xsl:variable name="plain" as="xs:string" select="f:person($person)"/>
    <xsl:sequence select="
        if ($person//surname) then map:merge((map{'family': f:line(($person//surname)[1])}, $person[.//forename] ! map{'given': f:line(string-join(.//forename, ' '))}))
        else if (matches($plain, '^[^,]+, [^,(]+$')) then map{'family': substring-before($plain, ', '), 'given': substring-after($plain, ', ')}
        else map{'literal': $plain}"/>
  </xsl:function>

  <xsl:variable name="f:csl" as="map(*)" select="map:merge((
      map{'id': string((/*/@view:id, 'edition')[1]), 'type': 'webpage', 'title': string-join(($f:title, $f:subtitles), '. ')},
      $f:authors[1] ! map{'author': array{$f:authors ! f:csl-name(.)}},
      $f:editors[1] ! map{'editor': array{$f:editors ! f:csl-name(.)}},
      $f:publisher ! map{'publisher': .},
      $f:published-date ! map{'issued': map{'date-parts': array{array{tokenize(., '-') ! xs:integer(.)}}}},
      $f:version ! map{'version': .},
      $f:doi ! map{'DOI': .},
      $f:address[.] ! map{'URL': .},
      map{'language': $f:language}))"/>

  <xsl:variable name="f:language" as="xs:string" select="(
      (/*/@xml:lang, (//text)[1]/@xml:lang, $f:header/profileDesc/langUsage/language[1]/@ident)[normalize-space()][1] ! f:language-tag(.), 'und')[1]"/>

  <xsl:variable name="f:citation" as="xs:string">
    <xsl:value-of>
      <xsl:if test="$f:authors">{string-join($f:authors ! f:person(.), ', ')}: </xsl:if>
      <xsl:text>{string-join(($f:title, $f:subtitles), '. ')}. </xsl:text>
      <xsl:if test="$f:editors">{f:word('edited-by')} {string-join($f:editors ! f:person(.), ', ')}. </xsl:if>
      <xsl:if test="$f:version">{f:word('version')} {$f:version}. </xsl:if>
      <xsl:value-of select="($f:publisher, substring($f:published-date, 1, 4)[.])" separator=", "/>
      <xsl:if test="$f:publisher or $f:published-date">. </xsl:if>
      <xsl:if test="$f:address">{$f:address}</xsl:if>
    </xsl:value-of>
  </xsl:variable>

  <!-- BibTeX: braces and backslashes of the text are taken out, since they would end the field. -->
  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:variable name="fields" as="map(xs:string, xs:string)" select="map:merge((
        $f:authors[1] ! map{'author': string-join($f:authors ! f:person(.), ' and ')}, map{'title': $f:title},
        $f:editors[1] ! map{'editor': string-join($f:editors ! f:person(.), ' and ')}, $f:publisher ! map{'publisher': .},
        substring($f:published-date, 1, 4)[.] ! map{'year': .}, $f:doi ! map{'doi': .}, $f:address[.] ! map{'url': .}))"/>
    <xsl:sequence select="string-join(('@misc{' || replace(f:csl-id(), '[^A-Za-z0-9:_-]', '') || ',',
        sort(map:keys($fields)) ! ('  ' || . || ' = {' || replace($fields(.), '[{}\\]', '') || '},'), '}'), '&#10;')"/>
  </xsl:function>
  <xsl:function name="f:csl-id" as="xs:string"><xsl:sequence select="string($f:csl?id)"/></xsl:function>
  <xsl:function name="f:ris" as="xs:string">
    <xsl:sequence select="string-join(('TY  - ELEC', $f:authors ! ('AU  - ' || f:person(.)), 'TI  - ' || $f:title,
        $f:editors ! ('ED  - ' || f:person(.)), $f:publisher ! ('PB  - ' || .), substring($f:published-date, 1, 4)[.] ! ('PY  - ' || .),
        $f:doi ! ('DO  - ' || .), $f:address[.] ! ('UR  - ' || .), 'ER  - '), '&#10;')"/>
  </xsl:function>

  <xsl:function name="f:json" as="xs:string">
    <xsl:param name="value" as="item()"/>
    <xsl:sequence select="replace(serialize($value, map{'method': 'json', 'indent': false()}), '&lt;', '\\u003C')"/>
  </xsl:function>

  <xsl:function name="f:cite-section" as="element()">
    <section class="cite" id="ed.cite" aria-labelledby="ed.cite-head">
      <h2 id="ed.cite-head">{f:word('cite')}</h2>
      <p class="citation" id="ed.citation">{$f:citation}</p>
      <xsl:for-each select="map{'name': 'BibTeX', 'text': f:bibtex()}, map{'name': 'RIS', 'text': f:ris()}, map{'name': 'CSL-JSON', 'text': f:json(array{$f:csl})}">
        <details><summary>{?name}</summary><pre tabindex="0" data-format="{lower-case(?name)}">{?text}</pre></details>
      </xsl:for-each>
      <p class="licence-line">
        <xsl:if test="$f:licence"><xsl:text>{f:word('licence')}: </xsl:text><a rel="license" href="{$f:licence}">{f:licence-name($f:licence)}</a><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="$tei-href"><a class="download" href="{$tei-href}" type="application/tei+xml">{f:word('download-tei')}</a></xsl:if>
      </p>
    </section>
  </xsl:function>
  <xsl:function name="f:licence-name" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="analyze-string($address, 'creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/([0-9.]+)')//*:group/string()"/>
    <xsl:sequence select="
        if ($parts[1] = 'licenses') then 'CC ' || upper-case($parts[2]) || ' ' || $parts[3]
        else if ($parts[2] = 'zero') then 'CC0 ' || $parts[3]
        else if ($parts[1]) then f:word('public-domain')
        else replace($address, '^https?://(www\.)?', '')"/>
  </xsl:function>
</xsl:stylesheet>
