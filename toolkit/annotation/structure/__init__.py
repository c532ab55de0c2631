"""Structure: what the blocks of a text are, from title page to trailer (DS, the text structure).

``find.py`` cuts a file into documents and each of these into its parts; every other module knows
one kind of part: headings and their levels, letters, diaries, speeches, verse, lists, tables,
pages. What is doubtful is a plain paragraph.
"""

from toolkit.annotation.protocol import Annotator, annotations_of
from toolkit.annotation.structure.annotator import find_structure

structure = Annotator("structure", annotations_of(find_structure), after=("notes",))

__all__ = ["find_structure", "structure"]
