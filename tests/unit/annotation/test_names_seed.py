"""The names of the sample text, with and without authority lists."""

from pathlib import Path

import pytest

from toolkit.annotation.names import find_names
from toolkit.edition import Edition, Entry, Kind
from toolkit.text import Annotation, Document, Layer, Span

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE
LISTS = Edition(
    authority=(
        Entry("dukhonin", PERSON, ("Dukhonin, Nikolai Nikolayevich",)),
        Entry("lenin", PERSON, ("V. I. Lenin", "Vladimir Ilyich Ulyanov")),
        Entry("stalin", PERSON, ("Joseph Stalin",)),
        Entry("krylenko", PERSON, ("Nikolai Vasilyevich Krylenko",)),
        Entry("council", ORGANISATION, ("Council of People's Commissars",)),
        Entry("petrograd", PLACE, ("Petrograd", "Saint Petersburg")),
    )
)


@pytest.fixture(scope="module")
def seed(shared: Path) -> Document:
    text = (shared / "seeds" / "wireless-message.txt").read_text(encoding="utf-8")
    block = Span(text.index("Sent:"), text.index("To All Regimental"))
    return Document(text, language="en", layers=(Layer("read", (Annotation(block, "xenoData"),)),))


def marked(doc: Document, edition: Edition, element: str) -> list[tuple[str, str]]:
    """The words and the @ref of every element of that name."""
    found = [a for a in find_names(doc, edition) if a.element == element]
    return [(" ".join(a.span.of(doc.text).split()), a.get("ref")) for a in found]


def test_every_person_has_the_ref_of_its_entry(seed: Document) -> None:
    persons = marked(seed, LISTS, "persName")
    expected = [
        ("V. I. Lenin", "#lenin"),
        ("Commander-in-Chief Dukhonin", "#dukhonin"),
        *[("Dukhonin", "#dukhonin")] * 2,
        ("Lenin", "#lenin"),
        ("Stalin", "#stalin"),
        ("Krylenko", "#krylenko"),
        *[("Dukhonin", "#dukhonin")] * 6,
        ("Ensign Krylenk", "#krylenko"),
        ("V. Ulyanov (Lenin)", "#lenin"),
        ("N. Krylenko", "#krylenko"),
    ]
    assert expected == persons


def test_the_council_has_one_ref_everywhere(seed: Document) -> None:
    councils = [m for m in marked(seed, LISTS, "orgName") if m[0].startswith("Council")]
    assert [("Council of People’s Commissars", "#council")] * 8 == councils


def test_the_city_is_a_place(seed: Document) -> None:
    assert ("Petrograd", "#petrograd") in marked(seed, LISTS, "placeName")


def test_titles_before_names_and_offices_under_them_are_role_names(seed: Document) -> None:
    expected = [
        "Commander-in-Chief",
        "Ensign",
        "Chairman of the Council of People’s Commissars",
        "People’s Commissar for War and Commander-in-Chief",
    ]
    assert expected == [words for words, _ in marked(seed, LISTS, "roleName")]


def test_the_names_are_found_without_lists_too(seed: Document) -> None:
    with_lists = [words for words, _ in marked(seed, LISTS, "persName")]
    without = marked(seed, Edition(), "persName")
    assert [(words, "") for words in with_lists] == without
    assert "Petrograd" in dict(marked(seed, Edition(), "placeName"))
    assert "Council of People’s Commissars" in dict(marked(seed, Edition(), "orgName"))


def test_nothing_is_marked_in_the_metadata_block(seed: Document) -> None:
    first = seed.text.index("To All Regimental")
    title = seed.text.index("Sent:")
    assert all(a.span.end <= title or a.span.start >= first for a in find_names(seed, LISTS))
