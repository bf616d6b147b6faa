"""Markdown with and without front matter. All samples are our own."""

from datetime import UTC, datetime

import pytest

from intake.documents.markdown import read
from intake.given import Given
from press.contact import Contact, ContactKind
from press.embargo import Fold, Precision
from press.errors import AmbiguousTime, NonexistentTime, Refusal, UnreadableFile, UnreadableTime
from press.releases.release import Filing
from press.text import Kind

GIVEN = Given("Europe/Brussels", "en")
SAMPLE = """---
title: "Samples: a headline"
summary: >
  A summary
  over two lines.
date: 2026-01-01
embargo: 2026-08-25 14:18
language: fr-BE
topics: [Paix & sécurité, climate]
contacts:
  - name: Press service
    address: |
      Sample Street 1
      1000 Corvane
    phone: 025550100
    site: samples.example
  - name: Jane Doe
    role: Spokesperson
    phones: ["+999 2 555 01 01", 0470550101]
    email: <jane@samples.example>
---

Text.

# A heading of the text
"""


def filing(text: str) -> Filing:
    (only,) = read(text, GIVEN).filings
    return only


def matter(line: str) -> Filing:
    return filing(f"---\ntitle: Sample\n{line}\n---\nText.\n")


def test_front_matter_says_everything_about_a_release() -> None:
    found = filing(SAMPLE)
    assert found.headline == "Samples: a headline"
    assert found.blocks[1].kind is Kind.SUMMARY
    assert found.blocks[1].markdown == "A summary over two lines."
    assert [b.markdown for b in found.blocks[2:]] == ["Text.", "# A heading of the text"]
    assert found.language == "fr-BE"
    assert found.topics == ("paix-et-securite", "climate")


def test_the_embargo_wins_over_the_date() -> None:
    found = filing(SAMPLE)
    assert found.embargo is not None
    assert found.moment is not None
    assert f"{found.embargo.wall:%Y-%m-%d}" == "2026-01-01"
    assert found.moment.instant == datetime(2026, 8, 25, 12, 18, tzinfo=UTC)


def test_contacts_keep_every_figure_of_their_numbers() -> None:
    assert filing(SAMPLE).contacts == (
        Contact(
            ContactKind.SERVICE,
            "Press service",
            address=("Sample Street 1", "1000 Corvane"),
            phones=("025550100",),
            sites=("samples.example",),
        ),
        Contact(
            ContactKind.PERSON,
            "Jane Doe",
            "Spokesperson",
            phones=("+999 2 555 01 01", "0470550101"),
            emails=("jane@samples.example",),
        ),
    )


@pytest.mark.parametrize(
    "when",
    [
        "2026-08-25 14:18",
        '"2026-08-25 14:18"',
        "2026-08-25 14:18:00",
        "2026-08-25T14:18+02:00",
        "2026-08-25T12:18:00Z",
        "2026-08-25 12:18:00 +00:00",
        "25 August 2026 - 14:18",
        "25 août 2026 à 14h18",
    ],
)
@pytest.mark.parametrize("key", ["date", "embargo"])
def test_every_way_to_write_the_minute_is_understood(key: str, when: str) -> None:
    moment = matter(f"{key}: {when}").moment
    assert moment is not None
    assert f"{moment.wall:%Y-%m-%d %H:%M}" == "2026-08-25 14:18"
    assert moment.zone == "Europe/Brussels"


@pytest.mark.parametrize("when", ["2026-08-25", "'2026-08-25'", "25 août 2026"])
def test_a_date_alone_keeps_its_precision(when: str) -> None:
    found = matter(f"date: {when}")
    assert found.embargo is not None
    assert found.embargo.precision is Precision.DATE


def test_the_zone_of_the_file_wins() -> None:
    moment = matter("embargo: 2026-08-25 14:18\nzone: Asia/Tokyo").moment
    assert moment is not None
    assert moment.instant == datetime(2026, 8, 25, 5, 18, tzinfo=UTC)


def test_a_time_the_clocks_skip_or_repeat_is_refused() -> None:
    with pytest.raises(NonexistentTime):
        matter("date: 2026-03-29 02:30")
    with pytest.raises(AmbiguousTime):
        matter("date: 2026-10-25 02:30")


