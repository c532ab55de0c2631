"""Stylesheets: where the XSLT files, their words, styles and scripts are found."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, cast

from lxml import etree

from toolkit.exceptions import SaxonError
from toolkit.namespaces import XSLT, local_name
from toolkit.trees import parser

_INHERITED: Final = {
    "xpath-default-namespace": "",
    "expand-text": "no",
    "exclude-result-prefixes": "#all",
}
"""Attributes of a stylesheet that hold for each of its declarations, with their defaults; but no
prefix is needed in what we write."""
_PACKAGE: Final = Path(__file__).resolve().parent.parent


@cache
def folder() -> Path:
    """The folder ``xslt``: inside the installed package, or beside the package in a checkout."""
    installed = _PACKAGE / "data" / "xslt"
    return installed if installed.is_dir() else _PACKAGE.parent / "xslt"


def stylesheet(name: str) -> Path:
    """The entry file of a rendering: ``view``, ``html`` or ``typst``."""
    return folder() / f"{name}.xsl"


@cache
def read_file(name: str) -> str:
    """Return the text of a file that goes with the stylesheets, such as ``html/edition.css``."""
    return (folder() / name).read_text(encoding="utf-8")


def compiled_from(entry: Path, *, own: Path | None = None) -> str:
    """Return the text of a stylesheet with all that it includes, so that Saxon opens no file.

    ``own`` is an edition's stylesheet: its templates come last and so win over ours of the same
    priority; it may include only files in its own folder. Every declaration keeps the namespace
    prefixes and the standard attributes of the file that it comes from. SaxonError if a file
    cannot be read.
    """
    entry = entry.resolve()
    root = _read_stylesheet(entry)
    declarations = [*_declarations(entry, root, entry.parent)]
    if own is not None:
        own = own.resolve()
        declarations += _declarations(own, _read_stylesheet(own), own.parent)
    shell = etree.tostring(_without_content(root), encoding="unicode")
    return f"{shell.removesuffix('/>')}>{''.join(declarations)}</{_qualified_name(root)}>"


def _read_stylesheet(file: Path) -> etree._Element:
    try:
        return etree.fromstring(file.read_bytes(), parser())
    except (OSError, etree.XMLSyntaxError) as error:
        raise SaxonError(f"{file}: cannot be read as a stylesheet: {error}") from error


def _declarations(
    file: Path, root: etree._Element, within: Path, path: tuple[Path, ...] = ()
) -> Iterator[str]:
    """Yield the declarations of a stylesheet as XML, those of included files in their place."""
    path = (*path, file)
    for child in root.iterchildren(etree.Element):
        if child.tag == f"{{{XSLT}}}include":
            included = _included(file, child.get("href", ""), within, path)
            yield from _declarations(included, _read_stylesheet(included), within, path)
            continue
        if str(child.tag).startswith(f"{{{XSLT}}}"):
            for name, default in _INHERITED.items():
                if child.get(name) is None:
                    child.set(name, root.get(name, default))
        yield etree.tostring(child, encoding="unicode", with_tail=False)


def _included(file: Path, href: str, within: Path, path: tuple[Path, ...]) -> Path:
    included = (file.parent / href).resolve()
    if not included.is_relative_to(within):
        raise SaxonError(f"{included}: a stylesheet may include only files in {within.name}/")
    if included in path:
        chain = " includes ".join(step.name for step in (*path[path.index(included) :], included))
        raise SaxonError(f"{file}: a stylesheet must not include itself: {chain}")
    return included


def _without_content(root: etree._Element) -> etree._Element:
    nsmap = cast(Mapping[str, str], root.nsmap)  # the stubs forget the default namespace
    attributes = {str(name): str(value) for name, value in root.attrib.items()}
    return etree.Element(root.tag, attributes, nsmap=nsmap)


def _qualified_name(element: etree._Element) -> str:
    name = local_name(str(element.tag))
    return f"{element.prefix}:{name}" if element.prefix else name
