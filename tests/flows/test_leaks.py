"""A pending release changes no byte of any answer, whatever surface there is.

The surfaces are those of the application's own address map: one added later is asked too.
"""

import inspect
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feeds import FORMATS
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
from web.cache.cached_response import Address
from web.cache.coding import IDENTITY, MARKS
from web.cache.response_cache import ResponseCache
from web.site.application import create_app
from web.site.views.directory import GUESSES

pytestmark = pytest.mark.waits

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
READING, OTHERS = ("GET", "HEAD"), ("POST", "OPTIONS")  # what readers send matters to the former
ANNEX, SIZE, SMALLER = "annex.pdf", "view-64.webp", "view-64-64.webp"
Answer = tuple[int, list[tuple[str, str]], bytes]


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


Fillings = Mapping[str, tuple[str, ...]]


def tokens(one: Hidden) -> dict[str, str]:
    """The unguessable parts of the addresses of its files, with the name of each."""
    return {one.token: ANNEX, one.size: SIZE, one.picture: SIZE, one.smaller: SMALLER}


def fillings(*hidden: Hidden) -> Fillings:
    """What may stand in place of each variable of an address, for some releases."""
    return {
        "lang": ("en", "fr"),
        "extension": tuple(FORMATS),
        "topic": tuple(one.topic for one in hidden),
        "slug": tuple(one.slug for one in hidden),
        # Of attachments. A preview is for whoever holds its link: while it is good it is meant to
        # show its release, and once it has ended to say so (below).
        "token": tuple(token for one in hidden for token in tokens(one)),
        # Of mails to those who follow: nobody's.
        "link": (f"1-{'x' * 27}",),
        "name": (ANNEX, SIZE, SMALLER),
        "part": ("2026-08",),
        "month": ("2026-08", "2026-08-2", "2026-09"),
        "year": ("2026",),
        "month_number": ("08",),
    }


def fillings_of_all(places: Places) -> Fillings:
    values = dict(fillings(*places.hidden.values(), NOWHERE))
    values["lang"] += ("xx",)
    values["topic"] += (ALL, PEACE, QUIET, OLD)
    values["month"] += ("1970-01", "2026-05", "2026-06")
    values["month_number"] += ("05", "09")
    values["part"] += ("1970-01", "2026-04", "2026-06", "2026-8")
    values["slug"] += (places.known_slug,)
    values["name"] += ("style.css",)
    return values


NOWHERE = Hidden(0, "nowhere", "nothing", "f" * 32, "e" * 32, "d" * 32, "c" * 32, "0" * 43)


def addresses(app: Flask, values: Fillings, needs: frozenset[str] = frozenset()) -> list[str]:
    """Every address the application answers, with these values for its variables.

    Args:
        app: whose address map it is.
        values: for each variable.
        needs: leave out addresses without any of these variables; none leaves out nothing.
    """
    found, base_url = [], app.extensions["newsroom"].front.site.base_url
    for rule in app.url_map.iter_rules():
        names = sorted(rule.arguments)
        unknown = set(names) - values.keys()
        assert not unknown, (
            f"{rule.rule} is a new surface, and nobody has said what may stand for {unknown}:"
            " add values to `fillings` in tests/flows/test_leaks.py"
        )
        if needs and not needs & set(names):
            continue
        for chosen in product(*(values[name] for name in names)):
            built = rule.build(dict(zip(names, chosen, strict=True)))
            assert built, f"{rule.rule} cannot be asked for with {chosen}"
            found.append(built[1])
            if rule.endpoint in ("search.results", "search.feed"):  # without a question, no answer
                found.append(f"{built[1]}?q={WORD}")
            is_embedded = rule.endpoint in ("pages.home", "pages.about", "pages.release")
            if is_embedded and built[1].startswith("/en/"):  # the others are asked for the same way
                found.append(f"/oembed?url={quote(base_url + built[1], safe='')}")
    return found


def ask(client: FlaskClient, address: str, method: str = "GET", **headers: str) -> Answer:
    with client.open(address, method=method, headers=headers) as answer:
        return answer.status_code, list(answer.headers), answer.data


def headers_for(plain: Answer) -> list[dict[str, str]]:
    """What readers send along: nothing, wishes, and what they hold already."""
    held = dict(plain[1])
    return [
        {},
        {"Accept-Encoding": "gzip"},
        {"Accept-Encoding": "br"},
        {"Accept-Language": "fr;q=0.9, en;q=0.2"},
        {"If-None-Match": held.get("ETag", "*")},
        {"If-Modified-Since": held.get("Last-Modified", "Mon, 01 Jan 2024 00:00:00 GMT")},
    ]


