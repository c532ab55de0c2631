"""Times of the day: ``5.05 am``, ``um 14 Uhr``, ``à 5 heures du soir``, ``0800 hours``, noon."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from toolkit.annotation.dates.grammar import time_engine
from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.tokens import Tokens

DAY: Final = 24 * 60
"""Minutes of a day."""

NOON: Final = 12
NIGHT: Final = 24
"""The value of words for the night, which may be before or after midnight."""

FIRST_OF_EVENING: Final = 6
"""The first hour that is before midnight in "at six at night"."""

LAST_HOUR: Final = 23
LAST_MINUTE: Final = 59
TWO_FIGURES: Final = 2

Parts = Mapping[str, tuple[int, int]]
"""The places of the parts of a time in the kinds."""

Values = Mapping[str, int]
"""The numbers that the parts mean."""


def find_times(tokens: Tokens) -> Iterator[Mention]:
    """Find the times of day; they have no value where morning or evening is open."""
    engine, place = time_engine(), 0
    while match := engine.pattern.search(tokens.kinds, place):
        mention = _read_time(tokens, match)
        place = match.start() + 2 if mention is None else (match.end() + 1) // 2 * 2
        if mention is not None:
            yield mention


def _read_time(tokens: Tokens, match: re.Match[str]) -> Mention | None:
    rule, groups = time_engine().rules[match.lastindex or 0]
    parts = {name: match.span(group) for name, group in groups.items() if match[group] is not None}
    values = {name: tokens.value(*place) for name, place in parts.items()}
    if not _is_possible(tokens, parts, values):
        return None
    hour, minute, away = _hour(tokens, parts, values), _minute(values), _away(values)
    if away is None:
        return None
    hour, minute = (None, minute) if hour is None else divmod((hour * 60 + minute + away) % DAY, 60)
    time = "" if hour is None else f"{hour:02}:{minute:02}:00"
    return Mention(tokens.span(*match.span()), rule=rule.name, element="time", time=time)


def _is_possible(tokens: Tokens, parts: Parts, values: Values) -> bool:
    """Whether the clock shows such a time; minutes have two figures."""
    if "minute" in parts and len(tokens.span(*parts["minute"])) != TWO_FIGURES:
        return False
    hour = _hour(tokens, parts, values)
    if hour is None and "digits" in parts:
        return False
    return (hour or 0) <= LAST_HOUR and _minute(values) <= LAST_MINUTE


def _minute(values: Values) -> int:
    if "digits" in values:
        return values["digits"] % 100
    return values.get("minute", values.get("later", 0))


def _away(values: Values) -> int | None:
    """The minutes after the hour (before it: less than 0); None if it is no part of an hour."""
    if "bottom" not in values:
        return values.get("shift", 0)
    return {(1, 2): 30, (1, 4): 15, (3, 4): 45}.get((values["top"], values["bottom"]))


def _hour(tokens: Tokens, parts: Parts, values: Values) -> int | None:
    """Return the hour (24 and above: no hour); ``None`` where the text leaves it open."""
    if "noon" in values:
        return values["noon"]
    if "digits" in values:
        written = tokens.span(*parts["digits"]).of(tokens.text)
        return values["digits"] // 100 if len(written) == len("0800") else None
    hour = values.get("hour") or values.get("named") or 0
    if "part" in values:
        return _hour_in_part(hour, values["part"])
    return hour if hour > NOON or hour == 0 else None


def _hour_in_part(hour: int, part: int) -> int:
    """Return the hour of the day of an hour in the morning, the afternoon or the night."""
    if hour > NOON:
        return hour
    if part == NIGHT:  # evening before midnight, or after it
        part = NOON if FIRST_OF_EVENING <= hour < NOON else 0
    return hour % NOON + part
