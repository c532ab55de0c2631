"""The engine of the grammar: all rules as one pattern over the kinds of tokens.

The rules are in ``grammar.toml``. At each token the first rule that fits wins. No pattern repeats
what is itself repeated, so that the time is linear in the length of the text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from toolkit.annotation.dates.grammar_data import Rule, load_grammar
from toolkit.annotation.dates.token_kinds import GAP_BROKEN, TokenKind

Parts = Mapping[str, int]
"""The group of a pattern by the name of what it captures."""

_MONTHS: Final = "".join((TokenKind.MONTH, TokenKind.MONTH_ABBREVIATION))
_DAYS: Final = "".join(
    (TokenKind.TO_12, TokenKind.TO_24, TokenKind.TO_31, TokenKind.DAY_NUMBER, TokenKind.TENS)
)
_MONTHS_AFTER_DAY: Final = f"{_MONTHS}{TokenKind.REPUBLICAN_MONTH.value}"

GUARDS: Final[Mapping[str, str]] = {
    "day": f"(?=[{_DAYS}{TokenKind.WEEKDAY.value}]"
    f"[^{GAP_BROKEN}{_MONTHS_AFTER_DAY}]{{1,40}}+[{_MONTHS_AFTER_DAY}])",
    "month": f"(?=[{_MONTHS}{TokenKind.WEEKDAY.value}])",
    "other": "",
}
"""What must be ahead of a rule: it keeps the engine from trying every rule at each token."""

_DATE_GUARD: Final = "(?=[0-69ABCDEFJKMRSTVWXYZeq])"
_TIME_GUARD: Final = "(?=[0-39DYbkw])"


@dataclass(frozen=True, slots=True)
class Engine:
    """Rules as one pattern; ``rules`` gives, for the last group of a match, its rule and parts."""

    pattern: re.Pattern[str]
    rules: Mapping[int, tuple[Rule, Parts]]


@cache
def date_engine() -> Engine:
    """Return the engine that finds dates."""
    rules = load_grammar().dates
    guarded = "|".join(f"{guard}(?:{_join(rules, begins)})" for begins, guard in GUARDS.items())
    return _compile(f"{_DATE_GUARD}(?:{guarded})", rules)


@cache
def time_engine() -> Engine:
    """Return the engine that finds times of day."""
    rules = load_grammar().times
    return _compile(f"{_TIME_GUARD}(?:{_join(rules, 'other')})", rules)


def _join(rules: tuple[Rule, ...], begins: str) -> str:
    """Join the rules that begin so; the name of a group ends with the number of its rule."""
    numbered = (
        (number, re.sub(r"[(][?]P<([a-z0-9]+)>", rf"(?P<\1_{number}>", rule.pattern))
        for number, rule in enumerate(rules)
        if rule.begins == begins
    )
    return "|".join(f"(?P<rule_{number}>{pattern})" for number, pattern in numbered)


def _compile(pattern: str, rules: Iterable[Rule]) -> Engine:
    compiled = re.compile(_simplify(pattern))
    index = compiled.groupindex
    return Engine(
        compiled,
        {
            index[f"rule_{number}"]: (rule, _parts(index, f"_{number}"))
            for number, rule in enumerate(rules)
        },
    )


def _parts(index: Mapping[str, int], ending: str) -> Parts:
    named = {name.removesuffix(ending): i for name, i in index.items() if name.endswith(ending)}
    del named["rule"]
    return named


def _simplify(pattern: str) -> str:
    """Write alternatives of one letter each as a class, which is faster."""
    return re.sub(
        r"\(\?:([A-Za-z0-9](?:\|[A-Za-z0-9])*)\)(?!\{)",
        lambda found: f"[{found[1].replace('|', '')}]",
        pattern,
    )
