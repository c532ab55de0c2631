"""Random transcriptions put together from pieces of many genres, the same for the same seed."""

import random
from collections.abc import Callable

NAMES = (
    "Dukhonin;General Krylenko;Mrs. April Jones;Jan M. Meijer;Herr von Gülich;Anna;"
    "the Council of People’s Commissars;New York;Wien;Ministère de la Guerre;Smith & Co.;SMITH;"
    "Rat der Stadt Leipzig;P. Q. Rathbone;Ludwig van Beethoven;Lord Mayor of London;le comte d’Or"
).split(";")
DATES = (
    "9 November 1917;18 Brumaire an VIII;29 February 1700;11/22 January 1712;the 23rd;inst.;ult.;"
    "am Tage Petri und Pauli 1789;30 febbraio 1848;1850–6;1. d. M.;7.11.1917;5.05 am;XIX. Jh.;"
    "25 Oct. (7 Nov.) 1917 O.S.;a.d. III Kal. Mai.;5 août an II;31/9/1850;29 February 1900;"
    "l’an IX;Easter Monday 1450;vendémiaire an XIV;gegen 5 Uhr;1917-02-30;24:00;12 ventôse;4 B.C."
).split(";")
WORDS = (
    "the a of and in he was sings bird Repub]ic 1n wo-\nrd gar-\nden fhall [sic] [?] [...] yo[u] "
    "_so_ *bold* =caps= ^sup ~~gone~~ & < > ]]> {12} [p. 12] | || \t \u00a0 \x01 \ufffe 𝔄 א ّ "
    "[illegible] [Illustration] [Illustration:mill] [Sidenote:1066] M^{rs} y^e _a b_ ~~x {13} "
    "naïve — … “quoted” ‘so’ (he) » « 15 1. a) £5 § † ‡ ¶ xml:id http://a.b/c?d=e&f "
    "und der die le la les"
).split(" ")
MARKERS = "[1] [2] [3] [a] [*] * ** † (1) ¹ ² [12] [Footnote 1] 1 3) §".split()
NOTE_HEADS = (
    "Notes;NOTES;Notes:;Footnotes;Footnote;Endnotes;FOOTNOTES.;Anmerkungen;Fußnoten;Remarques;"
    "Note;Noten;Примечания;Annotazioni;Notas"
).split(";")
HEADS = (
    "CHAPTER 3;I.;1.1 On Birds;ACT I;SCENE II.;Erstes Kapitel;On Birds;BOOK THE FIRST;* * *;-----;"
    "Contents;PERSONS;VORWORT;Chapitre premier;2;1917;THE END;Finis"
).split(";")
LETTER_LINES = (
    "Dear Sir,;My dear Anna;Lieber Freund!;Monsieur,;Yours truly,;Hochachtungsvoll;Ihr;Yours ever;"
    "J. Doe;P.S.;Orne, 3 May 1822;London, 18 Brumaire an VIII;To the Editor;(signed) Smith;"
    "Je vous embrasse,;To: Mr. Smith;From: Anna;Subject: Birds;MEMORANDUM"
).split(";")
KEYS = (
    "Title;Author;Date;Source;First Published;Transcription\\Markup;Translated;Language;Editor;"
    "Sender;Recipient;Place;Note;Titel;Quelle;Auteur;Licence;Archive;Shelfmark"
).split(";")


class Dice(random.Random):
    """A source of choices that makes pieces of text."""

    def words(self, most: int = 9) -> str:
        """Return a few words, among them names, dates and markers."""
        kinds: tuple[list[str], ...] = (WORDS, WORDS, WORDS, NAMES, DATES, MARKERS)
        return self._join([self.choice(self.choice(kinds)) for _ in range(self.randint(1, most))])

    def _join(self, words: list[str]) -> str:
        return "".join(w + self.choice((" ", " ", " ", " ", "", ", ", "\n", ". ")) for w in words)

    def paragraph(self) -> str:
        """Return a paragraph of a few lines."""
        return "\n".join(self.words(12) for _ in range(self.randint(1, 4)))

    def notes(self) -> str:
        """Return notes, with or without a heading, blank lines between them or none."""
        head = self.choice((*NOTE_HEADS, "", ""))
        gap = self.choice(("\n", "\n\n"))
        marks = [self.choice(MARKERS) for _ in range(self.randint(1, 5))]
        listed = gap.join(f"{mark}{self.choice((' ', ''))}{self.words(6)}" for mark in marks)
        return head + self.choice(("\n", "\n\n")) + listed if head else listed

    def table(self) -> str:
        """Return rows with cells between strokes or tabs, some of them empty."""
        stroke = self.choice(("|", "||", " | ", "\t"))
        cells = lambda: stroke.join(  # noqa: E731
            self.choice(("", "K", "3", self.words(2))) for _ in range(self.randint(1, 4))
        )
        return "\n".join(cells() for _ in range(self.randint(1, 5)))

    def verse(self) -> str:
        """Return a stanza or two."""
        line = lambda: self.choice(("", "  ", "    ")) + self.words(5).replace("\n", " ")  # noqa: E731
        return "\n".join(line() for _ in range(self.randint(2, 9)))

    def letter(self) -> str:
        """Return lines of a letter in any order."""
        return self.choice(("\n", "\n\n")).join(
            self.choice((self.choice(LETTER_LINES), self.paragraph()))
            for _ in range(self.randint(1, 7))
        )

    def play(self) -> str:
        """Return speeches, directions and a cast."""
        speaker = self.choice(
            ("ANNA. ", "BEN: ", "Ben.\n", "_Ben._ ", "[Enter BEN.]\n", "PERSONS\n")
        )
        return self.choice(("\n", "\n\n")).join(
            speaker + self.words(8) for _ in range(self.randint(1, 6))
        )

    def heading(self) -> str:
        """Return a heading, perhaps with a date, a name or a marker in it."""
        return self.choice(HEADS) + self.choice(("", "", " " + self.words(2), self.choice(MARKERS)))

    def metadata(self) -> str:
        """Return a block of metadata lines."""
        values = (self.words, lambda: self.choice(DATES), lambda: f"Moniteur, {self.choice(DATES)}")
        return "\n".join(
            f"{self.choice(KEYS)}: {self.choice(values)()}" for _ in range(self.randint(1, 6))
        )

    def text(self) -> str:
        """Return a transcription of one to nine pieces."""
        pieces: tuple[Callable[[], str], ...] = (
            self.paragraph, self.paragraph, self.notes, self.table, self.verse, self.letter,
            self.play, self.heading, self.metadata,
        )  # fmt: skip
        chosen = [self.choice(pieces)() for _ in range(self.randint(1, 9))]
        if self.random() < 0.4:
            chosen.insert(0, self.metadata())
        return self.choice(("\n\n", "\n\n", "\n\n\n", "\n")).join(chosen) + "\n"


def random_text(seed: int) -> str:
    """Return the transcription of a seed."""
    return Dice(seed).text()
