"""Proposals: the results of the rules about errors, and the choice between overlapping ones."""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.text import Annotation, Cert, Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """An apparent error (TEI ``sic``) with its correction (``corr``). Guidelines: COEDCOR.

    ``correction``: ``""`` to delete, None when only the error is sure. ``log_odds``: base-10
    log-odds of an error, to choose between rules that overlap.
    """

    span: Span
    correction: str | None
    cert: Cert
    rule: str
    reason: str
    log_odds: float = 0.0


def resolve_overlaps(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals that overlap no surer one, in document order."""
    kept: list[Proposal] = []
    taken: set[int] = set()
    for proposal in sorted(proposals, key=_rank):
        places = range(proposal.span.start, max(proposal.span.end, proposal.span.start + 1))
        if taken.isdisjoint(places):
            kept.append(proposal)
            taken.update(places)
    return tuple(sorted(kept, key=lambda p: p.span))


def to_annotation(proposal: Proposal) -> Annotation:
    """Return the proposal as an annotation of the text."""
    return Annotation(
        proposal.span,
        "sic",
        alternative=proposal.correction,
        rule=proposal.rule,
        reason=proposal.reason,
        cert=proposal.cert,
    )


def _rank(proposal: Proposal) -> tuple[int, float, int, int, str]:
    return (
        -proposal.cert.rank,
        -proposal.log_odds,
        proposal.span.start,
        -len(proposal.span),
        proposal.rule,
    )
