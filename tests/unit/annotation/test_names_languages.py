"""Sentences of every language, with the persons and places that an editor would mark."""

import pytest

from toolkit.annotation.names import find_names
from toolkit.edition import Edition
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


def test_a_language_without_a_model_has_the_rules_and_the_lists() -> None:
    text = "Incontrammo Mr. Brackwade."
    found = find_names(Document(text, language="it"), Edition())
    assert ["Mr. Brackwade"] == [a.span.of(text) for a in found if a.element == "persName"]
