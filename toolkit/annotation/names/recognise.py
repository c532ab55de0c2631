"""Finding names: the edition's lists, rules, the tagger and the whole document together."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from toolkit.annotation.names import persons, places, signatures
from toolkit.annotation.names.authority_matches import index, listed
from toolkit.annotation.names.common_noun_filter import is_frequent, proper
from toolkit.annotation.names.coordination import in_series
from toolkit.annotation.names.gazetteer import (
    adjectives,
    gazetteer,
    is_acronym,
    is_forename,
    small_words,
)
from toolkit.annotation.names.mention import Mention, Source, annotations, confirmed, resolve
from toolkit.annotation.names.organisations import bodies, firms, known_bodies
from toolkit.annotation.names.propagation import carried, introduced
from toolkit.annotation.names.tagger_features import starts_sentence
from toolkit.annotation.names.tagger_protocol import Tagged, Tagger
from toolkit.annotation.names.titled_names import is_title, offices, titled, with_titles
from toolkit.annotation.names.tokenisation import Words, words_of
from toolkit.annotation.names.type_voting import agreed
from toolkit.annotation.names.vocabulary import Vocabulary, find_vocabulary
from toolkit.annotation.names.word_features import ROMAN
from toolkit.edition import Edition, Kind
from toolkit.text import Annotation, Cert, Document, Span

_LEAST_BODY, _LEAST_OTHER, _LEAST_JOINED = 0.4, 0.65, 0.8
"""The least probability of an organisation with a noun for a body, without, and with "and"."""
_LEAST_PLACE = 0.4
"""The least probability of a place."""
_SURE = 0.9
"""From this probability on a name of the model counts as certain."""
AFTER = ("structure", "notes", "dates")
"""The annotators whose layers this one reads."""
_UNABBREVIATED = 5
"""From so many letters on a word before a full stop is no abbreviation."""
_SEPARATORS = frozenset("–—,")
"""Signs between two names that the model may take for one."""


def tag(_doc: Document, words: Words, vocabulary: Vocabulary) -> Iterator[Tagged]:
    """The names that the model of this language finds; the words are enough for it."""
    from toolkit.annotation.names.crf_tagger import labelled  # noqa: PLC0415  # loads numpy

    return labelled(words, vocabulary)


def find_names(doc: Document, edition: Edition, *, tagger: Tagger = tag) -> Iterator[Annotation]:
    """Persons, places and organisations of a document, as ``persName``, ``placeName``, ``orgName``.

    Names of the edition's authority lists carry ``@ref`` where only one entry can be meant.
    A title before a name is a ``roleName`` inside its ``persName``, or just before it where the
    edition wants it so (``titles = "outside"``).
    """
    words = words_of(doc)
    vocabulary = find_vocabulary(doc.language)
    found = mentions(doc, words, edition, tagger=tagger)
    dated = tuple(a.span for a in doc.annotations("date", "time"))
    proposed = (
        *annotations(found, words, titles_inside=edition.titles == "inside"),
        *(_office(office, words) for office in offices(found, words, vocabulary)),
    )
    for annotation in proposed:
        if not _disturbs(annotation.span, dated):
            yield annotation


def mentions(
    doc: Document, words: Words, edition: Edition, *, tagger: Tagger = tag
) -> list[Mention]:
    """The mentions of a document, in order, none overlapping another."""
    vocabulary = find_vocabulary(doc.language)
    known = index(edition.authority, vocabulary)
    if not vocabulary.is_known:
        return resolve(listed(words, vocabulary, known))
    found = _with_titles(
        (
            *listed(words, vocabulary, known),
            *titled(words, vocabulary),
            *persons.with_initials(doc, words, vocabulary),
            *persons.cued(words, vocabulary),
            *signatures.signed(doc, words, vocabulary),
            *signatures.taking_leave(words, vocabulary),
            *persons.with_forenames(words, vocabulary),
            *persons.in_register(words, vocabulary),
            *persons.makers(words, vocabulary),
            *persons.responsible(words, vocabulary),
            *places.streets(words, vocabulary),
            *places.realms(words, vocabulary),
            *places.in_gazetteer(words, vocabulary),
            *places.cued(words, vocabulary),
            *places.in_datelines(doc, words, vocabulary),
            *bodies(words, vocabulary),
            *known_bodies(words, vocabulary),
            *firms(words, vocabulary),
            *_tagged(tagger(doc, words, vocabulary), words, vocabulary),
        ),
        words,
        vocabulary,
    )
    speakers = frozenset(_speaking(doc, words, vocabulary))
    found = list(proper(agreed(found, words, vocabulary, speakers=speakers), words, vocabulary))
    found = _with_titles((*found, *in_series(found, words, vocabulary)), words, vocabulary)
    further = proper(
        carried(found, words, vocabulary, introduced=introduced(doc) | speakers), words, vocabulary
    )
    found = _with_titles((*found, *further), words, vocabulary)
    both = list(persons.with_pseudonyms(found, words, vocabulary))
    if both:
        found = _with_titles((*found, *both), words, vocabulary)
    return list(confirmed(found, words))


def _speaking(doc: Document, words: Words, vocabulary: Vocabulary) -> Iterator[str]:
    """The last words of the names above speeches; ``Chorus`` is none."""
    for annotation in doc.annotations("speaker"):
        inside = (words.texts[i] for i in words.within(annotation.span))
        for last in [text for text in inside if text[0].isupper()][-1:]:
            common = last.lower() in words.small or is_frequent(last, vocabulary)
            if not common and last not in vocabulary.titles and last not in vocabulary.non_names:
                yield last


def _office(office: range, words: Words) -> Annotation:
    return Annotation(
        span=words.span(office[0], office[-1]),
        element="roleName",
        rule="office",
        reason="an office under the signature",
    )


def _disturbs(span: Span, dated: tuple[Span, ...]) -> bool:
    """Whether a name lies in a date or crosses one: the month of ``10 August``."""
    at = bisect_left(dated, span)
    near = dated[max(0, at - 2) : at + 2]
    return any(date.contains(span) or date.crosses(span) for date in near)


def _with_titles(found: Iterable[Mention], words: Words, vocabulary: Vocabulary) -> list[Mention]:
    """The mentions with their titles, those that are a mere title left out."""
    named = (
        m
        for m in found
        if not is_title(m, words, vocabulary) and not _of_people(m, words, vocabulary)
    )
    return resolve(with_titles(mention, words, vocabulary) for mention in resolve(named))


def _tagged(names: Iterable[Tagged], words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    small = words.small
    for name in names:
        if name.probability < _least(name, words, vocabulary):
            continue
        cert = Cert.HIGH if name.probability > _SURE else Cert.MEDIUM
        reason = f"the model takes it for a name ({name.probability:.0%})"
        for first, last in _parts(name, words, vocabulary, small):
            if _is_common(first, last, name.kind, words, vocabulary):
                continue
            yield Mention(first, last, name.kind, Source.TAGGER, "tagger", reason, cert)


def _least(name: Tagged, words: Words, vocabulary: Vocabulary) -> float:
    """The least probability at which a name of the model is believed."""
    if name.kind is Kind.PERSON:
        return vocabulary.person_threshold
    if name.kind is Kind.PLACE:
        return _LEAST_PLACE
    texts = words.texts[name.first : name.last + 1]
    nouns = (
        vocabulary.organisation_nouns | vocabulary.organisation_heads
    ) - vocabulary.ambiguous_organisation_nouns
    bodies = tuple(noun.lower() for noun in nouns)
    body = any(text.lower().endswith(bodies) for text in texts)
    if body:
        return _LEAST_BODY
    # Where a name without such a noun goes on after "and", it may as well be two, or none.
    joined = any(_separates(text, vocabulary) for text in texts)
    return _LEAST_JOINED if joined else _LEAST_OTHER


def _parts(
    name: Tagged, words: Words, vocabulary: Vocabulary, small: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """What the model took for one name, without what begins the sentence, cut at "and".

    Nor does what stands before a title within it belong to the name.
    """
    first = name.first
    while first < name.last and starts_sentence(words, first, vocabulary):
        text = words.texts[first]
        lower = text.lower()
        if lower in vocabulary.particles and lower not in vocabulary.determiners:  # De Gaulle said
            break
        common = (
            lower in small or lower in small_words(vocabulary.code) or text in vocabulary.non_names
        )
        if not common or is_forename(text) or text in vocabulary.titles:
            break
        first += 1
    for i in range(first + 1, name.last):
        abbreviated = words.texts[i + 1] == "." or words.texts[i - 1].endswith(".")
        if name.kind is Kind.PERSON and words.texts[i] in vocabulary.titles and abbreviated:
            first = i
            break
    known = gazetteer().phrase(words.texts[first : name.last + 1]) is not None
    for i in range(first + 1, name.last):
        if name.kind is not Kind.ORGANISATION and not known and _divides(words, i, vocabulary):
            if first < i:
                yield first, i - 1
            first = i + 1
    yield first, name.last


def _divides(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether two names meet at a word: at "and", or at a full stop that abbreviates nothing."""
    text, before = words.texts[at], words.texts[at - 1]
    stop = text == "." and len(before) >= _UNABBREVIATED and before not in vocabulary.titles
    return stop or _separates(text, vocabulary)


