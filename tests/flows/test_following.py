"""Somebody signs up over HTTP, gets mail, changes their mind and is forgotten, while it serves."""

import email
import email.policy
import http.client
import re
import time
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from press.telling.subscriber import Following, Subscriber
from press.telling.wishes import Frequency, Wanted, Wishes
from storage import Storage
from storage.telling import subscribers
from tests.flows.server import HOST, Server, newsroom

pytestmark = pytest.mark.waits
ANNA = "anna.deling@daily.example"
FORM = [("email", ANNA), ("topic", "climate"), ("language", "fr"), ("language", "en")]
RELEASE = "---\ntitle: {title}\ntopics: [climate]\n---\nThe river is low.\n"


@dataclass
class Reader:
    """What one person does at a served newsroom, and what comes into their mailbox.

    Args:
        server: at work; it has no mail server, so mail goes into a folder.
    """

    server: Server

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

    def mails(self, count: int) -> list[EmailMessage]:
        """All that came, once there are so many, oldest first."""
        folder = self.server.home / "mail"
        for _ in range(300):
            if len(paths := sorted(folder.glob("*.eml"))) >= count:
                break
            time.sleep(0.1)
        time.sleep(1.5)  # whatever came too much would be there by then
        paths = sorted(folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
        policy = email.policy.default
        return [email.message_from_bytes(path.read_bytes(), policy=policy) for path in paths]

    def known(self) -> Subscriber:
        with self.storage() as db:
            found = subscribers.get(db, 1)
        assert found
        return found

    def dump(self) -> str:
        with self.storage() as db:
            tables = ("subscriber", "subscription", "subscriber_language", "journal", "sign_up")
            return repr([list(map(tuple, db.execute(f"SELECT * FROM {t}"))) for t in tables])

    def storage(self):  # type: ignore[no-untyped-def]
        return Storage(self.server.home / "newsroom.db").read()


def link_in(mail: EmailMessage, purpose: str) -> str:
    """The path of a link in a mail."""
    body = mail.get_body(("plain",))
    assert body
    found = re.search(rf"https?://\S+/follow/{purpose}/[\w-]+", body.get_content())
    assert found, body.get_content()
    return urlsplit(found[0]).path


def holding(home: Path, words: str) -> list[str]:
    files = [path for path in home.rglob("*") if path.is_file()]
    return [path.name for path in files if words.encode() in path.read_bytes()]


def publish(server: Server, folder: Path, title: str) -> None:
    path = folder / f"{title}.md"
    path.write_text(RELEASE.format(title=title))
    for words in (("import", str(path)), ("publish", title[-1], "--yes")):
        done = newsroom(server.home, *words, **server.settings)
        assert done.returncode == 0, done.stderr


def open_newsroom(server: Server) -> Reader:
    server.start()
    done = newsroom(server.home, "topics", "add", "climate", "--title", "en=Climate")
    assert done.returncode == 0, done.stderr
    return Reader(server)


def test_somebody_follows_gets_mail_changes_their_mind_and_leaves(
    server: Server, tmp_path: Path
) -> None:
    reader = open_newsroom(server)
    status, _, body = server.get("/fr/follow/?topic=climate")
    assert status == 200
    assert re.search(rb'value="climate"[^>]* checked', body)
    assert set(re.findall(rb' name="(\w+)"', body)) >= {b"email", b"topic", b"language", b"when"}

    # However often they ask, one mail comes, and nobody is told whether they are known.
    first = reader.post("/fr/follow/", FORM)
    assert first[0] == 200
    assert {reader.post("/fr/follow/", FORM)[2] for _ in range(99)} == {first[2]}
    (asked,) = reader.mails(1)
    assert (asked["To"], asked["Content-Language"]) == (ANNA, "fr-BE")
    assert reader.known().state is Following.ASKED

    # A program that follows every link changes nothing; a button does, also when pressed twice.
    confirm, before = link_in(asked, "confirm"), reader.dump()
    assert {server.get(confirm, method)[0] for method in ("GET", "HEAD")} == {200}
    assert reader.dump() == before
    assert [reader.post(confirm, [])[0] for _ in range(2)] == [200, 200]
    assert reader.known().wishes == Wishes(("climate",), ("fr", "en"))

    # What comes out is told, and the mail leads to where all of it can be changed.
    publish(server, tmp_path, "River 1")
    told = reader.mails(2)[-1]
    assert "River 1" in told["Subject"]
    manage, before = link_in(told, "manage"), reader.dump()
    assert "Vos messages de notre part" in server.get(manage)[2].decode()
    assert reader.dump() == before
    changed = [("topic", "all"), ("language", "nl"), ("texts", "official"), ("zone", "UTC")]
    assert reader.post(manage, changed)[0] == 200
    wishes = Wishes(("all",), ("nl",), Frequency.INSTANT, Wanted.OFFICIAL, "UTC")
    assert reader.known().wishes == wishes

    # Their mail program ends it without asking (RFC 8058), and tells us twice.
    assert told["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    unsubscribe = urlsplit(re.findall("<(http[^>]+)>", told["List-Unsubscribe"])[0]).path
    assert server.get(unsubscribe)[0] == 200
    assert reader.known().address == ANNA
    one_click = [("List-Unsubscribe", "One-Click")]
    assert [reader.post(unsubscribe, one_click)[0] for _ in range(2)] == [200, 200]
    assert reader.known().address is None
    publish(server, tmp_path, "River 2")
    assert len(reader.mails(2)) == 2


def test_who_is_erased_while_it_serves_is_in_no_file_of_the_home(server: Server) -> None:
    reader = open_newsroom(server)
    for n in range(15):
        reader.post("/en/follow/", [("email", f"reader{n}@x.example"), *FORM[1:]])
    reader.post("/en/follow/", FORM)
    assert len(reader.mails(16)) == 16
    assert len(holding(server.home, ANNA)) > 1
    done = newsroom(server.home, "subscribers", "erase", ANNA)
    assert done.returncode == 0, done.stderr
    assert "is erased, with 1 mail in the home" in done.stdout
    assert holding(server.home, "anna.deling") == []
    assert holding(server.home, "reader14@x.example")
    assert len(reader.mails(15)) == 15
