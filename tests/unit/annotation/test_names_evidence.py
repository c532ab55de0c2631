"""What the words beside a name, the line and the element around it show."""

import pytest

from toolkit.annotation.names import find_names, forenames, objections, person_evidence
from toolkit.annotation.names.context import Context, read_context
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.titled_names import begins_with_article, name_end
from toolkit.edition import Edition, Kind
from toolkit.text import Annotation, Document, Field, Layer, Span


def read(text: str, language: str = "en", *marked: Annotation) -> Context:
    return read_context(Document(text, language=language, layers=(Layer("structure", marked),)))


def at(context: Context, word: str) -> int:
    return context.words.texts.index(word)


def names(text: str, element: str, language: str = "en") -> list[str]:
    found = find_names(Document(text, language=language), Edition())
    return [a.span.of(text) for a in found if a.element == element]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Vexlow replied.", True),
        ("Then Vexlow did not at once reply.", False),
        ("Then Vexlow did not at last reply.", False),
        ("Then Vexlow did not also reply.", True),
        ("Then Vexlow burned.", False),
        ("Then Vexlow\n\nreplied.", False),
    ],
)
def test_the_subject_of_a_verb_of_saying_is_a_person(text: str, expected: bool) -> None:
    context = read(text)
    assert expected == person_evidence.is_subject(
        context.words, at(context, "Vexlow"), context.vocabulary
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The committee heard Vexlow.", True),
        ("It was signed by Vexlow.", True),
        ("It was burned by Vexlow.", False),
        ("They replied to Vexlow.", True),
        ("They went to Vexlow.", False),
        ("The committee heard\n\nVexlow.", False),
    ],
)
def test_the_object_of_saying_and_signing_is_a_person(text: str, expected: bool) -> None:
    context = read(text)
    assert expected == person_evidence.is_object(
        context.words, at(context, "Vexlow"), context.vocabulary
    )


def test_surnames_beside_verbs_are_persons_and_towns_are_not() -> None:
    text = (
        "The council asked Grebnikov. Dolmatov answered Grebnikov, and Melchett did not write to "
        "Tarnowski. The answer was sent from Potsdam to Riga."
    )
    found = names(text, "persName")
    assert {"Grebnikov", "Dolmatov", "Melchett", "Tarnowski"} <= set(found)
    assert ["Potsdam", "Riga"] == names(text, "placeName")


def test_the_author_of_the_metadata_is_no_place() -> None:
    text = "Nobody lived in Vexlow. Then they went to Vexlow again."
    fields = (Field("author", "Author", "Herbert Vexlow", Span(0, 6)),)
    document = Document(text, language="en", fields=fields)
    found = find_names(document, Edition())
    assert {"persName"} == {a.element for a in found if a.span.of(text) == "Vexlow"}
    assert {"Vexlow"} <= set(names(text, "placeName"))


def mention(context: Context, first: str, last: str, kind: Kind = Kind.PERSON) -> Mention:
    return Mention(at(context, first), at(context, last), kind, Source.TAGGER, "test", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Herbert Vexlow\nChairman\nParish Hall", "Vexlow"),
        ("Herbert Vexlow\nChairman", "Chairman"),
        ("Herbert Vexlow\nChairman\n" + "Parish Hall\n" * 90, "Chairman"),
        ("Herbert Vexlow\nChairman\n" + "Parish Hall\n" * 80, "Vexlow"),
        ("Herbert Vexlow\nChairman\nof the parish", "Chairman"),
        (
            "Herbert Vexlow\nChairman\nParish Hall of the good people in the great county",
            "Chairman",
        ),
    ],
)
def test_a_name_ends_with_the_line_of_an_address(text: str, expected: str) -> None:
    context = read(text)
    cut = objections.end_with_line(mention(context, "Herbert", "Chairman"), context)
    assert cut is not None
    assert expected == context.words.texts[cut.last]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Then Vexlow came.", Span(5, 11), False),
        ("Then Vexlow\u0364n came.", Span(5, 11), True),
        ("Then Vexlow-Zorg came.", Span(5, 16), False),
    ],
)
def test_a_name_is_no_part_of_a_word(text: str, name: Span, expected: bool) -> None:
    context = read(text)
    first = context.words.at(name.start)
    found = Mention(first, first, Kind.PERSON, Source.TAGGER, "test", "")
    assert expected == objections.cuts_word(found, context)


