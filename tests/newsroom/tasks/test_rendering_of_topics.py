"""Sizes of topics' pictures: made once like all others, and public when their topic is."""

import tarfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsroom.doctor.pictures import examine_pictures
from newsroom.releases.discarding import discard
from newsroom.tasks import rendering
from newsroom.upkeep.backup import backup
from newsroom.wiring import Newsroom
from press.errors import NotPublic
from press.public.edition import Feed
from press.releases.attachment import Attachment
from press.releases.rendition import Rendition
from press.topic import Topic
from storage.filed import renditions
from tests.conftest import NOON
from tests.intake.pictures.places import SECRETS, placed, scene, written
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing
from tests.newsroom.tasks.test_rendering import kept, picture, rendered

WIND, ALT = "wind", {"en": "A wind farm"}
INSTANT = timedelta(microseconds=1)


def give(newsroom: Newsroom, path: Path, alts: dict[str, str] | None = None) -> None:
    newsroom.topic_pictures.give(WIND, path, ALT if alts is None else alts, None, "me", NOON)


def shown(newsroom: Newsroom) -> Attachment:
    found = newsroom.topics.get(WIND)[0].picture
    assert found
    return found


def secret(newsroom: Newsroom) -> int:
    """A draft that alone names the topic."""
    return file(newsroom, filing("Ahead", topics=(WIND,)))


@pytest.fixture
def wind(newsroom: Newsroom, tmp_path: Path) -> Newsroom:
    """A newsroom with a public topic that has a picture."""
    newsroom.topics.declare(Topic(WIND, {"en": "Wind"}), "me", NOON)
    give(newsroom, picture(tmp_path))
    return newsroom


@pytest.mark.promise(160, 161)
def test_a_picture_of_a_topic_gets_its_sizes_once(wind: Newsroom) -> None:
    assert wind.work.is_rendering_due(NOON)
    assert (rendered(wind), rendered(wind)) == (1, 0)
    one = shown(wind)
    assert [size.name for size in one.renditions] == [
        *("quay-320.webp", "quay-640.webp", "quay-700.webp", "quay-700.jpg")
    ]
    assert kept(wind) == {one.token, *(size.token for size in one.renditions)}
    for name in kept(wind):
        content = (wind.attachments.folder / name).read_bytes()
        assert not [secret for secret in SECRETS if secret in content]
    for size in one.renditions:
        found, path = wind.front.file(size.token, size.name, NOON)
        assert (found.media_type, found.size) == (size.media_type, path.stat().st_size)
        with pytest.raises(NotPublic):
            wind.front.file(size.token, one.name, NOON)


@pytest.mark.promise(159, 162)
def test_a_size_is_public_exactly_when_its_topic_is(newsroom: Newsroom, tmp_path: Path) -> None:
    file(newsroom, filing("Ahead", embargo=at(NOON + DAY), topics=(WIND,)))
    give(newsroom, picture(tmp_path))
    topics = newsroom.front.topics(NOON)
    rendered(newsroom)
    assert newsroom.front.topics(NOON) == topics
    assert len(shown(newsroom).renditions) == 4
    for size in shown(newsroom).renditions:
        with pytest.raises(NotPublic):
            newsroom.front.file(size.token, size.name, NOON + DAY - INSTANT)
        assert newsroom.front.file(size.token, size.name, NOON + DAY)[0].token == size.token


def test_of_the_same_picture_the_sizes_stay_and_of_another_they_go(
    wind: Newsroom, tmp_path: Path
) -> None:
    rendered(wind)
    before = shown(wind)
    give(wind, picture(tmp_path), {"fr": "Un parc éolien"})
    assert shown(wind) == before
    assert not wind.work.is_rendering_due(NOON)
    give(wind, picture(tmp_path, "other.png", written(scene(400, 300), "PNG")))
    assert kept(wind) == {shown(wind).token}
    assert rendered(wind) == 1
    assert [size.width for size in shown(wind).renditions] == [320, 400, 400]


def test_a_picture_that_is_taken_away_takes_its_sizes_along(wind: Newsroom, tmp_path: Path) -> None:
    rendered(wind)
    wind.topic_pictures.take(WIND, "me", NOON)
    assert kept(wind) == set()
    give(wind, picture(tmp_path))
    wind.topic_pictures.take(WIND, "me", NOON)  # before its sizes were made
    assert not wind.work.is_rendering_due(NOON)
    with wind.storage.read() as db:
        assert renditions.count(db) == (0, 0)


