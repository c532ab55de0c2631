"""One input file of a command."""

from dataclasses import dataclass

from toolkit import storage
from toolkit.edition import Edition
from toolkit.exceptions import SourceError
from toolkit.storage import Location, Url
from toolkit.text.xml_characters import NOT_XML
from toolkit.trees import read_bytes


@dataclass(frozen=True, slots=True)
class Input:
    """One input file: its location, its name in reports, and its edition.

    ``folder`` is the folder of its results, within that of all results. ``mark`` is the version tag
    of a store (ETag); a new tag means new content. ``data`` are its bytes, for a process
    that cannot read the path.
    """

    path: Location
    name: str
    edition: Edition
    data: bytes | None = None
    folder: str = ""
    mark: str = ""

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
