"""What stands in a frame on another site."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import Client

from press.embargo import embargo_from
from press.topic import Topic
from press.words import say
from storage import Storage, topics
from storage.filed import releases
from tests.conftest import NOON
from tests.web.reading import Html
from tests.web.samples import PEACE, ZONE, file, release, text
from web.cache.response_cache import ResponseCache

Read = Callable[[str], Html]
BASE = "https://press.example.org"
LISTS = ["/en/all/embed", "/fr/peace-and-security/embed", "/de/humanitarian-aid/embed?n=20"]
CARDS = ["/en/releases/demining/embed", "/fr/releases/demining/embed", "/de/releases/compass/embed"]
HIDDEN = ["/en/secret-talks/embed", "/en/releases/not-yet/embed", "/en/secret-talks/embed?n=3"]
UNKNOWN = ["/en/nothing/embed", "/xx/all/embed", "/en/releases/nothing/embed", "/en/embed"]
UNKNOWN += [f"/en/all/embed?n={n}" for n in ("0", "21", "-1", "x", "", "05", "5.0", "٣", "5%0A")]


def headlines(html: Html) -> list[str]:
    """Of releases, whatever the level of their headings: what stands above them is no link."""
    return [w for path, w in html.words if path[-1] == "a" and {"h2", "h3"} & set(path)]


@pytest.mark.promise(172)
@pytest.mark.parametrize("address", LISTS + CARDS)
def test_others_may_frame_it_and_nothing_in_it_runs(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert "frame-ancestors *" in policy
    assert {"default-src 'none'", "form-action 'self'", "base-uri 'none'"} < set(policy)
    assert not [part for part in policy if part.startswith("script-src")]
    assert "X-Frame-Options" not in answer.headers
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["X-Robots-Tag"] == "noindex"
    html = Html(answer.text)
    assert not [tag for tag, _ in html.elements if tag in ("script", "style", "form", "iframe")]
    assert not [name for _, a in html.elements for name in a if name.startswith(("on", "style"))]


@pytest.mark.promise(172)
@pytest.mark.parametrize("address", [*LISTS, *CARDS])
def test_its_policy_is_kept_with_it(app: Flask, clock: Any, address: str) -> None:
    cache = ResponseCache(app.wsgi_app, lambda: 1, clock)
    client = Client(cache)
    first = client.get(address)
    again = client.get(address)
    held = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert cache.store.size > 0 or "?" in address
    assert sorted(again.headers) == sorted(first.headers)
    assert held.status_code == 304
    assert "frame-ancestors *" in held.headers["Content-Security-Policy"]


@pytest.mark.promise(172)
@pytest.mark.parametrize("address", LISTS + CARDS)
def test_every_link_leads_out_of_the_frame_to_a_page_of_ours(
    client: FlaskClient, page: Read, address: str
) -> None:
    links = page(address).all("a")
    assert links
    for link in links:
        assert (link["target"], link["rel"]) == ("_top", "noopener")
        assert client.get(link["href"]).status_code == 200
    (canonical,) = page(address).all("link", rel="canonical")
    assert (
        client.get(canonical["href"].removeprefix("https://press.example.org")).status_code == 200
    )


@pytest.mark.promise(172)
@pytest.mark.parametrize(("query", "number"), [("", 5), ("?n=1", 1), ("?n=12", 12), ("?n=20", 20)])
def test_it_shows_as_many_of_the_newest_as_are_asked_for(
    page: Read, query: str, number: int
) -> None:
    shown = headlines(page(f"/en/humanitarian-aid/embed{query}"))
    every = headlines(page("/en/humanitarian-aid/"))
    ours = [words for words in every if words.startswith(("Velmora", "Update"))]
    assert shown == ours[:number]
    assert len(shown) == number


def test_a_list_of_nothing_says_so(page: Read, storage: Storage) -> None:
    with storage.write() as db:
        topics.mention(db, ["harbours"], NOON)
        topics.declare(db, Topic("harbours", {"en": "Harbours"}), NOON)
    html = page("/fr/harbours/embed")
    assert headlines(html) == []
    assert say("fr", "empty") in html.text("main")


@pytest.mark.promise(78, 172)
def test_what_a_machine_wrote_says_so(page: Read) -> None:
    for address in ("/fr/peace-and-security/embed", "/fr/releases/demining/embed"):
        assert "Traduction automatique" in page(address).text("span")


def test_a_card_says_what_its_release_says_in_few_words(page: Read) -> None:
    html = page("/nl/releases/demining/embed")
    assert html.all("html", lang="nl-BE")
    assert html.text("h1") == "Velmora ruimt de laatste mijnenvelden van de Sarrelvallei"
    assert html.all("time", datetime="2026-03-05T10:32:00+01:00")
    assert "Zes extra ploegen" in html.text("p")


@pytest.mark.promise(76, 172)
def test_the_card_of_a_release_taken_back_says_only_that(
    client: FlaskClient, storage: Storage
) -> None:
    with storage.write() as db:
        number = next(one.id for one in releases.every(db) if one.slug == "compass")
        releases.withdraw(db, number, "In error.", NOON - timedelta(minutes=1))
    answer = client.get("/fr/releases/compass/embed")
    assert answer.status_code == 410
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert say("fr", "withdrawn") in answer.text
    assert "fishing" not in answer.text


@pytest.mark.promise(75, 172)
@pytest.mark.parametrize("headers", [{}, {"If-None-Match": "*"}, {"Accept-Encoding": "gzip"}])
@pytest.mark.parametrize("address", HIDDEN + UNKNOWN)
def test_what_is_not_out_is_what_does_not_exist(
    client: FlaskClient, address: str, headers: dict[str, str]
) -> None:
    expected = client.get("/en/releases/never-existed", headers=headers)
    answer = client.get(address, headers=headers)
    assert answer.status_code == expected.status_code == 404
    assert sorted(answer.headers) == sorted(expected.headers)
    assert answer.data == expected.data


@pytest.mark.promise(75, 172)
def test_a_pending_release_changes_no_byte_and_is_there_at_its_minute(
    client: FlaskClient, storage: Storage, clock: Any
) -> None:
    address = "/en/peace-and-security/embed"
    before = client.get(address)
    due = embargo_from(NOON + timedelta(minutes=1), ZONE)
    file(storage, release("visit", due, text("en", "A visit", "It begins."), about=(PEACE,)))
    after = client.get(address)
    assert (after.data, sorted(after.headers)) == (before.data, sorted(before.headers))
    clock.now += timedelta(minutes=1)
    assert "A visit" in client.get(address).text


@pytest.mark.promise(110, 172)
def test_the_list_of_a_renamed_topic_is_at_its_new_name(
    client: FlaskClient, storage: Storage
) -> None:
    with storage.write() as db:
        topics.rename(db, PEACE, "peace", NOON)
    answer = client.get(f"/fr/{PEACE}/embed")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/fr/peace/embed")
    assert client.get("/fr/peace/embed").status_code == 200
    # A frame on another site shows as many as it was told to.
    assert client.get(f"/fr/{PEACE}/embed?n=9").headers["Location"] == "/fr/peace/embed?n=9"


@pytest.mark.parametrize("address", ["/en/all/embed", "/en/releases/demining/embed"])
def test_a_slash_too_many_leads_to_the_right_spelling(client: FlaskClient, address: str) -> None:
    answer = client.get(f"{address}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, address)


def test_a_release_may_be_called_like_the_address(page: Read, storage: Storage) -> None:
    due = embargo_from(NOON - timedelta(days=1), ZONE)
    file(storage, release("embed", due, text("en", "How to embed", "So.")))
    assert page("/en/releases/embed").text("h1") == "How to embed"
    assert page("/en/releases/embed/embed").all("body", **{"class": "embed"})
