"""The toolkit for programs: encode, check and render, each one function of values."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from toolkit.edition import Edition
    from toolkit.findings import Finding
    from toolkit.pipeline import Encoded


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendering: the bytes of the file, and what was found on the way."""

    data: bytes
    findings: "tuple[Finding, ...]"


def encode(
    transcription: Path | str | bytes,
    *,
    edition: "Edition | Path | str | None" = None,
    language: str = "",
    name: str = "text.txt",
) -> "Encoded":
    """Encode a transcription as TEI: a file's path, or the bytes of one.

    ``edition`` is an ``Edition``, or the folder of one (its ``edition.toml`` is read).
    ``language`` (BCP 47) is detected where it is not given; ``name`` names bytes in messages.
    The result has ``tei`` (bytes), ``findings``, and ``intact``, the verdict of the proof that no
    character was lost. SourceError if the text cannot be read.
    """
    from toolkit.pipeline import encode_bytes, encode_file  # noqa: PLC0415  # see __init__.py

    settings = _edition(edition)
    if isinstance(transcription, bytes):
        return encode_bytes(transcription, name, settings, language=language)
    return encode_file(Path(transcription), settings, language=language)


def check(tei: Path | str | bytes, *, name: str = "text.xml") -> "tuple[Finding, ...]":
    """Check a TEI file against the schema that it names, its rules and its pointers."""
    from toolkit.pipeline import check_tei  # noqa: PLC0415  # see __init__.py

    data, file = _tei(tei, name)
    return check_tei(data, file)


def render(
    tei: Path | str | bytes,
    *,
    to: Literal["html", "pdf"] = "html",
    view: Literal["reading", "diplomatic"] = "reading",
    edition: "Edition | Path | str | None" = None,
    name: str = "text.xml",
) -> Rendered:
    """Render a TEI file as HTML or PDF; ``view`` is what a reader sees (first)."""
    from toolkit.pipeline import render_tei  # noqa: PLC0415  # see __init__.py

    data, file = _tei(tei, name)
    made = render_tei(data, to, edition=_edition(edition), view=view, file=file)
    return Rendered(made.data, made.findings)


def _edition(edition: "Edition | Path | str | None") -> "Edition":
    from toolkit.edition import Edition  # noqa: PLC0415  # see __init__.py
    from toolkit.edition.settings import read_edition  # noqa: PLC0415

    if edition is None:
        return Edition()
    return edition if isinstance(edition, Edition) else read_edition(Path(edition))


def _tei(tei: Path | str | bytes, name: str) -> tuple[bytes, str]:
    from toolkit.trees import read_bytes  # noqa: PLC0415  # see __init__.py

    if isinstance(tei, bytes):
        return tei, name
    return read_bytes(Path(tei)), Path(tei).name
