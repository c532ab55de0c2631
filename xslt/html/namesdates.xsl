<?xml version="1.0" encoding="UTF-8"?>
<!-- Module namesdates, and the dates of core: names lead to what the edition knows of their bearers. ND. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:fp="urn:tei-toolkit:functions:private" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A name with a reference leads to the index; one without is a phrase. NDPER. -->
  <xsl:template _match="{$fp:name}" mode="html:body" as="node()+">
    <xsl:sequence select="f:name(.)"/>
  </xsl:template>
  <xsl:function name="f:name" as="node()+">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="key" as="xs:string?" select="f:mentioned($name)"/>
    <xsl:variable name="entry" as="xs:string?" select="if ($key and f:in-reading($name)) then $f:index-ids($key) else ()"/>
    <xsl:choose>
      <xsl:when test="$entry">
        <a href="#{encode-for-uri($entry)}">
          <xsl:sequence select="f:attributes($name, ('name', 'has-more', $name/@cert ! ('cert-' || f:token(.))))"/>
          <xsl:if test="not($name/@view:id)"><xsl:attribute name="id" select="f:mention-id($name)"/></xsl:if>
          <xsl:apply-templates select="$name/node()" mode="html:body"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span><xsl:sequence select="f:attributes($name, 'name')"/><xsl:apply-templates select="$name/node()" mode="html:body"/></span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not(f:among-words($name) or $name/parent::*[self::choice | self::subst | self::app | self::lem | self::rdg])">
      <xsl:sequence select="f:space-after($name)"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="relation" mode="html:body" as="element()">
    <span>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="not(normalize-space())">{@name} {@active} {@mutual} {@passive}</xsl:if>
    </span>
  </xsl:template>

  <!-- Dates and times: the machine's form in datetime; where it says more than the text, a link to the chronology. NDDATE. -->
  <xsl:template match="date | time | origDate | docDate[@when]" mode="html:body" as="node()+">
    <xsl:variable name="when" as="xs:string?" select="(@when, @when-iso)[1][f:is-datetime(.)]"/>
    <xsl:variable name="number" as="xs:string?" select="if (not(self::time) and f:in-reading(.) and f:told-date(.)) then string(accumulator-before('f:date-number')) else ()"/>
    <xsl:variable name="content" as="item()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:element name="{if ($when) then 'time' else 'span'}">
      <xsl:if test="$when"><xsl:attribute name="datetime" select="$when"/></xsl:if>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:choose>
        <xsl:when test="$number and normalize-space()">
          <a class="date has-more" id="ed.dated.{$number}" href="#{encode-for-uri(f:date-id(.))}"><xsl:sequence select="$content"/></a>
        </xsl:when>
        <xsl:when test="not(normalize-space())">{f:told-date(.)}</xsl:when>
        <xsl:otherwise><xsl:sequence select="$content"/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
    <xsl:sequence select="f:space-after(.)[current()/parent::imprint]"/>
  </xsl:template>
  <xsl:accumulator name="f:date-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="(date | origDate | docDate)[ancestor::text][f:told-date(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- A date's normalised form in words; nothing if there is none. -->
  <xsl:function name="f:told-date" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="at" as="xs:string?" select="$date/(@when, @when-iso, @when-custom)[1] ! f:date-in-words(.)"/>
    <xsl:variable name="from" as="xs:string?" select="$date/(@from, @from-iso, @from-custom)[1] ! f:date-in-words(.)"/>
    <xsl:variable name="to" as="xs:string?" select="$date/(@to, @to-iso, @to-custom)[1] ! f:date-in-words(.)"/>
    <xsl:variable name="after" as="xs:string?" select="$date/(@notBefore, @notBefore-iso, @notBefore-custom)[1] ! f:date-in-words(.)"/>
    <xsl:variable name="before" as="xs:string?" select="$date/(@notAfter, @notAfter-iso, @notAfter-custom)[1] ! f:date-in-words(.)"/>
    <xsl:sequence select="string-join(($at,
        if ($from or $to) then $from || '–' || $to else (),
        if ($after and $before) then f:word('between') || ' ' || $after || ' ' || f:word('and') || ' ' || $before
        else ($after ! (f:word('not-before') || ' ' || .), $before ! (f:word('not-after') || ' ' || .))), ', ')[.]"/>
  </xsl:function>

  <xsl:function name="f:date-in-words" as="xs:string" cache="yes">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="analyze-string(normalize-space($value),
        '^(-?[0-9]{4,})(-([0-9]{2})(-([0-9]{2}))?)?(T([0-9]{2}:[0-9]{2}).*)?$')/*:match ! (for $n in (1, 3, 5, 7) return string(.//*:group[@nr = $n]))"/>
    <xsl:variable name="month" as="xs:integer?" select="$parts[2][. ne ''] ! xs:integer(.)"/>
    <xsl:choose>
      <xsl:when test="empty($parts) and matches($value, '^[0-9]{2}:[0-9]{2}(:[0-9]{2})?')">
        <xsl:sequence select="replace(substring($value, 1, 5), '^0', '')"/>
      </xsl:when>
      <xsl:when test="empty($parts)"><xsl:sequence select="normalize-space($value)"/></xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="string-join((
            $parts[3][. ne ''] ! f:day-in-words(xs:integer(.)),
            $month[. = 1 to 12] ! f:word('month-' || .),
            f:year-in-words($parts[1]),
            $parts[4][. ne '']), ' ')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="f:day-in-words" as="xs:string">
    <xsl:param name="day" as="xs:integer"/>
    <xsl:sequence select="if ($day eq 1) then f:word('day-first') else string($day) || f:word('day-suffix')"/>
  </xsl:function>
  <xsl:function name="f:year-in-words" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:variable name="number" as="xs:integer" select="xs:integer($year)"/>
    <xsl:sequence select="if ($number le 0) then string(1 - $number) || ' ' || f:word('bce') else string($number)"/>
  </xsl:function>
  <!-- HTML's time element knows fewer forms than W3C dates do. -->
  <xsl:function name="f:is-datetime" as="xs:boolean">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="$value castable as xs:date and matches($value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') and not(starts-with($value, '0000'))
        or matches($value, '^[0-9]{4}$') and $value ne '0000'
        or $value castable as xs:gYearMonth and matches($value, '^[0-9]{4}-[0-9]{2}$') and not(starts-with($value, '0000'))
        or $value castable as xs:time and matches($value, '^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$') and not(starts-with($value, '24'))
        or $value castable as xs:dateTime and matches($value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$')"/>
  </xsl:function>

  <!-- Lists of persons, places and so on, where the text itself has them. -->
  <xsl:template _match="({$fp:record-list} | place | particDesc)/({$fp:record})" mode="html:body" as="element()">
    <div><xsl:sequence select="f:attributes(.)"/><xsl:sequence select="f:entry-content(.)"/></div>
  </xsl:template>
</xsl:stylesheet>
