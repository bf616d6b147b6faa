"""Tables of contacts: each row a person, and a number never under the wrong one."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.contacts.blocks import take_contacts
from tests.intake.contacts.people import Someone, bare, reached, some_people

ADA = ("Ada Muster", "Spokesperson", ["030 1234567", "ada@example.org"])
BRAM = ("Bram Example", "Press officer", ["030 1234568", "bram@example.org"])
RULE = "| --- | --- |"
ROWS = (
    "| Ada Muster; Spokesperson | 030 1234567; ada@example.org |",
    "| Bram Example; Press officer | 030 1234568 bram@example.org |",
)


@pytest.mark.parametrize(
    "lines",
    [
        [ROWS[0], RULE, ROWS[1]],
        ["|  |  |", RULE, *ROWS],
        ["| Press contacts |  |", RULE, *ROWS],
        ["| Name, Funktion | Kontaktdaten |", RULE, *ROWS],
        ["| Personne de contact | Coordonnées |", RULE, *ROWS],
        ["| Contact | Contact details |", RULE, *ROWS],
        ["| Contactpersoon | Telefoonnummer en e-mailadres |", RULE, *ROWS],
        [f"{ROWS[0][:-2]} {ROWS[1]}".replace(" | 030", "; 030"), RULE],
        [f"{ROWS[0][:-2]} {ROWS[1]}", "| --- | --- | --- | --- |"],
        [
            "|  | Ada Muster | Bram Example |",
            "| --- | --- | --- |",
            "| Role | Spokesperson | Press officer |",
            "| Phone | 030 1234567 | 030 1234568 |",
            "| E-mail | ada@example.org | <bram@example.org> |",
        ],
        [
            "| Ada Muster | Bram Example |",
            RULE,
            "| Spokesperson | Press officer |",
            "| Tel. 030 1234567 | Tel. 030 1234568 |",
            "| ada@example.org | bram@example.org |",
        ],
        [
            "Ada Muster\tSpokesperson\t030 1234567\tada@example.org",
            "Bram Example\tPress officer\t030 1234568\tbram@example.org",
        ],
        [
            "Ada Muster\t030 1234567\tSpokesperson\tada@example.org",
            "Bram Example\t030 1234568\tPress officer\tbram@example.org",
        ],
        [
            "Spokesperson\tAda Muster\t030 1234567\tada@example.org",
            "Press officer\tBram Example\t030 1234568\tbram@example.org",
        ],
    ],
)
def test_each_row_of_a_table_is_a_person_or_each_column(lines: list[str]) -> None:
    left, found = take_contacts(["Press contacts", "", *lines])
    assert not any(left)
    assert [(c.name, c.role, [*c.phones, *c.emails]) for c in found] == [ADA, BRAM]


@pytest.mark.parametrize(
    "lines",
    [
        ["| Ada Muster; Bram Example | 030 1234567; 030 1234568 |", RULE],
        ["| Ada Muster; Sabine | 030 1234567; 030 1234568 |", RULE],
        ["| Ada Muster | 030 1234567 |", RULE, "| 030 1234568 | Bram Example |"],
        ["| 030 1234567 | Ada Muster |", RULE, "| 030 1234568 | Bram Example |"],
        ["| Ada Muster | 030 1234567; 030 1234568 |", RULE, "| Bram Example |  |"],
        ["| Name | Tel. (030) |", RULE, "| Ada Muster | 1234567 |"],
        ["| Advice centre North | 030 1234567 |", RULE, "| Advice centre South | 030 1234568 |"],
        ["| Ada Muster Sprecherin | Telefon |", RULE, "| Bram Example | 030 1234568 |"],
        ["Ada Muster\t030 1234567; Room 12 Bram Example\t030 1234568"],
        ["| Corvane | 2025 | 2026 |", "|---|---|---|", "| Visitors | 202 555 0143 | 12 |"],
    ],
)
def test_a_table_that_leaves_in_doubt_whose_a_number_is_stays_in_the_text(lines: list[str]) -> None:
    assert take_contacts(lines) == (lines, ())


@st.composite
def tables(draw: st.DrawFn) -> tuple[Sequence[Someone], list[str]]:
    """People in a table as somebody may lay it out, with all they say in two or three columns."""
    people = draw(some_people())
    order = draw(st.sampled_from(("beside", "apart", "alone", "turned", "role first")))
    between = draw(st.sampled_from(("; ", ", ", " / ", " · ")))
    rows = list[list[str]]()
    for one in people:
        ways = between.join(one.reach)
        rows.append(
            {
                "beside": ["; ".join(filter(None, [one.name, one.role])), ways],
                "apart": [one.name, one.role, ways],
                "alone": [f"{one.titled}; {ways}", ""],
                "turned": [one.name, one.role or "press", *one.reach, *[""] * 4][:6],
                "role first": [one.role, one.name, ways],
            }[order]
        )
    if order == "turned":
        rows = [list(row) for row in zip(*rows, strict=True)]
    width = len(rows[0])
    rule = "|" + " --- |" * width
    head = draw(st.sampled_from(([], [[""] * width], [["Press contacts", *[""] * (width - 1)]])))
    written = [f"| {' | '.join(row)} |" for row in (*head, *rows)]
    return people, [written[0], rule, *written[1:]]


@settings(max_examples=250, deadline=None)
@given(tables())
def test_of_a_table_no_number_is_under_the_wrong_person_and_none_is_lost(
    drawn: tuple[Sequence[Someone], list[str]],
) -> None:
    people, lines = drawn
    left, found = take_contacts(lines)
    assert left == lines or not any(left)
    for one in found:
        owner = next(someone for someone in people if someone.name == one.name)
        assert reached(one) == {*map(bare, owner.phones), *filter(None, [owner.email])}
    assert not found or len(found) == len(people)


@settings(max_examples=100, deadline=None)
@given(some_people())
def test_a_table_of_names_and_numbers_is_read_whole(people: Sequence[Someone]) -> None:
    rows = [f"| {one.name}; {one.role} | {'; '.join(one.reach)} |" for one in people]
    left, found = take_contacts(["|  |  |", RULE, *rows])
    assert not any(left)
    assert [one.name for one in found] == [one.name for one in people]


@pytest.mark.parametrize("role", ["Head of Legal Counsel", "Region of the North Sea"])
def test_what_stands_behind_the_last_number_of_a_row_is_a_role(role: str) -> None:
    left, (ada,) = take_contacts([f"Ada Muster\t030 1234567\t{role}"])
    assert left == [""]
    assert (ada.name, ada.role, ada.phones) == ("Ada Muster", role, ("030 1234567",))
