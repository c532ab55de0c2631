"""Letters: how they open and close, in blocks or line by line, and what only looks like it."""

import pytest

from toolkit.annotation.notes import notes
from toolkit.annotation.protocol import run
from toolkit.annotation.structure import structure
from toolkit.annotation.structure.datelines import is_dateline
from toolkit.annotation.structure.wording import wording_of
from toolkit.edition import Edition
from toolkit.reading.plain import read_text

LONG = "This is a paragraph that goes on for a while, so that nobody takes it for a heading. " * 2
LINES = "I have to thank you for your letter\nof the 12th, and to say that the boat\nwas not mine."


def _found(text: str, *elements: str, language: str = "en") -> list[tuple[str, str]]:
    doc = run(read_text(text.encode(), "x", language=language).doc, Edition(), [notes, structure])
    return [(a.element, a.span.of(text)) for a in doc.annotations(*elements)]


@pytest.mark.parametrize(
    "words", ["Household Accounts, 1788", "1914\u20131918", "1848", "Fable 3", "Lane Street 7"]
)
def test_a_number_is_no_dateline(words: str) -> None:
    assert not is_dateline(words, wording_of("en"))


def test_a_letter_of_lines_opens_with_date_address_and_salute() -> None:
    text = f"Mill House\n17th May 1915\nThe Secretary\nDear Sir,\n{LINES}\n{LINES}\n"
    assert [
        ("opener", "Mill House\n17th May 1915\nThe Secretary\nDear Sir,"),
        ("dateline", "Mill House\n17th May 1915"),
        ("address", "The Secretary"),
        ("salute", "Dear Sir,"),
    ] == _found(text, "opener", "dateline", "address", "salute")


@pytest.mark.parametrize(
    ("last", "salute"),
    [
        ("It may be sold. Yours faithfully,\nThos. Reed", "Yours faithfully,"),
        ("It may be sold.\nI am\nYours truly\nThos. Reed\nHon. Sec.", "I am\nYours truly"),
    ],
)
def test_a_letter_of_lines_closes_with_farewell_and_name(last: str, salute: str) -> None:
    text = f"17th May 1915\nDear Sir,\n{LINES}\n{LINES}\n{last}\n"
    assert ("salute", salute) == _found(text, "salute")[-1]
    assert [("signed", text[text.index("Thos.") :].strip())] == _found(text, "signed")


def test_lines_without_a_date_and_a_salute_are_no_opener() -> None:
    assert [] == _found(f"Mill House\nDear me, what a day\n{LINES}\n{LINES}\n", "opener", "closer")


def test_a_full_name_alone_after_the_last_paragraph_signs() -> None:
    assert [("signed", "Otto Carl Mohr")] == _found(f"{LONG}\n\nOtto Carl Mohr\n", "signed")


@pytest.mark.parametrize("last", ["Jan Meyer (1882-1967)", "NEW YORK", "Meyer", "Of the Birds"])
def test_other_last_lines_sign_nothing(last: str) -> None:
    assert [] == _found(f"{LONG}\n\n{last}\n", "signed")


def test_a_farewell_may_have_the_name_in_its_line() -> None:
    text = f"Hull, 3 May 1822\n\nDear Ann,\n\n{LONG}\n\nYour obedient servant John Hale\n"
    assert [("signed", "Your obedient servant John Hale")] == _found(text, "signed")


def test_those_who_have_copies_stand_under_the_signature() -> None:
    text = f"{LONG}\n\nJ. L. Marsh\n\ncc: Mr. Thorne\n"
    assert [("closer", "J. L. Marsh\n\ncc: Mr. Thorne")] == _found(text, "closer")


def test_a_list_that_a_colon_announces_is_no_closer() -> None:
    text = f"{LONG}\n\nThese will pay for it:\n\nJohn Pole\nSarah Hart\n\nJ. L. Marsh\n"
    assert [("closer", "J. L. Marsh")] == _found(text, "closer")


def test_labels_of_a_memorandum_may_stand_above_their_words() -> None:
    text = f"MEMORANDUM\n\nTO\n\nThe Director\n\nSUBJECT\n\nThe maps\n\n{LONG}\n"
    assert [
        ("label", "TO"), ("item", "The Director"), ("label", "SUBJECT"), ("item", "The maps"),
    ] == _found(text, "label", "item")  # fmt: skip


def test_one_labelled_line_makes_no_memorandum() -> None:
    assert [] == _found(f"MEMORANDUM\n\nSubject: The maps\n\n{LONG}\n", "list")


def test_the_title_of_an_ode_salutes_nobody() -> None:
    stanza = (
        "O come again, thou bird of all the hill,\n"
        "And say the word thou hast already said;\n"
        "For I am old, and I shall listen still\n"
        "Until I lie among the listening dead."
    )
    text = f"To the Cuckoo\n\n{stanza}\n\n{stanza}\n"
    assert [("head", "To the Cuckoo")] == _found(text, "head", "salute")


