"""`deploy/nginx.conf` with Debian's nginx: every answer is the newsroom's own."""

import http.client
import json
import socket
import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import formatdate
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest

from benchmarks.proxy import Proxy, standing_before
from newsroom.telling.link_tokens import LinkTokens
from press.topic import Topic
from storage import Storage, topics
from storage.telling import subscribers
from tests.deploy.asking import ask, ask_securely, both, keys
from tests.deploy.conftest import TOKEN
from tests.flows.server import HOST, Server, free_port, newsroom
from web.cache.coding import best

pytestmark = [pytest.mark.usefixtures("nginx"), pytest.mark.waits]
FEEDS = ["/en/all.atom", "/fr/all.rss", "/nl/all.json"]
PAGES = [
    "/en/",
    "/en/follow/",
    "/en/all/embed",
    "/en/all/embed?n=2",
    "/feeds/",
    "/feeds.opml",
    "/sitemap.xml",
    "/robots.txt",
    "/static/style.css",
]
MISSING = [
    "/en/nowhere/",
    "/en//all.atom",
    "/files/nothing/x.pdf",
    "/EN/all.atom",
    "/en/all.atom//",
]
MISSING += ["/xx/follow/", "/follow/confirm/1-x"]
CODINGS = ["br", "gzip", "identity"]
PLAIN = ["", "gzip", "br", "BR", "identity", "*", "deflate", "gzip, deflate, br, zstd", "gzip,br"]
PLAIN += ["x-gzip", "deflate , gzip", "brotli", "zstd,br ,gzip", "abr, gzipped", "compress, gzip"]
WEIGHED = ["gzip;q=1.0,deflate;q=0.6,identity;q=0.3", "br;q=0, gzip", "br; q=0.000, *", "gzip;q=0"]
WEIGHED += ["*;q=0", "br;q=0,gzip;q=0", "gzip;q=0, *;q=0.5", "br;q=1.0, gzip;q=0.8, *;q=0.1"]
WEIGHED += ["br;q=0, *;q=0, gzip;q=.5", "identity;q=0, *", "gzip, *;q=0", "br;q=0.001"]


@pytest.fixture
def changing(tmp_path: Path) -> Iterator[tuple[Server, Proxy]]:
    """A newsroom that a test changes, and nginx before it.

    Every page names the topics, one that is missing too, and what nginx keeps is good for its
    minute: a topic declared in the newsroom of the others would have them fail in that minute.
    """
    one = Server(tmp_path / "home")
    one.start()
    try:
        with standing_before(one.port, tmp_path / "nginx") as proxy:
            yield one, proxy
    finally:
        one.stop()


def test_it_speaks_tls_and_http_2(proxy: Proxy) -> None:
    context = ssl.create_default_context(cafile=str(proxy.certificate))
    context.set_alpn_protocols(["h2"])
    with (
        socket.create_connection((HOST, proxy.tls)) as bare,
        context.wrap_socket(bare, server_hostname=HOST) as secure,
    ):
        assert secure.selected_alpn_protocol() == "h2"
        assert secure.version() == "TLSv1.3"


def test_what_comes_over_tls_is_what_the_newsroom_says(server: Server, proxy: Proxy) -> None:
    for path in FEEDS:
        said = ask_securely(proxy, path, Accept_Encoding="br")
        assert said.status == 200
        assert said.body == ask(server.port, path, Accept_Encoding="br").body


def test_who_comes_without_tls_is_sent_on_to_the_name_of_the_newsroom(proxy: Proxy) -> None:
    said = ask(proxy.redirecting, "/en/all.atom?x=1", Host="elsewhere.example")
    assert said.status == 301
    assert said.headers["location"] == "https://press.example.org/en/all.atom?x=1"


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("path", [*FEEDS, *PAGES, *MISSING[:2], *MISSING[3:]])
def test_every_answer_is_the_newsrooms_own_kept_or_not(
    server: Server, proxy: Proxy, path: str, coding: str
) -> None:
    for _ in range(2):
        for method in ("GET", "HEAD"):
            own, passed = both(server.port, proxy, path, method, Accept_Encoding=coding)
            assert passed == own
            assert own.headers["vary"] == "Accept-Encoding"  # nginx.conf relies on it


