"""What an entry is called and dated, whatever is done to its release."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.errors import NotAllowedNow
from press.public.edition import Entry
from press.releases.attachment import Words
from press.text import Block, Kind, Origin, Text
from press.topic import Topic
from storage.filed import releases
from tests.conftest import NOON
from tests.homes import lay_database
from tests.newsroom.conftest import SETTINGS
from tests.newsroom.filing.test_filing import DAY, ME, MINUTE, at, file, filing
from tests.newsroom.public.test_front import feed
from tests.press.releases.test_dimensions import png

LATER = NOON + DAY


class Office:
    """A newsroom with one release that is out, and what its readers should see of it.

    Args:
        home: an empty folder.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.newsroom = self._open()
        self.newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON)
        self.number = file(self.newsroom, filing(embargo=at(NOON), topics=("peace",)))
        self.topic = "peace"
        self.french: Origin | None = None
        self.is_ready = False
        self.is_stale = False
        self.updated = {"en": NOON, "fr": NOON}

    def _open(self, base_url: str = "https://one.example", title: str = "One") -> Newsroom:
        given = {**SETTINGS, "NEWSROOM_BASE_URL": base_url, "NEWSROOM_TITLE": title}
        settings = load_settings(given, self.home)
        lay_database(settings.database)
        return open_newsroom(settings, NOON)

    def minor(self, now: datetime) -> None:
        words = filing(f"A typo less at {now}")
        self.newsroom.revisions.revise(self.number, words, "me", now)
        self.is_stale = True

    def major(self, now: datetime) -> None:
        self.newsroom.revisions.revise(
            self.number, filing(f"At {now}"), "me", now, "A sum was wrong."
        )
        self.is_stale = True
        self.updated = dict.fromkeys(self.updated, now)

    def machine(self, now: datetime) -> None:
        self._translate(Origin.MACHINE, now)

    def editor(self, now: datetime) -> None:
        self._translate(Origin.EDITOR, now)

    def waiting(self, now: datetime) -> None:
        self._translate(Origin.MACHINE, now, ready=False)

    def approve(self, now: datetime) -> None:
        """Whoever approves a machine's words answers for them; that alone is no news."""
        try:
            self.newsroom.review.approve(self.number, "fr", "me", now)
        except NotAllowedNow:
            assert self.is_ready or self.is_stale or not self.french
            return
        assert not self.is_stale  # there are no words yet for what the original says now
        if not self.is_ready:
            self.is_ready, self.updated["fr"] = True, now
        self.french = Origin.EDITOR

    def title(self, now: datetime) -> None:
        topic = Topic(self.topic, {"en": f"Peace at {now}"})
        self.newsroom.topics.declare(topic, "me", now, replaces=True)

    def rename(self, now: datetime) -> None:
        new = f"peace-{now:%H%M}"
        self.newsroom.topics.rename(self.topic, new, "me", now)
        self.topic = new

    def address(self, now: datetime) -> None:
        with self.newsroom.storage.write() as db:
            db.execute("UPDATE release SET slug = ?", (f"slug-{now:%H%M}",))

    def attach(self, now: datetime) -> None:
        path = self.home / "map.png"
        path.write_bytes(png(3, 4))
        words = Words(f"The map at {now}")
        self.newsroom.attachments.attach(self.number, path, "me", now, words)

    def move(self, now: datetime) -> None:
        """Start again, elsewhere and under another name."""
        self.newsroom.storage.close()
        self.newsroom = self._open(f"https://{now:%H%M}.example", f"Newsroom {now:%H%M}")

    def _translate(self, origin: Origin, now: datetime, *, ready: bool = True) -> None:
        with self.newsroom.storage.write() as db:
            source = releases.get(db, self.number).original.blocks
            db.execute("DELETE FROM memory")  # an editor's earlier words would win over these
            blocks = tuple(Block(b.kind, f"{origin} à {now}", origin, of=b.digest) for b in source)
            releases.save_text(db, self.number, Text("fr", blocks), now, ready=ready)
        self.is_stale = False
        is_an_editors = self.french is Origin.MACHINE and origin is Origin.EDITOR
        if ready is not self.is_ready or (is_an_editors and ready):
            self.updated["fr"] = now
        self.french, self.is_ready = origin, ready

    def entry(self, code: str, now: datetime) -> Entry:
        (found,) = self.newsroom.front.edition(feed(self.newsroom, code, self.topic), now).entries
        return found


