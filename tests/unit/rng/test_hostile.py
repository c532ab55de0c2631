"""Hostile documents: a clear finding, in bounded time and memory, and never a traceback."""

import io
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.exceptions import SourceError
from toolkit.findings import Finding
from toolkit.rng import Grammar, validate

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
START = f"{TEI}<teiHeader><title/></teiHeader><text>"
GOOD = (
    f'{START}<div xml:id="a" type="chapter"><head>H</head><p>a <hi n="1">b</hi></p></div>'
    "</text></TEI>"
)


def check(grammar: Grammar, data: bytes) -> list[Finding]:
    started = time.process_time()
    found = list(validate(grammar, data, limit=100))
    assert time.process_time() - started < 20
    assert all(len(finding.message) < 400 for finding in found)
    return found


def codes(found: list[Finding]) -> set[str]:
    return {finding.code for finding in found}


def test_entities_that_expand_without_end_are_refused(grammar: Grammar) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE TEI [<!ENTITY e0 "lol">{levels}]>{START}<div><p>&e11;</p></div></text></TEI>'
    assert "XML003" in codes(check(grammar, bomb.encode()))


def test_external_entities_are_not_read(grammar: Grammar, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("<p>secret</p>")
    text = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret}">]>{START}<div>&x;</div></text></TEI>'
    found = check(grammar, text.encode())
    assert "<p>secret" not in "".join(finding.message for finding in found)
    assert {"RNG002", "XML002"} == codes(found)


def test_an_entity_in_another_file_is_named(grammar: Grammar) -> None:
    text = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "y.xml">]>{START}<div><p>&x;</p></div></text></TEI>'
    (finding,) = check(grammar, text.encode())
    assert "the entity &x; refers to another file, which is not read: y.xml" == finding.message


def test_an_undeclared_entity_is_reported(grammar: Grammar) -> None:
    text = f'<!DOCTYPE TEI SYSTEM "tei.dtd">{START}<div><p>&auml;</p></div></text></TEI>'
    assert {"XML002"} == codes(check(grammar, text.encode()))


def test_nesting_a_hundred_thousand_deep_is_refused(grammar: Grammar) -> None:
    deep = START + "<div>" * 100_000 + "</div>" * 100_000 + "</text></TEI>"
    assert "XML003" in codes(check(grammar, deep.encode()))


@pytest.mark.parametrize("number", [50_000, pytest.param(1_000_000, marks=pytest.mark.slow)])
def test_very_many_attributes_are_reported_briefly(grammar: Grammar, number: int) -> None:
    many = " ".join(f'a{n}=""' for n in range(number))
    found = check(grammar, f"{START}<div><p {many}/></div></text></TEI>".encode())
    assert {"RNG004"} == codes(found)
    assert len(found) <= 10


@pytest.mark.parametrize("size", [2_000_000, pytest.param(50_000_000, marks=pytest.mark.slow)])
def test_a_very_long_value_is_shortened(grammar: Grammar, size: int) -> None:
    long = "x" * size
    found = check(grammar, f'{START}<div type="{long}"><p/></div></text></TEI>'.encode())
    assert {"RNG006"} == codes(found)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 1000,
        b"plain text",
        b"\xff\xfe\x00",
        GOOD.encode()[:-20],
        GOOD.encode().replace(b"H<", b"\x00<"),
        GOOD.encode("utf-16")[:-1],
        b'<?xml version="1.0" encoding="utf-8"?>' + GOOD.replace("H", "\xe4").encode("latin-1"),
        b'<?xml version="1.0" encoding="shift_jis"?><TEI>\x81',
        b'<?xml version="1.0" encoding="no-such-encoding"?><TEI/>',
        b'<?xml version="1.0" encoding="rot13"?><TEI/>',
        b'<TEI a="1" a="2"/>',
        b"<a:TEI/>",
    ],
)
def test_what_is_not_xml_is_one_finding(grammar: Grammar, data: bytes) -> None:
    assert "XML001" in codes(check(grammar, data))


def test_a_missing_file_is_an_error_of_the_toolkit(grammar: Grammar, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=re.escape("none.xml: cannot be read")):
        list(validate(grammar, tmp_path / "none.xml"))


def test_a_stream_is_read_piece_by_piece(grammar: Grammar) -> None:
    assert [] == list(validate(grammar, io.BytesIO(GOOD.encode())))


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """A good document with some bytes cut out, doubled or replaced."""
    data = bytearray(GOOD.encode())
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.integers(0, 30))
        way = draw(st.sampled_from(("cut", "double", "replace")))
        piece = bytes(data[at : at + length])
        new = {
            "cut": b"",
            "double": piece * 2,
            "replace": draw(st.binary(max_size=8)) if way == "replace" else b"",
        }
        data[at : at + length] = new[way]
    return bytes(data)


@given(data=mutations())
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_mutation_of_a_document_makes_it_crash(grammar: Grammar, data: bytes) -> None:
    for finding in validate(grammar, data, limit=50):
        assert finding.message
        assert finding.place.line is None or finding.place.line > 0
