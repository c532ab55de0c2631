"""Structure: what each block of a text is, and that doubt makes a paragraph."""

import time

import pytest

from toolkit.annotation.notes import notes
from toolkit.annotation.protocol import Annotator, annotations_of, in_order, run
from toolkit.annotation.structure import structure
from toolkit.edition import Edition
from toolkit.exceptions import ToolkitError
from toolkit.reading.plain import read_text
from toolkit.text import Document

LONG = "This is a paragraph that goes on for a while, so that nobody takes it for a heading. " * 2


def _found(text: str, *elements: str, language: str = "en") -> list[tuple[str, str]]:
    doc = run(
        read_text(text.encode(), "x.txt", language=language).doc, Edition(), [notes, structure]
    )
    found = doc.annotations(*elements) if elements else doc.annotations()
    return [(a.element, a.span.of(text)) for a in found]


def test_paragraphs_are_divided_by_blank_lines() -> None:
    assert [("p", "One."), ("p", "Two.")] == _found("One.\n\nTwo.\n")


def test_lines_within_a_paragraph_are_kept() -> None:
    assert [("p", "One\ntwo."), ("lb", "")] == _found("One\ntwo.\n")


def test_a_word_divided_at_the_end_of_a_line_is_said_to_be_one() -> None:
    doc = run(read_text(b"One para-\ngraph.", "x", language="en").doc, Edition(), [structure])
    assert ["no"] == [a.get("break") for a in doc.annotations("lb")]


@pytest.mark.parametrize(
    ("block", "element", "language"),
    [
        ("Dear Sir,", "salute", "en"),
        ("Sehr geehrter Herr Meier!", "salute", "de"),
        ("Mon cher ami,", "salute", "fr"),
        ("To all citizens of Paris", "salute", "en"),
        ("Berlin, 3. Mai 1905", "dateline", "de"),
        ("Washington, May 25, 1955.", "dateline", "en"),
        ("Bath, 3rd May", "dateline", "en"),
        ("14 Green Street, Hill Sq.\n                  Sept. 9th [1823]", "dateline", "en"),
    ],
)
def test_letters_open_with_dateline_and_salute(block: str, element: str, language: str) -> None:
    assert [("opener", block), (element, block)] == _found(
        f"{block}\n\n{LONG}\n", "opener", "salute", "dateline", language=language
    )


def test_a_text_has_the_words_of_its_own_language_only() -> None:
    text = f"Sehr geehrter Herr Meier!\n\n{LONG}\n"
    assert [] == _found(text, "salute", language="en")
    assert [] == _found(text, "salute", language="xx")


def test_a_text_in_no_known_language_has_the_words_of_all() -> None:
    text = f"Sehr geehrter Herr Meier!\n\n{LONG}\n"
    assert 1 == len(_found(text, "salute", language="und"))


def test_a_salute_may_be_the_first_line_of_a_paragraph() -> None:
    text = f"Dear Ann,\n{LONG}\n"
    assert [("salute", "Dear Ann,")] == _found(text, "salute")
    assert [("p", LONG.strip())] == _found(text, "p")


def test_a_closer_has_signatures_and_offices() -> None:
    text = f"{LONG}\n\nIn the name of the Club\n\nJ. Doe,\nPresident of the Club\n\nA. Lee\n"
    assert [
        ("closer", "In the name of the Club\n\nJ. Doe,\nPresident of the Club\n\nA. Lee"),
        ("signed", "J. Doe,\nPresident of the Club"),
        ("roleName", "President of the Club"),
        ("signed", "A. Lee"),
    ] == _found(text, "closer", "signed", "roleName")


def test_a_farewell_makes_one_name_a_signature() -> None:
    text = f"{LONG}\n\nYours sincerely,\n\nMyron\n"
    assert [("salute", "Yours sincerely,"), ("signed", "Myron")] == _found(text, "salute", "signed")


def test_a_list_of_names_is_no_closer() -> None:
    assert [] == _found(f"{LONG}\n\nStorfer\n\nBoschan\n\nFriedmann\n", "closer")


def test_a_postscript_follows_the_closer() -> None:
    text = f"{LONG}\n\nJ. Doe\n\nP.S. The birds are back.\n"
    assert [("postscript", "P.S. The birds are back.")] == _found(text, "postscript")


def test_headings_make_divisions() -> None:
    text = f"CHAPTER I\n\n{LONG}\n\nCHAPTER II\n\n{LONG}\n"
    assert 2 == len(_found(text, "head"))


