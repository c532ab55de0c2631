"""What is new in the report on a corpus since the run before."""

import json

from toolkit.findings import Finding, Place, Severity
from toolkit.publishing.report import FileReport, report_json, report_to_json
from toolkit.publishing.report_diff import ReportDiff, ReportedFinding, diff_reports
from toolkit.publishing.report_page import index_page


def _report(file: str, source: str, *messages: str) -> FileReport:
    findings = (
        Finding("FID001", Severity.ERROR, message, Place(file, line=number))
        for number, message in enumerate(messages)
    )
    return FileReport(file, {}, tuple(findings), intact=True, source=source)


BEFORE = [_report("a", "1", "An <odd> thing", "Gone"), _report("b", "2"), _report("c", "3")]
AFTER = [_report("a", "1", "First", "An <odd> thing"), _report("b", "9"), _report("d", "4")]


def _news(before: bytes | None, reports: list[FileReport]) -> ReportDiff:
    return diff_reports(before, [report_to_json(report) for report in reports])


def test_texts_and_findings_are_new_changed_or_gone() -> None:
    assert ReportDiff(
        new=("d",),
        changed=("b",),
        gone=("c",),
        found=(ReportedFinding("a", "FID001", "First"),),
        settled=(ReportedFinding("a", "FID001", "Gone"),),
    ) == _news(report_json(BEFORE).encode(), AFTER)


def test_the_first_run_has_no_news() -> None:
    assert not _news(None, AFTER)
    assert "since" not in json.loads(report_json(AFTER, news=_news(None, AFTER)))


def test_news_stand_until_something_changes_again() -> None:
    news = _news(report_json(BEFORE).encode(), AFTER)
    assert news == _news(report_json(AFTER, news=news).encode(), AFTER)


def test_a_report_that_somebody_spoiled_is_no_trouble() -> None:
    for spoiled in (b"", b"[]", b"{", b'{"files": [1]}', b'{"files": [{"file": "a"}]}'):
        assert not _news(spoiled, AFTER)


def test_the_page_has_a_section_of_news() -> None:
    page = index_page(AFTER, title="x", news=_news(report_json(BEFORE).encode(), AFTER))
    assert "<summary>New findings: 1</summary><ul><li>a: FID001 First</li></ul>" in page
    assert "<summary>Texts gone: 1</summary><ul><li>c</li></ul>" in page
    assert "since the previous run" not in index_page(AFTER, title="x")
    assert 'id="news"' not in index_page(AFTER, title="x")


def test_names_and_messages_are_no_markup() -> None:
    page = index_page(
        [], title="x", news=ReportDiff(found=(ReportedFinding("<b>", "FID001", "<i>"),))
    )
    assert "<li>&lt;b&gt;: FID001 &lt;i&gt;</li>" in page
