"""What each rule about errors finds, and what it must leave alone."""

import pytest

from toolkit.annotation.errors import errors
from toolkit.annotation.notes import notes
from toolkit.annotation.protocol import run
from toolkit.edition import Edition
from toolkit.text import Annotation, Cert, Document, Layer, Span

NOISY = (
    "He had tound that tbe clerk, whieh was of tho oftice, conld not be brouglit to say "
    "wliat had been donc with tlie money. "
)
"""A sentence of bad OCR, which makes a text one where doubtful words are probably misread."""


def _found(text: str, language: str = "en") -> dict[str, tuple[str | None, str]]:
    doc = Document(text, language=language)
    return {
        a.span.of(text): (a.alternative, str(a.cert))
        for a in errors.annotate(doc, Edition()).annotations
    }


def _certain(text: str, language: str = "en") -> dict[str, str | None]:
    doc = Document(text, language=language)
    return {
        a.span.of(text): a.alternative
        for a in errors.annotate(doc, Edition()).annotations
        if a.cert is Cert.HIGH
    }


@pytest.mark.parametrize(
    ("text", "language", "wrong", "right"),
    [
        ("The Russian Repub]ic was proclaimed.", "en", "Repub]ic", "Republic"),
        ("All the wor|d knows it.", "en", "wor|d", "world"),
        ("He came from Wash1ngton to see them.", "en", "Wash1ngton", "Washington"),
        ("It was the 1etter of a friend.", "en", "1etter", "letter"),
        ("Er sprach von der Ge]egenheit.", "de", "Ge]egenheit", "Gelegenheit"),
        ("Il a perdu la bata1lle.", "fr", "bata1lle", "bataille"),
        ("Das Gesetz 1ch kenne es nicht.", "de", "1ch", "ich"),
        ("Le prospectus e6t envoyé franco.", "fr", "e6t", "est"),
        ("the state 0f the nation", "en", "0f", "of"),
        ("They answered, and 1 have written.", "en", "1", "I"),
        ("The letter was written in the the morning.", "en", " the", ""),
        ("Er kam und und ging.", "de", " und", ""),
        ("Il parlait dans dans la rue.", "fr", " dans", ""),
        ("In \u0420aris he met them.", "en", "\u0420aris", "Paris"),
        ("On June 3, 2957, as in 1957.", "en", "2957", "1957"),
        ("The whieh of them came?", "en", "whieh", "which"),
        ("He was asked to rernain here.", "en", "rernain", "remain"),
        ('The so-called peace party" met.', "en", "", '"'),
    ],
)
def test_a_plain_error_is_certain(text: str, language: str, wrong: str, right: str) -> None:
    assert {wrong: right} == _certain(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Russian Repub[l]ic, [Repub]lic and Repub[lic] as the editor has them.", "en"),
        ("The connexion was shewn to-day, and the labour of the gaol ended.", "en"),
        ("An alderman of olden times walked thither with his kinsfolk.", "en"),
        ("The Zemstvo of Yekaterinoslav and General Mannerheim met Herr von Kühlmann.", "en"),
        ("They had had that that they wanted; it was very, very good.", "en"),
        ("The 1st, 2nd, 3rd and 4th of May; the 20th century; 5s. 6d.; 10 lbs.", "en"),
        ("In Article 15 also referred to by the Minister it is laid down.", "en"),
        ("On November 15 alone counted by the clerk there were ten.", "en"),
        ("Ein Brief von von Thun an den, mit dem dem Kind geholfen war.", "de"),
        ("Parts 2 and 1 will be printed.", "en"),
        ("See Decree 15 issued by the Board and squad 15 attached to it.", "en"),
        ("Pages 15 noted in the margin by the clerk.", "en"),
        ("See file 794C.0221/5-757, telegram 2251, and NSC 68/4.", "en"),
        ("Die Thür war offen, und er mußte seyn, wie er that; die Cultur des Theils.", "de"),
        ("Der Mann, der der Frau half, sagte, daß die die Macht haben, irren.", "de"),
        ("Er spazirte und probirte, entdekte und besizt nüzliche Sachen.", "de"),
        ("Il avoit été, ils étoient venus; elle connoît les François.", "fr"),
        ("Nous nous sommes vus, et vous vous êtes tus; c'était l'été d'avant.", "fr"),
        ("“The first paragraph of a quotation\n\n“and the second one is closed here.”", "en"),
        ('"The first paragraph of it\n\n"and the second one is closed here."', "en"),
        ('The so-called “peace party" met.', "en"),
        ("The so-called 'peace party' of the town\" met.", "en"),
        ("The so-called „peace party” met.", "en"),
        ("Die sogenannte “Volksgemeinschaft” war keine.", "de"),
        ("Die sogenannte »Volksgemeinschaft« war keine.", "de"),
        ("La soi-disant « paix » n'en était pas une.", "fr"),
        ("A note at the word.[1] Another one[2] here.", "en"),
        ("He said: 'My cousin's friends' house is James's.'", "en"),
        ("la la la, sang the children, ha ha!", "en"),
        ("The Smiths and the Schmidts; Petrov and Petrova; Petrov again; Petrovs.", "en"),
    ],
)
def test_what_is_right_is_left_alone(text: str, language: str) -> None:
    assert {} == _certain(text, language)


