"""``tei explain``: what an element, an attribute, a class or a finding code means."""

import importlib
import pkgutil

import click

import toolkit
from toolkit.errors import SchemaError
from toolkit.findings import Code, codes

GUIDE = "`tei check` shows where it was found; `--format json` gives it to programs."


@click.command("explain")
@click.argument("name")
@click.option(
    "--schema", default="tei_all", show_default=True, metavar="NAME", help="tei_all or edition."
)
def command(*, name: str, schema: str) -> None:
    """Say what NAME means: an element, @attribute, class or datatype of TEI, or a finding code."""
    known = _code(name.upper())
    if known is not None:
        click.echo(f"{known.code} ({known.severity.value})\n\n{known.explanation}")
        return
    from toolkit.odd.explain import as_text, explain, similar
    from toolkit.odd.schemas import builtin_schema

    chosen = builtin_schema(schema)
    base = None if schema == "tei_all" else builtin_schema("tei_all")
    found = explain(name, chosen, base=base)
    if not found:
        near = ", ".join(similar(name, chosen))
        hint = f"; did you mean {near}?" if near else ""
        raise SchemaError(f'nothing is called "{name}"{hint}')
    click.echo("\n\n".join(as_text(explanation) for explanation in found))


def _code(name: str) -> Code | None:
    """The finding code of that name, wherever in the toolkit it is made."""
    if len(name) == 6 and name[:3].isalpha() and name[3:].isdigit():
        for module in pkgutil.walk_packages(toolkit.__path__, "toolkit."):
            if module.name != "toolkit.__main__":
                importlib.import_module(module.name)
    return codes().get(name)
