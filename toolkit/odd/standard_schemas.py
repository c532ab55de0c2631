"""The built-in schemas as specifications and as patterns: all of TEI P5, and our own.

Their RELAX NG and Schematron lie ready in ``toolkit.odd.bundled_schemas``, which loads much faster.
"""

from functools import cache

from toolkit.exceptions import SchemaError
from toolkit.odd.bundled_schemas import EDITION, TEI_ALL, builtin_rng, edition_odd
from toolkit.odd.combine import combine
from toolkit.odd.customisation import Customisation, ModuleRef
from toolkit.odd.p5 import p5
from toolkit.odd.rng_patterns import Grammar
from toolkit.odd.schema import Schema
from toolkit.odd.spec_locations import compile_odd
from toolkit.odd.specs import Source
from toolkit.odd.to_grammar import grammar_of

__all__ = ["builtin_grammar", "builtin_rng", "builtin_schema", "select_everything"]


def select_everything(source: Source, ident: str) -> Schema:
    """Make the schema of all modules of a source, starting with TEI or teiCorpus."""
    items = tuple(ModuleRef(key) for key in source.modules)
    schema, _ = combine(Customisation(ident, items), lambda *_: source)
    return schema


@cache
def builtin_schema(name: str = TEI_ALL) -> Schema:
    """Return the specifications of a built-in schema. SchemaError if the name is unknown."""
    if name == TEI_ALL:
        return select_everything(p5(), TEI_ALL)
    if name == EDITION:
        return compile_odd(edition_odd())[0]
    raise SchemaError(f"no built-in schema {name}; there are: {TEI_ALL}, {EDITION}")


@cache
def builtin_grammar(name: str = TEI_ALL) -> Grammar:
    """Return a built-in schema as RELAX NG patterns. SchemaError if the name is unknown."""
    return grammar_of(builtin_schema(name))
