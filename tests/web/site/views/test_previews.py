"""Previews on the web: marked, uncached, unindexed, and otherwise not there."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from newsroom.public.front import Front
from newsroom.releases.previews import Previews
from press.public.site import Site
from press.text import Block, Kind, Text
from press.words import WORDS
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.web.reading import Html
from tests.web.site.test_secrecy import answer_to
from web.site.application import create_app


@pytest.fixture
def previews(storage: Storage, site: Site) -> Previews:
    return Previews(storage, site)


@pytest.fixture
def client(front: Front, previews: Previews, clock: Any) -> Iterator[FlaskClient]:
    app = create_app(front, clock, previews=previews)
    app.testing = True
    with app.test_client() as client:
        yield client


@pytest.fixture
def number(storage: Storage) -> int:
    """Of the release that is out in a minute."""
    with storage.read() as db:
        return next(r.id for r in releases.every(db) if r.slug == "not-yet")


@pytest.fixture
def link(previews: Previews, number: int) -> str:
    return f"/preview/{previews.make(number, 'me', NOON)}"


def test_a_preview_is_marked_and_says_from_when(client: FlaskClient, link: str) -> None:
    page = client.get(link).text
    Html(page)
    assert "PREVIEW" in page
    assert "The talks begin" in page
    line = "May be published from and including 25 August 2026, 14:01 Europe/Brussels"
    assert f"{line} (25 August 2026, 12:01 UTC)" in page
    assert "This link shows it until 26 August 2026, 14:00" in page
    assert ">25 August 2026, 14:01</time>" in page


@pytest.mark.parametrize("code", ["fr", "nl", "de"])
def test_it_is_shown_in_every_language(client: FlaskClient, link: str, code: str) -> None:
    answer = client.get(f"{link}/{code}")
    assert answer.status_code == 200
    assert answer.headers["Content-Language"].startswith(code)
    assert f"{link}/{code}" in client.get(link).text


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "gzip"}, {"If-None-Match": "*"}])
def test_it_is_never_cached_indexed_or_named_to_others(
    client: FlaskClient, link: str, headers: dict[str, str]
) -> None:
    answer = client.get(link, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert answer.headers.getlist("Referrer-Policy") == ["no-referrer"]
    assert not set(answer.headers.keys()) & {"ETag", "Last-Modified", "Content-Encoding"}


def test_it_leads_to_no_address_that_would_give_the_release_away(
    client: FlaskClient, link: str
) -> None:
    page = client.get(link).text
    assert "not-yet" not in page
    assert "canonical" not in page


def test_nor_do_its_headings_which_links_within_it_reach_all_the_same(
    client: FlaskClient, storage: Storage, link: str, number: int
) -> None:
    blocks = ("Talks", "See [what](#what-is-said).", "## What is said", "> “Words that are said.”")
    kinds = Kind.HEADLINE, Kind.PARAGRAPH, Kind.HEADING, Kind.QUOTE
    said = tuple(Block(kind, words) for kind, words in zip(kinds, blocks, strict=True))
    with storage.write() as db:
        releases.save_text(db, number, Text("en", said), NOON, ready=True)
    page = client.get(link).text
    assert '<h2 id="en_what-is-said">' in page
    assert '<a href="#en_what-is-said">what</a>' in page
    assert "not-yet" not in page
    assert "data-copy" not in page  # nothing of it is for publication


def test_who_holds_a_link_that_names_no_language_is_told_in_their_own(
    client: FlaskClient, ended: Callable[[str], str]
) -> None:
    link = ended("expired")
    answer = client.get(link, headers={"Accept-Language": "nl-BE, en;q=0.5"})
    assert answer.headers["Content-Language"] == "nl-BE"
    assert WORDS["nl"]["preview_expired"] in unescape(answer.text)


@pytest.fixture
def ended(previews: Previews, storage: Storage, clock: Any, number: int) -> Callable[[str], str]:
    """Makes a link that has ended in some way."""

    def end(way: str) -> str:
        lasts = timedelta(seconds=1) if way == "expired" else timedelta(days=2)
        link = f"/preview/{previews.make(number, 'me', NOON, lasts)}"
        if way == "revoked":
            previews.revoke(number, "me", NOON)
        if way == "withdrawn":
            with storage.write() as db:
                releases.withdraw(db, number, "Never mind.", NOON)
        clock.now += timedelta(minutes=1 if way == "out" else 0, seconds=2)
        return link

    return end


@pytest.mark.promise(130)
@pytest.mark.parametrize(
    ("way", "code", "words"),
    [
        ("expired", "en", "This preview link has expired"),
        ("expired", "fr", "Ce lien d’aperçu a expiré"),
        ("revoked", "nl", "Deze voorbeeldlink is ingetrokken"),
        ("withdrawn", "de", "Dieser Vorschau-Link wurde zurückgezogen"),
    ],
)
def test_who_holds_a_link_that_has_ended_is_told_so_and_nothing_of_the_release(
    client: FlaskClient, ended: Callable[[str], str], way: str, code: str, words: str
) -> None:
    link = ended(way)
    answer = client.get(f"{link}/{code}")
    page = answer.get_data(as_text=True)
    Html(page)
    assert answer.status_code == 410
    assert answer.headers["Content-Language"].startswith(code)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert words in unescape(page)
    # Whom to ask for another, and what there is to read until then.
    for said in ("preview_ended_more", "preview_ended_out", "all"):
        assert WORDS[code][said] in unescape(page)
    assert f'href="/{code}/"' in page
    assert f"{link}/{'fr' if code == 'en' else 'en'}" in page
    for trace in ("The talks begin", "not-yet", "secret-talks", "Never mind"):
        assert trace not in page
    assert client.get(link).headers["Content-Language"] == "en"


@pytest.mark.parametrize("lasts", [timedelta(days=2), timedelta(seconds=1)])
def test_a_link_to_what_is_out_leads_to_the_page_that_everybody_reads(
    client: FlaskClient, previews: Previews, number: int, clock: Any, lasts: timedelta
) -> None:
    link = f"/preview/{previews.make(number, 'me', NOON, lasts)}"
    clock.now += timedelta(minutes=1)
    for ending, page in (("", "/en/releases/not-yet"), ("/fr", "/fr/releases/not-yet")):
        answer = client.get(link + ending)
        assert (answer.status_code, answer.headers["Location"]) == (303, page)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert client.get(page).status_code == 200


@pytest.mark.parametrize("way", ["revoked", "expired", "out", "withdrawn"])
@pytest.mark.parametrize("ending", ["", "/fr", "/xx", "/", "?x=1"])
def test_a_link_that_never_was_is_any_unknown_address_and_so_is_a_language_that_is_none(
    client: FlaskClient, ended: Callable[[str], str], way: str, ending: str
) -> None:
    link = ended(way)
    expected = answer_to(client, "/preview/nowhere/at/all")
    assert expected[0] == 404
    assert answer_to(client, "/preview/unknown" + ending) == expected
    if ending in ("/xx", "/"):
        assert answer_to(client, link + ending) == expected


def test_where_there_are_no_previews_there_is_no_such_page(front: Front, clock: Any) -> None:
    client = create_app(front, clock).test_client()
    assert answer_to(client, "/preview/x") == answer_to(client, "/preview/y")
