"""To RELAX NG: a grammar written in the XML syntax, always the same bytes for the same schema."""

from xml.sax.saxutils import escape, quoteattr

from toolkit.namespaces import RELAXNG, RELAXNG_ANNOTATIONS, XSD_TYPES
from toolkit.odd.rng_patterns import Grammar, Pattern
from toolkit.odd.schema import Schema
from toolkit.odd.specs import Release
from toolkit.odd.to_grammar import grammar_of


def rng(schema: Schema) -> bytes:
    """The schema in RELAX NG's XML syntax, UTF-8, one definition after the other."""
    return write(grammar_of(schema), _note(schema.ident, schema.release))


def write(grammar: Grammar, note: str = "") -> bytes:
    """A grammar in RELAX NG's XML syntax, one definition a line, so that versions can be compared.

    ``note`` stands in a comment at its head.
    """
    definitions = grammar.definitions.items()
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        *([f"<!-- {note.replace('--', '- -')} -->"] if note else []),
        f'<grammar xmlns="{RELAXNG}" xmlns:a="{RELAXNG_ANNOTATIONS}"',
        f'    datatypeLibrary="{XSD_TYPES}" ns={quoteattr(grammar.namespace)}>',
        f"<start>{_written(grammar.start)}</start>",
        *(
            f"<define name={quoteattr(name)}>{_written(body)}</define>"
            for name, body in definitions
        ),
        "</grammar>\n",
    ]
    return "\n".join(lines).encode()


def _note(ident: str, release: Release) -> str:
    version = f" version {release.version}" if release.version else ""
    base = f", based on {release.title}{version}" if release.title else ""
    return f"RELAX NG schema of the TEI customisation {ident}{base}"


def _written(pattern: Pattern) -> str:
    start = pattern.tag + "".join(f" {name}={quoteattr(text)}" for name, text in pattern.attributes)
    inside = "".join(map(_written, pattern.items)) if pattern.items else escape(pattern.text)
    return f"<{start}>{inside}</{pattern.tag}>" if inside else f"<{start}/>"
