"""Patterns for the parts of a reference to a source, made of the words of all languages.

A reference is written in the language of the one who transcribed the text, or of the book, which
need not be that of the text; so the words of every language count.
"""

import re
from dataclasses import dataclass
from functools import cache

from toolkit.languages import Language, all_languages
from toolkit.languages.metadata import Metadata
from toolkit.languages.patterns import any_of

_NUMBER = r"(?P<n>\d+|[IVXLC]+)\b"


@dataclass(frozen=True, slots=True)
class ReferencePatterns:
    """Compiled patterns, named after the part of a reference they find."""

    pages: re.Pattern[str]
    volume: re.Pattern[str]
    volume_and_year: re.Pattern[str]
    issue: re.Pattern[str]
    issue_date: re.Pattern[str]
    publisher: re.Pattern[str]
    opener: re.Pattern[str]
    archive: re.Pattern[str]
    manuscript: re.Pattern[str]
    shelfmark: re.Pattern[str]
    collection: re.Pattern[str]
    leaves: re.Pattern[str]
    printed: re.Pattern[str]
    conjunction: re.Pattern[str]
    address: re.Pattern[str]


def load_patterns() -> ReferencePatterns:
    """Return the patterns for the languages that have data."""
    return _patterns(all_languages())


@cache
def _patterns(languages: tuple[Language, ...]) -> ReferencePatterns:
    topics = [language.topic(Metadata) for language in languages]

    def words(key: str) -> str:
        return any_of(word for topic in topics for word in getattr(topic, key))

    pages, volume = words("page_words"), rf"\b{words('volume_words')}\s*{_NUMBER}"
    year = r"(?:\s*\((?P<year>(?:1[4-9]|20)\d\d)\))?"
    signs = any_of(w for t in topics for w in (*t.manuscript_signs, *t.shelfmark_signs))
    kept_in = words("container_words")
    return ReferencePatterns(
        pages=re.compile(rf"\b{pages}\s*(?P<from>\d+)(?:\s*[-\u2013\u2014]\s*(?P<to>\d+))?(?!\w)"),
        volume=re.compile(volume, re.IGNORECASE),
        volume_and_year=re.compile(volume + year, re.IGNORECASE),
        issue=re.compile(rf"\b{words('issue_words')}\s*(?P<n>\d+\w?)", re.IGNORECASE),
        issue_date=re.compile(words("issue_date_words"), re.IGNORECASE),
        publisher=re.compile(rf"(?<!\w){words('publisher_words')}(?!\w)", re.IGNORECASE),
        opener=re.compile(rf"^{words('reference_openers')}[:\s]+", re.IGNORECASE),
        archive=re.compile(rf"\b{words('archive_words')}\b", re.IGNORECASE),
        manuscript=re.compile(rf"{words('manuscript_signs')}\b"),
        shelfmark=re.compile(
            rf"\b(?:{signs}|[A-Z]{{1,6}})\b\.?[ /]?.*\d|(?i:{kept_in})\s+\d|^[A-Z]{{1,3}}/\d"
        ),
        collection=re.compile(rf"\b{words('collection_words')}\b", re.IGNORECASE),
        leaves=re.compile(
            rf"{words('leaf_words')}\s*(?P<from>\d+\s?[rv]?)"
            r"(?:\s*[-\u2013]\s*(?P<to>\d*\s?[rv]?))?",
            re.IGNORECASE,
        ),
        printed=re.compile(rf"https?:|\b{pages} ?\d|\b{words('print_words')}\b", re.IGNORECASE),
        conjunction=re.compile(rf",?\s+{words('conjunctions')}\s+"),
        address=re.compile(rf"^{words('address_words')}\s+"),
    )
