"""``names.toml``: the words by which names of persons, organisations and places are recognised.

Words are matched as written, capitals included, unless a key says otherwise. Without this file a
text has names of the authority lists only.
"""

from dataclasses import dataclass

from toolkit.languages.schema import key

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Names:
    """Words around and inside names, by the kind of name that they show."""

    # Persons: titles
    titles: frozenset[str] = key(
        "Courtesy titles, ranks, offices and degrees before a name, without full stop.",
        cost="a title before a name is not marked as roleName, and shows no name",
        default=NONE,
    )
    title_phrases: tuple[str, ...] = key(
        "Titles of several words, without full stops.",
        cost="titles of several words are not recognised",
        default=(),
    )
    lowercase_titles: frozenset[str] = key(
        "Titles and offices that are not capitalised before a name (le général Foy).",
        cost="only capitalised titles are recognised",
        default=NONE,
    )
    title_suffixes: frozenset[str] = key(
        "Last parts of compounds that are titles, in small letters (-direktor).",
        cost="compound titles are recognised only where they are listed",
        default=NONE,
    )
    female_titles: frozenset[str] = key(
        "Titles of women; they need not be repeated among the titles.",
        cost="a married woman is taken for the man of her surname in the authority list",
        default=NONE,
    )
    male_titles: frozenset[str] = key(
        "Titles of men; they need not be repeated among the titles.",
        cost="mentions of a woman and a man of one surname are proposed as one person",
        default=NONE,
    )
    kinship_titles: frozenset[str] = key(
        "Titles of kin, which are no title before a particle (le frère de Briand).",
        cost="the kin of a person is marked together with the person",
        default=NONE,
    )

    # Persons: the name itself
    particles: frozenset[str] = key(
        "Uncapitalised words inside a personal name.",
        cost="a surname with a particle is cut off",
        default=NONE,
    )
    abbreviated_forenames: frozenset[str] = key(
        "Usual abbreviations of forenames, without full stop (Thos).",
        cost="a surname after an abbreviated forename is missed",
        default=NONE,
    )
    initialisms: frozenset[str] = key(
        "Abbreviations with full stops that look like the initials of a person (U.S.).",
        cost="the word after such an abbreviation is taken for a surname",
        default=NONE,
    )
    name_endings: tuple[str, ...] = key(
        "Inflectional endings of names and of the adjectives in them.",
        cost="inflected forms of listed names are missed",
        default=(),
    )
    non_names: frozenset[str] = key(
        "Capitalised words that are never a name alone: pronouns, months, forms of address.",
        cost="such words are taken for surnames at the beginning of sentences and lines",
        default=NONE,
    )
    demonyms: frozenset[str] = key(
        "Members of peoples, faiths and parties, which are no name of one person or place.",
        cost="members of peoples and parties are marked as persons",
        default=NONE,
    )

    # Persons: the words around a name
    person_verbs: frozenset[str] = key(
        "Words after a name that only a person has: verbs of saying and writing, born, named.",
        cost="surnames that could be place names are not recognised as persons by their verbs",
        default=NONE,
    )
    occupations: frozenset[str] = key(
        "Uncapitalised words directly before a person's name: occupations, kin, named.",
        cost="persons introduced by their occupation are missed",
        default=NONE,
    )
    naming_words: frozenset[str] = key(
        "Words after which a person is named (called, alias).",
        cost="persons introduced in this way are missed",
        default=NONE,
    )
    so_called: frozenset[str] = key(
        "Words that make a naming word mean something else (so called).",
        cost="a thing that is 'so called' may be taken for a person",
        default=NONE,
    )
    salutations: frozenset[str] = key(
        "Adjectives before the name of the addressee at the beginning of a letter.",
        cost="addressees in salutations are missed",
        default=NONE,
    )
    salutation_modifiers: frozenset[str] = key(
        "Words before the adjective of a salutation (my, very).",
        cost="salutations of several words are missed",
        default=NONE,
    )
    valedictions: frozenset[str] = key(
        "Possessives before the signature (Yours).",
        cost="signatures in the line of the valediction are missed",
        default=NONE,
    )
    address_nouns: frozenset[str] = key(
        "Capitalised nouns of address and signature that are no name (Friend, Uncle).",
        cost="'Dear Friend' is taken for a name",
        default=NONE,
    )
    work_nouns: frozenset[str] = key(
        "Kinds of works, before the preposition and the name of their maker (opera by Gounod).",
        cost="makers of works are missed",
        default=NONE,
    )
    authorship_prepositions: frozenset[str] = key(
        "Prepositions between a work and its maker.",
        cost="makers of works and those responsible for a record are missed",
        default=NONE,
    )
    numbered_divisions: frozenset[str] = key(
        "Nouns before a Roman numeral, in small letters (act, book).",
        cost="the word after 'Act V.' may be taken for a surname",
        default=NONE,
    )
    person_threshold: float = key(
        "The least probability at which a person of the statistical model is believed.",
        cost="0.7 is used",
        default=0.7,
    )

    # Organisations
    organisation_nouns: frozenset[str] = key(
        "Nouns that are the kernel of an organisation's name (Society, Ministry).",
        cost="organisations are found only where their name is listed",
        default=NONE,
    )
    organisation_heads: frozenset[str] = key(
        "Those of these nouns that a complement may follow (Council of ...).",
        cost="organisations that begin with their kernel are missed or cut off",
        default=NONE,
    )
    ambiguous_organisation_nouns: frozenset[str] = key(
        "Those that with a word before them may name something else (Western Front).",
        cost="some places and events are marked as organisations",
        default=NONE,
    )
    organisation_suffixes: frozenset[str] = key(
        "Last parts of compounds that are names of organisations, in small letters (-verein).",
        cost="compound names of organisations are missed",
        default=NONE,
    )
    organisation_links: frozenset[str] = key(
        "Words between the parts of an organisation's name (of, for).",
        cost="names of organisations are cut off",
        default=NONE,
    )
    adjective_endings: tuple[str, ...] = key(
        "Endings of adjectives that belong to an organisation's name (national, -ale).",
        cost="adjectives that are not capitalised are left out of names of organisations",
        default=(),
    )
    adjectives_follow_nouns: bool = key(
        "Whether adjectives follow their noun (Conseil national).", default=False
    )
    known_organisations: frozenset[str] = key(
        "Organisations known by one word or abbreviation.",
        cost="organisations known by one word are missed, unless the authority list has them",
        default=NONE,
    )
    member_nouns: frozenset[str] = key(
        "Members of an organisation, after its name: 'an SS man' names a man.",
        cost="the organisation of a member is marked as an organisation",
        default=NONE,
    )
    company_forms: frozenset[str] = key(
        "What ends the name of a firm after '&' (Co, Sons), with or without full stop.",
        cost="firms are recognised only where the text uses '&' for nothing else",
        default=NONE,
    )

    # Places
    place_cues: frozenset[str] = key(
        "Prepositions before a place, in small letters.",
        cost="places are recognised only where the edition lists them or in datelines",
        default=NONE,
    )
    strong_place_cues: frozenset[str] = key(
        "Those of them that seldom precede a person, in small letters.",
        cost="small towns and unknown places are missed",
        default=NONE,
    )
    weak_place_cues: frozenset[str] = key(
        "Those of them that often precede a person.",
        cost="names after them count as neither places nor persons",
        default=NONE,
    )
    place_nouns: frozenset[str] = key(
        "Nouns that are part of a place name (Street, Castle).",
        cost="names of streets, buildings and landscapes are missed or taken for persons",
        default=NONE,
    )
    place_appositions: frozenset[str] = key(
        "Common nouns before a place name (the village of ...).",
        cost="unknown places after such a noun are missed",
        default=NONE,
    )
    place_links: frozenset[str] = key(
        "Prepositions between such a noun and the name (of).",
        cost="places after 'the village of' are not recognised by it",
        default=NONE,
    )
    place_prefixes: frozenset[str] = key(
        "First words of place names of several words (New, Bad, St).",
        cost="unknown places of several words are missed in datelines",
        default=NONE,
    )
    street_nouns: frozenset[str] = key(
        "Words for a street, as in the name of one (rue, -street).",
        cost="streets are missed",
        default=NONE,
    )
    street_suffixes: tuple[str, ...] = key(
        "Last parts of compounds that name streets, in small letters (-gasse).",
        cost="compound names of streets are missed",
        default=(),
    )
    ambiguous_street_suffixes: tuple[str, ...] = key(
        "Last parts of compounds that may name a street, in small letters (-platz).",
        cost="the statistical model takes fewer streets for places",
        default=(),
    )
    street_noun_first: bool = key(
        "Whether the noun precedes the name of the street (rue de la Paix).", default=False
    )
    state_nouns: frozenset[str] = key(
        "Nouns for a state, after the adjective of its people (Republic).",
        cost="'Ottoman Empire' is not marked",
        default=NONE,
    )
    dateline_words: frozenset[str] = key(
        "Words between the place and the day of a dateline (den, le).",
        cost="places in datelines with such a word are missed",
        default=NONE,
    )

    # Words without meaning of their own
    articles: frozenset[str] = key(
        "Definite and indefinite articles, in small letters.",
        cost="common nouns after an article may be taken for surnames",
        default=NONE,
    )
    common_noun_determiners: frozenset[str] = key(
        "Determiners that never precede a person's name without title, in small letters.",
        cost="common nouns are taken for surnames more often",
        default=NONE,
    )
    determiners: frozenset[str] = key(
        "All words that precede a common noun, an adjective between them or not, in small letters.",
        cost="a common noun that the text uses often may be taken for a surname",
        default=NONE,
    )
    conjunctions: frozenset[str] = key(
        "Words that join names (and), in small letters.",
        cost="names that are joined may be taken for one, and unknown ones are missed",
        default=NONE,
    )
    ordinal_full_stop: bool = key(
        "Whether a full stop makes a number an ordinal (III. Abteilung).", default=False
    )
