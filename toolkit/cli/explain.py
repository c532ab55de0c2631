"""``tei explain``: what an element, an attribute, a class or a finding code means."""

import importlib
import pkgutil

import click

import toolkit
from toolkit.exceptions import SchemaError
from toolkit.findings import Code, codes

_HEAD = """# Findings

What the toolkit finds wrong with an edition, or worth knowing about it. Each finding has a code;
`tei explain CODE` says what it means. This page is made by `tei explain --codes`.
"""


@click.command("explain")
@click.argument("name", default="")
@click.option("--codes", "all_codes", is_flag=True, help="All finding codes, as a page.")
@click.option(
    "--schema", default="tei_all", show_default=True, metavar="NAME", help="tei_all or edition."
)
def command(*, name: str, schema: str, all_codes: bool) -> None:
    """Say what NAME means: an element, @attribute, class or datatype of TEI, or a finding code."""
    if all_codes:
        click.echo(codes_page(), nl=False)
        return
    if not name:
        raise click.UsageError("name what is to be explained, or use --codes")
    known = _code(name.upper())
    if known is not None:
        click.echo(f"{known.code} ({known.severity.value})\n\n{known.explanation}")
        return
    from toolkit.odd.lookup import as_text, explain, similar
    from toolkit.odd.standard_schemas import builtin_schema

    chosen = builtin_schema(schema)
    base = None if schema == "tei_all" else builtin_schema("tei_all")
    found = explain(name, chosen, base=base)
    if not found:
        near = ", ".join(similar(name, chosen))
        hint = f"; did you mean {near}?" if near else ""
        raise SchemaError(f'nothing is called "{name}"{hint}')
    click.echo("\n\n".join(as_text(explanation) for explanation in found))


def codes_page() -> str:
    """All finding codes as a page of documentation: ``docs/findings.md``."""
    _import_all()
    entries = [
        f"## {known.code}\n\n*{known.severity.value}*\n\n{known.explanation.replace('``', '`')}\n"
        for known in codes().values()
    ]
    return "\n".join([_HEAD, *entries])


def _code(name: str) -> Code | None:
    """The finding code of that name, wherever in the toolkit it is made."""
    if len(name) == 6 and name[:3].isalpha() and name[3:].isdigit():
        _import_all()
    return codes().get(name)


def _import_all() -> None:
    """Import every module, since a code is known when the module that makes it is."""
    for module in pkgutil.walk_packages(toolkit.__path__, "toolkit."):
        if module.name != "toolkit.__main__" and ".training" not in module.name:
            importlib.import_module(module.name)
