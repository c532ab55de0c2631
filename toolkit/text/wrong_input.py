"""Recognise input that is not the plain text of its language: mojibake, mark-up, another script.

Each kind is described once for a text, with the places where it shows; the annotators leave these
places alone, since what is wrong there is not a word.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from toolkit.memo import remember
from toolkit.text.document import Document
from toolkit.text.span import Span

Kind = Literal["mojibake", "markup", "markdown", "script"]

WRONG_ENCODINGS: Final = ("cp1252", "latin-1", "cp1250", "cp1251", "mac_roman", "cp850", "cp437")
"""Encodings that UTF-8 is read in by mistake, the most usual first."""

_LEADS: Final = ((range(0xC2, 0xE0), 1), (range(0xE0, 0xF0), 2), (range(0xF0, 0xF5), 3))
"""First bytes of UTF-8 sequences, and the number of bytes that follow."""
_DOUBTFUL: Final = frozenset("\u00a0 «»“”„‘’‚‹›…–—°")
"""Signs that follow a capital in good texts too, such as the quotation mark after it."""
_TYPOGRAPHIC: Final = frozenset(map(chr, (*range(0x2010, 0x2040), 0x20AC, 0x2122)))
"""Dashes, quotation marks, the signs of the euro and of trade marks."""
_SAMPLE: Final = 20_000

_TAG: Final = re.compile(
    r"<(?P<close>/)?(?P<name>[A-Za-z][\w:.-]{0,30})"
    r"(?P<attributes>(?:\s+[\w:.-]{1,40}\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+)){0,30})"
    r"\s*(?P<empty>/)?>|<!--.{0,2000}?-->",
    re.DOTALL,
)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_EMPTY_TAGS: Final = frozenset(("br", "hr", "img", "wbr"))

_MARKDOWN: Final = (
    (re.compile(r"^#{1,6}[ \t]+(?=[^\W\d_])", re.MULTILINE), 1),
    (re.compile(r"(?<!\*)\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?!\*)"), 1),
    (re.compile(r"!?\[[^\]\n]{0,200}\]\((?:https?://|mailto:|[\w./#-]+\))[^)\s]{0,300}\)?"), 2),
    (re.compile(r"^(?:```|~~~).*$", re.MULTILINE), 1),
)
"""Signs of Markdown that plain transcriptions lack, each with its weight.

Its tables are not among them: those are encoded.
"""
_ENOUGH_MARKDOWN: Final = 2


@dataclass(frozen=True, slots=True)
class WrongInput:
    """One kind of wrong input, with all its places in the text.

    ``detail`` is the encoding that repairs mojibake, or the script of the letters. ``example`` is a
    word as it is; ``repaired`` the same word as it should be, or the script of the language.
    """

    kind: Kind
    places: tuple[Span, ...]
    detail: str = ""
    example: str = ""
    repaired: str = ""


@remember
def find_wrong_input(doc: Document) -> tuple[WrongInput, ...]:
    """Return each kind of wrong input that the text shows."""
    found = (
        _find_mojibake(doc.text),
        _find_markup(doc.text),
        _find_markdown(doc.text),
        _find_other_script(doc),
    )
    return tuple(wrong for wrong in found if wrong)


def places_of_wrong_input(doc: Document) -> tuple[Span, ...]:
    """Return all places with wrong input in the order of the text, overlapping ones as one."""
    merged: list[Span] = []
    for span in sorted(span for wrong in find_wrong_input(doc) for span in wrong.places):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _find_mojibake(text: str) -> WrongInput | None:
    """Find UTF-8 that was read in another encoding; the encoding with most sequences repairs it."""
    if text.isascii():
        return None
    best: tuple[Span, ...] = ()
    encoding = ""
    for candidate in WRONG_ENCODINGS:
        spans = tuple(_find_sequences(text, candidate))
        if len(spans) > len(best):
            best, encoding = spans, candidate
    if not best:
        return None
    places = tuple(dict.fromkeys(_word_around(text, span) for span in best))
    example = places[0].of(text)
    return WrongInput("mojibake", places, encoding, example, _repair(example, encoding))


def _find_sequences(text: str, encoding: str) -> Iterator[Span]:
    """Yield the sequences that an encoding turns back into one character; none without proof."""
    found = [
        (Span(*match.span()), match[0], decoded)
        for match in _sequences(encoding).finditer(text)
        if (decoded := _decode(match[0], encoding))
    ]
    if any(_is_proof(text, *sequence, encoding) for sequence in found):
        yield from (span for span, _, _ in found)


def _is_proof(text: str, span: Span, read: str, decoded: str, encoding: str) -> bool:
    """Whether a sequence is no letter with the sign that happens to follow it."""
    if unicodedata.name(decoded, "").startswith("LATIN"):
        beside = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
        legible = encoding in WRONG_ENCODINGS[:3] or any(map(str.isalpha, beside))
        return legible and read[-1] not in _DOUBTFUL and not read.isalpha()
    if not decoded.isalpha():
        return decoded in _TYPOGRAPHIC or (len(read) == 2 and read[-1] not in _DOUBTFUL)
    following = _sequences(encoding).match(text, span.end)
    return following is not None and bool(_decode(following[0], encoding))


def _decode(read: str, encoding: str) -> str:
    """Return the character that was meant, empty if it is none that texts have."""
    try:
        decoded = _to_bytes(read, encoding).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""
    return decoded if _is_usual(decoded, encoding) else ""


def _is_usual(char: str, encoding: str) -> bool:
    """Whether a character is a letter of Europe's alphabets, or a sign of their texts."""
    alphabets = ("CYRILLIC",) if encoding == "cp1251" else ("LATIN", "GREEK", "CYRILLIC")
    if char.isalpha():
        return unicodedata.name(char, "").startswith(alphabets)
    return encoding != "cp1251" and (ord(char) < 0x100 or 0x2000 <= ord(char) < 0x2300)


