"""Profiles: what a file needs for a contribution to a corpus (``tei corpus check``).

They are checks of the text as a contribution; making the files is the business of publishing.

How to add a profile:

1. Write a module here, ``mycorpus.py``: a code for each requirement (``PRF`` and three digits,
   the next free hundred), whose explanation says what is asked and where the convention says so.
2. Write the rules: ``needs``, ``missing_parts``, ``forbids`` and ``only`` of ``profile.py`` for
   what is a matter of presence, a function from ``Text`` to findings for the rest. Every finding
   has a hint that says what to write, and where.
3. Put them together: ``PROFILE = Profile("mycorpus", title, source, rules=(...))``, and enter
   the module in ``MODULES`` below.
4. Test it: each code fires on a small faulty file, and a file of the corpus itself is clean.
   Describe it in ``docs/corpora.md``.
"""

from typing import Final

MODULES: Final = {
    "eltec-1": "eltec",
    "dtabf": "dtabf",
    "dracor": "dracor",
    "cmif": "cmif",
    "simplePrint": "simple_print",
}
"""The profiles by name, and the module of each in this package."""
