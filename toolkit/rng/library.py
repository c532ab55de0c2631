"""Look up datatypes by library, name and parameters."""

from functools import cache

from toolkit.namespaces import XSD_TYPES
from toolkit.rng.datatypes import Datatype, DatatypeError
from toolkit.rng.facets import make_facet
from toolkit.rng.xsd import PLAIN, builtin_kinds


@cache
def datatype(library: str, name: str, params: tuple[tuple[str, str], ...] = ()) -> Datatype:
    """Return a datatype by the URI of its library and its name. DatatypeError if unknown."""
    if library == "":
        kind = PLAIN.get(name)
        if kind is None:
            raise DatatypeError(
                f'no datatype "{name}" without a datatype library; there are string and token'
            )
        if params:
            raise DatatypeError(f'"{name}" of the built-in library takes no parameters')
        return Datatype(kind)
    if library.removesuffix("/") not in (XSD_TYPES, XSD_TYPES + "#"):
        raise DatatypeError(f'unknown datatype library "{library}"')
    kind = builtin_kinds().get(name)
    if kind is None:
        raise DatatypeError(f'XML Schema has no datatype "{name}"')
    return Datatype(kind, params, tuple(make_facet(kind, key, value) for key, value in params))