@pytest.mark.parametrize("path", MISSING)
def test_what_is_unknown_is_missing(server: Server, proxy: Proxy, path: str) -> None:
    own, passed = both(server.port, proxy, path)
    assert passed == own
    assert passed.status == 404


@pytest.mark.promise(110, 111)
def test_a_renamed_topic_and_what_people_mean_lead_on_as_from_the_newsroom(
    changing: tuple[Server, Proxy],
) -> None:
    server, proxy = changing
    storage = Storage(server.home / "newsroom.db")
    with storage.write() as db:
        topics.declare(db, Topic("winds", titles={"en": "Winds"}), datetime.now(UTC))
        topics.rename(db, "winds", "gales", datetime.now(UTC))
    storage.close()
    places = {f"/fr/winds{end}": f"/fr/gales{end}" for end in (".atom", ".rss", ".json", "/")}
    places |= {"/fr/winds": "/fr/gales/", "/fr/gales": "/fr/gales/", "/rss": "/en/all.rss"}
    for path, place in (places | {"/favicon.ico": "/static/icon-144.png"}).items():
        for method in ("GET", "GET", "HEAD"):
            own, passed = both(server.port, proxy, path, method)
            assert passed == own
            assert (passed.status, passed.headers["location"]) == (301, place)


@pytest.mark.parametrize("path", FEEDS)
@pytest.mark.parametrize("coding", CODINGS)
def test_who_holds_it_is_told_so_whatever_coding_or_proxy_their_tag_came_by(
    server: Server, proxy: Proxy, path: str, coding: str
) -> None:
    tags = [ask(proxy.plain, path, Accept_Encoding=c).headers["etag"] for c in CODINGS]
    assert len(set(tags)) == len(CODINGS)
    held = [*tags, f"W/{tags[0]}", f'"other", {tags[1]}', f'{tags[2][:-1]}-gzip"', "*"]
    for tag in held:
        headers = {"Accept_Encoding": coding, "If_None_Match": tag}
        own, passed = both(server.port, proxy, path, **headers)
        assert (passed.status, passed.body) == (304, b"")
        for name in ("etag", "cache-control", "vary", "link", "access-control-allow-origin"):
            assert passed.headers.get(name) == own.headers.get(name)


def test_who_holds_another_gets_the_whole(proxy: Proxy) -> None:
    for coding in CODINGS:
        said = ask(proxy.plain, FEEDS[0], Accept_Encoding=coding, If_None_Match='"another"')
        assert said.status == 200
        assert said.body


def dated(server: Server, path: str) -> str:
    """A feed's Last-Modified; there is none yet in the very second of a change."""
    while not (since := ask(server.port, path).headers.get("last-modified")):
        time.sleep(0.1)
    return since


@pytest.mark.promise(114)
def test_who_knows_since_when_it_is_so_is_told_that_it_still_is(
    server: Server, proxy: Proxy
) -> None:
    since = dated(server, FEEDS[0])
    for date, status in (
        (since, 304),
        (formatdate(usegmt=True), 304),
        ("Fri, 31 Dec 1999 10:00:00 GMT", 200),
        ("Fri, 31 Dec 2060 10:00:00 GMT", 200),
        ("Fri, 01 Jan 99999999999 00:00:00 GMT", 200),
        ("yesterday", 200),
    ):
        own, passed = both(server.port, proxy, FEEDS[0], If_Modified_Since=date)
        assert passed == own
        assert passed.status == status
    tag = ask(proxy.plain, FEEDS[0]).headers["etag"]
    later = {"If_None_Match": tag, "If_Modified_Since": "Fri, 31 Dec 2060 10:00:00 GMT"}
    assert ask(proxy.plain, FEEDS[0], **later).status == 304


@pytest.mark.promise(113)
def test_a_feed_of_the_second_of_a_change_is_not_kept_without_its_date(
    changing: tuple[Server, Proxy],
) -> None:
    server, proxy = changing
    storage, undated = Storage(server.home / "newsroom.db"), 0
    for number in range(5):
        with storage.write() as db:
            topic = Topic(f"moment-{number}", titles={"en": "A moment"})
            topics.declare(db, topic, datetime.now(UTC))
        path = f"/en/{topic.slug}.rss"
        said = ask(proxy.plain, path)
        if "last-modified" not in said.headers:
            assert said.headers["cache-control"] == "public, max-age=0"
            undated += 1
        time.sleep(1)
        assert "last-modified" in ask(proxy.plain, path).headers
    storage.close()
    assert undated


