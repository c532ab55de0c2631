"""The JSON interface between the review page and its server."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from toolkit.decisions.decision import Verdict
from toolkit.decisions.kinds import recorded_attributes
from toolkit.review.item import Choice, Item, format_attributes, parse_attributes, preview_tei
from toolkit.review.manual_annotation import Mark
from toolkit.review.session import Session, View, count_open
from toolkit.text import Span


class ConflictError(Exception):
    """Somebody else decided meanwhile, or the text was changed: the page has to be reloaded."""


def overview(session: Session) -> dict[str, Any]:
    """Return the texts of the edition with the number of open proposals in each."""
    person = session.edition.editor(session.by)
    texts = [
        {"name": view.name, "waiting": sum(count_open(view.items).values()), "all": len(view.items)}
        for view in session.views()
    ]
    title = session.edition.title or "Edition"
    editor = person.name if person else session.by
    return {"title": title, "editor": editor, "texts": texts, "revision": session.revision}


def text_message(session: Session, name: str) -> dict[str, Any]:
    """Return one text in pieces, each with the numbers of the items that cover it, and the items.

    KeyError if there is no such text.
    """
    revision = session.revision
    view = session.view(name)
    return {
        "name": name,
        "language": view.doc.language,
        "version": view.version,
        "revision": revision,
        "pieces": list(split_text(view)),
        "items": [
            _item(item, alike)
            for item, alike in zip(view.items, session.count_alike(view.items), strict=True)
        ],
        "lost": [finding.message for finding in view.findings],
    }


def split_text(view: View) -> Iterator[tuple[str, list[int]]]:
    """Cut the text wherever an item begins or ends; shorter items come last in each list."""
    text = view.doc.text
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, item in enumerate(view.items):
        starts.setdefault(item.place.start, []).append(number)
        ends.setdefault(item.place.end, []).append(number)
    cuts = sorted({0, len(text), *starts, *ends})
    covering: list[int] = []
    for at, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        covering = [number for number in covering if number not in ends.get(at, ())]
        points = [n for n in starts.get(at, ()) if not len(view.items[n].place)]
        if points:
            yield "", covering + points
        covering += [n for n in starts.get(at, ()) if n not in points]
        if following > at:
            yield text[at:following], list(covering)


def decide(session: Session, message: Mapping[str, Any]) -> int:
    """Record the decision that the page sent; return the number of decisions.

    Comparing with what the editor saw and writing are one step, whoever else decides. ConflictError
    if the page did not show the current state; ValueError or KeyError if the message makes no sense
    or the schema does not allow the result.
    """
    with session.writing():
        view = session.view(_text(message["name"]))
        item = view.item(_text(message["id"]))
        if item is None or message["version"] != view.version:
            raise ConflictError("the text was changed; look at it again")
        if message["seen"] != item.seen:
            words = "somebody else has decided on this meanwhile; look at it, then decide again"
            raise ConflictError(words)
        choice = _choice(message)
        items: Sequence[Item] = session.undecided_alike(item) if message.get("alike") else (item,)
        return len(session.record([(each, choice) for each in items]))


def mark(session: Session, message: Mapping[str, Any]) -> str:
    """Record what an editor marked; return the id of the new item, empty if it has no place.

    ConflictError if the page showed another version of the text; ValueError or KeyError if the
    message makes no sense or the schema does not allow the result.
    """
    name = _text(message["name"])
    if message["version"] != session.view(name).version:
        raise ConflictError("the text was changed; look at it again")
    alternative = message.get("alternative")
    wanted = Mark(
        Span(_number(message["start"]), _number(message["end"])),
        _text(message["element"]),
        None if alternative is None else _text(alternative),
        parse_attributes(_text(message.get("attributes", ""))),
        _text(message.get("why", "")),
    )
    session.mark(name, wanted)
    items = session.view(name).items
    made = (i.id for i in items if i.place == wanted.span and i.kind is wanted.kind)
    return next(made, "")


def _choice(message: Mapping[str, Any]) -> Choice:
    alternative, attributes = message.get("alternative"), message.get("attributes")
    return Choice(
        Verdict(message["verdict"]),
        None if alternative is None else _text(alternative),
        None if attributes is None else parse_attributes(_text(attributes)),
        _text(message.get("element", "")),
        _text(message.get("why", "")),
    )


def _item(item: Item, alike: tuple[int, int]) -> dict[str, Any]:
    proposal, now, decision = item.proposal, item.current, item.judged.decision
    return {
        "id": item.id,
        "seen": item.seen,
        "kind": item.kind.value,
        "state": item.judged.state.value,
        "line": item.line,
        "words": item.words,
        "before": item.before,
        "after": item.after,
        "element": now.element,
        "alternative": now.alternative,
        "attributes": format_attributes(recorded_attributes(now)),
        "certainty": proposal.cert.value,
        "origin": proposal.origin,
        "reason": proposal.reason,
        "effect": preview_tei(now, item.words),
        "alike": alike[0],
        "texts": alike[1],
        "by": decision.by if decision else "",
        "when": decision.day if decision else "",
        "why": decision.why if decision else "",
    }


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"a number was expected, not {value!r}")  # noqa: TRY004  # of a message
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"a text was expected, not {value!r}")  # noqa: TRY004  # of a message
    return value
