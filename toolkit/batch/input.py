"""One input file of a command."""

from dataclasses import dataclass

from toolkit import storage
from toolkit.edition import Edition
from toolkit.edition.text_settings import TextSettings
from toolkit.edition.text_settings_file import SUFFIX, parse_text_settings, read_if_there
from toolkit.exceptions import SourceError
from toolkit.storage import Location, Url
from toolkit.text.xml_characters import NOT_XML
from toolkit.trees import read_bytes


@dataclass(frozen=True, slots=True)
class Input:
    """One input file: its location, its name in reports, and its edition.

    ``folder`` is the folder of its results, within that of all results. ``mark`` is the version tag
    of a store (ETag); a new tag means new content. ``data`` are its bytes, for a process
    that cannot read the path. ``settings_mark`` and ``settings_data`` are the same of the
    ``NAME.toml`` beside a transcription; in a store, there is none without a mark.
    """

    path: Location
    name: str
    edition: Edition
    data: bytes | None = None
    folder: str = ""
    mark: str = ""
    settings_mark: str = ""
    settings_data: bytes | None = None

    def read(self) -> bytes:
        """Read the file. SourceError if that fails, or if its name is not valid Unicode.

        TEI files and reports name the file, so its name must be text that XML can hold.
        """
        if problem := _problem_of_name(str(self.path)):
            raise SourceError(f"{self.name}: the file name {problem}; rename the file")
        if self.data is not None:
            return self.data
        return storage.read(self.path) if isinstance(self.path, Url) else read_bytes(self.path)

    @property
    def settings_path(self) -> Location:
        """The path of the settings of a transcription, whether there is such a file or not."""
        if isinstance(self.path, Url):
            return self.path.parent / f"{self.path.stem}{SUFFIX}"
        return self.path.with_suffix(SUFFIX)

    def read_settings_file(self) -> bytes | None:
        """Read the ``NAME.toml`` beside a transcription; None if there is none."""
        path, known = self.settings_path, self.settings_data
        if isinstance(path, Url):
            return storage.read(path) if self.settings_mark and known is None else known
        return known if self.data is not None else read_if_there(path)

    def text_settings(self) -> TextSettings:
        """Return the settings of the text. SettingsError for what does not fit."""
        content = self.read_settings_file()
        return parse_text_settings(self.edition, self.path.stem, content, str(self.settings_path))

    @property
    def stem(self) -> str:
        """The name of its results without suffix, with their folder."""
        return f"{self.folder}/{self.path.stem}" if self.folder else self.path.stem


def _problem_of_name(name: str) -> str:
    """Return why a file name cannot be written into XML; empty if it can."""
    if any("\ud800" <= char <= "\udfff" for char in name):
        return "is not UTF-8"
    return "has a control character" if NOT_XML.search(name) else ""


def folder_of(name: str) -> str:
    """Return the folder in a name with slashes; empty if the name has no slash."""
    return name.rpartition("/")[0]
