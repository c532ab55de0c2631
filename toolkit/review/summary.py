"""Summaries of an edition's decisions: counts by state, and decisions without a place."""

from collections import Counter
from collections.abc import Mapping

from toolkit.decisions.codes import DECISION_ON_NO_TEXT
from toolkit.decisions.resolve import State
from toolkit.findings import Finding, Place
from toolkit.review.session import Session


def counts(session: Session) -> Mapping[str, Mapping[str, int]]:
    """Count the proposals of each text by state."""
    found = {}
    for view in session.views():
        states = Counter(item.judged.state for item in view.items)
        found[view.name] = {state.value: states[state] for state in State if states[state]}
    return found


def lost(session: Session) -> tuple[Finding, ...]:
    """Report unfinished lines of the ledger, and decisions without a place or a text."""
    findings = [*session.ledger_findings()]
    findings += [finding for view in session.views() for finding in view.findings]
    missing = Counter(decision.file for decision in session.decisions_on_missing_texts())
    for file, number in sorted(missing.items()):
        words = f"{number} {'decision is' if number == 1 else 'decisions are'} about it"
        findings.append(
            DECISION_ON_NO_TEXT.at(Place(file), f"{words}, but the edition has no such text")
        )
    return tuple(findings)


def withdraw_lost(session: Session) -> int:
    """Withdraw the decisions without a place in their texts; return their number."""
    return session.withdraw(decision for view in session.views() for decision in view.lost)
