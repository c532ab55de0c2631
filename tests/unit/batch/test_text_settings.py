"""The settings beside a text: no input, part of what its result depends on, read elsewhere too."""

from pathlib import Path

import pytest

from toolkit.batch.build import build_text
from toolkit.batch.fingerprint import Fingerprints
from toolkit.batch.inputs import transcriptions
from toolkit.batch.task import Task, bundle_task, perform_task
from toolkit.exceptions import SettingsError, SourceError

TEXT = "The mill is sold, and nobody knows to whom. The wheel was broken in May.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two texts, one with settings."""
    (tmp_path / "mill.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "wheel.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "mill.toml").write_text('title = "The Mill"', encoding="utf-8")
    return tmp_path


def test_settings_are_no_input(folder: Path) -> None:
    (folder / "edition.toml").write_text('[files]\ntranscriptions = "."\n', encoding="utf-8")
    texts = ["mill.txt", "wheel.txt"]
    assert texts == [item.name for item in transcriptions([folder])]
    assert texts == [item.name for item in transcriptions(sorted(folder.iterdir()))]


def test_settings_alone_are_refused(folder: Path) -> None:
    with pytest.raises(SourceError, match=r"mill\.toml: has settings, and is no transcription"):
        transcriptions([folder / "mill.toml"])


def test_a_toml_file_without_a_text_is_a_text(folder: Path) -> None:
    (folder / "notes.toml").write_text(TEXT, encoding="utf-8")
    assert ["notes.toml"] == [item.name for item in transcriptions([folder / "notes.toml"])]


def test_settings_for_a_text_that_is_not_there_are_refused(folder: Path) -> None:
    (folder / "edition.toml").write_text(
        '[files]\ntranscriptions = "."\n[texts.mil]\ntitle = "x"\n', encoding="utf-8"
    )
    expected = r'\[texts."mil"\]: no transcription has this name; did you mean mill\?'
    with pytest.raises(SettingsError, match=expected):
        transcriptions([folder])


def test_a_text_is_built_with_its_settings_here_and_elsewhere(folder: Path) -> None:
    item = transcriptions([folder / "mill.txt"])[0]
    assert "The Mill" == build_text(item).report.title
    task = bundle_task(Task(item))
    (folder / "mill.toml").unlink()
    assert "The Mill" == perform_task(task).report.title


def test_faulty_settings_fail_their_own_text_only(folder: Path) -> None:
    (folder / "mill.toml").write_text("titel = 1", encoding="utf-8")
    failed = [build_text(item).report.failed for item in transcriptions([folder])]
    assert "mill.toml: unknown key titel; did you mean title?" in failed[0]
    assert "" == failed[1]


def _changed(before: list[dict[str, str]], after: list[dict[str, str]]) -> list[set[str]]:
    pairs = zip(before, after, strict=True)
    return [{name for name in old if old[name] != new[name]} for old, new in pairs]


def test_a_change_of_settings_is_noticed_for_its_text_only(folder: Path) -> None:
    tasks = [Task(item) for item in transcriptions([folder])]
    before = [Fingerprints().causes(task) for task in tasks]
    (folder / "mill.toml").write_text('title = "Mill"', encoding="utf-8")
    after = [Fingerprints().causes(task) for task in tasks]
    changed = [
        {name for name in b if b[name] != a[name]} for b, a in zip(before, after, strict=True)
    ]
    assert [{"header"}, set()] == changed


def test_a_change_in_the_edition_is_noticed_for_its_text_only(folder: Path) -> None:
    settings = folder / "edition.toml"

    def causes(title: str) -> list[dict[str, str]]:
        settings.write_text(
            f'[files]\ntranscriptions = "."\n[texts.wheel]\ntitle = "{title}"\n', encoding="utf-8"
        )
        return [Fingerprints().causes(Task(item)) for item in transcriptions([folder])]

    before, after = causes("A"), causes("B")
    changed = [
        {name for name in b if b[name] != a[name]} for b, a in zip(before, after, strict=True)
    ]
    assert [set(), {"header"}] == changed
