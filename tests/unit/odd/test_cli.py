"""The command ``tei odd``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.cli import group
from toolkit.cli.odd import command
from toolkit.odd.bundled_schemas import edition_odd

ALL = '<moduleRef key="m"/><moduleRef key="n"/>'


def run(*arguments: object):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("name", "begin"),
    [("x.rng", b"<?xml"), ("x.sch", b"<?xml"), ("x.json", b"{"), ("x.html", b"<!DOCTYPE html>")],
)
def test_the_name_of_the_result_tells_what_is_made(compile_text, tmp_path, name, begin):
    compile_text(ALL)
    result = run("compile", tmp_path / "test.odd", "-o", tmp_path / name)
    assert (0, True) == (result.exit_code, (tmp_path / name).read_bytes().startswith(begin))


def test_errors_in_the_odd_make_the_exit_code_1_and_the_schema_all_the_same(compile_text, tmp_path):
    compile_text('<moduleRef key="x"/>' + ALL)
    result = run("compile", tmp_path / "test.odd", "-o", tmp_path / "x.rng")
    assert (1, True) == (result.exit_code, (tmp_path / "x.rng").exists())
    assert "ODD001" in result.stderr


def test_the_schema_goes_to_standard_output(compile_text, tmp_path):
    compile_text(ALL)
    assert '<define name="p">' in run("compile", tmp_path / "test.odd").stdout


def test_data_made_by_the_import_can_be_the_source_of_an_odd(compile_text, tmp_path, miniature):
    compile_text(ALL)
    made = run("import", miniature, "-o", tmp_path / "m.jsonl")
    used = run("compile", tmp_path / "test.odd", "--source", tmp_path / "m.jsonl")
    assert (0, 0) == (made.exit_code, used.exit_code)
    assert '<define name="p">' in used.stdout


def test_two_schemas_are_compared(compile_text, tmp_path):
    compile_text(ALL)
    run("compile", tmp_path / "test.odd", "-o", tmp_path / "first.rng")
    compile_text(f'{ALL}<elementSpec ident="head" mode="delete"/>')
    same = run("compare", tmp_path / "first.rng", tmp_path / "first.rng")
    other = run("compare", "--json", tmp_path / "first.rng", tmp_path / "test.odd")
    found = {(d["element"], d["kind"]) for d in json.loads(other.stdout)["differences"]}
    assert (0, 1) == (same.exit_code, other.exit_code)
    assert {("head", "element"), ("TEI", "child")} == found


@pytest.mark.parametrize("options", [(), ("--force",)])
def test_an_odd_is_never_overwritten_by_its_schema(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    odd = tmp_path / "own.odd"
    odd.write_bytes(edition_odd().read_bytes())
    result = CliRunner().invoke(group, ["odd", "compile", str(odd), "-o", str(odd), *options])
    assert 3 == result.exit_code
    assert edition_odd().read_bytes() == odd.read_bytes()


def test_a_file_of_somebody_else_is_overwritten_only_by_force(tmp_path: Path) -> None:
    thesis = tmp_path / "thesis.rng"
    thesis.write_text("my thesis", encoding="utf-8")
    arguments = ["odd", "compile", str(edition_odd()), "-o", str(thesis)]
    result = CliRunner().invoke(group, arguments)
    assert 3 == result.exit_code
    assert "--force" in result.stderr
    assert "my thesis" == thesis.read_text(encoding="utf-8")
    assert 0 == CliRunner().invoke(group, [*arguments, "--force"]).exit_code
    assert 0 == CliRunner().invoke(group, arguments).exit_code


@pytest.mark.parametrize("address", ["/dev/zero", "/dev/null", "."])
def test_a_file_that_is_no_file_is_not_read(compile_text, tmp_path: Path, address: str) -> None:
    compile_text(f'{ALL}<moduleRef url="{address}"/>')
    result = run("compile", tmp_path / "test.odd", "-o", tmp_path / "x.rng")
    assert 1 == result.exit_code
    assert "ODD013" in result.stderr
