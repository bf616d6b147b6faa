"""`newsroom serve`, where something is in its way."""

import socket

import pytest

from newsroom.commands.running.serving import TAKE_SECONDS, listen, own_address
from press.errors import PortInUse
from press.public.web_address import base_address
from tests.flows.server import HOST, free_port
from tests.newsroom.commands.office import Office


def test_a_port_that_is_taken_is_refused_by_number_before_anything_starts(office: Office) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        answer = office.type("serve", "--port", str(port))
    assert answer.exit_code == 1
    assert f"cannot listen on {HOST} port {port}" in answer.stderr
    assert answer.stdout == ""


@pytest.mark.parametrize("port", ["65536", "-1"])
def test_a_port_that_cannot_be_is_refused(office: Office, port: str) -> None:
    answer = office.type("serve", "--port", port)
    assert answer.exit_code in (1, 2)
    assert port in answer.stderr


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="Linux has it")
def test_who_takes_nothing_of_an_answer_is_hung_up_on_after_a_while() -> None:
    with listen(HOST, 0) as listener, socket.create_connection(listener.getsockname()):
        accepted = listener.accept()[0]
        with accepted:
            seconds = accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) / 1000
    assert seconds == TAKE_SECONDS


@pytest.mark.promise(112)
@pytest.mark.parametrize(
    ("host", "found"),
    [("0.0.0.0", "127.0.0.1"), ("0", "127.0.0.1"), ("localhost", "localhost")],
)
def test_who_listens_everywhere_is_said_to_be_here(host: str, found: str) -> None:
    port = free_port()
    with listen(host, port) as listener:
        address = own_address(listener, host, port)
    assert address in (f"http://{found}:{port}", f"http://[::1]:{port}")
    assert base_address(address) == address


@pytest.mark.promise(112)
@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_an_address_of_ipv6_stands_in_brackets() -> None:
    port = free_port()
    try:
        listener = listen("::1", port)
    except PortInUse:
        pytest.skip("this machine has no address ::1")
    with listener:
        assert own_address(listener, "::1", port) == f"http://[::1]:{port}"
