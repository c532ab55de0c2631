"""Count bigrams: ``python -m toolkit.annotation.errors.training.count_bigrams FOLDER LANGUAGE``.

Writes ``errors/data/bigrams-LANGUAGE.txt.gz`` (its README describes the format). The same texts
yield the same file.
"""

import gzip
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from toolkit.annotation.errors.bigrams import BOUNDARY, tokenise
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.training import read_texts, require_lexicon
from toolkit.annotation.errors.words import split_blocks
from toolkit.text import Document

DATA = Path(__file__).resolve().parent.parent / "data"

LEAST = 2
"""How often a bigram must occur in the texts to be kept."""


def main(folder: Path, language: str) -> None:
    """Count the bigrams and write them."""
    lexicon = require_lexicon(language)
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for _, text in read_texts(folder, language, held_out=False):
        for block in split_blocks(Document(text)):
            tokens = tokenise(block.words, lexicon)
            single.update(tokens)
            double.update(pairwise(tokens))
    packed = gzip.compress(_format_lines(lexicon, single, double).encode(), mtime=0)
    (DATA / f"bigrams-{language}.txt.gz").write_bytes(packed)


def _format_lines(lexicon: Lexicon, single: Counter[str], double: Counter[tuple[str, str]]) -> str:
    """Write a line for each first word: its counts, then the followers by their count."""
    known = {word for word in single if _is_kept(word, lexicon)}
    after: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (first, second), count in sorted(double.items()):
        if count >= LEAST and {first, second} <= known and {first, second} != {BOUNDARY}:
            after[first][count].append(second)
    return "".join(f"{_format_line(word, single[word], after[word])}\n" for word in sorted(after))


def _is_kept(word: str, lexicon: Lexicon) -> bool:
    return word == BOUNDARY or word.endswith("'") or word in lexicon.frequencies


def _format_line(word: str, total: int, same: dict[int, list[str]]) -> str:
    kinds = sum(len(words) for words in same.values())
    kept = sum(count * len(words) for count, words in same.items())
    cells = [" ".join((str(count), *same[count])) for count in sorted(same)]
    return "\t".join((word, str(total), str(kinds), str(kept), *cells))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
