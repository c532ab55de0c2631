"""Addresses in stores, and what this machine makes of them."""

from pathlib import Path

import pytest

from toolkit import storage
from toolkit.exceptions import SourceError, StorageError
from toolkit.storage import Url, location


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("letters/a.txt", Path("letters/a.txt")),
        ("C:\\letters", Path("C:\\letters")),
        ("file:///letters/a%20b.txt", Path("/letters/a b.txt")),
        ("s3://bucket/letters/", Url("s3://bucket/letters")),
    ],
)
def test_an_address_is_told_from_a_path(text: str, expected: Path | Url) -> None:
    assert expected == location(text)


def test_an_address_has_the_parts_of_a_path() -> None:
    url = Url("s3://bucket/letters") / "1850/a.b.txt"
    assert ("a.b.txt", "a.b", "s3") == (url.name, url.stem, url.scheme)
    assert Url("s3://bucket/letters/1850") == url.parent
    assert Url("s3://bucket") == Url("s3://bucket").parent


def test_what_is_not_there_is_said() -> None:
    pytest.importorskip("fsspec", reason="needs the optional library fsspec")
    with pytest.raises(SourceError, match=r"memory://none/a\.txt: cannot be read: no such file"):
        storage.read(Url("memory://none/a.txt"))
    assert storage.read_if_there(Url("memory://none/a.txt")) is None
    assert {} == storage.files_below(Url("memory://none"))


def test_a_store_that_nobody_knows_is_said() -> None:
    pytest.importorskip("fsspec", reason="needs the optional library fsspec")
    with pytest.raises(StorageError, match="nonsense:// is not a scheme that fsspec knows"):
        storage.read_if_there(Url("nonsense://a"))


def test_without_the_library_the_user_is_told_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fsspec", None)
    with pytest.raises(StorageError, match=r"pip install .tei-toolkit\[storage\]"):
        storage.read_if_there(Url("other://a"))


def test_what_changes_in_a_file_changes_its_mark() -> None:
    pytest.importorskip("fsspec", reason="needs the optional library fsspec")
    url = Url("memory://marks/a.txt")
    storage.write(url, b"one")
    before = storage.stored(url)
    storage.write(url, b"two")
    assert before.mark != storage.stored(url).mark
