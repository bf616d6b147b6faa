"""Orders as they are really written: each holds its text, and none is missed by the hints."""

import re
from datetime import UTC, datetime
from functools import partial

import pytest

import intake
from intake.notyet.hints import hints_in
from intake.notyet.withholding import held_words
from press.releases.release import Filing
from tests.each import each
from tests.intake.notyet.orders import BARE, OPEN, TIMED
from tests.intake.notyet.phrasings import AFTER, BEFORE, EVENTS, HEAD, MOMENTS, UNCERTAIN

MOMENT = datetime(2038, 10, 6, 7, 30, tzinfo=UTC)
DATED = "27 November 2025 - 10:00"
PLACES = {
    "on top": f"LINE\n\n{DATED}\n\n{HEAD}\n\nText.",
    "with the headline": f"{DATED}\n\nLINE\n{HEAD}\n\nText.",
    "at the end": f"{DATED}\n\n{HEAD}\n\nText.\n\nLINE",
    "in a list": f"{DATED}\n\n{HEAD}\n\nText.\n\n- LINE\n- One page",
    "in brackets": f"{DATED}\n\n(LINE)\n\n{HEAD}\n\nText.",
}
TRIES = re.compile(r"(?i)\b(?:until|till|after|upon|jusqu|apr[eè]s|tot|na|bis|nach|vor|voor de)\b")
ALL_TIMED = [order for orders in TIMED.values() for order in orders]
ALL_OPEN = [order for orders in OPEN.values() for order in orders]
ALL_BARE = [order for orders in BARE.values() for order in orders]
BANS = [order for order in ALL_BARE if held_words(order)]


def filing(text: str) -> Filing:
    (only,) = intake.read("a.txt", text.encode(), zone="Europe/Brussels", language="en").filings
    return only


@pytest.mark.waits
@pytest.mark.parametrize("place", PLACES)
def test_an_order_as_it_is_really_written_holds_until_its_minute(place: str) -> None:
    each([PLACES[place].replace("LINE", order) for order in ALL_TIMED], check_timed)


def check_timed(text: str) -> None:
    found = filing(text)
    assert {one.embargo and one.embargo.instant for one in found.not_yet} == {MOMENT}
    assert found.headline == HEAD
    assert "2038" not in " ".join(block.markdown for block in found.blocks)


@pytest.mark.waits
@pytest.mark.parametrize("place", PLACES)
def test_an_order_without_a_minute_leaves_a_draft(place: str) -> None:
    each([PLACES[place].replace("LINE", order) for order in ALL_OPEN], check_open)


def check_open(text: str) -> None:
    found = filing(text)
    assert found.not_yet
    assert all(one.embargo is None and one.why for one in found.not_yet)


@pytest.mark.parametrize("place", PLACES)
def test_a_mere_word_leaves_a_draft_that_an_officer_may_give_a_minute(place: str) -> None:
    each(
        [PLACES[place].replace("LINE", order) for order in ALL_BARE if order not in BANS],
        check_bare,
    )


def check_bare(text: str, *, bare: bool = True) -> None:
    found = filing(text)
    assert [(one.embargo, one.bare) for one in found.not_yet] == [(None, bare)]
    assert found.headline == HEAD


@pytest.mark.parametrize("place", PLACES)
def test_a_ban_on_publication_is_no_mere_word_that_a_minute_answers(place: str) -> None:
    each([PLACES[place].replace("LINE", ban) for ban in BANS], partial(check_bare, bare=False))


def test_an_order_that_tries_to_name_a_moment_is_no_mere_word() -> None:
    each([*filter(TRIES.search, ALL_OPEN), *ALL_TIMED, *EVENTS], check_no_mere_word)


def check_no_mere_word(order: str) -> None:
    found = filing(PLACES["at the end"].replace("LINE", order))
    assert [one.bare for one in found.not_yet] == [False]


@pytest.mark.parametrize("case", [str, str.upper, str.lower])
def test_every_order_has_a_hint(case) -> None:  # type: ignore[no-untyped-def]
    worded = [
        f"{order} {moment}{AFTER.get(order, '')}"
        for code, orders in BEFORE.items()
        for order in orders
        for moment in MOMENTS[code]
    ]
    for line in [*worded, *UNCERTAIN, *EVENTS, *ALL_TIMED, *ALL_OPEN, *ALL_BARE]:
        assert hints_in(f"{HEAD}\n\nText. More text.\n\n{case(line)}\n\nText."), line


@pytest.mark.parametrize(
    "piece",
    ["EMBARGO until 5 May 2027, 10:00\n", "Do not publish\n", "Not before 5 May, not before.\n"],
)
def test_a_text_that_says_it_in_hundreds_of_places_is_held(piece: str) -> None:
    found = filing(f"{HEAD}\n\n{piece * 3000}")
    assert found.not_yet
    assert any("more places than can be read" in one.why for one in found.not_yet)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("| Embargo |\n|---|\n| 6 October 2038, 9:30 |", ""),
        (
            "| Embargo | Contact |\n|---|---|\n| 6 October 2038, 9:30 | Jane |",
            "|  | Contact |\n|---|---|\n|  | Jane |",
        ),
        ("```\nEmbargo until 6 October 2038, 9:30\n```", ""),
    ],
)
def test_a_table_or_a_block_of_code_names_the_moment_and_leaves_nothing_of_it(
    text: str, left: str
) -> None:
    found = filing(f"{HEAD}\n\n{text}\n\nText.")
    assert [one.embargo and one.embargo.instant for one in found.not_yet] == [MOMENT]
    assert [block.markdown for block in found.blocks] == [HEAD, *filter(None, [left]), "Text."]


@pytest.mark.parametrize(
    "line",
    ["EMBARGO 6 October 2038, 9:30 | BRUSSELS", "Brussels – embargo until 6 October 2038, 9:30"],
)
def test_a_place_left_beside_an_order_is_no_headline(line: str) -> None:
    assert filing(f"{line}\n\n{HEAD}\n\nText.").headline == HEAD


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGO LIFTED",
        "EMBARGO LEVÉ",
        "EMBARGO OPGEHEVEN",
        "SPERRFRIST AUFGEHOBEN",
        "NO EMBARGO",
        "Not under embargo",
        "Sans embargo",
        "Geen embargo",
        "FOR IMMEDIATE USE",
    ],
)
def test_a_line_that_says_that_nothing_holds_is_no_headline(line: str) -> None:
    found = filing(f"{line}\n\n{DATED}\n\n{HEAD}\n\nText.")
    assert found.headline == HEAD
    assert found.not_yet == ()
    assert found.embargo is not None


def test_two_orders_in_a_line_without_end_are_both_taken_out() -> None:
    order = "This release is embargoed until 6 October 2038, 9:30."
    filler = "The bridge is a sample and spans a river. " * 60
    found = filing(f"{HEAD}\n\n{filler}{order} {filler}{order} {filler}")
    assert {one.embargo and one.embargo.instant for one in found.not_yet} == {MOMENT}
    assert "2038" not in " ".join(block.markdown for block in found.blocks)
