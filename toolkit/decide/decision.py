"""Decisions: one editor's verdict on one proposal, with name, date and reason."""

import enum
from dataclasses import dataclass


class Verdict(enum.StrEnum):
    """What an editor said of a proposal."""

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about, by its words and those around it, never by a position.

    ``quote`` are the words of the proposal, ``before`` and ``after`` the characters around them
    (white space collapsed): so a decision finds its place again when the text is edited elsewhere.
    This is the TextQuoteSelector of the Web Annotation Data Model.
    """

    element: str
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict: on what, by whom (an editor's id), when (ISO 8601), and why.

    ``alternative`` is the editor's own correction and ``ref`` the editor's own identification,
    where the verdict is ``change``.
    """

    target: Target
    verdict: Verdict
    by: str
    when: str = ""
    why: str = ""
    alternative: str | None = None
    ref: str | None = None
    file: str = ""

    def __post_init__(self) -> None:
        changes = self.alternative is not None or self.ref is not None
        if self.verdict is Verdict.CHANGE and not changes:
            raise ValueError("a change needs an alternative or a ref")
        if not self.by:
            raise ValueError("a decision needs to say by whom")
