"""TEI simplePrint: a selection of TEI for printed books, as its schema has it."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.findings import Finding, Severity, code
from toolkit.validation.profiles.profile import Profile, Text, forbids, only, quoted

PREFIX = code(
    "PRF501",
    Severity.ERROR,
    """The values of ``rendition`` cannot be resolved.

    ``simple:italic`` is short for an address, which ``prefixDef`` in the header gives. TEI
    simplePrint, encodingDesc; Guidelines: SAPU.
    """,
)
RENDITION = code(
    "PRF502",
    Severity.WARNING,
    """simplePrint does not know a value of ``rendition``.

    The list of simplePrint contains the values that its processing model can draw; other values
    need a ``rendition`` element in the header of the file, pointed to by ``#``. TEI simplePrint.
    """,
)
REND = code(
    "PRF503",
    Severity.ERROR,
    """The rendition of a passage is described in free text.

    simplePrint draws ``rendition`` with a value of its list, and has no ``rend``. TEI simplePrint,
    highlighting.
    """,
)
ELEMENTS = code(
    "PRF504",
    Severity.ERROR,
    """An element is not part of simplePrint.

    simplePrint is for print: it has no elements for manuscripts, names are ``name`` or ``rs``, and
    its processing model can draw only the elements of its selection. TEI simplePrint.
    """,
)

ELEMENT_NAMES: Final = frozenset(
    "TEI ab abbr abstract actor add addrLine address anchor argument author availability back "
    "bibl biblFull biblScope body byline c castGroup castItem castList catDesc catRef "
    "category cb cell change char charDecl choice cit classCode classDecl closer code corr "
    "creation date dateline del desc distributor div docAuthor docDate docEdition docImprint "
    "docTitle edition editionStmt editor editorialDecl email encodingDesc epigraph expan "
    "extent facsimile figDesc figure fileDesc floatingText foreign formula front fw g gap "
    "glyph graphic group head hi idno imprimatur item keywords l label langUsage language lb "
    "lg licence list listBibl listChange listPerson listPlace listPrefixDef localProp mapping "
    "measure milestone name namespace note notesStmt num opener orig p particDesc pb pc "
    "person place postscript prefixDef profileDesc projectDesc pubPlace publicationStmt "
    "publisher q quote ref refsDecl reg relatedItem rendition resp respStmt revisionDesc "
    "rhyme role roleDesc row rs s salute samplingDecl seg seriesStmt set settingDesc sic "
    "signed sourceDesc sp speaker stage subst supplied surface table tagUsage tagsDecl "
    "taxonomy teiCorpus teiHeader term text textClass time title titlePage titlePart "
    "titleStmt trailer unclear unicodeProp unihanProp w xenoData zone".split()
)
"""The elements of tei/profiles/simplePrint.rng."""
_REMEDIES: Final = {
    "persName": 'write <name type="person">',
    "placeName": 'write <name type="place">',
    "orgName": 'write <name type="org">',
    "biblStruct": "write bibl",
    "correspDesc": "leave it out",
    "standOff": "leave it out",
    "appInfo": "leave it out",
    "emph": 'write <hi rendition="simple:italic">',
}

_VALUES: Final = frozenset(
    "allcaps blackletter bold bottombraced block boxed centre cursive doublestrikethrough "
    "doubleunderline dropcap float hyphen inline italic justify larger left leftbraced letterspace "
    "literal normalstyle normalweight right rightbraced rotateleft rotateright rules smallcaps "
    "smaller strikethrough subscript superscript topbraced typewriter underline "
    "wavyunderline".split()
)


def renditions(text: Text) -> Iterator[Finding]:
    """The values of ``rendition`` are on the list, and their prefix is declared."""
    elements = text.all(".//tei:*[contains(@rendition, 'simple:')]")
    if elements and text.first(".//tei:prefixDef[@ident='simple']") is None:
        hint = 'declare it in encodingDesc: <listPrefixDef><prefixDef ident="simple" .../>'
        yield PREFIX.at(text.at(elements[0]), "the prefix simple: is not declared", hint=hint)
    seen = set(_VALUES)
    for element in elements:
        for value in re.findall(r"simple:(\S*)", element.get("rendition", "")):
            if value not in seen:
                seen.add(value)
                hint = "use a value of the list, or a rendition element of your own: #name"
                words = f"rendition {quoted(value)}, the first time here"
                yield RENDITION.at(text.at(element), words, hint=hint)


PROFILE: Final = Profile(
    "simplePrint",
    "TEI simplePrint",
    "TEIC/TEI, P5/Exemplars/tei_simplePrint.odd, release 4.12.0",
    rules=(
        only(ELEMENTS, ELEMENT_NAMES, _REMEDIES, "simplePrint"),
        renditions,
        forbids(
            REND,
            "tei:text//tei:*[@rend]",
            "{name} has rend ({n} such elements in all)",
            'write rendition="simple:italic" or another value of the list',
        ),
    ),
    schema="simplePrint.rng",
)
