"""A feed's past is divided so that no address ever moves."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.public.archive import PART_LENGTH, Part

BRUSSELS = "Europe/Brussels"
parts = st.builds(
    Part,
    st.integers(1900, 2998),
    st.integers(1, 12),
    st.integers(1, 9999),
    st.integers(0, PART_LENGTH - 1),
)


@given(parts)
def test_a_part_is_found_again_by_its_name(part: Part) -> None:
    assert Part.named(str(part)) == part


@pytest.mark.parametrize(
    "name",
    [
        *("", "2026", "2026-2", "2026-00", "2026-13", "2026-02-1", "2026-02-0", "2026-02-02"),
        *("26-02", "0999-01", "2026-02-", "2026-02-x", " 2026-02", "2026-02\n", "२०२६-02"),
        *("2026-02-10000", "2026-02-first-0", "2026-02-first-50", "2026-02-first-01"),
        *("2026-02-first", "2026-02-2-first-", "2026-02-first-1-2"),
    ],
)
def test_any_other_spelling_names_nothing(name: str) -> None:
    assert Part.named(name) is None


def test_a_month_is_the_newsrooms_own() -> None:
    part = Part(2026, 3)
    assert part.begins(BRUSSELS) == datetime(2026, 2, 28, 23, tzinfo=UTC)
    assert part.ends(BRUSSELS) == datetime(2026, 3, 31, 22, tzinfo=UTC)


FIRST, LAST = datetime.fromisoformat("1900-02-01"), datetime.fromisoformat("2998-01-01")


@given(st.datetimes(FIRST, LAST, timezones=st.just(UTC)))
def test_every_instant_lies_in_its_part_and_in_no_other(instant: datetime) -> None:
    part = Part.holding(instant, 1, BRUSSELS)
    assert part.begins(BRUSSELS) <= instant < part.ends(BRUSSELS)
    after = Part.holding(part.ends(BRUSSELS), 1, BRUSSELS)
    assert after.begins(BRUSSELS) == part.ends(BRUSSELS)
    assert after > part > Part.holding(part.begins(BRUSSELS) - timedelta.resolution, 9, BRUSSELS)
