"""The lexicons of the tests about errors."""

from toolkit.annotation.errors.lexicon import Lexicon, load_lexicon
from toolkit.languages import find_language


def lexicon_of(code: str) -> Lexicon:
    """Return the lexicon of a language that has one."""
    lexicon = load_lexicon(find_language(code))
    assert lexicon is not None
    return lexicon
