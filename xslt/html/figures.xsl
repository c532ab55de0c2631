<?xml version="1.0" encoding="UTF-8"?>
<!-- Module figures: tables, pictures, formulas, music. FT. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view" xmlns:html="urn:tei-toolkit:html"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="figure" mode="html:body" as="element()">
    <xsl:element name="{if (f:in-line(.)) then 'span' else 'figure'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="* except head" mode="#current"/>
      <xsl:if test="head">
        <xsl:element name="{if (f:in-line(.)) then 'span' else 'figcaption'}"><xsl:apply-templates select="head" mode="#current"/></xsl:element>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- A wide table scrolls by itself, also by keyboard. What stands between the rows goes into a row of its own. FTTAB. -->
  <xsl:template match="table" mode="html:body" as="element()">
    <div class="table-frame" tabindex="0" role="group" aria-label="{f:table-name(.)}">
      <table>
        <xsl:sequence select="f:attributes(.)"/>
        <xsl:if test="head"><caption><xsl:apply-templates select="head/node()" mode="#current"/></caption></xsl:if>
        <xsl:variable name="width" as="xs:integer" select="max((1, row/count(cell)))"/>
        <tbody>
          <xsl:for-each select="* except head">
            <xsl:choose>
              <xsl:when test="self::row"><xsl:apply-templates select="." mode="#current"/></xsl:when>
              <xsl:otherwise><tr><td colspan="{$width}"><xsl:apply-templates select="." mode="#current"/></td></tr></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
  <xsl:function name="f:table-name" as="xs:string">
    <xsl:param name="table" as="element(table)"/>
    <xsl:sequence select="(f:line($table/head[1])[.], f:word('table'))[1]"/>
  </xsl:function>
  <xsl:template match="row" mode="html:body" as="element()">
    <tr>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:for-each select="*">
        <xsl:choose>
          <xsl:when test="self::cell"><xsl:apply-templates select="." mode="#current"/></xsl:when>
          <xsl:otherwise><td><xsl:apply-templates select="." mode="#current"/></td></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </tr>
  </xsl:template>
  <xsl:template match="cell" mode="html:body" as="element()">
    <xsl:element name="{if ((@role, ../@role) = 'label' and normalize-space()) then 'th' else 'td'}">
      <xsl:if test="@cols[. castable as xs:integer][xs:integer(.) = 2 to 1000]"><xsl:attribute name="colspan" select="@cols"/></xsl:if>
      <xsl:if test="@rows[. castable as xs:integer][xs:integer(.) = 2 to 1000][xs:integer(.) le 1 + count(current()/../following-sibling::row)]"><xsl:attribute name="rowspan" select="@rows"/></xsl:if>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <!-- A row or cell that is nowhere in a table is a line. -->
  <xsl:template match="row[not(parent::table)] | cell[not(parent::row/parent::table)]" mode="html:body" as="element()">
    <xsl:sequence select="f:block(.)"/>
  </xsl:template>

  <!-- Formulas: MathML as it is, without anything that could run; other notations as their source. FTFOR. -->
  <xsl:template match="formula" mode="html:body" as="element()">
    <xsl:sequence select="f:phrase(., @notation ! ('notation-' || f:token(.)))"/>
  </xsl:template>
  <xsl:template match="m:*" mode="html:body" as="element()" xmlns:m="http://www.w3.org/1998/Math/MathML">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:sequence select="@display[. = ('block', 'inline')], @mathvariant[. = 'normal'], @columnspan[matches(., '^[0-9]+$')],
          @rowspan[matches(., '^[0-9]+$')], @stretchy[. = ('true', 'false')], @accent[. = ('true', 'false')]"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="m:annotation | m:annotation-xml | m:maction | m:mglyph | m:semantics" mode="html:body" as="node()*"
      xmlns:m="http://www.w3.org/1998/Math/MathML">
    <xsl:apply-templates select="* except (m:annotation | m:annotation-xml), text()" mode="#current"/>
  </xsl:template>
  <!-- SVG: its words; drawings are not copied into the page. -->
  <xsl:template match="svg:*" mode="html:body" as="node()*" xmlns:svg="http://www.w3.org/2000/svg">
    <xsl:apply-templates select="* except (svg:script | svg:style)" mode="#current"/>
    <xsl:if test="self::svg:text | self::svg:title | self::svg:desc | self::svg:tspan"><span class="svg" xsl:exclude-result-prefixes="#all"><xsl:value-of select="text()"/></span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
