"""Since: what is new in the report on a corpus since the run before.

The run before is the last one that came to its end, by the report it left. While nothing changes,
its news stand as they are: the same texts give the same report, however often it is made.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

Entry = Mapping[str, Any]
"""What ``report.json`` says of one text."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding by what it says, not by where: lines shift."""

    file: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Since:
    """The texts that are new, changed or gone, and the findings that are new or gone."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    found: tuple[Noted, ...] = ()
    settled: tuple[Noted, ...] = ()

    def __bool__(self) -> bool:
        return any((self.new, self.changed, self.gone, self.found, self.settled))


def since(before: bytes | None, entries: Sequence[Entry]) -> Since:
    """What is new in these entries; ``before`` is the report that the last run left, if any."""
    try:
        told = json.loads(before or b"")
        old = {entry["file"]: entry for entry in told["files"]}
        if list(old.values()) == [json.loads(json.dumps(entry)) for entry in entries]:
            return _from_json(told.get("since", {}))
        return _compared(old, {entry["file"]: entry for entry in entries})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Since()


def since_json(news: Since) -> dict[str, Any]:
    """What is new, as JSON."""
    return asdict(news)


def _compared(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Since:
    before, now = _noted(old.values()), _noted(new.values())
    return Since(
        new=tuple(file for file in new if file not in old),
        changed=tuple(
            file
            for file in new
            if file in old and new[file].get("sha256") != old[file].get("sha256")
        ),
        gone=tuple(file for file in old if file not in new),
        found=tuple((now - before).elements()),
        settled=tuple((before - now).elements()),
    )


def _noted(entries: Iterable[Entry]) -> Counter[Noted]:
    return Counter(_each_noted(entries))


def _each_noted(entries: Iterable[Entry]) -> Iterator[Noted]:
    for entry in entries:
        for finding in entry["findings"]:
            yield Noted(entry["file"], finding["code"], finding["message"])


def _from_json(data: Mapping[str, Any]) -> Since:
    return Since(
        *(tuple(data.get(name, ())) for name in ("new", "changed", "gone")),
        *(tuple(Noted(**noted) for noted in data.get(name, ())) for name in ("found", "settled")),
    )
