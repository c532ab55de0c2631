"""DTABf: what the base format of the Deutsches Textarchiv asks of a text."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.findings import Finding, Severity, code
from toolkit.namespaces import XML_ID
from toolkit.validation.profiles.profile import (
    Profile,
    Text,
    forbids,
    missing_parts,
    name_of,
    only,
    quoted,
)

HEADER = code(
    "PRF201",
    Severity.ERROR,
    """A part of the header that DTABf requires is missing.

    Titles, names, edition, extent, publication, source, languages and classes have fixed places,
    so that the metadata can be harvested. DTABf documentation, metadata.
    """,
)
PERSONS = code(
    "PRF202",
    Severity.WARNING,
    """A person in the header has no surname and forename, or no GND identifier.

    ``author`` and ``editor`` contain ``persName`` with ``surname`` and ``forename``, and ``ref``
    to the GND; an ``editor`` may point with ``corresp`` instead. DTABf documentation, metadata.
    """,
)
RESP = code(
    "PRF203",
    Severity.ERROR,
    """A responsibility is described in bare words.

    ``resp`` contains elements (``note`` with ``type``, ``ref``, ``date``) and no text of its own.
    DTABf schematron, rules E0010 and E0011.
    """,
)
LANGUAGE = code(
    "PRF204",
    Severity.ERROR,
    """A language code does not have three letters.

    ``language/@ident`` is a code of ISO 639-3: deu, lat, eng. DTABf documentation, metadata.
    """,
)
PAGES = code(
    "PRF205",
    Severity.ERROR,
    """The pages are not numbered by their images.

    ``pb/@facs`` is #f0001 for the first page and counts up by one. DTABf schematron, rules E0008,
    E0014 and E0015.
    """,
)
PAIRS = code(
    "PRF206",
    Severity.ERROR,
    """A correction, expansion or regularisation lacks its counterpart.

    ``choice`` contains exactly one pair: sic and corr, abbr and expan, orig and reg. DTABf
    schematron, rules E0005 to E0007, E0009, E0012 and E0013.
    """,
)
NOTES = code(
    "PRF207",
    Severity.ERROR,
    """A note has neither a place nor a type.

    ``note`` has ``place`` (foot, end, left, right) or ``type`` (editorial). DTABf schematron, rule
    E0035.
    """,
)
RENDITION = code(
    "PRF208",
    Severity.WARNING,
    """The rendition of a passage is specified twice.

    ``rendition`` and ``rend`` exclude each other, except on ``hi``; ``rendition`` is preferred.
    DTABf schematron, rule W0001.
    """,
)
EMPTY = code(
    "PRF209",
    Severity.WARNING,
    """An attribute is empty.

    DTABf schematron, rule W0005.
    """,
)
HEADER_ONLY = code(
    "PRF210",
    Severity.ERROR,
    """A header element occurs in the text.

    DTABf schematron, rule E0001.
    """,
)
ELEMENTS = code(
    "PRF211",
    Severity.ERROR,
    """An element is not part of DTABf.

    The format is a selection from TEI P5, so that all texts are encoded alike. DTABf ODD.
    """,
)
LETTERS = code(
    "PRF212",
    Severity.ERROR,
    """A salutation or signature is outside the opener or closer.

    DTABf schematron, rules E0029 and E0030.
    """,
)
POINTERS = code(
    "PRF213",
    Severity.ERROR,
    """A pointer is neither an address nor a place in the document, or has no target.

    Values begin with ``#``, ``http://`` or ``https://``; a value with ``#`` is the ``xml:id`` of
    an element, or the image of a page. DTABf schematron, rules E0017 to E0032.
    """,
)

ELEMENT_NAMES: Final = frozenset(
    "TEI abbr abstract actor add addName addrLine address argument author availability back "
    "bibl biblFull biblScope body byline castGroup castItem castList cb cell channel choice "
    "cit classCode closer corr country date dateline del div docAuthor docDate docEdition "
    "docImprint docTitle edition editionStmt editor editorialDecl email encodingDesc "
    "epigraph expan extent figure fileDesc floatingText foreign forename formula front fw "
    "gap genName handDesc handNote head hi idno imprimatur item l langUsage language lb lg "
    "licence list listBibl measure metamark milestone msDesc msIdentifier name nameLink "
    "note notesStmt opener orgName orig p pb persName physDesc placeName postscript "
    "profileDesc pubPlace publicationStmt publisher q quote ref reg rendition repository "
    "resp respStmt role roleDesc roleName row salute seriesStmt sic signed sourceDesc sp "
    "spGrp space speaker stage subst supplied surname table tagsDecl teiHeader text "
    "textClass textDesc title titlePage titlePart titleStmt trailer typeDesc unclear".split()
)
"""The elements of basisformat_all.odd (deutschestextarchiv/dtabf 1.1.0)."""
_REMEDIES: Final = {
    "standOff": "leave it out; persons are identified by persName/@ref to the GND",
    "correspDesc": "leave it out; the letter is described by sourceDesc/msDesc",
    "biblStruct": "write bibl, with type, and biblFull",
    "xenoData": "leave it out",
    "revisionDesc": "leave it out; say what was done in respStmt",
    "time": "take away the tags and keep the words, or write date",
    "rs": "take away the tags and keep the words",
    "emph": "write hi with rendition",
    "seg": "take away the tags and keep the words",
    "ptr": "write ref",
    "graphic": "leave it out; figure has facs",
}
_FILE: Final = "tei:teiHeader/tei:fileDesc"
_PROFILE: Final = "tei:teiHeader/tei:profileDesc"
_PAIRS: Final = ({"sic", "corr"}, {"abbr", "expan"}, {"orig", "reg"})
_IN_CHOICE: Final = ("sic", "corr", "expan", "reg")
_HEADER_ONLY: Final = (
    "addName address addrLine email biblFull country forename genName measure msDesc nameLink "
    "publicationStmt resp respStmt roleName surname titleStmt title"
).split()
_POINTING: Final = ("target", "corresp", "next", "prev", "sameAs")


def persons(text: Text) -> Iterator[Finding]:
    """Authors and editors are names with parts, and identified."""
    people = f"{_FILE}/tei:titleStmt/tei:author|{_FILE}/tei:titleStmt/tei:editor[not(@corresp)]"
    for element in text.all(people):
        name = text.first("tei:persName|tei:orgName", of=element)
        parts = "tei:surname|tei:addName|self::tei:orgName"
        if name is None or text.first(parts, of=name) is None:
            hint = "write <persName><surname>...</surname> <forename>...</forename></persName>"
            words = f"{name_of(element)} without persName/surname"
            yield PERSONS.at(text.at(element), words, hint=hint)
        if "d-nb.info/gnd/" not in (element if name is None else name).get("ref", ""):
            hint = 'identify the person: <persName ref="https://d-nb.info/gnd/...">'
            yield PERSONS.at(text.at(element), f"{name_of(element)} without ref to GND", hint=hint)


def responsibilities(text: Text) -> Iterator[Finding]:
    """``resp`` holds elements and no words."""
    for element in text.all(f"{_FILE}//tei:resp"):
        if text.first("*", of=element) is None or text.all("text()[normalize-space()]", of=element):
            hint = 'write <resp><note type="remarkResponsibility">...</note></resp>'
            yield RESP.at(text.at(element), "resp holds words, or nothing", hint=hint)


def languages(text: Text) -> Iterator[Finding]:
    """Languages are codes of three letters."""
    for element in text.all(f"{_PROFILE}/tei:langUsage/tei:language"):
        ident = element.get("ident", "")
        if not re.fullmatch("[a-z]{3}", ident):
            hint = 'write the code of ISO 639-3: <language ident="deu">'
            yield LANGUAGE.at(text.at(element), f"language {quoted(ident)}", hint=hint)


def pages(text: Text) -> Iterator[Finding]:
    """Page beginnings count images from #f0001 up, one by one."""
    pages = text.all("tei:text//tei:pb")
    numbers = [re.fullmatch(r"#f([0-9]{4})", page.get("facs", "")) for page in pages]
    without = [page for page, number in zip(pages, numbers, strict=True) if number is None]
    if without:
        facs = without[0].get("facs", "")
        words = f"pb has facs {quoted(facs)} ({len(without)} such pages in all)"
        hint = f'write facs="#f{pages.index(without[0]) + 1:04}" on it, and so on'
        yield PAGES.at(text.at(without[0]), words, hint=hint)
    expected = 1
    for page, number in zip(pages, numbers, strict=True):
        if number and int(number[1]) != expected:
            words = f"facs {quoted(number[0])} where #f{expected:04} is expected"
            hint = f'write facs="#f{expected:04}", or put in the pages before it'
            yield PAGES.at(text.at(page), words, hint=hint)
        expected = (int(number[1]) if number else expected) + 1


