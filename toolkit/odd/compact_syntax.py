"""Write content models and datatypes on one line, similar to RELAX NG's compact syntax.

``,`` is one after the other, ``|`` either, ``&`` in any order, ``?`` at most once, ``*`` any
number of times, ``+`` at least once, ``{2,4}`` two to four times.
"""

from toolkit.odd.specs import AttDef, DataRef, Part, Particle

_SEPARATORS = {Part.SEQUENCE: ", ", Part.ALTERNATE: " | ", Part.INTERLEAVE: " & "}
_MARKS = {(0, 1): "?", (0, None): "*", (1, None): "+", (1, 1): ""}


def format_content(particle: Particle | None) -> str:
    """Write a content model on one line; ``empty`` if there is none."""
    text = _format_particle(particle) if particle else "empty"
    return text.removeprefix("(").removesuffix(")") if _is_bracketed(text) else text


def format_values(attribute: AttDef) -> str:
    """Write the values of an attribute, or the name of its datatype."""
    listed = attribute.values
    if listed and listed.items and listed.type in ("closed", "semi"):
        words = [f'"{name}"' for name in listed.names]
        words += [_format_one(attribute)] if listed.type == "semi" else []
        mark = _format_occurrence(attribute)
        return f"({' | '.join(words)}){mark}" if mark else " | ".join(words)
    advice = ", ".join(f'"{name}"' for name in listed.names) if listed else ""
    return (
        f"{_format_datatype(attribute)}, such as {advice}"
        if advice
        else _format_datatype(attribute)
    )


def _format_datatype(attribute: AttDef) -> str:
    return _format_one(attribute) + _format_occurrence(attribute)


def _format_one(attribute: AttDef) -> str:
    return _format_particle(attribute.datatype.content) if attribute.datatype else "text"


def _format_occurrence(attribute: AttDef) -> str:
    datatype = attribute.datatype
    return _occurrence_mark(datatype.minimum, datatype.maximum) if datatype else ""


def _format_particle(particle: Particle) -> str:
    mark = _occurrence_mark(particle.minimum, particle.maximum)
    if particle.part in _SEPARATORS:
        inside = [_format_particle(item) for item in particle.items]
        if len(inside) == 1 and not mark:
            return inside[0]
        return f"({_SEPARATORS[particle.part].join(inside)}){mark}"
    return _format_single(particle) + mark


def _format_single(particle: Particle) -> str:  # noqa: PLR0911 - one return for each kind of particle
    match particle.part:
        case Part.TEXT:
            return "text"
        case Part.EMPTY:
            return "empty"
        case Part.ANY:
            return "any element"
        case Part.DATA:
            return _format_data(particle.data or DataRef())
        case Part.VALUES:
            idents = particle.values.names if particle.values else ()
            return "(" + " | ".join(f'"{ident}"' for ident in idents) + ")"
        case Part.RELAXNG:
            return "RELAX NG"
        case _:
            return f"{particle.key}.{particle.expand}" if particle.expand else particle.key


def _format_data(data: DataRef) -> str:
    facets = "; ".join(f"{name} {value}" for name, value in data.facets)
    return (data.key or f"xsd:{data.name}") + (f" {{{facets}}}" if facets else "")


def _occurrence_mark(minimum: int, maximum: int | None) -> str:
    limit = "" if maximum is None else maximum
    return _MARKS.get((minimum, maximum), f"{{{minimum},{limit}}}")


def _is_bracketed(text: str) -> bool:
    """Whether the first bracket is closed by the last character."""
    if not text.startswith("("):
        return False
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return index == len(text) - 1
    return False
