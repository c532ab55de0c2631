"""Tasks that are done elsewhere: they take with them what they read, and nothing else."""

import pickle
import shutil
from pathlib import Path

import pytest

from toolkit.batch.inputs import Input, transcriptions
from toolkit.batch.task import Task, bundle_task, perform_task
from toolkit.batch.task_bundle import bundle_files
from toolkit.edition import Edition

DECISION = (
    '{"verdict": "reject", "by": "ed", "when": "2026-01-02T10:00:00Z", '
    '"target": {"element": "sic", "quote": "teh", "before": "", "after": ""}}\n'
)


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    for name, text in {
        "edition.toml": "[edition]\neditors = [{ name = 'Ed', id = 'ed' }]\n",
        "decisions/decisions.jsonl": DECISION,
        "transcriptions/ann.txt": "Yesterday teh painter came to us.\n\nShe was late.\n",
        "pictures/one.png": "1",
        "pictures/two.png": "2",
    }.items():
        path = tmp_path / "edition" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret.png").write_text("not of the edition", encoding="utf-8")
    return tmp_path / "edition"


def _showing(edition: Path, text: str) -> Input:
    (edition / "transcriptions" / "ann.txt").write_text(text, encoding="utf-8")
    return transcriptions([edition])[0]


def test_a_task_gives_the_same_where_its_files_are_not(edition: Path) -> None:
    task = Task(transcriptions([edition])[0], checked=True)
    expected = perform_task(task)
    sent = pickle.dumps(bundle_task(task))
    shutil.rmtree(edition)
    assert expected == perform_task(pickle.loads(sent))


def test_a_faulty_ledger_is_named_as_its_editors_know_it(edition: Path) -> None:
    (edition / "decisions" / "decisions.jsonl").write_text("no JSON\n\n")
    task = Task(transcriptions([edition])[0])
    made = perform_task(bundle_task(task))
    assert perform_task(task).report.failed == made.report.failed
    assert str(edition / "decisions" / "decisions.jsonl") in made.report.failed


def test_a_file_that_is_gone_fails_elsewhere_as_here(edition: Path) -> None:
    task = Task(transcriptions([edition])[0])
    task.item.path.unlink()
    assert perform_task(task) == perform_task(bundle_task(task))


def test_the_pictures_that_a_text_shows_are_carried(edition: Path) -> None:
    item = _showing(edition, '<graphic url="pictures/../pictures/one.png"/>')
    bundle = bundle_files(item, pictures=True)
    assert {"decisions/decisions.jsonl", "pictures/one.png"} == set(bundle)
    assert b"1" == bundle["pictures/one.png"]
    assert ["decisions/decisions.jsonl"] == list(bundle_files(item, pictures=False))


@pytest.mark.parametrize(
    "address", ["../secret.png", "{root}/secret.png", "file:///secret.png", "pictures/none.png"]
)
def test_nothing_outside_the_edition_is_carried(edition: Path, address: str) -> None:
    item = _showing(edition, f'<graphic url="{address.format(root=edition.parent)}"/>')
    assert ["decisions/decisions.jsonl"] == list(bundle_files(item, pictures=True))


def test_a_text_without_an_edition_carries_nothing(tmp_path: Path) -> None:
    item = Input(tmp_path / "a.txt", "a.txt", Edition(), b"pictures/one.png")
    assert {} == bundle_files(item, pictures=True)
