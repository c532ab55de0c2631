"""Profiles: a file made as the corpus asks is clean, and each fault in it is found."""

from pathlib import Path

import pytest

from toolkit.exceptions import SettingsError, SourceError
from toolkit.findings import Severity, codes
from toolkit.validation.profiles import MODULES
from toolkit.validation.profiles.check_profile import check_profile, profile
from toolkit.validation.run import check

ELTEC = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ENG18990" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>The Mill : ELTeC edition</title>
<author ref="https://viaf.org/viaf/1">Moore, Ann (1850-1910)</author>
<respStmt><resp>encoding</resp><name>N. N.</name></respStmt></titleStmt>
<extent><measure unit="words">60000</measure></extent>
<publicationStmt><publisher>P</publisher><distributor>D</distributor><date when="2026"/>
<availability><licence target="https://creativecommons.org/licenses/by/4.0/"/></availability>
</publicationStmt>
<sourceDesc><bibl type="firstEdition"><title>The Mill</title><date>1889</date></bibl></sourceDesc>
</fileDesc><encodingDesc n="eltec-1"><p/></encodingDesc>
<profileDesc><langUsage><language ident="en">English</language></langUsage>
<textDesc xmlns:e="http://distantreading.net/eltec/ns"><e:authorGender key="F"/>
<e:size key="medium"/><e:reprintCount key="low"/><e:timeSlot key="T3"/></textDesc></profileDesc>
<revisionDesc><change when="2026">made</change></revisionDesc></teiHeader>
<text><front><div type="titlepage"><p>The Mill</p></div></front>
<body><div type="chapter"><head>I</head><p>It ran<ref target="#n1"/>.</p></div></body>
<back><div type="notes"><note xml:id="n1">It did.</note></div></back></text></TEI>"""

DTABF = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title type="main">Die Mühle</title><author><persName
ref="https://d-nb.info/gnd/1"><surname>Moor</surname><forename>Anna</forename></persName></author>
<respStmt><persName><surname>N.</surname></persName><resp><note type="remarkResponsibility">Text
</note></resp></respStmt></titleStmt><editionStmt><edition>1</edition></editionStmt>
<extent><measure type="images">2</measure></extent><publicationStmt><publisher>P</publisher>
<pubPlace>Berlin</pubPlace><date type="publication">2026</date><availability>
<licence target="https://creativecommons.org/licenses/by/4.0/"><p>CC BY</p></licence>
</availability><idno><idno type="URLWeb">https://example.org</idno></idno></publicationStmt>
<sourceDesc><bibl type="M">Moor: Mühle</bibl><biblFull><titleStmt><title type="main">Die Mühle
</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt></biblFull>
<msDesc><msIdentifier><repository>SBB</repository></msIdentifier></msDesc></sourceDesc></fileDesc>
<encodingDesc><editorialDecl><p>DTA</p></editorialDecl></encodingDesc>
<profileDesc><langUsage><language ident="deu">German</language></langUsage>
<textClass><classCode scheme="https://example.org/main">Belletristik</classCode></textClass>
</profileDesc></teiHeader>
<text><body><pb facs="#f0001"/><div><opener><salute>Liebe!</salute></opener>
<p>Sie <choice><sic>lif</sic><corr>lief</corr></choice><note place="foot">So.</note>,
<ref target="#f0002">siehe</ref>.</p><pb facs="#f0002"/><p><hi rendition="#i">Ende</hi></p>
</div></body></text></TEI>"""

DRACOR = """<?xml-model href="https://dracor.org/schema.rng" type="application/xml"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ger000001" xml:lang="de"><teiHeader><fileDesc>
<titleStmt><title>Die Mühle</title><author><persName><forename>Anna</forename>
<surname>Moor</surname></persName><idno type="wikidata">Q1</idno></author></titleStmt>
<publicationStmt><publisher>DraCor</publisher><availability>
<licence target="https://creativecommons.org/publicdomain/zero/1.0/">CC0</licence></availability>
</publicationStmt><sourceDesc><bibl type="digitalSource"><ref target="https://example.org">E</ref>
<availability><licence target="https://example.org/l">L</licence></availability></bibl>
<bibl type="originalSource"><title>Die Mühle</title></bibl>
<listEvent><event type="print" when="1787"><desc/></event></listEvent></sourceDesc></fileDesc>
<profileDesc><particDesc><listPerson><person xml:id="anna" sex="FEMALE"><persName>Anna</persName>
</person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div type="act"><sp who="#anna"><speaker>Anna.</speaker><l part="I">Sie läuft</l>
<l part="F">und läuft.</l></sp></div></body></text></TEI>"""

