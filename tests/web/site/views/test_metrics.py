"""Figures for whoever has the token; for everybody else there is no such page."""

import re
from datetime import timedelta
from typing import Any

import pytest

from newsroom.proofs.probes import Probes
from newsroom.public.front import Front
from newsroom.upkeep.figures import Gauges
from press.telling.notices import Channel, Fate, Notice, Occasion
from storage import Storage
from storage.telling import notices
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.web.site.test_secrecy import answer_to
from web.site.application import create_app
from web.site.views.metrics import _family

TOKEN = "0123456789abcdef"
LINE = re.compile(
    r"# HELP [a-z_]+ \S.*|# TYPE [a-z_]+ (gauge|counter)|"
    r"[a-z_]+(\{[a-z]+=\"[\w:.,/-]+\"(,[a-z]+=\"\w+\")?\})? [0-9.]+"
)


@pytest.fixture
def client(storage: Storage, front: Front, clock: Any) -> Any:
    gauges = Gauges(storage, Probes(storage), TOKEN)
    return create_app(front, clock, gauges=gauges).test_client()


def asking(token: str) -> dict[str, dict[str, str]]:
    return {"headers": {"Authorization": token}}


@pytest.mark.parametrize(
    "given",
    ["", TOKEN, f"Basic {TOKEN}", "Bearer", "Bearer ", "Bearer wrong", "Bearer é", "B=\x7f"],
)
def test_without_the_token_there_is_no_such_page(client: Any, given: str) -> None:
    assert answer_to(client, "/metrics", **asking(given)) == answer_to(client, "/nowhere")


def test_without_the_setting_there_is_none_for_anybody(
    storage: Storage, front: Front, clock: Any
) -> None:
    for gauges in (None, Gauges(storage, Probes(storage), "")):
        client = create_app(front, clock, gauges=gauges).test_client()
        for given in ("", "Bearer ", f"Bearer {TOKEN}"):
            assert answer_to(client, "/metrics", **asking(given)) == answer_to(client, "/nowhere")


def test_they_are_in_the_text_format_and_never_cached(client: Any) -> None:
    answer = client.get("/metrics", **asking(f"Bearer {TOKEN}"))
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert [line for line in answer.text.splitlines() if not LINE.fullmatch(line)] == []
    assert answer.text.endswith("\n")


def test_they_say_what_is_so(client: Any) -> None:
    text = client.get("/metrics", **asking(f"Bearer {TOKEN}")).text
    for line in (
        'newsroom_releases{state="scheduled"} 1',
        'newsroom_releases{state="out"} 28',
        'newsroom_tasks{state="overdue"} 0',
        "newsroom_languages_missing 0",
        "newsroom_probe_alarms_total 0",
    ):
        assert f"\n{line}\n" in text


def test_a_release_that_had_to_be_left_out_is_named(client: Any, storage: Storage) -> None:
    with storage.write() as db:
        db.execute(
            "UPDATE block SET kind = 'nothing we know' WHERE release_id ="
            " (SELECT id FROM release WHERE slug = 'compass')"
        )
    feed = client.get("/en/peace-and-security.atom")
    assert feed.status_code == 200
    assert feed.text.count("<entry") == 1
    answer = client.get("/metrics", **asking(f"Bearer {TOKEN}"))
    assert (
        '\nnewsroom_left_out_total{release="tag:press.example.org,2026:compass"} 1\n' in answer.text
    )
    assert [line for line in answer.text.splitlines() if not LINE.fullmatch(line)] == []


def test_a_name_cannot_break_out_of_its_line() -> None:
    lines = list(_family("x", "gauge", "y", {("release", 'a"b\\c\nd'): 1}))
    assert lines[1] == 'x{release="a\\"b\\\\c\\nd"} 1\n'


def test_what_was_told_and_what_is_owed_is_counted_by_channel(
    client: Any, storage: Storage
) -> None:
    due = NOON - timedelta(seconds=90)
    with storage.write() as db:
        for n in range(3):
            one = Notice(0, f"mail:{n}", Channel.MAIL, Occasion.CONFIRM, n, due)
            notices.add(db, one)
        notices.end(db, [Ended(1, Fate.SENT), Ended(2, Fate.FAILED)], due)
    text = client.get("/metrics", **asking(f"Bearer {TOKEN}")).text
    for line in (
        'newsroom_notices{channel="mail",state="owed"} 1',
        'newsroom_notices_sent_total{channel="mail"} 1',
        'newsroom_notices_sent_total{channel="hub"} 0',
        'newsroom_notices_failed_total{channel="mail"} 1',
        'newsroom_notice_oldest_age_seconds{channel="webhook"} 0',
        "newsroom_followers 0",
    ):
        assert f"\n{line}\n" in text
    assert 'newsroom_notice_oldest_age_seconds{channel="mail"}' in text
    assert [line for line in text.splitlines() if not LINE.fullmatch(line)] == []
