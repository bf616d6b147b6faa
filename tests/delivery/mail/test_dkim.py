"""Letters are signed as those want it who show a button that ends them (RFC 6376, RFC 8058)."""

from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from delivery.mail.dkim import signer
from delivery.mail.message import to_bytes
from press.errors import MailWaits
from tests.delivery.mail.samples import ACCOUNT, LETTER, read

KEY = rsa.generate_private_key(65537, 2048)
PUBLIC = KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


@pytest.fixture(params=[PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL])
def key(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "dkim.pem"
    path.write_bytes(KEY.private_bytes(Encoding.PEM, request.param, NoEncryption()))
    return path


def is_valid(content: bytes) -> bool:
    def published(name: bytes, timeout: int = 5) -> bytes | None:
        right = name == b"newsroom._domainkey.example.org."
        return b"v=DKIM1; k=rsa; p=" + b64encode(PUBLIC) if right else None

    return bool(dkim.verify(content, dnsfunc=published))


def test_a_signed_letter_verifies_and_a_changed_one_does_not(key: Path) -> None:
    content = signer(replace(ACCOUNT, dkim_key=key))(to_bytes(LETTER, ACCOUNT))
    assert is_valid(content)
    for old, new in ((b"A treaty", b"A quarrel"), (b"7-abc", b"8-abc"), (b"<p>", b"<b>")):
        assert old in content
        assert not is_valid(content.replace(old, new))


def test_another_sender_cannot_be_set_above_a_signature(key: Path) -> None:
    content = signer(replace(ACCOUNT, dkim_key=key))(to_bytes(LETTER, ACCOUNT))
    assert not is_valid(content.replace(b"From: ", b"From: else@example.org\r\nFrom: ", 1))


def test_the_headers_of_one_click_are_signed(key: Path) -> None:
    content = signer(replace(ACCOUNT, dkim_key=key))(to_bytes(LETTER, ACCOUNT))
    fields = dict(part.strip().split("=", 1) for part in read(content)["DKIM-Signature"].split(";"))
    signed = "".join(fields["h"].split()).lower().split(":")
    assert {"list-unsubscribe", "list-unsubscribe-post", "from", "message-id"} <= set(signed)


def test_a_letter_of_no_list_is_signed_too(key: Path) -> None:
    letter = replace(LETTER, list_id="", unsubscribe="")
    assert is_valid(signer(replace(ACCOUNT, dkim_key=key))(to_bytes(letter, ACCOUNT)))


def test_without_a_key_letters_are_left_alone() -> None:
    assert signer(ACCOUNT)(b"content") == b"content"


def test_letters_wait_for_a_key_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(MailWaits, match=r"DKIM_KEY: .* cannot be read: No such file"):
        signer(replace(ACCOUNT, dkim_key=tmp_path / "none.pem"))
    (tmp_path / "wrong.pem").write_text("no key")
    with pytest.raises(MailWaits, match="holds no private RSA key"):
        signer(replace(ACCOUNT, dkim_key=tmp_path / "wrong.pem"))
