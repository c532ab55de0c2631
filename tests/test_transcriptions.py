"""Texts of other kinds than the first: each becomes valid TEI that is intact, and a page."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from toolkit import check, encode, render
from toolkit.findings import Severity
from toolkit.pipeline import Encoded

FOLDER = Path(__file__).parent / "transcriptions"
TEXTS = sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def _encoded(name: str) -> Encoded:
    return encode(FOLDER / f"{name}.txt")


def _found(name: str, path: str) -> list[str]:
    root = etree.fromstring(_encoded(name).tei)
    return [" ".join("".join(e.itertext()).split()) for e in root.findall(path)]


def test_there_are_thirty_seven() -> None:
    assert 37 == len(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_intact_and_valid(name: str) -> None:
    assert _encoded(name).intact
    findings = check(_encoded(name).tei, name=f"{name}.xml")
    assert [] == [str(f) for f in findings if f.severity is Severity.ERROR]


@pytest.mark.parametrize("name", TEXTS)
def test_it_becomes_a_page(name: str) -> None:
    assert b"<html" in render(_encoded(name).tei, name=f"{name}.xml").data


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("english-letter", ".//{*}titleStmt/{*}title", ["Letter to her Sister"]),
        ("english-letter", ".//{*}opener/{*}salute", ["My dear Edith,"]),
        ("english-letter", ".//{*}opener/{*}dateline", ["Helstone, March 14th, 1851."]),
        ("english-letter", ".//{*}correspAction[@type='received']/{*}persName", ["Edith Shaw"]),
        ("english-letter", ".//{*}postscript/{*}p",
         ["P.S. Captain Lennox sends his love to the General."]),
        ("german-letter", ".//{*}titleStmt/{*}author", ["Johanna Weber"]),
        ("german-letter", ".//{*}opener/{*}salute", ["Liebe Großeltern!"]),
        ("french-letter", ".//{*}opener/{*}salute", ["Mon cher Paul,"]),
        ("speech", ".//{*}titleStmt/{*}editor", ["Tom Mann"]),
        ("speech", ".//{*}closer/{*}signed/{*}roleName", ["Secretary of the Union"]),
        ("novel-chapter", ".//{*}body//{*}div/{*}head", ["CHAPTER I", "CHAPTER II"]),
        ("poem", ".//{*}titleStmt/{*}title", ["The Ferry"]),
        ("telegram", ".//{*}opener/{*}dateline", ["Petrograd, November 7, 1917, 5 p.m."]),
        ("memorandum", ".//{*}list/{*}label", ["1.", "2.", "3."]),
        ("report-of-pages", ".//{*}fw", ["[p. 311]", "[p. 312]"]),
        ("scanned-pages", ".//{*}fw",
         ["312 THE HISTORY OF THE TOWN.", "THE OLD BRIDGE. 313", "314 THE HISTORY OF THE TOWN.",
          "THE OLD BRIDGE. 315", "316 THE HISTORY OF THE TOWN."]),
        ("envoy-letter", ".//{*}opener/{*}dateline", ["Constantinople, February 3, 1877."]),
        ("envoy-letter", ".//{*}opener/{*}salute",
         ["To the Secretary of State for Foreign Affairs", "My Lord,"]),
        ("envoy-letter", ".//{*}closer/{*}signed/{*}roleName", ["Her Majesty's Ambassador"]),
        ("old-german-letter", ".//{*}opener/{*}salute",
         ["Hochwohlgeborner Herr, Insonders hochzuverehrender Herr Geheimer Rath!"]),
        ("old-german-letter", ".//{*}closer/{*}signed", ["J. H. Meyer"]),
        ("old-german-letter", ".//{*}postscript/{*}p",
         ["N.S. Das Packet folgt mit der nächsten Post."]),
        ("newspaper-column", ".//{*}head", ["LATEST INTELLIGENCE.", "FIRE AT A MILL."]),
        ("two-letters", ".//{*}closer/{*}signed", ["John Smith", "T. Brown"]),
        ("song", ".//{*}head", ["THE HILL"]),
        ("diary", ".//{*}div[@type='entry']/{*}head",
         ["Thursday, 1st June 1820", "Friday, June 2nd", "Saturday 3rd", "Sunday, the 4th."]),
        ("play-in-prose", ".//{*}titlePage//{*}titlePart",
         ["THE BORROWED UMBRELLA", "A Comedy in Two Acts"]),
        ("play-in-prose", ".//{*}castItem/{*}roleDesc",
         ["a retired draper", "his wife", "their niece", "a clerk"]),
        ("play-in-prose", ".//{*}body/{*}div/{*}div//{*}head",
         ["ACT I", "SCENE 1. A parlour in Mr. Pym's house. Evening.", "SCENE 2. The street.",
          "ACT II", "SCENE 1. The parlour again."]),
        ("play-in-prose", ".//{*}sp/{*}stage", ["(without looking up).", "(aside)."]),
        ("play-in-prose", ".//{*}sp/{*}p/{*}stage",
         ["(He puts the paper down.)", "[She takes it.]"]),
        ("play-in-prose", ".//{*}trailer", ["THE END"]),
        ("play-in-verse", ".//{*}castItem/{*}role", ["Wolf", "Gertrud", "Ein Fremder"]),
        ("play-in-verse", ".//{*}sp/{*}speaker",
         ["GERTRUD", "WOLF", "GERTRUD", "WOLF", "DER FREMDE", "WOLF", "DER FREMDE", "GERTRUD"]),
        ("play-in-verse", ".//{*}trailer", ["Ende"]),
        ("interview", ".//{*}sp/{*}speaker", ["Q.", "A."] * 4),
        ("conversation", ".//{*}sp/{*}speaker", ["Interviewer:", "Frau L.:"] * 3),
        ("dialogue", ".//{*}castItem/{*}role", ["SOCRATES", "CRITO"]),
        ("dialogue", ".//{*}sp/{*}speaker", ["SOCRATES.", "CRITO."] * 4),
        ("debate", ".//{*}sp/{*}speaker",
         ["MR. HARTE:", "MR. DOYLE:", "MR. HARTE:", "THE SPEAKER:", "MR. DOYLE:", "MR. HARTE:"]),
        ("debate", ".//{*}div/{*}stage", ["(Laughter.)"]),
        ("minutes", ".//{*}body/{*}div/{*}list/{*}item",
         ["Dr. A. Whitlow, Chairman", "Miss E. Carr", "Mr. J. R. Benson, Treasurer",
          "Mrs. Oldfield"]),
        ("minutes", ".//{*}item/{*}list/{*}label", ["a)", "b)"]),
        ("minutes", ".//{*}body//{*}div/{*}div/{*}head",
         ["1. Minutes of the last meeting", "2. Purchase of books", "3. Any other business"]),
        ("memorandum-to", ".//{*}list[@type='gloss']/{*}label",
         ["TO:", "FROM:", "DATE:", "SUBJECT:"]),
        ("memorandum-to", ".//{*}closer/{*}signed", ["J. L. Marsh"]),
        ("letters-of-a-family", ".//{*}body/{*}div/{*}div/{*}head",
         ["1. Anne Hallam to her mother", "2. James Hallam to his brother",
          "3. Anne Hallam to her mother"]),
        ("letters-of-a-family", ".//{*}body/{*}div/{*}div/{*}closer/{*}signed",
         ["Anne Hallam", "James", "Anne"]),
        ("letters-without-headings", ".//{*}body/{*}div/{*}div/{*}opener/{*}dateline",
         ["Hof, den 4. März 1801", "Weimar, den 19. März 1801", "Hof, den 2. April 1801"]),
        ("letters-without-headings", ".//{*}body/{*}div/{*}div/{*}closer/{*}signed",
         ["Ihr J. Falk", "K. Brandt", "Ihr J. Falk"]),
        ("letter-by-lines", ".//{*}opener/{*}dateline", ["Mill House Orne 17th May 1915"]),
        ("letter-by-lines", ".//{*}opener/{*}address/{*}addrLine",
         ["The Secretary,", "Harbour Board"]),
        ("letter-by-lines", ".//{*}opener/{*}salute", ["Dear Sir,"]),
        ("letter-by-lines", ".//{*}closer/{*}salute", ["Yours faithfully,"]),
        ("letter-by-lines", ".//{*}closer/{*}signed", ["Thos. Reed"]),
        ("thesis", ".//{*}body/{*}div/{*}div/{*}div/{*}head",
         ["1.1 Earlier work", "1.2 Questions"]),
        ("thesis", ".//{*}body/{*}div/{*}div/{*}div/{*}div/{*}head", ["1.2.1 Winter"]),
        ("novel-in-parts", ".//{*}front//{*}docAuthor", ["M. E. Tarrant"]),
        ("novel-in-parts", ".//{*}front//{*}docImprint", ["London Birch & Company 1871"]),
        ("novel-in-parts", ".//{*}body/{*}div/{*}div/{*}head", ["PART ONE", "PART TWO"]),
        ("novel-in-parts", ".//{*}body/{*}div/{*}div/{*}div/{*}head",
         ["CHAPTER I", "In Which a Cart Is Sold", "CHAPTER II", "In Which Nobody Comes",
          "CHAPTER I", "The Mill"]),
        ("novel-in-parts", ".//{*}epigraph//{*}bibl", ["-- Old saying"]),
        ("novel-in-parts", ".//{*}trailer", ["END OF PART ONE", "THE END"]),
        ("gazette", ".//{*}div/{*}div/{*}head", ["LOCAL NEWS.", "DEATHS.", "ADVERTISEMENTS."]),
        ("sonnets", ".//{*}div/{*}div/{*}head", ["I", "II"]),
        ("charter", ".//{*}p[@{http://www.w3.org/XML/1998/namespace}lang='la']",
         ["In nomine patris et filii et spiritus sancti amen. Sciant omnes qui sunt et qui erunt "
          "quod ego hanc cartam cum sigillo meo et coram testibus meis dedi, ut firma sit in "
          "perpetuum et non ab aliquo infringatur."]),
        ("letter-with-french", ".//{*}foreign",
         ["Je ne sais pas ce que vous voulez dire, mais je suis à vous pour la vie."]),
    ],
)  # fmt: skip
def test_it_has_its_structure(name: str, path: str, expected: list[str]) -> None:
    assert expected == _found(name, path)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("speech", {"note": 2}),
        ("german-letter", {"note": 1}),
        ("french-letter", {"note": 1}),
        ("poem", {"lg": 2, "l": 8}),
        ("memorandum", {"item": 3, "row": 3, "cell": 9}),
        ("report-of-pages", {"pb": 2}),
        ("scanned-pages", {"pb": 4, "p": 5}),
        ("footnotes-by-sign", {"note": 5}),
        ("song", {"lg": 2, "l": 8}),
        ("two-letters", {"div": 2, "opener": 2, "closer": 2}),
        ("play-in-prose", {"sp": 15, "stage": 10, "castItem": 5}),
        ("play-in-verse", {"sp": 8, "l": 14, "stage": 4}),
        ("sonnets", {"lg": 4, "l": 14}),
        ("accounts", {"table": 3, "row": 10, "cell": 27}),
        ("history-with-notes", {"note": 5, "pb": 2}),
        ("thesis", {"listBibl": 1, "bibl": 3}),
    ],
)
def test_nothing_of_it_is_missed(name: str, counts: dict[str, int]) -> None:
    assert counts == {element: _encoded(name).elements.get(element) for element in counts}


def test_the_language_is_detected() -> None:
    found = {name: _encoded(name).doc.language for name in TEXTS}
    assert ("de", "fr", "ru") == (
        found["german-letter"], found["french-letter"], found["russian-letter"]
    )  # fmt: skip
