"""A newsroom before and after releases are filed that nobody may know of."""

import inspect
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from flask import Flask

from newsroom.filing.refiling import Instructions
from newsroom.public.asked import PAGE_LENGTH
from newsroom.public.front import Front
from newsroom.releases.life import Together
from newsroom.settings import load_settings
from newsroom.tasks.rendering import Rendering
from newsroom.wiring import Newsroom, open_newsroom
from press.contact import Contact, ContactKind
from press.embargo import Embargo, embargo_from
from press.public.site import Fallback
from press.releases.attachment import Words
from press.releases.release import Filing, Policy, Reading
from press.text import Block, Kind, Text
from press.topic import ALL, Topic
from storage.filed import releases
from storage.instants import to_ms
from tests.conftest import NOON
from tests.intake.pictures.places import exif, scene, written
from tests.web.as_served import as_served
from web.cache.response_cache import ResponseCache
from web.site.application import create_app

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
EARLY, PAST, T = NOON - 3 * HOUR, NOON - 2 * HOUR, NOON + MINUTE
PEACE, QUIET, OLD = "peace", "quiet", "old"
SETTINGS = {
    "NEWSROOM_MODELS": "",
    "NEWSROOM_LANGUAGES": "en,fr-BE,nl-BE",
    "NEWSROOM_METRICS_TOKEN": "nobody-knows-this-token",
}
# What every hidden release says, and no other: finding it is asked for by this word.
WORD = "secret"
ANNEX, SIZE, SMALLER = "annex.pdf", "view-64.webp", "view-64-64.webp"


@dataclass(frozen=True)
class Hidden:
    """What would betray a release: its names in addresses."""

    id: int
    slug: str
    topic: str
    token: str
    size: str  # the token of a picture's size
    picture: str  # the token of its topic's picture
    smaller: str  # the token of a size of that
    ended: str  # a preview's token that has expired


@dataclass(frozen=True)
class Places:
    """Three newsrooms at the same instant, and what only the last two hold.

    `mistaken` is `pending` with every hidden release left in the listing: the listing says where
    to look, never what is public.
    """

    before: Newsroom
    pending: Newsroom
    mistaken: Newsroom
    hidden: Mapping[str, Hidden]
    known_slug: str


def app_at(newsroom: Newsroom, now: datetime = NOON) -> Flask:
    """The whole application, with every room it can be given, as `wsgi.py` makes it."""
    wanted = inspect.signature(create_app).parameters.values()
    rooms = {p.name: getattr(newsroom, p.name) for p in wanted if p.kind is p.KEYWORD_ONLY}
    app = create_app(newsroom.front, lambda: now, **rooms)
    cache = ResponseCache(app.wsgi_app, newsroom.front.generation, lambda: now)
    app.wsgi_app, app.extensions["response cache"] = as_served(cache), cache
    return app


def without_stand_ins(newsroom: Newsroom) -> Newsroom:
    """The same, where the original stands in for no text that is not ready."""
    site = replace(newsroom.settings.site, fallback=Fallback.NONE)
    return replace(newsroom, front=Front(newsroom.storage, site))


def file(
    newsroom: Newsroom, headline: str, embargo: Embargo | None, topics: tuple[str, ...]
) -> int:
    blocks = (Block(Kind.HEADLINE, headline), Block(Kind.PARAGRAPH, f"Words of {headline}."))
    office = Contact(ContactKind.SERVICE, f"The office of {headline}", phones=("+999 2 555 01 00",))
    filing = Filing(blocks, embargo=embargo, topics=topics, contacts=(office,))
    return newsroom.releases.file(
        Reading((filing,)), Instructions("me", publish=True, new_topics=True), EARLY
    )[0].release.id


def translate(
    newsroom: Newsroom, number: int, code: str, *, ready: bool, at: datetime = EARLY
) -> None:
    text = Text(code, (Block(Kind.HEADLINE, f"secret {code} words of {number}"),))
    with newsroom.storage.write() as db:
        releases.save_text(db, number, text, at, ready=ready)


def attach(newsroom: Newsroom, number: int) -> str:
    path = newsroom.settings.home / ANNEX
    path.write_bytes(b"%PDF-1.7 secret" + str(number).encode())
    newsroom.attachments.attach(number, path, "me", EARLY)
    words = Words("What the secret annex says", "The secret office")
    return newsroom.attachments.attach(number, path, "me", EARLY, words).file.token


def show(newsroom: Newsroom, number: int) -> str:
    """Attach a picture and have its sizes made."""
    path = newsroom.settings.home / "view.png"
    path.write_bytes(written(scene(), "PNG", exif=exif()))
    newsroom.attachments.attach(number, path, "me", EARLY)
    Rendering(newsroom.storage, lambda: EARLY).run()
    *_, view = newsroom.attachments.of_release(number)
    assert view.renditions[0].name == SIZE
    return view.renditions[0].token


def picture(newsroom: Newsroom, topic: str) -> tuple[str, str]:
    """Give its topic, which is as secret, a picture, and have its sizes made."""
    path = newsroom.settings.home / SIZE
    path.write_bytes(written(scene(), "WEBP"))
    given = newsroom.topic_pictures.give(
        topic, path, {"en": "A secret view"}, "The secret office", "me", EARLY
    )
    Rendering(newsroom.storage, lambda: EARLY).run()
    (made,) = [one.picture for one in newsroom.topics.every() if one.slug == given.topic.slug]
    assert made
    assert made.renditions[0].name == SMALLER
    return made.token, made.renditions[0].token


