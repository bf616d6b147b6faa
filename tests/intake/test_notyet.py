"""“Not yet” wins: every wording of an embargo, in every place, holds its text back."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import intake
from press.release import Filing
from tests.intake.phrasings import AFTER, BEFORE, HEAD, MOMENTS, SHAPES, UNCERTAIN, Shape

MOMENT = datetime(2027, 5, 5, 8, tzinfo=UTC)
ORDERS = [(code, order) for code, orders in BEFORE.items() for order in orders]


def filing(name: str, text: str) -> Filing:
    (only,) = intake.read(name, text.encode(), zone="Europe/Brussels", language="en").filings
    return only


def check_taken_out(found: Filing, line: str) -> None:
    assert found.headline == HEAD
    left = " ".join(block.markdown for block in found.blocks)
    assert line not in left
    assert not any(word in left.casefold() for word in ("embargo", "sperrfrist", "2027"))


def check(shape: Shape, line: str) -> None:
    found = filing(shape.name, shape.text.replace("LINE", line))
    assert [one.embargo and one.embargo.instant for one in found.not_yet] == [MOMENT], found.not_yet
    check_taken_out(found, line)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("code", "order"), ORDERS)
def test_every_order_in_every_place_holds_the_text_until_its_minute(
    code: str, order: str, shape: str
) -> None:
    check(SHAPES[shape], f"{order} {MOMENTS[code][0]}{AFTER.get(order, '')}")


@pytest.mark.parametrize(("code", "order"), ORDERS)
def test_every_order_takes_every_way_to_write_its_moment(code: str, order: str) -> None:
    for moment in MOMENTS[code]:
        check(SHAPES["below the dateline"], f"{order} {moment}{AFTER.get(order, '')}")


@given(
    st.sampled_from(ORDERS),
    st.data(),
    st.sampled_from(sorted(SHAPES)),
    st.sampled_from([str, str.upper, str.lower]),
)
@settings(max_examples=300, deadline=None)
def test_any_order_moment_place_and_case_together(order, data, shape, case) -> None:  # type: ignore[no-untyped-def]
    code, words = order
    moment = data.draw(st.sampled_from(MOMENTS[code]))
    check(SHAPES[shape], case(f"{words} {moment}{AFTER.get(words, '')}"))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("line", UNCERTAIN)
def test_an_order_without_a_certain_moment_holds_the_text_and_says_why(
    line: str, shape: str
) -> None:
    found = filing(SHAPES[shape].name, SHAPES[shape].text.replace("LINE", line))
    assert found.not_yet
    assert [one.embargo for one in found.not_yet] == [None] * len(found.not_yet)
    assert all(one.why for one in found.not_yet)
    check_taken_out(found, line)
