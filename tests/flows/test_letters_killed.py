"""Clocks are killed while letters leave; everybody gets theirs, and any twice has the same name."""

import random

import pytest

from benchmarks.letters_killed import run

pytestmark = pytest.mark.waits

EACH, KILLS = 150, 4


@pytest.mark.promise(84)
def test_whatever_clock_is_killed_everybody_gets_their_letter_and_nobody_another() -> None:
    seed = random.SystemRandom().randrange(10**6)
    survey = run(EACH, KILLS, seed)
    assert survey.faults == []
    assert len(survey.letters) == survey.followers == 4 * EACH
