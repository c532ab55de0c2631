"""The data of the languages about errors agree with one another, and a language may lack them."""

import pytest

from toolkit.annotation.errors import errors
from toolkit.edition import Edition
from toolkit.languages import available_languages, find_language
from toolkit.languages.errors import Errors
from toolkit.text import Document


@pytest.mark.parametrize("code", available_languages())
def test_what_is_surely_doubled_is_never_doubled(code: str) -> None:
    vocabulary = find_language(code).topic(Errors)

    assert frozenset() == vocabulary.surely_doubled - vocabulary.never_doubled


@pytest.mark.parametrize("code", available_languages())
def test_a_quotation_has_an_opening_and_a_closing_mark(code: str) -> None:
    assert len(find_language(code).topic(Errors).quotation_marks) in (0, 2)


@pytest.mark.parametrize("code", ["la", "nl", "und", "qxx"])
def test_a_language_without_data_gets_no_rule_of_english(code: str) -> None:
    doc = Document("The the state 0f whieh, and 1 have wor1d.", language=code)

    assert () == errors.annotate(doc, Edition()).annotations
