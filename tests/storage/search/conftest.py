"""Releases that can be found, and who looks for them."""

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import pytest

from press.embargo import embargo_from
from press.folding import canonical
from press.releases.release import Filing, Release
from press.text import Block, Kind, Origin, Text
from storage import Storage, topics
from storage.filed import releases
from storage.public import ALWAYS, Period
from storage.search import index
from storage.search.asking import question
from storage.search.finding import Within, find
from tests.conftest import NOON

CODES = ("en", "fr", "nl", "de")
DAY = timedelta(days=1)


def text_of(code: str, words: str, origin: Origin = Origin.AUTHOR) -> Text:
    headline, *body = words.split("\n")
    blocks = [Block(Kind.HEADLINE, headline, origin)]
    return Text(code, (*blocks, *(Block(Kind.PARAGRAPH, one, origin) for one in body)))


def file(
    storage: Storage,
    words: str,
    at: datetime | None = NOON,
    *,
    now: datetime = NOON - 10 * DAY,
    others: Mapping[str, str] | None = None,
    source: str = "en",
    about: str = "peace",
) -> int:
    """File a release and return its number.

    Args:
        storage: where.
        words: headline, and a paragraph a line.
        at: when it comes out; None for a draft.
        now: when it is filed.
        others: the same in other languages.
        source: the language of the words.
        about: slug of its topic.
    """
    token = secrets.token_hex(8)
    release = Release(
        id=0,
        tag=f"tag:example.org,2026:{token}",
        slug=token,
        source=source,
        filed_at=now,
        embargo=embargo_from(at, "Europe/Brussels") if at else None,
        topics=(about,),
    )
    with storage.write() as db:
        topics.mention(db, [about], now)
        number = releases.add(db, Filing(text_of(source, words).blocks), release, token)
        for code, said in (others or {}).items():
            releases.save_text(db, number, text_of(code, said, Origin.EDITOR), now)
    return number


def found(
    storage: Storage,
    said: str,
    now: datetime = NOON,
    *,
    language: str = "en",
    topic: str = "",
    period: Period = ALWAYS,
    fallback: bool = True,
    limit: int = 50,
) -> list[int]:
    with storage.read() as db:
        asked = question(db, language, canonical(said), topic)
        return find(db, asked, Within(period, now, fallback), limit)


@pytest.fixture
def spoken(storage: Storage) -> Storage:
    """A newsroom of four languages."""
    with storage.write() as db:
        index.speak(db, CODES, stands_in=True)
    return storage


@pytest.fixture(params=["in the index", "not in it"])
def announce(request: pytest.FixtureRequest) -> Callable[[Storage, int, datetime], None]:
    """Have a clock say that a release is out, or have none."""

    def say(storage: Storage, number: int, now: datetime) -> None:
        if request.param == "in the index":
            with storage.write() as db:
                releases.mark_out(db, number, now)

    return say
