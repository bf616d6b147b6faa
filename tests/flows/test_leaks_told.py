"""Nobody is told of a pending release, by whatever way: no row, no connection and no byte."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from newsroom.telling.digests import owe_digests
from newsroom.wiring import Newsroom
from press.telling.wishes import Frequency, Wanted, Wishes
from press.topic import ALL
from tests.conftest import NOON
from tests.delivery.listener import confirming, listening
from tests.delivery.receivers import serving
from tests.flows.hidden import DUE, EARLY, PEACE, STORIES, Places, T, open_copy, places
from tests.newsroom.telling.hub_office import Office
from tests.newsroom.telling.mailroom import Mailroom
from tests.newsroom.telling.people import somebody
from tests.newsroom.telling.test_hooks import Told

pytestmark = pytest.mark.waits
__all__ = ["places"]  # the fixture


@pytest.fixture
def pending(places: Places, tmp_path: Path) -> Iterator[Newsroom]:
    settings = replace(places.pending.settings, private_callbacks=True)
    opened = open_copy(replace(places.pending, settings=settings), tmp_path / "told")
    yield opened
    opened.probes.close()
    opened.storage.close()


def have_everybody_follow(newsroom: Newsroom, topics: tuple[str, ...]) -> None:
    """People of every kind, also of topics that only hidden releases name."""
    for number, (topic, frequency, texts) in enumerate(product(topics, Frequency, Wanted)):
        wishes = Wishes((topic,), ("fr", "en"), frequency, texts)
        somebody(newsroom, f"reader{number}@example.net", EARLY, wishes)


def told(newsroom: Newsroom) -> set[int]:
    """Of which releases anything is owed to anybody, or was."""
    query = "SELECT release_id FROM event JOIN notice ON notice.event_id = event.id"
    with newsroom.storage.read() as db:
        return {number for (number,) in db.execute(query).fetchall()}


def named(story: str) -> bytes:
    return f"The {story} secret".encode()


@pytest.mark.promise(64, 75, 83, 88)
def test_nobody_is_told_of_a_pending_release_and_everybody_is_at_its_minute(
    places: Places, pending: Newsroom
) -> None:
    have_everybody_follow(pending, (ALL, PEACE, *(one.topic for one in places.hidden.values())))
    with serving() as program, listening(confirming) as listener:
        hook, office, room = Told(pending), Office(pending, listener), Mailroom(pending)
        hook.add(program)
        for code, topic in product(("en", "fr"), (ALL, PEACE)):
            office.subscribe(f"/{code}/{topic}.atom")
        for now in (NOON, T):
            room.now = office.now = now
            pending.work.do_due(lambda now=now: now)
            owe_digests(pending.storage, now)
            room.send()
            office.work()
            hook.run(now)
            letters = [bytes(letter) for letter in room.letters()]
            said = [*letters, *(push.body for push in listener.pushes())]
            said += [body for _, _, body in program.asked]
            betrayed = {name for name in STORIES if any(named(name) in one for one in said)}
            assert betrayed == (set() if now < T else set(DUE))
            of_hidden = {name for name, one in places.hidden.items() if one.id in told(pending)}
            assert of_hidden == betrayed
            assert letters
        hook.lane.finish()
