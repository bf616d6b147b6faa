"""A poll that finds nothing new is answered 304, and the reader keeps what it had."""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests.readers.edge import Poll
from tests.readers.followers import (
    SUBSCRIBERS,
    SUBSCRIPTION_NAMES,
    SUBSCRIPTIONS,
    Subscriber,
    skip_without,
)
from tests.readers.office import Office, await_next_second, now
from tests.readers.programs import Newsboat

pytestmark = pytest.mark.waits

NOTHING_NEW = 304


@pytest.mark.parametrize(("kind", "extension"), SUBSCRIPTIONS, ids=SUBSCRIPTION_NAMES)
def test_a_reader_that_asks_again_is_told_that_nothing_changed(
    kind: type[Subscriber], extension: str, live: Office, folder: Path
) -> None:
    skip_without(kind)
    reader, address = kind(folder), live.address("fr", "consular-affairs", extension)
    await_date_of(live, address)
    polls = [poll_once(reader, address, live) for _ in range(4)]
    # newsboat's second poll is as its first was.
    assert [poll.status for poll in polls[:1] + polls[2:]] == [200, NOTHING_NEW, NOTHING_NEW]
    assert {"if-none-match", "if-modified-since"} <= polls[2].asked.keys()
    assert polls[2].size == 0


@pytest.mark.parametrize(("kind", "extension"), SUBSCRIPTIONS, ids=SUBSCRIPTION_NAMES)
def test_a_reader_keeps_everything_over_polls_without_news(
    kind: type[Subscriber], extension: str, live: Office, folder: Path
) -> None:
    skip_without(kind)
    reader, address = kind(folder), live.address("fr", "consular-affairs", extension)
    reader.poll(address)
    before, told = reader.channel(address), reader.news()
    assert told == {item.id for item in before.items}
    for _ in range(3):
        reader.poll(address)
    assert reader.channel(address) == before
    assert reader.news() == set()


def await_date_of(office: Office, address: str) -> None:
    """Wait until a feed names a date: made in the second of its last change, it names none yet.

    Such an answer may be kept until its minute ends.
    """
    path = address.removeprefix(office.edge.base_url)
    while "last-modified" not in office.server.get(path)[1]:
        time.sleep(0.5)


def poll_once(reader: Subscriber, address: str, office: Office) -> Poll:
    """What the last request of one poll was answered; newsboat may ask more than once."""
    already = len(office.edge.polls)
    reader.poll(address)
    path = address.removeprefix(office.edge.base_url)
    # The newsroom's own proof of the embargo asks as well.
    asked = [poll for poll in office.edge.polls[already:] if reader.name in poll.agent]
    assert {poll.path for poll in asked} == {path}
    return asked[-1]


@pytest.mark.parametrize("kind", SUBSCRIBERS, ids=lambda kind: kind.name)
def test_a_reader_that_asked_with_what_it_held_gets_what_changed(
    kind: type[Subscriber], live: Office, folder: Path
) -> None:
    skip_without(kind)
    topic = f"letters-{kind.name}"
    live.declare(topic, en="Letters")
    reader, address = kind(folder), live.address("en", topic, "rss")
    for _ in range(3):
        reader.poll(address)
    await_next_second()
    live.file(f"A letter read with {kind.name}", now(), topic)
    poll = poll_once(reader, address, live)
    assert (poll.status, poll.is_conditional) == (200, True)
    assert [item.title for item in reader.items()] == [f"A letter read with {kind.name}"]


def test_a_reader_gets_both_of_two_changes_within_a_second(live: Office, folder: Path) -> None:
    skip_without(Newsboat)
    live.declare("squalls", en="Squalls")
    reader, address = Newsboat(folder), live.address("en", "squalls", "rss")
    for _ in range(3):
        reader.poll(address)  # its first two polls are unconditional
    moments = [now(), now() + timedelta(days=1)]
    while moments[0] != moments[1]:  # until a whole second was long enough for both
        await_next_second()
        moments.clear()
        for _ in range(2):
            live.file(f"Squall at {now()}", now(), "squalls")
            reader.poll(address)
            moments.append(live.edition("en", "squalls").changed)
    expected = {entry.text.headline for entry in live.edition("en", "squalls").entries}
    assert {item.title for item in reader.items()} == expected