@pytest.mark.parametrize("wish", PLAIN)
def test_a_wish_without_weights_is_read_as_the_newsroom_reads_it(proxy: Proxy, wish: str) -> None:
    said = ask(proxy.plain, FEEDS[0], Accept_Encoding=wish)
    assert said.headers.get("content-encoding", "identity") == best(wish)


@pytest.mark.parametrize("wish", WEIGHED)
def test_whatever_is_wished_what_is_refused_is_not_sent(proxy: Proxy, wish: str) -> None:
    coding = ask(proxy.plain, FEEDS[0], Accept_Encoding=wish).headers.get("content-encoding")
    alone = f"{coding}, identity;q=0, *;q=0"
    assert coding is None or best(f"{wish}, {alone}") == coding
    assert (coding is None) == (best(wish) == "identity")


def test_a_thousand_spellings_are_three_answers(proxy: Proxy, folder: Path) -> None:
    path = "/de/all.atom"
    for number in range(1000):
        wish = ["br, x{}", "x{}, gzip", "x{}", "gzip, x{};q=0.3, br;q=0.9"][number % 4]
        assert ask(proxy.plain, path, Accept_Encoding=wish.format(number)).status == 200
    kept = {key.partition(" ")[2] for key in keys(folder) if key.endswith(path)}
    assert kept == {f"{coding} {path}" for coding in CODINGS}


def test_previews_figures_and_health_are_never_kept_nor_a_preview_written_down(
    server: Server, proxy: Proxy, folder: Path
) -> None:
    releases = json.loads(newsroom(server.home, "releases", "--json").stdout)
    draft = next(one["id"] for one in releases if one["state"] == "draft")
    address = urlsplit(newsroom(server.home, "preview", str(draft)).stdout.strip()).path
    assert address.startswith("/preview/")
    figures = {"Authorization": f"Bearer {TOKEN}"}
    for path, headers in ((address, {}), ("/metrics", figures), ("/healthz", {}), ("/readyz", {})):
        for _ in range(2):
            said = ask(proxy.plain, path, **headers)
            assert said.status == 200
            assert "no-store" in said.headers["cache-control"]
        assert [key for key in keys(folder) if key.endswith(path)] == []
    time.sleep(6)  # what is logged is written down after five seconds
    for log in (folder / "logs").iterdir():
        assert address not in log.read_text()


def sign_up(port: int, name: str, place: str) -> int:
    """Sign somebody up, and say that it is somebody of that network who asks."""
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        fields = {"email": f"{name}@daily.example", "topic": "all", "language": "en"}
        kind = {"Content-Type": "application/x-www-form-urlencoded", "X-Real-IP": place}
        connection.request("POST", "/en/follow/", urlencode(fields), kind)
        return connection.getresponse().status
    finally:
        connection.close()


def networks(server: Server) -> set[str]:
    """The hashes of the networks from which people signed up."""
    storage = Storage(server.home / "newsroom.db")
    with storage.read() as db:
        found = {place for (place,) in db.execute("SELECT place FROM sign_up")}
    storage.close()
    return found


def test_who_signs_up_is_told_apart_by_nginx_whatever_they_say_of_themselves(
    server: Server, proxy: Proxy
) -> None:
    for n in range(3):
        assert sign_up(proxy.plain, f"a{n}", f"192.0.{n}.1") == 200
    assert len(networks(server)) == 1
    assert sign_up(server.port, "b", "192.0.2.1") == 200  # as nginx would say it
    assert len(networks(server)) == 2


