"""Recognise persons, places and organisations by authority lists, rules and a small tagger.

How to add a language:

1. Write ``toolkit/languages/CODE/names.toml``: titles, particles, nouns of places and
   organisations. ``toolkit/languages/names.py`` explains each key; every key may be left out.
   Rules and gazetteer then apply; without the file a text has names of the authority lists only.
2. If there are texts in which names are marked, train a model:
   ``python -m toolkit.annotation.names.training.train_tagger FOLDER CODE``
   (see docs/models/names.md). A language without a model of its own has the rules alone.
3. Add sentences of that language to ``tests/unit/annotation/test_names_languages.py``.

A title before a name is a ``roleName`` inside its ``persName``.
"""

from toolkit.annotation.names.recognise import AFTER, find_names
from toolkit.annotation.protocol import Annotator, annotations_of

names = Annotator("names", annotations_of(find_names), after=AFTER)

__all__ = ["find_names", "names"]
