"""Whose mails are taken is what the setting says, and nothing near it."""

import pytest

from newsroom.settings.known import NOBODY, read_known


def test_addresses_and_domains_are_known_and_nobody_else() -> None:
    known = read_known("Press@Ministry.example; @agency.example,")
    assert known.knows("press@ministry.example")
    assert known.knows("anybody@agency.example")
    others = ("other@ministry.example", "a@sub.agency.example", "a@notagency.example", "", "@")
    assert not any(map(known.knows, others))


def test_empty_is_nobody() -> None:
    assert read_known(" , ") == NOBODY
    assert not NOBODY
    assert read_known("@a.example")


@pytest.mark.parametrize("text", ["press", "@", "a@", "a b@c.example", "@a.example/x"])
def test_what_is_no_address_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="neither an address nor a domain"):
        read_known(text)
