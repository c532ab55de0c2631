"""The labels of all languages name one field each, and work in texts of each language."""

from collections import defaultdict

import pytest

from toolkit.languages import all_languages, find_language
from toolkit.languages.metadata import Metadata
from toolkit.languages.patterns import any_of
from toolkit.reading.metadata import find_metadata
from toolkit.reading.metadata_labels import load_labels, normalise_label

TEXT = "\n\nThe mill stood beside the river, and nobody knew who had built it.\n"


def test_a_label_names_the_same_field_in_every_language() -> None:
    fields = defaultdict(set)
    for language in all_languages():
        for field, labels in language.topic(Metadata).labels.items():
            for label in labels:
                fields[normalise_label(label)].add(field)
    assert {} == {label: names for label, names in fields.items() if len(names) > 1}


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_a_weak_label_is_a_label(language: object) -> None:
    topic = find_language(language.code).topic(Metadata)  # type: ignore[attr-defined]
    labels = {label for listed in topic.labels.values() for label in listed}
    assert set() == set(topic.weak_labels) - labels


@pytest.mark.parametrize(
    ("block", "field", "value"),
    [
        ("Titolo: Lettera\nAutore: G. Bianchi", "author", "G. Bianchi"),
        ("Título: Carta\nFecha: 3 de mayo de 1811", "date", "3 de mayo de 1811"),
        ("Titel: Brief\nVertaler: J. de Wit", "translator", "J. de Wit"),
        ("Источник: Собрание сочинений\nПеревод: А. Иванова", "translator", "А. Иванова"),
        ("Titulus: Epistola\nAuctor: Petrus", "author", "Petrus"),
        ("Source: Papers\nTranscription\\Markup: D. Wragg", "transcriber", "D. Wragg"),
        ("Source: Papers\nTranscription \\ HTML Markup: D. Wragg", "transcriber", "D. Wragg"),
        ("Quelle: Werke\nHTML-Markierung: D. Wragg", "encoder", "D. Wragg"),
        ("Quelle: Werke\nErstmals veröffentlicht: 1888", "published", "1888"),
        ("Source : Œuvres\nMise en ligne : 2004", "online", "2004"),
    ],
)
def test_labels_of_each_language_are_read(block: str, field: str, value: str) -> None:
    fields = {f.key: f.value for f in find_metadata(block + TEXT).fields}
    assert value == fields.get(field)


LONG = (
    "Written: 1911\n"
    "Published:\nFirst published in 1924 in the Review.\nSent from Cardiff to Hull.\n"
    "Printed from a copy in an unknown hand.\nTranslated from the Welsh.\n"
    "Source:\nCollected Papers,\nBristol,\npage 427.\n"
)


def test_a_field_may_have_many_lines() -> None:
    fields = {f.key: f.value for f in find_metadata(LONG + TEXT).fields}
    assert "Collected Papers, Bristol, page 427." == fields["source"]
    assert fields["published"].endswith("Translated from the Welsh.")


def test_a_text_under_one_label_is_not_its_value() -> None:
    lines = "\n".join(["the road went on and on over the hills, and nobody met us there"] * 4)
    assert () == find_metadata(f"Subject: the road\n{lines}\n").fields
    assert () == find_metadata(f"Title: the road\n{lines}\n").fields


def test_a_label_alone_on_its_line_has_the_short_lines_below() -> None:
    block = "Source:\nCollected Papers,\nvolume 3,\nBristol,\n1924.\n"
    assert ["source"] == [f.key for f in find_metadata(block + TEXT).fields]
    prose = f"Source:\n{'a long line of prose that is no reference to a source, ' * 2}\n" * 1
    long = prose + "and it goes on\nand on\nand on\n"
    assert () == find_metadata(long + TEXT).fields


def test_the_marker_of_a_note_is_no_part_of_the_title() -> None:
    found = find_metadata(f"E. Farrow\n\nTELEGRAM TO THE BOARD[1]\n\nSource: Papers{TEXT}")
    assert ["TELEGRAM TO THE BOARD"] == [f.value for f in found.fields if f.key == "title"]


def test_weak_labels_alone_make_no_block() -> None:
    assert load_labels().is_strong("Source")
    assert not load_labels().is_strong("To")
    assert () == find_metadata(f"From: Hull\nTo: Bristol{TEXT}").fields


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["vol."], "vol 3", "vol"),
        (["vol."], "vol. 3", "vol."),
        (["t."], "t 3", ""),
        (["t."], "t. 3", "t."),
        (["*verlag"], "Inselverlag", "Inselverlag"),
        (["record office"], "record\noffice", "record\noffice"),
        (["page", "pages"], "pages", "pages"),
        ([], "pages", ""),
    ],
)
def test_words_become_a_pattern(words: list[str], text: str, expected: str) -> None:
    import re

    match = re.match(any_of(words), text)
    assert expected == (match[0] if match else "")
