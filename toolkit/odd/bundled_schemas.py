"""What comes with the toolkit: the schemas as files, quick to get at.

``builtin_rng("tei_all")`` is the RELAX NG of all of TEI P5, ``builtin_rng("edition")`` that of our
own customisation; ``builtin_schematron`` gives their rules. Both were compiled from ``tei/p5`` and
``tei/edition.odd``; as specifications they are in ``toolkit.odd.standard_schemas``.
"""

from pathlib import Path

from toolkit.exceptions import SchemaError, SourceError

P5 = "p5/tei-p5.jsonl"
TEI_ALL = "tei_all"
EDITION = "edition"
"""The names of the schemas that need no file; ``edition`` may be the @source of an ODD."""


def data_folder() -> Path:
    """Where the schema data are: in the installed package, or in the checkout beside it."""
    package = Path(__file__).resolve().parents[1]
    candidates = (package / "data" / "tei", package.parent / "tei")
    for folder in candidates:
        if (folder / P5).is_file():
            return folder
    raise SourceError(f"the schema data are missing: {candidates[0] / P5}")


def edition_odd() -> Path:
    """Our own customisation, as an ODD."""
    return data_folder() / "edition.odd"


def builtin_rng(name: str = TEI_ALL) -> bytes:
    """A built-in schema as RELAX NG, in the XML syntax. SchemaError if there is none."""
    return _read(name, "rng")


def builtin_schematron(name: str = TEI_ALL) -> bytes:
    """The rules of a built-in schema as Schematron. SchemaError if there is none."""
    return _read(name, "sch")


def _read(name: str, kind: str) -> bytes:
    if name not in (TEI_ALL, EDITION):
        raise SchemaError(f"no built-in schema {name}; there are: {TEI_ALL}, {EDITION}")
    return (data_folder() / "schema" / f"{name}.{kind}").read_bytes()
