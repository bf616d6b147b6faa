"""A server of packages on this machine: it knows ranges, and may be told to misbehave."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest


@dataclass
class Shelf:
    """What is served, and how.

    Args:
        files: by path, `/index.json`.
        cuts: after how many bytes of the answer the line goes, for each answer with a body in turn.
        statuses: what is answered instead, for each request with a body in turn; 0 for nothing.
        knows_ranges: whether a part can be asked for.
        names_files: whether a file has an entity tag.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    cuts: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    knows_ranges: bool = True
    names_files: bool = True
    site: str = ""
    asked: list[tuple[str, str, str]] = field(default_factory=list)  # method, path, range
    sent: int = 0  # bytes of files, the index left out

    def offer(self, *entries: dict[str, Any]) -> None:
        self.files["/index.json"] = json.dumps(entries).encode()

    def entry(self, link: str, version: str = "1.0", target: str = "fr") -> dict[str, Any]:
        pair = {"from_code": "en", "to_code": target, "package_version": version}
        return pair | {"links": ["ipfs://Qm", link if "://" in link else self.site + link]}

    @property
    def parts(self) -> list[str]:
        """The range of each request for a file."""
        return [
            part for method, path, part in self.asked if method == "GET" and "index" not in path
        ]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    shelf: Shelf

    def log_message(self, *args: Any) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer(is_head=True)

    def do_GET(self) -> None:
        self._answer(is_head=False)

    def _answer(self, *, is_head: bool) -> None:
        shelf, asked = self.shelf, self.headers.get("Range", "")
        shelf.asked.append((self.command, self.path, asked))
        body = shelf.files.get(self.path)
        is_file = not is_head and "index" not in self.path
        status = shelf.statuses.pop(0) if is_file and shelf.statuses else 0
        if status or body is None:
            self.send_error(status or 404)
            return
        tag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
        start = self._start(asked, tag, len(body))
        if start >= len(body) > 0:
            self.send_response(416)
            self._head({"Content-Range": f"bytes */{len(body)}", "Content-Length": "0"})
            return
        heads = {"Content-Length": str(len(body) - start)}
        if shelf.names_files:
            heads["ETag"] = tag
        if start:
            heads["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        self.send_response(206 if start else 200)
        self._head(heads)
        if is_head:
            return
        cut = shelf.cuts.pop(0) if is_file and shelf.cuts else len(body)
        if is_file:
            shelf.sent += len(body[start : start + cut])
        self.wfile.write(body[start : start + cut])
        self.close_connection = start + cut < len(body)

    def _start(self, asked: str, tag: str, size: int) -> int:
        if not (asked and self.shelf.knows_ranges) or self.headers.get("If-Range") != tag:
            return 0
        return int(asked.removeprefix("bytes=").rstrip("-"))

    def _head(self, heads: dict[str, str]) -> None:
        for name, value in heads.items():
            self.send_header(name, value)
        self.end_headers()


@contextmanager
def served() -> Iterator[Shelf]:
    """A shelf that answers while this is open."""
    shelf = Shelf()
    handler = type("Handler", (_Handler,), {"shelf": shelf})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        shelf.site = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield shelf
        finally:
            server.shutdown()


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """Where a small index answers; Argos is told to ask there."""
    for name in ("DATA", "CONFIG", "CACHE"):  # in which Argos makes its folders on import
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "argos"))
    monkeypatch.setenv("no_proxy", "*")
    with served() as shelf:
        settings = import_module("argostranslate.settings")
        monkeypatch.setattr(settings, "remote_package_index", f"{shelf.site}/index.json")
        yield shelf
