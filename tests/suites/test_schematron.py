"""The Schematron conformance cases of SchXslt2: one behaviour each."""

from pathlib import Path

import pytest
from lxml import etree

from toolkit.closed_room import ClosedRoom
from toolkit.exceptions import ToolkitError
from toolkit.schematron.compile_xslt import V, compile_to_xslt
from toolkit.schematron.runner import run
from toolkit.schematron.schema_reader import read_schematron

SUITE = Path(__file__).resolve().parents[3] / "shared/validation/suites/schematron"
C = "{https://doi.org/10.5281/zenodo.5679629#}"
CASES = sorted(SUITE.rglob("*.xml"))
FINDINGS = (f"{V}failed-assert", f"{V}successful-report")


def verdict(schema: Path, document: Path) -> tuple[str, etree._Element | None]:
    try:
        whole = read_schematron(schema)
        if whole is None:
            return "valid", None
        room = ClosedRoom.around(document.parent)
        svrl = run(compile_to_xslt(whole, trace=True), document, plain=True, room=room)
    except ToolkitError:
        return "error", None
    return ("invalid" if any(True for _ in svrl.iterchildren(*FINDINGS)) else "valid"), svrl


def holds(svrl: etree._Element, assertion: str) -> bool:
    import saxonche

    processor = saxonche.PySaxonProcessor(license=False)
    xpath = processor.new_xpath_processor()
    xpath.declare_namespace("svrl", "http://purl.oclc.org/dsdl/svrl")
    text = etree.tostring(svrl, encoding="unicode")
    xpath.set_context(xdm_item=processor.parse_xml(xml_text=text))
    return bool(xpath.effective_boolean_value(assertion))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_conformance_case_holds(path: Path, tmp_path: Path) -> None:
    case = etree.parse(path).getroot()
    documents = list(case.find(f"{C}documents"))
    for document in documents:
        content = document.find("*")
        (tmp_path / document.get("filename")).write_bytes(etree.tostring(content, with_tail=False))
    for number, schema in enumerate(case.find(f"{C}schemas")):
        file = tmp_path / f"schema-{number}.sch"
        file.write_bytes(etree.tostring(schema, with_tail=False))
        found, svrl = verdict(file, tmp_path / documents[0].get("filename"))
        assert case.get("expect") == found
        for assertion in case.iterfind(f"{C}assertions/{C}assertion"):
            assert holds(svrl, assertion.get("assert")), etree.tostring(svrl)


def test_all_cases_were_found(shared: Path) -> None:
    assert 87 == len(CASES)
