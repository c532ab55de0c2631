"""Profile: what a corpus asks of a file, as rules over one TEI text."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, cast

from lxml import etree

from toolkit.findings import Code, Finding, Place, Severity
from toolkit.namespaces import ELTEC, TEI, XML_ID, local_name
from toolkit.trees import place_of

_PREFIXES: Final = {"tei": TEI, "eltec": ELTEC}
_STEPS: Final = re.compile(r"/(?![^\[]*\])")


@dataclass(frozen=True, slots=True)
class Text:
    """One TEI text of a file: ``root`` is its ``TEI`` element."""

    file: str
    root: etree._Element

    def all(self, path: str, *, of: etree._Element | None = None) -> list[etree._Element]:
        """The elements at an XPath from the root (or ``of``); the prefixes are tei and eltec."""
        start = self.root if of is None else of
        return cast(list[etree._Element], start.xpath(path, namespaces=_PREFIXES))

    def first(self, path: str, *, of: etree._Element | None = None) -> etree._Element | None:
        """The first element at an XPath, if there is one."""
        return next(iter(self.all(path, of=of)), None)

    def at(self, element: etree._Element) -> Place:
        """Where an element stands."""
        return place_of(element, self.file)

    def near(self, path: str) -> Place:
        """Where the element at a path of child steps ought to be: its nearest present ancestor."""
        element = self.root
        for step in _STEPS.split(path):
            below = self.first(step, of=element)
            if below is None:
                break
            element = below
        return self.at(element)


Rule = Callable[[Text], Iterator[Finding]]
"""One requirement: a function from a text to what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a corpus asks for. ``corpus`` are the rules for a file that describes the corpus.

    ``source`` names the convention and its release. ``schema`` is the file name of a RELAX NG
    schema in ``tei/profiles`` that files must be valid against, if the profile has one.
    """

    name: str
    title: str
    source: str
    rules: tuple[Rule, ...]
    corpus: tuple[Rule, ...] = ()
    schema: str = ""


def needs(code: Code, path: str, hint: str) -> Rule:
    """The rule that an element is there; ``path`` is made of child steps from the root."""

    def rule(text: Text) -> Iterator[Finding]:
        if text.first(path) is None:
            yield code.at(text.near(path), f"{shown(path)} is missing", hint=hint)

    return rule


def forbids(code: Code, path: str, message: str, hint: str) -> Rule:
    """The rule that no element is at a path; all that are make one finding, at the first.

    In ``message``, ``{n}`` is how many there are and ``{name}`` the name of the first.
    """

    def rule(text: Text) -> Iterator[Finding]:
        found = text.all(path)
        if found:
            words = message.format(n=len(found), name=name_of(found[0]))
            yield code.at(text.at(found[0]), words, hint=hint)

    return rule


def only(code: Code, allowed: frozenset[str], remedies: Mapping[str, str], corpus: str) -> Rule:
    """The rule that elements of TEI are among those a corpus has; one finding for each name."""

    def rule(text: Text) -> Iterator[Finding]:
        strangers = list(_strangers(text.root, allowed))
        counts = Counter(local_name(e.tag) for e in strangers)
        for name, n in counts.items():
            first = next(e for e in strangers if local_name(e.tag) == name)
            times = "once" if n == 1 else f"{n} times, the first time here"
            where = "encode it with an element that" if _in_text(first) else "leave out what"
            other = f"{where} {corpus} {'has' if _in_text(first) else 'has no place for'}"
            hint = remedies.get(name, other)
            yield code.at(text.at(first), f"{corpus} has no {name}; it stands {times}", hint=hint)

    return rule


def missing_parts(
    code: Code,
    path: str,
    parts: Mapping[str, str],
    hint: str = "",
    *,
    severity: Severity | None = None,
) -> Rule:
    """The rule that an element has these parts: XPaths from it, each with what to write."""

    def rule(text: Text) -> Iterator[Finding]:
        parent = text.first(path)
        for part, remedy in parts.items():
            if parent is None or not text.all(part, of=parent):
                whole = f"{path}/{part}"
                words = f"{shown(whole)} is missing"
                both = " ".join(filter(None, (remedy, hint)))
                yield code.at(text.near(whole), words, hint=both, severity=severity)

    return rule


def shown(path: str) -> str:
    """A path as people read it: without prefixes, its last three steps."""
    return "/".join(_STEPS.split(path.replace("tei:", "").replace("eltec:", ""))[-3:])


def name_of(element: etree._Element) -> str:
    """The local name of an element."""
    return local_name(element.tag)


def words_of(element: etree._Element | None) -> str:
    """The text in an element without comments, white space normalised."""
    return "" if element is None else " ".join(str(element.xpath("string()")).split())


def quoted(value: str, *, most: int = 60) -> str:
    """A value from a document between quotation marks, cut if it is long."""
    return f'"{value}"' if len(value) <= most else f'"{value[:most]}..."'


def ids_of(elements: Iterable[etree._Element]) -> frozenset[str]:
    """The ``xml:id`` values of elements that have one."""
    return frozenset(e.get(XML_ID, "") for e in elements) - {""}


def _strangers(root: etree._Element, allowed: frozenset[str]) -> Iterator[etree._Element]:
    """The elements of other names; outside the text, those inside a stranger go with it."""
    for element in root.iter(f"{{{TEI}}}*"):
        parent = element.getparent()
        if local_name(element.tag) in allowed:
            continue
        if parent is None or local_name(parent.tag) in allowed or _in_text(element):
            yield element


def _in_text(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{{{TEI}}}text"), None) is not None