def test_the_second_of_two_equal_times_can_be_chosen() -> None:
    text = "---\ntitle: Sample\nembargo: 2026-10-25 02:30\n---\n"
    moment = read(text, Given("Europe/Brussels", "en", Fold.SECOND)).filings[0].moment
    assert moment is not None
    assert moment.instant == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("topics", ["[peace, Climate change]", "peace, Climate change"])
def test_topics_are_a_list_or_stand_between_commas(topics: str) -> None:
    assert matter(f"topics: {topics}").topics == ("peace", "climate-change")


@pytest.mark.parametrize(
    "line", ["summary:", "date: ~", "topics: []", "contacts: null", "embargo: ''"]
)
def test_a_key_that_is_left_empty_says_nothing(line: str) -> None:
    assert matter(line) == matter("")


def test_a_language_named_no_is_a_language() -> None:
    assert matter("language: no").language == "no"


@pytest.mark.parametrize(
    "text",
    [
        "# A *sample*\n\nText.",
        "A *sample*\n==========\n\nText.",
        "---\ndate: 2026-08-25\n---\n# A sample\n\nText.",
        "---\ntitle: A sample\n---\n# A sample\n\nText.",
    ],
)
def test_the_first_heading_is_the_headline(text: str) -> None:
    assert [block.markdown for block in filing(text).blocks] == ["A sample", "Text."]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    blocks = filing("---\n\nText.\n\n---\n\n# A sample").blocks
    assert [block.markdown for block in blocks] == ["A sample", "---", "Text.", "---"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Text.", "no headline"),
        ("## Sample\n\nText.", "no headline"),
        ("---\ndate: 2026-08-25\n---\nText.", "no headline"),
        ("---\ntitle: Sample\nText.", "has no end"),
        ("---\ntitle: Sample\nsubtitle: x\n---\n", "“subtitle”"),
        (
            "---\ntitle: Sample\nembargo: 2026-08-25\nembargo: 2026-08-26\n---\n",
            "line 4 .*“embargo”",
        ),
        ("\n---\ntitle: Sample: one\n---\n", "line 3: “Sample: one” has a colon"),
        ("---\ntitle: Sample\ntopics: [a\n---\n", "line 3: the bracket"),
        ("---\ntitle: [a, b]\n---\n", "“title”"),
        ("---\ntitle: Sample\nsummary: {a: b}\n---\n", "“summary”"),
        ("---\ntitle: Sample\ntopics: 平和\n---\n", "“平和”"),
        ("---\ntitle: Sample\ncontacts: Jane Doe\n---\n", "name, role"),
        ("---\ntitle: Sample\ncontacts: [{role: Boss}]\n---\n", "no name"),
        ("---\ntitle: Sample\ncontacts: [{name: Jane, tel: 1}]\n---\n", "“tel”"),
        ("---\ntitle: Sample\ncontacts: [{name: Jane, kind: robot}]\n---\n", "“robot”"),
        ("---\ntitle: Sample\ncontacts: [{name: Jane, email: jane}]\n---\n", "“jane”"),
        ("---\ntitle: Sample\ncontacts: [{name: J, site: 'javascript:x'}]\n---\n", "web address"),
        ("---\n title: Sample\n---\n" + "[" * 9, "no headline"),
        ("---\ntitle: " + "[" * 9999 + "\n---\n", "not YAML"),
    ],
)
def test_what_is_not_understood_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        filing(text)


UNREADABLE = ["soon", "14:18", "2026-08-25 14:18:30", "32 Feb 2026", "20260825"]


@pytest.mark.parametrize("when", UNREADABLE)
def test_a_date_that_cannot_be_read_is_refused(when: str) -> None:
    with pytest.raises(UnreadableTime):
        matter(f"date: {when}")


@pytest.mark.parametrize("when", [*UNREADABLE, "2026-03-29 02:30", "2026-10-25 02:30"])
def test_an_embargo_that_cannot_be_read_holds_the_text_back_and_says_why(when: str) -> None:
    (held,) = matter(f"embargo: {when}").not_yet
    assert held.embargo is None
    assert held.why


def test_a_zone_and_a_topic_that_cannot_be_are_refused() -> None:
    with pytest.raises(UnreadableTime, match="Brussels/Europe"):
        matter("zone: Brussels/Europe")
    with pytest.raises(Refusal, match="reserved"):
        matter("topics: all")


def test_a_kind_of_contact_can_be_said() -> None:
    (contact,) = matter("contacts: {name: Sample Star, kind: service}").contacts
    assert contact.kind is ContactKind.SERVICE
