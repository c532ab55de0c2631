"""Labels: what the lines of a metadata block are called, in English, German and French."""

import re
from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, str]] = {
    "title": "title, work title, titel, werktitel, titre",
    "subtitle": "subtitle, sub-title, untertitel, sous-titre",
    "author": "author, authors, written by, by, verfasser, verfasserin, autor, autorin, von, "
    "auteur, autrice, auteurs, par",
    "sender": "sender, from, absender, absenderin, expéditeur, expéditrice, de",
    "recipient": "recipient, recipients, addressee, to, empfänger, empfängerin, adressat, an, "
    "destinataire, destinataires, à",
    "date": "date, sent, written, dated, date sent, date written, spoken, delivered, datum, "
    "gesendet, geschrieben, verfasst, abgesandt, envoyé, écrit, rédigé, date d'envoi",
    "place": "place, place of writing, written at, written in, sent from, ort, schreibort, "
    "abgangsort, lieu, lieu d'écriture, écrit à",
    "published": "first published, first publication, first printed, published, original "
    "publication, erstveröffentlichung, erstdruck, zuerst "
    "erschienen, zuerst veröffentlicht, erschienen, erstausgabe, première publication, première "
    "édition, publié, paru, première parution",
    "source": "source, printed source, text source, copy text, quelle, vorlage, textgrundlage, "
    "druckvorlage, original source, texte source, d'après",
    "publisher": "publisher, published by, verlag, herausgegeben vom verlag, éditeur commercial, "
    "maison d'édition",
    "translator": "translated, translated by, translation, translator, translators, übersetzung, "
    "übersetzt, übersetzt von, übersetzer, übersetzerin, traduction, traduit, traduit par, "
    "traducteur, traductrice",
    "editor": "edited, edited by, editor, editors, herausgeber, herausgeberin, herausgegeben von, "
    "hrsg, hg, redaktion, éditeur, éditrice, édité par, édition établie par",
    "transcriber": "transcribed, transcribed by, transcription, transcriber, transcription & html "
    "markup, transcription and html markup, transcription/html markup, transcription & markup, "
    "transcription/markup, typed by, keyed by, produced by, transkription, transkribiert von, "
    "abschrift, erfassung, transcrit par, saisie, relu par",
    "encoder": "html markup, markup, html, encoded by, encoding, mark-up, xml, auszeichnung, "
    "kodierung, html-auszeichnung, encodage, balisage, html-balisage",
    "proofreader": "proofread, proofread by, proofreader, proofed, proofed and corrected by, "
    "proofreading, korrektur, korrekturgelesen von, relecture",
    "online": "online version, online, release date, posting date, "
    "web version, onlineversion, online-version, "
    "online-fassung, version en ligne, en ligne",
    "language": "language, sprache, langue",
    "licence": "copyright, copyleft, public domain, licence, license, rights, lizenz, rechte, "
    "droits, licence d'utilisation",
    "repository": "archive, repository, archiv, bibliothek, archives, bibliothèque, fonds",
    "shelfmark": "shelfmark, call number, signature, signatur, archivsignatur, cote",
    "subject": "subject, re, betreff, betrifft, betr, objet",
    "note": "note, notes, comment, remark, anmerkung, bemerkung, hinweis, remarque",
    "identifier": "ebook, ebook #, etext, isbn, id, identifier, kennung, identifiant",
}

WEAK: Final = frozenset({"from", "to", "by", "an", "von", "de", "à", "par", "date", "datum", "re",
                         "subject", "betreff", "betrifft", "betr", "objet", "note", "notes",
                         "signature", "place", "ort", "lieu", "delivered", "spoken", "written",
                         "anmerkung", "remarque", "hinweis", "bemerkung", "comment", "remark",
                         "id", "html", "xml", "published", "erschienen"})  # fmt: skip
"""Labels that a letter or a memorandum may have in its own text: alone they make no block."""

_KEYS: Final = {label: key for key, labels in LABELS.items() for label in labels.split(", ")}


def key_of(label: str) -> str:
    """The key of a label in any of the languages, whatever its case; empty if it is unknown."""
    return _KEYS.get(normalised(label), "")


def is_strong(label: str) -> bool:
    """Whether a label stands in metadata blocks only."""
    name = normalised(label)
    return name in _KEYS and name not in WEAK


def normalised(label: str) -> str:
    """A label in lower case with single spaces, straight apostrophes and no full stop."""
    words = re.sub(r"\s+", " ", label.replace("\u2019", "'")).strip(" .*_#").lower()
    return re.sub(r"\s*/\s*", "/", words)
