"""The processor against the official one: schemas allow the same, element by element, as a proof.

Attributes, their values, and content models are compared as languages, not by samples.
"""

from pathlib import Path

import pytest
from lxml import etree

from toolkit.odd import spec_locations
from toolkit.odd.bundled_schemas import builtin_rng
from toolkit.odd.compare_schemas import compare
from toolkit.odd.import_p5 import import_release
from toolkit.odd.read_rng import parse_grammar, read_grammar
from toolkit.odd.spec_json import load
from toolkit.odd.spec_locations import compile_odd
from toolkit.odd.standard_schemas import builtin_grammar
from toolkit.odd.to_grammar import grammar_of
from toolkit.odd.to_schematron import write_schematron

OFFICIAL = {
    f"odd/{name}.odd": f"generated-4.12.0a/{name}.rng"
    for name in (
        "tei_bare", "tei_corpus", "tei_drama", "tei_jtei", "tei_lite", "tei_minimal", "tei_ms",
        "tei_simplePrint", "tei_speech", "tei_all",
    )
} | {
    "customizations/dracor/dracor.odd": "customizations/dracor/dracor.generated-with-4.12.0a.rng",
    "customizations/epidoc/tei-epidoc.xml":
        "customizations/epidoc/tei-epidoc.generated-with-4.12.0a.rng",
}  # fmt: skip
QUICK = [f"odd/tei_{name}.odd" for name in ("bare", "drama", "jtei", "lite", "simplePrint")]
S = "{http://purl.oclc.org/dsdl/schematron}"


@pytest.fixture
def development(shared: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The version of P5 that the official schemas were made from, in place of the release."""
    source = load(import_release(shared / "tei" / "p5subset.xml"))
    monkeypatch.setattr(spec_locations, "p5", lambda: source)
    return shared / "tei"


def test_all_of_tei_allows_what_the_released_schema_allows(shared):
    assert [] == compare(builtin_grammar(), read_grammar(shared / "tei" / "tei_all.rng"))


@pytest.mark.slow
def test_the_text_of_the_built_in_schema_is_its_grammar():
    assert [] == compare(builtin_grammar(), parse_grammar(builtin_rng()))


@pytest.mark.parametrize(
    "odd", [o if o in QUICK else pytest.param(o, marks=pytest.mark.slow) for o in OFFICIAL]
)
def test_a_customisation_allows_what_its_official_schema_allows(development, odd):
    schema, _ = compile_odd(development / odd)
    assert [] == compare(grammar_of(schema), read_grammar(development / OFFICIAL[odd]))


@pytest.mark.parametrize("name", ["tei_all", "tei_bare", "tei_lite", "tei_jtei", "tei_simplePrint"])
def test_the_rules_are_those_of_the_official_extraction(development, name):
    """The TEI Stylesheets repeat rules of attributes in changed classes, even of deleted ones."""
    schema, _ = compile_odd(development / "odd" / f"{name}.odd")
    official = rules(etree.parse(development / "generated-4.12.0a" / f"{name}.isosch").getroot())
    repeated = {"tei:*[not(self::tei:schemaSpec)][@targetLang]", "tei:*[@schemeVersion]"}
    ours = rules(etree.fromstring(write_schematron(schema)))
    assert (set(), True) == (
        ours - official,
        {context for context, _ in official - ours} <= repeated,
    )


def rules(root: etree._Element) -> set[tuple[str, str]]:
    return {
        (" ".join(rule.get("context", "").split()), " ".join(assertion.get("test", "").split()))
        for rule in root.iter(f"{S}rule")
        for assertion in rule.iter(f"{S}assert", f"{S}report")
    }
