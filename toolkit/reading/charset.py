"""Decode the bytes of a transcription, or refuse them with a clear message."""

import codecs
import re

from toolkit.exceptions import SourceError
from toolkit.findings import Finding, Place
from toolkit.reading.codes import ENCODING_DETECTED

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_PLAUSIBLE = (
    "cp1252 iso8859_15 cp1250 iso8859_2 cp1251 koi8_r cp1253 iso8859_7 cp1254 cp1255 cp1256 cp1257 "
    "mac_roman cp850 cp852 cp866 shift_jis euc_jp gb18030 big5 euc_kr"
).split()
"""Encodings of typed texts, the most usual first; rarer guesses are mostly wrong."""

_NO_BETTER = 0.15
"""A difference in the detector's coherence too small to count: the more usual encoding wins."""

_SHARE_OF_CONTROLS = 0.02
"""The share of control characters above which a file is not text; typed texts have few."""


def decode(data: bytes, file: str) -> tuple[str, tuple[Finding, ...]]:
    """The characters of a file, and a finding where the encoding had to be guessed.

    A byte order mark decides; then UTF-8; then the guess of charset-normalizer. Line ends
    become line feeds, as every XML parser does it (XML 1.0, section 2.11).
    SourceError if the file is empty, binary, XML, or in no encoding that can be told.
    """
    text, encoding = _decoded(data, file)
    if not text.strip():
        raise SourceError(f"{file}: the file is empty; expected the text of a transcription")
    _refuse_xml(text, file)
    findings: tuple[Finding, ...] = ()
    if encoding:
        message = f"read as {encoding}, by a guess"
        hint = "check letters with accents, and save the file as UTF-8"
        findings = (ENCODING_DETECTED.at(Place(file), message, hint=hint),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), findings


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    """Return the text, and the encoding if it was guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), ""
            except UnicodeDecodeError as error:
                raise SourceError(_undecodable(data, file, encoding, error)) from error
    _refuse_binary(data, file)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return _guess(data, file, error)


def _guess(data: bytes, file: str, error: UnicodeDecodeError) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # 40 ms, and seldom needed

    matches = list(from_bytes(data, cp_isolation=_PLAUSIBLE))
    if not matches:
        raise SourceError(_undecodable(data, file, "utf-8", error)) from error
    near = [m for m in matches if m.coherence >= matches[0].coherence - _NO_BETTER]
    guesses = {name: m for m in near for name in (m.encoding, *m.could_be_from_charset)}
    usual = next(name for name in (*_PLAUSIBLE, *guesses) if name in guesses)
    return str(guesses[usual]), usual


def _refuse_binary(data: bytes, file: str) -> None:
    controls = len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", data[:65536]))
    if b"\0" in data or controls > 2 + _SHARE_OF_CONTROLS * min(len(data), 65536):
        raise SourceError(
            f"{file}: this is a binary file; expected plain text "
            "(export the text from the word processor or scan first)"
        )


def _refuse_xml(text: str, file: str) -> None:
    if re.match(r"\s*<(\?xml|!DOCTYPE|TEI\b|teiCorpus\b)", text):
        raise SourceError(
            f"{file}: this is XML already; expected a plain transcription "
            "(tei check and tei render take TEI)"
        )


def _undecodable(data: bytes, file: str, encoding: str, error: UnicodeDecodeError) -> str:
    line = data[: error.start].count(b"\n") + 1
    return (
        f"{file}:{line}: byte {data[error.start]:#04x} is not {encoding}, and no other encoding "
        "fits the file; save it as UTF-8"
    )
