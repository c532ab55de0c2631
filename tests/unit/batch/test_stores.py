"""Inputs and results in a store: the same as on one machine, with what a store can promise."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.unit.batch.runs import tei, wait_until, write_texts
from toolkit import storage
from toolkit.batch import remote_inputs
from toolkit.batch.inputs import transcriptions
from toolkit.cli import group
from toolkit.exceptions import OutputError
from toolkit.publishing.object_store import LEASE, LOCK, StoredFolder
from toolkit.storage import Url

PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="ann"><persName>Ann Lee</persName><note>A painter.</note></person>
</listPerson></standOff></TEI>"""


@pytest.fixture
def memory() -> Iterator[Any]:
    """An empty store in memory."""
    fsspec = pytest.importorskip("fsspec", reason="needs the optional library fsspec")
    store = fsspec.filesystem("memory")
    store.store.clear()
    yield store
    store.store.clear()


def _tei(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


def _edition(store: Any, *, note: str = "A painter.") -> None:
    store.pipe_file("/ed/edition.toml", b"[files]\nauthority = ['lists/persons.xml']\n")
    store.pipe_file("/ed/lists/persons.xml", PERSONS.replace("A painter.", note).encode())
    store.pipe_file("/ed/transcriptions/a.txt", b"It was Ann Lee who came to us.\n")
    store.pipe_file("/ed/transcriptions/1850/b.txt", b"Yesterday we went to the sea.\n")


def test_an_edition_in_a_store_is_made_as_on_this_machine(memory: Any, tmp_path: Path) -> None:
    _edition(memory)
    for name in memory.find("/ed"):
        path = tmp_path / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(memory.cat_file(name))
    there = _tei("build", "memory://ed", "-o", "memory://out", "--to", "html")
    here = _tei("build", tmp_path / "ed", "-o", tmp_path / "out", "--to", "html")
    assert (0, 0) == (there.exit_code, here.exit_code), there.output
    assert "memory://out/1850/b.html" in there.stdout.splitlines()
    names = {name.removeprefix("/out/") for name in memory.find("/out")}
    files = {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*")}
    assert files - {".tei-lock"} == names
    for name in ("a.xml", "a.html", "1850/b.xml", "report.json"):
        assert (tmp_path / "out" / name).read_bytes() == memory.cat_file(f"/out/{name}")
    assert b'ref="#ann"' in memory.cat_file("/out/a.xml")


def test_the_settings_of_a_text_are_read_in_a_store(memory: Any) -> None:
    _edition(memory)
    memory.pipe_file("/ed/transcriptions/1850/b.toml", b'title = "At Sea"')
    assert ["/out/1850/b.xml", "/out/a.xml"] == _made_again(memory)
    assert b"<title>At Sea</title>" in memory.cat_file("/out/1850/b.xml")
    assert [] == _made_again(memory)
    memory.pipe_file("/ed/transcriptions/1850/b.toml", b'title = "By the Sea"')
    assert ["/out/1850/b.xml"] == _made_again(memory)
    assert b"<title>By the Sea</title>" in memory.cat_file("/out/1850/b.xml")
    assert (
        0 == _tei("encode", "memory://ed/transcriptions/1850/b.txt", "-o", "memory://o").exit_code
    )
    assert b"<title>By the Sea</title>" in memory.cat_file("/o/b.xml")


def _made_again(store: Any) -> list[str]:
    before = {name: store.info(name)["created"] for name in store.find("/out")}
    assert 0 == _tei("encode", "memory://ed", "-o", "memory://out").exit_code
    after = {name: store.info(name)["created"] for name in store.find("/out")}
    return [n for n in after if n.endswith(".xml") and before.get(n) != after[n]]


def test_only_what_changed_is_made_again(memory: Any) -> None:
    _edition(memory)
    assert ["/out/1850/b.xml", "/out/a.xml"] == _made_again(memory)
    assert [] == _made_again(memory)
    assert 0 == _tei("status", "memory://ed", "-o", "memory://out").exit_code
    _edition(memory, note="A poet.")
    changed = _tei("status", "memory://ed", "-o", "memory://out", "--json")
    assert "entry" in [
        r["cause"] for f in json.loads(changed.stdout)["files"] for r in f["reasons"]
    ]
    assert "/out/a.xml" in _made_again(memory)


def test_hand_work_in_a_store_is_not_overwritten(memory: Any) -> None:
    _edition(memory)
    _tei("encode", "memory://ed", "-o", "memory://out")
    memory.pipe_file("/out/a.xml", b"mine")
    result = _tei("encode", "memory://ed", "-o", "memory://out")
    assert 3 == result.exit_code
    assert "memory://out/a.xml: was changed since it was made" in result.stderr
    assert b"mine" == memory.cat_file("/out/a.xml")
    assert 0 == _tei("encode", "memory://ed", "-o", "memory://out", "--force").exit_code


def test_what_a_killed_run_left_is_known_as_ours(memory: Any) -> None:
    killed = StoredFolder(Url("memory://out"))
    killed.write("a.xml", b"1")
    memory.rm_file(f"/out/{LOCK}")
    with closing(StoredFolder(Url("memory://out"))) as folder:
        folder.write("a.xml", b"2")
    assert b"2" == memory.cat_file("/out/a.xml")
    assert ["/out/.tei-made.jsonl", "/out/a.xml"] == memory.find("/out")
    killed.close()


def test_one_run_at_a_time_writes_to_a_folder(memory: Any) -> None:
    with (
        closing(StoredFolder(Url("memory://out"))),
        pytest.raises(OutputError, match="memory://out: another run is writing there"),
    ):
        StoredFolder(Url("memory://out"))
    StoredFolder(Url("memory://out")).close()


@pytest.mark.parametrize("process", ["gone", "old"])
def test_a_lock_that_nobody_renews_counts_for_nothing(memory: Any, process: str) -> None:
    folder = StoredFolder(Url("memory://out"))
    held = json.loads(memory.cat_file(f"/out/{LOCK}"))
    if process == "old":
        held |= {"machine": "another", "until": time.time() - 1}
    else:
        ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                               capture_output=True, check=True)  # fmt: skip
        held["process"] = int(ended.stdout)
    memory.pipe_file(f"/out/{LOCK}", json.dumps(held).encode())
    with closing(StoredFolder(Url("memory://out"))) as later:
        later.write("a.xml", b"1")
        folder.close()
        assert memory.exists(f"/out/{LOCK}"), "the other's lock is not ours to remove"


def test_a_run_that_lost_its_lock_writes_no_more(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.publishing.object_store.LEASE", 0.04)
    with closing(StoredFolder(Url("memory://out"))) as folder:
        memory.pipe_file(f"/out/{LOCK}", b"{}")
        wait_until(lambda: folder._lease._lost)
        with pytest.raises(OutputError, match="another run is writing there"):
            folder.write("a.xml", b"1")
    assert LEASE > 1


def test_pictures_are_fetched_when_they_are_shown(memory: Any) -> None:
    _edition(memory)
    memory.pipe_file("/ed/images/a.png", b"P")
    memory.pipe_file("/ed/images/b.png", b"Q")
    (item, _) = transcriptions([Url("memory://ed")])
    assert item.edition.folder is not None
    remote_inputs.fetch_named(item.edition, ["images/a.png", "images/none.png"])
    (found,) = item.edition.folder.rglob("*.png")
    assert b"P" == found.read_bytes()


def test_no_name_in_a_store_leads_out_of_the_results(memory: Any) -> None:
    memory.pipe_file("/in/b.txt", b"A text.\n")
    memory.store["/in/a/../../x.txt"] = memory.store["/in/b.txt"]
    assert ["b"] == [item.stem for item in transcriptions([Url("memory://in")])]


def test_texts_in_a_store_are_exported(memory: Any) -> None:
    memory.pipe_file("/in/b/x [1].xml", PERSONS.replace("standOff", "text").encode())
    result = _tei("export", "memory://in", "--to", "txt", "-o", "memory://out")
    assert 0 == result.exit_code, result.output
    assert "memory://out/b/x [1].txt\n" == result.stdout
    assert b"A painter." in memory.cat_file("/out/b/x [1].txt")


def test_local_work_loads_no_such_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text.\n", encoding="utf-8")
    program = (
        "import sys\nfrom toolkit.cli import group\n"
        f"group(['encode', {str(tmp_path / 'a.txt')!r}, '-o', {str(tmp_path / 'out')!r}], "
        "standalone_mode=False)\n"
    )
    loaded = "raise SystemExit('fsspec' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program.replace("group([", "try:\n    group([") +
         "except SystemExit as end:\n    assert end.code == 0\n" + loaded],
        check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )  # fmt: skip
    assert 0 == run.returncode


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket in a server of this machine that speaks S3."""
    pytest.importorskip("s3fs", reason="needs the optional library s3fs")
    reason = "needs the library moto, with its server"
    server = pytest.importorskip("moto.server", reason=reason).ThreadedMotoServer
    import fsspec

    running = server(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    storage._system.cache_clear()
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    store = fsspec.filesystem("s3", use_listings_cache=False)
    urllib.request.urlopen(f"http://{host}:{port}/moto-api/reset", data=b"").close()
    store.mkdir("editions")
    yield store
    running.stop()
    storage._system.cache_clear()
    fsspec.get_filesystem_class("s3").clear_instance_cache()


OPTIONS = ("--to", "html", "--fail-on", "never", "--jobs", "2")


@pytest.mark.slow
def test_s3_has_the_same_bytes_also_after_a_run_was_killed(bucket: Any, tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "texts", 40)
    for path in texts.iterdir():
        bucket.put_file(str(path), f"editions/texts/{path.name}")
    out = "s3://editions/out"
    run = tei("build", "s3://editions/texts", "-o", out, *OPTIONS)
    wait_until(lambda: len(bucket.glob("editions/out/*.html")) > 5, seconds=120)
    run.kill()
    run.communicate()
    killed_after = len(bucket.glob("editions/out/*.html"))
    assert killed_after < 40
    assert bucket.exists("editions/out/.tei-lock")
    again = tei("build", "s3://editions/texts", "-o", out, *OPTIONS)
    said = again.communicate(timeout=300)[1]
    assert 0 == again.returncode, said
    local = tei("build", texts, "-o", tmp_path / "out", *OPTIONS)
    assert "" == local.communicate()[1]
    here = {
        path.name: path.read_bytes()
        for path in (tmp_path / "out").iterdir()
        if not path.name.startswith(".")
    }
    there = {
        name.rpartition("/")[2]: bucket.cat_file(name)
        for name in bucket.find("editions/out")
        if not re.search(r"/\.tei-(made|manifest)\.jsonl$", name)
    }
    assert sorted(here) == sorted(there)
    assert here == there


def test_s3_lets_one_run_write_at_a_time(bucket: Any) -> None:
    with (
        closing(StoredFolder(Url("s3://editions/out"))),
        pytest.raises(OutputError, match="another run"),
    ):
        StoredFolder(Url("s3://editions/out"))
    bucket.pipe_file("editions/lock", b"1")
    with pytest.raises(FileExistsError):
        storage.write(Url("s3://editions/lock"), b"2", only_new=True)
