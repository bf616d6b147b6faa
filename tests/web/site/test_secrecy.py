"""Unknown and not yet public are one and the same answer."""

import re
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from feeds import FORMATS
from press.embargo import embargo_from
from storage import Storage, topics
from tests.conftest import NOON
from tests.web.samples import PEACE, file, release, text

NOT_YET = [
    "/en/releases/not-yet",
    "/en/releases/not-yet.txt",
    "/en/releases/not-yet/contacts.vcf",
    "/en/secret-talks/",
    "/en/secret-talks/embed",
    "/en/releases/not-yet/embed",
    "/oembed?url=https://press.example.org/en/releases/not-yet",
    "/oembed?url=https://press.example.org/en/secret-talks/",
    *(f"/en/secret-talks.{extension}" for extension in FORMATS),
    "/en/archive/2026/08/",
    "/en/secret-talks/archive/",
    "/en/secret-talks/archive/2026/08/",
]
UNKNOWN = [
    "/en/releases/nowhere",
    "/en/releases/",
    "/en/releases/nowhere/",
    "/en/releases/not-yet/",
    "/en/releases/nowhere.txt",
    "/en/releases/not-yet.txt/",
    "/en/releases/demining.txt/",
    "/en/releases/demining.TXT",
    "/en/releases/nowhere/contacts.vcf",
    "/en/releases/not-yet/contacts.vcf/",
    "/en/releases/demining/contacts.vcf/",
    "/en/releases/demining//",
    "/en/nowhere/",
    "/en/nowhere",
    "/en/secret-talks",
    "/en/secret-talks.atom/",
    "/en/secret-talks/feed",
    "/en/secret-talks/rss.xml",
    "/en/nowhere/feed",
    "/en/nowhere/feed/",
    "/en/nowhere.atom",
    "/en/all.xml",
    "/en/all.ATOM",
    "/en//",
    "/en//peace-and-security/",
    "/en/peace-and-security//",
    "/feeds//",
    "/en/secret-talks/?page=2",
    "/en/?page=99",
    "/en/?page=0",
    "/en/?page=x",
    "/en/?page=%D9%A3",
    "/en/a/b/c",
    "/en/%00",
    "/en/%ff.atom",
]
NO_LANGUAGE = [
    "/xx/releases/demining.txt",
    "/xx/releases/demining/contacts.vcf",
    "/xx/",
    "/EN/",
    "/en-GB/",
    "/xx/all.atom",
    "/xx",
    "/xx/feed",
    "/xx/peace-and-security",
    "/xx/peace-and-security/feed",
    "/FEED",
    "/feed//",
    "/healthz/",
    "/static/x",
    "/sitemaps/2026-09.xml",
    "/sitemaps/2026-03-1.xml",
    "/sitemaps/2026-03-2.xml",
    "/sitemaps/2026-13.xml",
    "/sitemaps/0000-01.xml",
    "/sitemaps/9999-12.xml",
    "/sitemaps/news.xml",
    "/sitemaps/%D9%A22026-03.xml",
    "/a/b",
]
FEEDS = [f"/en/{{}}.{extension}" for extension in FORMATS]
# Of a thousand: what finding a row takes that is not given to anybody.
STEPS = 12
DUE = {"/en/releases/not-yet", "/en/secret-talks/", "/en/secret-talks.atom"}
DUE |= {"/en/releases/not-yet.txt", "/en/releases/not-yet/contacts.vcf"}


def answer_to(client: FlaskClient, address: str, **more: Any) -> tuple[int, list[Any], bytes]:
    answer = client.get(address, **more)
    return answer.status_code, sorted(answer.headers), answer.data


@pytest.mark.promise(54, 75)
@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "gzip"}, {"If-None-Match": "*"}])
@pytest.mark.parametrize("address", NOT_YET + UNKNOWN + NO_LANGUAGE)
def test_what_is_not_public_is_what_does_not_exist(
    client: FlaskClient, address: str, headers: dict[str, str]
) -> None:
    expected = answer_to(client, "/en/releases/never-existed", headers=headers)
    assert expected[0] == 404
    assert answer_to(client, address, headers=headers) == expected


@pytest.mark.parametrize("method", ["POST", "OPTIONS", "PUT"])
def test_no_method_tells_more(client: FlaskClient, method: str) -> None:
    for hidden in NOT_YET:
        unknown = hidden.replace("secret-talks", "nothing").replace("not-yet", "nothing")
        unknown = unknown.replace("2026/08", "2026/04")
        answers = [client.open(address, method=method) for address in (hidden, unknown)]
        assert answers[0].status_code == answers[1].status_code
        assert sorted(answers[0].headers) == sorted(answers[1].headers)
        assert answers[0].data == answers[1].data


@pytest.mark.parametrize(
    ("path", "tag"), [("/fr/x", "fr-BE"), ("/de/x.rss", "de-BE"), ("/x", "en")]
)
def test_it_is_said_in_the_language_of_the_address(
    client: FlaskClient, path: str, tag: str
) -> None:
    answer = client.get(path)
    assert answer.headers["Content-Language"] == tag
    assert f'lang="{tag}"' in answer.text