def pairs(text: Text) -> Iterator[Finding]:
    """Corrections and the like stand in pairs."""
    for choice in text.all("tei:text//tei:choice"):
        inside = [name_of(child) for child in choice.iterchildren("*")]
        if len(inside) != 2 or set(inside) not in _PAIRS:
            hint = "keep one pair: sic and corr, abbr and expan, or orig and reg"
            words = f"a choice of {', '.join(inside) or 'nothing'}"
            yield PAIRS.at(text.at(choice), words, hint=hint)
    for name in _IN_CHOICE:
        for element in text.all(f"tei:text//tei:{name}[not(parent::tei:choice)]"):
            hint = f"put it into choice, with what {name} stands against"
            yield PAIRS.at(text.at(element), f"{name} stands by itself", hint=hint)


def empty(text: Text) -> Iterator[Finding]:
    """No attribute is empty."""
    for element in text.all(".//*[@*[. = '']]"):
        names = ", ".join(str(k) for k, v in element.attrib.items() if not v)
        hint = "give it a value, or take it away"
        yield EMPTY.at(text.at(element), f"{name_of(element)} has an empty {names}", hint=hint)


def letters(text: Text) -> Iterator[Finding]:
    """``signed`` stands in ``closer``, ``salute`` in ``opener`` or ``closer``."""
    wrong = text.all(
        "tei:text//tei:signed[not(ancestor::tei:closer)]|"
        "tei:text//tei:salute[not(ancestor::tei:opener or ancestor::tei:closer)]"
    )
    for element in wrong:
        where = "closer" if name_of(element) == "signed" else "opener or closer"
        hint = f"put it into {where}"
        yield LETTERS.at(text.at(element), f"{name_of(element)} outside {where}", hint=hint)