def test_what_is_to_be_made_is_no_addressee() -> None:
    assert [] == _found(f"To Make a Quince Paste\n\n{LONG}\n", "salute")


def test_a_block_that_is_all_opener_has_nothing_after_it() -> None:
    text = "one\ntwo\nthree\nfour\nfive 3]\nDear"

    assert [("opener", text)] == _found(text, "opener")


def test_a_dash_may_follow_a_salute() -> None:
    assert [("salute", "DEAR MADAM,--")] == _found(f"DEAR MADAM,--\n\n{LONG}\n", "salute")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Gentlemen, we thank the society for its gift.", "en"),
        ("Liebe Freunde, ich danke dem Verein.", "de"),
        ("Chers amis, nous voici.", "fr"),
    ],
)
def test_a_salute_has_no_finite_verb(words: str, language: str) -> None:
    assert [] == _found(f"{words}\n\n{LONG}\n", "salute", language=language)


def test_a_salute_ends_before_the_subject_of_the_sentence_in_its_line() -> None:
    text = f"Mill House\n17 May 1915\nDear Sir I regret\n{LINES}\n{LINES}\n"
    assert [("salute", "Dear Sir")] == _found(text, "salute")
    assert [("p", f"I regret\n{LINES}\n{LINES}")] == _found(text, "p")


def test_a_single_name_signs_a_text_with_an_opener() -> None:
    opened = f"Hull, 3 May 1822\n\nDear Ann,\n\n{LONG}\n\n"
    assert [("signed", "Martha")] == _found(f"{opened}Martha\n", "signed")
    assert [] == _found(f"{opened}martha\n", "signed")
    assert [] == _found(f"{opened}MARTHA\n", "signed")
    assert [] == _found(f"{LONG}\n\nMartha\n", "signed")


@pytest.mark.parametrize("names", ["Hill, Moore, Pole", "Hill, Moore"])
def test_several_names_may_follow_a_farewell(names: str) -> None:
    assert [("signed", names)] == _found(f"{LONG}\n\nWith thanks,\n\n{names}\n", "signed")
    assert [] == _found(f"{LONG}\n\nWith thanks,\n\n{names.lower()}\n", "signed")


def _letter(*heads: str, place: str = "Hull", name: str = "John Hale") -> str:
    lines = (*heads, f"{place}, 3 May 1822", "Dear Ann,", LONG, "Yours ever,", name)
    return "".join(f"{line}\n\n" for line in lines)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((), ()),
        (("Letters to a sister",), ()),
        (("IV",), ("V",)),
        (("I", "TO MRS. POLE"), ("II", "TO MR. REED")),
    ],
)
def test_letters_follow_one_another_with_or_without_headings(
    first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    text = _letter(*first) + _letter(*second, place="Bath", name="Ann Moore")
    closers = [words for _, words in _found(text, "closer")]
    assert ["Yours ever,\n\nJohn Hale", "Yours ever,\n\nAnn Moore"] == closers
    heads = [words for _, words in _found(text, "head")]
    assert heads == [*first, *second]


def test_a_greeting_may_begin_with_the_name() -> None:
    text = _letter() + _letter(place="Bath").replace("Dear Ann,", "Ann beloved,")
    assert ["Dear Ann,", "Ann beloved,"] == [
        words for _, words in _found(text, "salute") if not words.startswith("Yours")
    ]


def test_the_first_of_two_datelines_may_be_a_title() -> None:
    title = "A Report of the Harbour, 6 May 1915"
    text = f"{title}\n\nHull, Thursday, 6 May 1915\n\nDear Ann,\n\n{LONG}\n"
    assert [("head", title)] == _found(text, "head")
    assert [("dateline", "Hull, Thursday, 6 May 1915")] == _found(text, "dateline")
    short = "Hull, 6 May 1915\n\nBath, 7 May 1915\n\n" + LONG
    assert [] == _found(short, "head")


@pytest.mark.parametrize("line", ["Hull, May 11, 1852, Tuesday evening.", "Hull, 3 May 1852, noon"])
def test_a_dateline_may_end_with_the_time_of_day(line: str) -> None:
    assert [("dateline", line)] == _found(f"{line}\n\n{LONG}\n", "dateline")


@pytest.mark.parametrize("last", ["Finis", "Enclosure", "Appendix", "Moore,"])
def test_other_single_words_at_the_end_of_a_letter_are_no_signature(last: str) -> None:
    closers = _found(f"Hull, 3 May 1822\n\nDear Ann,\n\n{LONG}\n\n{last}\n", "signed")
    assert ([("signed", "Moore,")] if last == "Moore," else []) == closers
