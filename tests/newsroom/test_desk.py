"""What officers do."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from newsroom import Newsroom
from newsroom.desk import Instructions
from press.contact import Contact, ContactKind
from press.embargo import Embargo, embargo_from
from press.errors import NotAllowedNow, Refusal, UnknownLanguage, UnknownRelease
from press.release import Filing, Reading, State
from press.text import Block, Kind
from press.topic import Topic
from storage import tasks
from storage.tasks import Task, Wanted
from tests.conftest import NOON

ME = Instructions("an officer")
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def at(instant: datetime) -> Embargo:
    return embargo_from(instant, "Europe/Brussels")


def filing(headline: str = "A release", **fields: object) -> Filing:
    blocks = (Block(Kind.HEADLINE, headline), Block(Kind.PARAGRAPH, "Words."))
    return Filing(blocks, **fields)  # type: ignore[arg-type]


def file(newsroom: Newsroom, one: Filing, told: Instructions = ME) -> int:
    return newsroom.desk.file(Reading((one,)), told, NOON)[0].release.id


def due(newsroom: Newsroom, kind: str, now: datetime) -> list[Task]:
    with newsroom.storage.write() as db:
        return tasks.claim(db, Wanted(kind), now, owner="test", lease=MINUTE, limit=100)


def test_the_same_input_twice_is_one_release(newsroom: Newsroom) -> None:
    first = newsroom.desk.file(Reading((filing(),)), ME, NOON)
    again = newsroom.desk.file(Reading((filing(),)), ME, NOON + DAY)
    assert (first[0].is_new, again[0].is_new) == (True, False)
    assert again[0].release == first[0].release


def test_the_same_words_of_another_date_are_another_release(newsroom: Newsroom) -> None:
    assert file(newsroom, filing(embargo=at(NOON))) != file(
        newsroom, filing(embargo=at(NOON + DAY))
    )


def test_if_one_of_a_listing_is_refused_none_is_filed(newsroom: Newsroom) -> None:
    reading = Reading((filing("good"), filing("bad", topics=("all",))))
    with pytest.raises(Refusal, match="reserved"):
        newsroom.desk.file(reading, ME, NOON)
    assert newsroom.desk.releases() == []


def test_what_a_file_says_of_its_language_wins_over_the_command_line(newsroom: Newsroom) -> None:
    told = Instructions("an officer", language="nl")
    file(newsroom, filing("un", language="fr"), told)
    file(newsroom, filing("een"), told)
    assert {r.original.headline: r.source for r in newsroom.desk.releases()} == {
        "un": "fr",
        "een": "nl",
    }


def test_an_unknown_language_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(UnknownLanguage):
        file(newsroom, filing(language="xx"))


def test_filing_queues_a_translation_for_every_other_language(newsroom: Newsroom) -> None:
    file(newsroom, filing(language="fr"))
    assert sorted(t.language for t in due(newsroom, "translate", NOON)) == ["de", "en", "nl"]


def test_an_embargoed_release_is_announced_at_its_minute_and_an_old_one_never(
    newsroom: Newsroom,
) -> None:
    file(newsroom, filing("old", embargo=at(NOON - DAY)))
    number = file(newsroom, filing("ahead", embargo=at(NOON + DAY)))
    assert due(newsroom, "announce", NOON + DAY - MINUTE) == []
    assert [t.release_id for t in due(newsroom, "announce", NOON + DAY)] == [number]


def test_a_slug_says_nothing_of_a_release_of_the_same_headline(newsroom: Newsroom) -> None:
    one = file(newsroom, filing(embargo=at(NOON)))
    two = file(newsroom, filing(embargo=at(NOON + DAY)))
    slugs = [newsroom.desk.release(number)[0].slug for number in (one, two)]
    words = [slug.rpartition("-")[0] for slug in slugs]
    assert words == ["a-release", "a-release"]
    assert slugs[0] != slugs[1]


def test_a_headline_without_latin_letters_still_has_an_address(newsroom: Newsroom) -> None:
    assert newsroom.desk.release(file(newsroom, filing("和平")))[0].slug


def test_a_draft_is_scheduled_and_published(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    newsroom.desk.schedule(number, at(NOON + DAY), "me", NOON)
    release = newsroom.desk.publish(number, "me", NOON + timedelta(seconds=30))
    assert release.embargo == at(NOON)
    assert release.state(NOON) is State.OUT
    with pytest.raises(NotAllowedNow, match="is out"):
        newsroom.desk.schedule(number, at(NOON + DAY), "me", NOON + MINUTE)


def test_a_time_that_has_passed_cannot_be_scheduled(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    with pytest.raises(NotAllowedNow, match="has passed"):
        newsroom.desk.schedule(number, at(NOON - MINUTE), "me", NOON)
    assert newsroom.desk.release(number)[0].embargo is None


def test_an_unknown_release_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(UnknownRelease, match="99"):
        newsroom.desk.publish(99, "me", NOON)


def test_every_act_is_in_the_journal_with_who_and_when(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    newsroom.desk.schedule(number, at(NOON + DAY), "another", NOON + MINUTE)
    _, lines = newsroom.desk.release(number)
    assert [(line.who, line.verb, line.at) for line in lines] == [
        ("an officer", "filed", NOON),
        ("another", "scheduled", NOON + MINUTE),
    ]


def test_a_topic_of_a_listing_takes_its_words_from_it(newsroom: Newsroom) -> None:
    file(newsroom, filing(topics=("peace",)))
    topic = Topic("peace", {"en": "Peace"}, {"en": "About peace."}, "© Somebody")
    newsroom.desk.file(Reading((), topic), ME, NOON)
    assert newsroom.desk.topics() == [topic]


def test_asking_what_would_be_filed_keeps_nothing_and_refuses_what_filing_would(
    newsroom: Newsroom,
) -> None:
    (would,) = newsroom.desk.would_file(Reading((filing(),)), ME, NOON)
    assert would.is_new
    assert newsroom.desk.releases() == []
    late = Instructions("me", embargo=at(NOON - DAY))
    with pytest.raises(NotAllowedNow):
        newsroom.desk.would_file(Reading((filing(),)), late, NOON)
    file(newsroom, filing())
    assert not newsroom.desk.would_file(Reading((filing(),)), ME, NOON)[0].is_new


def test_a_date_in_another_language_says_what_language_a_text_is_in_unless_somebody_does(
    newsroom: Newsroom,
) -> None:
    file(newsroom, filing("un", likely="fr"))
    file(newsroom, filing("een", likely="fr"), Instructions("me", language="nl"))
    file(newsroom, filing("uno", likely="it"))
    sources = {r.original.headline: r.source for r in newsroom.desk.releases()}
    assert sources == {"un": "fr", "een": "nl", "uno": "en"}


def test_an_embargoed_listing_keeps_the_words_of_its_topic_secret(newsroom: Newsroom) -> None:
    topic = Topic("peace", {"en": "Peace"}, {"en": "Soon we shall agree."})
    told = Instructions("an officer", embargo=at(NOON + DAY))
    newsroom.desk.file(Reading((filing(topics=("peace",)),), topic), told, NOON)
    assert newsroom.front.topics(NOON) == ()
    assert newsroom.front.topics(NOON + DAY) == (topic,)


def test_an_embargoed_listing_does_not_change_a_topic_that_is_public(newsroom: Newsroom) -> None:
    known = Topic("peace", {"en": "Peace"}, {"en": "About peace."})
    newsroom.desk.declare_topic(known, "me", NOON)
    told = Instructions("an officer", embargo=at(NOON + DAY))
    secret = Topic("peace", {"en": "Peace"}, {"en": "Soon we shall agree."})
    newsroom.desk.file(Reading((filing(topics=("peace",)),), secret), told, NOON)
    assert newsroom.front.topics(NOON) == (known,)


def test_a_typed_embargo_that_has_passed_is_refused_so_that_a_wrong_year_publishes_nothing(
    newsroom: Newsroom,
) -> None:
    told = Instructions("an officer", embargo=at(NOON - 365 * DAY))
    with pytest.raises(NotAllowedNow, match="has passed"):
        newsroom.desk.file(Reading((filing(),)), told, NOON)
    assert newsroom.desk.releases() == []


def test_filing_again_with_other_contacts_or_topics_says_so_and_changes_nothing(
    newsroom: Newsroom,
) -> None:
    contact = Contact(ContactKind.PERSON, "Ana Lind", phones=("+999 2 555 01 00",))
    file(newsroom, filing(contacts=(contact,), topics=("peace",)))
    before = newsroom.desk.releases()
    same = filing(contacts=(contact,))
    corrected = filing(contacts=(replace(contact, phones=("+999 2 555 01 01",)),))
    for again, told, differs in (
        (same, ME, False),
        (same, Instructions("me", topics=("peace",)), False),
        (same, Instructions("me", topics=("aid",)), True),
        (corrected, ME, True),
    ):
        (filed,) = newsroom.desk.file(Reading((again,)), told, NOON)
        assert (filed.is_new, filed.differs) == (False, differs)
    assert newsroom.desk.releases() == before


def test_an_embargoed_listing_tells_nothing_of_a_topic_known_only_by_what_is_out(
    newsroom: Newsroom,
) -> None:
    file(newsroom, filing("out", embargo=at(NOON - DAY), topics=("peace",)))
    before = newsroom.front.topics(NOON)
    secret = Topic("peace", {"en": "Peace at last"}, {"en": "Soon we shall agree."})
    told = Instructions("an officer", embargo=at(NOON + DAY))
    newsroom.desk.file(Reading((filing("ahead", topics=("peace",)),), secret), told, NOON)
    assert newsroom.front.topics(NOON) == before
