"""HTTP/1.1 as it goes over the wire: which bytes are a plain poll, and which a whole answer.

Whatever is not certain is nothing: the gate then has no opinion and passes bytes on.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from web.codings import best
from web.lane import PUBLIC
from web.packet import Body

LONGEST_HEAD = 8 * 1024  # bytes
# Longer heads are read anew each time, so that nobody can fill the memory with them.
USUAL_LENGTH, _REMEMBERED = 1024, 4096
_MOST_LINES = 64
# Names with an underscore look like others to a WSGI application; a lone CR or LF, a line that is
# folded or a letter outside ASCII is read in more than one way (RFC 9112, 2.2 and 5.2).
_HEAD = re.compile(
    rb"(GET|HEAD) (/[\w./-]+) HTTP/1\.1\r\n((?:[A-Za-z0-9-]+:[\t -~]*\r\n)+)\r\n", re.ASCII
)
_BEGINNINGS = b"GET /", b"HEAD /"
_LONE_LF = re.compile(rb"(?<!\r)\n")
_HOST = re.compile(r"[\w.:\[\]-]+", re.ASCII)
_UNUSUAL = frozenset({"content-length", "expect", "range", "transfer-encoding", "upgrade"})
_ANSWER = re.compile(rb"HTTP/1\.1 ([2-5]\d\d)[^\r\n]*\r\n((?:[^\r\n:]+:[^\r\n]*\r\n)+)\r\n")
_DATE = re.compile(rb"(?<=\r\ndate:)[^\r\n]*", re.IGNORECASE)
_AGE = re.compile(rb"(?<=max-age=)\d+")
_CLOSE = re.compile(rb"(?<=\r\n)connection:[^\r\n]*\r\n", re.IGNORECASE)


class Wish(NamedTuple):
    """Everything the answer to a plain poll may depend on.

    Args:
        method: GET or HEAD.
        path: without a query.
        coding: the best for the asker.
        match: the header If-None-Match, if there is one.
        since: the header If-Modified-Since, if there is one.
    """

    method: str
    path: str
    coding: str
    match: str | None
    since: str | None

    def question(self) -> bytes:
        """The poll as the application is asked: nothing else of a request reaches an answer."""
        lines = [f"{self.method} {self.path} HTTP/1.1", "Host: localhost", "Connection: close"]
        lines.append(f"Accept-Encoding: {self.coding}")
        lines += [] if self.match is None else [f"If-None-Match: {self.match}"]
        lines += [] if self.since is None else [f"If-Modified-Since: {self.since}"]
        return "\r\n".join([*lines, "", ""]).encode("ascii")


class Said(NamedTuple):
    """A whole answer, as it is sent to whoever keeps the connection.

    Args:
        head: up to the empty line, which belongs to it.
        body: what follows.
        is_public: whether everybody may be given it, as long as it is fresh.
    """

    head: bytes
    body: Body
    is_public: bool

    def at(self, stamp: "Stamp") -> "Said":
        """The same answer as the application gives it at another instant of its minute."""
        head = _DATE.sub(b" " + stamp.date, self.head, 1)
        return self._replace(head=_AGE.sub(b"%d" % stamp.left, head, 1))


class Stamp(NamedTuple):
    """All that differs between the answers of one minute.

    Args:
        left: seconds for which they are fresh.
        date: when they are given (RFC 9110, 5.6.7).
    """

    left: int
    date: bytes


def read_wish(received: bytes) -> Wish | None:
    """What is wished for, if these bytes are exactly one plain poll.

    Args:
        received: everything that has come since the last answer.
    """
    if len(received) <= USUAL_LENGTH:
        return _remembered(received)
    return _read(received) if len(received) <= LONGEST_HEAD else None


def is_unfinished(received: bytes) -> bool:
    """Whether these bytes may become a plain poll when more of them have come."""
    return (
        len(received) <= LONGEST_HEAD
        and any(received[: len(begun)] == begun[: len(received)] for begun in _BEGINNINGS)
        and b"\r\n\r\n" not in received
        and _LONE_LF.search(received) is None
    )


def read_answer(raw: bytes, method: str) -> Said | None:
    """An answer without its hop's own header, if these bytes certainly are all of it.

    Args:
        raw: what came until the connection ended.
        method: that was asked with (RFC 9112, 6.3).
    """
    head = _ANSWER.match(raw)
    if head is None:
        return None
    fields = dict(_fields(head[2].decode("latin-1")))
    body = len(raw) - head.end()
    is_bare = method == "HEAD" or head[1] in {b"204", b"304"}
    if "transfer-encoding" in fields or (
        body if is_bare else fields.get("content-length") != str(body)
    ):
        return None
    is_public = fields.get("cache-control", "").startswith("public, max-age=")
    is_public &= head[1] in {b"200", b"304"}
    kept = _CLOSE.sub(b"", head[0], 1)
    return Said(kept, Body(raw[head.end() :]), is_public)


def _read(received: bytes) -> Wish | None:
    head = _HEAD.fullmatch(received)
    if head is None:
        return None
    method, path, block = (part.decode("ascii") for part in head.groups())
    pairs = _fields(block)
    fields = dict(pairs)
    is_plain = (
        PUBLIC.fullmatch(path) is not None
        and len(fields) == len(pairs) <= _MOST_LINES
        and _HOST.fullmatch(fields.get("host", "")) is not None
        and fields.get("connection", "keep-alive").lower() == "keep-alive"
        and _UNUSUAL.isdisjoint(fields)
    )
    if not is_plain:
        return None
    coding = best(fields.get("accept-encoding"))
    return Wish(method, path, coding, fields.get("if-none-match"), fields.get("if-modified-since"))


_remembered = lru_cache(_REMEMBERED)(_read)


def _fields(block: str) -> list[tuple[str, str]]:
    parts = (line.partition(":") for line in block.split("\r\n")[:-1])
    return [(name.lower(), value.strip(" \t")) for name, _, value in parts]
