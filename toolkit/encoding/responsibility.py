"""The people named in the metadata, and their roles."""

import re
from collections.abc import Mapping
from typing import Final

from toolkit.text import Document
from toolkit.text.reference_patterns import load_patterns

RELATOR: Final[Mapping[str, str]] = {
    "translator": "trl",
    "transcriber": "trc",
    "encoder": "mrk",
    "proofreader": "pfr",
    "editor": "edt",
}
"""MARC relator codes of what people did."""

RESP: Final[Mapping[str, str]] = {
    "translator": "translated by",
    "transcriber": "transcribed by",
    "encoder": "encoded by",
    "proofreader": "proofread by",
    "editor": "edited by",
}


_DATED: Final = re.compile(r"\s*\([^()]*\d[^()]*\)")


def header_names(doc: Document, *keys: str) -> tuple[tuple[str, str], ...]:
    """Return the names in header fields with the first of these keys that has any, with ``@ref``.

    A name that an editor set outside the text is kept whole.
    """
    for key in keys:
        overrides = tuple((f.value, f.ref) for f in doc.overrides if f.key == key)
        if names := overrides or tuple((name, "") for name in split_names(doc.field(key))):
            return names
    return ()


def split_names(value: str) -> tuple[str, ...]:
    """Split a list of names: ``Charles Farrell and David Walters``.

    Names are separated by the conjunctions of all languages, ``&``, semicolons, and by commas if
    each part has two words at least (so that ``Farrell, Charles`` stays one name). A date in
    brackets after a name (``Anna White (May 2006)``) is no part of it.
    """
    names: list[str] = []
    conjunction = load_patterns().conjunction.pattern
    for part in re.split(rf"\s*;\s*|\s*&\s*|{conjunction}", _DATED.sub("", value).strip()):
        pieces = re.split(r"\s*,\s*", part)
        names.extend(pieces if all(len(p.split()) > 1 for p in pieces) else [part])
    stripped = (name.strip(" .") if name.count(".") == 1 else name.strip() for name in names)
    return tuple(name for name in stripped if name)