def test_a_renamed_topic_keeps_its_sizes(wind: Newsroom) -> None:
    rendered(wind)
    one = shown(wind)
    wind.topics.rename(WIND, "wind-power", "me", NOON)
    assert wind.topics.get("wind-power")[0].picture == one
    size = one.renditions[0]
    assert wind.front.file(size.token, size.name, NOON)[0].token == size.token


def test_sizes_change_the_page_and_neither_the_feed_nor_when_it_changed(wind: Newsroom) -> None:
    asked = Feed(WIND, wind.settings.site.languages.default)
    before, page = wind.front.edition(asked, NOON), wind.front.page(asked, 1, NOON)
    generation = wind.front.generation()
    rendered(wind, NOON + MINUTE)
    after = wind.front.edition(asked, NOON + MINUTE)
    assert (after.digest, after.changed) == (before.digest, before.changed)
    assert wind.front.page(asked, 1, NOON).digest != page.digest
    assert wind.front.generation() > generation


@pytest.mark.parametrize("meanwhile", ["taken away", "made by another"])
def test_what_was_made_too_late_is_thrown_away(
    wind: Newsroom, monkeypatch: pytest.MonkeyPatch, meanwhile: str
) -> None:
    token, draw = shown(wind).token, rendering.draw

    def drawn(*asked: Any) -> Any:
        sizes = draw(*asked)
        if meanwhile == "taken away":
            wind.topic_pictures.take(WIND, "me", NOON)
        else:
            with wind.storage.write() as db:
                one = Rendition("t", "quay-1.webp", "image/webp", 1, "f", 1, 1)
                renditions.add(db, 0, token, [one], NOON)
        return sizes

    made: Callable[..., Any] = drawn
    monkeypatch.setattr(rendering, "draw", made)
    rendered(wind)
    assert kept(wind) == (set() if meanwhile == "taken away" else {token})
    assert not wind.work.is_rendering_due(NOON)


@pytest.mark.promise(160)
def test_a_picture_that_cannot_be_read_is_not_shown_and_is_named(
    wind: Newsroom, tmp_path: Path
) -> None:
    rendered(wind)
    data = placed("JPEG", scene(700, 500))
    give(wind, picture(tmp_path, "half.jpg", data[: len(data) // 2]))
    assert (rendered(wind), rendered(wind, NOON + MINUTE)) == (1, 0)
    assert not shown(wind).is_shown
    with wind.storage.read() as db:
        notes = [note for (note,) in db.execute("SELECT note FROM journal WHERE verb = 'noted'")]
    (note,) = notes
    assert note.startswith(
        "topic wind: half.jpg is listed and not shown: it is broken or cut off ("
    )
    name, is_well, said = examine_pictures(wind)
    assert (name, is_well) == ("pictures", False)
    assert said.startswith("half.jpg of topic wind is listed and not shown, since it is broken")


def test_a_draft_that_is_discarded_takes_the_picture_of_a_topic_it_alone_named(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    number = secret(newsroom)
    give(newsroom, picture(tmp_path))
    rendered(newsroom)
    discard(newsroom.storage, number, "me", NOON)
    assert kept(newsroom) == set()
    with newsroom.storage.read() as db:
        assert renditions.count(db) == (0, 0)
        notes = [note for (note,) in db.execute("SELECT note FROM journal")]
    assert not [note for note in notes if WIND in note]


def test_a_picture_whose_sizes_are_due_goes_with_its_draft_too(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    number = secret(newsroom)
    give(newsroom, picture(tmp_path))
    discard(newsroom.storage, number, "me", NOON)
    assert not newsroom.work.is_rendering_due(NOON)
    assert kept(newsroom) == set()


def test_a_draft_that_is_discarded_leaves_the_picture_of_a_topic_of_others(
    wind: Newsroom,
) -> None:
    rendered(wind)
    before = shown(wind)
    discard(wind.storage, secret(wind), "me", NOON)
    assert shown(wind) == before
    assert len(kept(wind)) == 5


def test_a_copy_of_the_home_holds_the_sizes(wind: Newsroom, tmp_path: Path) -> None:
    rendered(wind)
    target = tmp_path / "copy.tar.gz"
    backup(wind.storage, wind.settings, target, NOON)
    with tarfile.open(target) as archive:
        copied = {name.removeprefix("files/") for name in archive.getnames() if "files/" in name}
    assert copied == kept(wind)
    assert len(copied) == 5
