"""Items: proposals as an editor sees them, with context, reason and effect."""

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
"""What proposals have in common that are alike: element, words, correction, attributes."""

_SPACE = re.compile(r"\s+")
_CONTEXT = 70
_SHOWN = 240


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal about one text, and what has become of it.

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
        """What was proposed, or what an editor added."""
        return self.judged.proposal

    @property
    def current(self) -> Annotation:
        """What holds now: the editor's version, else the proposal."""
        return self.judged.result or self.judged.proposal

    @property
    def kind(self) -> Kind:
        """Error, name, date, note or structure."""
        return kind_of(self.proposal.element)

    @property
    def place(self) -> Span:
        """Where it stands in the text."""
        return self.proposal.place

    @property
    def seen(self) -> str:
        """A mark of the decision in force, by which it is noticed that somebody else decided."""
        decision = self.judged.decision
        return f"{decision.by} {decision.when} {decision.verdict}" if decision else ""

    @property
    def is_decided(self) -> bool:
        """Whether an editor has decided on it."""
        return self.judged.state not in (State.WAITING, State.ENCODED)

    @property
    def likeness(self) -> Likeness:
        """What it has in common with those that are alike."""
        own = self.proposal
        return own.element, self.words, own.alternative, recorded_attributes(own)


@dataclass(frozen=True, slots=True)
class Choice:
    """What an editor says about an item; what is None is as it was proposed."""

    verdict: Verdict
    alternative: str | None = None
    attributes: Attributes | None = None
    element: str = ""
    why: str = ""


def make_item(doc: Document, judged: Judged, *, name: str) -> Item:
    """An item for a proposal about a document."""
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
    """The decision that an editor's choice about an item amounts to.

    An acceptance with another correction or other values is a change. ValueError where a value
    cannot be encoded.
    """
    own, verdict = item.proposal, choice.verdict
    if verdict is Verdict.ACCEPT and item.judged.state is State.ADDED:
        verdict = Verdict.ADD
    if not verdict.places:
        return Decision(target, verdict, by, now(), choice.why, file=item.file)
    element = choice.element or own.element
    alternative = own.alternative if choice.alternative is None else choice.alternative
    attributes = recorded_attributes(own)
    if choice.attributes is not None:
        kept = Annotation(own.span, element, choice.attributes)
        attributes = recorded_attributes(kept, proposed=own)
    same = (element, alternative, attributes) == (
        own.element,
        own.alternative,
        recorded_attributes(own),
    )
    if verdict is Verdict.CHANGE and same:
        verdict = Verdict.ACCEPT
    return Decision(
        target,
        verdict if same or verdict is Verdict.ADD else Verdict.CHANGE,
        by,
        now(),
        choice.why,
        alternative if element in ALTERNATIVES else None,
        attributes,
        "" if element == own.element else element,
        file=item.file,
    )


def preview_tei(annotation: Annotation, words: str) -> str:
    """The TEI that accepting a proposal puts into the text, as one reads it."""
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
    """Attributes as one line that an editor can change: ``when="1917-11-09" cert="low"``."""
    return " ".join(f'{name}="{escape(value)}"' for name, value in attributes)


def parse_attributes(text: str) -> Attributes:
    """Attributes from such a line. ValueError if it is none."""
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
    """What tells a proposal from others in one version of its text, whatever is decided on it."""
    place = proposal.place
    said = (proposal.alternative, recorded_attributes(proposal), proposal.rule)
    digest = hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{proposal.element}-{place.start}-{place.end}-{digest[:8]}"


def _tagged(element: str, attributes: str, inner: str) -> str:
    return f"<{element}{attributes}>{inner}</{element}>" if inner else f"<{element}{attributes}/>"


def _before(text: str, end: int) -> str:
    """The words before a place, from a whole word on."""
    start = max(0, end - _CONTEXT)
    words = _SPACE.sub(" ", text[start:end])
    return words if start == 0 else f"\N{HORIZONTAL ELLIPSIS} {words.partition(' ')[2]}"


def _after(text: str, start: int) -> str:
    """The words after a place, up to a whole word."""
    end = start + _CONTEXT
    words = _SPACE.sub(" ", text[start:end])
    return words if end >= len(text) else f"{words.rpartition(' ')[0]} \N{HORIZONTAL ELLIPSIS}"


def _collapsed(words: str) -> str:
    return " ".join(words.split())
