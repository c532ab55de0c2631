"""Validation: verdicts, places and messages, with one finding for one mistake."""

import pytest

from toolkit.findings import Finding
from toolkit.rng import Grammar, validate

HEADER = "<teiHeader><title>T</title></teiHeader>"


def document(body: str, header: str = HEADER) -> bytes:
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text>{body}</text></TEI>'
    return tei.encode()


def findings(grammar: Grammar, data: bytes) -> list[Finding]:
    return list(validate(grammar, data, file="a.xml"))


def only(grammar: Grammar, data: bytes) -> Finding:
    found = findings(grammar, data)
    assert 1 == len(found), [str(finding) for finding in found]
    return found[0]


def test_a_valid_document_has_no_findings(grammar: Grammar) -> None:
    body = '<div type="chapter"><head>H</head><p>a <hi>b</hi></p><lg><l>c</l></lg></div>'
    assert [] == findings(grammar, document(body))


def test_a_misplaced_element_is_named_with_its_parent_and_what_is_expected(
    grammar: Grammar,
) -> None:
    finding = only(grammar, document("<div><lg><p>x</p><l>y</l></lg></div>"))
    assert ("RNG001", "<p> is not allowed in <lg>; expected <l>") == (
        finding.code,
        finding.message,
    )


def test_what_is_right_after_a_misplaced_element_is_not_reported(grammar: Grammar) -> None:
    only(grammar, document("<div><p>a</p><div><p>b</p></div><p>c</p></div>"))


def test_a_misspelt_element_is_taken_for_what_was_meant(grammar: Grammar) -> None:
    finding = only(grammar, document("<div><p><persname ref='#a'>A</persname></p></div>"))
    assert "<persname> is not an element of the schema; did you mean <persName>?" == (
        finding.message
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<b x='1'>A<br/>B</b>", "<b> is HTML; in this schema it is <hi>"),
        ("<emphasis role='bold'>A</emphasis>", "<emphasis> is not allowed in <p>"),
        ("<li><p>A</p>B</li>", "<li> is not allowed in <p>"),
        ("<persNmae>A<i>B</i></persNmae>", "<persNmae> is not an element"),
        ("<h:i xmlns:h='http://www.w3.org/1999/xhtml'>A</h:i>", "<h:i> is HTML; in this schema"),
    ],
)
def test_an_unknown_element_is_one_finding_with_all_it_contains(
    grammar: Grammar, content: str, message: str
) -> None:
    finding = only(grammar, document(f"<div><p>{content}</p></div>"))
    assert "RNG008" == finding.code
    assert finding.message.startswith(message)


def test_the_hint_on_an_element_of_html_has_the_attributes_and_a_page_that_exists(
    grammar: Grammar,
) -> None:
    finding = only(grammar, document("<div><p><strong>A</strong></p></div>"))
    assert finding.hint.startswith('write <hi rend="bold">; see https://')
    assert finding.hint.endswith("/ref-hi.html")


def test_a_known_element_inside_an_unknown_one_is_checked_as_itself(grammar: Grammar) -> None:
    found = [
        finding.code
        for finding in validate(grammar, document("<div><p><b><hi><persName/></hi></b></p></div>"))
    ]
    assert ["RNG008", "RNG005"] == found


def test_an_element_of_html_counts_as_what_its_parent_requires(grammar: Grammar) -> None:
    only(grammar, document("<div><para>A</para></div>"))


def test_an_element_of_another_vocabulary_is_passed_over(grammar: Grammar) -> None:
    finding = only(grammar, document('<div><p><svg xmlns="urn:svg"><g/></svg></p></div>'))
    assert "RNG008" == finding.code


def test_a_missing_element_is_named_with_what_comes_too_early(grammar: Grammar) -> None:
    header = "<teiHeader><author>A</author></teiHeader>"
    finding = only(grammar, document("<div><p/></div>", header))
    assert "<title> is missing in <teiHeader>, before <author>" == finding.message


def test_swapped_elements_are_one_mistake(grammar: Grammar) -> None:
    header = "<teiHeader><author>A</author><title>T</title></teiHeader>"
    assert "RNG002" == only(grammar, document("<div><p/></div>", header)).code


def test_an_element_that_ends_too_early_is_incomplete(grammar: Grammar) -> None:
    finding = only(grammar, document("<div><lg/></div>"))
    assert "<l> is missing in <lg>" == finding.message


