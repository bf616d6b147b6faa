"""How web processes hand answers to Granian: what is ready waits for nothing that is not."""

import io
import threading
from collections.abc import Iterable
from queue import Queue
from typing import Any

import pytest

from newsroom.running.webworker import BODIES, MAKERS, MOST_BODY, answering

Said = tuple[str, int, bytes, str]


class Protocol:
    """Granian's side of one request: takes the answer, from whichever thread it comes."""

    def __init__(self) -> None:
        self.said: Queue[Said] = Queue()

    def response_bytes(self, status: int, _headers: list[tuple[str, str]], body: bytes) -> None:
        self.said.put(("bytes", status, body, threading.current_thread().name))

    def response_iter(self, status: int, _headers: list[tuple[str, str]], body: Any) -> None:
        pieces = list(iter(lambda: next(body, b""), b""))
        body.close()
        self.said.put(("iter", status, b"".join(pieces), threading.current_thread().name))


class Body:
    """What an application may return: any iterable that has to be closed."""

    closed = False

    def __iter__(self) -> Any:
        return iter([b"one ", b"by one"])

    def close(self) -> None:
        self.closed = True


class Application:
    """Has `/ready` ready; makes the rest when it is let."""

    def __init__(self) -> None:
        self.going = threading.Event()
        self.going.set()
        self.body = Body()

    def at_once(self, environ: dict[str, Any], start_response: Any) -> bytes | None:
        if environ["PATH_INFO"] != "/ready":
            return None
        start_response("200 OK", [])
        return b"ready"

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.going.wait(20)
        if environ["PATH_INFO"] == "/broken":
            raise RuntimeError
        start_response("203 Made", [])
        if environ["PATH_INFO"] == "/sent":
            return [environ["wsgi.input"].read()]
        if environ["PATH_INFO"] == "/file":
            return environ["wsgi.file_wrapper"](io.BytesIO(b"content"), 2)  # type: ignore[no-any-return]
        return self.body


@pytest.fixture
def application() -> Application:
    return Application()


def ask(application: Application, *paths: str) -> list[Protocol]:
    """Ask for addresses, one after another, on the thread that asks."""
    answer, protocols = answering(application), [Protocol() for _ in paths]
    for protocol, path in zip(protocols, paths, strict=True):
        answer(protocol, {"PATH_INFO": path, "REQUEST_METHOD": "GET"})
    return protocols


def test_what_is_ready_is_given_at_once_while_all_others_are_made(application: Application) -> None:
    application.going.clear()
    *made, ready = ask(application, *["/made"] * 2 * MAKERS, "/ready")
    assert ready.said.get_nowait()[:3] == ("bytes", 200, b"ready")
    application.going.set()
    for one in made:
        assert one.said.get(timeout=20)[:3] == ("bytes", 203, b"one by one")


def test_whatever_is_made_is_closed(application: Application) -> None:
    (made,) = ask(application, "/made")
    made.said.get(timeout=20)
    assert application.body.closed


def test_a_file_is_sent_by_a_thread_of_its_own(application: Application) -> None:
    file, made = ask(application, "/file", "/made")
    kind, status, content, thread = file.said.get(timeout=20)
    assert (kind, status, content) == ("iter", 203, b"content")
    assert not thread.startswith("maker")
    assert made.said.get(timeout=20)[3].startswith("maker")


class Sent:
    """What is sent with a request: it comes when it is let, and is gone once nobody asks."""

    def __init__(self) -> None:
        self.coming, self.asked, self.is_closed = threading.Event(), threading.Event(), False

    def read(self, most: int) -> bytes:
        self.asked.set()
        self.coming.wait(20)
        return b"" if self.is_closed else b"sent " * most


def test_what_is_sent_with_a_request_is_read_so_far_by_who_asks_and_some_are_left_to_the_others(
    application: Application,
) -> None:
    answer, sents = answering(application), [Sent() for _ in range(BODIES + 1)]
    slow = [Protocol() for _ in sents]

    def ask(protocol: Protocol, sent: Sent) -> None:
        answer(protocol, {"PATH_INFO": "/sent", "REQUEST_METHOD": "POST", "wsgi.input": sent})
        sent.is_closed = True

    threads = [threading.Thread(target=ask, args=pair) for pair in zip(slow, sents, strict=True)]
    for thread, sent in zip(threads[:-1], sents[:-1], strict=True):
        thread.start()
        assert sent.asked.wait(20)
    threads[-1].start()
    assert slow[-1].said.get(timeout=20)[:3] == ("bytes", 503, b"")
    for sent in sents:
        sent.coming.set()
    for one in slow[:-1]:
        kind, status, body, thread_name = one.said.get(timeout=20)
        assert (kind, status, body) == ("bytes", 203, b"sent " * (MOST_BODY + 1))
        assert thread_name.startswith("maker")
    for thread in threads:
        thread.join()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"CONTENT_LENGTH": "9"}, 203),
        ({"CONTENT_LENGTH": "10"}, 400),
        ({"CONTENT_LENGTH": str(MOST_BODY * 9)}, 400),
        ({"CONTENT_LENGTH": ""}, 203),
        ({"HTTP_TRANSFER_ENCODING": "chunked"}, 411),
    ],
)
def test_a_form_that_was_cut_off_is_none(
    application: Application, said: dict[str, str], status: int
) -> None:
    protocol = Protocol()
    sent = {"PATH_INFO": "/sent", "REQUEST_METHOD": "POST", "wsgi.input": io.BytesIO(b"topic=all")}
    answering(application)(protocol, sent | said)
    assert protocol.said.get(timeout=20)[1] == status


def test_a_failure_is_an_answer_too(
    application: Application, caplog: pytest.LogCaptureFixture
) -> None:
    broken, ready = ask(application, "/broken", "/ready")
    assert broken.said.get(timeout=20)[:3] == ("bytes", 500, b"")
    assert ready.said.get_nowait()[1] == 200
    assert "RuntimeError" in caplog.text
