"""Small changes of functions, one at a time: a bound moved by one, a condition turned round."""

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("annotation", "reading", "encoding")
LEAST_LINES = 4
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed module: its path below the checkout, the line, and both texts of the expression."""

    path: str
    function: str
    line: int
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.function}: {self.before} -> {self.after}"


def random_mutants(root: Path, number: int, seed: int) -> Iterator[Mutant]:
    """Yield one mutant each of ``number`` random functions, the same for the same seed and code."""
    dice = random.Random(seed)
    functions = [
        (path, function)
        for package in PACKAGES
        for path in sorted((root / "toolkit" / package).rglob("*.py"))
        if "training" not in path.parts
        for function in _functions(ast.parse(path.read_text(encoding="utf-8")))
    ]
    dice.shuffle(functions)
    made = 0
    for path, function in functions:
        mutant = _mutate(root, path, function, dice)
        if mutant is not None:
            yield mutant
            made += 1
        if made == number:
            return


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            last = node.end_lineno or node.lineno
            if last - node.body[0].lineno + 1 >= LEAST_LINES:
                yield node


def _mutate(
    root: Path, path: Path, function: ast.FunctionDef, dice: random.Random
) -> Mutant | None:
    changes = [
        (node, changed)
        for statement in function.body
        for node in ast.walk(statement)
        if isinstance(node, ast.expr)
        for changed in _changes(node)
    ]
    if not changes:
        return None
    node, changed = dice.choice(changes)
    text = path.read_text(encoding="utf-8")
    start, end = _offset(text, node.lineno, node.col_offset), _end_offset(text, node)
    after = f"({ast.unparse(changed)})"
    source = text[:start] + after + text[end:]
    try:
        compile(source, str(path), "exec")
    except SyntaxError:  # within an f-string, whose parts have no places of their own
        return None
    name = path.relative_to(root).as_posix()
    return Mutant(name, function.name, node.lineno, text[start:end], after, source)


def _changes(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the changes of an expression."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        turned = COMPARISONS.get(type(node.ops[0]))
        if turned is not None:
            yield ast.Compare(node.left, [turned()], node.comparators)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.BoolOp(other, node.values)
        for i in range(len(node.values)):
            rest = [value for j, value in enumerate(node.values) if j != i]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(node.test, node.orelse, node.body)
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)
    elif isinstance(node, ast.Constant) and type(node.value) is bool:
        yield ast.Constant(not node.value)


def _offset(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    before = lines[line - 1].encode()[:column].decode()
    return sum(len(each) + 1 for each in lines[: line - 1]) + len(before)


def _end_offset(text: str, node: ast.expr) -> int:
    return _offset(text, node.end_lineno or node.lineno, node.end_col_offset or 0)
