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
from toolkit.annotation.names.vocabulary import Language, language
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
_AND = frozenset(("and", "und", "et", "–", "—", ","))


def tag(_doc: Document, words: Words, language: Language) -> Iterator[Tagged]:
    """The names that the model of this language finds; the words are enough for it."""
    from toolkit.annotation.names.crf_tagger import labelled  # noqa: PLC0415  # loads numpy

    return labelled(words, language)


def find_names(doc: Document, edition: Edition, *, tagger: Tagger = tag) -> Iterator[Annotation]:
    """Persons, places and organisations of a document, as ``persName``, ``placeName``, ``orgName``.

    Names of the edition's authority lists carry ``@ref`` where only one entry can be meant.
    A title before a name is a ``roleName`` inside its ``persName``, or just before it where the
    edition wants it so (``titles = "outside"``).
    """
    words = words_of(doc)
    data = language(doc.language)
    found = mentions(doc, words, edition, tagger=tagger)
    dated = tuple(a.span for a in doc.annotations("date", "time"))
    proposed = (
        *annotations(found, words, titles_inside=edition.titles == "inside"),
        *(_office(office, words) for office in offices(found, words, data)),
    )
    for annotation in proposed:
        if not _disturbs(annotation.span, dated):
            yield annotation


def mentions(
    doc: Document, words: Words, edition: Edition, *, tagger: Tagger = tag
) -> list[Mention]:
    """The mentions of a document, in order, none overlapping another."""
    data = language(doc.language)
    known = index(edition.authority, data)
    found = _with_titles(
        (
            *listed(words, data, known),
            *titled(words, data),
            *persons.with_initials(doc, words, data),
            *persons.cued(words, data),
            *signatures.signed(doc, words, data),
            *signatures.taking_leave(words, data),
            *persons.with_forenames(words, data),
            *persons.in_register(words, data),
            *persons.makers(words, data),
            *persons.responsible(words, data),
            *places.streets(words, data),
            *places.realms(words, data),
            *places.in_gazetteer(words, data),
            *places.cued(words, data),
            *places.in_datelines(doc, words, data),
            *bodies(words, data),
            *known_bodies(words, data),
            *firms(words, data),
            *_tagged(tagger(doc, words, data), words, data),
        ),
        words,
        data,
    )
    speakers = frozenset(_speaking(doc, words, data))
    found = list(proper(agreed(found, words, data, speakers=speakers), words, data))
    found = _with_titles((*found, *in_series(found, words, data)), words, data)
    further = proper(
        carried(found, words, data, introduced=introduced(doc) | speakers), words, data
    )
    found = _with_titles((*found, *further), words, data)
    both = list(persons.with_pseudonyms(found, words, data))
    if both:
        found = _with_titles((*found, *both), words, data)
    return list(confirmed(found, words))


def _speaking(doc: Document, words: Words, data: Language) -> Iterator[str]:
    """The last words of the names above speeches; ``Chorus`` is none."""
    for annotation in doc.annotations("speaker"):
        inside = (words.texts[i] for i in words.within(annotation.span))
        for last in [text for text in inside if text[0].isupper()][-1:]:
            common = last.lower() in words.small or is_frequent(last, data)
            if not common and last not in data.titles and last not in data.never:
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


def _with_titles(found: Iterable[Mention], words: Words, data: Language) -> list[Mention]:
    """The mentions with their titles, those that are a mere title left out."""
    named = (m for m in found if not is_title(m, words, data) and not _of_people(m, words, data))
    return resolve(with_titles(mention, words, data) for mention in resolve(named))


def _tagged(names: Iterable[Tagged], words: Words, data: Language) -> Iterator[Mention]:
    small = words.small
    for name in names:
        if name.probability < _least(name, words, data):
            continue
        cert = Cert.HIGH if name.probability > _SURE else Cert.MEDIUM
        reason = f"the model takes it for a name ({name.probability:.0%})"
        for first, last in _parts(name, words, data, small):
            if _is_common(first, last, name.kind, words, data):
                continue
            yield Mention(first, last, name.kind, Source.TAGGER, "tagger", reason, cert)


