"""THE public query: what is out, and nothing else."""

import logging
import secrets
from datetime import datetime, timedelta

import pytest

from press.embargo import Embargo, embargo_from
from press.public.edition import Entry
from press.releases.release import Filing, Policy, Release
from press.text import Block, Kind, Origin, Text
from press.topic import Topic
from storage import Storage, public, topics
from storage.filed import embargoed, releases
from storage.public import Listing
from tests.conftest import NOON

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


def embargo(instant: datetime) -> Embargo:
    return embargo_from(instant, "Europe/Brussels")


def file(
    storage: Storage,
    headline: str = "A release",
    *,
    at: datetime | None = NOON,
    filed: datetime = NOON - DAY,
    topic: str = "peace",
) -> int:
    """File a release in English and return its number."""
    token = secrets.token_hex(8)
    release = Release(
        id=0,
        tag=f"tag:example.org,2026:{token}",
        slug=token,
        source="en",
        filed_at=filed,
        embargo=embargo(at) if at else None,
        topics=(topic,),
    )
    blocks = (Block(Kind.HEADLINE, headline), Block(Kind.PARAGRAPH, "Words."))
    with storage.write() as db:
        topics.mention(db, [topic], filed)
        return releases.add(db, Filing(blocks), release, token)


def newest(
    storage: Storage, now: datetime = NOON, language: str = "en", *, fallback: bool = True
) -> list[Entry]:
    with storage.read() as db:
        return public.newest(db, Listing("peace", language, now, fallback), 50)


def headlines(entries: list[Entry]) -> list[str]:
    return [entry.text.headline for entry in entries]


def translate(storage: Storage, number: int, at: datetime, headline: str = "Un titre") -> None:
    block = Block(Kind.HEADLINE, headline, Origin.MACHINE, "argos en-fr 1.9")
    with storage.write() as db:
        releases.save_text(db, number, Text("fr", (block,)), at)


def test_a_release_is_public_from_and_including_its_minute(storage: Storage) -> None:
    file(storage)
    assert newest(storage, NOON - SECOND / 1000) == []
    assert len(newest(storage, NOON)) == 1


def test_what_is_not_public_yet_is_whatever_may_be_some_day(storage: Storage) -> None:
    out, _, late = (file(storage, name) for name in ("out", "withdrawn", "late"))
    ahead, draft, held = (file(storage, at=at) for at in (NOON + DAY, None, NOON + DAY))
    with storage.write() as db:
        releases.withdraw(db, out + 1, "In error.", NOON - DAY)
        releases.set_policy(db, late, Policy.TOGETHER, ("en", "fr"), NOON - DAY)
        releases.hold(db, held, NOON)
        waiting = [release.id for release in releases.waiting(db, NOON + SECOND)]
        assert waiting == [late, ahead, draft, held]
        assert {one.release_id for one in embargoed.every(db, NOON + SECOND)} == set(waiting)


def test_a_draft_is_not_public(storage: Storage) -> None:
    file(storage, at=None)
    assert newest(storage, NOON + 1000 * DAY) == []


def test_a_release_in_the_listing_by_mistake_is_still_not_public(storage: Storage) -> None:
    number = file(storage)
    with storage.write() as db:
        db.execute("UPDATE release SET withdrawn_at = publish_at WHERE id = ?", (number,))
    assert newest(storage) == []
    with storage.read() as db:
        slug = releases.get(db, number).slug
        assert public.one(db, slug, "en", NOON, fallback=True) is None


def test_the_newest_comes_first_and_later_filed_first_among_equals(storage: Storage) -> None:
    file(storage, "older", at=NOON - DAY)
    file(storage, "first filed")
    file(storage, "last filed")
    assert headlines(newest(storage)) == ["last filed", "first filed", "older"]


def test_the_original_stands_in_for_a_text_that_is_missing(storage: Storage) -> None:
    file(storage)
    (entry,) = newest(storage, language="fr")
    assert entry.text.language == "en"
    assert entry.languages == ("en",)
    assert newest(storage, language="fr", fallback=False) == []


@pytest.mark.promise(3, 4)
def test_an_own_text_takes_the_place_of_the_original_under_the_same_identity(
    storage: Storage,
) -> None:
    number = file(storage)
    (before,) = newest(storage, NOON + DAY, "fr")
    translate(storage, number, NOON + SECOND)
    for fallback in (True, False):
        (after,) = newest(storage, NOON + DAY, "fr", fallback=fallback)
        assert after.text.headline == "Un titre"
        assert after.id == before.id
        assert after.updated == NOON + SECOND


@pytest.mark.promise(4, 75, 115)
@pytest.mark.parametrize("filed", [NOON - DAY, NOON - 1000 * DAY, NOON - 1001 * DAY])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_filing_is_no_change_whether_a_text_is_older_or_not(
    storage: Storage, filed: datetime, language: str
) -> None:
    out = NOON - 1000 * DAY
    number = file(storage, at=out, filed=filed)
    (entry,) = newest(storage, language=language)
    assert (entry.published, entry.updated, entry.changed) == (out, out, max(out, filed))
    translate(storage, number, filed + SECOND)
    with storage.write() as db:
        releases.note(db, number, "The sum was wrong.", NOON - SECOND)
    (entry,) = newest(storage, language=language)
    assert (entry.published, entry.updated) == (out, NOON - SECOND)


@pytest.mark.promise(115)
def test_a_translation_of_an_older_text_is_a_change_in_its_language_alone(
    storage: Storage,
) -> None:
    out, filed = NOON - 1000 * DAY, NOON - DAY
    translate(storage, file(storage, at=out, filed=filed), filed + SECOND)
    updated = {code: newest(storage, language=code)[0].updated for code in ("en", "fr", "nl")}
    assert updated == {"en": out, "fr": filed + SECOND, "nl": out}


