"""``names.toml``: the words by which names of persons, organisations and places are recognised.

Words are matched as written, capitals included, unless a key says otherwise. Without this file a
text has names of the authority lists only.
"""

from dataclasses import dataclass

from toolkit.languages.schema import Example, key

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Names:
    """Words around and inside names, by the kind of name that they show."""

    # Persons: titles
    titles: frozenset[str] = key(
        "Courtesy titles, ranks, offices and degrees before a name, without full stop.",
        example=Example("nl", "Gisteren kwam Kapitein Brackwade terug.", "roleName=Kapitein"),
        cost="a title before a name is not marked as roleName, and shows no name",
        default=NONE,
    )
    title_phrases: tuple[str, ...] = key(
        "Titles of several words, without full stops.",
        example=Example(
            "nl", "Gisteren kwam Zijne Excellentie Brackwade terug.", "roleName=Zijne Excellentie"
        ),
        cost="titles of several words are not recognised",
        default=(),
    )
    lowercase_titles: frozenset[str] = key(
        "Titles and offices that are not capitalised before a name (le général Foy).",
        example=Example("nl", "Gisteren kwam generaal Brackwade terug.", "roleName=generaal"),
        cost="only capitalised titles are recognised",
        default=NONE,
    )
    title_suffixes: frozenset[str] = key(
        "Last parts of compounds that are titles, in small letters (-direktor).",
        example=Example(
            "nl", "Gisteren kwam Hoofdinspecteur Brackwade terug.", "roleName=Hoofdinspecteur"
        ),
        cost="compound titles are recognised only where they are listed",
        default=NONE,
    )
    female_titles: frozenset[str] = key(
        "Titles of women; they need not be repeated among the titles.",
        example=Example("nl", "Gisteren kwam Mevrouw Brackwade terug.", "roleName=Mevrouw"),
        cost="a married woman is taken for the man of her surname in the authority list",
        default=NONE,
    )
    male_titles: frozenset[str] = key(
        "Titles of men; they need not be repeated among the titles.",
        example=Example("nl", "Gisteren kwam Meneer Brackwade terug.", "roleName=Meneer"),
        cost="mentions of a woman and a man of one surname are proposed as one person",
        default=NONE,
    )
    postposed_titles: frozenset[str] = key(
        "Titles after a name, without full stop, where the name ends (Esq).",
        example=Example(
            "en",
            "Yours faithfully,\nHerbert Brackwade Esq.\nChairman\nWinford Parish Council",
            "persName=Herbert Brackwade",
        ),
        cost="names before such a title are missed",
        default=NONE,
    )
    kinship_titles: frozenset[str] = key(
        "Titles of kin, which are no title before a particle (le frère de Briand).",
        example=Example(
            "nl",
            "Gisteren kwam de oom van Brackwade terug.",
            "persName=oom van Brackwade",
            prevents=True,
        ),
        cost="the kin of a person is marked together with the person",
        default=NONE,
    )

    # Persons: the name itself
    particles: frozenset[str] = key(
        "Uncapitalised words inside a personal name.",
        example=Example(
            "nl",
            "Gisteren kwam Kapitein van der Brackwade terug.",
            "persName=Kapitein van der Brackwade",
        ),
        cost="a surname with a particle is cut off",
        default=NONE,
    )
    abbreviated_forenames: frozenset[str] = key(
        "Usual abbreviations of forenames, without full stop (Thos).",
        example=Example("nl", "Gisteren kwam Joh. Brackwade terug.", "persName=Joh. Brackwade"),
        cost="a surname after an abbreviated forename is missed",
        default=NONE,
    )
    initialisms: frozenset[str] = key(
        "Abbreviations with full stops that look like the initials of a person (U.S.).",
        example=Example("de", "Es war wie z. B. Vexler dort.", "persName=B. Vexler", prevents=True),
        cost="the word after such an abbreviation is taken for a surname",
        default=NONE,
    )
    name_endings: tuple[str, ...] = key(
        "Inflectional endings of names and of the adjectives in them.",
        example=Example(
            "nl",
            "Gisteren kwam Kapitein Brackwade. Men zag Brackwades hoed.",
            "persName=Brackwades",
        ),
        cost="inflected forms of listed names are missed",
        default=(),
    )
    non_names: frozenset[str] = key(
        "Capitalised words that are never a name alone: pronouns, months, forms of address.",
        example=Example(
            "nl",
            "Ik kom morgen terug.\n\nHoogachtend,\nJ. Brackwade",
            "persName=Hoogachtend",
            prevents=True,
        ),
        cost="such words are taken for surnames at the beginning of sentences and lines",
        default=NONE,
    )
    month_forenames: frozenset[str] = key(
        "Those of them that are months and forenames, as they are before a surname (April).",
        example=Example("nl", "Daar zag men April Jansen komen.", "persName=April Jansen"),
        cost="such a person is missed",
        default=NONE,
    )
    demonyms: frozenset[str] = key(
        "Members of peoples, faiths and parties, which are no name of one person or place.",
        example=Example(
            "nl", "Beste Hollander,\n\nIk kom morgen terug.", "persName=Hollander", prevents=True
        ),
        cost="members of peoples and parties are marked as persons",
        default=NONE,
    )

    # Persons: the words around a name
    person_verbs: frozenset[str] = key(
        "Words after a name that only a person has: verbs of saying and writing, born, named.",
        no_example="it adds evidence for a type, which seldom decides alone",
        cost="surnames that could be place names are not recognised as persons by their verbs",
        default=NONE,
    )
    person_predicates: frozenset[str] = key(
        "Verbs after a name whose subject is always a person: verbs of saying and feeling.",
        example=Example("nl", "Daar vroeg men of Jansen antwoordde.", "persName=Jansen"),
        cost="unknown surnames by themselves are missed, and some are taken for places",
        default=NONE,
    )
    auxiliaries: frozenset[str] = key(
        "Auxiliary verbs and adverbs between a name and its verb (did, not, then).",
        example=Example("nl", "Daar vroeg men of Jansen niet antwoordde.", "persName=Jansen"),
        cost="a verb of saying is overlooked if it does not follow the name directly",
        default=NONE,
    )
    person_governors: frozenset[str] = key(
        "One or two words before a name whose object is a person (heard, signed by), in small "
        "letters.",
        example=Example("nl", "Men schreef aan Jansen.", "persName=Jansen"),
        cost="unknown surnames by themselves are missed, and some are taken for places",
        default=NONE,
    )
    occupations: frozenset[str] = key(
        "Uncapitalised words directly before a person's name: occupations, kin, named.",
        example=Example("nl", "Gisteren kwam de timmerman Brackwade terug.", "persName=Brackwade"),
        cost="persons introduced by their occupation are missed",
        default=NONE,
    )
    naming_words: frozenset[str] = key(
        "Words after which a person is named (called, alias).",
        example=Example("nl", "Daar woonde een man genaamd Brackwade.", "persName=Brackwade"),
        cost="persons introduced in this way are missed",
        default=NONE,
    )
    so_called: frozenset[str] = key(
        "Words that make a naming word mean something else (so called).",
        example=Example(
            "nl", "Daar lag het zo genaamd Brackwade.", "persName=Brackwade", prevents=True
        ),
        cost="a thing that is 'so called' may be taken for a person",
        default=NONE,
    )
    salutations: frozenset[str] = key(
        "Adjectives before the name of the addressee at the beginning of a letter.",
        example=Example("nl", "Waarde Brackwade,\n\nIk kom morgen terug.", "persName=Brackwade"),
        cost="addressees in salutations are missed",
        default=NONE,
    )
    salutation_modifiers: frozenset[str] = key(
        "Words before the adjective of a salutation (my, very).",
        example=Example(
            "nl", "Mijn waarde Brackwade,\n\nIk kom morgen terug.", "persName=Brackwade"
        ),
        cost="salutations of several words are missed",
        default=NONE,
    )
    valedictions: frozenset[str] = key(
        "Possessives before the signature (Yours).",
        example=Example("nl", "Ik kom morgen terug.\n\nUw Brackwade", "persName=Brackwade"),
        cost="signatures in the line of the valediction are missed",
        default=NONE,
    )
    address_nouns: frozenset[str] = key(
        "Capitalised nouns of address and signature that are no name (Friend, Uncle).",
        example=Example(
            "nl", "Waarde Vriend,\n\nIk kom morgen terug.", "persName=Vriend", prevents=True
        ),
        cost="'Dear Friend' is taken for a name",
        default=NONE,
    )
    work_nouns: frozenset[str] = key(
        "Kinds of works, before the preposition and the name of their maker (opera by Gounod).",
        example=Example("nl", "Men speelde de opera van Brackwade.", "persName=Brackwade"),
        cost="makers of works are missed",
        default=NONE,
    )
    authorship_prepositions: frozenset[str] = key(
        "Prepositions between a work and its maker.",
        example=Example("nl", "Men speelde de opera van Brackwade.", "persName=Brackwade"),
        cost="makers of works and those responsible for a record are missed",
        default=NONE,
    )
    numbered_divisions: frozenset[str] = key(
        "Nouns before a Roman numeral, in small letters (act, book).",
        example=Example(
            "nl", "Men las hoofdstuk V. Brackwade vertrekt.", "persName=V. Brackwade", prevents=True
        ),
        cost="the word after 'Act V.' may be taken for a surname",
        default=NONE,
    )
    person_threshold: float = key(
        "The least probability at which a person of the statistical model is believed.",
        no_example="it is a bound of the statistical model",
        cost="0.7 is used",
        default=0.7,
    )

    probable_person: float = key(
        "The probability of the model from which on a person of one word is probably right.",
        no_example="it is a bound of the statistical model",
        cost="0.8 is used; below that such a name waits for a decision",
        default=0.8,
    )

    # Organisations
    organisation_nouns: frozenset[str] = key(
        "Nouns that are the kernel of an organisation's name (Society, Ministry).",
        example=Example(
            "nl",
            "Gisteren kwam de Haarlemsche Partij bijeen.",
            "orgName=Haarlemsche Partij",
        ),
        cost="organisations are found only where their name is listed",
        default=NONE,
    )
    organisation_heads: frozenset[str] = key(
        "Those of these nouns that a complement may follow (Council of ...).",
        example=Example(
            "nl",
            "Gisteren kwam het Genootschap van Kunsten bijeen.",
            "orgName=Genootschap van Kunsten",
        ),
        cost="organisations that begin with their kernel are missed or cut off",
        default=NONE,
    )
    ambiguous_organisation_nouns: frozenset[str] = key(
        "Those that with a word before them may name something else (Western Front).",
        example=Example("nl", "Men zag de Oude Kerk van ver.", "orgName=Oude Kerk", prevents=True),
        cost="some places and events are marked as organisations",
        default=NONE,
    )
    organisation_suffixes: frozenset[str] = key(
        "Last parts of compounds that are names of organisations, in small letters (-verein).",
        example=Example("de", "Gestern tagte der Vexlerverein dort.", "orgName=Vexlerverein"),
        cost="compound names of organisations are missed",
        default=NONE,
    )
    organisation_links: frozenset[str] = key(
        "Words between the parts of an organisation's name (of, for).",
        example=Example(
            "nl",
            "Gisteren kwam het Genootschap van Kunsten bijeen.",
            "orgName=Genootschap van Kunsten",
        ),
        cost="names of organisations are cut off",
        default=NONE,
    )
    organisation_place_cues: frozenset[str] = key(
        "Prepositions between an organisation and its town (in).",
        example=Example(
            "de", "Gestern tagte die Kultusgemeinde in Wien.", "orgName=Kultusgemeinde in Wien"
        ),
        cost="the town is left out of the name of an organisation",
        default=NONE,
    )
    adjective_endings: tuple[str, ...] = key(
        "Endings of adjectives that belong to an organisation's name (national, -ale).",
        example=Example("fr", "Hier, le Conseil vexional a voté.", "orgName=Conseil vexional"),
        cost="adjectives that are not capitalised are left out of names of organisations",
        default=(),
    )
    adjectives_follow_nouns: bool = key(
        "Whether adjectives follow their noun (Conseil national).",
        example=Example("fr", "Hier, le Conseil vexional a voté.", "orgName=Conseil vexional"),
        default=False,
    )
    known_organisations: frozenset[str] = key(
        "Organisations known by one word or abbreviation.",
        example=Example("nl", "Hij sprak voor de NSB.", "orgName=NSB"),
        cost="organisations known by one word are missed, unless the authority list has them",
        default=NONE,
    )
    member_nouns: frozenset[str] = key(
        "Members of an organisation, after its name: 'an SS man' names a man.",
        example=Example("nl", "Hij sprak voor NSB leden.", "orgName=NSB", prevents=True),
        cost="the organisation of a member is marked as an organisation",
        default=NONE,
    )
    company_forms: frozenset[str] = key(
        "What ends the name of a firm after '&' (Co, Co., Sons).",
        example=Example(
            "nl", "Wij kochten brood & boter bij Brackwade & Zonen.", "orgName=Brackwade & Zonen"
        ),
        cost="firms are recognised only where the text uses '&' for nothing else",
        default=NONE,
    )

    numero_words: frozenset[str] = key(
        "Words for the number of an issue, after the name of a periodical (No).",
        example=Example(
            "nl", "Men las het in Brackwadum nr. 12.", "placeName=Brackwadum", prevents=True
        ),
        cost="periodicals are taken for places or persons",
        default=NONE,
    )

    # Places
    place_cues: frozenset[str] = key(
        "Prepositions before a place, in small letters.",
        example=Example("nl", "Zij liepen langs Utrecht.", "placeName=Utrecht"),
        cost="places are recognised only where the edition lists them or in datelines",
        default=NONE,
    )
    strong_place_cues: frozenset[str] = key(
        "Those of them that seldom precede a person, in small letters.",
        example=Example("nl", "Zij woonden in Brackwadum.", "placeName=Brackwadum"),
        cost="small towns and unknown places are missed",
        default=NONE,
    )
    weak_place_cues: frozenset[str] = key(
        "Those of them that often precede a person.",
        no_example="it adds evidence for a type, which seldom decides alone",
        cost="names after them count as neither places nor persons",
        default=NONE,
    )
    place_nouns: frozenset[str] = key(
        "Nouns that are part of a place name (Street, Castle).",
        example=Example(
            "nl", "Zij woonden aan de Generaal Singel.", "persName=Generaal Singel", prevents=True
        ),
        cost="names of streets, buildings and landscapes are missed or taken for persons",
        default=NONE,
    )
    place_appositions: frozenset[str] = key(
        "Common nouns before a place name (the village of ...).",
        example=Example("nl", "Zij woonden bij het dorp Brackwadum.", "placeName=Brackwadum"),
        cost="unknown places after such a noun are missed",
        default=NONE,
    )
    place_links: frozenset[str] = key(
        "Prepositions between such a noun and the name (of).",
        example=Example("nl", "Zij woonden bij het dorp van Brackwadum.", "placeName=Brackwadum"),
        cost="places after 'the village of' are not recognised by it",
        default=NONE,
    )
    place_prefixes: frozenset[str] = key(
        "First words of place names of several words (New, Bad, St).",
        example=Example(
            "en",
            "New Vexborough, 3 May 1871\n\nDear friend,\n\nI came today.",
            "placeName=New Vexborough",
        ),
        cost="unknown places of several words are missed in datelines",
        default=NONE,
    )
    street_nouns: frozenset[str] = key(
        "Words for a street, as in the name of one (rue, -street).",
        example=Example("en", "A fire broke out at the Paddle-lane.", "placeName=Paddle-lane"),
        cost="streets are missed",
        default=NONE,
    )
    street_suffixes: tuple[str, ...] = key(
        "Last parts of compounds that name streets, in small letters (-gasse).",
        example=Example("nl", "Zij woonden aan de Brackwadegracht.", "placeName=Brackwadegracht"),
        cost="compound names of streets are missed",
        default=(),
    )
    ambiguous_street_suffixes: tuple[str, ...] = key(
        "Last parts of compounds that may name a street, in small letters (-platz).",
        no_example="only the statistical model reads it",
        cost="the statistical model takes fewer streets for places",
        default=(),
    )
    street_noun_first: bool = key(
        "Whether the noun precedes the name of the street (rue de la Paix).",
        example=Example(
            "fr", "Il demeurait rue de la Vexe, au premier.", "placeName=rue de la Vexe"
        ),
        default=False,
    )
    state_nouns: frozenset[str] = key(
        "Nouns for a state, after the adjective of its people (Republic).",
        example=Example(
            "en", "He wrote on the Russian Commonwealth.", "placeName=Russian Commonwealth"
        ),
        cost="'Ottoman Empire' is not marked",
        default=NONE,
    )
    dateline_words: frozenset[str] = key(
        "Words between the place and the day of a dateline (den, le).",
        example=Example(
            "de",
            "Vexlingen, den 3. Mai 1871\n\nLieber Freund!\n\nIch kam heute.",
            "placeName=Vexlingen",
        ),
        cost="places in datelines with such a word are missed",
        default=NONE,
    )

    # Words without meaning of their own
    articles: frozenset[str] = key(
        "Definite and indefinite articles, in small letters.",
        example=Example(
            "nl", "Men zag de J. Brackwade van ver.", "persName=J. Brackwade", prevents=True
        ),
        cost="common nouns after an article may be taken for surnames",
        default=NONE,
    )
    common_noun_determiners: frozenset[str] = key(
        "Determiners that never precede a person's name without title, in small letters.",
        no_example="it only corrects the statistical model",
        cost="common nouns are taken for surnames more often",
        default=NONE,
    )
    determiners: frozenset[str] = key(
        "All words that precede a common noun, an adjective between them or not, in small letters.",
        example=Example(
            "nl",
            "Gisteren kwam Kapitein Brackwade. Men zag die Brackwade en die Brackwade.",
            "persName=Brackwade",
            prevents=True,
        ),
        cost="a common noun that the text uses often may be taken for a surname",
        default=NONE,
    )
    conjunctions: frozenset[str] = key(
        "Words that join names (and), in small letters.",
        example=Example(
            "nl", "Gisteren kwamen J. F. Brackwade en Jansen terug.", "persName=Jansen"
        ),
        cost="names that are joined may be taken for one, and unknown ones are missed",
        default=NONE,
    )
    ordinal_full_stop: bool = key(
        "Whether a full stop makes a number an ordinal (III. Abteilung).",
        example=Example(
            "de",
            "Sie wohnten im V. Vexler und später anderswo.",
            "persName=V. Vexler",
            prevents=True,
        ),
        default=False,
    )
