"""Errors: apparent errors of a transcription, with corrections, each as sure as its rule."""

from collections.abc import Iterable, Iterator

from toolkit.annotation.errors.early_spelling import is_early
from toolkit.annotation.errors.future_years import impossible_years
from toolkit.annotation.errors.hyphenation import divided_words
from toolkit.annotation.errors.lexicon import lexicon
from toolkit.annotation.errors.misread_digits import misread_numbers
from toolkit.annotation.errors.misspelt_names import misspelt_names
from toolkit.annotation.errors.proposal import Proposal, as_annotation, settled
from toolkit.annotation.errors.punctuation import (
    doubled_commas,
    unbalanced_brackets,
    unbalanced_quotes,
)
from toolkit.annotation.errors.repetition import doubled_phrases, doubled_words
from toolkit.annotation.errors.spelling import misspelt
from toolkit.annotation.errors.stray_characters import mixed_scripts, signs_in_words
from toolkit.annotation.errors.words import beginning_inside, blocks, outside
from toolkit.annotation.protocol import Annotator, annotations_of
from toolkit.edition import Edition
from toolkit.text import Annotation, Document, Span


def find_errors(doc: Document, edition: Edition) -> Iterable[Annotation]:
    """The apparent errors (``sic``) of a document, surest first where two rules meet."""
    return [as_annotation(proposal) for proposal in settled(_proposals(doc, edition))]


def _proposals(doc: Document, edition: Edition) -> Iterator[Proposal]:
    language = _language(doc, edition)
    known = lexicon(language)
    passages = blocks(doc)
    foreign = beginning_inside(passages, _foreign(doc, language))
    own = outside(passages, foreign) if foreign else passages
    named = beginning_inside(own, _names(doc))
    yield from mixed_scripts(doc.text, passages)
    yield from unbalanced_quotes(doc.text, passages, language)
    yield from unbalanced_brackets(doc.text, passages)
    yield from doubled_commas(doc.text, passages)
    yield from doubled_words(doc.text, own, language)
    yield from doubled_phrases(doc.text, own)
    yield from misread_numbers(doc.text, own, language)
    yield from impossible_years(doc.text, passages)
    if known is not None:
        yield from divided_words(doc.text, own, known)
        yield from signs_in_words(doc.text, own, known)
    if known is None or not is_early(own, known):
        yield from misspelt_names(own, edition, known, language, named)
        if known is not None:
            yield from misspelt(doc.text, own, known, named)


def _language(doc: Document, edition: Edition) -> str:
    """The primary subtag of the text's language, else of the edition's; ``und`` if unknown."""
    tag = doc.language if doc.language != "und" else edition.language or "und"
    return tag.partition("-")[0].lower()


def _foreign(doc: Document, language: str) -> Iterator[Span]:
    """The passages that are marked as being in another language."""
    tags = ((a, a.get("xml:lang") or language) for a in doc.annotations())
    return (a.span for a, tag in tags if tag.partition("-")[0].lower() != language)


def _names(doc: Document) -> Iterator[Span]:
    """The names: they are no words that lexicons know."""
    return (name.span for name in doc.annotations("persName", "placeName", "orgName"))


_AFTER = ("structure", "notes", "dates", "names")

errors = Annotator("errors", annotations_of(find_errors), after=_AFTER)
