"""``tei odd``: compile customisations, import a release of TEI, compare two schemas."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from toolkit.cli.console import is_bad, show_findings
from toolkit.cli.options import as_json, fail_on
from toolkit.cli.options import force as force_option
from toolkit.odd.rng_patterns import Grammar
from toolkit.odd.schema import Schema

FORMATS = ("rng", "sch", "json", "html")


@click.group(name="odd")
def command() -> None:
    """Customisations of TEI: from an ODD to schema, rules and documentation."""


@command.command(name="compile")
@click.argument("odd", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The product."
)
@click.option(
    "--to",
    "product",
    type=click.Choice(FORMATS),
    help="RELAX NG, Schematron, JSON or HTML documentation; by default from the name of the file.",
)
@click.option(
    "--schema", default="", metavar="IDENT", help="Which schemaSpec, if there are several."
)
@click.option(
    "--source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The base of the ODD, in place of its @source.",
)
@click.option("--no-schematron", is_flag=True, help="Leave the rules out of a RELAX NG schema.")
@force_option
@fail_on
def compile_(
    *,
    odd: Path,
    output: Path | None,
    product: str | None,
    schema: str,
    source: Path | None,
    no_schematron: bool,
    force: bool,
    fail_on: str,
) -> None:
    """Compile the customisation ODD; without -o the result goes to standard output."""
    from toolkit.odd.spec_locations import compile_odd

    suffix = output.suffix.lstrip(".").lower() if output else ""
    chosen = product or (suffix if suffix in FORMATS else "rng")
    combined, findings = compile_odd(odd, schema=schema, source=source)
    data = _maker(chosen, odd, rules=not no_schematron)(combined)
    _write(data, output, [odd, *filter(None, [source])], force=force)
    show_findings(findings)
    sys.exit(int(is_bad(findings, fail_on=fail_on)))


@command.command(name="import")
@click.argument("p5subset", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The product."
)
@click.option(
    "--amend",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An ODD with the differences of the release from P5SUBSET.",
)
@force_option
def import_(*, p5subset: Path, output: Path | None, amend: Path | None, force: bool) -> None:
    """Make schema data from P5SUBSET, the source of a release of TEI P5 (p5subset.xml).

    The data hold no prose of the Guidelines. They can be the @source of an ODD.
    """
    from toolkit.odd.import_p5 import import_release

    _write(import_release(p5subset, amend=amend).encode(), output, [p5subset], force=force)


@command.command(name="compare")
@click.argument("first", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("second", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
def compare_(first: Path, second: Path, *, as_json: bool) -> None:
    """Compare two schemas: attributes, values and content that only one of them allows.

    The two are RELAX NG schemas or ODDs. The exit code is 1 if they differ.
    """
    from toolkit.odd.compare_schemas import compare

    differences = compare(_grammar(first), _grammar(second))
    if as_json:
        rows = [{"element": d.element, "kind": d.kind, "detail": d.detail} for d in differences]
        click.echo(json.dumps({"format": 1, "differences": rows}, ensure_ascii=False))
    else:
        for difference in differences:
            click.echo(str(difference))
    sys.exit(int(bool(differences)))


def _grammar(path: Path) -> Grammar:
    if path.suffix == ".rng":
        from toolkit.odd.read_rng import read_grammar

        return read_grammar(path)
    from toolkit.odd.spec_locations import compile_odd
    from toolkit.odd.to_grammar import grammar_of

    return grammar_of(compile_odd(path)[0])


def _maker(product: str, odd: Path, *, rules: bool) -> Callable[[Schema], bytes]:
    """Return the function that makes the product of this name."""
    if product == "sch":
        from toolkit.odd.to_schematron import write_schematron

        return write_schematron
    if product == "json":
        from toolkit.odd.to_json import write_json

        return write_json
    if product == "html":
        from toolkit.odd.to_docs import documentation

        return lambda schema: documentation(schema, odd)
    from toolkit.odd.to_rng import write_rng, write_rng_with_rules

    return write_rng_with_rules if rules else write_rng


def _write(data: bytes, output: Path | None, inputs: Iterable[Path], *, force: bool) -> None:
    """Write a product to a file, never over an input, or to standard output."""
    if output is None:
        sys.stdout.buffer.write(data)
        return
    from toolkit.publishing.local_output import write_output

    write_output(output, data, force=force, inputs=inputs)
