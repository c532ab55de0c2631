"""Load a grammar from a schema file."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from toolkit.exceptions import SchemaError
from toolkit.rng import pattern as p
from toolkit.rng.compile import Compiler, Scope
from toolkit.rng.grammar import Grammar
from toolkit.rng.restrictions import check_contents, check_start, elements_in
from toolkit.rng.schema_xml import Fetch, Node, read_file, read_schema
from toolkit.rng.syntax import check_node


def load(
    source: str | Path | bytes, *, name: str = "", check: bool = True, fetch: Fetch = read_file
) -> Grammar:
    """Load a RELAX NG schema in XML syntax from a path or bytes.

    - ``name``: the address of bytes, which relative references start from.
    - ``check``: look at every definition now, as the standard asks; otherwise each definition is
      looked at when a document first needs it, which loads a schema known to be good sooner.
    - ``fetch``: gives the bytes of schemas that are included or referred to.

    SchemaError, with the place, if the schema is faulty.
    """
    data = source if isinstance(source, bytes) else None
    address = name if data is not None else str(source)
    try:
        return _load(read_schema(address, fetch, data=data), fetch, check=check)
    except RecursionError as error:
        raise SchemaError(f"{address}: the schema is nested too deeply") from error


def _load(root: Node, fetch: Fetch, *, check: bool) -> Grammar:
    compiler = Compiler(fetch)
    check_node(root)
    if root.name == "grammar":
        scope: Scope | None = compiler.grammar(root, None)
        start = compiler.definition(None, scope, root) if scope else p.not_allowed
    else:
        start = compiler.compile(root, None)
    if check:
        check_everything(compiler, start, root)

    @cache
    def by_name() -> dict[str, list[p.Element]]:
        named = compiler.named_elements()
        for element in _start_elements(start):
            named.setdefault(getattr(element.names, "name", ""), [element])
        return named

    return Grammar(
        start,
        elements=lambda name: by_name().get(name, ()),
        names=by_name,
        name=Path(root.inherited.file).name,
    )


def _start_elements(start: p.Pattern) -> tuple[p.Element, ...]:
    members = start.members if isinstance(start, p.Choice) else (start,)
    return tuple(member for member in members if isinstance(member, p.Element))


def check_everything(compiler: Compiler, start: p.Pattern, root: Node) -> None:
    """Compile every definition and check the restrictions of section 7 on the reachable ones."""
    check_start(start, root.fail)
    reached: dict[p.Element, None] = {}
    waiting = list(elements_in(start))
    while waiting:
        element = waiting.pop()
        if element not in reached:
            reached[element] = None
            waiting.extend(elements_in(element.pattern))
    check_contents((element.pattern, _make_reporter(element, root)) for element in reached)
    compiler.reached = False
    for scope, name, node in tuple(compiler.definitions()):
        for inner in elements_in(compiler.definition(name, scope, node)):
            _ = inner.pattern


def _make_reporter(element: p.Element, root: Node) -> Callable[[str], None]:
    return element.place.fail if isinstance(element.place, Node) else root.fail