def test_an_unknown_element_stands_for_the_required_one(grammar: Grammar) -> None:
    tei = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><Kopf/><text><div><p/></div></text></TEI>'
    assert "RNG008" == only(grammar, tei.encode()).code


def test_text_between_elements_is_quoted(grammar: Grammar) -> None:
    finding = only(grammar, document("<div>\n stray words <p/> more</div>"))
    assert 'text is not allowed in <div>: "stray words"; expected <div>, <head>, <lg> or <p>' == (
        finding.message
    )
    assert (2, 2) == (finding.place.line, finding.place.column)


def test_an_attribute_is_placed_where_it_stands(grammar: Grammar) -> None:
    finding = only(grammar, document('<div>\n  <p n="1"\n     m="2">x</p></div>'))
    assert (3, 6) == (finding.place.line, finding.place.column)
    assert "@m is not allowed on <p>; allowed are @xml:id" == finding.message


def test_a_misspelt_attribute_is_not_missing_too(grammar: Grammar) -> None:
    finding = only(grammar, document('<div><p><persName Ref="#a">A</persName></p></div>'))
    assert "@Ref is not allowed on <persName>; did you mean @ref?" == finding.message


def test_a_missing_attribute_is_named(grammar: Grammar) -> None:
    finding = only(grammar, document("<div><p><persName>A</persName></p></div>"))
    assert "<persName> needs the attribute @ref" == finding.message


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("part", '@type on <div> is "part"; it must be "chapter" or "section"'),
        ("Chapter", '@type on <div> is "Chapter"; did you mean "chapter"?'),
    ],
)  # fmt: skip
def test_a_wrong_value_comes_with_what_is_allowed(
    grammar: Grammar, value: str, message: str
) -> None:
    assert message == only(grammar, document(f'<div type="{value}"><p/></div>')).message


def test_the_text_of_an_element_may_have_to_be_a_value(grammar: Grammar) -> None:
    header = '<teiHeader><title/><date when="1848-02-30">five</date><!-- x --></teiHeader>'
    found = findings(grammar, document("<div><p/></div>", header))
    assert ["RNG006", "RNG007"] == [finding.code for finding in found]
    assert '<date> has the text "five"; it must be a whole number' == found[1].message


def test_a_duplicate_identifier_names_the_first(grammar: Grammar) -> None:
    body = '<div>\n<p xml:id="a"/>\n<p xml:id="a"/></div>'
    finding = only(grammar, document(body))
    assert '@xml:id "a" is used before, in line 2, column 1' == finding.message
    assert (3, 4) == (finding.place.line, finding.place.column)
    assert [] == list(validate(grammar, document(body), ids=False))


def test_a_document_without_namespace_is_one_mistake(grammar: Grammar) -> None:
    finding = only(grammar, b"<TEI><teiHeader/><text/></TEI>")
    assert "RNG009" == finding.code


def test_a_place_has_the_nearest_identifier_and_the_path(grammar: Grammar) -> None:
    finding = only(grammar, document('<div xml:id="d"><p/><p><x/></p></div>'))
    assert ("d", "/TEI/text[1]/div[1]/p[2]/x[1]") == (finding.place.id, finding.place.path)


def test_a_tag_over_several_lines_is_placed_at_its_end(grammar: Grammar) -> None:
    finding = only(grammar, document('<div><lg>\n<hi\n n="1"\n >x</hi><l/></lg></div>'))
    assert (4, 3) == (finding.place.line, finding.place.column)


def test_columns_count_characters_not_bytes(grammar: Grammar) -> None:
    finding = only(grammar, document("<div><p>äöü𝔄<x/></p></div>"))
    plain = only(grammar, document("<div><p>aoua<x/></p></div>"))
    assert plain.place.column == finding.place.column


def test_the_limit_ends_the_list_and_says_so(grammar: Grammar) -> None:
    body = "<div>" + "<p><hi m='1'/></p>" * 9 + "</div>"
    found = list(validate(grammar, document(body), limit=3))
    assert ["RNG004"] * 3 + ["XML004"] == [finding.code for finding in found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "shift_jis", "utf-32"])
def test_declared_encodings_are_read(grammar: Grammar, encoding: str) -> None:
    word = "Wort" if encoding == "shift_jis" else "Wörter"
    tei = document(f"<div><p>{word}</p></div>").decode()
    text = f'<?xml version="1.0" encoding="{encoding}"?>{tei}'
    assert [] == findings(grammar, text.encode(encoding))
