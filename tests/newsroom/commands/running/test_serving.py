"""`newsroom serve`, where something is in its way."""

import socket

import pytest

from newsroom.commands.running.serving import TAKE_SECONDS, listen
from tests.flows.server import HOST
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
