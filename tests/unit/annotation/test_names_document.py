"""What the whole document says of a name: its kind, whether it is a name at all."""

import pytest

from toolkit.annotation.dates import dates
from toolkit.annotation.names import find_names, names
from toolkit.annotation.names.common_noun_filter import drop_common_nouns
from toolkit.annotation.names.context import read_context
from toolkit.annotation.names.initials import find_after_initials
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import Words, words_of
from toolkit.annotation.names.type_voting import vote_on_types
from toolkit.annotation.names.vocabulary import find_vocabulary
from toolkit.annotation.protocol import run
from toolkit.edition import Edition, Kind
from toolkit.text import Annotation, Document, Layer, Span


def marked(words: Words, name: str, kind: Kind, source: Source = Source.TAGGER) -> list[Mention]:
    """The name marked at all its places."""
    return [Mention(i, i, kind, source, "test", "") for i in words.places[name]]


def found(text: str, element: str, code: str = "en") -> list[str]:
    doc = Document(text, language=code)
    return [a.span.of(text) for a in find_names(doc, Edition()) if a.element == element]


def test_a_preposition_at_few_of_its_places_makes_no_place_of_a_person() -> None:
    words = words_of(Document("Then Maud spoke. " * 30 + "He went to Maud. " * 3, language="en"))
    kinds = {
        m.kind
        for m in vote_on_types(marked(words, "Maud", Kind.PERSON), words, find_vocabulary("en"))
    }
    assert {Kind.PERSON} == kinds


def test_a_preposition_at_most_of_its_places_makes_a_place() -> None:
    words = words_of(Document("They lived in Brackwede. " * 4, language="en"))
    mentions = marked(words, "Brackwede", Kind.PERSON)
    assert {Kind.PLACE} == {m.kind for m in vote_on_types(mentions, words, find_vocabulary("en"))}


def test_a_word_that_follows_articles_is_carried_to_no_person() -> None:
    words = words_of(Document("Der Fluch kam. Ein alter Fluch. Mein Fluch. Fluch!", language="de"))
    mentions = marked(words, "Fluch", Kind.PERSON, Source.PROPAGATED)
    assert [] == list(drop_common_nouns(mentions, words, find_vocabulary("de")))


def test_a_rare_name_may_follow_articles() -> None:
    words = words_of(Document("Die Brackwitz kam. Die alte Brackwitz sprach.", language="de"))
    mentions = marked(words, "Brackwitz", Kind.PERSON)
    assert mentions == list(drop_common_nouns(mentions, words, find_vocabulary("de")))


def test_the_long_s_of_old_prints_is_read_as_s() -> None:
    text = "We met Miſter Reeſe in the houſe."
    assert "Reese" in words_of(Document(text, language="en")).texts
    assert "Miſter Reeſe" in found(text, "persName")


def test_kin_before_of_is_no_title() -> None:
    text = "C'était Jacques, le frère de Brackville, et le comte de Brackville."
    assert "frère de Brackville" not in found(text, "persName", "fr")
    assert "comte de Brackville" in found(text, "persName", "fr")


def test_an_abbreviated_country_is_no_initials() -> None:
    assert [] == found("The U.S. Zorgon Task Force landed.", "persName")
    assert ["N. Zorgon"] == found("Then N. Zorgon landed.", "persName")


def test_instead_of_somebody_is_no_place() -> None:
    assert [] == found("Il vint à la place de Mme Brackville hier.", "placeName", "fr")


def test_the_rest_of_a_shortened_word_announces_nobody() -> None:
    assert [] == found(
        "Sie bat um einen ruh'gen Schlummer in dem heil'gen Haine.", "persName", "de"
    )


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("de", "Zorgenau, den 3. Mai 1871\n\nLieber Freund", "Zorgenau"),
        ("de", "Bad Zorgenau d. 5. Sept. 1797.\n\nEben kam er.", "Bad Zorgenau"),
        ("en", "St. Zorgon, May 5, 1817.\n\nMy dear friend", "St. Zorgon"),
        ("fr", "Zorgonville, le 14 mai 1862.\n\nCher ami", "Zorgonville"),
    ],
)
def test_a_name_before_the_day_of_a_dateline_is_a_place(code: str, text: str, place: str) -> None:
    doc = run(Document(text, language=code), Edition(), [dates, names])
    assert [place] == [a.span.of(text) for a in doc.annotations("placeName")]


@pytest.mark.parametrize(
    "text",
    [
        "Monday, May 5, 1817.",
        "Letter, May 5, 1817.",
        "Received, 5 May 1817",
        "250 Guilders, 5 May 1817",
        "Zorgon 1817 and 1818",
    ],
)
def test_other_words_before_a_day_are_no_places(text: str) -> None:
    doc = run(Document(text, language="en"), Edition(), [dates, names])
    assert [] == list(doc.annotations("placeName"))


def test_a_hyphen_may_join_a_street_to_its_name() -> None:
    text = "They lived in Zorgon-street, near the market."
    assert ["Zorgon-street"] == found(text, "placeName")


@pytest.mark.parametrize(
    "text",
    [
        "A. ZMFX - it was discussed.\n\nThey were in favour of ZMFX.",
        "We heard from the U.S. Air Force.",
    ],
)
def test_headings_acronyms_and_forces_are_no_persons(text: str) -> None:
    assert [] == found(text, "persName")


def test_a_letter_before_a_heading_is_no_initial() -> None:
    text = "A. While we waited\n\nB. Eastern Europe\n\nIt was Eastern Europe.\n\nC. Middle East"
    doc = Document(text, language="en")
    assert [] == list(find_after_initials(read_context(doc)))


def test_and_between_ladies_makes_no_firm() -> None:
    text = "I wrote to Mrs. Zorgon & Miss Brackwade, who were kind & good."
    assert ["Mrs. Zorgon", "Miss Brackwade"] == found(text, "persName")
    assert [] == found(text, "orgName")


def test_a_firm_may_stand_in_a_text_that_writes_and_so() -> None:
    text = "They were kind & good. I paid Zorgon & Co. at once."
    assert ["Zorgon & Co."] == found(text, "orgName")


def test_nouns_of_address_are_no_names() -> None:
    assert [] == found(
        "Liebes Kind,\n\nich schreibe dir heute.\n\nDein treuer\n\nFreund", "persName", "de"
    )
    assert ["Zorgenau"] == found("Lieber Zorgenau,\n\nich schreibe dir.", "persName", "de")


def test_the_place_of_an_address_is_no_signature() -> None:
    text = "I remain yours\n\nJ. Brackwade\n\nAmsterdam"
    assert "Amsterdam" not in found(text, "persName")


def test_who_speaks_is_no_place() -> None:
    words = words_of(Document("They lived in Brackwede. " * 4, language="en"))
    mentions = marked(words, "Brackwede", Kind.PLACE)
    speakers = frozenset(("Brackwede",))
    kinds = {
        m.kind for m in vote_on_types(mentions, words, find_vocabulary("en"), persons=speakers)
    }
    assert {Kind.PERSON} == kinds


def test_who_speaks_is_named_in_the_text() -> None:
    text = "ZORGAN.\n\nYou say that here Zorgan was seen."
    doc = Document(text, language="en")
    spoken = doc.with_layer(Layer("structure", (Annotation(Span(0, 6), "speaker"),)))
    assert ["ZORGAN", "Zorgan"] == [a.span.of(text) for a in find_names(spoken, Edition())]


def test_a_state_is_named_after_its_people() -> None:
    assert ["Hungarian Republic"] == found("They served the Hungarian Republic well.", "placeName")
