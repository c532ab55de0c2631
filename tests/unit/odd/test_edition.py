"""Our own customisation: compiled as committed, and its examples are valid."""

import pytest
from lxml import etree

from toolkit.exceptions import SchemaError
from toolkit.namespaces import EGXML, TEI
from toolkit.odd.bundled_schemas import builtin_rng, data_folder
from toolkit.odd.compare_schemas import Difference, compare
from toolkit.odd.rng_patterns import Grammar, choice, ref
from toolkit.odd.schema import Attributes
from toolkit.odd.spec_locations import compile_odd
from toolkit.odd.standard_schemas import builtin_grammar, builtin_schema
from toolkit.odd.to_grammar import grammar_of
from toolkit.odd.to_rng import write_grammar, write_rng
from toolkit.odd.to_schematron import write_schematron
from toolkit.rng import load, validate
from toolkit.trees import parse_file

ODD = data_folder() / "edition.odd"


@pytest.fixture(scope="module")
def schema():
    return compile_odd(ODD)[0]


def test_the_customisation_is_sound():
    assert [] == compile_odd(ODD)[1]


@pytest.mark.parametrize(
    ("name", "make"), [("edition.rng", write_rng), ("edition.sch", write_schematron)]
)
def test_the_committed_schema_is_what_the_odd_compiles_to(schema, name, make):
    assert (data_folder() / "schema" / name).read_bytes() == make(schema)


def test_every_document_that_is_valid_here_is_valid_tei(schema):
    def widens(difference: Difference) -> bool:
        return "first" in difference.detail and difference.kind in ("element", "attribute", "child")

    found = compare(grammar_of(schema), builtin_grammar())
    assert [] == [str(difference) for difference in found if widens(difference)]


def test_every_example_is_valid(schema):
    """All examples are checked by one grammar that may start with any of their elements."""
    examples = [inside for e in parse_file(ODD).iter(f"{{{EGXML}}}egXML") for inside in e]
    start = choice(ref(etree.QName(example).localname) for example in examples)
    grammar = load(write_grammar(Grammar(start, grammar_of(schema).definitions, TEI)), name="x.rng")
    found = [(e.sourceline, f.message) for e in examples for f in validate(grammar, as_tei(e))]
    assert [] == found


def as_tei(element: etree._Element) -> bytes:
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return text.replace(EGXML, TEI).encode()


def test_a_project_builds_its_own_customisation_on_ours(tmp_path):
    path = tmp_path / "project.odd"
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="project" source="edition" '
        'start="TEI"><moduleRef key="tei"/><moduleRef key="header"/>'
        '<moduleRef key="core" except="ellipsis"/>'
        '<moduleRef key="textstructure"/></schemaSpec></TEI>',
        encoding="utf-8",
    )
    schema, findings = compile_odd(path)
    assert ([], ("high", "medium", "low", "unknown")) == (
        findings,
        Attributes(schema).of_element(schema.elements["p"])["cert"].values.idents,
    )


def test_the_built_in_schema_is_the_committed_one(schema):
    committed = (data_folder() / "schema" / "edition.rng").read_bytes()
    assert (committed, schema.start) == (builtin_rng("edition"), builtin_schema("edition").start)


def test_an_unknown_built_in_schema_is_refused():
    with pytest.raises(SchemaError, match="tei_all"):
        builtin_schema("tei_none")
