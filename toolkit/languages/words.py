"""Words that pages, PDFs and reports add to a text, one file a language for all outputs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.languages.schema import key

_SHOWN: Final = "it is shown on pages and in PDFs, not in the TEI"
_COST: Final = "pages and PDFs add these words in English"


@dataclass(frozen=True, slots=True)
class Words:
    """``words.toml``: the words that an edition in the language adds to its texts.

    Where a language lacks a word, the outputs take the English one: a page needs some word.
    """

    quotation_marks: tuple[str, ...] = key(
        "The marks before and after the title of an article.",
        cost="titles of articles have English quotation marks",
        no_example=_SHOWN,
        default=(),
    )
    page: Mapping[str, str] = key(
        "Words of a page (HTML): headings, buttons, months; and of the PDF, unless it has its own.",
        cost=_COST,
        no_example=_SHOWN,
        default_factory=dict,
    )
    printed: Mapping[str, str] = key(
        "Words of the PDF that are other than those of a page: short forms above all.",
        cost="the PDF has the words of the page, or else English ones",
        no_example=_SHOWN,
        default_factory=dict,
    )
    units: Mapping[str, str] = key(
        "What stands before the number of a page, pages, a volume, an issue.",
        cost=_COST,
        no_example=_SHOWN,
        default_factory=dict,
    )
    attributes: Mapping[str, str] = key(
        "Names of TEI attributes for a reader.",
        cost=_COST,
        no_example=_SHOWN,
        default_factory=dict,
    )
    elements: Mapping[str, str] = key(
        "Names of TEI elements for a reader, as headings of a description.",
        cost=_COST,
        no_example=_SHOWN,
        default_factory=dict,
    )
