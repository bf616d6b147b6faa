"""A newsroom with many full topics, filed as officers do, to be served in benchmarks."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import feeds
from benchmarks.archive import stand_in
from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import embargo_from
from press.public.archive import PART_LENGTH
from press.releases.release import Filing, Reading
from press.text import Block, Kind, Text
from press.topic import Topic
from storage.filed import releases

ENVIRONMENT = {"NEWSROOM_MODELS": ""}
HOME = "NEWSROOM_BENCH_HOME"  # names the newsroom's home to what runs in another process
TOPICS = 84  # in four languages and three formats: 1,008 addresses
TOPICS_EACH = 14
PARAGRAPHS, SENTENCES = 6, 4
# Words of different lengths, drawn at random: text packs about as well as a real release does.
SYLLABLES = ("ar", "bel", "cor", "dan", "el", "fra", "gor", "hem", "is", "jor", "kal", "lin", "mar")


def open_office(home: Path) -> Newsroom:
    """Found a newsroom in which every topic's feed is full, in every language."""
    newsroom = open_newsroom(load_settings(ENVIRONMENT, home), datetime.now(UTC))
    for slug in topics():
        newsroom.topics.declare(Topic(slug, {"en": slug}), "bench", datetime.now(UTC))
    file(newsroom, tuple(_filings()))
    return newsroom


def file(newsroom: Newsroom, filings: tuple[Filing, ...]) -> None:
    """File releases, and give each a text in every language, without an engine."""
    now = datetime.now(UTC)
    filed = newsroom.releases.file(
        Reading(filings), Instructions("bench", publish=True, new_topics=True, beside=True), now
    )
    with newsroom.storage.write() as db:
        for number in (one.release.id for one in filed):
            source = releases.get(db, number).original
            for code in newsroom.settings.site.languages.codes[1:]:
                blocks = tuple(stand_in(block, code) for block in source.blocks)
                releases.save_text(db, number, Text(code, blocks), now)


def topics() -> list[str]:
    """Slugs of all topics."""
    return [f"topic-{number:02}" for number in range(TOPICS)]


def addresses(newsroom: Newsroom, count: int = TOPICS) -> list[str]:
    """Every feed of so many topics."""
    codes = newsroom.settings.site.languages.codes
    every = product(topics()[:count], codes, feeds.FORMATS)
    return [f"/{code}/{slug}.{extension}" for slug, code, extension in every]


def filing(number: int, slugs: tuple[str, ...], at: datetime) -> Filing:
    """A release of some six paragraphs with words of its own."""
    dice = random.Random(number)
    body = [Block(Kind.PARAGRAPH, " ".join(_sentences(dice))) for _ in range(PARAGRAPHS)]
    headline = Block(Kind.HEADLINE, f"Release {number}: {' '.join(_sentences(dice)[:1])}"[:90])
    empty = Filing((headline, *body), embargo=embargo_from(at, "UTC"))
    return replace(empty, language="en", topics=slugs)


def _filings() -> Iterator[Filing]:
    """As many releases as fill every topic's feed, an hour apart into the past."""
    epoch = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(PART_LENGTH * TOPICS // TOPICS_EACH):
        start = number % (TOPICS // TOPICS_EACH) * TOPICS_EACH
        slugs = tuple(topics()[start : start + TOPICS_EACH])
        yield filing(number, slugs, epoch + timedelta(hours=number))


def _sentences(dice: random.Random) -> list[str]:
    return [
        " ".join(_word(dice) for _ in range(dice.randint(9, 20))).capitalize() + "."
        for _ in range(SENTENCES)
    ]


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=dice.randint(1, 4)))
