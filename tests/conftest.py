"""What several tests share: where the team's reference material lies, if it is there."""

import os
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent

hypothesis.settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that takes what the golden cases give as what they should give."""
    parser.addoption("--accept", action="store_true", help="rewrite what golden cases expect")


@pytest.fixture(scope="session")
def accept(pytestconfig: pytest.Config) -> bool:
    """Is what a golden case gives to be taken as expected?"""
    return bool(pytestconfig.getoption("--accept"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the checkout: schemas, gold data, real documents."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material (../shared) is not beside this checkout")
    return folder
