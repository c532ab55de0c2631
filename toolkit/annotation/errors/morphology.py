"""Spellings: words that no list has but that the language forms, or formed, by rule.

Three kinds: endings and prefixes (English, French), compounds (German), and the spellings of
earlier centuries, which are no errors: English ``connexion``, ``shew``, ``to-day``; German before
the reform of 1901 (``Thür``, ``seyn``, ``Cultur``, ``spaziren``) and before the rules of 1880
(``entdekken``, ``vortreflich``); French before 1835 (``avoit``, ``connoître``, ``momens``).
"""

import re
import unicodedata
from collections.abc import Container, Iterator
from functools import cache, lru_cache

Frequencies = dict[str, int]

_COMMON = 650
"""Centibels of a word common enough to be the base of another: once in three million words."""

_KNOWN = 720
"""Centibels of a word that is known well enough to be the modern form of an old one."""

_VERY_COMMON = 560

_PART = 4
"""Letters of the shortest part of a German compound, so that chance does not make one."""

_HISTORICAL = {
    "en": (
        (r"xion", "ction"),
        (r"shew", "show"),
        (r"our(?=$|s$|ed$|able$|ing$|er$)", "or"),
        (r"ck(?=$|s$)", "c"),
        (r"ise|yse", "ize"),
        (r"is(?=ing$|ation)", "iz"),
        (r"([lpt])\1(?=ed$|ing$|er$)", r"\1"),
        (r"æ", "ae"),
        (r"œ", "oe"),
        (r"[æœ]", "e"),
        (r"'d$", "ed"),
        (r"^en", "in"),
        (r"^in", "en"),
        (r"yrs?$", "ir"),
        (r"ö", "o"),
        (r"ë", "e"),
        (r"ï", "i"),
    ),
    "de": (
        (r"th", "t"),
        (r"^i(?=[aeou])", "j"),
        (r"ÿ", "y"),
        (r"ey", "ei"),
        (r"ay", "ai"),
        (r"y", "i"),
        (r"c(?=[aoulrtk])", "k"),
        (r"c(?=[eiäy])", "z"),
        (r"kk", "ck"),
        (r"k", "ck"),
        (r"z", "tz"),
        (r"zz", "tz"),
        (r"(?<=[a-zäöü]{2})ir(?=t|en|e$|ung|end)", "ier"),
        (r"ie", "i"),
        (r"(?<=[aeouäöü])h(?=[lmnrt])", ""),
        (r"([aeouäöü])(?=[lmnrt])", r"\1h"),
        (r"ee", "e"),
        (r"aa", "a"),
        (r"ff", "f"),
        (r"f(?=[tl])", "ff"),
        (r"([lmnrst])\1", r"\1"),
        (r"niss$", "nis"),
        (r"inn$", "in"),
        (r"dt", "t"),
        (r"ph", "f"),
        (r"ae", "ä"),
        (r"oe", "ö"),
        (r"ue", "ü"),
        (r"ä", "e"),
        (r"eu", "äu"),
        (r"qu", "kw"),
        (r"ieng", "ing"),
        (r"(?<=[bdgklmnrst])e(?=[nrs]?t?$)", ""),
        (r"(?<=[bdfghklmnpstz])(?=t(e[nrsm]?)?$)", "e"),
        (r"ü", "i"),
        (r"ß", "ss"),
        (r"(?<=[bcdfghklmnpstwz])(?=[lnr](e[nrsm]?|ung|in)?$)", "e"),
        (r"(?<=[dstß])(?=st(e[nrsm]?)?$)", "e"),
    ),
    "fr": (
        (r"oi(?=s$|t$|ent$)", "ai"),
        (r"[oô]i(?=s$|t$|ent$)", "ai"),
        (r"ye", "ie"),
        (r"oi", "ai"),
        (r"([ae])ns$", r"\1nts"),
        (r"é", "è"),
        (r"ë", "è"),
        (r"ê", "è"),
        (r"ë", "e"),
        (r"y", "i"),
        (r"tems", "temps"),
        (r"és$", "ez"),
        (r"oe", "é"),
        (r"th", "t"),
        (r"ï", "i"),
        (r"[êè]", "é"),
        (r"[êéè]", "e"),
        (r"â$", "a"),
        (r"([dfglmnprst])\1", r"\1"),
        (r"([flmnprt])", r"\1\1"),
        (r"oë", "oe"),
        (r"ü", "u"),
        (r"î", "i"),
        (r"û", "u"),
        (r"i(?=t(re)?)", "î"),
        (r"e", "é"),
        (r"ant$", "ent"),
        (r"ent$", "ant"),
    ),
}

