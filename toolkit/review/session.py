"""Review sessions: the proposals about the texts of an edition, and an editor's decisions."""

import hashlib
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath

from toolkit.annotation.protocol import Annotator
from toolkit.decisions.decision import Decision, Verdict, now
from toolkit.decisions.kinds import is_reviewable
from toolkit.decisions.ledger import (
    append_exclusively,
    exclusive,
    ledger_findings,
    ledger_of,
    read_ledger,
)
from toolkit.decisions.resolve import State, decisions_on, file_name, judge, target_of
from toolkit.decisions.text_quote import Words
from toolkit.edition import Edition
from toolkit.edition.text_settings_file import SUFFIX
from toolkit.exceptions import SettingsError
from toolkit.findings import Finding
from toolkit.pipeline import annotate_reading, read_transcription
from toolkit.review.item import Choice, Item, Likeness, decision_on, make_item
from toolkit.review.manual_annotation import Mark, decision_for_mark
from toolkit.review.validity import refuse_invalid
from toolkit.text import Document

TOOL = "tei-toolkit"
"""The id of the toolkit's own ``application`` in the header; no editor can have it."""


@dataclass(frozen=True, slots=True)
class View:
    """The current state of one text: its items, and the decisions without a place in it."""

    name: str
    doc: Document
    version: str
    items: tuple[Item, ...]
    lost: tuple[Decision, ...]
    findings: tuple[Finding, ...]
    alike: Mapping[Likeness, tuple[Item, ...]]
    decisions: tuple[Decision, ...]

    def item(self, identifier: str) -> Item | None:
        """The item with this id."""
        return next((item for item in self.items if item.id == identifier), None)


@dataclass(frozen=True, slots=True)
class _Text:
    doc: Document
    words: Words
    version: str
    stamp: tuple[tuple[int, int], tuple[int, int]]