def test_only_speakers_are_named_in_stage_directions() -> None:
    text = "VEXLOW. Who is it?\n\n[Exit VEXLOW and Zorg.]"
    context = read(
        text, "en",
        Annotation(Span(0, 7), "speaker", rule="x", reason="x"),
        Annotation(Span(text.index("["), len(text)), "stage", rule="x", reason="x"),
    )  # fmt: skip
    last = len(context.words) - 1 - context.words.texts[::-1].index("VEXLOW")
    zorg = at(context, "Zorg")
    speaker = Mention(last, last, Kind.PERSON, Source.TAGGER, "test", "")
    longer = Mention(last - 1, last, Kind.PERSON, Source.TAGGER, "test", "")
    other = Mention(zorg, zorg, Kind.PERSON, Source.TAGGER, "test", "")
    spoken = Mention(0, 0, Kind.PERSON, Source.TAGGER, "test", "")
    assert [False, True, True, False] == [
        objections.is_in_stage_direction(m, context) for m in (speaker, longer, other, spoken)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("They read Iskraja No. 79 there.", Kind.PLACE, True),
        ("They read Iskraja No 79 there.", Kind.PERSON, True),
        ("They read Iskraja No. 79 there.", Kind.ORGANISATION, False),
        ("They saw Iskraja No more.", Kind.PLACE, False),
        ("They saw Iskraja 79 times.", Kind.PLACE, False),
    ],
)
def test_the_number_of_an_issue_follows_a_periodical(text: str, kind: Kind, expected: bool) -> None:
    context = read(text)
    assert expected == objections.is_periodical(
        mention(context, "Iskraja", "Iskraja", kind), context
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Der Rat der Gemeinde kam.", True), ("Der Rat von der Goltz kam.", False)],
)
def test_an_article_after_a_german_title_shows_no_person(text: str, expected: bool) -> None:
    context = read(text, "de")
    after = at(context, "Rat") + 1
    assert expected == begins_with_article(context.words, after, context.vocabulary)
    assert expected != any("Rat" in name for name in names(text, "persName", "de"))


def test_a_name_ends_before_esquire() -> None:
    context = read("Herbert Vexlow Esq.")
    assert 1 == name_end(context.words, 0, context.vocabulary)


def spans(recogniser: str, text: str, language: str = "en") -> list[str]:
    context = read(text, language)
    found = getattr(forenames, recogniser)(context)
    return [context.words.span(m.first, m.last).of(text) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TALK BY HERBERT VEXLOW AND ANNA ZORGOW", ["HERBERT VEXLOW", "ANNA ZORGOW"]),
        ("TALK OF HERBERT VEXLOW", []),
        ("THE TALK BY TABLE VEXLOW", []),
        ("BY HERBERT OF ULM", []),
    ],
)
def test_a_forename_and_a_surname_may_be_in_capitals(text: str, expected: list[str]) -> None:
    assert expected == spans("find_in_capitals", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met June Parker there.", ["June Parker"]),
        ("They met in June Parker and others.", []),
        ("They met on 3 June Parker and others.", []),
        ("They met June Potsdamer there.", []),
        ("They met October Parker there.", []),
    ],
)
def test_a_month_before_a_surname_may_be_a_forename(text: str, expected: list[str]) -> None:
    assert expected == spans("find_by_forename", text)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They met von Vexlow there.", "en", ["von Vexlow"]),
        ("They met van der Vexlow there.", "en", ["van der Vexlow"]),
        ("They met of Vexlow there.", "en", []),
        ("Sie kamen von Vexlow her.", "de", []),
        ("Sie sahen da Güterwaggons kommen.", "de", []),
        ("Sie sahen van Jansen kommen.", "de", ["van Jansen"]),
        ("They met Herbert von Vexlow there.", "en", []),
        ("They came von Potsdam there.", "en", []),
    ],
)
def test_a_particle_of_another_language_precedes_a_surname(
    text: str, language: str, expected: list[str]
) -> None:
    assert expected == spans("find_after_particle", text, language)
