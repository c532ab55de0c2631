"""Organisations: known bodies, nouns for bodies with what belongs to them, those who belong."""

import pytest

from toolkit.annotation.names import find_names
from toolkit.edition import Edition
from toolkit.text import Document


def organisations(text: str, language: str = "en") -> list[str]:
    doc = Document(text, language=language)
    return [a.span.of(text) for a in find_names(doc, Edition()) if a.element == "orgName"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Sent to the Ministry of Foreign Affairs at once.", "Ministry of Foreign Affairs"),
        ("en", "He spoke for the Polish National Committee there.", "Polish National Committee"),
        ("en", "They were taken away by the Gestapo in May.", "Gestapo"),
        ("de", "An die Israelitische Kultusgemeinde am Montag.", "Israelitische Kultusgemeinde"),
        ("de", "Er kam von der Kultusgemeinde Prag und ging.", "Kultusgemeinde Prag"),
        ("de", "Man wandte sich an das Ministerium des Innern.", "Ministerium des Innern"),
        ("fr", "La séance du Conseil national est levée.", "Conseil national"),
        ("fr", "Il écrit au Ministère de la Guerre ce matin.", "Ministère de la Guerre"),
    ],
)  # fmt: skip
def test_a_body_is_named_with_what_belongs_to_its_name(language: str, text: str, name: str) -> None:
    assert [name] == organisations(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The committee met again, and the council did not."),
        ("en", "Yesterday Parliament rose."),
        ("en", "They stood on the Western Front then."),
        ("de", "Der Verein trat zusammen, die Gesellschaft nicht."),
        ("de", "Er ging in die Kirche zu den Leuten."),
        ("fr", "Le conseil se réunit ce matin."),
    ],
)
def test_a_noun_for_a_body_alone_is_no_name(language: str, text: str) -> None:
    assert [] == organisations(text, language)


def test_those_who_belong_to_a_body_are_not_the_body() -> None:
    assert [] == organisations("Then two SS men came, and an SS officer.")
    assert ["SS"] == organisations("Then it was taken over by the SS.")


def test_a_person_may_bear_the_name_of_a_body() -> None:
    assert [] == organisations("There spoke Julius Reuter himself.")


def test_a_german_compound_may_be_the_name_of_a_body() -> None:
    assert ["Zorgenverband"] == organisations("Der Zorgenverband tagte hier.", "de")
    assert [] == organisations("Ein Zorgenverband tagte hier.", "de")
