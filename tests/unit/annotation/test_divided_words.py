"""Words divided at line ends: which hyphens belong to the word, and which only divide it."""

import re

import pytest

from toolkit.annotation.protocol import run
from toolkit.annotation.structure import structure
from toolkit.edition import Edition
from toolkit.pipeline import encode_bytes
from toolkit.reading.plain import read_text
from toolkit.rendering.text import flatten
from toolkit.rendering.views import view_of
from toolkit.vocabulary.hyphens import hyphen_class


def joined(text: str, language: str = "en") -> str:
    """Return the text with its line ends as the annotations describe them."""
    doc = run(read_text(text.encode(), "x.txt", language=language).doc, Edition(), [structure])
    lines = {a.span.start: a.get("break") for a in doc.annotations("lb")}
    forces = {a.span.start: a.get("force") for a in doc.annotations("pc")}
    out = ""
    for at, char in enumerate(doc.text):
        if at in lines:
            out = out.rstrip("\n ")
            divided = lines[at] == "no"
            if divided and forces.get(len(doc.text[:at].rstrip()) - 1) != "strong":
                out = re.sub(hyphen_class() + "$", "", out)
            out += "" if divided else " "
        out += "" if forces.get(at) == "weak" else char
    return " ".join(out.split())


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("It was a clear-\nheaded man of the village.", "clear-headed", "en"),
        ("He paid thirty-\nseven pounds for the horse.", "thirty-seven", "en"),
        ("The sister-in-\nlaw of the parson came.", "sister-in-law", "en"),
        ("They met Franco-\nPrussian troops on the road.", "Franco-Prussian", "en"),
        ("The years 1870-\n71 were hard ones.", "1870-71", "en"),
        ("The years 1870–\n71 were hard ones.", "1870–71", "en"),
        ("She was a 17-\nyear-old girl from the town.", "17-year-old", "en"),
        ("Il viendra peut-\nêtre demain avec nous.", "peut-être", "fr"),
        ("Elle avait trente-\nsix ans quand il partit.", "trente-six", "fr"),
        ("Die Stadt Baden-\nWürttembergs lag am Ufer.", "Baden-Württembergs", "de"),
        ("A cross‑\ncountry run was held.", "cross‑country", "en"),
        ("THE RIVER-\nBOATS OF THE NORTH were seen by the men, and again.", "RIVER-BOATS", "en"),
        ("Een Amsterdam-\nRotterdam verbinding.", "Amsterdam-Rotterdam", "nl"),
    ],
)
def test_a_hyphen_that_belongs_to_the_word_stays(text: str, words: str, language: str) -> None:
    assert words in joined(text, language).split(" ")


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("The agree-\nment was signed by all.", "agreement", "en"),
        ("They came a-\ngain to the house.", "again", "en"),
        ("In the after-\nnoon they rested.", "afternoon", "en"),
        ("A spoon-\nful of the tinc-\nture was given.", "spoonful tincture", "en"),
        ("He lived at Thorn-\nfield with his wife.", "Thornfield", "en"),
        ("Das Arbeiter-\nhaus stand leer.", "Arbeiterhaus", "de"),
        ("La répu-\nblique fut proclamée.", "république", "fr"),
        ("De regee-\nring besloot het niet.", "regeering", "nl"),
        ("Sie haben das Land ver¬\nlassen.", "verlassen", "de"),
        ("Sie haben das Land ver⸗\nlassen.", "verlassen", "de"),
        ("The GOVERN-\nMENT of the town was told of it by the men.", "GOVERNMENT", "en"),
    ],
)
def test_a_hyphen_that_only_divides_goes(text: str, words: str, language: str) -> None:
    assert set(words.split()) <= set(joined(text, language).rstrip(".").split(" "))


def test_a_divided_hyphenated_word_keeps_the_hyphen_before_a_not_sign() -> None:
    assert "well-known" in joined("He was a well-¬\nknown man of the town.")


