"""The validation corpus, unpacked once for all tests of the suites."""

import tarfile
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpus(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of real documents, with their mutations."""
    folder = tmp_path_factory.mktemp("corpus")
    with tarfile.open(shared / "validation" / "documents.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return folder