def test_four_lines_with_capitals_are_verse() -> None:
    verse = "Roses are red,\nViolets are blue;\nSugar is sweet,\nAnd so are you."
    assert [("lg", verse), *(("l", line) for line in verse.split("\n"))] == _found(
        f"{LONG}\n\n{verse}\n\n{LONG}\n", "lg", "l"
    )


def test_hard_wrapped_prose_is_not_verse() -> None:
    text = (
        "It was a dark and stormy night in the year of our Lord 1830, and\n"
        "The Times of London had said that it would be so, as it always did;\n"
        "London, where nobody was out, slept.\n"
    )
    assert [] == _found(text, "lg")


def test_labelled_lines_are_a_list() -> None:
    text = f"{LONG}\n\n1. Buy bread.\n2. Eat it\n   slowly.\n\n{LONG}\n"
    assert [
        ("label", "1."),
        ("item", "Buy bread."),
        ("label", "2."),
        ("item", "Eat it\n   slowly."),
    ] == (_found(text, "label", "item"))


def test_tabs_make_a_table() -> None:
    assert 4 == len(_found(f"{LONG}\n\nAnn\t12\nBob\t13\n", "cell"))


def test_page_breaks_keep_what_was_typed() -> None:
    text = "One.\n\n[p. 312]\n\nTwo.\n\fThree.\n"
    assert [("fw", "[p. 312]"), ("pb", ""), ("pb", "")] == _found(text, "pb", "fw")


def test_annotators_run_after_those_they_build_upon() -> None:
    a = Annotator("a", annotations_of(lambda *_: []), after=("z",))
    z = Annotator("z", annotations_of(lambda *_: []))
    assert (z, a) == in_order([a, z])


def test_annotators_that_wait_for_one_another_are_refused() -> None:
    a = Annotator("a", annotations_of(lambda *_: []), after=("b",))
    b = Annotator("b", annotations_of(lambda *_: []), after=("a",))
    with pytest.raises(ToolkitError, match="wait for one another"):
        in_order([a, b])


def test_a_line_on_top_of_every_page_is_a_running_head() -> None:
    page = "THE MILL {n}\n\nA paragraph of the page that ends with a sentence.\n\f"
    text = "".join(page.format(n=n) for n in range(1, 6))
    assert [("fw", f"THE MILL {n}") for n in range(1, 6)] == _found(text, "fw")


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    text = "One sentence that goes\n\n[p. 2]\n\non here.\n"
    assert [("p", "One sentence that goes\n\n[p. 2]\n\non here.")] == _found(text, "p")


def test_an_address_stands_in_the_opener_line_by_line() -> None:
    text = f"Herrn\nJulius Weber\nWien\n\nSehr geehrter Herr Weber!\n\n{LONG}\n"
    assert [("addrLine", line) for line in ("Herrn", "Julius Weber", "Wien")] == (
        _found(text, "addrLine", language="de")
    )


def test_a_line_of_signs_divides_documents() -> None:
    letter = f"Berlin, 3. Mai 1905\n\nLieber Paul,\n\n{LONG}\n\nDein Hans\n"
    text = f"{letter}\n-----\n\n{letter}"
    assert ["Lieber Paul,"] * 2 == [words for _, words in _found(text, "salute")]
    assert 2 == len(_found(text, "div"))
    assert [("fw", "-----")] == _found(text, "fw")


def test_signs_between_paragraphs_divide_nothing() -> None:
    assert [("ab", "* * *")] == _found(f"{LONG}\n\n* * *\n\n{LONG}\n", "div", "ab")


def test_a_farewell_above_the_name_is_no_part_of_the_signature() -> None:
    text = f"Dear Ellen,\n\n{LONG}\n\nBelieve me,\nYours affectionately,\nC. Brown\n"
    assert [("signed", "C. Brown")] == _found(text, "signed")
    assert ("salute", "Believe me,\nYours affectionately,") in _found(text, "salute")


def test_dates_that_stand_alone_make_a_diary() -> None:
    days = ("Monday, 3 January 1916", "Tuesday, 4 January", "5 January")
    text = "\n\n".join(f"{day}\n\nRain all day." for day in days)
    assert [("head", day) for day in days] == _found(text, "head")
    assert 3 == len(_found(text, "div"))


def test_two_dates_make_no_diary() -> None:
    assert [] == _found("3 January 1916\n\nRain.\n\n4 January\n\nRain.\n", "div")


