"""The passes over the mentions of a document: each by itself, and their order."""

from dataclasses import replace

import pytest

from toolkit.annotation.names import recognise
from toolkit.annotation.names.context import Context, read_context
from toolkit.annotation.names.mention import Mention, Source
from toolkit.edition import Kind
from toolkit.text import Annotation, Cert, Document, Layer, Span


def mention(
    context: Context, name: str, kind: Kind = Kind.PERSON, source: Source = Source.TAGGER,
    cert: Cert = Cert.MEDIUM, nth: int = 0,
) -> Mention:  # fmt: skip
    parts = name.split()
    starts = [
        i
        for i in range(len(context.words))
        if list(context.words.texts[i : i + len(parts)]) == parts
    ]
    first = starts[nth]
    return Mention(first, first + len(parts) - 1, kind, source, "test", "", cert)


def names(mentions: list[Mention], context: Context) -> list[tuple[str, Kind]]:
    return [(" ".join(context.words.texts[m.first : m.last + 1]), m.kind) for m in mentions]


def read(text: str, language: str = "en") -> Context:
    return read_context(Document(text, language=language))


def test_the_passes_run_in_this_order() -> None:
    assert ["vote", "drop_nouns", "coordinate", "repeat", "add_pseudonyms", "settle"] == [
        run.__name__ for run in recognise.PASSES
    ]


def test_the_vote_decides_the_type_of_a_word_alone() -> None:
    context = read("They lived in Brackwede. Then in Brackwede again.")
    marked = [mention(context, "Brackwede", nth=n) for n in (0, 1)]
    assert [("Brackwede", Kind.PLACE)] * 2 == names(recognise.vote(marked, context), context)


def test_a_person_that_is_a_common_noun_is_dropped() -> None:
    context = read("The Table fell. A Table fell. Vexley came.")
    marked = [mention(context, "Table"), mention(context, "Vexley")]
    assert [("Vexley", Kind.PERSON)] == names(recognise.drop_nouns(marked, context), context)


def test_a_word_coordinated_with_a_person_is_added() -> None:
    context = read("There Vexley and Zuckmar came.")
    marked = [mention(context, "Vexley", cert=Cert.HIGH)]
    assert [("Vexley", Kind.PERSON), ("Zuckmar", Kind.PERSON)] == names(
        recognise.coordinate(marked, context), context
    )


def test_a_name_is_repeated_where_it_occurs_alone() -> None:
    context = read("There Mr. Vexley came. Nobody greeted Vexley.")
    marked = [mention(context, "Vexley", source=Source.RULE)]
    assert ["Mr . Vexley", "Vexley"] == [
        name for name, _ in names(recognise.repeat(marked, context), context)
    ]


def test_another_name_in_brackets_belongs_to_the_person() -> None:
    context = read("There V. Vexley (Zuckmar) came. Then Zuckmar spoke.")
    marked = [mention(context, "V. Vexley"), mention(context, "Zuckmar", nth=1)]
    assert ["V. Vexley ( Zuckmar )", "Zuckmar"] == [
        name for name, _ in names(recognise.add_pseudonyms(marked, context), context)
    ]


def test_a_name_has_the_certainty_of_its_most_certain_mention() -> None:
    context = read("There Herbert Vexley came. Vexley came.")
    marked = [mention(context, "Herbert Vexley"), mention(context, "Vexley", nth=1)]
    marked = [replace(marked[0], rule="greeted"), marked[1]]
    assert [Cert.HIGH, Cert.HIGH] == [m.cert for m in recognise.settle(marked, context)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Vexley", True), ("Captain", False), ("You", False), ("Table", False), ("Quickly", False)],
)
def test_the_word_above_a_speech_is_a_name_unless_it_is_common(text: str, expected: bool) -> None:
    context = read("A table stood there, quickly.")
    assert expected == recognise.is_speaker_name(text, context.words, context.vocabulary)


def test_the_last_capitalised_word_above_a_speech_is_the_speaker() -> None:
    text = "Old Vexley.\n\nCome in."
    layer = Layer("structure", (Annotation(Span(0, 11), "speaker", rule="x", reason="x"),))
    context = read_context(Document(text, language="en", layers=(layer,)))
    assert frozenset({"Vexley"}) == recognise.speaker_names(context)


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Span(3, 6), True), (Span(2, 5), True), (Span(0, 3), False), (Span(10, 12), False)],
)
def test_a_name_inside_or_across_a_date_disturbs_it(span: Span, expected: bool) -> None:
    assert expected == recognise.disturbs_date(span, (Span(3, 10),))
