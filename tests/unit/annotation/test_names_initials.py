"""Initials before a surname: each objection has a case of its own, and its opposite."""

import pytest

from toolkit.annotation.names import initials
from toolkit.annotation.names.context import Context, read_context
from toolkit.annotation.names.initials import Initialled, find_after_initials, read_initials
from toolkit.text import Annotation, Document, Layer, Span


def read(text: str, language: str = "en", *marked: Annotation) -> Context:
    return read_context(Document(text, language=language, layers=(Layer("structure", marked),)))


def candidate(context: Context, initial: str) -> Initialled:
    at = context.words.texts.index(initial)
    found = read_initials(context.words, at, context.vocabulary)
    assert found is not None
    return found


def found(text: str, language: str = "en") -> list[str]:
    context = read(text, language)
    spans = (context.words.span(m.first, m.last) for m in find_after_initials(context))
    return [span.of(text) for span in spans]


def test_several_initials_precede_a_surname() -> None:
    assert ["A. B. E. Vexley"] == found("There A. B. E. Vexley came in.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Thos. Vexley came in.", ["Thos. Vexley"]),
        ("Then Thos: Vexley came in.", ["Thos: Vexley"]),
        ("Then Thos Vexley came in.", []),
        ("Then P. S. Captain Vexley came in.", []),
        ("Then N. vexley came in.", []),
        ("Then N.\n\nVexley came in.", []),
    ],
)
def test_an_initial_is_followed_by_a_surname_in_its_line(text: str, expected: list[str]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("V.", True), ("Kr.", True), ("v.", False), ("V", False), ("5.", False)]
)
def test_an_initial_has_a_capital_and_a_full_stop(text: str, expected: bool) -> None:
    assert expected == initials.is_initial(text)


OBJECTIONS = [
    ("follows_article", "en", "There the K. Vexley came in.", "K.", True),
    ("follows_article", "en", "There K. Vexley came in.", "K.", False),
    ("follows_article", "en", "We saw the\n\nK. Vexley came in.", "K.", False),
    ("is_abbreviation", "de", "Man kam z. B. Vexler entgegen.", "B.", True),
    ("is_abbreviation", "de", "Man kam zu B. Vexler entgegen.", "B.", False),
    ("numbers_division", "en", "They read Act V. Vexley came in.", "V.", True),
    ("numbers_division", "en", "They read Act K. Vexley came in.", "K.", False),
    ("numbers_division", "en", "They met V. Vexley there.", "V.", False),
    ("is_list_item", "en", "B. While it rained, they came.", "B.", True),
    ("is_list_item", "en", "B. Vexley\n\nThen nobody came.", "B.", False),
    ("is_list_item", "en", "B. Potsdam\n\nThen nobody came.", "B.", True),
    ("is_list_item", "en", "B. New York\n\nThen nobody came.", "B.", True),
    ("is_list_item", "en", "B. H. While\n\nThen nobody came.", "B.", False),
    ("is_list_item", "en", "Then B. Vexley came.", "B.", False),
    ("is_ordinal", "de", "Das war im V. Vexler Bezirk.", "V.", True),
    ("is_ordinal", "de", "Das war mit K. Vexler.", "K.", False),
    ("is_ordinal", "de", "Das war mit V. K. Vexler.", "V.", False),
    ("is_ordinal", "en", "That was V. Vexley.", "V.", False),
    ("is_place", "en", "They were near N. Petrograd then.", "N.", True),
    ("is_place", "en", "They were with N. Vexley then.", "N.", False),
    ("is_no_surname", "en", "They sat at a table with N. Table then.", "N.", True),
    ("is_no_surname", "en", "They were with N. Vexley then.", "N.", False),
]


@pytest.mark.parametrize(("name", "language", "text", "initial", "expected"), OBJECTIONS)
def test_an_objection_has_a_case_and_its_opposite(
    name: str, language: str, text: str, initial: str, expected: bool
) -> None:
    context = read(text, language)
    objects = getattr(initials, name)
    assert objects in initials.OBJECTIONS
    assert expected == objects(candidate(context, initial), context)


def test_every_objection_has_its_cases() -> None:
    assert {objects.__name__ for objects in initials.OBJECTIONS} == {row[0] for row in OBJECTIONS}


def test_the_name_of_a_signature_is_no_list_item() -> None:
    text = "I came.\n\nB. Vexley"
    start = text.index("B.")
    signed = Annotation(Span(start, len(text)), "signed", rule="x", reason="x")
    context = read(text, "en", signed)
    assert not initials.is_list_item(candidate(context, "B."), context)
