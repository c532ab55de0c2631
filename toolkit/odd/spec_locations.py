"""Locate the specifications of an ODD: bundled P5, a data file, or another ODD."""

import re
from pathlib import Path

from toolkit.exceptions import SchemaError
from toolkit.findings import Finding
from toolkit.odd import problems
from toolkit.odd.bundled_schemas import EDITION, edition_odd
from toolkit.odd.combine import combine
from toolkit.odd.customisation import is_customisation, read_customisation
from toolkit.odd.p5 import p5
from toolkit.odd.schema import Schema
from toolkit.odd.spec_json import load
from toolkit.odd.spec_source import read_source_tree
from toolkit.odd.specs import Source
from toolkit.odd.verify import verify
from toolkit.trees import parse_file

_P5 = re.compile(r"(tei:|https?://(www\.)?tei-c\.org/|.*p5subset\.(xml|json)$)")
_OF_WHOLE_SCHEMAS = frozenset(
    code.code for code in (problems.NO_START, problems.LOST, problems.UNSATISFIABLE)
)
"""Findings on a base that the ODD based on it may mend; they are looked for in the product."""
_VERSION = re.compile(r"\d+\.\d+(\.\d+)?")


def compile_odd(
    path: Path, *, schema: str = "", source: Path | None = None
) -> tuple[Schema, list[Finding]]:
    """Compile the ODD in ``path``; return its schema and the findings on it.

    ``schema`` names one of several ``schemaSpec``; ``source`` is used in place of what @source
    on ``schemaSpec`` says. SourceError or SchemaError if a file cannot be read or is no ODD.
    """
    return _compile(path, schema=schema, source=source, chain=())


def _compile(
    path: Path, *, schema: str = "", source: Path | None = None, chain: tuple[Path, ...]
) -> tuple[Schema, list[Finding]]:
    chain = (*chain, path.resolve())
    odd = read_customisation(path, schema=schema)
    findings: list[Finding] = []

    def resolve(name: str, file: str, line: int) -> Source:
        if source is not None and name == odd.source:
            return _from_file(source, chain, findings)
        return _resolve(name, file, line, chain, findings)

    combined, found = combine(odd, resolve)
    return combined, [*findings, *found, *verify(odd, combined)]


def _resolve(
    name: str, file: str, line: int, chain: tuple[Path, ...], findings: list[Finding]
) -> Source:
    local = Path(file).parent / name.removeprefix("file://")
    if name and local.is_file():
        return _from_file(local, chain, findings)
    if name == EDITION:
        return _from_file(edition_odd(), chain, findings)
    if not name or _P5.match(name):
        _compare_release(name, file, line, findings)
        return p5()
    raise SchemaError(f"{file}:{line}: the source {name} is not a local file, and not TEI P5")


def _compare_release(name: str, file: str, line: int, findings: list[Finding]) -> None:
    wanted = _VERSION.search(name)
    present = p5().release.version
    if wanted and wanted.group() != present:
        message = f"the ODD is based on TEI P5 {wanted.group()}; the built-in {present} is used"
        findings.append(problems.OTHER_RELEASE.at(problems.place_of_spec(file, line), message))


def _from_file(path: Path, chain: tuple[Path, ...], findings: list[Finding]) -> Source:
    """Read specifications from a data file, a file of specifications, or an ODD."""
    if path.resolve() in chain:
        names = " > ".join(p.name for p in (*chain, path))
        raise SchemaError(f"an ODD is based on itself: {names}")
    if path.suffix == ".jsonl":
        return load(path.read_text(encoding="utf-8"), str(path))
    tree = parse_file(path)
    if is_customisation(tree):
        schema, found = _compile(path, chain=chain)
        findings.extend(finding for finding in found if finding.code not in _OF_WHOLE_SCHEMAS)
        return schema.as_source()
    return read_source_tree(tree, file=str(path))
