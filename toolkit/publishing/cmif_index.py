"""Make a CMIF index of a letter edition from the headers of its letters."""

import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as day
from pathlib import PurePath
from typing import Final, cast
from urllib.parse import quote

from lxml import etree

from toolkit.findings import Finding, Place
from toolkit.namespaces import (
    CREATIVE_COMMONS,
    GEONAMES,
    GND,
    RELAXNG,
    TEI,
    TEI_ALL_RNG,
    VIAF,
    WIKIDATA,
    XML_ID,
    local_name,
    tei,
)
from toolkit.publishing.codes import (
    DATE_LEFT_OUT,
    LICENCE,
    MISSING,
    NO_LETTER,
    NOT_IDENTIFIED,
    UNKNOWN,
)
from toolkit.trees import place_of

LICENCES: Final[Mapping[str, tuple[str, str]]] = {
    "CC-BY-4.0": (f"{CREATIVE_COMMONS}licenses/by/4.0/", "CC BY 4.0"),
    "CC0-1.0": (f"{CREATIVE_COMMONS}publicdomain/zero/1.0/", "CC0 1.0"),
}
"""The licences that an index may have, by their SPDX names."""

_AUTHORITIES: Final = (("gnd", GND), ("viaf", VIAF), ("wikidata", WIKIDATA), ("geonames", GEONAMES))
_PERSONS: Final = ("gnd", "viaf", "wikidata")
_PLACES: Final = ("geonames",)
_DATING_BUT_WHEN: Final = ("from", "to", "notBefore", "notAfter")
_DATING: Final = ("when", *_DATING_BUT_WHEN)
_NUMBER: Final = re.compile(r"[0-9A-Za-z-]+")
_DATE: Final = re.compile(r"(-?[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?)(?:T.*)?")
_EXCLUDED: Final = {"when": _DATING_BUT_WHEN, "from": ("notBefore",), "to": ("notAfter",)}
"""Which attributes TEI forbids beside another (att.datable.w3c)."""
_CERTAINTY: Final = re.compile(r"[A-Za-z]+")
_KEPT: Final = ("cert", "evidence")
_UNKNOWN: Final = "Unknown"
_DEFAULT: Final = cast("dict[str, str]", {None: TEI})  # the stubs have no default namespace


