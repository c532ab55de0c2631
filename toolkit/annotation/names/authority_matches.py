"""Names of the edition's authority lists: persons, places and organisations."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.gazetteer import is_common, is_forename, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.titled_names import title_start
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Entry, Kind
from toolkit.text import Cert

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})
_FEMALE = re.compile(
    r"""(?:sex|gender|value)=["'](?:F|2|female)["']|<(?:sex|gender)[^>]*>\s*f""", re.I
)
"""Marks of a woman in an entry: TEI's ``F``, ISO 5218's ``2``, or a word."""
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_MOST_GIVEN = 6
"""Most forenames, initials and particles before a surname."""
_STEM = 3
"""Fewest letters of a stem."""
_MISSPELT = 6
"""Fewest letters of a surname for which a word that differs by one letter is a misspelling."""


@dataclass(frozen=True, slots=True)
class Form:
    """One name of an authority entry, as words."""

    entry: str
    words: tuple[str, ...]

    @property
    def given(self) -> tuple[str, ...]:
        """The forenames and initials."""
        return self.words[:-1]


@dataclass(frozen=True, slots=True)
class Index:
    """The names of an edition's authority lists, prepared for look-up.

    ``women`` are the persons marked as such in their entry (``@sex``, ``@gender``, or an element).
    """

    kinds: dict[str, Kind] = field(default_factory=dict)
    surnames: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    phrases: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    women: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Search:
    """A text to search for listed names; ``keys`` are its words as they are compared."""

    words: Words
    keys: tuple[str, ...]
    vocabulary: Vocabulary
    known: Index


def build_index(entries: Sequence[Entry], vocabulary: Vocabulary) -> Index:
    """Index the names of entries: persons by surname, all others by their first word."""
    surnames: defaultdict[str, list[Form]] = defaultdict(list)
    phrases: defaultdict[str, list[Form]] = defaultdict(list)
    titles = frozenset(key(title) for title in vocabulary.titles)
    for entry in entries:
        for form in _forms(entry, titles):
            if entry.kind is Kind.PERSON:
                surnames[form.words[-1]].append(form)
            else:
                for first in _stems(form.words[0], vocabulary):
                    phrases[first].append(form)
    return Index(
        {entry.id: entry.kind for entry in entries},
        {word: tuple(forms) for word, forms in surnames.items()},
        {word: tuple(sorted(forms, key=_longest_first)) for word, forms in phrases.items()},
        frozenset(entry.id for entry in entries if _FEMALE.search(entry.xml)),
    )


def _forms(entry: Entry, titles: frozenset[str]) -> Iterator[Form]:
    for name in entry.names:
        words = _name_words(name)
        if entry.kind is Kind.PERSON:
            words = _forename_first(words, titles)
        if words:
            yield Form(entry.id, words)


def _longest_first(form: Form) -> int:
    return -len(form.words)


def find_listed(context: Context) -> Iterator[Mention]:
    """Find what the authority lists name, with ``entry`` where only one can be meant."""
    if not context.authority:
        return
    words, vocabulary = context.words, context.vocabulary
    known = build_index(context.authority, vocabulary)
    here = _Search(words, tuple(key(text) for text in words.texts), vocabulary, known)
    strangers = _ambiguous_surnames(here)
    for at, text in enumerate(words.texts):
        if text[0].isupper():
            yield from _phrase(here, at)
            yield from _person(here, at, strangers)
    yield from _misspelt(here)


def key(text: str) -> str:
    """Normalise a word for comparison: small letters, straight apostrophes, no final full stop."""
    return text.translate(_APOSTROPHES).casefold().rstrip(".")


def _name_words(name: str) -> tuple[str, ...]:
    plain = _BRACKETS.sub(" ", name).translate(_APOSTROPHES)
    spaced = plain.replace(".", ". ").replace("'s", " 's").replace(",", " ,")
    return tuple(word for word in (key(word) for word in spaced.split()) if word)


