"""How certain a mention is: by its rule, the model, the lexicons, and the name elsewhere."""

from dataclasses import replace

import pytest

from toolkit.annotation.names import certainty
from toolkit.annotation.names.certainty import assess, settle_certainty
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import words_of
from toolkit.annotation.names.vocabulary import find_vocabulary
from toolkit.edition import Kind
from toolkit.text import Cert, Document

HIGH, MEDIUM, LOW = Cert.HIGH, Cert.MEDIUM, Cert.LOW


def assessed(
    name: str, kind: Kind, rule: str, probability: float = 0.0, language: str = "en",
    source: Source = Source.RULE,
) -> Cert:  # fmt: skip
    words = words_of(Document(name, language=language))
    mention = Mention(0, len(words) - 1, kind, source, rule, "", probability=probability)
    return assess(mention, words, find_vocabulary(language))


@pytest.mark.parametrize(
    ("kind", "rule", "alone", "supported"),
    [
        (Kind.PERSON, "titled", MEDIUM, HIGH),
        (Kind.PERSON, "initials", MEDIUM, HIGH),
        (Kind.PERSON, "greeted", HIGH, HIGH),
        (Kind.PERSON, "register", HIGH, HIGH),
        (Kind.PERSON, "taking leave", HIGH, HIGH),
        (Kind.PERSON, "maker", HIGH, HIGH),
        (Kind.PERSON, "signature", MEDIUM, HIGH),
        (Kind.PERSON, "forename", MEDIUM, HIGH),
        (Kind.PERSON, "predicate", MEDIUM, MEDIUM),
        (Kind.PERSON, "agreed", LOW, LOW),
        (Kind.PLACE, "street", MEDIUM, HIGH),
        (Kind.PLACE, "gazetteer", LOW, LOW),
        (Kind.PLACE, "agreed", MEDIUM, MEDIUM),
        (Kind.ORGANISATION, "body", MEDIUM, MEDIUM),
        (Kind.ORGANISATION, "agreed", LOW, LOW),
    ],
)
def test_a_rule_has_its_certainty_and_the_model_may_support_it(
    kind: Kind, rule: str, alone: Cert, supported: Cert
) -> None:
    assert alone == assessed("Vexley", kind, rule)
    assert alone == assessed("Vexley", kind, rule, 0.69)
    assert supported == assessed("Vexley", kind, rule, 0.7)


@pytest.mark.parametrize(
    ("name", "kind", "language", "probability", "expected"),
    [
        ("Herbert Vexlow", Kind.PERSON, "en", 0.85, HIGH),
        ("Herbert Vexlow", Kind.PERSON, "en", 0.84, MEDIUM),
        ("Herbert Vexlow", Kind.PERSON, "en", 0.5, MEDIUM),
        ("Herbert Vexlow", Kind.PERSON, "en", 0.49, LOW),
        ("Zorgow Vexlow", Kind.PERSON, "en", 1.0, MEDIUM),
        ("Zorgow Vexlow", Kind.PERSON, "en", 0.96, LOW),
        ("Zorgow Vexlow", Kind.PERSON, "de", 0.48, MEDIUM),
        ("Zorgow Vexlow", Kind.PERSON, "de", 0.47, LOW),
        ("Vexlow", Kind.PERSON, "en", 0.985, HIGH),
        ("Vexlow", Kind.PERSON, "en", 0.98, MEDIUM),
        ("Vexlow", Kind.PERSON, "en", 0.8, MEDIUM),
        ("Vexlow", Kind.PERSON, "en", 0.79, LOW),
        ("Potsdam", Kind.PLACE, "en", 0.92, HIGH),
        ("Potsdam", Kind.PLACE, "en", 0.91, MEDIUM),
        ("Potsdam", Kind.PLACE, "en", 0.4, MEDIUM),
        ("Potsdam", Kind.PLACE, "en", 0.39, LOW),
        ("Germany", Kind.PLACE, "en", 1.0, MEDIUM),
        ("Germany", Kind.PLACE, "en", 0.39, LOW),
        ("Vexlow", Kind.PLACE, "en", 0.99, HIGH),
        ("Vexlow", Kind.PLACE, "en", 0.5, MEDIUM),
        ("Vexlow", Kind.PLACE, "en", 0.49, LOW),
        ("Vexlow", Kind.PLACE, "de", 0.65, MEDIUM),
        ("Vexlow", Kind.PLACE, "de", 0.64, LOW),
        ("Vexlow Zorg", Kind.PLACE, "en", 0.8, MEDIUM),
        ("Vexlow Zorg", Kind.PLACE, "en", 0.79, LOW),
        ("Vexlow", Kind.ORGANISATION, "en", 1.0, MEDIUM),
        ("Vexlow", Kind.ORGANISATION, "en", 0.4, MEDIUM),
        ("Vexlow", Kind.ORGANISATION, "en", 0.39, LOW),
    ],
)
def test_a_name_of_the_model_has_the_certainty_of_its_probability_and_lexicons(
    name: str, kind: Kind, language: str, probability: float, expected: Cert
) -> None:
    assert expected == assessed(name, kind, "tagger", probability, language, Source.TAGGER)


def test_a_name_of_the_lists_keeps_its_certainty() -> None:
    assert HIGH == assessed("Vexlow", Kind.ORGANISATION, "agreed", source=Source.AUTHORITY)


@pytest.mark.parametrize(
    ("kind", "times", "expected"),
    [
        (Kind.PERSON, 2, LOW),
        (Kind.PERSON, 3, MEDIUM),
        (Kind.PLACE, 3, MEDIUM),
        (Kind.ORGANISATION, 3, LOW),
    ],
)
def test_three_mentions_of_a_person_or_place_are_probable(
    kind: Kind, times: int, expected: Cert
) -> None:
    words = words_of(Document("Vexlow " * times, language="en"))
    found = [
        Mention(i, i, kind, Source.TAGGER, "tagger", "", probability=0.3) for i in range(times)
    ]
    settled = settle_certainty(found, words, find_vocabulary("en"))
    assert [expected] * times == [mention.cert for mention in settled]


def test_all_mentions_of_a_surname_are_as_certain_as_the_most_certain() -> None:
    words = words_of(Document("Herbert Vexlow . Vexlow Zorgow", language="en"))
    whole = Mention(0, 1, Kind.PERSON, Source.TAGGER, "tagger", "", probability=0.9)
    again = replace(whole, first=3, last=3, name=3, probability=0.3)
    other = replace(again, first=4, last=4, name=4)
    settled = settle_certainty([whole, again, other], words, find_vocabulary("en"))
    assert [HIGH, HIGH, LOW] == [mention.cert for mention in settled]


def test_every_kind_has_an_assessor() -> None:
    assert set(Kind) == set(certainty.ASSESSORS)
