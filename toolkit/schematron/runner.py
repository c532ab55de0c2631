"""Run the stylesheet of a Schematron schema over documents."""

from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from toolkit.closed_room import ClosedRoom, ClosedRoomError
from toolkit.edition import EditionText
from toolkit.entities import show_unread_entities
from toolkit.exceptions import SaxonError, SchemaError, SourceError
from toolkit.rng.byte_chunks import DECLARED_ENCODING
from toolkit.saxon import api_error, error_text, processor
from toolkit.schematron.document_tree import merge_inclusions
from toolkit.schematron.room_functions import FILES, find_needed_files
from toolkit.trees import parse_bytes, read_bytes

_LONGEST: Final = 300
"""The maximum length of an error text of Saxon in a message."""


@lru_cache(maxsize=8)
def compile_rules(stylesheet: bytes, *, evaluate: bool) -> Any:
    """Compile a stylesheet. SchemaError if an expression of the schema is faulty."""
    compiler = processor(evaluate=evaluate).new_xslt30_processor()
    try:
        return compiler.compile_stylesheet(stylesheet_text=stylesheet.decode("utf-8"))
    except api_error() as error:
        raise SchemaError(f"the Schematron schema is faulty: {_error_text(error)}") from error


def run(
    stylesheet: bytes,
    source: Path | bytes | EditionText,
    *,
    plain: bool,
    inclusions: ClosedRoom | None = None,
    room: ClosedRoom | None = None,
) -> etree._Element:
    """Return the SVRL that a stylesheet makes of a document.

    ``plain``: the document has no DOCTYPE, so that Saxon can parse it itself;
    ``inclusions``: where included files may be read from, None to leave inclusions alone;
    ``room``: where the rules may read other files.

    The rules of the toolkit run over an ``EditionText``, whose node the views use too; only other
    rules may use ``xsl:evaluate``.
    """
    shared = isinstance(source, EditionText)
    executable = compile_rules(stylesheet, evaluate=not shared)
    if isinstance(source, EditionText):
        node = _shared_node(source)
    else:
        node = _parse(source, plain=plain, inclusions=inclusions)
    files = _Files(room or ClosedRoom(()), processor(evaluate=not shared))
    while True:
        text, error = _transform(executable, node, files)
        if not files.add(find_needed_files(text or str(error))):
            break
    if text is None:
        raise SaxonError(f"the Schematron rules stopped: {_error_text(error)}") from error
    return parse_svrl(text)


def _transform(
    executable: Any, node: Any, files: "_Files"
) -> tuple[str, None] | tuple[None, Exception]:
    """Run the rules once; return the SVRL, or the error that stopped them."""
    try:
        files.set_for(executable)
        executable.set_global_context_item(xdm_item=node)
        return executable.transform_to_string(xdm_node=node) or "", None
    except api_error() as error:
        return None, error


class _Files:
    """The files that rules asked for, as Saxon values; None for a file that is not read."""

    def __init__(self, room: ClosedRoom, saxon: Any) -> None:
        self._saxon = saxon
        self._reader = room.enter()
        self._values: dict[str, Any] = {}

    def set_for(self, executable: Any) -> None:
        """Pass the files to a stylesheet."""
        if self._values:
            saxon = self._saxon
            entries = {
                saxon.make_string_value(key): value or saxon.empty_sequence()
                for key, value in self._values.items()
            }
            executable.set_parameter(FILES, saxon.make_map(entries))

    def add(self, wanted: tuple[tuple[str, str], ...]) -> bool:
        """Read files by kind and address; return False if all are known already."""
        new = [
            (kind, address) for kind, address in wanted if f"{kind} {address}" not in self._values
        ]
        for kind, address in new:
            self._values[f"{kind} {address}"] = self._read(kind, address)
        return bool(new)

    def _read(self, kind: str, address: str) -> Any:
        parts = urlsplit(address)
        if parts.scheme != "file":
            return None
        path = Path(unquote(parts.path))
        try:
            data = self._reader.read(path)
            if kind == "text":
                return self._saxon.make_string_value(data.decode("utf-8-sig"))
            root = parse_bytes(data, path.name).getroot()
        except (ClosedRoomError, SourceError, UnicodeDecodeError):
            return None
        builder = self._saxon.new_document_builder()
        builder.set_base_uri(address)
        return builder.parse_xml(xml_text=etree.tostring(root, encoding="unicode"))


def parse_svrl(text: str) -> etree._Element:
    """Parse an SVRL document and return its root."""
    return parse_bytes(text.encode("utf-8"), "SVRL").getroot()


def _shared_node(text: EditionText) -> Any:
    try:
        return text.saxon_node
    except SaxonError as error:
        raise SourceError(f"the document cannot be read for its rules: {error}") from error


def _parse(source: Path | bytes, *, plain: bool, inclusions: ClosedRoom | None) -> Any:
    file = str(source) if isinstance(source, Path) else ""
    builder = processor(evaluate=True).new_document_builder()
    if isinstance(source, Path):
        builder.set_base_uri(source.resolve().as_uri())
    try:
        if inclusions is not None:
            root = merge_inclusions(source, file, inclusions)
            return builder.parse_xml(xml_text=etree.tostring(root, encoding="unicode"))
        data = read_bytes(source) if isinstance(source, Path) else source
        text = _plain_text(data) if plain else None
        if text is None:
            tree = parse_bytes(show_unread_entities(data), file)
            text = etree.tostring(tree.getroot(), encoding="unicode")
        return builder.parse_xml(xml_text=text)
    except api_error() as error:
        raise SourceError(
            f"the document cannot be read for its rules: {_error_text(error)}"
        ) from error


def _plain_text(data: bytes) -> str | None:
    """Return the characters of a document in UTF-8; None for any other encoding."""
    declared = DECLARED_ENCODING.match(data)
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii"):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _error_text(error: Exception | None) -> str:
    return error_text(error)[:_LONGEST] if error else ""
