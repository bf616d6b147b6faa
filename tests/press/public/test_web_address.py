"""Addresses that every document begins with."""

from ipaddress import ip_address
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.public.web_address import address_of_server, base_address, web_address


@pytest.mark.promise(112)
@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("https://press.example.org", "https://press.example.org"),
        ("https://press.example.org/", "https://press.example.org"),
        ("HTTPS://Press.Example.ORG:443/News//", "https://press.example.org/News"),
        ("http://press.example.org:80", "http://press.example.org"),
        ("http://press.example.org:8080/a/b", "http://press.example.org:8080/a/b"),
        ("http://press.example.org:", "http://press.example.org"),
        ("https://press.example.org.", "https://press.example.org"),
        ("https://présse.example", "https://xn--prsse-csa.example"),
        ("https://PRÉSSE.example", "https://xn--prsse-csa.example"),
        ("https://pre\u0301sse.example", "https://xn--prsse-csa.example"),
        ("https://новости.example", "https://xn--b1amnebsh.example"),
        ("https://例え。example", "https://xn--r8jz45g.example"),
        ("https://xn--strae-oqa.example", "https://xn--strae-oqa.example"),
        ("https://press.example/présse", "https://press.example/pr%C3%A9sse"),
        ("https://press.example/pr%C3%A9sse", "https://press.example/pr%C3%A9sse"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://my_host:8000", "http://my_host:8000"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[2001:DB8:0::1]:8000/", "http://[2001:db8::1]:8000"),
        ("http://[::1]", "http://[::1]"),
    ],
)
def test_an_address_is_spelt_as_machines_spell_it(typed: str, spelt: str) -> None:
    assert base_address(typed) == spelt
    assert base_address(spelt) == spelt


@pytest.mark.promise(112)
@pytest.mark.parametrize(
    ("typed", "why"),
    [
        *(
            (f"https://press{sign}.example", "space or a sign")
            for sign in ' \t\n\r\x00\x7f"<>\\^`|'
        ),
        *((f"https://press.example/a{sign}b", "space or a sign") for sign in "\u00a0\u2028{}\x85"),
        *((one, "space or a sign") for one in (" https://press.example", "https://press.example ")),
        *((one, "not a web address") for one in ("", "press.example", "ftp://press.example")),
        *(
            (f"https://press.example{one}", "not a web address")
            for one in ("?", "#", "/?a=1", "#a")
        ),
        *((one, "not a web address") for one in ("https://", "https:press.example", "http://[::1")),
        ("https://me@press.example", "user's name"),
        ("https://me:secret@press.example", "user's name"),
        *((f"https://press.example:{port}", "port") for port in ("0", "65536", "x", "-1", "٣")),
        ("http://2001:db8::1", "brackets"),
        ("http://2001:db8::1:8000", "brackets"),
        ("http://[fe80::1%eth0]", "zone"),
        ("http://[press.example]", "address"),
        *(
            (f"http://{host}:8000", "every address")
            for host in ("0.0.0.0", "[::]", "[0:0::0]", "[::ffff:0.0.0.0]")
        ),
        *(
            (f"http://{host}", "not an address of a machine")
            for host in ("0", "0x0", "00.0.0.0", "1.2.3", "127.1", "0x7f.1", "256.1.1.1", "a.1")
        ),
        ("https://straße.example", "two ways"),
        ("https://ας.example", "two ways"),
        ("https://press..example", "not a name"),
        ("https://.press.example", "not a name"),
        ("https://-press.example", "not a name"),
        ("https://press-.example", "not a name"),
        ("https://pre*ss.example", "not a name"),
        ("https://press,example", "not a name"),
        (f"https://{'a' * 64}.example", "not a name"),
        (f"https://{'é' * 60}.example", "not a name"),
        (f"https://{'a.' * 130}example", "not a name"),
        *((f"https://press.example{path}", "path") for path in ("/a//b", "/./a", "/a/..")),
        ("https://press.example/100%", "%25"),
    ],
)
def test_what_nobody_could_follow_is_refused_with_its_reason(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        base_address(typed)


@pytest.mark.promise(112)
@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_is_typed_is_refused_or_is_an_address_in_ascii(host: str, path: str) -> None:
    try:
        address = base_address(f"https://{host}/{path}")
    except ValueError:
        return
    assert address.isascii()
    assert not any(sign.isspace() for sign in address)
    assert urlsplit(address).geturl() == address == base_address(address)


def test_terms_of_use_may_have_a_query_and_a_place() -> None:
    typed = "https://Lizenz.example/terms?lang=fr&x=é#art-2"
    assert web_address(typed) == "https://lizenz.example/terms?lang=fr&x=%C3%A9#art-2"


@pytest.mark.promise(112)
@pytest.mark.parametrize(
    ("listens", "found"),
    [
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://[::1]:8000"),
        ("::1", "http://[::1]:8000"),
        ("192.0.2.7", "http://192.0.2.7:8000"),
        ("fe80::1%eth0", "http://[fe80::1]:8000"),
    ],
)
def test_a_server_is_never_said_to_be_at_every_address(listens: str, found: str) -> None:
    assert address_of_server(listens, 8000) == found
    assert not ip_address(urlsplit(found).hostname or "").is_unspecified
