"""Check that the targets of pointers exist, in the document or in files beside it.

Guidelines: SAPT, and SAXP for the addresses; ``prefixDef`` (SAPU) is followed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml import etree

from toolkit.closed_room import MAX_FILE_BYTES, ClosedRoom
from toolkit.edition import EditionText
from toolkit.findings import Code, Finding, Place
from toolkit.namespaces import TEI, XINCLUDE, XML
from toolkit.rng.element_positions import XML_ID, Walker, walk
from toolkit.rng.nameclass import SEPARATOR, local_of
from toolkit.rng.xsd_regex import ExpressionError, parse_expression
from toolkit.validation import codes
from toolkit.validation.addresses import file_exists, split_address
from toolkit.vocabulary import pointer_attributes

_LOOSE: Final = frozenset(
    "change code end origin property fVal feats parent children given start value".split()
)
"""Attributes that hold codes or times in earlier releases and in customisations; only values that
begin with ``#`` are followed."""

_TEI_PREFIX: Final = f"{TEI}{SEPARATOR}"
_XML_BASE: Final = f"{XML}{SEPARATOR}base"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)", re.DOTALL)
_REFERENCE = re.compile(r"\$(\d)")
_MOST_FILES: Final = 64
_INCLUDE: Final = f"{XINCLUDE}{SEPARATOR}include"
_IMAGE_NUMBER: Final = re.compile(r"#f\d{4,}")
"""The number of an image, which DTABf writes as a pointer (``facs="#f0001"``)."""
_MOST_SHOWN: Final = 5
_HINT: Final = "if they are in another file of the project, name it: --with FILE"


@dataclass(frozen=True, slots=True)
class _Prefix:
    """A ``prefixDef``: the pattern of a private address and its replacement."""

    matches: str
    replacement: str


@dataclass(slots=True)
class _Collected:
    """The ids, pointers, private prefixes and inclusions of a document.

    ``inside`` has the pointers into the document by attribute.
    """

    ids: set[str] = field(default_factory=set)
    inside: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    others: set[str] = field(default_factory=set)
    prefixes: dict[str, list[_Prefix]] = field(default_factory=dict)
    included: set[str] = field(default_factory=set)


Fault = tuple[Code, str, str]
"""A finding code, the end of the message, and the hint."""


@dataclass(frozen=True, slots=True)
class _Faults:
    """The tokens without a target, and of the attributes without any target all the tokens."""

    tokens: Mapping[str, Fault]
    attributes: Mapping[str, frozenset[str]]


def check_pointers(
    source: Path | bytes | EditionText,
    file: str,
    folder: Path | None,
    *,
    inclusions: ClosedRoom | None = None,
    room: ClosedRoom | None = None,
    companions: Iterable[Path] = (),
) -> Iterator[Finding]:
    """Report the pointers of a document without a target, in document order.

    - ``folder``: where relative addresses start from, None if only pointers into the document can
      be checked.
    - ``companions``: other files of the project, whose identifiers count as those of the document.
    - ``room``: where the files that the document includes may be read from, for their identifiers.

    Where no identifier of an attribute exists, they are probably in a file that is not at hand:
    that is one warning. A document is read again, for the places, if there is something to report.
    """
    found = _Collected()
    if isinstance(source, EditionText):
        _collect_from_tree(source.tree, found)
        source = source.data
    else:
        walk(
            source,
            file,
            lambda name, attributes, _: _collect(name, attributes, found),
            inclusions=inclusions,
            entities=room,
        )
    included = () if folder is None or room is None else _included_files(found, folder, room)
    for path in (*companions, *included):
        found.ids.update(_read_ids(path))
    faults = _find_faults(found, folder)
    if faults.tokens or faults.attributes:
        findings: list[Finding] = []
        reported: set[str] = set()
        walk(
            source,
            file,
            lambda n, a, walker: _report_faults(n, a, walker, faults, findings, reported),
            inclusions=inclusions,
            entities=room,
        )
        yield from findings


def _collect_from_tree(tree: etree._ElementTree, found: _Collected) -> None:
    for element in tree.iter(etree.Element):
        attributes = {
            str(key).removeprefix("{"): str(value) for key, value in element.attrib.items()
        }
        if attributes:
            _collect(str(element.tag).removeprefix("{"), attributes, found)


def _collect(name: str, attributes: Mapping[str, str], found: _Collected) -> None:
    own = attributes.get(XML_ID)
    if own is not None:
        found.ids.add(own.strip())
    if name == _INCLUDE:
        found.included.add(attributes.get("href", ""))
    if not name.startswith(_TEI_PREFIX):
        return
    for key, token in _pointer_tokens(attributes):
        if token.startswith("#"):
            found.inside[key].add(token)
        elif _may_leave(key, local_of(name)) and _XML_BASE not in attributes:
            found.others.add(token)
    if name == f"{_TEI_PREFIX}prefixDef":
        prefix = _Prefix(
            attributes.get("matchPattern", ""), attributes.get("replacementPattern", "")
        )
        found.prefixes.setdefault(attributes.get("ident", ""), []).append(prefix)


