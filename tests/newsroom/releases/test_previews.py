"""Previews: for those with a link, until the release is out."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.commands import Door
from newsroom.commands.releases.previews import duration, preview
from newsroom.releases.previews import LinkEnded, Previews, WhyEnded
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, NotPublic, Refusal, UnknownRelease
from press.public.site import Fallback
from press.topic import Topic
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing
from tests.newsroom.translation.test_translating import Echo, translating
from tests.press.releases.test_dimensions import png

WEEK = timedelta(days=7)


def test_a_link_shows_a_scheduled_release_until_its_minute(newsroom: Newsroom) -> None:
    number = file(newsroom, filing("The talks begin", embargo=at(NOON + DAY)))
    token = newsroom.previews.make(number, "me", NOON, WEEK)
    almost = NOON + DAY - timedelta(milliseconds=1)
    sight = newsroom.previews.sight(token, None, almost)
    assert sight.entry.text.headline == "The talks begin"
    assert sight.embargo == at(NOON + DAY)
    with pytest.raises(NotPublic):
        newsroom.previews.sight(token, None, NOON + DAY)


@pytest.mark.parametrize("code", ["en", "fr", "nl", "de"])
def test_a_link_shows_exactly_what_the_public_will_get_files_and_all(
    newsroom: Newsroom, tmp_path: Path, code: str
) -> None:
    newsroom.topics.declare(Topic("aid", {"en": "Aid", "fr": "Aide"}), "me", NOON)
    number = file(newsroom, filing(embargo=at(NOON + DAY), topics=("aid",)))
    (tmp_path / "map.png").write_bytes(png(16, 9))
    newsroom.attachments.attach(number, tmp_path / "map.png", "me", NOON)
    translating(newsroom, Echo()).run(only=[("fr", number), ("nl", number)])
    language = newsroom.settings.site.languages.named(code)
    token = newsroom.previews.make(number, "me", NOON, WEEK)
    sight = newsroom.previews.sight(token, language, NOON)
    slug = newsroom.releases.get(number)[0].slug
    assert sight.entry == newsroom.front.entry(slug, language, NOON + DAY)
    assert [attached.name for attached in sight.entry.files] == ["map.png"]


def test_a_file_is_shown_by_its_link_as_long_as_that_is_good(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    one, other = (file(newsroom, filing(name, embargo=at(NOON + DAY))) for name in ("One", "Two"))
    (tmp_path / "map.png").write_bytes(png(16, 9))
    newsroom.attachments.attach(one, tmp_path / "map.png", "me", NOON)
    token, of_other = (newsroom.previews.make(number, "me", NOON, WEEK) for number in (one, other))
    attached, path = newsroom.previews.file(token, "map.png", NOON)
    assert (attached.width, path.read_bytes()) == (16, png(16, 9))
    for wrong in ((of_other, "map.png"), (token, "other.png"), ("unknown", "map.png")):
        with pytest.raises(NotPublic):
            newsroom.previews.file(*wrong, NOON)
    newsroom.previews.revoke(one, "me", NOON)
    with pytest.raises(LinkEnded):
        newsroom.previews.file(token, "map.png", NOON)


def test_a_link_follows_an_embargo_that_moves(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    token = newsroom.previews.make(number, "me", NOON, WEEK)
    newsroom.life.schedule(number, at(NOON + 2 * DAY), "me", NOON)
    assert newsroom.previews.sight(token, None, NOON + DAY).embargo == at(NOON + 2 * DAY)


def test_a_draft_and_a_held_release_can_be_seen_too(newsroom: Newsroom) -> None:
    draft = file(newsroom, filing("One"))
    held = file(newsroom, filing("Two", embargo=at(NOON + DAY)))
    newsroom.life.hold(held, "me", NOON)
    tokens = [newsroom.previews.make(number, "me", NOON) for number in (draft, held)]
    sights = [newsroom.previews.sight(token, None, NOON) for token in tokens]
    assert [(sight.embargo is None, sight.held) for sight in sights] == [
        (True, False),
        (False, True),
    ]


def publish(newsroom: Newsroom, number: int) -> None:
    newsroom.life.publish(number, "me", NOON)


def withdraw(newsroom: Newsroom, number: int) -> None:
    newsroom.life.withdraw(number, "Never mind.", "me", NOON)


def revoke(newsroom: Newsroom, number: int) -> None:
    assert newsroom.previews.revoke(number, "me", NOON) == 1


@pytest.mark.parametrize(
    ("end", "ending"),
    [(publish, WhyEnded.OUT), (withdraw, WhyEnded.REVOKED), (revoke, WhyEnded.REVOKED)],
)
def test_a_link_ends_with_what_ends_it_and_says_so(
    newsroom: Newsroom, end: Callable[[Newsroom, int], None], ending: WhyEnded
) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    token = newsroom.previews.make(number, "me", NOON)
    end(newsroom, number)
    with pytest.raises(LinkEnded) as caught:
        newsroom.previews.sight(token, None, NOON)
    assert caught.value.ending is ending
    slug = newsroom.releases.get(number)[0].slug
    assert caught.value.address == (
        f"https://press.example.org/en/releases/{slug}" if ending is WhyEnded.OUT else ""
    )


def test_a_link_expires_to_the_millisecond(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    token = newsroom.previews.make(number, "me", NOON, MINUTE)
    newsroom.previews.sight(token, None, NOON + MINUTE - timedelta(milliseconds=1))
    with pytest.raises(LinkEnded) as caught:
        newsroom.previews.sight(token, None, NOON + MINUTE)
    assert caught.value.ending is WhyEnded.EXPIRED


def test_where_nothing_stands_in_a_link_leads_to_a_page_that_is_there(newsroom: Newsroom) -> None:
    site = replace(newsroom.settings.site, fallback=Fallback.NONE)
    previews = Previews(newsroom.storage, site)
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    token = previews.make(number, "me", NOON, WEEK)
    translating(newsroom, Echo()).run(only=[("fr", number)])
    for language in site.languages:
        with pytest.raises(LinkEnded) as caught:
            previews.sight(token, language, NOON + DAY)
        code = "fr" if language.code == "fr" else "en"
        assert f"/{code}/releases/" in caught.value.address


def test_revoking_ends_all_links_of_one_release_and_no_other(newsroom: Newsroom) -> None:
    one, other = (file(newsroom, filing(name, embargo=at(NOON + DAY))) for name in ("One", "Two"))
    tokens = [newsroom.previews.make(number, "me", NOON) for number in (one, one, other)]
    assert newsroom.previews.revoke(one, "me", NOON) == 2
    newsroom.previews.sight(tokens[2], None, NOON)
    for token in tokens[:2]:
        with pytest.raises(NotPublic):
            newsroom.previews.sight(token, None, NOON)


@pytest.mark.parametrize("token", ["", "x", "é", "\udcff", "a" * 100_000])
def test_an_unknown_link_shows_nothing(newsroom: Newsroom, token: str) -> None:
    with pytest.raises(NotPublic):
        newsroom.previews.sight(token, None, NOON)


def test_a_link_is_kept_nowhere(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    token = newsroom.previews.make(number, "me", NOON)
    with sqlite3.connect(newsroom.settings.database) as db:
        assert len(token) >= 43
        assert token not in "".join(db.iterdump())
    db.close()


def test_what_is_out_has_no_preview(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON - DAY)))
    with pytest.raises(NotAllowedNow):
        newsroom.previews.make(number, "me", NOON)
    with pytest.raises(UnknownRelease):
        newsroom.previews.make(99, "me", NOON)


@pytest.mark.parametrize("lasts", [timedelta(), timedelta(days=31)])
def test_no_link_lasts_for_ever(newsroom: Newsroom, lasts: timedelta) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    with pytest.raises(NotAllowedNow):
        newsroom.previews.make(number, "me", NOON, lasts)


def test_making_and_revoking_are_in_the_journal(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    newsroom.previews.make(number, "me", NOON)
    newsroom.previews.revoke(number, "you", NOON)
    _, lines = newsroom.releases.get(number)
    assert [(line.who, line.verb) for line in lines[1:]] == [
        ("me", "made a preview"),
        ("you", "revoked previews"),
    ]


def test_a_duration_is_read_as_it_is_typed() -> None:
    read = [duration(text) for text in ("90m", "24h", "7d")]
    assert read == [timedelta(minutes=90), DAY, WEEK]
    for text in ("", "0h", "-1h", "24", "1w", "1.5h", "٣h"):
        with pytest.raises(Refusal):
            duration(text)


def test_an_officer_makes_lists_and_revokes_links(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    door = Door({"NEWSROOM_MODELS": ""})
    home = ["--home", str(newsroom.settings.home)]

    def run(*words: str) -> str:
        answer = CliRunner().invoke(preview, [*words, *home], obj=door)
        assert answer.exit_code == 0, answer.output
        return answer.output

    assert "/preview/" in run(str(number))
    link = run(str(number), "--for", "7d", "--language", "fr").strip()
    assert link.endswith("/fr")
    listed = run(str(number), "--list")
    assert listed.count("good until") == 2
    assert link.split("/")[-2] not in listed
    assert "2 previews" in run(str(number), "--revoke")
    assert run(str(number), "--list", "--json").count("revoked") == 2
    door.newsroom.storage.close()
