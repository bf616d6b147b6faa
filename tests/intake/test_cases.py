"""Shapes in which press offices really send texts, where some are present."""

from pathlib import Path

import pytest

import intake
from press.contact import ContactKind
from press.errors import UnreadableFile
from press.releases.release import Filing
from press.text import Kind
from tests.conftest import SHARED


def path_of(name: str) -> Path:
    path = SHARED / "cases" / "press" / name
    if not path.is_file():
        pytest.skip("no folder of cases (NEWSROOM_SHARED) on this machine")
    return path


def filing(name: str) -> Filing:
    path = path_of(name)
    (only,) = intake.read(name, path.read_bytes(), zone="Europe/Brussels", language="en").filings
    return only


def when(found: Filing) -> str | None:
    return found.moment and f"{found.moment.wall:%Y-%m-%d %H:%M} {found.moment.precision.value}"


def words(found: Filing) -> str:
    return "\n".join(block.markdown for block in found.blocks)


def test_an_office_above_the_headline_is_the_issuer_and_signs_stay() -> None:
    found = filing("01-office-first.de.txt")
    assert found.headline.startswith("Preise im September 2026: voraussichtlich + 0,8 %")
    assert (when(found), found.issuer) == (None, "Landesamt für Zahlen")
    assert "\\- 2,6 % Energie\\\n\\+ 1,4 % Nahrungsmittel" in words(found)
    person, service = found.contacts
    assert (person.name, person.phones) == ("Annegret Muster", ("(0611) 75-0001",))
    assert (service.kind, service.emails) == (ContactKind.SERVICE, ("presse@landesamt.example",))


def test_a_date_and_an_office_above_the_headline_are_both_understood() -> None:
    found = filing("02-date-office-headline.de.txt")
    assert found.headline.startswith("POL-CO: Pressetermin in der Einsatzzentrale - Einladung")
    assert (when(found), found.issuer) == ("2025-12-04 10:45 minute", "Polizei Corvane")
    (person,) = [one for one in found.contacts if one.name == "Nina Muster"]
    assert (person.phones, person.emails) == (("040 555-0212",), ("presse@polizei.example",))


def test_a_number_above_the_headline_is_a_reference_and_the_first_paragraph_settles_the_day() -> (
    None
):
    found = filing("03-reference-first.en.txt")
    assert found.headline == "RELIEF COORDINATOR LAUNCHES REPORT ON FUNDING NEEDS"
    assert (when(found), found.doubts) == ("2026-02-04 00:00 date", ())
    assert found.reference == "IHA/7037"
    assert "IHA/7037" not in words(found)
    assert len(found.contacts) == 2
    assert sum(len(one.phones) for one in found.contacts) == 3


def test_the_kind_of_text_beside_an_office_is_told_apart_from_it() -> None:
    found = filing("04-commission.en.txt")
    assert found.headline.startswith("Commission approves €1.5 billion scheme")
    assert (when(found), found.issuer) == ("2026-03-12 00:00 date", "Commission of States")
    assert found.reference == "IP/26/1234"
    assert [len(one.phones) for one in found.contacts] == [1, 1]


def test_a_transcript_is_asked_for_its_headline() -> None:
    with pytest.raises(UnreadableFile, match="put the headline in a paragraph of its own"):
        filing("05-transcript.en.txt")


def test_two_people_on_lines_below_each_other_are_two() -> None:
    found = filing("06-two-contacts.fr.txt")
    assert found.headline.startswith("La ministre rend hommage")
    assert when(found) == "2026-08-19 09:30 minute"
    (items,) = [block for block in found.blocks if block.kind is Kind.LIST]
    assert items.markdown.count("- ") == 2
    assert [one.phones for one in found.contacts] == [
        ("0475/55.01.23",),
        ("+32 (0)478 55 01 24",),
        ("02 555 81 11",),
    ]


def test_a_note_that_is_not_for_publication_is_in_no_document() -> None:
    found = filing("07-dutch-note.nl.txt")
    assert found.headline.startswith("Corvane draagt € 15 miljoen bij")
    assert (when(found), found.likely) == ("2026-05-12 10:00 minute", "nl")
    shown = words(found) + str(found.contacts)
    assert not [
        word for word in ("Anna", "55501234", "555 01 23", "minbz", "Noot") if word in shown
    ]
    assert found.not_yet == ()
    assert "Kamerbrief over noodhulp (12-05-2026)" in words(found)
    (person,) = found.unpublished
    assert person.phones == ("06-55501234", "070 - 555 01 23", "06 - 12 34 56 78")


def test_a_programme_keeps_its_days_as_paragraphs() -> None:
    found = filing("08-programme.de.txt")
    assert (found.headline, when(found)) == ("Programm der Ministerin", "2026-03-12 08:00 minute")
    assert {block.kind for block in found.blocks[1:]} == {Kind.PARAGRAPH}
    days = [block.markdown.partition(" ")[0] for block in found.blocks[1:4]]
    assert days == ["12\\.", "14\\.", "20\\."]
    assert "\\> 65 Jahre: 12,5 % der Bevölkerung" in words(found)
    (person,) = found.contacts
    assert len(person.phones) == 2
    assert person.emails == ("presse@amt.example",)
