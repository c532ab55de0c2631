"""Input that is not the plain text of its language is named, and its words are left alone."""

import pytest

from toolkit.edition import Edition
from toolkit.findings import Finding
from toolkit.pipeline import encode_bytes
from toolkit.text import Document, Span
from toolkit.text.wrong_input import find_wrong_input, places_of_wrong_input


def findings_of(text: str, language: str = "en") -> list[Finding]:
    encoded = encode_bytes(text.encode(), "x.txt", Edition(), language=language)
    return [f for f in encoded.findings if f.code.startswith("SRC")]


def kinds_of(text: str, language: str = "en") -> list[str]:
    return [wrong.kind for wrong in find_wrong_input(Document(text, language=language))]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1250", "mac_roman", "cp850", "cp437"])
def test_utf_8_read_in_another_encoding_is_repaired_by_that_encoding(encoding: str) -> None:
    text = "Das Mädchen saß über dem Café."
    (wrong,) = find_wrong_input(Document(text.encode().decode(encoding), language="de"))
    assert "mojibake" == wrong.kind
    assert "Mädchen" == wrong.repaired
    assert "Mädchen" == wrong.example.encode(wrong.detail).decode()


def test_cyrillic_read_in_the_encoding_of_windows_is_repaired() -> None:
    (wrong,) = find_wrong_input(Document("Привет".encode().decode("cp1251"), language="ru"))
    assert ("cp1251", "Привет") == (wrong.detail, wrong.repaired)


def test_typographic_signs_alone_prove_a_wrong_encoding() -> None:
    assert ["mojibake"] == kinds_of("It isnâ€™t here.")
    assert ["mojibake"] == kinds_of("It cost Â£5 then.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("„Die BÄ“ sagte »É« und ging.", "de"),
        ("AU CAFÉ» il parlâ…” de PARIS É…", "fr"),
        ("Он жил в «СССР» и «Р» и Её дом", "ru"),
        ("σοφία «Ω» Ελλάδα", "el"),
        ("El NIÑO» y el SEÑOR… Á él", "es"),
        ("The root is √π here, and 3Â° there.", "en"),
        ("Œuvre, naïve, Žižek, façade — “quoted”", "en"),
    ],
)
def test_letters_beside_quotation_marks_are_no_wrong_encoding(text: str, language: str) -> None:
    assert [] == kinds_of(text, language)


def test_a_wrong_encoding_is_one_finding_with_the_conversion_and_no_proposal() -> None:
    text = "We met at the cafÃ© near the bridge, and the rÃ©gime was naÃ¯ve about it.\n"
    (finding,) = findings_of(text)
    assert ("SRC002", 1, 15) == (finding.code, finding.place.line, finding.place.column)
    assert 'UTF-8 read as cp1252 in 3 places: "cafÃ©" for "café"' == finding.message
    assert "iconv -f UTF-8 -t cp1252" in finding.hint
    assert [] == proposals_of(text)


def proposals_of(text: str, language: str = "en") -> list[str]:
    encoded = encode_bytes(text.encode(), "x.txt", Edition(), language=language)
    return [a.span.of(encoded.doc.text) for a in encoded.waiting if a.element == "sic"]


def test_a_misspelt_word_beside_a_wrong_encoding_is_still_proposed() -> None:
    text = "The cafÃ© was beautifull, and they wanted to recieve him there.\n"
    assert {"beautifull", "recieve"} & {
        *proposals_of(text),
        *(
            a.span.of(text)
            for a in encode_bytes(text.encode(), "x", Edition(), language="en").nested
            if a.element == "sic"
        ),
    }


@pytest.mark.parametrize(
    "text",
    [
        "It was <i>good</i> to see.",
        "One line<br>and another.",
        'A <font color="red"> word.',
        "A <pb n='3'/> page.",
        "Smith &amp; Sons",
        "Lund &#38; Sons, caf&eacute;",
        "A word <!-- check this --> here.",
        "<DIV>Text</div>",
    ],
)
def test_tags_and_entities_are_named(text: str) -> None:
    assert ["markup"] == kinds_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "He owes 5 < 6 > 4 pounds.",
        "The word h<a>d was supplied.",
        "Write to <John> or AT&T; R&D; Smith &c; and so on.",
        "If a<b and c>d then stop.",
    ],
)
def test_angle_brackets_and_ampersands_of_a_text_are_no_markup(text: str) -> None:
    assert [] == kinds_of(text)


def test_markup_is_one_finding_and_no_proposal() -> None:
    text = (
        "Paid this day &amp; kept.<br/>\n\n"
        '<table class="wide"><tbody><tr><td>Aug.</td></tr>\n'
        "<tr><td>Sept.</td></tr></tbody></table>\n"
    )
    (finding,) = findings_of(text)
    assert "SRC003" == finding.code
    assert 'taken as text: "&amp;"' in finding.message
    assert [] == proposals_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Letters\n\nA **very** long day.",
        "See [the archive](https://example.org/a).",
        "## One\n\nText.\n\n## Two\n\nText.",
        "```\ncode\n```",
    ],
)
def test_markdown_is_named(text: str) -> None:
    assert "markdown" in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "# 5 Main Street\n\n# 7 Mill Lane",
        "# A single sign at a line",
        "The word **here** is stressed.",
        "He wrote [sic](as it seems) to them.",
        "Name\n-----\nText ----- text | text",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "***\n\nA break\n\n***",
    ],
)
def test_signs_that_plain_texts_have_are_no_markdown(text: str) -> None:
    assert [] == kinds_of(text)


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("Он жил в большом доме у реки.", "en", ["script"]),
        ("On zhil v bolshom dome u reki.", "ru", ["script"]),
        ("On zhil v bolshom dome u reki.", "ru-Latn", []),
        ("Živeo je u velikoj kući.", "sr", []),
        ("He quoted Ὅμηρος and left the room again.", "en", []),
        ("Er wohnte am Fluß.", "de-Latf", []),
        ("1914 1915", "ru", []),
        ("A few words.", "und", []),
        ("彼は大きな家に住んでいた。", "ja", []),
    ],
)
def test_another_script_than_that_of_the_language_is_named(
    text: str, language: str, kinds: list[str]
) -> None:
    assert kinds == kinds_of(text, language)


def test_another_script_is_one_finding_with_both_scripts() -> None:
    (finding,) = findings_of("Он жил в большом доме у реки.\n", "en")
    assert "SRC005" == finding.code
    assert "the letters are Cyrillic, but the language en is written in Latin" in finding.message


def test_places_are_in_order_and_apart() -> None:
    doc = Document("<i>cafÃ©</i> and <b>x</b>", language="en")
    places = places_of_wrong_input(doc)
    assert (Span(0, 12), Span(17, 20), Span(21, 25)) == places
