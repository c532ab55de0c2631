"""Words of footnotes and end notes: ``notes.toml``."""

from dataclasses import dataclass

from toolkit.languages.schema import Example, key


@dataclass(frozen=True, slots=True)
class Notes:
    """``notes.toml``: the words that announce notes.

    They are those of the transcriber rather than of the text, and count only together with
    markers and notes of the same signs; so the words of all languages count in every text.
    """

    headings: tuple[str, ...] = key(
        "Headings over notes, in small letters.",
        cost="notes that are numbered without brackets are not recognised under their heading",
        example=Example(
            "de",
            "Ein Schiff\u00b9 sank im Hafen.\n\nFußnoten\n\n1. Ein Boot.\n",
            "fw@type=notes=Fußnoten",
        ),
        default=(),
    )
    openers: tuple[str, ...] = key(
        "Words before the number of a note in brackets (``[Footnote 1: ...]``), in small letters.",
        cost="notes in brackets stay paragraphs",
        example=Example(
            "en", "A ship[1] sank.\n\n[Footnote 1: A boat.]\n\nIt was never raised.\n", "note@n=[1]"
        ),
        default=(),
    )
