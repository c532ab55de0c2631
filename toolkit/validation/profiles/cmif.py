"""CMIF: what correspSearch asks of the index of a letter edition."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.findings import Finding, Severity, code
from toolkit.validation.profiles.profile import (
    Profile,
    Text,
    ids_of,
    missing_parts,
    name_of,
    quoted,
    shown,
    words_of,
)

HEADER = code(
    "PRF401",
    Severity.ERROR,
    """The index lacks its editor, its address or its licence.

    An index names its editor with an e-mail address, its publisher with a link, its own address,
    its date and its licence. CMIF documentation, ``fileDesc``.
    """,
)
LICENCE = code(
    "PRF402",
    Severity.ERROR,
    """The licence does not allow others to use the index.

    correspSearch requires CC BY 4.0 or CC0. CMIF documentation, licence.
    """,
)
EDITION = code(
    "PRF403",
    Severity.ERROR,
    """The edition that contains the letters is not described.

    ``sourceDesc/bibl`` has a type (online, print, hybrid), an ``xml:id`` and a full reference.
    CMIF documentation, ``sourceDesc``.
    """,
)
UUID = code(
    "PRF404",
    Severity.WARNING,
    """The identifier of the edition is not a UUID, so another edition may use it too.

    CMIF schematron, rule W0001.
    """,
)
LETTERS = code(
    "PRF405",
    Severity.ERROR,
    """The index lists no letter.

    There is one ``correspDesc`` in ``profileDesc`` for each letter. CMIF documentation.
    """,
)
LETTER = code(
    "PRF406",
    Severity.ERROR,
    """A letter cannot be located: it has neither address nor number, or belongs to no edition.

    ``correspDesc`` has ``ref`` (the address of the letter) or ``key`` (its number), and ``source``
    points to the ``bibl`` of the edition. CMIF schematron, rule E0003; documentation.
    """,
)
ACTIONS = code(
    "PRF407",
    Severity.ERROR,
    """A letter has no sender or no addressee.

    There are two ``correspAction`` elements, of type sent and received; an unknown person is
    ``<persName>Unknown</persName>``. CMIF schematron, rules E0001 and E0002.
    """,
)
NAMES = code(
    "PRF408",
    Severity.WARNING,
    """A person or place has no authority record, so no search will find the letter.

    Persons and organisations have a ``ref`` to GND, VIAF, LC, BnF or NDL, places to GeoNames. Only
    identified persons and places can be searched. CMIF documentation.
    """,
)
DATES = code(
    "PRF409",
    Severity.ERROR,
    """A date cannot be read.

    A ``date`` has when, or from and to, or notBefore and notAfter, as YYYY, YYYY-MM or YYYY-MM-DD;
    a letter has one date of sending. CMIF schematron, rule E0004; documentation.
    """,
)

_FILE: Final = "tei:teiHeader/tei:fileDesc"
_AUTHORITY: Final = re.compile(
    r"https?://(d-nb\.info/gnd/|(www\.)?viaf\.org/|id\.loc\.gov/|(catalogue|data)\.bnf\.fr/|"
    r"id\.ndl\.go\.jp/|(www\.)?wikidata\.org/)\S+"
)
_GEONAMES: Final = re.compile(r"https?://(www\.|sws\.)?geonames\.org/\d+\S*")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY: Final = re.compile(r"-?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_DATING: Final = ("when", "from", "to", "notBefore", "notAfter")
_FREE: Final = re.compile(r"creativecommons\.org/(licenses/by/4\.0|publicdomain/zero/1\.0)")


def licence(text: Text) -> Iterator[Finding]:
    """The licence is CC BY 4.0 or CC0."""
    path = f"{_FILE}/tei:publicationStmt/tei:availability/tei:licence"
    found = text.first(path)
    target = "" if found is None else found.get("target", "")
    if not _FREE.search(target):
        hint = 'write <licence target="https://creativecommons.org/licenses/by/4.0/">'
        words = f"the licence is {quoted(target)}" if target else f"{shown(path)} has no target"
        yield LICENCE.at(text.near(path), words, hint=hint)


def edition(text: Text) -> Iterator[Finding]:
    """Every edition has a type, an identifier that is a UUID, and a reference."""
    path = f"{_FILE}/tei:sourceDesc"
    editions = text.all(f"{path}/tei:bibl")
    if not editions:
        hint = 'write <bibl type="online" xml:id="..."> with a full reference to the edition'
        yield EDITION.at(text.near(f"{path}/tei:bibl"), "sourceDesc/bibl is missing", hint=hint)
    for bibl in editions:
        if bibl.get("type") not in ("online", "print", "hybrid"):
            hint = "set type to online, print or hybrid"
            words = f"an edition of type {quoted(bibl.get('type', ''))}"
            yield EDITION.at(text.at(bibl), words, hint=hint)
        if not words_of(bibl):
            hint = "give a full reference: editors, title, address"
            yield EDITION.at(text.at(bibl), "the edition has no reference", hint=hint)
        identifier = next(iter(ids_of([bibl])), "")
        if not _UUID.search(identifier):
            hint = "give it an xml:id that is a UUID (one that begins with a letter)"
            severity = Severity.WARNING if identifier else Severity.ERROR
            words = f"the edition has xml:id {quoted(identifier)}"
            yield UUID.at(text.at(bibl), words, hint=hint, severity=severity)


def letters(text: Text) -> Iterator[Finding]:
    """There are letters; each has an address or a number, and an edition that it is in."""
    path = "tei:teiHeader/tei:profileDesc/tei:correspDesc"
    found = text.all(path)
    editions = ids_of(text.all(f"{_FILE}/tei:sourceDesc//tei:bibl"))
    if not found:
        hint = "write a correspDesc for each letter; tei corpus export --profile cmif makes them"
        yield LETTERS.at(text.near(path), "no correspDesc", hint=hint)
    for letter in found:
        if not (letter.get("ref") or letter.get("key")):
            hint = "give the address of the letter in ref, or its number in key"
            yield LETTER.at(text.at(letter), "a letter without ref and key", hint=hint)
        source = letter.get("source", "")
        if source.removeprefix("#") not in editions or not source.startswith("#"):
            hint = 'point with source to the xml:id of the edition\'s bibl: source="#..."'
            words = f"no edition {quoted(source)}" if source else "a letter without source"
            yield LETTER.at(text.at(letter), words, hint=hint)


def actions(text: Text) -> Iterator[Finding]:
    """Every letter has a sender and an addressee."""
    for letter in text.all("tei:teiHeader/tei:profileDesc/tei:correspDesc"):
        for kind in ("sent", "received"):
            action = text.first(f"tei:correspAction[@type='{kind}']", of=letter)
            hint = (
                f'write <correspAction type="{kind}"><persName>Unknown</persName></correspAction>'
            )
            if action is None:
                yield ACTIONS.at(text.at(letter), f"no correspAction of type {kind}", hint=hint)
            elif text.first("tei:persName|tei:orgName", of=action) is None:
                words = f"nobody is named in the correspAction of type {kind}"
                yield ACTIONS.at(text.at(action), words, hint=hint)


def names(text: Text) -> Iterator[Finding]:
    """Persons, organisations and places are identified."""
    actions = text.all("tei:teiHeader/tei:profileDesc/tei:correspDesc/tei:correspAction")
    for element in (child for action in actions for child in action):
        kind = name_of(element) if isinstance(element.tag, str) else ""
        if kind not in ("persName", "orgName", "placeName"):
            continue
        words, ref = words_of(element), element.get("ref", "")
        if words == "Unknown" and not ref:
            continue
        place = kind == "placeName"
        if not any((_GEONAMES if place else _AUTHORITY).fullmatch(one) for one in ref.split()):
            where = "GeoNames" if place else "GND, VIAF, LC, BnF or NDL"
            hint = f"give the address in {where} as ref"
            said = f"ref {quoted(ref)}" if ref else "no ref"
            yield NAMES.at(text.at(element), f"{kind} {quoted(words)} has {said}", hint=hint)


def dates(text: Text) -> Iterator[Finding]:
    """Dates are in the attributes, in one of three forms, one for each action."""
    for action in text.all("tei:teiHeader/tei:profileDesc/tei:correspDesc/tei:correspAction"):
        found = text.all("tei:date", of=action)
        for date in found[1:]:
            hint = "keep one date; a letter written on several days has from and to"
            yield DATES.at(text.at(date), "a second date of the same action", hint=hint)
        for date in found:
            values = {name: date.get(name, "") for name in _DATING if date.get(name)}
            wrong = [f"{n}={quoted(v)}" for n, v in values.items() if not _DAY.fullmatch(v)]
            hint = 'write when="YYYY-MM-DD" (or YYYY-MM, YYYY), or leave an unknown date out'
            if wrong or not values:
                words = f"a date with {', '.join(wrong)}" if wrong else "a date without attributes"
                yield DATES.at(text.at(date), words, hint=hint)


PROFILE: Final = Profile(
    "cmif",
    "CMIF, for correspSearch",
    "TEI-Correspondence-SIG/CMIF: odd/cmif.sch, documentation",
    rules=(
        missing_parts(
            HEADER,
            _FILE,
            {
                "tei:titleStmt/tei:title[normalize-space()]": "write the title of the index",
                "tei:titleStmt/tei:editor/tei:email": (
                    "name who answers for the index: <editor>Name <email>...</email></editor>"
                ),
                "tei:publicationStmt/tei:publisher/tei:ref[@target]": (
                    'write <publisher><ref target="https://...">Name</ref></publisher>'
                ),
                "tei:publicationStmt/tei:idno[@type='url'][normalize-space()]": (
                    "give the address where the index will be"
                ),
                "tei:publicationStmt/tei:date[@when]": "give the day of the last change",
            },
        ),
        licence,
        edition,
        letters,
        actions,
        names,
        dates,
    ),
)
