"""The address the public knows: between a reader and the server, it remembers who asked what."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.flows.server import HOST

ONE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "content-length"}
Answer = tuple[int, dict[str, str], bytes]


@dataclass(frozen=True)
class Poll:
    """One request as it came in, and what it was answered.

    Args:
        path: asked for.
        asked: headers of the request, names in small letters.
        status: of the answer.
        size: bytes of its body.
    """

    path: str
    asked: dict[str, str]
    status: int
    size: int

    @property
    def agent(self) -> str:
        return self.asked.get("user-agent", "").lower()

    @property
    def is_conditional(self) -> bool:
        return "if-none-match" in self.asked or "if-modified-since" in self.asked


@dataclass
class Edge:
    """Hands on what is asked, as a proxy does, and the answer as it comes.

    Args:
        port: where it listens.
        behind: port of the server that answers; 0 for none.
        shelf: documents it answers with by itself: media type and content of a path.
        moved: paths it answers 301 for, with the path to go to.
        polls: everything that was asked.
    """

    port: int = 0
    behind: int = 0
    shelf: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    polls: list[Poll] = field(default_factory=list)

    @property
    def base_url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def answer(self, method: str, path: str, headers: dict[str, str]) -> Answer:
        """What is sent back: from the shelf, to where it moved, or from behind."""
        if path in self.moved:
            return 301, {"Location": f"{self.base_url}{self.moved[path]}"}, b""
        if path in self.shelf:
            media_type, content = self.shelf[path]
            return 200, {"Content-Type": media_type}, content
        if not self.behind:
            return 404, {}, b""
        return self._from_behind(method, path, headers)

    def _from_behind(self, method: str, path: str, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection(HOST, self.behind, timeout=30)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            answered = response.getheaders()
            kept = {name: said for name, said in answered if name.lower() not in ONE_CONNECTION}
            return response.status, kept, response.read()
        finally:
            connection.close()


@contextmanager
def listening(edge: Edge) -> Iterator[Edge]:
    """Let an edge answer on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = {name.lower(): said for name, said in self.headers.items()}
            status, headers, body = edge.answer(self.command, self.path, asked)
            edge.polls.append(Poll(self.path, asked, status, len(body)))
            self.send_response_only(status)
            for name, said in headers.items():
                self.send_header(name, said)
            if status != http.client.NOT_MODIFIED:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((HOST, 0), Handler)
    edge.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield edge
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
