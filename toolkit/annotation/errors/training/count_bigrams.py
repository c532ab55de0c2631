"""Count the pairs: ``python -m toolkit.annotation.errors.training.count_bigrams FOLDER LANGUAGE``.

Writes ``errors/data/pairs-LANGUAGE.txt.gz`` (its README tells the format). The result is the same
for the same texts.
"""

import gzip
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from toolkit.annotation.errors.bigrams import BOUNDARY
from toolkit.annotation.errors.context import keys_of
from toolkit.annotation.errors.lexicon import lexicon
from toolkit.annotation.errors.training import texts
from toolkit.annotation.errors.words import blocks
from toolkit.text import Document

DATA = Path(__file__).resolve().parent.parent / "data"

LEAST = 2
"""How often a pair must stand in the texts to be kept."""


def main(folder: Path, language: str) -> None:
    """Count and write."""
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for _, text in texts(folder, language, weighed=False):
        for block in blocks(Document(text)):
            keys = keys_of(block.words, language)
            single.update(keys)
            double.update(pairwise(keys))
    packed = gzip.compress(_lines(language, single, double).encode(), mtime=0)
    (DATA / f"pairs-{language}.txt.gz").write_bytes(packed)


def _lines(language: str, single: Counter[str], double: Counter[tuple[str, str]]) -> str:
    """For each first word its counts; then, for each count, the words seen so often after it."""
    lexical = lexicon(language)
    if lexical is None:
        raise SystemExit(f"no lexicon of {language}")
    known = {w for w in single if w == BOUNDARY or w.endswith("'") or w in lexical.frequencies}
    after: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (first, second), count in sorted(double.items()):
        if count >= LEAST and first in known and second in known and first + second != "..":
            after[first][count].append(second)
    return "".join(f"{_line(word, single[word], after[word])}\n" for word in sorted(after))


def _line(word: str, total: int, same: dict[int, list[str]]) -> str:
    kinds = sum(len(words) for words in same.values())
    kept = sum(count * len(words) for count, words in same.items())
    cells = [" ".join((str(count), *same[count])) for count in sorted(same)]
    return "\t".join((word, str(total), str(kinds), str(kept), *cells))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