_PREFIXES = {
    "en": ("un", "re", "non", "over", "out", "under", "mis", "fore", "in", "pre", "dis", "sub",
           "super", "inter", "anti", "counter", "co", "be", "to", "up"),
    "de": ("ab", "an", "auf", "aus", "bei", "bey", "be", "da", "dar", "durch", "ein", "emp", "ent",
           "er", "fort", "ge", "gegen", "her", "herab", "heran", "herauf", "heraus", "herbei",
           "herbey", "herein", "herüber", "herum", "herunter", "hervor", "hin", "hinab", "hinauf",
           "hinaus", "hinein", "hinüber", "hinunter", "hinweg", "hinzu", "los", "miss", "mit",
           "nach", "nieder", "ob", "über", "um", "un", "unter", "ur", "ver", "vor", "voran",
           "voraus", "vorbei", "vorüber", "weg", "wider", "wieder", "zer", "zu", "zurück",
           "zusammen", "empor", "umher", "einher", "daher", "dahin", "entgegen", "zuvor"),
    "fr": ("re", "ré", "dé", "des", "in", "im", "mé", "pré", "sur", "entre", "contre", "r", "co"),
}  # fmt: skip

_ENDINGS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "en": (
        ("'s", ("",)), ("s'", ("s", "")), ("s", ("",)), ("es", ("", "e")), ("ies", ("y",)),
        ("ed", ("", "e")), ("ing", ("", "e")), ("ings", ("", "e", "ing")),
        ("er", ("", "e")), ("ers", ("", "e")), ("est", ("", "e")), ("ier", ("y",)),
        ("iest", ("y",)), ("ly", ("", "le")), ("ily", ("y",)), ("ness", ("",)),
        ("iness", ("y",)), ("less", ("",)), ("lessly", ("",)), ("lessness", ("",)),
        ("ish", ("", "e")), ("like", ("",)), ("able", ("", "e")), ("ability", ("", "e", "able")),
        ("ibility", ("ible",)), ("ment", ("",)), ("ments", ("",)), ("ship", ("",)),
        ("hood", ("",)), ("ward", ("",)), ("wards", ("",)), ("wise", ("",)), ("ful", ("",)),
        ("fully", ("",)), ("fulness", ("ful", "")), ("edly", ("ed", "e")), ("ingly", ("", "e")),
        ("ism", ("", "e")), ("ist", ("", "e")), ("ists", ("", "e")), ("ity", ("", "e")),
        ("eth", ("", "e")), ("ian", ("", "a", "e")),
    ),
    "de": (
        ("e", ("", "en")), ("en", ("", "e")), ("n", ("",)), ("er", ("", "e", "en")),
        ("es", ("", "e")), ("em", ("", "e")), ("s", ("",)), ("t", ("en", "")),
        ("te", ("en", "t")), ("ten", ("en", "t")), ("tet", ("ten", "en")), ("test", ("en", "ten")),
        ("st", ("en", "")), ("est", ("en",)), ("et", ("en",)), ("ete", ("en",)),
        ("eten", ("en",)), ("end", ("en", "")), ("ende", ("en",)), ("enden", ("en",)),
        ("ender", ("en",)), ("endes", ("en",)), ("endem", ("en",)), ("nd", ("n",)),
        ("nde", ("n",)), ("nden", ("n",)), ("nder", ("n",)), ("ste", ("",)), ("sten", ("",)),
        ("ster", ("",)), ("stes", ("",)), ("ern", ("er", "")), ("ere", ("",)), ("eren", ("",)),
        ("erer", ("",)), ("eres", ("",)), ("erem", ("",)), ("lich", ("", "e", "en")),
        ("liche", ("", "en")), ("lichen", ("", "en")), ("licher", ("", "en")),
        ("lichst", ("lich",)), ("bar", ("en",)), ("bare", ("en",)), ("baren", ("en",)),
        ("ung", ("en",)), ("ungen", ("en", "ung")), ("heit", ("",)), ("keit", ("",)),
        ("los", ("",)), ("lein", ("", "e")), ("chen", ("", "e")), ("isch", ("", "e")),
        ("ische", ("", "e")), ("ischen", ("", "e")), ("ig", ("", "e", "en")), ("ige", ("ig", "")),
        ("igen", ("ig", "")), ("iger", ("ig", "")), ("iges", ("ig", "")), ("igem", ("ig", "")),
        ("weise", ("er", "s", "")), ("'s", ("", "es")), ("'n", ("en",)),
    ),
    "fr": (
        *((ending, ("er", "é", "e", "ir", "re", "ant"))
         for ending in ("ai", "as", "a", "âmes", "âtes", "èrent", "ais", "ait", "aient", "ions",
                       "iez", "erai", "eras", "era", "erons", "erez", "eront", "erais", "erait",
                       "erions", "eraient", "asse", "asses", "ât", "assions", "assent", "ant",
                       "ante", "ants", "antes", "é", "ée", "és", "ées", "e", "es", "ent", "ons",
                       "ez", "is", "it", "irent", "issent", "issait", "issaient", "issant",
                       "îmes", "îtes", "ît", "ira", "iront", "irait", "iraient", "eur", "euse",
                       "eurs", "age", "ages", "ement", "ements", "able", "ables", "ation",
                       "ations", "eront")),
        ("s", ("",)), ("x", ("",)), ("e", ("",)), ("es", ("",)), ("ment", ("", "e")),
        ("issime", ("e", "")), ("eaient", ("er",)), ("eait", ("er",)), ("eant", ("er",)),
        ("ette", ("", "e")), ("ettes", ("", "e")), ("ique", ("ie", "e")), ("iques", ("ie", "e")),
    ),
}  # fmt: skip

ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|entr|presqu|quelqu)'")
_LINKS = ("", "s", "es", "n", "en", "er", "e")


