"""What officers do."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from newsroom.filing.refiling import Filed, Instructions
from newsroom.releases.acts import Act
from newsroom.releases.editing import Edit
from newsroom.wiring import Newsroom
from press.contact import Contact, ContactKind
from press.embargo import Embargo, embargo_from
from press.errors import NotAllowedNow, Refusal, UnknownLanguage, UnknownRelease
from press.languages import Language
from press.public.edition import Feed
from press.releases.release import Filing, NotYet, Reading, State
from press.text import Block, Kind
from press.topic import ALL, Topic
from storage import tasks
from storage.tasks import Task, WantedTask
from tests.conftest import NOON

# Lets out what is dated today or before; QUIET only files.
ME = Instructions("an officer", publish=True, new_topics=True)
QUIET = Instructions("an officer")
EN = Language("en")
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def at(instant: datetime) -> Embargo:
    return embargo_from(instant, "Europe/Brussels")


def filing(headline: str = "A release", **fields: object) -> Filing:
    blocks = (Block(Kind.HEADLINE, headline), Block(Kind.PARAGRAPH, "Words."))
    return Filing(blocks, **fields)  # type: ignore[arg-type]


def file(newsroom: Newsroom, one: Filing, told: Instructions = ME) -> int:
    return newsroom.releases.file(Reading((one,)), told, NOON)[0].release.id


def due(newsroom: Newsroom, kind: str, now: datetime) -> list[Task]:
    with newsroom.storage.write() as db:
        return tasks.claim(db, WantedTask(kind), now, owner="test", lease=MINUTE, limit=100)


def test_the_same_input_twice_is_one_release(newsroom: Newsroom) -> None:
    first = newsroom.releases.file(Reading((filing(),)), ME, NOON)
    again = newsroom.releases.file(Reading((filing(),)), ME, NOON + DAY)
    assert (first[0].is_new, again[0].is_new) == (True, False)
    assert again[0].release == first[0].release


@pytest.mark.parametrize(
    "again",
    [
        filing(embargo=at(NOON + 2 * DAY)),
        filing(embargo=at(NOON + DAY), topics=("aid",)),
        filing(),
    ],
    ids=["another time", "another topic", "no time"],
)
def test_the_same_words_again_are_named_and_not_filed_beside_unless_somebody_says_so(
    newsroom: Newsroom, again: Filing
) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    (filed,) = newsroom.releases.file(Reading((again,)), ME, NOON)
    assert (filed.release.id, filed.is_new) == (number, False)
    assert filed.differs is bool(again.embargo)
    assert len(newsroom.releases.every()) == 1


def test_the_same_words_are_filed_beside_where_somebody_says_so(newsroom: Newsroom) -> None:
    one = file(newsroom, filing(embargo=at(NOON)))
    assert file(newsroom, filing(embargo=at(NOON + DAY)), replace(ME, beside=True)) != one


def test_items_of_one_listing_may_say_the_same_on_several_days(newsroom: Newsroom) -> None:
    reading = Reading((filing(embargo=at(NOON - DAY)), filing(embargo=at(NOON - 2 * DAY))))
    filed = newsroom.releases.file(reading, ME, NOON)
    assert [one.is_new for one in filed] == [True, True]
    again = newsroom.releases.file(reading, ME, NOON)
    assert [(one.is_new, one.differs) for one in again] == [(False, False)] * 2


@pytest.mark.parametrize("days", [-400, -1, 0])
def test_nothing_that_is_dated_today_or_before_comes_out_unasked(
    newsroom: Newsroom, days: int
) -> None:
    (filed,) = newsroom.releases.file(
        Reading((filing(embargo=at(NOON + days * DAY)),)), QUIET, NOON
    )
    assert filed.release.state(NOON) is State.DRAFT
    assert "has passed" in filed.release.why
    assert newsroom.front.edition(Feed(ALL, EN), NOON).entries == ()


def test_what_has_no_date_is_a_draft_whatever_is_asked(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    release, _ = newsroom.releases.get(number)
    assert (release.state(NOON), release.why) == (State.DRAFT, "it bears no date")


def test_a_draft_comes_out_under_its_own_date_when_it_is_filed_again_to_be_published(
    newsroom: Newsroom,
) -> None:
    dated = Reading((filing(embargo=at(NOON - DAY)),))
    newsroom.releases.file(dated, QUIET, NOON)
    (filed,) = newsroom.releases.file(dated, ME, NOON)
    assert (filed.is_new, filed.let_out) == (False, True)
    assert filed.release.embargo == at(NOON - DAY)
    assert (filed.release.state(NOON), filed.release.why) == (State.OUT, "")


def test_only_a_draft_comes_out_by_being_filed_again(newsroom: Newsroom) -> None:
    dated = Reading((filing(embargo=at(NOON + DAY)),))
    number = newsroom.releases.file(dated, ME, NOON)[0].release.id
    newsroom.life.hold(number, "me", NOON)
    newsroom.releases.file(dated, ME, NOON + 2 * DAY)
    assert newsroom.releases.get(number)[0].state(NOON + 2 * DAY) is State.HELD
    newsroom.life.withdraw(number, "No.", "me", NOON)
    newsroom.releases.file(dated, ME, NOON + 2 * DAY)
    assert newsroom.releases.get(number)[0].state(NOON + 2 * DAY) is State.WITHDRAWN


def test_a_draft_that_was_changed_or_says_not_yet_does_not_come_out_by_being_filed_again(
    newsroom: Newsroom,
) -> None:
    changed = filing("Changed since", embargo=at(NOON - DAY))
    number = file(newsroom, changed, QUIET)
    newsroom.edits.edit(number, Edit(summary="Not for the public yet."), "me", NOON)
    held = filing("Held back", embargo=at(NOON - DAY))
    file(newsroom, replace(held, not_yet=(SAYS_NOT_YET,)), QUIET)
    for again in (changed, held):
        (filed,) = newsroom.releases.file(Reading((again,)), ME, NOON)
        assert (filed.is_new, filed.let_out) == (False, False)
        assert filed.release.state(NOON) is State.DRAFT


SAYS_NOT_YET = NotYet("Sperrfrist: Redebeginn", None, "it names no moment")


@pytest.mark.parametrize("told", [QUIET, ME], ids=["filed", "to be published"])
@pytest.mark.parametrize("days", [-1, 1], ids=["dated before", "dated ahead"])
def test_what_says_not_yet_without_a_moment_is_a_draft_until_somebody_lifts_it(
    newsroom: Newsroom, told: Instructions, days: int
) -> None:
    one = filing(embargo=at(NOON + days * DAY), not_yet=(SAYS_NOT_YET,))
    number = file(newsroom, one, told)
    release, _ = newsroom.releases.get(number)
    assert (release.state(NOON), release.why) == (State.DRAFT, "it names no moment")
    with pytest.raises(NotAllowedNow, match="“Sperrfrist: Redebeginn”; whoever"):
        newsroom.life.publish(number, "me", NOON)
    published = newsroom.life.publish(number, Act("me", lift=True), NOON)
    assert (published.state(NOON), published.not_yet) == (State.OUT, ())
    first = newsroom.history.history(number)[0]
    assert first.facts
    assert first.facts.not_yet == (SAYS_NOT_YET,)


def test_the_moment_of_an_embargo_wins_over_a_date_that_has_passed(newsroom: Newsroom) -> None:
    until = NotYet("Embargo until …", at(NOON + DAY))
    number = file(newsroom, filing(embargo=at(NOON - DAY), not_yet=(until,)))
    assert newsroom.releases.get(number)[0].embargo == at(NOON + DAY)
    assert newsroom.releases.get(number)[0].state(NOON) is State.SCHEDULED
    early = at(NOON + DAY - MINUTE)
    with pytest.raises(NotAllowedNow, match="lift-embargo"):
        newsroom.life.schedule(number, early, "me", NOON)
    with pytest.raises(NotAllowedNow, match="lift-embargo"):
        newsroom.life.publish(number, "me", NOON)
    newsroom.life.schedule(number, at(NOON + 2 * DAY), "me", NOON)
    newsroom.life.schedule(number, early, Act("me", lift=True), NOON)
    assert newsroom.releases.get(number)[0].embargo == early


def test_two_embargoes_that_contradict_each_other_are_a_draft(newsroom: Newsroom) -> None:
    two = (NotYet("one", at(NOON + DAY)), NotYet("two", at(NOON + 2 * DAY)))
    number = file(newsroom, filing(not_yet=two))
    assert "contradicts itself: “one”, “two”" in newsroom.releases.get(number)[0].why


def test_an_unknown_topic_is_refused_with_the_nearest_name(newsroom: Newsroom) -> None:
    newsroom.topics.declare(Topic("climate", {"en": "Climate"}), "me", NOON)
    with pytest.raises(Refusal, match="no topic climat; did you mean climate"):
        file(newsroom, filing(topics=("climat",)), QUIET)
    assert newsroom.releases.every() == []
    file(newsroom, filing(topics=("climate",)), QUIET)


def test_if_one_of_a_listing_is_refused_none_is_filed(newsroom: Newsroom) -> None:
    reading = Reading((filing("good"), filing("bad", topics=("all",))))
    with pytest.raises(Refusal, match="reserved"):
        newsroom.releases.file(reading, ME, NOON)
    assert newsroom.releases.every() == []


def test_what_a_file_says_of_its_language_wins_over_the_command_line(newsroom: Newsroom) -> None:
    told = Instructions("an officer", language="nl")
    file(newsroom, filing("un", language="fr"), told)
    file(newsroom, filing("een"), told)
    assert {r.original.headline: r.source for r in newsroom.releases.every()} == {
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
    two = file(newsroom, filing(embargo=at(NOON + DAY)), replace(ME, beside=True))
    slugs = [newsroom.releases.get(number)[0].slug for number in (one, two)]
    words = [slug.rpartition("-")[0] for slug in slugs]
    assert words == ["a-release", "a-release"]
    assert slugs[0] != slugs[1]


def test_a_headline_without_latin_letters_still_has_an_address(newsroom: Newsroom) -> None:
    assert newsroom.releases.get(file(newsroom, filing("和平")))[0].slug


def test_a_draft_is_scheduled_and_published(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    newsroom.life.schedule(number, at(NOON + DAY), "me", NOON)
    release = newsroom.life.publish(number, "me", NOON + timedelta(seconds=30))
    assert release.embargo == at(NOON)
    assert release.state(NOON) is State.OUT
    with pytest.raises(NotAllowedNow, match="is out"):
        newsroom.life.schedule(number, at(NOON + DAY), "me", NOON + MINUTE)


def test_a_time_that_has_passed_cannot_be_scheduled(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    with pytest.raises(NotAllowedNow, match="has passed"):
        newsroom.life.schedule(number, at(NOON - MINUTE), "me", NOON)
    assert newsroom.releases.get(number)[0].embargo is None


def test_an_unknown_release_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(UnknownRelease, match="99"):
        newsroom.life.publish(99, "me", NOON)


def test_every_act_is_in_the_journal_with_who_and_when(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    newsroom.life.schedule(number, at(NOON + DAY), "another", NOON + MINUTE)
    _, lines = newsroom.releases.get(number)
    assert [(line.who, line.verb, line.at) for line in lines] == [
        ("an officer", "filed", NOON),
        ("another", "scheduled", NOON + MINUTE),
    ]


def test_a_topic_of_a_listing_takes_its_words_from_it(newsroom: Newsroom) -> None:
    file(newsroom, filing(topics=("peace",)))
    topic = Topic("peace", {"en": "Peace"}, {"en": "About peace."}, "© Somebody")
    newsroom.releases.file(Reading((), topic), ME, NOON)
    assert newsroom.topics.every() == [topic]


def test_asking_what_would_be_filed_keeps_nothing_and_refuses_what_filing_would(
    newsroom: Newsroom,
) -> None:
    def would(told: Instructions = ME) -> list[Filed] | Refusal:
        (answer,) = newsroom.releases.file_all([Reading((filing(),))], told, NOON, dry=True)
        return answer

    first = would()
    assert isinstance(first, list)
    assert first[0].is_new
    assert newsroom.releases.every() == []
    assert isinstance(would(Instructions("me", embargo=at(NOON - DAY))), NotAllowedNow)
    file(newsroom, filing())
    again = would()
    assert isinstance(again, list)
    assert not again[0].is_new


def test_of_several_files_those_that_are_refused_keep_none_of_the_others_out(
    newsroom: Newsroom,
) -> None:
    files = [
        Reading((filing("good"),)),
        Reading((filing("half"), filing("bad", topics=("all",)))),
        Reading((filing("good too"),)),
    ]
    first, second, third = newsroom.releases.file_all(files, ME, NOON)
    assert isinstance(second, Refusal)
    assert isinstance(first, list)
    assert isinstance(third, list)
    assert {r.original.headline for r in newsroom.releases.every()} == {"good", "good too"}


def test_a_date_in_another_language_says_what_language_a_text_is_in_unless_somebody_does(
    newsroom: Newsroom,
) -> None:
    file(newsroom, filing("un", likely="fr"))
    file(newsroom, filing("een", likely="fr"), Instructions("me", language="nl"))
    file(newsroom, filing("uno", likely="it"))
    sources = {r.original.headline: r.source for r in newsroom.releases.every()}
    assert sources == {"un": "fr", "een": "nl", "uno": "en"}


def test_an_embargoed_listing_keeps_the_words_of_its_topic_secret(newsroom: Newsroom) -> None:
    topic = Topic("peace", {"en": "Peace"}, {"en": "Soon we shall agree."})
    told = Instructions("an officer", embargo=at(NOON + DAY))
    newsroom.releases.file(Reading((filing(topics=("peace",)),), topic), told, NOON)
    assert newsroom.front.topics(NOON) == ()
    assert newsroom.front.topics(NOON + DAY) == (topic,)


def test_an_embargoed_listing_does_not_change_a_topic_that_is_public(newsroom: Newsroom) -> None:
    known = Topic("peace", {"en": "Peace"}, {"en": "About peace."})
    newsroom.topics.declare(known, "me", NOON)
    told = Instructions("an officer", embargo=at(NOON + DAY))
    secret = Topic("peace", {"en": "Peace"}, {"en": "Soon we shall agree."})
    newsroom.releases.file(Reading((filing(topics=("peace",)),), secret), told, NOON)
    assert newsroom.front.topics(NOON) == (known,)


def test_a_typed_embargo_that_has_passed_is_refused_so_that_a_wrong_year_publishes_nothing(
    newsroom: Newsroom,
) -> None:
    told = Instructions("an officer", embargo=at(NOON - 365 * DAY))
    with pytest.raises(NotAllowedNow, match="has passed"):
        newsroom.releases.file(Reading((filing(),)), told, NOON)
    assert newsroom.releases.every() == []


def test_filing_again_with_other_contacts_or_topics_says_so_and_changes_nothing(
    newsroom: Newsroom,
) -> None:
    contact = Contact(ContactKind.PERSON, "Ana Lind", phones=("+999 2 555 01 00",))
    file(newsroom, filing(contacts=(contact,), topics=("peace",)))
    before = newsroom.releases.every()
    same = filing(contacts=(contact,))
    corrected = filing(contacts=(replace(contact, phones=("+999 2 555 01 01",)),))
    for again, told, differs in (
        (same, ME, False),
        (same, Instructions("me", topics=("peace",)), False),
        (same, Instructions("me", topics=("aid",), new_topics=True), True),
        (corrected, ME, True),
    ):
        (filed,) = newsroom.releases.file(Reading((again,)), told, NOON)
        assert (filed.is_new, filed.differs) == (False, differs)
    assert newsroom.releases.every() == before


def test_an_embargoed_listing_tells_nothing_of_a_topic_known_only_by_what_is_out(
    newsroom: Newsroom,
) -> None:
    file(newsroom, filing("out", embargo=at(NOON - DAY), topics=("peace",)))
    before = newsroom.front.topics(NOON)
    secret = Topic("peace", {"en": "Peace at last"}, {"en": "Soon we shall agree."})
    told = Instructions("an officer", embargo=at(NOON + DAY))
    newsroom.releases.file(Reading((filing("ahead", topics=("peace",)),), secret), told, NOON)
    assert newsroom.front.topics(NOON) == before


def test_a_language_with_its_region_is_the_language_that_is_spoken_here(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(language="en-GB"))
    assert newsroom.releases.get(number)[0].source == "en"
    with pytest.raises(UnknownLanguage):
        file(newsroom, filing("Another", language="es-ES"))
