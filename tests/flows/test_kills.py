"""Clocks are killed at random around the minute; every release is announced exactly once."""

import random

import pytest

from benchmarks.kills import HOURS_DOWN, Bench, after_hours_down

pytestmark = pytest.mark.waits

TRIALS = 6


def test_whatever_clock_is_killed_when_each_release_is_announced_once_and_none_early() -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seeds {seed} to {seed + TRIALS - 1}")
    with Bench() as bench:
        outcomes = [bench.trial(seed + number) for number in range(TRIALS)]
        assert bench.query("PRAGMA integrity_check") == [("ok",)]
    assert [outcome for outcome in outcomes if outcome.faults] == []


def test_what_came_due_while_the_service_was_down_is_announced_at_start_as_overdue() -> None:
    said = after_hours_down()
    assert said.endswith(" ms, overdue")
    verb, _, milliseconds = said.removesuffix(" ms, overdue").rpartition(" after ")
    hours = int(milliseconds) / 3_600_000
    assert verb == "came out"
    assert HOURS_DOWN <= hours < HOURS_DOWN + 0.1
