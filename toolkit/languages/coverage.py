"""What the data of a language cover, what they lack, and what that costs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from toolkit.exceptions import SourceError
from toolkit.languages.language import Language, all_languages, file_of
from toolkit.languages.loading import empty_of, hints_of
from toolkit.languages.schema import Key, keys_of
from toolkit.languages.topics import load_topics

_SHARED: Final = "mul"
"""The folder of the words that belong to no one language."""


@dataclass(frozen=True, slots=True)
class TopicCoverage:
    """The keys of a topic that matter for a language: how many there are, and which it lacks.

    Keys whose absence costs nothing (traits) are not counted.
    """

    topic: str
    keys: int
    missing: tuple[Key, ...]

    @property
    def given(self) -> int:
        """The number of keys that the language has."""
        return self.keys - len(self.missing)


def covered_languages() -> tuple[Language, ...]:
    """List the languages that have data."""
    return tuple(language for language in all_languages() if language.code != _SHARED)


def coverage_of(language: Language) -> tuple[TopicCoverage, ...]:
    """Return the coverage of each topic. SourceError if a file does not fit its schema."""
    return tuple(_topic_coverage(language, name, topic) for name, topic in load_topics().items())


def check_folder(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages in a folder of language folders.

    SourceError if there is none, or if one of them has a file that is no topic.
    """
    codes = tuple(sorted(f.parent.name for f in folder.glob("*/language.toml")))
    if not codes:
        raise SourceError(f"{folder}: no language here; expected a folder CODE/language.toml")
    files = {file_of(topic) for topic in load_topics().values()}
    for code in codes:
        unknown = sorted(f.name for f in (folder / code).glob("*.toml") if f.name not in files)
        if unknown:
            raise SourceError(
                f"{folder / code / unknown[0]}: no such topic; known: {', '.join(sorted(files))}"
            )
    return codes


def _topic_coverage(language: Language, name: str, topic: type[Any]) -> TopicCoverage:
    value, hints = language.topic(topic), hints_of(topic)
    keys = [key for key in keys_of(topic) if key.cost and hints[key.name] is not bool]
    missing = [key for key in keys if getattr(value, key.name) == empty_of(hints[key.name])]
    return TopicCoverage(name, len(keys), tuple(missing))
