"""What the tests of checking share: a store of schemas of their own, and short documents."""

from collections.abc import Callable
from pathlib import Path

import pytest

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
    "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
)
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def store_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty store of schemas, in place of the user's."""
    folder = tmp_path / "store"
    monkeypatch.setenv("TEI_SCHEMAS", str(folder))
    return folder


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a TEI file with this body, and says where."""

    def make(body: str, *, name: str = "a.xml", before: str = "", header: str = HEADER) -> Path:
        path = tmp_path / name
        text = (
            f'{before}<TEI xmlns="http://www.tei-c.org/ns/1.0" '
            f'xmlns:xi="http://www.w3.org/2001/XInclude">{header}\n<text><body>{body}</body></text></TEI>'
        )
        path.write_text(text, encoding="utf-8")
        return path

    return make
