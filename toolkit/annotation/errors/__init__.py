"""Apparent errors of a transcription, each with a correction and the certainty of its rule."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from toolkit.annotation.errors.classifier import has_model
from toolkit.annotation.errors.lexicon import Lexicon, load_lexicon
from toolkit.annotation.errors.misread_digits import find_impossible_years, find_misread_numbers
from toolkit.annotation.errors.misspellings import find_common_misspellings
from toolkit.annotation.errors.misspelt_names import find_misspelt_names, listed_names
from toolkit.annotation.errors.own_words import read_own_words
from toolkit.annotation.errors.period import is_early, uses_period_spelling
from toolkit.annotation.errors.proposal import Proposal, resolve_overlaps, to_annotation
from toolkit.annotation.errors.punctuation import (
    find_doubled_commas,
    find_unbalanced_brackets,
    find_unbalanced_quotes,
)
from toolkit.annotation.errors.repetition import (
    find_doubled_letters,
    find_doubled_phrases,
    find_doubled_words,
)
from toolkit.annotation.errors.spelling import find_misspellings
from toolkit.annotation.errors.split_words import find_divided_words
from toolkit.annotation.errors.stray_characters import find_mixed_scripts, find_stray_characters
from toolkit.annotation.errors.systematic import find_long_s, find_lost_apostrophes
from toolkit.annotation.errors.words import (
    Block,
    exclude_words,
    normalise,
    offsets_inside,
    split_blocks,
)
from toolkit.annotation.protocol import Annotator, annotations_of
from toolkit.edition import Edition
from toolkit.languages import Language, find_language
from toolkit.text import Annotation, Document, Span
from toolkit.text.wrong_input import places_of_wrong_input


def find_errors(doc: Document, edition: Edition) -> Iterable[Annotation]:
    """Find the apparent errors (``sic``) of a document; where two overlap, the surer one."""
    own_words = read_own_words(edition)
    wrong = places_of_wrong_input(doc)
    proposals = (
        proposal
        for proposal in _propose(doc, edition)
        if normalise(proposal.span.of(doc.text).strip()) not in own_words
        and not _overlaps(proposal.span, wrong)
    )
    return [to_annotation(proposal) for proposal in resolve_overlaps(proposals)]


def _propose(doc: Document, edition: Edition) -> Iterator[Proposal]:
    language = _language_of(doc, edition)
    blocks = split_blocks(doc)
    passages = (*_foreign_passages(doc, language), *places_of_wrong_input(doc))
    foreign = offsets_inside(blocks, passages)
    own = exclude_words(blocks, foreign) if foreign else blocks
    yield from _propose_without_lexicon(doc.text, blocks, own, language)
    lexicon = load_lexicon(language, period=uses_period_spelling(doc, language))
    named = offsets_inside(own, _names(doc))
    if lexicon is None:
        yield from find_misspelt_names(own, edition, None, language, named)
        return
    names = {key for block in own for start, key in zip(block.starts, block.keys, strict=True)
             if start in named}  # fmt: skip
    names |= {normalise(part) for part in listed_names(edition)}
    yield from find_divided_words(doc.text, own, lexicon)
    yield from find_stray_characters(doc.text, own, lexicon, names)
    if not is_early(own, lexicon):
        dated = offsets_inside(own, (date.span for date in doc.annotations("date")))
        undated = exclude_words(own, dated) if dated else own
        yield from find_misspelt_names(undated, edition, lexicon, language, named)
        yield from find_long_s(undated, lexicon)
        yield from find_lost_apostrophes(doc.text, undated, lexicon)
        yield from find_common_misspellings(undated, lexicon)
        yield from find_doubled_letters(undated, lexicon)
        yield from _propose_spellings(doc.text, undated, lexicon, named)


def _propose_without_lexicon(
    text: str, blocks: tuple[Block, ...], own: tuple[Block, ...], language: Language
) -> Iterator[Proposal]:
    """Apply the rules that need no lexicon; ``own`` are the blocks without foreign passages."""
    yield from find_mixed_scripts(text, blocks)
    yield from find_unbalanced_quotes(text, blocks, language)
    yield from find_unbalanced_brackets(text, blocks)
    yield from find_doubled_commas(text, blocks)
    yield from find_doubled_words(text, own, language)
    yield from find_doubled_phrases(text, own)
    yield from find_misread_numbers(text, own, language)
    yield from find_impossible_years(text, blocks, language)


def _propose_spellings(
    text: str, blocks: tuple[Block, ...], lexicon: Lexicon, named: set[int]
) -> Iterator[Proposal]:
    if has_model(lexicon):
        yield from find_misspellings(text, blocks, lexicon, named)


def _language_of(doc: Document, edition: Edition) -> Language:
    """Return the language of the text, else that of the edition."""
    return find_language(doc.language if doc.language != "und" else edition.language or "und")


def _foreign_passages(doc: Document, language: Language) -> Iterator[Span]:
    """Yield the passages that are marked as being in another language."""
    tags = ((a, a.get("xml:lang") or language.code) for a in doc.annotations())
    return (a.span for a, tag in tags if find_language(tag) is not language)


def _overlaps(span: Span, places: Sequence[Span]) -> bool:
    """Whether a span overlaps one of the places, which are in order and do not overlap."""
    first = bisect_right(places, span.start, key=attrgetter("end"))
    return first < len(places) and places[first].start < span.end


def _names(doc: Document) -> Iterator[Span]:
    """Yield the names: a lexicon need not know them."""
    return (name.span for name in doc.annotations("persName", "placeName", "orgName"))


_AFTER = ("structure", "notes", "dates", "names")

errors = Annotator("errors", annotations_of(find_errors), after=_AFTER)
