"""Kinds of tokens, by the names that the grammar uses, and the letters that stand for them.

Each token of a text is one letter and each gap between two tokens one sign, so that the grammar
can be run as regular expressions (``tokens``). The letters have no other meaning.
"""

import enum


class TokenKind(enum.StrEnum):
    """What a word or a number may be in a date or a time of day."""

    ZERO = "0"
    TO_12 = "1"
    TO_24 = "2"
    TO_31 = "3"
    TO_59 = "4"
    TO_99 = "5"
    THREE_DIGITS = "6"
    OTHER_NUMBER = "9"
    YEAR = "Y"

    AND = "a"
    ARTICLE = "t"
    AT = "G"
    CENTURY = "C"
    CLOCK = "c"
    DAY_NUMBER = "D"
    DAY_WORD = "d"
    DECADE_ENDING = "z"
    DECADE_NUMBER = "V"
    DECADE_WORD = "Z"
    DOCUMENT = "L"
    ERA = "e"
    FEAST = "K"
    FEAST_DAY = "E"
    FRACTION_AFTER_HOUR = "g"
    FRACTION_BEFORE_HOUR = "b"
    HALF = "h"
    HOUR_NUMBER = "k"
    HOURS = "m"
    LABEL = "N"
    MONTH = "M"
    MONTH_ABBREVIATION = "B"
    NOON = "w"
    OF = "o"
    ORDINAL = "O"
    PART_OF_DAY = "f"
    PART_OF_PERIOD = "Q"
    PREPOSITION = "P"
    REPUBLICAN_MONTH = "F"
    REPUBLICAN_YEAR_WORD = "A"
    ROMAN = "R"
    ROMAN_CENTURY = "X"
    SAINTS_DAY = "J"
    SEASON = "S"
    STREET = "H"
    STYLE = "n"
    TENS = "T"
    TO = "r"
    UNIT = "U"
    WEEKDAY = "W"
    THIS_MONTH = "i"
    THIS_YEAR = "j"
    YEAR_WORD = "y"


GAP_BROKEN = "x"
"""The sign of a gap that no date runs over."""
