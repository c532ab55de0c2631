<?xml version="1.0" encoding="UTF-8"?>
<!-- The words that a printed edition adds to the text, by language. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:typst="urn:tei-toolkit:typst" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The word for a key in the edition's language, else in English. -->
  <xsl:function name="f:added-word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="words" as="map(xs:string, xs:string)" select="$added-words($key)"/>
    <xsl:sequence select="($words(f:edition-language($node)), $words('en'))[1]"/>
  </xsl:function>

  <xsl:variable name="added-words" as="map(xs:string, map(xs:string, xs:string))" select="map{
    'contents': map{'en': 'Contents', 'de': 'Inhalt', 'fr': 'Table'},
    'apparatus': map{'en': 'Critical apparatus', 'de': 'Kritischer Apparat', 'fr': 'Apparat critique'},
    'corrections': map{'en': 'Corrections', 'de': 'Berichtigungen', 'fr': 'Corrections'},
    'place': map{'en': 'Place', 'de': 'Stelle', 'fr': 'Endroit'},
    'in-this-edition': map{'en': 'In this edition', 'de': 'In dieser Ausgabe', 'fr': 'Dans cette édition'},
    'in-the-source': map{'en': 'In the source', 'de': 'In der Vorlage', 'fr': 'Dans la source'},
    'by': map{'en': 'By', 'de': 'Von', 'fr': 'Par'},
    'about': map{'en': 'About this edition', 'de': 'Zu dieser Ausgabe', 'fr': 'À propos de cette édition'},
    'textual-notes': map{'en': 'Left out of this text', 'de': 'Nicht im Text', 'fr': 'Hors du texte'},
    'persons': map{'en': 'Persons', 'de': 'Personen', 'fr': 'Personnes'},
    'places': map{'en': 'Places', 'de': 'Orte', 'fr': 'Lieux'},
    'organisations': map{'en': 'Organisations', 'de': 'Körperschaften', 'fr': 'Organisations'},
    'witnesses': map{'en': 'Witnesses', 'de': 'Textzeugen', 'fr': 'Témoins'},
    'index': map{'en': 'Index', 'de': 'Register', 'fr': 'Index'},
    'page': map{'en': 'p.', 'de': 'S.', 'fr': 'p.'},
    'note': map{'en': 'note', 'de': 'Anm.', 'fr': 'note'},
    'source': map{'en': 'Source', 'de': 'Quelle', 'fr': 'Source'},
    'source-firstPublication': map{'en': 'First published', 'de': 'Erstdruck', 'fr': 'Première publication'},
    'source-digitalSource': map{'en': 'Online', 'de': 'Online', 'fr': 'En ligne'},
    'source-transcription': map{'en': 'Transcription', 'de': 'Transkription', 'fr': 'Transcription'},
    'author': map{'en': 'Author', 'de': 'Verfasser', 'fr': 'Auteur'},
    'editor': map{'en': 'Editor', 'de': 'Herausgeber', 'fr': 'Éditeur'},
    'responsibility': map{'en': 'Responsibility', 'de': 'Verantwortlich', 'fr': 'Responsabilité'},
    'publisher': map{'en': 'Published by', 'de': 'Veröffentlicht von', 'fr': 'Publié par'},
    'licence': map{'en': 'Licence', 'de': 'Lizenz', 'fr': 'Licence'},
    'identifier': map{'en': 'Identifier', 'de': 'Kennung', 'fr': 'Identifiant'},
    'principles': map{'en': 'Editorial principles', 'de': 'Editionsgrundsätze', 'fr': 'Principes d’édition'},
    'correspondence': map{'en': 'Correspondence', 'de': 'Korrespondenz', 'fr': 'Correspondance'},
    'letter-sent': map{'en': 'Sent', 'de': 'Abgesandt', 'fr': 'Envoi'},
    'letter-received': map{'en': 'Received', 'de': 'Empfangen', 'fr': 'Réception'},
    'edition': map{'en': 'Edition', 'de': 'Ausgabe', 'fr': 'Édition'},
    'transcription': map{'en': 'transcription', 'de': 'Transkription', 'fr': 'transcription'},
    'corrected': map{'en': 'corrected', 'de': 'berichtigt', 'fr': 'corrigé'},
    'missing': map{'en': 'not in the transcription', 'de': 'fehlt in der Transkription', 'fr': 'absent de la transcription'},
    'omitted': map{'en': 'om.', 'de': 'om.', 'fr': 'om.'},
    'deleted': map{'en': 'deleted', 'de': 'gestrichen', 'fr': 'biffé'},
    'surplus': map{'en': 'superfluous', 'de': 'überzählig', 'fr': 'superflu'},
    'forme': map{'en': 'head or foot of the page', 'de': 'Kopf oder Fuß der Seite', 'fr': 'en-tête ou pied de page'},
    'hand': map{'en': 'change of hand', 'de': 'Schreiberwechsel', 'fr': 'changement de main'},
    'gap': map{'en': 'gap', 'de': 'Lücke', 'fr': 'lacune'},
    'space': map{'en': 'blank', 'de': 'frei', 'fr': 'blanc'},
    'figure': map{'en': 'picture', 'de': 'Abbildung', 'fr': 'image'},
    'facsimile': map{'en': 'Facsimile', 'de': 'Faksimile', 'fr': 'Fac-similé'},
    'facsimiles': map{'en': 'Facsimiles', 'de': 'Faksimiles', 'fr': 'Fac-similés'},
    'table': map{'en': 'table', 'de': 'Tabelle', 'fr': 'tableau'},
    'column': map{'en': 'col.', 'de': 'Sp.', 'fr': 'col.'},
    'column-label': map{'en': 'Column', 'de': 'Spalte', 'fr': 'Colonne'},
    'circa': map{'en': 'c.', 'de': 'ca.', 'fr': 'env.'},
    'vacat': map{'en': 'vac.', 'de': 'vac.', 'fr': 'vac.'},
    'lines': map{'en': 'lines', 'de': 'Zeilen', 'fr': 'lignes'},
    'from': map{'en': 'from', 'de': 'von', 'fr': 'de'},
    'to': map{'en': 'to', 'de': 'an', 'fr': 'à'},
    'untitled': map{'en': 'Untitled', 'de': 'Ohne Titel', 'fr': 'Sans titre'}
  }"/>
</xsl:stylesheet>
