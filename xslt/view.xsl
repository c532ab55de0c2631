<?xml version="1.0" encoding="UTF-8"?>
<!-- View: from TEI to TEI, decides once what the reading text and the diplomatic text show, so that HTML and PDF agree.

  WHAT THE VIEW HANDS ON
  The same TEI tree, text node for text node, and in the namespace urn:tei-toolkit:view:

  view:shown   wraps what only this view shows;                       @of = the view, "reading" or "diplomatic"
  view:aside   wraps what this view leaves out, already put into the  @of = "diplomatic" or "reading": the view that shows it;
               view that shows it                                           "apparatus": variants, which no view shows in its text
               Both have @kind: correction, regularization, abbreviation, deletion, addition-mark, line, hyphen, letterform,
               forme, surplus, hand, variant.
               A renderer of one view passes through view:shown and leaves out, or lists, view:aside.
               A renderer of both views draws both and hides one: everything outside these two belongs to both views.
  choice       shows one half: of several on one side the one with the highest @cert, then the first; it keeps its element and attributes: <choice cert="high"><view:shown of="reading" kind="correction"><corr>Republic</corr>
               </view:shown><view:aside of="diplomatic" kind="correction"><sic>Repub]ic</sic></view:aside></choice>;
               an omission has an empty sic. Of a choice whose halves do not belong to different views one is shown likewise.
               The halves that are not chosen follow in view:aside of="apparatus" kind="variant".
  app          the text's reading (lem, else the first rdg with text) comes first, the rest follows in view:aside of="apparatus".
               An app with @loc, @from or @to, or in a listApp, stands outside the text and is left as it is.
  lb           in prose: in view:shown/view:aside kind="line" (diplomatic only), white space for it is in the text.
               A bare lb (in head, salute, signed, address, titlePage, an inscription ...) breaks the line in both views.
  g            an empty g has the text that its description maps it to, if it has one.
  hyphen       the hyphen before <lb break="no"/> and the white space there: kind="hyphen", diplomatic only.
  note         @view:as = "anchored" (a mark in the text, the note elsewhere), "inline" or "block" (stands where it is);
               anchored notes have @view:n, the mark as printed (@n; raised figures made plain), else a running number from 1.
  text         between delSpan and its end is in view:shown/view:aside kind="deletion", as del.
  @view:id     unique id of the element in the output: its xml:id, else a name and a hash of its text (made by views.py).
  TEI/@view:of the view.

  HOW TO ADD A RULE
  1. Write the encoding into tei/phenomena/. 2. Write two templates, one for view:reading and one for view:diplomatic, in the file of
  the element's module under view/, with f:shown and f:aside. 3. If the kind is new, name it above. 4. Give html/ and typst/ a rule.
  5. Add a scenario in tests/xslt/.
-->
<xsl:package xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view"
    name="urn:tei-toolkit:view" package-version="1.0" version="3.0" declared-modes="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="view:reading" on-no-match="shallow-copy" visibility="public" use-accumulators="#all"/>
  <xsl:mode name="view:diplomatic" on-no-match="shallow-copy" visibility="public" use-accumulators="#all"/>

  <xsl:output method="xml" indent="no" encoding="UTF-8"/>

  <xsl:include href="shared/functions.xsl"/>
  <xsl:include href="view/core.xsl"/>
  <xsl:include href="view/gaiji.xsl"/>
  <xsl:include href="view/lines.xsl"/>
  <xsl:include href="view/notes.xsl"/>
  <xsl:include href="view/textcrit.xsl"/>
  <xsl:include href="view/transcr.xsl"/>
</xsl:package>
