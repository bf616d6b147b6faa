"""What a webhook's request bears: its name, when it was sent, and who signed it.

Standard Webhooks 1.0 (https://www.standardwebhooks.com).
"""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime, timedelta

PREFIX = "whsec_"
# Before each further try, by how many were made: as the standard proposes, then daily until the
# fifth day is over.
_SECONDS = (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, 86_400, 86_400)


def made_secret(key: bytes) -> str:
    """A secret as it is given to a receiver.

    Args:
        key: random bytes, 24 to 64 of them.
    """
    return PREFIX + b64encode(key).decode()


def signed_headers(key: str, body: bytes, secrets: Sequence[str], now: datetime) -> dict[str, str]:
    """The headers of one try; the body has to be sent as these very bytes.

    Args:
        key: names the message, the same at every try.
        body: what is sent.
        secrets: each of them signs, so that a receiver may change from one to the next in peace.
        now: UTC; receivers refuse what was signed long ago.
    """
    stamp = str(int(now.timestamp()))
    said = b".".join((key.encode(), stamp.encode(), body))
    return {
        "Content-Type": "application/json",
        "webhook-id": key,
        "webhook-timestamp": stamp,
        "webhook-signature": " ".join(f"v1,{_signature(secret, said)}" for secret in secrets),
    }


def pause_after(tries: int) -> timedelta | None:
    """How long to wait before the next try; None: there is no further one.

    Args:
        tries: how many were made, one at least.
    """
    return timedelta(seconds=_SECONDS[tries - 1]) if tries <= len(_SECONDS) else None


def _signature(secret: str, said: bytes) -> str:
    key = b64decode(secret.removeprefix(PREFIX))
    return b64encode(hmac.digest(key, said, "sha256")).decode()