CMIF = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Letters</title><editor>N. N. <email>n@example.org</email></editor></titleStmt>
<publicationStmt><publisher><ref target="https://example.org">P</ref></publisher>
<idno type="url">https://example.org/cmif.xml</idno><date when="2026-01-01"/><availability>
<licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>
</publicationStmt><sourceDesc>
<bibl type="online" xml:id="b7cbb567-d603-57be-81a3-6aa31a669f42">Letters, 2026</bibl></sourceDesc>
</fileDesc><profileDesc><correspDesc ref="https://example.org/1"
source="#b7cbb567-d603-57be-81a3-6aa31a669f42"><correspAction type="sent">
<persName ref="https://d-nb.info/gnd/118609807">Schnitzler</persName>
<placeName ref="https://www.geonames.org/2761369">Wien</placeName><date when="1899-07"/>
</correspAction><correspAction type="received"><persName>Unknown</persName></correspAction>
</correspDesc></profileDesc></teiHeader><text><body><p/></body></text></TEI>"""

SIMPLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>The Mill</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc><encodingDesc><listPrefixDef><prefixDef ident="simple"
matchPattern="([a-z]+)" replacementPattern="https://example.org/#$1"/></listPrefixDef>
</encodingDesc></teiHeader><text><body><p>It <hi rendition="simple:italic">ran</hi>.</p></body>
</text></TEI>"""

CLEAN = {"eltec-1": ELTEC, "dtabf": DTABF, "dracor": DRACOR, "cmif": CMIF, "simplePrint": SIMPLE}

_ANNA = "<persName><forename>Anna</forename> <surname>Moor</surname></persName>"

