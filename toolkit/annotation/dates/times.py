"""Times of the day: ``5.05 am``, ``um 14 Uhr``, ``à 5 heures du soir``, ``0800 hours``, noon."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.tokens import Tokens
from toolkit.text import Span

_HOUR = "(?<!/)[0123]"
_MINUTE = "[0-4]"
_CLOCK_TIME = rf"{_HOUR}(?:[.:]{_MINUTE})?"
_AT = r"(?:(?<=[GPr] )|(?<=[GP] t )|(?<=[GP]=))"
_SAID = rf"(?:{_HOUR}|(?<=G )[kD])"
"""An hour in figures, or after "at" in words: "one hour and a half" is a duration."""
_FRACTION = r"(?:(?P<shift>g)|(?P<top>1)/(?P<bottom>1))"

FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # 2 to 4 p.m.; between 5 and 6 in the morning: the first of the two
        "first of hours": rf"(?P<hour>{_HOUR})(?:[.:](?P<minute>{_MINUTE}))?"
        rf"(?=(?: [ar] (?:[GP] )?(?:t )?|-){_CLOCK_TIME}(?:[ =][cm])?[ =](?P<part>f))",
        # half past eight; halb neun
        "part of an hour": r"(?P<shift>b) (?P<hour>[0123k])(?:[ =]c)?(?:[ ,](?P<part>f))?",
        # 8½ Uhr; huit heures et demie; 8 h. 1/2
        "hour and fraction": rf"(?P<hour>{_HOUR})[ =]{_FRACTION}[ =]c(?:[ ,](?P<part>f))?",
        "hour, then fraction": rf"(?P<hour>{_SAID})[ =.]m[ =.]{_FRACTION}(?:[ ,](?P<part>f))?",
        # 5 o'clock in the morning; 14 Uhr 30
        "hour by the clock": rf"(?P<hour>{_HOUR}|k)(?:[.:](?P<minute>{_MINUTE}))?[ =]c"
        rf"(?:[ =](?P<later>{_MINUTE}))?(?:[ ,](?P<part>f))?",
        # 5 heures 20 du soir; à 5 heures; 16h30
        "hour and part": rf"(?P<hour>{_SAID}|k)(?:[.:](?P<minute>{_MINUTE}))?[ =]m"
        rf"(?:[ =.](?P<later>{_MINUTE})(?:[ =.]m)?)?[ ,.](?P<part>f)",
        "hour and minute": rf"(?P<hour>{_HOUR})[ =]m[ =.](?P<later>{_MINUTE})(?! U|/)(?:[ =]m)?",
        "hour after at": rf"(?:{_AT}(?P<hour>{_HOUR})|(?<=G )(?P<named>[kD]))"
        rf"(?:[.:](?P<minute>{_MINUTE}))?[ =]m",
        # 5.05 am
        "hour with part": rf"(?P<hour>{_HOUR}|(?<=G )k)(?:[.:](?P<minute>{_MINUTE}))?"
        r"[ =,](?P<part>f)",
        # 0800 hours; 0830Z
        "hour of four digits": r"(?P<digits>[Y9])[ =]m",
        "noon": rf"(?:{_AT}|(?<=[Y123]-)|1 )(?P<noon>w)",
        # at 10.30
        "clock time": r"(?:(?<=G )|(?<=G t ))(?P<hour>[0123])[.:](?P<minute>[0-4])"
        r"(?![-./:=,][0-69Y]| U)",
    }
)
"""The forms of times by name. The names are also those of the rules in annotations."""

DAY: Final = 24 * 60
"""Minutes of a day."""

_NAMES: Final = tuple(FORMS)


def times_of(tokens: Tokens) -> Iterator[Mention]:
    """The times of day among these tokens; without a value where morning or evening is open."""
    place = 0
    while match := _grammar().search(tokens.kinds, place):
        mention = _time(tokens, match)
        place = match.start() + 2 if mention is None else (match.end() + 1) // 2 * 2
        if mention is not None:
            yield mention


@cache
def _grammar() -> re.Pattern[str]:
    forms = (
        re.sub(r"[?]P<([a-z]+)>", rf"?P<\1_{number}>", f"(?P<form>{form})")
        for number, form in enumerate(FORMS.values())
    )
    return re.compile(f"(?=[0-39DYbkw])(?:{'|'.join(forms)})")


def _time(tokens: Tokens, match: re.Match[str]) -> Mention | None:
    name, number = (match.lastgroup or "").rsplit("_", 1)
    parts = {
        key.removesuffix(f"_{number}"): match.span(key)
        for key, found in match.groupdict().items()
        if found is not None and key.endswith(f"_{number}")
    }
    values = {key: tokens.value(*place) for key, place in parts.items() if key != name}
    minute = values.get("minute", values.get("later", 0))
    if "minute" in parts and not _two_digits(tokens, parts["minute"]):
        return None
    hour = _hour(tokens, parts, values)
    if hour is None and "digits" in parts:
        return None
    if "digits" in values:
        minute = values["digits"] % 100
    if (hour or 0) > 23 or minute > 59:
        return None
    away = _away(values)
    if away is None:
        return None
    hour, minute = (None, minute) if hour is None else divmod((hour * 60 + minute + away) % DAY, 60)
    time = "" if hour is None else f"{hour:02}:{minute:02}:00"
    rule = _NAMES[int(number)]
    return Mention(_span(tokens, match), rule=rule, element="time", time=time)


def _away(values: Mapping[str, int]) -> int | None:
    """The minutes after the hour (before it: less than 0); None if it is no part of an hour."""
    if "bottom" not in values:
        return values.get("shift", 0)
    return {(1, 2): 30, (1, 4): 15, (3, 4): 45}.get((values["top"], values["bottom"]))


def _hour(
    tokens: Tokens, parts: Mapping[str, tuple[int, int]], values: Mapping[str, int]
) -> int | None:
    """The hour from 0 to 23 (24 and above: no hour); ``None`` where the text leaves it open."""
    if "noon" in values:
        return values["noon"]
    if "digits" in values:
        written = tokens.span(*parts["digits"]).of(tokens.text)
        return values["digits"] // 100 if len(written) == 4 else None
    hour = values.get("hour") or values.get("named") or 0
    if "part" not in values:
        return hour if hour > 12 or hour == 0 else None
    part = values["part"]
    if part == 24:  # at night: evening before midnight, or after it
        part = 12 if 6 <= hour < 12 else 0
    if hour > 12:
        return hour
    return hour % 12 + part


def _two_digits(tokens: Tokens, place: tuple[int, int]) -> bool:
    return len(tokens.span(*place)) == 2


def _span(tokens: Tokens, match: re.Match[str]) -> Span:
    return tokens.span(*match.span())
