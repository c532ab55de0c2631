"""The table of hyphen signs."""

import re

import pytest

from toolkit.exceptions import SourceError
from toolkit.vocabulary.hyphens import hyphen_class, hyphen_signs, parse_table


def test_signs_are_listed_by_their_role() -> None:
    assert "\u00ad¬" == hyphen_signs("soft")
    assert "=" == hyphen_signs("proof")
    assert set("-‐⸗\u00ad¬=‑") < set(hyphen_signs())


def test_the_class_matches_its_signs_and_nothing_else() -> None:
    pattern = re.compile(hyphen_class("soft", "either", also="–"))
    assert ["-", "¬", "–"] == pattern.findall("a-b¬c=d–e—f.")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ('["-"]\nname = "hyphen"\nrole = "either"', "its name is 'hyphen-minus'"),
        ('["-"]\nname = "hyphen-minus"\nrole = "any"', "unknown role 'any'"),
        ('["-"]\nname = "hyphen-minus"', "expected the keys name and role"),
        ('["--"]\nname = "hyphen-minus"\nrole = "soft"', "expected a single sign"),
    ],
)
def test_a_wrong_entry_is_refused(source: str, problem: str) -> None:
    with pytest.raises(SourceError, match=re.escape(problem)):
        parse_table(source)
