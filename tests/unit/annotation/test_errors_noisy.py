"""What is found in noisy texts only, and what no lexicon of today can judge."""

import pytest

from toolkit.annotation.errors import errors
from toolkit.annotation.errors.detection import SuspectWord, find_suspects
from toolkit.annotation.errors.misread_function_words import find_misread_function_words
from toolkit.annotation.errors.ocr_noise import measure_noise
from toolkit.annotation.errors.period import is_early
from toolkit.annotation.errors.split_words import find_split_words
from toolkit.annotation.errors.words import split_blocks
from toolkit.edition import Edition
from toolkit.text import Annotation, Document, Layer, Span

from .error_lexicons import lexicon_of

ENGLISH = lexicon_of("en")

NOISY = (
    "He had tound that tbe clerk, whieh was of tho oftice, conld not be brouglit to say "
    "wliat had been donc with tlie money. "
)
EARLY = (
    "I haue seene him vpon the hill, and loue him euer; he gaue vs that which we haue, and neuer "
    "did iudge vs. "
)


def _found(text: str, language: str = "en") -> dict[str, str | None]:
    doc = Document(text, language=language)
    return {a.span.of(text): a.alternative for a in errors.annotate(doc, Edition()).annotations}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (EARLY, "en"),
        ("Vnd er gieng vnder die Leut vnd sagt jhnen, das vnser Herr jhm vnd vns helffe.", "de"),
        ("Il auoit vne maison, & iamais vn homme ne l'auoit veu; il auoit receu vne lettre.", "fr"),
    ],
)
def test_a_text_in_which_u_and_v_are_one_letter_is_early(text: str, language: str) -> None:
    assert is_early(split_blocks(Document(text)), lexicon_of(language))
    assert {} == _found(text, language)


def test_bad_print_is_not_early() -> None:
    assert not is_early(split_blocks(Document(NOISY)), lexicon_of("en"))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The letter has b een sent.", {"b een": "been"}),
        ("He spoke to ou r friends.", {"ou r": "our"}),
    ],
)
def test_the_pieces_of_a_torn_word_are_joined(wrong: str, right: dict[str, str]) -> None:
    found = find_split_words(wrong, split_blocks(Document(wrong)), lexicon_of("en"))

    assert right == {p.span.of(wrong): p.correction for p in found}


def test_two_words_that_stand_beside_one_another_are_not_joined() -> None:
    text = "They may be at home in any one of them; every day in deed."

    assert [] == list(find_split_words(text, split_blocks(Document(text)), lexicon_of("en")))


def test_letters_that_are_spaced_out_are_not_torn() -> None:
    text = "It was N o t i c e to all."

    assert [] == list(find_split_words(text, split_blocks(Document(text)), lexicon_of("en")))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The stock consisted of & new hat.", {"&": "a"}),
        ("It was presented by the Rey. James Mann.", {"Rey": "Rev"}),
        ("Mra. Hill was there.", {"Mra": "Mrs"}),
        ("The men & women of the town; the Revd. James Mann, Mt. Vernon, St. John.", {}),
    ],
)
def test_small_words_are_told_by_their_neighbours(text: str, right: dict[str, str]) -> None:
    found = find_misread_function_words(text, split_blocks(Document(text)), lexicon_of("en"))

    assert right == {p.span.of(text): p.correction for p in found}


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("It cost £2OO in all.", "2OO", "200"),
        ("It cost £l,OOO in all.", "l,OOO", "1,000"),
        ("It cost 50,0001 in all.", "50,0001", None),
        ("The young lady wholets her mother go.", "wholets", "who lets"),
        ("They went to the'assailants at once.", "the'assailants", "the assailants"),
    ],
)
def test_in_a_noisy_text_numbers_and_run_on_words_are_seen(
    text: str, wrong: str, right: str | None
) -> None:
    assert right == _found(NOISY + text)[wrong]
    assert wrong not in _found(text) or " " in (right or "")


@pytest.mark.parametrize("word", ["o'er", "heav'n", "ne'er", "o'clock", "king's-evil", "wond'rous"])
def test_an_apostrophe_may_stand_for_a_vowel(word: str) -> None:
    assert lexicon_of("en").knows(word)


def test_an_apostrophe_stands_for_no_consonant() -> None:
    assert not lexicon_of("en").knows("fo'lowing")


def test_a_rare_word_of_a_noisy_text_may_be_another_by_any_slip() -> None:
    assert "the" == _found(NOISY + "He went to tht house.")["tht"]


def test_no_word_bears_witness_against_itself() -> None:
    doubt = next(iter(_doubts("He had tound the house.")))
    level = measure_noise([doubt], 5, ENGLISH)

    assert level.bonus > 0
    assert measure_noise([], 5, ENGLISH).without(doubt, ENGLISH) == level.without(doubt, ENGLISH)


