"""Days alone: whether a line is the date of a day and nothing else, as in a diary."""

import re

from toolkit.annotation.dates.annotator import find_mentions
from toolkit.annotation.dates.conventions import Conventions
from toolkit.annotation.dates.vocabulary import load_vocabulary
from toolkit.text import Span


def is_day(words: str, tag: str) -> bool:
    """Whether words name a day, perhaps with its weekday; ``tag`` is the language (BCP 47)."""
    known = load_vocabulary(tag)
    found = find_mentions(words, Span(0, len(words)), known, Conventions())
    if len(found) != 1 or found[0].start.day is None:
        return False
    rest = words[: found[0].span.start] + " " + words[found[0].span.end :]
    others = re.findall(r"\w+", rest)
    return all(known.words[word].kind in "Wt" for word in others if word in known.words) and all(
        word in known.words for word in others
    )
