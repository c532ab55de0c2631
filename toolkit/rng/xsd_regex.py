"""Translate regular expressions of XML Schema (Part 2, appendix F) for the ``regex`` module."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import regex

_PATIENCE = 4.0
"""The time limit, in seconds, for matching one value; beyond it the value does not match."""

_QUANTIFIER = re.compile(r"[?*+]|\{[0-9]+(?:,[0-9]*)?\}")
_PROPERTY = re.compile(r"[pP]\{([^}]*)\}")
_CATEGORY = re.compile(r"L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?")
_NAME_START = r":\p{L}\p{Nl}_"
_NAME_CHAR = r":\p{L}\p{M}\p{N}_.\-\xb7\u203f\u2040"
_ESCAPES: Final = {
    "n": r"\n", "r": r"\r", "t": r"\t", "s": r" \t\n\r", "i": _NAME_START, "c": _NAME_CHAR,
    "d": r"\p{Nd}", "w": r"[^\p{P}\p{Z}\p{C}]",
}  # fmt: skip
_NEGATED: Final = {
    "S": r"[^ \t\n\r]", "I": f"[^{_NAME_START}]", "C": f"[^{_NAME_CHAR}]", "D": r"\P{Nd}",
    "W": r"[\p{P}\p{Z}\p{C}]",
}  # fmt: skip
_OLD_BLOCKS: Final = {
    "Greek": "Greek and Coptic",
    "CombiningMarksforSymbols": "Combining Diacritical Marks for Symbols",
    "PrivateUse": "Private Use Area",
}
"""Unicode blocks renamed since XML Schema was published."""


class ExpressionError(Exception):
    """A regular expression is malformed; the message is the reason."""


class Expression:
    """An expression, translated at once to find faults, compiled on first use.

    Each match that takes too long halves the time that the next one has: what is hostile is given
    up after twice ``_PATIENCE`` in all.
    """

    def __init__(self, expression: str) -> None:
        self._translated = translate(expression)
        self._compiled: regex.Pattern[str] | None = None
        self._patience = _PATIENCE

    def match(self, text: str) -> "regex.Match[str] | None":
        """Match a whole text, with numbered groups; None if it does not match in time."""
        if self._compiled is None:
            import regex  # noqa: PLC0415 - takes time that documents without such values save

            self._compiled = regex.compile(self._translated, regex.VERSION1)
        try:
            return self._compiled.fullmatch(text, timeout=self._patience)
        except TimeoutError:
            self._patience /= 2
            return None


@lru_cache(maxsize=1000)
def parse_expression(source: str) -> Expression:
    """Return a parsed expression. ExpressionError if it is malformed."""
    return Expression(source)


def compile_expression(source: str) -> Callable[[str], bool]:
    """Return a test for whole texts. ExpressionError if the expression is malformed."""
    compiled = parse_expression(source)
    return lambda text: compiled.match(text) is not None


def translate(expression: str) -> str:
    """Translate an XML Schema expression to the ``regex`` module (version 1)."""
    reader = _Reader(expression)
    try:
        translated = reader.branches()
    except RecursionError as error:
        raise ExpressionError("it is nested too deeply") from error
    if reader.at < len(expression):
        raise ExpressionError(f'unexpected ")" at character {reader.at + 1}')
    return translated


class _Reader:
    """Reads an expression from left to right; ``at`` is the next character."""

    def __init__(self, expression: str) -> None:
        self.source = expression
        self.at = 0

    def peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def take(self) -> str:
        char = self.peek()
        if not char:
            raise ExpressionError("it ends too early")
        self.at += 1
        return char

    def branches(self) -> str:
        parts = [self.branch()]
        while self.peek() == "|":
            self.at += 1
            parts.append(self.branch())
        return "|".join(parts)

    def branch(self) -> str:
        parts = []
        while self.peek() not in ("", "|", ")"):
            parts.append(self.atom())
            quantifier = _QUANTIFIER.match(self.source, self.at)
            if quantifier:
                self.at = quantifier.end()
                parts.append(quantifier[0])
        return "".join(parts)

    def atom(self) -> str:
        char = self.take()
        match char:
            case "(":
                inner = self.branches()
                if self.peek() != ")":
                    raise ExpressionError('a ")" is missing')
                self.at += 1
                return f"({inner})"
            case "[":
                return self.char_class()
            case ".":
                return r"[^\n\r]"
            case "\\":
                escape = self.escape()
                return f"[{escape}]" if not escape.startswith("[") else escape
            case "?" | "*" | "+" | "{" | "}" | "]":
                raise ExpressionError(f'unexpected "{char}" at character {self.at}')
        return _escape_literal(char)

    def escape(self) -> str:
        """Translate an escape to the inside of a character class."""
        char = self.take()
        if char in _ESCAPES:
            return _ESCAPES[char]
        if char in _NEGATED:
            return _NEGATED[char]
        if char in "pP":
            return self.category()
        if char in r"\|.?*+(){}-[]^$":
            return _escape_literal(char)
        raise ExpressionError(f'unknown escape "\\{char}"')

    def category(self) -> str:
        found = _PROPERTY.match(self.source, self.at - 1)
        if not found:
            raise ExpressionError(r'"\p" needs a category in braces')
        self.at = found.end()
        name, sign = found[1], found[0][0]
        if name.startswith("Is") and re.fullmatch(r"[A-Za-z0-9\-]+", name):
            block = _OLD_BLOCKS.get(name[2:], name[2:])
            return _translate_block(block, sign)
        if not _CATEGORY.fullmatch(name):
            raise ExpressionError(f'unknown category "{name}"')
        return f"\\{sign}{{{name}}}"

    def char_class(self) -> str:
        negated = self.peek() == "^"
        self.at += negated
        parts: list[str] = []
        subtracted = ""
        while self.peek() != "]" or not parts:
            if self.peek() == "-" and self.source[self.at + 1 : self.at + 2] == "[" and parts:
                self.at += 2
                subtracted = self.char_class()
                break
            parts.append(self.class_part())
        if self.take() != "]":
            raise ExpressionError('a "]" is missing')
        inside = f"[{'^' if negated else ''}{''.join(parts)}]"
        return f"[{inside}--{subtracted}]" if subtracted else inside

    def class_part(self) -> str:
        """Translate a character, range or escape in a character class."""
        first, single = self.class_char()
        if not single or self.peek() != "-" or self.source[self.at + 1 : self.at + 2] in "][":
            return first
        self.at += 1
        last, single_too = self.class_char()
        if not single_too or single > single_too:
            raise ExpressionError(f"the range before character {self.at + 1} is not in order")
        return f"{first}-{last}"

    def class_char(self) -> tuple[str, str]:
        """Translate a part of a class; also return its character, if it is a single one."""
        char = self.take()
        if char == "[":
            raise ExpressionError('a "[" in a character class must be written "\\["')
        if char != "\\":
            return _escape_literal(char), char
        following = self.peek()
        escape = self.escape()
        controls = {"n": "\n", "r": "\r", "t": "\t"}
        if following in controls:
            return escape, controls[following]
        return escape, "" if following in "pPsSiIcCdDwW" else following


def _escape_literal(char: str) -> str:
    return f"\\{char}" if char in r"\|.?*+(){}-[]^$&~#" else char


@cache
def _translate_block(block: str, sign: str) -> str:
    import regex  # noqa: PLC0415 - as above

    translated = f"\\{sign}{{Block={block}}}"
    try:
        regex.compile(translated)
    except regex.error as error:
        raise ExpressionError(f'unknown block "Is{block}"') from error
    return translated
