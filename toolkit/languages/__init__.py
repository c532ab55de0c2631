"""What each language contributes: one folder of data a language, read by one loader.

A folder ``languages/<code>/`` (BCP 47, ``nl``) holds ``language.toml`` (name, script, traits,
function words) and one file for each topic: ``metadata.toml``, ``structure.toml``, ``dates.toml``,
``names.toml``, ``errors.toml``, ``words.toml``. The keys of a file are the fields of a dataclass
(``toolkit.languages.language.Traits`` for ``language.toml``), declared with ``key()``: a
description, an example that runs as a test, and the cost of leaving the key out.

A language without a file for a topic has an empty value of it. Nothing falls back to English.
"""

from toolkit.languages.language import (
    COMMON,
    Language,
    Traits,
    all_languages,
    available_languages,
    find_language,
    use_folder,
    use_topic,
)
from toolkit.languages.schema import Example, Key, key, keys_of

__all__ = [
    "COMMON",
    "Example",
    "Key",
    "Language",
    "Traits",
    "all_languages",
    "available_languages",
    "find_language",
    "key",
    "keys_of",
    "use_folder",
    "use_topic",
]
