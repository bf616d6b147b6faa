"""Sizes of pictures: made once, whatever happens meanwhile, and public when their release is."""

import tarfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsroom.releases.discarding import discard
from newsroom.running.background import render_due
from newsroom.tasks import rendering
from newsroom.tasks.rendering import Rendering
from newsroom.tasks.work import BACK_OFF
from newsroom.upkeep.backup import backup
from newsroom.wiring import Newsroom
from press.errors import NotPublic
from press.releases.attachment import Attachment, Words
from press.releases.rendition import Rendition
from storage import files, tasks
from storage.filed import renditions, versions
from tests.conftest import NOON
from tests.intake.pictures.places import SECRETS, placed, scene, written
from tests.newsroom.filing.test_filing import at, file, filing

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def picture(folder: Path, name: str = "quay.jpg", data: bytes = b"") -> Path:
    path = folder / name
    path.write_bytes(data or placed("JPEG", scene(700, 500)))
    return path


def rendered(newsroom: Newsroom, now: Any = NOON) -> int:
    return Rendering(newsroom.storage, lambda: now).run()


def the_file(newsroom: Newsroom, number: int) -> Attachment:
    (one,) = newsroom.attachments.of_release(number)
    return one


def kept(newsroom: Newsroom) -> set[str]:
    return {path.name for path in newsroom.attachments.folder.iterdir()}


@pytest.fixture
def number(newsroom: Newsroom) -> int:
    """A release that is out at noon."""
    return file(newsroom, filing(embargo=at(NOON)))


def attach(newsroom: Newsroom, number: int, path: Path, now: Any = NOON) -> Attachment:
    return newsroom.attachments.attach(number, path, "an officer", now, Words("The quay")).file