@pytest.mark.promise(4, 75)
def test_a_translation_made_under_embargo_does_not_show_when_it_was_made(
    storage: Storage,
) -> None:
    number = file(storage)
    translate(storage, number, NOON - SECOND)
    (entry,) = newest(storage, language="fr")
    assert entry.updated == entry.changed == NOON


@pytest.mark.promise(3, 4)
def test_an_editors_words_in_place_of_a_machines_are_news_and_later_touches_are_not(
    storage: Storage,
) -> None:
    number = file(storage)
    translate(storage, number, NOON - DAY)

    def save(at: datetime, origin: Origin, headline: str) -> Entry:
        with storage.write() as db:
            block = Block(Kind.HEADLINE, headline, origin)
            releases.save_text(db, number, Text("fr", (block,)), at)
        return newest(storage, at, "fr")[0]

    again = save(NOON + SECOND, Origin.MACHINE, "Un autre titre")
    edited = save(NOON + 2 * SECOND, Origin.EDITOR, "Le titre")
    touched = save(NOON + 3 * SECOND, Origin.EDITOR, "Le bon titre")
    assert [e.updated for e in (again, edited, touched)] == [
        NOON,
        NOON + 2 * SECOND,
        NOON + 2 * SECOND,
    ]
    assert [e.changed for e in (again, edited, touched)] == [NOON + n * SECOND for n in (1, 2, 3)]
    assert len({e.id for e in (again, edited, touched)}) == 1


@pytest.mark.promise(37)
def test_a_release_that_cannot_be_read_is_left_out_and_named(
    storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    broken = [file(storage, f"broken {n}") for n in range(3)]
    file(storage, "whole")
    with storage.write() as db:
        tags = [releases.get(db, number).tag for number in broken]
        for number, change in zip(
            broken,
            (
                "release SET contacts = '{'",
                "release SET wall = 'never'",
                "block SET kind = 'nothing we know'",
            ),
            strict=True,
        ):
            column = "release_id" if change.startswith("block") else "id"
            db.execute(f"UPDATE {change} WHERE {column} = ?", (number,))
    with caplog.at_level(logging.ERROR, "newsroom.left_out"):
        assert headlines(newest(storage)) == ["whole"]
    assert sorted(str(r.args[0]) for r in caplog.records if r.args) == sorted(tags)


def test_a_moved_release_is_public_at_its_new_minute_only(storage: Storage) -> None:
    number = file(storage)
    with storage.write() as db:
        releases.move(db, number, embargo(NOON + DAY), NOON - DAY)
    assert newest(storage, NOON) == []
    assert len(newest(storage, NOON + DAY)) == 1


def test_a_topic_named_only_by_an_embargoed_release_is_as_secret_as_it(storage: Storage) -> None:
    file(storage)
    with storage.read() as db:
        before, after = NOON - SECOND, NOON
        assert public.topics(db, before) == []
        assert public.topic(db, "peace", before) is None
        assert [topic.slug for topic in public.topics(db, after)] == ["peace"]


def test_counting_by_spans_counts_what_is_public_in_each_and_no_further_than_asked(
    storage: Storage,
) -> None:
    for n in range(4):
        file(storage, f"release {n}", at=NOON + n * DAY)
    days = [public.Period(NOON + n * DAY, NOON + (n + 2) * DAY) for n in range(-2, 4)]
    at = Listing("peace", "en", NOON + 2 * DAY, fallback=True)
    with storage.read() as db:
        assert public.counts(db, at, days) == [0, 1, 2, 2, 1, 0]
        assert public.counts(db, at, [*days, public.ALWAYS], 1) == [0, 1, 1, 1, 1, 0, 1]
        assert public.counts(db, at, [public.ALWAYS, days[0]]) == [3, 0]
        assert public.counts(db, at, []) == []


def test_a_declared_topic_is_public_while_it_is_empty(storage: Storage) -> None:
    with storage.write() as db:
        topics.declare(db, Topic("peace", {"en": "Peace"}), NOON)
    with storage.read() as db:
        assert public.topics(db, NOON) == [Topic("peace", {"en": "Peace"})]


def test_the_digest_of_an_entry_changes_with_its_words_and_with_nothing_else(
    storage: Storage,
) -> None:
    number = file(storage)
    first = newest(storage)[0].digest
    file(storage, at=NOON + DAY)
    assert newest(storage, NOON + SECOND)[0].digest == first
    with storage.write() as db:
        text = Text("en", (Block(Kind.HEADLINE, "A better headline"),))
        releases.save_text(db, number, text, NOON)
    assert newest(storage)[0].digest != first


def test_the_query_reads_only_what_it_shows(storage: Storage) -> None:
    """Whatever the archive holds, the plan is a search in the index, never a scan."""
    with storage.read() as db:
        values = {"topic": "peace", "listed": "", "now": 0, "limit": 50, "offset": 0}
        values |= {"start": 0, "end": 1, "spans": "[]"}
        plans = [
            [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {query}", values)]
            for query in (public._NEWEST, public._COUNTS)
        ]
    assert not [step for step in plans[0] if "SCAN" in step or "TEMP B-TREE" in step]
    within = (
        "SEARCH listing USING PRIMARY KEY (topic=? AND language=? AND publish_at>? AND publish_"
    )
    for plan in plans:
        (step,) = (step for step in plan if " listing " in step)
        assert step.startswith(within)


def test_declaring_a_topic_does_not_show_when_a_secret_release_first_named_it(
    storage: Storage,
) -> None:
    file(storage, at=NOON + DAY)
    with storage.write() as db:
        topics.declare(db, Topic("peace"), NOON)
        assert topics.changed_at(db, "peace") == NOON