def _forename_first(words: tuple[str, ...], titles: frozenset[str]) -> tuple[str, ...]:
    if "," in words:
        comma = words.index(",")
        words = (*words[comma + 1 :], *words[:comma])
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    return tuple(word for word in words if word != ",")


def _phrase(here: _Search, at: int) -> Iterator[Mention]:
    """Yield the place or organisation with the longest listed name that begins here."""
    keys, words, known = here.keys, here.words, here.known
    stems = _stems(keys[at], here.vocabulary)
    forms = {form for stem in stems for form in known.phrases.get(stem, ())}
    for form in sorted(forms, key=lambda form: (-len(form.words), form.words, form.entry)):
        stop = at + len(form.words)
        if 2 in words.breaks[at + 1 : stop]:
            continue
        found = keys[at:stop]
        if _inflects(found, form.words, here.vocabulary):
            same = {f.entry for f in forms if f.words == form.words}
            yield _mention(at, stop - 1, known.kinds[form.entry], same)
            return


def _person(here: _Search, at: int, strangers: set[str]) -> Iterator[Mention]:
    """Yield the person with the listed surname here, and the forenames before it."""
    surname = _surname(here, at)
    if not surname or _goes_on(here, at):
        return
    first = _name_start(here.words, at, here.vocabulary)
    given = _given(here, first, at)
    forms = here.known.surnames[surname]
    meant = {form.entry for form in forms if compatible(given, form.given)}
    if not given and (surname in strangers or _of_another(here, first, meant)):
        meant = set()
    yield _mention(first, at, Kind.PERSON, meant)


def _of_another(here: _Search, first: int, meant: set[str]) -> bool:
    """Whether a woman's title precedes a surname that no listed woman has.

    She may be the wife or the daughter of the person in the list.
    """
    titles = here.words.texts[title_start(here.words, first, here.vocabulary) : first]
    return not here.vocabulary.female_titles.isdisjoint(titles) and not meant <= here.known.women


def _mention(first: int, last: int, kind: Kind, meant: set[str]) -> Mention:
    """Return the mention of a listed name, with its entry if only one is possible."""
    reason = "the name is in the edition's list"
    entry = next(iter(meant)) if len(meant) == 1 else ""
    return Mention(first, last, kind, Source.AUTHORITY, "listed", reason, entry=entry)


def _surname(here: _Search, at: int) -> str:
    """Return the listed surname here, with or without an inflectional ending; else nothing."""
    word = here.keys[at]
    if word in here.known.surnames:
        return word
    stems = _stems(word, here.vocabulary)
    return next((stem for stem in stems if stem in here.known.surnames), "")


def _given(here: _Search, first: int, at: int) -> tuple[str, ...]:
    """Return the forenames and initials before the surname at ``at``, without particles."""
    return tuple(k for k in here.keys[first:at] if k not in here.vocabulary.particles and k != "-")


