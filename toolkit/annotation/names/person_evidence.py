"""Persons by the words beside them: subjects of verbs of saying, those who are asked or sign."""

from collections.abc import Iterator

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.coordination import is_surname
from toolkit.annotation.names.gazetteer import people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import may_name
from toolkit.edition import Kind
from toolkit.text import Cert

SHOWN_BY_VERB = "a verb beside it shows a person"
_MOST_AUXILIARIES = 3
"""Most auxiliaries and adverbs between a name and its verb: ``Asquith did not at once reply``."""


def find_by_predicate(context: Context) -> Iterator[Mention]:
    """Find surnames by themselves beside a verb of saying: ``Zinoviev replied to Bukharin``."""
    words, vocabulary = context.words, context.vocabulary
    for at in _near_verbs(words, vocabulary):
        if not (is_subject(words, at, vocabulary) or is_object(words, at, vocabulary)):
            continue
        text = words.texts[at]
        if vocabulary.capitalises_nouns and text.lower() not in people():
            continue
        if may_name(text, words.small, vocabulary) and is_surname(words, at, vocabulary):
            yield Mention(at, at, Kind.PERSON, Source.HINT, "predicate", SHOWN_BY_VERB, Cert.MEDIUM)


def _near_verbs(words: Words, vocabulary: Vocabulary) -> list[int]:
    """Return the capitalised words near a verb or governor, in order."""
    verbs = words.where(vocabulary.person_predicates)
    last_words = {phrase.rpartition(" ")[2] for phrase in vocabulary.person_governors}
    near = {at - distance for at in verbs for distance in range(1, _MOST_AUXILIARIES + 2)}
    near.update(at + 1 for at in words.where(last_words))
    inside = (at for at in near if 0 <= at < len(words))
    return sorted(at for at in inside if words.texts[at][0].isupper())


def is_subject(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb follows whose subject is a person, auxiliaries between them or not."""
    verb = at
    for _ in range(_MOST_AUXILIARIES + 1):
        following = words.after(verb)
        if following in vocabulary.person_predicates:
            return True
        if following not in vocabulary.auxiliaries:
            return False
        verb += 1
    return False


def is_object(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether words precede whose object is a person: ``heard``, ``replied to``, ``signed by``."""
    before = words.before(at).lower()
    if not before:
        return False
    if before in vocabulary.person_governors:
        return True
    return f"{words.before(at - 1).lower()} {before}" in vocabulary.person_governors
