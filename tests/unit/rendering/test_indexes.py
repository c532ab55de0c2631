"""Indexes of persons: headings and their order, alike on the page and on paper."""

import re

import pytest

from tests.unit.rendering.documents import page, tei_of
from toolkit.rendering.typst_source import typst_of
from toolkit.rendering.views import view_of


def listed(*persons: str) -> str:
    """A list of persons, each with an identifier."""
    entries = (f"<person xml:id='p{i}'>{person}</person>" for i, person in enumerate(persons))
    return f"<standOff><listPerson>{''.join(entries)}</listPerson></standOff>"


def headings_on_page(*persons: str) -> list[str]:
    tree = page("<p/>", outside=listed(*persons))
    return [span.text_content() for span in tree.xpath("//li//span[@class='headword']")]


def headings_on_paper(*persons: str) -> list[str]:
    source = typst_of(view_of(tei_of("<p/>", outside=listed(*persons)))).text
    return re.findall(r'\("p\d+",\{\[\];"([^"]*)";\}', source)


@pytest.mark.parametrize(
    ("names", "heading"),
    [
        (
            "<persName>Nikolai Nikolayevich Dukhonin</persName><persName>Dukhonin</persName>",
            "Dukhonin, Nikolai Nikolayevich",
        ),
        ("<persName>Mao Zedong</persName><persName>Mao</persName>", "Mao Zedong"),
        ("<persName>Nikolai Krylenko</persName>", "Nikolai Krylenko"),
        ("<persName>Krylenko, N. V.</persName><persName>V.</persName>", "Krylenko, N. V."),
        (
            "<persName><forename>Ludwig</forename><nameLink>van</nameLink>"
            "<surname><hi>B</hi>eethoven</surname></persName>",
            "Beethoven, Ludwig van",
        ),
        (
            "<persName><forename>William</forename> <surname>Pitt</surname>"
            " <genName>the Younger</genName></persName>",
            "Pitt, William, the Younger",
        ),
        (
            "<persName><forename>Elizabeth</forename> <genName>I</genName></persName>",
            "Elizabeth I",
        ),
        ("<persName>C. de Gaulle</persName><persName type='sort'>Gaulle</persName>", "Gaulle"),
    ],
)
def test_a_person_is_headed_by_the_surname_where_the_edition_knows_it(
    names: str, heading: str
) -> None:
    assert [heading] == headings_on_page(names)
    assert [heading] == headings_on_paper(names)


def test_headings_are_sorted_word_by_word_with_accents_beside_their_letters() -> None:
    names = ("Zola", "Östen", "Staling", "Stalin, Joseph", "Otto", "Stalin Brothers")
    persons = [f"<persName>{name}</persName>" for name in names]
    expected = ["Östen", "Otto", "Stalin, Joseph", "Stalin Brothers", "Staling", "Zola"]
    assert expected == headings_on_page(*persons)
    assert expected == headings_on_paper(*persons)


def test_the_editions_own_key_sorts_before_the_heading() -> None:
    persons = "<person xml:id='a'><persName>A</persName></person>"
    keyed = "<person xml:id='b' sortKey='0'><persName>B</persName></person>"
    tree = page("<p/>", outside=f"<standOff><listPerson>{persons}{keyed}</listPerson></standOff>")
    assert ["B", "A"] == [span.text for span in tree.xpath("//li//span[@class='headword']")]


def test_who_is_mentioned_alone_is_headed_by_the_surname_too() -> None:
    address = "ref='https://viaf.org/viaf/1'"
    tree = page(
        f"<p><persName {address}>Jane Austen</persName>, <persName {address}>Austen</persName></p>"
    )
    assert ["Austen, Jane"] == [span.text for span in tree.xpath("//span[@class='headword']")]


def test_a_heading_does_not_repeat_its_surname_among_the_other_names() -> None:
    names = "<persName>Ann Lee</persName><persName>Lee</persName><persName>Mother Ann</persName>"
    tree = page("<p/>", outside=listed(names))
    assert "Lee, Ann Mother Ann" == " ".join(tree.xpath("string(//li[@id='p0'])").split())
