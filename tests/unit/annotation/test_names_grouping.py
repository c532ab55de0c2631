"""Mentions of one person, and the list of persons that is proposed."""

import pytest
from lxml import etree

from toolkit.annotation.names import find_names
from toolkit.annotation.names.entity_clustering import Person, persons_of, proposed_persons
from toolkit.edition import Edition, Entry, Kind
from toolkit.namespaces import XML_ID, tei
from toolkit.text import Document

KRYLENKO = Entry("krylenko", Kind.PERSON, ("Nikolai Krylenko",))


def persons(text: str, *entries: Entry) -> tuple[Person, ...]:
    doc = Document(text, language="en")
    return persons_of(doc, find_names(doc, Edition(authority=entries)))


def test_a_surname_joins_the_only_full_name_it_fits() -> None:
    text = "There stood Mr. Samuel Brackwade. Later, they say, Brackwade left. S. Brackwade wrote."
    (person,) = persons(text)
    assert ("Samuel Brackwade", "S. Brackwade", "Brackwade") == person.names
    assert ("Mr.",) == person.titles
    assert 3 == len(person.mentions)


def test_a_surname_that_fits_two_persons_stays_alone() -> None:
    text = "There stood Mr. Samuel Brackwade and Mr. Peter Brackwade. Later, Brackwade left."
    assert 3 == len(persons(text))


def test_husband_and_wife_are_two_persons() -> None:
    text = "There stood Mr. Brackwade and Mrs. Brackwade. Then Mr. Brackwade spoke."
    assert [2, 1] == [len(person.mentions) for person in persons(text)]


def test_an_identified_person_keeps_its_entry() -> None:
    text = "There stood Captain Krylenko. Then Krylenko spoke."
    assert ["krylenko"] == [person.entry for person in persons(text, KRYLENKO)]


def test_an_entry_is_proposed_for_an_unknown_person_only() -> None:
    text = "There stood Captain Krylenko and Captain Samuel Brackwade."
    doc = Document(text, language="en")
    edition = Edition(authority=(KRYLENKO,))
    (entry,) = proposed_persons(doc, find_names(doc, edition))
    assert ("person-samuel-brackwade", Kind.PERSON) == (entry.id, entry.kind)


def test_a_proposed_entry_says_what_the_text_says() -> None:
    text = "There stood Captain Samuel Brackwade.\n\nLater, they say, Brackwade left."
    doc = Document(text, language="en")
    (entry,) = proposed_persons(doc, find_names(doc, Edition()))
    person = etree.fromstring(entry.xml)
    assert "person-samuel-brackwade" == person.get(XML_ID)
    assert ["Captain Samuel Brackwade", "Brackwade"] == [
        "".join(name.itertext()) for name in person.iter(tei("persName"))
    ]
    assert ["Captain"] == [role.text for role in person.iter(tei("roleName"))]
    assert "2, in line 1, 3" == person.findtext(tei("note"))


def test_identifiers_are_unique_and_plain() -> None:
    text = "There stood Mr. Éva Ďurič and Mrs. Ďurič and Mr. Ďurič."
    doc = Document(text, language="en")
    identifiers = [entry.id for entry in proposed_persons(doc, find_names(doc, Edition()))]
    assert len(identifiers) == len(set(identifiers))
    assert all(identifier.isascii() for identifier in identifiers)


@pytest.mark.parametrize("text", ["", "\n\n", "no names at all here"])
def test_a_text_without_persons_proposes_none(text: str) -> None:
    doc = Document(text, language="en")
    assert () == proposed_persons(doc, find_names(doc, Edition()))
