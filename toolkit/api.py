"""The toolkit for programs: encode, check and render, each a function from values to values.

What a function needs is imported when it is called, so that importing the package is cheap.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.edition import Edition, EditionText
    from toolkit.findings import Finding
    from toolkit.pipeline import Encoded
    from toolkit.rendering.protocol import Artifact


def encode(
    transcription: "Path | str | bytes",
    *,
    edition: "Edition | Path | str | None" = None,
    language: str = "",
    name: str = "text.txt",
) -> "Encoded":
    """Encode a transcription as TEI: a file's path, or the bytes of one.

    ``edition`` is an ``Edition``, or the folder of one (its ``edition.toml`` is read).
    ``language`` (BCP 47) is detected if it is not given; ``name`` names bytes in messages.
    The result has ``tei`` (bytes), ``findings``, and ``intact``, the verdict of the proof that no
    character was lost. SourceError if the text cannot be read.
    """
    from pathlib import Path  # noqa: PLC0415

    from toolkit.pipeline import encode_bytes, encode_file  # noqa: PLC0415

    settings = _edition(edition)
    if isinstance(transcription, bytes):
        return encode_bytes(transcription, name, settings, language=language)
    return encode_file(Path(transcription), settings, language=language)


def check(tei: "Path | str | bytes", *, name: str = "text.xml") -> "tuple[Finding, ...]":
    """Check a TEI file, a path or bytes, against the schema that it names, its rules and pointers.

    ``name`` names bytes in findings. SourceError if the file cannot be read.
    """
    from toolkit.pipeline import check_text  # noqa: PLC0415

    return check_text(_text(tei, name))


def render(
    tei: "Path | str | bytes",
    *,
    to: str = "html",
    view: str = "reading",
    edition: "Edition | Path | str | None" = None,
    name: str = "text.xml",
) -> "Artifact":
    """Render a TEI file, a path or bytes, as HTML, PDF or any other output of the edition.

    ``view`` is the view a reader sees first, ``reading`` or ``diplomatic``; ``name`` names bytes
    in findings. The result has ``data`` (bytes) and ``findings``. SourceError if the file cannot
    be read, SettingsError if there is no such output, ValueError if there is no such view.
    """
    from dataclasses import replace  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    from toolkit.edition.choices import ViewName  # noqa: PLC0415
    from toolkit.rendering.outputs import choose_outputs  # noqa: PLC0415
    from toolkit.rendering.protocol import RenderRequest  # noqa: PLC0415
    from toolkit.rendering.source import complete_text  # noqa: PLC0415

    settings = _edition(edition)
    (output,) = choose_outputs(settings, (to,))
    path = None if isinstance(tei, bytes) else Path(tei)
    given = _text(tei, name)
    text, found = complete_text(given.data, given.file, path)
    artifact = output.render(
        text, RenderRequest(settings, ViewName(view), beside=path.parent if path else None)
    )
    return replace(artifact, findings=(*found, *artifact.findings))


def _edition(edition: "Edition | Path | str | None") -> "Edition":
    from pathlib import Path  # noqa: PLC0415

    from toolkit.edition import Edition  # noqa: PLC0415
    from toolkit.edition.settings import read_edition  # noqa: PLC0415

    if edition is None:
        return Edition()
    return edition if isinstance(edition, Edition) else read_edition(Path(edition))


def _text(tei: "Path | str | bytes", name: str) -> "EditionText":
    from pathlib import Path  # noqa: PLC0415

    from toolkit.edition import EditionText  # noqa: PLC0415
    from toolkit.trees import read_bytes  # noqa: PLC0415

    if isinstance(tei, bytes):
        return EditionText(tei, name)
    return EditionText(read_bytes(Path(tei)), Path(tei).name)
