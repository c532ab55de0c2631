"""The page: both views, notes, corrections, indexes, metadata, safety."""

import json
import re

import pytest
from lxml import html

from tests.unit.rendering.documents import page, seen, tei_of
from toolkit.languages import find_language
from toolkit.languages.words import Words
from toolkit.rendering.html import PageSettings, assets, render_html
from toolkit.rendering.words import (
    choose_language,
    languages_with_words,
    words_of_page,
    words_of_print,
)

CORRECTION = "<p>a <choice cert='high'><sic>wrod</sic><corr>word</corr></choice> b</p>"


def test_the_page_carries_both_views() -> None:
    tree = page(CORRECTION)
    assert ("a word b", "a wrod b") == (seen(tree, "reading"), seen(tree, "diplomatic"))


@pytest.mark.parametrize("view", ["reading", "diplomatic"])
def test_the_view_asked_for_is_the_one_chosen(view: str) -> None:
    checked = page(CORRECTION, view=view).xpath("//input[@name='view'][@checked]/@value")
    assert [view] == checked


@pytest.mark.parametrize("view", ["reading", "diplomatic"])
def test_both_pages_carry_the_same_two_texts(view: str) -> None:
    tree = page(CORRECTION, view=view)
    assert ("a word b", "a wrod b") == (seen(tree, "reading"), seen(tree, "diplomatic"))


def test_a_part_of_a_word_is_not_doubled_in_the_text() -> None:
    tree = page("<p>w<choice><orig>u</orig><reg>v</reg></choice>lt</p>")
    assert "wvlt" == " ".join(tree.find(".//article//p").text_content().split())[2:]
    assert "wult" == seen(tree, "diplomatic")


def test_a_correction_leads_to_the_list_and_back() -> None:
    tree = page(CORRECTION)
    there = tree.xpath("//article//a[contains(@class, 'choice')]")[0]
    row = tree.get_element_by_id(there.get("href")[1:])
    back = row.xpath(".//a[@class='return']/@href")
    assert (["#" + there.get("id")], "wrod") == (back, row[0].text_content())


def test_a_note_leads_to_its_text_and_back() -> None:
    tree = page("<p>a<note xml:id='n1' n='[1]'><p>told</p></note></p>")
    mark = tree.xpath("//a[@role='doc-noteref']")[0]
    note = tree.get_element_by_id(mark.get("href")[1:])
    assert ["#" + mark.get("id")] == note.xpath(".//a[@role='doc-backlink']/@href")


def test_a_note_mark_shows_its_brackets_only_in_the_diplomatic_view() -> None:
    tree = page("<p>a<note n='[1]'>b</note></p>")
    assert ("a1", "a[1]") == (seen(tree, "reading"), seen(tree, "diplomatic"))


def test_paragraphs_in_notes_in_paragraphs_stay_valid() -> None:
    tree = page("<p>a <list><item><p>b</p></item></list> c</p>")
    assert [] == tree.xpath("//p//p | //p//ul | //span//p")


def test_every_id_is_there_once() -> None:
    body = "<p xml:id='a'>x</p><p xml:id='a'>x</p><app><lem><p xml:id='b'>x</p></lem><rdg/></app>"
    identifiers = page(body).xpath("//@id")
    assert len(set(identifiers)) == len(identifiers)


def test_every_link_within_the_page_has_a_target() -> None:
    people = (
        "<standOff><listPerson><person xml:id='k'><persName>Krylenko</persName></person>"
        "</listPerson></standOff>"
    )
    body = (
        "<p><persName ref='#k'>K.</persName>, <date when='1917-11-07'>Nov 7</date>"
        "<note>x</note> <ref target='#k'>him</ref></p>" + CORRECTION
    )
    tree = page(body, outside=people)
    targets = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")}
    assert set() == targets - set(tree.xpath("//@id"))


def test_a_name_leads_to_what_is_known_and_the_index_to_every_mention() -> None:
    people = (
        "<standOff><listPerson><person xml:id='k'><persName>Nikolai Krylenko</persName>"
        "<birth when='1885-05-14'/></person></listPerson></standOff>"
    )
    tree = page(
        "<p><persName ref='#k'>K.</persName> and <persName ref='#k'>Krylenko</persName></p>",
        outside=people,
    )
    entry = tree.get_element_by_id("k")
    assert "14 May 1885" in entry.text_content()
    assert 2 == len(entry.xpath(".//span[@class='mentions']/a"))


