"""How tests ask nginx, and the newsroom behind it."""

import http.client
import re
import ssl
from pathlib import Path
from typing import NamedTuple

from benchmarks.proxy import Proxy
from tests.flows.server import HOST

# What belongs to a connection, to the moment, or to whoever sends.
OWN = {"connection", "date", "server", "keep-alive", "transfer-encoding"}


class Said(NamedTuple):
    """An answer: status, headers by their names in small letters, body."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Said:
    """Ask over HTTP; an underscore in a header's name stands for a hyphen."""
    return _asked(http.client.HTTPConnection(HOST, port, timeout=30), path, method, headers)


def ask_securely(proxy: Proxy, path: str, **headers: str) -> Said:
    """Ask over TLS, and believe nobody but this certificate."""
    context = ssl.create_default_context(cafile=str(proxy.certificate))
    connection = http.client.HTTPSConnection(HOST, proxy.tls, timeout=30, context=context)
    return _asked(connection, path, "GET", headers)


def both(server: int, proxy: Proxy, path: str, method: str = "GET", **headers: str) -> list[Said]:
    """What the newsroom says and what nginx says, asked within one second."""
    for _ in range(5):
        answers = [ask(port, path, method, **headers) for port in (server, proxy.plain)]
        if len({one.headers.get("cache-control") for one in answers}) == 1:
            break
    return answers


def keys(folder: Path) -> list[str]:
    """Under what names nginx keeps answers."""
    files = [path for path in (folder / "cache").rglob("*") if path.is_file()]
    found = [re.search(rb"\nKEY: (.*)\n", path.read_bytes()) for path in files]
    return [match[1].decode() for match in found if match]


def _asked(
    connection: http.client.HTTPConnection, path: str, method: str, headers: dict[str, str]
) -> Said:
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host="Host" in named, skip_accept_encoding=True)
        for name, value in named.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        known = {name.lower(): value for name, value in response.getheaders()}
        known = {name: value for name, value in known.items() if name not in OWN}
        return Said(response.status, known, response.read())
    finally:
        connection.close()
