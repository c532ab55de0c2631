"""What editors mark that no tool proposed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.decisions.resolve import State
from toolkit.review.json_api import ConflictError, mark
from toolkit.review.manual_annotation import Mark
from toolkit.review.session import Session
from toolkit.text import Span


def _place(session: Session, words: str) -> Span:
    start = session.view("first.txt").doc.text.index(words)
    return Span(start, start + len(words))


def _message(session: Session, words: str, **more: object) -> dict[str, object]:
    view, place = session.view("first.txt"), _place(session, words)
    message = {"name": view.name, "version": view.version, "start": place.start, "end": place.end}
    return {**message, "element": "sic", **more}


def test_a_marked_error_is_an_item_and_stays_one(session: Session, folder: Path) -> None:
    made = mark(session, _message(session, "thanked", alternative="praised", why="the draft"))
    item = session.view("first.txt").item(made)

    assert item is not None
    expected = (State.ADDED, "praised", "editor:jd", "the draft")
    current = item.current
    assert expected == (item.judged.state, current.alternative, current.origin, current.reason)


def test_a_mark_is_taken_back(session: Session) -> None:
    made = mark(session, _message(session, "thanked"))
    session.undo()

    assert session.view("first.txt").item(made) is None


def test_a_mark_after_a_sign_of_two_units_is_where_it_was_put(session: Session) -> None:
    made = mark(session, _message(session, "thanked"))
    item = session.view("first.txt").item(made)

    assert item is not None
    assert "thanked" == item.words


@pytest.mark.parametrize(
    ("span", "element", "alternative"),
    [
        (Span(0, 0), "sic", None),
        (Span(8, 9), "sic", None),
        (Span(0, 10_000), "sic", None),
        (Span(0, 8), "sic", "Wireless"),
        (Span(0, 8), "p", None),
        (Span(0, 8), "persName", "Wired"),
    ],
)
def test_a_mark_that_makes_no_sense_is_refused(
    session: Session, span: Span, element: str, alternative: str | None
) -> None:
    with pytest.raises(ValueError, match=r"."):
        session.mark("first.txt", Mark(span, element, alternative))

    assert () == session.decisions("first.txt")


def test_what_is_proposed_already_is_not_marked_again(session: Session) -> None:
    with pytest.raises(ValueError, match="among the proposals"):
        session.mark("first.txt", Mark(_place(session, "Repub]ic"), "sic", "republic"))


def test_a_mark_on_another_version_of_the_text_is_refused(session: Session) -> None:
    with pytest.raises(ConflictError):
        mark(session, _message(session, "thanked", version="another"))


def test_words_of_the_metadata_are_not_marked(
    folder: Path, reopened: Callable[[], Session]
) -> None:
    text = "Author: Ann Lee\nDate: 3 May 1850\n\nThe Letter\n\nAll is well with Ann Lee.\n"
    (folder / "transcriptions" / "third.txt").write_text(text, encoding="utf-8")
    session = reopened()
    with pytest.raises(ValueError, match="metadata"):
        session.mark("third.txt", Mark(Span(8, 15), "persName"))
    start = text.rindex("Ann Lee")
    assert session.mark("third.txt", Mark(Span(start, start + 7), "persName"))
