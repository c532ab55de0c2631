"""Run foreign Schematron rules in a process of their own, with limits of time and memory."""

import base64
import json
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.closed_room import ClosedRoom
from toolkit.edition import EditionText
from toolkit.exceptions import SaxonError, SchemaError, SourceError, ToolkitError
from toolkit.limited_process import LimitedProcess, LimitError
from toolkit.schematron.runner import parse_svrl

_ERRORS: Final[dict[str, type[ToolkitError]]] = {
    "SaxonError": SaxonError,
    "SchemaError": SchemaError,
    "SourceError": SourceError,
}


def run_isolated(
    stylesheet: bytes,
    source: Path | bytes | EditionText,
    *,
    plain: bool,
    inclusions: ClosedRoom | None,
    room: ClosedRoom,
) -> etree._Element:
    """Run a stylesheet over a document as ``runner.run`` does, in a process with limits.

    SaxonError too if a limit was reached.
    """
    if isinstance(source, EditionText):
        source = source.data
    request = {
        "stylesheet": stylesheet.decode("utf-8"),
        "path": str(source.resolve()) if isinstance(source, Path) else "",
        "data": base64.b64encode(source).decode("ascii") if isinstance(source, bytes) else None,
        "plain": plain,
        "inclusions": None if inclusions is None else list(map(str, inclusions.folders)),
        "room": list(map(str, room.folders)),
    }
    try:
        answer = json.loads(_worker().ask(json.dumps(request)))
    except LimitError as error:
        raise SaxonError(f"the Schematron rules were stopped: {error}") from error
    if "svrl" in answer:
        return parse_svrl(answer["svrl"])
    raise _ERRORS.get(answer["error"], SaxonError)(answer["message"])


@cache
def _worker() -> LimitedProcess:
    return LimitedProcess(("-m", "toolkit.schematron.worker"))