def _pointer_tokens(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    pointing = pointer_attributes()
    for key, value in attributes.items():
        if key in pointing:
            for token in value.split():
                yield key, token


def _may_leave(attribute: str, element: str) -> bool:
    """Whether the attribute may point out of the document where it is on this element."""
    places = pointer_attributes()[attribute]
    return attribute not in _LOOSE and (not places or element in places)


def _included_files(found: _Collected, folder: Path, room: ClosedRoom) -> Iterator[Path]:
    """Yield the files named by ``xi:include`` that may be read."""
    for address in sorted(found.included):
        parts = split_address(address)
        if parts is not None and parts.path and not (parts.scheme or parts.netloc):
            path = folder / unquote(parts.path)
            if room.admits(path) and file_exists(path):
                yield path


def _find_faults(found: _Collected, folder: Path | None) -> _Faults:
    outside = ((token, _check_outside(token, found, folder)) for token in found.others)
    tokens = {token: fault for token, fault in outside if fault}
    attributes: dict[str, frozenset[str]] = {}
    for attribute, inside in found.inside.items():
        faults = {token: fault for token in inside if (fault := _check_inside(token, found.ids))}
        if faults and _are_elsewhere(inside, faults):
            attributes[attribute] = frozenset(faults)
        else:
            tokens.update(faults)
    return _Faults(tokens, attributes)


def _are_elsewhere(inside: set[str], faults: Mapping[str, Fault]) -> bool:
    """Whether all pointers of an attribute seem to be those of another file.

    A pointer that differs from an identifier only in capitals is a misprint.
    """
    return len(faults) == len(inside) and not any(hint for _, _, hint in faults.values())


def _check_inside(token: str, ids: set[str]) -> Fault | None:
    name = unquote(token[1:])
    if not name or "(" in name or name in ids:
        return None
    return codes.NO_ELEMENT, f'no element has the xml:id "{name}"', _hint_at_similar(name, ids)


def _hint_at_similar(name: str, ids: set[str]) -> str:
    folded = name.casefold()
    close = sorted(i for i in ids if i.casefold() == folded) if len(ids) < 1_000_000 else []
    return f'did you mean "#{close[0]}"?' if close else ""


def _check_outside(token: str, found: _Collected, folder: Path | None) -> Fault | None:
    private = _SCHEME.fullmatch(token)
    if private is not None:
        if private[1] not in found.prefixes:
            return None
        resolved = _resolve_prefix(private[2], found.prefixes[private[1]])
        if resolved is None or _SCHEME.fullmatch(resolved):
            return None
        if resolved.startswith("#"):
            return _check_inside(resolved, found.ids)
        token = resolved
    return None if folder is None else _check_in_file(token, found.ids, folder)


def _resolve_prefix(address: str, prefixes: list[_Prefix]) -> str | None:
    """Resolve a private address with its ``replacementPattern``."""
    for prefix in prefixes:
        try:
            match = parse_expression(prefix.matches).match(address)
        except ExpressionError:
            continue
        if match is not None:
            groups = ("", *(group or "" for group in match.groups()))
            return _REFERENCE.sub(partial(_substitute_group, groups), prefix.replacement)
    return None


def _substitute_group(groups: tuple[str, ...], reference: re.Match[str]) -> str:
    """Return the group that a reference such as ``$1`` names."""
    number = int(reference[1])
    return groups[number] if number < len(groups) else ""


def _check_in_file(token: str, ids: set[str], folder: Path) -> Fault | None:
    parts = split_address(token)
    if (
        parts is None
        or parts.netloc
        or parts.scheme
        or not parts.path
        or parts.path.startswith("/")
    ):
        return None
    path = folder / unquote(parts.path)
    if not file_exists(path):
        hint = f'did you mean "#{token}"?' if token in ids else ""
        return codes.NO_FILE, f'there is no file "{unquote(parts.path)}" beside the document', hint
    name = unquote(parts.fragment)
    if not name or "(" in name or path.suffix.lower() not in (".xml", ".tei", ".odd"):
        return None
    if name in _read_ids(path):
        return None
    return codes.NO_ELEMENT_ELSEWHERE, f'no element of {parts.path} has the xml:id "{name}"', ""


@lru_cache(maxsize=_MOST_FILES)
def _read_ids(path: Path) -> frozenset[str]:
    ids: set[str] = set()

    def visit(_name: str, attributes: dict[str, str], _walker: Walker) -> None:
        own = attributes.get(XML_ID)
        if own is not None:
            ids.add(own.strip())

    if path.is_file() and path.stat().st_size <= MAX_FILE_BYTES:
        walk(path, str(path), visit)
    return frozenset(ids)


def _report_faults(
    name: str,
    attributes: dict[str, str],
    walker: Walker,
    faults: _Faults,
    findings: list[Finding],
    reported: set[str],
) -> None:
    if not name.startswith(_TEI_PREFIX):
        return
    for key, token in _pointer_tokens(attributes):
        elsewhere = faults.attributes.get(key, frozenset())
        if token in elsewhere:
            if key not in reported:
                findings.extend(_summarise(key, elsewhere, walker.attribute_place(key)))
            reported.add(key)
            continue
        fault = faults.tokens.get(token)
        if fault is None or not (token.startswith("#") or _may_leave(key, local_of(name))):
            continue
        code, says, hint = fault
        place = walker.attribute_place(key)
        message = f'@{key} on <{local_of(name)}> points to "{token}", but {says}'
        findings.append(code.at(place, message, hint=hint))


def _summarise(attribute: str, tokens: frozenset[str], place: Place) -> Iterator[Finding]:
    """Yield one finding on an attribute of which no pointer has a target."""
    if attribute == "facs" and all(map(_IMAGE_NUMBER.fullmatch, tokens)):
        return
    shown = [f'"{token}"' for token in sorted(tokens)[:_MOST_SHOWN]]
    more = f" and {len(tokens) - len(shown)} more" if len(tokens) > len(shown) else ""
    message = f"no identifier in @{attribute} exists in this document: {', '.join(shown)}{more}"
    yield codes.NO_ELEMENTS.at(place, message, hint=_HINT)
