"""What the public may ask."""

from datetime import timedelta

import pytest

from newsroom.public.asked import PAGE_LENGTH
from newsroom.wiring import Newsroom
from press.errors import NotPublic
from press.public.edition import Feed
from press.topic import ALL, Topic
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing


def feed(newsroom: Newsroom, code: str = "en", topic: str = ALL) -> Feed:
    return Feed(topic, newsroom.settings.site.languages.named(code))


def test_a_pending_embargo_leaves_no_trace_in_an_edition_or_page(newsroom: Newsroom) -> None:
    file(newsroom, filing("out", embargo=at(NOON), topics=("peace",)))
    asked = feed(newsroom), feed(newsroom, "fr", "peace")
    before = [newsroom.front.edition(f, NOON) for f in asked]
    pages = [newsroom.front.page(f, 1, NOON) for f in asked]
    topics = newsroom.front.topics(NOON)
    file(newsroom, filing("secret", embargo=at(NOON + DAY), topics=("peace", "secret-topic")))
    later = NOON + DAY - timedelta(milliseconds=1)
    assert [newsroom.front.edition(f, later) for f in asked] == before
    assert [newsroom.front.page(f, 1, later) for f in asked] == pages
    assert newsroom.front.topics(later) == topics
    assert len(newsroom.front.edition(asked[0], NOON + DAY).entries) == 2


def test_a_release_that_is_not_out_is_as_unknown_as_one_that_does_not_exist(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, filing("secret", embargo=at(NOON + DAY)))
    slug = newsroom.releases.get(number)[0].slug
    language = newsroom.settings.site.languages.default
    for unknown in (slug, "no-such-release"):
        with pytest.raises(NotPublic):
            newsroom.front.entry(unknown, language, NOON)
    assert newsroom.front.entry(slug, language, NOON + DAY).text.headline == "secret"


def test_last_modified_never_goes_backwards(newsroom: Newsroom) -> None:
    asked = feed(newsroom)
    moments = [newsroom.front.edition(asked, NOON).changed]
    for n in range(60):
        file(newsroom, filing(f"release {n}", embargo=at(NOON + n * MINUTE)))
    moments += [newsroom.front.edition(asked, NOON + n * MINUTE).changed for n in range(60)]
    assert moments == sorted(moments)


def test_an_empty_feed_changed_when_the_newsroom_was_opened(newsroom: Newsroom) -> None:
    edition = newsroom.front.edition(feed(newsroom), NOON + DAY)
    assert edition.changed == edition.updated == NOON


def test_a_new_title_of_a_topic_moves_its_feed(newsroom: Newsroom) -> None:
    newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON)
    asked = feed(newsroom, topic="peace")
    before = newsroom.front.edition(asked, NOON)
    newsroom.topics.declare(Topic("peace", {"fr": "Paix"}), "me", NOON + MINUTE)
    after = newsroom.front.edition(asked, NOON + MINUTE)
    assert after.digest != before.digest
    assert after.changed == NOON + MINUTE


@pytest.mark.promise(45)
def test_pages_hold_every_release_once_and_end(newsroom: Newsroom) -> None:
    for n in range(PAGE_LENGTH + 5):
        file(newsroom, filing(f"release {n}", embargo=at(NOON)))
    first, second = (newsroom.front.page(feed(newsroom), n, NOON) for n in (1, 2))
    assert (first.is_last, second.is_last) == (False, True)
    assert len({e.id for e in (*first.entries, *second.entries)}) == PAGE_LENGTH + 5
    for number in (0, 3, -1):
        with pytest.raises(NotPublic):
            newsroom.front.page(feed(newsroom), number, NOON)


def test_an_unknown_topic_is_not_public(newsroom: Newsroom) -> None:
    with pytest.raises(NotPublic):
        newsroom.front.edition(feed(newsroom, topic="nothing"), NOON)
