"""Training: counts the bigrams and fits the weights by which errors are recognised.

A tenth of the texts, chosen by a hash of the text, is held out from the bigrams and used for the
weights: in texts that were counted every bigram has been seen.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from toolkit.annotation.errors.lexicon import Lexicon, load_lexicon
from toolkit.languages import find_language


def read_texts(folder: Path, language: str, *, held_out: bool) -> Iterator[tuple[str, str]]:
    """Yield the texts of ``FOLDER/LANGUAGE-*.jsonl`` with their source.

    Each line is a JSON object with the key ``text``. ``held_out`` selects those for the weights.
    """
    for path in sorted(folder.glob(f"{language}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            if _is_held_out(text) is held_out:
                yield path.stem, text


def require_lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language; exit with a message if its data name no word list."""
    lexicon = load_lexicon(find_language(language))
    if lexicon is None:
        raise SystemExit(f"languages/{language}/errors.toml names no word_list")
    return lexicon


def _is_held_out(text: str) -> bool:
    return hashlib.sha256(text.encode()).digest()[0] % 10 == 0
