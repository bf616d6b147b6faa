"""Somebody signs up over HTTP, confirms, changes their mind and is forgotten, while it serves."""

import http.client
import re
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from newsroom.settings import load_settings
from newsroom.telling.following import SignUps
from press.telling.subscriber import Following, Subscriber
from press.telling.wishes import Frequency, Wanted, Wishes
from storage import Storage
from storage.telling import subscribers
from tests.flows.server import HOST, Server, newsroom

pytestmark = pytest.mark.waits
ANNA = "anna.deling@daily.example"
FORM = [("email", ANNA), ("topic", "climate"), ("language", "fr"), ("language", "en")]


class Reader:
    """What one person does at a served newsroom, and what their mailbox would tell them.

    Args:
        server: at work.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        settings = load_settings({"NEWSROOM_MODELS": ""}, server.home)
        self.storage = Storage(settings.database)
        self.following = SignUps(self.storage, settings.site)

    def post(self, path: str, fields: list[tuple[str, str]]) -> tuple[int, list[str], bytes]:
        connection = http.client.HTTPConnection(HOST, self.server.port, timeout=30)
        try:
            kind = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", path, urlencode(fields), kind)
            answer = connection.getresponse()
            headers = [f"{k}: {v}" for k, v in answer.getheaders() if k.lower() != "date"]
            return answer.status, sorted(headers), answer.read()
        finally:
            connection.close()

    def known(self) -> Subscriber:
        with self.storage.read() as db:
            found = subscribers.get(db, 1)
        assert found
        return found

    def link(self, purpose: str) -> str:
        return urlsplit(self.following.address(self.known(), purpose)).path

    def notices(self) -> list[tuple[str, str]]:
        with self.storage.read() as db:
            return [tuple(row) for row in db.execute("SELECT kind, language FROM notice")]

    def dump(self) -> str:
        with self.storage.read() as db:
            return "\n".join(db.conn.iterdump())


def holding(home: Path, words: str) -> list[str]:
    files = [path for path in home.rglob("*") if path.is_file()]
    return [path.name for path in files if words.encode() in path.read_bytes()]


def test_somebody_follows_changes_their_mind_and_is_forgotten(server: Server) -> None:
    server.start()
    assert (
        newsroom(server.home, "topics", "add", "climate", "--title", "en=Climate").returncode == 0
    )
    reader = Reader(server)

    # The page asks for what the newsroom takes.
    status, _, body = server.get("/fr/follow/?topic=climate")
    assert status == 200
    assert re.search(rb'value="climate"[^>]* checked', body)
    assert set(re.findall(rb' name="(\w+)"', body)) >= {b"email", b"topic", b"language", b"when"}

    # However often they ask, one mail is owed, and nobody is told whether they are known.
    first = reader.post("/fr/follow/", [*FORM, ("when", "daily")])
    assert first[0] == 200
    for n in range(99):
        again = reader.post("/fr/follow/", [*FORM, ("when", ["weekly", "daily"][n % 2])])
        assert again == first
    assert reader.notices() == [("confirm", "fr")]
    assert reader.known().state is Following.ASKED

    # A program that follows every link changes nothing.
    links = [reader.link(purpose) for purpose in ("confirm", "manage", "unsubscribe")]
    before = reader.dump()
    for link in links:
        assert {server.get(link, method)[0] for method in ("GET", "HEAD")} == {200}
    assert reader.dump() == before

    # A button confirms it, and another changes it.
    assert [reader.post(links[0], [])[0] for _ in range(2)] == [200, 200]
    asked = reader.known()
    assert asked.state is Following.FOLLOWS
    assert asked.wishes.languages == ("fr", "en")
    changed = [("topic", "all"), ("language", "nl"), ("when", "weekly"), ("texts", "official")]
    assert reader.post(links[1], [*changed, ("zone", "Europe/Athens")])[0] == 200
    wishes = Wishes(("all",), ("nl",), Frequency.WEEKLY, Wanted.OFFICIAL, "Europe/Athens")
    assert reader.known().wishes == wishes
    assert b"Uw e-mails van ons" in server.get(links[1])[2]

    # Their mail program ends it without asking, and tells us twice.
    one_click = [("List-Unsubscribe", "One-Click")]
    assert [reader.post(links[2], one_click)[0] for _ in range(2)] == [200, 200]
    assert reader.known().address is None


def test_who_is_erased_while_it_serves_is_in_no_file_of_the_home(server: Server) -> None:
    server.start()
    reader = Reader(server)
    for n in range(15):
        reader.post("/en/follow/", [("email", f"reader{n}@x.example"), *FORM[1:], ("topic", "all")])
    done = newsroom(server.home, "subscribers", "add", ANNA)
    assert done.returncode == 0, done.stderr
    reader.storage.close()
    assert holding(server.home, ANNA)
    done = newsroom(server.home, "subscribers", "erase", ANNA)
    assert done.returncode == 0, done.stderr
    assert "is erased" in done.stdout
    assert holding(server.home, "anna.deling") == []
    assert holding(server.home, "reader14@x.example")
