"""What a machine says of topics is on no public surface before it may be read."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom.filing.refiling import Instructions
from newsroom.review.topics import TopicReview
from newsroom.settings import load_settings
from newsroom.translation.topic_translating import TopicTranslating
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import embargo_from
from press.public.site import Fallback
from press.releases.readiness import BY_DEFAULT, Readiness, Starter
from press.releases.release import Filing, Reading
from press.text import STARTER, Block, Kind
from press.topic import Topic
from press.words import say
from tests.conftest import NOON
from tests.flows.hidden import EARLY, SETTINGS, app_at
from tests.flows.hidden import without_stand_ins as alone
from tests.flows.surfaces import addresses, ask, client_of
from tests.flows.test_rough_words import Rough, everything_shown, showing

HOUR = timedelta(hours=1)
TITLE, INTRODUCTION, CREDIT = "Harbour peace", "Harbours for everybody.", "© Harbour office"
MADE = [words.upper() for words in (TITLE, INTRODUCTION, CREDIT)]
SLUG = "peace"
ALL_READ = Readiness(frozenset({"fr", "nl"}))
ON = Readiness(starter=Starter.ON)


class Machine(Rough):
    name = "argos en-fr 1.0"


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom with a topic that the public knows, and a release of it that is out."""
    opened = open_newsroom(load_settings(SETTINGS, tmp_path / "home"), EARLY)
    words = Topic(SLUG, {"en": TITLE}, {"en": INTRODUCTION}, CREDIT)
    opened.topics.declare(words, "me", EARLY)
    due = embargo_from(EARLY, "UTC")
    filing = Filing((Block(Kind.HEADLINE, "One"),), embargo=due, topics=(SLUG,))
    opened.releases.file(Reading((filing,)), Instructions("me", publish=True), EARLY)
    yield opened
    opened.probes.close()
    opened.storage.close()


def made(newsroom: Newsroom, engine: Rough, readiness: Readiness = BY_DEFAULT) -> None:
    work = TopicTranslating(newsroom.storage, lambda *_: engine, lambda: EARLY, readiness)
    assert work.run().filled == 2


def review(newsroom: Newsroom, readiness: Readiness) -> TopicReview:
    return TopicReview(newsroom.storage, newsroom.settings.site, readiness)


def shown(newsroom: Newsroom, fallback: Fallback) -> dict[str, str]:
    return everything_shown(alone(newsroom) if fallback is Fallback.NONE else newsroom, 1)


@pytest.mark.promise(74, 100, 101)
@pytest.mark.parametrize("fallback", Fallback)
@pytest.mark.parametrize(
    ("engine", "readiness"), [(Rough(), BY_DEFAULT), (Machine(), ALL_READ)], ids=["rough", "read"]
)
def test_what_waits_changes_no_byte_of_any_answer(
    newsroom: Newsroom, engine: Rough, readiness: Readiness, fallback: Fallback
) -> None:
    before = shown(newsroom, fallback)
    assert showing(before, TITLE)
    made(newsroom, engine, readiness)
    assert shown(newsroom, fallback) == before
    for words in MADE:
        assert not showing(before, words)


@pytest.mark.promise(100)
def test_one_block_approved_of_three_shows_that_one(newsroom: Newsroom) -> None:
    made(newsroom, Rough())
    review(newsroom, BY_DEFAULT).approve(SLUG, "fr", "me", EARLY, [1])
    answers = everything_shown(newsroom, 1)
    found = showing(answers, MADE[0])
    assert {"/fr/peace/", "/fr/peace.atom", "/fr/feeds/", "/feeds.opml", "/fr/"} <= found
    assert not {address for address in found if address.startswith("/nl/")}
    assert not showing(answers, MADE[1])
    assert not showing(answers, MADE[2])


def test_rejected_words_leave_every_surface(newsroom: Newsroom) -> None:
    before = everything_shown(newsroom, 1)
    made(newsroom, Machine())
    assert showing(everything_shown(newsroom, 1), MADE[0])
    for code in ("fr", "nl"):
        review(newsroom, BY_DEFAULT).reject(SLUG, code, "me", EARLY, [1, 2])
    answers = everything_shown(newsroom, 1)
    for words in MADE[:2]:
        assert not showing(answers, words)
    assert answers["/fr/peace/"] == before["/fr/peace/"]


@pytest.mark.promise(78, 101)
@pytest.mark.parametrize(
    ("engine", "readiness", "mark"),
    [(Machine(), BY_DEFAULT, "machine_mark"), (Rough(), ON, "rough_mark")],
    ids=["machine", "rough"],
)
def test_what_is_out_is_marked_where_it_is_read(
    newsroom: Newsroom, engine: Rough, readiness: Readiness, mark: str
) -> None:
    before = everything_shown(newsroom, 1)
    made(newsroom, engine, readiness)
    answers = everything_shown(newsroom, 1)
    said = say("nl", mark)
    for address in ("/nl/peace/", "/nl/feeds/", "/nl/"):
        assert answers[address].count(said) > before[address].count(said), address
        # Beside the feeds it is explained what a machine's mark means, whoever wrote what.
        is_explained = (address, mark) == ("/nl/feeds/", "machine_mark")
        assert before[address].count(said) == is_explained, address
    for extension in ("atom", "rss", "json"):
        assert f"[{said}] {MADE[1]}" in answers[f"/nl/peace.{extension}"]
    assert STARTER not in answers["/en/peace/"]
    assert '<h1 lang="en"' not in answers["/nl/peace/"]


@pytest.mark.promise(74, 101)
def test_a_topic_whose_releases_are_under_embargo_tells_nothing(newsroom: Newsroom) -> None:
    before = everything_shown(newsroom, 1)
    told = Instructions("me", new_topics=True, embargo=embargo_from(NOON + HOUR, "UTC"))
    secret = Topic("secret", {"en": "Secret harbour"}, {"en": "Soon."})
    soon = Filing((Block(Kind.HEADLINE, "Two"),), topics=("secret",))
    newsroom.releases.file(Reading((soon,), secret), told, EARLY)
    work = TopicTranslating(newsroom.storage, lambda *_: Machine(), lambda: EARLY)
    assert work.run().filled == 4
    made_of_known = everything_shown(newsroom, 1)
    assert not showing(made_of_known, "SECRET HARBOUR")
    assert before.keys() == made_of_known.keys()
    client, unknown = client_of(app_at(newsroom)), "nothing"
    values = {"lang": ("en", "fr"), "extension": ("atom", "rss", "json"), "part": ("2026-08",)}
    values |= {"link": (f"1-{'x' * 27}",)}
    values |= {"slug": ("x",), "token": ("f" * 32,), "name": ("a.pdf",), "month": ("2026-08",)}
    values |= {"year": ("2026",), "month_number": ("08",)}
    needs = frozenset({"topic"})
    for hidden, nowhere in zip(
        addresses(client.application, values | {"topic": ("secret",)}, needs),
        addresses(client.application, values | {"topic": (unknown,)}, needs),
        strict=True,
    ):
        assert ask(client, hidden)[0] == ask(client, nowhere)[0] == 404
    client = client_of(app_at(newsroom, NOON + HOUR))
    assert b"SECRET HARBOUR" in ask(client, "/fr/secret/")[2]
