"""Words of metadata blocks and of references to sources: ``metadata.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.languages.schema import Example, key

_TEXT = "\n\nThe mill stood beside the river, and nobody knew who had built it.\n"


def _source(
    reference: str, element: str, *, language: str = "en", prevents: bool = False
) -> Example:
    """Return an example of a word in the reference to a source, a word of one language only."""
    text = f"Title: The Mill\nSource: {reference}{_TEXT}"
    return Example(language, text, element, prevents=prevents)


@dataclass(frozen=True, slots=True)
class Metadata:
    """``metadata.toml``: what the lines of a metadata block are called, and words of references.

    A metadata block is read before the language of the text is known, so the words of all
    languages count in every text.
    """

    labels: Mapping[str, tuple[str, ...]] = key(
        "Labels of metadata lines (``Author:``) by the field they name, in small letters.",
        cost="metadata blocks are text, and the header has no author, date or source",
        example=Example("en", f"Author: Ann Brown{_TEXT}", "author=Ann Brown"),
        default_factory=dict,
    )
    weak_labels: tuple[str, ...] = key(
        "Those labels that a letter or a memorandum has in its own text too (``To:``).",
        cost="the head of a memorandum is taken for metadata",
        example=Example("en", f"From: the Board\nTo: the Master{_TEXT}", "xenoData", prevents=True),
        default=(),
    )
    conjunctions: tuple[str, ...] = key(
        "Words between the last two of several names.",
        cost="two authors are one",
        example=Example("en", f"Author: Ann Brown and John Field{_TEXT}", "author=Ann Brown"),
        default=(),
    )
    address_words: tuple[str, ...] = key(
        "Words before the addressee of a letter, as they are written in a salute.",
        cost="the addressee in the header begins with such a word",
        example=Example(
            "en",
            "To the Committee\n\nThe mill is sold, and nobody knows to whom.\n\n"
            "Yours truly,\nAnn Brown\n",
            "rs=the Committee",
        ),
        default=(),
    )
    page_words: tuple[str, ...] = key(
        "Words before page numbers; a full stop at the end may be missing.",
        cost="pages in references are not understood",
        example=_source("Rundschau, 1888, S. 3-5", "biblScope@unit=page@from=3", language="de"),
        default=(),
    )
    volume_words: tuple[str, ...] = key(
        "Words before the number of a volume; a full stop at the end may be missing.",
        cost="volumes in references are not understood",
        example=_source("Rundschau, Bd. 4, 1888", "biblScope@unit=volume@n=4", language="de"),
        default=(),
    )
    issue_words: tuple[str, ...] = key(
        "Words before the number of an issue; a full stop at the end may be missing.",
        cost="issues of newspapers in references are not understood",
        example=_source("Rundschau, Heft 7, 1888", "biblScope@unit=issue@n=7", language="de"),
        default=(),
    )
    issue_date_words: tuple[str, ...] = key(
        "Words between the number of an issue and its date (``No. 7 of 4 May 1888``).",
        cost="a reference to a newspaper is kept as words, without its parts",
        example=_source("The Review, No. 7 of 4 May 1888", "biblStruct"),
        default=(),
    )
    publisher_words: tuple[str, ...] = key(
        "Words in the names of publishers and printers; ``*`` stands for the rest of a compound.",
        cost="publishers in references are not understood",
        example=_source("Papers, Severn Press, Bristol, 1888", "publisher=Severn Press"),
        default=(),
    )
    reference_openers: tuple[str, ...] = key(
        "Words before the title in a reference (``in``, ``first published in``).",
        cost="the title of a source begins with such a word",
        example=_source("first published in The Review, London, 1888", "title@level=m=The Review"),
        default=(),
    )
    archive_words: tuple[str, ...] = key(
        "Words in the names of archives and libraries; ``*`` stands for the rest of a compound.",
        cost="manuscripts are not described by their place",
        example=_source("County Record Office, Add 45", "repository=County Record Office"),
        default=(),
    )
    manuscript_signs: tuple[str, ...] = key(
        "Signs that begin a shelfmark and belong to manuscripts only, as they are written.",
        cost="shelfmarks without an archive are not understood",
        example=_source("MS Abinger 45", "idno@type=shelfmark=MS Abinger 45"),
        default=(),
    )
    shelfmark_signs: tuple[str, ...] = key(
        "Other words that begin a shelfmark, as they are written.",
        cost="such shelfmarks are not understood",
        example=_source("County Record Office, Add 45", "idno@type=shelfmark=Add 45"),
        default=(),
    )
    container_words: tuple[str, ...] = key(
        "What manuscripts are kept in: boxes, folders, bundles.",
        cost="a shelfmark that is the number of a box is not understood",
        example=_source("County Record Office, box 12", "idno@type=shelfmark=box 12"),
        default=(),
    )
    collection_words: tuple[str, ...] = key(
        "Words in the names of collections of manuscripts.",
        cost="collections of manuscripts are not named",
        example=_source("County Record Office, Hall Papers", "collection=Hall Papers"),
        default=(),
    )
    leaf_words: tuple[str, ...] = key(
        "Words before the numbers of leaves; a full stop at the end may be missing.",
        cost="the leaves of a manuscript are not understood",
        example=_source("Stadtarchiv, Add 45, Bll. 10-12", "locus@from=10@to=12", language="de"),
        default=(),
    )
    print_words: tuple[str, ...] = key(
        "Words that no reference to a manuscript has: of printing, of the web.",
        cost="a printed book may be taken for a manuscript",
        example=_source("Archive Press, Ms 12", "msDesc", prevents=True),
        default=(),
    )