def test_links_of_mails_are_never_kept_nor_written_down(
    server: Server, proxy: Proxy, folder: Path
) -> None:
    newsroom(server.home, "subscribers", "add", "reader@daily.example")
    told = json.loads(newsroom(server.home, "subscribers", "export", "reader@daily.example").stdout)
    storage = Storage(server.home / "newsroom.db")
    with storage.read() as db:
        reader = subscribers.get(db, told["number"])
    assert reader
    link = f"/follow/unsubscribe/{LinkTokens(storage).make(reader, 'unsubscribe')}"
    storage.close()
    for method in ("GET", "HEAD", "POST", "POST", "GET"):
        said = ask(proxy.plain, link, method)
        assert (said.status, said.headers["cache-control"]) == (200, "private, no-store")
    assert ask(proxy.plain, link, "POST", Content_Length=str(2**15)).status == 413
    assert [key for key in keys(folder) if "/follow/unsubscribe" in key] == []
    time.sleep(6)  # what is logged is written down after five seconds
    for log in (folder / "logs").iterdir():
        assert link not in log.read_text()


def test_a_file_comes_whole_or_in_part(
    server: Server, proxy: Proxy, report: tuple[str, bytes]
) -> None:
    path, content = report
    whole = both(server.port, proxy, path)
    assert whole[1] == whole[0]
    assert whole[1].body == content
    assert ask(proxy.plain, f"{path}?again=1").body == content
    for part in ("bytes=10-19", "bytes=-5", "bytes=299000-"):
        own, passed = both(server.port, proxy, path, Range=part)
        assert passed.status == own.status == 206
        assert passed.body == own.body
        assert own.headers == passed.headers | {"accept-ranges": "bytes"}  # said of a whole only
    assert ask(proxy.plain, path, Range="bytes=1-2,5-6").body == content
    assert ask(proxy.plain, path, Range="bytes=900000-").status == 416
    tag = whole[0].headers["etag"]
    assert ask(proxy.plain, path, If_None_Match=tag).status == 304
    assert ask(proxy.plain, path, Range="bytes=10-19", If_Range='"other"').body == content


def test_too_much_is_refused_before_it_reaches_the_newsroom(proxy: Proxy) -> None:
    assert ask(proxy.plain, "/en/", Content_Length=str(2**20)).status == 413
    assert ask(proxy.plain, "/en/", X_Long="x" * 40_000).status == 400
    assert ask(proxy.plain, f"/{'x' * 40_000}").status == 414


def test_while_the_newsroom_is_away_who_asks_is_told_when_to_come_again(tmp_path: Path) -> None:
    with standing_before(free_port(), tmp_path / "nginx") as alone:
        for path in ("/en/all.atom", "/preview/x", "/files/x/y.pdf"):
            said = ask(alone.plain, path)
            assert said.status == 503
            assert said.headers["retry-after"] == "5"
            assert said.headers["cache-control"] == "no-store"


def subscribe(proxy: Proxy, body: str) -> int:
    """Ask the hub through nginx."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    connection = http.client.HTTPConnection(HOST, proxy.plain, timeout=30)
    try:
        connection.request("POST", "/hub", body, form)
        return connection.getresponse().status
    finally:
        connection.close()


def test_the_hub_is_asked_through_it_and_not_by_one_address_without_end(
    server: Server, proxy: Proxy
) -> None:
    # To end what never began: nobody's callback is asked.
    said = {"hub.mode": "unsubscribe", "hub.callback": "https://reader.example/back"}
    topic = {"hub.topic": f"{server.settings['BASE_URL']}/en/all.atom"}
    assert subscribe(proxy, urlencode(said | topic)) == 202
    assert subscribe(proxy, urlencode(said)) == 400
    assert subscribe(proxy, "x" * 20_000) == 413
    statuses = [subscribe(proxy, "") for _ in range(400)]
    assert set(statuses) == {400, 429}


@pytest.mark.promise(146, 171)
def test_questions_are_kept_nowhere_and_not_asked_by_one_address_without_end(
    server: Server, proxy: Proxy
) -> None:
    page = quote(f"http://{HOST}:{server.port}/en/", safe="")
    shown = ask(proxy.plain, f"/oembed?url={page}")
    assert (shown.status, shown.headers["cache-control"]) == (200, "public, max-age=0")
    first = ask(proxy.plain, "/en/search?q=first")
    assert (first.status, first.headers["x-robots-tag"]) == (200, "noindex")
    held = {"If_None_Match": first.headers["etag"]}
    assert ask(proxy.plain, "/en/search?q=first", **held).status == 304
    statuses = [ask(proxy.plain, f"/en/search?page={n}").status for n in range(400)]
    assert set(statuses) == {200, 404, 429}
