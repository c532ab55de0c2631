"""A text of an edition on its way through the steps: its TEI file, parsed once for each engine.

Fidelity, validation, rules, pointers and all outputs are given the same ``EditionText``, so that
none of them parses the file again.
"""

from dataclasses import dataclass
from typing import Any

from lxml import etree

from toolkit.exceptions import SaxonError
from toolkit.memo import remember
from toolkit.saxon import api_error, error_text, processor
from toolkit.text import Document
from toolkit.trees import parse_bytes

_UTF8 = frozenset({"utf-8", "us-ascii", "ascii"})


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class EditionText:
    """A TEI file and, if it was made from a transcription, the document that it encodes.

    ``file`` names the TEI file in findings. The trees are shared by all steps: nobody changes them.
    """

    data: bytes
    file: str = ""
    document: Document | None = None

    @property
    def tree(self) -> "etree._ElementTree":
        """The tree of lxml. SourceError if the file is not well-formed."""
        return _parse_tree(self)

    @property
    def saxon_node(self) -> Any:
        """The document node of Saxon, in the processor that reads no files.

        SourceError if the file is not well-formed, SaxonError if Saxon refuses it all the same.
        """
        return _parse_saxon_node(self)


@remember
def _parse_tree(text: EditionText) -> "etree._ElementTree":
    return parse_bytes(text.data, text.file or "the document")


@remember
def _parse_saxon_node(text: EditionText) -> Any:
    try:
        return processor().parse_xml(xml_text=_xml_for_saxon(text))
    except api_error() as error:
        raise SaxonError(f"Saxon cannot parse the document: {error_text(error)}") from error


def _xml_for_saxon(text: EditionText) -> str:
    """The XML that Saxon parses: the file itself if it is UTF-8 without a DOCTYPE, else lxml's."""
    info = text.tree.docinfo
    plain = info.internalDTD is None and (info.encoding or "utf-8").lower() in _UTF8
    if not plain:
        return etree.tostring(text.tree.getroot(), encoding="unicode", with_tail=False)
    return text.data.decode("utf-8-sig")
