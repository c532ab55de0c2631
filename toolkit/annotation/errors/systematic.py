"""Systematic confusions: what is misread in the same way throughout a document.

A reading machine or a careless transcription may take every long s for an f (``fhall`` for
*shall*), or lose every apostrophe (``mother s``, French ``l homme``). Such a confusion is
recognised for the document as a whole and then corrected wherever it occurs.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from toolkit.annotation.errors.bigrams import BOUNDARY, build_context, load_bigrams
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word, match_case
from toolkit.text import Cert, Span

DISTINCT = 3
"""Different words that have to show a confusion before it counts as systematic."""

SHARE = 0.004
"""Share of words that have to show it: one in 250."""

COMMON = 3.5
"""Zipf value of a word that proves a confusion."""

KNOWN = 2.5
"""Zipf value from which on the corrected word is certain: three in ten million."""

CLEARLY = 2.0
"""By how much the corrected word must be likelier than a known one, as base-10 log-odds."""

LEADING = 1.0
"""By how much one corrected form must be likelier than the next, as base-10 log-odds."""

MOST = 4
"""Letters f in a word that are tried together: the number of forms stays bounded."""

CERTAIN = 5.0
"""Log-odds of a proposal for a systematic confusion."""


def find_long_s(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Yield all words with an f for a long s, in a document where that is systematic."""
    counts = Counter(key for block in blocks for key in block.keys if "f" in key)
    forms = {key: form for key in counts if (form := restore_long_s(key, lexicon))}
    proven = _count_proofs(counts, forms, lexicon)
    words = sum(len(block.keys) for block in blocks)
    if proven and proven >= SHARE * words:
        for block in blocks:
            yield from _restore_in(block, forms, proven, lexicon)


def _count_proofs(counts: Counter[str], forms: Mapping[str, str], lexicon: Lexicon) -> int:
    """Return the number of words that prove the confusion, 0 if they are too few different ones."""
    proofs = [key for key, form in forms.items() if _is_proof(key, form, lexicon)]
    return sum(counts[key] for key in proofs) if len(proofs) >= DISTINCT else 0


def _restore_in(
    block: Block, forms: Mapping[str, str], proven: int, lexicon: Lexicon
) -> Iterator[Proposal]:
    for at, key in enumerate(block.keys):
        if key in forms and _is_likelier(block, at, forms[key], lexicon):
            yield _propose_long_s(block.word(at), forms[key], proven, lexicon)


def restore_long_s(key: str, lexicon: Lexicon) -> str:
    """Return the only likely word with s for one f or more, empty if there is none.

    A long s is never the last letter.
    """
    known = sorted(
        ((zipf, form) for form in _forms_with_s(key) if (zipf := lexicon.zipf(form))), reverse=True
    )
    if not known or (len(known) > 1 and known[0][0] - known[1][0] < LEADING):
        return ""
    return known[0][1]


def _forms_with_s(key: str) -> Iterator[str]:
    """Yield the word with s for one f or more."""
    places = [at for at, letter in enumerate(key[:-1]) if letter == "f"][:MOST]
    for number in range(1, len(places) + 1):
        for chosen in combinations(places, number):
            yield _put_s(key, chosen)


def _put_s(key: str, places: Sequence[int]) -> str:
    return "".join("s" if at in places else letter for at, letter in enumerate(key))


def _is_proof(key: str, form: str, lexicon: Lexicon) -> bool:
    """Whether an unknown word becomes a common one."""
    return not lexicon.knows(key) and lexicon.zipf(form) >= COMMON


def _is_likelier(block: Block, at: int, form: str, lexicon: Lexicon) -> bool:
    """Whether the word is unknown, or its neighbours make the other form clearly likelier."""
    key = block.keys[at]
    zipf = lexicon.zipf(key)
    if not zipf:
        return True
    last = at + 1 == len(block.keys) or block.initial[at + 1]
    before = BOUNDARY if not at or block.initial[at] else block.keys[at - 1]
    context = build_context(before, BOUNDARY if last else block.keys[at + 1], lexicon)
    gain = context.association(form) - context.association(key)
    return lexicon.zipf(form) - zipf + gain >= CLEARLY


def _propose_long_s(word: Word, form: str, words: int, lexicon: Lexicon) -> Proposal:
    correction = match_case(word.text, form)
    cert = Cert.HIGH if lexicon.zipf(form) >= KNOWN else Cert.MEDIUM
    reason = f'the long s is read as f in this text ({words} words): "{correction}"'
    return Proposal(word.span, correction, cert, "long-s", reason, CERTAIN)


def find_lost_apostrophes(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> Iterator[Proposal]:
    """Yield words with a space for an apostrophe; certain where that is systematic."""
    losses = [loss for block in blocks for loss in _find_losses(text, block, lexicon)]
    systematic = len({loss.correction.lower() for loss in losses}) >= DISTINCT
    for loss in losses:
        reason = f'an apostrophe is lost: "{loss.correction}"'
        cert = Cert.HIGH if systematic else Cert.MEDIUM
        yield Proposal(loss.span, loss.correction, cert, "lost-apostrophe", reason, CERTAIN)


@dataclass(frozen=True, slots=True)
class _Loss:
    """Two words that were one, with an apostrophe between."""

    span: Span
    correction: str


def _find_losses(text: str, block: Block, lexicon: Lexicon) -> Iterator[_Loss]:
    vocabulary = lexicon.vocabulary
    parts = vocabulary.clitics.union(vocabulary.elided_words)
    if parts.isdisjoint(block.keys):
        return
    for at, (first, second) in enumerate(pairwise(block.keys)):
        if parts.isdisjoint((first, second)):
            continue
        if (
            block.texts[at + 1].islower()
            and text[block.ends[at] : block.starts[at + 1]] == " "
            and (takes_clitic(first, second, lexicon) or is_elided(first, second, lexicon))
        ):
            span = Span(block.starts[at], block.ends[at + 1])
            yield _Loss(span, f"{block.texts[at]}'{block.texts[at + 1]}")


def takes_clitic(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether the two make a common word with an apostrophe, or a genitive."""
    if second not in lexicon.vocabulary.clitics:
        return False
    if lexicon.zipf(f"{first}'{second}") >= COMMON:
        return True
    genitive = second == lexicon.vocabulary.genitive_clitic and not first.endswith("s")
    return genitive and first.isalpha() and len(first) > 2 and lexicon.zipf(first) >= COMMON


def is_elided(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether the first word is elided before the second, as in a known bigram."""
    vocabulary = lexicon.vocabulary
    return (
        first in vocabulary.elided_words
        and second[0] in vocabulary.vowels + "h"
        and load_bigrams(lexicon).has(f"{first}'", second)
    )
