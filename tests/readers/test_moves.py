"""A feed that moved, or whose topic came to its end, loses no reader and tells nobody twice."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.readers.followers import SUBSCRIBERS, Subscriber, common_sight, skip_without
from tests.readers.office import Office, await_next_second, now
from tests.readers.plain import Plain
from tests.readers.views import Item, promised

pytestmark = pytest.mark.waits

every_reader = pytest.mark.parametrize("kind", SUBSCRIBERS, ids=lambda kind: kind.name)
MOVED = 301


def opened_topic(office: Office, name: str, kind: type[Subscriber]) -> str:
    """A topic of two releases for one reader."""
    slug = f"{name}-{kind.name}"
    office.declare(slug, en="Winds", fr="Les vents")
    for hours in (1, 2):
        office.file(f"Wind {hours} of {slug}", now() - timedelta(hours=hours), slug)
    return slug


def addresses(office: Office, topic: str, kind: type[Subscriber]) -> list[str]:
    return [office.address("fr", topic, extension) for extension in kind.sights]


def current(office: Office, topic: str, kind: type[Subscriber]) -> set[Item]:
    site = office.newsroom.settings.site
    channel = promised(office.edition("fr", topic), site)
    return {common_sight(kind).of_item(item) for item in channel.items}


def follow(reader: Subscriber, office: Office, topic: str, *feeds: str) -> None:
    """Poll feeds for the first time."""
    reader.poll(*feeds)
    assert reader.news() == {item.id for item in current(office, topic, type(reader))}


def check_it_follows(reader: Subscriber, office: Office, topic: str, *feeds: str) -> None:
    """The old addresses are polled: nothing is new, until something new is filed."""
    kind = type(reader)
    for _ in range(2):
        reader.poll(*feeds)
        assert reader.news() == set()
        assert shown(reader) == current(office, topic, kind)
    await_next_second()
    release = office.file(f"After the move of {topic}", now(), topic)
    reader.poll(*feeds)
    assert reader.news() == {f"{release.tag}/fr"}
    assert shown(reader) == current(office, topic, kind)
    for feed in feeds:
        path = feed.removeprefix(office.edge.base_url)
        asked = [p.status for p in office.edge.polls if (kind.name in p.agent and p.path == path)]
        assert asked[-3:] == [MOVED] * 3


def shown(reader: Subscriber) -> set[Item]:
    return {common_sight(type(reader)).of_item(item) for item in reader.items()}


@every_reader
def test_a_reader_follows_a_feed_whose_address_moved(
    kind: type[Subscriber], live: Office, folder: Path
) -> None:
    skip_without(kind)
    topic, edge, reader = opened_topic(live, "currents", kind), live.edge, kind(folder)
    places = {
        f"/former{path}": path
        for path in (a.removeprefix(edge.base_url) for a in addresses(live, topic, kind))
    }
    for old, new in places.items():
        _, headers, document = live.server.get(new)
        edge.shelf[old] = (headers["content-type"], document)
    feeds = [f"{edge.base_url}{old}" for old in places]
    follow(reader, live, topic, *feeds)
    edge.moved.update(places)
    check_it_follows(reader, live, topic, *feeds)


@every_reader
def test_a_reader_follows_a_topic_that_was_renamed(
    kind: type[Subscriber], live: Office, folder: Path
) -> None:
    skip_without(kind)
    old, reader = opened_topic(live, "breezes", kind), kind(folder)
    feeds = addresses(live, old, kind)
    follow(reader, live, old, *feeds)
    await_next_second()
    live.command("topics", "rename", old, f"gales-{kind.name}")
    check_it_follows(reader, live, f"gales-{kind.name}", *feeds)


@every_reader
def test_a_reader_of_a_retired_topic_is_told_once_that_it_ended(
    kind: type[Subscriber], live: Office, folder: Path
) -> None:
    skip_without(kind)
    topic, reader, plain = opened_topic(live, "calms", kind), kind(folder), Plain(folder)
    feeds = addresses(live, topic, kind)
    follow(reader, live, topic, *feeds)
    await_next_second()
    live.command("topics", "retire", topic)
    plain.poll(*feeds)
    (farewell,) = {item for feed in feeds for item in plain.channel(feed).items}
    reader.poll(*feeds)
    assert reader.news() == {farewell.id}
    reader.poll(*feeds)
    assert reader.news() == set()
