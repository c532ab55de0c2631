"""Write a grammar in RELAX NG's XML syntax; the output is deterministic."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from toolkit.namespaces import RELAXNG, RELAXNG_ANNOTATIONS, XSD_TYPES
from toolkit.odd.rng_patterns import Grammar, Pattern
from toolkit.odd.schema import Schema
from toolkit.odd.specs import Release
from toolkit.odd.to_grammar import grammar_of
from toolkit.odd.to_schematron import write_schematron
from toolkit.trees import parse_bytes


def write_rng(schema: Schema) -> bytes:
    """Write a schema in RELAX NG's XML syntax, UTF-8."""
    return write_grammar(grammar_of(schema), _note(schema.ident, schema.release))


def write_rng_with_rules(schema: Schema) -> bytes:
    """Write a schema in RELAX NG's XML syntax, with its Schematron rules embedded."""
    rules = parse_bytes(write_schematron(schema), schema.ident).getroot()
    parts = [
        etree.tostring(part, encoding="unicode", with_tail=False)
        for part in rules.iterchildren(tag=etree.Element)
        if etree.QName(part).localname != "title"
    ]
    return write_grammar(grammar_of(schema), _note(schema.ident, schema.release), parts)


def write_grammar(grammar: Grammar, note: str = "", annotations: Iterable[str] = ()) -> bytes:
    """Write a grammar in RELAX NG's XML syntax, one definition a line, for line-based diffs.

    ``note`` is a comment at its head; ``annotations`` are elements of other vocabularies, as XML.
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
        *annotations,
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