def test_names_with_addresses_of_authorities_are_indexed_too() -> None:
    tree = page("<p><placeName ref='https://example.org/1'>Petrograd</placeName></p>")
    entry = tree.xpath("//section[contains(@class, 'register')]//li")[0]
    assert ["https://example.org/1"] == entry.xpath(".//a[@class='outside']/@href")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//x.y/z"],
)
def test_an_address_that_could_run_is_text_and_reported(address: str) -> None:
    made = render_html(tei_of(f"<p><ref target='{address}'>here</ref></p>"))
    assert "here</span>" in made.text
    assert ["XSL002"] == [f.code for f in made.findings]
    assert not re.search(r"href=\"(java|data|//)", made.text, re.IGNORECASE)


def test_markup_in_text_attributes_and_titles_stays_text() -> None:
    hostile = '"&gt;&lt;script&gt;alert(1)&lt;/script&gt;'
    tree = page(
        f"<p rend='{hostile}' style='{hostile}' xml:id='p1'>{hostile}<lb n='{hostile}'/>"
        f"<pb n='{hostile}' facs='{hostile}'/></p>",
        header=f"<profileDesc><creation>{hostile}</creation></profileDesc>",
    )
    scripts = [s for s in tree.xpath("//script") if "alert" in (s.text or "")]
    assert [] == scripts


def test_json_in_the_head_cannot_end_its_script() -> None:
    data = tei_of("<p>a</p>", title="&lt;/script&gt;&lt;script&gt;alert(1)//")
    made = render_html(data).text
    linked = re.search(r'<script type="application/ld\+json">(.*?)</script>', made, re.DOTALL)
    assert linked
    assert "</script><script>alert(1)//" == json.loads(linked[1])["name"]


def test_the_policy_lets_only_our_style_and_script_in() -> None:
    policy = page("<p>a</p>").xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    tree = page("<p><graphic url='https://example.org/a.png'/></p>")
    asked = tree.xpath("//img | //iframe | //object | //script[@src] | //link[@rel='stylesheet']")
    assert [] == asked
    assert ["https://example.org/a.png"] == tree.xpath("//article//a[not(@aria-hidden)]/@href")


def test_shared_files_are_linked_when_asked_for() -> None:
    made = render_html(tei_of("<p>a</p>"), settings=PageSettings(assets_href="../assets/")).text
    assert 'href="../assets/edition.css"' in made
    assert 'src="../assets/edition.js"' in made
    assert {"edition.css", "edition.js"} == set(assets())


def test_an_edition_s_own_style_comes_last_and_is_allowed() -> None:
    made = render_html(tei_of("<p>a</p>"), settings=PageSettings(own_style="p { color: red }")).text
    assert "p { color: red }</style>" in made


def test_an_edition_s_own_template_wins(tmp_path) -> None:
    own = tmp_path / "own.xsl"
    own.write_text(
        '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0" '
        'xmlns:html="urn:tei-toolkit:html" xpath-default-namespace="http://www.tei-c.org/ns/1.0">'
        '<xsl:template match="hi" mode="html:body"><b>own</b></xsl:template></xsl:stylesheet>'
    )
    made = render_html(tei_of("<p><hi>a</hi></p>"), settings=PageSettings(own_stylesheet=own)).text
    assert "<b>own</b>" in made


def test_what_has_no_rule_is_shown_marked_and_reported() -> None:
    made = render_html(tei_of("<p>a <x:y xmlns:x='urn:x'>b</x:y></p>"), file="l.xml")
    assert '<span class="unhandled y">b</span>' in made.text
    assert [("XSL001", "l.xml")] == [(f.code, f.place.file) for f in made.findings]


@pytest.mark.parametrize(
    ("code", "lang", "direction"),
    [
        ("lat", "la", "ltr"),
        ("ara", "ar", "rtl"),
        ("grc-Latn", "grc-Latn", "ltr"),
        ("heb", "he", "rtl"),
    ],
)
def test_languages_become_what_html_knows(code: str, lang: str, direction: str) -> None:
    word = page(f"<p><foreign xml:lang='{code}'>7</foreign></p>").find(".//article//i")
    assert (lang, direction) == (word.get("lang"), word.get("dir"))


