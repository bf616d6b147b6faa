"""What all answers have in common."""

import logging
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from storage import Storage

PUBLIC = ["/", "/en", "/en/", "/en/all/", "/en/all.atom", "/en/releases/demining", "/feeds/"]
PUBLIC += ["/feeds.opml", "/en/nowhere/", "/nowhere", "/static/style.css"]
DOCUMENTS = [*PUBLIC, "/en/all.rss", "/en/all.json", "/fr/releases/demining", "/healthz", "/readyz"]


@pytest.mark.parametrize(
    ("past", "left"),
    [(0, 60), (0.5, 59), (1, 59), (30, 30), (58.5, 1), (59, 1), (59.5, 1), (59.999999, 1)],
)
@pytest.mark.parametrize("address", PUBLIC)
def test_freshness_ends_at_the_next_whole_minute(
    client: FlaskClient, clock: Any, address: str, past: float, left: int
) -> None:
    clock.now += timedelta(seconds=past)
    assert client.get(address).headers["Cache-Control"] == f"public, max-age={left}"


@pytest.mark.parametrize("address", DOCUMENTS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_every_answer_is_guarded(client: FlaskClient, address: str, method: str) -> None:
    headers = client.open(address, method=method).headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "script" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("address", DOCUMENTS)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:81", "[::1]", "ex ample", "", "é"])
def test_no_document_repeats_the_host(client: FlaskClient, address: str, host: str) -> None:
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


def test_what_is_not_ready_says_why_and_when_to_ask_again(
    client: FlaskClient, storage: Storage
) -> None:
    spoil(storage)
    answer = client.get("/readyz")
    assert answer.text.endswith("file is not a database\n")
    assert answer.headers["Retry-After"] == "5"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_failure_is_plain_guarded_and_logged(
    app: Flask, storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    spoil(storage)
    app.testing = False
    with caplog.at_level(logging.ERROR):
        answer = app.test_client().get("/en/")
    assert (answer.status_code, answer.text) == (500, "Internal Server Error\n")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer.headers
    assert "file is not a database" in caplog.text
