"""Turn manual edits of an encoding into decisions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.decisions.decision import Decision, Verdict
from toolkit.decisions.kinds import Kind, is_reviewable, kind_of, recorded_attributes
from toolkit.decisions.resolve import target_of
from toolkit.decisions.text_quote import Words
from toolkit.text import Annotation, Attributes, Cert, Span

_Key = tuple[str, Span, bool]


@dataclass(frozen=True, slots=True)
class Author:
    """The author of the edits: the editor's id, the time, the file, and the reason.

    ``others`` are editors whom ``@resp`` may name instead.
    """

    by: str
    when: str
    file: str
    why: str = ""
    others: tuple[str, ...] = ()

    def of(self, annotation: Annotation) -> str:
        """Return the editor whom the ``@resp`` of an annotation names, else the author."""
        return annotation.origin if annotation.origin in self.others else self.by


def diff_annotations(
    words: Words, made: Iterable[Annotation], wanted: Iterable[Annotation], author: Author
) -> tuple[Decision, ...]:
    """Return the decisions that turn the annotations ``made`` by tools into those ``wanted``."""
    before, after = _index(made), _index(wanted)
    renamed = dict(_pair_renamed(before, after))
    decisions: list[Decision] = []
    for key, old in before.items():
        new = after.get(renamed.get(key, key))
        if new is None:
            decisions.append(_decision(words, old, None, Verdict.REJECT, author))
        elif _content(old) != _content(new):
            decisions.append(_decision(words, old, new, Verdict.CHANGE, author))
    known = {*before, *renamed.values()}
    for key, new in after.items():
        if key not in known:
            decisions.append(_decision(words, new, new, Verdict.ADD, author))
    return tuple(decisions)


def _index(annotations: Iterable[Annotation]) -> dict[_Key, Annotation]:
    return {(a.element, a.place, a.anchor is not None): a for a in annotations if is_reviewable(a)}


def _pair_renamed(
    before: Mapping[_Key, Annotation], after: Mapping[_Key, Annotation]
) -> Iterator[tuple[_Key, _Key]]:
    """Pair the annotations that became another element of the same kind on the same words."""
    gone = [key for key in before if key not in after]
    new = {(kind_of(key[0]), key[1], key[2]): key for key in after if key not in before}
    for key in gone:
        kind = kind_of(key[0])
        other = new.pop((kind, key[1], key[2]), None)
        if other is not None and kind in (Kind.NAME, Kind.DATE):
            yield key, other


def _content(annotation: Annotation) -> tuple[str, str | None, Attributes, Cert]:
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
    attributes = (
        new.attributes if verdict is Verdict.ADD else recorded_attributes(new, proposed=old)
    )
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
