"""Grammar: the forms that dates take, as patterns over the kinds of tokens.

A pattern is a regular expression in which a letter or digit is a token (``language.ROLES``,
``tokens``) and a sign is the gap after it: ``(?P<day>[123]) (?P<month>M)`` is a number, a space
and a month. What a lookahead holds is read, but is not part of the date. No pattern repeats what
is itself repeated, so that the time is linear in the length of the text. At each token the first
form that fits wins, so the longer forms stand first.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

_ORDINAL = r"(?:[=' -]O)?"
_DAY = rf"(?:T[ -]?D|D|[123]){_ORDINAL}"
_MONTH = "[MB]"
_OF = r"[ .=\[-](?:d )?(?:o[ =])?(?:t )?"
_IN_YEAR = r"(?:o[ =])?(?:t )?(?:P )?(?:y )?"
_CENTURIES = r"(?:[12](?:[=' -]O|(?=[./-]))|D)"
_NUMERALS = r"[RX](?:[=-]?O)?"
_OF_CENTURIES = r"{0}(?:[ .-][ar] (?:t )?{0}|[-/]{0})?[ .-]C(?:[ .]e)?"
_OPENS, _CLOSES, _SLASH = r"[(\[]", r"[)\]]", r"[-/]"
_REPUBLICAN_YEAR = r"[ ,.](?:o[ =])?(?:t )?[APyj][ .](?P<year>[RX123])"
_BESIDE = r"[(\[/]"

_NO_MORE = r"(?![-/.:=][0-69Y])"
"""A numeric date is not part of a longer number."""

_NOT_COUNTED = r"(?![-./:='][0-69Y]| [UcmfOM])"
"""The number is neither an hour nor a quantity, nor the day of the next date."""

_YEAR_ITSELF = r"(?:e[ .,][1-69Y]|[1-69][ .,=]e|Y(?:[ .,]e)?)"
_DUAL = r"(?:[/-](?P<dual>[0-5])(?![-/.:=][0-69Y]))?"
"""``2 February 1744/5``: the year of those who begin it on Lady Day, and of the others."""

_YEAR = (
    rf"(?:[ .,=\]]{_IN_YEAR}(?P<year>{_YEAR_ITSELF}){_DUAL}(?:[ =]y(?![ ,.]Y))?"
    rf"|'(?P<short>[1-5])|[ .](?P<late>[2-5]){_NOT_COUNTED})"
)
_YEAR_BESIDE = r"(?=\[(?P<beside>Y)(?:[\]x]|$))"
"""``11th August [1943]``: the editor's year."""

_OF_YEAR = r"[ ,.](?:o[ =])?(?:t )?(?:P )?(?:y )?"
_TAIL = r"(?:[ .,](?P<tail>[ij]))"
_STYLE = r"(?:[ (,](?P<style>n)(?![ .][123DBM]))?"
_REST = rf"(?:{_YEAR_BESIDE}|{_TAIL})?"
_WEEKDAY = r"(?:(?P<weekday>W)[ ,.(](?:P )?(?:t )?)?"
_JOINED = r"[ .][ar] (?:P )?(?:t )?"

_DAY_MONTH = rf"(?P<day>{_DAY}){_OF}(?P<month>{_MONTH})"
_DAY_MONTH_2 = rf"(?P<day2>{_DAY}){_OF}(?P<month2>{_MONTH})"
_MONTH_DAY = rf"(?P<month>{_MONTH})[ .](?:t )?(?P<day>{_DAY})"
_MONTH_DAY_2 = rf"(?P<month2>{_MONTH})[ .](?P<day2>{_DAY})"
_YEARS_APART = rf"(?:[ .,](?P<year2>Y))?(?:{_CLOSES}(?P<year3>Y))?"

