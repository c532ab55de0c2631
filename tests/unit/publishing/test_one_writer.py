"""Only ``toolkit.files`` writes to this machine, apart from scratch folders that are deleted."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

WRITER = "toolkit/files.py"
SCRATCH = {
    "toolkit/batch/remote_inputs.py": "a copy of a remote edition in a temporary folder",
    "toolkit/batch/task_bundle.py": "the files of a task in a temporary folder of a worker",
    "toolkit/publishing/local_output.py": "pieces in the folder of unfinished files",
    "toolkit/publishing/object_store.py": "pieces in a temporary folder, before the upload",
    "toolkit/rendering/pdf.py": "the typesetter's working folder",
    "toolkit/rendering/typesetter.py": "the typesetter's working folder",
}
"""The modules that write files nobody keeps, and which."""
DEVELOPMENT = ("/training/", "toolkit/odd/vocabulary_tables.py")
"""Scripts that build the toolkit's own data; no command of the toolkit runs them."""

METHODS = frozenset(
    "write_bytes write_text touch symlink_to hardlink_to rename mkstemp truncate ftruncate".split()
)
FUNCTIONS = frozenset(
    "os.open os.replace os.link shutil.move shutil.copy shutil.copyfile shutil.copytree "
    "tempfile.NamedTemporaryFile".split()
)
MODES = frozenset("wax+")


def _writes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_write(node, ast.unparse(node.func)):
            yield ast.unparse(node)


def _is_write(call: ast.Call, name: str) -> bool:
    method = name.rpartition(".")[2]
    if method in METHODS or name in FUNCTIONS:
        return True
    if method == "replace":  # that of Path; str.replace has two arguments
        return len(call.args) == 1 and not call.keywords
    return method == "open" and bool(_modes(call) & MODES)


def _modes(call: ast.Call) -> set[str]:
    values = (*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode"))
    texts = (v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str))
    return {letter for text in texts if set(text) <= set("rwaxbt+") for letter in text}


def test_no_other_module_writes(root: Path) -> None:
    found = {
        path.relative_to(root).as_posix()
        for path in (root / "toolkit").rglob("*.py")
        if any(_writes(ast.parse(path.read_text(encoding="utf-8"))))
    }
    shipped = {name for name in found if not any(part in name for part in DEVELOPMENT)}
    assert set() == shipped - {WRITER, *SCRATCH}
    assert set(SCRATCH) <= found


@pytest.mark.parametrize(
    "line",
    [
        "path.write_bytes(data)",
        "path.open('wb')",
        "open(name, mode='a')",
        "temporary.replace(target)",
        "shutil.copyfile(a, b)",
        "os.open(path, flags)",
    ],
)
def test_a_write_is_noticed(line: str) -> None:
    assert list(_writes(ast.parse(line)))


@pytest.mark.parametrize("line", ["text.replace('a', 'b')", "path.open('rb')", "open(name)"])
def test_a_reading_is_no_write(line: str) -> None:
    assert not list(_writes(ast.parse(line)))
