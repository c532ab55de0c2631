"""Proposals: what a rule about errors says of a place, and which of two at one place stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.text import Annotation, Cert, Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """An apparent error (TEI ``sic``), and what should stand there (``corr``; COEDCOR).

    ``correction``: ``""`` to delete, None when only the error is sure. ``odds``: decadic logarithm
    of how much likelier an error is than none, to choose between rules that meet at one place.
    """

    span: Span
    correction: str | None
    cert: Cert
    rule: str
    reason: str
    odds: float = 0.0


def settled(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals without those that overlap a surer one, in document order."""
    kept: list[Proposal] = []
    taken: set[int] = set()
    for proposal in sorted(proposals, key=_strength):
        places = range(proposal.span.start, max(proposal.span.end, proposal.span.start + 1))
        if taken.isdisjoint(places):
            kept.append(proposal)
            taken.update(places)
    return tuple(sorted(kept, key=lambda p: p.span))


def as_annotation(proposal: Proposal) -> Annotation:
    """The proposal as a statement about the text."""
    return Annotation(
        proposal.span,
        "sic",
        alternative=proposal.correction,
        rule=proposal.rule,
        reason=proposal.reason,
        cert=proposal.cert,
    )


def _strength(proposal: Proposal) -> tuple[int, float, int, int, str]:
    return (
        -proposal.cert.rank,
        -proposal.odds,
        proposal.span.start,
        -len(proposal.span),
        proposal.rule,
    )
