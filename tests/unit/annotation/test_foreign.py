"""Foreign passages: marked where they are surely in another language, and nowhere else."""

import pytest

from toolkit.annotation.foreign_passages import other_language
from toolkit.annotation.protocol import run
from toolkit.annotation.structure import structure
from toolkit.edition import Edition
from toolkit.text import Annotation, Document

ENGLISH = "I have read the letter that you sent me, and I was glad of it, for I had no other."
GERMAN = "Ich weiß nicht, was das bedeuten soll, und ich habe auch nicht die Zeit, es zu fragen."
FRENCH = "Je ne sais pas ce que vous voulez dire, mais je suis à vous pour la vie."


def _marked(text: str, language: str = "en") -> list[Annotation]:
    doc = run(Document(text, "x.txt", language), Edition(), [structure])
    return [a for a in doc.annotations() if a.get("xml:lang")]


def test_a_paragraph_in_another_language_says_which() -> None:
    text = f"{ENGLISH}\n\n{GERMAN}\n"
    assert [("p", "de", GERMAN)] == [
        (a.element, a.get("xml:lang"), a.span.of(text)) for a in _marked(text)
    ]


@pytest.mark.parametrize("quotes", ["“”", "«»", '""'])
def test_a_quotation_in_another_language_is_foreign(quotes: str) -> None:
    text = f"{ENGLISH} He wrote: {quotes[0]}{FRENCH}{quotes[1]} {ENGLISH}\n"
    assert [("foreign", "fr", FRENCH)] == [
        (a.element, a.get("xml:lang"), a.span.of(text)) for a in _marked(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "M. de la Place, M. de la Fontaine, the Comte de la Rue, the Marquis du Lac",
        "Coup d'état",
        "Vienna, Prague, Budapest, Rome, Berlin, Paris, London, Madrid, Oslo, Bern",
        ENGLISH,
    ],
)
def test_names_and_short_words_are_in_no_language(text: str) -> None:
    assert "" == other_language(text, "en")


def test_nothing_is_foreign_to_a_language_that_is_not_known() -> None:
    assert [] == _marked(f"{ENGLISH}\n\n{GERMAN}\n", "und")
    assert [] == _marked(f"{ENGLISH}\n\n{GERMAN}\n", "fi")