@pytest.mark.parametrize(
    ("elsewhere", "expected"), [("to-morrow", "to-morrow"), ("tomorrow", "tomorrow")]
)
def test_the_same_word_elsewhere_in_the_text_decides(elsewhere: str, expected: str) -> None:
    text = f"He comes {elsewhere} or never.\n\nWe shall see him to-\nmorrow, he said."
    assert f"see him {expected}," in joined(text)


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Sie nahmen Feld-\nund Gartenarbeit an.", "Feld- und Gartenarbeit", "de"),
        ("Both first-\nand second-class carriages came.", "first- and second-class", "en"),
        ("Zij had land-\nen tuinwerk gedaan.", "land- en tuinwerk", "nl"),
    ],
)
def test_a_hyphen_before_a_conjunction_ends_a_word(text: str, words: str, language: str) -> None:
    assert words in joined(text, language)


def test_a_word_that_ends_like_a_conjunction_is_one_word() -> None:
    assert "thousand men" in joined("There were a thous-\nand men on the bridge.")


@pytest.mark.parametrize(
    "text",
    [
        "He stopped here--\nBut nobody came.",
        "He stopped here--\nnobody came.",
        "He went to Paris--\nLondon was too far.",
        "It lasted from 1914-\nto 1918 in all.",
        "He said nothing-\nThe others laughed at it.",
        "It was sold in London-\nThe others were not.",
        "THE SALE-\nWhereas John was there.",
        "Flour-\nButter-\nSugar-\nSalt-\nPepper",
    ],
)
def test_a_dash_at_the_end_of_a_line_joins_nothing(text: str) -> None:
    assert text.replace("\n", " ") == joined(text)


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Er hat das Ge=\nſetz der Stadt ge=\nleſen.", "Geſetz der Stadt geleſen", "de"),
        ("Er hat das Ver=\nbot der Stadt= und Landräte geleſen.", "Verbot der Stadt= und", "de"),
        ("It is color=\nred or weight=\nbold in the file.", "color= red or weight= bold", "en"),
        ("We know that a=\nb and that x =\ny.", "a= b and that x = y", "en"),
    ],
)
def test_an_equals_sign_is_a_hyphen_where_it_divides_known_words(
    text: str, words: str, language: str
) -> None:
    assert words in joined(text, language)


def test_without_a_lexicon_three_lines_prove_an_equals_sign() -> None:
    three = "In prin=\ncipio creavit De=\nus caelum et ter=\nram."
    assert "principio creavit Deus caelum et terram" in joined(three, "la")
    assert "ter= ram" in joined("In principio caelum et ter=\nram.", "la")


def test_a_hyphen_may_begin_the_next_line() -> None:
    assert "the tincture was" in joined("Then the tinc\n-ture was given to him.")
    assert "the tincture was" in joined("Then the tinc-\n-ture was given to him.")


def test_a_line_of_a_list_continues_no_word() -> None:
    assert "sugar -butter" in joined("We need\n-sugar\n-butter\n-eggs for the cake.")


def test_the_reading_text_has_the_words_and_the_diplomatic_text_the_hyphens() -> None:
    text = "A clear-\nheaded man sold the tim\n-ber of the govern-\nment in Ber¬\nlin.\n"
    tree = encode_bytes(text.encode(), "x.txt", Edition(), language="en").text.tree
    assert (
        "A clear-headed man sold the timber of the government in Berlin."
        in flatten(view_of(tree)).text
    )


def test_the_header_counts_the_hyphens_that_belong_to_their_words() -> None:
    tei = encode_bytes(b"A clear-\nheaded man.\n", "x.txt", Edition(), language="en").tei.decode()
    assert "1 within a word" in tei
    assert 'in 1 of these it belongs to the word (pc force="strong")' in tei


def test_a_word_with_a_hyphen_at_the_beginning_of_a_line_is_no_error() -> None:
    text = "Then they nailed the tim\n-ber of the old ship together again.\n"
    encoded = encode_bytes(text.encode(), "x.txt", Edition(), language="en")
    assert [] == [f.message for f in encoded.findings if f.code == "DEC002"]


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Il arriva hier. Voulez-\nvous venir?", "Voulez-vous", "fr"),
        ("Il est parti, c'est-à-\ndire perdu.", "c'est-à-dire", "fr"),
        ("Où va-t-\nil donc?", "va-t-il", "fr"),
        ("She was a good-\nnatured girl of the town.", "good-natured", "en"),
        ("Im Krieg von 1870/\n71 war er dort.", "1870/71", "de"),
    ],
)
def test_a_hyphen_stays_after_the_first_word_of_a_sentence_or_a_short_one(
    text: str, words: str, language: str
) -> None:
    assert words in joined(text, language).split(" ")
