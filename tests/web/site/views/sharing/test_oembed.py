"""What a program puts in the place of one of our addresses."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from newsroom.proofs.probes import Probes
from press.embargo import embargo_from
from storage import Storage, topics
from storage.filed import releases
from tests.conftest import NOON
from tests.web.reading import Html
from tests.web.samples import PEACE, SECRET, ZONE, file, release, text
from tests.web.site.test_secrecy import answer_to
from tests.web.site.views.following import Desk
from tests.web.site.views.sharing.conftest import Attach

Read = Callable[[str], Html]
BASE = "https://press.example.org"
DEMINING = f"{BASE}/fr/releases/demining"
HIDDEN = [f"{BASE}/en/releases/not-yet", f"{BASE}/en/secret-talks/", f"{BASE}/fr/releases/not-yet"]
UNKNOWN = [
    *(f"{BASE}/en/releases/nothing", f"{BASE}/en/nothing/", f"{BASE}/xx/", f"{BASE}/", BASE, ""),
    *("https://elsewhere.example/en/releases/demining", "//press.example.org/en/", "/en/", "en"),
    *(f"{BASE}.evil.example/en/", f"{BASE}:81/en/", "https://me@press.example.org/en/"),
    *(f"{BASE}/feeds/", f"{BASE}/en/all.atom", f"{BASE}/static/style.css", f"{BASE}/healthz"),
    *(f"{BASE}/en/search?q=x", f"{BASE}/oembed?url=x", f"{BASE}/en/releases/demining/embed"),
    *("https://[", "javascript:alert(1)", f"ftp://{BASE[8:]}/en/", f"{BASE}/en/%00", "\x00"),
    f"{BASE}/{'x' * 9000}",
]


def asked(address: str, **more: object) -> str:
    return "/oembed?url=" + quote(address, safe="") + "".join(f"&{k}={v}" for k, v in more.items())


def said(answer: TestResponse) -> dict[str, Any]:
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    found: dict[str, Any] = json.loads(answer.data)
    return found


@pytest.mark.promise(171)
def test_a_release_is_told_of_with_a_frame_that_shows_it(client: FlaskClient) -> None:
    found = said(client.get(asked(DEMINING)))
    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert found["title"] == "Velmora déblaie les derniers champs de mines de la vallée du Sarrel"
    assert found["author_name"] == "Ministry of Foreign Affairs of Velmora - Press office (P&I)"
    assert (found["provider_name"], found["provider_url"]) == ("Press office", f"{BASE}/")
    (frame,) = Html(found["html"]).all("iframe")
    assert frame["src"] == f"{DEMINING}/embed"
    assert (int(frame["width"]), int(frame["height"])) == (found["width"], found["height"])
    assert client.get(frame["src"].removeprefix(BASE)).status_code == 200


@pytest.mark.promise(171)
@pytest.mark.parametrize(
    ("address", "embedded"),
    [
        (f"{BASE}/en/", "/en/all/embed"),
        (f"{BASE}/fr/peace-and-security/", "/fr/peace-and-security/embed"),
        (f"{BASE}/fr/peace-and-security/?page=2", "/fr/peace-and-security/embed"),
        (f"{DEMINING}?utm_source=x#until-the-spring", "/fr/releases/demining/embed"),
        (f"{DEMINING}/", "/fr/releases/demining/embed"),
        (DEMINING.replace("https:", "http:"), "/fr/releases/demining/embed"),
        (DEMINING.replace("press.e", "PRESS.E"), "/fr/releases/demining/embed"),
        # What stands in for a translation has a page, too.
        (f"{BASE}/de/releases/demining", "/de/releases/demining/embed"),
    ],
)
def test_every_page_of_releases_can_be_put_elsewhere(
    client: FlaskClient, address: str, embedded: str
) -> None:
    (frame,) = Html(said(client.get(asked(address)))["html"]).all("iframe")
    assert frame["src"] == BASE + embedded
    assert client.get(embedded).status_code == 200


@pytest.mark.promise(171)
@pytest.mark.parametrize("code", ["en", "fr", "nl", "de"])
def test_a_releases_page_says_where_to_ask(client: FlaskClient, page: Read, code: str) -> None:
    (link,) = page(f"/{code}/releases/demining").all("link", type="application/json+oembed")
    assert link["rel"] == "alternate"
    assert link["href"].startswith(f"{BASE}/oembed?url=https%3A%2F%2F")
    assert said(client.get(link["href"].removeprefix(BASE)))["title"] == link["title"]


@pytest.mark.promise(171)
def test_it_is_said_in_xml_as_well_and_in_nothing_else(client: FlaskClient) -> None:
    answer = client.get(asked(DEMINING, format="xml"))
    assert answer.mimetype == "text/xml"
    root = ET.fromstring(answer.data)
    assert root.tag == "oembed"
    assert {one.tag: one.text for one in root} == {
        name: str(value) for name, value in said(client.get(asked(DEMINING))).items()
    }
    for address in (DEMINING, *HIDDEN, *UNKNOWN[:3]):
        assert client.get(asked(address, format="yaml")).status_code == 501


@pytest.mark.promise(171)
@pytest.mark.parametrize("address", [DEMINING, f"{BASE}/en/"])
@pytest.mark.parametrize("width", [1, 199, 200, 599, 600, 3000])
@pytest.mark.parametrize("height", [1, 119, 120, 259, 261, 441])
def test_nothing_is_larger_than_there_is_room_for(
    client: FlaskClient, address: str, width: int, height: int
) -> None:
    found = said(client.get(asked(address, maxwidth=width, maxheight=height)))
    assert (found["type"] == "rich") == (width >= 200 and height >= 120)
    if found["type"] == "rich":
        assert found["width"] <= width
        assert found["height"] <= height
        (frame,) = Html(found["html"]).all("iframe")
        assert (int(frame["width"]), int(frame["height"])) == (found["width"], found["height"])
    else:
        assert not {"html", "width", "height"} & found.keys()


@pytest.mark.parametrize("room", ["x", "-1", "0", "", "1e9", "9999999", "٣٠٠"])
def test_room_that_is_no_number_says_nothing(client: FlaskClient, room: str) -> None:
    assert said(client.get(asked(DEMINING, maxwidth=quote(room)))) == said(
        client.get(asked(DEMINING))
    )


@pytest.mark.promise(171)
def test_a_picture_is_offered_where_there_is_room_for_it(
    client: FlaskClient, attach: Attach
) -> None:
    shown = attach("demining", 800, 400)
    found = said(client.get(asked(DEMINING)))
    assert found["thumbnail_url"] == f"{BASE}/files/{shown.token}/{shown.name}"
    assert (found["thumbnail_width"], found["thumbnail_height"]) == (800, 400)
    small = said(client.get(asked(DEMINING, maxwidth=799)))
    assert not [name for name in small if name.startswith("thumbnail")]


@pytest.mark.promise(171)
@pytest.mark.parametrize(("past", "left"), [(0, 60), (0.5, 59), (30, 30), (59.999, 1)])
def test_it_is_good_until_the_next_whole_minute_and_no_cache_makes_that_longer(
    client: FlaskClient, clock: Any, past: float, left: int
) -> None:
    clock.now += timedelta(seconds=past)
    answer = client.get(asked(DEMINING))
    assert said(answer)["cache_age"] == left
    assert answer.headers["Cache-Control"] == "public, max-age=0"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    held = client.get(asked(DEMINING), headers={"If-None-Match": answer.headers["ETag"]})
    assert held.status_code == 304
    clock.now += timedelta(seconds=1)
    held = client.get(asked(DEMINING), headers={"If-None-Match": answer.headers["ETag"]})
    assert held.status_code == 200


@pytest.mark.promise(75, 171)
@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("address", HIDDEN + UNKNOWN)
def test_what_is_not_out_and_what_is_not_ours_are_one_answer(
    client: FlaskClient, address: str, form: str
) -> None:
    for headers in ({}, {"Accept-Encoding": "gzip"}, {"If-None-Match": "*"}):
        expected = answer_to(client, "/en/releases/never-existed", headers=headers)
        assert answer_to(client, asked(address, format=form), headers=headers) == expected
    assert answer_to(client, "/oembed") == answer_to(client, "/en/releases/never-existed")


@pytest.mark.promise(171)
@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_renamed_topic_is_told_of_at_its_old_address_as_at_its_new_one(
    client: FlaskClient, storage: Storage, form: str
) -> None:
    with storage.write() as db:
        topics.rename(db, PEACE, "peace", NOON)
    old, new = (asked(f"{BASE}/fr/{name}/", format=form) for name in (PEACE, "peace"))
    assert client.get(new).status_code == 200
    assert answer_to(client, old) == answer_to(client, new)


@pytest.mark.promise(75, 171)
def test_a_secret_topic_that_was_renamed_stays_unknown(
    client: FlaskClient, storage: Storage
) -> None:
    with storage.write() as db:
        topics.rename(db, SECRET, "secret-meetings", NOON)
    unknown = answer_to(client, asked(f"{BASE}/fr/nothing/"))
    for name in (SECRET, "secret-meetings"):
        assert answer_to(client, asked(f"{BASE}/fr/{name}/")) == unknown


@pytest.mark.promise(75, 171)
def test_it_is_told_of_at_its_minute(client: FlaskClient, clock: Any) -> None:
    address = asked(f"{BASE}/en/releases/not-yet")
    clock.now += timedelta(seconds=59.999)
    assert client.get(address).status_code == 404
    clock.now += timedelta(milliseconds=1)
    assert said(client.get(address))["title"] == "The talks begin"


def test_a_release_taken_back_is_not_put_anywhere_any_more(
    client: FlaskClient, storage: Storage
) -> None:
    with storage.write() as db:
        number = next(one.id for one in releases.every(db) if one.slug == "compass")
        releases.withdraw(db, number, "In error.", NOON - timedelta(minutes=1))
    assert client.get(asked(f"{BASE}/en/releases/compass")).status_code == 404


def test_letters_that_mean_something_stay_letters(client: FlaskClient) -> None:
    found = said(client.get(asked(f"{BASE}/en/releases/script")))
    assert found["title"] == "<script>alert(1)</script> & “more”"
    html = Html(found["html"])
    assert [tag for tag, _ in html.elements] == ["iframe"]
    assert html.all("iframe")[0]["title"] == found["title"]


def test_whoever_feels_about_for_a_release_here_is_noticed(
    desk: Desk, storage: Storage, probes: Probes
) -> None:
    due = embargo_from(NOON + timedelta(days=1), ZONE)
    file(storage, release("harbour-talks", due, text("en", "Talks", "They do.")))
    desk.client.get(asked(f"{BASE}/en/releases/harbour-talk"))
    probes.look(10)
    assert probes.near == 1
