"""Hand work: what somebody marked otherwise than the tools did, as decisions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.decisions.decision import Decision, Verdict
from toolkit.decisions.kinds import Kind, is_reviewable, kind_of, recorded
from toolkit.decisions.resolve import target_of
from toolkit.decisions.text_quote import Words
from toolkit.text import Annotation, Attributes, Cert, Span

_Key = tuple[str, Span, bool]


@dataclass(frozen=True, slots=True)
class Author:
    """Whose decisions they are, when they were made, about which file, and why.

    ``others`` are editors whom ``@resp`` may name instead.
    """

    by: str
    when: str
    file: str
    why: str = ""
    others: tuple[str, ...] = ()

    def of(self, annotation: Annotation) -> str:
        """Who says something: the editor whom its ``@resp`` names, else the author."""
        return annotation.origin if annotation.origin in self.others else self.by


def differences(
    words: Words, made: Iterable[Annotation], wanted: Iterable[Annotation], author: Author
) -> tuple[Decision, ...]:
    """The decisions that turn what the tools ``made`` of a text into what somebody ``wanted``."""
    before, after = _by_key(made), _by_key(wanted)
    renamed = dict(_renamed(before, after))
    found: list[Decision] = []
    for key, old in before.items():
        new = after.get(renamed.get(key, key))
        if new is None:
            found.append(_decision(words, old, None, Verdict.REJECT, author))
        elif _said(old) != _said(new):
            found.append(_decision(words, old, new, Verdict.CHANGE, author))
    known = {*before, *renamed.values()}
    for key, new in after.items():
        if key not in known:
            found.append(_decision(words, new, new, Verdict.ADD, author))
    return tuple(found)


def _by_key(annotations: Iterable[Annotation]) -> dict[_Key, Annotation]:
    return {(a.element, a.place, a.anchor is not None): a for a in annotations if is_reviewable(a)}


def _renamed(
    before: Mapping[_Key, Annotation], after: Mapping[_Key, Annotation]
) -> Iterator[tuple[_Key, _Key]]:
    """What has become another element of the same kind over the same words."""
    gone = [key for key in before if key not in after]
    new = {(kind_of(key[0]), key[1], key[2]): key for key in after if key not in before}
    for key in gone:
        kind = kind_of(key[0])
        other = new.pop((kind, key[1], key[2]), None)
        if other is not None and kind in (Kind.NAME, Kind.DATE):
            yield key, other


def _said(annotation: Annotation) -> tuple[str, str | None, Attributes, Cert]:
    return (
        annotation.element,
        annotation.alternative,
        tuple(sorted(annotation.attributes)),
        annotation.cert,
    )


def _decision(
    words: Words, old: Annotation, new: Annotation | None, verdict: Verdict, author: Author
) -> Decision:
    target = target_of(words, old)
    if new is None:
        return Decision(target, verdict, author.by, author.when, author.why, file=author.file)
    attributes = new.attributes if verdict is Verdict.ADD else recorded(new, proposed=old)
    return Decision(
        target,
        verdict,
        author.of(new),
        author.when,
        author.why,
        new.alternative,
        attributes,
        "" if new.element == old.element else new.element,
        new.cert,
        author.file,
    )
