"""The one client that asks programs elsewhere: where it goes, where never, how long it waits."""

import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from ipaddress import IPv4Address, IPv6Address, ip_network
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.http import GuardedClient
from delivery.public_addresses import is_own, is_public
from press.errors import CallbackFailed, CallbackRefused
from tests.delivery.certificates import certify
from tests.delivery.receivers import HOST, say, serving
from tests.each import each

PUBLIC = "93.184.215.14"
PUBLIC_6 = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"


def names(*addresses: str) -> Callable[..., Any]:
    """A resolver that knows one computer, under these addresses."""
    return lambda host, port, type: [  # noqa: A006 - as socket.getaddrinfo has it
        (socket.AF_INET6 if ":" in one else socket.AF_INET, type, 6, "", (one, port))
        for one in addresses
    ]


def house(**given: Any) -> GuardedClient:
    return GuardedClient(private=True, **given)


def test_what_is_sent_is_what_arrives_and_its_answer_comes_back() -> None:
    with serving(say(202, b"later", X_Tag="one")) as server:
        address = f"http://{HOST}:{server.server_port}/in?a=1"
        answer = house().post(address, b"\x00\xffbytes", {"Webhook-Id": "7"})
    assert (answer.status, answer.body, answer.headers["x-tag"]) == (202, b"later", "one")
    [(path, headers, body)] = server.asked
    assert (path, headers["Webhook-Id"], body) == ("/in?a=1", "7", b"\x00\xffbytes")
    assert headers["Host"] == f"{HOST}:{server.server_port}"


def test_an_answer_that_ends_with_its_connection_is_read_whole() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\nthe challenge")
        handler.close_connection = True

    with serving(answer) as server:
        got = house().get(f"http://{HOST}:{server.server_port}")
    assert got.body == b"the challenge"


def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    with serving(say(307, Location="/elsewhere")) as server:
        answer = house().get(f"http://{HOST}:{server.server_port}/")
    assert (answer.status, answer.headers["location"]) == (307, "/elsewhere")
    assert [path for path, _, _ in server.asked] == ["/"]


def test_no_more_of_an_answer_is_read_than_was_agreed() -> None:
    with serving(say(200, b"x" * 100_000)) as server:
        answer = house(most=1000).get(f"http://{HOST}:{server.server_port}/")
    assert len(answer.body) == 1000


def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(say(502)) as proxy, serving(say(200)) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://{HOST}:{proxy.server_port}")
        assert house().get(f"http://{HOST}:{server.server_port}/").status == 200
    assert not proxy.asked


@pytest.mark.parametrize(
    "first", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"]
)
def test_an_answer_that_drips_is_given_up_wherever_it_drips(first: bytes) -> None:
    """Each byte comes in good time for itself: a limit for each step alone would wait for ever."""
    stop = threading.Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(first)
        while not stop.wait(0.05):
            handler.wfile.write(b"a")

    with serving(answer) as server:
        try:
            with pytest.raises(CallbackFailed, match="in time"):
                house(seconds=0.4).get(f"http://{HOST}:{server.server_port}/")
        finally:
            stop.set()


def test_somebody_who_never_reads_is_given_up() -> None:
    with socket.create_server((HOST, 0)) as server:
        address = f"http://{HOST}:{server.getsockname()[1]}/"
        with pytest.raises(CallbackFailed, match="in time"):
            house(seconds=0.3).post(address, b"x" * 50_000_000, {})


def test_nobody_there_is_said_so() -> None:
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(CallbackFailed, match="refused"):
        house().get(f"http://{HOST}:{port}/")


def test_whoever_hangs_up_without_an_answer_has_not_answered() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True

    with serving(answer) as server, pytest.raises(CallbackFailed, match="without response"):
        house().get(f"http://{HOST}:{server.server_port}/")


