"""Names: persons, places and organisations, by authority lists, rules and a small tagger.

How to add a language:

1. Write ``languages/CODE.toml`` after the pattern of ``languages/en.toml``: titles, particles,
   nouns of places and organisations. Rules, authority lists and gazetteer then work.
2. If there are texts in which names are marked, train a model:
   ``python -m toolkit.annotate.names.training.train FOLDER CODE`` (see docs/models/names.md).
3. Add sentences of that language to ``tests/unit/annotate/test_names_languages.py``.

A title before a name is a ``roleName`` inside its ``persName``.
"""

from toolkit.annotate.annotator import Annotator
from toolkit.annotate.names.find import AFTER, find_names

names = Annotator("names", find_names, after=AFTER)

__all__ = ["find_names", "names"]
