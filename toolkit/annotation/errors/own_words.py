"""Own words: the words that an edition declares to be no errors (``[encoding] words``)."""

from toolkit.annotation.errors.words import normalise
from toolkit.edition import Edition
from toolkit.exceptions import SettingsError


def read_own_words(edition: Edition) -> frozenset[str]:
    """Read the word list of an edition: words separated by white space, ``#`` begins a comment.

    SettingsError if the file is not there or not UTF-8.
    """
    path = edition.file(edition.words)
    if path is None:
        return frozenset()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    words = (word for line in lines for word in line.partition("#")[0].split())
    return frozenset(map(normalise, words))
