"""The architecture: imports point one way, and only some modules know certain libraries."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit import namespaces

LAYERS = (
    ("cli",),
    ("api",),
    ("review", "batch"),
    ("pipeline",),
    ("reading", "annotation", "decisions", "encoding", "validation", "rendering", "publishing"),
    ("schematron", "odd", "rng"),
    ("edition", "html_page"),
    ("text",),
    ("languages", "vocabulary", "entities"),
    ("trees", "saxon", "storage", "plugins", "memo", "closed_room", "limited_process", "files"),
    ("findings", "exceptions", "namespaces"),
)
"""From the top: a part imports parts of lower lines only."""

MAY = {
    ("odd", "rng"): "schemas compiled from an ODD are validated with",
    ("schematron", "odd"): "rules are read out of an ODD",
    ("schematron", "rng"): "the places of findings are read from the same events",
}
"""What parts of one line may import from each other all the same, and why."""

ONLY = {
    "fsspec": ("toolkit/storage.py",),
    "saxonche": ("toolkit/saxon.py",),
    "typst": ("toolkit/rendering/typesetter.py", "toolkit/rendering/fonts.py"),
}
"""The only places that import a library."""


def _modules(root: Path) -> list[Path]:
    return sorted((root / "toolkit").rglob("*.py"))


def _part(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def _level(part: str) -> int:
    return next((i for i, parts in enumerate(LAYERS) if part in parts), -1)


def test_every_part_has_its_layer(root: Path) -> None:
    parts = {p.relative_to(root / "toolkit").parts[0].removesuffix(".py") for p in _modules(root)}
    assert set() == {part for part in parts if _level(part) < 0} - {"__init__", "__main__"}


def test_imports_point_one_way(root: Path) -> None:
    wrong = []
    for path in _modules(root):
        own = path.relative_to(root / "toolkit").parts[0].removesuffix(".py")
        if own in ("__init__", "__main__"):
            continue
        for name in _imports(path):
            other = _part(name) if name.startswith("toolkit.") else ""
            if not other or other == own or (own, other) in MAY:
                continue
            if _level(other) <= _level(own):
                wrong.append(f"{path.relative_to(root)} imports {name}")
    assert [] == wrong


@pytest.mark.parametrize("library", sorted(ONLY))
def test_a_library_has_one_door(root: Path, library: str) -> None:
    users = {
        path.relative_to(root).as_posix()
        for path in _modules(root)
        if any(name.split(".")[0] == library for name in _imports(path))
    }
    assert set() == {user for user in users if not user.startswith(ONLY[library])}


def test_addresses_of_namespaces_are_written_in_one_module(root: Path) -> None:
    uses = [
        path.relative_to(root).as_posix()
        for path in _modules(root)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value == namespaces.TEI
    ]
    assert ["toolkit/namespaces.py"] == uses
