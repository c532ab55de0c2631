"""The evidence by which doubtful dates are decided: each predicate holds in one text of two."""

from collections.abc import Callable

import pytest

from toolkit.annotation.dates import day_evidence as day
from toolkit.annotation.dates import month_evidence as month
from toolkit.annotation.dates import surroundings as around
from toolkit.annotation.dates import year_evidence as year
from toolkit.annotation.dates.grammar import date_engine
from toolkit.annotation.dates.parse import Match
from toolkit.annotation.dates.tokens import tokenise
from toolkit.annotation.dates.vocabulary import load_vocabulary


def match_at(marked: str, language: str) -> Match:
    """The match that begins at the bar in a text."""
    before, _, after = marked.partition("|")
    text, vocabulary = before + after, load_vocabulary(language)
    tokens = tokenise(text, 0, len(text), vocabulary)
    place = next(2 * i for i, span in enumerate(tokens.spans) if span[0] >= len(before))
    match = date_engine().pattern.match(tokens.kinds, place)
    assert match is not None
    rule, groups = date_engine().rules[match.lastindex or 0]
    return Match(tokens, match, vocabulary, rule, groups)


TABLE: list[tuple[Callable[[Match], bool], str, str, str]] = [
    # predicate, language, a text in which it holds, one in which it does not
    (around.is_introduced, "en", "in |May he", "of |May he"),
    (around.ends_line, "en", "Vienna, |5 May\nDear", "Vienna, |5 May was"),
    (around.ends_line, "en", "on |5 May, he", "on |5 May 'he"),
    (around.ends_sentence, "en", "on |5 May. He", "on |5 May. he"),
    (around.names_street, "fr", "rue du |29 juillet", "lettre du |29 juillet"),
    (around.is_labelled, "en", "No. |1942 of", "in |1942 of"),
    (around.continues_number, "en", "3/|14 April 1655", "3 / |14 April 1655"),
    (around.continues_number, "en", "3-|14 April 1655", "59-|14 April 1655"),
    (around.is_continued, "en", "on |19 Nov-12", "on |19 Nov - 12"),
    (around.is_continued, "en", "on |19 Nov/12", "on |19 Nov 1655/12"),
    (around.is_fragment, "en", "on |19 Nov-12", "on |19 Nov 12"),
    (around.is_fragment, "en", "3/|14 April 1655", "3, |14 April 1655"),
    (around.follows_name, "en", "Charles |II May 1650", "die |II May 1650"),
    (month.is_month, "en", "in |May he", "he |May go"),
    (month.is_month, "en", "then |October came", "then |October Smith came"),
    (month.is_abbreviated, "en", "in |Sept he", "in |September he"),
    (month.may_be_surname, "fr", "en |Mars il", "en |mars il"),
    (month.may_be_surname, "fr", "en |Mars il", "en |MARS il"),
    (month.may_be_forename, "en", "and |April came", "and |March came"),
    (month.is_before_capital, "en", "the |October Revolution", "the |October rain"),
    (month.is_named_event, "en", "the |October Revolution", "in |October Smith"),
    (month.follows_title, "en", "to Mrs |May we", "to us |May we"),
    (month.is_name_with_number, "en", "Captain |May 17", "on |May 17"),
    (month.is_name_with_number, "en", "Captain |May 17", "Captain |17 May"),
    (month.is_forename, "en", "by |Jan M. Meijer", "in |Jan M. Meijer"),
    (month.is_forename, "en", "for |April Jones", "for |April we"),
    (month.is_forename, "en", "for |April Jones", "for |March Jones"),
    (month.is_month_with_quantity, "en", "in |October 28 horsemen", "on |October 28 horsemen"),
    (month.is_month_with_quantity, "en", "in |October 28 ships", "in |October 28th ships"),
    (day.is_short_date, "en", "of |27.3.42 and", "of |27.3.4 and"),
    (day.is_short_date, "en", "of |27.3.42 and", "No. |27.3.42 and"),
    (day.is_short_date, "de", "am |11/I/10 in", "Gasse |11/I/10 in"),
    (day.is_spaced_date, "de", "kam |17. X. 39 an", "kam |17. 10. 39 an"),
    (day.is_spaced_date, "de", "am |17. 10. 39 an", "kam |17. 10. 39 an"),
    (day.is_spaced_date, "de", "den |17. 10. 39 an", "kam |17. 10. 39 an"),
    (day.is_alone_in_line, "de", "|11/10/10\n", "kam |11/10/10\n"),
    (day.is_alone_in_line, "de", "|11/10/10\n", "|11/10/10 kam"),
    (day.is_lone_day, "en", "on the |23rd we", "on the |23rd regiment"),
    (day.is_lone_day, "en", "on the |31st, he", "the |31st, he"),
    (day.is_lone_day, "fr", "le |23, il", "le |23 de la rue"),
    (day.is_dated_document, "en", "letter of the |5th, he", "roof of the |5th, he"),
    (day.follows_day_article, "fr", "le |23, il", "la |23, il"),
    (day.is_after_day_preposition, "en", "on the |23rd", "and the |23rd"),
    (day.is_ordinal, "en", "on the |23rd we", "on the |23 we"),
    (day.has_stop, "de", "am |23. wurde", "am |23 wurde"),
    (day.is_before_known_word, "en", "on the |23rd we", "on the |23rd regiment"),
    (year.is_year, "en", "in |1850 he", "he |1850 he"),
    (year.has_era, "en", "in |800 C.E. he", "in |1800 he"),
    (year.has_year_word_after, "ru", "в |1917 году", "в |1917 на"),
    (year.is_in_words, "en", "in |seventeen eighty-nine", "in |1789"),
    (year.is_year_in_words, "en", "in |seventeen eighty-nine", "for us |seventeen eighty-nine"),
    (year.is_year_in_words, "en", "in |eighteen hundred and one he", "in |eighteen hundred he"),
    (year.is_called_year, "en", "the year |eighteen hundred", "in |eighteen hundred"),
    (year.is_likely, "en", "he |1400", "he |1399"),
    (year.is_likely, "en", "he |2050", "he |2051"),
    (year.is_in_brackets, "en", "he (|1850)", "he, |1850)"),
    (year.is_before_bracket_sign, "en", "he (|1850)", "he (|1850."),
    (year.is_year_of_life, "en", "he (b. |1450) was", "he (q. |1450) was"),
    (year.is_joined, "en", "and |1850", "he |1850"),
    (year.is_free, "de", "er kam |1734 nach", "er kam |1734 Nach"),
    (year.is_between_words, "de", "er kam |1734 nach", "er kam |1700 nach"),
    (year.is_between_words, "de", "er kam |1751 nach", "er kam |1750 nach"),
    (year.is_between_signs, "en", "he came, |1650.", "he came |1650."),
    (year.is_between_signs, "en", "Action |1700.", "Action |1699."),
    (year.is_between_signs, "en", "Action |2050.", "Action |2051."),
    (year.is_between_signs, "en", "\n|1993, he", "\n|1993. Yesterday"),
    (year.is_amount, "en", "in |1850 men", "in |1850 he"),
    (year.is_amount, "en", "August [|1943]", "he [|1943]"),
    (year.has_sign_of_amount, "en", "for $|1850 he", "for |1850 he"),
    (year.has_sign_of_amount, "en", "for |1850% he", "for |1850 he"),
    (year.has_sign_of_amount, "en", "for |1850.5 he", "for |1850. he"),
    (year.is_after_currency, "fr", "fr. |1800 de", "francs |1800 de"),
    (year.is_after_currency, "fr", "fr. |1800 de", "500 fr. |1800 de"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("predicate", "language", "holds", "fails"),
    TABLE,
    ids=[f"{row[0].__name__}-{row[2]}" for row in TABLE],
)
def test_a_predicate_holds_in_one_text_and_not_in_the_other(
    predicate: Callable[[Match], bool], language: str, holds: str, fails: str
) -> None:
    assert predicate(match_at(holds, language))
    assert not predicate(match_at(fails, language))


def test_every_predicate_is_in_the_table() -> None:
    named = {
        value
        for module in (around, day, month, year)
        for name, value in vars(module).items()
        if callable(value)
        and getattr(value, "__module__", "") == module.__name__
        and not name.startswith("_")
        and name != "word_before"
    }
    assert named == {row[0] for row in TABLE}
