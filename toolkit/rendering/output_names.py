"""The names of the outputs, for messages: nothing that renders is loaded for them."""

from typing import Final

from toolkit.plugins import find_entry_points

GROUP: Final = "tei_toolkit.outputs"
"""The entry-point group of the outputs of packages."""

HTML, PDF, TXT, JSON, JSONL, CSV, CONLL = ("html", "pdf", "txt", "json", "jsonl", "csv", "conll")
BUILT_IN: Final = (HTML, PDF, TXT, JSON, JSONL, CSV, CONLL)
"""The outputs of the toolkit, in the order in which they are listed."""


def list_output_names() -> tuple[str, ...]:
    """List the outputs of the toolkit and of installed packages.

    Packages are imported if they register outputs, since only an output knows its name.
    """
    if not find_entry_points(GROUP):
        return BUILT_IN
    from toolkit.rendering.outputs import find_outputs  # noqa: PLC0415

    return tuple(plugin.value.name for plugin in find_outputs())
