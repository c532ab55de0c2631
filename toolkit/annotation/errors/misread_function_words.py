"""Particles: small words and titles that a reading machine takes for others, told by what follows.

For texts with misread words: ``&`` where only *a* can stand, ``Rey.`` or ``Kev.`` before a name.
"""

import re
from collections.abc import Iterator, Sequence

from toolkit.annotation.errors.bigrams import pairs
from toolkit.annotation.errors.candidates import look_alikes
from toolkit.annotation.errors.context import between
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word, in_the_case_of, is_title, key_of
from toolkit.text import Cert, Span

BETTER = 1.0
"""How much better *a* must go with its neighbours than *and*, a power of ten."""

RARE = 4.0
"""Zipf value below which a word with a full stop is hardly an abbreviation that is in use."""

_AMPERSAND = re.compile(r"(?<=[a-z])[ \t]*\s&\s[ \t]*(?=[a-z])")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(
    r"(?<=[a-zà-ÿ,;]\s)(?:[IY1] (?=[aeiouéèêâîôû][a-zà-ÿ]{3})|[Y'’](?=[AEIOUÉÈÊa-zà-ÿ][a-zà-ÿ]{3}))"
)
_TITLES = frozenset("mr mrs rev messrs capt lieut".split())
_INITIAL = re.compile(
    r"(?<=[A-Za-z][.,]\s)(?:[IJl][tl1]|[1-9]{2}|['‘][lI1]['’])(?=\.\s{1,2}[A-ZÀ-Þ][a-zà-ÿ]{2})"
)
_NAME_FOLLOWS = re.compile(r"\.,?\s{1,2}[A-ZÀ-Þ]")


def misread_particles(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Misread articles and titles of persons, in a text with misread words."""
    for block in blocks:
        if lexicon.language == "fr":
            yield from _elided_articles(text, block)
        if lexicon.language != "en":
            continue
        yield from _ampersands(text, block, lexicon)
        yield from _initials(text, block)
        for word in block.words:
            title = _title(text, word, lexicon)
            if title:
                reason = f'a name follows; "{word.text}" looks like "{title}"'
                yield Proposal(word.span, title, Cert.MEDIUM, "misread-title", reason, 1.0)


def _elided_articles(text: str, block: Block) -> Iterator[Proposal]:
    """French ``l'`` read as I, Y, 1 or a mere apostrophe before a word that it goes with."""
    for match in _ARTICLE.finditer(text, block.span.start, block.span.end):
        word = _WORD_AFTER.match(text, match.end())
        if word is None or not pairs("fr").seen("l'", key_of(word.group())):
            continue
        reason = f'"{word.group()}" begins with a vowel; what stands before it looks like "l\'"'
        span = Span(match.start(), word.end())
        correction = f"l'{word.group()}"
        yield Proposal(span, correction, Cert.MEDIUM, "misread-article", reason, 1.5)


def _ampersands(text: str, block: Block, lexicon: Lexicon) -> Iterator[Proposal]:
    for match in _AMPERSAND.finditer(text, block.span.start, block.span.end):
        before = _WORD_BEFORE.search(
            text[max(block.span.start, match.start() - 40) : match.start()]
        )
        after = _WORD_AFTER.match(text, match.end())
        if before is None or after is None:
            continue
        around = between(key_of(before[1]), key_of(after.group()), lexicon)
        if around.fits("a") - around.fits("and") >= BETTER:
            at = match.start() + match.group().index("&")
            reason = '"and" does not go with its neighbours here; the sign looks like "a"'
            yield Proposal(Span(at, at + 1), "a", Cert.MEDIUM, "ampersand-for-a", reason, 1.0)


def _initials(text: str, block: Block) -> Iterator[Proposal]:
    """Initials read as something else: ``Mr. 11. Zuckmar``, ``T. Orme, It. Brackwed``."""
    for match in _INITIAL.finditer(text, block.span.start, block.span.end):
        reason = f'"{match.group()}" stands where the initial of a name does'
        yield Proposal(Span(*match.span()), None, Cert.LOW, "misread-initial", reason, 0.5)


def _title(text: str, word: Word, lexicon: Lexicon) -> str:
    """The title that a misread one before a name should be; empty if it is none."""
    if not is_title(word.text) or word.key in _TITLES or lexicon.zipf(word.key) >= RARE:
        return ""
    if len(word.key) > 6 or not _NAME_FOLLOWS.match(text, word.end):
        return ""
    alike = {c.word for c in look_alikes(word.key, "en", closely=True)} & _TITLES
    alike = {title for title in alike if not word.key.startswith(title)}
    return in_the_case_of(word.text, alike.pop()) if len(alike) == 1 else ""
