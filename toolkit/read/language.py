"""Languages: which language a text is in, where nobody has said so."""

import re
from collections import Counter
from functools import cache

ENOUGH = 40
"""Letters below which a guess would be worth nothing."""

CLEAR_SHARE = 0.2
"""The share of function words that only a text in the language itself reaches."""

_FUNCTION_WORDS = {
    "en": "the of and to in that it was he for with as his on be at by had not are but from or "
    "have they which this were we you all their has would been if will there who when she her",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
    "es an er aus bei nach wie wir ich sie war so daß dass einer um am noch wird zum zur hat ihr",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
    "il sont ont mais comme ou si leur avec cette nous vous je elle été aux son sa ses était",
    "it": "di e il la che in un per è una sono con non del si da le dei al come lo della più gli "
    "nel ma anche alla ha delle questo era i suo sua",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero "
    "sus le ha me sin sobre este ya entre cuando muy era",
    "ru": "и в не на что я с он а как это по но они мы она за из у к от так же для вы его до бы "
    "о со то был было все ее",
    "la": "et in est non ad ut cum quod qui sed ex per ac si esse quae ab de enim autem nec aut "
    "quam atque hoc sunt eius etiam a",
}

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
    return _by_function_words(sample) or _by_model(sample)


def tag_of(name: str) -> str:
    """The tag for what a metadata line calls a language: ``English`` is ``en``; else empty."""
    first = re.split(r"[,;/]| and | und | et ", name.strip())[0].strip()
    if first.lower() in _NAMES:
        return _NAMES[first.lower()]
    return first if _TAG.fullmatch(first) and len(first.split("-")[0]) <= 3 else ""


def _by_function_words(text: str) -> str:
    """The language whose function words stand out; empty if none does."""
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    counts = {tag: sum(words[word] for word in known) for tag, known in _function_words().items()}
    (best, most), (_, second) = Counter(counts).most_common(2)
    return best if most > words.total() * CLEAR_SHARE and most > 2 * second else ""


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words.split()) for tag, words in _FUNCTION_WORDS.items()}


def _by_model(text: str) -> str:
    from py3langid import classify  # noqa: PLC0415  # loads numpy and a model

    tag, _ = classify(text)
    return str(tag)