class Session:
    """One editor's review; safe for several threads, and for other programs' decisions."""

    def __init__(
        self,
        edition: Edition,
        paths: Iterable[Path],
        *,
        by: str,
        annotators: Iterable[Annotator] | None = None,
    ) -> None:
        """Texts are read on demand, with all installed annotators or with these.

        SettingsError without an edition.
        """
        self._annotators = None if annotators is None else tuple(annotators)
        ledger = ledger_of(edition)
        if ledger is None:
            raise SettingsError("decisions need an edition: make one with tei new")
        self._by = by
        self.edition = edition
        self._ledger = ledger
        self._paths = {file_name(str(path)): path for path in paths}
        self._texts: dict[str, _Text] = {}
        self._views: dict[str, View] = {}
        self._read: tuple[tuple[int, int], tuple[Decision, ...]] = ((0, 0), ())
        self._own: dict[str, tuple[Decision, ...]] = {}
        self._lock = threading.RLock()
        self._done: list[tuple[Decision, ...]] = []
        self._left_out: set[str] = set()
        self._is_writing = False

    @property
    def by(self) -> str:
        """The id of the editor. SettingsError if it is ambiguous."""
        chosen = editor_id(self.edition, self._by)
        if any(PurePath(name).stem == chosen for name in self.names):
            raise SettingsError(f'"{chosen}" is the name of a text; give the editor another id')
        return chosen

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the texts."""
        return tuple(self._paths)

    def leave_out(self, name: str) -> None:
        """Forget a text, for example one that cannot be read."""
        with self._lock:
            self._left_out.add(name)
            self._paths.pop(name, None)

    @property
    def revision(self) -> str:
        """A hash that changes with the ledger and with each text."""
        stamps = [_stamp(self._ledger), *map(_stamp_text, self._paths.values())]
        return hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]

    def view(self, name: str) -> View:
        """Return the current state of a text with all decisions. KeyError if it does not exist."""
        with self._lock:
            text = self._text(name)
            own = self.decisions(name)
            known = self._views.get(name)
            if known is None or known.version != text.version or known.decisions != own:
                self._views[name] = known = _view(name, text, own, self.edition)
            return known

    def views(self) -> tuple[View, ...]:
        """Return the current state of all texts."""
        return tuple(self.view(name) for name in self.names)

    def alike(self, item: Item) -> tuple[Item, ...]:
        """Return the items of the whole edition that are alike, this one included."""
        with self._lock:
            groups = (view.alike.get(item.likeness, ()) for view in self.views())
            return tuple(other for group in groups for other in group)

    def count_alike(self, items: Iterable[Item]) -> list[tuple[int, int]]:
        """Count, for each item, the items alike in the edition and the texts that have them."""
        views = self.views()
        found = []
        for item in items:
            counts = [len(view.alike.get(item.likeness, ())) for view in views]
            found.append((sum(counts), sum(bool(count) for count in counts)))
        return found

    def undecided_alike(self, item: Item) -> tuple[Item, ...]:
        """Return the item, and those alike that no editor has decided on."""
        others = (o for o in self.alike(item) if not o.is_decided)
        return (item, *(o for o in others if (o.file, o.id) != (item.file, item.id)))

    def record(self, choices: Sequence[tuple[Item, Choice]]) -> tuple[Decision, ...]:
        """Write decisions to the ledger, all or none, without those in force already.

        ValueError if a value cannot be encoded, or if the schema does not allow the result.
        """
        with self.writing():
            made = []
            for item, choice in choices:
                target = target_of(self._texts[item.file].words, item.proposal)
                decision = decision_on(item, target, choice, by=self.by)
                if not _is_in_force(decision, item):
                    made.append(decision)
            self._refuse_invalid(made)
            append_exclusively(self._ledger, made)
            if made:
                self._done.append(tuple(made))
            return tuple(made)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep other editors and programs from deciding until the block ends.

        What is read within it is up to date, and stays so until a decision is recorded.
        """
        with self._lock:
            if self._is_writing:
                yield
                return
            with exclusive(self._ledger):
                self._is_writing = True
                try:
                    yield
                finally:
                    self._is_writing = False

    def _refuse_invalid(self, made: Iterable[Decision]) -> None:
        """ValueError if decisions would make a text invalid."""
        by_text: dict[str, list[Decision]] = {}
        for decision in made:
            by_text.setdefault(decision.file, []).append(decision)
        for name, decisions in by_text.items():
            doc = self._texts[name].doc
            refuse_invalid(doc, self.edition, self.decisions(name), decisions)

    def mark(self, name: str, mark: Mark) -> Decision:
        """Record what an editor marks where nothing was proposed.

        ValueError if there is nothing to mark, if it is marked or proposed already, or if the
        schema does not allow the result.
        """
        with self.writing():
            view = self.view(name)
            decision = decision_for_mark(
                view.doc, self._texts[name].words, mark, by=self.by, file=name
            )
            same = (i for i in view.items if i.place == mark.span and i.kind is mark.kind)
            if other := next(same, None):
                raise ValueError(f'"{other.words}" is among the proposals; decide on that')
            self._refuse_invalid([decision])
            append_exclusively(self._ledger, [decision])
            self._done.append((decision,))
            return decision

    def decisions(self, name: str) -> tuple[Decision, ...]:
        """Return the decisions about one text, oldest first."""
        with self._lock:
            ledger = self._decisions()
            if name not in self._own:
                self._own[name] = decisions_on(ledger, name)
            return self._own[name]

    def add(self, decisions: Iterable[Decision]) -> None:
        """Record decisions that were made elsewhere."""
        with self.writing():
            append_exclusively(self._ledger, decisions)

    def ledger_findings(self) -> tuple[Finding, ...]:
        """Report unfinished lines of the ledger."""
        return ledger_findings(self._ledger)

    def decisions_on_missing_texts(self) -> tuple[Decision, ...]:
        """Return the decisions about texts that the edition does not have."""
        folder = self.edition.folder or self._ledger.parent
        there = {path.name for path in (folder / self.edition.transcriptions).rglob("*")}
        with self._lock:
            known = there | set(self._paths) | self._left_out
            return tuple(d for d in self._decisions() if d.file and d.file not in known)

    def withdraw(self, decisions: Iterable[Decision]) -> int:
        """Withdraw decisions, for example those without a place; return their number."""
        with self.writing():
            withdrawn = [_withdrawal(decision, self.by) for decision in decisions]
            append_exclusively(self._ledger, withdrawn)
            return len(withdrawn)

    def undo(self) -> tuple[Decision, ...]:
        """Withdraw the last decisions of this session, so that earlier ones apply again."""
        with self.writing():
            if not self._done:
                return ()
            undone = self._done.pop()
            append_exclusively(self._ledger, [_withdrawal(d, self.by) for d in undone])
            return undone

    def _text(self, name: str) -> _Text:
        """Return a text, read and annotated again if it has changed."""
        path = self._paths[name]
        if name not in self._texts or self._texts[name].stamp != _stamp_text(path):
            self._texts[name] = _read(path, self.edition, self._annotators)
        return self._texts[name]

    def _decisions(self) -> tuple[Decision, ...]:
        """Return the decisions of the ledger, read again if it has changed."""
        stamp = _stamp(self._ledger)
        if stamp != self._read[0]:
            self._read = (stamp, read_ledger(self._ledger))
            self._own.clear()
        return self._read[1]


