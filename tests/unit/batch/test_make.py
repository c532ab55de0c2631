"""What becomes of one input."""

import gc
from collections.abc import Iterable
from pathlib import Path

import pytest

from toolkit.annotation.protocol import Annotator, annotations_of
from toolkit.batch.build import build_text
from toolkit.batch.input import Input
from toolkit.edition import Edition
from toolkit.exceptions import ToolkitError
from toolkit.text import Annotation, Document


@pytest.mark.parametrize("fails", [False, True])
def test_the_collector_rests_while_a_text_is_encoded_and_no_longer(
    monkeypatch: pytest.MonkeyPatch, *, fails: bool
) -> None:
    rested = []

    def look(_doc: Document, _edition: Edition) -> Iterable[Annotation]:
        rested.append(not gc.isenabled())
        if fails:
            raise ToolkitError("no")
        return ()

    found = (Annotator("look", annotations_of(look)),)
    monkeypatch.setattr("toolkit.pipeline.annotators_of", lambda _edition: found)

    made = build_text(Input(Path("a.txt"), "a.txt", Edition(), data=b"He came."), checked=False)

    assert ([True], fails) == (rested, bool(made.report.failed))
    assert gc.isenabled()
