"""The list of all feeds, for people."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from feeds import FORMATS
from feeds.parts.provenance import TERMS
from press.text import Origin
from press.topic import Topic
from press.words import WORDS, say
from storage import Storage, topics
from tests.conftest import NOON
from web.site.views.directory import GUESSES, READERS

Read = Callable[[str], Any]
BASE = "https://press.example.org"
TOPICS = ("all", "peace-and-security", "humanitarian-aid")
FEEDS = {
    f"{BASE}/{code}/{topic}.{form}"
    for code in ("en", "fr", "nl", "de")
    for topic in TOPICS
    for form in FORMATS
}
NAMES = ("English", "français", "Nederlands", "Deutsch")
PAGES = {"en": "/feeds/", "fr": "/fr/feeds/", "nl": "/nl/feeds/", "de": "/de/feeds/"}


@pytest.mark.parametrize("address", PAGES.values())
def test_every_feed_there_is_can_be_followed_seen_and_copied(page: Read, address: str) -> None:
    html = page(address)
    assert {link["href"] for link in html.all("a")} >= FEEDS
    shown = [words for path, words in html.words if path[-1] == "code"]
    frames = [words for words in shown if words.startswith("<iframe ")]
    assert sorted(set(shown) - set(frames)) == sorted(FEEDS)
    assert len(html.all("button", type="button")) == len(FEEDS) + len(frames)
    assert not [link for link in html.all("a") if "secret" in link["href"]]


def test_without_its_script_the_page_has_no_buttons(page: Read) -> None:
    assert all("hidden" in button for button in page("/feeds/").all("button", type="button"))


def test_its_script_shows_every_button(page: Read) -> None:
    sought = {"type": "button", "class": "copy"}  # as copy.js looks for them
    html = page("/feeds/")
    assert html.all("button", **sought) == html.all("button", type="button") != []


def test_a_copy_is_announced(page: Read) -> None:
    assert len(page("/fr/feeds/").all("p", role="status")) == 1
    assert page("/fr/feeds/").all("p", **{"data-copied": "Copié"})


@pytest.mark.parametrize(("code", "address"), PAGES.items())
def test_it_says_in_the_readers_language_what_a_feed_is(
    page: Read, code: str, address: str
) -> None:
    words = page(address).text("main")
    for key in ("feeds_what", "feeds_how", "feeds_formats", "opml"):
        assert WORDS[code][key] in words


def test_its_own_language_comes_first(page: Read) -> None:
    names = [name for name in page("/nl/feeds/").text("h3").split() if name in NAMES]
    assert names[:4] == ["Nederlands", "English", "français", "Deutsch"]


@pytest.mark.promise(131)
@pytest.mark.parametrize(("code", "address"), PAGES.items())
def test_each_topic_shows_one_address_in_the_pages_language_and_the_rest_is_folded(
    page: Read, code: str, address: str
) -> None:
    html = page(address)
    shown = [words for path, words in html.words if path[-1] == "code" and "details" not in path]
    assert sorted(shown) == sorted(f"{BASE}/{code}/{topic}.atom" for topic in TOPICS)
    assert [set(one) for one in html.all("details")] == [set(), set(), set()]
    assert html.text("summary").count(WORDS[code]["feeds_others"]) == len(TOPICS)


@pytest.mark.promise(131)
def test_what_is_folded_says_of_which_topic_it_is(page: Read) -> None:
    others = "Other formats and languages : "
    topics = ("All releases", "Humanitarian aid", "Peace & security")
    assert page("/feeds/").text("summary") == " ".join(others + topic for topic in topics)


@pytest.mark.promise(131)
def test_what_the_browser_wants_changes_nothing_that_a_cache_would_have_to_know(
    client: FlaskClient,
) -> None:
    answers = [
        client.get("/feeds/", headers={"Accept-Language": wish}) for wish in ("fr", "nl", "de, en")
    ]
    assert len({answer.data for answer in answers}) == 1
    assert {answer.headers["Vary"] for answer in answers} == {"Accept-Encoding"}


def test_every_language_of_a_topic_opens_in_readers(page: Read) -> None:
    links = [link for link in page("/feeds/").all("a") if link.get("rel") == "noopener"]
    assert len(links) == len(TOPICS) * 4 * (1 + len(READERS))
    atoms = {address for address in FEEDS if address.endswith(".atom")}
    for start in ("feed:", *READERS.values()):
        found = [link["href"] for link in links if link["href"].startswith(start)]
        assert {unquote(address.removeprefix(start)) for address in found} == atoms


def test_a_web_reader_is_given_an_address_it_cannot_misread(page: Read) -> None:
    wanted = "https://feedly.com/i/subscription/feed%2Fhttps%3A%2F%2Fpress.example.org%2Ffr%2Fall"
    assert page("/feeds/").all("a", href=f"{wanted}.atom")


def test_words_of_another_language_are_marked(page: Read) -> None:
    html = page("/feeds/")
    tags = {attributes.get("lang") for tag, attributes in html.elements if tag == "h3"}
    assert tags == {None, "fr-BE", "nl-BE", "de-BE"}
    assert page("/fr/feeds/").all("h2", lang="en", dir="ltr")  # a topic without a French title


def test_only_this_page_may_run_a_script_and_only_ours(client: FlaskClient) -> None:
    first = client.get("/fr/feeds/")
    again = client.get("/fr/feeds/", headers={"If-None-Match": first.headers["ETag"]})
    for answer in (first, again):
        assert answer.headers["Content-Security-Policy"].endswith("; script-src 'self'")
    assert again.status_code == 304


def test_the_script_is_served_as_one(client: FlaskClient, page: Read) -> None:
    (script,) = page("/feeds/").all("script")
    answer = client.get(script["src"])
    assert answer.status_code == 200
    assert answer.mimetype in {"text/javascript", "application/javascript"}  # RFC 9239, 6


def test_every_spelling_leads_to_one_page(client: FlaskClient) -> None:
    assert client.get("/en/feeds/").headers["Location"] == "/feeds/"
    assert client.get("/fr/feeds").headers["Location"] == "/fr/feeds/"
    assert [client.get(a).status_code for a in ("/xx/feeds/", "/xx/feeds", "/FR/feeds/")] == [
        404
    ] * 3


@pytest.mark.promise(111)
@pytest.mark.parametrize("name", GUESSES)
@pytest.mark.parametrize("end", ["", "/"])
def test_a_feed_is_found_where_readers_try(client: FlaskClient, name: str, end: str) -> None:
    """In the language of the address; where it names none in the first, whoever asks."""
    for before, feed in (("", "/en/all"), ("/fr", "/fr/all"), ("/nl/peace-and-security",) * 2):
        for wish in ({}, {"Accept-Language": "de"}, {"Accept": "text/html"}):
            answer = client.get(f"{before}/{name}{end}", headers=wish)
            place = f"{feed}.{GUESSES[name]}"
            assert (answer.status_code, answer.headers["Location"]) == (301, place)
            assert client.get(place).status_code == 200


def test_every_format_can_be_guessed() -> None:
    assert set(GUESSES.values()) == set(FORMATS)
    assert {GUESSES.get(f"feed.{extension}") for extension in FORMATS} == set(FORMATS)


@pytest.mark.promise(111)
def test_a_topic_that_is_called_as_a_feed_might_be_is_that_topic(
    client: FlaskClient, storage: Storage
) -> None:
    with storage.write() as db:
        topics.declare(db, Topic("rss", titles={"en": "About RSS"}), NOON)
    assert client.get("/en/rss").headers["Location"] == "/en/rss/"
    assert "About RSS" in client.get("/en/rss/").text
    assert client.get("/rss").headers["Location"] == "/en/all.rss"


@pytest.mark.promise(111)
@pytest.mark.parametrize("end", ["", "/"])
def test_the_address_that_names_who_wrote_a_text_leads_to_what_each_term_means(
    client: FlaskClient, page: Read, end: str
) -> None:
    answer = client.get(f"/provenance{end}")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/feeds/")
    for code, address in PAGES.items():
        html = page(address)
        assert [one["id"] for one in html.all("dt")] == list(TERMS)
        assert all(say(code, key) in html.text("dd") for key in TERMS.values())


def test_every_term_that_feeds_use_is_explained() -> None:
    assert set(TERMS) == {*Origin, "original"}
