"""Names of the edition's authority lists: who is meant, and when that would be a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.annotation.names import find_names
from toolkit.annotation.names.authority_matches import one_edit_apart
from toolkit.edition import Edition, Entry, Kind
from toolkit.text import Cert, Document

ORMESSON = Entry("ormesson", Kind.PERSON, ("Anna Ormesson",), '<person sex="F"/>')
BRACKWADE = Entry("brackwade", Kind.PERSON, ("Samuel Brackwade",))
EICHMANN = Entry("eichmann", Kind.PERSON, ("Eichmann, Adolf",))


def refs(text: str, *entries: Entry, language: str = "en") -> list[tuple[str, str]]:
    found = find_names(Document(text, language=language), Edition(authority=entries))
    return [(a.span.of(text), a.get("ref")) for a in found if a.element != "roleName"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We saw Anna Ormesson there.", "Anna Ormesson"),
        ("We saw A. Ormesson there.", "A. Ormesson"),
        ("We saw Ormesson there.", "Ormesson"),
        ("We saw Mrs. Ormesson there.", "Mrs. Ormesson"),
        ("We saw Ormesson’s house there.", "Ormesson"),
    ],
)
def test_a_listed_person_is_identified(text: str, name: str) -> None:
    assert [(name, "#ormesson")] == refs(text, ORMESSON)


def test_a_wife_is_not_her_husband() -> None:
    assert [("Mrs. Brackwade", "")] == refs("We saw Mrs. Brackwade there.", BRACKWADE)


def test_another_forename_is_another_person() -> None:
    assert [("Peter Ormesson", "")] == refs("We saw Peter Ormesson there.", ORMESSON)


def test_a_surname_alone_is_not_identified_when_the_text_names_a_namesake() -> None:
    text = "We saw Peter Ormesson there. Then Ormesson left."
    assert {""} == {ref for _, ref in refs(text, ORMESSON)}


def test_a_surname_alone_is_not_identified_when_two_entries_have_it() -> None:
    other = Entry("paul", Kind.PERSON, ("Paul Ormesson",))
    assert [("Ormesson", "")] == refs("We saw Ormesson there.", ORMESSON, other)
    assert [("Paul Ormesson", "#paul")] == refs("We saw Paul Ormesson there.", ORMESSON, other)


def test_a_german_genitive_is_the_same_person() -> None:
    assert ("Eichmanns", "#eichmann") in refs("Auf Befehl Eichmanns.", EICHMANN, language="de")


def test_a_german_organisation_may_be_inflected() -> None:
    office = Entry("amt", Kind.ORGANISATION, ("Auswärtiges Amt",))
    text = "Der Leiter des Auswärtigen Amtes kam."
    assert ("Auswärtigen Amtes", "#amt") in refs(text, office, language="de")


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_both_apostrophes_are_one(apostrophe: str) -> None:
    council = Entry("council", Kind.ORGANISATION, ("Council of People's Commissars",))
    name = f"Council of People{apostrophe}s Commissars"
    assert [(name, "#council")] == refs(f"The {name} met.", council)


def test_a_name_may_run_over_a_line_end() -> None:
    assert [("Anna\nOrmesson", "#ormesson")] == refs(
        "On that long and rainy evening we met Anna\nOrmesson, who had just come home.", ORMESSON
    )


def test_a_name_does_not_run_over_a_blank_line() -> None:
    assert ("Anna\n\nOrmesson", "#ormesson") not in refs("Here is Anna\n\nOrmesson", ORMESSON)


def test_a_misspelt_surname_is_the_person_whom_the_text_spells_right() -> None:
    text = "We saw Anna Ormesson there. Later Mrs. Ormeson left."
    assert [("Anna Ormesson", "#ormesson"), ("Mrs. Ormeson", "#ormesson")] == refs(text, ORMESSON)
    found = find_names(Document(text, language="en"), Edition(authority=(ORMESSON,)))
    assert [Cert.MEDIUM] == [a.cert for a in found if a.rule == "misspelt"]


def test_a_similar_name_is_no_misspelling_where_the_listed_one_is_absent() -> None:
    assert {""} == {ref for _, ref in refs("We saw Mrs. Ormeson there.", ORMESSON)}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("krylenko", "krylenk", True),
        ("krylenko", "krilenko", True),
        ("krylenko", "krylneko", True),
        ("krylenko", "xkrylenko", True),
        ("krylenko", "krylenko", False),
        ("krylenko", "krilenka", False),
        ("krylenko", "kryle", False),
    ],
)
def test_one_edit_is_a_letter_added_left_out_changed_or_swapped(
    one: str, other: str, expected: bool
) -> None:
    assert expected is one_edit_apart(one, other)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_edit_apart_is_symmetric(one: str, other: str) -> None:
    assert one_edit_apart(one, other) is one_edit_apart(other, one)