NOT_THE_WORLDS = [
    *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.169.254"),
    *("172.16.0.1", "192.0.0.9", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1"),
    *("198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:8.8.8.8"),
    *("64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1"),
    *("2002:7f00:1::", "2002:808:808::", "3fff::1", "5f00::1", "fc00::1", "fd12::1", "fe80::1"),
    *("fe80::1%lo", "fec0::1", "ff02::1", "ff0e::1", "::ffff:0:8.8.8.8"),
]


def test_no_address_is_asked_that_is_not_the_worlds() -> None:
    def check(address: str) -> None:
        assert not is_public(address)
        client = GuardedClient(private=False, resolve=names(PUBLIC, address))
        with pytest.raises(CallbackRefused, match="public internet"):
            client.post("https://press.example.org/", b"", {})
        with pytest.raises(CallbackRefused, match="public internet"):
            client.check("https://press.example.org/")

    each(NOT_THE_WORLDS, check)


def test_addresses_of_the_world_may_be_asked() -> None:
    def check(address: str) -> None:
        GuardedClient(private=False, resolve=names(address)).check("https://press.example.org/")

    each([PUBLIC, PUBLIC_6, "1.1.1.1", "223.255.255.254", "2a00:1450::1"], check)


@given(st.integers(0, 2**32 - 1), st.sampled_from(["::", "::ffff:0:0", "64:ff9b::"]))
def test_an_address_within_an_address_is_never_asked(inner: int, outer: str) -> None:
    assert not is_public(str(IPv6Address(int(IPv6Address(outer)) + inner)))
    assert not is_public(str(IPv6Address((0x2002 << 112) + (inner << 80))))  # 6to4
    assert not is_public(str(IPv6Address((0x20010000 << 96) + inner)))  # Teredo


@given(st.integers(0, 2**32 - 1).map(IPv4Address) | st.integers(0, 2**128 - 1).map(IPv6Address))
def test_what_python_says_is_not_the_worlds_is_not(address: IPv4Address | IPv6Address) -> None:
    if not address.is_global or address.is_multicast or is_own(str(address)):
        assert not is_public(str(address))


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_nearly_all_of_ipv4_from_1_to_223_is_the_worlds(address: IPv4Address) -> None:
    """The other half of the rule: whoever refuses everything is safe and of no use."""
    outside = ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"]
    outside += ["172.16.0.0/12", "192.0.0.0/8", "198.0.0.0/8", "203.0.0.0/8", "224.0.0.0/3"]
    if not any(address in ip_network(net) for net in outside):
        assert is_public(str(address))


@pytest.mark.parametrize(
    "host",
    [
        *("0x7f000001", "127.1", "2130706433", "017700000001", "0177.0.0.1", "127.0.0.1.", "127.0"),
        *("[::ffff:127.0.0.1]", "[::1]", "[::]", "localhost", "0", "127.0.0.1", "[fe80::1%25lo]"),
        *("1.2.3.4.5", "press.example.0x7f"),
    ],
)
def test_no_spelling_of_this_machine_is_asked(host: str) -> None:
    with pytest.raises(CallbackRefused):
        GuardedClient(private=False).check(f"http://{host}:8080/")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://example.org/", "begins neither"),
        ("file:///etc/passwd", "begins neither"),
        ("example.org", "begins neither"),
        ("https://", "no name"),
        ("https://user@example.org/", "user's name"),
        ("https://user:word@example.org/", "user's name"),
        ("https://@example.org/", "user's name"),
        ("https://example.org:0/", "port"),
        ("https://example.org:65536/", "cannot be read"),
        ("https://example.org:x/", "cannot be read"),
        ("https://[::1/", "cannot be read"),
        ("https://exam ple.org/", "characters"),
        ("https://example.org/\r\nX: y", "characters"),
        ("https://example.org\\@127.0.0.1/", "characters"),
        ("https://exämple.org/", "characters"),
        ("https://exa%6dple.org/", "no name"),
        ("https://a..example.org/", "no name"),
        ("", "characters"),
    ],
)
def test_addresses_that_are_none_are_refused_before_anything_is_asked(
    address: str, says: str
) -> None:
    def resolve(*_: Any, **__: Any) -> Any:
        raise AssertionError("nothing is resolved")

    with pytest.raises(CallbackRefused, match=says):
        GuardedClient(private=True, resolve=resolve).post(address, b"", {})


