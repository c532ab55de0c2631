"""Write the page of documentation that explains every key of language data."""

from typing import Any, Final

from toolkit.languages.language import file_of
from toolkit.languages.loading import hints_of
from toolkit.languages.schema import Example, Key, keys_of
from toolkit.languages.topics import load_topics

_HEAD: Final = """# Keys of language data

The files in the folder of a language, and the keys of each. All keys may be left out, except those
that say so. How a language is added: [languages](../languages.md). This page is made by
`tei languages --keys`.
"""

_TYPES: Final = (
    ("Mapping", "table"),
    ("tuple", "list"),
    ("frozenset", "list"),
    ("bool", "true or false"),
    ("int", "number"),
    ("float", "number"),
    ("str", "string"),
)


def keys_page() -> str:
    """Write the page ``docs/reference/language-keys.md``."""
    return "\n".join([_HEAD, *(_topic(topic) for topic in load_topics().values())])


def _topic(topic: type[Any]) -> str:
    about = " ".join((topic.__doc__ or "").partition("\n\n")[0].partition(": ")[2].split())
    head = f"## {file_of(topic)}\n\n{about[:1].upper()}{about[1:]}\n\n"
    hints = hints_of(topic)
    return head + "".join(_key(key, hints[key.name]) for key in keys_of(topic))


def _key(key: Key, hint: Any) -> str:
    kind = "required" if key.required else _type(hint)
    lines = [f"### {key.name}", "", f"{key.meaning} ({kind})"]
    if key.cost:
        lines += ["", f"Without it: {key.cost}."]
    if key.example:
        lines += ["", *_example(key.example)]
    return "\n".join(lines) + "\n\n"


def _type(hint: Any) -> str:
    name = getattr(hint, "__name__", str(hint))
    return next((words for start, words in _TYPES if start in (name, str(hint))), "table")


def _example(example: Example) -> list[str]:
    verb = "prevents" if example.prevents else "makes"
    text = "\n".join(f"    {line}".rstrip() for line in example.text.rstrip("\n").split("\n"))
    return [f"In `{example.language}` it {verb} `{example.element}` in:", "", text]