FAULTS = [
    ("eltec-1", "PRF101", " : ELTeC edition", ""),
    ("eltec-1", "PRF102", "<distributor>D</distributor>", ""),
    ("eltec-1", "PRF102", "<respStmt><resp>encoding</resp><name>N. N.</name></respStmt>", ""),
    ("eltec-1", "PRF102", '<encodingDesc n="eltec-1"><p/></encodingDesc>', ""),
    ("eltec-1", "PRF103", "Moore, Ann (1850-1910)", "Ann Moore"),
    ("eltec-1", "PRF104", ' ref="https://viaf.org/viaf/1"', ""),
    ("eltec-1", "PRF105", ">60000<", ">many<"),
    ("eltec-1", "PRF105", ">60000<", ">6000<"),
    ("eltec-1", "PRF106", "licenses/by/4.0", "licenses/by-nc/4.0"),
    ("eltec-1", "PRF107", 'type="firstEdition"', ""),
    ("eltec-1", "PRF108", ' n="eltec-1"', ' n="1"'),
    ("eltec-1", "PRF109", '<e:size key="medium"/>', ""),
    ("eltec-1", "PRF109", 'key="low"', 'key="few"'),
    ("eltec-1", "PRF110", ' xml:id="ENG18990"', ""),
    ("eltec-1", "PRF110", ' xml:lang="en"', ""),
    ("eltec-1", "PRF111", "T3", "T1"),
    ("eltec-1", "PRF111", 'key="medium"', 'key="long"'),
    ("eltec-1", "PRF112", "It ran", "It <persName>ran</persName>"),
    ("eltec-1", "PRF112", "It ran", "It <choice><sic>r</sic><corr>ran</corr></choice>"),
    ("eltec-1", "PRF113", "It ran", "<date>It ran</date>"),
    ("eltec-1", "PRF114", '<ref target="#n1"/>', '<note xml:id="n2">It did.</note>'),
    ("eltec-1", "PRF115", '<ref target="#n1"/>', ""),
    ("eltec-1", "PRF116", 'type="chapter"', 'type="part"'),
    ("eltec-1", "PRF116", "<head>I</head>", '<head>I</head><div type="letter"><p/></div>'),
    ("eltec-1", "PRF116", 'type="titlepage"', 'type="group"'),
    ("dtabf", "PRF201", "<edition>1</edition>", ""),
    ("dtabf", "PRF201", "<editorialDecl><p>DTA</p></editorialDecl>", ""),
    ("dtabf", "PRF202", "<surname>Moor</surname><forename>Anna</forename>", "Anna Moor"),
    ("dtabf", "PRF202", 'ref="https://d-nb.info/gnd/1"', ""),
    ("dtabf", "PRF203", "<resp>", "<resp>Text"),
    ("dtabf", "PRF204", "deu", "de"),
    ("dtabf", "PRF205", 'facs="#f0002"', 'facs="#f0003"'),
    ("dtabf", "PRF205", 'facs="#f0001"', 'n="1"'),
    ("dtabf", "PRF206", "<sic>lif</sic>", ""),
    ("dtabf", "PRF206", "Liebe!", "<sic>Liebe!</sic>"),
    ("dtabf", "PRF207", ' place="foot"', ""),
    ("dtabf", "PRF208", "<p>Sie", '<p rend="a" rendition="#b">Sie'),
    ("dtabf", "PRF209", "<p>Sie", '<p n="">Sie'),
    ("dtabf", "PRF210", "Liebe!", "<surname>Liebe!</surname>"),
    ("dtabf", "PRF211", "Liebe!", "<emph>Liebe!</emph>"),
    ("dtabf", "PRF212", "Liebe!", "<signed>Liebe!</signed>"),
    ("dtabf", "PRF213", '<ref target="#f0002">', '<ref target="#f0009">'),
    ("dtabf", "PRF213", '<ref target="#f0002">', '<ref target="page2">'),
    ("dracor", "PRF301", "ger000001", "GER1"),
    ("dracor", "PRF301", ' xml:lang="de"', ""),
    ("dracor", "PRF302", "https://dracor.org/schema.rng", "tei_all.rng"),
    ("dracor", "PRF303", "<publisher>DraCor</publisher>", ""),
    ("dracor", "PRF304", '<idno type="wikidata">Q1</idno></author>', "</author>"),
    ("dracor", "PRF304", _ANNA, "Anna Moor"),
    ("dracor", "PRF305", 'type="originalSource"', 'type="source"'),
    ("dracor", "PRF305", 'type="originalSource"', 'type="digitalSource"'),
    ("dracor", "PRF305", '<ref target="https://example.org">E</ref>', ""),
    ("dracor", "PRF306", ">Q1<", ">https://www.wikidata.org/wiki/Q1<"),
    ("dracor", "PRF307", 'sex="F', 'ana="http://www.wikidata.org/entity/Q2" sex="F'),
    ("dracor", "PRF308", 'type="print"', 'type="other"'),
    ("dracor", "PRF309", 'xml:id="anna"', 'xml:id="Anna"'),
    ("dracor", "PRF309", ' sex="FEMALE"', ' sex="2"'),
    ("dracor", "PRF310", ' who="#anna"', ""),
    ("dracor", "PRF310", ' who="#anna"', ' who="#otto"'),
    ("dracor", "PRF311", "div", "floatingText"),
    ("dracor", "PRF312", ' part="F"', ""),
    ("dracor", "PRF312", ' part="I"', ""),
    ("dracor", "PRF313", "<speaker>Anna.</speaker>", "<speaker/>"),
    ("cmif", "PRF401", " <email>n@example.org</email>", ""),
    ("cmif", "PRF402", "licenses/by/4.0", "licenses/by-nc/4.0"),
    ("cmif", "PRF403", ' type="online"', ""),
    ("cmif", "PRF403", ">Letters, 2026<", "><"),
    ("cmif", "PRF404", "b7cbb567-d603-57be-81a3-6aa31a669f42", "letters"),
    ("cmif", "PRF405", "correspDesc", "abstract"),
    ("cmif", "PRF406", ' ref="https://example.org/1"', ""),
    ("cmif", "PRF406", 'source="#b', 'source="#c'),
    ("cmif", "PRF407", 'type="received"', 'type="read"'),
    ("cmif", "PRF407", "<persName>Unknown</persName>", ""),
    ("cmif", "PRF408", ' ref="https://d-nb.info/gnd/118609807"', ""),
    ("cmif", "PRF408", "www.geonames.org", "example.org"),
    ("cmif", "PRF409", "1899-07", "1899-7"),
    ("cmif", "PRF409", ' when="1899-07"', ""),
    ("cmif", "PRF409", '<date when="1899-07"/>', '<date when="1899"/><date when="1900"/>'),
    ("simplePrint", "PRF501", 'ident="simple"', 'ident="other"'),
    ("simplePrint", "PRF502", "simple:italic", "simple:wavy"),
    ("simplePrint", "PRF503", 'rendition="simple:italic"', 'rend="italic"'),
    ("simplePrint", "PRF504", "<p>It", "<p><persName>It</persName>"),
    ("simplePrint", "RNG003", "<p>It ", "<p>It </p>and<p>"),
]


