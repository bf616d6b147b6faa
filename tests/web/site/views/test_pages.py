"""Pages for people."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from newsroom.public.front import Front
from press.embargo import parse_when
from press.errors import HomeRefused
from press.languages import parse_languages
from press.public.site import Fallback, Site
from press.text import Block, Kind, Text
from press.words import WORDS
from storage import Storage
from storage.filed import changes, releases
from tests.conftest import NOON
from tests.web.conftest import Clock
from tests.web.reading import Html
from tests.web.samples import AID, PEACE, SECRET, ZONE, file, release
from web.site.application import create_app

Read = Callable[[str], Any]
PAGES = ["/en/", "/de/?page=2", "/nl/peace-and-security/", "/fr/releases/demining"]
PAGES += ["/de/releases/demining", "/en/releases/script", "/feeds/", "/nl/feeds/", "/fr/nowhere"]


@pytest.mark.promise(69)
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_well_formed_and_names_its_language(page: Read, address: str) -> None:
    html = page(address)
    ids = [attributes["id"] for _, attributes in html.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert html.all("html")[0]["lang"] in {"en", "fr-BE", "nl-BE", "de-BE"}
    assert html.all("html")[0]["dir"] == "ltr"
    assert len(html.all("h1")) == len(html.all("main")) == len(html.all("title")) == 1
    assert all(image.get("alt") for image in html.all("img"))
    named = {link.removeprefix("#") for link in references(html) if link.startswith("#")}
    assert named <= set(ids)


def references(html: Any) -> list[str]:
    labels = [a["aria-labelledby"] for _, a in html.elements if "aria-labelledby" in a]
    return [link["href"] for link in html.all("a")] + [f"#{label}" for label in labels]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_in_a_page_runs_or_is_styled_in_line(page: Read, address: str) -> None:
    html = page(address)
    data = html.all("script", type="application/ld+json")
    ours = [s for s in html.all("script") if s.get("src", "").startswith("/static/copy.js?v=")]
    assert len(data) == ("/releases/" in address)
    assert len(ours) == ("/feeds/" in address or "/releases/" in address)
    assert len(html.all("script")) == len(data) + len(ours)
    assert not html.all("style")
    for _, attributes in html.elements:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("address", PAGES)
def test_every_link_of_ours_leads_somewhere(page: Read, client: FlaskClient, address: str) -> None:
    for link in (a["href"].partition("#")[0] for a in page(address).all("a")):
        ours = link.removeprefix("https://press.example.org")
        if ours.startswith("/"):
            assert client.get(ours).status_code in {200, 301}, link


@pytest.fixture
def lettered(storage: Storage) -> None:
    """A release of an office, with a number and with notes."""
    blocks = (
        Block(Kind.HEADLINE, "Rain"),
        Block(Kind.PARAGRAPH, "It rained."),
        Block(Kind.NOTES, "## Notes to editors"),
        Block(Kind.PARAGRAPH, "In Corvane."),
        Block(Kind.ABOUT, "## About us"),
        Block(Kind.PARAGRAPH, "We measure."),
    )
    made = release("rain", parse_when("2026-03-05 10:32", ZONE), Text("en", blocks))
    file(storage, replace(made, issuer="Office <of> Rain", reference="OR/7"))


@pytest.mark.usefixtures("lettered")
@pytest.mark.promise(102)
def test_a_page_begins_with_who_sends_it_and_under_what_number(page: Read) -> None:
    html = page("/fr/releases/rain")
    (line,) = html.all("p", **{"class": "letterhead"})
    assert line["lang"] == "fr-BE"
    words = "".join(said for _, said in html.words)
    parts = ("Office <of> Rain", "Référence", "OR/7", "mars 2026", "It rained.")
    places = [words.rindex(part) for part in parts]
    assert places == sorted(places)
    (name,) = (a for tag, a in html.elements if tag == "strong" and "lang" in a)
    assert name["lang"] == "en"


@pytest.mark.usefixtures("lettered")
@pytest.mark.promise(103)
def test_a_page_sets_apart_what_is_no_news_and_says_whom_to_call_at_the_end(page: Read) -> None:
    html = page("/en/releases/rain")
    apart = [one["class"] for one in html.all("section") if "class" in one]
    assert [name for name in apart if name != "tools"] == ["notes", "about"]
    words = "".join(said for _, said in html.words)
    parts = ("It rained.", "Notes to editors", "In Corvane.", "About us", "We measure.", "Press c")
    places = [words.rindex(part) for part in parts]
    assert places == sorted(places)


def test_a_page_without_a_letterhead_has_no_place_for_one(page: Read) -> None:
    assert page("/en/releases/demining").all("p", **{"class": "letterhead"}) == []


@pytest.mark.parametrize(
    ("wish", "home"),
    [
        ("fr", "/fr/"),
        ("fr-CH, en;q=0.5", "/fr/"),
        ("en;q=0.5, nl-BE", "/nl/"),
        ("es, de;q=0.1", "/de/"),
        ("en;q=0, *", "/fr/"),
        ("es", "/en/"),
        ("*", "/en/"),
        ("", "/en/"),
        ("en;q=0", "/en/"),
    ],
)
def test_the_door_leads_to_a_language_the_reader_reads(
    client: FlaskClient, wish: str, home: str
) -> None:
    answer = client.get("/", headers={"Accept-Language": wish})
    assert (answer.status_code, answer.headers["Location"]) == (302, home)
    assert "Accept-Language" in answer.vary


@pytest.mark.promise(110, 111)
@pytest.mark.parametrize(
    ("address", "place"),
    [
        *(("/fr", "/fr/"), ("/feeds", "/feeds/"), ("/fr/all/", "/fr/"), ("/en/feeds/", "/feeds/")),
        *(("/fr/all", "/fr/"), ("/en/feeds", "/feeds/"), ("/fr/feeds", "/fr/feeds/")),
        ("/fr/peace-and-security", "/fr/peace-and-security/"),
        ("/fr/peace-and-security.rss/", "/fr/peace-and-security.rss"),
        ("/en/humanitarian-aid/2021-01.atom/", "/en/humanitarian-aid/2021-01.atom"),
        ("/fr/releases/demining/", "/fr/releases/demining"),
    ],
)
def test_other_spellings_of_an_address_lead_there(
    client: FlaskClient, address: str, place: str
) -> None:
    for method in ("GET", "HEAD"):
        for asked in ({}, {"If-None-Match": "*"}):
            answer = client.open(address, method=method, headers=asked)
            assert (answer.status_code, answer.headers["Location"]) == (301, place)
    assert client.get(place).status_code == 200
    assert client.post(address).status_code in {404, 405}


def test_a_withdrawn_release_is_told_of_at_another_spelling_too(
    client: FlaskClient, storage: Storage, clock: Clock
) -> None:
    with storage.write() as db:
        (number,) = db.execute("SELECT id FROM release WHERE slug = 'demining'").fetchone()
        releases.withdraw(db, number, "In error.", clock.now)
    answer = client.get("/en/releases/demining/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/releases/demining")
    assert client.get("/en/releases/demining").status_code == 410


@pytest.mark.parametrize(
    ("language", "said", "machine"),
    [
        ("en", "5 March 2026, 10:32", "2026-03-05T10:32:00+01:00"),
        ("fr", "5 mars 2026, 10:32", "2026-03-05T10:32:00+01:00"),
        ("nl", "5 maart 2026, 10:32", "2026-03-05T10:32:00+01:00"),
        ("de", "5. März 2026, 10:32", "2026-03-05T10:32:00+01:00"),
    ],
)
def test_a_release_says_when_it_came_out_in_the_pages_language(
    page: Read, language: str, said: str, machine: str
) -> None:
    html = page(f"/{language}/releases/demining")
    assert html.text("time") == said
    assert html.all("time")[0]["datetime"] == machine


@pytest.mark.promise(117)
def test_a_release_of_an_offset_with_seconds_shows_the_wall_and_tells_machines_the_instant(
    storage: Storage, site: Site, clock: Clock
) -> None:
    out = parse_when("1971-06-01 12:00", "Africa/Monrovia")
    file(storage, release("old", out, Text("en", (Block(Kind.HEADLINE, "Old"),))))
    there = replace(site, zone="Africa/Monrovia")
    client = create_app(Front(storage, there), clock).test_client()
    html = Html(client.get("/en/releases/old").text)
    assert html.text("time") == "1 June 1971, 12:00"
    assert html.all("time")[0]["datetime"] == "1971-06-01T12:00:30-00:44"
    assert "1971-06-01T12:00:30-00:44" in client.get("/en/all.json").text
    assert "Tue, 01 Jun 1971 12:00:30 -0044" in client.get("/en/all.rss").text


def test_a_release_with_a_date_only_shows_no_time(page: Read) -> None:
    html = page("/en/releases/compass")
    assert html.text("time") == "7 June 2022"
    assert html.all("time")[0]["datetime"] == "2022-06-07"


def test_every_contact_can_be_called_and_written_to(page: Read) -> None:
    links = {link["href"] for link in page("/fr/releases/demining").all("a")}
    assert {"tel:+99925550100", "tel:+99925550112", "tel:+999470550112"} <= links
    assert "mailto:benoit.quarelle@press.example" in links


def notice(answer: TestResponse) -> str:
    found = re.search(r'<div class="notice" role="note">(.*?)</div>', answer.text, re.DOTALL)
    return found[1] if found else ""


@pytest.mark.promise(78)
def test_a_text_says_who_wrote_it_and_leads_to_the_authentic_one(client: FlaskClient) -> None:
    said = {code: notice(client.get(f"/{code}/releases/demining")) for code in ("fr", "nl", "de")}
    assert "Traduction automatique (argos en-fr 1.9, 4 mars 2026)" in said["fr"]
    assert "nagelezen door een redacteur" in said["nl"]
    assert "Noch nicht auf Deutsch verfügbar" in said["de"]
    assert all('href="/en/releases/demining"' in said[code] for code in ("fr", "nl"))
    assert not notice(client.get("/en/releases/demining"))


def test_a_page_that_shows_the_authentic_text_does_not_send_its_reader_there(
    client: FlaskClient,
) -> None:
    assert "href" not in notice(client.get("/de/releases/demining"))


def marks(client: FlaskClient, address: str) -> list[str]:
    return re.findall(r'<span class="mark"(.*?)</span>', client.get(address).text)


@pytest.mark.promise(78)
@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr", ">Traduction automatique"),
        ("de", ' lang="en" dir="ltr">English'),
    ],
)
def test_a_list_says_of_each_text_that_a_machine_wrote_it_or_its_language(
    client: FlaskClient, language: str, first: str
) -> None:
    found = marks(client, f"/{language}/")
    assert found == [first, *[' lang="en" dir="ltr">English'] * 19]


def test_a_list_says_nothing_of_what_its_author_or_an_editor_answers_for(
    client: FlaskClient,
) -> None:
    assert not marks(client, "/en/")
    assert len(marks(client, "/nl/")) == 19


@pytest.mark.parametrize(
    ("address", "before"),
    [
        ("/fr/humanitarian-aid/", '<h1 lang="en"'),
        ("/fr/peace-and-security/", '<div class="introduction" lang="en"'),
    ],
)
def test_a_topic_that_is_not_in_the_pages_language_says_in_which(
    client: FlaskClient, address: str, before: str
) -> None:
    mark = '<p class="when"><span class="mark" lang="en" dir="ltr">English</span></p>'
    page = client.get(address).text
    assert re.search(rf"{mark}\s*{before}", page)
    assert page.count(mark) == 1


def test_a_topic_of_another_language_says_so_once(client: FlaskClient) -> None:
    page = client.get("/de/peace-and-security/").text
    assert page.count('<p class="when"><span class="mark"') == 1
    assert page.index('<span class="mark"') < page.index("<h1")


def test_words_of_another_language_are_marked_as_such(page: Read) -> None:
    assert page("/de/releases/demining").all("h1")[0]["lang"] == "en"
    assert "lang" not in page("/fr/releases/demining").all("h1")[0]
    assert page("/de/").all("h2", lang="en", dir="ltr")


@pytest.mark.parametrize("address", ["/en/", "/en/releases/script", "/fr/"])
def test_a_headline_is_text_and_never_markup(page: Read, address: str) -> None:
    html = page(address)
    assert all("src" in s or s["type"] == "application/ld+json" for s in html.all("script"))
    assert "<script>alert(1)</script> & “more”" in html.text("main")


def test_contacts_are_marked_with_the_language_they_are_in(page: Read) -> None:
    assert [a.get("lang") for a in page("/fr/releases/demining").all("address")] == ["en", "en"]
    assert [a.get("lang") for a in page("/en/releases/demining").all("address")] == [None, None]


@pytest.mark.promise(45)
def test_a_list_is_newest_first_and_paged(page: Read) -> None:
    first, second = page("/en/"), page("/en/?page=2")
    headlines = [said for path, said in first.words if "article" in path and path[-1] == "a"]
    assert headlines[0].startswith("Velmora clears")
    assert len(first.all("article")) == 20
    assert "Page 2" in second.text("main")
    assert first.all("a", rel="next", href="/en/?page=2")
    assert second.all("a", rel="prev", href="/en/")
    assert not second.all("a", rel="next")


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("/en/", {"next": "/en/?page=2"}),
        ("/en/?page=2", {"first": "/en/", "prev": "/en/"}),
        ("/fr/humanitarian-aid/", {"next": "/fr/humanitarian-aid/?page=2"}),
        ("/nl/peace-and-security/", {}),
    ],
)
def test_a_list_in_pages_leads_nowhere_but_to_pages_there_are(
    page: Read, client: FlaskClient, address: str, links: dict[str, str]
) -> None:
    rels = ("first", "prev", "next", "last", "prev-archive")
    found = {a["rel"]: a["href"] for a in page(address).all("link") if a["rel"] in rels}
    assert found == {rel: f"https://press.example.org{place}" for rel, place in links.items()}
    assert {client.get(place).status_code for place in links.values()} <= {200}


def test_a_topic_has_its_title_and_introduction(page: Read) -> None:
    words = page("/en/peace-and-security/").text("main")
    assert "Peace & security" in words
    assert "How Velmora helps to end conflicts" in words


def test_a_picture_that_is_not_shown_is_owed_to_nobody(client: FlaskClient) -> None:
    assert "©" not in client.get("/en/peace-and-security/").text


def test_every_page_leads_to_itself_in_the_other_languages(page: Read) -> None:
    def switcher(address: str) -> set[str]:
        return {link["href"] for link in page(address).all("a") if "hreflang" in link}

    assert {"/nl/releases/demining", "/de/releases/demining"} <= switcher("/fr/releases/demining")
    assert {"/nl/peace-and-security/"} <= switcher("/fr/peace-and-security/")
    assert {"/nl/"} <= switcher("/fr/?page=2")


def test_a_language_without_the_release_leads_home(page: Read, front: Front, app: Flask) -> None:
    front.site = replace(front.site, fallback=Fallback.NONE)
    links = page("/fr/releases/demining").all("a", hreflang="de-BE")
    assert [link["href"] for link in links] == ["/de/"]


def test_a_newsroom_below_a_path_keeps_to_its_path(page: Read, front: Front, app: Flask) -> None:
    front.site = replace(front.site, base_url="https://example.org/press")
    html = page("/fr/releases/demining")
    assert html.all("a", href="/press/nl/releases/demining")
    assert html.all("link", rel="stylesheet")[0]["href"].startswith("/press/static/style.css?v=")
    assert html.all("link", rel="canonical")[0]["href"].startswith("https://example.org/press/fr/")


@pytest.mark.promise(69)
def test_our_own_sentences_in_a_language_we_do_not_speak_are_marked_english(
    page: Read, front: Front, app: Flask
) -> None:
    front.site = replace(front.site, languages=parse_languages("ar,en"))
    html = page("/ar/releases/demining")
    assert html.all("html", lang="ar", dir="rtl")
    assert html.all("div", role="note", lang="en", dir="ltr")
    assert html.all("div", **{"class": "contacts"}, lang="en", dir="ltr")
    assert not html.all("address", lang="en")


def test_our_headings_say_what_is_below_them(page: Read) -> None:
    assert "Lire dans d’autres langues" in page("/fr/releases/demining").text("h2")
    assert "Suivre cette page" in page("/fr/").text("h2")
    assert "All feeds in one file (OPML)" in page("/feeds/").text("a")


@pytest.fixture
def gone(storage: Storage) -> Storage:
    """The sample of the Sarrel valley, sent by a ministry and taken back."""
    with storage.write() as db:
        number = next(one.id for one in releases.every(db) if one.slug == "demining")
        changes.set_sender(db, number, "Ministry of Lanterns", "ML/26/7", NOON)
        releases.withdraw(db, number, "Wrong <figures>.", NOON + timedelta(seconds=1))
    return storage


@pytest.mark.promise(130)
@pytest.mark.parametrize(
    ("code", "when"),
    [
        ("en", "published on 5 March 2026, 10:32 and withdrawn on 25 August 2026, 14:00."),
        ("fr", "publié le 5 mars 2026, 10:32 et a été retiré le 25 août 2026, 14:00."),
        ("nl", "gepubliceerd op 5 maart 2026, 10:32 en ingetrokken op 25 augustus 2026, 14:00."),
        ("de", "am 5. März 2026, 10:32 veröffentlicht und am 25. August 2026, 14:00 zurückgez"),
    ],
)
def test_the_page_of_what_was_taken_back_says_what_when_why_and_whom_to_ask(
    client: FlaskClient, clock: Any, gone: Storage, code: str, when: str
) -> None:
    clock.now = NOON + timedelta(minutes=1)
    answer = client.get(f"/{code}/releases/demining")
    html, words = Html(answer.text), WORDS[code]
    assert (answer.status_code, answer.mimetype) == (410, "text/html")
    main = html.text("main")
    for said in (words["withdrawn"], when, "Wrong <figures>.", "Ministry of Lanterns", "ML/26/7"):
        assert said in main
    for said in ("withdrawn_next", "withdrawn_ask", "contacts"):
        assert words[said] in main
    assert html.all("a", href="tel:+99925550100")
    assert html.all("a", href=f"/{code}/humanitarian-aid/")


@pytest.mark.promise(130)
def test_it_says_nothing_of_the_text_and_names_no_person(
    client: FlaskClient, clock: Any, gone: Storage
) -> None:
    clock.now = NOON + timedelta(minutes=1)
    page = client.get("/en/releases/demining").text
    for said in ("Velmora clears", "Sarrel", "Benoît Quarelle", "benoit.quarelle", "55 01 12"):
        assert said not in page


@pytest.mark.promise(130)
@pytest.mark.parametrize("code", ["en", "fr", "nl", "de"])
def test_a_page_that_is_not_there_leads_to_topics_and_to_all_releases(
    client: FlaskClient, code: str
) -> None:
    answer = client.get(f"/{code}/releases/never-existed")
    html = Html(answer.text)
    assert answer.status_code == 404
    for said in ("not_found", "not_found_more", "not_found_next"):
        assert WORDS[code][said] in html.text("main")
    for place in ("", f"{PEACE}/", f"{AID}/"):
        assert html.all("a", href=f"/{code}/{place}")
    assert SECRET not in answer.text


@pytest.mark.promise(130)
def test_the_page_of_what_is_missing_is_never_older_than_what_it_names(
    client: FlaskClient, storage: Storage, clock: Clock
) -> None:
    before = client.get("/en/nowhere").text
    assert client.get("/en/nowhere/else").text == before
    text = Text("en", (Block(Kind.HEADLINE, "New"), Block(Kind.PARAGRAPH, "Here.")), NOON)
    minute = NOON + timedelta(minutes=1)
    moment = parse_when(f"{minute:%Y-%m-%d %H:%M}", "UTC")
    file(storage, release("new", moment, text, about=("sea",)))
    assert client.get("/en/nowhere").text == before
    clock.now = minute - timedelta(milliseconds=1)
    assert client.get("/en/nowhere").text == before
    clock.now = minute
    assert Html(client.get("/en/nowhere").text).all("a", href="/en/sea/")
    assert Html(client.get("/fr/nowhere").text).all("a", href="/fr/sea/")


def test_what_is_missing_is_missing_even_where_nothing_can_be_asked(
    client: FlaskClient, front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise HomeRefused("the database is locked")

    monkeypatch.setattr(front, "generation", refuse)
    answer = client.get("/nothing/of/the/kind")
    assert answer.status_code == 404
    assert WORDS["en"]["not_found"] in answer.text
