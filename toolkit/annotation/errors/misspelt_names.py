"""Names: a name cut or misspelt, against the same name elsewhere in the text or in the lists.

Two names that differ by a letter may be two persons, two cases of one language or two spellings
that both were in use. Sure is only what no language does to a name: its last letter lost, where
that letter is no ending, or a letter replaced by one of the same shape.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from toolkit.annotation.errors.candidates import look_alikes
from toolkit.annotation.errors.confusions import LIKELY, unconfused
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word
from toolkit.edition import Edition
from toolkit.text import Cert, Span

SHORTEST = 6
"""Letters of the shortest name that is compared: among shorter ones chance makes neighbours."""

LONGEST = 30
"""Letters of the longest one: what is longer is no name, and would take its time."""

COMMON = 3.5
"""Zipf value of a common word: three in a million."""

_ENDINGS = MappingProxyType({"en": "s", "de": "senmr", "fr": "sexn"})
"""Last letters that may be an ending, by language; in other languages any letter may be one."""

_ANY_ENDING = frozenset("aeimnrsuxy")
"""Last letters that are an ending in some language a name may come from."""

_VOWELS = frozenset("aeiouyäöüéèà")


def misspelt_names(
    blocks: Sequence[Block],
    edition: Edition,
    lexicon: Lexicon | None,
    language: str,
    named: Container[int],
) -> Iterator[Proposal]:
    """Names that stand once and are one letter away from a name of the text or of the lists.

    ``named`` are the offsets inside names: in German, where all nouns have capitals, only there a
    correction is sure.
    """
    words = [word for block in blocks for word in _capitalised(block) if _may_be_name(word)]
    counts = Counter(_name(word) for word in words)
    listed = {part for entry in edition.authority for name in entry.names for part in name.split()}
    targets = {name for name, count in counts.items() if count > 1} | listed
    index = _index(t for t in targets if SHORTEST <= len(t) <= LONGEST and t[:1].isupper())
    for word in words:
        name = _name(word)
        if counts[name] == 1 and name not in listed and not _is_known(name, lexicon):
            proposal = _compared(word, name, index, language)
            if proposal is None:
                continue
            noun = language == "de" and word.start not in named
            if _is_misread(proposal.correction or "", lexicon) or noun:
                proposal = replace(proposal, cert=Cert.LOW)
            yield proposal


def _capitalised(block: Block) -> Iterator[Word]:
    """The words that begin with a capital: few, so that the others need not be made."""
    return (block.word(at) for at, read in enumerate(block.texts) if read[0].isupper())


def _may_be_name(word: Word) -> bool:
    name = _name(word)
    return (
        SHORTEST - 1 <= len(name) <= LONGEST
        and not name.isupper()
        and name.isalpha()
        and not word.divided
    )


def _name(word: Word) -> str:
    """The word without the ``'s`` of the English genitive."""
    return word.text[:-2] if word.text[-2:] in ("'s", "’s") else word.text


def _is_known(name: str, lexicon: Lexicon | None) -> bool:
    key = name.lower()
    return lexicon is not None and (lexicon.knows(key) or lexicon.is_foreign(key))


def _is_misread(target: str, lexicon: Lexicon | None) -> bool:
    """Whether the other form is no name but a common word misread twice, as ``Majefty``."""
    if lexicon is None or lexicon.knows(target.lower()):
        return False
    alike = look_alikes(target.lower(), lexicon.language)
    return any(c.how == "sure" and c.zipf >= COMMON for c in alike)


def _index(names: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Every name under itself and under what is left of it without one letter."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for form in _without_a_letter(name):
            found[form].add(name)
    return {form: frozenset(names) for form, names in found.items()}


def _without_a_letter(name: str) -> Iterator[str]:
    yield name
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]


def _compared(
    word: Word, name: str, index: Mapping[str, frozenset[str]], language: str
) -> Proposal | None:
    near = {
        target
        for form in _without_a_letter(name)
        for target in index.get(form, ())
        if _one_letter_apart(name, target) and not _is_inflected(name, target, language)
    }
    if len(near) != 1:
        return None
    target = near.pop()
    cert, what = _judged(name, target, language)
    reason = f'"{name}" {what}; elsewhere the name is "{target}"'
    span = Span(word.start, word.start + len(name))
    return Proposal(span, target, cert, "misspelt-name", reason, 2.0 + cert.rank)


def _one_letter_apart(name: str, target: str) -> bool:
    """Whether one letter is missing, too much, other, or two neighbours are exchanged."""
    if len(name) != len(target):
        shorter, longer = sorted((name, target), key=len)
        return len(longer) - len(shorter) == 1 and shorter in _without_a_letter(longer)
    differing = [at for at in range(len(name)) if name[at] != target[at]]
    if len(differing) == 1:
        return True
    return (
        len(differing) == 2
        and differing[1] - differing[0] == 1
        and name[differing[0]] == target[differing[1]]
        and name[differing[1]] == target[differing[0]]
    )


def _is_inflected(name: str, target: str, language: str) -> bool:
    """Whether the two may be forms of one name, as Dukhonin and Dukhonins, Petrov and Petrova."""
    endings = _ENDINGS.get(language, "")
    if target[:-1] == name:
        return not endings or target[-1] in endings
    if name[:-1] == target:
        return True
    return name[:-1] == target[:-1] and {name[-1], target[-1]} <= _VOWELS


def _judged(name: str, target: str, language: str) -> tuple[Cert, str]:
    cut = target[:-1] == name and language in _ENDINGS
    if cut and target[-1] not in _ANY_ENDING and target[-1] != target[-2]:
        return Cert.HIGH, "lacks its last letter"
    if _same_shape(name, target):
        return Cert.HIGH, "has a letter of the same shape"
    return Cert.LOW, "differs by one letter"


def _same_shape(name: str, target: str) -> bool:
    """Whether the names differ by one sure confusion, other than of two vowels."""
    differing = [(a, b) for a, b in zip(name, target, strict=False) if a != b]
    if differing and {differing[0][0], differing[0][1]} <= _VOWELS:
        return False
    return any(w == target.lower() and c < LIKELY for w, c in unconfused(name.lower()))