def _codes(text: str, name: str, file: str = "moor-muehle.xml") -> list[str]:
    return [finding.code for finding in check_profile(text.encode(), file, name)]


def _broken(name: str, old: str, new: str) -> str:
    text = " ".join(CLEAN[name].split("\n"))
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize("name", MODULES)
def test_a_file_made_as_the_corpus_asks_is_clean(name: str) -> None:
    assert [] == _codes(CLEAN[name], name)


@pytest.mark.parametrize(("name", "code", "old", "new"), FAULTS)
def test_each_fault_is_found(name: str, code: str, old: str, new: str) -> None:
    assert code in _codes(_broken(name, old, new), name)


@pytest.mark.parametrize(("name", "code", "old", "new"), FAULTS)
def test_each_finding_says_what_to_write(name: str, code: str, old: str, new: str) -> None:
    found = check_profile(_broken(name, old, new).encode(), "moor-muehle.xml", name)
    assert [] == [f for f in found if f.code.startswith("PRF") and not f.hint]


def test_every_code_of_the_profiles_has_a_fault_here() -> None:
    for name in MODULES:
        profile(name)
    tested = {code for _, code, _, _ in FAULTS} | {"PRF001", "PRF314"}
    assert set() == {c for c in codes() if c.startswith("PRF") and c < "PRF450"} - tested


@pytest.mark.parametrize("name", MODULES)
def test_what_is_not_tei_is_no_contribution(name: str) -> None:
    assert ["PRF001"] == _codes("<html/>", name)


@pytest.mark.parametrize("name", MODULES)
def test_an_empty_text_gives_findings_and_no_error(name: str) -> None:
    found = check_profile(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "a.xml", name)
    assert found


