"""A program elsewhere is told: at the minute, signed, again under the same name, and of the end."""

import json
import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from standardwebhooks import Webhook as Reader

from delivery.http import GuardedClient
from newsroom.settings import load_settings
from newsroom.telling.hooks import Hooks
from newsroom.telling.webhooks import Webhooks
from newsroom.wiring import Newsroom, open_newsroom
from press.releases.readiness import BY_DEFAULT
from press.topic import Topic
from tests.delivery.receivers import say, serving
from tests.flows.hidden import EARLY, MINUTE, SETTINGS
from tests.flows.server import Server, newsroom, until
from tests.flows.test_embargo import started
from tests.flows.test_rough_words import HEADLINE, PEACE, filed, rough_words
from tests.newsroom.tasks.test_work import do

pytestmark = [pytest.mark.waits, pytest.mark.timeout(480)]

SECRET_WORDS = "Two neighbours agree on a shared river"
SETTING = {"PRIVATE_CALLBACKS": "on", "LANGUAGES": "en,fr"}


class Witness:
    """A program that verifies each message as it comes, and cannot take the first."""

    def __init__(self) -> None:
        self.reader: Reader | None = None
        self.told: list[tuple[datetime, str, dict[str, Any]]] = []

    def __call__(self, handler: Any) -> None:
        _, headers, body = handler.asked
        assert self.reader
        event = self.reader.verify(body, headers)
        self.told.append((datetime.now(UTC), headers["webhook-id"], event))
        say(500 if len(self.told) == 1 else 204, b"")(handler)

    def wait_for(self, count: int) -> None:
        until(lambda: len(self.told) >= count)


def added(server: Server, address: str) -> str:
    """Have a program told; its secret."""
    said = newsroom(server.home, "webhooks", "add", address, "--language", "en", **SETTING)
    assert said.returncode == 0, said.stderr
    (secret,) = re.findall(r"whsec_\S+", said.stdout)
    return str(secret)


def test_a_program_is_told_at_the_minute_again_where_it_failed_and_of_the_withdrawal(
    server: Server, tmp_path: Path
) -> None:
    server.settings |= SETTING
    file = tmp_path / "release.txt"
    file.write_text(f"{SECRET_WORDS}\n\nThe river is shared.\n")
    witness, wake = Witness(), threading.Event()

    def sleep(handler: Any) -> None:
        wake.wait()
        say(200)(handler)

    with serving(witness) as receiver, serving(sleep) as sleeper:
        minute = started(server)
        try:
            added(server, sleeper.address)
            witness.reader = Reader(added(server, receiver.address))
            when = minute.astimezone(ZoneInfo("Europe/Brussels")).strftime("%Y-%m-%d %H:%M")
            number = filed_at(server, file, when)
            witness.wait_for(2)
            until(lambda: bool(sleeper.asked))  # and it has not answered yet
        finally:
            wake.set()
        (first, name, event), (_, again, _) = witness.told
        assert first >= minute
        assert name == again
        assert event["type"] == "release.out"
        assert event["data"]["headlines"][0]["value"] == SECRET_WORDS
        assert newsroom(server.home, "webhooks", "replay", "2", **SETTING).returncode == 0
        witness.wait_for(3)
        assert witness.told[2][1] == name
        words = ("withdraw", str(number), "--reason", "It is not signed.", "--yes")
        assert newsroom(server.home, *words, **SETTING).returncode == 0
        witness.wait_for(4)
    assert len(receiver.asked) == len(witness.told)  # every single one was verified
    gone = witness.told[3][2]
    assert (gone["type"], gone["data"]["edNote"]) == ("release.withdrawn", "It is not signed.")
    assert b"river" not in receiver.asked[3][2].replace(gone["data"]["slugline"].encode(), b"")


def filed_at(server: Server, file: Path, when: str) -> int:
    done = newsroom(server.home, "import", str(file), "--at", when, "--json", **SETTING)
    return int(json.loads(done.stdout)[0]["release"])


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Newsroom]:
    opened = open_newsroom(load_settings(SETTINGS, tmp_path / "home"), EARLY)
    opened.topics.declare(Topic(PEACE, {"en": "Peace"}), "me", EARLY)
    yield opened
    opened.probes.close()
    opened.storage.close()


def test_no_program_is_sent_a_word_of_the_starters_that_nobody_approved(office: Newsroom) -> None:
    client = GuardedClient(private=True)
    lane = Hooks(office.storage, office.front, client, lambda: EARLY + MINUTE)
    with serving() as receiver:
        hooks = Webhooks(office.storage, office.front, client)
        hooks.add(receiver.address, (), (), "me", EARLY)
        number = filed(office, BY_DEFAULT)
        do(office, EARLY)
        lane.do_due()
        until(lambda: bool(receiver.asked))
        for block in (1, 2, 3):
            office.review.approve(number, "fr", "me", EARLY, [block])
        lane.do_due()
        until(lambda: len(receiver.asked) >= 2)
        lane.finish()
    first, second = (body.decode() for _, _, body in receiver.asked)
    assert HEADLINE in first
    assert not [words for words in rough_words() if words in first]
    assert json.loads(second)["type"] == "release.translated"
    assert HEADLINE.upper() in second
