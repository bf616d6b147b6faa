"""Finding releases: the page, its feeds, and what it gives away."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import Client

from feeds import FORMATS
from feeds.validate import faults
from press.embargo import embargo_from
from press.public.site import Site
from press.words import say
from storage import Storage, topics
from storage.filed import releases
from storage.search import index
from tests.conftest import NOON
from tests.web.conftest import Clock
from tests.web.reading import Html
from tests.web.samples import PEACE, SECRET, ZONE, file, release, text
from web.cache.response_cache import ResponseCache

Read = Callable[[str], Html]
MINUTE = timedelta(minutes=1)
CODES = ("en", "fr", "nl", "de")


def answer_to(client: FlaskClient, address: str, **more: Any) -> tuple[int, list[Any], bytes]:
    answer = client.get(address, **more)
    return answer.status_code, sorted(answer.headers), answer.data


def slugs(page: Html) -> list[str]:
    links = [a["href"] for a in page.all("a") if "/releases/" in a["href"]]
    return [link.rpartition("/")[2] for link in links]


@pytest.mark.promise(140)
@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("/en/search?q=minefields+sarrel", "demining"),
        ("/en/search?q=MINEFIELD", "demining"),
        ("/en/search?q=Eleonore", "demining"),
        ("/en/search?q=orch", "demining"),
        ("/fr/search?q=vall%C3%A9es", "demining"),
        ("/fr/search?q=deblaie+mine", "demining"),
        ("/de/search?q=compass", "compass"),
        ("/en/search?q=fishing&topic=peace-and-security&year=2022", "compass"),
    ],
)
def test_what_is_asked_is_found(page: Read, address: str, slug: str) -> None:
    assert slugs(page(address)) == [slug]


def test_what_was_found_is_marked_in_headline_and_text(page: Read) -> None:
    found = page("/en/search?q=minefields+valley")
    assert [words for path, words in found.words if path[-1] == "mark" and "h2" in path] == [
        "minefields",
        "valley",
    ]
    assert found.text("mark").count("valley") == 2


def test_letters_that_mean_something_to_html_stay_letters(page: Read) -> None:
    found = page('/en/search?q="><script>alert(9)</script>')
    assert slugs(found) == []
    assert not found.all("script")
    assert "script alert" in page("/en/search?q=<script>alert").text("mark")
    assert found.all("input", type="search")[0]["value"] == '"><script>alert(9)</script>'


@pytest.mark.parametrize("code", CODES)
def test_nothing_found_is_said_with_what_to_do(page: Read, code: str) -> None:
    found = page(f"/{code}/search?q=xyzzy")
    assert say(code, "search_nothing", words="xyzzy") in found.text("p")
    assert say(code, "search_nothing_more") in found.text("p")


@pytest.mark.parametrize("code", CODES)
def test_without_a_question_there_is_the_field_and_how_it_works(page: Read, code: str) -> None:
    blank = page(f"/{code}/search")
    assert say(code, "search_how") in blank.text("p")
    (form,) = blank.all("form", role="search")
    assert form["action"] == f"/{code}/search"
    assert form["method"] == "get"
    (field,) = blank.all("input", type="search")
    assert blank.all("label", **{"for": field["id"]})


def test_every_page_has_the_field_but_those_of_one_person(page: Read) -> None:
    for address in ("/en/", "/en/peace-and-security/", "/en/releases/demining", "/en/nowhere/"):
        (form,) = page(address).all("form", role="search")
        assert form["action"] == "/en/search"


def test_what_narrows_a_question_stays_when_it_is_asked_anew(page: Read) -> None:
    found = page("/en/search?q=compass&topic=peace-and-security&year=2022")
    hidden = {field["name"]: field["value"] for field in found.all("input", type="hidden")}
    assert hidden == {"topic": PEACE, "year": "2022"}


def test_topics_years_and_languages_are_links_without_counts(page: Read) -> None:
    found = page("/en/search?q=update")
    links = {a["href"] for a in found.all("a")}
    assert "/en/search?q=update&topic=peace-and-security" in links
    assert "/en/search?q=update&year=2021" in links
    assert "/fr/search?q=update" in links
    assert not [words for _, words in found.words if "(" in words]
    (now_here,) = [a for a in found.all("a", **{"aria-current": "true"}) if "search" in a["href"]][
        :1
    ]
    assert now_here["href"] == "/en/search?q=update"


def test_more_than_a_page_is_found_page_by_page(page: Read) -> None:
    first, second = page("/en/search?q=update"), page("/en/search?q=update&page=2")
    assert first.all("a", rel="next")[0]["href"] == "/en/search?q=update&page=2"
    assert second.all("a", rel="prev")[0]["href"] == "/en/search?q=update"
    assert [*slugs(first), *slugs(second)] == [f"update-{n}" for n in range(25, 0, -1)]


@pytest.mark.promise(146)
@pytest.mark.parametrize(
    "address",
    [
        "/en/search?q=update&page=3",
        "/en/search?q=update&page=0",
        "/en/search?q=update&page=99",
        "/en/search?q=update&topic=secret-talks",
        "/en/search?q=update&topic=nowhere",
        "/en/search?q=update&year=x",
        "/en/search?q=update&year=20265",
        "/en/search.atom",
        "/en/search.atom?q=%22",
        "/en/search.atom?q=update&topic=secret-talks",
        "/en/search.xml?q=update",
        "/xx/search?q=update",
    ],
)
def test_what_is_no_address_is_unknown_like_any_other(client: FlaskClient, address: str) -> None:
    status, headers, body = answer_to(client, address)
    lang = "/en/nowhere" if address.startswith("/en") else "/xx/nowhere"
    assert (status, headers, body) == answer_to(client, lang)
    assert status == 404


@pytest.mark.promise(146)
def test_search_engines_are_told_to_find_it_elsewhere(client: FlaskClient, page: Read) -> None:
    for address in ("/en/search?q=update", "/en/search.atom?q=update", "/en/search"):
        assert client.get(address).headers["X-Robots-Tag"] == "noindex"
    found = page("/en/search?q=update")
    assert found.all("meta", name="robots", content="noindex")
    assert not found.all("link", rel="canonical")


@pytest.mark.promise(146)
def test_an_answer_is_conditional_and_compressed_like_a_page(client: FlaskClient) -> None:
    first = client.get("/en/search?q=update", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    again = client.get("/en/search?q=update", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert first.headers["Cache-Control"].startswith("public, max-age=")
    other = client.get("/en/search?q=updates")
    assert other.headers["ETag"] != first.headers["ETag"]


@pytest.mark.promise(146)
def test_strangers_cannot_fill_the_cache_with_questions(app: Flask, clock: Clock) -> None:
    cache = ResponseCache(app, lambda: 1, clock)
    client = Client(cache)
    for number in range(50):
        assert client.get(f"/en/search?q=update+{number}").status_code == 200
        assert client.get(f"/en/search.atom?q=update+{number}").status_code == 200
    assert cache.store.size == 0
    client.get("/en/search")
    assert cache.store.size > 0


@pytest.mark.promise(146)
def test_an_address_with_a_slash_leads_to_the_one_without(client: FlaskClient) -> None:
    answer = client.get("/en/search/?q=Update++x")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/search?q=update+x")


@pytest.mark.promise(145)
@pytest.mark.parametrize("extension", FORMATS)
def test_a_search_can_be_followed_in_every_format(
    client: FlaskClient, page: Read, extension: str
) -> None:
    found = page("/en/search?q=Update%20%20WHAT")
    form = FORMATS[extension]
    (link,) = found.all("link", rel="alternate", type=form.media_type)
    asked = urlsplit(link["href"])
    assert parse_qs(asked.query) == {"q": ["update what"]}
    answer = client.get(f"{asked.path}?{asked.query}")
    assert answer.mimetype == form.media_type
    assert faults(extension, answer.data) == []
    assert answer.headers["Link"] == f'<{link["href"]}>; rel="self"'
    assert "hub" not in answer.text.replace("hubs", "hub").split("<entry", maxsplit=1)[0]
    assert answer.text.count("update-") >= 25
    assert (
        client.get(
            f"{asked.path}?{asked.query}", headers={"If-None-Match": answer.headers["ETag"]}
        ).status_code
        == 304
    )


@pytest.mark.promise(145)
def test_a_feed_of_a_search_has_one_identity_and_says_whether_it_is_whole(
    client: FlaskClient, storage: Storage
) -> None:
    said = [client.get(f"/en/search.atom?{q}").data for q in ("q=UPDATE", "q=+update%21")]
    assert said[0] == said[1]
    read = feedparser.parse(BytesIO(said[0]))
    assert read.feed.id == "tag:press.example.org,2026:search:en:q=update"
    assert read.feed.title == "Search: update – Press office"
    assert read.feed.link == "https://press.example.org/en/search?q=update"
    assert [e.title for e in read.entries] == [f"Update {n}" for n in range(25, 0, -1)]
    assert b"complete" in said[0]
    for number in range(26):
        moment = embargo_from(NOON - number * MINUTE, ZONE)
        file(storage, release(f"more-{number}", moment, text("en", f"Update again {number}")))
    more = client.get("/en/search.atom?q=update").data
    assert b"complete" not in more
    assert len(feedparser.parse(BytesIO(more)).entries) == 50


@pytest.mark.promise(142, 75)
def test_a_release_is_found_at_its_minute_and_not_before(client: FlaskClient, clock: Clock) -> None:
    addresses = ["/en/search?q=talks", "/en/search.json?q=talks", "/en/search?q=tlaks"]
    before = [answer_to(client, one) for one in addresses]
    clock.now = NOON + MINUTE - timedelta(milliseconds=1)
    assert [answer_to(client, one)[2] for one in addresses] == [body for *_, body in before]
    clock.now = NOON + MINUTE
    assert b"/releases/not-yet" in answer_to(client, addresses[0])[2]
    assert b"/releases/not-yet" in answer_to(client, addresses[1])[2]
    assert SECRET in client.get("/en/search?q=talks&topic=secret-talks").text


@pytest.mark.promise(143)
def test_many_matches_under_embargo_change_no_byte_of_any_answer(
    client: FlaskClient, storage: Storage
) -> None:
    questions = ("minefields", "minefeilds", "talks", "update", "tlaks", "zanderling", "")
    addresses = [f"/{code}/search?q={q}" for code in ("en", "fr") for q in questions]
    addresses += [f"/en/search.{e}?q={q}" for e in FORMATS for q in questions[:-1]]
    before = [answer_to(client, one) for one in addresses]
    for number in range(40):
        secret = text("en", f"Zanderling talks {number}", "minefields update")
        file(storage, release(f"secret-{number}", embargo_from(NOON + MINUTE, ZONE), secret))
    assert [answer_to(client, one) for one in addresses] == before


@pytest.mark.promise(144)
def test_a_mistyped_word_is_asked_back_as_the_text_spells_it(
    client: FlaskClient, page: Read, storage: Storage, site: Site
) -> None:
    with storage.write() as db:
        index.speak(db, site.languages.codes, stands_in=True)
        for number in index.behind(db, NOON, 100):
            releases.mark_out(db, number, NOON)
    found = page("/en/search?q=Eleonoro+sarrel")
    (link,) = [a for a in found.all("a") if "l%C3%A9onore" in a["href"] or "onore" in a["href"]][:1]
    assert parse_qs(urlsplit(link["href"]).query)["q"] == ["éléonore sarrel"]
    assert client.get(link["href"]).text.count("/releases/demining")


@pytest.mark.parametrize("code", CODES)
def test_browsers_are_told_how_to_ask(client: FlaskClient, page: Read, code: str) -> None:
    (link,) = page(f"/{code}/").all("link", rel="search")
    answer = client.get(link["href"])
    assert answer.mimetype == link["type"] == "application/opensearchdescription+xml"
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    urls = ET.fromstring(answer.data).findall(f"{space}Url")
    template = next(u.get("template", "") for u in urls if u.get("type") == "text/html")
    assert template == f"https://press.example.org/{code}/search?q={{searchTerms}}"
    assert len(ET.fromstring(answer.data).findtext(f"{space}ShortName") or "") <= 16


@pytest.mark.promise(141)
@pytest.mark.parametrize("typed", ["Minefields SARREL", '"Orchards" <i> & more', "?!"])
def test_the_field_shows_what_was_typed(client: FlaskClient, page: Read, typed: str) -> None:
    address = f"/en/search?{urlencode({'q': typed})}"
    fields = [one for one in page(address).all("input") if one.get("name") == "q"]
    assert [one["value"] for one in fields] == [typed]
    other = client.get(f"/en/search?{urlencode({'q': typed.lower() + ' '})}")
    assert (other.headers["ETag"] == client.get(address).headers["ETag"]) is (
        typed == typed.lower()
    )


@pytest.mark.promise(54)
@pytest.mark.parametrize("end", ["", ".atom"])
def test_a_question_within_a_renamed_topic_leads_to_its_name_of_today(
    client: FlaskClient, storage: Storage, end: str
) -> None:
    with storage.write() as db:
        topics.rename(db, PEACE, "peace", NOON)
        topics.rename(db, SECRET, "secret-meetings", NOON)
    answer = client.get(f"/en/search{end}?q=mines&topic={PEACE}&year=2026")
    wanted = f"/en/search{end}?q=mines&topic=peace&year=2026"
    assert (answer.status_code, answer.headers["Location"]) == (301, wanted)
    hidden, unknown = (client.get(f"/en/search{end}?q=mines&topic={t}") for t in (SECRET, "none"))
    assert (hidden.status_code, hidden.data) == (unknown.status_code, unknown.data)
