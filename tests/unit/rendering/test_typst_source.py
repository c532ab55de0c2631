"""The Typst document: text only in string literals, one statement for each thing of the text."""

import re

import pytest

from toolkit.rendering.pdf_settings import PdfSettings
from toolkit.rendering.typst_source import string, typst_of
from toolkit.rendering.views import view_of

_LITERAL = re.compile(r'"(?:[^"\\]|\\["\\])*"')


def _tei(body: str, header: str = "") -> bytes:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        f"<title>A title</title>{header}</titleStmt><publicationStmt><p/></publicationStmt>"
        "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
        f"<text><body>{body}</body></text></TEI>"
    ).encode()


def _body(body: str) -> str:
    return typst_of(view_of(_tei(body))).text


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("plain", '"plain"'),
        ('say "so"', '"say \\"so\\""'),
        ("C:\\dir", '"C:\\\\dir"'),
        ('\\"', '"\\\\\\""'),
    ],
)
def test_a_string_literal_escapes_what_would_end_it(text: str, literal: str) -> None:
    assert literal == string(text)


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "$x$ `raw` *bold* _italic_ @label &lt;label&gt; = heading",
        '"; panic("out"); "',
        '\\"; panic("out"); "',
        "// a comment /* and another */",
        "https://example.org/ --- ... ~",
        "\\u{41}",
    ],
)
def test_text_of_an_edition_is_only_in_string_literals(text: str) -> None:
    document = _body(f"<p>{text}</p><p n='{text.replace(chr(39), '')}'>x</p>".replace("/>", "/"))
    code = _LITERAL.sub('""', document)
    assert not re.search(r"passwd|panic|bold|example|raw|41", code)


def test_a_paragraph_is_a_call() -> None:
    assert 'p({[];"One word.";});' in _body("<p>One word.</p>")


def test_space_between_words_and_elements_collapses() -> None:
    assert '"a";sp;emphasis({[];"b";});sp;"c";' in _body("<p>a <emph>b</emph>\n  c</p>")


def test_a_paragraph_with_a_list_flows_around_it() -> None:
    assert 'flow({[];"a";' in _body("<p>a<list><item>b</item></list>c</p>")


def test_a_note_keeps_its_mark_without_the_brackets() -> None:
    assert 'note("1",{[];"n";' in _body('<p>a<note n="[1]" place="foot">n</note></p>')


def test_a_correction_stands_in_the_text_and_in_the_apparatus() -> None:
    document = _body("<p><choice><sic>Repub]ic</sic><corr>Republic</corr></choice></p>")
    assert 'correction({[];"Republic";});' in document
    assert 'apparatus("","Republic",{[];"Repub]ic";' in document
    assert "numbered-div(" in document


def test_a_text_without_apparatus_has_no_line_numbers() -> None:
    assert "numbered-div(" not in _body("<p>a</p>")


def test_headings_go_one_level_down_at_a_time() -> None:
    document = _body("<div><head>A</head><div><div><head>B</head><p>x</p></div></div></div>")
    assert ["1", "2"] == re.findall(r"head\((\d)", document)


def test_verse_has_its_number_or_is_counted() -> None:
    assert 'verse("12",0,' in _body('<lg><l n="12">a</l></lg>')
    assert 'verse("2",0,' in _body("<lg><l>a</l><l>b</l></lg>")


def test_the_second_part_of_a_shared_line_stands_further_in() -> None:
    document = _body(
        '<sp><l part="I">Wer ruft mich?</l></sp><sp><l part="F">Schreckliches Gesicht!</l></sp>'
    )
    assert re.search(r'verse\("",[1-9]', document)


def test_a_link_leads_only_to_web_addresses() -> None:
    document = _body('<p><ref target="javascript:alert(1)">a</ref></p>')
    assert "out(" not in document


def test_a_name_of_a_listed_person_is_a_mention() -> None:
    document = _body(
        '<p><persName ref="#k">K.</persName></p>'
        '<listPerson><person xml:id="k"><persName>Krylenko</persName></person></listPerson>'
    )
    assert 'mention("k");' in document
    assert 'index("Persons",("k",' in document


