"""Vocabulary of the structure of a text: ``structure.toml``.

Its words tell a heading from a paragraph, a salute from a sentence, a stage direction from a
speech. Lists of phrases use the notation of ``toolkit.languages.phrases``. A text uses the data of
its own language; foreign words that are usual in it (*Monsieur* in a German letter, *exeunt* in an
English play) belong in the list. What depends on layout alone (blank lines, indents, capitals,
numbers) works without any of these keys.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from toolkit.languages.language import available_languages, find_language
from toolkit.languages.schema import Example, key

_TEXT = "The boat that we had seen in the morning came back to the quay late in the evening. " * 2
_TALK = "ANNA. Is it so?\n\nBEN. It is so!\n\n" * 4


def _words(meaning: str, cost: str, text: str, element: str) -> Any:
    """Declare a list of words or phrases with an English example."""
    return key(meaning, cost=cost, example=Example("en", text, element), default=())


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """``structure.toml``: the words of headings, letters, plays, lists and title pages.

    Compared and hashed by identity, so that patterns can be cached for each value.
    """

    # Headings and divisions
    volumes: tuple[str, ...] = _words(
        "Words for the largest divisions, before a number: volume, book in several volumes.",
        "headings of volumes are recognised by their layout only and enclose no parts",
        f"{_TEXT}\n\nVolume One. The Boat is seen.\n\n{_TEXT}\n\n{_TEXT}",
        "head=Volume One. The Boat is seen.",
    )
    parts: tuple[str, ...] = _words(
        "Words for divisions that hold chapters, before a number: part, book, act.",
        "headings of parts are recognised by their layout only and enclose no chapters",
        f"{_TEXT}\n\nPart One. The Boat is seen.\n\n{_TEXT}\n\n{_TEXT}",
        "head=Part One. The Boat is seen.",
    )
    chapters: tuple[str, ...] = _words(
        "Words for divisions within parts, before a number: chapter, canto, scene, letter.",
        "headings of chapters are recognised by their layout only",
        f"{_TEXT}\n\nChapter One. The Boat is seen.\n\n{_TEXT}\n\n{_TEXT}",
        "head=Chapter One. The Boat is seen.",
    )
    sections: tuple[str, ...] = _words(
        "Words for divisions within chapters, before a number: section.",
        "headings of sections are recognised by their layout only",
        f"{_TEXT}\n\nSection One, In the Harbour,\n\n{_TEXT}",
        "head=Section One, In the Harbour,",
    )
    clauses: tuple[str, ...] = key(
        "Words for the divisions of laws, which may have a sentence after their number.",
        cost="an article of a law with its sentence on the same line becomes a heading",
        example=Example(
            "en",
            f"{_TEXT}\n\nSection 2. The boat comes back.\n\n{_TEXT}",
            "head=Section 2. The boat comes back.",
            prevents=True,
        ),
        default=(),
    )
    numerals: tuple[str, ...] = _words(
        "Cardinal and ordinal numbers in words, as headings have them, in all genders.",
        "headings with a number in words are recognised by their layout only",
        f"{_TEXT}\n\nChapter Three. The Boat is seen.\n\n{_TEXT}\n\n{_TEXT}",
        "head=Chapter Three. The Boat is seen.",
    )
    articles: tuple[str, ...] = _words(
        "Definite articles in all forms.",
        "a heading with an article (The Third Part) is recognised by its layout only",
        f"{_TEXT}\n\nThe Third Part. The Boat is seen.\n\n{_TEXT}\n\n{_TEXT}",
        "head=The Third Part. The Boat is seen.",
    )
    indefinite_articles: tuple[str, ...] = key(
        "Indefinite articles in all forms: no addressee has one (To a Friend is a title).",
        cost="the title of a poem to somebody may become a salute",
        example=Example(
            "en",
            f"To Make a Quince Paste\n\n{_TEXT}",
            "salute=To Make a Quince Paste",
            prevents=True,
        ),
        default=(),
    )
    part_titles: tuple[str, ...] = _words(
        "Titles of the parts of a book that have no number: preface, table of contents.",
        "such headings are recognised by their layout only",
        f"{_TEXT}\n\nPreface.\n\nIt is a short book.\n\nPart 1\n\n{_TEXT}",
        "head=Preface.",
    )
    appendices: tuple[str, ...] = _words(
        "Words for an appendix, with a letter or a number or alone.",
        "headings of appendices are recognised by their layout only",
        f"{_TEXT}\n\nAppendix B.\n\n{_TEXT}\n\n{_TEXT}",
        "head=Appendix B.",
    )
    captions: tuple[str, ...] = key(
        "Words that number figures, tables, pages, plates: no division follows them.",
        cost="a series of captions may become a series of headings",
        example=Example("en", f"{_TEXT}\n\nPlate 1\n\n{_TEXT}", "head=Plate 1", prevents=True),
        default=(),
    )
    citations: tuple[str, ...] = key(
        "Abbreviations before a page or an issue in a reference (p. 12, No. 3), without the point.",
        cost="a reference to a chapter of a book may become a heading",
        example=Example(
            "en",
            f"{_TEXT}\n\nChapter 5, p. 12.\n\n{_TEXT}",
            "head=Chapter 5, p. 12.",
            prevents=True,
        ),
        default=(),
    )
    bibliographies: tuple[str, ...] = _words(
        "Headings of lists of books.",
        "bibliographies become paragraphs instead of listBibl",
        f"{_TEXT}\n\nWorks Cited\n\nHall, John. Boats. London 1890.\n\nReed, A. Quays. Hull 1902.",
        "bibl=Hall, John. Boats. London 1890.",
    )
    trailers: tuple[str, ...] = _words(
        "Phrases that say that a text or a part of it ends.",
        "the last line of a text becomes a paragraph or belongs to the closer",
        f"Chapter 1\n\n{_TEXT}\n\nThe End.",
        "trailer=The End.",
    )
    trailer_verbs: tuple[str, ...] = key(
        "Words that say after the name of a division that it ends (Book the First ends).",
        cost="such a line becomes a paragraph",
        example=Example(
            "en", f"Chapter 1\n\n{_TEXT}\n\nBook the First ends.", "trailer=Book the First ends."
        ),
        default=(),
    )
    # Letters, speeches, memoranda
    salutes: tuple[str, ...] = _words(
        "Words and phrases that a salute begins with.",
        "salutes are recognised after a dateline only, by their comma",
        f"Dear Ann,\n\n{_TEXT}",
        "salute=Dear Ann,",
    )
    salute_qualifiers: tuple[str, ...] = _words(
        "Words that may come before the first word of a salute: my, very.",
        "salutes that begin with them are recognised after a dateline only",
        f"My dear Ann,\n\n{_TEXT}",
        "salute=My dear Ann,",
    )
    subject_pronouns: tuple[str, ...] = key(
        "Pronouns that are always the subject of a verb: no salute has one.",
        cost="a sentence that begins like a salute (Comrades, I greet you.) may become one",
        example=Example(
            "en",
            f"Comrades, I greet you in the name of the board.\n\n{_TEXT}",
            "salute=Comrades, I greet you in the name of the board.",
            prevents=True,
        ),
        default=(),
    )
    addressee_prepositions: tuple[str, ...] = _words(
        "Prepositions before an addressee (To the Mayor), in small letters.",
        "such addresses become headings or paragraphs",
        f"To the Mayor of Hull\n\n{_TEXT}\n\n{_TEXT}",
        "salute=To the Mayor of Hull",
    )
    quantifiers: tuple[str, ...] = key(
        "Words like all, which an addressee may begin with besides a capital or an article.",
        cost="addresses like To all citizens become headings or paragraphs",
        example=Example(
            "en", f"To all citizens of Hull\n\n{_TEXT}", "salute=To all citizens of Hull"
        ),
        default=(),
    )
    addressee_titles: tuple[str, ...] = _words(
        "Titles that the first line of an address begins with: Mr., The Rev.",
        "addresses between dateline and salute are paragraphs or part of the opener only",
        f"Hull, 3 May 1902\n\nMessrs. Hall and Reed,\nGreat Street\n\nDear Sirs,\n\n{_TEXT}",
        "addrLine=Messrs. Hall and Reed,",
    )
    closers: tuple[str, ...] = _words(
        "Words and phrases that a farewell surely begins with.",
        "farewells are not marked, and a single name after them signs nothing",
        f"{_TEXT}\n\nYours sincerely,\n\nMyron",
        "salute=Yours sincerely,",
    )
    closer_words: tuple[str, ...] = _words(
        "Words and phrases that a farewell may begin with, and a sentence too: with, most.",
        "farewells that begin with them are not marked",
        f"{_TEXT}\n\nWith kind regards,\n\nMyron",
        "salute=With kind regards,",
    )
    signed_marks: tuple[str, ...] = _words(
        "Words of a copy before the name of whoever signed the original: signed, gez.",
        "such a name is a signature only if it has initials or follows a farewell",
        f"{_TEXT}\n\n(Signed) Myron",
        "signed=(Signed) Myron",
    )
    self_designations: tuple[str, ...] = _words(
        "Nouns by which writers call themselves in a farewell: servant, friend, son.",
        "a farewell with the name in the same line is no signature",
        f"{_TEXT}\n\nYour obedient servant John Hale",
        "signed=Your obedient servant John Hale",
    )
    postscripts: tuple[str, ...] = _words(
        "Words and abbreviations that a postscript begins with.",
        "postscripts become paragraphs, and the closer before them is not found",
        f"{_TEXT}\n\nJ. Doe\n\nP.S. The birds are back.",
        "postscript=P.S. The birds are back.",
    )
    copy_marks: tuple[str, ...] = _words(
        "Words below a signature that list copies or enclosures: cc, encl.",
        "such a line after the signature hides the closer",
        f"{_TEXT}\n\nJ. Doe\n\nEncl.: a map of the harbour and of the quay, in two sheets, folded.",
        "signed=J. Doe",
    )
    hours: tuple[str, ...] = _words(
        "Words after the hour in a dateline, without a point at their end: a.m, o'clock.",
        "datelines that end with the hour are not recognised",
        f"Hull, 3 May 1902, 10 a.m.\n\n{_TEXT}",
        "dateline=Hull, 3 May 1902, 10 a.m.",
    )
    times_of_day: tuple[str, ...] = _words(
        "Words for a time of day at the end of a dateline: noon, midnight.",
        "datelines that end with them are not recognised",
        f"Hull, 3 May 1902, at noon\n\n{_TEXT}",
        "dateline=Hull, 3 May 1902, at noon",
    )
    ordinal_suffixes: tuple[str, ...] = _words(
        "Endings of a day in figures: st, nd, rd, th.",
        "some datelines with an ordinal number are not recognised",
        f"Hull, May 3rd, 10 a.m.\n\n{_TEXT}",
        "dateline=Hull, May 3rd, 10 a.m.",
    )
    year_suffixes: tuple[str, ...] = key(
        "Words after the year in a dateline, as in Russian.",
        cost="datelines that end with them are not recognised",
        example=Example("ru", f"Москва, май 1848 г.\n\n{_TEXT}", "dateline=Москва, май 1848 г."),
        default=(),
    )
    date_prepositions: tuple[str, ...] = key(
        "Words between the day and the month, as in Spanish.",
        cost="some datelines are not recognised",
        example=Example(
            "es",
            f"Madrid, 3 de mayo a mediodía\n\n{_TEXT}",
            "dateline=Madrid, 3 de mayo a mediodía",
        ),
        default=(),
    )
    memo_labels: tuple[str, ...] = _words(
        "Labels of the lines at the head of a memorandum, without the colon.",
        "such lines are paragraphs",
        f"To: Ann Hall\nFrom: Ben Reed\nDate: 3 May\n\n{_TEXT}",
        "label=Date:",
    )
    memo_parties: tuple[str, ...] = _words(
        "Those of the labels without which there is no memorandum: to, from, subject.",
        "heads of memoranda are paragraphs",
        f"To: Ann Hall\nFrom: Ben Reed\nDate: 3 May\n\n{_TEXT}",
        "label=From:",
    )
    attendance: tuple[str, ...] = _words(
        "Lines above the names of those who were present, absent, members.",
        "such names are paragraphs unless a colon announces them",
        f"{_TEXT}\n\nPresent\n\nAnna Cole\nBen Reed\n\n{_TEXT}",
        "item=Anna Cole",
    )
    # Pages and title pages
    page_words: tuple[str, ...] = _words(
        "Words and abbreviations before the number of a page or leaf in brackets: p., fol.",
        "page marks with them stay in the text, and running page numbers too",
        f"{_TEXT}\n\n[page 12]\n\n{_TEXT}",
        "fw=[page 12]",
    )
    imprint_words: tuple[str, ...] = _words(
        "Words of an imprint: printed, published.",
        "a title page without an author is not recognised by an imprint of one line",
        f"The Boat\n\nPrinted in Hull, 1790\n\nChapter 1\n\n{_TEXT}\n\nChapter 2\n\n{_TEXT}",
        "docImprint=Printed in Hull, 1790",
    )
    byline_words: tuple[str, ...] = _words(
        "Prepositions before an author's name in a byline: by.",
        "bylines below a title become headings or paragraphs",
        f"The Boat\n\nBy John Hall\n\n{_TEXT}\n\n{_TEXT}",
        "byline=By John Hall",
    )
    # Plays and conversations
    cast_headings: tuple[str, ...] = _words(
        "Headings of the list of the persons of a play.",
        "cast lists become paragraphs",
        f"PERSONS OF THE PLAY\n\nAnna, a widow\nBen\n\nACT I\n\n{_TALK}",
        "role=Anna",
    )
    stage_moves: tuple[str, ...] = _words(
        "Words that a stage direction without brackets begins with: enter, exeunt, curtain.",
        "such directions become paragraphs",
        f"{_TALK}Enter a Constable with a lamp\n\n{_TALK}",
        "stage=Enter a Constable with a lamp",
    )
    speaker_titles: tuple[str, ...] = _words(
        "Titles before a speaker's name that name nobody alone; some end with a point: Mr, Dr.",
        "speakers with a title are recognised only if they are in capitals",
        "Mr. Hall: Is it so?\n\nMrs. Reed: It is so!\n\n" * 3,
        "speaker=Mr. Hall:",
    )
    speaker_offices: tuple[str, ...] = key(
        "Titles before a speaker's name that may name somebody alone: king, chairman.",
        cost="speakers like Sen. Hall are recognised only if they are in capitals",
        example=Example(
            "en", "King John: Is it so?\n\nQueen Anne: It is so!\n\n" * 2, "speaker=King John:"
        ),
        default=(),
    )
    interview_letters: tuple[str, ...] = _words(
        "Single letters for question and answer.",
        "interviews with single letters become paragraphs",
        "Q. Is it so?\n\nA. It is so!\n\n" * 4,
        "speaker=Q.",
    )
    editorial_remarks: tuple[str, ...] = key(
        "Words of an editor in brackets that are no stage direction: sic, illegible.",
        cost="such brackets in a play become stage directions",
        example=Example(
            "en",
            f"{_TALK}ANNA. He is [illegible word] gone.",
            "stage=[illegible word]",
            prevents=True,
        ),
        default=(),
    )
    # Names
    name_particles: tuple[str, ...] = key(
        "Words in small letters within names, foreign names included: von, de, van der.",
        cost="names with a particle sign nothing and speak nowhere",
        example=Example("en", f"{_TEXT}\n\nOtto von Mohr", "signed=Otto von Mohr"),
        default=(),
    )
    name_connectives: tuple[str, ...] = key(
        "Words in small letters between the words of a speaker's name: of, the, and.",
        cost="speakers like First of the Guards are not recognised",
        example=Example(
            "en",
            "Captain of the Guards: Is it so?\n\nBen Reed: It is so!\n\n" * 4,
            "speaker=Captain of the Guards:",
        ),
        default=(),
    )
    non_names: tuple[str, ...] = key(
        "Words that no personal name contains: articles, prepositions, pronouns.",
        cost="a short heading in capital letters may be taken for a signature",
        example=Example("en", f"{_TEXT}\n\nThe Birds", "signed=The Birds", prevents=True),
        default=(),
    )


UNDETERMINED = "und"
"""The tag of a text in no known language."""

_ALL_LANGUAGES = ("", UNDETERMINED, "mul")


def structure_of(tag: str) -> Structure:
    """Return the structural vocabulary for a BCP 47 tag.

    A text in no known language (``und``), or in several (``mul``), gets the words of all
    languages: it is mostly a short text, and its salute or heading is the best evidence there is.
    """
    if tag.partition("-")[0].lower() in _ALL_LANGUAGES:
        return _merged(tuple(find_language(c).topic(Structure) for c in available_languages()))
    return find_language(tag).topic(Structure)


@cache
def _merged(values: Iterable[Structure]) -> Structure:
    names = [field.name for field in dataclasses.fields(Structure)]
    return Structure(
        **{name: tuple(word for v in values for word in getattr(v, name)) for name in names}
    )
