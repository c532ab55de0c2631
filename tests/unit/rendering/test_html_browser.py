"""The page of an edition in a real browser (Chromium, without a window)."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.rendering.documents import tei_of
from toolkit.rendering.html import render_html

BROWSER = next(
    (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), ""
)
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]

PEOPLE = (
    "<standOff><listPerson><person xml:id='k'><persName>Nikolai Krylenko</persName>"
    "<birth when='1885'/></person></listPerson></standOff>"
)
BODY = (
    "<div><head>One</head><p xml:id='first'>A <choice><sic>wrod</sic><corr>word</corr></choice> of "
    "<persName ref='#k'>Krylenko</persName><note n='1'>A note.</note> and some-<lb break='no'/>"
    "thing <gap reason='illegible'/>.</p></div><div><head>Two</head><p>End.</p></div>"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not BROWSER:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The page in a window; what its script or its policy complains about fails the test."""
    file = tmp_path / "page.html"
    file.write_text(render_html(tei_of(BODY, outside=PEOPLE)).text, encoding="utf-8")
    window = browser.new_page(viewport={"width": 900, "height": 800})
    problems: list[str] = []
    window.on("pageerror", lambda error: problems.append(str(error)))
    window.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    window.goto(file.as_uri())
    yield window
    window.close()
    assert [] == problems


def text_of_first(window: Any) -> str:
    return " ".join(window.locator("#first").inner_text().replace("¶", "").split())


def test_the_views_are_switched_in_place_and_remembered_in_the_address(opened: Any) -> None:
    assert "A word of Krylenko1 and something" in text_of_first(opened)
    opened.get_by_label("Diplomatic").check(force=True)
    assert "A wrod of Krylenko1 and some- thing" in text_of_first(opened)
    assert opened.url.endswith("?view=diplomatic")


def test_what_is_known_of_a_name_opens_by_keyboard_and_gives_the_focus_back(opened: Any) -> None:
    name = opened.locator("article a.persName")
    name.focus()
    opened.keyboard.press("Enter")
    small = opened.get_by_role("dialog")
    assert "Nikolai Krylenko" in small.inner_text()
    opened.keyboard.press("Escape")
    assert not small.is_visible()
    assert name.evaluate("element => element === document.activeElement")


def test_a_correction_and_a_gap_tell_what_they_are_when_touched(opened: Any) -> None:
    small = opened.locator(".popover")
    opened.locator("article a.choice").click()
    assert "wrod" in small.inner_text()
    opened.locator("article .gap").click()
    assert "illegible" in small.inner_text()


def test_a_note_leads_to_its_text_and_back(opened: Any) -> None:
    opened.locator("a.note-mark").click()
    assert "A note." in opened.locator(".popover").inner_text()
    opened.locator(".popover .go").click()
    assert opened.url.partition("#")[2].startswith("note")
    opened.locator(".notes a.return").click()
    assert "#ed.mark." in opened.url


def test_the_citation_follows_the_passage(opened: Any) -> None:
    opened.goto(opened.url.partition("#")[0] + "#first")
    assert opened.locator("#ed\\.citation").inner_text().endswith("#first")


def test_the_page_works_without_its_script(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(render_html(tei_of(BODY, outside=PEOPLE)).text, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    window = context.new_page()
    window.goto(file.as_uri())
    assert "A word of Krylenko1 and something" in text_of_first(window)
    window.get_by_label("Diplomatic").check(force=True)
    assert "A wrod of" in text_of_first(window)
    context.close()


@pytest.mark.parametrize("width", [390, 1024, 1600])
def test_nothing_is_wider_than_the_window(opened: Any, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    page = opened.evaluate("document.documentElement.scrollWidth")
    assert page <= width


def test_a_printed_page_has_the_text_and_not_the_controls(opened: Any) -> None:
    opened.emulate_media(media="print")
    assert not opened.locator(".bar").is_visible()
    assert opened.locator("article").is_visible()
    assert opened.pdf().startswith(b"%PDF")