ACTS: list[Callable[[Office, datetime], None]] = [
    Office.minor,
    Office.major,
    Office.machine,
    Office.editor,
    Office.waiting,
    Office.approve,
    Office.title,
    Office.rename,
    Office.address,
    Office.attach,
    Office.move,
]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(ACTS), max_size=9))
@example([Office.attach, Office.machine, Office.attach])
@example([Office.machine, Office.approve, Office.minor, Office.machine, Office.approve])
@example([Office.waiting, Office.approve, Office.editor, Office.editor])
@example([Office.waiting, Office.minor, Office.approve])
@example([Office.machine, Office.waiting, Office.title, Office.waiting, Office.editor])
@example([Office.machine, Office.minor, Office.machine, Office.editor, Office.major])
@example([Office.editor, Office.rename, Office.title, Office.address, Office.move, Office.machine])
@pytest.mark.promise(2, 3, 4)
def test_updated_moves_for_what_readers_should_look_at_again_and_nothing_else_ever_moves(
    tmp_path_factory: pytest.TempPathFactory, acts: list[Callable[[Office, datetime], None]]
) -> None:
    check_dates(Office(tmp_path_factory.mktemp("home")), acts)


def check_dates(office: Office, acts: list[Callable[[Office, datetime], None]]) -> None:
    names = {code: office.entry(code, NOON).id for code in ("en", "fr")}
    assert len(set(names.values())) == 2
    for number, act in enumerate(acts, 1):
        now = LATER + number * MINUTE
        act(office, now)
        for code, name in names.items():
            entry = office.entry(code, now)
            assert (entry.id, entry.published) == (name, NOON)
            assert entry.updated == office.updated[code]
    office.newsroom.storage.close()


@pytest.mark.promise(2, 76)
def test_what_was_withdrawn_keeps_its_identifier_and_nothing_else_is_given_it(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, filing(embargo=at(NOON)))
    (before,) = newsroom.front.edition(feed(newsroom), NOON).entries
    newsroom.life.withdraw(number, "In error.", "me", LATER)
    assert [w.id for w in newsroom.front.edition(feed(newsroom), LATER).withdrawn] == [before.id]
    file(newsroom, filing(embargo=at(NOON)))  # the same input once more is still withdrawn
    assert newsroom.front.edition(feed(newsroom), LATER).entries == ()
    file(newsroom, filing(embargo=at(LATER)), replace(ME, beside=True))
    (after,) = newsroom.front.edition(feed(newsroom), LATER).entries
    assert after.id != before.id


@pytest.mark.promise(2)
def test_an_identifier_is_the_same_in_every_topic(newsroom: Newsroom) -> None:
    file(newsroom, filing(embargo=at(NOON), topics=("peace", "aid")))
    editions = [newsroom.front.edition(feed(newsroom, topic=t), NOON) for t in ("peace", "aid")]
    assert len({e.id for edition in editions for e in edition.entries}) == 1
    assert editions[0].entries[0].id.startswith("tag:press.example.org,2026:")


@pytest.mark.promise(75)
def test_nothing_is_dated_before_its_minute(newsroom: Newsroom) -> None:
    out = NOON + DAY
    number = file(newsroom, filing(embargo=at(out)))
    with newsroom.storage.write() as db:
        block = Block(Kind.HEADLINE, "Un titre", Origin.MACHINE)
        releases.save_text(db, number, Text("fr", (block,)), NOON + MINUTE)
    for code in ("en", "fr", "nl"):
        edition = newsroom.front.edition(feed(newsroom, code), out + timedelta(seconds=1))
        (entry,) = edition.entries
        assert entry.published == entry.updated == entry.changed == edition.changed == out
