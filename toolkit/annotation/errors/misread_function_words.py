"""Misread function words: articles, titles and initials misread, recognised by what follows them.

For texts with misread words: ``&`` where only *a* fits, ``Rey.`` or ``Kev.`` before a name. The
words are data: ``errors.toml`` of the language.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from toolkit.annotation.errors.bigrams import build_context, load_bigrams
from toolkit.annotation.errors.candidates import find_look_alikes
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word, is_title_case, match_case, normalise
from toolkit.languages.errors import Errors
from toolkit.text import Cert, Span

BETTER = 1.0
"""By how much the misread word must fit better than the ampersand, as base-10 log-odds."""

RARE = 4.0
"""Zipf value from which on a word with a full stop may be an abbreviation in use."""

LONGEST = 6
"""Letters of the longest misread title."""

REACH = 40
"""Characters before an ampersand in which the word before it is looked for."""

_AMPERSAND = re.compile(r"(?<=[a-z])[ \t]*\s&\s[ \t]*(?=[a-z])")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(
    r"(?<=[A-Za-z][.,]\s)(?:[IJl][tl1]|[1-9]{2}|['‘][lI1]['’])(?=\.\s{1,2}[A-ZÀ-Þ][a-zà-ÿ]{2})"
)
_NAME_FOLLOWS = re.compile(r"\.,?\s{1,2}[A-ZÀ-Þ]")


def find_misread_function_words(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> Iterator[Proposal]:
    """Yield misread articles, titles and initials, in a text with misread words."""
    vocabulary = lexicon.vocabulary
    for block in blocks:
        if vocabulary.elided_article and vocabulary.vowels:
            yield from _find_elided_articles(text, block, lexicon)
        if vocabulary.ampersand_word and vocabulary.conjunction:
            yield from _find_ampersands(text, block, lexicon)
        if vocabulary.misread_initials:
            yield from _find_initials(text, block)
        if vocabulary.titles:
            yield from _find_titles(text, block, lexicon)


def _find_elided_articles(text: str, block: Block, lexicon: Lexicon) -> Iterator[Proposal]:
    """Yield articles read as I, Y, 1 or a mere apostrophe before a word that they go with."""
    article = lexicon.vocabulary.elided_article
    pattern = _article_pattern(lexicon.vocabulary.vowels)
    for match in pattern.finditer(text, block.span.start, block.span.end):
        word = _WORD_AFTER.match(text, match.end())
        if word is None or not load_bigrams(lexicon).has(article, normalise(word.group())):
            continue
        reason = (
            f'"{word.group()}" begins with a vowel; what stands before it looks like "{article}"'
        )
        span = Span(match.start(), word.end())
        correction = f"{article}{word.group()}"
        yield Proposal(span, correction, Cert.MEDIUM, "misread-article", reason, 1.5)


@cache
def _article_pattern(vowels: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[a-zà-ÿ,;]\s)(?:[IY1] (?=[{vowels}][a-zà-ÿ]{{3}})"
        rf"|[Y'’](?=[{vowels.upper()}a-zà-ÿ][a-zà-ÿ]{{3}}))"
    )


def _find_ampersands(text: str, block: Block, lexicon: Lexicon) -> Iterator[Proposal]:
    for match in _AMPERSAND.finditer(text, block.span.start, block.span.end):
        reach = text[max(block.span.start, match.start() - REACH) : match.start()]
        before, after = _WORD_BEFORE.search(reach), _WORD_AFTER.match(text, match.end())
        if before and after and _is_misread_ampersand(before[1], after.group(), lexicon):
            at = match.start() + match.group().index("&")
            yield _propose_ampersand(Span(at, at + 1), lexicon.vocabulary)


def _is_misread_ampersand(before: str, after: str, lexicon: Lexicon) -> bool:
    context = build_context(normalise(before), normalise(after), lexicon)
    word, conjunction = lexicon.vocabulary.ampersand_word, lexicon.vocabulary.conjunction
    return context.association(word) - context.association(conjunction) >= BETTER


def _propose_ampersand(span: Span, vocabulary: Errors) -> Proposal:
    reason = (
        f'"{vocabulary.conjunction}" does not go with its neighbours here; '
        f'the sign looks like "{vocabulary.ampersand_word}"'
    )
    word = vocabulary.ampersand_word
    return Proposal(span, word, Cert.MEDIUM, "ampersand-for-a", reason, 1.0)


def _find_initials(text: str, block: Block) -> Iterator[Proposal]:
    """Yield initials read as something else: ``Mr. 11. Zuckmar``, ``T. Orme, It. Brackwed``."""
    for match in _INITIAL.finditer(text, block.span.start, block.span.end):
        reason = f'"{match.group()}" stands where the initial of a name does'
        yield Proposal(Span(*match.span()), None, Cert.LOW, "misread-initial", reason, 0.5)


def _find_titles(text: str, block: Block, lexicon: Lexicon) -> Iterator[Proposal]:
    for word in block.words:
        if _may_be_title(text, word, lexicon) and (title := _correct_title(word, lexicon)):
            reason = f'a name follows; "{word.text}" looks like "{title}"'
            yield Proposal(word.span, title, Cert.MEDIUM, "misread-title", reason, 1.0)


def _may_be_title(text: str, word: Word, lexicon: Lexicon) -> bool:
    """Whether it is an unknown abbreviation before a name."""
    return (
        len(word.key) <= LONGEST
        and is_title_case(word.text)
        and word.key not in lexicon.vocabulary.titles
        and lexicon.zipf(word.key) < RARE
        and _NAME_FOLLOWS.match(text, word.end) is not None
    )


def _correct_title(word: Word, lexicon: Lexicon) -> str:
    """Return the only title that looks like the word, empty if there is none."""
    alike = {c.word for c in find_look_alikes(word.key, lexicon, noisy=True)}
    titles = {t for t in alike & lexicon.vocabulary.titles if not word.key.startswith(t)}
    return match_case(word.text, titles.pop()) if len(titles) == 1 else ""
