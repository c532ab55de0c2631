"""Years: dates that lie in the future, where a figure of the year was misread or mistyped."""

import re
from collections.abc import Iterator, Sequence

from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block
from toolkit.text import Cert, Span

LAST_YEAR = 2100
"""No document of the past was written, printed or edited after this year."""

NEAR = 5
"""Years that the right one may lie from another year that the text names."""

_MONTHS = (
    "January February March April May June July August September October November December "
    "Januar Jänner Februar März Mai Juni Juli Oktober Dezember janvier février mars avril mai juin "
    "juillet août septembre octobre novembre décembre"
)
_DATED_YEAR = re.compile(
    rf"\b(?:{'|'.join(_MONTHS.split())})\.?,?\s+(?:[0-3]?[0-9](?:st|nd|rd|th)?,?\s+)?"
    r"(?P<year>[0-9]{4})\b"
)
_FUTURE = re.compile(r"[2-9][0-9]{3}\b")
_YEAR = re.compile(r"(?<![\d.,/-])(?:1[0-9]|20)[0-9]{2}(?![\d/-]|[.,]\d)")


def impossible_years(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """Years of a date that lie in the future, with the year of the text that was meant."""
    if not any(int(match.group()) > LAST_YEAR for match in _FUTURE.finditer(text)):
        return  # as in nearly every text: there is no need to look closer
    plausible = {int(match.group()) for match in _YEAR.finditer(text)}
    for block in blocks:
        for match in _DATED_YEAR.finditer(text, block.span.start, block.span.end):
            if int(match["year"]) > LAST_YEAR:
                yield _proposal(Span(*match.span("year")), match["year"], plausible)


def _proposal(span: Span, year: str, plausible: set[int]) -> Proposal:
    """What was meant, if only one year differs by one figure and fits the other years."""
    near = {changed for changed in _one_figure_apart(year) if _fits(changed, plausible)}
    reason = f"the year {year} is yet to come"
    if len(near) != 1:
        return Proposal(span, None, Cert.MEDIUM, "impossible-year", reason, 4.0)
    meant = near.pop()
    reason += f"; {meant} differs by one figure and fits the other years of the text"
    return Proposal(span, str(meant), Cert.HIGH, "impossible-year", reason, 4.0)


def _one_figure_apart(year: str) -> set[int]:
    return {int(year[:at] + figure + year[at + 1 :]) for at in range(4) for figure in "0123456789"}


def _fits(year: int, plausible: set[int]) -> bool:
    return any(other in plausible for other in range(year - NEAR, year + NEAR + 1))
