"""Sources: what the metadata say of a book, a newspaper, a manuscript, a page on the web."""

import pytest
from lxml import etree

from toolkit.encoding.ms_desc import Manuscript, read_manuscript
from toolkit.encoding.source_desc import Source, add_source, read_source
from toolkit.namespaces import TEI
from toolkit.text import Annotation, Field, Span


def _stated(reference: str, *dates: Annotation) -> str:
    parent = etree.Element("sourceDesc")
    field = Field("source", "Source", reference, Span(0, len(reference)), dates)
    add_source(parent, "source", field, title="A text")
    words = etree.tostring(parent[0], encoding="unicode")
    return (
        words.replace(f' xmlns="{TEI}"', "").replace(f' xmlns:ns0="{TEI}"', "").replace("ns0:", "")
    )


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (
            "Doe's Works, Blue Press, London, Volume 2, 1900, pp. 12-13",
            Source("Doe's Works", "Blue Press", "London", "2", "", "1900", ("12", "13")),
        ),
        ("In The Cock No. 3, 1850.", Source("The Cock", issue="3", year="1850")),
        (
            "Nachlass, Bd. 3, Verlag Reimer, Berlin 1990, S. 7",
            Source("Nachlass", "Verlag Reimer", "Berlin", "3", "", "1990", ("7", "")),
        ),
        ("Lettres, tome IV, Paris", Source("Lettres", place="Paris", volume="IV")),
        (
            "Works, London: Blue Press, 1900, something else entirely",
            Source("Works", "Blue Press", "London", year="1900", rest=("something else entirely",)),
        ),
        (
            "The Hornet, vol. 23 (1852), no. 571",
            Source("The Hornet", volume="23", issue="571", year="1852"),
        ),
        (
            "Anna Beck, Letters, vol. 2, 1950",
            Source("Anna Beck", volume="2", year="1950", rest=("Letters",)),
        ),
        ("Almanach, 1899, Hof, 1901", Source("Almanach", place="Hof", year="1899", rest=("1901",))),
    ],
)
def test_references_are_understood_piece_by_piece(reference: str, expected: Source) -> None:
    assert expected == read_source(reference)


def test_a_reference_that_is_not_understood_keeps_its_words_in_a_bibl() -> None:
    expected = (
        '<bibl type="source">Anna Beck, Letters, <biblScope unit="volume" n="2">vol. 2</biblScope>,'
        " Oxenford, Dale &amp; Row, 1950, "
        '<biblScope unit="page" from="44" to="44">p. 44</biblScope>.</bibl>'
    )
    assert expected == _stated("Anna Beck, Letters, vol. 2, Oxenford, Dale & Row, 1950, p. 44.")


def test_an_address_is_a_ref() -> None:
    expected = (
        '<bibl type="source">The Archive of Birds, '
        '<ref target="https://example.org/birds.html">https://example.org/birds.html</ref>.</bibl>'
    )
    assert expected == _stated("The Archive of Birds, https://example.org/birds.html.")


def test_a_title_alone_is_no_book() -> None:
    assert '<bibl type="source">Private collection</bibl>' == _stated("Private collection")


def test_what_appears_on_a_day_is_a_periodical() -> None:
    reference = "The Evening Hornet, 12 March 1854, p. 5"
    dated = Annotation(Span(20, 33), "date", (("when", "1854-03-12"),))
    stated = _stated(reference, dated)
    assert '<title level="j">The Evening Hornet</title>' in stated
    assert '<date when="1854-03-12">12 March 1854</date>' in stated


def test_a_manuscript_is_an_ms_desc() -> None:
    expected = (
        "<msDesc><msIdentifier><settlement>Kew</settlement><repository>National Archives"
        '</repository><idno type="shelfmark">XY 12/30</idno></msIdentifier><msContents><msItem>'
        '<locus from="3r" to="4v">fols 3r-4v</locus><title>A text</title></msItem></msContents>'
        "</msDesc>"
    )
    assert expected == _stated("National Archives, Kew, XY 12/30, fols 3r-4v")


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (
            "Town Library, MS. Beck c. 45, fols 10-12",
            Manuscript("", "Town Library", "", "MS. Beck c. 45", "fols 10-12"),
        ),
        (
            "Lyon, Bibliothèque municipale, NAF 12, f. 5",
            Manuscript("Lyon", "Bibliothèque municipale", "", "NAF 12", "f. 5"),
        ),
        (
            "Stadtarchiv Hof, Kasten 7, Nr. 12, Bl. 1",
            Manuscript("", "Stadtarchiv Hof", "", "Kasten 7, Nr. 12", "Bl. 1"),
        ),
        (
            "Stadtarchiv Hof, Nachlass Beck, Bl. 12r",
            Manuscript("", "Stadtarchiv Hof", "Nachlass Beck", "", "Bl. 12r"),
        ),
        ("MS Add. 3712, f. 12r", Manuscript(shelfmark="MS Add. 3712", leaves="f. 12r")),
    ],
)
def test_archive_shelfmark_and_leaves_are_told_apart(reference: str, expected: Manuscript) -> None:
    assert expected == read_manuscript(reference)


@pytest.mark.parametrize(
    "reference",
    [
        "Internet Archive, November 2000",
        "The Library of Birds, vol. 3, London 1850",
        "Archives of Botany, No. 3, 1850",
        "A Museum of Birds, Blue Press, 1900, p. 12",
        "Private collection",
    ],
)
def test_what_is_printed_or_doubtful_is_no_manuscript(reference: str) -> None:
    assert read_manuscript(reference) is None
