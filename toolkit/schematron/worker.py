"""The program that runs foreign Schematron rules: one JSON request a line, one answer a line."""

import base64
import json
import sys
from pathlib import Path
from typing import Any

from lxml import etree

from toolkit.closed_room import ClosedRoom
from toolkit.exceptions import ToolkitError
from toolkit.schematron.runner import run


def answer(request: dict[str, Any]) -> dict[str, str]:
    """Run a stylesheet over a document; the answer is the SVRL, or the error by its class."""
    folders = request["inclusions"]
    data = request["data"]
    try:
        svrl = run(
            request["stylesheet"].encode(),
            Path(request["path"]) if data is None else base64.b64decode(data),
            plain=request["plain"],
            inclusions=None if folders is None else ClosedRoom(tuple(map(Path, folders))),
            room=ClosedRoom(tuple(map(Path, request["room"]))),
        )
    except ToolkitError as error:
        return {"error": type(error).__name__, "message": str(error)}
    return {"svrl": etree.tostring(svrl, encoding="unicode")}


def main() -> None:
    """Answer requests until the input ends."""
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
