"""Signatures of webhooks, as the library of those who receive them reads them."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook, WebhookVerificationError

from delivery.webhooks import made_secret, pause_after, signed_headers

KEY = made_secret(bytes(range(32)))
OTHER = made_secret(bytes(24))


def now() -> datetime:
    return datetime.now(UTC)


@given(st.binary(min_size=24, max_size=64), st.text("abc:0123456789", min_size=1), st.text())
def test_a_receiver_who_has_the_secret_can_tell_that_we_sent_it(
    secret: bytes, key: str, text: str
) -> None:
    body = text.encode("utf-8", "replace")
    headers = signed_headers(key, body, [made_secret(secret)], now())
    Webhook(made_secret(secret)).verify(body, headers, json_parse=False)
    assert headers["webhook-id"] == key


def test_a_changed_byte_does_not_pass() -> None:
    headers = signed_headers("webhook:1:2:fr", b'{"a": 1}', [KEY], now())
    for body, changes in ((b'{"a":1}', {}), (b'{"a": 1}', {"webhook-id": "webhook:1:3:fr"})):
        with pytest.raises(WebhookVerificationError):
            Webhook(KEY).verify(body, headers | changes)


def test_while_a_secret_is_changed_both_hold() -> None:
    headers = signed_headers("webhook:1:2:fr", b"{}", [KEY, OTHER], now())
    for secret in (KEY, OTHER):
        assert Webhook(secret).verify(b"{}", headers) == {}
    with pytest.raises(WebhookVerificationError):
        Webhook(made_secret(b"x" * 24)).verify(b"{}", headers)


def test_what_was_signed_long_ago_does_not_pass() -> None:
    headers = signed_headers("webhook:1:2:fr", b"{}", [KEY], now() - timedelta(minutes=6))
    with pytest.raises(WebhookVerificationError, match="old"):
        Webhook(KEY).verify(b"{}", headers)


def test_a_secret_says_what_it_is() -> None:
    assert KEY.startswith("whsec_")
    assert base64.b64decode(KEY[6:]) == bytes(range(32))


def test_each_try_waits_longer_than_the_one_before_and_the_last_is_after_five_days() -> None:
    waits = []
    while (pause := pause_after(len(waits) + 1)) is not None:
        waits.append(pause)
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(seconds=5), timedelta(days=1))
    assert timedelta(days=5) < sum(waits, timedelta()) < timedelta(days=6)
