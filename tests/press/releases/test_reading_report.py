"""What was understood of a file is said whole, to programs as to people."""

import json
from dataclasses import replace

import pytest

from press.contact import Contact, ContactKind
from press.embargo import embargo_from
from press.releases.reading_report import LanguageTold, report_of
from press.releases.received import Enclosed, LeftOut
from press.releases.release import Filing, NotYet, Reading
from press.text import Block, Kind
from tests.conftest import NOON
from tests.press.releases.test_dimensions import png

ADA = Contact(
    ContactKind.PERSON,
    "Ada Muster",
    "Spokesperson",
    ("14 Quay of the Lanterns", "1000 Corvane"),
    ("+999 2 555 01 17", "+999 470 55 01 17"),
    ("ada.muster@press.example",),
    ("https://press.example",),
)
BO = Contact(ContactKind.PERSON, "Bo Vik", phones=("+999 2 555 01 99",))
BLOCKS = (
    Block(Kind.HEADLINE, "Velmora opens a night ferry"),
    Block(Kind.SUMMARY, "It leaves at 23:40."),
    Block(Kind.PARAGRAPH, "The *Saltwind* leaves; see [the table](https://x.example/a)."),
    Block(Kind.HEADING, "## Prices"),
    Block(Kind.LIST, "- one\n- two"),
    Block(Kind.TABLE, "| a | b |\n| - | - |\n| 1 | 2 |"),
    Block(Kind.QUOTE, "> A good day, <https://y.example> says."),
    Block(Kind.NOTES, "## Notes to editors"),
    Block(Kind.PARAGRAPH, "The ferry was built in 2025."),
    Block(Kind.ABOUT, "## About the ministry"),
    Block(Kind.PARAGRAPH, "It runs ports."),
)
FULL = Filing(
    BLOCKS,
    language="fr-BE",
    contacts=(ADA,),
    not_yet=(NotYet("EMBARGO until 14:18", embargo_from(NOON, "Europe/Brussels")),),
    doubts=("03/04 is 3 April or 4 March",),
    issuer="Ministry of Ferries",
    reference="IP/26/1234",
    identity="tag:x.example,2026:1",
    files=(Enclosed("quay.png", png(3, 4), "The quay"), Enclosed("map.png", png(5, 4))),
    unpublished=(BO,),
    left_out=(LeftOut("Call Bo, off the record", "it is marked not for publication"),),
    notes=("one line was struck out",),
)
READING = Reading((FULL,), notes=("it was read as Windows-1252",))


def test_a_program_is_told_the_same() -> None:
    told = json.loads(json.dumps(report_of(FULL, READING, "fr").fields()))
    assert told["headline"] == "Velmora opens a night ferry"
    assert told["counts"]["links"] == 2
    assert told["notes_to_editors"] == ["The ferry was built in 2025."]
    assert told["boilerplate"] == ["It runs ports."]
    assert "The ferry was built in 2025." not in told["text"]
    assert told["contacts"][0]["phones"] == list(ADA.phones)
    assert [one["name"] for one in told["unpublished"]] == ["Bo Vik"]
    assert [(f["form"], f["alt"]) for f in told["files"]] == [("PNG", "The quay"), ("PNG", "")]
    assert told["left_out"][0]["why"] == "it is marked not for publication"
    assert (told["issuer"], told["reference"]) == ("Ministry of Ferries", "IP/26/1234")
    assert told["says_not_yet"][0]["words"] == "EMBARGO until 14:18"


@pytest.mark.parametrize(
    ("filing", "code", "reads", "told"),
    [
        (replace(FULL, likely="de"), "fr", "", LanguageTold.NAMED),
        (replace(FULL, language=None, likely="de"), "de", "en", LanguageTold.DATED),
        (replace(FULL, language=None, likely="de"), "en", "en", LanguageTold.READ),
        (replace(FULL, language=None), "en", "nl", LanguageTold.TAKEN),
    ],
)
def test_how_the_language_is_known_is_said(
    filing: Filing, code: str, reads: str, told: LanguageTold
) -> None:
    assert report_of(filing, READING, code, reads).told is told