DAY_FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # 18 brumaire an VIII
        "republican": rf"(?P<day>{_DAY}){_OF}(?P<month>F)"
        rf"(?:{_REPUBLICAN_YEAR}|[ ,.](?P<numeral>[RX]))?",
        # 27 October (9 November) 1917; 27 October/9 November 1917; 10 (23) March 1917
        "both styles": rf"{_DAY_MONTH}(?:[ .,](?P<year>Y))?{_BESIDE}{_DAY_MONTH_2}{_YEARS_APART}",
        "both days": rf"(?P<day>{_DAY}){_OPENS}(?P<day2>{_DAY}){_CLOSES}(?P<month>{_MONTH})"
        rf"(?:{_YEAR}|{_TAIL})?",
        # 28 May - 3 June 1917
        "months range": rf"{_DAY_MONTH}(?:[ .,](?P<year>Y))?-{_DAY_MONTH_2}"
        rf"(?:{_YEAR.replace('<year>', '<year2>').replace('<dual>', '<dual2>')})?",
        # 12-14 May 1917; 12/25 May 1917
        "days range": rf"{_WEEKDAY}(?P<day>{_DAY})(?P<joint>{_SLASH})(?P<day2>{_DAY}){_OF}"
        rf"(?P<month>{_MONTH})(?:{_YEAR}|{_TAIL})?",
        # 28 to 29 October; the 1st, 2nd and 3rd of May
        "first of days": rf"(?P<day>{_DAY})(?=(?:,(?:t )?{_DAY}){{0,6}}{_JOINED}{_DAY}{_OF}"
        rf"(?P<month>{_MONTH})(?:{_YEAR}|{_YEAR_BESIDE})?)",
        "day month year": rf"{_WEEKDAY}{_DAY_MONTH}{_YEAR}{_STYLE}",
        "day month": rf"{_WEEKDAY}{_DAY_MONTH}{_REST}{_STYLE}",
    }
)
"""Dates that begin with a day and have a month."""

MONTH_FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # October 25 (November 7), 1917
        "both styles, month first": rf"{_MONTH_DAY}(?:[ .,](?P<year>Y))?"
        rf"{_BESIDE}{_MONTH_DAY_2}{_YEARS_APART}",
        # May 28 - June 3, 1917
        "months range, month first": rf"{_MONTH_DAY}(?:[ .,](?P<year>Y))?-{_MONTH_DAY_2}"
        rf"(?:[ .,](?P<year2>{_YEAR_ITSELF}))?{_NO_MORE}",
        # November 7-9, 1917
        "month days range": rf"(?P<month>{_MONTH})[ .](?P<day>{_DAY})(?P<joint>-)(?P<day2>{_DAY})"
        rf"(?:[ ,](?P<year>{_YEAR_ITSELF}))?{_NO_MORE}",
        # September 6 to 7
        "month days": rf"{_MONTH_DAY}{_JOINED}(?P<second>{_DAY})(?:{_YEAR})?"
        rf"(?!{_OF}{_MONTH})(?![-/.:=][0-69Y]| [cfU])",
        "month day year": rf"{_WEEKDAY}(?P<month>{_MONTH})(?:[ .](?:t )?|,(?={_DAY}[ .,]Y))"
        rf"(?P<day>{_DAY}){_YEAR}{_STYLE}",
        "month day": rf"{_WEEKDAY}{_MONTH_DAY}{_REST}"
        rf"(?!=O|{_SLASH}[0-9Y]| [cfUd])(?:(?<=[OD])|(?![.:=][0-69Y])){_STYLE}",
        # May-June 1917; February and March 1940
        "months": rf"(?P<month>{_MONTH}){_SLASH}(?P<month2>{_MONTH}){_YEAR}",
        "first of months": rf"(?P<month>{_MONTH})"
        rf"(?=(?:,{_MONTH}){{0,6}}{_JOINED}(?:Q )?{_MONTH}{_YEAR})",
        "month year": rf"(?P<month>{_MONTH}){_YEAR}",
        "month": rf"(?P<month>{_MONTH}){_REST}",
    }
)
"""Dates that begin with a month."""

