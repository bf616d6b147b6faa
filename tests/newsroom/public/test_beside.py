"""What stands beside a text, as readers meet it: on pages, in feeds, with tags and dates."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from feeds import FORMATS
from newsroom.filing.refiling import Instructions
from newsroom.review.review import Review
from newsroom.translation.rough import take_back
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.contact import Contact, ContactKind
from press.releases.attachment import Words
from press.releases.readiness import Readiness, Starter
from press.releases.release import Filing, Reading
from press.text import STARTER, Block, Kind
from press.words import say
from tests.conftest import NOON
from tests.newsroom.translation.test_translating import Echo
from web.site.application import create_app

HOUR = timedelta(hours=1)
CONTACTS = (
    Contact(ContactKind.SERVICE, "Office of bridges"),
    Contact(ContactKind.PERSON, "Ann Green", "Bridge engineer"),
    Contact(ContactKind.PERSON, "Mark Brown", "Spokesperson"),
)
BESIDE = ("OFFICE OF BRIDGES", "BRIDGE ENGINEER", "Porte-parole", "THE PLAN", "BY A COLLEAGUE")


class Small(Echo):
    """Says what a small model would."""

    name = f"{STARTER} en-fr 1.0"


class Clock:
    now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(newsroom: Newsroom, clock: Clock) -> Iterator[FlaskClient]:
    with create_app(newsroom.front, clock).test_client() as client:
        yield client


@pytest.fixture
def number(newsroom: Newsroom, tmp_path: Path) -> int:
    """A release that is out, with contacts and a file."""
    blocks = (Block(Kind.HEADLINE, "A bridge opens"), Block(Kind.PARAGRAPH, "It opens today."))
    reading = Reading((Filing(blocks, contacts=CONTACTS),))
    number = newsroom.releases.file(reading, Instructions("me"), NOON)[0].release.id
    newsroom.life.publish(number, "me", NOON)
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"%PDF-1.7 plan")
    newsroom.attachments.attach(number, plan, "me", NOON, Words("The plan", "By a colleague"))
    return number


def fill(newsroom: Newsroom, clock: Clock, engine: Echo, reviewed: Sequence[str] = ()) -> None:
    storage = newsroom.storage
    Translating(storage, lambda *_: engine, clock, Readiness(frozenset(reviewed))).run()


def addresses(newsroom: Newsroom, number: int, code: str = "fr") -> list[str]:
    slug = newsroom.releases.get(number)[0].slug
    feeds = [f"/{code}/all.{form}" for form in FORMATS]
    return [f"/{code}/", f"/{code}/releases/{slug}", *feeds]


def public(newsroom: Newsroom, client: FlaskClient, number: int) -> str:
    pages = [client.get(address) for address in addresses(newsroom, number)]
    assert {page.status_code for page in pages} <= {200, 410}
    return "\n".join(page.get_data(as_text=True) for page in pages)


def test_nothing_beside_a_text_that_waits_is_in_any_public_document(
    newsroom: Newsroom, client: FlaskClient, clock: Clock, number: int
) -> None:
    before = public(newsroom, client, number)
    fill(newsroom, clock, Small(), ["fr", "nl", "de"])
    assert public(newsroom, client, number) == before
    assert not [words for words in BESIDE if words in before]


def test_what_is_approved_is_public_with_its_text_and_nothing_else_of_a_machine_is(
    newsroom: Newsroom, client: FlaskClient, clock: Clock, number: int
) -> None:
    fill(newsroom, clock, Small(), ["fr", "nl", "de"])
    review = Review(newsroom.storage, newsroom.settings.site, Readiness({"fr"}))
    review.approve(number, "fr", "an editor", NOON, [1, 2, 4])
    shown = public(newsroom, client, number)
    assert [words for words in BESIDE if words in shown] == ["BRIDGE ENGINEER", "Porte-parole"]
    review.approve(number, "fr", "an editor", NOON)
    shown = public(newsroom, client, number)
    assert [words for words in BESIDE if words in shown] == list(BESIDE[1:])
    review.approve(number, "fr", "an editor", NOON, [3])  # a name, which is approved by itself
    shown = public(newsroom, client, number)
    assert [words for words in BESIDE if words in shown] == list(BESIDE)


@pytest.mark.promise(46)
def test_tags_and_dates_move_when_what_stands_beside_a_text_changes(
    newsroom: Newsroom, client: FlaskClient, clock: Clock, number: int
) -> None:
    fill(newsroom, clock, Echo())
    places = addresses(newsroom, number)[1:]
    before = {place: client.get(place) for place in places}
    clock.now = NOON + HOUR
    newsroom.review.correct(number, "fr", 4, "Ingénieure", "an editor", clock.now)
    for place in places:
        after = client.get(place)
        assert after.headers["ETag"] != before[place].headers["ETag"], place
        asked = client.get(place, headers={"If-None-Match": before[place].headers["ETag"]})
        assert asked.status_code == 200
        if (at := before[place].headers.get("Last-Modified")) is not None:
            assert after.headers["Last-Modified"] != at
        assert "Ingénieure" in after.get_data(as_text=True)
    assert newsroom.front.months(clock.now)[0].changed == clock.now


@pytest.mark.promise(76)
def test_a_page_says_why_a_release_was_withdrawn_in_its_readers_language(
    newsroom: Newsroom, client: FlaskClient, clock: Clock, number: int
) -> None:
    fill(newsroom, clock, Echo())
    place = addresses(newsroom, number)[1]
    newsroom.life.withdraw(number, "The bridge is shut", "me", NOON)
    page = client.get(place)
    assert (page.status_code, '<p dir="auto">The bridge is shut</p>' in page.text) == (410, True)
    fill(newsroom, clock, Echo())
    page = client.get(place)
    assert page.status_code == 410
    assert "<p>THE BRIDGE IS SHUT</p>" in page.text
    assert '<span class="mark">Traduction automatique</span>' in page.text
    newsroom.review.approve(number, "fr", "an editor", NOON, [1])
    assert "Traduction automatique" not in client.get(place).text
    assert "<p>THE BRIDGE IS SHUT</p>" in client.get(place).text


def test_what_the_starter_said_beside_a_text_is_called_rough_and_taken_back_with_its_setting(
    newsroom: Newsroom, client: FlaskClient, clock: Clock, number: int
) -> None:
    rough, drafts = Readiness(starter=Starter.ON), Readiness()
    Translating(newsroom.storage, lambda *_: Small(), clock, rough).run()
    shown = public(newsroom, client, number)
    assert [words for words in BESIDE if words in shown] == list(BESIDE[1:])
    newsroom.life.withdraw(number, "The bridge is shut", "me", NOON)
    Translating(newsroom.storage, lambda *_: Small(), clock, rough).run()
    assert f"[{say('fr', 'rough_mark')}] THE BRIDGE IS SHUT" in public(newsroom, client, number)
    assert take_back(newsroom.storage, drafts, NOON) == 3
    assert "THE BRIDGE IS SHUT" not in public(newsroom, client, number)
    newsroom.life.publish(number, "me", NOON)
    Translating(newsroom.storage, lambda *_: Small(), clock, drafts).run()
    shown = public(newsroom, client, number)
    assert not [words for words in BESIDE if words in shown]


def test_a_reason_that_waits_is_in_no_public_document(
    newsroom: Newsroom, client: FlaskClient, clock: Clock, number: int
) -> None:
    fill(newsroom, clock, Echo())
    newsroom.life.withdraw(number, "The bridge is shut", "me", NOON)
    before = public(newsroom, client, number)
    fill(newsroom, clock, Small(), ["fr", "nl", "de"])
    assert public(newsroom, client, number) == before
    waiting = [(sheet.language, sheet.waiting) for sheet in newsroom.sheets.to_review()]
    assert waiting == [("de", (1,)), ("fr", (1,)), ("nl", (1,))]
