"""Typesetter: the program that runs Typst in a process of its own; the only import of typst.

It reads one request a line (JSON) from standard input and answers each with one line. It imports
nothing of the toolkit, so that it starts quickly and has nothing to give away. See ``pdf.py``.
"""

import json
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst


@lru_cache(maxsize=4)
def _fonts(folders: tuple[str, ...], *, system: bool) -> Any:
    return typst.Fonts(include_system_fonts=system, font_paths=list(folders))


def _compile(request: dict[str, Any]) -> dict[str, Any]:
    """Compile ``root/main.typ`` to ``output``; what went wrong is in the answer."""
    root = Path(request["root"])
    compiler = typst.Compiler(
        str(root / "main.typ"),
        root=str(root),
        font_paths=_fonts(tuple(request["fonts"]), system=request["system_fonts"]),
        package_path=str(root / "packages"),
        package_cache_path=str(root / "packages"),
    )
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=request["standards"], timestamp=0
        )
    except typst.TypstError as error:
        return {"error": error.diagnostic or error.message}
    if not isinstance(pdf, bytes):
        return {"error": "error: the typesetter made no PDF"}
    Path(request["output"]).write_bytes(pdf)
    return {"warnings": [warning.message for warning in warnings]}


def main() -> None:
    """Answer requests until standard input ends."""
    # A package asked for in an edition's own layout is looked for here and nowhere else.
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = os.environ[name.upper()] = "http://127.0.0.1:9"
    for line in sys.stdin:
        answer = _compile(json.loads(line))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