OTHER_FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # ventôse an IX
        "republican month": rf"(?P<month>F){_REPUBLICAN_YEAR}",
        # 091430Z NOV 42
        "date-time group": r"(?P<group>9)[ =]m (?P<month>[MB])"
        r"(?:[ .](?P<late>[1-5])|[ .,](?P<year>Y))",
        # Michaelmas 1745; am Montag nach Martini 1523
        "feast": rf"(?P<feast>[EKJ])(?:{_OF_YEAR}(?P<year>Y)|{_TAIL}"
        r"| (?P<late>[45])(?![-./:=][0-69Y]| [Ucmf]))?"
        rf"(?![ ,](?:t )?{_DAY}{_OF}[BM])",
        "weekday of feast": rf"(?:(?P<number>[1-3])\.)?(?P<weekday>W)[ ,](?P<relation>P) (?:t )?"
        rf"(?P<feast>[EKJ]){_OF_YEAR}(?P<year>Y)",
        "iso": rf"(?P<year>Y)-(?P<month>1)-(?P<day>[123]){_NO_MORE}",
        # 1908 (October 10)
        "year with month": rf"(?P<year>Y)\((?P<month>{_MONTH})(?:[ .](?P<day>{_DAY}))?(?=\)|$|x)",
        # 3. and 4. 11. 1945
        "first of numeric days": r"(?P<day>[123])"
        r"(?=[ .][ar] [123]\.(?P<month>1)\.(?P<year>Y))",
        # 23./24. 11. 1891; 3.-5.11.1917
        "numeric days": r"(?P<day>[123])(?P<joint>[-/])(?P<day2>[123])\.(?P<month>1)\."
        rf"(?P<year>Y){_NO_MORE}",
        # 7.11.1917; 7/XI 1917; 13. III. d. J.; 26.10. d. J.
        "numeric": r"(?P<day>[123])(?P<joint>[-./])(?P<month>[123])(?P<joint2>[-./])"
        rf"(?P<year>Y|[0-5]){_NO_MORE}",
        "numeric with roman": r"(?P<day>[123R])[-./ ](?P<month>[RD])[-./, ]"
        rf"(?P<year>Y|[0-5]){_NO_MORE}",
        "roman day month": rf"(?P<day>[123])[. ](?P<month>R){_TAIL}",
        "numeric day month": rf"(?P<day>[123])[./](?P<month>1){_TAIL}?{_NO_MORE}",
        # 5th inst.; 10. d. M.
        "day of this month": rf"{_WEEKDAY}(?P<day>{_DAY})[ .,](?P<tail>i)",
        # Sunday 5th; vendredi 9
        "weekday and day": r"(?P<weekday>W)[ ,](?:t )?(?P<day>[123](?:[=-]O)?)",
        # the 1920s; les années 1920; 18th and 19th centuries
        "decade": r"Z (?P<before>Y)|(?P<decade>Y)(?:[=' -]|-=)[zO](?: y)?",
        # the '40s, the twenties; années 20; in den 30er Jahren
        "short decade": r"(?<=[toP] )Z[ '](?P<tens>[DT1-5])|(?<=t )(?P<word>V)(?! y)"
        r"|(?P<year>V) y|(?<=[tPoa][' ])(?P<decade>[1-5])[=' -]z(?: y)?",
        "century": f"{_OF_CENTURIES.format(_CENTURIES)}|{_OF_CENTURIES.format(_NUMERALS)}"
        r"|C[ .][RX](?: [ar] [RX])?(?:[ .]e)?",
        # summer of 1917; winter 1917/18; first half of 1917
        "season": r"(?P<season>S)[ ,](?:o[ =])?(?:t )?(?:y )?(?:(?P<year>Y)"
        rf"(?:{_SLASH}(?P<year2>Y|[0-5]))?{_NO_MORE}|(?P<late>[45])(?![-./:=][0-69Y]| [Ucmf]))",
        "half": r"(?P<part>D|[12][=.]O?)[ =](?P<half>h)[ ]"
        r"(?:o[ =])?(?:t )?(?:y )?(?P<year>Y)",
        "years range": rf"(?P<year>Y){_SLASH}(?P<year2>Y|[0-5]){_NO_MORE}",
        "year": rf"(?P<year>{_YEAR_ITSELF})|(?<=[yPa]')(?P<short>[45])",
        "day": rf"(?:(?<=[tP] )|(?<=P=)|(?<=L o ))(?P<day>{_DAY})",
    }
)
"""Dates that begin with a year or a season, and those without a month by name."""

FORMS: Final = (*DAY_FORMS, *MONTH_FORMS, *OTHER_FORMS)
"""The names of all forms, in the order of their numbers; they are the rules of annotations."""

_FIRST = "(?=[0-69BCDEFJKMRSTVWXYZe])"
_HAS_MONTH = "(?=[123DTW][^xBFM]{1,40}+[BFM])"
"""What lets the engine pass over most tokens without trying every form at each."""


@cache
def grammar() -> re.Pattern[str]:
    """All forms as one pattern; a group is named by its part and the number of its form."""
    numbers = {name: number for number, name in enumerate(FORMS)}
    day, month, other = (
        "|".join(_numbered(numbers[name], form) for name, form in forms.items())
        for forms in (DAY_FORMS, MONTH_FORMS, OTHER_FORMS)
    )
    return re.compile(f"{_FIRST}(?:{_HAS_MONTH}(?:{day})|(?=[BMW])(?:{month})|{other})")


@cache
def parts() -> Mapping[int, tuple[str, tuple[tuple[str, int], ...]]]:
    """For the group of each form: the name of the form, and its parts with their groups."""
    index = grammar().groupindex
    found = {}
    for number, name in enumerate(FORMS):
        ending = f"_{number}"
        groups = (
            (group.removesuffix(ending), i) for group, i in index.items() if group.endswith(ending)
        )
        found[index[f"form_{number}"]] = (name, tuple(g for g in groups if g[0] != "form"))
    return found


def _numbered(number: int, form: str) -> str:
    numbered = re.sub(r"[(][?]P<([a-z0-9]+)>", rf"(?P<\1_{number}>", form)
    return f"(?P<form_{number}>{numbered})"
