"""Schema data: importing a release, writing and reading it again."""

from dataclasses import replace

import pytest

from toolkit.exceptions import SchemaError
from toolkit.odd.bundled_schemas import data_folder
from toolkit.odd.compare_schemas import element_models
from toolkit.odd.containment import Family
from toolkit.odd.import_p5 import import_release
from toolkit.odd.p5 import p5
from toolkit.odd.spec_json import dump, load
from toolkit.odd.spec_locations import compile_odd
from toolkit.odd.spec_source import read_source
from toolkit.odd.standard_schemas import builtin_schema
from toolkit.odd.to_grammar import grammar_of
from toolkit.odd.to_rng import write_rng
from toolkit.odd.to_schematron import write_schematron


def test_what_is_written_is_read_again(miniature):
    source = read_source(miniature)
    again = load(dump(source))
    assert dump(source) == dump(again)


def test_what_is_not_schema_data_is_refused():
    with pytest.raises(SchemaError):
        load('{"format": 9}')


def test_a_file_without_specifications_is_refused(tmp_path):
    path = tmp_path / "x.xml"
    path.write_text("<x/>", encoding="utf-8")
    with pytest.raises(SchemaError):
        read_source(path)


def test_the_import_takes_no_prose(tmp_path, miniature):
    text = miniature.read_text(encoding="utf-8")
    told = text.replace(
        '<elementSpec ident="p" module="m">', '<elementSpec ident="p" module="m"><desc>prose</desc>'
    )
    miniature.write_text(told, encoding="utf-8")
    data = import_release(miniature)
    assert "prose" not in data
    assert "a paragraph is empty" not in data


def test_the_built_in_release_is_named():
    release = p5().release
    assert ("TEI P5", "4.12.0", "2026-07-28") == (release.title, release.version, release.date)


def test_the_built_in_data_have_no_prose():
    assert all(spec.docs == replace(spec.docs, descriptions=(), examples=()) for spec in p5().specs)


def test_the_schema_data_are_small():
    folder = data_folder()
    files = [*(folder / "p5").rglob("*"), *(folder / "schema").rglob("*"), folder / "edition.odd"]
    assert 1_000_000 > sum(file.stat().st_size for file in files)


def test_the_data_are_what_the_import_command_makes(shared, root):
    amend = root / "tei" / "p5" / "release-4.12.0.odd"
    made = import_release(shared / "tei" / "p5subset.xml", amend=amend)
    assert (root / "tei" / "p5" / "tei-p5.jsonl").read_text(encoding="utf-8") == made


@pytest.mark.parametrize(
    ("name", "make"), [("tei_all.rng", write_rng), ("tei_all.sch", write_schematron)]
)
def test_the_schema_of_all_of_tei_is_what_its_odd_compiles_to(name, make):
    schema, findings = compile_odd(data_folder() / "p5" / "tei_all.odd")
    committed = (data_folder() / "schema" / name).read_bytes()
    assert ([], committed, committed) == (findings, make(schema), make(builtin_schema("tei_all")))


def test_families_are_those_of_the_grammar():
    """What may stand where, read off the content models and computed from the patterns."""
    schema = builtin_schema("tei_all")
    family, models = Family(schema), element_models(grammar_of(schema))
    differing = [
        name
        for name, spec in schema.elements.items()
        if ours(family.children(name)) != theirs(models[qualified(spec, name)].children)
    ]
    assert [] == differing


def qualified(spec, name):
    return name if name.startswith("{") else spec.name


def ours(children):
    return {c for c in children if not c.startswith("#")}


def theirs(children):
    names = {c for c in children if not c.startswith("any but")}
    return {n for n in names if not n.startswith(("data ", "value ", "#"))}
