"""A miss near an embargoed release is noted, and answered like any other."""

from typing import Any

import pytest

from newsroom.proofs.probes import ENOUGH, VERB, Probes
from newsroom.public.front import Front
from storage import Storage
from tests.web.site.test_secrecy import answer_to
from web.site.application import create_app


@pytest.fixture
def probes(storage: Storage) -> Any:
    watch = Probes(storage)
    yield watch
    watch.close()


def alarms(storage: Storage) -> int:
    with storage.read() as db:
        (count,) = db.execute("SELECT COUNT(*) FROM journal WHERE verb = ?", (VERB,)).fetchone()
        return int(count)


def test_the_alarm_changes_no_answer(
    storage: Storage, front: Front, clock: Any, probes: Probes
) -> None:
    client = create_app(front, clock, probes=probes).test_client()
    usual = answer_to(create_app(front, clock).test_client(), "/en/releases/nowhere")
    others = [answer_to(client, address) for address in ("/en/", "/en/all.atom")]
    for _ in range(ENOUGH + 5):
        assert answer_to(client, "/en/releases/not-yet") == usual
        probes.look(budget=10)
    assert alarms(storage) == 1
    assert [answer_to(client, address) for address in ("/en/", "/en/all.atom")] == others


def test_what_is_found_is_no_miss(
    storage: Storage, front: Front, clock: Any, probes: Probes
) -> None:
    client = create_app(front, clock, probes=probes).test_client()
    for _ in range(ENOUGH):
        client.get("/en/releases/demining")
        client.get("/en/")
    probes.look(budget=10)
    assert (probes.near, alarms(storage)) == (0, 0)
