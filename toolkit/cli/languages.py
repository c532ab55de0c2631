"""``tei languages``: what the data of each language cover, and what is missing in one."""

from collections.abc import Sequence
from pathlib import Path

import click

from toolkit.cli import options
from toolkit.languages import Language
from toolkit.languages.coverage import TopicCoverage


@click.command("languages")
@click.argument("language", required=False, metavar="[CODE|FOLDER]")
@click.option("--keys", is_flag=True, help="Explain every key of the files, as Markdown.")
@options.as_json
def command(*, language: str | None, keys: bool, as_json: bool) -> None:
    """List the languages, and how many keys of each topic they have.

    With the CODE of a language, list what it lacks and what that costs. With a FOLDER that has
    the folders of languages under work (FOLDER/nl/language.toml), check these and list both.
    """
    from toolkit.languages.keys_page import keys_page

    if keys:
        click.echo(keys_page(), nl=False)
    elif language and Path(language).is_dir():
        _show_folder(Path(language), as_json=as_json)
    elif language:
        _show_missing([_find(language)], as_json=as_json)
    else:
        _show_coverage(as_json=as_json)


def _show_coverage(*, as_json: bool) -> None:
    from toolkit.cli.table import show_table
    from toolkit.languages.coverage import coverage_of, covered_languages

    rows = [
        {"code": language.code, "name": language.traits.name}
        | {topic.topic: _share(topic) for topic in coverage_of(language)}
        for language in covered_languages()
    ]
    heads = [] if as_json else [{key: key for key in rows[0]}]
    show_table("languages", [*heads, *rows], as_json=as_json)


def _show_folder(folder: Path, *, as_json: bool) -> None:
    from toolkit.languages import find_language, use_folder
    from toolkit.languages.coverage import check_folder

    codes = check_folder(folder)
    with use_folder(folder):
        _show_missing([find_language(code) for code in codes], as_json=as_json)


def _show_missing(languages: Sequence[Language], *, as_json: bool) -> None:
    from toolkit.cli.table import show_table
    from toolkit.languages.coverage import coverage_of

    coverage = {language: coverage_of(language) for language in languages}
    if as_json:
        rows = [
            {"language": language.code, "topic": topic.topic, "key": key.name, "cost": key.cost}
            for language, topics in coverage.items()
            for topic in topics
            for key in topic.missing
        ]
        show_table("missing", rows, as_json=True)
        return
    for language, topics in coverage.items():
        click.echo(f"{language.code}  {language.traits.name or 'no data'}")
        for topic in topics:
            _echo_topic(topic)


def _echo_topic(topic: TopicCoverage) -> None:
    if not topic.keys:
        return
    click.echo(f"\n{topic.topic}.toml: {_share(topic)} keys")
    width = max((len(key.name) for key in topic.missing), default=0)
    for key in topic.missing:
        click.echo(f"  without {key.name.ljust(width)}  {key.cost}")


def _share(topic: TopicCoverage) -> str:
    return f"{topic.given}/{topic.keys}"


def _find(code: str) -> Language:
    from toolkit.languages import find_language

    if not code.replace("-", "").isalnum():
        raise click.UsageError(f"{code!r} is neither the code of a language nor a folder")
    return find_language(code)
