"""ELTeC level 1: what the European Literary Text Collection asks of a novel."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.findings import Finding, Severity, code
from toolkit.namespaces import ELTEC, XML_ID, XML_LANG
from toolkit.validation.profiles.profile import (
    Profile,
    Text,
    forbids,
    ids_of,
    missing_parts,
    name_of,
    needs,
    only,
    quoted,
    words_of,
)

TITLE = code(
    "PRF101",
    Severity.WARNING,
    """The title does not identify the file as an ELTeC edition.

    The title is the title of the source, a colon, and "ELTeC edition" or its equivalent in the
    language of the text. Encoding Guidelines for the ELTeC, the header.
    """,
)
HEADER = code(
    "PRF102",
    Severity.ERROR,
    """A part of the header that every novel needs is missing.

    ELTeC prescribes the whole header: title, author, responsibility, extent, publication, source,
    level, language, description, revisions. Schema eltec-1, ``teiHeader``.
    """,
)
AUTHOR = code(
    "PRF103",
    Severity.WARNING,
    """The author is not given as surname, forenames and years.

    The form is ``Aguilar, Grace (1816-1847)``, so that authors can be sorted and compared;
    question marks replace unknown years. Encoding Guidelines for the ELTeC, the header.
    """,
)
AUTHOR_REF = code(
    "PRF104",
    Severity.WARNING,
    """The author has no reference to VIAF or Wikidata in ``author/@ref``.

    Encoding Guidelines for the ELTeC, the header.
    """,
)
WORDS = code(
    "PRF105",
    Severity.ERROR,
    """The word count is not a number, or too small for the collection.

    ``extent/measure[@unit='words']`` is what the size of a novel is computed from, and a novel has
    at least ten thousand words. Schema eltec-1, ``extent``; sampling criteria.
    """,
)
LICENCE = code(
    "PRF106",
    Severity.WARNING,
    """The licence is not one that ELTeC publishes under.

    The collection is published under CC BY 4.0; texts in the public domain may be marked as such.
    Encoding Guidelines for the ELTeC, ``publicationStmt``.
    """,
)
SOURCE = code(
    "PRF107",
    Severity.ERROR,
    """A source is not classified as a first edition, a printed or a digital source.

    ``sourceDesc/bibl/@type`` is firstEdition, printSource, digitalSource or unspecified. Schema
    eltec-1, ``bibl``.
    """,
)
LEVEL = code(
    "PRF108",
    Severity.ERROR,
    """The header does not declare level 1 in ``encodingDesc/@n`` (eltec-1.rng).""",
)
DESCRIPTION = code(
    "PRF109",
    Severity.ERROR,
    """The description used for sampling is missing or has a value that ELTeC does not know.

    ``textDesc`` contains authorGender, size, reprintCount and timeSlot in the namespace of ELTeC,
    each with a ``key`` from a closed list. Schema eltec-1, ``textDesc``.
    """,
)
IDENTITY = code(
    "PRF110",
    Severity.ERROR,
    """The root has no identifier or no language.

    ``xml:id`` is three letters and a number (ENG18470), ``xml:lang`` the language of the novel.
    Schema eltec-1, ``TEI``.
    """,
)
SLOT = code(
    "PRF111",
    Severity.WARNING,
    """The time slot contradicts the year of the first edition, or the size class the word count.

    T1 is 1840 to 1859, T2 to 1879, T3 to 1899, T4 to 1920; a short novel has up to 50,000 words, a
    long one more than 100,000. ELTeC sampling criteria.
    """,
)
ELEMENTS = code(
    "PRF112",
    Severity.ERROR,
    """An element is not part of level 1.

    Level 1 is deliberately small: a correction is a bare ``corr``, names and lines are not marked.
    Schema eltec-1.
    """,
)
DATES = code(
    "PRF113",
    Severity.ERROR,
    """A date is marked outside the header (schema eltec-1, rule datePlacement).""",
)
NOTES = code(
    "PRF114",
    Severity.ERROR,
    """A note is placed within the text.

    Notes are collected in ``back/div[@type='notes']``, and ``ref/@target`` points to them from
    their place. Schema eltec-1, rule notePlacement.
    """,
)
NOTE_REFS = code(
    "PRF115",
    Severity.WARNING,
    """No reference in the text points to a note.

    Without a ``ref``, readers cannot tell which words it belongs to. Encoding Guidelines for the
    ELTeC, notes.
    """,
)
DIVISIONS = code(
    "PRF116",
    Severity.ERROR,
    """A division has a type that ELTeC does not know, or is in the wrong place.

    A body has chapters or letters, in groups if there are parts; a chapter is not divided further;
    the front has a title page and liminal divisions, the back liminal ones and notes. Schema
    eltec-1, rules chapterStructure, chaptersRequired, frontDivTypes, backDivTypes.
    """,
)

ELEMENT_NAMES: Final = frozenset(
    "TEI author authorGender availability back bibl body canonicity change corr date "
    "distributor div emph encodingDesc extent fileDesc foreign front gap head hi idno "
    "keywords l label langUsage language licence measure milestone name note p pb "
    "profileDesc pubPlace publicationStmt publisher quote ref reprintCount resp respStmt "
    "revisionDesc size sourceDesc teiHeader term text textClass textDesc timeSlot title "
    "titleStmt trailer".split()
)
"""The elements of eltec-1.rng (COST-ELTeC/Schemas)."""
_UNWRAP: Final = "take away the tags and keep the words"
_REMEDIES: Final = {
    "choice": "keep the corrected form alone: <corr>...</corr> without choice and sic",
    "sic": "keep the corrected form alone, as corr; level 1 has no sic",
    "lb": "take it away, and join words that were divided at the end of a line",
    "lg": "take it away; its lines (l) stand in the division by themselves",
    "sp": "a novel has no speeches; encode the words as p",
    "figure": "leave the figure out, or encode its caption as p",
    "standOff": "leave it out; level 1 does not identify names",
    "editor": "say it in respStmt: resp and name",
    "docAuthor": "put it into a p of front/div[@type='titlepage']",
    "titlePage": "encode it as front/div[@type='titlepage'] with p",
    "list": "encode each item as p",
    "q": "keep the quotation marks of the source, and take the tags away",
    "opener": "encode it as p",
    "closer": "encode it as trailer",
    **dict.fromkeys(
        ("persName", "placeName", "orgName", "rs", "geogName", "roleName", "surname", "forename"),
        _UNWRAP + "; names belong to level 2",
    ),
    **dict.fromkeys(("time", "seg", "w", "s", "pc", "anchor", "abbr", "salute", "signed"), _UNWRAP),
}
_KEYS: Final = {
    "authorGender": "M F U X",
    "size": "long medium short",
    "reprintCount": "high low unspecified",
    "timeSlot": "T1 T2 T3 T4",
}
_SLOTS: Final = {"T1": (1840, 1859), "T2": (1860, 1879), "T3": (1880, 1899), "T4": (1900, 1920)}
_SIZES: Final = {"short": (10_000, 50_000), "medium": (50_000, 100_000), "long": (100_000, None)}
_TYPES: Final = frozenset("titlepage notes liminal chapter letter group".split())
_FILE: Final = "tei:teiHeader/tei:fileDesc"
_WORDS: Final = f"{_FILE}/tei:extent/tei:measure[@unit='words']"
_YEAR: Final = re.compile(r"\b1[789]\d\d\b")


def title(text: Text) -> Iterator[Finding]:
    """The title ends with a name of the collection."""
    for element in text.all(f"{_FILE}/tei:titleStmt/tei:title[1]"):
        words = words_of(element)
        if "eltec" not in words.casefold():
            hint = f"write <title>{words or 'Title of the novel'} : ELTeC edition</title>"
            yield TITLE.at(text.at(element), f"the title is {quoted(words)}", hint=hint)


def author(text: Text) -> Iterator[Finding]:
    """The author has the form ``Surname, Forenames (birth-death)`` and a reference."""
    for element in text.all(f"{_FILE}/tei:titleStmt/tei:author"):
        words = words_of(element)
        if not re.fullmatch(r".+\([^()]*[-\u2013][^()]*\)\.?", words):
            hint = "write <author>Surname, Forenames (birth-death)</author>; ? for unknown years"
            yield AUTHOR.at(text.at(element), f"the author is {quoted(words)}", hint=hint)
        if not re.search(r"viaf|wikidata", element.get("ref", ""), re.IGNORECASE):
            hint = 'give the address in VIAF or Wikidata: ref="https://viaf.org/viaf/..."'
            yield AUTHOR_REF.at(text.at(element), "the author has no ref to VIAF", hint=hint)


def words(text: Text) -> Iterator[Finding]:
    """The number of words is a number, ten thousand at least."""
    for element in text.all(_WORDS):
        number = _number(text)
        if number is None:
            hint = "write the number of words in digits"
            yield WORDS.at(text.at(element), f"{quoted(words_of(element))} is no number", hint=hint)
        elif number < 10_000:
            hint = "ELTeC takes novels of 10,000 words and more; count the words of text/body"
            yield WORDS.at(text.at(element), f"the text has {number} words", hint=hint)


def licence(text: Text) -> Iterator[Finding]:
    """The licence is CC BY, or the public domain."""
    for element in text.all(f"{_FILE}/tei:publicationStmt/tei:availability/tei:licence"):
        target = element.get("target", "")
        if not re.search(r"creativecommons\.org/(licenses/by/|publicdomain/)", target):
            hint = 'write <licence target="https://creativecommons.org/licenses/by/4.0/"/>'
            yield LICENCE.at(text.at(element), f"the licence is {quoted(target)}", hint=hint)


def sources(text: Text) -> Iterator[Finding]:
    """Every source says what it is."""
    for element in text.all(f"{_FILE}/tei:sourceDesc/tei:bibl"):
        kind = element.get("type", "")
        if kind not in ("firstEdition", "printSource", "digitalSource", "unspecified"):
            hint = "set type to firstEdition, printSource, digitalSource or unspecified"
            yield SOURCE.at(text.at(element), f"a source of type {quoted(kind)}", hint=hint)


def level(text: Text) -> Iterator[Finding]:
    """``encodingDesc/@n`` is eltec-1."""
    for element in text.all("tei:teiHeader/tei:encodingDesc"):
        if (found := element.get("n", "")) != "eltec-1":
            hint = 'write <encodingDesc n="eltec-1"><p/></encodingDesc>'
            yield LEVEL.at(text.at(element), f"encodingDesc/@n is {quoted(found)}", hint=hint)


def description(text: Text) -> Iterator[Finding]:
    """The four statements of ``textDesc`` are there, with keys of their lists."""
    path = "tei:teiHeader/tei:profileDesc/tei:textDesc"
    for name, keys in _KEYS.items():
        element = text.first(f"{path}/eltec:{name}")
        hint = f'write <{name} xmlns="{ELTEC}" key="..."/>, the key one of {keys}'
        if element is None:
            yield DESCRIPTION.at(text.near(path), f"textDesc/{name} is missing", hint=hint)
        elif (key := element.get("key", "")) not in keys.split():
            yield DESCRIPTION.at(text.at(element), f"{name} has key {quoted(key)}", hint=hint)


def identity(text: Text) -> Iterator[Finding]:
    """The root has ``xml:id`` and ``xml:lang``."""
    if not text.root.get(XML_ID):
        hint = 'write xml:id="ENG18470": the language in three letters and the number of the novel'
        yield IDENTITY.at(text.at(text.root), "TEI has no xml:id", hint=hint)
    if not text.root.get(XML_LANG):
        hint = 'write the language of the novel: xml:lang="en"'
        yield IDENTITY.at(text.at(text.root), "TEI has no xml:lang", hint=hint)


def classes(text: Text) -> Iterator[Finding]:
    """Time slot and size class agree with the year and the number of words."""
    path = "tei:teiHeader/tei:profileDesc/tei:textDesc"
    slot = text.first(f"{path}/eltec:timeSlot")
    edition = text.first(f"{_FILE}/tei:sourceDesc//tei:bibl[@type='firstEdition']//tei:date")
    year = _YEAR.search(words_of(edition) or ("" if edition is None else edition.get("when", "")))
    if slot is not None and year and slot.get("key") in _SLOTS:
        first, last = _SLOTS[slot.get("key", "")]
        if not first <= int(year[0]) <= last:
            hint = f"{slot.get('key')} is for {first} to {last}: correct the key or the year"
            yield SLOT.at(text.at(slot), f"the first edition is of {year[0]}", hint=hint)
    size, number = text.first(f"{path}/eltec:size"), _number(text)
    if size is not None and number and size.get("key") in _SIZES:
        least, most = _SIZES[size.get("key", "")]
        if number < (least or 0) or (most is not None and number > most):
            hint = "short is up to 50,000 words, medium up to 100,000, long more than that"
            words = f"the size is {size.get('key')}, with {number} words"
            yield SLOT.at(text.at(size), words, hint=hint)


def note_refs(text: Text) -> Iterator[Finding]:
    """Every note is pointed to."""
    refs = text.all("tei:text//tei:ref[@target]")
    targets = {target for ref in refs for target in ref.get("target", "").split()}
    for note in text.all("tei:text/tei:back//tei:div[@type='notes']//tei:note"):
        if not ids_of([note]) or f"#{note.get(XML_ID)}" not in targets:
            hint = 'give the note an xml:id, and write <ref target="#id"/> at its place in the text'
            yield NOTE_REFS.at(text.at(note), "no ref points to this note", hint=hint)


def divisions(text: Text) -> Iterator[Finding]:
    """The types of divisions, and where each of them may stand."""
    strange: set[str] = set()
    for div in text.all("tei:text//tei:div[@type]"):
        kind = div.get("type", "")
        if kind not in _TYPES and kind not in strange:
            strange.add(kind)
            hint = f"use one of {', '.join(sorted(_TYPES))}; a part is a group of chapters"
            words = f"div of type {quoted(kind)}, the first time here"
            yield DIVISIONS.at(text.at(div), words, hint=hint)
        elif kind == "chapter" and text.first("tei:div", of=div) is not None:
            hint = "make it a group of chapters, or mark the sections by milestone"
            yield DIVISIONS.at(text.at(div), "a chapter is divided further", hint=hint)
    for body in text.all("tei:text/tei:body"):
        if text.first(".//tei:div[@type='chapter' or @type='letter']", of=body) is None:
            hint = "put the text into div elements of type chapter or letter"
            yield DIVISIONS.at(text.at(body), "the body has no chapter and no letter", hint=hint)
    for part, kinds in (("front", ("titlepage", "liminal")), ("back", ("notes", "liminal"))):
        for element in text.all(f"tei:text/tei:{part}"):
            if not any(div.get("type") in kinds for div in text.all("tei:div", of=element)):
                hint = f"put it into div elements of type {' or '.join(kinds)}"
                words = f"{name_of(element)} has no div of type {' or '.join(kinds)}"
                yield DIVISIONS.at(text.at(element), words, hint=hint)


def _number(text: Text) -> int | None:
    """The number of words that the header gives."""
    digits = re.sub(r"[\s.,]", "", words_of(text.first(_WORDS)))
    return int(digits) if re.fullmatch(r"[0-9]{1,9}", digits) else None


PROFILE: Final = Profile(
    "eltec-1",
    "ELTeC, level 1",
    "COST-ELTeC/Schemas: eltec-1.rng, Encoding Guidelines for the ELTeC",
    rules=(
        identity,
        missing_parts(
            HEADER,
            _FILE,
            {
                "tei:titleStmt/tei:title[normalize-space()]": "write the title of the novel.",
                "tei:titleStmt/tei:author": "write Surname, Forenames (birth-death).",
                "tei:titleStmt/tei:respStmt": "say who did what: resp and name.",
                "tei:extent/tei:measure[@unit='words']": "write the number of words.",
                "tei:publicationStmt/tei:publisher": "name the publisher.",
                "tei:publicationStmt/tei:distributor": "name who distributes the file.",
                "tei:publicationStmt/tei:date": "write the date of this release.",
                "tei:publicationStmt/tei:availability/tei:licence[@target]": (
                    "give the address of the licence, CC BY 4.0."
                ),
                "tei:sourceDesc/tei:bibl": "describe the source, with type.",
            },
        ),
        needs(HEADER, "tei:teiHeader/tei:encodingDesc", 'write n="eltec-1" on it'),
        needs(
            HEADER,
            "tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language[@ident]",
            'name the language: <language ident="en">English</language>',
        ),
        needs(HEADER, "tei:teiHeader/tei:revisionDesc/tei:change", "say what was done, and when"),
        title,
        author,
        words,
        licence,
        sources,
        level,
        description,
        classes,
        only(ELEMENTS, ELEMENT_NAMES, _REMEDIES, "ELTeC level 1"),
        forbids(
            DATES,
            "tei:text//tei:date",
            "a date is marked in the text ({n} in all)",
            "take away the tags and keep the words",
        ),
        forbids(
            NOTES,
            "tei:text//tei:note[not(parent::tei:div[@type='notes'])]",
            "a note stands in the text ({n} in all)",
            'move it to back/div[@type="notes"] and leave <ref target="#id"/> in its place',
        ),
        note_refs,
        divisions,
    ),
)
