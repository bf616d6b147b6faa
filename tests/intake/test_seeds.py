"""Texts as users send them, where some are present: each compared with the file it came from."""

import re
from datetime import datetime
from pathlib import Path

import pytest

import intake
from press.contact import Contact, ContactKind
from press.embargo import Precision
from press.releases.release import Filing, Reading
from press.text import Kind

ITEM = re.compile(r"(?P<headline>\S.*?)\s*\((?P<day>\d+\s\w+\s\d{4})\)")
PHONE = re.compile(r"\+\d[ \d]+\d")
EMAIL = re.compile(r"[\w.+-]+@[\w.-]+\w")
SITE = re.compile(r"https?://[\w./-]+\w")


def read(path: Path) -> Reading:
    return intake.read(path.name, path.read_bytes(), zone="Europe/Brussels", language="en")


def paragraphs(path: Path) -> list[list[str]]:
    """The file's lines, in groups that blank lines part."""
    groups = re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())
    return [group.split("\n") for group in groups]


@pytest.fixture
def release(seed_release: Path) -> Filing:
    (filing,) = read(seed_release).filings
    return filing


def test_a_real_release_has_the_minute_and_the_headline_of_its_file(
    release: Filing, seed_release: Path
) -> None:
    (dateline,), (headline,), *_ = paragraphs(seed_release)
    assert release.embargo is not None
    wall = datetime.strptime(f"{dateline} +0100", "%d %b %Y -%H:%M %z")  # it is winter there
    assert release.embargo.instant == wall
    assert release.embargo.precision is Precision.MINUTE
    assert release.headline == headline


def test_a_real_release_keeps_every_paragraph_as_it_stands(
    release: Filing, seed_release: Path
) -> None:
    body = [block.markdown for block in release.blocks[1:]]
    assert {block.kind for block in release.blocks[1:]} == {Kind.PARAGRAPH}
    assert body == ["\n".join(lines) for lines in paragraphs(seed_release)[2 : 2 + len(body)]]
    assert len(body) == 6


def test_a_real_release_has_every_contact_with_every_way_to_reach_it(
    release: Filing, seed_release: Path
) -> None:
    groups = ["\n".join(lines) for lines in paragraphs(seed_release)[2:]]
    cards = [group for group in groups if PHONE.search(group)]
    assert [reach(contact) for contact in release.contacts] == [
        tuple(tuple(way.findall(card)) for way in (PHONE, EMAIL, SITE)) for card in cards
    ]
    service, *persons = release.contacts
    assert (service.kind, {p.kind for p in persons}) == (ContactKind.SERVICE, {ContactKind.PERSON})
    assert [(p.name, p.role) for p in persons] == [tuple(c.split("\n")[:2]) for c in cards[1:]]


def reach(contact: Contact) -> tuple[tuple[str, ...], ...]:
    return contact.phones, contact.emails, contact.sites


def test_no_line_of_a_real_contact_block_is_lost(release: Filing, seed_release: Path) -> None:
    groups = paragraphs(seed_release)[1 + len(release.blocks) :]
    said = " ".join(map(str, release.contacts))
    assert [line for lines in groups for line in lines if line.strip("<>") not in said] == []


def test_a_real_listing_has_the_topic_of_its_file(seed_listing: Path) -> None:
    (title,), (credit,), (introduction,), *_ = paragraphs(seed_listing)
    topic = read(seed_listing).topic
    assert topic is not None
    assert topic.titles == {"en": title}
    assert topic.introductions == {"en": introduction}
    assert topic.credit == credit


def test_a_real_listing_keeps_day_headline_and_teaser_of_every_item(seed_listing: Path) -> None:
    reading = read(seed_listing)
    items = [lines for lines in paragraphs(seed_listing) if ITEM.match(lines[0])]
    heads = [ITEM.fullmatch(lines[0].strip()) for lines in items]
    assert len(reading.filings) == len(items) == 24
    for filing, head, (_, *teaser) in zip(reading.filings, heads, items, strict=True):
        assert head is not None
        assert filing.headline == head["headline"]
        assert filing.embargo is not None
        assert filing.embargo.precision is Precision.DATE
        assert f"{filing.embargo.wall:%-d %B %Y}" == " ".join(head["day"].split())
        assert [b.markdown.split() for b in filing.blocks[1:]] == ["\n".join(teaser).split()]
        assert reading.topic is not None
        assert filing.topics == (reading.topic.slug,)
