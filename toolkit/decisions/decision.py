"""A decision: an editor's verdict on one proposal, with name, date, reason and outcome."""

import enum
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from toolkit.text import Attributes, Cert
from toolkit.text.xml_characters import NOT_XML

NOT_RECORDED = ("xml:id", "resp", "cert")
"""Attributes that no decision records: ids belong to a run, the others to the decision itself."""

_ID = re.compile(r"[^\W\d][\w.-]*")
_ELEMENT = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)
_ATTRIBUTE = re.compile(r"(xml:)?[A-Za-z][\w.-]*", re.ASCII)
_WHEN = re.compile(r"(\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?", re.ASCII)


class Verdict(enum.StrEnum):
    """A verdict on a proposal, or (``add``) on words without one.

    ``withdraw`` takes back the editor's own last verdict on the place or, without one, the last of
    another editor; the verdict before it counts again.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    ADD = "add"
    WITHDRAW = "withdraw"

    @property
    def places(self) -> bool:
        """Whether the verdict puts an element into the text."""
        return self in (Verdict.ACCEPT, Verdict.CHANGE, Verdict.ADD)


@dataclass(frozen=True, slots=True)
class Target:
    """The subject of a decision: an element and the words it covers, never a position.

    - ``quote``: the words; ``before`` and ``after``: the characters next to them, white space
      collapsed, as in the TextQuoteSelector of the Web Annotation Data Model.
    - ``until``: the end of a long passage, whose beginning is ``quote``.
    - ``number``, ``total``: which of the places that are equal in all of this, from 1.
    - ``marker``: whether the quote is the marker of a note, not its text.
    """

    element: str
    quote: str
    before: str = ""
    after: str = ""
    until: str = ""
    number: int = 1
    total: int = 1
    marker: bool = False

    def __post_init__(self) -> None:
        if not _ELEMENT.fullmatch(self.element):
            raise ValueError(f"{self.element!r} is not the name of an element")
        if not 1 <= self.number <= self.total:
            raise ValueError(f"there is no place {self.number} of {self.total}")


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict: on what, by whom (an editor's id), when (ISO 8601, UTC), and why.

    A verdict that places an element records everything the editor saw: the ``element`` (that of
    the target if empty), its ``attributes``, and the ``alternative`` to a ``sic``, so that a new
    version of a tool does not change what was accepted. ``file`` is the transcription's name.
    """

    target: Target
    verdict: Verdict
    by: str
    when: str = ""
    why: str = ""
    alternative: str | None = None
    attributes: Attributes = ()
    element: str = ""
    cert: Cert = Cert.HIGH
    file: str = ""

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.by):
            raise ValueError(f"{self.by!r} is not the id of an editor")
        if not _WHEN.fullmatch(self.when):
            raise ValueError(f"{self.when!r} is not a date in ISO 8601")
        _ = self.moment
        if self.element and not _ELEMENT.fullmatch(self.element):
            raise ValueError(f"{self.element!r} is not the name of an element")
        for name, value in self.attributes:
            if not _ATTRIBUTE.fullmatch(name) or name in NOT_RECORDED:
                raise ValueError(f"{name!r} is not an attribute that a decision can set")
            if NOT_XML.search(value):
                raise ValueError(f"@{name} has a character that XML cannot hold")

    @property
    def day(self) -> str:
        """The date of the decision without the time."""
        return self.when[:10]

    @property
    def moment(self) -> datetime:
        """When it was decided; a time without a zone is UTC, a day is its first moment."""
        if not self.when:
            return datetime.min.replace(tzinfo=UTC)
        moment = datetime.fromisoformat(self.when)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    @property
    def outcome(self) -> str:
        """The element that is encoded as a result, if the verdict places one."""
        return self.element or self.target.element


def now() -> str:
    """Return the time of a decision made now: UTC; milliseconds keep merged ledgers in order."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
