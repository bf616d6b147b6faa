"""Following by mail, as the public does it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.telling.following.sign_ups import MOST
from newsroom.wiring import Newsroom
from press.errors import AddressRefused, NotPublic
from press.telling.notices import Fate
from press.telling.subscriber import Following
from press.telling.wishes import Wishes
from press.topic import Topic
from storage.instants import to_ms
from storage.telling import bounces, notices
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.newsroom.telling.followers import (
    ALL_IN_FRENCH,
    ANNA,
    PLACE,
    WEEKLY,
    dump,
    follow,
    known,
    owed,
    sign_up,
    token,
)

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def send_all(newsroom: Newsroom, now: object = NOON) -> None:
    with newsroom.storage.write() as db:
        numbers = [n for (n,) in db.execute("SELECT id FROM notice WHERE ended_at IS NULL")]
        notices.end(db, [Ended(n, Fate.SENT) for n in numbers], now)  # type: ignore[arg-type]


@pytest.mark.promise(82)
def test_an_unknown_address_is_asked_once_and_follows_nothing_yet(newsroom: Newsroom) -> None:
    sign_up(newsroom)
    anna = known(newsroom)
    assert (anna.state, anna.address, anna.wanted) == (Following.ASKED, ANNA, ALL_IN_FRENCH)
    assert anna.wishes.topics == ()
    assert owed(newsroom) == [("confirm", 1, "fr")]


def test_what_is_confirmed_holds_also_when_it_is_confirmed_again(newsroom: Newsroom) -> None:
    anna = follow(newsroom)
    again = newsroom.following.confirm(token(newsroom, "confirm"), NOON + DAY)
    assert again == anna
    assert (anna.state, anna.wishes, anna.wanted) == (Following.FOLLOWS, ALL_IN_FRENCH, None)
    assert anna.confirmed_at == NOON


def test_who_follows_is_told_that_they_were_signed_up_and_nothing_changes_until_they_confirm(
    newsroom: Newsroom,
) -> None:
    follow(newsroom)
    send_all(newsroom)
    sign_up(newsroom, WEEKLY, NOON + 2 * HOUR, address="ANNA@DAILY.example")
    anna = known(newsroom)
    assert (anna.wishes, anna.wanted, anna.address) == (ALL_IN_FRENCH, WEEKLY, ANNA)
    assert owed(newsroom) == [("known", 1, "fr")]
    assert newsroom.following.confirm(token(newsroom, "confirm"), NOON + DAY).wishes == WEEKLY
    assert known(newsroom).confirmed_at == NOON


@pytest.mark.parametrize("is_confirmed", [False, True])
@pytest.mark.promise(82)
def test_a_hundred_sign_ups_of_one_address_send_one_mail(
    newsroom: Newsroom, is_confirmed: bool
) -> None:
    if is_confirmed:
        follow(newsroom)
        send_all(newsroom, NOON - 2 * HOUR)
        with newsroom.storage.write() as db:
            db.execute("UPDATE notice SET due_at = ?", (to_ms(NOON - 2 * HOUR),))
    for n in range(100):
        newsroom.following.sign_up(ANNA, WEEKLY, f"192.0.{n}.1", NOON + n * timedelta(seconds=30))
        if n == 3:
            send_all(newsroom, NOON + 2 * MINUTE)
    with newsroom.storage.read() as db:
        query = "SELECT COUNT(*) FROM notice WHERE due_at >= ?"
        assert db.execute(query, (to_ms(NOON),)).fetchone()[0] == 1
    sign_up(newsroom, WEEKLY, NOON + 2 * HOUR)
    assert len(owed(newsroom)) == 1


def test_a_mail_that_waits_for_hours_is_not_followed_by_others(newsroom: Newsroom) -> None:
    for hours in range(5):
        sign_up(newsroom, now=NOON + hours * HOUR)
    assert len(owed(newsroom)) == 1
    send_all(newsroom, NOON + 5 * HOUR)
    sign_up(newsroom, now=NOON + 5 * HOUR + 30 * MINUTE)
    assert owed(newsroom) == []


def test_who_chooses_otherwise_within_the_hour_is_shown_that_by_the_mail_they_have(
    newsroom: Newsroom,
) -> None:
    sign_up(newsroom)
    sign_up(newsroom, WEEKLY, NOON + MINUTE)
    assert known(newsroom).wanted == WEEKLY
    assert len(owed(newsroom)) == 1


def test_from_one_network_few_sign_ups_an_hour_are_taken(newsroom: Newsroom) -> None:
    for n in range(MOST + 5):
        newsroom.following.sign_up(f"a{n}@x.example", WEEKLY, f"192.0.2.{n}", NOON)
    assert len(owed(newsroom)) == MOST
    newsroom.following.sign_up("b@x.example", WEEKLY, "192.0.3.1", NOON)
    newsroom.following.sign_up("c@x.example", WEEKLY, "192.0.2.1", NOON + HOUR)
    assert len(owed(newsroom)) == MOST + 2


def test_of_networks_a_hash_is_kept_for_an_hour(newsroom: Newsroom) -> None:
    sign_up(newsroom)
    assert "192.0.2" not in dump(newsroom)
    sign_up(newsroom, now=NOON + HOUR)
    with newsroom.storage.read() as db:
        assert [at for (at,) in db.execute("SELECT at FROM sign_up")] == [to_ms(NOON + HOUR)]


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_an_address_whose_mail_came_back_is_asked_once_a_day_whether_it_arrives_again(
    newsroom: Newsroom, is_confirmed: bool
) -> None:
    if is_confirmed:
        follow(newsroom, now=NOON - 2 * DAY)
        send_all(newsroom, NOON - 2 * DAY)
    digest = newsroom.following.tokens.hash_of(ANNA)
    with newsroom.storage.write() as db:
        db.execute("INSERT INTO suppression VALUES (?, 'x', ?)", (digest, to_ms(NOON + 9 * DAY)))
    asked = list[tuple[str, int, str]]()
    for hours in range(25):
        sign_up(newsroom, now=NOON + hours * HOUR)
        asked += owed(newsroom)
        send_all(newsroom, NOON + hours * HOUR)
    assert asked == [("confirm", 1, "fr")] * 2
    newsroom.following.confirm(token(newsroom, "confirm"), NOON + DAY)
    with newsroom.storage.read() as db:
        assert bounces.suppression_of(db, digest, NOON + DAY) is None


def test_what_is_no_address_is_refused_and_costs_nobody_anything(newsroom: Newsroom) -> None:
    before = dump(newsroom)
    with pytest.raises(AddressRefused):
        newsroom.following.sign_up("anna", WEEKLY, PLACE, NOON)
    assert dump(newsroom) == before


def test_who_unsubscribes_is_forgotten_at_once_and_may_press_the_button_again(
    newsroom: Newsroom,
) -> None:
    follow(newsroom)
    link = token(newsroom, "unsubscribe")
    with newsroom.storage.write() as db:
        db.execute("INSERT INTO bounce VALUES (1, 0, 0, '4.2.2')")
    for _ in range(2):
        gone = newsroom.following.unsubscribe(link, NOON + MINUTE)
        assert (gone.state, gone.address, gone.wishes.topics) == (Following.ENDED, None, ())
    assert "anna" not in dump(newsroom)
    assert "4.2.2" not in dump(newsroom)
    assert owed(newsroom) == []


def test_links_of_who_unsubscribed_change_nothing_any_more(newsroom: Newsroom) -> None:
    follow(newsroom)
    links = {purpose: token(newsroom, purpose) for purpose in ("confirm", "manage")}
    newsroom.following.unsubscribe(token(newsroom, "unsubscribe"), NOON)
    before = dump(newsroom)
    assert newsroom.following.confirm(links["confirm"], NOON).address is None
    assert newsroom.following.change(links["manage"], WEEKLY, NOON).address is None
    assert dump(newsroom) == before


def test_who_unsubscribed_may_sign_up_again(newsroom: Newsroom) -> None:
    follow(newsroom)
    send_all(newsroom)
    newsroom.following.unsubscribe(token(newsroom, "unsubscribe"), NOON)
    sign_up(newsroom, WEEKLY, NOON + 2 * HOUR)
    assert known(newsroom).state is Following.ASKED
    anna = newsroom.following.confirm(token(newsroom, "confirm"), NOON + DAY)
    assert (anna.wishes, anna.address, anna.confirmed_at) == (WEEKLY, ANNA, NOON + DAY)


def test_a_link_is_good_for_one_thing_only(newsroom: Newsroom) -> None:
    follow(newsroom)
    following = newsroom.following
    verbs = {
        "confirm": lambda link: following.confirm(link, NOON),
        "manage": lambda link: following.change(link, WEEKLY, NOON),
        "unsubscribe": lambda link: following.unsubscribe(link, NOON),
    }
    links = [token(newsroom, purpose) for purpose in verbs]
    before = dump(newsroom)
    for purpose, verb in verbs.items():
        for link in [one for one in links if one != token(newsroom, purpose)]:
            with pytest.raises(NotPublic):
                verb(link)
        for other in ("", "1", f"2{token(newsroom, purpose)[1:]}", "1-" + "x" * 27, "é"):
            with pytest.raises(NotPublic):
                verb(other)
    with pytest.raises(NotPublic):
        following.export(links[0], NOON)
    assert dump(newsroom) == before


def test_who_has_the_link_of_a_mail_changes_what_holds(newsroom: Newsroom) -> None:
    follow(newsroom)
    assert newsroom.following.change(token(newsroom, "manage"), WEEKLY, NOON).wishes == WEEKLY


def test_a_topic_that_was_renamed_meanwhile_is_followed_under_its_new_name(
    newsroom: Newsroom,
) -> None:
    newsroom.topics.declare(Topic("climate", {"en": "Climate"}), "me", NOON)
    sign_up(newsroom, Wishes(("climate",), ("en",)))
    newsroom.topics.rename("climate", "climate-and-energy", "me", NOON)
    anna = newsroom.following.confirm(token(newsroom, "confirm"), NOON)
    assert anna.wishes.topics == ("climate-and-energy",)
    newsroom.topics.rename("climate-and-energy", "energy", "me", NOON)
    assert known(newsroom).wishes.topics == ("energy",)


def test_everything_that_is_kept_is_told_to_whoever_it_is_about(newsroom: Newsroom) -> None:
    follow(newsroom)
    told = newsroom.following.export(token(newsroom, "manage"), NOON)
    assert (told["address"], told["state"]) == (ANNA, "follows")
    assert told["wishes"]["languages"] == ("fr", "en")
    assert told["follows_since"] == NOON.isoformat()
    assert [(mail["of"], mail["language"]) for mail in told["mails"]] == [("confirm", "fr")]
    assert told["no_mail"] is None
    with newsroom.storage.write() as db:
        bounces.bounced(db, 1, permanent=True, status="5.1.1", now=NOON)
    told = newsroom.following.export(token(newsroom, "manage"), NOON)
    assert [one["status"] for one in told["returned_mail"]] == ["5.1.1"]
    assert told["no_mail"]["reason"]


def test_nobody_else_is_told_of(newsroom: Newsroom) -> None:
    follow(newsroom)
    newsroom.following.sign_up("eve@daily.example", replace(WEEKLY, zone="UTC"), PLACE, NOON)
    assert "eve" not in str(newsroom.following.export(token(newsroom, "manage"), NOON))
