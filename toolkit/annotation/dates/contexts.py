"""Contexts: predicates over the tokens right before or after a place.

They are named and defined in ``grammar.toml``, each with an example and a counterexample.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from toolkit.annotation.dates.grammar_data import load_grammar

_REACH: Final = 8
"""The most kinds that a context before a place covers."""


def precedes(name: str, kinds: str, place: int) -> bool:
    """Whether the context stands right before the token at ``kinds[place]``."""
    return match_before(name, kinds, place) is not None


def match_before(name: str, kinds: str, place: int) -> re.Match[str] | None:
    """Match the context that ends right before the token at ``kinds[place]``."""
    return _patterns("before")[name].search(kinds, max(0, place - _REACH), place)


def follows(name: str, kinds: str, place: int) -> bool:
    """Whether the context stands right after what ends at ``kinds[place]``."""
    return _patterns("after")[name].match(kinds, place) is not None


@cache
def _patterns(side: str) -> Mapping[str, re.Pattern[str]]:
    ending = r"\Z" if side == "before" else ""
    return {
        context.name: re.compile(f"(?:{context.pattern}){ending}")
        for context in load_grammar().contexts
        if context.side == side
    }