def _separates(text: str, vocabulary: Vocabulary) -> bool:
    return text in vocabulary.conjunctions or text in _SEPARATORS


def _is_common(first: int, last: int, kind: Kind, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether what the model marked is a common noun.

    It is written small elsewhere in the text (where common nouns are), or an article or a number
    stands before it, which no person's name has.
    """
    text = words.texts[first]
    if first == last and (text in vocabulary.non_names or text in _NUMERALS):
        return True
    if first == last and text.lower() in vocabulary.determiners:
        return True
    if first == last and kind is Kind.PERSON and is_acronym(text):
        return True
    if not vocabulary.capitalises_nouns and first == last and text.lower() in words.small:
        return True
    before = words.texts[first - 1] if first and not words.breaks[first] else ""
    return kind is Kind.PERSON and (
        before.lower() in vocabulary.common_noun_determiners or before.isdigit()
    )


def _of_people(mention: Mention, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether the last word names a people or counts something, whatever the model says."""
    text = words.texts[mention.last]
    if mention.source is Source.AUTHORITY:
        return False
    if mention.first + 1 == mention.last and _counts(text):
        return True
    if mention.first < mention.last:
        number = text in _NUMERALS and mention.kind is Kind.PERSON
        return number and not is_forename(words.texts[mention.last - 1])
    return text in vocabulary.demonyms or text.removesuffix("s") in adjectives() or _counts(text)


_NUMERALS = frozenset("IVX")


def _counts(text: str) -> bool:
    """Whether a word is a Roman numeral of two signs or more; one alone may be an initial."""
    return ROMAN.fullmatch(text) is not None and len(text.rstrip(".")) > 1
