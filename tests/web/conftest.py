"""A front made of press nouns only, and an application before it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from press.contact import Contact, ContactKind
from press.edition import Edition, Entry, Feed, Page, digest_of
from press.embargo import Embargo, embargo_from, embargo_on, parse_when
from press.errors import NotPublic
from press.languages import Language
from press.release import Release
from press.site import Fallback, Site
from press.text import Block, Kind, Origin, Text
from press.topic import ALL, Topic
from press.words import say
from web import create_app

NOON = datetime(2026, 8, 25, 12, 0, tzinfo=UTC)
PEACE, SECRET = "peace-and-security", "secret-talks"


def text(code: str, headline: str, *body: str, origin: Origin = Origin.AUTHOR) -> Text:
    engine = "argos en-fr 1.9" if origin is Origin.MACHINE else ""
    blocks = [Block(Kind.HEADLINE, headline, origin, engine)]
    return Text(code, (*blocks, *(Block(Kind.PARAGRAPH, b, origin, engine) for b in body)))


def release(slug: str, embargo: Embargo, *texts: Text, topics: tuple[str, ...] = ()) -> Release:
    return Release(
        id=1,
        tag=f"tag:press.example.org,2026:{slug}",
        slug=slug,
        source="en",
        filed_at=embargo.instant - timedelta(days=1),
        embargo=embargo,
        topics=topics,
        contacts=CONTACTS,
        texts={text.language: text for text in texts},
    )


CONTACTS = (
    Contact(
        ContactKind.SERVICE,
        "FPS Foreign Affairs, Foreign Trade and Development Cooperation - Press service (P&C/P)",
        address=("Rue des Petits Carmes 15", "1000 Brussels", "Belgium"),
        phones=("+32 2 501 81 11",),
        sites=("http://diplomatie.belgium.be",),
    ),
    Contact(
        ContactKind.PERSON,
        "Pierre Steverlynck",
        "Spokesperson",
        phones=("+32 2 501 87 16", "+32 471 44 06 04"),
        emails=("pierre.steverlynck@diplobel.fed.be",),
    ),
    Contact(
        ContactKind.PERSON,
        "David Jordens",
        "Spokesperson",
        phones=("+32 2 501 80 50",),
        emails=("david.jordens@diplobel.fed.be",),
    ),
)
TOPICS = (
    Topic(
        PEACE,
        titles={"en": "Peace & security", "fr": "Paix et sécurité", "nl": "Vrede en veiligheid"},
        introductions={"en": "A priority of the *Belgian* foreign policy: peace building, aid …"},
        credit="© Belgian MFA",
    ),
    Topic("humanitarian-aid", titles={"en": "Humanitarian aid", "de": "Humanitäre Hilfe"}),
    Topic(SECRET, titles={"en": "Secret talks"}),
)
RELEASES = (
    release(
        "demining",
        parse_when("2026-02-18 14:18", "Europe/Brussels"),
        text(
            "en",
            "Belgium, pioneer in humanitarian demining in Iraq and Syria",
            "Belgium continues its commitment to humanitarian demining in Iraq and Syria and "
            "contributed 1.35 million euros to the [United Nations](https://www.un.org/) Mine "
            "Action Service (UNMAS) in 2025.",
            "According to Maxime Prévot, *“demining restores more than just physical safety: it "
            "gives communities space to breathe, grow and regain their dignity.”*",
            "## In both countries",
            "> A quotation that stands by itself.",
            "- women deminers\n- decision-making structures",
        ),
        text(
            "fr",
            "La Belgique, pionnière du déminage humanitaire en Irak et en Syrie",
            "La Belgique poursuit son engagement en faveur du déminage humanitaire.",
            origin=Origin.MACHINE,
        ),
        text(
            "nl",
            "België, pionier van humanitaire ontmijning in Irak en Syrië",
            "België zet zijn inzet voor humanitaire ontmijning voort.",
            origin=Origin.EDITOR,
        ),
        topics=(PEACE, "humanitarian-aid"),
    ),
    release(
        "compass",
        embargo_on(date(2022, 5, 10), "Europe/Brussels"),
        text("en", "A strategic compass for a secure Europe", "On 21 March 2022, the EU …"),
        topics=(PEACE,),
    ),
    release(
        "script",
        parse_when("2025-01-01 09:00", "Europe/Brussels"),
        text("en", "<script>alert(1)</script> & “more”", "<script>alert(2)</script>"),
    ),
    *(
        release(
            f"update-{n}",
            embargo_on(date(2021, 1, n), "Europe/Brussels"),
            text("en", f"Update {n}", "What is new."),
            topics=("humanitarian-aid",),
        )
        for n in range(1, 26)
    ),
    release(
        "not-yet",
        embargo_from(NOON + timedelta(minutes=1), "Europe/Brussels"),
        text("en", "The talks begin", "They do."),
        topics=(SECRET,),
    ),
)


@dataclass
class FakeFront:
    """Answers as `newsroom.front.Front` does, from releases in memory."""

    site: Site
    releases: tuple[Release, ...] = RELEASES
    trouble: str | None = None
    known: tuple[Topic, ...] = field(default=TOPICS)

    def edition(self, feed: Feed, now: datetime) -> Edition:
        topic, entries = self._topic(feed.topic, now), self._entries(feed, now)[:50]
        changed = max(entry.changed for entry in entries)
        return Edition(feed, topic, entries, changed, digest_of(feed, topic, entries))

    def page(self, feed: Feed, number: int, now: datetime) -> Page:
        topic, entries = self._topic(feed.topic, now), self._entries(feed, now)
        last = max(1, -(-len(entries) // 20))
        if number > last:
            raise NotPublic
        shown = entries[20 * (number - 1) : 20 * number]
        return Page(feed, topic, shown, number, last, digest_of(feed, topic, shown, last))

    def entry(self, slug: str, language: Language, now: datetime) -> Entry:
        found = [e for e in self._entries(Feed(ALL, language), now) if e.slug == slug]
        if not found:
            raise NotPublic
        return found[0]

    def topics(self, now: datetime) -> tuple[Topic, ...]:
        public = {slug for release in self._out(now) for slug in release.topics}
        return tuple(topic for topic in self.known if topic.slug in public)

    def ready(self) -> str | None:
        return self.trouble

    def _out(self, now: datetime) -> list[Release]:
        out = [r for r in self.releases if r.embargo and r.embargo.instant <= now]
        return sorted(out, key=lambda r: r.embargo.instant, reverse=True)

    def _topic(self, slug: str, now: datetime) -> Topic:
        if slug == ALL:
            return Topic(ALL, {code: say(code, "all") for code in self.site.languages.codes})
        found = [topic for topic in self.topics(now) if topic.slug == slug]
        if not found:
            raise NotPublic
        return found[0]

    def _entries(self, feed: Feed, now: datetime) -> tuple[Entry, ...]:
        code, falls_back = feed.language.code, self.site.fallback is Fallback.ORIGINAL
        found = [r for r in self._out(now) if feed.topic in {ALL, *r.topics}]
        return tuple(self._entry(r, code) for r in found if falls_back or code in r.texts)

    def _entry(self, release: Release, code: str) -> Entry:
        assert release.embargo
        titles = {t.slug: t.title(code, "en") for t in self.known if t.slug in release.topics}
        return Entry(
            id=f"{release.tag}:{code}",
            slug=release.slug,
            text=release.texts.get(code, release.original),
            source=release.source,
            embargo=release.embargo,
            updated=release.embargo.instant,
            changed=release.embargo.instant,
            topics=titles,
            contacts=release.contacts,
            languages=tuple(release.texts),
        )


class Html(HTMLParser):
    """A page as the elements it is made of; refuses what is not well formed."""

    VOID = frozenset({"link", "meta", "br", "hr", "img", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[tuple[tuple[str, ...], str]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> names an attribute twice"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((tuple(self.open), data.strip()))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """The attributes of every element of a name with these attributes."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and wanted.items() <= attributes.items()
        ]

    def text(self, tag: str) -> str:
        """All words inside elements of a name."""
        return " ".join(words for path, words in self.words if tag in path)


class Clock:
    """A clock that shows what it is told, and counts how often it is read."""

    def __init__(self) -> None:
        self.now = NOON
        self.readings = 0

    def __call__(self) -> datetime:
        self.readings += 1
        return self.now


@pytest.fixture
def front(site: Site) -> FakeFront:
    return FakeFront(site)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(front: FakeFront, clock: Callable[[], datetime]) -> Flask:
    app = create_app(front, clock)  # type: ignore[arg-type]
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@pytest.fixture
def page(client: FlaskClient) -> Callable[[str], Html]:
    """Ask for a page and read it."""

    def read(address: str) -> Html:
        answer = client.get(address)
        assert answer.mimetype == "text/html"
        return Html(answer.text)

    return read
