"""Authority lists: the persons, organisations and places that an edition knows (ND)."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from toolkit.exceptions import SettingsError
from toolkit.namespaces import XML_ID, tei
from toolkit.trees import parse_file


class Kind(enum.StrEnum):
    """The kind of an entry; the value is the element of the entry."""

    PERSON = "person"
    ORGANISATION = "org"
    PLACE = "place"

    @property
    def name_element(self) -> str:
        """The element that names such a thing in a text: ``persName`` for a person."""
        return {"person": "persName", "org": "orgName", "place": "placeName"}[self.value]

    @property
    def list_element(self) -> str:
        """The element that lists such entries: ``listPerson`` for persons."""
        return {"person": "listPerson", "org": "listOrg", "place": "listPlace"}[self.value]


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, organisation or place of an authority list.

    ``names`` are all its names as written, the preferred one first, white space collapsed;
    ``xml`` is the entry itself, for the ``standOff`` of the texts that mention it.
    """

    id: str
    kind: Kind
    names: tuple[str, ...]
    xml: str = ""


def read_authority(path: Path) -> tuple[Entry, ...]:
    """Read the entries of one TEI file with ``listPerson``, ``listOrg`` or ``listPlace``.

    SourceError if it is not XML; SettingsError if an entry has no ``xml:id`` or no name.
    """
    root = parse_file(path).getroot()
    return tuple(_entry(element, path) for element in _entries(root))


def _entries(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter(*(tei(kind.value) for kind in Kind))


def _entry(element: etree._Element, path: Path) -> Entry:
    kind = Kind(etree.QName(element).localname)
    place = f"{path}:{element.sourceline}"
    identifier = element.get(XML_ID)
    if not identifier:
        raise SettingsError(f"{place}: a {kind} of an authority list needs an xml:id")
    names = tuple(_words(name) for name in element.findall(tei(kind.name_element)))
    if not any(names):
        raise SettingsError(f"{place}: {kind} {identifier} needs a {kind.name_element}")
    copy = etree.fromstring(etree.tostring(element, with_tail=False))
    etree.cleanup_namespaces(copy)
    return Entry(identifier, kind, names, etree.tostring(copy, encoding="unicode"))


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
