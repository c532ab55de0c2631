"""Misread digits: figures that are misread words (``15`` for *is*), and years yet to come.

A number is suspect where grammar needs a word: where the sentence would have no verb without it,
or where a verb follows that needs a subject. The words are data: ``errors.toml`` of the language.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import SENTENCE_END, Block, Word
from toolkit.languages import Language
from toolkit.languages.errors import Errors
from toolkit.text import Cert, Span

REACH = 600
"""Characters on either side in which a sentence is looked for: time stays linear."""

CLAUSE = 20
"""Characters before a pronoun in which no figure may be: there it is one of a list."""

LAST_YEAR = 2100
"""No document of the past was written, printed or edited after this year."""

NEAR = 5
"""Years by which the right year may differ from another year in the text."""

_FIGURE = re.compile(r"[0-9|]|\bl\b")
"""Every rule about words needs a figure, or a sign alone that may be the figure 1."""

_FUTURE = re.compile(r"[2-9][0-9]{3}\b")
_YEAR = re.compile(r"(?<![\d.,/-])(?:1[0-9]|20)[0-9]{2}(?![\d/-]|[.,]\d)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")


def find_misread_numbers(
    text: str, blocks: Sequence[Block], language: Language
) -> Iterator[Proposal]:
    """Yield figures that stand for a short word, by grammar or because no number is so."""
    grammar = _build_grammar(language)
    for block in blocks:
        if _FIGURE.search(text, block.span.start, block.span.end):
            yield from _find_copulas(text, block, grammar)
            yield from _find_pronouns(text, block, grammar)
            yield from _find_misread_words(block, grammar.vocabulary)


def find_impossible_years(
    text: str, blocks: Sequence[Block], language: Language
) -> Iterator[Proposal]:
    """Yield years of dates that lie in the future, with the year of the text that was meant."""
    if not any(int(match.group()) > LAST_YEAR for match in _FUTURE.finditer(text)):
        return  # as in nearly every text
    plausible = {int(match.group()) for match in _YEAR.finditer(text)}
    dated = _dated_year(language)
    for block in blocks:
        for match in dated.finditer(text, block.span.start, block.span.end):
            if int(match["year"]) > LAST_YEAR:
                yield _propose_year(Span(*match.span("year")), match["year"], plausible)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The vocabulary of a language with its patterns compiled; None where it has none."""

    vocabulary: Errors
    participle: re.Pattern[str] | None
    plural: re.Pattern[str] | None
    finite: re.Pattern[str] | None


@cache
def _build_grammar(language: Language) -> _Grammar:
    vocabulary = language.topic(Errors)
    participles, plurals = vocabulary.participle_endings, vocabulary.plural_endings
    verbs = vocabulary.finite_verbs
    return _Grammar(
        vocabulary,
        re.compile(rf"[^\W\d_A-Z]{{2,}}(?:{'|'.join(participles)})") if participles else None,
        re.compile(rf"(?:{'|'.join(plurals)})$") if plurals else None,
        re.compile(rf"\b(?:{'|'.join(verbs)})\b", re.IGNORECASE) if verbs else None,
    )


def _find_copulas(text: str, block: Block, grammar: _Grammar) -> Iterator[Proposal]:
    vocabulary = grammar.vocabulary
    if vocabulary.misread_copulas.isdisjoint(block.texts):
        return
    words = block.words
    for at in range(1, len(words) - 2):
        word = words[at]
        if word.text in vocabulary.misread_copulas and _is_copula(text, words, at, grammar):
            sentence = _sentence_without(text, block, word.span)
            sure = _takes_no_number(words[at - 1], grammar) and not _has_verb(sentence, grammar)
            yield _propose_copula(word, vocabulary.copula, Cert.HIGH if sure else Cert.MEDIUM)


def _propose_copula(word: Word, copula: str, cert: Cert) -> Proposal:
    reason = f'grammar wants a verb before the participle; "{word.text}" looks like "{copula}"'
    return Proposal(word.span, copula, cert, "number-for-verb", reason, 3.0)


def _is_copula(text: str, words: Sequence[Word], at: int, grammar: _Grammar) -> bool:
    """Whether a verb is needed here: between a word that has no number and a participle."""
    before = words[at - 1]
    return (
        before.key.isalpha()
        and not _takes_number(before, grammar.vocabulary)
        and _has_only_spaces_around(text, words, at)
        and _participle_follows(words, at + 1, grammar)
    )


def _takes_number(word: Word, vocabulary: Errors) -> bool:
    """Whether a number belongs to the word before it: *page 15*, *pages 15*."""
    return (
        word.key in vocabulary.words_before_numbers
        or word.key.removesuffix("s") in vocabulary.words_before_numbers
    )


