"""Sentences of every language, with the persons and places that an editor would mark."""

import pytest

from toolkit.annotation.names import find_names
from toolkit.edition import Edition, Entry, Kind
from toolkit.text import Document

SENTENCES = [
    (
        "en",
        "Yesterday Mr. Wilson and his sister, Mrs. Brackwade, left London for Bath.",
        ["Mr. Wilson", "Mrs. Brackwade"],
        ["London", "Bath"],
    ),
    (
        "en",
        "The engineer Veydenboym was taken to Białystok; nobody saw Veydenboym again.",
        ["Veydenboym", "Veydenboym"],
        ["Białystok"],
    ),
    (
        "de",
        "Gestern war Herr Professor Löwenfeld mit Frau Driesch in Potsdam bei den Freunden.",
        ["Herr Professor Löwenfeld", "Frau Driesch"],
        ["Potsdam"],
    ),
    (
        "de",
        "Der Transportleiter bekommt die Liste in Wien, und alle Transportleiter haben eine.",
        [],
        ["Wien"],
    ),
    (
        "fr",
        "Hier, M. Girardet et Mme de Rabours ont quitté Genève pour se rendre à Lyon.",
        ["M. Girardet", "Mme de Rabours"],
        ["Genève", "Lyon"],
    ),
    (
        "fr",
        "On dit que le général Boulanger est arrivé à Paris.",
        ["général Boulanger"],
        ["Paris"],
    ),
]


@pytest.mark.parametrize(("language", "text", "persons", "places"), SENTENCES)
def test_the_names_of_a_sentence_are_found(
    language: str, text: str, persons: list[str], places: list[str]
) -> None:
    found = list(find_names(Document(text, language=language), Edition()))
    marked = {
        element: [a.span.of(text) for a in found if a.element == element]
        for element in ("persName", "placeName")
    }
    assert {"persName": persons, "placeName": places} == marked


def names_in(text: str, language: str) -> list[str]:
    return [a.span.of(text) for a in find_names(Document(text, language=language), Edition())]


def test_a_language_without_a_model_has_the_rules() -> None:
    text = "Geachte heer Smitskamp,\n\nGisteren kwam Kapitein van der Brackwade in Utrecht."
    assert ["heer Smitskamp", "heer", "Kapitein van der Brackwade", "Kapitein", "Utrecht"] == (
        names_in(text, "nl")
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("la", "Nam rex litteras accepit. Immo regina quoque audivit. Mr. Brackwade venit."),
        ("it", "Incontrammo Mr. Brackwade. Mille uomini vennero a Caprera."),
        ("qxx", "Geachte heer Jansen,\n\nIk kom morgen.\n\nHoogachtend,\nJ. Brackwade"),
    ],
)
def test_a_language_without_name_words_has_no_names_but_those_of_the_lists(
    language: str, text: str
) -> None:
    assert [] == names_in(text, language)
    entry = Entry("brackwade", Kind.PERSON, ("Brackwade",), "")
    found = find_names(Document(text, language=language), Edition(authority=(entry,)))
    assert {"Brackwade", "Caprera"} >= {a.span.of(text).split()[-1] for a in found}
