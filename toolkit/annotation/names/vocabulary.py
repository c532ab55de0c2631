"""Languages: the words of each language that help to find names, as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FALLBACK = "en"


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What a language calls people, places and organisations; see ``languages/*.toml``.

    ``titles`` are without full stop; ``phrases_by_first`` are titles of
    several words, by the first of them, the longest first; ``title_ends`` the last words of
    titles, with every apostrophe; ``least_probability`` is that from which on a person of the
    model is believed.
    """

    code: str
    phrases_by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    title_ends: frozenset[str]
    titles: frozenset[str]
    small: frozenset[str]
    particles: frozenset[str]
    links: frozenset[str]
    organisations: frozenset[str]
    heads: frozenset[str]
    ambiguous: frozenset[str]
    bodies: frozenset[str]
    works: frozenset[str]
    by: frozenset[str]
    title_compounds: frozenset[str]
    endings: frozenset[str]
    members: frozenset[str]
    leaves: frozenset[str]
    place_cues: frozenset[str]
    place_nouns: frozenset[str]
    person_cues: frozenset[str]
    salutes: frozenset[str]
    before_salutes: frozenset[str]
    never: frozenset[str]
    peoples: frozenset[str]
    trades: frozenset[str]
    announcing: frozenset[str]
    sure_place_cues: frozenset[str]
    weak_place_cues: frozenset[str]
    place_words: frozenset[str]
    streets: frozenset[str]
    least_probability: float
    articles: frozenset[str]
    determiners: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    kin: frozenset[str]
    address: frozenset[str]
    body_compounds: frozenset[str]
    realms: frozenset[str]
    shortened: frozenset[str]


def known() -> tuple[str, ...]:
    """The codes of the languages that have data, in order."""
    folder = files(__package__) / "languages"
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir()))


@cache
def language(tag: str) -> Language:
    """The data for a BCP 47 tag: ``de-AT`` uses ``de``; an unknown language uses English."""
    code = tag.split("-", maxsplit=1)[0].lower()
    name = code if code in known() else FALLBACK
    text = (files(__package__) / "languages" / f"{name}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    phrases = sorted((_words(phrase) for phrase in data.pop("phrases")), key=len)
    by_first = {
        first: tuple(p for p in reversed(phrases) if p[0] == first) for first, *_ in phrases
    }
    least = data.pop("least_probability")
    sets = {key: frozenset(words.split()) for key, words in data.items()}
    for title in sets["women"] | sets["men"]:
        key = "titles" if title[0].isupper() else "small"
        sets[key] |= {title}
    ends = sets["titles"] | sets["small"] | {phrase[-1] for phrase in phrases}
    ends |= {end.replace("'", sign) for end in ends for sign in "’‘"}
    return Language(
        code=name,
        title_ends=ends | {end + "." for end in ends},
        phrases_by_first=by_first,
        least_probability=least,
        **sets,
    )


def _words(phrase: str) -> tuple[str, ...]:
    """The words of a title as ``words.py`` cuts them: ``People's Commissar`` has three."""
    return tuple(phrase.replace("'s ", " 's ").split())
