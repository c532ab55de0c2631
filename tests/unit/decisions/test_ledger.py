"""The ledger: only ever added to, by several writers at once."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from toolkit.decisions.decision import Decision, Target, Verdict
from toolkit.decisions.ledger import append, from_json, ledger_findings, read_ledger, to_json
from toolkit.exceptions import NoSpaceError, SourceError
from toolkit.text import Cert

WHOLE = Decision(
    target=Target("persName", "Krylenk", "Ensign ", " has been", "", 2, 3),
    verdict=Verdict.CHANGE,
    by="jd",
    when="2026-11-23T10:00:00.000Z",
    why="named on p. 313",
    attributes=(("ref", "#krylenko"),),
    element="orgName",
    cert=Cert.LOW,
    file="message.txt",
)


def made(number: int, *, when: str = "") -> Decision:
    return Decision(Target("sic", f"w{number}"), Verdict.ACCEPT, "jd", when, alternative="x")


def test_a_decision_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    append(tmp_path / "d.jsonl", [WHOLE])
    assert (WHOLE,) == read_ledger(tmp_path / "d.jsonl")


def test_no_ledger_has_no_decisions(tmp_path: Path) -> None:
    assert () == read_ledger(tmp_path / "none.jsonl")


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions" / "d.jsonl"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: append(path, [made(n), made(1000 + n)]), range(100)))
    expected = sorted(f"w{n}" for n in (*range(100), *range(1000, 1100)))
    assert expected == sorted(d.target.quote for d in read_ledger(path))


def test_the_date_says_what_is_older_whatever_the_order_of_lines(tmp_path: Path) -> None:
    later = made(1, when="2026-11-23T10:00:00+02:00")
    earlier = made(2, when="2026-11-23T07:59:00Z")
    append(tmp_path / "d.jsonl", [later, earlier])
    assert (earlier, later) == read_ledger(tmp_path / "d.jsonl")


def test_an_unfinished_line_is_reported_and_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(to_json(made(1)) + '\n{"verdict": "acc', encoding="utf-8")
    assert (made(1),) == read_ledger(path)
    (finding,) = ledger_findings(path)
    assert ("DEC006", 2) == (finding.code, finding.place.line)
    append(path, [made(2)])
    assert (made(1), made(2)) == read_ledger(path)
    assert '{"verdict": "acc\n' == (tmp_path / "d.jsonl.unfinished").read_text(encoding="utf-8")
    (finding,) = ledger_findings(path)
    assert finding.place.file.endswith("d.jsonl.unfinished")


def test_a_second_unfinished_line_does_not_replace_the_first(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    for number, unfinished in enumerate(('{"a', '{"b')):
        with path.open("a", encoding="utf-8") as file:
            file.write(unfinished)
        append(path, [made(number)])
    assert '{"a\n{"b\n' == (tmp_path / "d.jsonl.unfinished").read_text(encoding="utf-8")


def test_a_whole_ledger_has_no_findings(tmp_path: Path) -> None:
    append(tmp_path / "d.jsonl", [made(1)])
    assert () == ledger_findings(tmp_path / "d.jsonl") == ledger_findings(tmp_path / "none")


def test_a_full_disk_leaves_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "d.jsonl"
    append(path, [made(1)])
    before, write, calls = path.read_bytes(), os.write, iter((200, 300))

    def full(handle: int, data: bytes) -> int:
        if (taken := next(calls, None)) is None:
            raise OSError(28, "No space left on device")
        return write(handle, data[:taken])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(NoSpaceError, match="No space left"):
        append(path, [made(n) for n in range(40)])
    assert before == path.read_bytes()


def test_a_last_line_without_a_line_feed_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(to_json(made(1)), encoding="utf-8")
    append(path, [made(2)])
    assert (made(1), made(2)) == read_ledger(path)


def test_what_was_written_stays_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(b'{"by":"jd","verdict":"reject","target":{"quote":"x","element":"sic"}}\r\n')
    before = path.read_bytes()
    append(path, [made(2)])
    assert path.read_bytes().startswith(before)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("<<<<<<< HEAD", "not a decision"),
        ("[]", "not a decision"),
        ('{"verdict": "accept", "by": "jd"}', "'target' is missing"),
        ('{"verdict": "maybe", "by": "jd", "target": {"element": "p", "quote": ""}}', "maybe"),
        ('{"verdict": "accept", "by": "", "target": {"element": "p", "quote": ""}}', "editor"),
        ('{"verdict": "accept", "by": "a b", "target": {"element": "p", "quote": ""}}', "editor"),
        ('{"verdict": "accept", "by": "j", "target": {"element": "a b", "quote": ""}}', "element"),
        (
            '{"verdict": "accept", "by": "j", "attributes": {"xmlns:x": "y"},'
            ' "target": {"element": "p", "quote": ""}}',
            "attribute",
        ),
        (
            '{"verdict": "accept", "by": "j", "when": "yesterday",'
            ' "target": {"element": "p", "quote": ""}}',
            "ISO 8601",
        ),
        ("[" * 100_000, "not a decision"),
        (
            '{"verdict": "accept", "by": "j",'
            ' "target": {"element": "p", "quote": "", "number": 1e999}}',
            "infinity",
        ),
    ],
)
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(f"{to_json(made(1))}\n{line}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"d\.jsonl:2: ") as caught:
        read_ledger(path)
    assert words in str(caught.value)


def test_usual_values_are_not_written() -> None:
    decision = Decision(Target("sic", "15", "a ", " b"), Verdict.REJECT, "jd")
    expected = (
        '{"verdict": "reject", "by": "jd", "target": '
        '{"element": "sic", "quote": "15", "before": "a ", "after": " b"}}'
    )
    assert expected == to_json(decision)
    assert decision == from_json(expected)
