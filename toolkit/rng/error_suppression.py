"""Marks: what was found wrong inside each open element, so that one mistake makes one finding."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.rng.automaton import State

_MOST_PER_TAG: Final = 10
"""So many attributes of one tag are reported as not allowed; the rest would say the same."""


@dataclass(slots=True)
class Mark:
    """What was found wrong inside one open element.

    - ``quiet``: its own place is wrong, so its direct contents are not reported;
    - ``reported``: the mistakes that need no repetition;
    - ``missing``: elements reported as missing, which may turn up later;
    - ``at``: a state in which something unexpected stood, perhaps for what was required;
    - ``attributes``: how many attributes of its tag were reported.
    """

    quiet: bool = False
    reported: set[tuple[str, str]] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    at: State | None = None
    attributes: int = 0


class Marks:
    """The marks of one document; ``frames`` are its open elements, the innermost last.

    ``by_depth`` is open to the reader of the document, which drops the mark of what is closed.
    """

    def __init__(self, frames: Sequence[Any]) -> None:
        self._frames = frames
        self.by_depth: dict[int, Mark] = {}

    def known(self) -> Mark | None:
        """The mark of the innermost open element, if something is known of it."""
        return self.by_depth.get(len(self._frames))

    def innermost(self) -> Mark:
        """The mark of the innermost open element, made when it is first asked for."""
        return self.by_depth.setdefault(len(self._frames), Mark())

    def quieten_next(self) -> None:
        """The element that opens next is in a wrong place: its contents are not reported."""
        self.by_depth[len(self._frames) + 1] = Mark(quiet=True)

    def first_time(self, kind: str, name: str = "") -> bool:
        """Whether a mistake in the innermost open element is to be reported."""
        mark = self.innermost()
        if mark.quiet or (kind, name) in mark.reported:
            return False
        mark.reported.add((kind, name))
        return True

    def counts_as_attribute(self) -> bool:
        """Whether a wrong attribute of this tag is to be reported: not if many were already."""
        mark = self.innermost()
        if mark.quiet or mark.attributes >= _MOST_PER_TAG:
            return False
        mark.attributes += 1
        return True
