"""Whatever a press office does, readers follow it, and nobody is told twice of one release."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from press.releases.release import Release
from tests.readers.followers import SUBSCRIBERS, Subscriber, common_sight, is_here, skip_without
from tests.readers.office import Office, await_next_second, now, opened
from tests.readers.plain import Plain
from tests.readers.views import Channel, Item, promised

pytestmark = pytest.mark.waits

LANGUAGES = ("en", "fr", "nl")
TOPICS = ("harbours", "floods")
FEEDS = tuple(product(LANGUAGES, TOPICS))


@dataclass(frozen=True)
class Desk:
    """Three releases, all of them in more than one feed.

    Args:
        office: where they are.
        both: in two topics; its Dutch text waits for an editor.
        one: in one topic, French as well.
        wrong: to be withdrawn.
        embargoed: for a year from now.
    """

    office: Office
    both: Release
    one: Release
    wrong: Release
    embargoed: Release


def filed(office: Office) -> Desk:
    for topic in TOPICS:
        office.declare(topic, en=topic.title(), fr=f"{topic} (fr)")
    hour, year = timedelta(hours=1), timedelta(days=365)
    desk = Desk(
        office,
        office.file("A crane for Corvane", now() - 3 * hour, "harbours", "floods"),
        office.file("Fewer floods", now() - 2 * hour, "floods", summary="In *brief*."),
        office.file("Sent in error", now() - hour, "harbours", "floods"),
        office.file("A second crane", now() + year, "harbours", "floods"),
    )
    office.translate(desk.one, "fr", "Moins de crues")
    office.translate(desk.both, "nl", "Een kraan voor Corvane", ready=False)
    return desk


ACTS: dict[str, Callable[[Desk], object]] = {
    "nothing": lambda desk: None,
    "nothing again": lambda desk: None,
    "a silent revision": lambda desk: desk.office.revise(desk.both, "Two cranes for Corvane"),
    "a major revision": lambda desk: desk.office.revise(
        desk.one, "Fewer floods, more rain", "The sum was wrong."
    ),
    "a translation": lambda desk: desk.office.translate(desk.both, "fr", "Deux grues à Corvane"),
    "an approval": lambda desk: desk.office.approve_anew(desk.both, "nl", "Een kraan voor Corvane"),
    "a topic's title": lambda desk: desk.office.declare("harbours", en="Ports", fr="Les ports"),
    "an attachment": lambda desk: desk.office.attach(desk.both, "Plan « A ».pdf"),
    "an embargo's early end": lambda desk: desk.office.command("publish", str(desk.embargoed.id)),
    "a withdrawal": lambda desk: desk.office.withdraw(desk.wrong),
}
BEGIN = "the beginning"


@dataclass
class Shot:
    """What everybody saw after one act.

    Args:
        promised: what each feed promised, by language and topic.
        written: the same as its documents say, by extension.
        items: what each reader held.
        titles: what each reader called each feed.
        news: what each reader told its user was new.
    """

    promised: dict[tuple[str, str], Channel]
    written: dict[str, list[Channel]] = field(default_factory=dict)
    items: dict[type[Subscriber], list[Item]] = field(default_factory=dict)
    titles: dict[type[Subscriber], list[str | None]] = field(default_factory=dict)
    news: dict[type[Subscriber], set[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """Everything that was seen, act by act, and which identifiers were whose."""

    shots: dict[str, Shot]
    desk: Desk

    def of(self, release: Release) -> set[str]:
        return {f"{release.tag}/{code}" for code in LANGUAGES}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """One newsroom's day, told once, with every reader looking on after each act."""
    folder = tmp_path_factory.mktemp("story")
    with opened(folder) as office:
        desk, readers = filed(office), {}
        for kind in filter(is_here, SUBSCRIBERS):
            (folder / kind.name).mkdir()
            readers[kind] = kind(folder / kind.name)
        shots = {BEGIN: seen(office, readers)}
        for name, act in ACTS.items():
            await_next_second()
            act(desk)
            shots[name] = seen(office, readers)
        yield Story(shots, desk)


def seen(office: Office, readers: dict[type[Subscriber], Subscriber]) -> Shot:
    site, plain = office.newsroom.settings.site, Plain(Path())
    shot = Shot({feed: promised(office.edition(*feed), site) for feed in FEEDS})
    for extension in Plain.sights:
        addresses = [office.address(*feed, extension) for feed in FEEDS]
        plain.poll(*addresses)
        shot.written[extension] = [plain.channel(address) for address in addresses]
    for kind, reader in readers.items():
        addresses = [office.address(*feed, ext) for feed in FEEDS for ext in kind.sights]
        reader.poll(*addresses)
        shot.news[kind], shot.items[kind] = reader.news(), reader.items()
        shot.titles[kind] = [reader.channel(address).title for address in addresses]
    return shot


every_act = pytest.mark.parametrize("act", [BEGIN, *ACTS])
every_reader = pytest.mark.parametrize("kind", SUBSCRIBERS, ids=lambda kind: kind.name)


@every_reader
@every_act
def test_a_reader_is_told_of_each_release_once_in_each_language(
    act: str, kind: type[Subscriber], story: Story
) -> None:
    skip_without(kind)
    desk = story.desk
    new = {BEGIN: (desk.both, desk.one, desk.wrong), "an embargo's early end": (desk.embargoed,)}
    expected = set[str]().union(*(story.of(release) for release in new.get(act, ())))
    assert story.shots[act].news[kind] == expected


@every_reader
@every_act
def test_a_reader_holds_nothing_twice_and_all_as_it_is_now(
    act: str, kind: type[Subscriber], story: Story
) -> None:
    skip_without(kind)
    shot, gone = story.shots[act], story.of(story.desk.wrong)
    held = shot.items[kind]
    assert len({item.id for item in held}) == len({item.link for item in held}) == len(held)
    # What a reader has once been sent it may keep.
    sight = common_sight(kind)
    current = {sight.of_item(i) for channel in shot.promised.values() for i in channel.items}
    assert {sight.of_item(item) for item in held if item.id not in gone} == {
        item for item in current if item.id not in gone
    }


@every_reader
@every_act
def test_a_reader_calls_a_feed_by_its_topics_title_of_now(
    act: str, kind: type[Subscriber], story: Story
) -> None:
    skip_without(kind)
    shot = story.shots[act]
    expected = [shot.promised[feed].title for feed in FEEDS for _ in kind.sights]
    assert shot.titles[kind] == expected


@pytest.mark.parametrize("extension", Plain.sights)
@every_act
def test_a_document_says_what_is_public_now_and_no_more(
    act: str, extension: str, story: Story
) -> None:
    shot = story.shots[act]
    assert shot.written[extension] == list(shot.promised.values())


def test_the_acts_changed_what_they_were_meant_to(story: Story) -> None:
    ids = {name: one_in(story, name) for name in story.shots}
    desk = story.desk
    assert f"{desk.embargoed.tag}/en" not in ids["an attachment"]
    assert f"{desk.embargoed.tag}/en" in ids["an embargo's early end"]
    assert f"{desk.wrong.tag}/en" in ids["an embargo's early end"]
    assert f"{desk.wrong.tag}/en" not in ids["a withdrawal"]
    titles = {
        i.title for channel in story.shots["a withdrawal"].promised.values() for i in channel.items
    }
    assert {"Two cranes for Corvane", "Deux grues à Corvane", "Een kraan voor Corvane"} <= titles


def one_in(story: Story, act: str) -> set[str]:
    channels = story.shots[act].promised.values()
    return {item.id for channel in channels for item in channel.items}
