"""What letters say, to whom, in which language."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom.tasks.due import TRANSLATE
from newsroom.wiring import Newsroom
from press.contact import Contact, ContactKind
from press.embargo import embargo_from
from press.releases.release import Filing
from press.telling.notices import Occasion
from press.telling.wishes import Frequency, Wanted, Wishes
from press.text import Block, Kind, Origin
from press.topic import Topic, TopicPart
from storage import tasks
from storage.filed import releases
from storage.tasks import WantedTask
from storage.telling import subscribers
from storage.translation import topics
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import file
from tests.newsroom.telling.mailroom import (
    MINUTE,
    Mailroom,
    file_release,
    flat,
    html,
    owe,
    plain,
    translate,
)
from tests.newsroom.telling.people import somebody

EVERYTHING = ("all",)


def follower(
    newsroom: Newsroom,
    name: str,
    *languages: str,
    topics: tuple[str, ...] = EVERYTHING,
    texts: Wanted = Wanted.ALL,
) -> int:
    return somebody(
        newsroom, f"{name}@example.net", NOON, Wishes(topics, languages or ("en",), texts=texts)
    ).id


def test_a_release_stands_whole_in_its_letter(newsroom: Newsroom, tmp_path: Path) -> None:
    contacts = (
        Contact(ContactKind.SERVICE, "Press service", phones=("+32 2 555 01 00",)),
        Contact(ContactKind.PERSON, "N. N.", role="Speaker", emails=("nn@example.org",)),
    )
    blocks = (
        Block(Kind.HEADLINE, "A treaty <of> rivers"),
        Block(Kind.SUMMARY, "In short."),
        Block(Kind.PARAGRAPH, "See [the plan](https://example.org/plan)."),
    )
    embargo = embargo_from(NOON + MINUTE, "Europe/Brussels")
    number = file(newsroom, Filing(blocks, topics=("aid",), embargo=embargo, contacts=contacts))
    (tmp_path / "map.pdf").write_bytes(b"%PDF-1.4 words")
    newsroom.attachments.attach(number, tmp_path / "map.pdf", "me", NOON)
    follower(newsroom, "reader")
    room = Mailroom(newsroom)
    room.send(MINUTE)
    (letter,) = room.letters()
    assert letter["Subject"] == "A treaty <of> rivers"
    text = plain(letter)
    parts = (
        *("25 August 2026, 14:01", "A treaty <of> rivers\n====", "In short."),
        *(
            "See the plan <https://example.org/plan>.",
            "* map.pdf",
        ),
        *("Press contacts", "Press service\n+32 2 555 01 00", "N. N.\nSpeaker\nnn@example.org"),
        "<https://press.example.org/en/releases/",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    page = html(letter)
    assert '<a href="https://example.org/plan"' in page
    assert "A treaty &lt;of&gt; rivers</h1>" in page
    assert "<img" not in page
    assert 'lang="en" dir="ltr"' in page


@pytest.mark.promise(102, 103)
def test_a_letter_begins_with_its_letterhead_and_sets_apart_what_is_no_news(
    newsroom: Newsroom,
) -> None:
    blocks = (
        Block(Kind.HEADLINE, "A treaty of rivers"),
        Block(Kind.PARAGRAPH, "It was signed."),
        Block(Kind.NOTES, "## Notes to editors"),
        Block(Kind.LIST, "1. It has nine articles."),
        Block(Kind.ABOUT, "## About the office"),
        Block(Kind.PARAGRAPH, "It keeps rivers."),
    )
    embargo = embargo_from(NOON + MINUTE, "Europe/Brussels")
    contacts = (Contact(ContactKind.SERVICE, "Press service", phones=("+32 2 555 01 00",)),)
    filing = Filing(blocks, embargo=embargo, contacts=contacts)
    file(newsroom, replace(filing, issuer="Office of <Rivers>", reference="OR/7"))
    follower(newsroom, "reader")
    room = Mailroom(newsroom)
    room.send(MINUTE)
    (letter,) = room.letters()
    text, rule = plain(letter), "\n\n" + "-" * 72 + "\n\n"
    parts = (
        *("Office of <Rivers> · Reference: OR/7\n", "25 August 2026", "A treaty of rivers\n==="),
        *("It was signed.", f"{rule}Notes to editors\n------", "1. It has nine articles."),
        *(f"{rule}About the office\n------", "It keeps rivers.", "Press contacts", "+32 2 555"),
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    page = html(letter)
    assert "Office of &lt;Rivers&gt;</strong> · Reference: " in page
    assert page.index('<section class="notes"') < page.index('<section class="about"')


@pytest.mark.promise(81)
def test_a_letter_says_why_it_came_and_how_to_have_no_more(newsroom: Newsroom) -> None:
    file_release(newsroom)
    follower(newsroom, "all")
    follower(newsroom, "one", topics=("aid", "energy"))
    room = Mailroom(newsroom)
    room.send(MINUTE)
    ((everything,), (one,)) = room.to("all"), room.to("one")
    assert "because you follow all releases of Press office." in plain(everything)
    assert "because you follow “Aid” at Press office." in plain(one)
    assert everything["List-Id"] == "<all.en.press.example.org>"
    assert one["List-Id"] == "<aid.en.press.example.org>"
    address = one["List-Unsubscribe"].strip("<>")
    assert address.startswith("https://press.example.org/follow/unsubscribe/")
    for said in (plain(one), html(one)):
        assert address in said
        assert "https://press.example.org/follow/manage/" in said
        assert "opens a page with one button" in said
        assert "\x01" not in said
        assert "\x02" not in said


def test_links_in_a_letter_are_its_readers_own(newsroom: Newsroom) -> None:
    file_release(newsroom)
    for name in ("one", "two"):
        follower(newsroom, name)
    room = Mailroom(newsroom)
    room.send(MINUTE)
    for name, other in (("one", "two"), ("two", "one")):
        (letter,), (others,) = room.to(name), room.to(other)
        token = letter["List-Unsubscribe"].rpartition("/")[2].strip(">")
        assert token in html(letter)
        assert token not in html(others)


@pytest.mark.promise(83)
def test_each_reader_gets_one_letter_in_the_dearest_language_that_has_words(
    newsroom: Newsroom,
) -> None:
    number = file_release(newsroom)
    translate(newsroom, number, "fr", Origin.EDITOR)
    translate(newsroom, number, "nl", Origin.MACHINE)
    follower(newsroom, "french", "de", "fr", "en")
    follower(newsroom, "dutch", "nl")
    follower(newsroom, "german", "de")
    room = Mailroom(newsroom)
    room.send(MINUTE)
    ((french,), (dutch,), (german,)) = room.to("french"), room.to("dutch"), room.to("german")
    assert french["Subject"] == "fr editor: A treaty of rivers"
    assert french["Content-Language"] == "fr-BE"
    assert "25 août 2026, 14:01" in plain(french)
    assert "* English <https://press.example.org/en/releases/" in flat(french)
    assert "* Nederlands <https://press.example.org/nl/releases/" in flat(french)
    machine = "Machinevertaling (argos en-fr 1.9, 25 augustus 2026); alleen de tekst in het Engels"
    assert machine in flat(dutch)
    assert german["Subject"] == "A treaty of rivers"
    assert german["Content-Language"] == "en"
    assert "Noch nicht auf Deutsch verfügbar; dies ist der Text auf Englisch" in plain(german)
    assert "Diese E-Mails beenden" in plain(german)


@pytest.mark.promise(83)
def test_who_wants_official_words_never_gets_a_machines(newsroom: Newsroom) -> None:
    number = file_release(newsroom)
    translate(newsroom, number, "fr", Origin.EDITOR)
    translate(newsroom, number, "nl", Origin.EDITOR)
    follower(newsroom, "one", "fr", "nl", texts=Wanted.OFFICIAL)
    follower(newsroom, "two", "fr", texts=Wanted.OFFICIAL)
    room = Mailroom(newsroom)
    newsroom.work.do_due(lambda: NOON + MINUTE)
    # After it was decided who is told in which language, a machine's words take their place.
    translate(newsroom, number, "fr", Origin.MACHINE)
    room.send(MINUTE)
    ((one,), (two,)) = room.to("one"), room.to("two")
    assert one["Subject"] == "nl editor: A treaty of rivers"
    assert two["Subject"] == "A treaty of rivers"
    for letter in (one, two):
        assert "machine: " not in plain(letter)
        assert "machine: " not in html(letter)


def test_a_machines_title_of_a_topic_is_not_told_to_who_wants_official_words(
    newsroom: Newsroom,
) -> None:
    newsroom.topics.declare(Topic("aid", {"en": "Aid and relief"}), "me", NOON)
    made = Block(Kind.PARAGRAPH, "Aide et secours", Origin.MACHINE, "argos en-fr 1.9", "of")
    with newsroom.storage.write() as db:
        topics.publish(db, "aid", "fr", [(TopicPart.TITLE, made)], NOON)
    number = file_release(newsroom)
    translate(newsroom, number, "fr", Origin.EDITOR)
    follower(newsroom, "official", "fr", topics=("aid",), texts=Wanted.OFFICIAL)
    follower(newsroom, "any", "fr", topics=("aid",))
    room = Mailroom(newsroom)
    room.send(MINUTE)
    ((official,), (any_one,)) = room.to("official"), room.to("any")
    assert "parce que vous suivez « Aid and relief » chez Press office." in flat(official)
    assert "parce que vous suivez « Aide et secours » chez Press office." in flat(any_one)


@pytest.mark.promise(83)
def test_nor_is_a_machines_title_in_another_language(newsroom: Newsroom) -> None:
    newsroom.topics.declare(Topic("aid", {"nl": "Hulp"}), "me", NOON)
    with newsroom.storage.write() as db:
        for code in ("en", "fr"):
            made = Block(Kind.PARAGRAPH, f"by a machine, {code}", Origin.MACHINE, "argos", "of")
            topics.publish(db, "aid", code, [(TopicPart.TITLE, made)], NOON)
    translate(newsroom, file_release(newsroom), "fr", Origin.EDITOR)
    for code in ("en", "fr"):
        follower(newsroom, code, code, topics=("aid",), texts=Wanted.OFFICIAL)
    room = Mailroom(newsroom)
    room.send(MINUTE)
    assert len(room.letters()) == 2
    for letter in room.letters():
        assert "Hulp" in plain(letter)
        assert "by a machine" not in plain(letter) + html(letter)


@pytest.mark.promise(85)
def test_a_correction_and_a_withdrawal_stand_in_the_thread_of_the_first_letter(
    newsroom: Newsroom,
) -> None:
    number = file_release(newsroom)
    follower(newsroom, "reader")
    room = Mailroom(newsroom)
    room.send(MINUTE)
    with newsroom.storage.write() as db:
        releases.note(db, number, "The sum was wrong.", NOON + 2 * MINUTE)
    room.send(MINUTE)
    newsroom.life.withdraw(number, "It was never signed.", "me", NOON + 3 * MINUTE)
    room.send(MINUTE)
    first, corrected, withdrawn = sorted(room.letters(), key=lambda one: one["Date"].datetime)
    assert "In-Reply-To" not in first
    assert corrected["In-Reply-To"] == withdrawn["In-Reply-To"] == first["Message-ID"]
    shared = set(first["References"].split())
    assert len(shared) == 1
    for later in (corrected, withdrawn):
        assert set(later["References"].split()) == shared | {str(first["Message-ID"])}
    assert corrected["Subject"] == "Corrected: A treaty of rivers"
    assert "The sum was wrong." in plain(corrected)
    assert "Words in English." in plain(corrected)
    assert withdrawn["Subject"] == "Withdrawn: A treaty of rivers"
    assert "> It was never signed." in plain(withdrawn)
    for said in (plain(withdrawn), html(withdrawn)):
        assert "Words in English." not in said
        assert "The sum was wrong." not in said


def test_a_release_that_a_person_has_read_since_is_told_again_in_its_thread(
    newsroom: Newsroom,
) -> None:
    number = file_release(newsroom)
    translate(newsroom, number, "fr", Origin.MACHINE)
    follower(newsroom, "reader", "fr", texts=Wanted.AGAIN)
    room = Mailroom(newsroom)
    room.send(MINUTE)
    translate(newsroom, number, "fr", Origin.EDITOR, NOON + 2 * MINUTE)
    room.send(2 * MINUTE)
    first, again = sorted(room.letters(), key=lambda one: one["Date"].datetime)
    assert again["In-Reply-To"] == first["Message-ID"]
    assert "Une personne a relu la traduction depuis." in flat(again)
    assert "relu la traduction" not in plain(first)


def test_who_wants_other_topics_by_then_is_not_told(newsroom: Newsroom) -> None:
    file_release(newsroom)
    number = follower(newsroom, "reader", topics=("aid",))
    newsroom.work.do_due(lambda: NOON + MINUTE)
    with newsroom.storage.write() as db:
        subscribers.follow(db, number, Wishes(("energy",), ("en",)), NOON + MINUTE)
    room = Mailroom(newsroom)
    room.send(MINUTE)
    assert room.letters() == []
    assert room.became() == [("skipped", "there was nothing to say any more")]


def test_a_release_that_was_withdrawn_meanwhile_is_not_sent(newsroom: Newsroom) -> None:
    number = file_release(newsroom)
    follower(newsroom, "reader")
    newsroom.work.do_due(lambda: NOON + MINUTE)
    newsroom.life.withdraw(number, "Wrong.", "me", NOON + MINUTE)
    room = Mailroom(newsroom)
    room.send(MINUTE)
    assert room.letters() == []


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("en", ("All releases", "Once a day", "Languages: English, French", "one button", "7")),
        ("fr", ("Tous les communiqués", "Une fois par jour", "anglais", "un seul bouton", "7")),
        ("nl", ("Alle berichten", "Eén keer per dag", "Engels", "één knop", "7")),
        ("de", ("Alle Mitteilungen", "Einmal am Tag", "Englisch", "Schaltfläche", "7")),
    ],
)
def test_who_was_signed_up_is_asked_in_their_language_and_has_no_list_yet(
    newsroom: Newsroom, code: str, sentences: tuple[str, ...]
) -> None:
    wanted = Wishes(EVERYTHING, tuple(dict.fromkeys((code, "en", "fr"))), Frequency.DAILY)
    with newsroom.storage.write() as db:
        asked = subscribers.ask(db, "new@example.net", "hash", "nonce", wanted, NOON)
    owe(newsroom, Occasion.CONFIRM, asked.id)
    room = Mailroom(newsroom)
    room.send()
    (letter,) = room.letters()
    assert letter["To"] == "new@example.net"
    assert "https://press.example.org/follow/confirm/" in plain(letter)
    assert [word for word in sentences if word not in plain(letter)] == []
    assert not [name for name in letter if name.startswith("List-")]
    assert "unsubscribe" not in html(letter)


def test_who_follows_already_is_told_so_with_a_link_to_change_it(newsroom: Newsroom) -> None:
    number = follower(newsroom, "reader", "nl")
    owe(newsroom, Occasion.KNOWN, number)
    room = Mailroom(newsroom)
    room.send()
    (letter,) = room.letters()
    assert letter["Subject"] == "U volgt Press office al"
    assert "https://press.example.org/follow/manage/" in plain(letter)


def test_who_has_answered_is_not_asked_again(newsroom: Newsroom) -> None:
    number = follower(newsroom, "reader")
    owe(newsroom, Occasion.CONFIRM, number)
    room = Mailroom(newsroom)
    room.send()
    assert room.letters() == []


def test_the_date_of_a_letter_is_when_it_happened_however_late_it_goes(
    newsroom: Newsroom,
) -> None:
    file_release(newsroom)
    follower(newsroom, "reader")
    newsroom.work.do_due(lambda: NOON + MINUTE)
    room = Mailroom(newsroom)
    room.send(timedelta(hours=5))
    (letter,) = room.letters()
    assert letter["Date"].datetime == NOON + MINUTE


def revised(newsroom: Newsroom, number: int, room: Mailroom) -> None:
    """Give a release other words with a note, as an officer does."""
    blocks = (Block(Kind.HEADLINE, "A treaty of lakes"), Block(Kind.PARAGRAPH, "Other words."))
    filing = Filing(blocks, topics=("aid",))
    newsroom.revisions.revise(number, filing, "me", room.now, "It is about lakes.")


def told_in_two_languages(newsroom: Newsroom) -> tuple[int, Mailroom]:
    number = file_release(newsroom)
    translate(newsroom, number, "fr", Origin.MACHINE)
    follower(newsroom, "english", "en")
    follower(newsroom, "french", "fr")
    room = Mailroom(newsroom)
    assert room.send(MINUTE) == 2
    with newsroom.storage.write() as db:
        done = tasks.claim(
            *(db, WantedTask(TRANSLATE), room.now), owner="engine", lease=MINUTE, limit=10
        )
        tasks.finish(db, done, room.now)
    revised(newsroom, number, room)
    return number, room


def test_who_reads_a_translation_is_told_of_a_correction_in_its_new_words(
    newsroom: Newsroom,
) -> None:
    number, room = told_in_two_languages(newsroom)
    assert room.send() == 1
    assert len(room.to("english")) == 2
    room.now += timedelta(seconds=5)
    translate(newsroom, number, "fr", Origin.MACHINE, room.now)
    with newsroom.storage.write() as db:
        wanted = WantedTask(TRANSLATE, "fr")
        done = tasks.claim(db, wanted, room.now, owner="engine", lease=MINUTE, limit=1)
        tasks.finish(db, done, room.now)
    assert room.send() == 1
    assert "A treaty of lakes" in plain(room.to("french")[-1])
    assert "A treaty of rivers" not in plain(room.to("french")[-1])


def test_a_correction_does_not_wait_for_an_engine_that_fails_or_is_slow(newsroom: Newsroom) -> None:
    _, room = told_in_two_languages(newsroom)
    assert room.send() == 1
    assert room.send(timedelta(seconds=100)) == 0
    assert room.send(timedelta(seconds=30)) == 1
    assert len(room.to("french")) == 2


def test_a_correction_goes_at_once_where_there_is_no_engine(newsroom: Newsroom) -> None:
    _, room = told_in_two_languages(newsroom)
    with newsroom.storage.write() as db:
        tried = tasks.claim(
            *(db, WantedTask(TRANSLATE), room.now), owner="engine", lease=MINUTE, limit=10
        )
        tasks.postpone(db, tried, room.now + MINUTE, "there is no package")
    assert room.send() == 2


def test_a_withdrawal_waits_for_its_reason_in_other_languages_for_seconds_only(
    newsroom: Newsroom,
) -> None:
    number, room = told_in_two_languages(newsroom)
    room.send(timedelta(minutes=3))
    newsroom.life.withdraw(number, "In error.", "me", room.now)
    assert room.send() == 1
    assert room.send(timedelta(seconds=21)) == 1
