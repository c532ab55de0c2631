"""The tagger: what finds names, the model of the package or a program in its place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind
from toolkit.text import Document


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name: its first and last word, both inside, its kind, and how probable that is."""

    first: int
    last: int
    kind: Kind
    probability: float


Tagger = Callable[[Document, Words, Vocabulary], Iterable[Tagged]]
"""What finds names: the model of the package, or an adapter (``spans.py``)."""
