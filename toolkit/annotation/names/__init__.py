"""Names: persons, places and organisations, by authority lists, rules and a small tagger.

How to add a language:

1. Write ``languages/CODE.toml`` after the pattern of ``languages/en.toml``: titles, particles,
   nouns of places and organisations. Rules, authority lists and gazetteer then work.
2. If there are texts in which names are marked, train a model:
   ``python -m toolkit.annotation.names.training.train_tagger FOLDER CODE``
   (see docs/models/names.md).
3. Add sentences of that language to ``tests/unit/annotation/test_names_languages.py``.

A title before a name is a ``roleName`` inside its ``persName``.
"""

from toolkit.annotation.names.recognise import AFTER, find_names
from toolkit.annotation.protocol import Annotator

names = Annotator("names", find_names, after=AFTER)

__all__ = ["find_names", "names"]
