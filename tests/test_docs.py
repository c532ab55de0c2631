"""The documentation: what is generated is up to date, and links lead somewhere."""

import re
from pathlib import Path

import pytest

from toolkit.cli.explain import codes_page
from toolkit.languages.keys_page import keys_page
from toolkit.publishing.settings_page import settings_page, text_settings_page

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))


def test_the_page_of_findings_is_the_register() -> None:
    assert codes_page() == (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")


def test_the_page_of_settings_is_made_from_their_declaration() -> None:
    page = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    assert settings_page() == page


def test_the_page_of_the_settings_of_a_text_is_made_from_their_declaration() -> None:
    page = (ROOT / "docs" / "reference" / "text-settings.md").read_text(encoding="utf-8")
    assert text_settings_page() == page, "tei explain --text-settings"


def test_the_page_of_language_keys_is_made_from_the_schema() -> None:
    page = (ROOT / "docs" / "reference" / "language-keys.md").read_text(encoding="utf-8")
    assert keys_page() == page, "tei languages --keys > docs/reference/language-keys.md"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [] == [link for link in links if not ((ROOT / page).parent / link).exists()]