def _least(name: Tagged, words: Words, data: Language) -> float:
    """The least probability at which a name of the model is believed."""
    if name.kind is Kind.PERSON:
        return data.least_probability
    if name.kind is Kind.PLACE:
        return _LEAST_PLACE
    texts = words.texts[name.first : name.last + 1]
    nouns = (data.organisations | data.heads) - data.ambiguous
    bodies = tuple(noun.lower() for noun in nouns)
    body = any(text.lower().endswith(bodies) for text in texts)
    if body:
        return _LEAST_BODY
    # Where a name without such a noun goes on after "and", it may as well be two, or none.
    return _LEAST_OTHER if _AND.isdisjoint(texts) else _LEAST_JOINED


def _parts(
    name: Tagged, words: Words, data: Language, small: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """What the model took for one name, without what begins the sentence, cut at "and".

    Nor does what stands before a title within it belong to the name.
    """
    first = name.first
    while first < name.last and starts_sentence(words, first, data):
        text = words.texts[first]
        lower = text.lower()
        if lower in data.particles and lower not in data.determiners:  # De Gaulle said
            break
        common = lower in small or lower in small_words(data.code) or text in data.never
        if not common or is_forename(text) or text in data.titles:
            break
        first += 1
    for i in range(first + 1, name.last):
        abbreviated = words.texts[i + 1] == "." or words.texts[i - 1].endswith(".")
        if name.kind is Kind.PERSON and words.texts[i] in data.titles and abbreviated:
            first = i
            break
    known = gazetteer().phrase(words.texts[first : name.last + 1]) is not None
    for i in range(first + 1, name.last):
        if name.kind is not Kind.ORGANISATION and not known and _divides(words, i, data):
            if first < i:
                yield first, i - 1
            first = i + 1
    yield first, name.last


def _divides(words: Words, at: int, data: Language) -> bool:
    """Whether two names meet at a word: at "and", or at a full stop that abbreviates nothing."""
    text, before = words.texts[at], words.texts[at - 1]
    stop = text == "." and len(before) >= _UNABBREVIATED and before not in data.titles
    return stop or text in _AND


def _is_common(first: int, last: int, kind: Kind, words: Words, data: Language) -> bool:
    """Whether what the model marked is a common noun.

    It is written small elsewhere in the text (where common nouns are), or an article or a number
    stands before it, which no person's name has.
    """
    text = words.texts[first]
    if first == last and (text in data.never or text in _NUMERALS):
        return True
    if first == last and text.lower() in data.determiners:
        return True
    if first == last and kind is Kind.PERSON and is_acronym(text):
        return True
    if data.code != "de" and first == last and text.lower() in words.small:
        return True
    before = words.texts[first - 1] if first and not words.breaks[first] else ""
    return kind is Kind.PERSON and (before.lower() in data.articles or before.isdigit())


def _of_people(mention: Mention, words: Words, data: Language) -> bool:
    """Whether the last word names a people or counts something, whatever the model says."""
    text = words.texts[mention.last]
    if mention.source is Source.AUTHORITY:
        return False
    if mention.first + 1 == mention.last and _counts(text):
        return True
    if mention.first < mention.last:
        number = text in _NUMERALS and mention.kind is Kind.PERSON
        return number and not is_forename(words.texts[mention.last - 1])
    return text in data.peoples or text.removesuffix("s") in adjectives() or _counts(text)


_NUMERALS = frozenset("IVX")


def _counts(text: str) -> bool:
    """Whether a word is a Roman numeral of two signs or more; one alone may be an initial."""
    return ROMAN.fullmatch(text) is not None and len(text.rstrip(".")) > 1
