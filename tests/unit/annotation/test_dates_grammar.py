"""The grammar of dates: every rule and every context has an example and a counterexample."""

import pytest

from toolkit.annotation.dates.contexts import follows, precedes
from toolkit.annotation.dates.grammar import GUARDS
from toolkit.annotation.dates.grammar_data import (
    Context,
    Example,
    Rule,
    Translator,
    load_grammar,
)
from toolkit.annotation.dates.semantic_actions import ACTIONS
from toolkit.annotation.dates.tokens import tokenise
from toolkit.annotation.dates.vocabulary import load_vocabulary

from .dates_found import annotations

GRAMMAR = load_grammar()
RULES = (*GRAMMAR.dates, *GRAMMAR.times)


def values(rule: Rule, example: Example) -> list[str]:
    """The values of the annotations that the rule makes in a text."""
    return [
        " .. ".join(value for name, value in a.attributes if name.startswith(STANDARD))
        for a in annotations(example.text, example.language)
        if a.rule == rule.name
    ]


STANDARD = ("when", "from", "to", "not")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_has_its_value(rule: Rule) -> None:
    assert rule.example.value in values(rule, rule.example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_does_not_fit_its_counterexample(rule: Rule) -> None:
    assert [] == values(rule, rule.counterexample)


@pytest.mark.parametrize("rule", GRAMMAR.dates, ids=lambda rule: rule.name)
def test_every_rule_of_dates_has_an_action_and_a_guard(rule: Rule) -> None:
    assert rule.action in ACTIONS
    assert rule.begins in GUARDS


def test_every_action_is_that_of_a_rule() -> None:
    assert set(ACTIONS) == {rule.action for rule in GRAMMAR.dates}


def holds(context: Context, example: Example) -> bool:
    """Whether a context holds at the bar in a text."""
    before, _, after = example.text.partition("|")
    text = before + after
    vocabulary = load_vocabulary(example.language)
    tokens = tokenise(text, 0, len(text), vocabulary)
    if context.side == "before":
        place = next(2 * i for i, span in enumerate(tokens.spans) if span[0] >= len(before))
        return precedes(context.name, tokens.kinds, place)
    place = next(2 * i + 1 for i, span in enumerate(tokens.spans) if span[1] >= len(before))
    return follows(context.name, tokens.kinds, place)


@pytest.mark.parametrize("context", GRAMMAR.contexts, ids=lambda context: context.name)
def test_a_context_holds_in_its_example_only(context: Context) -> None:
    assert holds(context, context.example)
    assert not holds(context, context.counterexample)


TRANSLATOR = Translator({"SMALL": "TO_12 TO_24"}, {"day": "SMALL"})


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("MONTH", "M"),
        ("SMALL", "[12]"),
        ('" .]-"', r"[ .\]\-]"),
        ("name:day?", "(?P<name>(?:[12]))?"),
        ("name:(MONTH | YEAR)", "(?P<name>M|Y)"),
        ("not_ahead(MONTH){0,6}", "(?!M){0,6}"),
        ("behind(MONTH) END", "(?<=M)$"),
    ],
)
def test_the_notation_becomes_a_regular_expression(pattern: str, expected: str) -> None:
    assert expected == TRANSLATOR.translate(pattern)


@pytest.mark.parametrize("pattern", ["MOON", "weekday", '" ,', "MONTH + YEAR"])
def test_what_is_no_notation_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"unknown name|cannot read"):
        TRANSLATOR.translate(pattern)
