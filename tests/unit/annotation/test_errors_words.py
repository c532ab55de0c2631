"""How the text is cut into words, and which words a language has or forms."""

import pytest

from toolkit.annotation.errors.bigrams import load_bigrams
from toolkit.annotation.errors.candidates import find_candidates, find_look_alikes
from toolkit.annotation.errors.confusions import undo_confusions
from toolkit.annotation.errors.lexicon import load_lexicon
from toolkit.annotation.errors.ocr_noise import measure_noise
from toolkit.annotation.errors.proposal import Proposal, resolve_overlaps
from toolkit.annotation.errors.words import (
    Word,
    exclude_words,
    is_abbreviated,
    match_case,
    normalise,
    offsets_inside,
    split_blocks,
)
from toolkit.languages import find_language
from toolkit.text import Annotation, Cert, Document, Layer, Span

from .error_lexicons import lexicon_of


def _words(text: str) -> list[Word]:
    return [word for block in split_blocks(Document(text)) for word in block.words]


def test_words_stand_without_the_punctuation_around_them() -> None:
    assert ["So", "he", "said", "yes", "no"] == [w.text for w in _words("(So, “he” said: yes—no!)")]


def test_two_hyphens_are_a_dash() -> None:
    assert ["came", "home"] == [w.text for w in _words("came--home")]


def test_the_marker_of_a_note_is_no_part_of_the_word() -> None:
    assert ["Navy"] == [w.text for w in _words("Navy[1]")]


def test_a_divided_word_is_one_word_with_both_halves() -> None:
    word = _words("govern-\nment")[0]

    assert ("government", Span(0, 12), True) == (word.key, word.span, word.divided)


def test_a_blank_line_divides_no_word() -> None:
    assert ["govern", "ment"] == [w.text for w in _words("govern-\n\nment")]


def test_a_word_after_a_full_stop_is_initial() -> None:
    assert [True, False, True] == [w.initial for w in _words("He came. She")]


def test_of_three_lines_that_hyphens_join_two_make_one_word() -> None:
    words = [(word.text, word.divided) for word in _words("a gov-\nern-\nment.")]

    assert [("a", False), ("govern", True), ("ment", False)] == words


def test_a_block_has_its_words_and_each_of_them() -> None:
    (block,) = split_blocks(Document("He came. “She” left"))

    assert block.words == tuple(block.word(at) for at in range(4))
    assert block.words[1:3] == (Word(3, 7, "came", "came"), Word(10, 13, "She", "she", True))


def test_a_marker_in_the_middle_of_a_chunk_ends_the_word() -> None:
    note = Annotation(Span(9, 20), "note", anchor=Span(4, 5))
    (block,) = split_blocks(Document("Navyx2), Its ships.", layers=(Layer("notes", (note,)),)))

    assert ["Navy", "Its", "ships"] == [*block.texts]


def test_words_inside_spans_are_told_by_their_offsets() -> None:
    found = split_blocks(Document("He saw Paris.\n\nShe saw Rome in May."))

    assert {7, 15, 19} == offsets_inside(found, [Span(6, 13), Span(15, 20)])
    assert ["He", "saw"] == [*exclude_words(found, {7})[0].texts]


def test_a_full_stop_inside_a_sentence_abbreviates() -> None:
    text = "Augt. the last."

    assert [True, False, False] == [is_abbreviated(text, word) for word in _words(text)]


@pytest.mark.parametrize(
    ("text", "key"), [("Hauſe", "hause"), ("Lu\u0364ſte", "lüste"), ("l’Ami", "l'ami")]
)
def test_old_letters_are_read_as_new_ones(text: str, key: str) -> None:
    assert key == normalise(text)


@pytest.mark.parametrize(
    ("text", "correction", "right"),
    [
        ("whieh", "which", "which"),
        ("Whieh", "which", "Which"),
        ("WHIEH", "which", "WHICH"),
        ("sANITARV", "sanitary", "SANITARY"),
        ("dieBestimmungen", "die bestimmungen", "die Bestimmungen"),
    ],
)
def test_a_correction_has_the_capitals_of_the_word(text: str, correction: str, right: str) -> None:
    assert right == match_case(text, correction)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "connexion"), ("en", "shewn"), ("en", "to-day"), ("en", "gaoler"),
        ("en", "whirlingly"),
        ("de", "thür"), ("de", "seyn"), ("de", "worinn"), ("de", "entdekken"), ("de", "spazirte"),
        ("de", "gutmüthigen"), ("de", "herangesprengt"), ("de", "felsensöhnen"),
        ("fr", "avoit"), ("fr", "connoître"), ("fr", "bâtimens"), ("fr", "s'éblouissaient"),
        ("fr", "voudrés"),
    ],
)  # fmt: skip
def test_old_spellings_and_formed_words_are_known(language: str, word: str) -> None:
    assert lexicon_of(language).knows(word)


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "whieh"), ("en", "brouglit"), ("de", "follte"), ("fr", "lenr"), ("fr", "iiênagères")],
)
def test_misprints_are_not_known(language: str, word: str) -> None:
    assert not lexicon_of(language).knows(word)


def test_a_language_without_a_word_list_has_no_lexicon() -> None:
    assert load_lexicon(find_language("la")) is None
    assert lexicon_of("en-GB") is lexicon_of("en")


def test_one_confusion_is_undone_at_a_time() -> None:
    assert {"modem", "modern"} & {word for word, _ in undo_confusions("modem")} == {"modern"}


def test_candidates_come_with_the_likeliest_first() -> None:
    assert ("which", "sure") == (
        find_candidates("whieh", lexicon_of("en"))[0].word,
        find_candidates("whieh", lexicon_of("en"))[0].how,
    )


def test_words_that_differ_in_accents_are_no_look_alikes_by_shape() -> None:
    assert not [
        c
        for c in find_look_alikes("dégré", lexicon_of("fr"))
        if c.word == "degré" and c.how == "sure"
    ]


def test_pairs_say_which_word_goes_with_which() -> None:
    after_of = load_bigrams(lexicon_of("en")).after("of")

    assert after_of.association("the", lambda _: 0.05) > after_of.association(
        "she", lambda _: 0.005
    )


def test_after_a_word_that_no_text_has_nothing_was_seen() -> None:
    known = load_bigrams(lexicon_of("en"))

    assert {} == known.after("whieh").counts
    assert known.after("whieh") is known.after("whieh")


def test_a_text_without_doubts_has_no_noise() -> None:
    assert 0.0 == measure_noise([], 100, lexicon_of("en")).bonus


def test_the_surest_of_overlapping_proposals_stands() -> None:
    low = Proposal(Span(0, 5), "a", Cert.LOW, "one", "", 9.0)
    high = Proposal(Span(3, 8), "b", Cert.HIGH, "two", "", 1.0)

    assert (high,) == resolve_overlaps([low, high])
