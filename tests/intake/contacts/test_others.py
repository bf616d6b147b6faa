"""Who stands in for somebody, or is named beside them, never lends them a number."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.contacts.blocks import take_contacts
from press.contact import Contact

ONE, TWO = "+999 2 555 01 01", "+999 2 555 01 02"
DEPUTIES = (
    *("Deputy", "Her deputy", "In her absence", "Adjoint", "Son adjointe", "En son absence"),
    *("Remplaçante", "En cas d'absence", "Adjunct", "Plaatsvervanger", "Bij afwezigheid"),
    *("Vervanger", "Stellvertreter", "Stellvertreterin", "Vertretung", "Bei Abwesenheit"),
)
MOMENTS = (
    *("Weekend", "On Sunday", "after 5 pm", "Le week-end", "Après 17 heures", "En cas d'urgence"),
    *("Am Wochenende", "Bereitschaft am Wochenende", "In dringenden Fällen", "Nach 17 Uhr"),
    *("In het weekend", "Na 17 uur", "Op zondag", "In dringende gevallen"),
)
SHAPES = (
    "{0} – {1}\n{2}: {3} – {4}",
    "{0}, {1}\n{2} : {3}, {4}",
    "{0}\n{1}\n{2}: {3}\n{4}",
    "{0}\n{1}\n{2} :\n{3}\n{4}",
    "{0}\nspokesperson\n{1}\n{2}: {3}\n{4}",
)
SWITCHBOARDS = ("Switchboard", "Zentrale", "Telefonzentrale", "Telefooncentrale")
DUTIES = (
    *("Duty officer", "Press officer on duty", "Officier de garde", "Attaché de permanence"),
    *("Wachtofficier", "Woordvoerder van wacht", "Pressesprecher vom Dienst"),
)
MARKS = (": ", " : ", ":\n", "\n", " – ", " | ", "\t", ", ", " (", " ")
SIGNS = (" - ", " > ", " → ", " * ", " ~ ", ' "', " “", "«", " = ", "… ", ". ", "! ", " # ", " _")


def _dealt(text: str) -> list[Contact]:
    left, found = take_contacts(text.split("\n"))
    assert not any(left)
    return list(found)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("lead", DEPUTIES)
def test_whoever_stands_in_for_somebody_is_a_person_with_numbers_of_their_own(
    lead: str, shape: str
) -> None:
    anna, tom = _dealt(shape.format("Anna Berg", ONE, lead, "Tom Leclerc", TWO))
    assert (anna.name, anna.phones) == ("Anna Berg", (ONE,))
    assert (tom.name, tom.role, tom.phones) == ("Tom Leclerc", lead, (TWO,))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("lead", MOMENTS)
def test_when_somebody_else_answers_is_said_of_their_number(lead: str, shape: str) -> None:
    anna, tom = _dealt(shape.format("Anna Berg", ONE, lead, "Tom Leclerc", TWO))
    assert (anna.name, anna.phones) == ("Anna Berg", (ONE,))
    assert (tom.name, tom.role, tom.phones) == ("Tom Leclerc", "", (f"{TWO} ({lead})",))


@pytest.mark.parametrize("shape", ["{0}\n{1}\n{2}: {3}", "{0}\n{1}\n{2}\n{3}", "{0}, {1}\n{2} {3}"])
@pytest.mark.parametrize("name", SWITCHBOARDS)
def test_the_number_of_a_switchboard_says_so(name: str, shape: str) -> None:
    (anna,) = _dealt(shape.format("Anna Berg", ONE, name, TWO))
    assert anna.phones == (ONE, f"{TWO} ({name})")
    assert anna.role == ""


@pytest.mark.parametrize(
    "shape", ["{0}\n{1}\n{2}: {3}", "{0}\n{1}\n{2}\n{3}", "{0}, {1}\n{2}, {3}"]
)
@pytest.mark.parametrize("duty", DUTIES)
def test_a_duty_that_goes_round_is_nobodys_role(duty: str, shape: str) -> None:
    anna, officer = _dealt(shape.format("Anna Berg", ONE, duty, TWO))
    assert (anna.name, anna.role, anna.phones) == ("Anna Berg", "", (ONE,))
    assert (officer.name, officer.phones) == (duty, (TWO,))


@pytest.mark.parametrize(
    "text",
    [
        "{0}\n{1}\n{2}",
        "{0}\n{1}\n{2}\n{3}",
        "{0},\n{1}\n{2}, {3} (respectively)",
        "{0} und\n{1}\n{2}, {3}",
        "{0} or {1}, press team: {2}",
        "{0} et {1}\nservice de presse\n{2}",
        "{0} en {1}\nwoordvoerders\n{2}",
        "{0} & {1}\n{2}\n{3}",
        "{0} (spokeswoman), {1} (deputy)\nTel. {2} (Anna), {3} (Tom)",
        "{0}\nTel. {2} (Anna), {3} (Tom)",
        "{0} | {1}\n{2} | {3}",
        "{0}    {1}\n{2}    {3}",
        "{0}\nspokesperson\n{1}\ndeputy\n{2}\n{3}",
        "{0}\n{2}\nUnknown words: {1}\n{3}",
        "{0}\n{2} (Tomorrow: {1})",
        "{0}\n\n{1}\n\n{2}",
        "Phone: {2}\nName: {0}\nPhone: {3}\nName: {1}",
        "Tel. {2}\nNom : {0}\nTel. {3}\nNom : {1}",
        "Telefon: {2}\n\nName: {0}\n\nTelefon: {3}\n\nName: {1}",
    ],
)
def test_where_lines_name_a_second_person_nobody_gets_the_numbers(text: str) -> None:
    lines = text.format("Anna Berg", "Tom Leclerc", ONE, TWO).split("\n")
    assert take_contacts(lines) == (lines, ())


def test_columns_apart_by_tabs_are_two_people() -> None:
    anna, tom = _dealt(f"Anna Berg\tTom Leclerc\n{ONE}\t{TWO}")
    assert (anna.name, anna.role, anna.phones) == ("Anna Berg", "", (ONE,))
    assert (tom.name, tom.role, tom.phones) == ("Tom Leclerc", "", (TWO,))


@pytest.mark.parametrize("whose", ["Handy von ", "Mobile of ", "Portable d'", "GSM van "])
def test_whose_telephone_it_is_is_their_name(whose: str) -> None:
    (anna,) = _dealt(f"{whose}Anna Geheim: {ONE}")
    assert (anna.name, anna.phones) == ("Anna Geheim", (ONE,))


@settings(max_examples=150, deadline=None)
@example(lead="", mark=" – ", between="\n", gap="; ")
@example(lead="", mark=" – ", between="\t", gap=" / ")
@example(lead="", mark=" > ", between="\n", gap=", ")
@example(lead="Room 4711", mark=' "', between="\n", gap="; ")
@example(lead="Room 4711", mark=". ", between="\t", gap=", ")
@example(lead="after 5 pm", mark=" – ", between="\n\n", gap="\n")
@example(lead="after 5 pm", mark=" ", between="\n", gap="; ")
@example(lead="Whatever this is", mark=" ", between="\t", gap=", ")
@example(lead="Press", mark=" ", between="\t", gap=" / ")
@given(
    lead=st.sampled_from((*DEPUTIES, *MOMENTS, "Whatever this is", "Besuche", "Room 4711", "")),
    mark=st.sampled_from((*MARKS, *SIGNS)),
    between=st.sampled_from(("\n", ", ", " – ", ": ", " | ", "\n\n", "\t", " ")),
    gap=st.sampled_from(("\n", "\n\n", "; ", " / ", ", ")),
)
def test_nobody_has_the_number_behind_the_name_of_another(
    lead: str, mark: str, between: str, gap: str
) -> None:
    text = f"Anna Berg{between}{ONE}{gap}{lead}{mark}Tom Leclerc{between}{TWO}"
    left, found = take_contacts(text.split("\n"))
    for one in found:
        assert ("Anna Berg" in one.name) == any(ONE in phone for phone in one.phones)
        assert ("Tom Leclerc" in one.name) == any(TWO in phone for phone in one.phones)
    said = "\n".join([*left, *map(repr, found)])
    assert all(kept in said for kept in ("Anna Berg", "Tom Leclerc", ONE, TWO))
