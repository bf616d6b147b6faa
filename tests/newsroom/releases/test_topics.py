"""Topics are renamed and retired, and nobody who follows one is left behind."""

from datetime import timedelta

import pytest

from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, NotPublic, Refusal
from press.public.archive import Part
from press.topic import Topic
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing
from tests.newsroom.public.test_front import feed


@pytest.fixture
def peace(newsroom: Newsroom) -> Newsroom:
    """A newsroom with a topic of two releases, one of them long out."""
    newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON)
    for n in (0, 70):
        file(newsroom, filing(f"release {n}", embargo=at(NOON - n * DAY), topics=("peace",)))
    return newsroom


def test_a_renamed_topic_keeps_its_releases_and_its_identity(peace: Newsroom) -> None:
    before = peace.front.edition(feed(peace, topic="peace"), NOON)
    peace.topics.rename("peace", "peace-and-security", "me", NOON + MINUTE)
    after = peace.front.edition(feed(peace, topic="peace-and-security"), NOON + MINUTE)
    assert [e.id for e in after.entries] == [e.id for e in before.entries]
    assert after.topic.permanent == before.topic.permanent == "peace"
    assert after.topic.titles == {"en": "Peace"}
    assert after.changed == NOON + MINUTE
    assert after.entries[0].keys == {"peace-and-security": "peace"}
    with pytest.raises(NotPublic):
        peace.front.edition(feed(peace, topic="peace"), NOON)


def test_every_old_name_leads_straight_to_todays(peace: Newsroom) -> None:
    for old, new in (("peace", "b"), ("b", "c"), ("c", "d")):
        peace.topics.rename(old, new, "me", NOON)
    assert [peace.front.moved(name, NOON) for name in "bc"] == ["d", "d"]
    assert peace.front.moved("peace", NOON) == "d"
    assert peace.front.moved("d", NOON) is None


def test_a_topic_may_have_its_old_name_back(peace: Newsroom) -> None:
    peace.topics.rename("peace", "war", "me", NOON)
    peace.topics.rename("war", "peace", "me", NOON)
    assert peace.front.moved("war", NOON) == "peace"
    assert peace.front.moved("peace", NOON) is None
    assert len(peace.front.edition(feed(peace, topic="peace"), NOON).entries) == 2


@pytest.mark.parametrize("new", ["aid", "all", "releases", "Peace!", "past"])
def test_a_name_that_cannot_be_had_is_refused(peace: Newsroom, new: str) -> None:
    for slug in ("aid", "past"):
        peace.topics.declare(Topic(slug), "me", NOON)
    peace.topics.rename("past", "present", "me", NOON)
    with pytest.raises(Refusal):
        peace.topics.rename("peace", new, "me", NOON)
    assert peace.front.moved("peace", NOON) is None


def test_an_old_name_is_never_another_topics(peace: Newsroom) -> None:
    peace.topics.rename("peace", "war", "me", NOON)
    with pytest.raises(Refusal, match="was the name of topic war"):
        peace.topics.declare(Topic("peace"), "me", NOON)


def test_a_release_filed_under_an_old_name_is_in_the_topic(peace: Newsroom) -> None:
    peace.topics.rename("peace", "war", "me", NOON)
    number = file(peace, filing("new", embargo=at(NOON), topics=("peace", "war")))
    assert peace.releases.get(number)[0].topics == ("war",)


def test_a_secret_topic_stays_secret_under_any_name(newsroom: Newsroom) -> None:
    file(newsroom, filing("secret", embargo=at(NOON + DAY), topics=("talks",)))
    newsroom.topics.rename("talks", "summit", "me", NOON)
    assert newsroom.front.moved("talks", NOON) is None
    assert newsroom.front.topics(NOON) == ()
    assert newsroom.front.moved("talks", NOON + DAY) == "summit"


def test_a_retired_topic_lives_on_with_its_archives_and_takes_nothing_new(peace: Newsroom) -> None:
    peace.topics.declare(Topic("aid", {"en": "Aid"}), "me", NOON)
    peace.topics.retire("peace", "aid", "me", NOON + MINUTE)
    now = NOON + DAY
    edition = peace.front.edition(feed(peace, topic="peace"), now)
    assert edition.is_closed
    assert (edition.entries, edition.changed) == ((), NOON + MINUTE)
    assert edition.place.older == Part(2026, 8)
    archive = peace.front.archive(feed(peace, topic="peace"), Part(2026, 8), now)
    assert (len(archive.entries), archive.place.older) == (1, Part(2026, 6))
    assert [topic.slug for topic in peace.front.topics(now)] == ["aid"]
    with pytest.raises(NotAllowedNow, match="file it under aid"):
        file(peace, filing("late", topics=("peace",)))


def test_a_successor_that_is_renamed_is_named_by_its_new_name(peace: Newsroom) -> None:
    peace.topics.declare(Topic("aid", {"en": "Aid"}), "me", NOON)
    peace.topics.retire("peace", "aid", "me", NOON)
    peace.topics.rename("aid", "help", "me", NOON + MINUTE)
    edition = peace.front.edition(feed(peace, topic="peace"), NOON + DAY)
    assert edition.topic.successor == "help"
    assert edition.changed == NOON + MINUTE
    with pytest.raises(NotAllowedNow, match="file it under help"):
        file(peace, filing("late", topics=("peace",)))


def test_a_retired_topic_can_go_on(peace: Newsroom) -> None:
    before = peace.front.edition(feed(peace, topic="peace"), NOON)
    peace.topics.retire("peace", "", "me", NOON + MINUTE)
    peace.topics.reopen("peace", "me", NOON + 2 * MINUTE)
    after = peace.front.edition(feed(peace, topic="peace"), NOON + DAY)
    assert [e.id for e in after.entries] == [e.id for e in before.entries]
    assert after.changed == NOON + 2 * MINUTE


@pytest.mark.parametrize(
    ("slug", "successor"), [("nothing", ""), ("peace", "nothing"), ("peace", "peace")]
)
def test_what_cannot_be_retired_is_refused(peace: Newsroom, slug: str, successor: str) -> None:
    with pytest.raises(Refusal):
        peace.topics.retire(slug, successor, "me", NOON)


def test_retiring_twice_or_reopening_what_is_open_is_refused(peace: Newsroom) -> None:
    with pytest.raises(NotAllowedNow):
        peace.topics.reopen("peace", "me", NOON)
    peace.topics.retire("peace", "", "me", NOON)
    with pytest.raises(NotAllowedNow):
        peace.topics.retire("peace", "", "me", NOON)


def test_every_act_is_seen_by_those_who_keep_answers(peace: Newsroom) -> None:
    newsroom = peace
    for act in (
        lambda: newsroom.topics.rename("peace", "war", "me", NOON),
        lambda: newsroom.topics.retire("war", "", "me", NOON),
        lambda: newsroom.topics.reopen("war", "me", NOON + timedelta(hours=1)),
    ):
        before = peace.front.generation()
        act()
        assert peace.front.generation() > before
