"""News: what is new since the run before, as a part of the page on a corpus."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from toolkit.publishing.report_diff import Noted, Since

_MOST: Final = 200
"""So many texts or findings are listed; the rest is counted."""


def news_section(news: Since) -> str:
    """A section with a list for each kind of news that there is."""
    return "\n".join(('<h2 id="news">New since the run before</h2>', *_lists(news)))


def _lists(news: Since) -> Iterator[str]:
    texts = {"New texts": news.new, "Changed texts": news.changed, "Texts gone": news.gone}
    for heading, files in texts.items():
        yield from _list(heading, len(files), map(escape, files[:_MOST]))
    findings = {"New findings": news.found, "Findings gone": news.settled}
    for heading, noted in findings.items():
        yield from _list(heading, len(noted), map(_item, noted[:_MOST]))


def _list(heading: str, count: int, items: Iterable[str]) -> Iterator[str]:
    """A list that is opened by its heading, if there is anything in it."""
    if not count:
        return
    lines = "".join(f"<li>{item}</li>" for item in items)
    more = f"<li>and {count - _MOST:,} more</li>" if count > _MOST else ""
    yield (f"<details><summary>{heading}: {count:,}</summary><ul>{lines}{more}</ul></details>")


def _item(noted: Noted) -> str:
    return f"{escape(noted.file)}: {escape(noted.code)} {escape(noted.message)}"
