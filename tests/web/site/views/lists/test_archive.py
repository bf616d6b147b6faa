"""What is older, by year and month, as readers and search engines find it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from newsroom.public.front import Front
from newsroom.releases.topics import Topics
from press.embargo import embargo_from, parse_when
from press.public.site import Fallback, Site
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.web.conftest import Clock
from tests.web.reading import Html
from tests.web.samples import AID, PEACE, SECRET, ZONE, file, release, text
from tests.web.site.test_head import languages
from web.site.application import create_app

Read = Callable[[str], Any]
BASE = "https://press.example.org"
# Of the samples; update-1 to update-25 are of January 2021, all of aid.
THERE = ["/en/archive/", "/fr/archive/2026/", "/nl/archive/2026/03/", "/de/archive/2021/01/"]
THERE += [f"/en/{PEACE}/archive/", f"/fr/{AID}/archive/2021/", f"/de/{PEACE}/archive/2022/06/"]
# Empty, to come, and spelled as no address is.
NOWHERE = ["/en/archive/2026/04/", "/en/archive/2024/", "/en/archive/2027/", "/en/archive/2026/08/"]
NOWHERE += ["/en/archive/2026/3/", "/en/archive/2026/13/", "/en/archive/0000/", "/en/archive/26/"]
NOWHERE += ["/en/archive/2026/03/?page=2", "/en/archive/2026/03/?page=0", "/en/archive/x/"]
NOWHERE += ["/en/archive/2026/03/05/", f"/en/{PEACE}/archive/2021/01/", f"/en/{SECRET}/archive/"]
NOWHERE += ["/xx/archive/", "/en/nowhere/archive/2026/03/", "/archive/", "/en/feeds/archive/"]
NOWHERE += [f"/en/{SECRET}/archive/2026/08/", f"/en/{SECRET}/archive/2026/"]


def headlines(html: Html) -> list[str]:
    return [words for path, words in html.words if {"article", "h3"} <= set(path)]


@pytest.mark.promise(157)
@pytest.mark.parametrize("address", THERE)
def test_a_page_of_the_archive_is_one_of_the_site(
    client: FlaskClient, page: Read, address: str
) -> None:
    html, answer = page(address), client.get(address)
    assert html.all("link", rel="canonical") == [{"rel": "canonical", "href": BASE + address}]
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    held = {"If-None-Match": answer.headers["ETag"]}
    assert client.get(address, headers=held).status_code == 304
    codes = ("en", "fr", "nl", "de")
    found = languages(html)
    assert list(found.values()) == [f"{BASE}/{c}{address[3:]}" for c in (*codes, "en")]
    for place in found.values():
        assert languages(page(place.removeprefix(BASE))) == found
    ids = [attributes["id"] for _, attributes in html.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert len(html.all("h1")) == 1
    for link in html.all("a"):
        if link["href"].startswith("/"):
            assert client.get(link["href"]).status_code in {200, 301}, link


@pytest.mark.promise(158)
@pytest.mark.parametrize("address", NOWHERE)
def test_of_a_year_or_month_without_a_release_there_is_no_page(
    client: FlaskClient, address: str
) -> None:
    missing = client.get(f"/{address.split('/')[1]}/releases/never-existed")
    answer = client.get(address)
    assert answer.status_code == 404
    assert (answer.data, sorted(answer.headers)) == (missing.data, sorted(missing.headers))


@pytest.mark.promise(158)
def test_a_month_is_there_from_the_minute_of_its_first_release_on(
    client: FlaskClient, clock: Clock
) -> None:
    paths = ["/en/archive/2026/08/", f"/en/{SECRET}/archive/", f"/fr/{SECRET}/archive/2026/08/"]
    shared = ["/en/archive/", "/fr/archive/2026/", "/en/", "/sitemaps/pages.xml"]
    before = [client.get(path).data for path in shared]
    clock.now += timedelta(seconds=59.999)
    assert [client.get(path).status_code for path in paths] == [404, 404, 404]
    assert [client.get(path).data for path in shared] == before
    clock.now += timedelta(milliseconds=1)
    assert [client.get(path).status_code for path in paths] == [200, 200, 200]
    assert not [b for b, path in zip(before, shared, strict=True) if client.get(path).data == b]


def test_a_month_that_was_taken_back_is_gone(client: FlaskClient, storage: Storage) -> None:
    assert client.get("/en/archive/2022/06/").status_code == 200
    with storage.write() as db:
        (number,) = db.execute("SELECT id FROM release WHERE slug = 'compass'").fetchone()
        releases.withdraw(db, number, "In error.", NOON)
    for address in ("/en/archive/2022/06/", "/en/archive/2022/"):
        assert client.get(address).status_code == 404
    assert "2022" not in client.get("/en/archive/").text
    assert "archive/2022/" not in client.get("/sitemaps/pages.xml").text


@pytest.mark.promise(157)
def test_the_archive_counts_what_is_out_in_the_readers_language(page: Read) -> None:
    said = page("/fr/archive/").text("main")
    parts = ("2026", "Mars 1 communiqué", "2025", "Janvier 1", "2022", "Juin", "2021", "Janvier 25")
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    assert "25 communiqués" in said
    german = page(f"/de/{AID}/archive/").text("main")
    assert "25 Mitteilungen" in german
    assert "Juni" not in german


def test_a_year_has_its_releases_by_month_and_a_month_by_day(page: Read) -> None:
    year, month = page("/nl/archive/2021/"), page("/nl/archive/2021/01/")
    assert "Januari 2021" in year.text("h2")
    assert [h for h in ("25 januari 2021", "24 januari 2021") if h not in month.text("h2")] == []
    assert headlines(month) == [f"Update {n}" for n in range(25, 5, -1)]
    assert "2021" not in month.text("time")  # the day is the heading's
    assert "10:32" in page("/nl/archive/2026/03/").text("time")
    assert page("/nl/archive/2026/").text("time") == "5 maart 2026, 10:32"


@pytest.mark.promise(157)
def test_a_large_month_is_paged_and_leads_to_the_months_beside_it(page: Read) -> None:
    first, second = page("/en/archive/2021/01/"), page("/en/archive/2021/01/?page=2")
    assert headlines(second) == [f"Update {n}" for n in range(5, 0, -1)]
    rels = ("first", "prev", "next")
    heads = [
        {a["rel"]: a["href"].removeprefix(BASE) for a in one.all("link") if a["rel"] in rels}
        for one in (first, second)
    ]
    place = "/en/archive/2021/01/"
    assert heads == [{"next": f"{place}?page=2"}, {"first": place, "prev": place}]
    assert second.all("link", rel="canonical")[0]["href"] == f"{BASE}{place}?page=2"
    assert languages(second) == {}
    assert {a["href"] for a in second.all("a", rel="prev")} == {place, "/en/archive/2022/06/"}
    middle = page("/en/archive/2022/06/")
    assert {a["rel"]: a["href"] for a in middle.all("a") if a.get("rel") in rels} == {
        "prev": "/en/archive/2025/01/",
        "next": place,
    }


@pytest.mark.promise(110)
@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/fr/archive", "/fr/archive/"),
        ("/fr/archive/2026", "/fr/archive/2026/"),
        ("/fr/archive/2026/03", "/fr/archive/2026/03/"),
        ("/fr/all/archive/", "/fr/archive/"),
        ("/fr/all/archive/2026/03/", "/fr/archive/2026/03/"),
        (f"/fr/{PEACE}/archive", f"/fr/{PEACE}/archive/"),
        (f"/fr/{PEACE}/archive/2026/03", f"/fr/{PEACE}/archive/2026/03/"),
        ("/fr/peace/archive/2026/03/", f"/fr/{PEACE}/archive/2026/03/"),
        ("/fr/peace/archive/2026", f"/fr/{PEACE}/archive/2026/"),
        ("/fr/peace/archive", f"/fr/{PEACE}/archive/"),
    ],
)
def test_other_spellings_and_former_names_lead_there_in_one_step(
    client: FlaskClient, storage: Storage, site: Site, address: str, place: str
) -> None:
    renamed = Topics(storage, site)
    renamed.rename(PEACE, "peace", "me", NOON)
    renamed.rename("peace", PEACE, "me", NOON)
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (301, place)
    assert client.get(place).status_code == 200


def test_a_month_that_is_unknown_is_led_to_by_no_other_spelling(client: FlaskClient) -> None:
    for address in ("/en/archive/2026/04", f"/en/{SECRET}/archive", "/en/archive/2027"):
        assert client.get(address).status_code == 404


def test_a_release_called_archive_keeps_its_page(client: FlaskClient, storage: Storage) -> None:
    out = embargo_from(NOON - timedelta(days=1), ZONE)
    file(storage, release("archive", out, text("en", "The archive opens", "It does.")))
    assert client.get("/en/releases/archive").status_code == 200
    answer = client.get("/en/releases/archive/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/releases/archive")


@pytest.mark.promise(68, 157)
def test_languages_without_a_text_have_no_page_where_nothing_stands_in(
    storage: Storage, site: Site, clock: Clock
) -> None:
    there = replace(site, fallback=Fallback.NONE)
    client = create_app(Front(storage, there), clock).test_client()
    assert client.get("/fr/archive/2026/03/").status_code == 200
    assert client.get("/fr/archive/2021/").status_code == 404
    html = Html(client.get("/en/archive/2021/").text)
    assert languages(html) == dict.fromkeys(("en", "x-default"), f"{BASE}/en/archive/2021/")
    assert html.all("a", hreflang="fr-BE")[0]["href"] == "/fr/archive/"
    listed = client.get("/sitemaps/pages.xml").text
    assert f"<loc>{BASE}/en/archive/2021/01/</loc>" in listed
    assert f"<loc>{BASE}/fr/archive/2026/03/</loc>" in listed
    assert "/fr/archive/2021/" not in listed


@pytest.mark.promise(157)
def test_lists_lead_to_the_years_and_the_sitemap_lists_every_month(
    client: FlaskClient, page: Read
) -> None:
    links = [a["href"] for a in page("/fr/").all("a") if "/archive/" in a["href"]]
    years = [f"/fr/archive/{year}/" for year in (2026, 2025, 2022, 2021)]
    assert links == [*years, "/fr/archive/"]
    links = [a["href"] for a in page(f"/de/{AID}/").all("a") if "/archive/" in a["href"]]
    assert links == [f"/de/{AID}/archive/{end}" for end in ("2026/", "2021/", "")]
    listed = client.get("/sitemaps/pages.xml").text
    ends = ("", "2021/", "2021/01/", "2022/", "2022/06/", "2025/", "2025/01/", "2026/", "2026/03/")
    for code in ("en", "fr", "nl", "de"):
        for end in ends:
            assert f"<loc>{BASE}/{code}/archive/{end}</loc>" in listed
    assert listed.count("<loc>") == 4 * (3 + 1 + len(ends))


def test_a_date_that_is_another_day_where_it_was_dated_is_still_said(
    page: Read, storage: Storage
) -> None:
    moment = parse_when("2026-05-01 01:00", "Asia/Tokyo")
    file(storage, release("far", moment, text("en", "Far away", "It is.")))
    html = page("/en/archive/2026/04/")
    assert "30 April 2026" in html.text("h2")
    assert html.text("time") == "18:00"
    assert client_headline(html) == "Far away"


def client_headline(html: Html) -> str:
    (headline,) = headlines(html)
    return headline
