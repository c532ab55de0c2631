"""CSV tables of proposals: export for a spreadsheet, import of its verdicts."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.decisions.decision import Target, Verdict
from toolkit.decisions.kinds import recorded_attributes
from toolkit.decisions.ledger import target_from, target_json
from toolkit.decisions.resolve import target_of
from toolkit.decisions.text_quote import Words, find
from toolkit.exceptions import SourceError
from toolkit.review.item import Choice, Item, format_attributes, parse_attributes
from toolkit.review.session import Session

COLUMNS = (
    "verdict", "correction", "element", "attributes", "why",
    "file", "line", "kind", "before", "words", "after", "certainty", "state", "by",
    "reason", "rule", "place",
)  # fmt: skip
"""The columns. An editor fills in the first five; the others identify the proposal."""

_VERDICTS = {v.value[:n]: v for v in (Verdict.ACCEPT, Verdict.REJECT, Verdict.CHANGE,
             Verdict.WITHDRAW) for n in range(1, len(v.value) + 1)}  # fmt: skip
_FORMULA = tuple("=+-@\t\r'")
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The number of decisions in a table, and a message for each row that could not be used."""

    decided: int
    unchanged: int
    problems: tuple[str, ...]


def export_table(session: Session, previous: bytes = b"", file: str = "") -> bytes:
    """Format all proposals as CSV (UTF-8 with byte order mark, which spreadsheets look for).

    ``previous`` is an earlier table, named ``file`` in messages. Its rows with a verdict or another
    edit are kept as they are, and so are the columns that an editor added. SourceError if it is
    not a table of proposals.
    """
    kept = _EditedRows(previous, file)
    out = io.StringIO()
    writer = csv.DictWriter(out, (*COLUMNS, *kept.extra), restval="", lineterminator="\r\n")
    writer.writeheader()
    for view in session.views():
        words = Words.of(view.doc.text)
        for item in view.items:
            row = _row(item, target_of(words, item.proposal))
            writer.writerow(kept.take(row) or row)
    writer.writerows(kept.left())
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


class _EditedRows:
    """The rows of an earlier table that an editor has filled in, and the editor's own columns."""

    def __init__(self, data: bytes = b"", file: str = "") -> None:
        """Read the edited rows. SourceError if the data are not a table of proposals."""
        rows = [dict(row) for _, row in _cells(data, file)] if data else []
        names = dict.fromkeys(name for row in rows for name in row)
        self.extra = tuple(name for name in names if name not in COLUMNS)
        self._rows = [row for row in rows if _is_edited(row, self.extra)]
        self._by_key: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            for key in _keys(row):
                self._by_key.setdefault(key, []).append(number)
        self._taken: set[int] = set()

    def take(self, row: Mapping[str, str]) -> dict[str, str] | None:
        """Return the edited row about the same proposal, once; None without one."""
        numbers = (n for key in _keys(row) for n in self._by_key.get(key, ()))
        number = next((n for n in numbers if n not in self._taken), None)
        if number is None:
            return None
        self._taken.add(number)
        return self._rows[number]

    def left(self) -> list[dict[str, str]]:
        """Return the edited rows whose proposal has gone."""
        return [row for number, row in enumerate(self._rows) if number not in self._taken]


def _keys(row: Mapping[str, str]) -> tuple[str, str]:
    """Return what identifies the proposal of a row: exactly, and whatever was decided since."""
    try:
        target = json.dumps(json.loads(row["place"])["target"])
    except (ValueError, KeyError, TypeError, RecursionError):
        target = row.get("place", "")
    return (
        json.dumps(["place", row.get("file"), row.get("place")]),
        json.dumps(["target", row.get("file"), row.get("rule"), target]),
    )


def _is_edited(row: Mapping[str, str], extra: Sequence[str]) -> bool:
    """Whether an editor has written anything into a row."""
    if any(row.get(name, "").strip() for name in ("verdict", "why", *extra)):
        return True
    try:
        return _differs({name: _typed(value) for name, value in row.items()})
    except ValueError:
        return True  # the column place was changed


def import_table(session: Session, data: bytes, file: str) -> ImportResult:
    """Write the decisions of a table to the ledger; a row without a verdict is skipped.

    The text may have been edited since: places are found as those of other decisions are.
    SourceError if it is not such a table; then nothing is written.
    """
    choices: list[tuple[Item, Choice]] = []
    problems = []
    for number, row in _rows(data, file):
        try:
            if choice := _choice(row):
                choices.append((_item(session, row), choice))
        except ValueError as error:
            problems.append(f"{file}:{number}: {error}")
    decided, refused = _record(session, choices)
    problems += [f"{file}: {problem}" for problem in refused]
    return ImportResult(decided, len(choices) - decided - len(refused), tuple(problems))


def _record(session: Session, choices: list[tuple[Item, Choice]]) -> tuple[int, list[str]]:
    """Record all choices at once or, if one is refused, each of the others."""
    try:
        return len(session.record(choices)), []
    except ValueError:
        decided, refused = 0, []
    for item, choice in choices:
        try:
            decided += len(session.record([(item, choice)]))
        except ValueError as error:
            refused.append(f'"{item.words}": {error}')
    return decided, refused


