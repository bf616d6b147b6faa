"""The newsroom's key, and records signed with it (Ed25519, RFC 8032)."""

import base64
import binascii
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from press.errors import HomeRefused, Refusal

PRIVATE, PUBLIC = "key.pem", "key.pub.pem"
_UNREADABLE = (OSError, ValueError, TypeError, UnsupportedAlgorithm)


class ProofRefused(Refusal):
    """A record that is not what the newsroom signed."""


def signing_key(home: Path) -> Ed25519PrivateKey:
    """The newsroom's key, made on first need.

    Args:
        home: the folder it lies in, as `key.pem` for us and `key.pub.pem` to be given away.

    Raises:
        HomeRefused: it cannot be made or read.
    """
    path = home / PRIVATE
    try:
        if not path.exists():
            _make(path)
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise HomeRefused(f"{path} is not an Ed25519 key")
        _publish(key, home / PUBLIC)
    except _UNREADABLE as error:
        raise HomeRefused(f"the key {path} cannot be used: {error}") from error
    return key


def public_key(path: Path) -> str:
    """A public key in a PEM file, as records name it.

    Raises:
        Refusal: it cannot be read, or is of another kind.
    """
    try:
        key = serialization.load_pem_public_key(path.read_bytes())
    except _UNREADABLE as error:
        raise Refusal(f"the public key {path} cannot be read: {error}") from error
    if not isinstance(key, Ed25519PublicKey):
        raise Refusal(f"{path} is not an Ed25519 public key")
    return _named(key)


def fingerprint(public: str) -> str:
    """A short name for a public key, to be read out on the telephone."""
    return hashlib.sha256(base64.b64decode(public)).hexdigest()[:16]


def canonical(record: dict[str, Any]) -> str:
    """The one way to write a record: sorted names, no spaces."""
    return json.dumps(
        record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def sign(record: dict[str, Any], key: Ed25519PrivateKey) -> dict[str, Any]:
    """The record with the public key and the signature over all the rest."""
    whole = record | {"public_key": _named(key.public_key())}
    signature = key.sign(canonical(whole).encode())
    return whole | {"signature": base64.b64encode(signature).decode()}


def verify(text: str, trusted: str = "") -> dict[str, Any]:
    """Read a signed record; needs nothing but the text.

    Args:
        text: as written by `canonical`; a line's end after it does not matter.
        trusted: the public key it has to be signed with; empty for the one it names.

    Raises:
        ProofRefused: a byte of it is not what was signed, or the key is another.
    """
    record = _parsed(text)
    public = str(record.get("public_key"))
    if trusted and public != trusted:
        raise ProofRefused("the record is signed with another key than the one you trust")
    signed = {name: value for name, value in record.items() if name != "signature"}
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public, validate=True))
        key.verify(_exactly(str(record.get("signature"))), canonical(signed).encode())
    except (InvalidSignature, binascii.Error, ValueError) as error:
        raise ProofRefused("the record was changed: its signature does not fit") from error
    return record


def _parsed(text: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
        if isinstance(record, dict) and canonical(record) == text.removesuffix("\n"):
            return record
    except (ValueError, RecursionError) as error:
        raise ProofRefused("this is not a record of a proof") from error
    raise ProofRefused("the record was changed: it is not written as it was signed")


def _exactly(text: str) -> bytes:
    """Bytes from base64 in its one proper spelling; the last letter may have idle bits."""
    signature = base64.b64decode(text, validate=True)
    if base64.b64encode(signature).decode() != text:
        raise ValueError("not the proper spelling")
    return signature


def _named(key: Ed25519PublicKey) -> str:
    return base64.b64encode(key.public_bytes_raw()).decode()


def _make(path: Path) -> None:
    """Make a key; of two processes that try at once the first one's key is kept."""
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # A temporary file is nobody else's to read (0600) from its first moment on.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".key-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(name)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()


def _publish(key: Ed25519PrivateKey, path: Path) -> None:
    pem = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    if not path.exists() or path.read_bytes() != pem:
        with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(pem)
