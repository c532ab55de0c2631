"""Errors: the vocabulary with which apparent errors are recognised and corrected in a language.

The rules about letters of another script, brackets and repeated phrases need none of it. A
language without ``errors.toml`` has those rules only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.languages.schema import Example, key

_MISREAD = {
    "en": "He had tound that tbe clerk, whieh was of tho oftice, conld not be brouglit to say "
    "wliat had been donc with tlie money. ",
    "de": "Er hatte gefchrieben, dafs die Beftimmung nicht mchr gilt, und fie wiffen es aueh. ",
    "fr": "Il a dit qnc lc roi cst mort, ct que lcs hommcs de la viile sont vcnus avcc lui. ",
}
"""The beginning of a misread text: some rules are applied only to such texts."""

_OLD = "Date: 1714\n\n"

_WORDS = "words are not checked against a lexicon: misspelt and misread words stay unnoticed"


@dataclass(frozen=True, slots=True)
class Errors:
    """``errors.toml``: the word list, how words are formed, and words that rules depend on."""

    word_list: str = key(
        "The word list of wordfreq that is the lexicon: 'large', or 'small' where it has no other.",
        cost=_WORDS,
        example=Example("en", "The whieh of them came?", "sic=whieh"),
        default="",
    )
    alphabet: str = key(
        "The small letters with which the language writes its own words, without spaces.",
        cost="letters that were mistyped are not exchanged for others",
        example=Example(
            "en", _MISREAD["en"] + "They came to the gvernment of the town.", "corr=government"
        ),
        default="",
    )
    foreign_languages: tuple[str, ...] = key(
        "Codes of the languages whose common words are foreign here rather than misspelt.",
        cost="foreign words are proposed as errors",
        example=Example("en", "Abgelehntk! Abgelehntk! Abgelehnt!", "sic=Abgelehnt", prevents=True),
        default=(),
    )
    former_spellings: Mapping[str, tuple[str, ...]] = key(
        "Spellings of earlier centuries (a regular expression for a part of a word) and how the "
        "part is spelt today, in one or several ways.",
        cost="old spellings are proposed as errors",
        example=Example("fr", "Il connoissoit la ville.", "sic=connoissoit", prevents=True),
        default_factory=dict,
    )
    period_spellings: Mapping[str, tuple[str, ...]] = key(
        "The same for spellings that are errors today, in texts up to the year of period_until.",
        cost="spellings of the time are proposed as errors",
        example=Example(
            "en",
            "Date: 1714\n\n" + _MISREAD["en"] + "The waspe whipt him.",
            "sic=whipt",
            prevents=True,
        ),
        default_factory=dict,
    )
    period_words: frozenset[str] = key(
        "Words of that time which are spelt in no other way.",
        cost="words of the time are proposed as errors",
        example=Example(
            "en",
            "Date: 1714\n\n" + _MISREAD["en"] + "She took hee to the town.",
            "sic=hee",
            prevents=True,
        ),
        default=frozenset(),
    )
    period_until: int = key(
        "The year up to which spelling was not settled.",
        cost="spellings of the time are proposed as errors",
        example=Example(
            "en",
            "Date: 1714\n\n" + _MISREAD["en"] + "The waspe whipt him.",
            "sic=whipt",
            prevents=True,
        ),
        default=0,
    )
    abbreviations: frozenset[str] = key(
        "Abbreviations without a point, as in letters and accounts, in small letters.",
        cost="abbreviations are proposed as errors",
        example=Example(
            "en", _MISREAD["en"] + "I sent the recd letter on.", "sic=recd", prevents=True
        ),
        default=frozenset(),
    )
    misspellings: Mapping[str, str] = key(
        "Common misspellings (a regular expression for a part of a word), with the right spelling.",
        cost="misspellings that the word list has are not noticed",
        example=Example("en", "They recieved the letter.", "sic=recieved"),
        default_factory=dict,
    )
    clitics: frozenset[str] = key(
        "What follows an apostrophe at the end of a word (don't, she'll).",
        cost="lost apostrophes are not noticed",
        example=Example("en", "They don t know.", "sic=don t"),
        default=frozenset(),
    )
    genitive_clitic: str = key(
        "The clitic of the genitive.",
        cost="lost apostrophes of genitives are not noticed",
        example=Example("en", "It was the clerk s horse.", "sic=clerk s"),
        default="",
    )
    two_former_spellings: bool = key(
        "Whether two former spellings often meet in one word (Culturtheil).",
        cost="words with two old spellings are proposed as errors",
        example=Example(
            "de",
            _MISREAD["de"] + "Es ist sehr praecise.",
            "sic=praecise",
            prevents=True,
        ),
        default=False,
    )
    lost_accents: Mapping[str, str] = key(
        "Letters that were formerly written without an accent, each with its accented letters.",
        cost="old spellings without accents are proposed as errors",
        example=Example(
            "fr",
            _MISREAD["fr"] + "Il veut alleguer cela.",
            "sic=alleguer",
            prevents=True,
        ),
        default_factory=dict,
    )
    prefixes: tuple[str, ...] = key(
        "Prefixes that make a word of another word.",
        cost="words with a prefix are proposed as errors unless the lexicon has them",
        example=Example(
            "en",
            _MISREAD["en"] + "It was a nonarrival.",
            "sic=nonarrival",
            prevents=True,
        ),
        default=(),
    )
    prefix_infixes: tuple[str, ...] = key(
        "What may stand between a prefix and the word (German ab-zu-holen, ab-ge-holt).",
        example=Example(
            "de",
            _MISREAD["de"] + "Es ist hier obzuliegen.",
            "sic=obzuliegen",
            prevents=True,
        ),
        default=(),
    )
    endings: Mapping[str, tuple[str, ...]] = key(
        "Endings, each with the endings of the words that it is attached to; '' for the bare word.",
        cost="inflected and derived words are proposed as errors unless the lexicon has them",
        example=Example(
            "en", _MISREAD["en"] + "The light went whirlingly.", "sic=whirlingly", prevents=True
        ),
        default_factory=dict,
    )
    doubles_consonants: bool = key(
        "Whether an ending doubles the consonant before it (stop, stopped).",
        example=Example(
            "en",
            _MISREAD["en"] + "There were novellists.",
            "sic=novellists",
            prevents=True,
        ),
        default=False,
    )
    compound_links: tuple[str, ...] = key(
        "Sounds that join the parts of a compound written as one word; '' for none.",
        cost="compounds are proposed as errors unless the lexicon has them",
        example=Example(
            "de", _MISREAD["de"] + "Sie sprach von felsensöhnen.", "sic=felsensöhnen", prevents=True
        ),
        default=(),
    )
    elided_words: tuple[str, ...] = key(
        "Words that lose their vowel before another word, without the apostrophe (l, qu).",
        cost="words after an apostrophe are not recognised",
        example=Example(
            "fr", _MISREAD["fr"] + "Ils s'éblouissaient.", "sic=s'éblouissaient", prevents=True
        ),
        default=(),
    )
    apostrophe_letters: tuple[str, ...] = key(
        "Letters that an apostrophe inside a word stands for (o'er); '' if it may stand for none.",
        cost="shortened words are proposed as errors",
        example=Example(
            "en", _MISREAD["en"] + "It was a wond'rous day.", "sic=wond'rous", prevents=True
        ),
        default=(),
    )
    one_letter_words: str = key(
        "Letters that are words, without spaces.",
        cost="words of one letter are taken for pieces of other words in misread texts",
        example=Example(
            "en",
            _MISREAD["en"] + "They took a side with us.",
            "sic=a",
            prevents=True,
        ),
        default="",
    )
    one_letter_abbreviations: str = key(
        "Small letters that are an abbreviation or interjection by themselves, without spaces.",
        cost="these letters are taken for stray ones in misread texts",
        example=Example("de", _MISREAD["de"] + "Die Leute u Kinder gehen.", "sic=u", prevents=True),
        default="",
    )
    never_doubled: frozenset[str] = key(
        "Words that no grammar allows twice in a row without a comma.",
        cost="words written twice are not proposed",
        example=Example("en", "They said if if it rained.", "sic=if"),
        default=frozenset(),
    )
    surely_doubled: frozenset[str] = key(
        "Those of never_doubled that are an error for certain when they are written twice.",
        cost="words written twice are proposals only",
        example=Example("en", "The letter was written in the the morning.", "choice"),
        default=frozenset(),
    )
    misread_words: Mapping[str, str] = key(
        "Short words misread with figures, which are no number, measure or ordinal.",
        cost="short words with figures in them are proposed at most",
        example=Example("en", "It was the state 0f the nation.", "sic=0f"),
        default_factory=dict,
    )
    copula: str = key(
        "The verb that a figure looks like (is, misread as 15).",
        example=Example("en", "The clerks 15 alone authorised to go.", "corr=is"),
        default="",
    )
    misread_copulas: frozenset[str] = key(
        "How the copula is misread as a number.",
        cost="a number in place of the copula is not noticed",
        example=Example("en", "The clerks 15 alone authorised to go.", "sic=15"),
        default=frozenset(),
    )
    adverbs_before_participle: frozenset[str] = key(
        "Adverbs that may come between the copula and a participle.",
        cost="a number in place of the copula is not noticed before an adverb",
        example=Example("en", "The clerks 15 alone authorised to go.", "sic=15"),
        default=frozenset(),
    )
    participle_endings: tuple[str, ...] = key(
        "Endings of participles.",
        cost="a number in place of the copula is not noticed",
        example=Example("en", "The clerks 15 alone authorised to go.", "sic=15"),
        default=(),
    )
    prepositions_after_participle: frozenset[str] = key(
        "Prepositions that follow a participle.",
        cost="a number in place of the copula is not noticed",
        example=Example("en", "The clerks 15 alone authorised to go.", "sic=15"),
        default=frozenset(),
    )
    words_before_numbers: frozenset[str] = key(
        "Words after which a number is a number (page, in, about), singular or plural.",
        cost="numbers are taken for a misread copula",
        example=Example(
            "en", "In clause 15 referred to by the clerk it is.", "sic=15", prevents=True
        ),
        default=frozenset(),
    )
    subject_pronouns: frozenset[str] = key(
        "Pronouns that are a subject in the singular and that no number follows.",
        cost="a misread copula is a proposal only",
        example=Example("en", "He 15 alone authorised to go.", "choice"),
        default=frozenset(),
    )
    plural_endings: tuple[str, ...] = key(
        "Regular expressions for the ends of plural nouns.",
        cost="a misread copula is a proposal only",
        example=Example("en", "The clerks 15 alone authorised to go.", "choice"),
        default=(),
    )
    finite_verbs: tuple[str, ...] = key(
        "Frequent finite verbs and their clitics, as regular expressions, by which a sentence has "
        "a verb without the copula.",
        cost="a misread copula is taken for certain in sentences that have a verb",
        example=Example(
            "en", "The clerks 15 alone authorised to go were there.", "choice", prevents=True
        ),
        default=(),
    )
    first_person: str = key(
        "The pronoun that a lone figure looks like (I, misread 1).",
        example=Example("en", "They answered, and 1 have written.", "corr=I"),
        default="",
    )
    misread_first_person: frozenset[str] = key(
        "How the pronoun is misread.",
        cost="a sign in place of the pronoun is not noticed",
        example=Example("en", "They answered, and 1 have written.", "sic=1"),
        default=frozenset(),
    )
    words_before_first_person: frozenset[str] = key(
        "Words after which a clause may begin with the pronoun.",
        cost="the pronoun is recognised after a comma only",
        example=Example("en", "They answered and 1 have written.", "sic=1"),
        default=frozenset(),
    )
    verbs_after_first_person: frozenset[str] = key(
        "Verbs that follow the pronoun.",
        cost="a sign in place of the pronoun is not noticed",
        example=Example("en", "They answered, and 1 have written.", "sic=1"),
        default=frozenset(),
    )
    elided_article: str = key(
        "The elided article that is misread as one capital or a figure (l', as I or 1).",
        cost="misread articles are not noticed",
        example=Example("fr", _MISREAD["fr"] + "Il est dans 1 église.", "sic=1 église"),
        default="",
    )
    vowels: str = key(
        "Letters before which the article is elided, without spaces.",
        cost="misread articles are not noticed",
        example=Example("fr", _MISREAD["fr"] + "Il est dans 1 église.", "sic=1 église"),
        default="",
    )
    conjunction: str = key(
        "The word that an ampersand stands for (and).",
        example=Example("en", _MISREAD["en"] + "The stock consisted of & new hat.", "sic=&"),
        default="",
    )
    ampersand_word: str = key(
        "The word that is misread as an ampersand (a).",
        cost="an ampersand that is a misread word is not noticed",
        example=Example("en", _MISREAD["en"] + "The stock consisted of & new hat.", "sic=&"),
        default="",
    )
    titles: frozenset[str] = key(
        "Abbreviated titles before a name, in small letters without the point.",
        cost="misread titles are not corrected",
        example=Example("en", _MISREAD["en"] + "It was the Rey. James Mann.", "corr=Rev"),
        default=frozenset(),
    )
    misread_initials: bool = key(
        "Whether a number with a point before a capital is a misread initial; not where ordinals "
        "take a point.",
        example=Example("en", _MISREAD["en"] + "Mr. 11. Zuckmar was there.", "sic=11"),
        default=False,
    )
    name_endings: str = key(
        "Last letters of a name that may be an inflection, without spaces.",
        cost="names that lack their last letter are not recognised",
        example=Example("en", "Denikinov! Denikinov! Denikino!", "sic=Denikino"),
        default="",
    )
    quotation_marks: tuple[str, ...] = key(
        "The mark that opens a quotation and the one that closes it.",
        cost="curved quotation marks without a partner are not noticed",
        example=Example("en", "They spoke of the war” for hours.", "sic=”"),
        default=(),
    )
    quotation_cues: tuple[str, ...] = key(
        "Regular expressions for words after which a quotation begins (so-called).",
        cost="missing opening quotation marks are not supplied",
        example=Example("en", 'The so-called peace party" met.', "sic="),
        default=(),
    )
    number_suffixes: tuple[str, ...] = key(
        "What may follow a figure without a space, as regular expressions: ordinals and units.",
        cost="ordinals are taken for words with a figure in them",
        example=Example(
            "de", _MISREAD["de"] + "Die 20jährige Frau ist hier.", "sic=20jährige", prevents=True
        ),
        default=(),
    )
    thousands_comma: bool = key(
        "Whether a comma divides the thousands of a number, so that three figures follow it.",
        example=Example("en", _MISREAD["en"] + "It cost 50,0001 in all.", "sic=50,0001"),
        default=False,
    )
    pounds_shillings_pence: bool = key(
        "Whether sums of money are in pounds, shillings and pence (3l 12s 6d).",
        example=Example(
            "en", _MISREAD["en"] + "Corn, from 3/ to 4l 6s and from 5l to 6l a load.", "corr=3l"
        ),
        default=False,
    )
