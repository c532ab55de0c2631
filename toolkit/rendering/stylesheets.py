"""Stylesheets: where the XSLT files, their words, styles and scripts are found."""

from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.exceptions import SaxonError
from toolkit.namespaces import XSLT
from toolkit.trees import parser

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
    """The text of a stylesheet with everything it includes, so that Saxon needs to open no file.

    ``own`` is an edition's stylesheet: its templates come last and so win over ours of the same
    priority; what it includes must lie in its own folder. SaxonError if one cannot be read.
    """
    entry = entry.resolve()
    root = _with_includes(entry, entry.parent)
    if own is not None:
        root.extend(_with_includes(own.resolve(), own.resolve().parent))
    return etree.tostring(root, encoding="unicode")


def _with_includes(file: Path, within: Path) -> etree._Element:
    if not file.is_relative_to(within):
        raise SaxonError(f"{file}: a stylesheet may include only files in {within.name}/")
    try:
        root = etree.fromstring(file.read_bytes(), parser())
    except (OSError, etree.XMLSyntaxError) as error:
        raise SaxonError(f"{file}: cannot be read as a stylesheet: {error}") from error
    for include in root.findall(f"{{{XSLT}}}include"):
        included = (file.parent / include.get("href", "")).resolve()
        for child in _with_includes(included, within):
            include.addprevious(child)
        root.remove(include)
    return root
