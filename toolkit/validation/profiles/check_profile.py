"""Checking a file against a profile: its rules, and its schema where it has one."""

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.exceptions import SchemaError, SettingsError
from toolkit.findings import Finding, Severity, code
from toolkit.namespaces import local_name, tei
from toolkit.rng import Grammar, load, validate
from toolkit.trees import parse_bytes, place_of
from toolkit.validation.profiles import MODULES
from toolkit.validation.profiles.profile import Profile, Text

_MOST: Final = 10_000
"""How many findings of a schema are looked at."""
_NO_SUCH_ELEMENT: Final = "RNG008"
"""What the rules of a profile say of elements has a remedy; the schema need not say it again."""

NO_TEXT = code(
    "PRF001",
    Severity.ERROR,
    """The file contains no TEI text, so it has nothing that could go into a corpus.

    A contribution is a file whose root is ``TEI`` (or ``teiCorpus`` around several) in the
    namespace of TEI P5. Guidelines: DS.
    """,
)


def profile(name: str) -> Profile:
    """The profile of this name. SettingsError if there is none."""
    if name not in MODULES:
        raise SettingsError(f"no profile {name}; there are: {', '.join(MODULES)}")
    found: Profile = importlib.import_module(f"toolkit.validation.profiles.{MODULES[name]}").PROFILE
    return found


def check_profile(data: bytes, file: str, name: str) -> tuple[Finding, ...]:
    """What is missing or wrong in a file for a contribution to a corpus, in the order of rules.

    ``file`` is what findings call it. SourceError if it is not XML.
    """
    wanted = profile(name)
    tree = parse_bytes(data, file)
    return tuple(_findings(wanted, tree, data, file))


def _findings(
    wanted: Profile, tree: etree._ElementTree, data: bytes, file: str
) -> Iterator[Finding]:
    root = tree.getroot()
    texts = list(root.iter(tei("TEI")))
    if not texts and wanted.corpus and local_name(root.tag) in ("teiCorpus", "dracorCorpus"):
        for rule in wanted.corpus:
            yield from rule(Text(file, root))
        return
    if not texts:
        hint = "the root of a contribution is TEI, in the namespace of TEI P5"
        yield NO_TEXT.at(place_of(root, file), f"no TEI text; the root is {root.tag}", hint=hint)
        return
    for root_of_text in texts:
        for rule in wanted.rules:
            yield from _each_once(rule(Text(file, root_of_text)))
    if wanted.schema:
        found = validate(_grammar(wanted.schema), data, file=file, ids=False, limit=_MOST)
        yield from _each_once(f for f in found if f.code != _NO_SUCH_ELEMENT)


def _each_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that say the same are one, at the first place, with their number."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.message), []).append(finding)
    for first, *others in groups.values():
        times = f" ({len(others) + 1} times, the first time here)" if others else ""
        yield replace(first, message=first.message + times)


@lru_cache(maxsize=2)
def _grammar(schema: str) -> Grammar:
    """A schema that comes with the toolkit; it is known to be good."""
    package = Path(__file__).resolve().parents[2]
    for folder in (package / "data" / "tei" / "profiles", package.parent / "tei" / "profiles"):
        if (folder / schema).is_file():
            return load((folder / schema).read_bytes(), name=schema, check=False)
    raise SchemaError(f"the schema {schema} of the toolkit is missing; is it installed whole?")
