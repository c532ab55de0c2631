"""Forms of setting values: dates, identifiers and other texts that not every text fits."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.namespaces import GEONAMES, GND, VIAF, WIKIDATA

_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_RANGE: Final = re.compile(r"\[(?P<first>[\d-]*)\.\.(?P<last>[\d-]*)\]")
_MONTHS: Final = 12
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`\[\]]+")

_IDENTIFIERS: Final[Mapping[str, tuple[str, re.Pattern[str]]]] = {
    "viaf": (VIAF, re.compile(r"\d{1,22}")),
    "gnd": (GND, re.compile(r"\d[\d-]{3,10}[\dX]")),
    "wikidata": (WIKIDATA, re.compile(r"Q[1-9]\d*")),
    "geonames": (GEONAMES, re.compile(r"\d+")),
    "orcid": ("https://orcid.org/", re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")),
}
"""Address and form of the identifiers that may be written short: ``gnd:118540238``."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a text: its name for an editor, and the test of a value."""

    words: str
    accepts: Callable[[str], bool]


def parse_date(value: str) -> Mapping[str, str]:
    """Return the TEI attributes of a date. ValueError if it is not of the form ``DATE``.

    ``1850-05`` is ``when``, ``1850/1852`` ``from`` and ``to``, and ``[1850..1852]`` (some time
    between the two, either of which may be missing) ``notBefore`` and ``notAfter``: EDTF.
    """
    if found := _RANGE.fullmatch(value):
        names = {"notBefore": found["first"], "notAfter": found["last"]}
    else:
        first, slash, last = value.partition("/")
        names = {"from": first, "to": last} if slash else {"when": first}
        if not all(names.values()):
            raise ValueError
    given = {name: day for name, day in names.items() if day}
    if not given or [*given.values()] != sorted(given.values()):
        raise ValueError
    for day in given.values():
        _check_day(day)
    return given


def expand_identifier(value: str) -> str:
    """Return the address of an identifier. ValueError if it has no known form."""
    if _ADDRESS.fullmatch(value):
        return value
    authority, _, number = value.partition(":")
    address, pattern = _IDENTIFIERS.get(authority.lower(), ("", _ADDRESS))
    if not address or not pattern.fullmatch(number):
        raise ValueError
    return address + number


def _check_day(day: str) -> None:
    """Raise ValueError unless a day, a month or a year exists."""
    match = _DAY.fullmatch(day)
    if not match:
        raise ValueError
    year, month, number = (int(part) if part else 1 for part in match.groups())
    if not (year and 1 <= month <= _MONTHS and 1 <= number <= monthrange(year, month)[1]):
        raise ValueError


def _is_date(value: str) -> bool:
    try:
        parse_date(value)
    except ValueError:
        return False
    return True


DATE: Final = Form(
    "a date such as 1850-05-03, 1850-05 or 1850, two with a slash (1850/1852) for a period, or "
    "[1850..1852] for a day between two",
    _is_date,
)
YEAR: Final = Form("a year such as 1888", lambda value: bool(re.fullmatch(r"\d{4}", value)))
LANGUAGE: Final = Form(
    "a language tag such as en or de-AT", lambda value: bool(_LANGUAGE.fullmatch(value))
)
ADDRESS: Final = Form(
    "an address that begins with https://", lambda value: bool(_ADDRESS.fullmatch(value))
)
NUMBER: Final = Form("a number or a text", bool)
IDENTIFIER: Final = (
    f"an address that begins with https://, or one of {', '.join(f'{n}:' for n in _IDENTIFIERS)} "
    "with its number, such as gnd:118540238"
)
