"""Training: what is counted and weighed in texts, so that errors can be told from right words.

A tenth of the texts, told by their own letters, is kept from the pairs and taken for the weights:
in texts that were counted every pair has been seen.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path


def texts(folder: Path, language: str, *, weighed: bool) -> Iterator[tuple[str, str]]:
    """The texts of ``FOLDER/LANGUAGE-*.jsonl`` with their source; ``weighed``: that tenth.

    One JSON object a line, with the key ``text``.
    """
    for path in sorted(folder.glob(f"{language}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            if _is_weighed(text) is weighed:
                yield path.stem, text


def _is_weighed(text: str) -> bool:
    return hashlib.sha256(text.encode()).digest()[0] % 10 == 0
