"""The alignment of a transcription with the running text and the pieces moved out of it."""

import random
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.text.alignment import Alignment, Mismatch, align
from toolkit.text.character_stream import StreamBuilder, stream_of


def _align(text: str, main: str, *pieces: str) -> Alignment | Mismatch:
    return align(stream_of(text), stream_of(main), [stream_of(piece) for piece in pieces])


@pytest.mark.parametrize(
    ("text", "main", "pieces", "starts"),
    [
        ("a b", "a b", (), ()),
        ("a [1] b [1] note", "a [1] b", ("[1] note",), (5,)),
        ("x [1] note y", "x y", ("[1] note",), (1,)),
        ("[3] [3]I b[3]I", "[3] b[3]I", ("[3]I",), (3,)),
        ("[3] [3]I b [3]I", "[3] b [3]I", ("[3]I",), (3,)),
        ("[3] [3]I b [3]I", "[3] [3]I b", ("[3]I",), (8,)),
        ("d* *S **S", "d* **S", ("*S",), (2,)),
        ("a ibid. b ibid. ibid. ibid.", "a b", ("ibid.",) * 4, (1, 7, 12, 17)),
        ("a b c d", "d", ("c", "a", "b"), (2, 0, 1)),
        ("one one two", "one", ("one two",), (3,)),
        ("a", "a", ("",), (-1,)),
        ("", "", (), ()),
    ],
)
def test_each_piece_has_its_place(
    text: str, main: str, pieces: Sequence[str], starts: tuple[int, ...]
) -> None:
    assert Alignment(starts) == _align(text, main, *pieces)


@pytest.mark.parametrize(
    ("text", "main", "pieces"),
    [
        ("a b", "ab", ()),
        ("ab", "a b", ()),
        ("a b c", "a c", ()),
        ("a c", "a b c", ()),
        ("a word b", "a b", ("wor",)),
        ("a n b n", "a b", ("n", "n", "n")),
        ("a n b n", "a b", ("n",)),
        ("a b", "b a", ()),
        ("wo n rd", "word", ("n",)),
    ],
)
def test_what_differs_has_no_alignment(text: str, main: str, pieces: Sequence[str]) -> None:
    assert isinstance(_align(text, main, *pieces), Mismatch)


def test_the_furthest_place_that_both_reach_is_reported() -> None:
    assert Mismatch(3, 3) == _align("a b c d", "a b c e")
    assert Mismatch(4, 1) == _align("a xyz b c", "a d c", "xyz")


def test_a_piece_that_the_transcription_lacks_is_named() -> None:
    assert 1 == getattr(_align("a b n", "a b", "n", "m"), "piece", None)


@pytest.mark.parametrize(("text", "agrees"), [("ab", True), ("a b", True), ("a c", False)])
def test_the_edge_of_a_block_agrees_with_space_and_with_none(text: str, agrees: bool) -> None:
    builder = StreamBuilder()
    builder.add("a")
    builder.add_edge()
    builder.add("b")
    aligned = align(stream_of(text), builder.build(), ())
    assert agrees is isinstance(aligned, Alignment)


def test_white_space_at_an_edge_is_still_required() -> None:
    builder = StreamBuilder()
    builder.add("a ")
    builder.add_edge()
    builder.add("b")
    assert isinstance(align(stream_of("ab"), builder.build(), ()), Mismatch)


WORDS = st.lists(st.sampled_from(["a", "b", "ab", "[1]", "ibid."]), min_size=1, max_size=6)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=8),
    st.randoms(use_true_random=False),
)
def test_pieces_that_were_cut_out_are_found_again(
    parts: list[tuple[list[str], bool]], dice: random.Random
) -> None:
    text = " ".join(" ".join(words) for words, _ in parts)
    main = " ".join(" ".join(words) for words, is_moved in parts if not is_moved)
    pieces = [" ".join(words) for words, is_moved in parts if is_moved]
    dice.shuffle(pieces)
    aligned = _align(text, main, *pieces)
    assert isinstance(aligned, Alignment)
    stream = stream_of(text)
    kept = bytearray(b"\1" * len(stream))
    for start, piece in zip(aligned.starts, pieces, strict=True):
        length = len(stream_of(piece))
        assert stream_of(piece).agrees(1, stream, start + 1, length - 1)
        assert all(kept[start : start + length])
        kept[start : start + length] = bytes(length)
    left = "".join(c for c, is_kept in zip(stream.characters, kept, strict=True) if is_kept)
    assert stream_of(main).characters == left


@pytest.mark.parametrize(
    ("text", "main", "pieces"),
    [
        ("x " * 3000 + "* ibid. " * 3000, "x " * 3000, ["* ibid."] * 3000),
        ("x " * 3000 + "* ibid. " * 3000, "x " * 3000, ["* ibid."] * 3001),
        ("x " * 3000 + "* ibid. " * 3000, "x " * 3000, ["* ibid."] * 2999),
        ("[1] " * 6000, "[1] " * 3000, ["[1]"] * 3000),
        ("[1] " * 6000 + "y", "[1] " * 3000 + "z", ["[1]"] * 3000),
        (" ".join(f"n{i} n{i}" for i in range(2000)), "", [f"n{i}" for i in range(2000)] * 2),
        ("a " * 2000, "", ["a " * i for i in range(1, 63)]),
    ],
)
def test_repetition_takes_no_more_than_linear_time(text: str, main: str, pieces: list[str]) -> None:
    start = time.process_time()
    _align(text, main, *pieces)
    assert time.process_time() - start < 10