def test_an_element_that_is_not_tei_is_shown_and_reported() -> None:
    source = typst_of(view_of(_tei('<p><x xmlns="urn:other">word</x></p>')))
    assert 'unhandled("x",{[];"word";});' in source.text
    assert ["XSL001"] == [finding.code for finding in source.findings]


def test_a_form_says_what_it_means_to_a_page_maker() -> None:
    assert (
        'title-block("N. N.","A title",none);'
        in typst_of(view_of(_tei("<p>x</p>", "<author>N. N.</author>"))).text
    )


def test_a_manuscript_is_described_in_lines_with_its_parts_apart() -> None:
    document = _body(
        "<msDesc><msIdentifier><settlement>Oxford</settlement><idno>MS 1</idno></msIdentifier>"
        "<physDesc><objectDesc><supportDesc><extent><dimensions unit='mm'><height>200</height>"
        "<width>150</width></dimensions></extent></supportDesc></objectDesc></physDesc></msDesc>"
    )
    assert '"Oxford";",";sp;identifier({[];"MS 1";});' in document
    assert '"200";sp;"×";sp;"150";sp;"mm";' in document


def test_a_feature_shows_its_name_and_its_value() -> None:
    document = _body('<fs><f name="number"><symbol value="plural"/></f></fs>')
    assert 'record({[];told("number");sp;"plural";});' in document


def test_speech_has_the_name_of_who_speaks() -> None:
    document = _body(
        '<u who="#a">yes <pause/> no</u>'
        '<listPerson><person xml:id="a"><persName>Ann</persName></person></listPerson>'
    )
    assert 'utterance("Ann",{[];"yes";sp;description({[];"…";});sp;"no";});' in document


def test_the_space_before_a_mark_comes_after_it() -> None:
    document = _body("<p>one <surplus>two</surplus><surplus>three</surplus>four</p>")
    assert re.search(r'three.*\);sp;"four"', document)


def test_words_in_another_alphabet_are_not_italic() -> None:
    document = _body('<p><foreign xml:lang="grc">μῆνιν</foreign></p>')
    assert "foreign(" not in document
    assert 'lang("grc"' in document


def test_an_apparatus_at_the_end_is_asked_for() -> None:
    source = typst_of(view_of(_tei("<p>x</p>")), settings=PdfSettings(apparatus="end"))
    assert 'apparatus-list("Critical apparatus");' in source.text


def test_what_goes_on_for_pages_is_no_block() -> None:
    assert "long-stanza(" in _body("<lg>" + "<l>word and word</l>" * 600 + "</lg>")
    assert "long-stanza(" not in _body("<lg><l>a</l></lg>")


@pytest.mark.parametrize(("length", "opened"), [(10_000, 4), (40, 0)])
def test_long_chapters_of_a_book_begin_a_page(length: int, opened: int) -> None:
    chapter = f"<div><head>C</head><p>{'word ' * length}</p></div>"
    # One break after the contents; the mark of a page before the first chapter makes none.
    view = view_of(_tei('<pb n="1"/>' + chapter * 4))
    book = typst_of(view, settings=PdfSettings(title_page="yes")).text
    assert opened == book.count("chapter-begin;")
    assert 0 == typst_of(view, settings=PdfSettings(title_page="no")).text.count("chapter-begin;")


def test_whole_lines_with_variants_have_one_entry_under_their_numbers() -> None:
    lines = "<l n='19'>aa</l><l n='20'>bb</l>"
    app = f"<app><lem wit='#A'>{lines}</lem><rdg wit='#B'><l>cc</l><l>dd</l></rdg></app>"
    body = _body(f"<lg>{app}</lg>")
    assert 'apparatus-line("19–20",("aa bb",' in body
    assert '"cc";sp;"/";sp;"dd";witnesses("B");' in body
    assert 1 == body.count("apparatus")
