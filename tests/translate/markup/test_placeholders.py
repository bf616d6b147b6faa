"""What may stay as it is is found, wherever it is, though it is looked for only where it can be."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from translate.markup.placeholders import MARKED, PLAIN, REACHABLE, may_stay, reachable, words_alone

DAYS = (
    *("01/09/1998", "01-09-1998", "01.09.1998", "04.05.2027", "09/25/1998", "01\\.09\\.1998"),
    *("12/05/2027 14:30", "2027-05-04 100 000"),
)
NUMBERS = (
    *("02 555 12 34", "0475/12.34.56", "087/59 63 00", "01.09.19.98.45", "+32 2 555 12 34"),
    *("0032 2 555 12 34", "032/04/1998", "02/12.2019"),
)
SIGNS = (*"aBé1 .,:@#_-/()+!", "00", "www", "http://", "mailto:", "x.org")
MARKS = (*"\\`<>[]*~|", "&amp;")
TEXTS = st.lists(st.sampled_from(SIGNS + MARKS), max_size=12).map("".join)


@given(TEXTS)
def test_where_nothing_is_looked_for_there_is_nothing(text: str) -> None:
    for marked, pattern in ((True, MARKED), (False, PLAIN)):
        if not may_stay(text, marked):
            assert pattern.search(text) is None


@given(TEXTS)
def test_what_can_be_followed_is_found_whether_or_not_it_is_looked_for(text: str) -> None:
    assert reachable(text) == Counter(REACHABLE.findall(text))
    assert words_alone(text) == PLAIN.sub(" ", text)


def test_a_day_in_digits_is_no_number_to_call() -> None:
    each(DAYS, is_none)


def is_none(day: str) -> None:
    assert not reachable(f"It dates from {day}, they said.")


def test_a_number_to_call_stays_one() -> None:
    each(NUMBERS, is_one)


def is_one(number: str) -> None:
    assert reachable(f"Call {number}, they said.").total() == 1