def _to_bytes(read: str, encoding: str) -> bytes:
    """Encode what was read; bytes that the encoding leaves undefined were read as controls."""
    return b"".join(
        bytes((ord(char),)) if "\x80" <= char <= "\x9f" else char.encode(encoding) for char in read
    )


@cache
def _sequences(encoding: str) -> re.Pattern[str]:
    """Return a pattern for UTF-8 sequences as they look when read in an encoding."""
    following = _class_of(range(0x80, 0xC0), encoding)
    return re.compile(
        "|".join(f"{_class_of(leads, encoding)}{following}{{{more}}}" for leads, more in _LEADS)
    )


def _class_of(numbers: Iterable[int], encoding: str) -> str:
    chars = (bytes((n,)).decode(encoding, "ignore") + (chr(n) if n < 0xA0 else "") for n in numbers)
    return "[" + "".join(map(re.escape, "".join(chars))) + "]"


def _repair(text: str, encoding: str) -> str:
    return _sequences(encoding).sub(lambda m: _decode(m[0], encoding) or m[0], text)


def _word_around(text: str, span: Span) -> Span:
    """Return the stretch without white space around a place, of 80 characters at most."""
    start, end = span.start, span.end
    while start and not text[start - 1].isspace() and span.start - start < 40:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - span.end < 40:
        end += 1
    return Span(start, end)


def _find_markup(text: str) -> WrongInput | None:
    """Find tags (in pairs, empty, or with attributes), comments, and entities of HTML or XML."""
    if "<" not in text and "&" not in text:
        return None
    tags = [*_TAG.finditer(text)]
    closed = {tag["name"].lower() for tag in tags if tag["close"]}
    opened = {tag["name"].lower() for tag in tags if tag["name"] and not tag["close"]}
    marks = [tag for tag in tags if _is_tag(tag, closed & opened)]
    marks += [entity for entity in _ENTITY.finditer(text) if _is_entity(entity[0])]
    places = tuple(sorted(Span(*mark.span()) for mark in marks))
    return WrongInput("markup", places, example=places[0].of(text)[:60]) if places else None


def _is_tag(tag: re.Match[str], paired: set[str]) -> bool:
    name = (tag["name"] or "").lower()
    return (
        not name or name in paired or name in _EMPTY_TAGS or bool(tag["attributes"] or tag["empty"])
    )


def _is_entity(entity: str) -> bool:
    from html import unescape  # noqa: PLC0415  # seldom needed

    return unescape(entity) != entity


def _find_markdown(text: str) -> WrongInput | None:
    """Find headings, bold words, links and code of Markdown, if they prove each other."""
    found = [(Span(*m.span()), weight) for sign, weight in _MARKDOWN for m in sign.finditer(text)]
    if sum(weight for _, weight in found) < _ENOUGH_MARKDOWN:
        return None
    places = tuple(sorted(span for span, _ in found))
    line = text[places[0].start :].partition("\n")[0]
    return WrongInput("markdown", places, example=line[:60])


def _find_other_script(doc: Document) -> WrongInput | None:
    """Find a text whose letters are mostly of another script than its language is written in."""
    expected = _script_of(doc.language)
    if not expected:
        return None
    counts = Counter(map(_script_of_letter, filter(str.isalpha, doc.text[:_SAMPLE])))
    if not counts:
        return None
    script, number = counts.most_common(1)[0]
    if script == expected or number * 2 <= counts.total() or not _is_alphabet(script):
        return None
    if script in _scripts_beside(doc.language.partition("-")[0].lower()):
        return None
    everything = (Span(0, len(doc.text)),)
    return WrongInput("script", everything, script.capitalize(), repaired=expected.capitalize())


@cache
def _script_of_letter(letter: str) -> str:
    """Return the first word of a letter's name, which is that of its script."""
    return unicodedata.name(letter, "").partition(" ")[0]


@cache
def _script_of(tag: str) -> str:
    """Return the script of a language tag as names of letters have it; empty if unknown."""
    from babel.core import Locale, get_global  # noqa: PLC0415  # seldom needed

    language, _, rest = tag.partition("-")
    likely = str(get_global("likely_subtags").get(language.lower(), ""))
    subtags = (*rest.split("-"), *likely.split("_")[1:])
    code = next((s.capitalize() for s in subtags if len(s) == 4 and s.isalpha()), "")
    name = Locale("en").scripts.get(code, "").upper()
    return name if _is_alphabet(name) else ""


@cache
def _scripts_beside(language: str) -> frozenset[str]:
    """Return the other scripts that a language is written in, as CLDR lists them."""
    from babel.core import Locale  # noqa: PLC0415  # seldom needed
    from babel.localedata import locale_identifiers  # noqa: PLC0415

    own = (name.split("_") for name in locale_identifiers() if name.startswith(f"{language}_"))
    codes = {parts[1] for parts in own if len(parts[1]) == 4 and parts[1].isalpha()}
    names = Locale("en").scripts
    return frozenset(names.get(code, "").upper() for code in codes)


def _is_alphabet(script: str) -> bool:
    """Whether letters are named after the script, with a word that is its whole name."""
    return script in _alphabets()


@cache
def _alphabets() -> frozenset[str]:
    letters = "aабגαعԱაअกཀአ"
    return frozenset(map(_script_of_letter, letters))
