"""What was understood of a file, as a page of text: nothing is lost, and no line is too long."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newsroom.commands.terminal.report_page import WIDTH, PageRow, moment_said, page_of
from press.contact import Contact, ContactKind
from press.embargo import embargo_on
from press.releases.reading_report import report_of
from press.releases.received import LeftOut
from press.releases.release import Filing, Reading
from press.text import Block, Kind
from tests.conftest import NOON
from tests.press.releases.test_reading_report import BLOCKS, FULL, READING

PHONES = st.from_regex(r"\+[0-9]( ?[0-9]){5,14}", fullmatch=True)
LINES = st.text("ab  -é“”1+.", max_size=90)


def test_all_that_was_read_stands_on_the_page() -> None:
    page = " ".join(page_of(report_of(FULL, READING, "fr")).split())
    for words in (
        "Velmora opens a night ferry",
        "It leaves at 23:40.",
        "25 August 2026, 14:00 Europe/Brussels (2026-08-25 12:00 UTC)",
        "“EMBARGO until 14:18”",
        "03/04 is 3 April or 4 March",
        "français (fr): the file names it",
        "Ministry of Ferries",
        "IP/26/1234",
        "5 blocks, 18 words, 1 heading, 1 list, 1 table, 1 quotation, 2 links",
        "“Notes to editors”: 1 block, 6 words",
        "“About the ministry”: 1 block, 3 words",
        "Ada Muster, Spokesperson +999 2 555 01 17, +999 470 55 01 17 ada.muster@press.example",
        "14 Quay of the Lanterns, 1000 Corvane",
        "Bo Vik +999 2 555 01 99 These are in no document",
        "quay.png: PNG,",
        "alternative text “The quay”",
        "no alternative text",
        "“Call Bo, off the record”: it is marked not for publication",
        "it was read as Windows-1252",
        "one line was struck out",
    ):
        assert words in page


def test_what_is_lacking_is_said_too() -> None:
    page = page_of(report_of(Filing(BLOCKS[:1]), Reading(())))
    rows = dict(line.split(maxsplit=1) for line in page.splitlines() if line.count("none") == 1)
    assert {"Summary", "When", "Issuer", "Reference", "Contacts", "Files"} <= rows.keys()
    assert "no text below the headline" in page
    assert "not told" in page


def test_a_date_without_a_time_is_called_so() -> None:
    said = moment_said(embargo_on(NOON.date(), "Europe/Brussels"))
    assert said == "25 August 2026, without a time of day (Europe/Brussels)"


def test_what_is_long_is_cut_and_it_is_said_how_long_it_is() -> None:
    long = replace(FULL, left_out=(LeftOut("word " * 1000, "it is a quoted mail"),))
    page = " ".join(page_of(report_of(long, READING)).split())
    assert "(4,999 characters)”: it is a quoted mail" in page
    assert page.count("word word") < 100


@given(LINES, LINES, st.lists(LINES, max_size=3), st.lists(PHONES, max_size=3))
def test_no_line_of_a_page_is_too_long_and_no_number_is_broken_or_lost(
    headline: str, name: str, notes: list[str], phones: list[str]
) -> None:
    contact = Contact(ContactKind.PERSON, name or "x", phones=tuple(phones))
    filing = Filing((Block(Kind.HEADLINE, headline or "x"),), contacts=(contact,))
    page = page_of(report_of(filing, Reading((), notes=tuple(notes))), [PageRow("Next", (name,))])
    for line in page.splitlines():
        assert len(line) <= WIDTH or " " not in line[18:].strip()
    for phone in contact.phones:
        assert any(phone in line for line in page.splitlines())
    said = page.split()
    assert all(word in said for word in " ".join((headline, name, *notes)).split())


def test_a_text_of_a_megabyte_is_reported_with_every_character_looked_at_a_few_times() -> None:
    words = ("[" * 50_000, "(" * 50_000, " " * 50_000, "1 " * 200_000, "9" * 400_000)
    blocks = (BLOCKS[0], *(Block(Kind.PARAGRAPH, one) for one in words))
    contact = Contact(ContactKind.PERSON, "1 " * 50_000, phones=("1 2 " * 20_000,))
    filing = Filing(blocks, contacts=(contact,), left_out=(LeftOut("x" * 500_000, "it is long"),))
    assert "Headline" in page_of(report_of(filing, Reading((filing,))))
