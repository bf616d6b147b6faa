"""Servers of benchmarks, and wrk (https://github.com/wg/wrk) to ask them."""

import grp
import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.office import HOME
from benchmarks.server import HOST, wait_for

CONNECTIONS, SECONDS = 32, 3
_FIGURE = re.compile(r"(50%|99%|Requests/sec:)\s+([\d.]+)(us|ms|s)?")
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
# Requests are put together once, so that the asker's own work is the same for any number of them.
_SCRIPT = """
local asked, n = {{}}, 0
function init()
  for line in io.lines("{paths}") do asked[#asked + 1] = wrk.format("GET", line) end
end
function request() n = n % #asked + 1 return asked[n] end
{pause}
"""
_NGINX = """
user {user} {group}; worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; etag on; gzip_static on;
  keepalive_requests 1000000000; types {{ application/atom+xml atom; }}
  client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;
  uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;
  server {{ listen {host}:{port}; root {folder}; }}
}}
"""


@dataclass(frozen=True)
class Figures:
    """What wrk saw.

    Args:
        rate: requests answered per second.
        median: of the latency, in milliseconds.
        slow: of the slowest hundredth (p99), in milliseconds.
        refused: answers that were neither 2xx nor 3xx, or connections that failed.
    """

    rate: float
    median: float
    slow: float
    refused: bool


def has(*programs: str) -> bool:
    """Whether programs are installed; says which is not."""
    missing = [name for name in programs if find(name) is None]
    for name in missing:
        print(f"{name} is not installed; what needs it is left out")
    return not missing


def find(program: str) -> str | None:
    """Where a program is; servers are often outside a user's path."""
    return shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def ask(
    port: int,
    paths: Sequence[str],
    headers: Mapping[str, str],
    folder: Path,
    *,
    pause: int = 0,
    connections: int = CONNECTIONS,
) -> Figures:
    """Ask for addresses in turn over connections that are kept alive.

    Args:
        port: of the server.
        paths: addresses.
        headers: of every request.
        folder: for the script.
        pause: of each connection between two requests, in milliseconds.
        connections: how many.
    """
    listed, script = folder / "paths", folder / "ask.lua"
    listed.write_text("\n".join(paths))
    delay = f"function delay() return {pause} end" if pause else ""
    script.write_text(_SCRIPT.format(paths=listed, pause=delay))
    words = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}", "--latency", "--timeout", "20s"]
    words += ["-s", str(script)]
    for name, value in headers.items():
        words += ["-H", f"{name}: {value}"]
    words.append(f"http://{HOST}:{port}/")
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    found = {name: (float(number), unit) for name, number, unit in _FIGURE.findall(said)}
    median, slow = (found[name][0] * _MILLISECONDS[found[name][1]] for name in ("50%", "99%"))
    refused = "Non-2xx" in said or "Socket errors" in said
    return Figures(found["Requests/sec:"][0], median, slow, refused)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def nginx(folder: Path) -> Iterator[int]:
    """One worker of nginx that serves a folder, and packed files as they lie there."""
    port = free_port()
    settings = folder / "nginx.conf"
    # Started by root it would read as somebody else, who may not look into our folder.
    user, group = pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
    values = {"user": user, "group": group, "folder": folder, "host": HOST, "port": port}
    settings.write_text(_NGINX.format(**values))
    words = [str(find("nginx")), "-c", str(settings), "-p", str(folder)]
    with _ended(subprocess.Popen(words, stderr=subprocess.DEVNULL)):
        wait_for(port, "/0.atom")
        yield port


@contextmanager
def granian(target: str, home: Path, path: str) -> Iterator[int]:
    """One worker of Granian with one of the applications of `benchmarks/peers.py`."""
    port = free_port()
    words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "warning"]
    words += ["--port", str(port), "--blocking-threads", "1", f"benchmarks.peers:{target}"]
    environment = os.environ | {HOME: str(home)}
    with _ended(subprocess.Popen(words, env=environment)):
        wait_for(port, path)
        yield port


@contextmanager
def _ended(server: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        time.sleep(0.2)
        yield
    finally:
        server.terminate()
        server.wait()
