"""The protocol of outputs: a function from a TEI text and an edition to the bytes of a file.

How to add an output:

1. Write a function that takes an ``EditionText`` and a ``RenderRequest`` and returns an
   ``Artifact``. ``view_of(text, request.view)`` (``views.py``) is what every output draws, so that
   no two can disagree; ``text.tree`` is the TEI itself.
2. Make it an output: ``plain = Output("plain", ".txt", "text/plain", "The words.", render)``.
3. Register it: an edition's own in its ``edition.toml`` (``[outputs] own =
   ["outputs/plain.py:plain"]``), one of a package in the entry-point group
   ``tei_toolkit.outputs``, one of the toolkit in ``outputs.py``. It is then a value of ``--to``
   and of ``formats`` in ``edition.toml``.
4. Test it with a document of one paragraph.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.edition import Edition, EditionText
from toolkit.edition.choices import ViewName
from toolkit.findings import Finding

TEI: Final = "xml"
"""The name of the TEI file among the files of a text; no output has it."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """The bytes of a file, and the findings made while it was rendered."""

    data: bytes
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The text of a file that is one, in UTF-8."""
        return self.data.decode()


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """The request to an output: edition, view, and name of the file.

    ``view`` is the view shown, or shown first by an output that has both; ``page`` is the name of
    the file that is made, without its suffix, empty if it will have none. ``beside`` is the folder
    that the TEI file lies in, None if it lies nowhere.
    """

    edition: Edition
    view: ViewName = ViewName.READING
    page: str = ""
    beside: Path | None = None

    @property
    def picture_folder(self) -> Path | None:
        """The folder that pictures are looked for in: the edition's, else that of the file."""
        return self.edition.folder or self.beside


Render = Callable[[EditionText, RenderRequest], Artifact]


def _prepare_nothing() -> None:
    """Prepare nothing: most outputs need no time to start."""


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of file that texts are rendered to.

    - ``name``: its value for ``--to`` and in ``edition.toml``.
    - ``suffix``: the end of the names of its files, with the dot.
    - ``media_type``: the media type of its files.
    - ``description``: one line for help and documentation.
    - ``render``: makes the file of a text; it raises ToolkitError if it cannot.
    - ``prepare``: starts in the background what takes time to start.
    - ``joined``: the name of the one file that ``tei export`` makes of all texts, by joining their
      files; empty if each text has a file of its own.
    - ``header``: the beginning of each file that a joined file has only once.
    """

    name: str
    suffix: str
    media_type: str
    description: str
    render: Render
    prepare: Callable[[], None] = _prepare_nothing
    joined: str = ""
    header: bytes = b""

    def __post_init__(self) -> None:
        if not self.name.isidentifier() or not self.name.islower() or self.name == TEI:
            raise ValueError(f"the name of an output is a lower-case word, not {self.name!r}")
        if not self.suffix.startswith(".") or "/" in self.suffix:
            raise ValueError(f"the suffix of an output begins with a dot, not {self.suffix!r}")
