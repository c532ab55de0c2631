"""Figures: numbers that are words misread, as ``15`` for *is* or ``1`` for *I*.

A number is suspect where grammar wants a word: where the sentence would have no verb without it,
or where a verb follows that needs a person.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType

from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import SENTENCE_END, Block, Word
from toolkit.text import Cert, Span

REACH = 600
"""Characters on either side in which a sentence is looked for: time stays linear."""

_FIGURE = re.compile(r"[0-9|]|\bl\b")
"""What every rule here needs: a figure, or a sign alone that may be the figure 1."""

_COPULAS = frozenset(("15", "1s", "1S"))
_ADVERBS = frozenset(
    "alone also always already again being both even ever fully further hereby however indeed "
    "likewise never not now often once only quite so still then therefore thereby thus too very "
    "well yet".split()
)
_PARTICIPLE = re.compile("[a-z]{2,}(?:ed|en|wn|ght|ne)")
_PREPOSITIONS = frozenset("to by in for with from that as on at upon into of".split())
_NUMBERED = frozenset(
    "article chapter clause column act scene book canto document enclosure figure file item "
    "january february march april may june july august september october november december line "
    "note number page paragraph part point psalm room section series sheet table telegram verse "
    "volume no nos art ch col vol pp par sec regiment division corps army battalion company "
    "brigade squadron group district ward street route class grade size age aged of in on at by to "
    "from about some over under nearly than least most only the these those all first last next "
    "past and or with for until till before after since between".split()
)
"""Words after which a number is a number."""

_SUBJECTS = frozenset("he she it this that which who there what one nobody everybody".split())
_PLURAL = re.compile("[^isu]s$|ies$")

_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|"
    r"may|might|must|ought)\b|n['’]t\b",
    re.IGNORECASE,
)
_PERSONS = frozenset({"1", "l", "|"})
_BEFORE_PERSON = frozenset(
    "and but that for if as so when what than then where which while since because though although "
    "whom who why how think thought shall".split()
)
_FIRST_PERSON = frozenset(
    "am have had was shall should will would could can cannot do did must think thought hope "
    "believe know knew beg wish saw said went told remain never may might".split()
)

_FIGURES_FOR_LETTERS = MappingProxyType(
    {
        "en": {"0f": "of", "0n": "on", "0r": "or", "th1s": "this", "a11": "all", "wi11": "will",
               "we11": "well", "sha11": "shall", "ca11": "call", "sti11": "still", "te11": "tell",
               "fu11": "full"},
        "de": {"1hr": "ihr", "1hn": "ihn", "1ch": "ich", "v0n": "von", "v0r": "vor",
               "n0ch": "noch", "wo11te": "wollte", "a11e": "alle", "so11": "soll",
               "wi11": "will"},
        "fr": {"1es": "les", "11s": "ils", "e5t": "est", "e6t": "est", "5es": "ses", "s0n": "son",
               "0n": "on", "0u": "ou", "p0ur": "pour", "n0us": "nous", "v0us": "vous",
               "que1": "quel", "e11e": "elle"},
    }
)  # fmt: skip
"""Short words in which figures stand for letters, and which are no sum, measure or ordinal."""


def misread_numbers(text: str, blocks: Sequence[Block], language: str) -> Iterator[Proposal]:
    """Figures that stand for a short word: by grammar (English), or since no number is so."""
    for block in blocks:
        if not _FIGURE.search(text, block.span.start, block.span.end):
            continue
        if language == "en":
            yield from _copulas(text, block)
            yield from _pronouns(text, block)
        yield from _figures_for_letters(block, language)


def _copulas(text: str, block: Block) -> Iterator[Proposal]:
    if _COPULAS.isdisjoint(block.texts):
        return
    words = block.words
    for at, word in enumerate(words):
        if word.text not in _COPULAS or not 0 < at < len(words) - 2:
            continue
        before = words[at - 1]
        if before.key.removesuffix("s") in _NUMBERED or before.key in _NUMBERED:
            continue
        if not before.key.isalpha() or not _adjacent(text, words, at):
            continue
        if not _participle_follows(words, at + 1):
            continue
        around = _sentence(text, block, word.span)
        sure = _cannot_be_numbered(before) and not _FINITE.search(around)
        cert = Cert.HIGH if sure else Cert.MEDIUM
        reason = f'grammar wants a verb before the participle; "{word.text}" looks like "is"'
        yield Proposal(word.span, "is", cert, "number-for-verb", reason, 3.0)


def _cannot_be_numbered(word: Word) -> bool:
    """Whether a number cannot belong to the word: a plural, or a pronoun. *Decree 15* might."""
    return word.key in _SUBJECTS or bool(_PLURAL.search(word.key))


def _adjacent(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether only space stands between this word and its neighbours."""
    before, word, after = words[at - 1 : at + 2]
    left = text[before.end : word.start]
    right = text[word.end : after.start]
    return left.isspace() and right.isspace()


def _participle_follows(words: Sequence[Word], at: int) -> bool:
    """Whether a participle and its preposition follow, perhaps after an adverb."""
    if words[at].text in _ADVERBS:
        at += 1
    following = words[at : at + 2]
    return (
        len(following) == 2
        and bool(_PARTICIPLE.fullmatch(following[0].text))
        and following[1].text in _PREPOSITIONS
    )


def _sentence(text: str, block: Block, span: Span) -> str:
    """The sentence around a place, the place itself left out."""
    first, last = max(block.span.start, span.start - REACH), min(block.span.end, span.end + REACH)
    for end in SENTENCE_END.finditer(text, first, last):
        if end.end() <= span.start:
            first = end.end()
        elif end.start() >= span.end:
            last = end.end()
            break
    return f"{text[first : span.start]} {text[span.end : last]}"


def _pronouns(text: str, block: Block) -> Iterator[Proposal]:
    for at, (read, following) in enumerate(pairwise(block.texts)):
        if read not in _PERSONS or following not in _FIRST_PERSON:
            continue
        word, after = block.word(at), block.word(at + 1)
        if text[word.end : after.start] != " " or not _begins(text, block, word):
            continue
        reason = f'a verb of the first person follows; "{word.text}" looks like "I"'
        yield Proposal(word.span, "I", Cert.HIGH, "sign-for-pronoun", reason, 3.0)


def _begins(text: str, block: Block, word: Word) -> bool:
    """Whether a clause may begin with the word: after a comma or conjunction, not in a list."""
    before = text[max(block.span.start, word.start - 20) : word.start]
    if any(char.isdigit() for char in before):
        return False
    last = re.search(r"([^\W\d_]+)\s+$", before)
    return bool(last and last[1].lower() in _BEFORE_PERSON) or before.endswith((", ", "; "))


def _figures_for_letters(block: Block, language: str) -> Iterator[Proposal]:
    table = _FIGURES_FOR_LETTERS.get(language, {})
    for at, read in enumerate(block.texts):
        meant = table.get(read)
        if meant:
            reason = f'"{read}" is no number; it looks like "{meant}"'
            span = block.word(at).span
            yield Proposal(span, meant, Cert.HIGH, "figure-for-letter", reason, 3.0)