def _name_start(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Return the first forename, initial or particle that belongs to the surname at ``at``."""
    first = at
    while 0 < first and at - first < _MOST_GIVEN and not words.breaks[first]:
        before = words.texts[first - 1]
        particle = before in vocabulary.particles and words.texts[first - 2][0].isupper()
        if not particle and not _may_be_given(before, vocabulary):
            break
        first -= 1
    while first < at and not words.texts[first][0].isupper():
        first += 1
    return first


def _may_be_given(text: str, vocabulary: Vocabulary) -> bool:
    return (
        text[0].isupper()
        and text.rstrip(".") not in vocabulary.titles
        and text not in vocabulary.non_names
        and (len(text) > 1 or text.endswith("."))
        and (is_forename(text) or not is_common(text.lower(), vocabulary.code))
    )


def _goes_on(here: _Search, at: int) -> bool:
    """Whether a capitalised word follows, so that this is no surname."""
    words, vocabulary = here.words, here.vocabulary
    if vocabulary.capitalises_nouns or at + 1 >= len(words) or words.breaks[at + 1]:
        return False
    after = words.texts[at + 1]
    return (
        after[0].isupper() and after not in vocabulary.non_names and after not in vocabulary.titles
    )


def compatible(given: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether forenames and initials of the text fit those of the list, in their order."""
    rest = list(known)
    for name in given:
        while rest:
            other = rest.pop(0)
            if name == other or (min(len(name), len(other)) == 1 and name[0] == other[0]):
                break
        else:
            return False
    return True


def _ambiguous_surnames(here: _Search) -> set[str]:
    """Return the surnames that do not identify a person when they occur alone.

    Two entries of the lists have them, or the text has somebody of that name who is not listed.
    """
    surnames = here.known.surnames
    shared = {name for name, forms in surnames.items() if len({f.entry for f in forms}) > 1}
    unlisted = (here.keys[at] for at in range(len(here.keys)) if _is_unlisted(here, at))
    return shared.union(unlisted)


def _is_unlisted(here: _Search, at: int) -> bool:
    """Whether the forenames before a listed surname fit no entry of that surname."""
    forms = here.known.surnames.get(here.keys[at])
    if not forms or not here.words.texts[at][0].isupper():
        return False
    given = _given(here, _name_start(here.words, at, here.vocabulary), at)
    return bool(given) and not any(compatible(given, form.given) for form in forms)


def _misspelt(here: _Search) -> Iterator[Mention]:
    """Find words that differ by one letter from a listed surname that the text spells right.

    The word occurs once in the text, and only one surname is so near.
    """
    counts = Counter(here.keys)
    surnames = here.known.surnames
    present = [name for name in surnames if counts[name] and len(name) >= _MISSPELT]
    for at, word in enumerate(here.keys):
        if counts[word] > 1 or not _may_be_misspelt(here, at):
            continue
        near = _near_surnames(word, present)
        meant = {form.entry for name in near for form in surnames[name]}
        if len(meant) == 1 and not _is_inflected(word, near, here.vocabulary):
            reason = f"one letter differs from {near[0].capitalize()}, who is named in this text"
            yield Mention(
                at, at, Kind.PERSON, Source.AUTHORITY, "misspelt", reason, Cert.MEDIUM,
                entry=meant.pop(),
            )  # fmt: skip


def _near_surnames(word: str, surnames: Sequence[str]) -> list[str]:
    """Return the surnames with the same first letter that differ by one letter."""
    return [name for name in surnames if name[0] == word[0] and one_edit_apart(name, word)]


def _may_be_misspelt(here: _Search, at: int) -> bool:
    """Whether a word is capitalised, long enough, and in no list."""
    word = here.keys[at]
    if not here.words.texts[at][0].isupper() or len(word) < _MISSPELT - 1:
        return False
    return (
        word not in here.known.surnames and word not in here.known.phrases and word not in people()
    )


def _is_inflected(word: str, names: Sequence[str], vocabulary: Vocabulary) -> bool:
    return any(word == name + ending for name in names for ending in vocabulary.name_endings)


def one_edit_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter added, omitted, changed or transposed."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    i = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[i:] == long[i + 1 :]
    return short[i + 1 :] == long[i + 1 :] or (
        short[i + 2 :] == long[i + 2 :] and short[i : i + 2] == long[i : i + 2][::-1]
    )


def _stems(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the word and its stems: what is left of it without an inflectional ending."""
    endings = (
        end
        for end in vocabulary.name_endings
        if word.endswith(end) and len(word) - len(end) >= _STEM
    )
    return (word, *(word[: -len(end)] for end in endings))


def _inflects(found: tuple[str, ...], form: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether words are those of the list, apart from inflectional endings."""
    if len(found) != len(form):
        return False
    pairs = zip(found, form, strict=True)
    return all(a == b or {*_stems(a, vocabulary)} & {*_stems(b, vocabulary)} for a, b in pairs)