def pointers(text: Text) -> Iterator[Finding]:
    """Pointers are addresses, or lead to an element or a page of the document."""
    known = {f"#{e.get(XML_ID)}" for e in text.all(".//*[@xml:id]")}
    known |= {e.get("facs", "") for e in text.all("tei:text//tei:pb[@facs]")}
    for name in _POINTING:
        for element in text.all(f".//tei:*[@{name}]"):
            value = element.get(name, "")
            if not value or re.match(r"https?://", value):
                continue
            if wrong := [one for one in value.split() if one not in known]:
                hint = "write #id of an element, #f0001 of a page, or an address with https://"
                words = f"{name} {quoted(' '.join(wrong))} leads nowhere"
                yield POINTERS.at(text.at(element), words, hint=hint)


PROFILE: Final = Profile(
    "dtabf",
    "DTABf, the base format of the Deutsches Textarchiv",
    "deutschestextarchiv/dtabf 1.1.0: ODD, schematron, documentation",
    rules=(
        missing_parts(
            HEADER,
            _FILE,
            {
                "tei:titleStmt/tei:title[@type='main']": 'write <title type="main">...</title>.',
                "tei:editionStmt/tei:edition": "say which edition of the file this is.",
                "tei:extent/tei:measure[@type]": (
                    'say its size: <measure type="images">12</measure>, tokens, characters.'
                ),
                "tei:publicationStmt/tei:publisher": "name who publishes the file.",
                "tei:publicationStmt/tei:pubPlace": "say where it is published.",
                "tei:publicationStmt/tei:date[@type='publication']": (
                    'write <date type="publication">.'
                ),
                "tei:publicationStmt/tei:availability/tei:licence[@target]": (
                    "give the address of the licence."
                ),
                "tei:publicationStmt/tei:idno": "give its addresses: URN, URLWeb, URLXML.",
                "tei:sourceDesc/tei:bibl[@type]": (
                    "cite the source; its type is M, MM, DM, JA or another of DTABf."
                ),
                "tei:sourceDesc/tei:biblFull": "describe the source: title, publisher, date.",
                "tei:sourceDesc/tei:msDesc": "say where the copy is: repository and shelfmark.",
            },
        ),
        missing_parts(
            HEADER,
            "tei:teiHeader",
            {
                "tei:encodingDesc/tei:editorialDecl": "say by which rules the text was encoded.",
                "tei:profileDesc/tei:langUsage/tei:language": "name the languages.",
                "tei:profileDesc/tei:textClass/tei:classCode[@scheme]": "give the kind of text.",
            },
        ),
        persons,
        responsibilities,
        languages,
        only(ELEMENTS, ELEMENT_NAMES, _REMEDIES, "DTABf"),
        forbids(
            HEADER_ONLY,
            "|".join(f"tei:text//tei:{name}" for name in _HEADER_ONLY),
            "{name} stands in the text ({n} such elements in all)",
            "take away the tags and keep the words",
        ),
        pages,
        pairs,
        forbids(
            NOTES,
            "tei:text//tei:note[not(@place or @type)]",
            "a note has no place and no type ({n} in all)",
            'write place="foot", end, left or right; or type="editorial"',
        ),
        forbids(
            RENDITION,
            "tei:text//tei:*[not(self::tei:hi)][@rend][@rendition]",
            "{name} has rend and rendition ({n} such elements in all)",
            "keep rendition alone",
        ),
        empty,
        letters,
        pointers,
    ),
)
