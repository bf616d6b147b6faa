"""What is out, by year and month."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.public.asked import PAGE_LENGTH
from newsroom.public.front import Front
from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import zone_named
from press.errors import NotPublic
from press.public.calendar import Season, SeasonPage
from press.public.site import Fallback
from press.releases.release import Reading
from press.text import Block, Kind, Text
from storage.filed import releases
from tests.conftest import NOON
from tests.homes import lay_database
from tests.newsroom.filing.test_filing import DAY, ME, MINUTE, at, file, filing
from tests.newsroom.public.test_archives import file_many
from tests.newsroom.public.test_front import feed

HOUR = timedelta(hours=1)


def page(newsroom: Newsroom, season: Season, number: int = 1, topic: str = "all") -> SeasonPage:
    return newsroom.front.season(feed(newsroom, topic=topic), season, number, NOON)


def headlines(one: SeasonPage) -> list[str]:
    return [entry.text.headline for entry in one.entries]


def unknown(newsroom: Newsroom, season: Season, number: int = 1) -> bool:
    try:
        page(newsroom, season, number)
    except NotPublic:
        return True
    return False


def season_of(moment: datetime) -> Season:
    local = moment.astimezone(zone_named("Europe/Brussels"))
    return Season(local.year, local.month)


@pytest.mark.promise(157)
@settings(max_examples=25)
@given(st.lists(st.integers(-40 * 24, 900 * 24), max_size=25))
def test_every_release_is_in_its_month_once_and_no_other_month_is_there(
    tmp_path_factory: pytest.TempPathFactory, hours: list[int]
) -> None:
    home = load_settings({"NEWSROOM_MODELS": ""}, tmp_path_factory.mktemp("home"))
    lay_database(home.database)
    newsroom = open_newsroom(home, NOON)
    moments = [NOON - hour * HOUR for hour in hours]
    file_many(newsroom, moments)
    out = Counter(season_of(moment) for moment in moments if moment <= NOON)
    almanac = newsroom.front.almanac(feed(newsroom), NOON)
    assert dict(almanac.months) == out
    assert [season for season, _ in almanac.months] == sorted(out, reverse=True)
    for season, count in out.items():
        one = page(newsroom, season)
        assert len(one.entries) == min(count, PAGE_LENGTH)
        assert {season_of(entry.published) for entry in one.entries} == {season}
        assert dict(one.months) == {s: n for s, n in out.items() if s.year == season.year}
        assert one.older == max((s for s in out if s < season), default=None)
        assert one.newer == min((s for s in out if s > season), default=None)
    empty = {m for s in out for m in Season(s.year).months} - out.keys()
    assert all(unknown(newsroom, season) for season in empty)
    years = sorted({season.year for season in out}, reverse=True)
    assert newsroom.front.page(feed(newsroom), 1, NOON).years == tuple(years)
    assert {s for s in newsroom.front.seasons(NOON) if s.month} == set(out)
    newsroom.storage.close()


@pytest.mark.promise(157)
def test_the_months_are_those_of_the_newsrooms_zone(newsroom: Newsroom) -> None:
    file(newsroom, filing("late", embargo=at(NOON.replace(month=6, day=30, hour=22, minute=30))))
    file(newsroom, filing("early", embargo=at(NOON.replace(month=6, day=30, hour=21, minute=30))))
    assert headlines(page(newsroom, Season(2026, 7))) == ["late"]
    assert headlines(page(newsroom, Season(2026, 6))) == ["early"]
    assert headlines(page(newsroom, Season(2026))) == ["late", "early"]


@pytest.mark.promise(158)
def test_a_month_whose_only_release_is_not_out_is_as_unknown_as_an_empty_one(
    newsroom: Newsroom,
) -> None:
    file(newsroom, filing("out", embargo=at(NOON)))
    almanac, seasons = newsroom.front.almanac(feed(newsroom), NOON), newsroom.front.seasons(NOON)
    before = page(newsroom, Season(2026, 8)), newsroom.front.page(feed(newsroom), 1, NOON)
    early, due = NOON.replace(month=4), filing("held", embargo=at(NOON.replace(month=5)))
    held = newsroom.releases.file(Reading((due,)), ME, early)[0].release.id
    newsroom.life.hold(held, "me", early)
    file(newsroom, filing("ahead", embargo=at(NOON + 400 * DAY)))
    taken = file(newsroom, filing("taken back", embargo=at(NOON - 200 * DAY)))
    newsroom.life.withdraw(taken, "In error.", "me", NOON)
    assert newsroom.front.almanac(feed(newsroom), NOON) == almanac
    assert (
        newsroom.front.seasons(NOON)
        == seasons
        == {
            Season(2026): ("en", "fr", "nl", "de"),
            Season(2026, 8): ("en", "fr", "nl", "de"),
        }
    )
    after = page(newsroom, Season(2026, 8)), newsroom.front.page(feed(newsroom), 1, NOON)
    assert after == before
    for season in ((2026, 5), (2027,), (2027, 9), (2026, 2), (2026, 1), (1900,)):
        assert unknown(newsroom, Season(*season))
    assert not unknown(newsroom, Season(2026, 8), 1)
    assert unknown(newsroom, Season(2026, 8), 2)
    assert unknown(newsroom, Season(2026, 8), 0)


def test_a_large_month_takes_pages_that_hold_every_release_once(newsroom: Newsroom) -> None:
    file_many(newsroom, [NOON - n * MINUTE for n in range(PAGE_LENGTH + 5)])
    first, second = (page(newsroom, Season(2026, 8), n) for n in (1, 2))
    assert (first.is_last, second.is_last) == (False, True)
    entries = [*first.entries, *second.entries]
    assert len({entry.id for entry in entries}) == len(entries) == PAGE_LENGTH + 5
    assert [e.published for e in entries] == sorted((e.published for e in entries), reverse=True)
    assert first.digest != second.digest
    assert first.months == second.months == ((Season(2026, 8), PAGE_LENGTH + 5),)


def test_a_topic_has_an_archive_of_its_own(newsroom: Newsroom) -> None:
    for topic, month in (("peace", 3), ("aid", 4)):
        file(newsroom, filing(topic, embargo=at(NOON.replace(month=month)), topics=(topic,)))
    one = page(newsroom, Season(2026, 3), topic="peace")
    assert (headlines(one), one.newer, one.older) == (["peace"], None, None)
    with pytest.raises(NotPublic):
        page(newsroom, Season(2026, 4), topic="peace")
    with pytest.raises(NotPublic):
        page(newsroom, Season(2026, 3), topic="nothing")
    assert newsroom.front.almanac(feed(newsroom, topic="aid"), NOON).months == (
        (Season(2026, 4), 1),
    )
    with pytest.raises(NotPublic):
        newsroom.front.almanac(feed(newsroom, topic="nothing"), NOON)


def test_where_nothing_stands_in_a_language_has_the_months_of_its_own_texts(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, filing("en", embargo=at(NOON.replace(month=3))))
    file(newsroom, filing("en only", embargo=at(NOON.replace(month=4))))
    with newsroom.storage.write() as db:
        words = Text("fr", (Block(Kind.HEADLINE, "Un titre"),))
        releases.save_text(db, number, words, NOON.replace(month=3))
    site = replace(newsroom.settings.site, fallback=Fallback.NONE)
    front = Front(newsroom.storage, site)
    march = front.season(feed(newsroom, "fr"), Season(2026, 3), 1, NOON)
    assert (headlines(march), march.codes, march.newer) == (["Un titre"], ("en", "fr"), None)
    with pytest.raises(NotPublic):
        front.season(feed(newsroom, "fr"), Season(2026, 4), 1, NOON)
    assert front.almanac(feed(newsroom, "de"), NOON).months == ()
    assert front.seasons(NOON) == {
        Season(2026): ("en", "fr"),
        Season(2026, 3): ("en", "fr"),
        Season(2026, 4): ("en",),
    }


def test_a_changed_word_names_another_page_and_a_minute_more_the_same(newsroom: Newsroom) -> None:
    number = file(newsroom, filing("one", embargo=at(NOON)))
    before = page(newsroom, Season(2026, 8))
    later = newsroom.front.season(feed(newsroom), Season(2026, 8), 1, NOON + MINUTE)
    assert later == before
    with newsroom.storage.write() as db:
        releases.save_text(db, number, Text("en", (Block(Kind.HEADLINE, "two"),)), NOON)
    assert page(newsroom, Season(2026, 8)).digest != before.digest
