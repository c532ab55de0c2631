"""Coreference of persons in a document, and entries for those that no authority list has.

The clusters concern the document, not the world: two mentions are coreferent if they have the
same ``@ref``, the same name, or names that fit only each other ("N. Krylenko" and
"Krylenko"). A surname that fits two persons of the document stays alone. Guidelines: NDPERS.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from toolkit.annotation.names.authority_matches import compatible, key
from toolkit.annotation.names.vocabulary import Vocabulary, find_vocabulary
from toolkit.edition import Entry, Kind
from toolkit.namespaces import TEI, XML_ID, tei
from toolkit.text import Annotation, Document, Span

_SPACE = re.compile(r"\s+")
_BRACKET = re.compile(r"\s*\(.*")


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a document.

    ``names`` are all forms of the name without titles, the fullest first; ``titles`` the titles
    and offices the document gives; ``entry`` the authority entry, if all mentions have one.
    """

    names: tuple[str, ...]
    titles: tuple[str, ...]
    mentions: tuple[Annotation, ...]
    entry: str = ""


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention: its words as they are compared, and ``f`` or ``m`` if a title shows the sex."""

    annotation: Annotation
    form: tuple[str, ...]
    sex: str

    @property
    def ref(self) -> str:
        """The authority entry it refers to, if any."""
        return self.annotation.get("ref")


def persons_of(doc: Document, annotations: Iterable[Annotation]) -> tuple[Person, ...]:
    """Cluster ``persName`` annotations into persons, in the order of their first mention."""
    proposed = sorted(annotations, key=lambda a: (a.span.start, -a.span.end))
    roles = [a.span for a in proposed if a.element == "roleName"]
    vocabulary = find_vocabulary(doc.language)
    names = [
        _named(doc, a, _near(a.span, roles), vocabulary)
        for a in proposed
        if a.element == Kind.PERSON.name_element
    ]
    return tuple(_person(doc, group, roles) for group in _grouped(names))


def proposed_persons(doc: Document, annotations: Iterable[Annotation]) -> tuple[Entry, ...]:
    """Make entries for a ``listPerson`` of the persons that no authority list has.

    Each gives the names as the text has them, titles as ``roleName``, and where it is mentioned.
    """
    taken: Counter[str] = Counter()
    entries = []
    for person in persons_of(doc, annotations):
        if person.entry:
            continue
        identifier = _identifier(person.names[0], taken)
        entries.append(
            Entry(identifier, Kind.PERSON, person.names, _person_xml(identifier, person, doc))
        )
    return tuple(entries)


def _named(
    doc: Document, annotation: Annotation, roles: list[Span], vocabulary: Vocabulary
) -> _Named:
    text = _BRACKET.sub("", _name(doc, annotation.span, roles))
    words = (key(word) for word in text.replace(".", ". ").split())
    form = tuple(word for word in words if word and word not in vocabulary.particles)
    titles = {
        word.rstrip(".")
        for role in roles
        if annotation.span.contains(role)
        for word in role.of(doc.text).split()
    }
    sex = (
        "f" if titles & vocabulary.female_titles else "m" if titles & vocabulary.male_titles else ""
    )
    return _Named(annotation, form, sex)


def _name(doc: Document, span: Span, roles: list[Span]) -> str:
    """Return the text of a name without the titles before it, white space collapsed."""
    inside = [role.end for role in roles if span.contains(role)]
    text = doc.text[max(inside, default=span.start) : span.end].replace("¬\n", "")
    return _SPACE.sub(" ", text).strip()


def _grouped(names: list[_Named]) -> list[list[_Named]]:
    """Group the names of each person; the fuller names first, so that the shorter find them."""
    groups: list[list[_Named]] = []
    same: dict[object, list[_Named]] = {}
    surnames: defaultdict[str, list[list[_Named]]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (not n.ref, -len(n.form), not n.sex)):
        identity = name.ref or (name.form, name.sex)
        known = surnames[name.form[-1] if name.form else ""]
        group = same.get(identity) or (_only_fitting(name, known) if not name.ref else None)
        if group is None:
            group = []
            groups.append(group)
        if name.form and not any(group is other for other in known):
            known.append(group)
        group.append(name)
        same[identity] = group
    for group in groups:
        group.sort(key=_start)
    return sorted(groups, key=lambda group: _start(group[0]))


def _start(name: _Named) -> int:
    return name.annotation.span.start


def _only_fitting(name: _Named, groups: list[list[_Named]]) -> list[_Named] | None:
    """Return the only group that a shorter name fits, unless that group has a ``@ref``."""
    fitting = [group for group in groups if any(_fits(name, known) for known in group)]
    clash = any(name.sex and n.sex and n.sex != name.sex for group in fitting for n in group)
    if len(fitting) != 1 or clash or fitting[0][0].ref:
        return None
    return fitting[0]


def _fits(name: _Named, known: _Named) -> bool:
    return (
        bool(known.form)
        and known.form[-1] == name.form[-1]
        and compatible(name.form[:-1], known.form[:-1])
    )


def _person(doc: Document, group: list[_Named], roles: list[Span]) -> Person:
    spans = [name.annotation.span for name in group]
    ordered = sorted(group, key=lambda n: (-len(n.form), n.annotation.span.start))
    names = dict.fromkeys(
        _name(doc, n.annotation.span, _near(n.annotation.span, roles)) for n in ordered
    )
    titles = (
        role
        for span in spans
        for role in _near(span, roles)
        if span.contains(role) or _follows(doc, span, role)
    )
    texts = dict.fromkeys(_SPACE.sub(" ", role.of(doc.text)) for role in titles)
    mentions = tuple(name.annotation for name in group)
    return Person(tuple(names), tuple(texts), mentions, group[0].ref.lstrip("#"))


def _near(span: Span, roles: list[Span]) -> list[Span]:
    """Return the titles that begin in a name, and the first after it."""
    at = bisect_left(roles, Span(span.start, span.start))
    stop = bisect_right(roles, Span(span.end, span.end)) + 1
    return roles[at:stop]


def _follows(doc: Document, name: Span, role: Span) -> bool:
    """Whether an office follows a name directly after a comma."""
    between = doc.text[name.end : role.start] if role.start >= name.end else "."
    return between.strip() == ","


def _identifier(name: str, taken: Counter[str]) -> str:
    """Make an ``xml:id`` from a name: ``person-n-krylenko``; a second one gets a number."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower())) or "unnamed"
    taken[slug] += 1
    number = f"-{taken[slug]}" if taken[slug] > 1 else ""
    return f"person-{slug}{number}"


def _person_xml(identifier: str, person: Person, doc: Document) -> str:
    element = etree.Element(
        tei("person"),
        {XML_ID: identifier},
        nsmap={None: TEI},  # type: ignore[dict-item]  # the stubs forget the default namespace
    )
    for i, name in enumerate(person.names):
        form = etree.SubElement(element, tei("persName"))
        if i == 0:
            for title in person.titles:
                role = etree.SubElement(form, tei("roleName"))
                role.text, role.tail = title, " "
        if len(form):
            form[-1].tail = f" {name}"
        else:
            form.text = name
        if i:
            form.set("type", "variant")
    lines = sorted({doc.place(a.span.start)[0] for a in person.mentions})
    note = etree.SubElement(element, tei("note"), {"type": "mentions"})
    note.text = f"{len(person.mentions)}, in line {', '.join(map(str, lines))}"
    return etree.tostring(element, encoding="unicode")
