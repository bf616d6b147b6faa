"""A feed reaches back to the first release, through archives that stay as they are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.errors import NotPublic
from press.public.archive import PART_LENGTH, Part
from press.public.edition import Edition
from press.releases.release import Reading
from press.text import Origin, Text
from press.topic import ALL, Topic
from storage.filed import releases
from tests.conftest import NOON
from tests.homes import lay_database
from tests.newsroom.filing.test_filing import DAY, ME, MINUTE, at, file, filing
from tests.newsroom.public.test_front import feed

HOUR = timedelta(hours=1)


def file_many(newsroom: Newsroom, moments: list[datetime], topic: str = "peace") -> None:
    filings = [
        filing(f"{topic} {n} of {moment}", embargo=at(moment), topics=(topic,))
        for n, moment in enumerate(moments)
    ]
    newsroom.releases.file(Reading(tuple(filings)), ME, NOON)


def every(count: int, step: timedelta, last: datetime = NOON) -> list[datetime]:
    return [last - n * step for n in range(count)]


def chain(newsroom: Newsroom, topic: str = ALL, now: datetime = NOON) -> Iterator[Edition]:
    """The feed, then its archives, the newest first."""
    asked = feed(newsroom, topic=topic)
    edition = newsroom.front.edition(asked, now)
    yield edition
    while edition.place.older:
        edition = newsroom.front.archive(asked, edition.place.older, now)
        yield edition


def all_of(newsroom: Newsroom) -> set[str]:
    return {r.tag for r in newsroom.releases.every()}


def check_chain(newsroom: Newsroom, topic: str = ALL) -> list[Edition]:
    """Nothing is missing, nothing stands in two archives, and all ways lead there and back."""
    newest, *archives = chain(newsroom, topic)
    ids = [entry.id for edition in archives for entry in reversed(edition.entries)]
    assert len(ids) == len(set(ids))
    assert {i.rpartition("/")[0] for i in (*ids, *(e.id for e in newest.entries))} == all_of(
        newsroom
    )
    assert all(0 < len(edition.entries) <= PART_LENGTH for edition in archives)
    moments = [e.published for edition in archives for e in edition.entries]
    assert moments == sorted(moments, reverse=True)
    parts = [edition.place.part for edition in archives]
    assert [e.place.newer for e in archives] == [None, *parts[:-1]][: len(parts)]
    check_no_repeat(newsroom, newest)
    return [newest, *archives]


def check_no_repeat(newsroom: Newsroom, edition: Edition) -> None:
    """From the newest entries on, each release is met once, the latest first."""
    met, newest = list(edition.entries), edition
    while part := edition.place.rest or edition.place.older:
        edition = newsroom.front.archive(newest.feed, part, NOON)
        assert len(edition.entries) == part.length or len(edition.entries) < PART_LENGTH
        met += edition.entries
    assert len(met) == len({entry.id for entry in met})
    assert {entry.id.rpartition("/")[0] for entry in met} == all_of(newsroom)
    assert met == sorted(met, key=lambda entry: entry.published, reverse=True)


@pytest.mark.promise(43)
@pytest.mark.parametrize(
    ("moments", "archives"),
    [
        (every(51, MINUTE), ["2026-08"]),
        (every(100, MINUTE), ["2026-08-2", "2026-08"]),
        (every(149, MINUTE), ["2026-08-2", "2026-08"]),
        (every(60, DAY), ["2026-07", "2026-06"]),
        (every(110, 13 * HOUR), ["2026-07-2", "2026-07", "2026-06"]),
        (every(60, 40 * DAY), None),
    ],
    ids=["51 at once", "100", "149", "a day each", "more than fifty a month", "years"],
)
def test_the_chain_reaches_the_first_release_without_gap_or_repeat(
    newsroom: Newsroom, moments: list[datetime], archives: list[str] | None
) -> None:
    file_many(newsroom, moments)
    found = check_chain(newsroom)
    if archives is not None:
        assert [str(edition.place.part) for edition in found[1:]] == archives


@pytest.mark.promise(43)
@given(st.lists(st.integers(0, 120 * 24), min_size=1, max_size=130))
def test_any_dates_make_a_whole_chain(
    tmp_path_factory: pytest.TempPathFactory, hours: list[int]
) -> None:
    from newsroom.settings import load_settings  # noqa: PLC0415
    from newsroom.wiring import open_newsroom  # noqa: PLC0415 - the fixture would serve all examples

    settings = load_settings({"NEWSROOM_MODELS": ""}, tmp_path_factory.mktemp("home"))
    lay_database(settings.database)
    newsroom = open_newsroom(settings, NOON)
    file_many(newsroom, [NOON - hour * HOUR for hour in hours])
    check_chain(newsroom)
    newsroom.storage.close()


@pytest.mark.promise(44)
def test_a_short_feed_is_whole_and_leads_nowhere(newsroom: Newsroom) -> None:
    file_many(newsroom, every(PART_LENGTH, DAY))
    (edition,) = chain(newsroom)
    assert edition.place.is_whole
    file_many(newsroom, [NOON], topic="other")
    assert not next(chain(newsroom)).place.is_whole


def test_a_month_that_is_not_over_is_no_archive_and_its_full_parts_are(newsroom: Newsroom) -> None:
    file_many(newsroom, every(70, MINUTE))
    asked = feed(newsroom)
    assert len(newsroom.front.archive(asked, Part(2026, 8), NOON).entries) == PART_LENGTH
    for part in (Part(2026, 8, 2), Part(2026, 8, 3), Part(2026, 7), Part(2026, 9)):
        with pytest.raises(NotPublic):
            newsroom.front.archive(asked, part, NOON)


@pytest.mark.promise(42)
def test_an_archive_stays_as_it_is_while_newer_releases_come_out(newsroom: Newsroom) -> None:
    file_many(newsroom, every(110, 13 * HOUR))
    before = {str(e.place.part): e.digest for e in list(chain(newsroom))[1:]}
    later = [NOON + n * DAY for n in range(1, 50)]
    file_many(newsroom, later, topic="later")
    after = {str(e.place.part): e.digest for e in chain(newsroom, now=later[-1])}
    newest = "2026-07-2"  # it has gained a successor to lead to
    assert {name: digest for name, digest in before.items() if name != newest}.items() <= (
        after.items()
    )
    assert after[newest] != before[newest]
    assert list(before) == [name for name in after if name in before]


def test_a_secret_release_changes_no_archive_before_its_minute(newsroom: Newsroom) -> None:
    file_many(newsroom, every(60, DAY))
    before = list(chain(newsroom))
    file(newsroom, filing("secret", embargo=at(NOON + 30 * DAY), topics=("peace",)))
    assert list(chain(newsroom, now=NOON + 30 * DAY - MINUTE)) == before


@pytest.mark.promise(76)
def test_what_is_withdrawn_leaves_a_stone_where_it_stood(newsroom: Newsroom) -> None:
    file_many(newsroom, every(110, 13 * HOUR))
    asked, july = feed(newsroom), Part(2026, 7)
    victim = newsroom.front.archive(asked, july, NOON).entries[3]
    number = next(r.id for r in newsroom.releases.every() if r.slug == victim.slug)
    newsroom.life.withdraw(number, "The figures are wrong.", "me", NOON + MINUTE)
    now = NOON + 2 * MINUTE
    edition, newest = newsroom.front.archive(asked, july, now), newsroom.front.edition(asked, now)
    assert victim.id not in {entry.id for entry in edition.entries}
    assert [(w.id, w.reason, w.at) for w in edition.withdrawn] == [
        (victim.id, "The figures are wrong.", NOON + MINUTE)
    ]
    assert newest.withdrawn == ()
    assert newest.changed == edition.changed == NOON + MINUTE


def test_a_month_of_which_all_was_withdrawn_still_says_so(newsroom: Newsroom) -> None:
    file_many(newsroom, [NOON - 60 * DAY, *every(3, DAY)])
    asked, june = feed(newsroom), Part(2026, 6)
    assert len(newsroom.front.archive(asked, june, NOON).entries) == 1
    number = min(
        newsroom.releases.every(), key=lambda r: r.embargo.instant if r.embargo else NOON
    ).id
    newsroom.life.withdraw(number, "In error.", "me", NOON)
    edition = newsroom.front.archive(asked, june, NOON)
    assert (edition.entries, len(edition.withdrawn)) == ((), 1)


def test_a_withdrawal_committed_after_a_clock_was_read_is_told_of_by_the_next_reading(
    newsroom: Newsroom,
) -> None:
    number, second = file(newsroom, filing("wrong", embargo=at(NOON))), timedelta(seconds=1)
    newsroom.life.withdraw(number, "In error.", "me", NOON + 2 * second)
    asked = feed(newsroom)
    assert newsroom.front.edition(asked, NOON + second).withdrawn == ()
    assert len(newsroom.front.edition(asked, NOON + 3 * second).withdrawn) == 1


@pytest.mark.promise(4)
def test_a_feed_is_updated_by_a_withdrawal_and_never_goes_back(newsroom: Newsroom) -> None:
    newsroom.topics.declare(Topic("peace"), "me", NOON)
    first, second = (
        file(newsroom, filing(word, embargo=at(NOON), topics=("peace",))) for word in ("a", "b")
    )
    asked, later = feed(newsroom, topic="peace"), NOON + DAY
    seen = [newsroom.front.edition(asked, later).updated]
    hours = [NOON + number * timedelta(hours=1) for number in range(1, 5)]
    newsroom.life.withdraw(first, "In error.", "me", hours[0])
    seen.append(newsroom.front.edition(asked, later).updated)
    newsroom.topics.retire("peace", "", "me", hours[1])
    seen.append(newsroom.front.edition(asked, later).updated)
    newsroom.topics.reopen("peace", "me", hours[2])
    seen.append(newsroom.front.edition(asked, later).updated)
    newsroom.life.withdraw(second, "In error.", "me", hours[3])
    seen.append(newsroom.front.edition(asked, later).updated)
    assert seen == [NOON, *hours]


@pytest.mark.promise(4)
def test_a_feed_without_stand_ins_goes_forward_when_a_text_leaves_it(tmp_path: Path) -> None:
    settings = {"NEWSROOM_MODELS": "", "NEWSROOM_FALLBACK": "none"}
    newsroom = open_newsroom(load_settings(settings, tmp_path / "home"), NOON)
    numbers = [file(newsroom, filing(word, embargo=at(NOON))) for word in ("a", "b")]
    asked, hour = feed(newsroom, "fr"), HOUR
    for place, number in enumerate(numbers, 1):
        words = [
            replace(b, origin=Origin.MACHINE, engine="test", of=b.digest)
            for b in newsroom.releases.get(number)[0].original.blocks
        ]
        with newsroom.storage.write() as db:
            releases.save_text(db, number, Text("fr", tuple(words)), NOON + place * hour)
    newsroom.review.reject(numbers[1], "fr", "me", NOON + 3 * hour)
    edition = newsroom.front.edition(asked, NOON + DAY)
    assert len(edition.entries) == 1
    assert edition.updated == edition.changed == NOON + 3 * hour
    newsroom.storage.close()


def test_what_was_never_out_leaves_no_stone(newsroom: Newsroom) -> None:
    number = file(newsroom, filing("secret", embargo=at(NOON + DAY)))
    newsroom.life.withdraw(number, "In error.", "me", NOON)
    assert newsroom.front.edition(feed(newsroom), NOON + 2 * DAY).withdrawn == ()


def test_a_month_begins_at_the_newsrooms_midnight(newsroom: Newsroom) -> None:
    edge = datetime(2026, 6, 30, 22, tzinfo=UTC)  # midnight in Brussels
    file_many(newsroom, [edge, edge - MINUTE, *every(3, DAY)])
    asked = feed(newsroom)
    june, july = (newsroom.front.archive(asked, Part(2026, m), NOON) for m in (6, 7))
    assert [e.published for e in june.entries] == [edge - MINUTE]
    assert [e.published for e in july.entries] == [edge]
