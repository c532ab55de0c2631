"""The page on customisations shows an ODD that works."""

import re

from toolkit.odd.spec_locations import compile_odd


def test_the_odd_on_the_page_compiles_without_findings(root, tmp_path):
    page = (root / "docs" / "encoding.md").read_text(encoding="utf-8")
    inside = re.search(r"```xml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "page.odd"
    text = inside.group(1) if inside else ""
    path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{text}</TEI>', encoding="utf-8")
    schema, findings = compile_odd(path)
    assert ("our-letters", []) == (schema.ident, findings)
