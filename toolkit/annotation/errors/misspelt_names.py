"""Misspelt names: compared with the other names of the text and with the authority lists.

Two names that differ by a letter may be two persons, two cases of one language or two spellings
that were both in use. Only what no language does to a name is certain: a lost last letter that is
no ending, or a letter replaced by one of the same shape.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from toolkit.annotation.errors.candidates import find_look_alikes
from toolkit.annotation.errors.confusions import LIKELY, undo_confusions
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word
from toolkit.edition import Edition
from toolkit.languages import Language
from toolkit.languages.errors import Errors
from toolkit.text import Cert, Span

SHORTEST = 6
"""Letters of the shortest name that is compared: shorter ones have neighbours by chance."""

LONGEST = 30
"""Letters of the longest one: what is longer is no name, and would take its time."""

COMMON = 3.5
"""Zipf value of a common word: three in a million."""

_ENDINGS_ANYWHERE = frozenset("aeimnrsuxy")
"""Last letters that are an ending in some language a name may come from."""

_VOWELS = frozenset("aeiouyäöüéèà")


def find_misspelt_names(
    blocks: Sequence[Block],
    edition: Edition,
    lexicon: Lexicon | None,
    language: Language,
    named: Container[int],
) -> Iterator[Proposal]:
    """Yield names that occur once and are one letter away from another name.

    ``named`` are the offsets of words in names: where all nouns have capitals, a correction is
    certain only there.
    """
    capitalised = chain.from_iterable(map(_capitalised_words, blocks))
    words = [*filter(_may_be_name, capitalised)]
    counts = Counter(map(_strip_genitive, words))
    listed = listed_names(edition)
    index = _build_index(listed.union(name for name, count in counts.items() if count > 1))
    for word in words:
        name = _strip_genitive(word)
        if counts[name] > 1 or name in listed or _is_word(name, lexicon):
            continue
        proposal = _compare(word, name, index, language)
        noun = language.traits.capitalises_nouns and word.start not in named
        if proposal is not None:
            yield _lower_certainty(proposal) if noun else _check_target(proposal, lexicon)


def _check_target(proposal: Proposal, lexicon: Lexicon | None) -> Proposal:
    """Make a correction uncertain if it is itself a misread word."""
    misread = _is_misread_word(proposal.correction or "", lexicon)
    return _lower_certainty(proposal) if misread else proposal


def _lower_certainty(proposal: Proposal) -> Proposal:
    return replace(proposal, cert=Cert.LOW)


def listed_names(edition: Edition) -> set[str]:
    """Return the parts of all names in the authority lists."""
    return {part for entry in edition.authority for name in entry.names for part in name.split()}


def _capitalised_words(block: Block) -> Iterator[Word]:
    """Yield the words with a capital: few, so that the others need not be made."""
    return (block.word(at) for at, read in enumerate(block.texts) if read[0].isupper())


def _may_be_name(word: Word) -> bool:
    name = _strip_genitive(word)
    return (
        SHORTEST - 1 <= len(name) <= LONGEST
        and not name.isupper()
        and name.isalpha()
        and not word.divided
    )


def _strip_genitive(word: Word) -> str:
    """Return the word without ``'s``."""
    return word.text[:-2] if word.text[-2:] in ("'s", "’s") else word.text


def _is_word(name: str, lexicon: Lexicon | None) -> bool:
    key = name.lower()
    return lexicon is not None and (lexicon.knows(key) or lexicon.is_foreign(key))


def _is_misread_word(target: str, lexicon: Lexicon | None) -> bool:
    """Whether the other form is no name but a common word misread twice, as ``Majefty``."""
    if lexicon is None or lexicon.knows(target.lower()):
        return False
    alike = find_look_alikes(target.lower(), lexicon)
    return any(c.how == "sure" and c.zipf >= COMMON for c in alike)


def _build_index(names: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Index every name by itself and by its forms without one letter."""
    index: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if SHORTEST <= len(name) <= LONGEST and name[:1].isupper():
            for form in _delete_letter(name):
                index[form].add(name)
    return {form: frozenset(same) for form, same in index.items()}


def _delete_letter(name: str) -> Iterator[str]:
    yield name
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]


def _compare(
    word: Word, name: str, index: Mapping[str, frozenset[str]], language: Language
) -> Proposal | None:
    """Propose the name that this one is a misspelling of, if there is only one."""
    near = {
        target
        for form in _delete_letter(name)
        for target in index.get(form, ())
        if is_one_letter_apart(name, target) and not is_inflected(name, target, language)
    }
    if len(near) != 1:
        return None
    target = near.pop()
    difference = _rate(name, target, language)
    reason = f'"{name}" {difference.description}; elsewhere the name is "{target}"'
    span = Span(word.start, word.start + len(name))
    cert = difference.cert
    return Proposal(span, target, cert, "misspelt-name", reason, 2.0 + cert.rank)


def is_one_letter_apart(name: str, target: str) -> bool:
    """Whether one letter is missing, added or replaced, or two neighbours are exchanged."""
    if len(name) != len(target):
        shorter, longer = sorted((name, target), key=len)
        return len(longer) - len(shorter) == 1 and shorter in _delete_letter(longer)
    differing = [at for at in range(len(name)) if name[at] != target[at]]
    if len(differing) == 1:
        return True
    return (
        len(differing) == 2
        and differing[1] - differing[0] == 1
        and name[differing[0]] == target[differing[1]]
        and name[differing[1]] == target[differing[0]]
    )


def is_inflected(name: str, target: str, language: Language) -> bool:
    """Whether the two may be forms of one name, as Dukhonin and Dukhonins, Petrov and Petrova."""
    endings = language.topic(Errors).name_endings
    if target[:-1] == name:
        return not endings or target[-1] in endings
    if name[:-1] == target:
        return True
    return name[:-1] == target[:-1] and {name[-1], target[-1]} <= _VOWELS


@dataclass(frozen=True, slots=True)
class _Difference:
    """How two names differ, and how certain that makes the error."""

    cert: Cert
    description: str


def _rate(name: str, target: str, language: Language) -> _Difference:
    if target[:-1] == name and _lacks_last_letter(target, language):
        return _Difference(Cert.HIGH, "lacks its last letter")
    if _have_same_shape(name, target):
        return _Difference(Cert.HIGH, "has a letter of the same shape")
    return _Difference(Cert.LOW, "differs by one letter")


def _lacks_last_letter(target: str, language: Language) -> bool:
    """Whether the last letter of the other name is no ending in any language, and not double."""
    return (
        bool(language.topic(Errors).name_endings)
        and target[-1] not in _ENDINGS_ANYWHERE
        and target[-1] != target[-2]
    )


def _have_same_shape(name: str, target: str) -> bool:
    """Whether the names differ by one sure confusion, other than of two vowels."""
    differing = [pair for pair in zip(name, target, strict=False) if pair[0] != pair[1]]
    if differing and set(differing[0]) <= _VOWELS:
        return False
    return any(w == target.lower() and c < LIKELY for w, c in undo_confusions(name.lower()))
