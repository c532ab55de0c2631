"""DraCor: what the Drama Corpora Project asks of a play."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from toolkit.findings import Finding, Place, Severity, code
from toolkit.namespaces import DRACOR_RNG, XML_ID, XML_LANG
from toolkit.validation.profiles.profile import (
    Profile,
    Rule,
    Text,
    forbids,
    ids_of,
    missing_parts,
    name_of,
    quoted,
    words_of,
)

IDENTITY = code(
    "PRF301",
    Severity.ERROR,
    """The play has no DraCor identifier, no language, or a file name unfit for an address.

    ``TEI/@xml:id`` is the name of the corpus and six digits (ger000123), ``xml:lang`` the language
    of the play; the file is named author-title in lower-case ASCII. dracor-schema,
    valid_dracor_ids_on_root_tei_element.
    """,
)
MODEL = code(
    "PRF302",
    Severity.WARNING,
    """The play does not name the schema of DraCor.

    Name it in ``xml-model``, or put ``type="dracor"`` on ``TEI``. dracor-schema,
    xml_model_or_type_dracor_on_root_tei_element.
    """,
)
HEADER = code(
    "PRF303",
    Severity.ERROR,
    """A part of the header that every play needs is missing.

    Title, author, publisher, licence, original source. dracor-schema; guidelines, header.
    """,
)
AUTHOR = code(
    "PRF304",
    Severity.WARNING,
    """The author is not given as a name with a Wikidata identifier.

    ``author`` contains ``persName`` and ``idno[@type='wikidata']``; an anonymous play has neither.
    DraCor guidelines, authors.
    """,
)
SOURCES = code(
    "PRF305",
    Severity.WARNING,
    """There are more than two sources, or they are not nested or not described.

    ``sourceDesc`` has one ``bibl`` for the digital source, with ``ref`` and ``availability``, and
    within it one for the original. dracor-schema, sources_count_and_nesting, digital_source_*.
    """,
)
WIKIDATA = code(
    "PRF306",
    Severity.ERROR,
    """Not a valid Wikidata identifier.

    The content of ``idno[@type='wikidata']`` is the identifier alone: Q5879. dracor-schema,
    idno_wikidata_qid.
    """,
)
MOVED = code(
    "PRF307",
    Severity.WARNING,
    """A statement is in the place that earlier releases of DraCor used.

    Events and the Wikidata identifier of the play have moved from ``standOff`` to ``sourceDesc``,
    that of a character from ``ana`` to ``idno``. dracor-schema 1.4.0 and later, deprecate-*.
    """,
)
EVENTS = code(
    "PRF308",
    Severity.INFO,
    """The file does not date the play.

    ``sourceDesc/listEvent`` records when it was written, first printed and first performed; the
    network of an undated play cannot be compared with others. DraCor guidelines, dates.
    """,
)
CAST = code(
    "PRF309",
    Severity.ERROR,
    """The list of characters is missing or incomplete.

    ``particDesc/listPerson`` has a ``person`` or ``personGrp`` for each, with an ``xml:id`` in
    lower-case ASCII and ``sex`` FEMALE, MALE or UNKNOWN. dracor-schema, particdesc_person_*.
    """,
)
SPEAKERS = code(
    "PRF310",
    Severity.WARNING,
    """A speech belongs to no character and is left out of the network.

    ``sp/@who`` points to the characters of ``particDesc`` who speak. dracor-schema,
    network_sp_with_who_attr, network_unlinked_sp.
    """,
)
STRUCTURE = code(
    "PRF311",
    Severity.WARNING,
    """The play has no divisions or no speeches.

    Acts and scenes are ``div``, speeches ``sp``. dracor-schema,
    network_check_basic_play_structure.
    """,
)
SHARED_LINES = code(
    "PRF312",
    Severity.WARNING,
    """The parts of a shared verse line are not in order.

    A line shared among speakers has ``part`` I, then any number of M, then F. dracor-schema,
    antilabe-part-sequence.
    """,
)
EMPTY = code(
    "PRF313",
    Severity.WARNING,
    """An element that should contain text is empty.

    dracor-schema, no_empty_content_bearing_elements.
    """,
)
CORPUS = code(
    "PRF314",
    Severity.ERROR,
    """The description of the corpus has no name or no repository.

    ``corpus.xml`` has ``idno`` with the name of the corpus, in lower-case letters only, and
    ``ref[@type='repo']`` with the address of its repository. dracor-schema, corpus_xml_*.
    """,
)

_FILE: Final = "tei:teiHeader/tei:fileDesc"
_SOURCES: Final = f"{_FILE}/tei:sourceDesc"
_CAST: Final = "tei:teiHeader/tei:profileDesc/tei:particDesc//tei:listPerson"
_PERSONS: Final = f"{_CAST}/tei:person|{_CAST}/tei:personGrp"
_QID: Final = re.compile(r"Q[1-9][0-9]*")
_SEXES: Final = frozenset({"FEMALE", "MALE", "UNKNOWN"})
_FILLED: Final = frozenset(
    "title titlePart name persName forename surname addName genName roleName author editor "
    "docAuthor docTitle publisher pubPlace speaker head role roleDesc castItem rs note keywords "
    "emph foreign argument epigraph dateline change edition stage idno bibl".split()
)


def identity(text: Text) -> Iterator[Finding]:
    """The identifier, the language and the name of the file."""
    place = text.at(text.root)
    identifier = text.root.get(XML_ID, "")
    if not re.fullmatch(r"[a-z]+[0-9]{6}", identifier):
        hint = 'write xml:id="ger000123": the name of the corpus and six digits'
        words = f"TEI has xml:id {quoted(identifier)}" if identifier else "TEI has no xml:id"
        severity = Severity.WARNING if identifier else Severity.ERROR
        yield IDENTITY.at(place, words, hint=hint, severity=severity)
    if not text.root.get(XML_LANG):
        hint = 'write the language of the play: xml:lang="de"'
        yield IDENTITY.at(place, "TEI has no xml:lang", hint=hint, severity=Severity.WARNING)
    name = PurePath(text.file).name
    if text.file not in ("", "-") and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.xml", name):
        hint = "name it author-title.xml: lower-case ASCII letters, figures and single dashes"
        words = f"the file is called {quoted(name)}"
        yield IDENTITY.at(Place(text.file), words, hint=hint, severity=Severity.WARNING)


def model(text: Text) -> Iterator[Finding]:
    """The schema of DraCor is named."""
    models = [node.text or "" for node in text.all("/processing-instruction('xml-model')")]
    named = any(re.search(rf"""href\s*=\s*["']{re.escape(DRACOR_RNG)}["']""", m) for m in models)
    if not named and (models or text.root.get("type") != "dracor"):
        hint = f'write <?xml-model href="{DRACOR_RNG}" type="application/xml"?> before TEI'
        yield MODEL.at(text.at(text.root), "the DraCor schema is not named", hint=hint)


def author(text: Text) -> Iterator[Finding]:
    """Authors are names with a Wikidata number."""
    for element in text.all(f"{_FILE}/tei:titleStmt/tei:author"):
        if text.first("tei:persName|tei:orgName|tei:name", of=element) is None:
            hint = "write <persName><forename>...</forename> <surname>...</surname></persName>"
            yield AUTHOR.at(text.at(element), "author without persName", hint=hint)
        elif text.first("tei:idno[@type='wikidata' or @type='pnd']", of=element) is None:
            hint = 'write <idno type="wikidata">Q...</idno> in author'
            yield AUTHOR.at(text.at(element), "author without Wikidata number", hint=hint)


def sources(text: Text) -> Iterator[Finding]:
    """One digital source, described, and one original source beside it."""
    whole = text.first(_SOURCES)
    if whole is None:
        return
    kinds = {kind: text.all(f".//tei:bibl[@type='{kind}']", of=whole) for kind in _KINDS}
    original = "tei:bibl[@type='originalSource']"
    if text.first(f"{original}|tei:bibl[@type='digitalSource']/{original}", of=whole) is None:
        hint = 'describe the printed source: <bibl type="originalSource">'
        words = "sourceDesc/bibl[@type='originalSource'] is missing"
        yield SOURCES.at(text.at(whole), words, hint=hint, severity=Severity.ERROR)
    for kind, found in kinds.items():
        for bibl in found[1:]:
            hint = "keep one; DraCor reads the first only"
            yield SOURCES.at(text.at(bibl), f"a second bibl of type {kind}", hint=hint)
    for bibl in text.all(f"tei:bibl[@type='digitalSource']/{original}", of=whole):
        hint = "move it out, to stand beside the digital source in sourceDesc"
        yield SOURCES.at(text.at(bibl), "the original source stands in the digital one", hint=hint)
    for bibl in text.all("tei:bibl[@type='digitalSource']", of=whole):
        if text.first("tei:ref[@target]", of=bibl) is None:
            hint = 'write <ref target="https://...">name of the source</ref>'
            yield SOURCES.at(text.at(bibl), "the digital source has no ref", hint=hint)
        if text.first("tei:availability", of=bibl) is None:
            hint = "say its licence: <availability><licence target=...>"
            yield SOURCES.at(text.at(bibl), "the digital source has no availability", hint=hint)


_KINDS: Final = ("digitalSource", "originalSource")


def wikidata(text: Text) -> Iterator[Finding]:
    """Wikidata numbers are numbers."""
    for element in text.all(".//tei:idno[@type='wikidata']"):
        if not _QID.fullmatch(words := words_of(element)):
            hint = "write the number alone: Q5879"
            yield WIKIDATA.at(text.at(element), f"{quoted(words)} is no such number", hint=hint)


def cast(text: Text) -> Iterator[Finding]:
    """The characters have identifiers and a sex."""
    persons = text.all(_PERSONS)
    if not persons:
        hint = 'list them: particDesc/listPerson with <person xml:id="..." sex="...">'
        path = "tei:teiHeader/tei:profileDesc/tei:particDesc/tei:listPerson"
        yield CAST.at(text.near(path), "no characters are listed", hint=hint)
    for person in persons:
        identifier, sex = person.get(XML_ID, ""), person.get("sex", "")
        if not re.fullmatch(r"[a-z]([-_a-z0-9]*[a-z0-9])?", identifier):
            hint = "use lower-case ASCII letters, figures, - and _, a letter first"
            words = f"{name_of(person)} has xml:id {quoted(identifier)}"
            severity = Severity.WARNING if identifier else Severity.ERROR
            yield CAST.at(text.at(person), words, hint=hint, severity=severity)
        if not sex or not set(sex.split()) <= _SEXES:
            hint = "set sex to FEMALE, MALE or UNKNOWN"
            words = f"{name_of(person)} has sex {quoted(sex)}"
            yield CAST.at(text.at(person), words, hint=hint, severity=Severity.WARNING)


def speakers(text: Text) -> Iterator[Finding]:
    """Every speech points to characters; one finding for each pointer that leads nowhere."""
    known = ids_of(text.all(_PERSONS))
    silent = text.all("tei:text//tei:sp[not(@who)]")
    if silent:
        hint = 'write who="#id" with the xml:id of the character in particDesc'
        words = f"a speech has no who ({len(silent)} in all)"
        yield SPEAKERS.at(text.at(silent[0]), words, hint=hint)
    seen: set[str] = set()
    for speech in text.all("tei:text//tei:sp[@who]"):
        for pointer in speech.get("who", "").split():
            if pointer in seen or (pointer.startswith("#") and pointer[1:] in known):
                continue
            seen.add(pointer)
            hint = "list the character in particDesc, or correct who; a pointer begins with #"
            words = f"{quoted(pointer)} is no character; the first time here"
            severity = Severity.WARNING if pointer.startswith("#") else Severity.ERROR
            yield SPEAKERS.at(text.at(speech), words, hint=hint, severity=severity)


def structure(text: Text) -> Iterator[Finding]:
    """The body has divisions and speeches."""
    for body in text.all("tei:text/tei:body"):
        for name, what in (("div", "acts or scenes"), ("sp", "speeches")):
            if text.first(f".//tei:{name}", of=body) is None:
                hint = f"encode {what} as {name}"
                yield STRUCTURE.at(text.at(body), f"the body has no {name}", hint=hint)


def shared_lines(text: Text) -> Iterator[Finding]:
    """After an I or M comes M or F, before an M or F comes I or M."""
    lines = text.all("tei:text//tei:l")
    parts = [line.get("part", "") for line in lines]
    for n, (line, part) in enumerate(zip(lines, parts, strict=True)):
        before = parts[n - 1] if n else ""
        after = parts[n + 1] if n + 1 < len(parts) else ""
        if part in ("I", "M") and after not in ("M", "F"):
            hint = 'mark the line that completes it: part="F"'
            yield SHARED_LINES.at(text.at(line), f"no M or F after part {part}", hint=hint)
        if part in ("M", "F") and before not in ("I", "M"):
            hint = 'mark the line that it continues: part="I"'
            yield SHARED_LINES.at(text.at(line), f"no I or M before part {part}", hint=hint)


def empty(text: Text) -> Iterator[Finding]:
    """Elements made for words have words or elements in them."""
    for element in text.root.iter(*(f"{{*}}{name}" for name in sorted(_FILLED))):
        if text.first("*", of=element) is None and not words_of(element):
            hint = "fill it, or take it away"
            yield EMPTY.at(text.at(element), f"{name_of(element)} is empty", hint=hint)


def corpus(text: Text) -> Iterator[Finding]:
    """The file of the corpus has its name and its repository."""
    path = "tei:teiHeader/tei:fileDesc/tei:publicationStmt"
    name = text.first(f"{path}/tei:idno[not(@type)]")
    if name is None or not re.fullmatch(r"[a-z]+", words_of(name)):
        hint = "write <idno>ger</idno>: lower-case letters alone"
        words = f"the name of the corpus is {quoted(words_of(name))}"
        yield CORPUS.at(text.near(f"{path}/tei:idno[not(@type)]"), words, hint=hint)
    if text.first(f"{path}/tei:ref[@type='repo'][@target]") is None:
        hint = 'write <ref type="repo" target="https://..."/> in publicationStmt'
        yield CORPUS.at(text.near(path), "the repository of the corpus is not named", hint=hint)


def _moved() -> Iterator[Rule]:
    """The statements that have another place now."""
    persons = f"{_CAST}/tei:person[{_ANA}]|{_CAST}/tei:personGrp[{_ANA}]"
    yield forbids(
        MOVED,
        "tei:standOff//tei:relation[@name='wikidata']",
        "the Wikidata number of the play stands in standOff",
        'write <bibl type="wikidata"><idno type="wikidata">Q...</idno></bibl> in sourceDesc',
    )
    yield forbids(
        MOVED,
        f"tei:standOff/tei:listEvent[tei:event[{_DATED}]]",
        "the events of the play stand in standOff",
        "move listEvent to sourceDesc",
    )
    yield forbids(
        MOVED,
        persons,
        "{name} is linked to Wikidata by ana ({n} in all)",
        'write <idno type="wikidata">Q...</idno> in it, and take ana away',
    )


_DATED: Final = "@type='written' or @type='print' or @type='premiere'"
_ANA: Final = "contains(@ana, 'wikidata.org/')"


def events(text: Text) -> Iterator[Finding]:
    """The year of the play is known from an event, wherever it stands."""
    if not text.all(f".//tei:listEvent/tei:event[{_DATED}]"):
        hint = 'write <listEvent><event type="print" when="1787"><desc/></event></listEvent>'
        yield EVENTS.at(text.near(_SOURCES), "sourceDesc has no dated event", hint=hint)


PROFILE: Final = Profile(
    "dracor",
    "DraCor",
    "dracor-org/dracor-schema 1.6.0: ODD and its Schematron rules",
    rules=(
        identity,
        model,
        missing_parts(
            HEADER,
            _FILE,
            {
                "tei:titleStmt/tei:title[normalize-space()]": "write the title of the play",
                "tei:publicationStmt/tei:publisher": "write <publisher>DraCor</publisher>",
                "tei:publicationStmt/tei:availability": "say the licence: CC0, or one like CC BY",
                "tei:sourceDesc": "describe the digital and the original source in bibl",
            },
        ),
        missing_parts(
            HEADER,
            _FILE,
            {
                "tei:titleStmt/tei:author": "name the author: persName and idno",
                "tei:publicationStmt/tei:availability/tei:licence[@target]": (
                    "give the address of the licence: CC0, or one like CC BY"
                ),
            },
            severity=Severity.WARNING,
        ),
        author,
        sources,
        wikidata,
        *_moved(),
        events,
        cast,
        speakers,
        structure,
        shared_lines,
        empty,
    ),
    corpus=(corpus,),
)
