"""Thousands of small cases in one test: an item of pytest costs more than most of them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Case = TypeVar("Case")
TOLD = 20  # of those that fail


def each(cases: Iterable[Case], check: Callable[[Case], object]) -> None:
    """Check every case, and name all that fail with what was wrong, not only the first."""
    failed, count = [], 0
    for count, case in enumerate(cases, 1):  # noqa: B007 - how many there were
        try:
            check(case)
        except Exception as error:
            failed.append(f"{case!r}: {type(error).__name__}: {str(error)[:500]}")
    assert count, "there is nothing to check"
    assert not failed, f"{len(failed)} fail:\n" + "\n".join(failed[:TOLD])
