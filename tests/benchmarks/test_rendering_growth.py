"""How the time of a rendering grows with the length of the text: each doubling at most doubles it.

Prints the slope of each case: 1 is linear, 2 quadratic.
"""

import math
import time
from collections.abc import Callable, Sequence

import pytest

from toolkit.rendering.html import render_html
from toolkit.rendering.text import flatten
from toolkit.rendering.typst_source import typst_of
from toolkit.rendering.views import view_of

Render = Callable[[bytes], object]
SIZES = (1_000, 2_000, 4_000)
STEEPEST = 1.35
"""The steepest slope allowed: linear, with room for a busy machine."""

CASES: dict[str, Callable[[int], str]] = {
    "names": lambda n: f'<persName ref="#p{n}">Name {n}</persName> ',
    "choices": lambda n: f"<choice><sic>a{n}</sic><corr>b{n}</corr></choice> ",
    "apparatus": lambda n: (
        f'word <app><lem wit="#A">a{n}</lem><rdg wit="#B">b{n}</rdg><rdg wit="#C">c</rdg></app> '
    ),
    "notes": lambda n: f"word<note>note {n}</note> ",
    "tokens": lambda n: f"<w>word{n}</w> ",
}

RENDERINGS: dict[str, Render] = {
    "html": render_html,
    "txt": lambda data: flatten(view_of(data)),
    "typst": lambda data: typst_of(view_of(data)),
}


def _document(inside: str) -> bytes:
    text = f"<text><body><p>{inside}</p></body></text>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{text}</TEI>'.encode()


def _seconds(render: Render, data: bytes) -> float:
    begin = time.perf_counter()
    render(data)
    return time.perf_counter() - begin


def _attributes(number: int) -> bytes:
    attributes = " ".join(f'a{n}="x"' for n in range(number))
    return _document("a").replace(b"<p>", f"<p {attributes}>".encode())


@pytest.mark.slow
@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("case", CASES)
def test_the_time_of_a_rendering_is_linear(case: str, rendering: str) -> None:
    documents = [_document("".join(map(CASES[case], range(size)))) for size in SIZES]
    _assert_linear(f"{rendering} of {case}", RENDERINGS[rendering], SIZES, documents)


@pytest.mark.slow
@pytest.mark.parametrize("rendering", RENDERINGS)
def test_the_time_is_linear_in_the_attributes_of_an_element(rendering: str) -> None:
    sizes = (50_000, 100_000, 200_000)
    documents = [_attributes(size) for size in sizes]
    _assert_linear(f"{rendering} of attributes", RENDERINGS[rendering], sizes, documents)


def _assert_linear(
    name: str, render: Render, sizes: Sequence[int], documents: Sequence[bytes]
) -> None:
    render(_document("a"))
    times = [min(_seconds(render, data) for _ in range(2)) for data in documents]
    slope = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
    shown = ", ".join(f"{n}: {t:.2f} s" for n, t in zip(sizes, times, strict=True))
    print(f"{name}: slope {slope:.2f} ({shown})")
    assert slope < STEEPEST