def test_an_entity_bomb_is_refused() -> None:
    levels = (f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE a [<!ENTITY x0 "xxxxxxxxxx">{"".join(levels)}]><a>&x11;</a>'
    with pytest.raises(SourceError):
        check_profile(bomb.encode(), "a.xml", "cmif")


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(SettingsError, match="no profile epic; there are: eltec-1"):
        profile("epic")


def test_the_description_of_a_corpus_has_rules_of_its_own() -> None:
    head = '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><publicationStmt>'
    tail = "</publicationStmt></fileDesc></teiHeader></teiCorpus>"
    good = '<idno>ger</idno><ref type="repo" target="https://example.org"/>'
    assert [] == _codes(head + good + tail, "dracor")
    assert ["PRF314", "PRF314"] == _codes(head + "<idno>GER</idno>" + tail, "dracor")


def test_an_editor_may_point_instead_of_being_named() -> None:
    pointed = DTABF.replace("</author>", '</author><editor xml:id="e" corresp="#e"/>')
    assert [] == _codes(pointed, "dtabf")


def test_every_text_of_a_corpus_file_is_checked() -> None:
    both = DTABF.replace("deu", "de") + DTABF.replace("deu", "ger-x")
    corpus = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{both}</teiCorpus>'
    assert ["PRF204", "PRF204"] == _codes(corpus, "dtabf")


def test_the_same_finding_many_times_is_one() -> None:
    found = check_profile(
        ELTEC.replace("It ran", '<note xml:id="a">b</note><name>c</name>' * 30).encode(),
        "",
        "eltec-1",
    )
    assert ["a note stands in the text (30 in all)"] == [f.message for f in found]


@pytest.mark.parametrize(
    ("name", "schema"),
    [("eltec-1", "eltec/eltec-1.rng"), ("dracor", "dracor/dracor.generated-with-4.12.0a.rng")],
)
def test_what_is_clean_is_valid_for_the_corpus(shared: Path, name: str, schema: str) -> None:
    found = check(CLEAN[name].encode(), schema=shared / "tei/customizations" / schema)
    assert [] == [f for f in found.findings if f.severity is Severity.ERROR]


def test_what_is_clean_is_valid_dtabf(shared: Path) -> None:
    from toolkit.odd.spec_locations import compile_odd
    from toolkit.odd.to_rng import write_rng
    from toolkit.rng import load, validate

    odd = shared / "tei/customizations/dtabf/basisformat_all.odd"
    grammar = load(write_rng(compile_odd(odd)[0]), name="dtabf.rng", check=False)
    assert [] == list(validate(grammar, DTABF.encode()))


@pytest.mark.parametrize("file", ["01-ENG18470_Aguilar.xml", "02-FRA00201_Audoux.xml"])
def test_novels_of_eltec_are_clean(shared: Path, file: str) -> None:
    data = (shared / "rendering" / file).read_bytes()
    assert () == check_profile(data, file, "eltec-1")


def test_a_play_of_dracor_has_only_what_newer_releases_ask(shared: Path) -> None:
    file = "03-goethe-iphigenie-auf-tauris.xml"
    found = check_profile((shared / "rendering" / file).read_bytes(), file, "dracor")
    assert {"PRF305", "PRF307"} == {finding.code for finding in found}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("ger000001", "GER1", Severity.WARNING),
        (' xml:id="ger000001"', "", Severity.ERROR),
        ('xml:id="anna"', 'xml:id="Anna"', Severity.WARNING),
        (' sex="FEMALE"', ' sex="2"', Severity.WARNING),
        (' who="#anna"', ' who="anna"', Severity.ERROR),
        (' who="#anna"', ' who="#otto"', Severity.WARNING),
        (' part="F"', "", Severity.WARNING),
        ('type="originalSource"', 'type="source"', Severity.ERROR),
    ],
)
def test_a_finding_is_as_severe_as_the_rule_of_dracor(
    before: str, after: str, expected: Severity
) -> None:
    assert before in DRACOR
    found = check_profile(DRACOR.replace(before, after, 1).encode(), "", "dracor")
    assert expected == max((f.severity for f in found), key=lambda severity: severity.rank)


def test_the_elements_of_eltec_are_those_of_its_schema(shared: Path) -> None:
    from toolkit.validation.profiles.eltec import ELEMENT_NAMES

    assert _names(shared / "tei/customizations/eltec/eltec-1.rng") == ELEMENT_NAMES


def test_the_elements_of_dtabf_are_those_of_its_odd(shared: Path) -> None:
    from lxml import etree

    from toolkit.validation.profiles.dtabf import ELEMENT_NAMES

    tree = etree.parse(shared / "tei/customizations/dtabf/basisformat_all.odd")
    included = (ref.get("include", "").split() for ref in tree.iter("{*}moduleRef"))
    assert {name for names in included for name in names} == ELEMENT_NAMES


def test_the_elements_of_simple_print_are_those_of_its_schema(root: Path) -> None:
    from toolkit.validation.profiles.simple_print import ELEMENT_NAMES

    assert _names(root / "tei/profiles/simplePrint.rng") == ELEMENT_NAMES


def test_the_schema_of_simple_print_is_what_its_odd_says(root: Path) -> None:
    from toolkit.odd.spec_locations import compile_odd
    from toolkit.odd.to_rng import write_rng

    schema, problems = compile_odd(root / "tei/profiles/simplePrint.odd")
    assert [] == problems
    assert (root / "tei/profiles/simplePrint.rng").read_bytes() == write_rng(schema)


def test_the_schema_of_simple_print_allows_what_the_exemplar_allows(
    shared: Path, root: Path
) -> None:
    from toolkit.odd.compare_schemas import compare
    from toolkit.odd.spec_locations import compile_odd
    from toolkit.odd.to_grammar import grammar_of

    ours = grammar_of(compile_odd(root / "tei/profiles/simplePrint.odd")[0])
    exemplar = grammar_of(compile_odd(shared / "tei/odd/tei_simplePrint.odd")[0])
    assert [] == list(compare(ours, exemplar))


def _names(schema: Path) -> frozenset[str]:
    from lxml import etree

    elements = etree.parse(schema).iter("{http://relaxng.org/ns/structure/1.0}element")
    return frozenset(e.get("name", "") for e in elements) - {""}