def preview(newsroom: Newsroom, number: int) -> str:
    """Make a link that is good, which nobody is told, and one that has expired."""
    newsroom.previews.make(number, "me", EARLY)
    return newsroom.previews.make(number, "me", EARLY, HOUR)


def file_the_known(newsroom: Newsroom) -> None:
    """Just a page full, so that one release more would show in the links to a second page."""
    for slug in (PEACE, QUIET, OLD):
        newsroom.topics.declare(Topic(slug, {"en": slug.title()}), "me", EARLY)
    for n in range(PAGE_LENGTH):
        due = embargo_from(PAST - n * HOUR * 24, "UTC")
        file(newsroom, f"Known {n}", due, (PEACE,))
    for month in (4, 6, 8):
        due = embargo_from(NOON.replace(month=month, day=3), "UTC")
        file(newsroom, f"Known of month {month}", due, (OLD,))


# How each hidden release got where it is: from when it was due, and what happened to it since.
Act = Callable[[Newsroom, int], object]
TOGETHER = Together(Policy.TOGETHER, ("en", "fr"))


def wait_for_all(newsroom: Newsroom, number: int) -> None:
    embargo = newsroom.releases.get(number)[0].embargo
    assert embargo
    newsroom.life.schedule(number, embargo, "me", EARLY, TOGETHER)


def fill(newsroom: Newsroom, number: int) -> None:
    translate(newsroom, number, "fr", ready=True)
    translate(newsroom, number, "nl", ready=False)


def lose(newsroom: Newsroom, number: int) -> None:
    """An editor rejects a text that was ready."""
    translate(newsroom, number, "fr", ready=True, at=NOON - HOUR)
    translate(newsroom, number, "fr", ready=False, at=NOON - MINUTE)


def hold(newsroom: Newsroom, number: int) -> None:
    newsroom.life.hold(number, "me", EARLY)


def withdraw(when: timedelta) -> Act:
    return lambda newsroom, number: newsroom.life.withdraw(number, "secret", "me", NOON + when)


STORIES: dict[str, tuple[datetime | None, tuple[Act, ...]]] = {
    "scheduled": (T, (fill,)),
    "complete": (T, (wait_for_all, fill)),
    "incomplete": (T, (wait_for_all,)),
    "draft": (None, (fill,)),
    "later": (NOON + HOUR, (fill, lose)),
    "held": (PAST, (lose, hold)),
    "late": (PAST, (wait_for_all, lose)),
    # In a month in which nothing else came out.
    "alone": (NOON + 10 * 24 * HOUR, (hold,)),
    "withdrawn": (NOON - MINUTE, (fill, lose, withdraw(-10 * MINUTE))),
    "held-then-withdrawn": (PAST, (hold, withdraw(-HOUR))),
    "late-then-withdrawn": (PAST, (wait_for_all, withdraw(-HOUR))),
    # By a clock that ran ahead: nobody may learn of it before it is so.
    "withdrawn-ahead": (PAST, (withdraw(HOUR),)),
}
DUE = ("scheduled", "complete")


def file_the_hidden(newsroom: Newsroom) -> dict[str, Hidden]:
    hidden = {}
    for name, (due, acts) in STORIES.items():
        embargo = embargo_from(due, "UTC") if due else None
        topic = f"secret-{name}"
        number = file(newsroom, f"The {name} secret", embargo, (PEACE, topic))
        token, size = attach(newsroom, number), show(newsroom, number)
        ended = preview(newsroom, number)
        for act in acts:
            act(newsroom, number)
        slug = newsroom.releases.get(number)[0].slug
        shown = picture(newsroom, topic)
        hidden[name] = Hidden(number, slug, topic, token, size, *shown, ended)
    return hidden


def list_by_mistake(newsroom: Newsroom, hidden: Mapping[str, Hidden]) -> None:
    """At the beginning of time, in a month with an archive, in one without, and just now."""
    days = (NOON.replace(month=5), NOON.replace(month=6), NOON - MINUTE)
    moments = [0, *map(to_ms, days)]
    with newsroom.storage.write() as db:
        db.conn.executemany(
            "INSERT OR IGNORE INTO listing VALUES (?, ?, ?, ?)",
            [
                (topic, code, moment, one.id)
                for one in hidden.values()
                for topic, code, moment in product(
                    (ALL, PEACE, OLD, one.topic), ("", "en", "fr"), moments
                )
            ],
        )


def open_copy(of: Newsroom, home: Path) -> Newsroom:
    of.storage.close()  # leaves one whole file
    shutil.copytree(of.settings.home, home)
    return open_newsroom(replace(of.settings, home=home), NOON)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    folder = tmp_path_factory.mktemp("leaks")
    before = open_newsroom(load_settings(SETTINGS, folder / "before"), EARLY)
    file_the_known(before)
    pending = open_copy(before, folder / "pending")
    # A text of a public release that waits for an editor is as secret as a release.
    translate(pending, 1, "fr", ready=False, at=NOON - MINUTE)
    hidden = file_the_hidden(pending)
    mistaken = open_copy(pending, folder / "mistaken")
    list_by_mistake(mistaken, hidden)
    known = before.releases.get(1)[0].slug
    yield Places(before, pending, mistaken, hidden, known)
    for newsroom in (before, pending, mistaken):
        newsroom.probes.close()
        newsroom.storage.close()
