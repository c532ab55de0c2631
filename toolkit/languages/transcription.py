"""Words that transcribers put in brackets: ``transcription.toml``."""

from dataclasses import dataclass

from toolkit.languages.schema import Example, key


@dataclass(frozen=True, slots=True)
class Transcription:
    """``transcription.toml``: the words of the conventions of transcribers.

    They are those of the transcriber rather than of the text, so the words of all languages count
    in every text. All are in small letters, and count in brackets only.
    """

    illegible: tuple[str, ...] = key(
        "Words for what could not be read (``[illegible]``).",
        cost="such brackets stay words of the text",
        example=Example("en", "We came to [illegible] at noon.\n", "fw=[illegible]"),
        default=(),
    )
    illustrations: tuple[str, ...] = key(
        "Words for a picture of the source (``[Illustration: a ship]``).",
        cost="such brackets become paragraphs or headings",
        example=Example(
            "en", "It was raised.\n\n[Photograph: A ship]\n\nIt sank.\n", "figDesc=A ship"
        ),
        default=(),
    )
    sidenotes: tuple[str, ...] = key(
        "Words for a note in the margin of the source (``[Sidenote: the ship]``).",
        cost="such brackets become paragraphs or headings",
        example=Example(
            "en",
            "It sank.\n\n[Sidenote: Its end]\n\nIt was raised.\n",
            "note@place=margin=[Sidenote: Its end]",
        ),
        default=(),
    )
    references: tuple[str, ...] = key(
        "Words directly before a page that is cited (``see [p. 13]``).",
        cost="a page in brackets that a sentence cites may become a page break",
        example=Example("en", "The road was closed, see [p. 13].\n", "fw=[p. 13]", prevents=True),
        default=(),
    )
