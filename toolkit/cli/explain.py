"""``tei explain``: explain an element, an attribute, a class or a finding code."""

import re
from typing import Final

import click

from toolkit.exceptions import SchemaError
from toolkit.findings import codes

_CODE: Final = re.compile(r"[A-Za-z]{3}[0-9]{3}")

_HEAD = """# Findings

What the toolkit finds wrong with an edition, or worth knowing about it. Each finding has a code;
`tei explain CODE` explains it. This page is made by `tei explain --codes`.
"""


@click.command("explain")
@click.argument("name", default="")
@click.option("--settings", is_flag=True, help="All settings of edition.toml, as a page.")
@click.option("--text-settings", is_flag=True, help="All settings of a text, as a page.")
@click.option("--codes", "all_codes", is_flag=True, help="All finding codes, as a page.")
@click.option(
    "--schema", default="tei_all", show_default=True, metavar="NAME", help="tei_all or edition."
)
def command(
    *, name: str, schema: str, all_codes: bool, settings: bool, text_settings: bool
) -> None:
    """Explain NAME: an element, @attribute, class or datatype of TEI, or a finding code."""
    if all_codes:
        click.echo(codes_page(), nl=False)
        return
    if settings or text_settings:
        from toolkit.publishing.settings_page import settings_page, text_settings_page

        click.echo(settings_page() if settings else text_settings_page(), nl=False)
        return
    if not name:
        raise click.UsageError(
            "name what is to be explained, or use --codes, --settings or --text-settings"
        )
    known = codes().get(name.upper()) if _CODE.fullmatch(name) else None
    if known is not None:
        click.echo(f"{known.code} ({known.severity.value})\n\n{known.explanation}")
        return
    from toolkit.odd.lookup import explain, find_similar, format_explanation
    from toolkit.odd.standard_schemas import builtin_schema

    chosen = builtin_schema(schema)
    base = None if schema == "tei_all" else builtin_schema("tei_all")
    found = explain(name, chosen, base=base)
    if not found:
        near = ", ".join(find_similar(name, chosen))
        hint = f"; did you mean {near}?" if near else ""
        raise SchemaError(f'nothing is called "{name}"{hint}')
    click.echo("\n\n".join(format_explanation(explanation) for explanation in found))


def codes_page() -> str:
    """Format all finding codes as a page of documentation: ``docs/findings.md``."""
    entries = [
        f"## {known.code}\n\n*{known.severity.value}*\n\n{known.explanation.replace('``', '`')}\n"
        for known in codes().values()
    ]
    return "\n".join([_HEAD, *entries])