def test_the_address_is_not_repeated(client: FlaskClient) -> None:
    assert "smuggled" not in client.get("/en/smuggled<b>/?smuggled=1").text


COMMON = ["/en/", "/en/all.atom", "/feeds/", "/feeds.opml", "/sitemap.xml", "/news-sitemap.xml"]
COMMON += ["/en/archive/", "/en/archive/2026/", "/en/archive/2026/03/"]
COMMON += ["/sitemaps/pages.xml", "/sitemaps/2026-08.xml", "/en/all/embed"]


@pytest.mark.promise(53, 75)
@pytest.mark.parametrize("address", COMMON)
def test_a_pending_embargo_leaves_no_trace(
    client: FlaskClient, storage: Storage, address: str
) -> None:
    before = answer_to(client, address)
    due = embargo_from(NOON + timedelta(minutes=1), "Europe/Brussels")
    words = text("en", "A secret visit", "It begins.")
    file(storage, release("secret-visit", due, words, about=(PEACE, "secret-visits")))
    assert answer_to(client, address) == before
    assert "secret" not in client.get(address).text.lower()


@pytest.mark.promise(75)
def test_it_is_out_at_its_minute(client: FlaskClient, clock: Any) -> None:
    clock.now += timedelta(seconds=59.999)
    assert {client.get(address).status_code for address in DUE} == {404}
    clock.now += timedelta(milliseconds=1)
    assert {client.get(address).status_code for address in DUE} == {200}
    assert "The talks begin" in client.get("/fr/").text


def test_the_clock_is_read_once_a_request(client: FlaskClient, clock: Any) -> None:
    for count, address in enumerate(["/en/", "/en/all.atom", "/en/x", "/", "/feeds/"], start=1):
        client.get(address)
        assert clock.readings == count


def work(client: FlaskClient, storage: Storage, address: str) -> tuple[list[str], int]:
    """What is asked of the database for an address, and in how many steps of its machine."""
    asked, steps = list[str](), 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    client.get("/en/nowhere-else")  # what every such page shows is asked once a minute
    with storage.read() as db:
        connection = db.conn
    connection.set_trace_callback(asked.append)
    connection.set_progress_handler(step, 1)
    try:
        assert client.get(address).status_code == 404
    finally:
        connection.set_trace_callback(None)
        connection.set_progress_handler(None, 1)
    return [re.sub(r"'[^']*'|\b\d+\b", "?", one) for one in asked], steps


@pytest.mark.promise(120)
@pytest.mark.parametrize("former", [False, True], ids=["today's name", "a former name"])
@pytest.mark.parametrize(
    "form",
    [
        *("/en/{}/", "/en/{}", "/en/{}/?page=2", "/en/{}/2021-01.atom", "/en/{}/feed", *FEEDS),
        *("/en/{}/embed", "/oembed?url=https://press.example.org/en/{}/"),
        *("/en/{}/archive/", "/en/{}/archive/2026/", "/en/{}/archive/2026/08"),
    ],
)
def test_the_name_of_a_secret_topic_costs_what_an_unknown_one_does(
    client: FlaskClient, storage: Storage, form: str, former: bool
) -> None:
    name = "secret-talks"
    due = embargo_from(NOON + timedelta(days=1), "Europe/Brussels")
    for n in range(50):
        file(storage, release(f"due-{n}", due, text("en", "Due", "It is."), about=(name,)))
    if former:
        with storage.write() as db:
            topics.rename(db, name, "secret-meetings", NOON)
    secret, unknown = (work(client, storage, form.format(n)) for n in (name, "unknown-talk"))
    assert secret[0] == unknown[0]
    assert abs(secret[1] - unknown[1]) <= STEPS


@pytest.mark.promise(120, 158)
def test_a_month_to_come_costs_what_an_empty_one_does(
    client: FlaskClient, storage: Storage
) -> None:
    due = embargo_from(NOON + timedelta(days=8), "Europe/Brussels")
    file(storage, release("due-soon", due, text("en", "Due", "It is.")))
    secret, empty = (work(client, storage, f"/en/archive/2026/{n}/") for n in ("09", "10"))
    assert secret[0] == empty[0]
    assert abs(secret[1] - empty[1]) <= STEPS


@pytest.mark.promise(120)
@pytest.mark.parametrize(
    "form",
    [
        *("/en/releases/{}", "/fr/releases/{}", "/en/releases/{}/", "/en/releases/{}/embed"),
        "/oembed?url=https://press.example.org/en/releases/{}",
        *("/fr/releases/{}.txt", "/en/releases/{}/contacts.vcf"),
    ],
)
def test_so_does_the_name_of_a_secret_release(
    client: FlaskClient, storage: Storage, form: str
) -> None:
    secret, unknown = (work(client, storage, form.format(name)) for name in ("not-yet", "nowhere"))
    assert secret[0] == unknown[0]
    assert abs(secret[1] - unknown[1]) <= STEPS
