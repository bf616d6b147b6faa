"""What the public finds, as the front says it."""

from datetime import datetime

import pytest

from newsroom.public.searching import MOST_PAGES
from newsroom.tasks.indexing import catch_up, count_behind
from newsroom.wiring import Newsroom, open_newsroom
from press.errors import NotPublic
from press.languages import Language
from press.public.search import ResultPage
from press.public.sought import Sought
from press.releases.release import Filing
from press.text import Block, Kind
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing

LATER = NOON + DAY


def english(newsroom: Newsroom) -> Language:
    return newsroom.settings.site.languages.default


def page(newsroom: Newsroom, words: str, number: int = 1, now: datetime = NOON) -> ResultPage:
    return newsroom.front.search(Sought(words), english(newsroom), number, now)


def headlines(found: ResultPage) -> list[str]:
    return [hit.entry.text.headline for hit in found.hits]


@pytest.mark.promise(142)
def test_it_is_found_with_a_clock_or_without(newsroom: Newsroom) -> None:
    file(newsroom, filing("treaty of Corvane", embargo=at(LATER)))
    assert headlines(page(newsroom, "corvane")) == []
    assert headlines(page(newsroom, "corvane", now=LATER)) == ["treaty of Corvane"]
    newsroom.work.do_due(lambda: LATER)
    assert headlines(page(newsroom, "corvane", now=LATER)) == ["treaty of Corvane"]
    assert count_behind(newsroom.storage, LATER, 10) == 0


def test_what_was_out_before_there_was_an_index_is_added_by_the_clock(newsroom: Newsroom) -> None:
    for number in range(7):
        file(newsroom, filing(f"treaty {number}", embargo=at(LATER - number * MINUTE)))
    assert count_behind(newsroom.storage, LATER, 10) == 7
    before = headlines(page(newsroom, "treaty", now=LATER))
    assert catch_up(newsroom.storage, LATER) == 7
    assert catch_up(newsroom.storage, LATER) == 0
    after = headlines(page(newsroom, "treaty", now=LATER))
    assert after == before == [f"treaty {n}" for n in range(7)]


def test_a_search_in_a_topic_the_public_does_not_know_is_none(newsroom: Newsroom) -> None:
    file(newsroom, filing("treaty", embargo=at(NOON + DAY), topics=("secret-topic",)))
    for slug in ("secret-topic", "no-such-topic"):
        with pytest.raises(NotPublic):
            newsroom.front.search(Sought("treaty", slug), english(newsroom), 1, NOON)
        with pytest.raises(NotPublic):
            newsroom.front.found(Sought("treaty", slug), english(newsroom), NOON)


def test_nobody_reads_further_than_a_number_of_pages(newsroom: Newsroom) -> None:
    for number in (0, 2, MOST_PAGES + 1):
        with pytest.raises(NotPublic):
            page(newsroom, "treaty", number)


def test_a_question_in_one_year_finds_what_came_out_in_it_by_the_newsrooms_zone(
    newsroom: Newsroom,
) -> None:
    eve = NOON.replace(year=2025, month=12, day=31, hour=22, minute=59)
    for number, moment in enumerate((eve, eve + MINUTE)):
        file(newsroom, filing(f"treaty {number}", embargo=at(moment)))
    for year, found in ((2025, ["treaty 0"]), (2026, ["treaty 1"]), (2024, [])):
        said = newsroom.front.search(Sought("treaty", year=year), english(newsroom), 1, NOON)
        assert headlines(said) == found
        assert said.years == (2026, 2025)


def test_the_excerpt_is_where_the_word_stands(newsroom: Newsroom) -> None:
    words = " ".join(["before"] * 100 + ["**Corvane**"] + ["after"] * 100)
    blocks = (Block(Kind.HEADLINE, "treaty"), Block(Kind.PARAGRAPH, words))
    file(newsroom, Filing(blocks, embargo=at(NOON)))
    (hit,) = page(newsroom, "corvane").hits
    text = "".join(piece for piece, _ in hit.excerpt)
    assert text.startswith("… before")
    assert text.endswith("after …")
    assert len(text) < 330
    assert [piece for piece, is_found in hit.excerpt if is_found] == ["Corvane"]


@pytest.mark.promise(145)
def test_a_feed_of_nothing_was_changed_when_the_newsroom_was_opened(newsroom: Newsroom) -> None:
    edition = newsroom.front.found(Sought("nothing"), english(newsroom), NOON + DAY)
    assert edition.changed == NOON
    assert edition.place.is_whole


def test_opening_it_again_with_the_same_languages_changes_nothing(newsroom: Newsroom) -> None:
    file(newsroom, filing("treaty", embargo=at(NOON)))
    newsroom.work.do_due(lambda: NOON)
    again = open_newsroom(newsroom.settings, NOON)
    assert count_behind(again.storage, NOON, 10) == 0
    again.storage.close()
