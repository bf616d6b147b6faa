"""Who follows: what was confirmed holds, and what was asked for changes nothing yet."""

from datetime import timedelta

from press.telling.subscriber import Following, Subscriber
from press.telling.wishes import Frequency, Wanted, Wishes
from storage import Storage
from storage.telling import subscribers
from storage.telling.secrets import find, kept
from tests.conftest import NOON
from tests.storage.telling.world import rows

HOUR = timedelta(hours=1)
WISHES = Wishes(("ports", "rivers"), ("nl", "fr"), Frequency.DAILY, Wanted.AGAIN, "Europe/Paris")
OTHERS = Wishes(("all",), ("en",))


def asked(storage: Storage, wishes: Wishes = WISHES, nonce: str = "one") -> Subscriber:
    with storage.write() as db:
        return subscribers.ask(db, "reader@example.org", "hash", nonce, wishes, NOON)


def follow(storage: Storage, number: int, wishes: Wishes, hours: int) -> Subscriber:
    with storage.write() as db:
        subscribers.follow(db, number, wishes, NOON + hours * HOUR)
        found = subscribers.get(db, number)
    assert found
    return found


def test_who_was_asked_follows_nothing_yet(storage: Storage) -> None:
    one = asked(storage)
    assert (one.state, one.wanted, one.confirmed_at) == (Following.ASKED, WISHES, None)
    assert (one.wishes.topics, one.wishes.languages) == ((), ())
    with storage.read() as db:
        assert subscribers.with_hash(db, "hash") == one
        assert list(subscribers.every(db)) == [one]


def test_what_is_confirmed_holds_as_it_was_wished(storage: Storage) -> None:
    one = follow(storage, asked(storage).id, WISHES, 1)
    assert (one.state, one.wishes, one.wanted) == (Following.FOLLOWS, WISHES, None)
    assert one.confirmed_at == NOON + HOUR


def test_asking_for_something_else_changes_nothing_that_holds(storage: Storage) -> None:
    follow(storage, asked(storage).id, WISHES, 1)
    one = asked(storage, OTHERS, nonce="two")
    assert (one.state, one.wishes, one.wanted) == (Following.FOLLOWS, WISHES, OTHERS)
    assert one.nonce == "one"


def test_who_follows_already_keeps_since_when_in_each_topic(storage: Storage) -> None:
    number = asked(storage).id
    follow(storage, number, WISHES, 1)
    more = Wishes(("ports", "trade"), ("en",), Frequency.DAILY)
    one = follow(storage, number, more, 2)
    assert (one.wishes, one.confirmed_at) == (more, NOON + HOUR)
    with storage.read() as db:
        since = dict(map(tuple, db.execute("SELECT topic, since FROM subscription")))
    assert since["trade"] - since["ports"] == HOUR / timedelta(milliseconds=1)


def test_who_had_left_follows_from_now_on(storage: Storage) -> None:
    number = asked(storage).id
    follow(storage, number, WISHES, 1)
    with storage.write() as db:
        db.execute("UPDATE subscriber SET state = 'ended', ended_at = 1")
    one = follow(storage, number, WISHES, 3)
    assert (one.state, one.confirmed_at) == (Following.FOLLOWS, NOON + 3 * HOUR)
    with storage.read() as db:
        assert {tuple(r) for r in db.execute("SELECT DISTINCT since FROM subscription")} == {
            (int((NOON + 3 * HOUR).timestamp() * 1000),)
        }
    assert rows(storage, "subscriber")[0]["ended_at"] is None


def test_the_erased_are_nobody(storage: Storage) -> None:
    number = asked(storage).id
    with storage.write() as db:
        db.execute("UPDATE subscriber SET state = 'erased', address = NULL")
        assert list(subscribers.every(db)) == []
        assert subscribers.get(db, 99) is None
        found = subscribers.get(db, number)
    assert found
    assert found.address is None


def test_a_key_of_our_own_is_made_once(storage: Storage) -> None:
    with storage.write() as db:
        assert find(db, "mail") is None
        assert kept(db, "mail", lambda: "first") == "first"
        assert kept(db, "mail", lambda: "second") == "first"
        assert find(db, "mail") == "first"
