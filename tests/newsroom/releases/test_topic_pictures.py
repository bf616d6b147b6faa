"""Pictures of topics: what officers give, what is kept and said, and what goes away."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.releases.topic_pictures import Pictured
from newsroom.upkeep.backup import backup
from newsroom.upkeep.restoring import restore
from newsroom.wiring import Newsroom, open_newsroom
from press.errors import AttachmentRefused, NotPublic, Refusal
from press.public.edition import Feed
from press.public.site import Site
from press.topic import Topic
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing
from tests.press.releases.test_dimensions import png

WIND, ALT = "wind", {"en": "A wind farm"}


@pytest.fixture
def wind(newsroom: Newsroom) -> Newsroom:
    """A newsroom with a topic that was filed with a credit."""
    newsroom.topics.declare(Topic(WIND, {"en": "Wind"}, credit="© Filed"), "me", NOON)
    return newsroom


def written(folder: Path, width: int = 900, name: str = "wind.png") -> Path:
    path = folder / name
    path.write_bytes(png(width, 300))
    return path


def give(
    newsroom: Newsroom, path: Path, alts: dict[str, str] | None = None, credit: str | None = None
) -> Pictured:
    said = ALT if alts is None else alts
    return newsroom.topic_pictures.give(WIND, path, said, credit, "me", NOON)


def kept(newsroom: Newsroom) -> set[str]:
    folder = newsroom.topic_pictures.folder
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def public(newsroom: Newsroom, topic: Topic) -> bytes:
    assert topic.picture
    return newsroom.front.file(topic.picture.token, topic.picture.name, NOON)[1].read_bytes()


def journal(newsroom: Newsroom) -> list[str]:
    with newsroom.storage.read() as db:
        return [verb for (verb,) in db.execute("SELECT verb FROM journal ORDER BY id")]


@pytest.mark.promise(159)
def test_the_credit_that_a_topic_was_filed_with_is_that_of_its_first_picture(
    wind: Newsroom, tmp_path: Path
) -> None:
    first = give(wind, written(tmp_path))
    assert (first.is_new, first.topic.credit, first.topic.alts) == (True, "© Filed", ALT)
    assert first.topic.picture
    assert (first.topic.picture.width, first.topic.picture.height) == (900, 300)
    assert public(wind, first.topic) == png(900, 300)
    second = give(wind, written(tmp_path, 600), {"fr": "Un parc éolien"})
    assert (second.is_new, second.topic.credit) == (True, "")
    assert second.topic.alts == {"fr": "Un parc éolien"}
    assert second.topic.picture
    assert kept(wind) == {second.topic.picture.token}
    with pytest.raises(NotPublic):
        public(wind, first.topic)
    assert journal(wind).count("pictured topic") == 2


def test_of_the_same_picture_only_what_is_said_changes(wind: Newsroom, tmp_path: Path) -> None:
    first = give(wind, written(tmp_path))
    again = give(wind, written(tmp_path))
    assert (again.is_new, again.is_changed, again.topic) == (False, False, first.topic)
    said = give(wind, written(tmp_path, name="other.png"), {"fr": "Un parc\néolien"}, "© A. Name")
    assert (said.is_new, said.is_changed) == (False, True)
    assert said.topic.alts == {"en": "A wind farm", "fr": "Un parc éolien"}
    assert (said.topic.picture, said.topic.credit) == (first.topic.picture, "© A. Name")
    assert give(wind, written(tmp_path), {}, "").topic.credit == ""
    assert first.topic.picture
    assert kept(wind) == {first.topic.picture.token}


@pytest.mark.parametrize(
    ("name", "alts", "why"),
    [
        ("wind.png", {}, "say what wind.png shows"),
        ("wind.png", {"en": " \n"}, "say what wind.png shows"),
        ("wind.png", {"en": "x" * 1001}, "alternative text is too long"),
        ("paper.pdf", ALT, "paper.pdf is no picture"),
        ("page.svg", ALT, "page.svg cannot be attached"),
        ("missing.png", ALT, "missing.png cannot be read"),
    ],
)
def test_what_no_topic_can_show_is_refused_and_not_kept(
    wind: Newsroom, tmp_path: Path, name: str, alts: dict[str, str], why: str
) -> None:
    written(tmp_path)
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "page.svg").write_bytes(b"<svg/>")
    with pytest.raises((Refusal, AttachmentRefused), match=why):
        give(wind, tmp_path / name, alts)
    assert kept(wind) == set()
    assert wind.topics.get(WIND)[0].picture is None


def test_no_topic_is_made_by_giving_it_a_picture(newsroom: Newsroom, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="there is no topic wind"):
        give(newsroom, written(tmp_path))
    assert kept(newsroom) == set()


@pytest.mark.promise(159)
def test_a_picture_that_is_taken_away_is_erased_with_whom_it_was_owed_to(
    wind: Newsroom, tmp_path: Path
) -> None:
    topic = give(wind, written(tmp_path), credit="© A. Name").topic
    wind.topic_pictures.take(WIND, "me", NOON)
    left = wind.topics.get(WIND)[0]
    assert (left.picture, left.alts, left.credit) == (None, {}, "")
    assert kept(wind) == set()
    with pytest.raises(NotPublic):
        public(wind, topic)
    with pytest.raises(Refusal, match="topic wind has no picture"):
        wind.topic_pictures.take(WIND, "me", NOON)


def test_filing_a_credit_again_says_nothing_of_another_picture(
    wind: Newsroom, tmp_path: Path
) -> None:
    give(wind, written(tmp_path), credit="© A. Name")
    wind.topics.declare(Topic(WIND, {"fr": "Vent"}, credit="© Filed"), "me", NOON + MINUTE)
    assert wind.topics.get(WIND)[0].credit == "© A. Name"


@pytest.mark.promise(159)
def test_the_picture_of_a_secret_topic_is_as_secret_as_the_topic(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    file(newsroom, filing("out", embargo=at(NOON), topics=("peace",)))
    generation, topics = newsroom.front.generation(), newsroom.front.topics(NOON)
    file(newsroom, filing("ahead", embargo=at(NOON + DAY), topics=(WIND,)))
    topic = give(newsroom, written(tmp_path)).topic
    with pytest.raises(NotPublic):
        public(newsroom, topic)
    assert newsroom.front.topics(NOON) == topics
    assert newsroom.front.generation() > generation  # kept answers are made anew
    assert topic.picture
    found, path = newsroom.front.file(topic.picture.token, "wind.png", NOON + DAY)
    assert (found, path.read_bytes()) == (topic.picture, png(900, 300))


def test_a_picture_changes_neither_the_feed_nor_when_it_changed(
    wind: Newsroom, tmp_path: Path, site: Site
) -> None:
    asked = Feed(WIND, site.languages.default)
    before = wind.front.edition(asked, NOON)
    wind.topic_pictures.give(WIND, written(tmp_path), ALT, None, "me", NOON + MINUTE)
    after = wind.front.edition(asked, NOON + MINUTE)
    assert (after.digest, after.changed) == (before.digest, before.changed)


def test_a_copy_of_the_home_carries_the_picture(wind: Newsroom, tmp_path: Path) -> None:
    topic = give(wind, written(tmp_path)).topic
    backup(wind.storage, wind.settings, tmp_path / "copy.tar.gz", NOON)
    wind.topic_pictures.take(WIND, "me", NOON)
    there = wind.settings.home.with_name("restored")
    settings = replace(wind.settings, home=there)
    restore(tmp_path / "copy.tar.gz", settings, "me", NOON)
    restored = open_newsroom(settings, NOON)
    assert restored.topics.get(WIND)[0] == topic
    assert public(restored, topic) == png(900, 300)
    restored.storage.close()
