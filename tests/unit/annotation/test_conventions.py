"""The conventions of transcribers: each is recognised where the text proves it, and only there."""

import pytest

import toolkit
from toolkit.annotation.codes import CONVENTION
from toolkit.annotation.conventions import conventions
from toolkit.annotation.conventions.sign import is_sign
from toolkit.annotation.notes import notes
from toolkit.annotation.protocol import annotate_document
from toolkit.edition import Edition
from toolkit.encoding.tei_document import encode
from toolkit.reading.plain import read_text
from toolkit.rendering.text import flatten
from toolkit.rendering.views import view_of
from toolkit.text import Annotation, Document, Layer, Span


def _found(text: str, language: str = "en") -> list[tuple[str, str]]:
    """List the elements that the signs of a text stand for, with their words."""
    document = read_text(text.encode(), "x.txt", language=language).doc
    annotated, _ = annotate_document(document, Edition(), [notes, conventions])
    layer = annotated.layer("conventions")
    return [(a.element, a.span.of(text)) for a in layer if not is_sign(a)]


@pytest.mark.parametrize(
    ("text", "element", "words"),
    [
        ("The brig _Hope_ lay there.", "hi", "_Hope_"),
        ("He wrote: “_Never_—no.”", "hi", "_Never_"),
        ("It was *loud* and *long*.", "hi", "*loud*"),
        ("It was **loud**.", "hi", "**loud**"),
        ("From =Reed= to =Cole=.", "hi", "=Reed="),
        ("Dear S^r, I was y^e last.", "hi", "^r"),
        ("On the 3^{rd} of May.", "hi", "^{rd}"),
        ("It was ~~cold~~ warm.", "del", "~~cold~~"),
        ("It is [illegible] here.", "gap", ""),
        ("It is [three lines illegible].", "gap", ""),
        ("It is [. . .] here.", "gap", ""),
        ("Mr. Brandt [?] came.", "unclear", "Brandt"),
        ("Mr. Brandt[?] came.", "unclear", "Brandt"),
        ("They c[am]e home.", "supplied", "[am]"),
        ("It was th[e] end.", "supplied", "[e]"),
        ("One.\n\n[Picture: A mill]\n\nTwo.", "figDesc", "A mill"),
        ("One.\n\n[Illustration]\n\nTwo.", "figure", "[Illustration]"),
        ("One.\n\n[Sidenote: A mill]\n\nTwo.", "note", "[Sidenote: A mill]"),
        ("One. [Sidenote: A mill] Two.", "note", "[Sidenote: A mill]"),
    ],
)
def test_signs_stand_for_elements(text: str, element: str, words: str) -> None:
    assert (element, words) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The file my_log_book and the form ______ were lost.",
        "The names _one and two_three and four_ are odd.",
        "_Not over a blank line.\n\nSo it is_ here.",
        "It was *loud* once.",
        "The mar^et was open.",
        "A note* and another*.\n\n* The first.",
        "So x = 3 and y = 4, or a =b and c= d.",
        "It was [sic] so in [1977], see [p. 13].",
        "The seal[a] was red.[b]\n\n[a] Of wax.\n[b] Or so.",
        "The marks[x] and the signs[y].",
        "The mill [a picture of it is lost] stood there.",
        "See [Illustration: A mill] here.",
    ],
)
def test_signs_that_are_not_proved_stay_text(text: str) -> None:
    assert [] == _found(text)


def test_the_words_in_brackets_are_in_any_language() -> None:
    assert [("gap", "")] == _found("Er kam nach [unleserlich] zurück.", "de")
    assert [("gap", "")] == _found("Il vint à [illisible] hier.", "fr")


def test_each_convention_is_reported_once_with_its_first_place() -> None:
    document = read_text(b"One.\n\nThe _Hope_ and the _Anna_.\n", "x.txt", language="en").doc
    _, findings = annotate_document(document, Edition(), [conventions])
    (finding,) = [f for f in findings if f.code == CONVENTION.code]
    assert finding.place.line == 3
    assert '2, the first is "_Hope_"' in finding.message


def test_the_metadata_keep_their_signs() -> None:
    assert [] == _found("Title: The _Hope_\nDate: 1822\n\nShe sailed.\n")


def test_the_signs_stay_in_the_text_and_out_of_the_reading_view() -> None:
    text = "She _never_ saw th[e]m, nor [illegible] ~~them~~ him.\n\n[Illustration: A mill]\n"
    encoded = toolkit.encode(text.encode(), language="en")
    assert encoded.intact
    shown = flatten(view_of(encoded.tei)).text
    assert shown.startswith("She never saw them, nor")
    assert not set("_[]~") & set(shown)


def test_a_line_of_asterisks_is_no_note() -> None:
    text = "It was *loud* and *long*.\n\n*     *     *\n\nIt ended.\n"
    encoded = toolkit.encode(text.encode(), language="en")
    assert b'type="ornament"' in encoded.tei
    assert b"<note" not in encoded.tei


def test_strokes_at_the_edges_of_lines_part_no_word() -> None:
    lines = ("the carts were drawn up along the can-", "al and waited there for the whole night,")
    text = "\n".join(f"| {line}" for line in (*lines, "until the barges came with the lime."))
    encoded = toolkit.encode(text.encode(), language="en")
    assert encoded.intact
    shown = flatten(view_of(encoded.tei)).text
    assert "the canal and waited" in shown
    assert "|" not in shown


def test_strokes_within_lines_are_those_of_a_table() -> None:
    text = "| lime | three barges |\n| bricks | two barges |\n| sand | one barge only |\n"
    assert [] == _found(text)
    assert b'type="edge"' not in toolkit.encode(text.encode(), language="en").tei


def test_a_title_has_no_signs() -> None:
    text = "Chapter I. The _Hope_ Sails\n\n" + "She sailed, and nobody saw her again.\n\n" * 3
    tei = toolkit.encode(text.encode(), language="en").tei
    assert b"<title>Chapter I. The Hope Sails</title>" in tei


def test_elements_that_cross_may_hold_any_character() -> None:
    spans = {"p": Span(0, 16), "hi": Span(0, 9), "del": Span(4, 13)}
    layer = Layer("x", tuple(Annotation(span, name) for name, span in spans.items()))
    encoding = encode(Document("One \x01 two three."), layer, Edition())
    assert len(encoding.crossing) == 1
    assert "\ufffd two" in "".join(encoding.tree.getroot().itertext())
