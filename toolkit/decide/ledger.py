"""Ledger: all decisions of an edition, one a line, only ever added to."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from toolkit.decide.decision import Decision, Target, Verdict
from toolkit.errors import SourceError

CONTEXT = 24
"""Characters on either side of a quote that tell it from others like it."""


def read_ledger(path: Path) -> tuple[Decision, ...]:
    """The decisions in a ledger, oldest first; none where there is no file.

    SourceError names the line that is no decision.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read: {error}") from error
    return tuple(_decisions(lines, path))


def _decisions(lines: list[str], path: Path) -> Iterator[Decision]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _decision(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SourceError(f"{path}:{number}: not a decision: {error}") from error


def _decision(data: Mapping[str, Any]) -> Decision:
    target = data["target"]
    return Decision(
        target=Target(
            str(target["element"]),
            str(target["quote"]),
            str(target.get("before", "")),
            str(target.get("after", "")),
        ),
        verdict=Verdict(data["verdict"]),
        by=str(data["by"]),
        when=str(data.get("when", "")),
        why=str(data.get("why", "")),
        alternative=data.get("alternative"),
        ref=data.get("ref"),
        file=str(data.get("file", "")),
    )
