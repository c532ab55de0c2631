"""The structure of a text, from its title page to its trailer (DS, the text structure).

``annotator`` cuts a file into documents and each of these into its parts; every other module
knows one kind of part: headings and their levels, letters, diaries, speeches, verse, lists,
tables, pages. ``wording`` holds the words of the language, from ``structure.toml``. A doubtful
block is a plain paragraph.
"""

from toolkit.annotation.protocol import Annotator, annotations_of
from toolkit.annotation.structure.annotator import find_structure

structure = Annotator("structure", annotations_of(find_structure), after=("notes", "conventions"))

__all__ = ["find_structure", "structure"]