def test_a_word_broken_over_a_page_goes_on() -> None:
    text = "They were obliged to car-\n\n[p. 2]\n\nry it.\n"
    doc = run(Document(text, "x.txt", "en"), Edition(), [structure])
    assert ["no"] == [a.get("break") for a in doc.annotations("lb")]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("[Washington,] February 19, 1951.", "en"),
        ("den 5. Mai 1803", "de"),
        ("[London, 1850]", "en"),
        ("12 мая 1848 г.", "ru"),
    ],
)
def test_a_place_that_the_editor_supplies_begins_a_dateline(line: str, language: str) -> None:
    text = f"{line}\n\n{LONG}\n"
    assert [("dateline", line)] == _found(text, "dateline", language=language)


def test_lines_of_an_envelope_are_an_address() -> None:
    text = f"Berlin, 4. Mai 1933\n\nAn das\nMinisterium des Innern\nBerlin\n\n{LONG}\n"
    lines = ("An das", "Ministerium des Innern", "Berlin")
    assert [("addrLine", line) for line in lines] == _found(text, "addrLine", language="de")


def test_bare_numbers_that_count_up_are_pages() -> None:
    text = "[1]\n\nThe first page.\n\n[2]\n\nThe second.\n"
    assert [("fw", "[1]"), ("fw", "[2]")] == _found(text, "fw")
    assert [] == _found("[1]\n\nThe first page.\n\n[7]\n\nThe second.\n", "fw")


@pytest.mark.parametrize(
    "line",
    [
        "Bezug: Schreiben vom 1.5.1933",
        "about the Destruction of Polish Jewry 1939",
        "Nothing was thrown away then (see the rule of 1997)",
    ],
)
def test_a_line_that_only_ends_with_a_date_is_no_dateline(line: str) -> None:
    assert [] == _found(f"{line}\n\nDear Sir,\n\n{LONG}\n", "dateline")


def test_the_labelled_lines_of_a_memorandum_are_no_title() -> None:
    head = "From: J. Smith\nTo: All staff\nDate: 4 June 1998"
    assert [
        ("list", head),
        ("label", "From:"),
        ("item", "J. Smith"),
        ("label", "To:"),
        ("item", "All staff"),
        ("label", "Date:"),
        ("item", "4 June 1998"),
    ] == _found(f"{head}\n\n{LONG}\n", "head", "list", "label", "item")


def test_a_heading_over_notes_is_no_part_of_the_text() -> None:
    found = _found(f"{LONG} A ship[1] sank.\n\nNOTES\n\n[1] A boat.\n", "fw", "head")
    assert [("fw", "NOTES")] == found


def test_a_text_in_one_line_is_soon_read() -> None:
    text = "on 10 May 1985 he " * 5000
    start = time.process_time()
    assert 1 == len(_found(text, "p"))
    assert time.process_time() - start < 3


def test_a_text_that_begins_with_its_title_and_author_again_has_them_as_such() -> None:
    metadata = "Title: The Oak\nAuthor: Jane Doe\nTranscribed by: Jo Ray\n\n"
    found = _found(f"{metadata}THE OAK\n\nby Jane Doe\n\n{LONG}\n", "head", "byline", "p")
    assert [("head", "THE OAK"), ("byline", "by Jane Doe"), ("p", LONG.strip())] == found


def test_what_stands_before_the_title_does_not_hide_it() -> None:
    metadata = "Title: The Oak\nAuthor: Jane Doe\nTranscribed by: Jo Ray\n\n"
    found = _found(f"{metadata}Set in type by A. B.\n\nThe Oak\n\nJane Doe\n\n{LONG}\n")
    elements = [element for element, _ in found if element not in ("xenoData", "lb")]
    assert ["p", "div", "head", "docAuthor", "p"] == elements


def test_a_name_that_ends_like_a_preposition_is_a_name() -> None:
    text = f"Title: The Oak\nAuthor: Ruby Jones\nTranscribed by: Jo Ray\n\nRuby Jones\n\n{LONG}\n"
    assert [("docAuthor", "Ruby Jones")] == _found(text, "docAuthor", "byline")


def test_a_day_may_be_the_first_line_of_its_entry() -> None:
    days = ("Friday, January 1, 1864.", "Saturday, January 2, 1864.", "Sunday, January 3, 1864.")
    text = "A Diary\n" + "\n".join(f"{day}\nRain all day.\n" for day in days)
    assert [("head", day) for day in days] == _found(text, "head")[-3:]
    two = "\n".join(f"{day}\nRain all day.\n" for day in days[:2])
    assert [] == _found(two, "div")
