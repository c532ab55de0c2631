"""The protocol of taggers: the statistical model, or a program in its place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind
from toolkit.text import Document


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tagged name: its first and last word, both included, its type and probability."""

    first: int
    last: int
    kind: Kind
    probability: float


Tagger = Callable[[Document, Words, Vocabulary], Iterable[Tagged]]
"""Tags names: the statistical model, or an adapter (``external_taggers.py``)."""
