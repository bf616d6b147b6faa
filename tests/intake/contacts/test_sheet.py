"""The date and the number of a letterhead are no contact's: they stay in the text."""

import pytest

from intake.contacts.blocks import take_contacts
from intake.contacts.sheet import is_of_sheet

SHEET = ("DATUM Corvane, 30. November 2026", "NR. 094/26")


@pytest.mark.parametrize(
    "line",
    [
        *SHEET,
        "**DATUM** Corvane, 30. November 2026",
        "Corvane, le 30 novembre 2026",
        "Monday, 30 November 2026",
        "Date: 2026-11-30",
        "Datum: 30.11.2026",
        "Aktenzeichen: 3-12/26",
        "Ons kenmerk: ABC/2026/12",
    ],
)
def test_dates_and_numbers_of_a_sheet_are_known(line: str) -> None:
    assert is_of_sheet(line)


@pytest.mark.parametrize(
    "line",
    [
        "No. 12 Sample Street",
        "1000 Corvane",
        "02 555 01 01",
        "No. 02-555-01-01",
        "Nr 0475 12 34 56",
        "Ref 02 555 01 01",
        "Team 112",
        "When: 30 November 2026",
        "Sample Street 2026",
    ],
)
def test_addresses_and_telephone_numbers_are_no_numbers_of_a_sheet(line: str) -> None:
    assert not is_of_sheet(line)


@pytest.mark.parametrize("above", ["TEL +999 611 75 44 52", "TEL +999 611 75 44 52\nFAX 0611 75"])
@pytest.mark.parametrize("below", ["", "E-MAIL presse@samples.example\nINTERNET samples.example"])
def test_a_letterhead_beside_a_press_office_stays_in_the_text(above: str, below: str) -> None:
    card = [*f"Pressestelle\nBeispielstr. 7\n10117 Corvane\n{above}".split("\n"), *SHEET]
    left, (office,) = take_contacts([*card, *below.split("\n")])
    assert [line for line in left if line] == [*SHEET]
    assert office.address[:2] == ("Beispielstr. 7", "10117 Corvane")
    assert not any("DATUM" in line or "094" in line for line in office.address)
    assert office.phones == ("+999 611 75 44 52",)
    assert office.emails == ("presse@samples.example",) * bool(below)


def test_a_date_above_the_first_number_leaves_in_doubt_what_it_is_for() -> None:
    event = ["Sample Palace", "30 November 2026", "events@samples.example"]
    assert take_contacts(event) == (event, ())