def accounted_for(key: str, language: str, known: Frequencies) -> bool:
    """Whether the language forms this word by rule from a known one, now or formerly."""
    return _accounted_for(key, language, _Lookup(known))


def has_modern_form(key: str, language: str, known: Frequencies) -> bool:
    """Whether it is a common word as spelt in earlier centuries."""
    return any(_common(variant, known, _KNOWN) for variant in _former(key, language))


def is_former(key: str, word: str, language: str) -> bool:
    """Whether the first is the second as it was spelt in earlier centuries."""
    return word in _formers(key, language)


@lru_cache(maxsize=1_000)
def _formers(key: str, language: str) -> frozenset[str]:
    return frozenset(_former(key, language))


def differ_in_accents(key: str, word: str) -> bool:
    """Whether two words are the same but for accents, umlauts and cedillas."""
    if (key.isascii() and word.isascii()) or len(key) != len(word):
        return False
    return _bare_letters(key) == _bare_letters(word)


def _bare_letters(key: str) -> str:
    decomposed = unicodedata.normalize("NFD", key)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


class _Lookup:
    """A dictionary that compares by identity, so that answers can be remembered."""

    __slots__ = ("known",)

    def __init__(self, known: Frequencies) -> None:
        self.known = known

    def __hash__(self) -> int:
        return id(self.known)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Lookup) and other.known is self.known


@lru_cache(maxsize=50_000)
def _accounted_for(key: str, language: str, lookup: _Lookup) -> bool:
    known = lookup.known
    if len(key) > 40:
        return False
    if language == "fr" and (elision := ELISION.match(key)):
        rest = key[elision.end() :]
        return rest in known or _accounted_for(rest, language, lookup)
    return (
        _is_elided(key, language, known)
        or (language == "de" and _compound(key, known))
        or _derived(key, language, known)
        or has_modern_form(key, language, known)
        or _hyphenated(key, language, lookup)
    )


