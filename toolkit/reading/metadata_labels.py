"""Which field of the metadata a label names, in the languages of ``languages/<code>``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.languages import Language, all_languages
from toolkit.languages.metadata import Metadata
from toolkit.languages.patterns import any_of
from toolkit.languages.structure import Structure


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of metadata lines in all languages.

    ``fields`` maps a normalised label to its field, ``weak`` has those that alone make no
    metadata block, ``runs_on`` matches a label like "translated by" with or without its colon,
    ``byline`` the word at the start of a byline, ``credit`` a line such as ``Translated from the
    German by Ann Brown``.
    """

    fields: Mapping[str, str]
    weak: frozenset[str]
    runs_on: re.Pattern[str]
    byline: re.Pattern[str]
    credit: re.Pattern[str]

    def field_of(self, label: str) -> str:
        """Return the field that a label names, whatever its case; empty if it is unknown."""
        return self.fields.get(normalise_label(label), "")

    def is_strong(self, label: str) -> bool:
        """Whether a label occurs in metadata blocks only."""
        name = normalise_label(label)
        return name in self.fields and name not in self.weak


def load_labels() -> Labels:
    """Return the labels of all languages that have metadata data."""
    return _labels(all_languages())


@cache
def _labels(languages: tuple[Language, ...]) -> Labels:
    topics = [language.topic(Metadata) for language in languages]
    fields = _fields_by_label(topics)
    words = [word for one in languages for word in one.topic(Structure).byline_words]
    ends = tuple(f" {word}" for word in words)
    credits_ = [label for label in fields if label.endswith(ends)]
    runs_on = any_of(credits_)
    return Labels(
        fields,
        frozenset(normalise_label(label) for topic in topics for label in topic.weak_labels),
        re.compile(rf"(?P<label>{runs_on})\s*:?\s+(?P<value>.+)", re.IGNORECASE),
        re.compile(rf"\A{any_of(words)}\s+", re.IGNORECASE),
        _compile_credit(credits_),
    )


def _fields_by_label(topics: list[Metadata]) -> dict[str, str]:
    return {
        normalise_label(label): field
        for topic in topics
        for field, labels in topic.labels.items()
        for label in labels
    }


def _compile_credit(labels: list[str]) -> re.Pattern[str]:
    """Compile the pattern of a credit: a label with up to four words within or before it."""
    few = r"(?:[\w'\u2019]+,?\s+){0,4}?"
    forms = []
    for label in sorted(labels, key=lambda label: (-len(label), label)):
        first, _, last = map(re.escape, label.rpartition(" "))
        forms.append(rf"{few}{first},?\s+{few}{last}")
    form = "|".join(forms) or "(?!)"
    return re.compile(rf"\(?(?P<label>{form})\s+(?P<value>[^\n()]+?)\.?\)?", re.IGNORECASE)


def normalise_label(label: str) -> str:
    """Return a label in small letters with single spaces, straight apostrophes and no full stop.

    A backslash counts as a slash.
    """
    words = re.sub(r"\s+", " ", label.replace("\u2019", "'")).strip(" .*_#").lower()
    return re.sub(r"\s*[/\\]\s*", "/", words)
