"""Check a document: schema, identifiers, rules, pointers and fidelity."""

import enum
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from toolkit.closed_room import ClosedRoom
from toolkit.edition import EditionText
from toolkit.exceptions import SourceError
from toolkit.findings import Finding, Place, Severity
from toolkit.rng import validate
from toolkit.rng.byte_chunks import open_source
from toolkit.validation import codes, schema_registry
from toolkit.validation.prolog import Prolog, prolog_of_tree, read_prolog
from toolkit.validation.transcription_lines import add_transcription_lines

_UNREADABLE: Final = frozenset({"XML001", "XML003"})
"""Codes after which the other parts of a check cannot read the document."""
_NOT_READ: Final = "XML002"
"""An entity stands for text that was not read."""


class Part(enum.StrEnum):
    """The parts of a check, which ``--only`` selects."""

    RNG = "rng"
    SCHEMATRON = "schematron"
    POINTERS = "pointers"
    FIDELITY = "fidelity"


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in one document.

    ``valid`` is the verdict of RELAX NG and the identifiers alone; None if they were not asked for,
    or if a part of the document in another file was not read. ``schema`` is what the document was
    checked against; ``failed`` says why it was not.
    """

    file: str
    findings: tuple[Finding, ...]
    valid: bool | None = None
    schema: str = ""
    failed: str = ""


def check(  # noqa: PLR0913 - the options of a check are independent of each other
    source: Path | bytes | EditionText,
    *,
    file: str = "",
    schema: str | Path | Sequence[str | Path] | None = None,
    only: Collection[Part] = (),
    ids: bool = True,
    transcription: str | None = None,
    xinclude: bool = False,
    open_folders: Collection[Path] = (),
    companions: Collection[Path] = (),
    phase: str = "",
    limit: int | None = None,
) -> Checked:
    """Check a document: a file, its bytes, or a text that may be parsed already.

    - ``file``: what findings call it; by default its path. Relative addresses in bytes start from
      the folder of this name, if it is one.
    - ``schema``: names or files (RELAX NG, ODD, Schematron); without a grammar among them, the one
      the document names, or else all of TEI P5.
    - ``only``: the parts that are wanted; all if empty.
    - ``ids``: whether identifiers must be unique.
    - ``transcription``: the text that the document was made from, for fidelity.
    - ``xinclude``: whether inclusions are carried out first.
    - ``open_folders``: folders, besides that of the document, whose files the document, its
      inclusions and its rules may read.
    - ``companions``: other files of the project, whose identifiers pointers may name.
    - ``phase``: which phase of the Schematron rules is active, their default one if empty.
    - ``limit``: how many findings each part gives at most.

    SourceError if the file cannot be read, SchemaError if a schema is faulty or unknown.
    """
    text = None if xinclude else _parse_if_well_formed(source)
    name = file or _name_of(source)
    source = source.data if isinstance(source, EditionText) else source
    wanted = frozenset(only) or frozenset(Part)
    prolog = read_prolog(source) if text is None else prolog_of_tree(text.tree)
    folder = _base_folder(source, name)
    room = ClosedRoom.around(folder, open_folders)
    inclusions = room if xinclude else None
    chosen, findings = _choose_schemas(prolog, _as_sequence(schema), folder, name)
    valid: bool | None = None
    if Part.RNG in wanted:
        grammars = [s for s in chosen if not schema_registry.is_rules(s)]
        rng = tuple(
            dict.fromkeys(
                finding
                for grammar in map(schema_registry.load_grammar, grammars)
                for finding in validate(
                    grammar,
                    source,
                    file=name,
                    ids=ids,
                    inclusions=inclusions,
                    entities=room,
                    limit=limit,
                )
            )
        )
        valid = _is_valid(rng)
        findings += rng
    job = _Job(
        text or source,
        name,
        folder,
        prolog,
        chosen,
        transcription,
        phase,
        room,
        inclusions,
        tuple(companions),
    )
    if not _UNREADABLE.intersection(finding.code for finding in findings):
        findings += tuple(_check_further(job, wanted, limit))
    if transcription is not None:
        findings = add_transcription_lines(findings, _read_all(source), transcription)
    return Checked(name, findings, valid, ", ".join(map(str, chosen)))


def _is_valid(findings: Collection[Finding]) -> bool | None:
    """Whether a document is valid; None if a part of it in another file was not read."""
    if any(finding.code == _NOT_READ for finding in findings):
        return None
    return not any(finding.severity is Severity.ERROR for finding in findings)


@dataclass(frozen=True, slots=True)
class _Job:
    """The document and the options that the further parts of a check need."""

    source: Path | bytes | EditionText
    file: str
    folder: Path | None
    prolog: Prolog
    schemas: tuple[str | Path, ...]
    transcription: str | None
    phase: str
    room: ClosedRoom
    inclusions: ClosedRoom | None
    companions: tuple[Path, ...]


def _check_rules(job: _Job) -> Iterator[Finding]:
    from toolkit.schematron import check_rules  # noqa: PLC0415 - loads Saxon

    named = (
        schema_registry.find_by_address(address, job.folder) for address in job.prolog.schematron
    )
    schemas = [*job.schemas, *(schema for schema in named if schema is not None)]
    chosen = tuple(dict.fromkeys(map(schema_registry.rules_file, schemas)))
    plain = not job.prolog.has_doctype
    yield from check_rules(
        job.source,
        job.file,
        chosen,
        phase=job.phase,
        plain=plain,
        inclusions=job.inclusions,
        room=job.room,
        trusted=tuple(map(schema_registry.rules_file, schema_registry.BUILT_IN)),
    )


def _check_pointers(job: _Job) -> Iterator[Finding]:
    from toolkit.validation.pointers import check_pointers  # noqa: PLC0415 - only when asked for

    return check_pointers(
        job.source,
        job.file,
        job.folder,
        inclusions=job.inclusions,
        room=job.room,
        companions=job.companions,
    )


def _check_fidelity(job: _Job) -> Iterator[Finding]:
    if job.transcription is None:
        return
    from toolkit.validation.fidelity import check_fidelity  # noqa: PLC0415 - only when asked for

    source = job.source
    text = source if isinstance(source, EditionText) else EditionText(_read_all(source), job.file)
    yield from check_fidelity(text.tree, job.transcription, job.file)


_FURTHER: Final[Mapping[Part, Callable[[_Job], Iterator[Finding]]]] = {
    Part.SCHEMATRON: _check_rules,
    Part.POINTERS: _check_pointers,
    Part.FIDELITY: _check_fidelity,
}


def _as_sequence(schema: str | Path | Sequence[str | Path] | None) -> tuple[str | Path, ...]:
    if schema is None:
        return ()
    return (schema,) if isinstance(schema, str | Path) else tuple(schema)


def _choose_schemas(
    prolog: Prolog, given: tuple[str | Path, ...], folder: Path | None, file: str
) -> tuple[tuple[str | Path, ...], tuple[Finding, ...]]:
    """Choose the schemas to check against; report if the one named is not available."""
    if not all(map(schema_registry.is_rules, given)):
        return given, ()
    found = schema_registry.find_named_in(prolog, folder)
    if found is not None:
        return (found, *given), ()
    chosen = (schema_registry.DEFAULT, *given)
    if not prolog.rng:
        return chosen, ()
    message = f"the schema {prolog.rng[0]} is not on this machine; checked against all of TEI P5"
    return chosen, (codes.SCHEMA_UNKNOWN.at(Place(file), message, hint=_ADD),)


_ADD: Final = "tei schema add FILE --address URL makes it known"


def _check_further(job: _Job, wanted: Collection[Part], limit: int | None) -> Iterator[Finding]:
    for part, find in _FURTHER.items():
        if part in wanted:
            yield from islice(find(job), limit)


def _name_of(source: Path | bytes | EditionText) -> str:
    if isinstance(source, EditionText):
        return source.file
    return str(source) if isinstance(source, Path) else ""


def _parse_if_well_formed(source: Path | bytes | EditionText) -> EditionText | None:
    """Return a well-formed text; of another, the parts that read bytes report what is wrong."""
    if not isinstance(source, EditionText):
        return None
    try:
        source.tree  # noqa: B018  # parsed, and remembered
    except SourceError:
        return None
    return source


def _read_all(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    with open_source(source, str(source)) as stream:
        return stream.read()


def _base_folder(source: Path | bytes, name: str) -> Path | None:
    """Return the folder that relative addresses start from; None for bytes without a file."""
    if isinstance(source, Path):
        return source.parent
    folder = Path(name).parent
    return folder if name and folder.is_dir() and Path(name).name != name else None
