"""Currency: misread sums of pounds, shillings and pence (``3/ 128`` for *3l 12s*).

English money before 1971: pounds as ``l`` or ``£``, shillings as ``s``, pence as ``d``. In a
paragraph with several sums, an odd number is a misread sum.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block
from toolkit.text import Cert, Span

FEWEST = 2
"""Sums read rightly that make a paragraph one of prices."""

_SUM = re.compile(r"(?<![\w.,])(?:£ ?[0-9][0-9,]*|[0-9]{1,2}[lsd])(?!\w)")
_POUNDS = re.compile(r"(?<![\w.,])[0-9][0-9,]*l(?!\w)")
_START, _END = r"(?<![\w.,/£])", r"(?=[\s.,;:!?])(?![.,]?[0-9])"
_LARGE = re.compile(rf"{_START}(?P<pounds>[0-9]{{1,3}}(?:,[0-9]{{3}})+)[/%]{_END}")


class _Misread(NamedTuple):
    """A pattern of misread sums and what was meant; ``pounds``: only where pounds are ``l``."""

    pattern: re.Pattern[str]
    meant: str
    pounds: bool


_MISREAD = (
    _Misread(re.compile(rf"{_START}([0-9]{{1,3}}(?:,[0-9]{{3}})+)1{_END}"), r"\1l", True),
    _Misread(re.compile(rf"{_START}([0-9]{{1,3}})/{_END}"), r"\1l", True),
    _Misread(re.compile(rf"{_START}([0-9]{{1,2}})1(?=\s[0-9]{{1,2}}s\b)"), r"\1l", True),
    _Misread(re.compile(rf"{_START}([0-9]{{1,2}}?)1(1?[0-9])s{_END}"), r"\1l \2s", True),
    _Misread(re.compile(rf"(?<=[0-9][l/]\s)(1?[0-9])8{_END}"), r"\1s", True),
    _Misread(re.compile(rf"{_START}(1?[0-9])8(?=\.?\s[0-9oO]{{1,2}}d\b)"), r"\1s", False),
    _Misread(re.compile(rf"(?<=£[0-9]\s)(1?[0-9])g{_END}|(?<=£[0-9]{{2}}\s)(1?[0-9])g{_END}"),
             r"\1\2s", False),
    _Misread(re.compile(rf"{_START}G([sd]){_END}"), r"6\1", False),
    _Misread(re.compile(rf"{_START}[Il]([sd]){_END}"), r"1\1", False),
    _Misread(re.compile(rf"{_START}Ss{_END}"), "8s", False),
    _Misread(re.compile(rf"{_START}[oO]d{_END}"), "0d", False),
)  # fmt: skip


def find_misread_sums(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Yield misread sums of English money, in a text with misread words."""
    if not lexicon.vocabulary.pounds_shillings_pence:
        return
    for block in blocks:
        for match in _LARGE.finditer(text, block.span.start, block.span.end):
            yield _propose(match, f"{match['pounds']}l")
        if sum(1 for _ in _SUM.finditer(text, block.span.start, block.span.end)) >= FEWEST:
            yield from _find_in_prices(text, block.span)


def _find_in_prices(text: str, span: Span) -> Iterator[Proposal]:
    """Yield the misread sums of a paragraph of prices."""
    pounds = _POUNDS.search(text, span.start, span.end) is not None
    for misread in _MISREAD:
        if pounds or not misread.pounds:
            for match in misread.pattern.finditer(text, span.start, span.end):
                yield _propose(match, match.expand(misread.meant))


def _propose(match: re.Match[str], meant: str) -> Proposal:
    reason = f'"{match.group()}" stands where a sum of money does; it looks like "{meant}"'
    return Proposal(Span(*match.span()), meant, Cert.MEDIUM, "misread-sum", reason, 1.0)
