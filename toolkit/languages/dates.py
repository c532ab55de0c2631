"""The topic ``dates``: the words that dates and times of day are made of.

Names of months and weekdays come from CLDR; ``dates.toml`` adds what CLDR lacks, such as ordinals,
seasons, abbreviations and old spellings. The words that texts of every language share (Latin,
Republican or international forms) are in the folder ``mul``.
"""

# ruff: noqa: RUF009 # the helpers declare fields

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.languages.schema import Example, key

Words = tuple[str, ...]
"""Words or phrases as they are written; the forms with a capital and in capitals are added."""

NumberedWords = Mapping[int, Words]
"""The words for each number."""

FeastWords = Mapping[str, Words]
"""The names of each feast; "12-25" is 25 December, "easter-2" two days before Easter."""


def _words(meaning: str, cost: str, example: Example) -> Any:
    return key(meaning, cost=cost, example=example, default=())


def _table(meaning: str, cost: str, example: Example) -> Any:
    return key(meaning, cost=cost, example=example, default_factory=dict)


def _trait(meaning: str, cost: str, example: Example) -> Any:
    return key(meaning, cost=cost, example=example, default=False)


@dataclass(frozen=True, slots=True)
class Dates:
    """``dates.toml``: the words of dates and the customs of writing them."""

    month_then_day: bool = _trait(
        'Whether a month and a number are a day ("May 5"), not a month of a year ("Mai 17").',
        '"May 17" is read as a month of the year 17',
        Example("en", "on May 17, he", "date@when=--05-17"),
    )
    bare_years: bool = _trait(
        'Whether a year needs no preposition ("er kam 1734 nach Wien").',
        "years between two words are not found",
        Example("de", "indem er 1734 auf die Idee kam", "date=1734"),
    )
    year_after: bool = _trait(
        'Whether the word for year follows the number and belongs to the date ("1917 г.").',
        "the word for year stays outside the date",
        Example("ru", "в 1917 году", "date=1917 году"),
    )
    month_first_regions: tuple[str, ...] = _words(
        'Regions that write the month first in figures ("7/25/1917"); others may do so too.',
        "a date of two figures up to 12 counts as certain, the day first",
        Example("en", "on 2/5/1917 he", "date@when=1917-02-05", within="en-US"),
    )
    months_known_everywhere: bool = _trait(
        "Whether its months are recognised in texts of every language, for quotations.",
        "dates in quotations from the language are not found in other texts",
        Example("fr", "a letter of 5 août 1917, he", "date=5 août 1917", within="en"),
    )
    months_that_are_names: tuple[int, ...] = _words(
        "The numbers of the months that are also names of persons, or other words.",
        "persons and verbs with the name of a month are marked as dates",
        Example("en", "April came", "date=April", prevents=True),
    )
    month_prepositions: frozenset[str] = key(
        'Prepositions before a month that never precede a day ("in May").',
        cost='"in October 28 horsemen" is read as 28 October',
        example=Example(
            "en", "It rose in October 28 horsemen at a time", "date=October 28", prevents=True
        ),
        default=frozenset(),
    )
    words_outside_dates: frozenset[str] = key(
        'Words that determine the month but stay outside the date ("29th July last").',
        cost="such words are marked as part of the date",
        example=Example("en", "5 May 1917. On 29th July last he", "date=29th July"),
        default=frozenset(),
    )
    words_after_day: frozenset[str] = key(
        'Words that may follow a day without its month ("on the 23rd we left").',
        cost="days without their month are found before punctuation only",
        example=Example("en", "5 May 1917. On the 23rd we left", "date=23rd"),
        default=frozenset(),
    )
    words_before_saints_day: frozenset[str] = key(
        'Words that may precede a saint\'s day in the genitive ("zu Martini").',
        cost="days named by a saint's name alone are not found",
        example=Example("de", "zu Martini 1749 zahlte", "date=Martini 1749"),
        default=frozenset(),
    )
    day_articles: frozenset[str] = key(
        'Articles that may precede a day without its month ("le 23, il partit").',
        cost="such days are not found",
        example=Example("fr", "3 avril 1850. Le 23, il partit", "date=23"),
        default=frozenset(),
    )
    articles: Words = _words(
        "Articles, in every form that may stand in a date.",
        'dates with an article in them are cut short ("May the 5th")',
        Example("en", "on May the 5th, 1917", "date=May the 5th, 1917"),
    )
    of: Words = _words(
        'Prepositions between a day, a month and a year ("of").',
        "dates with such a preposition are cut short",
        Example("en", "the 5th of May 1917", "date=5th of May 1917"),
    )
    conjunctions: Words = _words(
        "Conjunctions between two dates: and, or.",
        "the first date of two that share a month or a year is not found",
        Example("en", "the 2nd and 3rd of May 1943", "date=2nd"),
    )
    range_words: Words = _words(
        "Words between the first and the last date of a range: to, until.",
        "the first date of such a range is not found",
        Example("en", "28 to 29 October 1938", "date=28"),
    )
    day_words: Words = _words(
        'The word for day ("the 5th day of May").',
        "dates with that word are cut short",
        Example("en", "this 5th day of May 1917", "date=5th day of May 1917"),
    )
    documents: Words = _words(
        'What a day without its month may date ("your letter of the 5th").',
        "such days are not found",
        Example("en", "5 May 1917. Your letter of the 2nd, sir", "date=2nd"),
    )
    streets: Words = _words(
        'Words before a street that is named after a day ("rue du 29 Juillet").',
        "such names are marked as dates",
        Example("fr", "rue du 29 Juillet", "date=29 Juillet", prevents=True),
    )
    ordinal_endings: Words = _words(
        'What makes an ordinal of a figure ("5th").',
        "days with such an ending are not found",
        Example("en", "the 5th of May 1917", "date=5th of May 1917"),
    )
    century_words: Words = _words(
        "The word for century, and its abbreviations.",
        "centuries are not found",
        Example("en", "in the 19th century", "date=19th century"),
    )
    clock_prepositions: Words = _words(
        'Prepositions before a time of day ("at 10.30").',
        "times without a word for hours are not found",
        Example("en", "at 10.30 he", "time=10.30"),
    )
    clock_words: Words = _words(
        "Words after an hour of the clock: o'clock.",
        "times with that word are not found",
        Example("en", "until 5 o'clock", "time=5 o'clock"),
    )
    hour_words: Words = _words(
        "Words for hours, of the clock or of a duration.",
        "times with that word are not found",
        Example("en", "at 0800 hours they", "time=0800 hours"),
    )
    labels: Words = _words(
        "Words before a number that is no year: number, page, volume.",
        "pages and numbers are marked as years",
        Example("en", "He read p. 1917.", "date=1917", prevents=True),
    )
    units: Words = _words(
        "Words after a number that counts something: people, miles, francs.",
        "quantities are marked as years",
        Example("en", "on 5 May 44 men fell", "date=5 May"),
    )
    decade_endings: Words = _words(
        'What makes a decade of a year ("1920s").',
        "decades are not found, or as years",
        Example("en", "in the 1920s", "date=1920s"),
    )
    decade_words: Words = _words(
        'Words before a year that make a decade of it ("les années 1920").',
        "decades are not found, or as years",
        Example("fr", "les années 1920", "date=années 1920"),
    )
    year_words: Words = _words(
        "The word for year.",
        "years in words are not found, and years are found less often",
        Example("en", "year 1450 also", "date=1450"),
    )
    republican_year_words: Words = _words(
        "Words before a year of the French Republic.",
        "Republican dates have no value",
        Example("mul", "on 18 brumaire an VIII he", "date@when=1799-11-09", within="en"),
    )
    republic: Words = _words(
        "Words after a year of the French Republic: of the Republic.",
        "years of the Republic are found after an article only",
        Example(
            "mul",
            "Publié en l'an 2 de la République",
            "date=an 2 de la République",
            within="fr",
        ),
    )
    time_prepositions: frozenset[str] = key(
        "Prepositions that precede times and hardly ever persons: in, since, during.",
        cost="a month that is also a forename is taken for a person before a capital",
        example=Example("en", "He wrote in April Mr. Jones a letter.", "date=April"),
        default=frozenset(),
    )
    prepositions: Words = _words(
        "Words that may precede a date or a period: in, since, dated, born.",
        "years and months alone are found less often",
        Example("en", "in 1450 also", "date=1450"),
    )
    before: Words = _words(
        "Prepositions for the time before a date.",
        "years after them are found less often, and the relation is not known",
        Example("en", "before 1450 also", "date=1450"),
    )
    after: Words = _words(
        "Prepositions for the time after a date.",
        "years after them are found less often, and the relation is not known",
        Example("en", "after 1450 also", "date=1450"),
    )
    about: Words = _words(
        "Words for an approximate date.",
        "approximate dates count as certain",
        Example("en", "about 1450 also", "date=1450"),
    )
    since: Words = _words(
        "Prepositions for the time from a date to the present.",
        "the story is taken to go on from such dates",
        Example("en", "since 1450 also", "date=1450"),
    )
    spring: Words = _words(
        "Names of spring.",
        "springs are not found",
        Example("en", "spring 1942", "date=spring 1942"),
    )
    summer: Words = _words(
        "Names of summer.",
        "summers are not found",
        Example("en", "summer 1942", "date=summer 1942"),
    )
    autumn: Words = _words(
        "Names of autumn.", "autumns are not found", Example("en", "fall 1942", "date=fall 1942")
    )
    winter: Words = _words(
        "Names of winter.",
        "winters are not found",
        Example("en", "winter 1942", "date=winter 1942"),
    )
    early: Words = _words(
        "Words for the beginning of a year or a month.",
        "months after them are found less often",
        Example("en", "early May was", "date=May"),
    )
    middle: Words = _words(
        "Words for the middle of a year or a month.",
        "months after them are found less often",
        Example("en", "mid May was", "date=May"),
    )
    late: Words = _words(
        "Words for the end of a year or a month.",
        "months after them are found less often",
        Example("en", "late May was", "date=May"),
    )
    half_words: Words = _words(
        "The word for half a year.",
        "halves of years are not found",
        Example("en", "first half of 1943", "date=first half of 1943"),
    )
    quarter_words: Words = _words(
        "The word for a quarter of a year.",
        "quarters of years are not found",
        Example("en", "third quarter of 1943", "date=third quarter of 1943"),
    )
    this_or_last_month: Words = _words(
        "Abbreviations that may mean this month or the last.",
        "days with them are not found",
        Example("de", "5. Mai 1917. am 10. l. M. kam", "date=10. l. M."),
    )
    this_or_last_year: Words = _words(
        "Abbreviations that may mean this year or the last.",
        "they stay outside the date",
        Example("de", "5. Mai 1917. am 10. März l. J. kam", "date=10. März l. J."),
    )
    common_era: Words = _words(
        "Words for the common era.",
        "years with fewer than four figures are not found",
        Example("en", "in 800 C.E. he", "date=800 C.E."),
    )
    before_common_era: Words = _words(
        "Words for the time before the common era.",
        "years before the common era are not found",
        Example("en", "in 44 B.C. he", "date=44 B.C."),
    )
    old_style: Words = _words(
        "Words for the Julian calendar.",
        "dates marked so are taken for Gregorian ones",
        Example("en", "on 5 March 1917 O.S. he", "date@when=1917-03-18"),
    )
    new_style: Words = _words(
        "Words for the Gregorian calendar.",
        "dates marked so are converted in a Julian edition",
        Example("en", "on 5 March 1917 N.S. he", "date@calendar=#gregorian"),
    )
    morning: Words = _words(
        "Words after an hour of the morning.",
        "the time has no value, or is not found",
        Example("en", "at 5 a.m. he", "time@when=05:00:00"),
    )
    afternoon: Words = _words(
        "Words after an hour of the afternoon or the evening.",
        "the time has no value, or is not found",
        Example("en", "at 5 p.m. he", "time@when=17:00:00"),
    )
    night: Words = _words(
        "Words after an hour of the night.",
        "the time has no value, or is not found",
        Example("de", "um 11 Uhr in der Nacht", "time@when=23:00:00"),
    )
    midnight: Words = _words(
        "The word for midnight.",
        "midnight is not found",
        Example("en", "at midnight he", "time@when=00:00:00"),
    )
    noon: Words = _words(
        "The word for noon.",
        "noon is not found",
        Example("en", "at noon he", "time@when=12:00:00"),
    )
    day_numbers: NumberedWords = _table(
        "Days in words: first, 1.",
        "days in words are not found",
        Example("en", "on the fifth of May 1917", "date=fifth of May 1917"),
    )
    tens: NumberedWords = _table(
        'The first word of days in two words ("twenty-third").',
        "such days are not found, or cut short",
        Example("en", "the twenty-third of May 1800", "date=twenty-third of May 1800"),
    )
    months: NumberedWords = _table(
        "Names of months that CLDR lacks, such as old or regional ones.",
        "dates with them are not found",
        Example("de", "den 10. Jänner 1940", "date=10. Jänner 1940"),
    )
    month_abbreviations: NumberedWords = _table(
        "Abbreviated and old names of months, which need a day or a year to be recognised.",
        "dates with them are not found",
        Example("en", "on 1st Jany 1817", "date=1st Jany 1817"),
    )
    weekdays: NumberedWords = _table(
        "Names of weekdays that CLDR lacks; Monday is 0.",
        "they stay outside the date",
        Example("de", "Sonnabend, den 14. Mai 1917", "date=Sonnabend, den 14. Mai 1917"),
    )
    months_from_writing: NumberedWords = _table(
        'Words for a month by its distance from that of writing: "ult." is -1, "inst." 0.',
        "days with them are not found",
        Example("en", "5 May 1917. On the 12th ult. the", "date@when=1917-04-12"),
    )
    years_from_writing: NumberedWords = _table(
        'Words for a year by its distance from that of writing: "of last year" is -1.',
        "dates with them get the nearest year",
        Example("en", "5 May 1917. On 3 May of last year the", "date@when=1916-05-03"),
    )
    decade_numbers: NumberedWords = _table(
        "Decades in words: twenties, 20.",
        "decades in words are not found",
        Example("en", "Written in 1935: in the twenties", "date=twenties"),
    )
    minutes_after_hour: NumberedWords = _table(
        'Words after an hour by their minutes ("huit heures et demie").',
        "the minutes stay outside the time",
        Example("fr", "à huit heures et demie du soir", "time@when=20:30:00"),
    )
    minutes_before_hour: NumberedWords = _table(
        'Words before an hour by their minutes: "half past" is 30, "quarter to" -15.',
        "the minutes stay outside the time, or the time is not found",
        Example("en", "half past eight in the morning", "time@when=08:30:00"),
    )
    hour_numbers: NumberedWords = _table(
        'Hours in words ("eight o\'clock").',
        "hours in words are not found",
        Example("en", "at eight o'clock in the morning", "time@when=08:00:00"),
    )
    republican_months: NumberedWords = _table(
        "Months of the French Republican calendar; 13 are its complementary days.",
        "Republican dates are not found",
        Example("mul", "on 18 brumaire an VIII he", "date=18 brumaire an VIII", within="en"),
    )
    days_from_feast: NumberedWords = _table(
        'Words for a day by its distance from a feast: "vigil of" is -1.',
        "such days are not found, or as the feast itself",
        Example("en", "on the vigil of All Saints 1415, as", "date@when=1415-10-31"),
    )
    feast_days: FeastWords = _table(
        'Feasts that are days by their name alone ("Good Friday").',
        "they are not found",
        Example("en", "on Good Friday 1880 he", "date@when=1880-03-26"),
    )
    feasts: FeastWords = _table(
        'Feasts that are days with their year only ("Christmas 1843").',
        "they are not found, or cut short",
        Example("en", "due at Michaelmas 1745.", "date@when=1745-09-29"),
    )
    saints_days: FeastWords = _table(
        'Saints whose name alone is their day, after a preposition ("zu Martini 1749").',
        "their days are not found, or cut short",
        Example("de", "zu Martini 1749 zahlte", "date@when=1749-11-11"),
    )
    numeral_conjunctions: Words = _words(
        'Conjunctions in numbers ("eighteen hundred and forty").',
        "years in words are cut short",
        Example("en", "in eighteen hundred and forty-eight", "date@when=1848"),
    )
    years_in_pairs: bool = _trait(
        'Whether years are read as two numbers ("seventeen eighty-nine").',
        "such years are not found",
        Example("en", "in seventeen eighty-nine the", "date@when=1789"),
    )
    numerals: NumberedWords = _table(
        "The words of numbers, from which years in words are composed.",
        "years in words are not found",
        Example("en", "in eighteen hundred and forty-eight", "date@when=1848"),
    )
