"""Suppress consequential errors: one mistake in an open element gives one finding."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.rng.automaton import State

_MOST_PER_TAG: Final = 10
"""The maximum number of attributes of one tag that are reported as not allowed."""


@dataclass(slots=True)
class Mark:
    """The mistakes reported inside one open element.

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
        """The mark of the innermost open element, if it has one."""
        return self.by_depth.get(len(self._frames))

    def innermost(self) -> Mark:
        """Return the mark of the innermost open element, created on first use."""
        return self.by_depth.setdefault(len(self._frames), Mark())

    def quieten_next(self) -> None:
        """Suppress findings in the next element, which is misplaced."""
        self.by_depth[len(self._frames) + 1] = Mark(quiet=True)

    def first_time(self, kind: str, name: str = "") -> bool:
        """Whether a mistake in the innermost open element has not been reported yet."""
        mark = self.innermost()
        if mark.quiet or (kind, name) in mark.reported:
            return False
        mark.reported.add((kind, name))
        return True

    def counts_as_attribute(self) -> bool:
        """Whether a wrong attribute of this tag is reported; false beyond the maximum."""
        mark = self.innermost()
        if mark.quiet or mark.attributes >= _MOST_PER_TAG:
            return False
        mark.attributes += 1
        return True
