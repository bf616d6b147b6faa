"""Where subscribers of feeds ask, over HTTP."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from newsroom.public.front import Front
from newsroom.telling.hub import Hub
from storage import Storage
from web.site.application import create_app
from web.site.asker import MOST_BYTES

FORM = "application/x-www-form-urlencoded"
ASKED = {
    "hub.mode": "subscribe",
    "hub.topic": "https://press.example.org/en/all.atom",
    "hub.callback": "https://reader.example/back",
}


@pytest.fixture
def client(front: Front, storage: Storage, clock: Any) -> Iterator[FlaskClient]:
    app = create_app(front, clock, hub=Hub(storage, front, private=False))
    app.testing = True
    with app.test_client() as client:
        yield client


def ask(client: FlaskClient, **more: str) -> TestResponse:
    said = ASKED | {f"hub.{name}": value for name, value in more.items()}
    return client.post("/hub", data=urlencode(said), content_type=FORM)


@pytest.mark.promise(60)
def test_a_request_is_taken_and_a_wrong_one_is_told_why(client: FlaskClient) -> None:
    assert (ask(client).status_code, ask(client).text) == (202, "the callback will be asked\n")
    refused = ask(client, mode="publish")
    assert refused.status_code == 400
    assert refused.text == "hub.mode is neither subscribe nor unsubscribe\n"
    assert refused.mimetype == "text/plain"
    assert ask(client, callback="").text == "hub.callback is missing\n"


@pytest.mark.promise(60, 75)
@pytest.mark.parametrize("mode", ["subscribe", "unsubscribe"])
@pytest.mark.parametrize("extension", ["atom", "rss", "json", "xml"])
def test_a_secret_topic_is_answered_as_one_that_never_was(
    client: FlaskClient, mode: str, extension: str
) -> None:
    answers = [
        ask(client, mode=mode, topic=f"https://press.example.org/en/{slug}.{extension}")
        for slug in ("secret-talks", "never-was")
    ]
    first, second = ((a.status_code, sorted(a.headers), a.data) for a in answers)
    assert first == second
    assert first[0] == 400


@pytest.mark.promise(60)
def test_a_hub_that_has_enough_says_when_to_come_again(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.telling.hub.MOST", 0)
    answer = ask(client)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "600")


@pytest.mark.parametrize("mode", ["subscribe", "nothing"])
def test_no_answer_is_kept_or_asks_for_a_cookie(client: FlaskClient, mode: str) -> None:
    headers = ask(client, mode=mode).headers
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


@pytest.mark.promise(51)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS"])
def test_it_is_asked_by_post_alone(client: FlaskClient, method: str) -> None:
    answer = client.open("/hub", method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_who_comes_with_a_browser_is_told_what_it_is(client: FlaskClient) -> None:
    answer = client.get("/hub?hub.mode=subscribe")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert "WebSub" in answer.text
    assert client.head("/hub").data == b""


def test_only_forms_are_read_and_no_long_ones(client: FlaskClient) -> None:
    long = client.post("/hub", data=b"hub.mode=" + b"x" * MOST_BYTES, content_type=FORM)
    assert long.status_code == 413
    other = client.post("/hub", json=ASKED)
    assert (other.status_code, other.text) == (400, f"send {FORM}\n")
    strange = client.post("/hub", data=b"hub.mode=%ff%00&hub.topic=\xff&&&=", content_type=FORM)
    assert strange.status_code == 400


def test_where_there_is_no_hub_nobody_is_answered(front: Front, clock: Any) -> None:
    app = create_app(front, clock)
    assert app.test_client().post("/hub", data=ASKED).status_code == 404
