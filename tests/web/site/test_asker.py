"""Who asks: the proxy on this machine is believed, and nobody else."""

import pytest
from flask import Flask

from web.site.asker import HEADER, client_address


@pytest.mark.parametrize(
    ("peer", "said", "whose"),
    [
        ("127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("::1", "2001:db8::7", "2001:db8::7"),
        ("::ffff:127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("::ffff:10.0.0.1", "192.0.2.7", "::ffff:10.0.0.1"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("198.51.100.1", "192.0.2.7", "198.51.100.1"),
        ("10.0.0.1", "192.0.2.7", "10.0.0.1"),
        ("", "192.0.2.7", ""),
    ],
)
def test_only_a_proxy_on_this_machine_says_for_whom_it_asks(
    peer: str, said: str | None, whose: str
) -> None:
    headers = {HEADER: said} if said else {}
    with Flask("x").test_request_context(environ_base={"REMOTE_ADDR": peer}, headers=headers):
        assert client_address() == whose
