"""nginx as production runs it: `deploy/nginx.conf` with other ports, folders and certificate.

Tests use it too (`tests/deploy/`). Nothing of what the file decides is changed here.
"""

import grp
import os
import pwd
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from benchmarks.load import find, free_port
from benchmarks.server import HOST

CONFIGURATION = Path(__file__).parent.parent / "deploy" / "nginx.conf"
NAME = "press.example.org"
_PUBLIC = "443 ssl http2 default_server backlog=4096"


@dataclass(frozen=True)
class Proxy:
    """An nginx at work.

    Args:
        plain: port on which it speaks HTTP, which production does not open: for whoever compares.
        tls: port on which it speaks TLS.
        redirecting: port that stands for 80.
        certificate: file of the certificate, which signs itself.
        process: the master process.
    """

    plain: int
    tls: int
    redirecting: int
    certificate: Path
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """Where it speaks HTTP."""
        return f"http://{HOST}:{self.plain}"


@contextmanager
def standing_before(
    port: int, folder: Path, *, workers: str = "auto", changed: dict[str, str] | None = None
) -> Iterator[Proxy]:
    """An nginx before a server of this machine, until left.

    Args:
        port: on which that server speaks HTTP.
        folder: for everything that nginx writes; made.
        workers: how many worker processes, or auto.
        changed: lines of the configuration, and what shall stand in their place.
    """
    (folder / "logs").mkdir(parents=True)
    certificate = sign(folder)
    ports = [free_port() for _ in range(3)]
    values = places(port, folder, *ports) | {"worker_processes auto": f"worker_processes {workers}"}
    settings = folder / "nginx.conf"
    settings.write_text(rewritten(CONFIGURATION.read_text("utf-8"), (changed or {}) | values))
    words = [str(find("nginx")), "-p", str(folder), "-e", str(folder / "logs" / "start")]
    words += ["-c", str(settings)]
    subprocess.run([*words, "-q", "-t"], check=True)
    process = subprocess.Popen([*words, "-g", "daemon off;"])
    try:
        _wait_for(ports[0])
        yield Proxy(*ports, certificate, process)
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    """Wait until it listens; whether anybody stands behind it is not asked."""
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("nginx was not ready within 5 seconds")


def rewritten(text: str, values: dict[str, str]) -> str:
    """A configuration with other places in it.

    Raises:
        ValueError: something that is to be replaced is not there.
    """
    for old, new in values.items():
        if old not in text:
            raise ValueError(f"deploy/nginx.conf says nowhere: {old}")
        text = text.replace(old, new)
    return text


def places(port: int, folder: Path, plain: int, tls: int, redirecting: int) -> dict[str, str]:
    """Everything of the file that is a place on the machine, and the place to have instead."""
    user, group = pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    folders = " ".join(f"{kind}_temp_path {folder}/temporary;" for kind in kinds)
    return {
        "user www-data;": f"user {user} {group};",
        "\nhttp {": f"\nhttp {{ {folders}",
        "/run/nginx.pid": f"{folder}/pid",
        "/var/log/nginx/": f"{folder}/logs/",
        "/var/cache/nginx-newsroom": f"{folder}/cache",
        "/etc/ssl/newsroom/": f"{folder}/",
        "127.0.0.1:8000": f"{HOST}:{port}",
        "listen 80 default_server": f"listen {HOST}:{redirecting} default_server",
        "listen [::]:80 default_server;": "",
        f"listen {_PUBLIC}": f"listen {_PUBLIC.replace('443', f'{HOST}:{tls}')}",
        f"listen [::]:{_PUBLIC}": f"listen {HOST}:{plain} default_server backlog=4096",
    }


def sign(folder: Path) -> Path:
    """A certificate for this machine, and its key beside it, as `deploy/nginx.conf` names them."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName(NAME), x509.IPAddress(ip_address(HOST))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    form, plain = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(form, plain, serialization.NoEncryption())
    )
    certificate = folder / "fullchain.pem"
    certificate.write_bytes(made.public_bytes(form))
    return certificate
