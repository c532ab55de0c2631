"""How fast validation is, beside jing, lxml and xmllint in the same run; nothing fails on time.

``pytest -m slow -s tests/benchmarks/test_validation.py`` prints the ratios. Times are those of
whole processes: the least of several runs, in seconds of wall clock and of processor.
"""

import json
import resource
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

RUNS = 5
LXML = (
    "import sys; from lxml import etree; "
    "s = etree.RelaxNG(etree.parse(sys.argv[1])); "
    "[s.validate(etree.parse(f, etree.XMLParser(collect_ids=False))) for f in sys.argv[2:]]"
)


def processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(command: Sequence[str], *, runs: int = RUNS) -> tuple[float, float]:
    """The least wall clock and processor time of a command, in seconds."""
    walls, processors = [], []
    for _ in range(runs):
        wall, processor = time.perf_counter(), processor_time()
        subprocess.run(command, capture_output=True, check=False)
        walls.append(time.perf_counter() - wall)
        processors.append(processor_time() - processor)
    return min(walls), min(processors)


def report(title: str, times: dict[str, tuple[float, float]]) -> None:
    ours = times["tei check"]
    sys.stdout.write(f"\n{title}\n")
    for name, (wall, processor) in times.items():
        ratio = f"{wall / ours[0]:6.1f} x  {processor / ours[1]:6.1f} x"
        line = f"  {name:12} {wall:7.2f} s  {processor:7.2f} s processor  {ratio}\n"
        sys.stdout.write(line)


def peers(schema: Path, files: Sequence[str], *, slow: bool) -> dict[str, list[str]]:
    """The commands to compare, as far as they are installed."""
    tei = [sys.executable, "-m", "toolkit", "check", "--only", "rng"]
    commands = {"tei check": [*tei, "--schema", str(schema), *files]}
    if shutil.which("jing"):
        commands["jing"] = ["jing", str(schema), *files]
    if slow:
        commands["lxml"] = [sys.executable, "-c", LXML, str(schema), *files]
        if shutil.which("xmllint"):
            commands["xmllint"] = ["xmllint", "--noout", "--relaxng", str(schema), *files]
    return commands


@pytest.fixture(scope="module")
def documents(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("documents")
    with tarfile.open(shared / "validation" / "documents.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    manifest = (shared / "validation" / "manifest.jsonl").read_text(encoding="utf-8")
    return [str(folder / json.loads(line)["file"]) for line in manifest.splitlines()]


@pytest.fixture(autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(tmp_path_factory.getbasetemp() / "store"))


def test_one_small_document(shared: Path, documents: list[str]) -> None:
    sizes = {document: Path(document).stat().st_size for document in documents}
    small = min((d for d in documents if sizes[d] > 20_000), key=sizes.__getitem__)
    times = {}
    for name, command in peers(shared / "tei" / "tei_all.rng", [small], slow=True).items():
        runs = RUNS if name in ("tei check", "jing") else 1
        timed(command, runs=1)
        times[name] = timed(command, runs=runs)
    ours = [sys.executable, "-m", "toolkit", "check", "--only", "rng", small]
    times["built in"] = timed(ours)
    report(f"one document of {sizes[small] // 1000} kB, whole process", times)


def test_the_whole_corpus_in_one_process(shared: Path, documents: list[str]) -> None:
    commands = peers(shared / "tei" / "tei_all.rng", documents, slow=False)
    times = {name: timed(command, runs=2) for name, command in commands.items()}
    report(f"{len(documents)} documents in one process", times)


@pytest.mark.parametrize("megabytes", [20, 200])
def test_a_very_large_document(shared: Path, tmp_path: Path, megabytes: int) -> None:
    path = tmp_path / "large.xml"
    write_large(path, megabytes * 1_000_000)
    schema = str(shared / "tei" / "tei_all.rng")
    command = [sys.executable, "-m", "toolkit", "check", "--only", "rng", "--schema", schema]
    started = time.perf_counter()
    code = (
        "import resource, subprocess, sys; r = subprocess.run(sys.argv[1:]).returncode; "
        "print(r, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command, str(path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    returned, memory = done.stdout.split()[-2:]
    seconds = time.perf_counter() - started
    says = f"\n{megabytes} MB with identifiers: {seconds:.1f} s, {memory} MB of memory\n"
    sys.stdout.write(says)
    assert "0" == returned
    assert int(memory) < 150


def write_large(path: Path, size: int) -> None:
    """A TEI document of many short divisions, each paragraph with an identifier."""
    header = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title/>'
        "</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
        "</fileDesc></teiHeader><text><body>\n"
    )
    with path.open("w", encoding="utf-8") as stream:
        stream.write(header)
        number = 0
        while stream.tell() < size:
            paragraphs = "".join(
                f'<p xml:id="p{number}.{n}">Here is <hi rend="italic">some</hi> text of '
                '<date when="1848-03-18">a day</date>, written by <persName ref="#x">somebody'
                "</persName>, and a few more words to make it long enough.</p>\n"
                for n in range(50)
            )
            stream.write(f'<div type="letter" n="{number}"><head>Letter</head>{paragraphs}</div>\n')
            number += 1
        stream.write("</body></text></TEI>\n")
