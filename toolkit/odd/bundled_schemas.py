"""The schemas that come with the toolkit, as files that load quickly.

``builtin_rng("tei_all")`` is the RELAX NG of all of TEI P5, ``builtin_rng("edition")`` that of our
own customisation; ``builtin_schematron`` gives their rules. Both were compiled from ``tei/p5`` and
``tei/edition.odd``; as specifications they are in ``toolkit.odd.standard_schemas``.
"""

from pathlib import Path

from toolkit.exceptions import SchemaError, SourceError

P5 = "p5/tei-p5.jsonl"
TEI_ALL = "tei_all"
EDITION = "edition"
"""The names of the bundled schemas; ``edition`` may be the @source of an ODD."""


def data_folder() -> Path:
    """Return the folder of schema data, in the installed package or in the checkout."""
    package = Path(__file__).resolve().parents[1]
    candidates = (package / "data" / "tei", package.parent / "tei")
    for folder in candidates:
        if (folder / P5).is_file():
            return folder
    raise SourceError(f"the schema data are missing: {candidates[0] / P5}")


def edition_odd() -> Path:
    """Return the path of our own customisation."""
    return data_folder() / "edition.odd"


def builtin_rng(name: str = TEI_ALL) -> bytes:
    """Return a bundled schema as RELAX NG XML. SchemaError if the name is unknown."""
    return _read(name, "rng")


def builtin_schematron(name: str = TEI_ALL) -> bytes:
    """Return the rules of a bundled schema as Schematron. SchemaError if the name is unknown."""
    return _read(name, "sch")


def _read(name: str, kind: str) -> bytes:
    if name not in (TEI_ALL, EDITION):
        raise SchemaError(f"no built-in schema {name}; there are: {TEI_ALL}, {EDITION}")
    return (data_folder() / "schema" / f"{name}.{kind}").read_bytes()