def test_of_two_clean_texts_the_longer_is_cleaner() -> None:
    doubt = next(iter(_doubts("He had tound the house.")))

    assert measure_noise([], 5000, ENGLISH).without(doubt, ENGLISH) < measure_noise(
        [], 500, ENGLISH
    ).without(doubt, ENGLISH)


def _doubts(text: str) -> list[SuspectWord]:
    return [d for b in split_blocks(Document(text)) for d in find_suspects(b, lexicon_of("en"))]


def test_a_compound_divided_at_its_hyphen_is_no_unknown_word() -> None:
    assert not any("best" in words for words in _found(NOISY + "The best-\nselected stock."))


@pytest.mark.parametrize(
    "word", ["günst'ge", "heil'ges", "seltne", "Gedeihn", "Versichrung", "vollkommnen", "ältste"]
)
def test_german_verse_drops_its_vowels(word: str) -> None:
    assert lexicon_of("de").knows(word.lower())


def test_one_letter_words_of_a_foreign_passage_are_no_stray_letters() -> None:
    bad = "Er hatte gefchrieben, dafs die Beftimmung nicht mchr gilt, und fie wiffen es aueh. "
    text = bad + "Der Brief beginnt: la famiglia e la patria a tutti. Das ist q nicht alles."

    assert {"q"} == {words for words in _found(text, "de") if len(words) == 1}


def test_a_french_article_is_told_by_its_noun() -> None:
    text = "Il y avait de I enfant en lui; le roi Charles I entra dans 1 église, dans YEurope."
    found = find_misread_function_words(text, split_blocks(Document(text)), lexicon_of("fr"))

    assert ["l'enfant", "l'église", "l'Europe"] == [p.correction for p in found]


def test_a_passage_marked_as_foreign_is_left_alone() -> None:
    text = NOISY + "He said: la gurre est finnie de lonng temps, and whieh of them knew?"
    start = text.index("la gurre")
    passage = Span(start, text.index(", and whieh"))
    marked = Annotation(passage, "foreign", (("xml:lang", "fr"),))
    doc = Document(text, language="en", layers=(Layer("structure", (marked,)),))
    found = [a.span for a in errors.annotate(doc, Edition()).annotations]

    assert [] == [span for span in found if span.overlaps(passage)]
    assert any(span.start > passage.end for span in found)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Corn, from 3/ to 4l 6s and from 5l to 6l a load.", "3/", "3l"),
        ("Corn, from 1l 12s to 21 3s, and beans from 3l to 4l.", "21", "2l"),
        ("Corn, 3l 6s to 3112s, and beans 5l to 6l.", "3112s", "3l 12s"),
        ("Corn, 2l 128 to 3l, and beans 5l to 6l.", "128", "12s"),
        ("He was paid £7 12g. and £3 besides, and lost 9s.", "12g", "12s"),
        ("The price is 3l. 11s. Gd. or 2l. 4s. at the door.", "Gd", "6d"),
        ("The minister has lent 6,400,000/. and lost it.", "6,400,000/", "6,400,000l"),
    ],
)
def test_in_a_noisy_text_sums_of_english_money_are_mended(
    text: str, wrong: str, right: str
) -> None:
    assert right == _found(NOISY + text)[wrong]


@pytest.mark.parametrize(
    "text",
    [
        "They paid 5/ a day, and 12/6 for the horse, which was 5s and 12s 6d.",
        "There were 21 men and 58 women, who paid 5s and 6d.",
        "He sat in room 108 and paid £3 and £4 for it.",
    ],
)
def test_what_is_no_misread_sum_is_left_alone(text: str) -> None:
    doc = Document(NOISY + text, language="en")

    assert "misread-sum" not in {a.rule for a in errors.annotate(doc, Edition()).annotations}


def test_a_misread_initial_is_pointed_out() -> None:
    found = _found(NOISY + "Mr. 11. Zuckmar and T. Orme, It. Brackwed, and others appealed.")

    assert found["11"] is None
    assert found["It"] is None


def test_a_short_old_spelling_is_no_error_in_a_noisy_text_either() -> None:
    noisy = "Dcr Mann hatte dcn Hund gesehcn, wclcher uber dcn Zaun sprang, nnd er licf fort. "

    assert "bey" not in _found(noisy + "Er blieb bey dem Hause.", "de")


def test_a_word_divided_after_an_umlaut_of_old_print_is_one_word() -> None:
    assert ("süsse",) == split_blocks(Document("suͤ—\nsse"))[0].keys
