"""Pages built as trees: text never becomes markup, and one policy for all."""

import ast
import re
from pathlib import Path

import pytest
from lxml import etree, html

from toolkit.html_page import content_security_policy, digest, element, link, page

HOSTILE = ("<script>x</script>", '" onload="x', "</style>", "&lt;b&gt;", "\0\x1b", "]]>", "<!--")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    parsed = html.document_fromstring(page(text, element("p", text, title=text), kind="x"))
    (paragraph,) = parsed.xpath("//p")
    expected = re.sub("[\0\x1b]", "\ufffd", text)
    assert expected == paragraph.text == paragraph.get("title")
    assert ["title"] == list(paragraph.attrib)
    assert [] == parsed.xpath("//script | //b")


def test_content_is_flattened_in_order() -> None:
    built = element(
        "p", "a", None, [element("b", "c"), "d"], ("e",), class_="x", data_n="1", id=None
    )
    assert b'<p class="x" data-n="1">a<b>c</b>de</p>' == etree.tostring(built)


@pytest.mark.parametrize("address", ["#a", "https://example.org/", "HTTP://example.org/"])
def test_a_web_address_is_a_link(address: str) -> None:
    linked = link(address, "x")
    assert isinstance(linked, etree._Element)
    assert address == linked.get("href")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "../x", ""])
def test_another_address_is_no_link(address: str) -> None:
    assert ("x",) == link(address, "x")


def test_a_style_cannot_end_its_element() -> None:
    with pytest.raises(ValueError, match="end tag"):
        page("x", style="</style><script>", kind="x")


def test_the_policy_allows_exactly_the_style_and_the_script() -> None:
    text = page("x", style="p { color: red }", script="let a = 1 < 2 && 3;", kind="x")
    policy = content_security_policy(digest("p { color: red }"), digest("let a = 1 < 2 && 3;"))
    parsed = html.document_fromstring(text)
    assert policy == parsed.xpath("//meta[@http-equiv]/@content")[0]
    assert "let a = 1 < 2 && 3;" == parsed.xpath("//script/text()")[0]


def test_no_other_module_writes_html_as_text(root: Path) -> None:
    tag = re.compile(r"</?(html|head|body|table|tr|td|th|ul|li|dl|dt|dd|section|span|svg|rect)\b")
    found = {
        path.relative_to(root).as_posix()
        for part in ("publishing", "odd", "batch", "cli")
        for path in (root / "toolkit" / part).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr) and tag.search(ast.unparse(node))
    }
    assert set() == found
