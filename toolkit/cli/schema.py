"""``tei schema``: the schemas that ``tei check`` knows by name."""

from pathlib import Path

import click

from toolkit.validation import schema_registry


@click.group("schema")
def command() -> None:
    """List and add the schemas that tei check knows by name or by address."""


@command.command("list")
def list_() -> None:
    """List all schemas that have a name."""
    for schema in schema_registry.named_schemas():
        origin = schema.file or "comes with the toolkit"
        click.echo("\t".join((schema.name, origin, *schema.addresses)))


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", default="", help="Its name, in place of the name of the file.")
@click.option(
    "--address",
    "addresses",
    multiple=True,
    metavar="URL",
    help="An address that documents give for it (xml-model); may be given several times.",
)
@click.option("--force", is_flag=True, help="Replace another schema of this name.")
def add(*, file: Path, name: str, addresses: tuple[str, ...], force: bool) -> None:
    """Add FILE, a RELAX NG schema, after checking that it has no errors."""
    stored = schema_registry.add_schema(file, name=name, addresses=addresses, force=force)
    click.echo(f"{stored.name}\t{stored.file}")


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def which(*, file: Path) -> None:
    """Say which schema tei check takes for FILE, and why."""
    schema, why = schema_registry.choose_for(file)
    click.echo(f"{schema}\t{why}")
