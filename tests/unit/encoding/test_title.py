"""A text is named by what it says itself, and the lack of a name is reported."""

import pytest

import toolkit
from toolkit.edition import Edition
from toolkit.pipeline import Encoded

PROSE = (
    "The mill stood beside the river, and nobody in the valley knew who had built it, or when, "
    "or why it had been left to fall.\n\nThe miller's widow lived there until the flood.\n"
)


def encode(text: str, language: str = "en") -> Encoded:
    return toolkit.encode(text.encode(), language=language)


def title(encoded: Encoded) -> str:
    return " ".join(encoded.text.tree.findtext(".//{*}titleStmt/{*}title").split())


def authors(encoded: Encoded) -> list[str]:
    return [e.text for e in encoded.text.tree.iterfind(".//{*}titleStmt/{*}author")]


def codes(encoded: Encoded) -> list[str]:
    return [f.code for f in encoded.findings if f.code.startswith("ENC")]


def test_a_byline_names_the_author() -> None:
    encoded = encode(f"OF MILLS\n\nBy ANN BROWN\n\n{PROSE}")
    assert ("OF MILLS", ["ANN BROWN"]) == (title(encoded), authors(encoded))


def test_the_author_of_the_metadata_goes_before_the_byline() -> None:
    encoded = encode(f"Author: Ann Brown\nSource: The Review, 1888\n\nBy A. B.\n\n{PROSE}")
    assert ["Ann Brown"] == authors(encoded)


SIGNED = "Gentlemen,\n\nI send you the end of my paper, with the drawings.\n\nAnn Brown\n"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("Ann Brown: Letter to the Board", ("Letter to the Board", ["Ann Brown"])),
        ("Ann Brown\n\nLetter to the Board", ("Letter to the Board", ["Ann Brown"])),
        ("1848\n\nAnn Brown\n\nLetter to the Board[1]", ("Letter to the Board", ["Ann Brown"])),
    ],
)
def test_a_name_above_the_title_that_signs_the_text_is_the_author(
    front: str, expected: tuple[str, list[str]]
) -> None:
    encoded = encode(f"{front}\n\n{SIGNED}")
    assert expected == (title(encoded), authors(encoded))
    assert encoded.intact


@pytest.mark.parametrize(
    "front", ["Edwin Drood: A Mystery", "Edwin Drood\n\nA Mystery of the Mill"]
)
def test_a_name_that_does_not_sign_the_text_is_no_author(front: str) -> None:
    assert [] == authors(encode(f"{front}\n\n{PROSE}"))


def test_a_reference_in_brackets_below_the_title_is_the_source() -> None:
    reference = "[Letter. The Hall Papers 1907-1912, Bristol, 1964, Vol. 2, p. 261]"
    encoded = encode(f"Letter to the Board\n\n{reference}\n\n{PROSE}")
    assert "Letter to the Board" == title(encoded)
    source = "".join(encoded.text.tree.find(".//{*}sourceDesc").itertext())
    assert "The Hall Papers" in source
    assert "The Hall Papers" not in "".join(encoded.text.tree.find(".//{*}body").itertext())


@pytest.mark.parametrize("line", ["[He had died in 1907.]", "[p. 12]", "[Hall Papers, Vol. 2]"])
def test_other_words_in_brackets_are_no_source(line: str) -> None:
    encoded = encode(f"Letter to the Board\n\n{line}\n\n{PROSE}")
    kinds = [e.get("type") for e in encoded.text.tree.find(".//{*}sourceDesc")]
    assert ["transcription"] == kinds


def test_a_year_above_the_text_is_no_title() -> None:
    encoded = encode(f"1848\n\n{PROSE}")
    assert title(encoded).startswith("1848 The mill stood")
    assert ["ENC001"] == codes(encoded)


def test_a_letter_without_a_title_is_called_by_its_parties_and_its_date() -> None:
    letter = "London, 3 May 1811\n\nDear Mr. Brown,\n\nI came today.\n\nYours truly,\nMary Hall\n"
    encoded = encode(letter)
    assert "Mary Hall to Mr. Brown, London, 3 May 1811" == title(encoded)
    assert [] == codes(encoded)


def test_the_title_of_a_letter_is_in_the_language_of_the_letter() -> None:
    letter = "Berlin, 3. Mai 1811\n\nAn Herrn Braun\n\nIch kam heute an.\n\nIhr\nKarl Behrend\n"
    assert " an " in title(encode(letter, "de"))


def test_a_text_without_a_title_is_called_by_its_first_words_and_reported() -> None:
    encoded = encode(PROSE)
    assert "The mill stood beside the river, and nobody \u2026" == title(encoded)
    assert ["ENC001"] == codes(encoded)


def test_neither_the_file_nor_the_edition_gives_a_title_in_silence() -> None:
    encoded = toolkit.encode(
        PROSE.encode(), edition=Edition(title="Letters"), language="en", name="a.txt"
    )
    assert title(encoded).startswith("The mill")


def test_a_date_in_brackets_is_no_part_of_a_name() -> None:
    encoded = encode(f"Title: Of Mills\nProofread: Anna White (May 2006)\n\n{PROSE}")
    names = [e.text for e in encoded.text.tree.iterfind(".//{*}respStmt/{*}name")]
    assert "Anna White" in names
