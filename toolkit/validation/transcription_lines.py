"""Find the line of the transcription that a place in the TEI file came from."""

import io
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from typing import Final

from toolkit.findings import Finding
from toolkit.rng.byte_chunks import decode_lines

_MARKUP = re.compile(r"<!--.*?-->|<[^>]*>?", re.DOTALL)
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos);")
_CHARACTERS: Final = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
_REACH: Final = 2_000
_WORDS: Final = 8


def add_transcription_lines(
    findings: Iterable[Finding], tei: bytes, transcription: str
) -> tuple[Finding, ...]:
    """Add to each finding the line of the transcription that has its words.

    The words that follow the place in the TEI file are sought; where they stand nowhere or more
    than once in the transcription, nothing is said.
    """
    with decode_lines(io.BytesIO(tei)) as lines:
        text = lines.read()
    starts = [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]
    return tuple(_add_line(finding, text, starts, transcription) for finding in findings)


def _add_line(finding: Finding, text: str, starts: list[int], transcription: str) -> Finding:
    place = finding.place
    if place.line is None or place.transcription is not None or place.line >= len(starts):
        return finding
    at = starts[place.line - 1] + (place.column or 1) - 1
    line = _find_line(_first_words(text[at : at + _REACH]), transcription)
    if line is None:
        return finding
    return replace(finding, place=replace(place, transcription=line))


def _first_words(source: str) -> list[str]:
    """Return the first words of a stretch of TEI, without its markup."""
    plain = _MARKUP.sub(" ", source)
    return _REFERENCE.sub(lambda found: _CHARACTERS[found[0]], plain).split()[:_WORDS]


def _find_line(words: list[str], transcription: str) -> int | None:
    if not words:
        return None
    found = list(re.finditer(r"\s+".join(map(re.escape, words)), transcription))
    if len(found) != 1:
        return None
    ends = [match.end() for match in re.finditer("\n", transcription)]
    return bisect_right(ends, found[0].start()) + 1
