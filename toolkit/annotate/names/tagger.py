"""The tagger: a conditional random field that marks names, one model for each language."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import as_file, files
from typing import Any

from toolkit.annotate.names.features import describe
from toolkit.annotate.names.language import Language
from toolkit.annotate.names.words import Words
from toolkit.edition import Kind
from toolkit.text import Document

LABELS = {"P": Kind.PERSON, "L": Kind.PLACE, "O": Kind.ORGANISATION}
"""The labels of the models: B-P begins a person, I-P goes on with it, O is no name."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name: its first and last word, both inside, its kind, and how probable that is."""

    first: int
    last: int
    kind: Kind
    probability: float


Tagger = Callable[[Document, Words, Language], Iterable[Tagged]]
"""What finds names: the model of the package, or an adapter (``spans.py``)."""


def tag(_doc: Document, words: Words, language: Language) -> Iterator[Tagged]:
    """The names that the model of this language finds; the words are enough for it."""
    model = _model(language.code)
    if model is None:
        return
    for run, rows in describe(words, language):
        model.set(rows)
        labels = model.tag()
        for first, last in _chunks(labels):
            letter = labels[first][2:]
            sure = sum(_of_kind(model, letter, i) for i in range(first, last + 1))
            kind = LABELS[letter]
            yield Tagged(run.start + first, run.start + last, kind, sure / (last + 1 - first))


@cache
def _model(code: str) -> Any:
    """The model of a language, loaded when it is first needed; None if there is none."""
    resource = files(__package__) / "models" / f"{code}.crfsuite"
    if not resource.is_file():
        return None
    tagger = import_module("pycrfsuite").Tagger()
    with as_file(resource) as path:
        tagger.open(str(path))
    return tagger


def _of_kind(model: Any, letter: str, at: int) -> float:
    """How probable it is that a word belongs to a name of that kind, wherever that begins."""
    inside = model.marginal(f"B-{letter}", at) + model.marginal(f"I-{letter}", at)
    return float(inside)


def _chunks(labels: list[str]) -> Iterator[tuple[int, int]]:
    """The first and the last label of each name."""
    first = -1
    for i, label in enumerate(labels):
        if first >= 0 and label != "I" + labels[first][1:]:
            yield first, i - 1
            first = -1
        if first < 0 and label != "O":
            first = i
    if first >= 0:
        yield first, len(labels) - 1