def _is_elided(key: str, language: str, known: Frequencies) -> bool:
    """Whether an apostrophe stands for a vowel, for v (``o'er``) or for nothing in a known word."""
    if "'" not in key:
        return False
    if language == "fr":
        return _common(key.replace("'", ""), known, 800)
    return any(_common(key.replace("'", lost), known, _COMMON) for lost in ("", *"eiouv"))


def _common(key: str, known: Frequencies, at_most: int) -> bool:
    return known.get(key, 900) <= at_most


@cache
def _letters(language: str) -> tuple[tuple[str, str], ...]:
    """The former spellings that are letters, wherever they stand in a word: found at once."""
    return tuple(pair for pair in _HISTORICAL[language] if pair[0].isalpha())


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The former spellings that depend on what stands beside them."""
    rules = _HISTORICAL[language]
    return tuple((re.compile(old), new) for old, new in rules if not old.isalpha())


def _replaced(key: str, language: str) -> Iterator[str]:
    """The word with one former spelling replaced by what is written now."""
    for old, new in _letters(language):
        if old in key:
            yield key.replace(old, new)
    for pattern, new in _patterns(language):
        variant = pattern.sub(new, key)
        if variant != key:
            yield variant


def _former(key: str, language: str) -> Iterator[str]:
    """The word with one or two former spellings replaced by what is written now."""
    once = []
    for variant in _replaced(key, language):
        once.append(variant)
        yield variant
    if language == "fr":
        accented = [*_accented(key), *(form for first in once for form in _accented(first))]
        yield from accented
    if language != "de":
        return
    for first in once:
        yield from (variant for variant in _replaced(first, language) if variant != key)


def _accented(key: str) -> Iterator[str]:
    """A French word with one accent or cedilla more than it has."""
    for at, letter in enumerate(key):
        for accented in {"e": "éè", "c": "ç", "a": "â", "i": "î", "o": "ô", "u": "û"}.get(
            letter, ""
        ):
            yield key[:at] + accented + key[at + 1 :]


def _derived(key: str, language: str, known: Frequencies) -> bool:
    """Whether prefix and ending, taken off, leave a common word."""
    stems = [key, *_stems(key, language)]
    if any(_common(stem, known, _COMMON) for stem in stems[1:] if len(stem) >= _PART):
        return True
    for prefix in _PREFIXES[language]:
        if key.startswith(prefix):
            rests = [stem.removeprefix(prefix) for stem in stems if stem.startswith(prefix)]
            if any(len(rest) >= _PART and _bare(rest, language, known) for rest in rests):
                return True
    return False


def _bare(rest: str, language: str, known: Frequencies) -> bool:
    if _common(rest, known, _VERY_COMMON):
        return True
    return language == "de" and any(
        len(inner := rest.removeprefix(infix)) >= _PART and inner != rest and inner in known
        for infix in ("zu", "ge")
    )


def _stems(key: str, language: str) -> Iterator[str]:
    for ending, bases in _ENDINGS[language]:
        if key.endswith(ending) and len(key) - len(ending) > 1:
            stem = key[: len(key) - len(ending)]
            yield from (stem + base for base in bases)
            if language == "en" and len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _compound(key: str, known: Frequencies) -> bool:
    """Whether two common words, with or without a linking sound, make up a German word."""
    for cut in range(_PART, len(key) - _PART + 1):
        head, tail = key[:cut], key[cut:]
        if _common(tail, known, _VERY_COMMON) and any(
            _common(head.removesuffix(link), known, _VERY_COMMON)
            for link in _LINKS
            if head.endswith(link) and len(head) - len(link) >= _PART - 1
        ):
            return True
    return False


def _hyphenated(key: str, language: str, lookup: _Lookup) -> bool:
    """Whether all parts of a hyphenated word are words."""
    parts = re.split("-" if language == "en" else "['-]", key) if "-" in key else [key]
    if len(parts) == 1:
        return False
    known: Container[str] = lookup.known
    return all(
        not part or part in known or _accounted_for(part, language, lookup) for part in parts
    )
