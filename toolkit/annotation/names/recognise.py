"""Recognition of names: independent recognisers, then passes over their mentions.

``RECOGNISERS`` find mentions independently of each other; of two that overlap, the one of the
greater source is kept (``mention.Source``), and their order decides between equals only.
``PASSES`` use the mentions of the whole document and depend on each other in the order given.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from toolkit.annotation.names.authority_matches import find_listed
from toolkit.annotation.names.certainty import settle_certainty
from toolkit.annotation.names.common_noun_filter import drop_common_nouns, is_frequent
from toolkit.annotation.names.context import Context, Recogniser, read_context
from toolkit.annotation.names.coordination import find_coordinated
from toolkit.annotation.names.forenames import (
    find_after_particle,
    find_by_forename,
    find_in_capitals,
    find_in_registers,
    join_pseudonyms,
)
from toolkit.annotation.names.initials import find_after_initials
from toolkit.annotation.names.introductions import (
    find_announced,
    find_greeted,
    find_makers,
    find_responsible,
)
from toolkit.annotation.names.mention import Mention, annotations, resolve
from toolkit.annotation.names.objections import drop_objectionable
from toolkit.annotation.names.organisations import (
    find_firms,
    find_known_organisations,
    find_organisations,
)
from toolkit.annotation.names.person_evidence import find_by_predicate
from toolkit.annotation.names.places import (
    find_after_place_cues,
    find_in_datelines,
    find_in_gazetteer,
    find_states,
    find_streets,
)
from toolkit.annotation.names.propagation import metadata_surnames, propagate
from toolkit.annotation.names.signatures import find_signatures, find_valedictions
from toolkit.annotation.names.tagged_names import find_tagged, is_demonym_or_count
from toolkit.annotation.names.tagger_protocol import Tagged, Tagger
from toolkit.annotation.names.titled_names import attach_titles, find_offices, find_titled, is_title
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.type_voting import vote_on_types
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Edition
from toolkit.text import Annotation, Document, Span

AFTER = ("structure", "notes", "dates")
"""The annotators whose layers this one reads."""

RECOGNISERS: Final[tuple[Recogniser, ...]] = (
    find_listed,
    find_titled,
    find_after_initials,
    find_greeted,
    find_announced,
    find_signatures,
    find_valedictions,
    find_by_forename,
    find_in_capitals,
    find_after_particle,
    find_in_registers,
    find_makers,
    find_responsible,
    find_by_predicate,
    find_streets,
    find_states,
    find_in_gazetteer,
    find_after_place_cues,
    find_in_datelines,
    find_organisations,
    find_known_organisations,
    find_firms,
    find_tagged,
)
"""Independent recognisers: authority lists, rules for each type, the statistical model."""

Pass = Callable[[list[Mention], Context], list[Mention]]


def vote(mentions: list[Mention], context: Context) -> list[Mention]:
    """Decide the type of words that occur alone by the evidence of the whole document."""
    return vote_on_types(
        mentions, context.words, context.vocabulary, persons=known_surnames(context)
    )


def drop_nouns(mentions: list[Mention], context: Context) -> list[Mention]:
    """Drop persons whose name is a common noun in this text."""
    return drop_common_nouns(mentions, context.words, context.vocabulary)


def coordinate(mentions: list[Mention], context: Context) -> list[Mention]:
    """Add words that a conjunction joins to persons."""
    further = find_coordinated(mentions, context.words, context.vocabulary)
    return merge((*mentions, *further), context)


def repeat(mentions: list[Mention], context: Context) -> list[Mention]:
    """Add further occurrences of the names found so far, and of those in the metadata."""
    words, vocabulary = context.words, context.vocabulary
    further = propagate(mentions, words, vocabulary, surnames=known_surnames(context))
    return merge((*mentions, *drop_common_nouns(further, words, vocabulary)), context)


def add_pseudonyms(mentions: list[Mention], context: Context) -> list[Mention]:
    """Extend persons by another name of theirs in brackets."""
    further = tuple(join_pseudonyms(mentions, context))
    return merge((*mentions, *further), context) if further else mentions


def settle(mentions: list[Mention], context: Context) -> list[Mention]:
    """Give each mention its certainty, by the evidence for it and for the name elsewhere."""
    return list(settle_certainty(mentions, context.words, context.vocabulary))


PASSES: Final[tuple[Pass, ...]] = (
    vote,  # the types must be right before they are compared and spread
    drop_nouns,  # so that no common noun makes its neighbours persons
    coordinate,  # before repetition: what it adds is repeated too
    repeat,
    add_pseudonyms,  # needs all persons: the other name must be one elsewhere
    settle,  # last: it counts all mentions of a name
)


def tag(_doc: Document, words: Words, vocabulary: Vocabulary) -> Iterator[Tagged]:
    """Tag names with the model of the language, which needs the words only."""
    from toolkit.annotation.names.crf_tagger import tag_words  # noqa: PLC0415  # loads numpy

    return tag_words(words, vocabulary)


def find_names(doc: Document, edition: Edition, *, tagger: Tagger = tag) -> Iterator[Annotation]:
    """Find persons, places and organisations, as ``persName``, ``placeName``, ``orgName``.

    Names of the edition's authority lists have ``@ref`` where only one entry can be meant.
    A title before a name is a ``roleName`` inside its ``persName``, or before it where the
    edition wants it so (``titles = "outside"``).
    """
    context = read_context(doc, edition.authority, tagger)
    mentions = find_mentions(context)
    dates = tuple(a.span for a in doc.annotations("date", "time"))
    proposed = (
        *annotations(mentions, context.words, titles_inside=edition.titles == "inside"),
        *(_annotate_office(office, context.words) for office in find_offices(mentions, context)),
    )
    for annotation in proposed:
        if not disturbs_date(annotation.span, dates):
            yield annotation


def find_mentions(context: Context) -> list[Mention]:
    """Return the mentions of a document, in order, without overlaps.

    Without name words for the language, these are the names of the authority lists.
    """
    if not context.vocabulary.is_known:
        return resolve(find_listed(context))
    mentions = merge((m for find in RECOGNISERS for m in find(context)), context)
    for run in PASSES:
        mentions = run(mentions, context)
    return mentions


def merge(mentions: Iterable[Mention], context: Context) -> list[Mention]:
    """Resolve overlaps and attach titles; drop mere titles, peoples, numbers and objections."""
    words, vocabulary = context.words, context.vocabulary
    names = (
        mention
        for mention in mentions
        if not is_title(mention, words, vocabulary)
        and not is_demonym_or_count(mention, words, vocabulary)
    )
    resolved = resolve(drop_objectionable(names, context))
    return resolve(attach_titles(mention, words, vocabulary) for mention in resolved)


def known_surnames(context: Context) -> frozenset[str]:
    """Return the surnames of speakers, and of the author, sender and recipient."""
    return metadata_surnames(context.doc) | speaker_names(context)


def speaker_names(context: Context) -> frozenset[str]:
    """Return the last words of the names above speeches, without such as ``Chorus``."""
    return frozenset(_speakers(context))


def _speakers(context: Context) -> Iterator[str]:
    words = context.words
    for annotation in context.doc.annotations("speaker"):
        capitals = [
            text for i in words.within(annotation.span) if (text := words.texts[i])[0].isupper()
        ]
        if capitals and is_speaker_name(capitals[-1], words, context.vocabulary):
            yield capitals[-1]


def is_speaker_name(text: str, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether the word above a speech is a name, and no title or common word."""
    if text in vocabulary.titles or text in vocabulary.non_names:
        return False
    return text.lower() not in words.small and not is_frequent(text, vocabulary)


def _annotate_office(office: range, words: Words) -> Annotation:
    return Annotation(
        span=words.span(office[0], office[-1]),
        element="roleName",
        rule="office",
        reason="an office under the signature",
    )


def disturbs_date(span: Span, dates: tuple[Span, ...]) -> bool:
    """Whether a name is inside a date or crosses one: the month of ``10 August``."""
    at = bisect_left(dates, span)
    near = dates[max(0, at - 2) : at + 2]
    return any(date.contains(span) or date.crosses(span) for date in near)
