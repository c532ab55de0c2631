"""A part of the attack; the whole of it is run by ``python -m tests.attack.attack``."""

import pytest

from tests.attack.attack import AREAS, OK, REFUSED, run_area


@pytest.mark.slow
@pytest.mark.parametrize("area", AREAS)
def test_no_input_of_an_area_does_harm(area: str) -> None:
    most = min(60, AREAS[area][1])
    row = run_area(area, range(most))
    assert [] == row.failures
    assert most == row.counts[OK] + row.counts[REFUSED]


def test_the_areas_have_as_many_inputs_as_the_first_attack() -> None:
    assert AREAS["texts"][1] >= 10_223
    assert sum(most for _, most in AREAS.values()) >= 14_000