def test_a_language_that_does_not_exist_is_left_out_and_reported() -> None:
    made = render_html(tei_of("<p><foreign xml:lang='greek-ish'>x</foreign></p>"))
    assert ["XSL004"] == [f.code for f in made.findings]


def test_the_title_is_not_told_twice() -> None:
    tree = page("<div><head>Letters</head><p>a</p></div>")
    assert ["Letters"] == [h.text_content() for h in tree.xpath("//h1")]
    assert [] == tree.xpath("//header[@class='masthead']")


def test_no_level_of_heading_is_skipped() -> None:
    body = "<div><div><div><head>Deep</head><p>a</p></div></div></div>"
    assert ["Deep"] == page(body).xpath("//article//h2/text()")


@pytest.mark.parametrize(
    ("wanted", "found"), [("de", "de"), ("fr-CA", "fr"), ("grc", "en"), ("", "en")]
)
def test_the_page_speaks_the_language_it_has_words_for(wanted: str, found: str) -> None:
    assert found == choose_language(wanted)


@pytest.mark.parametrize("language", sorted(languages_with_words()))
def test_every_language_has_the_words_of_english(language: str) -> None:
    for table in ("page", "units", "attributes", "elements"):
        english, own = (getattr(find_language(c).topic(Words), table) for c in ("en", language))
        assert set(english) == set(own), table
    assert set(words_of_print("en")) == set(words_of_print(language))


def test_a_word_that_print_has_for_itself_is_not_that_of_the_page() -> None:
    assert ("Page", "p.") == (words_of_page("en")["page"], words_of_print("en")["page"])
    assert ("Seite", "S.") == (words_of_page("de")["page"], words_of_print("de")["page"])


def test_a_language_without_words_has_english_ones() -> None:
    assert words_of_page("en") == words_of_page("grc")


def test_dates_are_told_in_the_language_of_the_page() -> None:
    made = render_html(
        tei_of("<p><date when='1917-11-07'>x</date></p>"), settings=PageSettings(language="de")
    ).text
    assert "7. November 1917" in made


def test_the_same_input_gives_the_same_page() -> None:
    assert render_html(tei_of(CORRECTION)).text == render_html(tei_of(CORRECTION)).text


def test_a_page_can_be_cited() -> None:
    made = render_html(tei_of("<p>a</p>"), address="https://example.org/a").text
    for form in ("citation_title", "DC.title", "@misc{", "TY  - ELEC", "application/ld+json"):
        assert form in made
    assert "https://example.org/a" in made


def test_the_title_of_the_document_goes_before_that_of_its_series() -> None:
    data = tei_of("<p>a</p>").replace(
        b"<title>Letters</title>", b"<title level='s'>Series</title><title level='a'>Letter</title>"
    )
    assert "<h1>Letter</h1>" in render_html(data).text


def test_the_readings_of_a_group_keep_their_witnesses() -> None:
    tree = page(
        "<p><app><lem>a</lem><rdgGrp><rdg wit='#B'>b</rdg><rdg wit='#C'>c</rdg></rdgGrp></app></p>"
    )
    entry = tree.get_element_by_id("ed.app.1").text_content()
    assert "a a] b B c C" == " ".join(entry.split())


def test_an_entry_outside_the_text_has_its_bracket_after_the_lemma() -> None:
    tree = page("<p>a</p><app loc='1'><lem>a</lem><rdg wit='#B'>b</rdg></app>")
    entry = tree.xpath("string(//div[contains(@class, 'app')])")
    assert "1 a ] b B" == " ".join(entry.split())


def test_a_lacuna_in_a_reading_is_told_in_words() -> None:
    tree = page("<p><app><lem>a</lem><rdg wit='#B'><lacunaStart/></rdg></app></p>")
    assert "Beginning of a lacuna B" in tree.get_element_by_id("ed.app.1").text_content()


@pytest.mark.parametrize(
    ("body", "quoted"),
    [
        ("<p>He said <q>come</q>.</p>", True),
        ("<p>He said <said>come</said>.</p>", True),
        ("<p>a <quote>come</quote></p>", True),
        ("<p>He said “<q>come</q>”.</p>", False),
        ("<p>He said <q>“come”</q>.</p>", False),
        ("<p><q>— come</q></p>", False),
        ("<p>He <said direct='false'>might</said></p>", False),
        ("<p>He said <q rend='italic'>come</q>.</p>", False),
        ("<q><p>come</p></q>", False),
    ],
)
def test_quotation_marks_are_added_where_the_text_has_none(body: str, quoted: bool) -> None:
    assert quoted == bool(page(body).xpath("//*[contains(@class, 'quoted')]"))


