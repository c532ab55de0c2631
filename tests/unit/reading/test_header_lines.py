"""Header facts from lines that no block of metadata has: each with a text where it must not."""

import pytest

from toolkit.edition import Edition
from toolkit.pipeline import encode_bytes
from toolkit.reading.metadata import find_metadata

PROSE = (
    "The river rose in the night and took the bridge with it. Nobody was hurt, but the road to the "
    "village is closed, and the post will be late for some weeks.\n"
)


def _facts(text: str) -> dict[str, str]:
    return {field.key: field.value for field in find_metadata(text).fields if field.key}


@pytest.mark.parametrize(
    ("credit", "key", "name"),
    [
        ("Translated from the German by A. B. Carter", "translator", "A. B. Carter"),
        ("(Translated by Mary Field)", "translator", "Mary Field"),
        ("Aus dem Russischen übersetzt von Karl Weber", "translator", "Karl Weber"),
        ("Traduit de l'allemand par Jean Morel", "translator", "Jean Morel"),
        ("Edited, with notes, by Mary Field", "editor", "Mary Field"),
    ],
)
def test_a_credit_below_the_title_names_somebody(credit: str, key: str, name: str) -> None:
    facts = _facts(f"The Flood\n\nBy Otto Brandt\n\n{credit}\n\n{PROSE}")
    expected = {"title": "The Flood", "author": "Otto Brandt", key: name}
    assert expected == facts


@pytest.mark.parametrize(
    "line",
    [
        "Translated from the German.",
        "Translated from the German by moonlight",
        "It was translated by Mary Field, who lived here, and read by all of us.",
    ],
)
def test_a_line_without_a_name_is_no_credit(line: str) -> None:
    assert "translator" not in _facts(f"The Flood\n\n{line}\n\n{PROSE}")


def test_a_credit_in_the_text_is_no_header() -> None:
    assert {} == _facts(f"{PROSE}\nTranslated by Mary Field\n\n{PROSE}")


def test_a_credit_above_a_block_of_metadata_is_no_subtitle() -> None:
    text = f"The Flood\n\nTranslated by Mary Field\n\nSource: Papers, Bonn, 1888\n\n{PROSE}"
    facts = _facts(text)
    assert ("The Flood", "Mary Field") == (facts["title"], facts["translator"])
    assert "subtitle" not in facts


def test_the_parties_of_a_letter_are_in_its_title() -> None:
    facts = _facts(f"Otto Brandt to Mary Field, 3 May 1850\n\n{PROSE}")
    assert "Otto Brandt to Mary Field, 3 May 1850" == facts["title"]
    assert ("Otto Brandt", "Mary Field") == (facts["sender"], facts["recipient"])


@pytest.mark.parametrize(
    "line",
    [
        "Otto Brandt to Mary Field",
        "From Bonn to Mary Field, 3 May 1850",
        "A Way to Rome, 1850",
        "To Make a Quince Paste",
    ],
)
def test_a_title_with_a_direction_has_no_parties(line: str) -> None:
    assert {} == _facts(f"{line}\n\n{PROSE}")


TELEGRAM = "3 March 1921\n\nWireless Report, Berg to Lund\n\n{head}\n\n{prose}"


@pytest.mark.parametrize("head", ["FROM: OSLO", "To: the Ministry", "Subject: the harbour"])
def test_the_title_of_a_telegram_is_below_its_date(head: str) -> None:
    facts = _facts(TELEGRAM.format(head=head, prose=PROSE))
    assert "Wireless Report, Berg to Lund" == facts["title"]


@pytest.mark.parametrize("head", ["The harbour", "Weather: fine"])
def test_without_the_head_of_a_telegram_a_line_below_a_date_is_no_title(head: str) -> None:
    assert {} == _facts(TELEGRAM.format(head=head, prose=PROSE))


def test_the_addressee_of_a_telegram_heads_nothing() -> None:
    text = TELEGRAM.format(head="FROM: OSLO\n\nMR LUND", prose=f"{PROSE}\n{PROSE}")
    heads = _heads(text)
    assert not any("LUND" in head for head in heads)
    assert any("MR LUND" in head for head in _heads(text.replace("FROM: OSLO\n\n", "")))


def _heads(text: str) -> list[str]:
    encoded = encode_bytes(text.encode(), "x.txt", Edition(), language="en")
    heads = (a for a in encoded.nested if a.element == "head")
    return [head.span.of(encoded.doc.text) for head in heads]


END = "Source\n\nTown Archive, box 4, folder 2\n\nTranslator\nMary Field\n\nLanguage\n\nNorwegian\n"


def test_labels_in_lines_of_their_own_end_a_text() -> None:
    block = find_metadata(f"{PROSE}\n{PROSE}\n{END}")
    facts = {field.label: field.value for field in block.fields}
    assert {
        "Source": "Town Archive, box 4, folder 2",
        "Translator": "Mary Field",
        "Language": "Norwegian",
    } == facts
    (span,) = block.spans
    assert END.strip() == span.of(f"{PROSE}\n{PROSE}\n{END}")


def test_labels_in_lines_of_their_own_are_known_in_german() -> None:
    end = "Quelle\n\nStadtarchiv, Akte 4\n\nÜbersetzer\n\nKarl Weber\n"
    facts = _facts(f"{PROSE}\n{PROSE}\n{end}")
    assert ("Stadtarchiv, Akte 4", "Karl Weber") == (facts["source"], facts["translator"])


@pytest.mark.parametrize(
    "end",
    [
        "Source\n\nTown Archive, box 4\n",
        f"Source\n\n{PROSE * 2}\nTranslator\n\n{PROSE * 2}",
        "Source\n\nTranslator\n",
        "Note\n\nThe end is lost.\n\nDate\n\n3 May\n",
        "source\n\nTown Archive, box 4\n\ntranslator\n\nMary Field\n",
    ],
)
def test_one_label_or_none_with_a_value_proves_nothing(end: str) -> None:
    assert {} == _facts(f"{PROSE}\n{PROSE}\n{end}")


WIKI = """{{header
 | title      = [[The Flood|The Flood and the Bridge]]
 | author     = Otto Brandt
 | translator = Mary Field
 | section    =
 | previous   = [[A Storm]]
}}

"""


def test_the_header_of_wikisource_is_metadata() -> None:
    block = find_metadata(WIKI + PROSE)
    facts = {field.key: field.value for field in block.fields}
    expected = {
        "title": "The Flood and the Bridge",
        "author": "Otto Brandt",
        "translator": "Mary Field",
    }
    assert expected == facts
    assert [WIKI.strip()] == [span.of(WIKI + PROSE) for span in block.spans]


def test_the_header_of_wikisource_is_read_in_german() -> None:
    text = "{{Textdaten\n|AUTOR=Karl Weber\n|TITEL=Die Flut\n|QUELLE=[[Abc]]\n}}\n\n" + PROSE
    assert {"author": "Karl Weber", "title": "Die Flut", "source": "Abc"} == _facts(text)


@pytest.mark.parametrize("start", ["{{Flood}}\n\n", "{{gap|a=b}}\n\n", "{{header | title = \n\n"])
def test_another_template_is_text(start: str) -> None:
    assert {} == _facts(start + PROSE)