def questions(before: FlaskClient, address: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Address, method and headers of everything that is asked of one surface."""
    yield f"{address}{'&' if '?' in address else '?'}page=2", "GET", {}
    for method, headers in product(READING, headers_for(ask(before, address))):
        yield address, method, headers
    for method in OTHERS:
        yield address, method, {}


def client_of(app: Flask) -> FlaskClient:
    return app.test_client(use_cookies=False)


@pytest.mark.promise(53, 74, 75)
@pytest.mark.parametrize("third", range(3))  # there are many addresses, and a test has its time
def test_a_pending_release_changes_no_byte_of_any_answer(places: Places, third: int) -> None:
    before, pending = (client_of(app_at(one)) for one in (places.before, places.pending))
    for address in addresses(before.application, fillings_of_all(places))[third::3]:
        for question, method, headers in questions(before, address):
            was, now = (ask(c, question, method, **headers) for c in (before, pending))
            assert now == was, f"{method} {question} {headers}"


@pytest.mark.promise(53, 74, 75)
def test_nor_does_it_where_the_original_stands_in_for_nothing(places: Places) -> None:
    newsrooms = map(without_stand_ins, (places.before, places.pending))
    before, pending = (client_of(app_at(one)) for one in newsrooms)
    for address in addresses(before.application, fillings_of_all(places)):
        assert ask(pending, address) == ask(before, address), address


@pytest.mark.promise(75)
@pytest.mark.parametrize("name", STORIES)
def test_an_address_that_is_hidden_is_one_that_does_not_exist(places: Places, name: str) -> None:
    client = client_of(app_at(places.pending))
    names = frozenset({"slug", "topic", "token"})
    pairs = zip(
        addresses(client.application, fillings(places.hidden[name]), names),
        addresses(client.application, fillings(NOWHERE), names),
        strict=True,
    )
    for hidden, unknown in pairs:
        for _, method, headers in questions(client, unknown):
            answers = [ask(client, address, method, **headers) for address in (hidden, unknown)]
            assert answers[0] == answers[1], f"{method} {hidden} {headers}"


@pytest.mark.promise(74, 75)
def test_a_link_that_has_ended_says_the_same_of_every_release(places: Places) -> None:
    client = client_of(app_at(places.pending))
    for end, method in product(("", "/en", "/fr"), READING):
        said = set()
        for name, one in places.hidden.items():
            status, headers, body = ask(client, f"/preview/{one.ended}{end}", method)
            assert status == 410
            kind = "withdrawn" in name
            said.add((kind, *headers, body.replace(one.ended.encode(), b"")))
        assert len(said) == 2  # for one that was withdrawn there is nothing to ask for
        assert ask(client, f"/preview/{NOWHERE.ended}{end}", method)[0] == 404


@pytest.mark.promise(75)
@pytest.mark.parametrize("name", DUE)
def test_at_its_minute_it_is_on_every_surface(places: Places, name: str) -> None:
    one, client = places.hidden[name], client_of(app_at(places.pending, T))
    named = addresses(client.application, fillings(one), frozenset({"slug", "topic", "token"}))
    own = [a for a in named if not a.startswith("/preview/")]
    own = [a for a in own if "/2026-08." not in a]  # its month is not over
    right = {f"/files/{token}/{name}" for token, name in tokens(one).items()}  # not another's name
    assert right < set(own)
    own = [a for a in own if not a.startswith("/files/") or a in right]
    guessed = [a for a in own if a.rpartition("/")[2] in GUESSES]
    own = [a for a in own if a not in guessed]
    assert {ask(client, a)[0] for a in guessed} == {301}  # to its feeds
    shared = [f"/{code}/{end}" for code in ("en", "fr") for end in ("", f"{PEACE}/")]
    shared += [f"/en/{topic}.{form}" for topic in (ALL, PEACE) for form in FORMATS]
    assert {address: ask(client, address)[0] for address in own} == dict.fromkeys(own, 200)
    shared += ["/sitemaps/2026-08.xml", "/news-sitemap.xml"]
    for address in shared:
        assert one.slug.encode() in ask(client, address)[2], address
    for address in ("/feeds/", "/fr/feeds/", "/feeds.opml", "/sitemaps/pages.xml"):
        assert one.topic.encode() in ask(client, address)[2], address


@pytest.mark.parametrize("third", range(3))
def test_a_prewarmed_minute_is_not_served_a_moment_before_it(
    places: Places, monkeypatch: pytest.MonkeyPatch, third: int
) -> None:
    monkeypatch.setattr("web.cache.recent.MOST_RECENT", 100_000)
    client = client_of(app_at(places.pending, T - timedelta(milliseconds=1)))
    every = addresses(client.application, fillings_of_all(places))[third::3]
    every += [f"/en/{PEACE}.atom"]
    cache = client.application.extensions["response cache"]
    wishes = ({}, *({"Accept-Encoding": coding} for coding in MARKS), {"If-None-Match": "*"})
    asked = [(address, wish) for address in every for wish in wishes]
    before = [ask(client, address, **wish) for address, wish in asked]
    for path, coding in product(every, MARKS):  # as if somebody had guessed every address
        cache.recent.note(Address(path, coding), T - MINUTE)
    cache.prewarm(T)
    assert [ask(client, address, **wish) for address, wish in asked] == before
    feed, generation = Address(f"/en/{PEACE}.atom", IDENTITY), places.pending.front.generation()
    ahead = cache.store.find(feed, T, generation)
    assert ahead, "nothing was made ready"
    assert places.hidden["scheduled"].slug.encode() in ahead.body


@pytest.mark.parametrize("name", sorted(STORIES.keys() - set(DUE)))
def test_what_is_not_due_does_not_come_out_with_what_is(places: Places, name: str) -> None:
    one, client = places.hidden[name], client_of(app_at(places.pending, T))
    for address in addresses(client.application, fillings_of_all(places)):
        body = ask(client, address)[2]
        assert not [trace for trace in (one.slug, one.topic) if trace.encode() in body], address


def test_a_surface_nobody_thought_of_is_noticed(places: Places) -> None:
    app = app_at(places.before)
    app.add_url_rule("/<lang>/calendar/<week>", "calendar", lambda: "")
    with pytest.raises(AssertionError, match="calendar/<week> is a new surface"):
        addresses(app, fillings_of_all(places))
