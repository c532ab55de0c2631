"""What people are shown: each finding that matters, and not a flood of those that do not."""

import pytest

from toolkit.cli.console import MOST_ALIKE, show_findings
from toolkit.findings import Finding, Place, Severity


def _shown(capsys: pytest.CaptureFixture[str], severity: Severity, number: int) -> list[str]:
    show_findings(
        Finding("ABC001", severity, f"number {n}", Place("a.txt", n)) for n in range(number)
    )
    return capsys.readouterr().err.splitlines()


def test_many_of_what_is_only_worth_knowing_are_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = _shown(capsys, Severity.INFO, MOST_ALIKE + 1000)
    assert MOST_ALIKE + 1 == len(lines)
    assert "a.txt ABC001 and 1,000 more of them; --json prints all" == lines[-1]


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.ERROR])
def test_all_that_is_wrong_is_shown(capsys: pytest.CaptureFixture[str], severity: Severity) -> None:
    assert 1000 == len(_shown(capsys, severity, 1000))
