"""How well names are found, on texts of other people, and how fast.

The bounds are what was reached when this was written, less what chance may take away on so few
documents. Persons and places are scored fuzzily: an overlap is enough, since the sources differ
in what belongs to a name (titles, offices, house numbers).
"""

import importlib.util
import json
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from toolkit.annotation.names import find_names
from toolkit.edition import Edition
from toolkit.text import Cert, Document

pytestmark = pytest.mark.slow

PERSONS = [
    ("ehri-testimony-en", "en", 0.78),
    ("ehri-nisko-de", "de", 0.82),
    ("tillich-letters-de", "de", 0.78),
    ("nc-hipe2020-en", "en", 0.81),
    ("nc-hipe2020-fr", "fr", 0.84),
    ("nc-hipe2020-de", "de", 0.77),
    ("newseye-fr", "fr", 0.76),
]
PLACES = [
    ("ehri-testimony-en", "en", 0.82),
    ("nc-hipe2020-en", "en", 0.68),
    ("nc-hipe2020-fr", "fr", 0.71),
    ("nc-hipe2020-de", "de", 0.71),
]


ORGANISATIONS = [
    ("ehri-testimony-en", "en", 0.38),
    ("ehri-nisko-de", "de", 0.65),
    ("nc-hipe2020-en", "en", 0.38),
    ("nc-hipe2020-fr", "fr", 0.41),
    ("nc-hipe2020-de", "de", 0.36),
]


@cache
def evaluator(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", shared / "gold" / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def scores(shared: Path, name: str, language: str) -> dict[str, Any]:
    score = evaluator(shared).Score()
    path = shared / "gold" / f"{name}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        doc = Document(data["text"], language=language)
        found: dict[str, list[tuple[int, int, dict[str, str]]]] = {}
        for annotation in find_names(doc, Edition()):
            if annotation.cert is Cert.LOW:  # it waits, and is not encoded
                continue
            span = annotation.span
            found.setdefault(annotation.element, []).append((span.start, span.end, {}))
        score.add(data, found)
    report: dict[str, Any] = score.report()
    return report


@pytest.mark.parametrize(("name", "language", "bound"), PERSONS)
def test_persons_are_found(shared: Path, name: str, language: str, bound: float) -> None:
    assert bound <= scores(shared, name, language)["persName"]["fuzzy"]["f1"]


@pytest.mark.parametrize(("name", "language", "bound"), PLACES)
def test_places_are_found(shared: Path, name: str, language: str, bound: float) -> None:
    assert bound <= scores(shared, name, language)["placeName"]["fuzzy"]["f1"]


@pytest.mark.parametrize(("name", "language", "bound"), ORGANISATIONS)
def test_organisations_are_found(shared: Path, name: str, language: str, bound: float) -> None:
    assert bound <= scores(shared, name, language)["orgName"]["fuzzy"]["f1"]


def long_text(shared: Path, size: int) -> str:
    path = shared / "gold" / "ehri-testimony-en.jsonl"
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    text = "\n\n".join(texts)
    return (text * (size // len(text) + 1))[:size]


def seconds(text: str) -> float:
    start = time.process_time()
    assert list(find_names(Document(text, language="en"), Edition()))
    return time.process_time() - start


def test_a_megabyte_takes_less_than_a_second_and_a_half(shared: Path) -> None:
    seconds("Mr. Brackwade met Mrs. Ormesson in London.")
    assert 1.5 > seconds(long_text(shared, 1_000_000))


def test_the_time_is_linear_in_the_length(shared: Path) -> None:
    short, long = (min(seconds(long_text(shared, n)) for _ in range(3)) for n in (250_000, 10**6))
    assert 4 * 1.5 * short > long


def test_the_model_is_loaded_only_when_a_text_is_annotated() -> None:
    script = "import sys, toolkit.annotation.names; assert 'numpy' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_lexicons_and_the_model_load_in_half_a_second() -> None:
    script = (
        "from toolkit.annotation.names import find_names; from toolkit.text import Document;"
        "from toolkit.edition import Edition; import time; t = time.process_time();"
        "list(find_names(Document('Mr. Brackwade was in Rome.', language='en'), Edition()));"
        "assert time.process_time() - t < 0.5, time.process_time() - t"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the files of /proc")
def test_five_megabytes_need_less_than_300_megabytes_of_memory(shared: Path) -> None:
    """The peak is that of the process alone: getrusage would count what it was forked from."""
    script = (
        "import json, sys; from toolkit.annotation.names import find_names;"
        "from toolkit.text import Document; from toolkit.edition import Edition;"
        "texts = [json.loads(line)['text'] for line in open(sys.argv[1], encoding='utf-8')];"
        "text = (chr(10) * 2).join(texts) * 40;"
        "list(find_names(Document(text[:5_000_000], language='en'), Edition()));"
        "print(next(line.split()[1] for line in open('/proc/self/status') if 'VmHWM' in line))"
    )
    path = shared / "gold" / "ehri-testimony-en.jsonl"
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], check=True, capture_output=True, text=True
    )
    assert 300 * 2**20 > int(done.stdout) * 1024
