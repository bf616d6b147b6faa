"""Addresses as people type them."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.mail.account import is_address
from newsroom.telling.following.addresses import network_of, read_address
from press.errors import AddressRefused

LOCALS = st.text(string.ascii_letters + string.digits + "._+-'", min_size=1, max_size=20)
LABELS = st.from_regex("[a-z]([a-z0-9-]{0,10}[a-z0-9])?", fullmatch=True)


def read_or_none(text: str) -> str | None:
    try:
        return read_address(text)
    except AddressRefused:
        return None


@given(LOCALS, st.lists(LABELS, min_size=2, max_size=4))
def test_an_address_is_read_whole_whatever_stands_around_it(local: str, labels: list[str]) -> None:
    plain = f"{local}@{'.'.join(labels)}"
    if is_address(plain) and all("--" not in label for label in labels):
        assert read_address(f" {plain}\n") == plain
        assert read_address(plain.replace(labels[0], labels[0].upper())).lower() == plain.lower()


@given(st.text(max_size=60))
def test_whatever_is_typed_is_refused_or_can_be_written_to_as_it_stands(text: str) -> None:
    found = read_or_none(text)
    assert found is None or (is_address(found) and read_address(found) == found)
    assert found is None or not set(found) & set("\r\n ,;<>")


@given(st.text(alphabet="aé.@-\r\n<> \u3002ß", max_size=30))
def test_so_is_what_nearly_is_one(text: str) -> None:
    found = read_or_none(text)
    assert found is None or (is_address(found) and read_address(found) == found)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("anna@münchen.example", "anna@xn--mnchen-3ya.example"),
        ("Anna@Daily.Example", "Anna@daily.example"),
        ("anna+press@bücher.example", "anna+press@xn--bcher-kva.example"),
        ("anna@例え.jp", "anna@xn--r8jz45g.jp"),
    ],
)
def test_an_international_domain_becomes_what_machines_call_it(typed: str, read: str) -> None:
    assert read_address(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        *("", "anna", "anna@", "@example.org", "a@b@example.org", "a b@example.org"),
        *("anna@localhost", "anna@10.0.0.1", "anna@[10.0.0.1]", "anna@example..org"),
        *("änna@example.org", "anna@example.org, eve@example.org", "Anna <anna@example.org>"),
        *("anna@example.org\nBcc: eve@example.org", f"{'a' * 65}@example.org", "anna@-x.org"),
    ],
)
def test_what_is_no_address_of_a_mailbox_is_refused(typed: str) -> None:
    with pytest.raises(AddressRefused, match="such as name@"):
        read_address(typed)


@pytest.mark.parametrize(
    ("place", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("fe80::1%eth0", "fe80::/48"),
        ("", ""),
        ("unix:", ""),
    ],
)
def test_a_network_is_what_one_household_or_office_has(place: str, network: str) -> None:
    assert network_of(place) == network
