"""What all answers have in common."""

import logging
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from storage import Storage
from tests.web.conftest import Clock
from web.cache.environ import environ_of

Reader = tuple[FlaskClient, Clock]
PUBLIC = ["/", "/en", "/en/", "/en/all/", "/en/all.atom", "/en/releases/demining", "/feeds/"]
PUBLIC += ["/feeds.opml", "/en/nowhere/", "/nowhere", "/static/style.css"]
PUBLIC += ["/en/releases/demining.txt", "/en/releases/demining/contacts.vcf"]
PUBLIC += [
    "/sitemap.xml",
    "/sitemaps/2026-03.xml",
    "/news-sitemap.xml",
    "/robots.txt",
    "/fr/feeds/",
    "/fr/archive/",
    "/fr/archive/2026/03/",
]
FRAMED = ["/en/all/embed", "/en/releases/demining/embed"]  # the pages that others may frame
# The pages with a button that copies.
COPYING = {"/feeds/", "/fr/feeds/", "/en/releases/demining", "/fr/releases/demining"}
DOCUMENTS = [*PUBLIC, "/en/all.rss", "/en/all.json", "/fr/releases/demining", "/healthz", "/readyz"]
DOCUMENTS += ["/oembed?url=https://press.example.org/en/"]


@pytest.mark.promise(52)
@pytest.mark.parametrize(
    ("past", "left"),
    [(0, 60), (0.5, 59), (1, 59), (30, 30), (58.5, 1), (59, 1), (59.5, 1), (59.999999, 1)],
)
@pytest.mark.parametrize("address", PUBLIC + FRAMED)
def test_freshness_ends_at_the_next_whole_minute(
    reader: Reader, address: str, past: float, left: int
) -> None:
    client, clock = reader
    clock.now += timedelta(seconds=past)
    assert client.get(address).headers["Cache-Control"] == f"public, max-age={left}"


@pytest.mark.promise(52, 55, 56, 172)
@pytest.mark.parametrize("address", DOCUMENTS + FRAMED)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_every_answer_is_guarded(reader: Reader, address: str, method: str) -> None:
    headers = reader[0].open(address, method=method).headers
    who = "*" if address in FRAMED and method != "POST" else "'none'"
    assert f"frame-ancestors {who}" in headers["Content-Security-Policy"]
    scripts = re.findall("script-src [^;]+", headers["Content-Security-Policy"])
    assert scripts == (["script-src 'self'"] if address in COPYING and method != "POST" else [])
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "Set-Cookie" not in headers


@pytest.mark.promise(6)
@pytest.mark.parametrize("address", DOCUMENTS)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:81", "[::1]", "ex ample", "", "é"])
def test_no_document_repeats_the_host(reader: Reader, address: str, host: str) -> None:
    client, _ = reader
    normal, asked = client.get(address), client.get(address, headers={"Host": host})
    assert asked.data == normal.data
    assert sorted(asked.headers) == sorted(normal.headers)


def spoil(storage: Storage) -> None:
    """Do to the database what a failing disk does."""
    storage.close()
    storage.path.write_bytes(b"not a database")


def test_it_is_alive_always_and_ready_while_its_database_is(
    client: FlaskClient, storage: Storage, filed: Path
) -> None:
    def states() -> tuple[int, int]:
        return client.get("/healthz").status_code, client.get("/readyz").status_code

    assert states() == (200, 200)
    spoil(storage)
    assert states() == (200, 503)
    shutil.copy(filed, storage.path)
    assert states() == (200, 200)


@pytest.mark.promise(121)
@pytest.mark.parametrize(
    "broken",
    [
        *("web.site.views.pages.render", "web.site.views.directory.render"),
        *(f"feeds.{name}.head_of" for name in ("atom", "rss", "jsonfeed")),
        "web.site.views.sitemaps.sitemap.index",
        *("storage.public._NEWEST", "storage.public._ONE", "storage.sitemap._MONTHS"),
    ],
)
@pytest.mark.parametrize("testing", [True, False])
def test_it_is_ready_only_if_it_can_answer_what_readers_ask(
    app: Flask,
    clock: Any,
    broken: str,
    testing: bool,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    app.testing = testing
    client = app.test_client()
    assert client.get("/readyz").status_code == 200
    clock.now += timedelta(minutes=1)
    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR, "newsroom.web"):
        patched.setattr(broken, None)
        for _ in range(2):
            answer = client.get("/readyz")
            assert (answer.status_code, answer.text) == (503, "not ready\n")
            assert answer.headers["Retry-After"] == "5"
    assert "not ready: " in caplog.text
    assert client.get("/readyz").status_code == 200


@pytest.mark.promise(121)
@pytest.mark.parametrize("table", ["block", "topic_words", "listing", "file", "aside"])
def test_a_database_without_a_table_is_not_ready(
    client: FlaskClient, storage: Storage, table: str
) -> None:
    with closing(sqlite3.connect(storage.path)) as other:
        other.execute(f"ALTER TABLE {table} RENAME TO lost")
        other.commit()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


@pytest.mark.promise(121)
def test_what_could_be_answered_is_not_tried_again_in_its_minute(
    client: FlaskClient, storage: Storage, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = list[str]()

    def counted(path: str, *more: Any) -> Any:
        tried.append(path)
        return environ_of(path, *more)

    monkeypatch.setattr("web.site.views.health.environ_of", counted)
    for _ in range(3):
        assert client.get("/readyz").status_code == 200
    once = len(tried)
    assert len(set(tried)) == once > 10
    clock.now += timedelta(minutes=1)
    client.get("/readyz")
    with storage.write() as db:
        db.execute("UPDATE topic_words SET title = 'Other'")
    client.get("/readyz")
    assert len(tried) == 3 * once


@contextmanager
def spoilt(storage: Storage) -> Iterator[str]:
    """A database that cannot be read."""
    spoil(storage)
    yield "file is not a database"


@contextmanager
def taken(storage: Storage) -> Iterator[str]:
    """A database that another program keeps for itself."""
    storage.close()
    with closing(sqlite3.connect(storage.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield "database is locked"


@pytest.mark.promise(54)
@pytest.mark.parametrize("trouble", [spoilt, taken])
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/readyz", "not ready"),
        ("/en/", "Temporarily unavailable"),
        ("/en/all.atom", "Temporarily unavailable"),
        ("/en/releases/demining", "Temporarily unavailable"),
        ("/files/token/name.png", "Temporarily unavailable"),
        ("/feeds.opml", "Temporarily unavailable"),
    ],
)
def test_trouble_with_the_database_is_a_503_whose_reason_only_the_log_knows(
    client: FlaskClient, storage: Storage, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch, trouble: Any, address: str, words: str,
) -> None:  # fmt: skip
    monkeypatch.setattr("storage.BUSY_SECONDS", 0)
    with trouble(storage) as reason, caplog.at_level(logging.ERROR, "newsroom.web"):
        answer = client.get(address, headers={"If-None-Match": "*"})
    assert (answer.status_code, answer.text) == (503, f"{words}\n")
    assert answer.headers["Retry-After"] == "5"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer.headers
    (line,) = caplog.records
    assert str(storage.path) in line.getMessage()
    assert reason in line.getMessage()


def test_a_failure_is_plain_guarded_and_logged(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("web.site.views.pages.render", None)
    app.testing = False
    with caplog.at_level(logging.ERROR):
        answer = app.test_client().get("/en/")
    assert (answer.status_code, answer.text) == (500, "Internal Server Error\n")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer.headers
    assert "TypeError" in caplog.text