@dataclass(frozen=True, slots=True)
class Index:
    """The metadata of an index and of the edition that contains the letters.

    ``url`` is where the index will be, ``date`` the day of its last change (ISO 8601),
    ``edition`` a full reference, ``kind`` online, print or hybrid. ``letters_at`` is the address
    that the name of a file, without its suffix, is put into in place of ``{id}``.
    """

    title: str = ""
    editor: str = ""
    email: str = ""
    publisher: str = ""
    publisher_url: str = ""
    url: str = ""
    date: str = ""
    licence: str = "CC-BY-4.0"
    edition: str = ""
    kind: str = "online"
    letters_at: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One file of the edition: the name that findings give it, and its tree."""

    file: str
    tree: etree._ElementTree


def cmif(letters: Sequence[Letter], index: Index) -> tuple[bytes, tuple[Finding, ...]]:
    """The CMIF file of these letters, and what is missing in it.

    Letters keep the order given. What the index does not say of itself is a finding; where TEI
    wants words all the same, the word is "missing". The same input gives the same bytes.
    """
    findings = list(_missing(index))
    if not letters:
        findings.append(NO_LETTER.at(Place(), "no files, so the index is empty"))
    root = etree.Element(tei("TEI"), nsmap=_DEFAULT)
    header = _put(root, "teiHeader")
    identifier = uuid_of(index.edition or index.url or index.title)
    _file_desc(_put(header, "fileDesc"), index, identifier)
    profile = etree.Element(tei("profileDesc"))
    for letter in letters:
        findings += _letter(profile, letter, index, identifier)
    if len(profile):
        header.append(profile)
    _put(_put(_put(root, "text"), "body"), "p")
    etree.indent(root, "  ")
    return _bytes(root), tuple(findings)


def uuid_of(name: str) -> str:
    """The UUID of an edition: always the same for the same name (RFC 9562, version 5).

    It begins with a letter, since an ``xml:id`` cannot begin with a figure; of the UUIDs of the
    name with a number added, the first that does is taken.
    """
    found = (str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name}#{n}")) for n in range(10_000))
    return next(one for one in found if one[0].isalpha())


def _missing(index: Index) -> Iterator[Finding]:
    needed = {
        "title": (index.title, "--title gives it"),
        "editor": (index.editor, "--editor says who answers for the index"),
        "e-mail address of the editor": (index.email, "--email gives it"),
        "publisher": (index.publisher, "--publisher gives it"),
        "address of the publisher": (index.publisher_url, "--publisher-url gives it"),
        "address of the index": (index.url, "--url says where the index will be"),
        "date of the index": (index.date, "--date gives the day of the last change"),
        "reference to the edition": (index.edition, "--edition gives it in full"),
    }
    for what, (value, hint) in needed.items():
        if not value:
            yield MISSING.at(Place(), f"the {what} is missing", hint=hint)
    if index.date and not _day(index.date):
        words = f'"{index.date}" is no day, month or year'
        yield MISSING.at(Place(), words, hint="--date gives the day of the last change: YYYY-MM-DD")
    if index.licence not in LICENCES:
        hint = f"--licence {' or '.join(LICENCES)}"
        words = f'the licence "{index.licence}" is not for an index'
        yield LICENCE.at(Place(), words, hint=hint)
    if index.email and not re.fullmatch(r"[^@\s]+@[^@\s]+", index.email):
        words = f'"{index.email}" is no e-mail address'
        yield MISSING.at(Place(), words, hint="--email gives it")


def _file_desc(desc: etree._Element, index: Index, identifier: str) -> None:
    titles = _put(desc, "titleStmt")
    _put(titles, "title", index.title or "missing")
    editor = _put(titles, "editor", index.editor + (" " if index.email else ""))
    if index.email:
        _put(editor, "email", index.email)
    published = _put(desc, "publicationStmt")
    publisher = _put(published, "publisher")
    if index.publisher_url:
        _put(publisher, "ref", index.publisher, target=index.publisher_url)
    else:
        publisher.text = index.publisher or None
    if index.url:
        _put(published, "idno", index.url, type="url")
    if _day(index.date):
        _put(published, "date", when=_day(index.date))
    availability = _put(published, "availability")
    target, words = LICENCES.get(index.licence, ("", index.licence))
    _put(availability, "licence", words, **({"target": target} if target else {}))
    source = _put(desc, "sourceDesc")
    _put(source, "bibl", index.edition or "missing", type=index.kind).set(XML_ID, identifier)


def _letter(
    profile: etree._Element, letter: Letter, index: Index, identifier: str
) -> Iterator[Finding]:
    """Put the letters of a file into the profile."""
    whole = letter.tree.getroot()
    entries = _Entries(whole, letter.file)
    for root in list(whole.iter(tei("TEI"))) or [whole]:
        yield from _text(profile, root, entries, index, identifier)


def _text(
    profile: etree._Element, root: etree._Element, entries: "_Entries", index: Index, edition: str
) -> Iterator[Finding]:
    """Put the letters of one text into the profile."""
    found = list(root.iterfind(f"{tei('teiHeader')}/{tei('profileDesc')}/{tei('correspDesc')}"))
    if not found:
        hint = "write profileDesc/correspDesc with sender and addressee"
        yield NO_LETTER.at(place_of(root, entries.file), "no correspDesc; left out", hint=hint)
    stem = PurePath(entries.file).stem
    for source in found:
        entry = _put(profile, "correspDesc", key=source.get("key") or root.get(XML_ID) or stem)
        if address := source.get("ref") or _address(root, index, stem):
            entry.set("ref", address)
        entry.set("source", f"#{edition}")
        for kind in ("sent", "received"):
            yield from _action(entry, source, kind, entries)


def _address(root: etree._Element, index: Index, stem: str) -> str:
    """Where the letter is: at the pattern given, else where its header says."""
    if index.letters_at:
        return index.letters_at.replace("{id}", quote(stem))
    published = f"{tei('teiHeader')}/{tei('fileDesc')}/{tei('publicationStmt')}/{tei('idno')}"
    numbers = (_words(idno) for idno in root.iterfind(published))
    return next((n for n in numbers if re.fullmatch(r"https?://\S+", n)), "")


class _Entries:
    """The authority lists in a letter, and where findings about it are."""

    def __init__(self, root: etree._Element, file: str) -> None:
        self.file = file
        listed = ("person", "org", "place", "personGrp")
        self._by_id = {e.get(XML_ID, ""): e for name in listed for e in root.iter(tei(name))}

    def address(self, ref: str, kinds: Sequence[str]) -> str:
        """The address of an authority record: what ``ref`` says, or the entry it points to."""
        for one in ref.split():
            if re.match(r"https?://", one):
                return one
            prefix, _, number = one.partition(":")
            if prefix in kinds and _NUMBER.fullmatch(number):
                return dict(_AUTHORITIES)[prefix] + number
            entry = self._by_id.get(one.removeprefix("#"))
            if entry is not None and (found := _recorded(entry, kinds)):
                return found
        return ""


def _recorded(entry: etree._Element, kinds: Sequence[str]) -> str:
    """The address in the ``idno`` elements of an entry, in the order of ``kinds``."""
    numbers: dict[str, str] = {
        idno.get("type", "").casefold(): _words(idno) for idno in entry.iterchildren(tei("idno"))
    }
    for kind in kinds:
        number = numbers.get(kind, "")
        if re.match(r"https?://", number):
            return number
        if _NUMBER.fullmatch(number):
            return dict(_AUTHORITIES)[kind] + number
    return ""


def _action(
    entry: etree._Element, source: etree._Element, kind: str, entries: _Entries
) -> Iterator[Finding]:
    """Add one side of a letter to the index: persons, the first place, the first date."""
    action = _put(entry, "correspAction", type=kind)
    actions = [a for a in source.iterchildren(tei("correspAction")) if a.get("type") == kind]
    parts = [part for one in actions for part in one.iterdescendants()]
    yield from _persons(action, parts, actions[0] if actions else source, entries)
    for place_name in _named(parts, "placeName", "settlement")[:1]:
        yield from _name(action, place_name, entries, _PLACES)
    for date in _named(parts, "date")[:1]:
        yield from _date(action, date, entries.file)


def _persons(
    action: etree._Element,
    parts: Sequence[etree._Element],
    source: etree._Element,
    entries: _Entries,
) -> Iterator[Finding]:
    """Add the persons and organisations among the parts of a letter's side, or "Unknown"."""
    names = [name for name in _named(parts, "persName", "orgName", "name") if not _inside(name)]
    for name in names:
        yield from _name(action, name, entries, _PERSONS)
    if not names:
        _put(action, "persName", _UNKNOWN)
        words = _words(source) if _is(source, "correspAction") else ""
        kind = action.get("type")
        problem = f'no person in "{words[:60]}"' if words else f"no correspAction of type {kind}"
        hint = "name the person or the organisation: persName or orgName"
        place = place_of(source, entries.file)
        yield UNKNOWN.at(place, f"{problem}; listed as {_UNKNOWN}", hint=hint)


