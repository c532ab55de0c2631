"""Proposals as an editor sees them, with context, reason and the resulting TEI."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

from toolkit.decisions.decision import NOT_RECORDED, Decision, Target, Verdict, now
from toolkit.decisions.kinds import Kind, kind_of, recorded_attributes
from toolkit.decisions.resolve import Judged, State
from toolkit.text import Annotation, Attributes, Document, Span
from toolkit.text.annotation import ALTERNATIVES

Likeness = tuple[str, str, str | None, Attributes]
"""The key by which proposals are alike: element, words, correction, attributes."""

_SPACE = re.compile(r"\s+")
_CONTEXT = 70
_SHOWN = 240


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal about one text, with its current state.

    ``id`` is its name in one version of the text; ``file`` the transcription's name; ``words``
    are those it is about, ``before`` and ``after`` the text around it, white space collapsed;
    ``line`` counts from 1.
    """

    id: str
    file: str
    line: int
    judged: Judged
    words: str
    before: str
    after: str

    @property
    def proposal(self) -> Annotation:
        """The proposal, or the annotation that an editor added."""
        return self.judged.proposal

    @property
    def current(self) -> Annotation:
        """The annotation in force: the editor's version, or else the proposal."""
        return self.judged.result or self.judged.proposal

    @property
    def kind(self) -> Kind:
        """Error, name, date, note or structure."""
        return kind_of(self.proposal.element)

    @property
    def place(self) -> Span:
        """Its place in the text."""
        return self.proposal.place

    @property
    def seen(self) -> str:
        """A tag of the decision in force, to notice that somebody else decided."""
        decision = self.judged.decision
        return f"{decision.by} {decision.when} {decision.verdict}" if decision else ""

    @property
    def is_decided(self) -> bool:
        """Whether an editor has decided on it."""
        return self.judged.state not in (State.WAITING, State.ENCODED)

    @property
    def likeness(self) -> Likeness:
        """The key that it shares with proposals that are alike."""
        own = self.proposal
        return own.element, self.words, own.alternative, recorded_attributes(own)


@dataclass(frozen=True, slots=True)
class Choice:
    """An editor's choice about an item; None keeps the proposed value."""

    verdict: Verdict
    alternative: str | None = None
    attributes: Attributes | None = None
    element: str = ""
    why: str = ""


def make_item(doc: Document, judged: Judged, *, name: str) -> Item:
    """Create the item of a proposal about a document."""
    place = judged.proposal.place
    words = _collapsed(place.of(doc.text))
    return Item(
        _id(judged.proposal),
        name,
        doc.place(place.start)[0],
        judged,
        words if len(words) <= _SHOWN else f"{words[:_SHOWN]}\N{HORIZONTAL ELLIPSIS}",
        _before(doc.text, place.start),
        _after(doc.text, place.end),
    )


def decision_on(item: Item, target: Target, choice: Choice, *, by: str) -> Decision:
    """Return the decision for an editor's choice about an item.

    An acceptance with another correction or other values is a change. ValueError where a value
    cannot be encoded.
    """
    if not choice.verdict.places:
        return Decision(target, choice.verdict, by, now(), choice.why, file=item.file)
    own = item.proposal
    element = choice.element or own.element
    alternative = own.alternative if choice.alternative is None else choice.alternative
    attributes = _chosen_attributes(own, element, choice)
    is_same = (element, alternative, attributes) == (
        own.element,
        own.alternative,
        recorded_attributes(own),
    )
    return Decision(
        target,
        _recorded_verdict(item, choice, is_same=is_same),
        by,
        now(),
        choice.why,
        alternative if element in ALTERNATIVES else None,
        attributes,
        "" if element == own.element else element,
        file=item.file,
    )


def _recorded_verdict(item: Item, choice: Choice, *, is_same: bool) -> Verdict:
    """Return the verdict to record: an acceptance with other values is a change."""
    if choice.verdict is Verdict.ACCEPT and item.judged.state is State.ADDED:
        return Verdict.ADD
    if choice.verdict is Verdict.ADD:
        return Verdict.ADD
    return Verdict.ACCEPT if is_same else Verdict.CHANGE


def _chosen_attributes(own: Annotation, element: str, choice: Choice) -> Attributes:
    if choice.attributes is None:
        return recorded_attributes(own)
    chosen = Annotation(own.span, element, choice.attributes)
    return recorded_attributes(chosen, proposed=own)


def preview_tei(annotation: Annotation, words: str) -> str:
    """Show the TEI that accepting a proposal puts into the text."""
    element = annotation.element
    inner = escape(words, quote=False)
    if annotation.alternative is not None:
        corrected = ALTERNATIVES[element]
        alternative = escape(annotation.alternative, quote=False)
        source = _tagged(element, "", inner)
        return _tagged("choice", "", source + _tagged(corrected, "", alternative))
    attributes = "".join(
        f' {name}="{escape(value)}"'
        for name, value in annotation.attributes
        if name not in NOT_RECORDED
    )
    return _tagged(element, attributes, inner)


def format_attributes(attributes: Attributes) -> str:
    """Format attributes as one line that an editor can change: ``when="1917-11-09" cert="low"``."""
    return " ".join(f'{name}="{escape(value)}"' for name, value in attributes)


def parse_attributes(text: str) -> Attributes:
    """Parse attributes from such a line. ValueError if it is malformed."""
    return tuple(_pairs(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    rest, seen = text.strip(), set()
    while rest:
        name, equals, rest = rest.partition("=")
        quote, name = rest[:1], name.strip()
        value, closing, rest = rest[1:].partition(quote) if quote in ('"', "'") else ("", "", "")
        if not (equals and closing and name) or name in seen:
            raise ValueError(f'attributes are written name="value", each once, not {text!r}')
        seen.add(name)
        yield name, unescape(value)
        rest = rest.lstrip()


def _id(proposal: Annotation) -> str:
    """Return an id that is unique in one version of a text and independent of decisions."""
    place = proposal.place
    said = (proposal.alternative, recorded_attributes(proposal), proposal.rule)
    digest = hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{proposal.element}-{place.start}-{place.end}-{digest[:8]}"


def _tagged(element: str, attributes: str, inner: str) -> str:
    return f"<{element}{attributes}>{inner}</{element}>" if inner else f"<{element}{attributes}/>"


def _before(text: str, end: int) -> str:
    """Return the words before a place, starting with a whole word."""
    start = max(0, end - _CONTEXT)
    words = _SPACE.sub(" ", text[start:end])
    return words if start == 0 else f"\N{HORIZONTAL ELLIPSIS} {words.partition(' ')[2]}"


def _after(text: str, start: int) -> str:
    """Return the words after a place, ending with a whole word."""
    end = start + _CONTEXT
    words = _SPACE.sub(" ", text[start:end])
    return words if end >= len(text) else f"{words.rpartition(' ')[0]} \N{HORIZONTAL ELLIPSIS}"


def _collapsed(words: str) -> str:
    return " ".join(words.split())
