"""The README: what it shows is what happens."""

import re
from pathlib import Path

import pytest

from toolkit.cli import COMMANDS, group
from toolkit.publishing.scaffold import settings_text


def _readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def test_its_python_example_runs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", _readme(root), re.DOTALL)
    monkeypatch.chdir(root)
    names: dict[str, object] = {}
    exec(example, names)
    assert [] == names["errors"]
    assert b"Republic" in names["page"].data  # type: ignore[attr-defined]


def test_its_sentence_is_in_the_sample_edition(root: Path) -> None:
    (shown,) = re.findall(r"```xml\n(.*?)```", _readme(root), re.DOTALL)
    made = (root / "tei" / "wireless-message" / "wireless-message.xml").read_text("utf-8")
    assert " ".join(shown.split()) in " ".join(made.split())


def test_its_commands_exist(root: Path) -> None:
    named = set(re.findall(r"`tei ([a-z]+) ", _readme(root)))
    assert set() == named - set(COMMANDS)


def test_its_links_lead_somewhere(root: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", _readme(root))
    assert [] == [link for link in links if not (root / link).exists()]


def test_the_sample_edition_explains_every_key(root: Path) -> None:
    sample = (root / "tei" / "wireless-message" / "edition.toml").read_text(encoding="utf-8")
    assert _explanations(settings_text("")) == _explanations(sample)


def _explanations(settings: str) -> list[str]:
    found = re.findall(r"^((?:# .+\n)*?# .+\n)(?:# )?([a-z-]+ = )", settings, re.MULTILINE)
    return [f"{meaning}{key}" for meaning, key in found]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_of_the_help_can_be_called(name: str) -> None:
    import click

    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert name == command.name
