"""Languages: which language a text is in, where nobody has said so."""

import re

from toolkit.text.function_words import clear_language, words_of

ENOUGH = 40
"""Letters below which a guess would be worth nothing."""

_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "englisch": "en", "französisch": "fr",
    "anglais": "en", "allemand": "de", "français": "fr", "french": "fr", "italian": "it",
    "italiano": "it", "spanish": "es", "español": "es", "russian": "ru", "latin": "la",
    "italienisch": "it", "spanisch": "es", "russisch": "ru", "latein": "la", "italien": "it",
    "espagnol": "es", "russe": "ru",
}  # fmt: skip
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def detect_language(text: str) -> str:
    """The BCP 47 tag of the language a text is mostly in; ``und`` where that cannot be told.

    First by function words: where those of one language make up a fifth of the words and twice
    as many as those of any other, there is no doubt. Else by py3langid (after Lui and Baldwin
    2012), whose model takes half a second to load. Only the first 20,000 characters are read.
    """
    sample = text[:20000]
    if sum(map(str.isalpha, sample)) < ENOUGH:
        return "und"
    return clear_language(words_of(sample)) or _by_model(sample)


def tag_of(name: str) -> str:
    """The tag for what a metadata line calls a language: ``English`` is ``en``; else empty."""
    first = re.split(r"[,;/]| and | und | et ", name.strip())[0].strip()
    if first.lower() in _NAMES:
        return _NAMES[first.lower()]
    return first if _TAG.fullmatch(first) and len(first.split("-")[0]) <= 3 else ""


def _by_model(text: str) -> str:
    from py3langid import classify  # noqa: PLC0415  # loads numpy and a model

    tag, _ = classify(text)
    return str(tag)
