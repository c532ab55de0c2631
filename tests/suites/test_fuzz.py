"""Fuzzing: real documents, mutated at random, never make validation or the pointers crash.

``FUZZ_SECONDS`` in the environment says for how long; ten minutes were run before release.
"""

import os
import random
import time
from pathlib import Path

import pytest

from toolkit.validation.run import Part, check

PIECES = (b"<", b">", b"&", b'"', b"<p>", b"</div>", b"]]>", b"\x00", b"\xff", b"&#x0;", b"<!--")


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 2, 8, 60, 500))
        way = chance.randrange(5)
        if way == 0:
            del changed[at : at + length]
        elif way == 1:
            changed[at:at] = changed[at : at + length]
        elif way == 2:
            changed[at : at + 1] = chance.choice(PIECES)
        elif way == 3:
            changed[at : at + length] = chance.randbytes(length % 9)
        else:
            other = chance.randrange(len(changed) + 1)
            changed[at : at + length] = changed[other : other + length]
    return bytes(changed)


@pytest.mark.slow
def test_no_mutation_of_a_real_document_makes_the_check_crash(corpus: Path) -> None:
    files = [p for p in sorted(corpus.rglob("*.xml")) if p.stat().st_size < 200_000]
    seed = int(os.environ.get("FUZZ_SEED", "1"))
    chance = random.Random(seed)
    end = time.monotonic() + float(os.environ.get("FUZZ_SECONDS", "20"))
    count = 0
    while time.monotonic() < end:
        data = mutated(chance.choice(files).read_bytes(), chance)
        started = time.process_time()
        result = check(data, file="fuzzed.xml", only=(Part.RNG, Part.POINTERS), limit=200)
        assert time.process_time() - started < 10
        assert all(len(finding.message) < 1000 for finding in result.findings)
        count += 1
    assert count > 10
