"""The real texts that users send, where they are present."""

from datetime import UTC, datetime
from pathlib import Path

import intake
from press.contact import ContactKind
from press.embargo import Precision
from press.text import Kind


def read(seeds: Path, number: str) -> intake.Reading:
    path = next(seeds.glob(f"{number}_*.txt"))
    return intake.read(path.name, path.read_bytes(), zone="Europe/Brussels", language="en")


def test_the_real_release_has_its_minute_headline_and_paragraphs(seeds: Path) -> None:
    (filing,) = read(seeds, "003").filings
    assert filing.embargo is not None
    assert filing.embargo.instant == datetime(2026, 2, 18, 13, 18, tzinfo=UTC)
    assert filing.headline.startswith("Belgium, pioneer in")
    assert [b.kind for b in filing.blocks] == [Kind.HEADLINE, *[Kind.PARAGRAPH] * 6]
    assert filing.blocks[3].markdown.count("*") == 2
    assert '*"demining restores' in filing.blocks[3].markdown
    assert filing.blocks[3].markdown.endswith('."*')


def test_the_real_release_has_every_contact_with_every_number(seeds: Path) -> None:
    service, *persons = read(seeds, "003").filings[0].contacts
    assert service.kind is ContactKind.SERVICE
    assert service.name.endswith("Development Cooperation - Press service (P&C/P)")
    assert [len(part) for part in (service.address, service.phones, service.sites)] == [3, 1, 1]
    assert [person.kind for person in persons] == [ContactKind.PERSON] * 3
    assert {person.role for person in persons} == {"Spokesperson"}
    assert [len(person.phones) for person in persons] == [2, 2, 2]
    assert [len(person.emails) for person in persons] == [1, 1, 1]


def test_no_line_of_the_real_contact_block_is_lost(seeds: Path) -> None:
    text = next(seeds.glob("003_*.txt")).read_text()
    lines = text[text.index("FPS Foreign Affairs, Foreign Trade and Development\n") :].split("\n")
    said = " ".join(map(str, read(seeds, "003").filings[0].contacts))
    assert [line for line in lines if line.strip("<>") not in said] == []


def test_the_real_listing_has_its_topic_and_every_item(seeds: Path) -> None:
    reading = read(seeds, "000")
    assert reading.topic is not None
    assert reading.topic.slug == "peace-and-security"
    assert reading.topic.titles == {"en": "Peace & security"}
    assert reading.topic.introductions["en"].startswith("Peace and security are a priority")
    assert reading.topic.introductions["en"].endswith("good governance…")
    assert reading.topic.credit == "© Belgian MFA"
    assert len(reading.filings) == 24


def test_the_real_items_keep_day_headline_and_teaser(seeds: Path) -> None:
    filings = read(seeds, "000").filings
    days = [f"{f.embargo.wall:%Y-%m-%d}" for f in filings if f.embargo]
    assert days[:3] == ["2022-05-10", "2022-03-25", "2022-02-04"]
    assert days[5] == "2021-07-22"  # behind a no-break space
    assert days[10] == "2021-03-11"  # with a no-break space in it
    assert days[-2:] == ["2019-06-01", "2017-06-12"]
    assert {f.embargo.precision for f in filings if f.embargo} == {Precision.DATE}
    assert {f.topics for f in filings} == {("peace-and-security",)}
    assert {len(f.blocks) for f in filings} == {2}
    assert not [f.headline for f in filings if "(" in f.headline or f.headline.endswith(" ")]