def _row(item: Item, target: Target) -> dict[str, str]:
    now, decision = item.current, item.judged.decision
    row = {
        "verdict": "",
        "correction": now.alternative or "",
        "element": now.element,
        "attributes": format_attributes(recorded_attributes(now)),
        "why": "",
        "file": item.file,
        "line": str(item.line),
        "kind": item.kind.value,
        "before": item.before,
        "words": item.words,
        "after": item.after,
        "certainty": item.proposal.cert.value,
        "state": item.judged.state.value,
        "by": decision.by if decision else item.proposal.origin,
        "reason": item.proposal.reason,
        "rule": item.proposal.rule,
    }
    shown = {name: _shown(value) for name, value in row.items()}
    return shown | {"place": json.dumps(_place(item, target), ensure_ascii=False)}


def _place(item: Item, target: Target) -> dict[str, object]:
    """Return the target of a row and the exported values of its first columns."""
    now = item.current
    said = [now.alternative, now.element, format_attributes(recorded_attributes(now))]
    return {"target": target_json(target), "said": said}


def _rows(data: bytes, file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the rows of a table with their line numbers and the values that were exported."""
    for number, row in _cells(data, file):
        yield number, {name: _typed(value) for name, value in row.items()}


def _cells(data: bytes, file: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the rows of a table with their line numbers, whatever separates the columns."""
    if len(data) > _LARGEST * 10:
        raise SourceError(f"{file}: too large for a table of proposals")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{file}: not UTF-8: save the table as CSV UTF-8") from error
    csv.field_size_limit(_LARGEST)
    first = text.partition("\n")[0]
    divider = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=divider)
    missing = {"verdict", "file", "place"} - set(reader.fieldnames or ())
    if missing:
        raise SourceError(f"{file}: no column {', '.join(sorted(missing))}: not such a table")
    try:
        for row in reader:
            yield reader.line_num, {k: v for k, v in row.items() if isinstance(v, str)}
    except csv.Error as error:
        raise SourceError(f"{file}:{reader.line_num}: not CSV: {error}") from error


def _choice(row: Mapping[str, str]) -> Choice | None:
    """Return the choice in a row; None without a verdict. ValueError if it makes no sense."""
    said, now, edited = _said(row), _now(row), _differs(row)
    word = row["verdict"].strip().lower()
    if not word:
        if edited:
            raise ValueError("the row was edited but has no verdict; nothing was decided")
        return None
    if word not in _VERDICTS:
        raise ValueError(f'"{word}" is no verdict; write accept, reject, change or withdraw')
    if _VERDICTS[word] is Verdict.CHANGE and not edited:
        raise ValueError("change needs another correction, element or attributes in the row")
    return Choice(
        _VERDICTS[word],
        said[0] if now[0] == (said[0] or "") else now[0],
        parse_attributes(now[2]),
        now[1].strip(),
        row.get("why", "").strip(),
    )


def _now(row: Mapping[str, str]) -> tuple[str, str, str]:
    """Return the correction, element and attributes in a row."""
    return row.get("correction", ""), row.get("element", ""), row.get("attributes", "").strip()


def _differs(row: Mapping[str, str]) -> bool:
    """Whether a row has other values than those exported. ValueError if that is unknown."""
    alternative, element, attributes = _said(row)
    return _now(row) != (alternative or "", element, attributes)


def _said(row: Mapping[str, str]) -> tuple[str | None, str, str]:
    try:
        alternative, element, attributes = json.loads(row["place"])["said"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("the column place was changed; leave it as it was exported") from error
    return alternative, str(element), str(attributes)


def _item(session: Session, row: Mapping[str, str]) -> Item:
    """Return the item of a row in the current text. ValueError if it has gone."""
    if row["file"] not in session.names:
        raise ValueError(f'no text "{row["file"]}" in this edition')
    try:
        target = target_from(json.loads(row["place"])["target"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("the column place was changed; leave it as it was exported") from error
    view = session.view(row["file"])
    words = Words.of(view.doc.text)
    found = find(words, target)
    if len(found) != 1:
        raise ValueError(f'"{target.quote}" has no certain place in the text any more')
    place = words.place(found[0])
    own = [item for item in view.items if item.proposal.element == target.element]
    there = [item for item in own if words.place(item.place) == place]
    if not there:
        raise ValueError(f'nothing proposes {target.element} for "{target.quote}" now')
    alternative = _said(row)[0]
    return next((item for item in there if item.proposal.alternative == alternative), there[0])


def _shown(value: str) -> str:
    """Escape a value so that no spreadsheet takes it for a formula."""
    flat = " ".join(value.split()) if "\n" in value else value
    return f"'{flat}" if flat.startswith(_FORMULA) else flat


def _typed(value: str) -> str:
    """Undo ``_shown``."""
    return value[1:] if value.startswith("'") and value[1:].startswith(_FORMULA) else value