def test_old_spelling_is_not_even_proposed() -> None:
    text = "The publick connexion was shewn to-day by the gaoler, who chused the phrenzy."

    assert not {"connexion", "shewn", "to-day", "gaoler"} & _found(text).keys()


def test_a_lone_closing_mark_is_pointed_out_without_a_correction() -> None:
    assert {'"': (None, "low")} == _found('They spoke of the war" for hours.')


def test_a_misspelt_name_is_proposed_where_it_may_be_another() -> None:
    text = "Hofmannsthal wrote. Hofmannsthal replied. Hoffmannsthal came."

    assert {"Hoffmannsthal": ("Hofmannsthal", "low")} == _found(text)


def test_a_name_of_the_same_shape_is_certain() -> None:
    text = "Then Dukhonin spoke. Dukhonin refused. The order of Dukhonln was void."

    assert {"Dukhonln": "Dukhonin"} == _certain(text)


def test_a_genitive_is_no_other_name() -> None:
    assert {} == _found("Krylenko's order. Krylenko came. Krylenko went. Krylenkos came.")


def test_a_german_noun_is_not_certain_unless_it_is_a_name() -> None:
    text = "Die Kunstscide und die Kunstscide, auch Kunstseide."

    assert {} == _certain(text, "de")


def test_a_figure_before_a_common_word_is_a_number() -> None:
    assert {} == _certain("In den Absätzen 1und 3 steht es.", "de")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("It was the gov- ernment of the day.", "gov- ernment", "government"),
        ("He came,, and went.", ",,", ","),
        ("They said if if it rained.", " if", ""),
    ],
)
def test_what_is_likely_waits_for_an_editor(text: str, wrong: str, right: str) -> None:
    assert {wrong: (right, "medium")} == _found(text)


def test_a_lone_bracket_is_pointed_out_but_not_that_of_a_label() -> None:
    text = "The clause (so they said was void.\n\na) one thing\n\n1.) another"

    assert {"(": (None, "low")} == _found(text)


def test_in_a_noisy_text_more_is_proposed() -> None:
    clean = "He had found that the clerk could not be brought to say what had been done with it. "

    assert "marletto" not in _found(clean * 20 + "This is the marletto police of the town.")
    assert "marletto" in _found(NOISY + "This is the marletto police of the town.")


def test_in_a_noisy_text_a_known_word_that_does_not_fit_is_corrected() -> None:
    found = _found(NOISY)

    assert "the" == found["tbe"][0]
    assert "the" == found["tho"][0]


def test_a_word_divided_at_a_line_end_is_one_word() -> None:
    assert {} == _found("They were in the gov-\nernment of the day.")


def test_a_divided_word_with_an_error_is_not_certain() -> None:
    assert {} == _certain("They were in the govern-\nrnent of the day.")


def test_the_metadata_block_is_not_looked_at() -> None:
    text = "Translated: Jolm of the the Repub]ic\n\nThe text."
    header = Layer("read", (Annotation(Span(0, 36), "xenoData"),))

    assert [] == list(
        errors.annotate(Document(text, language="en", layers=(header,)), Edition()).annotations
    )


def test_words_in_names_are_not_taken_for_misread_ones() -> None:
    text = "The whieh of them came?"
    names = Layer("names", (Annotation(Span(4, 9), "persName"),))
    doc = Document(text, language="en", layers=(names,))

    assert [] == [a for a in errors.annotate(doc, Edition()).annotations if a.cert is Cert.HIGH]


def test_a_language_without_a_lexicon_has_the_rules_that_need_none() -> None:
    assert {"\u0420aris": "Paris"} == _certain("\u0420aris whieh wor1d", "la")


def test_the_language_of_the_edition_counts_where_that_of_the_text_is_unknown() -> None:
    doc = Document("The wor|d knows.")

    found = errors.annotate(doc, Edition(language="en-GB")).annotations

    assert ["world"] == [a.alternative for a in found]


def test_the_capitals_of_the_word_are_kept() -> None:
    assert {"REPUB]IC": "REPUBLIC"} == _certain("The REPUB]IC of letters.")


def test_the_marker_of_a_note_is_no_part_of_the_word_before_it() -> None:
    text = NOISY + "They came to the house(1) at last.\n\n(1) The old one.\n"
    doc = run(Document(text, language="en"), Edition(), [notes, errors])
    assert [] == [a for a in doc.annotations("sic") if "house" in a.span.of(text)]


def test_a_phrase_written_twice_is_left_out_once() -> None:
    text = "They kept a careful record of the a careful record of the voyage and of all of us."

    assert ("", "medium") == _found(text)[" a careful record of the"]


@pytest.mark.parametrize(
    "text",
    [
        "How do you do? How do you do?",
        "Never, never, never again.",
        "Row, row, row your boat, and row, row, row again.",
        "Peace on earth and mercy,\n\nPeace on earth and mercy.",
        "And we went along the river,\nAnd we went along the river,\nTo the sea.",
        "He read 1 2 3 1 2 3 aloud.",
    ],
)
def test_a_phrase_that_is_repeated_on_purpose_is_left_alone(text: str) -> None:
    doc = Document(text, language="en")

    assert "doubled-phrase" not in {a.rule for a in errors.annotate(doc, Edition()).annotations}
