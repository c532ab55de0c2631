"""What the formats of an export say, and that it can be read again."""

import csv
import json

from hypothesis import given
from hypothesis import strategies as st

from toolkit.edition.choices import ViewName
from toolkit.namespaces import TEI
from toolkit.rendering.export.export_formats import conll_lines, csv_table, plain_text
from toolkit.rendering.export.records import COLUMNS, from_json, json_line
from toolkit.rendering.text import flatten
from toolkit.rendering.views import view_of
from toolkit.text.text_view import Viewed

BODY = (
    "<p>Dear <persName ref='#k'><roleName>Ensign</roleName> <choice><sic>Krylenk</sic>"
    "<corr>Krylenko</corr></choice></persName>'s, <note n='[1]'>A \"man\"\tof war.</note>"
    "<date when='1917'>1917</date></p><p>Bye.</p>"
)


def _viewed(body: str = BODY, view: ViewName = ViewName.READING) -> Viewed:
    source = f'<TEI xmlns="{TEI}"><teiHeader/><text><body>{body}</body></text></TEI>'
    return flatten(view_of(source.encode(), view=view), file="a/x.xml")


def _tokens(viewed: Viewed) -> list[list[str]]:
    lines = conll_lines(viewed).split("\n")
    return [line.split("\t")[1:] for line in lines if line and not line.startswith("# ")]


def test_txt_is_the_text_alone() -> None:
    expected = 'Dear Ensign Krylenk\'s, [1]1917\n\nBye.\n\n[1] A "man" of war.\n'
    assert expected == plain_text(_viewed(view=ViewName.DIPLOMATIC))


def test_json_lines_are_read_again_as_they_were() -> None:
    for view in ViewName:
        viewed = _viewed(view=view)
        line = json_line(viewed)
        assert viewed == from_json(json.loads(line))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"))))
def test_any_text_survives_json_lines(words: str) -> None:
    viewed = Viewed(words, (), "reading", "x.xml")
    assert viewed == from_json(json.loads(json_line(viewed)))


def test_csv_has_a_row_for_each_annotation() -> None:
    viewed = _viewed()
    table = csv_table(viewed)
    header, *rows = csv.reader(table.splitlines(keepends=True))
    assert list(COLUMNS) == header
    assert len(viewed.marks) == len(rows)
    name = dict(zip(header, next(r for r in rows if r[4] == "persName"), strict=True))
    assert ("a/x.xml", "5", "20", "Ensign Krylenko", "#k") == (
        name["file"], name["start"], name["end"], name["text"], name["ref"],
    )  # fmt: skip


def test_conll_tags_names_and_those_within_them() -> None:
    tags = [(t[0], *t[3:]) for t in _tokens(_viewed())][:4]
    assert [
        ("Dear", "O", "O", "_", "_"),
        ("Ensign", "B-persName", "B-roleName", "#k", "_"),
        ("Krylenko", "I-persName", "O", "#k", "sic=Krylenk"),
        ("'s", "O", "O", "_", "_"),
    ] == tags


def test_conll_says_what_it_is_and_divides_lines() -> None:
    lines = conll_lines(_viewed()).split("\n")
    assert "# newdoc id = a/x.xml" == lines[0]
    assert 3 == lines.count("") - 1


def test_tokens_are_where_they_say() -> None:
    viewed = _viewed()
    assert all(t[0] == viewed.text[int(t[1]) : int(t[2])] for t in _tokens(viewed))


@given(st.text(st.characters(exclude_categories=("Cs", "Cn", "Cc")), max_size=60))
def test_tokens_have_every_character_but_space(words: str) -> None:
    tokens = _tokens(Viewed(words, (), "reading", "x"))
    found = "".join(words[int(t[1]) : int(t[2])] for t in tokens)
    assert "".join(words.split()) == found


def test_tokens_are_numbered_in_their_line() -> None:
    lines = conll_lines(_viewed("<p>a b</p><p># c</p>")).splitlines()[4:]
    assert ["1", "2", "", "1", "2", ""] == [line.partition("\t")[0] for line in lines]
