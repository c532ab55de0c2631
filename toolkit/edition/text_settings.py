"""The settings of one text: header fields that an editor sets, each declared once.

They are written in ``NAME.toml`` beside the transcription, or in the table ``[texts."NAME"]`` of
``edition.toml``. What reads them and the page of documentation are derived from the declaration.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from toolkit.edition import forms
from toolkit.edition.header_name import HeaderName
from toolkit.edition.setting import Setting, setting, settings_of
from toolkit.text import Annotation, Field, Span

_SOURCE: Final = "source"
_MANUSCRIPT: Final = "manuscript"
_SERIES: Final = "series"


Names = tuple[HeaderName, ...]

_ANN: Final = ({"name": "Ann Brown", "ref": "viaf:12345"},)


@dataclass(frozen=True, slots=True)
class TextSettings:
    """The header fields that an editor sets for one text; an empty one is not set.

    A field without a table has the key of a metadata field (see ``Field``) as its name.
    """

    title: str = setting("", "Title of the text.", example="The Mill")
    subtitle: str = setting("", "Subtitle of the text.", example="A Report")
    author: Names = setting("", "Authors.", default=(), example=_ANN)
    editor: Names = setting("", "Editors of this text.", default=(), example="Jane Doe")
    translator: Names = setting("", "Translators.", default=(), example="Carl Dale")
    transcriber: Names = setting("", "Who transcribed the text.", default=(), example="Jane Doe")
    date: str = setting("", "Date of writing.", form=forms.DATE, example="1850-05-03")
    place: Names = setting("", "Place of writing.", default=(), example="Bristol")
    sender: Names = setting("", "Senders of a letter.", default=(), example="Ann Brown")
    recipient: Names = setting(
        "", "Addressees of a letter.", default=(), key="addressee", example=("Carl Dale", "Eve Lee")
    )
    language: str = setting("", "Language of the text.", form=forms.LANGUAGE, example="en")
    encoding_licence: str = setting(
        "",
        "Licence of the encoding, for this text: an SPDX name or an address.",
        key="licence",
        example="CC0-1.0",
    )
    source_author: Names = setting(_SOURCE, "Authors of the source.", default=(), key="author")
    source_editor: Names = setting(_SOURCE, "Editors of the source.", default=(), key="editor")
    source_title: str = setting(
        _SOURCE, "Title of the book or journal.", key="title", example="Papers of the Mill"
    )
    source_publisher: str = setting(_SOURCE, "Publisher.", key="publisher", example="Severn Press")
    source_place: str = setting(_SOURCE, "Place of publication.", key="place", example="Bristol")
    source_year: str = setting(
        _SOURCE, "Year of publication.", key="year", form=forms.YEAR, example="1888"
    )
    source_volume: str = setting(_SOURCE, "Volume.", key="volume", form=forms.NUMBER, example="4")
    source_issue: str = setting(_SOURCE, "Issue.", key="issue", form=forms.NUMBER, example="7")
    source_pages: str = setting(
        _SOURCE, "Pages: one, or first and last.", key="pages", form=forms.NUMBER, example="12-15"
    )
    source_address: str = setting(
        _SOURCE,
        "Address of the source on the web.",
        key="address",
        form=forms.ADDRESS,
        example="https://example.org/mill",
    )
    source_archive: str = setting(
        _SOURCE, "Archive or library of a manuscript.", key="archive", example="Record Office"
    )
    source_shelfmark: str = setting(
        _SOURCE, "Shelfmark of a manuscript.", key="shelfmark", example="Add 45"
    )
    country: str = setting(_MANUSCRIPT, "Country of the archive.", example="England")
    settlement: str = setting(_MANUSCRIPT, "Town of the archive.", example="Bristol")
    institution: str = setting(
        _MANUSCRIPT, "Institution to which the archive belongs.", example="City of Bristol"
    )
    repository: str = setting(
        _MANUSCRIPT, "The archive; the same as archive of [source].", example="Record Office"
    )
    collection: str = setting(_MANUSCRIPT, "Collection in the archive.", example="Mill Papers")
    shelfmark: str = setting(
        _MANUSCRIPT, "Shelfmark; the same as shelfmark of [source].", example="Add 45"
    )
    leaves: str = setting(
        _MANUSCRIPT, "Leaves with the text.", form=forms.NUMBER, example="ff. 10-12"
    )
    summary: str = setting(
        _MANUSCRIPT, "Contents of the manuscript.", example="Letters on the mill"
    )
    material: str = setting(_MANUSCRIPT, "Material.", example="paper")
    extent: str = setting(_MANUSCRIPT, "Number and size of leaves.", example="4 leaves, 20 x 12 cm")
    condition: str = setting(_MANUSCRIPT, "Condition.", example="The last leaf is torn.")
    hand: str = setting(_MANUSCRIPT, "Hand or hands.", example="One hand, brown ink.")
    origin: str = setting(_MANUSCRIPT, "Origin of the manuscript.", example="Bristol, 1850")
    provenance: str = setting(_MANUSCRIPT, "Earlier owners.", example="Dale family, until 1920")
    series_title: str = setting(
        _SERIES, "Title of the series.", key="title", example="Mill Letters"
    )
    series_number: str = setting(
        _SERIES, "Number of the text in the series.", key="number", form=forms.NUMBER, example="3"
    )


@cache
def text_settings() -> tuple[Setting, ...]:
    """Return the settings of a text, in the order of their declaration."""
    return settings_of(TextSettings)


def override_settings(near: TextSettings, far: TextSettings) -> TextSettings:
    """Return the settings of both; where both set a field, ``near`` wins."""
    names = [declared.attribute for declared in text_settings()]
    return replace(far, **{name: value for name in names if (value := getattr(near, name))})


def fields_of(settings: TextSettings) -> tuple[Field, ...]:
    """Return the header fields of a text that its settings set, one for each name.

    The key of a field from a table is ``source.title``.
    """
    return tuple(
        field
        for declared in text_settings()
        for field in _fields(declared, getattr(settings, declared.attribute))
    )


def _fields(declared: Setting, value: Any) -> Iterator[Field]:
    table = declared.table
    key = f"{table}.{declared.key}" if table else declared.attribute
    nowhere = Span(0, 0)
    if isinstance(value, tuple):
        yield from (Field(key, "", each.name, nowhere, ref=each.ref) for each in value)
    elif value and declared.form is forms.DATE:
        attributes = tuple(forms.parse_date(value).items())
        dated = Annotation(Span(0, len(value)), "date", attributes, origin="settings")
        yield Field(key, "", value, nowhere, (dated,))
    elif value:
        yield Field(key, "", value, nowhere)
