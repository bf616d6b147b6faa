"""Who gets no mail for how long, because it came back."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.telling.suppressing import FOR_A_WHILE, FOR_GOOD, TOO_OFTEN, WITHIN, suppression_for
from tests.conftest import NOON


@pytest.mark.parametrize("status", ["5.1.1", "5.1.10", "5.2.1", "5.4.4", "5.0.0", ""])
def test_an_address_that_does_not_exist_is_left_alone_at_once(status: str) -> None:
    found = suppression_for(NOON, permanent=True, status=status, lately=())
    assert found is not None
    assert found.until == NOON + FOR_GOOD


@pytest.mark.parametrize(
    "status", ["5.2.2", "5.2.3", "5.3.4", "5.6.1", "5.7.1", "5.7.26", "5.1.8", "4.4.1"]
)
def test_what_is_about_a_letter_or_a_full_mailbox_is_forgiven(status: str) -> None:
    assert suppression_for(NOON, permanent=True, status=status, lately=()) is None
    others = [NOON - timedelta(days=n) for n in range(TOO_OFTEN - 1)]
    found = suppression_for(NOON, permanent=True, status=status, lately=others)
    assert found is not None
    assert found.until == NOON + FOR_A_WHILE
    assert found.reason == f"5 times in 14 days, last {status}"


@given(st.lists(st.timedeltas(timedelta(days=-1), timedelta(days=30))))
def test_what_passes_counts_for_two_weeks(ago: list[timedelta]) -> None:
    lately = [NOON - one for one in ago]
    count = sum(timedelta() <= one < WITHIN for one in ago)
    found = suppression_for(NOON, permanent=False, status="4.2.2", lately=lately)
    assert (found is not None) == (count + 1 >= TOO_OFTEN)
