"""Report the settings that an edition needs before it is published, and does not have."""

from collections.abc import Iterator

from toolkit.edition.codes import NO_EDITOR, NO_LICENCE
from toolkit.edition.edition import Edition
from toolkit.edition.setting import FILE_NAME
from toolkit.findings import Finding, Place


def find_missing_settings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding if an edition names no editor, and one if it names no licence."""
    if edition.folder is None:
        return
    place = Place(str(edition.folder / FILE_NAME))
    if not edition.editors:
        yield NO_EDITOR.at(
            place,
            "the edition names no editor",
            hint='set editors = [{ name = "...", role = "editor" }] in [edition]',
        )
    if not edition.licence:
        yield NO_LICENCE.at(
            place, "the edition names no licence", hint='set licence = "..." in [edition]'
        )