NOWHERE = GuardedClient(private=False, resolve=names(HOST))


@given(st.text(st.characters(codec="ascii"), max_size=40))
def test_whatever_is_typed_is_asked_or_refused(text: str) -> None:
    for address in (text, f"https://{text}", f"http://example.org{text}/"):
        with pytest.raises(CallbackRefused):
            NOWHERE.check(address)


def test_a_name_that_is_not_known_may_be_known_later() -> None:
    def resolve(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(CallbackFailed, match=r"press\.example\.org is not known"):
        house(resolve=resolve).get("https://press.example.org/")


class Rebinding:
    """A resolver whose next answer is another one."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    def __call__(self, host: str, port: int, **given: Any) -> Any:
        return names(self.answers.pop(0))(host, port, **given)


@pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2"])
def test_a_name_is_resolved_once_and_what_was_checked_is_asked() -> None:
    with serving(say(200)) as server:
        resolve = Rebinding("127.0.0.2", "127.0.0.1")
        with pytest.raises(CallbackFailed, match="refused"):  # nobody listens at the first
            house(resolve=resolve).get(f"http://press.example.org:{server.server_port}/")
    assert resolve.answers == ["127.0.0.1"]
    assert not server.asked


def test_a_name_that_moves_into_the_house_after_it_was_checked_is_refused() -> None:
    with serving(say(200)) as server:
        client = GuardedClient(private=False, resolve=Rebinding(PUBLIC, "127.0.0.1"))
        address = f"http://press.example.org:{server.server_port}/"
        client.check(address)
        with pytest.raises(CallbackRefused):
            client.get(address)
    assert not server.asked


@pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2"])
def test_the_next_address_of_a_name_is_asked_where_the_first_does_not_answer() -> None:
    with serving(say(200)) as server:
        client = house(resolve=names("127.0.0.2", HOST))
        address = f"http://press.example.org:{server.server_port}/"
        assert client.get(address).status == 200
    assert server.asked[0][1]["Host"] == f"press.example.org:{server.server_port}"


@pytest.mark.parametrize("address", ["169.254.169.254", "224.0.0.1", "0.0.0.0", "::ffff:10.0.0.1"])
def test_a_house_that_may_be_asked_is_not_all_there_is(address: str) -> None:
    with pytest.raises(CallbackRefused):
        house(resolve=names(address)).check("http://press.example.org/")


def test_an_encrypted_line_is_to_whom_the_certificate_names(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = certify(tmp_path, "press.example.org")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.authority))
    with serving(say(200), certificate.context) as server:
        client = house(resolve=names(HOST))
        assert client.get(f"https://press.example.org:{server.server_port}/").status == 200
        with pytest.raises(CallbackFailed, match="certificate"):
            client.get(f"https://other.example.org:{server.server_port}/")
    assert len(server.asked) == 1
    assert certificate.asked_for == ["press.example.org", "other.example.org"]


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Any) -> None:
    certificate = certify(tmp_path, "press.example.org")
    with serving(say(200), certificate.context) as server:
        client = house(resolve=names(HOST))
        with pytest.raises(CallbackFailed, match="certificate"):
            client.get(f"https://press.example.org:{server.server_port}/")
    assert not server.asked


def test_a_line_that_never_begins_to_be_encrypted_is_given_up() -> None:
    with socket.create_server((HOST, 0)) as server:
        address = f"https://press.example.org:{server.getsockname()[1]}/"
        with pytest.raises(CallbackFailed, match="in time"):
            house(seconds=0.3, resolve=names(HOST)).get(address)
