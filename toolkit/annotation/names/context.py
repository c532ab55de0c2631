"""The input of a recogniser of names: a document, its words, the vocabulary of its language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from toolkit.annotation.names.mention import Mention
from toolkit.annotation.names.tagger_protocol import Tagger
from toolkit.annotation.names.tokenisation import Words, words_of
from toolkit.annotation.names.vocabulary import Vocabulary, find_vocabulary
from toolkit.edition import Entry
from toolkit.text import Document

SIGNED = ("signed", "docAuthor", "byline")
"""Elements that contain the names of those who signed or wrote a text."""


def no_tagger(_doc: Document, _words: Words, _vocabulary: Vocabulary) -> tuple[()]:
    """Tag nothing: the tagger of a context that has none."""
    return ()


@dataclass(frozen=True)
class Context:
    """A document with what all recognisers need to know of it.

    ``authority`` are the entries of the edition's lists; ``tagger`` the statistical model, or a
    program in its place.
    """

    doc: Document
    words: Words
    vocabulary: Vocabulary
    authority: tuple[Entry, ...] = ()
    tagger: Tagger = no_tagger

    @cached_property
    def signed(self) -> frozenset[int]:
        """The words of signatures and bylines, by their indexes."""
        return self.within(*SIGNED)

    @cached_property
    def stage_words(self) -> frozenset[int]:
        """The words of stage directions, by their indexes."""
        return self.within("stage")

    @cached_property
    def speaker_words(self) -> frozenset[str]:
        """The capitalised words above speeches, without regard to case."""
        texts = (self.words.texts[i] for i in self.within("speaker"))
        return frozenset(text.casefold() for text in texts if text[0].isupper())

    def within(self, *elements: str) -> frozenset[int]:
        """Return the indexes of the words inside elements of these names."""
        spans = (annotation.span for annotation in self.doc.annotations(*elements))
        return frozenset(i for span in spans for i in self.words.within(span))


Recogniser = Callable[[Context], Iterator[Mention]]
"""Finds the mentions that one kind of evidence shows."""


def read_context(
    doc: Document, authority: tuple[Entry, ...] = (), tagger: Tagger = no_tagger
) -> Context:
    """Return the context of a document: its words, and the vocabulary of its language."""
    return Context(doc, words_of(doc), find_vocabulary(doc.language), authority, tagger)
