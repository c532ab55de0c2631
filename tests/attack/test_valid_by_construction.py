"""Whatever the text, its encoding is intact and valid."""

import random

import pytest

from tests.attack.random_texts import random_text
from toolkit.edition import Edition
from toolkit.findings import Severity
from toolkit.pipeline import check_text, encode_bytes

LANGUAGES = ("en", "de", "fr", "nl", "it", "la", "qxx", "")


def errors_of(seed: int) -> list[str]:
    """Encode the random text of a seed and list the errors of encoding and checking."""
    dice = random.Random(seed)
    edition = Edition(notes=dice.choice(("anchor", "back")))
    text = random_text(seed).encode()
    encoded = encode_bytes(text, "x.txt", edition, language=dice.choice(LANGUAGES))
    findings = (*encoded.findings, *check_text(encoded.text))
    return [f"seed {seed}: {f}" for f in findings if f.severity is Severity.ERROR]


@pytest.mark.parametrize("tens", range(15))
def test_random_texts_are_valid(tens: int) -> None:
    assert [] == [e for seed in range(10 * tens, 10 * tens + 10) for e in errors_of(seed)]


@pytest.mark.parametrize(
    "text",
    [
        "Title: A\nTranscribed by: &\n\nOne.\n",
        "\u00a0\n\nCHAPTER I\n\nOne two three.\n",
        "One two three four.\n\n\u2003\n\nCHAPTER I\n\nOne two three.\n",
    ],
)
def test_a_text_that_fuzzing_found_is_valid(text: str) -> None:
    encoded = encode_bytes(text.encode(), "x.txt", Edition(), language="en")
    assert encoded.intact
    assert [] == [f for f in check_text(encoded.text) if f.severity is Severity.ERROR]


@pytest.mark.slow
@pytest.mark.parametrize("thousands", range(20))
def test_20000_random_texts_are_valid(thousands: int) -> None:
    start = 1000 + 1000 * thousands
    assert [] == [e for seed in range(start, start + 1000) for e in errors_of(seed)]
