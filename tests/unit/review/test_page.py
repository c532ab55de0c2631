"""The page in a real browser (Chromium, without a window)."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from toolkit.decisions.ledger import read_ledger
from toolkit.review.server import ReviewServer
from toolkit.review.session import Session

BROWSER = next(
    (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), ""
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not BROWSER:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def address(session: Session) -> Iterator[str]:
    with ReviewServer(session) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    yield from opened(browser, address)


def opened(browser: Any, address: str, width: int = 1280) -> Iterator[Any]:
    """A page; whatever its script complains about fails the test."""
    window = browser.new_page(viewport={"width": width, "height": 800})
    problems: list[str] = []
    window.on("pageerror", lambda error: problems.append(str(error)))
    window.goto(address)
    window.locator("#list li").first.wait_for()
    yield window
    window.close()
    assert [] == problems


def said(page: Any, words: str) -> None:
    page.locator("#status", has_text=words).wait_for(timeout=10_000)


def ledger(folder: Path) -> list[tuple[str, str]]:
    found = read_ledger(folder / "decisions" / "decisions.jsonl")
    return [(d.verdict.value, d.alternative or "") for d in found]


def test_the_text_is_shown_to_the_character(page: Any, session: Session) -> None:
    assert session.view("first.txt").doc.text == page.locator("#text").text_content()


def test_markup_in_a_text_is_text(browser: Any, address: str, folder: Path) -> None:
    words = "<img src=x onerror=alert(1)> & </div> met Colonel Martin"
    (folder / "transcriptions" / "first.txt").write_text(words, encoding="utf-8")
    for window in opened(browser, address):
        assert words == window.locator("#text").text_content()
        assert 0 == window.locator("#text img").count()


def test_the_number_that_waits_is_kept_up_to_date(page: Any) -> None:
    page.keyboard.press("a")
    said(page, "Saved")
    page.locator("#texts option", has_text="first.txt (1 waiting").wait_for(state="attached")


def test_what_waits_comes_first(page: Any) -> None:
    assert "Repub]ic \u2192 Republic" == page.locator("#proposal").text_content()


def test_a_key_accepts_and_goes_on(page: Any, folder: Path) -> None:
    page.keyboard.press("a")
    said(page, "Saved: accept")
    assert [("accept", "Republic")] == ledger(folder)
    assert "line 6" in page.locator("#proposed").text_content()


def test_keys_reject_and_take_back(page: Any, folder: Path) -> None:
    page.keyboard.press("r")
    said(page, "Saved: reject")
    page.keyboard.press("u")
    said(page, "Taken back: Repub]ic")
    assert ["reject", "withdraw"] == [verdict for verdict, _ in ledger(folder)]


def test_a_correction_is_typed(page: Any, folder: Path) -> None:
    page.keyboard.press("e")
    page.get_by_label("Correction").fill("Re\u00adpublic & <b>")
    page.keyboard.press("Enter")
    said(page, "Saved: change")
    assert [("change", "Re\u00adpublic & <b>")] == ledger(folder)


def test_keys_are_letters_while_one_types(page: Any, folder: Path) -> None:
    page.keyboard.press("e")
    page.keyboard.type("ar")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert [] == ledger(folder)


def test_keys_can_be_turned_off(page: Any, folder: Path) -> None:
    page.get_by_label("Keys").uncheck()
    page.keyboard.press("a")
    page.get_by_role("button", name="Reject", exact=False).first.click()
    said(page, "Saved: reject")
    assert ["reject"] == [verdict for verdict, _ in ledger(folder)]


def test_all_like_one_are_decided_with_one_key(page: Any, folder: Path) -> None:
    page.keyboard.press("Shift+A")
    said(page, "3 proposals")
    assert [("accept", "Republic")] * 3 == ledger(folder)


def test_a_name_becomes_one_of_another_kind(page: Any, folder: Path) -> None:
    page.locator("#text mark", has_text="Colonel Martin").first.click()
    page.keyboard.press("e")
    page.get_by_label("Element").select_option("orgName")
    page.get_by_label("Attributes").fill('ref="#martin"')
    page.get_by_role("button", name="Save the change").click()
    said(page, "Saved: change")
    (decision,) = read_ledger(folder / "decisions" / "decisions.jsonl")
    assert ("orgName", (("ref", "#martin"),)) == (decision.element, decision.attributes)


def test_a_mistake_in_the_form_is_said_and_nothing_is_saved(page: Any, folder: Path) -> None:
    page.locator("#text mark", has_text="Colonel Martin").first.click()
    page.keyboard.press("e")
    page.get_by_label("Attributes").fill("ref=#martin")
    page.keyboard.press("Enter")
    said(page, "Not saved")
    assert [] == ledger(folder)


def test_two_browsers_at_once_lose_nothing(
    browser: Any, address: str, page: Any, folder: Path
) -> None:
    for other in opened(browser, address):
        other.keyboard.press("n")
        other.keyboard.press("r")
        said(other, "Saved: reject")
        page.keyboard.press("a")
        said(page, "Saved: accept")
    assert [("reject", ""), ("accept", "Republic")] == ledger(folder)


def test_who_has_not_seen_another_decision_is_told(
    page: Any, other_session: Session, folder: Path
) -> None:
    from toolkit.decisions.decision import Verdict
    from toolkit.review.item import Choice

    item = next(i for i in other_session.view("first.txt").items if i.proposal.element == "sic")
    page.evaluate("busy = true")
    other_session.record([(item, Choice(Verdict.REJECT))])
    page.evaluate("busy = false; void decide('accept')")
    said(page, "somebody else has decided")
    assert ["reject"] == [verdict for verdict, _ in ledger(folder)]


def test_another_decision_is_shown_without_asking(page: Any, other_session: Session) -> None:
    from toolkit.decisions.decision import Verdict
    from toolkit.review.item import Choice

    item = next(i for i in other_session.view("first.txt").items if i.proposal.element == "sic")
    other_session.record([(item, Choice(Verdict.REJECT))])
    said(page, "somebody else decided")
    assert "rejected by al" in page.locator("#state").text_content()


def test_a_reader_of_the_screen_is_told_what_is_what(page: Any) -> None:
    page.keyboard.press("n")
    assert "proposal" == page.evaluate("document.activeElement.id")
    for role, name in (("navigation", "Proposals"), ("region", "Text"), ("status", "")):
        assert page.get_by_role(role, name=name).count()
    unnamed = "button:not([aria-label]):empty, input:not([type=checkbox]):not(label input)"
    assert 0 == page.locator(unnamed).count()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(browser: Any, address: str, width: int) -> None:
    for narrow in opened(browser, address, width):
        assert width >= narrow.evaluate("document.documentElement.scrollWidth")


def test_nothing_is_loaded_from_elsewhere(browser: Any, address: str) -> None:
    window = browser.new_page()
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto(address)
    window.locator("#list li").first.wait_for()
    window.close()
    assert [] == [url for url in asked if not url.startswith(address)]


def test_words_that_no_tool_proposed_are_selected_and_marked(page: Any, folder: Path) -> None:
    page.evaluate(
        """() => {
          const text = document.getElementById("text");
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          let node;
          while ((node = walker.nextNode())) {
            const at = node.data.indexOf("thanked");
            if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + 7);
          }
        }"""
    )
    page.keyboard.press("m")
    assert "thanked" == page.locator("#mark-correction").input_value()
    page.locator("#mark-correction").fill("praised")
    page.keyboard.press("Enter")
    said(page, "Saved: marked thanked")

    assert ("add", "praised") == ledger(folder)[-1]
    assert "thanked \u2192 praised" == page.locator("#proposal").inner_text()
    page.keyboard.press("u")
    said(page, "Taken back")
    assert "withdraw" == ledger(folder)[-1][0]


def test_words_are_marked_without_a_mouse(page: Any, folder: Path) -> None:
    page.keyboard.press("m")
    page.keyboard.type("thanked")
    page.keyboard.press("Enter")
    said(page, "Saved: marked thanked")

    assert ("add", "") == ledger(folder)[-1]
    page.keyboard.press("m")
    page.keyboard.type("no such words")
    page.keyboard.press("Enter")
    said(page, "these words do not stand in the text")
