"""The table for a spreadsheet, out and in again."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.decisions.ledger import read_ledger
from toolkit.exceptions import SourceError
from toolkit.review.csv_table import COLUMNS, export_table, import_table
from toolkit.review.session import Session

Edit = Callable[[list[dict[str, str]]], None]


def rows(session: Session) -> list[dict[str, str]]:
    text = export_table(session).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def table(found: list[dict[str, str]], divider: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=divider)
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue().encode()


def of(found: list[dict[str, str]], element: str, number: int = 0) -> dict[str, str]:
    return [row for row in found if row["element"] == element][number]


def decided(folder: Path) -> list[tuple[str, str, str | None, tuple[tuple[str, str], ...]]]:
    ledger = read_ledger(folder / "decisions" / "decisions.jsonl")
    return [(d.verdict.value, d.target.quote, d.alternative, d.attributes) for d in ledger]


def test_a_row_says_what_it_is_about(session: Session) -> None:
    row = of(rows(session), "sic")
    expected = ("", "Republic", "first.txt", "3", "error", "Repub]ic", "medium", "waiting")
    shown = ("verdict", "correction", "file", "line", "kind", "words", "certainty", "state")
    assert expected == tuple(row[name] for name in shown)


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_verdicts_are_taken_from_a_table(session: Session, folder: Path, divider: str) -> None:
    found = rows(session)
    of(found, "sic")["verdict"] = "a"
    of(found, "date")["verdict"] = "Reject"
    imported = import_table(session, table(found, divider), "t.csv")
    assert (2, ()) == (imported.decided, imported.problems)
    assert [("accept", "Repub]ic", "Republic", ()), ("reject", "9 November 1917", None, ())] == (
        decided(folder)
    )


def test_an_edited_row_is_a_change(session: Session, folder: Path) -> None:
    found = rows(session)
    of(found, "date")["verdict"] = "accept"
    of(found, "date")["attributes"] = 'when="1917-11-09"'
    import_table(session, table(found), "t.csv")
    assert [("change", "9 November 1917", None, (("when", "1917-11-09"),))] == decided(folder)


def test_importing_twice_changes_nothing(session: Session, folder: Path) -> None:
    found = rows(session)
    of(found, "sic")["verdict"] = "accept"
    import_table(session, table(found), "t.csv")
    assert 0 == import_table(session, table(found), "t.csv").decided
    assert 1 == len(decided(folder))


def test_a_table_is_taken_after_the_text_was_edited_elsewhere(
    session: Session, folder: Path
) -> None:
    found = rows(session)
    of(found, "sic", 1)["verdict"] = "accept"
    path = folder / "transcriptions" / "first.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Wireless", "A Very Wireless"), encoding="utf-8")
    assert 1 == import_table(session, table(found), "t.csv").decided


def spoil_place(found: list[dict[str, str]]) -> None:
    found[0] |= {"verdict": "accept", "place": "{}"}


def edit_without_verdict(found: list[dict[str, str]]) -> None:
    of(found, "sic")["correction"] = "Republik"


def unknown_verdict(found: list[dict[str, str]]) -> None:
    found[0]["verdict"] = "perhaps"


def change_nothing(found: list[dict[str, str]]) -> None:
    found[0]["verdict"] = "change"


def another_file(found: list[dict[str, str]]) -> None:
    found[0] |= {"verdict": "accept", "file": "../etc/passwd"}


def bad_attributes(found: list[dict[str, str]]) -> None:
    of(found, "date").update(verdict="change", attributes="when=1917")


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (spoil_place, "the column place was changed"),
        (edit_without_verdict, "has no verdict"),
        (unknown_verdict, '"perhaps" is no verdict'),
        (change_nothing, "change needs another"),
        (another_file, 'no text "../etc/passwd"'),
        (bad_attributes, "attributes are written"),
    ],
)
def test_a_row_that_makes_no_sense_is_named(session: Session, edit: Edit, words: str) -> None:
    found = rows(session)
    edit(found)
    imported = import_table(session, table(found), "t.csv")
    assert 0 == imported.decided
    (problem,) = imported.problems
    assert words in problem
    assert problem.startswith("t.csv:")


@pytest.mark.parametrize("data", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe\x00", b'verdict,"'])
def test_what_is_no_such_table_is_refused(session: Session, data: bytes) -> None:
    with pytest.raises(SourceError, match=r"t\.csv"):
        import_table(session, data, "t.csv")


def test_no_cell_is_a_formula(session: Session, folder: Path) -> None:
    path = folder / "transcriptions" / "second.txt"
    path.write_text("=HYPERLINK(1) \n\n=1+1 met Colonel Martin", encoding="utf-8")
    cells = [value for row in rows(session) for value in row.values()]
    assert [] == [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