@pytest.mark.promise(160)
def test_a_picture_that_is_attached_gets_its_sizes_once(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    one = attach(newsroom, number, picture(tmp_path))
    assert newsroom.work.is_rendering_due(NOON)
    assert not newsroom.work.is_translation_due(NOON - 9 * MINUTE)
    assert rendered(newsroom) == 1
    assert rendered(newsroom) == 0
    assert not newsroom.work.is_rendering_due(NOON + MINUTE)
    sizes = the_file(newsroom, number).renditions
    assert [(size.name, size.width, size.height) for size in sizes] == [
        ("quay-320.webp", 320, 229),
        ("quay-640.webp", 640, 457),
        ("quay-700.webp", 700, 500),
        ("quay-700.jpg", 700, 500),
    ]
    assert kept(newsroom) == {one.token, *(size.token for size in sizes)}
    for size in sizes:
        content = (newsroom.attachments.folder / size.token).read_bytes()
        assert len(content) == size.size
        assert not [secret for secret in SECRETS if secret in content]


@pytest.mark.promise(161)
def test_our_copy_of_a_picture_does_not_say_where_it_was_taken(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    path = picture(tmp_path)
    first = newsroom.attachments.attach(number, path, "me", NOON)
    assert first.was_placed
    data = (newsroom.attachments.folder / first.file.token).read_bytes()
    assert not [secret for secret in SECRETS if secret in data]
    assert b"Jo Muster" in data
    again = newsroom.attachments.attach(number, path, "me", NOON, Words("The quay"))
    assert (again.is_new, again.is_changed, again.was_placed) == (False, True, True)
    bare = written(scene(), "JPEG")
    other = newsroom.attachments.attach(number, picture(tmp_path, "b.jpg", bare), "me", NOON)
    assert not other.was_placed


@pytest.mark.promise(162)
def test_a_size_is_public_exactly_when_its_release_is(newsroom: Newsroom, tmp_path: Path) -> None:
    number = file(newsroom, filing("Later", embargo=at(NOON + MINUTE)))
    attach(newsroom, number, picture(tmp_path))
    rendered(newsroom)
    for size in the_file(newsroom, number).renditions:
        with pytest.raises(NotPublic):
            newsroom.front.file(size.token, size.name, NOON + MINUTE - SECOND / 1000)
        found, path = newsroom.front.file(size.token, size.name, NOON + MINUTE)
        assert (found.media_type, path.read_bytes()[:4]) == (
            size.media_type,
            b"RIFF" if size.name.endswith("webp") else path.read_bytes()[:4],
        )
        with pytest.raises(NotPublic):
            newsroom.front.file(size.token, "other.webp", NOON + MINUTE)
    newsroom.life.withdraw(number, "An error.", "me", NOON + 2 * MINUTE)
    for size in the_file(newsroom, number).renditions:
        with pytest.raises(NotPublic):
            newsroom.front.file(size.token, size.name, NOON + 2 * MINUTE)


@pytest.mark.promise(160)
def test_sizes_change_what_is_shown_and_are_no_news(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    attach(newsroom, number, picture(tmp_path))
    language = newsroom.settings.site.languages.default
    slug = newsroom.releases.get(number)[0].slug

    def entry() -> Any:
        return newsroom.front.entry(slug, language, NOON + MINUTE)

    before, generation = entry(), newsroom.front.generation()
    rendered(newsroom, NOON + SECOND)
    after = entry()
    assert (before.updated, before.id) == (after.updated, after.id)
    assert before.digest != after.digest
    assert before.changed < after.changed == NOON + SECOND
    assert newsroom.front.generation() > generation
    assert replace(after.files[0], renditions=()) == before.files[0]


def test_sizes_made_under_embargo_do_not_show_when(newsroom: Newsroom, tmp_path: Path) -> None:
    number = file(newsroom, filing("Later", embargo=at(NOON + MINUTE)))
    attach(newsroom, number, picture(tmp_path))
    rendered(newsroom, NOON + SECOND)
    slug = newsroom.releases.get(number)[0].slug
    language = newsroom.settings.site.languages.default
    assert newsroom.front.entry(slug, language, NOON + MINUTE).changed == NOON + MINUTE


def test_sizes_make_no_version_of_a_release(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    attach(newsroom, number, picture(tmp_path))

    def known() -> int:
        release, lines = newsroom.releases.get(number)
        with newsroom.storage.write() as db:
            return versions.record(db, release, release.source, lines[-1])

    before = known()
    rendered(newsroom)
    assert known() == before


def test_a_picture_that_is_detached_takes_its_sizes_along(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    attach(newsroom, number, picture(tmp_path))
    rendered(newsroom)
    newsroom.attachments.detach(number, "quay.jpg", "me", NOON)
    assert kept(newsroom) == set()
    attach(newsroom, number, picture(tmp_path, "other.png", written(scene(), "PNG")))
    newsroom.attachments.detach(number, "other.png", "me", NOON)
    assert not newsroom.work.is_rendering_due(NOON)
    assert kept(newsroom) == set()


def test_a_draft_that_is_discarded_leaves_no_size(newsroom: Newsroom, tmp_path: Path) -> None:
    number = file(newsroom, filing("A draft"))
    attach(newsroom, number, picture(tmp_path))
    rendered(newsroom)
    discard(newsroom.storage, number, "me", NOON)
    assert kept(newsroom) == set()
    with newsroom.storage.read() as db:
        assert renditions.count(db) == (0, 0)


@pytest.mark.promise(160)
def test_a_picture_that_cannot_be_read_is_not_shown_and_is_named_once(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    data = placed("JPEG", scene(700, 500))
    one = attach(newsroom, number, picture(tmp_path, data=data[: len(data) // 2]))
    assert rendered(newsroom) == 1
    assert rendered(newsroom, NOON + MINUTE) == 0
    found = the_file(newsroom, number)
    assert found == replace(one, fault=found.fault)
    assert found.fault.startswith("it is broken")
    assert not found.is_shown
    (line,) = [line for line in newsroom.releases.get(number)[1] if line.verb == "noted"]
    assert line.note.startswith("quay.jpg is listed and not shown: it is broken or cut off (")
    with newsroom.storage.read() as db:
        (faulty,) = renditions.faulty(db, 9)
    assert (faulty.name, faulty.placed, faulty.fault[:12]) == ("quay.jpg", False, "it is broken")


def test_a_kill_between_content_and_row_is_made_good(
    newsroom: Newsroom, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(newsroom, number, picture(tmp_path))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("storage.filed.renditions.add", killed)
        with pytest.raises(KeyboardInterrupt):
            rendered(newsroom)
    assert the_file(newsroom, number).renditions == ()
    assert len(kept(newsroom)) == 1
    later = NOON + rendering.LEASE + SECOND
    assert rendered(newsroom, later) == 1
    assert len(the_file(newsroom, number).renditions) == 4


def test_content_that_cannot_be_had_now_is_asked_for_again(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    one = attach(newsroom, number, picture(tmp_path))
    content = newsroom.attachments.folder / one.token
    content.rename(tmp_path / "away")
    rendered(newsroom)
    assert the_file(newsroom, number).renditions == ()
    (tmp_path / "away").rename(content)
    assert rendered(newsroom, NOON + SECOND) == 0
    assert rendered(newsroom, NOON + BACK_OFF[0]) == 1
    assert the_file(newsroom, number).renditions


@pytest.mark.parametrize("meanwhile", ["detached", "made by another"])
def test_what_was_made_too_late_is_thrown_away(
    newsroom: Newsroom,
    number: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    meanwhile: str,
) -> None:
    attach(newsroom, number, picture(tmp_path))
    draw: Callable[..., Any] = rendering.draw

    def drawn(*asked: Any) -> Any:
        sizes = draw(*asked)
        monkeypatch.setattr(rendering, "draw", draw)
        if meanwhile == "detached":
            newsroom.attachments.detach(number, "quay.jpg", "me", NOON)
        else:
            with newsroom.storage.write() as db:
                token = files.of_release(db, number)[0].token
                one = Rendition("t", "quay-1.webp", "image/webp", 1, "f", 1, 1)
                renditions.add(db, number, token, [one], NOON)
        return sizes

    monkeypatch.setattr(rendering, "draw", drawn)
    rendered(newsroom)
    there = newsroom.attachments.of_release(number)
    assert [len(one.renditions) for one in there] == ([] if meanwhile == "detached" else [1])
    assert kept(newsroom) == {one.token for one in there}
    with newsroom.storage.read() as db:
        assert tasks.failed(db) == []


def test_documents_and_films_have_no_sizes(newsroom: Newsroom, number: int, tmp_path: Path) -> None:
    frames = [scene(400, 300), scene(400, 300).rotate(180)]
    film = written(frames[0], "GIF", save_all=True, append_images=frames[1:])
    attach(newsroom, number, picture(tmp_path, "film.gif", film))
    attach(newsroom, number, picture(tmp_path, "statement.pdf", b"%PDF-1.7 pdf"))
    assert rendered(newsroom) == 1
    assert [one.renditions for one in newsroom.attachments.of_release(number)] == [(), ()]
    with newsroom.storage.read() as db:
        assert renditions.faulty(db, 9) == []


def test_a_process_for_it_does_all_that_is_due(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    attach(newsroom, number, picture(tmp_path))
    assert render_due(newsroom.settings) == 1
    assert the_file(newsroom, number).renditions


def test_a_copy_of_the_home_holds_sizes_with_their_pictures(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    attach(newsroom, number, picture(tmp_path))
    rendered(newsroom)
    target = tmp_path / "copy.tar.gz"
    backup(newsroom.storage, newsroom.settings, target, NOON)
    with tarfile.open(target) as archive:
        copied = {name.removeprefix("files/") for name in archive.getnames() if "files/" in name}
    assert copied == kept(newsroom)
    assert len(copied) == 5
