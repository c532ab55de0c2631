"""Mentions: words of a text that name a person, a place or an organisation, and their overlap."""

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from toolkit.annotation.names.tokenisation import Words
from toolkit.edition import Kind
from toolkit.text import Annotation, Cert


class Source(enum.IntEnum):
    """Origin of a mention; of two that overlap, the one of greater value is kept."""

    PROPAGATED = 1
    HINT = 2
    TAGGER = 3
    RULE = 4
    AUTHORITY = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a person, place or organisation, by the indexes of its words.

    ``first`` and ``last`` are its outermost words, both inside; the words before ``name`` are
    titles (TEI ``roleName``). ``entry`` is the ``xml:id`` of its authority entry, if identified;
    ``probability`` that of the statistical model, 0 if only rules found it.
    """

    first: int
    last: int
    kind: Kind
    source: Source
    rule: str
    reason: str
    cert: Cert = Cert.HIGH
    name: int = -1
    entry: str = ""
    probability: float = 0.0

    def __post_init__(self) -> None:
        if self.name < 0:
            object.__setattr__(self, "name", self.first)
        if not self.first <= self.name <= self.last:
            raise ValueError(f"a mention needs first <= name <= last: {self}")

    def overlaps(self, other: "Mention") -> bool:
        """Whether the two share a word."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: "Mention") -> bool:
        """Whether all words of the other are words of this one."""
        return self.first <= other.first and other.last <= self.last

    def words(self, words: Words) -> tuple[str, ...]:
        """Return the words of the name, without titles."""
        return words.texts[self.name : self.last + 1]


def resolve(mentions: Iterable[Mention]) -> list[Mention]:
    """Resolve overlaps: mentions of one type join, otherwise the one of greater source is kept."""
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.last, -m.source)):
        while chosen and chosen[-1].overlaps(mention):
            mention = _stronger(chosen.pop(), mention)  # noqa: PLW2901  # it grows
        chosen.append(mention)
    return chosen


def _stronger(one: Mention, other: Mention) -> Mention:
    """Return the one of two overlapping mentions to keep; two that agree make a certain one."""
    best, rest = sorted((one, other), key=lambda m: (-m.source, m.first - m.last))
    if best.kind != rest.kind:
        return best
    if best.source is Source.AUTHORITY and (best.contains(rest) or not rest.contains(best)):
        return best
    first, last = min(best.first, rest.first), max(best.last, rest.last)
    titled = [m.name for m in (one, other) if m.name > m.first]
    agree = best.source is not rest.source and not best.entry
    cert = Cert.HIGH if agree else best.cert
    name = max(titled, default=first)
    probability = max(one.probability, other.probability)
    return replace(best, first=first, last=last, name=name, cert=cert, probability=probability)


def annotations(
    mentions: Iterable[Mention], words: Words, *, titles_inside: bool = True
) -> Iterator[Annotation]:
    """Yield TEI elements; a title is a ``roleName`` inside or before its ``persName``."""
    for mention in mentions:
        first = mention.first if titles_inside else mention.name
        yield Annotation(
            span=words.span(first, mention.last),
            element=mention.kind.name_element,
            attributes=(("ref", f"#{mention.entry}"),) if mention.entry else (),
            rule=mention.rule,
            reason=mention.reason,
            cert=mention.cert,
        )
        if mention.first < mention.name:
            yield Annotation(
                span=words.span(mention.first, mention.name - 1),
                element="roleName",
                rule="title",
                reason="a title, rank or office before the name",
                cert=mention.cert,
            )