def test_a_header_that_says_marks_are_kept_is_believed() -> None:
    kept = "<encodingDesc><editorialDecl><quotation marks='all'/></editorialDecl></encodingDesc>"
    assert [] == page("<p><q>a</q></p>", header=kept).xpath("//*[contains(@class, 'quoted')]")


def line_numbers(body: str) -> list[str]:
    return page(body).xpath("//span[contains(@class, 'line-number')]/@data-n")


def test_lines_are_counted_on_each_page_where_none_has_a_number() -> None:
    lines = "<lb/>a" * 6
    assert ["5", "5"] == line_numbers(f"<p><pb/>{lines}<pb/>{lines}</p>")


def test_a_page_that_begins_with_words_begins_with_its_first_line() -> None:
    assert ["5"] == line_numbers("<p><pb/>one" + "<lb/>a" * 4 + "</p>")


def test_numbers_that_are_given_are_not_counted() -> None:
    lines = "".join(f"<lb n='{n}'/>a" for n in ("9", "10", "10a"))
    assert ["10", "10a"] == line_numbers(f"<p>{lines}</p>")


def test_contents_speak_the_language_of_the_text() -> None:
    source = tei_of("<div><head>نص</head></div><div><head>y</head></div>").replace(b'"en"', b'"ar"')
    tree = html.document_fromstring(render_html(source).text)
    assert [("ar", "rtl")] == [(e.get("lang"), e.get("dir")) for e in tree.xpath("//nav/ol")]


def test_metadata_of_others_is_shown_as_its_source() -> None:
    tree = page("<p>a</p>", header="<xenoData><d:a xmlns:d='urn:d'>b</d:a></xenoData>")
    assert "<d:a" in tree.xpath("string(//details[contains(@class, 'xenoData')]/pre)")


def test_every_authority_that_a_name_points_to_is_linked() -> None:
    tree = page("<p><persName ref='https://a.org/1 https://b.org/2'>N.</persName></p>")
    linked = tree.xpath("//li[@class='entity']/a[@class='outside']/@href")
    assert ["https://a.org/1", "https://b.org/2"] == linked


def test_a_part_in_another_file_is_a_link() -> None:
    include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='part.xml'/>"
    made = render_html(tei_of(f"<p>a</p>{include}"))
    assert ((), True) == (made.findings, 'href="part.xml"' in made.text)


def test_an_element_of_others_without_words_says_what_its_attributes_say() -> None:
    assert (
        "Size size short"
        in render_html(tei_of("<p><x:size xmlns:x='urn:x' size='short'/></p>")).text
    )


def test_a_siglum_stands_apart_from_the_name() -> None:
    tree = page("<p><persName><abbr type='siglum'>W</abbr>Wolf</persName></p>")
    assert "W Wolf" in tree.xpath("string(//article//p)")


def test_what_is_named_as_a_person_and_as_a_place_has_one_entry() -> None:
    tree = page("<p><persName key='k'>A</persName> <placeName key='k'>B</placeName></p>")
    entries = tree.xpath("//li[@class='entity']")
    assert [("ed.entry.1", 2)] == [(e.get("id"), len(e.xpath(".//a"))) for e in entries]


def test_a_pointer_to_several_things_has_its_id_once() -> None:
    tree = page("<p xml:id='a'>x</p><p xml:id='b'>y <ptr xml:id='q' target='#a #b'/></p>")
    assert [["q"], ["#a", "#b"]] == [
        tree.xpath("//a[contains(@class, 'ptr')]/@id"),
        tree.xpath("//a[contains(@class, 'ptr')]/@href"),
    ]


def test_an_empty_header_tells_nothing_about_the_edition() -> None:
    source = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body/></text></TEI>'
    assert 'class="about"' not in render_html(source).text


def test_the_edition_of_a_book_stands_in_the_line_of_its_entry() -> None:
    book = "<title>T</title><edition>2nd ed.</edition><imprint><date>1990</date></imprint>"
    tree = page(f"<listBibl><biblStruct><monogr>{book}</monogr></biblStruct></listBibl>")
    assert "T 2nd ed. 1990" == " ".join(tree.xpath("string(//div[@class='biblStruct'])").split())
