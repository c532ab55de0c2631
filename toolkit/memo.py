"""Memoisation of functions of a value, for as long as the value lives.

Values are frozen and hold no caches. What is costly to compute from one (the line starts of a
document, the parsed tree of a text) is a function whose results are remembered here.
"""

import weakref
from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

Value = TypeVar("Value")
Options = ParamSpec("Options")
Result = TypeVar("Result")


def remember(
    function: Callable[Concatenate[Value, Options], Result], /
) -> Callable[Concatenate[Value, Options], Result]:
    """Compute a function once for each value, told apart by identity, and hashable options.

    The value must allow weak references (``weakref_slot=True``); its results go when it goes.
    """
    known: dict[int, tuple[weakref.ref[Value], dict[object, Result]]] = {}

    def remembered(value: Value, /, *args: Options.args, **kwargs: Options.kwargs) -> Result:
        entry = known.get(id(value))
        if entry is None:
            identity = id(value)
            entry = (weakref.ref(value, lambda _: known.pop(identity, None)), {})
            entry = known.setdefault(identity, entry)
        options = (args, tuple(sorted(kwargs.items())))
        if options not in entry[1]:
            entry[1][options] = function(value, *args, **kwargs)
        return entry[1][options]

    return update_wrapper(remembered, function)
