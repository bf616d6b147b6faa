"""What tests of following ask a newsroom."""

from datetime import datetime
from urllib.parse import urlsplit

from newsroom.wiring import Newsroom
from press.telling.subscriber import Subscriber
from press.telling.wishes import Frequency, Wanted, Wishes
from storage.telling import subscribers
from tests.conftest import NOON

ANNA, PLACE = "anna@daily.example", "192.0.2.7"
ALL_IN_FRENCH = Wishes(("all",), ("fr", "en"))
WEEKLY = Wishes(("all",), ("de",), Frequency.WEEKLY, Wanted.OFFICIAL)


def sign_up(
    newsroom: Newsroom, wishes: Wishes = ALL_IN_FRENCH, now: datetime = NOON, address: str = ANNA
) -> None:
    newsroom.following.sign_up(address, wishes, PLACE, now)


def known(newsroom: Newsroom, number: int = 1) -> Subscriber:
    with newsroom.storage.read() as db:
        found = subscribers.get(db, number)
    assert found
    return found


def token(newsroom: Newsroom, purpose: str, number: int = 1) -> str:
    address = newsroom.following.address(known(newsroom, number), purpose)
    assert address.startswith(f"https://press.example.org/follow/{purpose}/")
    return urlsplit(address).path.rpartition("/")[2]


def follow(newsroom: Newsroom, wishes: Wishes = ALL_IN_FRENCH, now: datetime = NOON) -> Subscriber:
    sign_up(newsroom, wishes, now)
    return newsroom.following.confirm(token(newsroom, "confirm"), now)


def owed(newsroom: Newsroom) -> list[tuple[str, int, str]]:
    """Kind, receiver and language of every mail that waits."""
    query = "SELECT kind, receiver, language FROM notice WHERE ended_at IS NULL ORDER BY id"
    with newsroom.storage.read() as db:
        return [tuple(row) for row in db.execute(query)]


def dump(newsroom: Newsroom) -> str:
    with newsroom.storage.read() as db:
        return "\n".join(db.conn.iterdump())
