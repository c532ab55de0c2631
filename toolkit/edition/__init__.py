"""The edition: its settings and its authority lists, the project around the single texts.

The names below are imported on first use: the command line needs ``choices`` for its options,
and ``tei build --help`` need not load the XML library for them.
"""

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from toolkit.edition.authority import Entry, Kind
    from toolkit.edition.edition import Edition, Responsible
    from toolkit.edition.edition_text import EditionText

__all__ = ["Edition", "EditionText", "Entry", "Kind", "Responsible"]

_MODULES: Final = {
    "Edition": "edition",
    "EditionText": "edition_text",
    "Entry": "authority",
    "Kind": "authority",
    "Responsible": "edition",
}
"""The module of each name."""


def __getattr__(name: str) -> Any:
    """Import a name of the package from its module."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value