def editor_id(edition: Edition, by: str) -> str:
    """Return the id given, or that of the only editor. SettingsError if it is ambiguous."""
    keys = [person.key for person in edition.editors]
    chosen = by or (keys[0] if len(keys) == 1 else "")
    if not chosen:
        known = f": {', '.join(keys)}" if keys else " (list them in edition.toml: editors = [...])"
        raise SettingsError(f"say who decides with --by, one of the edition's editors{known}")
    if chosen == TOOL or edition.entry(chosen):
        raise SettingsError(f'"{chosen}" is an entry of an authority list, or the tool itself')
    return chosen


def count_open(items: Iterable[Item]) -> Mapping[str, int]:
    """Count the open items of each kind."""
    counts: dict[str, int] = defaultdict(int)
    for item in items:
        counts[item.kind.value] += item.judged.state is State.WAITING
    return dict(counts)


def _view(name: str, text: _Text, decisions: tuple[Decision, ...], edition: Edition) -> View:
    judgement = judge(
        text.doc, decisions, threshold=edition.threshold, uncorrected=edition.uncorrected
    )
    shown = [judged for judged in judgement.judged if is_reviewable(judged.proposal)]
    made: dict[str, Item] = {}
    for item in (make_item(text.doc, judged, name=name) for judged in shown):
        made.setdefault(item.id, item)
    items = tuple(sorted(made.values(), key=lambda item: (item.place.start, -item.place.end)))
    alike: dict[Likeness, tuple[Item, ...]] = {}
    for item in items:
        alike[item.likeness] = (*alike.get(item.likeness, ()), item)
    return View(
        name,
        text.doc,
        text.version,
        items,
        judgement.lost,
        judgement.findings,
        alike,
        decisions,
    )


def _is_in_force(decision: Decision, item: Item) -> bool:
    """Whether a decision is in force already."""
    old = item.judged.decision
    if old is None or item.judged.state is State.EXCLUDED:
        return False
    return (old.verdict, old.alternative, old.attributes, old.element, old.why) == (
        decision.verdict,
        decision.alternative,
        decision.attributes,
        decision.element,
        decision.why,
    )


def _withdrawal(decision: Decision, by: str) -> Decision:
    return Decision(decision.target, Verdict.WITHDRAW, by, now(), file=decision.file)


def _read(path: Path, edition: Edition, annotators: tuple[Annotator, ...] | None) -> _Text:
    stamp = _stamp_text(path)
    reading = read_transcription(path, edition)
    doc, _ = annotate_reading(reading, edition, annotators=annotators)
    digest = hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest()
    return _Text(doc, Words.of(doc.text), digest[:16], stamp)


def _stamp_text(path: Path) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the stamps of a transcription and of its settings."""
    return _stamp(path), _stamp(path.with_suffix(SUFFIX))


def _stamp(path: Path) -> tuple[int, int]:
    """Return the size and the time of the last change of a file."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return status.st_size, status.st_mtime_ns
