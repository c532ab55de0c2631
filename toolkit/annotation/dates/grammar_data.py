"""The grammar as data: the rules of ``grammar.toml``, and their translation to patterns.

The notation is explained at the top of ``grammar.toml``. A pattern becomes a regular expression
over the letters of tokens and the signs of gaps (``tokens``), which is how the rules are fast.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from toolkit.annotation.dates.token_kinds import GAP_BROKEN, TokenKind

_ITEM: Final = re.compile(
    r"""\s+
    | (?P<capture>[a-z][a-z0-9]*):(?P<group>\()?
    | "(?P<gap>[^"\n]+)"
    | (?P<look>ahead|not_ahead|behind|not_behind)\(
    | (?P<name>[A-Za-z][A-Za-z0-9_]*)
    | (?P<plain>[()|?]|\{[0-9]+,[0-9]+\})
    """,
    re.VERBOSE,
)
_LOOK: Final[Mapping[str, str]] = {
    "ahead": "(?=",
    "not_ahead": "(?!",
    "behind": "(?<=",
    "not_behind": "(?<!",
}
_FIXED: Final[Mapping[str, str]] = {"BROKEN": GAP_BROKEN, "END": "$", "ANY_GAP": "."}


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the value of the date in it; a counterexample has no value."""

    text: str
    language: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of dates or times.

    - ``name``: the rule of annotations.
    - ``pattern``: the form, as a regular expression over kinds of tokens.
    - ``action``: the name of the function that makes a mention of a match.
    - ``begins``: with what the form begins, so that it is tried only there: "day", "month" or
      "other".
    """

    name: str
    pattern: str
    example: Example
    counterexample: Example
    action: str = ""
    begins: str = "other"


@dataclass(frozen=True, slots=True)
class Context:
    """What stands right before or after a place; ``side`` is "before" or "after"."""

    name: str
    side: str
    pattern: str
    example: Example
    counterexample: Example


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules of dates and of times, and the contexts that decide doubtful cases."""

    dates: tuple[Rule, ...]
    times: tuple[Rule, ...]
    contexts: tuple[Context, ...]


@cache
def load_grammar() -> Grammar:
    """Load the grammar; ValueError names the rule whose pattern cannot be read."""
    text = files(__package__).joinpath("grammar.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    translator = Translator(data["classes"], data["parts"])
    return Grammar(
        tuple(_read_rule(rule, translator) for rule in data["date"]),
        tuple(_read_rule(rule, translator) for rule in data["time"]),
        tuple(_read_context(context, translator) for context in data["context"]),
    )


def _translate(data: Mapping[str, Any], translator: "Translator") -> str:
    try:
        return translator.translate(data["pattern"])
    except ValueError as error:
        raise ValueError(f"grammar.toml: {data['name']!r}: {error}") from error


def _read_context(data: Mapping[str, Any], translator: "Translator") -> Context:
    return Context(
        name=data["name"],
        side=data["side"],
        pattern=_translate(data, translator),
        example=Example(**data["example"]),
        counterexample=Example(**data["counterexample"]),
    )


def _read_rule(data: Mapping[str, Any], translator: "Translator") -> Rule:
    return Rule(
        name=data["name"],
        pattern=_translate(data, translator),
        example=Example(**data["example"]),
        counterexample=Example(**data["counterexample"]),
        action=data.get("action", ""),
        begins=data.get("begins", "other"),
    )


@dataclass(frozen=True, slots=True)
class Translator:
    """Translates patterns of the grammar; ``classes`` and ``parts`` are those of the file."""

    classes: Mapping[str, str]
    parts: Mapping[str, str]

    def translate(self, pattern: str) -> str:
        """Return a pattern as a regular expression; ValueError if it cannot be read."""
        written: list[str] = []
        place, captured = 0, False
        while place < len(pattern):
            item = _ITEM.match(pattern, place)
            if item is None:
                raise ValueError(f"cannot read {pattern[place : place + 20]!r}")
            place = item.end()
            if item["capture"]:
                captured = item["group"] is None
                written.append(f"(?P<{item['capture']}>")
            elif not item[0].isspace():
                written.append(self._item(item) + (")" if captured else ""))
                captured = False
        return "".join(written)

    def _item(self, item: re.Match[str]) -> str:
        if item["gap"]:
            return _one_of(item["gap"])
        if item["look"]:
            return _LOOK[item["look"]]
        if item["name"]:
            return self._name(item["name"])
        return "(?:" if item[0] == "(" else item[0]

    def _name(self, name: str) -> str:
        if name in _FIXED:
            return _FIXED[name]
        if name in self.parts:
            return f"(?:{self.translate(self.parts[name])})"
        kinds = self.classes.get(name, name).split()
        try:
            return _one_of("".join(TokenKind[kind].value for kind in kinds))
        except KeyError as error:
            raise ValueError(f"unknown name {error}") from None


def _one_of(signs: str) -> str:
    escaped = "".join(rf"\{sign}" if sign in r"\]^-[" else sign for sign in signs)
    return f"[{escaped}]" if len(signs) > 1 else re.escape(signs)
