"""A hub on a newsroom, at an instant that a test sets."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from delivery.http import GuardedClient
from delivery.websub import Callbacks
from feeds import FORMATS
from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.telling.hub import SubscriptionRequest
from newsroom.telling.pushing import Pushing
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import embargo_from
from press.public.edition import Feed
from press.releases.release import Filing, Reading
from press.text import Block, Kind
from storage.telling import counts, hub
from storage.telling.counts import TellingFigures
from storage.telling.hub import HubSubscription
from tests.conftest import NOON
from tests.delivery.listener import Heard, Listener, listening
from tests.newsroom.conftest import SETTINGS

Answer = Callable[[Heard], tuple[int, bytes]]


class Office:
    """A newsroom with a clock that is set by hand, whose hub does what is due when it is told."""

    def __init__(self, newsroom: Newsroom, listener: Listener) -> None:
        self.newsroom, self.listener = newsroom, listener
        self.client = GuardedClient(private=True)
        self.now = NOON

    def subscribe(self, path: str = "/en/all.atom", mode: str = "subscribe", **more: str) -> None:
        self.ask(self.listener.address(), path, mode, **more)
        self.work()

    def ask(self, callback: str, path: str, mode: str = "subscribe", **more: str) -> None:
        topic = f"{self.newsroom.settings.site.base_url}{path}"
        self.newsroom.hub.request(SubscriptionRequest(mode, topic, callback, **more), self.now)

    def work(self) -> None:
        """Do what is due, to the end."""
        callbacks = Callbacks(self.client)
        lane = Pushing(self.newsroom.storage, self.newsroom.front, callbacks, lambda: self.now)
        lane.do_due()
        while lane.room() < lane.WORKERS:  # what nobody has begun is given up when a lane finishes
            lane.woken.wait(0.1)
            lane.woken.clear()
        lane.finish()

    def publish(self, headline: str, *topics: str, body: str = "It is so.") -> int:
        """File a release that comes out now."""
        blocks = (Block(Kind.HEADLINE, headline), Block(Kind.PARAGRAPH, body))
        filing = Filing(blocks, embargo=embargo_from(self.now, "UTC"), topics=topics)
        asked = Instructions("me", publish=True, new_topics=True, beside=True)
        number = self.newsroom.releases.file(Reading((filing,)), asked, self.now)[0].release.id
        self.newsroom.work.do_due(lambda: self.now)
        return number

    def later(self, span: timedelta) -> None:
        self.now += span

    def subscription(self) -> HubSubscription | None:
        with self.newsroom.storage.read() as db:
            return hub.get(db, 1)

    def fates(self) -> list[str | None]:
        with self.newsroom.storage.read() as db:
            rows = db.execute("SELECT outcome FROM notice WHERE channel = 'hub' ORDER BY id")
            return [outcome for (outcome,) in rows.fetchall()]

    def figures(self) -> TellingFigures:
        with self.newsroom.storage.read() as db:
            return counts.figures(db, self.now)

    def get(self, path: str) -> bytes:
        """What a GET gives now."""
        code, _, name = path.strip("/").partition("/")
        slug, _, extension = name.partition(".")
        site = self.newsroom.settings.site
        feed = Feed(slug, site.languages.named(code))
        return FORMATS[extension].render(self.newsroom.front.edition(feed, self.now), site)


@contextmanager
def opened(folder: Path, answer: Answer, **settings: str) -> Iterator[Office]:
    ours = {**SETTINGS, "NEWSROOM_PRIVATE_CALLBACKS": "on", "NEWSROOM_STARTER": "off"}
    ours |= {f"NEWSROOM_{name}": value for name, value in settings.items()}
    newsroom = open_newsroom(load_settings(ours, folder / "home"), NOON)
    with listening(answer) as listener:
        yield Office(newsroom, listener)
    newsroom.storage.close()