def _named(parts: Sequence[etree._Element], *names: str) -> list[etree._Element]:
    return [part for part in parts if _is(part, *names)]


def _name(
    action: etree._Element, name: etree._Element, entries: _Entries, kinds: Sequence[str]
) -> Iterator[Finding]:
    kind = "placeName" if kinds is _PLACES else local_name(name.tag).replace("name", "persName")
    words = _words(name)
    made = _put(action, kind, words or _UNKNOWN)
    address = entries.address(name.get("ref", ""), kinds)
    if address:
        made.set("ref", address)
    elif words and words != _UNKNOWN:
        hint = f"give its entry an idno of type {' or '.join(kinds)}, and point to it by ref"
        said = f'{kind} "{words}" is in no authority file'
        yield NOT_IDENTIFIED.at(place_of(name, entries.file), said, hint=hint)
    _keep(name, made)


def _date(action: etree._Element, date: etree._Element, file: str) -> Iterator[Finding]:
    """Add a date to the index, reduced to days, months or years."""
    given = {name: date.get(name) or date.get(f"{name}-iso") or "" for name in _DATING}
    kept = _compatible_days(given)
    if kept:
        _keep(date, _put(action, "date", **kept))
    lost = [f'{name}="{value}"' for name, value in given.items() if value and name not in kept]
    if lost or not kept:
        said = ", ".join(lost) or f'"{_words(date)}"'
        hint = "write when, from, to, notBefore or notAfter as YYYY, YYYY-MM or YYYY-MM-DD"
        yield DATE_LEFT_OUT.at(place_of(date, file), f"{said} was left out", hint=hint)


def _compatible_days(given: Mapping[str, str]) -> dict[str, str]:
    """Return the dates that an index can hold, without attributes that exclude each other."""
    kept = {name: kept_day for name, value in given.items() if (kept_day := _day(value))}
    for name, others in _EXCLUDED.items():
        if name in kept:
            kept = {other: value for other, value in kept.items() if other not in others}
    return kept


def _day(value: str) -> str:
    """Return the day, month or year at the start of a date; empty without one."""
    match = _DATE.fullmatch(value)
    if match is None:
        return ""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", match[1]):
        try:
            day.fromisoformat(match[1])
        except ValueError:  # 30 February, or the year 0
            return ""
    return match[1]


def _keep(source: etree._Element, made: etree._Element) -> None:
    """Certainty and evidence are part of the index too."""
    for attribute in _KEPT:
        if _CERTAINTY.fullmatch(value := source.get(attribute, "")):
            made.set(attribute, value)


def _is(element: etree._Element, *names: str) -> bool:
    return isinstance(element.tag, str) and element.tag in map(tei, names)


def _inside(element: etree._Element) -> bool:
    """Whether a name is inside another, as an office in the name of a person."""
    return next(element.iterancestors(*map(tei, ("persName", "orgName", "name"))), None) is not None


def _words(element: etree._Element) -> str:
    return " ".join(str(element.xpath("string()")).split())


def _put(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, tei(name), attributes)
    child.text = text or None
    return child


def _bytes(root: etree._Element) -> bytes:
    model = f'<?xml-model href="{TEI_ALL_RNG}" type="application/xml" schematypens="{RELAXNG}"?>\n'
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n{model}'
    return head.encode() + etree.tostring(root, encoding="utf-8") + b"\n"