def _takes_no_number(word: Word, grammar: _Grammar) -> bool:
    """Whether a number cannot belong to the word: a plural or a pronoun. *Decree 15* might."""
    plural = grammar.plural is not None and grammar.plural.search(word.key) is not None
    return plural or word.key in grammar.vocabulary.subject_pronouns


def _has_verb(sentence: str, grammar: _Grammar) -> bool:
    return grammar.finite is not None and grammar.finite.search(sentence) is not None


def _has_only_spaces_around(text: str, words: Sequence[Word], at: int) -> bool:
    before, word, after = words[at - 1 : at + 2]
    left, right = text[before.end : word.start], text[word.end : after.start]
    return left.isspace() and right.isspace()


def _participle_follows(words: Sequence[Word], at: int, grammar: _Grammar) -> bool:
    """Whether a participle and its preposition follow, perhaps after an adverb."""
    if words[at].text in grammar.vocabulary.adverbs_before_participle:
        at += 1
    following = words[at : at + 2]
    return (
        len(following) == 2
        and grammar.participle is not None
        and grammar.participle.fullmatch(following[0].text) is not None
        and following[1].text in grammar.vocabulary.prepositions_after_participle
    )


def _sentence_without(text: str, block: Block, span: Span) -> str:
    """Return the sentence around a span, without the span itself."""
    first, last = max(block.span.start, span.start - REACH), min(block.span.end, span.end + REACH)
    for end in SENTENCE_END.finditer(text, first, last):
        if end.end() <= span.start:
            first = end.end()
        elif end.start() >= span.end:
            last = end.end()
            break
    return f"{text[first : span.start]} {text[span.end : last]}"


def _find_pronouns(text: str, block: Block, grammar: _Grammar) -> Iterator[Proposal]:
    vocabulary = grammar.vocabulary
    for at, (read, following) in enumerate(pairwise(block.texts)):
        if read not in vocabulary.misread_first_person:
            continue
        if following not in vocabulary.verbs_after_first_person:
            continue
        word, after = block.word(at), block.word(at + 1)
        if text[word.end : after.start] == " " and _begins_clause(text, block, word, vocabulary):
            pronoun = vocabulary.first_person
            reason = f'a verb of the first person follows; "{read}" looks like "{pronoun}"'
            yield Proposal(word.span, pronoun, Cert.HIGH, "sign-for-pronoun", reason, 3.0)


def _begins_clause(text: str, block: Block, word: Word, vocabulary: Errors) -> bool:
    """Whether a clause may begin with the word: after a comma or conjunction, not in a list."""
    before = text[max(block.span.start, word.start - CLAUSE) : word.start]
    if any(char.isdigit() for char in before):
        return False
    last = _LAST_WORD.search(before)
    if last and last[1].lower() in vocabulary.words_before_first_person:
        return True
    return before.endswith((", ", "; "))


def _find_misread_words(block: Block, vocabulary: Errors) -> Iterator[Proposal]:
    for at, read in enumerate(block.texts):
        meant = vocabulary.misread_words.get(read)
        if meant:
            reason = f'"{read}" is no number; it looks like "{meant}"'
            span = block.word(at).span
            yield Proposal(span, meant, Cert.HIGH, "figure-for-letter", reason, 3.0)


@cache
def _dated_year(language: Language) -> re.Pattern[str]:
    """Return the pattern of a year after a month, with or without a day between."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # seldom needed

    try:
        months = Locale.parse(language.code).months["format"]["wide"].values()
    except (UnknownLocaleError, ValueError):
        return re.compile("(?P<year>(?!))")
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, months))})\.?,?\s+"
        r"(?:[0-3]?[0-9](?:st|nd|rd|th)?,?\s+)?(?P<year>[0-9]{4})\b"
    )


def _propose_year(span: Span, year: str, plausible: set[int]) -> Proposal:
    """Propose the year that was meant if one figure makes only one year near the others."""
    near = {changed for changed in _change_one_figure(year) if _is_near(changed, plausible)}
    reason = f"the year {year} is yet to come"
    if len(near) != 1:
        return Proposal(span, None, Cert.MEDIUM, "impossible-year", reason, 4.0)
    meant = near.pop()
    reason += f"; {meant} differs by one figure and fits the other years of the text"
    return Proposal(span, str(meant), Cert.HIGH, "impossible-year", reason, 4.0)


def _change_one_figure(year: str) -> set[int]:
    return {int(year[:at] + figure + year[at + 1 :]) for at in range(4) for figure in "0123456789"}


def _is_near(year: int, plausible: set[int]) -> bool:
    return any(other in plausible for other in range(year - NEAR, year + NEAR + 1))
