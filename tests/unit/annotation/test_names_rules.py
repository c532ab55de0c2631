"""What marks a name in a text: titles, initials, cues, signatures, firms, streets."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.annotation.names import find_names, names
from toolkit.annotation.names.tokenisation import words_of
from toolkit.edition import Edition, Entry, Kind
from toolkit.text import Annotation, Document, Field, Layer, Span


def found(
    text: str, element: str, *, language: str = "en", layers: tuple[Layer, ...] = ()
) -> list[str]:
    doc = Document(text, language=language, layers=layers)
    return [a.span.of(text) for a in find_names(doc, Edition()) if a.element == element]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("There stood Mr. Pain Wareing of Essex.", "Mr. Pain Wareing", "Mr."),
        ("There stood Lt. Col. Brackwade again.", "Lt. Col. Brackwade", "Lt. Col."),
        ("We met General von Brackwade there.", "General von Brackwade", "General"),
        (
            "Then Commander-in-Chief Dukhonin wrote.",
            "Commander-in-Chief Dukhonin",
            "Commander-in-Chief",
        ),
    ],
)
def test_a_title_is_a_role_name_inside_the_name(text: str, name: str, title: str) -> None:
    assert [name] == found(text, "persName")
    assert [title] == found(text, "roleName")


def test_titles_may_stand_outside() -> None:
    doc = Document("There stood Mr. Pain Wareing of Essex.", language="en")
    persons = [a for a in find_names(doc, Edition(titles="outside")) if a.element == "persName"]
    assert ["Pain Wareing"] == [a.span.of(doc.text) for a in persons]


def test_a_title_alone_is_no_name() -> None:
    assert [] == found("They await the new Commander-in-Chief in the camp.", "persName")


def test_a_title_before_a_common_word_is_no_name() -> None:
    text = "The General Staff was there, and all the staff with it."
    assert [] == found(text, "persName")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Das sagte Herr Dr. Brackwede gestern.", "Herr Dr. Brackwede"),
        ("de", "Das befahl SS-Hauptsturmführer Brackwede.", "SS-Hauptsturmführer Brackwede"),
        ("fr", "On vit M. Brackouède au jardin.", "M. Brackouède"),
        ("fr", "On vit le général Brackouède au jardin.", "général Brackouède"),
    ],
)
def test_titles_of_other_languages(language: str, text: str, name: str) -> None:
    assert [name] == found(text, "persName", language=language)


def test_initials_make_a_name() -> None:
    assert ["J. W. Brackwade"] == found("It was seen by J. W. Brackwade himself.", "persName")


def test_a_numbered_heading_is_no_name() -> None:
    text = "A. Introduction\n\nThis is an introduction to the subject at hand."
    assert [] == found(text, "persName")


def test_a_surname_is_carried_through_the_text() -> None:
    text = "There stood Captain Brackwade. Later on, they say, Brackwade left. So did Brackwade."
    assert ["Captain Brackwade", "Brackwade", "Brackwade"] == found(text, "persName")


def test_a_german_genitive_is_carried_too() -> None:
    text = "Dort stand Herr Brackwede. Auf Befehl Brackwedes ging man heim."
    assert ["Herr Brackwede", "Brackwedes"] == found(text, "persName", language="de")


def test_a_possessive_is_not_part_of_the_name() -> None:
    assert ["Mr. Brackwade"] == found("It was Mr. Brackwade’s house.", "persName")


def test_a_pseudonym_in_brackets_belongs_to_the_name() -> None:
    text = "They called for Lenin. It was signed by V. Ulyanov (Lenin) and others. Mr. Lenin left."
    assert "V. Ulyanov (Lenin)" in found(text, "persName")


def test_a_salutation_names_a_person() -> None:
    assert ["Brackwede"] == found("Lieber Brackwede!\n\nIch danke Dir.", "persName", language="de")


def test_a_name_alone_under_the_text_is_a_signature() -> None:
    text = "We send you our best wishes and remain as ever.\n\nYours,\n\nSpišiak"
    assert ["Spišiak"] == found(text, "persName")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Es ist alles gut.\n\nDein alter Brackwede.", "Brackwede"),
        ("en", "All is well here, and I remain\n\nYour affectionate Brackwade", "Brackwade"),
        ("fr", "Tout va bien.\n\nVotre dévoué Brackouède.", "Brackouède"),
    ],
)
def test_a_name_after_words_of_leave_at_the_end_is_a_signature(
    language: str, text: str, name: str
) -> None:
    assert [name] == found(text, "persName", language=language)


def test_words_of_leave_within_the_text_sign_nothing() -> None:
    text = "Dein Brackwede ist ein Buch, das man kennt."
    assert [] == found(text, "persName", language="de")


def test_a_surname_in_capitals_introduces_the_same_in_small_letters() -> None:
    text = "There stood Captain BRACKWADE. Later on, they say, Brackwade left."
    assert ["Captain BRACKWADE", "Brackwade"] == found(text, "persName")


def test_two_names_that_a_full_stop_divides_are_two() -> None:
    text = "There were Mr. Brackwade. Ormesson. Then Mr. Ormesson left, and Mr. Brackwade."
    assert not [name for name in found(text, "persName") if "Brackwade. O" in name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dort sprach Oberrichter Brackwede zuletzt.", "Oberrichter Brackwede"),
        ("Dort sprach Regierungspräsident Brackwede zuletzt.", "Regierungspräsident Brackwede"),
    ],
)
def test_a_german_compound_may_be_a_title(text: str, name: str) -> None:
    assert [name] == found(text, "persName", language="de")


def test_a_council_of_a_town_is_no_person() -> None:
    assert [] == found("Dort tagt der Gemeinderat Winterthur heute.", "persName", language="de")


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Man gab die Oper von Brackwede und Ormesson.", ["Brackwede", "Ormesson"]),
        ("en", "They gave an opera by Brackwade last night.", ["Brackwade"]),
        ("fr", "On a donné un drame de Brackouède hier.", ["Brackouède"]),
    ],
)
def test_those_who_made_a_work_are_persons(language: str, text: str, names: list[str]) -> None:
    assert names == found(text, "persName", language=language)


def test_a_register_has_the_surname_first() -> None:
    text = "1. Silber Viktor, 2. Acht Robert, 3. Preis Rafael, 4. Wald Armin."
    assert ["Silber Viktor", "Acht Robert", "Preis Rafael", "Wald Armin"] == found(
        text, "persName", language="de"
    )


def test_initials_after_an_article_are_no_person() -> None:
    text = "Dann schrieb die B.X. Brackwede zurück."
    assert "B.X. Brackwede" not in found(text, "persName", language="de")


def test_a_full_stop_ends_the_sentence_after_a_long_title() -> None:
    text = "There stood the Captain. Brackwade was elsewhere."
    assert "Captain. Brackwade" not in found(text, "persName")


def test_kin_are_no_names() -> None:
    text = "I wrote to Mama and to Mother. Then Papa came."
    assert [] == found(text, "persName")


def test_a_number_after_a_noun_is_no_person() -> None:
    text = "They stood before Bunker V and waited. Bunker V was full."
    assert [] == found(text, "persName")


def test_a_people_is_no_person() -> None:
    text = "The Jews and the Germans and the Ukrainians were there."
    assert [] == found(text, "persName") + found(text, "placeName")


def test_a_firm_is_an_organisation() -> None:
    text = "Agents are Brackwade & Sons of London."
    assert ["Brackwade & Sons"] == found(text, "orgName")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "He lived in Brackwade Street for years.", "Brackwade Street"),
        ("de", "Er wohnte in der Brackwedergasse 4.", "Brackwedergasse"),
        ("fr", "Il demeure rue de Brackouède, au second.", "rue de Brackouède"),
    ],
)
def test_a_street_is_a_place(language: str, text: str, name: str) -> None:
    assert [name] == found(text, "placeName", language=language)


def test_a_known_place_after_a_preposition_is_a_place() -> None:
    assert ["Petrograd"] == found("The envoys were in Petrograd then.", "placeName")


def test_a_month_of_a_date_is_no_name() -> None:
    text = "He came on 4 August and left."
    date = Layer("dates", (Annotation(Span(11, 19), "date"),))
    assert [] == found(text, "persName", layers=(date,)) + found(text, "placeName", layers=(date,))


def test_the_signed_element_is_believed() -> None:
    text = (
        "Quuxby\n\nThis is a long text which goes on after the name at the head of it, without end."
    )
    signed = Layer("structure", (Annotation(Span(0, 6), "signed"),))
    assert ["Quuxby"] == found(text, "persName", layers=(signed,))


def test_the_annotator_runs_after_those_it_reads() -> None:
    assert ("structure", "notes", "dates") == names.after


@given(
    st.text(st.sampled_from("ABab .,\n\r\t¬-’'([&1éÄ"), max_size=60),
    st.sampled_from(["en", "de", "fr", "it", "und"]),
)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_spans_of_whole_words_that_do_not_cross(text: str, language: str) -> None:
    spans = [a.span for a in find_names(Document(text, language=language), Edition())]
    assert all(span.end <= len(text) and span.of(text).strip() == span.of(text) for span in spans)
    assert not any(one.crosses(other) for one in spans for other in spans)


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_words_lie_in_order_and_are_not_empty(text: str) -> None:
    words = words_of(Document(text, language="fr"))
    assert all(s < e for s, e in zip(words.starts, words.ends, strict=True))
    assert all(e <= s for e, s in zip(words.ends, words.starts[1:], strict=False))


@pytest.mark.parametrize("end", ["-\n", "¬\n", "-\r\n", "- \n  "])
def test_a_name_divided_at_a_line_end_is_one_word(end: str) -> None:
    text = (
        f"In the long and rainy winter of that year the old Mr. Brack{end}wade went away for ever."
    )
    assert [f"Mr. Brack{end}wade"] == found(text, "persName")


def test_a_sender_of_the_metadata_is_known_in_the_text() -> None:
    text = "From: Samuel Brackwade\n\nI, the undersigned Brackwade, declare this."
    block = Layer("read", (Annotation(Span(0, 22), "xenoData"),))
    field = Field("sender", "From", "Samuel Brackwade", Span(0, 22))
    doc = Document(text, language="en", fields=(field,), layers=(block,))
    spans = [a.span.of(text) for a in find_names(doc, Edition()) if a.element == "persName"]
    assert ["Brackwade"] == spans


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize(
    "text",
    [
        "a." * 10_000,
        "A." * 10_000,
        "X" * 20_000,
        "Xy" * 10_000,
        "Mr. " * 5_000,
        "Bank of " * 5_000,
        "Lenin " * 5_000,
        "l’" * 10_000,
        "(" * 20_000,
        "-\n" * 10_000,
        "\n" * 20_000,
        "A & " * 5_000,
    ],
)
def test_hostile_texts_take_no_longer_than_others(text: str, language: str) -> None:
    entry = Entry("lenin", Kind.PERSON, ("V. I. Lenin",))
    start = time.process_time()
    list(find_names(Document(text, language=language), Edition(authority=(entry,))))
    assert 2.0 > time.process_time() - start


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das befahl SS-H’Stuf. Brackwede gestern.", "SS-H’Stuf. Brackwede"),
        ("Das schrieb Herr Dr. Brackwede von der Geheimen Staatspolizei.", "Herr Dr. Brackwede"),
        ("Das schrieb General von der Brackwede.", "General von der Brackwede"),
    ],
)
def test_german_titles_and_offices(text: str, name: str) -> None:
    assert [name] == found(text, "persName", language="de")


def test_no_initials_stand_before_a_title() -> None:
    assert ["Captain Lennox"] == found("P.S. Captain Lennox sends his love.", "persName")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Recorded by: Brackwed\n\nIt was a long day for all.", "Brackwed"),
        ("en", "The protocol was written by Brackwed.\n\nIt was a long day.", "Brackwed"),
        ("de", "Aufgenommen von: Brackwed\n\nEs war ein langer Tag.", "Brackwed"),
        ("fr", "Recueilli par : Brackouède\n\nCe fut une longue journée.", "Brackouède"),
    ],
)
def test_who_is_said_to_have_made_a_record_is_a_person(language: str, text: str, name: str) -> None:
    assert [name] == found(text, "persName", language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was printed by Motorcycles\n\nIt was a long day."),
        ("fr", "Il parle ici des environs de Brackouède\n\nCe fut une longue journée."),
        ("de", "Sie kamen in das Lager von Brackwed.\n\nEs war ein langer Tag."),
    ],
)
def test_words_and_what_lies_somewhere_are_not(language: str, text: str) -> None:
    assert [] == found(text, "persName", language=language)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I saw Wm. Zuckmar at the fair.", "Wm. Zuckmar"),
        ("The clerk was Geo: Zuckmar of this town.", "Geo: Zuckmar"),
        ("He sold it to Jas. B. Zuckmar for a song.", "Jas. B. Zuckmar"),
    ],
)
def test_a_shortened_forename_stands_before_a_surname(text: str, name: str) -> None:
    assert [name] == found(text, "persName")


def test_a_place_of_several_words_may_end_the_text() -> None:
    assert ["New York"] == found("They met again in New York", "placeName")
